// The evidence reader: paragraphs and rows as the browser's own radio buttons, each list in a pane that scrolls in
// itself. A pasted text goes to Python as a message and comes back as one; it is never in the model, which is saved.

const pane = (name, title) => {
  const node = make("div", { className: "btl-pane", tabIndex: 0 });
  const legend = make("legend", {}, title);
  node.setAttribute("role", "region");
  const call = (text) => {
    legend.textContent = text;
    node.setAttribute("aria-label", text);
  };
  call(title);
  return { part: make("fieldset", { className: name }, legend, node), node, call };
};

// Scroll a pane, and nothing around it, until a part of it is in view.
const reveal = (pane, part, atTop = false) => {
  const [frame, box] = [pane.getBoundingClientRect(), part.getBoundingClientRect()];
  const room = 8; // pixels
  if (atTop || box.top < frame.top + room || box.height > frame.height) pane.scrollTop += box.top - frame.top - room;
  else if (box.bottom > frame.bottom - room) pane.scrollTop += box.bottom - frame.bottom + room;
};

const option = (name, value, give, ...children) => {
  const input = make("input", { type: "radio", name, value });
  input.addEventListener("change", give);
  const more = make("div", { className: "btl-more" });
  const node = make("div", { className: "btl-item" }, make("label", {}, input, make("span", {}, ...children)), more);
  const mark = (chosen, lit) => {
    input.checked = chosen;
    node.classList.toggle("btl-chosen", chosen);
    node.classList.toggle("btl-lit", lit);
    if (lit) input.setAttribute("aria-current", "true");
    else input.removeAttribute("aria-current");
  };
  return { node, more, mark };
};

const number = (paragraph) => make("b", { className: "btl-number" }, `¶${paragraph}`);
const words = (text) => make("span", { dir: "auto" }, text);
const told = (html) => make("span", { dir: "auto", className: "btl-p", innerHTML: html });

const GOOD_FOR = "With the report’s own words in sight you can check ours, word by word.";

const paste = (send, most) => {
  const id = `${fresh()}`;
  const field = make("textarea", { id, rows: 5, autocomplete: "off", spellcheck: false });
  const said = make("p", { className: "btl-said" });
  said.setAttribute("role", "status");
  const read = make("button", { type: "button" }, "Find the paragraphs");
  const forget = make("button", { type: "button" }, "Forget the text");
  read.addEventListener("click", () => {
    if (field.value.length > most) {
      said.textContent = "This text is too long. Paste only the report.";
      return;
    }
    send({ do: "paste", text: field.value });
    field.value = "";
  });
  forget.addEventListener("click", () => {
    field.value = "";
    send({ do: "forget" });
  });
  const part = make(
    "div",
    { className: "btl-paste", hidden: true },
    make("p", {}, `${GOOD_FOR} Copy the whole article, paste it here, and press the button.`),
    make("label", { htmlFor: id }, "The article’s text"),
    field,
    make("div", { className: "btl-bar" }, read, forget),
    make("p", {}, "The text stays in the memory of the running notebook. It is not saved, neither in the notebook nor with your progress."),
  );
  const open = make("button", { type: "button" }, "Put the report’s own words beside ours");
  const turn = (shown) => {
    part.hidden = !shown;
    open.setAttribute("aria-expanded", String(shown));
  };
  open.title = GOOD_FOR;
  open.addEventListener("click", () => {
    turn(part.hidden);
    if (!part.hidden) field.focus();
  });
  turn(false);
  const say = (text, found) => {
    said.textContent = text;
    if (found) turn(false);
  };
  return { open, part, said, say };
};

