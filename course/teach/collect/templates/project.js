// What a class looks at on a wall: one answer at a time, hands that a teacher counts, and at the end a right reading.
const hands = new Map(); // the question and the answer of a slide, and the hands for each of its options
let at = 0;

const slides = () => all("#project .slide");
const shown = () => slides()[at];
const nameOf = (slide) => `${one(".over", slide).textContent}\n${one(".answer", slide).textContent}`;

function countsOf(slide) {
  const name = nameOf(slide);
  if (!hands.has(name)) hands.set(name, { counts: all(".option", slide).map(() => 0), chosen: 0 });
  return hands.get(name);
}

function draw() {
  const every = slides();
  at = Math.min(at, Math.max(every.length - 1, 0));
  every.forEach((each, place) => { each.hidden = place !== at; });
  one("#project-at").textContent = every.length ? `${at + 1} of ${every.length}` : "No answer yet";
  const slide = shown();
  if (!slide) return;
  const { counts, chosen } = countsOf(slide);
  const most = Math.max(10, ...counts);
  const told = [];
  all(".option", slide).forEach((option, place) => {
    option.classList.toggle("chosen", place === chosen);
    one("output", option).textContent = counts[place];
    one("rect", option).setAttribute("width", `${(100 * counts[place]) / most}%`);
    if (counts[place]) told.push(`${one(".label", option).textContent}: ${counts[place]}`);
  });
  one(".hands", slide).textContent = told.length ? `Hands: ${told.join(" · ")}` : "";
  one(".hands", slide).hidden = !told.length;
}

function step(by) {
  const many = slides().length;
  if (!many) return;
  at = (at + by + many) % many;
  draw();
  one(".left", shown()).scrollTop = 0;
}

function raise(by, place) {
  const state = shown() && countsOf(shown());
  if (!state) return;
  if (place !== undefined) state.chosen = place;
  state.counts[state.chosen] = Math.max(0, state.counts[state.chosen] + by);
  draw();
}

function choose(by) {
  const state = shown() && countsOf(shown());
  if (!state) return;
  state.chosen = (state.chosen + by + state.counts.length) % state.counts.length;
  draw();
}

function reveal() {
  const slide = shown();
  if (!slide) return;
  const part = one(".reveal", slide);
  part.hidden = !part.hidden;
  one(".vote", slide).hidden = !part.hidden;
  one("[data-reveal]", slide).textContent = part.hidden ? "Show the right reading" : "Back to the vote";
  if (!part.hidden) part.focus({ preventScroll: true });
}

function openProject() {
  setNames(true); // a projector shows what a laptop shows
  one("#project").showModal();
  one("#project").focus();
  draw();
}

/** A dialog itself cannot fill a screen: what is in it can. */
function fullScreen() {
  if (document.fullscreenElement) document.exitFullscreen();
  else one("#wall").requestFullscreen?.().catch(() => say("This browser does not allow a full screen."));
}

const KEYS = {
  ArrowRight: () => step(1),
  ArrowLeft: () => step(-1),
  PageDown: () => step(1),
  PageUp: () => step(-1),
  ArrowDown: () => choose(1),
  ArrowUp: () => choose(-1),
  "+": () => raise(1),
  "=": () => raise(1),
  "-": () => raise(-1),
  "−": () => raise(-1),
  r: reveal,
  R: reveal,
  f: fullScreen,
  ...Object.fromEntries([1, 2, 3, 4].map((number) => [String(number), () => raise(1, number - 1)])),
};

document.addEventListener("keydown", (event) => {
  if (!one("#project")?.open || event.ctrlKey || event.metaKey || event.altKey) return;
  const scrolls = event.target.closest(".slide > .right") && /^Arrow(Up|Down)|^Page/.test(event.key);
  if (scrolls || !(event.key in KEYS)) return;
  event.preventDefault();
  KEYS[event.key]();
});
document.addEventListener("click", (event) => {
  const button = event.target.closest("button");
  if (!button) return;
  if (button.id === "project-open") openProject();
  if (button.id === "project-close") one("#project").close();
  if (button.id === "full") fullScreen();
  if (button.dataset.step) step(Number(button.dataset.step));
  if (button.dataset.hand) raise(Number(button.dataset.hand), Number(button.closest(".option").dataset.option));
  if ("reveal" in button.dataset) reveal();
});
