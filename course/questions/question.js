// A question on the page. Python sends what is asked and what is said of an answer; this file draws it with
// the browser's own form controls, so that it works by keyboard, with a screen reader and in both themes.

const PATIENCE = 8000; // milliseconds until a silent kernel is spoken of
// Each widget loads this file anew, so a count of them would give a question that is asked twice the same ids.
const fresh = () => Math.random().toString(36).slice(2);

const make = (tag, properties = {}, ...children) => {
  const node = Object.assign(document.createElement(tag), properties);
  node.append(...children);
  return node;
};

const labelled = (text, input) => make("label", { className: "btl-option" }, input, make("span", {}, text));

// One control a kind: `node` to show, `read` its answer (null: nothing yet), `fill` it with one.

const number = (form, label = "Your answer", blank = "the report does not state it", value = "not stated") => {
  const text = make("input", { type: "text", inputMode: "decimal", autocomplete: "off", id: `${form}-${label}` });
  const box = make("input", { type: "checkbox" });
  box.addEventListener("change", () => (text.disabled = box.checked));
  return {
    node: make("div", { className: "btl-line" }, make("label", { htmlFor: text.id }, label), text, labelled(blank, box)),
    read: () => (box.checked ? value : text.value.trim() || null),
    fill: (answer) => {
      box.checked = answer === value;
      text.disabled = box.checked;
      text.value = box.checked || answer === null ? "" : String(answer);
    },
  };
};

const bounds = (form) => {
  const low = number(form, "At least", "no limit below", "no limit");
  const high = number(form, "At most", "no limit above", "no limit");
  return {
    node: make("div", {}, low.node, high.node),
    read: () => {
      const ends = { low: low.read(), high: high.read() };
      return ends.low === null || ends.high === null ? null : ends;
    },
    fill: (answer) => {
      low.fill(answer && (answer.low ?? "no limit"));
      high.fill(answer && (answer.high ?? "no limit"));
    },
  };
};

const boxes = (type) => (form, options) => {
  const inputs = options.map(([key]) => make("input", { type, name: form, value: key }));
  const lines = options.map(([, text], place) => labelled(text, inputs[place]));
  const picked = () => inputs.filter((input) => input.checked).map((input) => input.value);
  return {
    node: make("div", {}, ...lines),
    read: () => (picked().length === 0 ? null : type === "radio" ? picked()[0] : picked()),
    fill: (answer) => inputs.forEach((input) => (input.checked = [answer].flat().includes(input.value))),
  };
};

const order = (form, options) => {
  const list = make("ol", { className: "btl-order" });
  const move = (item, step) => {
    const other = step < 0 ? item.previousElementSibling : item.nextElementSibling;
    step < 0 ? other.before(item) : other.after(item);
    mark();
    const [up, down] = item.querySelectorAll("button");
    (step < 0 ? (up.disabled ? down : up) : down.disabled ? up : down).focus();
  };
  const mark = () =>
    [...list.children].forEach((item, place) => {
      const [up, down] = item.querySelectorAll("button");
      up.disabled = place === 0;
      down.disabled = place === list.children.length - 1;
    });
  const draw = (keys) => {
    list.replaceChildren(
      ...keys.map((key) => {
        const text = options.find(([name]) => name === key)[1];
        const button = (sign, word, step) => {
          const made = make("button", { type: "button", className: "btl-move" }, sign);
          made.setAttribute("aria-label", `Move ${word}: ${text}`);
          made.addEventListener("click", () => move(item, step));
          return made;
        };
        const item = make("li", {}, button("↑", "up", -1), button("↓", "down", 1), make("span", {}, text));
        item.dataset.key = key;
        return item;
      }),
    );
    mark();
  };
  return {
    node: list,
    read: () => [...list.children].map((item) => item.dataset.key),
    fill: (answer) => draw(answer ?? options.map(([key]) => key)),
  };
};