PARTS.reader = (model) => {
  const form = fresh();
  const send = (message) => model.send(message);
  let own = { paragraph: 0, parts: [] }; // what is shown of a pasted text: here and in Python's memory only
  let rows = new Map();

  const paragraphs = new Map();
  for (const [paragraph, html] of model.get("digest")) {
    const rest = make("small", {});
    const give = () => send({ do: "paragraph", paragraph });
    const made = option(`${form}-paragraph`, paragraph, give, number(paragraph), " ", told(html), rest);
    paragraphs.set(paragraph, { ...made, rest, html, text: made.node.querySelector(".btl-p") });
  }
  const digest = pane("btl-digest", "The report in our words");
  digest.node.append(...[...paragraphs.values()].map(({ node }) => node));
  const listed = pane("btl-rows", "Rows");
  const clear = make("button", { type: "button" }, "Choose nothing");
  clear.addEventListener("click", () => send({ do: "clear" }));
  const pasting = model.get("offers") ? paste(send, model.get("most")) : null;

  const row = (heading) => ([id, label, wording, paragraph]) => {
    const give = () => send({ do: "row", row: id });
    const said = [words(label), " ", number(paragraph), make("br"), make("q", { dir: "auto" }, wording)];
    rows.set(id, { ...option(`${form}-row`, id, give, ...said), paragraph, heading });
    return rows.get(id).node;
  };

  const list = () => {
    rows = new Map();
    const groups = model.get("groups").map(([name, items]) => {
      const heading = name ? make("b", {}, name) : null;
      return make("div", { className: "btl-rowgroup" }, ...(heading ? [heading] : []), ...items.map(row(heading)));
    });
    const none = make("p", {}, "There is no row here.");
    listed.node.replaceChildren(...(rows.size ? groups : [none]));
    listed.call(model.get("title"));
    const counts = new Map();
    for (const { paragraph } of rows.values()) counts.set(paragraph, (counts.get(paragraph) ?? 0) + 1);
    for (const [paragraph, { rest }] of paragraphs) {
      const found = counts.get(paragraph);
      rest.textContent = found ? ` ${found} ${found === 1 ? "row" : "rows"}` : "";
    }
  };

  const columns = (pairs) =>
    make("dl", {}, ...pairs.flatMap(([name, text]) => [make("dt", {}, name), make("dd", { dir: "auto" }, text)]));

  const quoted = () => {
    const parts = own.parts.map(([text, marked]) => make(marked ? "mark" : "span", {}, text));
    return make("blockquote", { dir: "auto" }, make("b", {}, "The report’s own words"), make("p", {}, ...parts));
  };

  const show = () => {
    const { paragraph, row: chosen, columns: pairs, marked } = model.get("chosen");
    for (const [key, item] of paragraphs) {
      const html = (key === paragraph && marked) || item.html;
      if (item.shown !== html) item.text.innerHTML = item.shown = html;
      item.mark(key === paragraph, key === paragraph);
      item.more.replaceChildren(...(key === paragraph && own.paragraph === key && own.parts.length ? [quoted()] : []));
    }
    for (const [id, item] of rows) {
      item.mark(id === chosen, item.paragraph === paragraph);
      item.more.replaceChildren(...(id === chosen ? [columns(pairs)] : []));
    }
  };

  const turnTo = () => {
    const { paragraph, row: chosen } = model.get("chosen");
    if (paragraphs.has(paragraph)) reveal(digest.node, paragraphs.get(paragraph).node);
    const first = [...rows.values()].find((item) => item.paragraph === paragraph);
    if (rows.has(chosen)) reveal(listed.node, rows.get(chosen).node);
    else if (first) reveal(listed.node, first.heading ?? first.node, true);
    if (!paragraph) digest.node.scrollTop = listed.node.scrollTop = 0;
  };

  // A change of both traits comes in one message: draw once, when both are there.
  let waiting = false;
  const later = (what) => () => {
    if (what === "list") list();
    if (waiting) return;
    waiting = true;
    queueMicrotask(() => {
      waiting = false;
      show();
      turnTo();
    });
  };
  model.on("change:groups", later("list"));
  model.on("change:chosen", later("show"));
  model.on("msg:custom", ({ own: found, said }) => {
    own = found;
    show();
    turnTo();
    pasting?.say(said, found.found);
  });
  const key = make("div", { innerHTML: model.get("key") });
  const node = make(
    "div",
    { className: "btl-reader btl-reading" },
    make("div", { className: "btl-bar" }, ...(pasting ? [pasting.open] : []), clear, key),
    ...(pasting ? [pasting.part, pasting.said] : []),
    make("div", { className: "btl-panes" }, digest.part, listed.part),
  );
  list();
  show();
  requestAnimationFrame(turnTo);
  if (pasting) send({ do: "show" });
  return node;
};
