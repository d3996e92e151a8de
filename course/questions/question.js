// A question on the page: its controls, Check, hints and what is said of an answer. What stands in the controls is in the
// model (`answer`), so that every view of a notebook shows the same; a verdict is shown beside the answer that it is about
// (`judged`) and beside no other.

const SLOW = 1200; // milliseconds until a learner is told that Python is at something else
const BUSY = "Python is busy with another cell. Your answer waits, and is checked as soon as Python is free.";
const CHECKING = "Checking …";

// Values as a learner sees them: a file has sorted the names, and a number that was kept is a text in its field.
const seen = (values) =>
  values &&
  JSON.stringify(
    Object.entries(values)
      .filter(([, value]) => value !== null)
      .map(([name, value]) => [name, [value].flat().map(String)])
      .sort(),
  );

// What is being typed, in whichever view of the question: until it is handed over, nothing older comes back over it.
const pending = { timer: 0, values: null, giving: false };

export default {
  initialize: begin,
  render({ model, el }) {
    const question = model.get("question");
    const id = fresh();
    const controls = new Map();
    const read = () => Object.fromEntries([...controls].map(([name, { read: value }]) => [name, value()]));
    const settle = () => {
      clearTimeout(pending.timer);
      pending.timer = 0;
    };
    const set = () => {
      Object.assign(pending, { values: read(), giving: true });
      model.set("answer", pending.values);
      pending.giving = false;
    };
    const give = () => {
      settle();
      pending.timer = setTimeout(() => {
        settle();
        model.save_changes();
      }, 400); // milliseconds without a key
      set();
      say();
    };
    for (const { name, ...control } of question.controls) {
      controls.set(name, CONTROLS[control.kind](control, give));
    }
    const fill = () => {
      for (const [name, { fill: show }] of controls) show(model.get("answer")[name] ?? null);
    };

    const check = make("button", { type: "submit", className: "btl-go" }, "Check");
    const hint = make("button", { type: "button" });
    const solve = make("button", { type: "button" }, "Show a solution");
    const again = make("button", { type: "button" }, "Start again");
    const feedback = make("div", { className: "btl-said" });
    const hints = make("div", { className: "btl-said" });
    const solution = make("div", { className: "btl-said" });
    feedback.setAttribute("role", "status");
    hints.setAttribute("role", "status");
    solution.setAttribute("role", "status");

    const about = make("span", {}, question.about);
    const legend = make("legend", {}, make("b", { className: "btl-badge" }, `Question ${question.id}`), about);
    const prompt = make("div", { id, className: "btl-prompt", innerHTML: question.prompt });
    const columns = make("div", { className: "btl btl-strip", innerHTML: question.columns });
    const inCode = make("p", {}, "Answer in a cell with code: ", make("code", {}, `course.check("${question.id}", answer)`));
    const nodes = controls.size ? [...controls.values()].map(({ node }) => node) : [inCode];
    const fields = make("fieldset", {}, legend, prompt, columns, ...nodes);
    fields.setAttribute("aria-describedby", id);
    const buttons = make("div", { className: "btl-row" }, ...(controls.size ? [check] : []), hint, solve, again);
    const form = make("form", { className: "btl-question", noValidate: true }, fields, buttons, hints, solution, feedback);
    el.append(form);

    let asked = ""; // what a button of this view asked for: its reply is brought into sight
    let waiting = ""; // what is said while an answer is waited for
    const show = (node, text) => {
      if (node.dataset.shown === text) return;
      node.dataset.shown = text;
      node.innerHTML = text;
    };
    const say = () => {
      // A question that is answered in code has no controls: its verdict stands in the cell that checks it.
      const isAbout = seen(model.get("answer")) === seen(model.get("judged"));
      if (waiting) show(feedback, `<p class="btl-waiting">${waiting}</p>`);
      else show(feedback, isAbout ? model.get("feedback") : "");
      show(hints, model.get("hints"));
      show(solution, model.get("solution"));
      solve.hidden = !model.get("may_see_solution");
      solve.disabled = !watched.isLive();
      hint.textContent = model.get("hint_label");
      hint.disabled = !watched.isLive();
      shut(hint, !model.get("hint_left"));
      check.disabled = !watched.isLive();
      again.hidden = !model.get("may_start_again") || !isAbout;
    };
    const ask = (what, more = {}) => {
      if (!watched.isLive()) return watched.touch();
      asked = what;
      waiting = CHECKING;
      say();
      clearTimeout(slow);
      slow = setTimeout(() => {
        waiting = BUSY;
        say();
      }, SLOW);
      model.send({ do: what, ...more });
    };
    let slow = 0;
    const answered = () => {
      clearTimeout(slow);
      waiting = "";
      say();
    };
    const reveal = () => {
      ({ check: feedback, hint: hints, solution })[asked]?.scrollIntoView({ block: "nearest" });
      asked = "";
    };

    form.addEventListener("submit", (event) => {
      event.preventDefault();
      settle();
      set();
      ask("check", { answer: read() });
    });
    form.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || !event.target.matches("input, select")) return;
      event.preventDefault();
      form.requestSubmit();
    });
    hint.addEventListener("click", () => isShut(hint) || ask("hint"));
    solve.addEventListener("click", () => ask("solution"));
    again.addEventListener("click", () => {
      settle();
      ask("start again");
      form.querySelector("input, select, button").focus();
    });
    const watched = watch(model, el, answered);
    model.on("change:turn", () => {
      answered();
      reveal();
    });
    model.on("change:answer", () => {
      const isOlder = pending.timer && !pending.giving && seen(model.get("answer")) !== seen(pending.values);
      if (isOlder) return void model.set("answer", pending.values);
      fill();
      say();
    });
    fill();
    say();
    return watched.stop;
  },
};
