// The coding desk: a text, the rows that stand on it, the columns of one of them, and a partner's coding when both are done.
// The text comes and goes as a message; it is never in the model, which is saved.

const MOST_LETTERS = 400_000;

const press = (label, act, className = "") => {
  const node = make("button", { type: "button", className }, label);
  node.addEventListener("click", () => isShut(node) || act());
  return node;
};

// A file of the learner's own, read in the browser.
const opened = (label, accept, take) => {
  const input = make("input", { type: "file", accept });
  input.addEventListener("change", async () => {
    const [file] = input.files;
    if (file) take(await file.text(), file.name, file.size);
    input.value = "";
  });
  return line(label, input);
};

const intake = (send) => {
  const title = CONTROLS.line({ label: "What is it called?" }, () => {});
  const field = make("textarea", { rows: 8, autocomplete: "off", spellcheck: false });
  const said = make("p", { className: "btl-said" });
  said.setAttribute("role", "status");
  const take = (text) => {
    said.textContent = text.length > MOST_LETTERS ? "This text is too long. Take one report." : "";
    if (text.length <= MOST_LETTERS) send({ do: "text", text, title: title.read() ?? "" });
  };
  const where = make("p", {});
  const node = make(
    "div",
    { className: "btl-paste" },
    make("p", {}, "Which text do you code? Paste it here, a paragraph a line, or open a file."),
    title.node,
    line("The text", field),
    make("div", { className: "btl-bar" }, press("Take this text", () => take(field.value), "btl-main"), opened("or open a file (.txt)", ".txt,text/plain", take)),
    said,
    where,
  );
  const show = ({ folder }) => {
    where.textContent = `It is kept in the folder ${folder}, as text.txt. No other file, and not the notebook, gets more of it than six words in a row.`;
  };
  return { node, show };
};

const rowList = (send) => {
  const node = make("div", { className: "btl-rowlist" });
  const name = fresh();
  let before = "";
  const show = (rows, chosen) => {
    const now = JSON.stringify([rows, chosen]);
    if (now === before) return;
    before = now;
    const hadFocus = node.contains(document.activeElement);
    const items = rows.map(({ key, paragraph, wording, allowed, open, note }) => {
      const input = make("input", { type: "radio", name, value: key, checked: key === chosen });
      input.addEventListener("change", () => send({ do: "choose", row: key }));
      const says = make("span", { dir: "auto" }, make("b", {}, `¶${paragraph}`), ` “${wording}”`, allowed ? `: ${allowed}` : "");
      const rest = [open, note && "in doubt"].filter(Boolean).join(" · ");
      return make("label", { className: "btl-option" }, input, make("span", {}, says, ...(rest ? [" ", make("small", {}, rest)] : [])));
    });
    const count = make("legend", {}, rows.length ? "Your rows, with what their words allow" : "No row yet");
    node.replaceChildren(make("fieldset", {}, count, ...items));
    if (hadFocus) node.querySelector("input:checked")?.focus();
  };
  return { node, show };
};

const partnering = (send) => {
  const file = make("p", {});
  const known = CONTROLS.pick({ label: "Compare with", options: [] }, () => send({ do: "with", partner: known.read() }));
  const said = make("p", {});
  const compare = press("Compare now", () => send({ do: "open" }), "btl-main");
  const look = press("Look for new files", () => send({ do: "look" }));
  const open = opened("Open a partner’s coding", ".json,application/json", (content, name) => send({ do: "partner", content, name }));
  const node = make("details", { className: "btl-partner" }, make("summary", {}, "Compare with a partner"), file, open, known.node, said, make("div", { className: "btl-bar" }, compare, look));
  const show = ({ file: own, partners, partner, partnerIsDone, isDone, isOpened }) => {
    file.textContent = `Your coding is in the file ${own}. Give it to your partner when you are done; the text is not in it.`;
    known.update({ options: partners });
    known.fill(partner);
    known.node.hidden = partners.length < 2;
    const name = partners.find(([key]) => key === partner)?.[1];
    const states = [isDone ? "You are done." : "You are not done yet.", name ? `${name} is ${partnerIsDone ? "done" : "not done yet"}.` : "No partner’s coding is here yet."];
    said.textContent = isOpened ? `You see your coding and that of ${name ?? "your partner"}.` : `${states.join(" ")} Nobody sees the other’s rows before both are done; after that, rows stay as they are.`;
    shut(compare, isOpened || !(isDone && name && partnerIsDone));
    open.hidden = look.hidden = compare.hidden = isOpened;
    if (isDone && !isOpened) node.open = true;
  };
  return { node, show };
};