const day = (form, label = "Your answer", mayBeBlank = true) => {
  const input = make("input", { type: "date", id: `${form}-${label}` });
  const box = make("input", { type: "checkbox" });
  box.addEventListener("change", () => (input.disabled = box.checked));
  const parts = [make("label", { htmlFor: input.id }, label), input];
  return {
    node: make("div", { className: "btl-line" }, ...parts, ...(mayBeBlank ? [labelled("the report does not state it", box)] : [])),
    read: () => (box.checked ? "not stated" : input.value || null),
    fill: (answer) => {
      box.checked = answer === "not stated";
      input.disabled = box.checked;
      input.value = box.checked || answer === null ? "" : answer;
    },
  };
};

const days = (form) => {
  const [start, end] = [day(form, "First day", false), day(form, "Last day", false)];
  return {
    node: make("div", {}, start.node, end.node),
    read: () => (start.read() && end.read() ? { start: start.read(), end: end.read() } : null),
    fill: (answer) => {
      start.fill(answer ? answer.start : null);
      end.fill(answer ? answer.end : null);
    },
  };
};

const words = (form) => {
  const input = make("input", { type: "text", autocomplete: "off", id: `${form}-text`, className: "btl-wide" });
  return {
    node: make("div", { className: "btl-line" }, make("label", { htmlFor: input.id }, "Your answer"), input),
    read: () => input.value.trim() || null,
    fill: (answer) => (input.value = answer ?? ""),
  };
};

const code = (id) => ({
  node: make("p", {}, "Answer in a cell with code: ", make("code", {}, `course.check("${id}", answer)`)),
  read: () => null,
  fill: () => {},
});

const CONTROLS = {
  number,
  bounds,
  choice: boxes("radio"),
  choices: boxes("checkbox"),
  order,
  date: day,
  dates: days,
  text: words,
};

const control = ({ kind, options, id, by_code: byCode }, form) => {
  if (byCode) return code(id);
  return options.length ? CONTROLS[kind](form, options) : CONTROLS[kind](form);
};

export default {
  render({ model, el }) {
    const question = model.get("question");
    const form = `btl-${question.id}-${fresh()}`;
    const answer = control(question, form);

    const check = make("button", { type: "submit", className: "btl-check" }, "Check");
    const hint = make("button", { type: "button", className: "btl-button" });
    const again = make("button", { type: "button", className: "btl-button" }, "Start again");
    const feedback = make("div", { className: "btl-said" });
    const hints = make("div", { className: "btl-said" });
    feedback.setAttribute("role", "status");
    hints.setAttribute("role", "status");

    const legend = make("legend", {}, make("b", {}, `Question ${question.id}`), make("span", {}, question.about));
    const prompt = make("p", { id: `${form}-prompt` }, question.prompt);
    const fields = make("fieldset", {}, legend, prompt, answer.node);
    fields.setAttribute("aria-describedby", prompt.id);
    const buttons = make("div", { className: "btl-buttons" }, ...(question.by_code ? [] : [check]), hint, again);
    const page = make("form", { className: "btl-question", noValidate: true }, fields, buttons, feedback, hints);
    // JupyterLab's shortcuts would take the arrow keys and Enter away from whatever has the focus.
    page.addEventListener("focusin", ({ target }) => target.setAttribute("data-lm-suppress-shortcuts", "true"));

    let waiting = 0;
    const ask = (what, more = {}) => {
      clearTimeout(waiting);
      waiting = setTimeout(() => {
        feedback.textContent = "Python does not answer. Choose Kernel ▸ Restart Kernel, then run this cell again.";
      }, PATIENCE);
      model.send({ do: what, ...more });
    };
    const say = () => {
      clearTimeout(waiting);
      feedback.innerHTML = model.get("feedback");
      hints.innerHTML = model.get("hints");
      hint.textContent = model.get("hint_label");
      hint.disabled = !model.get("hint_left");
      again.hidden = !model.get("may_start_again");
    };

    page.addEventListener("submit", (event) => {
      event.preventDefault();
      ask("check", { answer: answer.read() });
    });
    page.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || !event.target.matches("input")) return;
      event.preventDefault();
      page.requestSubmit();
    });
    hint.addEventListener("click", () => ask("hint"));
    again.addEventListener("click", () => {
      answer.fill(null);
      ask("start again");
      page.querySelector("input, button").focus();
    });
    model.on("change:turn", say);
    answer.fill(model.get("answer"));
    say();
    el.append(page);
  },
};
