// A panel: parts in areas, each a control, a text or a figure. Python says which parts there are and what they show; the
// model holds it.
//
// What the learner touches goes to `touched`: a list, in the order in which it was touched, of a number, the name of the
// control and its value. `heard` is the last number that Python has done. What it has not heard of yet stays in the list, so
// nothing is lost where messages are put together, and in its control, whatever answers to older touches say.

const unheard = (model) => model.get("touched").filter(([number]) => number > model.get("heard"));

const touch = (model, name, value, isPress) => {
  const list = unheard(model);
  const [last, latest] = list.at(-1) ?? [model.get("heard")];
  if (latest === name && !isPress) list.pop(); // it was moved on before Python has come to it; each press counts
  model.set("touched", [...list, [last + 1, name, value]]);
  model.save_changes();
};

const valueOf = (model, name) => {
  const touches = unheard(model).filter(([, touched]) => touched === name);
  return touches.length ? touches.at(-1)[2] : model.get("values")[name];
};

const controlled = (model, part) => {
  const { name } = part;
  let waiting = 0; // until what was typed is handed over: till then the field keeps it
  const hand = () => {
    clearTimeout(waiting);
    waiting = 0;
    touch(model, name, made.read(), part.kind === "button");
  };
  // A text is handed over when the learner looks up or goes on; all else at once.
  const give = () => {
    clearTimeout(waiting);
    if (part.kind === "text") waiting = setTimeout(hand, 400);
    else hand();
  };
  const made = CONTROLS[part.kind](part, give);
  made.node.dataset.name = name;
  made.node.addEventListener("focusout", () => waiting && hand());
  const fill = () => waiting || made.fill(valueOf(model, name));
  let before = "";
  const update = () => {
    const more = model.get("more")[name] ?? {};
    if (JSON.stringify(more) === before) return;
    before = JSON.stringify(more);
    made.update({ ...part, ...more });
    fill();
  };
  for (const what of ["values", "touched", "heard"]) model.on(`change:${what}`, fill);
  model.on("change:more", update);
  fill();
  update();
  return made.node;
};

const draw = (model, el) => {
  const areas = new Map();
  const rows = new Map();
  for (const part of model.get("parts")) {
    if (!areas.has(part.area)) areas.set(part.area, make("div", { className: `btl-area btl-${part.area}` }));
    let place = areas.get(part.area);
    if (part.row) {
      const key = `${part.area} ${part.row}`;
      if (!rows.has(key)) place.append(rows.set(key, make("div", { className: "btl-row" })).get(key));
      place = rows.get(key);
      if (part.name.endsWith("-sure")) place.classList.add("btl-sure"); // an item of the small task
    }
    place.append((PARTS[part.kind] ?? controlled)(model, part));
  }
  const body = make("div", { className: `btl-panel btl-has-${[...areas.keys()].join("-")}` }, ...areas.values());
  el.append(body);
  return body;
};

export default {
  initialize: begin,
  render({ model, el }) {
    const body = draw(model, el);
    const controls = body.querySelectorAll(".btl-group, .btl-line, .btl-row, .btl-reader, .btl-desk");
    const watched = watch(model, el, (state) => {
      for (const node of controls) node.inert = state !== "live";
    });
    return watched.stop;
  },
};
