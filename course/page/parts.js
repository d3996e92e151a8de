// The parts of a panel that are no controls: texts, and a line that is told when it changes. A theme adds its own.

const html = (model, { name }) => {
  const node = make("div", { className: `btl-text btl-${name}` });
  let shown = null;
  const show = () => {
    const given = model.get("html")[name] ?? "";
    if (given !== shown) node.innerHTML = shown = given; // what is the same keeps what was unfolded
  };
  model.on("change:html", show);
  show();
  return node;
};

const status = (model, { name }) => {
  const node = make("p", { className: "btl-status" });
  node.setAttribute("role", "status");
  const show = () => (node.textContent = model.get("html")[name] ?? "");
  model.on("change:html", show);
  show();
  return node;
};

const PARTS = { html, status };
