// What a page knows of the Python behind it: whether it answers, is busy, is starting, was started anew or is gone. And
// what keeps a page alive when there is none: the state of its widgets, saved with the notebook.
//
// Each widget loads its script for itself, so what stands at the top level here belongs to one widget and all its views.

const STATE = "application/vnd.jupyter.widget-state+json";
const VIEW = "application/vnd.jupyter.widget-view+json";
const WAKE = "To wake this page, choose Run ▸ Run All Cells.";
const TOLD = {
  asleep: `☾ Asleep. Your answers are kept. ${WAKE}`,
  starting: "Python is starting. One moment …",
  restarted: `☾ Python was started anew. Your answers are kept. ${WAKE}`,
  gone: "☾ Python is not running. Your answers are kept. Choose Kernel ▸ Restart Kernel and Run All Cells.",
  lost: "The connection to Python is lost. JupyterLab is trying to find it again. Your answers so far are kept.",
};
const LOOK_EVERY = 700; // milliseconds
const STARTING = new Set(["starting", "restarting", "autorestarting"]);
const SIGN = "jupyter-widgets-disconnected"; // what ipywidgets calls a view whose model has no Python

const BEGINNINGS = []; // what else a widget does when it comes to life
const life = { kernel: null, restarted: false, lived: false, views: new Map() };

// JupyterLab lays out the cells above what has just got the focus, and can push it out of sight: it is brought back,
// unless somebody scrolls away meanwhile.
const follow = ({ target }) => {
  if (!target.matches(":is(.btl, .btl-page) :focus-visible")) return;
  const bringBack = () => target === document.activeElement && target.scrollIntoView({ block: "nearest" });
  const waits = [100, 400].map((wait) => setTimeout(bringBack, wait)); // milliseconds
  for (const act of ["wheel", "touchmove", "pointerdown"]) {
    document.addEventListener(act, () => waits.forEach(clearTimeout), { once: true, passive: true });
  }
};

const begin = ({ model, signal }) => {
  if (!globalThis.btlFollow) document.addEventListener("focusin", (globalThis.btlFollow = follow)); // once a page
  const kernel = model.widget_manager?.kernel ?? null;
  life.kernel = kernel?.id ?? null;
  const onStatus = (_, status) => {
    if (status === "restarting" || status === "autorestarting") life.restarted = true;
    lookAround();
  };
  kernel?.statusChanged?.connect(onStatus);
  signal?.addEventListener("abort", () => kernel?.statusChanged?.disconnect(onStatus));
  keepStates(model.widget_manager);
  pack(model.get("_esm"));
  model.on("change", () => mark(model));
  for (const start of BEGINNINGS) start(model);
};

// What the page can expect of Python now: "live", or a key of TOLD.
const stateOf = (model, el) => {
  const manager = model.widget_manager;
  const cut = el.closest(`.${SIGN}`) !== null || life.restarted;
  if (!manager || !("kernel" in manager)) return cut ? "asleep" : "live"; // a page that is not JupyterLab's
  const kernel = manager.kernel;
  if (!kernel || kernel.isDisposed || kernel.status === "dead") return "gone";
  if (STARTING.has(kernel.status)) return "starting";
  if (kernel.connectionStatus !== "connected") return "lost";
  if (cut || kernel.id !== life.kernel) return life.lived ? "restarted" : "asleep";
  life.lived = true;
  return "live";
};

const lookAround = () => life.views.forEach((look) => look());

const isFirst = (el) => {
  const notebook = el.closest(".jp-Notebook");
  return !notebook || notebook.querySelector(".btl-page") === el;
};

// A notebook does not know by itself that a widget in it has changed, and would not be saved.
const mark = (model) => {
  const notebook = model.widget_manager?.context?.model;
  if (notebook && life.lived && !life.restarted) notebook.dirty = true;
};

// Watch over one view: a quiet line says what is the matter and how to mend it, and `changed` is told the new state.
const watch = (model, el, changed = () => {}) => {
  const quiet = make("p", { className: "btl-quiet", hidden: true });
  quiet.setAttribute("role", "status");
  el.classList.add("btl-page");
  el.prepend(quiet);
  keepKeys(el);
  let state = "";
  let touched = false;
  const look = () => {
    if (!el.isConnected) return;
    const now = stateOf(model, el);
    // A page that sleeps says so once, and again where it is touched; all else is said where the learner may be.
    const shown = now !== "live" && (now !== "asleep" || touched || isFirst(el));
    if (quiet.hidden === shown) quiet.hidden = !shown;
    if (now === state) return;
    state = now;
    touched = false;
    quiet.textContent = TOLD[now] ?? "";
    el.classList.toggle("btl-still", now !== "live");
    if (now !== "live") rememberStates(model.widget_manager);
    changed(now);
  };
  const touch = () => {
    touched = true;
    look();
  };
  el.addEventListener("pointerdown", touch);
  el.addEventListener("focusin", touch);
  model.on("comm_live_update", () => queueMicrotask(look));
  life.views.set(el, look);
  const timer = setInterval(look, LOOK_EVERY);
  requestAnimationFrame(look);
  return {
    isLive: () => stateOf(model, el) === "live",
    touch,
    stop: () => {
      clearInterval(timer);
      life.views.delete(el);
    },
  };
};

