// A light figure: data and layout as plain JSON, drawn by plotly's own script. The script comes once a page from the
// plotly that Python has, whatever the number of figures, notebooks and kernels; a still of what was drawn last stays
// with the figure, for a page that has no Python.

const STILL_AFTER = 600; // milliseconds without a change
const ASK_AGAIN = 5000; // milliseconds, in case the one that was asked has gone
const UNSEEN_AFTER = 3000; // milliseconds in which a learner may come to see the figure
const UNSEEN_WIDTH = 760; // pixels, for a still of a figure that nobody has seen
const HEIGHT = 450; // pixels, where a picture says nothing of it: plotly draws it as high
const LOOKS = { displayModeBar: false, responsive: false };

const shelf = (globalThis[Symbol.for("between-the-lines.plotly")] ??= new Map()); // a version of plotly to its script

const unpack = async (buffer) => {
  const stream = new Blob([buffer]).stream().pipeThrough(new DecompressionStream("gzip"));
  const source = await new Response(stream).text();
  // It takes itself for a module, and leaves alone whatever other plotly the page has. teach/browser/plotly.py writes the same.
  const module = `const before = window.Plotly; const module = { exports: {} };
${source}
window.Plotly = before; export default module.exports;`;
  const url = URL.createObjectURL(new Blob([module], { type: "text/javascript" }));
  try {
    return (await import(url)).default;
  } finally {
    URL.revokeObjectURL(url);
  }
};

// A site for a browser alone has the script beside its pages, as a module: it need not come from Python.
const beside = (version) => {
  const link = document.getElementById("between-the-lines-plotly");
  return link?.dataset.version === version ? link.href : "";
};

const plotly = (model) => {
  const version = model.get("plotly");
  if (!shelf.has(version)) {
    const place = { asked: 0 };
    place.promise = new Promise((resolve) => (place.resolve = resolve));
    shelf.set(version, place);
    const near = beside(version);
    if (near) {
      place.got = true;
      place.resolve(import(near).then((module) => module.default));
    }
  }
  const place = shelf.get(version);
  model.on("msg:custom", (message, [buffer]) => {
    if (message.plotly !== version || place.got) return;
    place.got = true;
    place.resolve(unpack(buffer));
  });
  const ask = () => {
    if (place.got) return;
    if (Date.now() - place.asked > ASK_AGAIN) {
      place.asked = Date.now();
      model.send({ do: "plotly" });
    }
    setTimeout(ask, ASK_AGAIN);
  };
  ask();
  return place.promise;
};

let stillOf = null; // the picture that the still shows

const keepStill = async (Plotly, model, what, width, height) => {
  const of = model.get("drawn");
  const address = await Plotly.toImage(what, { format: "svg", width, height });
  const svg = decodeURIComponent(address.slice(address.indexOf(",") + 1));
  if (of !== model.get("drawn")) return;
  stillOf = of;
  model.set("still", lean(svg));
  // It goes to Python now, at leisure: else it would go with what the learner touches next, who waits for the answer.
  if (model.widget_manager?.kernel?.isDisposed === false) model.save_changes();
};