const retelling = (send) => {
  const node = make("details", { className: "btl-retold" }, make("summary", {}, "Say each paragraph in your own words"));
  let fields = new Map();
  const show = (numbers, retold) => {
    if ([...fields.keys()].join() !== numbers.join()) {
      fields = new Map(numbers.map((number) => [number, handing({ kind: "text", label: `¶${number}`, rows: 2 }, (text) => send({ do: "retell", paragraph: number, text }))]));
      node.replaceChildren(node.firstElementChild, ...[...fields.values()].map((field) => field.node));
    }
    for (const [number, field] of fields) field.fill(retold[number] ?? "");
  };
  return { node, show };
};

PARTS.desk = (model) => {
  const send = (message) => model.send(message);
  // Until the new row is there, nothing can be chosen for the one that is in the form.
  const give = (place) => {
    form.node.inert = true;
    send({ do: "row", ...place });
  };
  const text = readable(give, (row) => send({ do: "choose", row }));
  const [first, rows, form, named, both, partner, retold] = [
    intake(send), rowList(send), rowForm(model, send), people(model, send), comparison(send, (chosen) => text.show({ chosen })), partnering(send), retelling(send),
  ];
  const [undo, redo, done, save] = ["undo", "redo", "done", "save"].map((what) => press("", () => send({ do: what })));
  [undo.textContent, redo.textContent, save.textContent] = ["↶ Undo", "↷ Redo", "Save as a case"];
  const row = press("Make a row of the selected words", text.give);
  row.addEventListener("pointerdown", (event) => event.preventDefault()); // what is selected stays so
  const title = make("h4", { dir: "auto" });
  const left = make("div", { className: "btl-side" }, title, make("p", { className: "btl-how" }, "Select words, and press Enter or the button below. Shift and the arrow keys select too."), text.node, make("div", { className: "btl-bar" }, row), retold.node);
  const right = make("div", { className: "btl-side" }, rows.node, form.node, named.node, both.node);
  const bar = make("div", { className: "btl-bar" }, undo, redo, done, save);
  const work = make("div", { className: "btl-work" }, bar, make("div", { className: "btl-sides" }, left, right), partner.node);
  const node = make("div", { className: "btl-desk" }, first.node, work);

  let numbers = [];
  const show = () => {
    const desk = model.get("desk");
    const { hasText, isOpened, isDone, chosen } = desk;
    first.node.hidden = hasText;
    work.hidden = !hasText;
    first.show(desk);
    title.textContent = `${desk.title} · coded by ${desk.coder}`;
    done.textContent = isDone ? "Code on" : "I am done";
    done.hidden = isOpened;
    shut(undo, !desk.canUndo);
    shut(redo, !desk.canRedo);
    rows.show(desk.rows, chosen?.key ?? "");
    rows.node.hidden = form.node.hidden = isOpened;
    form.show(isOpened ? null : chosen, isDone);
    named.show(desk.actors);
    both.node.hidden = !isOpened;
    both.show(desk.pairs, [desk.coder, desk.partners.find(([key]) => key === desk.partner)?.[1] ?? ""]);
    partner.show(desk);
    retold.show(numbers, desk.retold);
    retold.node.hidden = desk.mayBeKept;
    row.hidden = left.querySelector(".btl-how").hidden = isOpened || isDone;
    if (!isOpened) text.show({ chosen: chosen?.key ?? "" });
  };
  model.on("change:desk", show);
  model.on("msg:custom", ({ text: words, marks }) => {
    if (!words) return;
    form.node.inert = model.get("desk").isDone;
    numbers = words.map(([number]) => number);
    text.show({ text: words, marks });
    retold.show(numbers, model.get("desk").retold);
  });
  show();
  send({ do: "show" });
  return node;
};