// JupyterLab saves the states of widgets that have a Python behind them, and only these: a page that is opened asleep
// and saved would lose all of them. So what was saved before, and what was on the page when Python went, is kept; and
// what no output shows any more goes, so that a notebook stays small. A place a notebook, shared by all its widgets.

const places = (globalThis[Symbol.for("between-the-lines.states")] ??= new WeakMap());

const keepStates = (manager) => {
  const context = manager?.context;
  if (!context?.saveState || places.has(context)) return;
  const place = { states: { ...context.model.getMetadata?.("widgets")?.[STATE]?.state } };
  places.set(context, place);
  oneAtATime(context);
  context.saveState.connect((_, when) => {
    if (when !== "started") return;
    const now = manager.get_state_sync({ drop_defaults: true });
    const all = { ...place.states, ...now.state };
    place.states = needed(all, context.model.cells);
    context.model.setMetadata("widgets", { [STATE]: { ...now, state: light(place.states, all) } });
  });
};

// JupyterLab saves by itself every few seconds. Where a learner saves in the same moment, it takes its own first save for
// somebody else's, and asks which of the two to keep: whoever then chooses the file loses what was done since.
const oneAtATime = (context) => {
  const save = context.save.bind(context);
  let before = Promise.resolve();
  context.save = () => {
    const saved = before.then(save);
    before = saved.catch(() => {});
    return saved;
  };
};

const rememberStates = (manager) => {
  const place = places.get(manager?.context);
  if (!place || place.remembering) return;
  place.remembering = true;
  setTimeout(async () => {
    const { state } = await manager.get_state({ drop_defaults: true });
    Object.assign(place.states, state);
    place.remembering = false;
  }, 50);
};

// A script as it is written into a notebook: compressed, behind a line that unpacks it. Each widget carries its own, and a
// notebook has many. It is made ready when a widget comes to life, for a save waits for nobody.
const packed = (globalThis[Symbol.for("between-the-lines.packed")] ??= new Map());
const UNPACK = "/* packed */ const bytes = Uint8Array.from(atob(gz), (c) => c.charCodeAt(0)); "
  + "const whole = await new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).text(); "
  + "export default (await import(URL.createObjectURL(new Blob([whole], { type: 'text/javascript' })))).default;";

const pack = async (text) => {
  if (!text || packed.has(text) || text.includes(UNPACK) || !globalThis.CompressionStream) return;
  packed.set(text, text);
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream("gzip"));
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  const letters = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  packed.set(text, `const gz = "${btoa(letters)}"; ${UNPACK}`);
};

// What was touched and Python has not done yet is in the values of what is written: it may never come to it.
const settled = ({ touched, ...state }) => {
  if (!touched) return state;
  const unheard = touched.filter(([number]) => number > state.heard).map(([, name, value]) => [name, value]);
  return { ...state, touched: [], values: { ...state.values, ...Object.fromEntries(unheard) } };
};

// States as they are written: each of our style sheets once, with the first widget that it is of; scripts packed.
const light = (states, all) => {
  const sheets = new Map(); // a kind of widget to its sheet
  for (const { state } of Object.values(all)) if (state._css) sheets.set(state._anywidget_id, state._css);
  const written = new Set();
  const once = ({ _css, ...whole }) => {
    const state = { ...settled(whole), _esm: packed.get(whole._esm) ?? whole._esm };
    const sheet = sheets.get(state._anywidget_id);
    if (!sheet || written.has(sheet)) return state;
    written.add(sheet);
    return { ...state, _css: sheet };
  };
  const isOurs = ({ _anywidget_id: kind }) => kind?.startsWith("course.");
  const short = ({ state, ...rest }) => ({ ...rest, state: isOurs(state) ? once(state) : state });
  return Object.fromEntries(Object.entries(states).map(([id, each]) => [id, short(each)]));
};

// The states that the outputs of some cells show, with those that these refer to.
const needed = (states, cells) => {
  const found = {};
  const take = (id) => {
    if (!(id in states) || id in found) return;
    found[id] = states[id];
    for (const [, other] of JSON.stringify(states[id].state).matchAll(/"IPY_MODEL_([^"]+)"/g)) take(other);
  };
  for (const { outputs } of cells) {
    for (let place = 0; place < (outputs?.length ?? 0); place += 1) take(outputs.get(place).data[VIEW]?.model_id);
  }
  return found;
};
