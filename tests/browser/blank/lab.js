// What the scripts of the course ask of anywidget and of JupyterLab, and no more: models, a kernel and a notebook.

class Signal {
  slots = new Set();
  connect(slot) {
    this.slots.add(slot);
  }
  disconnect(slot) {
    this.slots.delete(slot);
  }
  emit(...words) {
    for (const slot of [...this.slots]) slot(...words);
  }
}

class Model {
  saved = []; // what was handed over to Python, as it was then
  sent = []; // the messages to Python
  listeners = new Map();
  isBusy = false;
  constructor(state, manager) {
    this.state = state;
    this.widget_manager = manager;
  }
  get(name) {
    return this.state[name];
  }
  set(name, value) {
    if (JSON.stringify(this.state[name]) === JSON.stringify(value)) return;
    this.state[name] = value;
    this.tell(`change:${name}`);
    this.tell("change");
  }
  on(name, listener) {
    this.listeners.set(name, [...(this.listeners.get(name) ?? []), listener]);
  }
  tell(name, ...words) {
    for (const listener of this.listeners.get(name) ?? []) listener(...words);
  }
  // Python does at once what a learner has touched, unless a test keeps it from that.
  save_changes() {
    const { touched = [], heard = 0 } = this.state;
    const unheard = touched.filter(([number]) => number > heard);
    if (unheard.length && !this.isBusy) {
      this.set("values", { ...this.state.values, ...Object.fromEntries(unheard.map(([, name, value]) => [name, value])) });
      this.set("heard", unheard.at(-1)[0]);
    }
    this.saved.push(structuredClone(this.state));
  }
  send(message) {
    this.sent.push(message);
  }
}

const outputs = (views) => ({
  length: views.length,
  get: (place) => ({ data: views[place] ? { "application/vnd.jupyter.widget-view+json": { model_id: views[place] } } : {} }),
});

const lab = {
  views: [],
  kernel: { id: "first", status: "idle", connectionStatus: "connected", isDisposed: false, statusChanged: new Signal() },
  states: {}, // of the widgets that have a Python, as their manager tells them
  saves: [], // the saves that have begun and not ended
  cell: (...views) => ({ type: "code", outputs: outputs(views), trusted: false }),
  turn(status) {
    lab.kernel.status = status;
    lab.kernel.statusChanged.emit(lab.kernel, status);
  },
};
lab.context = {
  path: "lessons/now.ipynb",
  saveState: new Signal(),
  save: () => new Promise((resolve, reject) => lab.saves.push({ resolve, reject })),
  model: {
    cells: [],
    dirty: false,
    metadata: {},
    getMetadata: (name) => lab.context.model.metadata[name],
    setMetadata: (name, value) => (lab.context.model.metadata[name] = value),
  },
};
lab.manager = {
  kernel: lab.kernel,
  context: lab.context,
  get_state_sync: (options) => ({ version_major: 2, options, state: structuredClone(lab.states) }),
  get_state: async (options) => ({ options, state: structuredClone(lab.states) }),
};

// Load a script as anywidget does, let its widget come to life, and draw a view of it. A script is a module of its own.
lab.live = async (script, state, manager = lab.manager) => {
  const url = URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
  const widget = (await import(url)).default;
  const model = new Model(state, manager);
  const ending = new AbortController();
  widget.initialize({ model, signal: ending.signal });
  return { widget, model, ending };
};
lab.view = ({ widget, model }, place = document.querySelector("main")) => {
  const el = document.createElement("div");
  place.append(el);
  const stop = widget.render({ model, el });
  return { el, stop };
};
lab.show = async (script, state, manager = lab.manager, place = undefined) => {
  const made = await lab.live(script, state, manager);
  lab.views.push({ ...made, ...lab.view(made, place) });
};

// The clock of the page stands still: what takes no time, but a turn of its own, is waited for by messages.
const turn = () =>
  new Promise((go) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = go;
    port2.postMessage(0);
  });
lab.settle = async () => {
  for (let turns = 0; turns < 20; turns += 1) await turn();
};
lab.until = async (is) => {
  for (let turns = 0; turns < 5000 && !is(); turns += 1) await turn();
};
globalThis.lab = lab;
