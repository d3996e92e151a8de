// A panel: parts in areas, each a control, a text or a figure. Python says which parts there are and what they show; the
// model holds it. What the learner changes goes to `values`, and comes back as what the parts then show.

const controlled = (model, part) => {
  const { name } = part;
  let waiting = 0; // until what was typed is handed over: till then the field keeps it
  const hand = () => {
    clearTimeout(waiting);
    waiting = 0;
    model.set("values", { ...model.get("values"), [name]: made.read() });
    model.save_changes();
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
  const fill = () => waiting || made.fill(model.get("values")[name]);
  let before = "";
  const update = () => {
    const more = model.get("more")[name] ?? {};
    if (JSON.stringify(more) === before) return;
    before = JSON.stringify(more);
    made.update({ ...part, ...more });
    fill();
  };
  model.on("change:values", fill);
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
