// A slider that the browser itself draws: it has a label, and the arrow keys move it.
let count = 0;

export default {
  render({ model, el }) {
    const id = `btl-slider-${(count += 1)}`;
    const label = Object.assign(document.createElement("label"), { htmlFor: id, textContent: model.get("label") });
    const input = Object.assign(document.createElement("input"), {
      id,
      type: "range",
      min: model.get("least"),
      max: model.get("most"),
    });
    const value = document.createElement("output");
    value.htmlFor = id;
    const show = () => {
      input.value = model.get("value");
      input.disabled = model.get("disabled");
      value.textContent = `${model.get("value")} ${model.get("unit")}`;
      input.setAttribute("aria-valuetext", value.textContent);
    };
    input.addEventListener("input", () => {
      model.set("value", Number(input.value));
      model.save_changes();
    });
    model.on("change:value", show);
    model.on("change:disabled", show);
    show();
    el.classList.add("btl-slider");
    // JupyterLab's shortcuts would take the arrow keys away.
    input.setAttribute("data-lm-suppress-shortcuts", "true");
    el.append(label, input, value);
  },
};