// A still without what nobody sees: hundredths of a pixel, and the same typeface named again for each text.
const lean = (svg) => {
  const [, face, name] = svg.match(/(font-family: ((?:[^;&"]|&quot;)+); ?)/) ?? ["", "", ""];
  const short = face ? svg.replaceAll(face, "").replace("<svg ", `<svg font-family="${name}" `) : svg;
  return short.replace(/(\d\d\.\d)\d+/g, "$1");
};

const atLeisure = () => new Promise((go) => (globalThis.requestIdleCallback ?? setTimeout)(go)); // Safari has none

// A page draws only what comes into sight; a picture that nobody has seen gets a still too, one at a time and at leisure.
BEGINNINGS.push((model) => {
  let waiting = 0;
  stillOf = model.get("still") ? model.get("drawn") : null;
  const isUnseen = () => stillOf !== model.get("drawn") && model.get("drawn") !== "{}";
  const later = () => {
    clearTimeout(waiting);
    if (isUnseen()) waiting = setTimeout(ask, UNSEEN_AFTER);
  };
  const ask = async () => {
    const Plotly = await plotly(model);
    const place = shelf.get(model.get("plotly"));
    const make = async () => {
      await atLeisure();
      if (!isUnseen()) return;
      const { data, layout } = JSON.parse(model.get("drawn"));
      await keepStill(Plotly, model, { data, layout }, UNSEEN_WIDTH, layout.height ?? HEIGHT);
    };
    // One that cannot be drawn says so on the console, and does not keep the next from its turn.
    place.unseen = Promise.resolve(place.unseen).then(make).catch(console.error);
  };
  model.on("change:drawn", later);
  later();
});

// What a mark says, line by line: the text that hovering shows, which is escaped, with a tag between its lines only.
const linesOf = (data) =>
  String(data ?? "").split("<br>")
    .map((line) => new DOMParser().parseFromString(line, "text/html").body.textContent);

// Marks that can be chosen by keyboard: one Tab stop, arrow keys from mark to mark, Enter or Space for a click.
const walkMarks = (node, tell) => {
  let at = 0;
  const marks = () =>
    [...node.querySelectorAll(".scatterlayer .points path")].filter((mark) => mark.__data__?.id !== undefined);
  const refresh = () =>
    marks().forEach((mark, place) => {
      const { id, tx, data } = mark.__data__;
      mark.setAttribute("role", "button");
      mark.setAttribute("aria-label", linesOf(data ?? tx ?? id).join(", "));
      mark.setAttribute("tabindex", place === at ? "0" : "-1");
    });
  node.addEventListener("keydown", (event) => {
    const all = marks();
    const here = all.indexOf(event.target);
    if (here < 0) return;
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    if (step) {
      at = (here + step + all.length) % all.length;
      refresh();
      all[at].focus();
    } else if (event.key === "Enter" || event.key === " ") tell("click", all[here].__data__);
    else return;
    event.preventDefault();
  });
  return () => (refresh(), marks().length > 0);
};

PARTS.figure = (model) => {
  const node = make("div", { className: "btl-figure" });
  const said = make("div", { className: "btl-mark-said" }); // what the mark says that was clicked
  said.setAttribute("role", "status");
  let Plotly = null;
  let shown = null; // the picture that is drawn, or being drawn
  let drawing = false;
  let resting = 0;
  const picture = () => model.get("drawn");
  const whole = make("div", { className: "btl-picture" }, node, said);
  const hasNone = () => (whole.hidden = picture() === "{}"); // such as a desk on which there is no row yet
  const about = () => JSON.parse(picture()); // a label, and what it listens to
  const listens = (what) => about().listens?.includes(what) ?? false;
  const tell = (what, { id = null, i = null, trace = "", data = null }) => {
    if (listens(what)) model.send({ do: what, id, point: i, trace });
    else if (data) {
      const [first, ...evidence] = linesOf(data);
      said.replaceChildren(make("b", {}, first), ...evidence.map((line) => make("mark", {}, line)));
    }
  };
  const refreshMarks = walkMarks(node, tell);

  const still = () => {
    node.innerHTML = model.get("still");
    // Room for what is still to be drawn: else what is below it, and may have the focus, would be pushed out of sight.
    if (!node.firstChild) node.style.minHeight = `${about().layout?.height ?? 0}px`;
    label();
  };

  const label = () => {
    const [first, ...rest] = node.querySelectorAll("svg.main-svg");
    first?.setAttribute("role", refreshMarks() ? "group" : "img");
    first?.setAttribute("aria-label", about().label ?? "");
    for (const svg of rest) svg.setAttribute("aria-hidden", "true");
  };

  const keep = () => {
    const [width, height] = [node.clientWidth, node.clientHeight];
    if (width && node.isConnected) keepStill(Plotly, model, node, width, height);
  };

  const listen = () => {
    for (const what of new Set(["click", ...(about().listens ?? [])])) {
      node.on(`plotly_${what}`, ({ points: [point] }) => {
        tell(what, { id: point.id, i: point.pointIndex, trace: point.data.name, data: point.customdata });
      });
    }
  };

  // The newest picture wins: what has come while one was being drawn is drawn next, and all before it never.
  const draw = async () => {
    if (hasNone() || !Plotly || drawing) return;
    drawing = true;
    const isFirst = shown === null;
    if (isFirst) node.replaceChildren();
    try {
      while (shown !== picture() && !hasNone()) {
        shown = picture();
        const { data, layout } = JSON.parse(shown);
        await Plotly.react(node, data, layout, LOOKS);
      }
    } finally {
      drawing = false;
    }
    node.style.minHeight = "";
    if (isFirst) listen();
    else said.replaceChildren();
    label();
    clearTimeout(resting);
    resting = setTimeout(keep, STILL_AFTER);
  };

  still();
  hasNone();
  model.on("change:drawn", draw);
  plotly(model).then((loaded) => {
    Plotly = loaded;
    return draw();
  });
  new ResizeObserver(() => {
    if (shown && !drawing && node.clientWidth) Plotly.Plots.resize(node);
  }).observe(node);
  return whole;
};
