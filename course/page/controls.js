// Controls: form controls that the browser itself draws, so that each has a label, works by keyboard and with a screen
// reader, and follows the theme. Python says what a control is (`controls.py`); questions, notes and explorers use these.

const make = (tag, properties = {}, ...children) => {
  const node = Object.assign(document.createElement(tag), properties);
  node.append(...children);
  return node;
};

// A page can hold the same control twice, in two views of a notebook: a count of them would give both the same id.
const fresh = () => `btl-${Math.random().toString(36).slice(2)}`;

const labelled = (text, input, className = "btl-option") =>
  make("label", { className }, input, make("span", { dir: "auto" }, text));

// A maker a kind. It gets the control, and `give`, to be called when the learner has changed something. It returns the
// `node`; `read` its value, null where nothing is given; `fill` it with a value; `update` it when options, the label
// or whether it can be used have changed.

const boxes = (type) => (control, give) => {
  const group = make("fieldset", { className: "btl-group" });
  const name = fresh();
  let inputs = [];
  const read = () => {
    const picked = inputs.filter((input) => input.checked).map((input) => input.value);
    return type === "checkbox" ? picked : (picked[0] ?? null);
  };
  const fill = (value) => {
    const wanted = [value].flat();
    for (const input of inputs) input.checked = wanted.includes(input.value);
  };
  const update = ({ label, options = [], disabled }) => {
    const before = read();
    inputs = options.map(([value]) => make("input", { type, name, value }));
    for (const input of inputs) input.addEventListener("change", give);
    const lines = options.map(([, text], place) => labelled(text, inputs[place]));
    group.replaceChildren(...(label ? [make("legend", {}, label)] : []), ...lines);
    group.disabled = Boolean(disabled);
    fill(before);
  };
  update(control);
  return { node: group, read, fill, update };
};

const line = (label, input, ...more) => {
  input.id = fresh();
  return make("div", { className: "btl-line" }, make("label", { htmlFor: input.id }, label), input, ...more);
};

const enable = (input) => ({ disabled }) => (input.disabled = Boolean(disabled));

// A field with a box beside it that stands for "there is none"; without one it is the field alone.
const field = (input, { label, blank }, give, event = "input") => {
  input.addEventListener(event, give);
  const box = make("input", { type: "checkbox" });
  box.addEventListener("change", () => {
    input.disabled = box.checked;
    give();
  });
  const blankValue = blank?.[0];
  return {
    node: line(label, input, ...(blank ? [labelled(blank[1], box)] : [])),
    read: () => (box.checked ? blankValue : input.value.trim() || null),
    fill: (value) => {
      box.checked = blank !== undefined && value === blankValue;
      input.disabled = box.checked;
      const shown = box.checked ? "" : String(value ?? "");
      // A field that the learner is in keeps what is typed, and the place in it.
      if (input.value.trim() !== shown) input.value = shown;
    },
    update: enable(input),
  };
};

const typed = (inputMode, className = "") => (control, give) =>
  field(make("input", { type: "text", inputMode, autocomplete: "off", className }), control, give);

const day = (control, give) =>
  field(make("input", { type: "date", min: control.least ?? "", max: control.most ?? "" }), control, give, "change");

const text = (control, give) => {
  const input = make("textarea", { rows: control.rows ?? 1, placeholder: control.hint ?? "", spellcheck: true });
  const made = field(input, control, give);
  return { ...made, read: () => input.value };
};

const pick = (control, give) => {
  const input = make("select");
  input.addEventListener("change", give);
  const update = ({ options = [], disabled }) => {
    const before = input.value;
    input.replaceChildren(...options.map(([value, words]) => make("option", { value }, words)));
    if (options.some(([value]) => value === before)) input.value = before;
    input.disabled = Boolean(disabled);
  };
  update(control);
  return { node: line(control.label, input), read: () => input.value, fill: (value) => (input.value = value), update };
};

const slider = (control, give) => {
  const { least: min, most: max, step = 1, unit = "" } = control;
  const input = make("input", { type: "range", min, max, step });
  const output = make("output");
  const show = () => {
    output.textContent = `${input.value} ${unit}`;
    input.setAttribute("aria-valuetext", output.textContent);
  };
  input.addEventListener("input", () => {
    show();
    give();
  });
  const fill = (value) => {
    input.value = value;
    show();
  };
  return { node: line(control.label, input, output), read: () => Number(input.value), fill, update: enable(input) };
};

const order = ({ label, options = [] }, give) => {
  const list = make("ol", { className: "btl-order" });
  const texts = new Map(options);
  if (label) list.setAttribute("aria-label", label);
  const mark = () =>
    [...list.children].forEach((item, place) => {
      const [up, down] = item.querySelectorAll("button");
      up.disabled = place === 0;
      down.disabled = place === list.children.length - 1;
    });
  const move = (item, step) => {
    if (step < 0) item.previousElementSibling.before(item);
    else item.nextElementSibling.after(item);
    mark();
    // The focus stays with the item, on the button that can still be pressed.
    const [up, down] = item.querySelectorAll("button");
    const [same, other] = step < 0 ? [up, down] : [down, up];
    (same.disabled ? other : same).focus();
    give();
  };
  const item = (key) => {
    const button = (sign, word, step) => {
      const made = make("button", { type: "button", className: "btl-move" }, sign);
      made.setAttribute("aria-label", `Move ${word}: ${texts.get(key)}`);
      made.addEventListener("click", () => move(made.closest("li"), step));
      return made;
    };
    const node = make("li", {}, button("↑", "up", -1), button("↓", "down", 1), make("span", {}, texts.get(key)));
    node.dataset.key = key;
    return node;
  };
  const read = () => [...list.children].map((each) => each.dataset.key);
  const fill = (keys) => {
    const wanted = keys ?? [...texts.keys()];
    if (read().join() === wanted.join()) return;
    list.replaceChildren(...wanted.map(item));
    mark();
  };
  fill(null);
  return { node: list, read, fill, update: () => {} };
};

const button = (control, give) => {
  const node = make("button", { type: "button" }, control.label);
  let pressed = 0;
  node.addEventListener("click", () => {
    pressed += 1;
    give();
  });
  const update = ({ label, disabled }) => {
    node.textContent = label;
    node.disabled = Boolean(disabled);
  };
  return { node, read: () => pressed, fill: (value) => (pressed = value ?? 0), update };
};

const CONTROLS = {
  one: boxes("radio"),
  some: boxes("checkbox"),
  order,
  pick,
  slider,
  number: typed("decimal"),
  line: typed("text", "btl-wide"),
  day,
  text,
  button,
};

// JupyterLab's shortcuts would take the arrow keys and Enter away from whatever has the focus.
const keepKeys = (node) =>
  node.addEventListener("focusin", ({ target }) => target.setAttribute("data-lm-suppress-shortcuts", "true"));
