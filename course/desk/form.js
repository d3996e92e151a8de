// The columns of a row of the desk: menus with what their words mean, fields, and a note for what one is in doubt of.

const TYPED_AFTER = 500; // milliseconds in which nothing more is typed

// A control whose value is handed over when it changes; what is being typed, when one looks up or goes on.
const handing = (control, hand) => {
  let waiting = 0;
  const now = () => {
    clearTimeout(waiting);
    waiting = 0;
    hand(made.read() ?? "");
  };
  const isTyped = ["line", "number", "text"].includes(control.kind);
  const give = () => {
    clearTimeout(waiting);
    if (isTyped) waiting = setTimeout(now, TYPED_AFTER);
    else now();
  };
  const made = CONTROLS[control.kind](control, give);
  made.node.addEventListener("focusout", () => waiting && now());
  const fill = (value) => waiting || made.fill(value);
  return { ...made, fill, settle: () => waiting && now() };
};

const list = (pairs, label) =>
  make(
    "details",
    {},
    make("summary", {}, label),
    make("dl", {}, ...pairs.flatMap(([word, meaning]) => [make("dt", {}, word), make("dd", {}, meaning)])),
  );

const columnOf = (column, send) => {
  const words = new Map(column.options ?? []);
  const meanings = Object.entries(column.meanings ?? {});
  const made = handing(column, send);
  const says = make("small", {}, column.asks);
  const all = meanings.length ? [list(meanings.map(([key, meaning]) => [words.get(key) ?? key, meaning]), "All words")] : [];
  const node = make("div", { className: "btl-column" }, made.node, make("div", { className: "btl-means" }, says, ...all));
  const input = node.querySelector("input, select, textarea");
  says.id = fresh();
  input.setAttribute("aria-describedby", says.id);
  node.dataset.column = column.name;
  const fill = (value) => {
    made.fill(value);
    says.textContent = column.meanings?.[value] ?? column.asks;
  };
  return { ...made, node, fill, isMore: column.isMore, isRare: column.isRare };
};

const rowForm = (model, send) => {
  let row = null; // the row that is in the form
  const head = make("h4", {});
  const give = (column) => (value) => row && send({ do: "change", row: row.key, column, value });
  const columns = new Map(model.get("form").map((column) => [column.name, columnOf(column, give(column.name))]));
  const note = handing({ kind: "text", label: "In doubt? Say why", value: "", rows: 2 }, give("note"));
  const remove = make("button", { type: "button" }, "Take this row away");
  remove.addEventListener("click", () => send({ do: "remove", row: row.key }));
  const parts = (isMore) => {
    const some = [...columns.values()].filter((each) => each.isMore === isMore);
    return make("div", { className: "btl-fields" }, ...some.map(({ node }) => node));
  };
  const more = make("details", { className: "btl-more-columns" }, make("summary", {}, "More columns"), parts(true));
  const node = make("div", { className: "btl-form" }, head, parts(false), more, note.node, make("div", { className: "btl-bar" }, remove));
  const show = (chosen, isShut) => {
    // What was typed for the row before goes to that one.
    if (row && row.key !== chosen?.key) for (const each of [...columns.values(), note]) each.settle();
    const isNew = row?.key !== chosen?.key;
    row = chosen;
    node.hidden = !chosen;
    if (!chosen) return;
    head.textContent = `¶${chosen.paragraph} “${chosen.wording}”`;
    for (const [name, column] of columns) {
      if (chosen.options[name]) column.update({ options: chosen.options[name] });
      column.fill(chosen.values[name]);
      column.node.classList.toggle("btl-open", chosen.open.includes(name));
    }
    note.fill(chosen.note);
    node.inert = isShut;
    if (isNew) more.open = [...columns].some(([name, { isRare }]) => isRare && chosen.values[name]);
  };
  return { node, show };
};

const YES_OR_NO = [["", "choose …"], ["true", "yes"], ["false", "no"]];

// Who is named in rows: what kind of actor each is, and whether their words stand between quotation marks.
const people = (model, send) => {
  const node = make("fieldset", { className: "btl-people" });
  let before = "";
  const show = (actors) => {
    const now = JSON.stringify(actors);
    if (now === before) return;
    before = now;
    const focus = node.contains(document.activeElement) ? document.activeElement.ariaLabel : null;
    const kinds = Object.entries(model.get("kinds"));
    const lines = actors.map(([actor, name, kind, quoted]) => {
      const menu = (label, options, value, what) => {
        const made = CONTROLS.pick({ label, options }, () => send({ do: "actor", actor, [what]: made.read() }));
        made.fill(value);
        made.node.querySelector("select").ariaLabel = `${name}: ${label}`;
        return made.node;
      };
      const asks = [menu("kind", kinds, kind, "kind"), menu("words quoted", YES_OR_NO, quoted, "quoted")];
      return make("div", { className: "btl-bar" }, make("b", { dir: "auto" }, name), ...asks);
    });
    node.replaceChildren(make("legend", {}, "Who is named"), ...lines);
    node.hidden = !actors.length;
    if (focus) [...node.querySelectorAll("select")].find((each) => each.ariaLabel === focus)?.focus();
  };
  return { node, show };
};
