// One control of an explorer: a form control that the browser itself draws, so that it has a label, works by
// keyboard and with a screen reader, and follows the theme. Python says which kind, and holds the value.

// Each widget loads this file anew, so a count of them would give every control the same id.
const fresh = () => `btl-control-${Math.random().toString(36).slice(2)}`;

const make = (tag, properties = {}, ...children) => {
  const node = Object.assign(document.createElement(tag), properties);
  node.append(...children);
  return node;
};

// One maker a kind: `node` to show, `fill` it from the model. A change goes through `give`.

const boxes = (type) => (model, give, id) => {
  const group = make("fieldset", { className: "btl-group" });
  const picked = () => [...group.querySelectorAll("input:checked")].map((input) => input.value);
  const draw = () => {
    const lines = model.get("options").map(([value, text]) => {
      const input = make("input", { type, name: id, value });
      input.addEventListener("change", () => give(type === "radio" ? picked()[0] : picked()));
      return make("label", { className: "btl-option" }, input, make("span", {}, text));
    });
    group.replaceChildren(make("legend", {}, model.get("label")), ...lines);
    fill();
  };
  const fill = () => {
    const wanted = [model.get("value")].flat();
    group.querySelectorAll("input").forEach((input) => (input.checked = wanted.includes(input.value)));
    group.disabled = model.get("disabled");
  };
  model.on("change:options", draw);
  draw();
  return { node: group, fill };
};

const line = (id, model, ...controls) =>
  make("div", { className: "btl-line" }, make("label", { htmlFor: id }, model.get("label")), ...controls);

const pick = (model, give, id) => {
  const input = make("select", { id });
  const draw = () => {
    input.replaceChildren(...model.get("options").map(([value, text]) => make("option", { value }, text)));
    fill();
  };
  const fill = () => {
    input.value = model.get("value");
    input.disabled = model.get("disabled");
  };
  input.addEventListener("change", () => give(input.value));
  model.on("change:options", draw);
  draw();
  return { node: line(id, model, input), fill };
};

const slider = (model, give, id) => {
  const [min, max, step] = ["least", "most", "step"].map((end) => model.get(end));
  const input = make("input", { id, type: "range", min, max, step });
  const value = make("output", { htmlFor: id });
  input.addEventListener("input", () => give(Number(input.value)));
  const fill = () => {
    input.value = model.get("value");
    input.disabled = model.get("disabled");
    value.textContent = `${model.get("value")} ${model.get("unit")}`;
    input.setAttribute("aria-valuetext", value.textContent);
  };
  return { node: line(id, model, input, value), fill };
};

const day = (model, give, id) => {
  const input = make("input", { id, type: "date", min: model.get("least"), max: model.get("most") });
  input.addEventListener("change", () => input.value && input.checkValidity() && give(input.value));
  const fill = () => {
    input.value = model.get("value");
    input.disabled = model.get("disabled");
  };
  return { node: line(id, model, input), fill };
};

const text = (model, give, id) => {
  const input = make("textarea", { id, rows: model.get("rows"), placeholder: model.get("hint"), spellcheck: true });
  let waiting = 0;
  input.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => give(input.value), 400); // milliseconds without a key: the learner looks up
  });
  input.addEventListener("blur", () => {
    clearTimeout(waiting);
    if (input.value !== model.get("value")) give(input.value);
  });
  const fill = () => {
    if (document.activeElement !== input) input.value = model.get("value");
    input.disabled = model.get("disabled");
  };
  const label = make("label", { htmlFor: id }, model.get("label"));
  return { node: make("div", { className: "btl-text" }, label, input), fill };
};

const button = (model, give) => {
  const node = make("button", { type: "button" }, model.get("label"));
  node.addEventListener("click", () => give(model.get("value") + 1));
  const fill = () => {
    node.textContent = model.get("label");
    node.disabled = model.get("disabled");
  };
  model.on("change:label", fill);
  return { node, fill };
};

const status = (model) => {
  const node = make("p", { className: "btl-status" });
  node.setAttribute("role", "status");
  return { node, fill: () => (node.textContent = model.get("value")) };
};

// plotly takes 700 pixels where it draws before it stands on the page, and looks again only when the window changes.
const fit = () => {
  const node = make("div");
  new ResizeObserver(() => window.dispatchEvent(new Event("resize"))).observe(node);
  return { node, fill: () => {} };
};

const KINDS = { one: boxes("radio"), some: boxes("checkbox"), pick, slider, day, text, button, status, fit };

export default {
  render({ model, el }) {
    const give = (value) => {
      model.set("value", value);
      model.save_changes();
    };
    const { node, fill } = KINDS[model.get("kind")](model, give, fresh());
    model.on("change:value", fill);
    model.on("change:disabled", fill);
    fill();
    // JupyterLab's shortcuts would take the arrow keys and Enter away from whatever has the focus.
    el.addEventListener("focusin", ({ target }) => target.setAttribute("data-lm-suppress-shortcuts", "true"));
    if (model.get("kind") !== "fit") el.classList.add("btl-control");
    el.append(node);
  },
};
