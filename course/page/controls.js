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

// A field with a box beside it that stands for "there is none"; without one it is the field alone.
const field = (input, { label, blank }, give, event = "input") => {
  let off = false; // whether all of it is
  const lock = () => (input.disabled = off || box.checked);
  input.addEventListener(event, give);
  const box = make("input", { type: "checkbox" });
  box.addEventListener("change", give);
  const blankValue = blank?.[0];
  return {
    node: line(label, input, ...(blank ? [labelled(blank[1], box)] : [])),
    read: () => (box.checked ? blankValue : input.value.trim() || null),
    fill: (value) => {
      box.checked = blank !== undefined && value === blankValue;
      lock();
      const shown = box.checked ? "" : String(value ?? "");
      // A field that the learner is in keeps what is typed, and the place in it.
      if (input.value.trim() !== shown) input.value = shown;
    },
    update: ({ disabled }) => {
      off = box.disabled = Boolean(disabled);
      lock();
    },
  };
};

const typed = (inputMode, className = "") => (control, give) =>
  field(make("input", { type: "text", inputMode, autocomplete: "off", className }), control, give);

const part = (style, date) => new Intl.DateTimeFormat("en-GB", { ...style, timeZone: "UTC" }).format(date);
const MONTHS = [...Array(12).keys()].map((month) => part({ month: "long" }, Date.UTC(2022, month, 1)));

// A day as three lists, in words and in the order of the texts around it: it opens on the month of the report, and its
// weekday stands beside it. The browser's own field has an order of its own, opens on today and swallows half a date.
const day = (control, give) => {
  const { least, most, label } = control;
  const month = control.month ?? (least ?? "").slice(0, 7);
  const [atYear, atMonth] = (month || new Date().toISOString()).split("-").map(Number);
  const years = least && most ? [Number(least.slice(0, 4)), Number(most.slice(0, 4))] : [atYear - 1, atYear + 1];
  const list = (word, options) => {
    const node = make("select", {}, ...options.map(([value, text]) => make("option", { value }, text)));
    node.setAttribute("aria-label", `${label}: ${word}`);
    return node;
  };
  const days = list("day", [["", "day"], ...[...Array(31).keys()].map((at) => [at + 1, at + 1])]);
  const months = list("month", MONTHS.map((name, at) => [at + 1, name]));
  const year = list("year", [...Array(years[1] - years[0] + 1).keys()].map((at) => [years[0] + at, years[0] + at]));
  const weekday = make("output", { className: "btl-weekday" });
  const node = make("span", { className: "btl-day" }, days, months, year, weekday);
  const two = (number) => String(number).padStart(2, "0");
  const read = () => {
    if (!days.value) return "";
    const last = new Date(Date.UTC(year.value, months.value, 0)).getUTCDate(); // 31 February is the last of February
    return `${year.value}-${two(months.value)}-${two(Math.min(days.value, last))}`;
  };
  const say = () => {
    const value = read();
    const whole = Number(value.slice(8)) === Number(days.value) ? {} : { day: "numeric", month: "long" };
    weekday.textContent = value ? part({ weekday: "long", ...whole }, new Date(value)) : "";
  };
  const fill = (value) => {
    const [y, m, d] = value ? value.split("-").map(Number) : [atYear, atMonth, ""];
    if (![...year.options].some((option) => Number(option.value) === y)) year.append(make("option", { value: y }, y));
    [year.value, months.value, days.value] = [y, m, d];
    say();
  };
  Object.defineProperties(node, {
    value: { get: read, set: fill },
    disabled: { set: (off) => [days, months, year].forEach((each) => (each.disabled = off)) },
  });
  node.setAttribute("role", "group");
  node.setAttribute("aria-label", label);
  node.addEventListener("change", (event) => {
    say();
    const value = read();
    const outside = value && ((least && value < least) || (most && value > most));
    if (outside) fill(value < least ? least : most);
  });
  fill("");
  return field(node, control, give, "change");
};

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
  const update = ({ disabled }) => (input.disabled = Boolean(disabled));
  return { node: line(control.label, input, output), read: () => Number(input.value), fill, update };
};

const order = ({ label, options = [] }, give) => {
  const list = make("ol", { className: "btl-order" });
  const said = make("p", { className: "btl-status" }); // for a screen reader: where an item went
  said.setAttribute("role", "status");
  const texts = new Map(options);
  if (label) list.setAttribute("aria-label", label);
  const mark = () =>
    [...list.children].forEach((item, place) => {
      const [up, down] = item.querySelectorAll("button");
      up.disabled = place === 0;
      down.disabled = place === list.children.length - 1;
    });
  const moved = (item) => {
    mark();
    said.textContent = `“${texts.get(item.dataset.key)}” is now ${[...list.children].indexOf(item) + 1} of ${texts.size}.`;
    give();
  };
  const move = (item, step) => {
    if (step < 0) item.previousElementSibling.before(item);
    else item.nextElementSibling.after(item);
    moved(item);
    // The focus stays with the item, on the button that can still be pressed.
    const [up, down] = item.querySelectorAll("button");
    const [same, other] = step < 0 ? [up, down] : [down, up];
    (same.disabled ? other : same).focus();
  };
  // By mouse or finger an item changes places with the item that the pointer is over. The document listens: an item that
  // is moved loses the pointer.
  const drag = (item) => {
    let before = "";
    const over = ({ clientY }) => {
      const isThere = (other) => {
        const { top, bottom } = other.getBoundingClientRect();
        return other !== item && clientY >= top && clientY <= bottom;
      };
      const other = [...list.children].find(isThere);
      if (!other) return;
      if (item.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) other.after(item);
      else other.before(item);
    };
    const drop = () => {
      item.classList.remove("btl-dragged");
      document.removeEventListener("pointermove", over);
      for (const end of ["pointerup", "pointercancel"]) document.removeEventListener(end, drop);
      if (before !== read().join()) moved(item);
    };
    item.addEventListener("pointerdown", (event) => {
      if (event.button !== 0 || event.target.closest("button") || list.closest("[inert]")) return;
      event.preventDefault();
      before = read().join();
      item.classList.add("btl-dragged");
      document.addEventListener("pointermove", over);
      for (const end of ["pointerup", "pointercancel"]) document.addEventListener(end, drop);
    });
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
    drag(node);
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
  return { node: make("div", {}, list, said), read, fill, update: () => {} };
};

// A button that can be pressed no more keeps the keyboard's place, which one that is disabled would lose.
const shut = (node, isIt) => (node.ariaDisabled = String(Boolean(isIt)));
const isShut = (node) => node.ariaDisabled === "true";

const button = (control, give) => {
  const node = make("button", { type: "button" }, control.label);
  let pressed = 0;
  node.addEventListener("click", () => {
    if (isShut(node)) return;
    pressed += 1;
    give();
  });
  const update = ({ label, disabled }) => {
    node.textContent = label;
    shut(node, disabled);
  };
  // What comes back can be older than the last press.
  return { node, read: () => pressed, fill: (value) => (pressed = Math.max(pressed, value ?? 0)), update };
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

// JupyterLab's shortcuts would take the arrow keys and Enter away from whatever has the focus. Escape leads back to the
// cell, from which the arrow keys go on.
const keepKeys = (node) => {
  node.addEventListener("focusin", ({ target }) => target.setAttribute("data-lm-suppress-shortcuts", "true"));
  node.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    node.closest(".jp-Cell")?.focus();
  });
};
