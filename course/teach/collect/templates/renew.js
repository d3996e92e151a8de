// A report that is served asks for a newer one, and takes it in with what is open, chosen and in sight.
const EVERY = 3000; // milliseconds
const SWAPPED = "#content";

/** What is at the top of the window, and how far from it: what is above may grow. */
function inSight() {
  const below = all(`${SWAPPED} [id]`).find((each) => each.getBoundingClientRect().bottom > 80 && each.offsetParent);
  return below && { id: below.id, top: below.getBoundingClientRect().top };
}

function renew(text) {
  const newer = one(SWAPPED, new DOMParser().parseFromString(text, "text/html"));
  if (!newer) return;
  const root = document.importNode(newer, true);
  const [focused, sight] = [document.activeElement?.id, inSight()];
  const open = new Map(all(`${SWAPPED} details[id]`).map((each) => [each.id, each.open]));
  for (const each of all("details[id]", root)) if (open.has(each.id)) each.open = open.get(each.id);
  prepare(root); // names are hidden before they are in the page
  one(SWAPPED).replaceWith(root);
  const target = sight && document.getElementById(sight.id);
  if (target) window.scrollBy(0, target.getBoundingClientRect().top - sight.top);
  if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
}

async function ask(address) {
  const answer = await fetch(address, { cache: "no-store" });
  if (!answer.ok) throw new Error(answer.statusText);
  return answer;
}

/** Ask which report is the newest, and fetch this page anew where it is another one. */
function watch(address) {
  let [known, waiting] = [null, ""];
  const told = one("#live");
  const tell = (text) => { if (told.textContent !== text) told.textContent = text; };
  const look = async () => {
    try {
      const { version } = await (await ask(address)).json();
      if (version !== known) {
        const text = await (await ask(location.pathname + location.search)).text();
        const is = text.match(/<div id="content" data-version="(\w+)"/)?.[1]; // before anything that learners wrote
        if (is && is !== one(SWAPPED).dataset.version) waiting = text;
        known = version;
      }
      if (waiting && !one("#project").open) { // what a class looks at stays as it is
        renew(waiting);
        waiting = "";
        tell(`Renewed at ${new Date().toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" })}`);
      } else if (!told.textContent || told.classList.contains("off")) tell("Renews itself");
      told.classList.remove("off");
    } catch {
      told.classList.add("off");
      tell("Does not renew itself: the course was stopped.");
    }
    setTimeout(look, EVERY);
  };
  look();
}

document.addEventListener("DOMContentLoaded", () => {
  if (document.body.dataset.live) watch(document.body.dataset.live);
});
