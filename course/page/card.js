// A card: what Python has drawn. A link opens a notebook in JupyterLab itself, and a button gives it a command: JupyterLab
// does both for whatever bears `data-commandlinker-command`. Elsewhere a link is a link.

const lead = (model, node) => {
  const path = model.widget_manager?.context?.path;
  if (!path) return;
  const folder = path.includes("/") ? `${path.slice(0, path.lastIndexOf("/"))}/` : "";
  for (const link of node.querySelectorAll("[data-notebook]")) {
    link.dataset.commandlinkerCommand = "docmanager:open";
    link.dataset.commandlinkerArgs = JSON.stringify({ path: `${folder}${link.dataset.notebook}` });
  }
};

// JupyterLab asks before each command in a notebook that it does not trust. Whoever has run the cell of this card trusts the
// notebook; cells that show nothing yet have nothing in them to be distrusted.
const trust = (model) => {
  for (const cell of model.widget_manager?.context?.model?.cells ?? []) {
    if (cell.type === "code" && !cell.outputs.length) cell.trusted = true;
  }
};

// JupyterLab scrolls to the last cell when it has run all: who pressed the button on a card reads on from there.
const stayHere = (model, node) => {
  const kernel = model.widget_manager?.kernel;
  if (!kernel) return;
  const panel = node.closest(".jp-WindowedPanel-outer");
  const above = panel?.scrollTop;
  const onStatus = (_, status) => {
    if (status !== "idle") return;
    kernel.statusChanged.disconnect(onStatus);
    setTimeout(() => panel && (panel.scrollTop = above), 300); // after JupyterLab's own
  };
  kernel.statusChanged.connect(onStatus);
};

export default {
  initialize: begin,
  render({ model, el }) {
    const node = make("div");
    el.append(node);
    const show = () => {
      node.innerHTML = model.get("html");
      lead(model, node);
      for (const button of node.querySelectorAll("button")) button.hidden = !model.widget_manager?.context;
    };
    node.addEventListener("click", ({ target }) => {
      const { commandlinkerCommand: command, other } = target.dataset;
      if (command === "notebook:run-all-cells") stayHere(model, node);
      if (!other) return;
      setTimeout(() => {
        [target.dataset.other, target.dataset.commandlinkerCommand] = [command, other]; // once JupyterLab has done it
        [target.textContent, target.dataset.word] = [target.dataset.word, target.textContent];
      });
    });
    model.on("change:html", show);
    show();
    return watch(model, el, (state) => state === "live" && trust(model)).stop;
  },
};
