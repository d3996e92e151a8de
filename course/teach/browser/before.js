// What a window of the site does before JupyterLite opens a lesson in it: a learner's older copy of a lesson is laid aside,
// so that the new one is seen; and it is said at once where this browser keeps nothing.

const STORE = "between-the-lines"; // the browser's own store of a learner's files
const ROOT = new URL(".", import.meta.url);

const asked = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

// The store, or null where there is none yet: to open it here would make an empty one, in which JupyterLite finds nothing.
export const storeOf = async () => {
  const request = indexedDB.open(STORE);
  request.onupgradeneeded = () => request.transaction.abort();
  const store = await asked(request).catch(() => null);
  if (store?.objectStoreNames.contains("files")) return store;
  store?.close();
  return null;
};

const freeName = (name, taken) => {
  const day = new Date().toLocaleDateString("sv"); // 2026-11-29, in the learner's own day
  for (let number = 1; ; number += 1) {
    const own = name.replace(/\.ipynb$/, ` - yours until ${day}${number > 1 ? `, ${number}` : ""}.ipynb`);
    if (!taken.includes(own)) return own;
  }
};

// Give each older copy of a lesson another name, and return the names: [the lesson, the copy].
export const layAside = async (editions) => {
  const store = await storeOf();
  if (!store) return [];
  try {
    const files = store.transaction("files", "readwrite").objectStore("files");
    const taken = await asked(files.getAllKeys());
    const moved = [];
    for (const [name, edition] of Object.entries(editions)) {
      if (!taken.includes(name)) continue;
      const copy = await asked(files.get(name));
      if (copy?.content?.metadata?.["between-the-lines"]?.edition === edition) continue;
      const own = freeName(name, taken);
      await asked(files.put({ ...copy, name: own, path: own }, own));
      await asked(files.delete(name));
      taken.push(own);
      moved.push([name, own]);
    }
    return moved;
  } finally {
    store.close();
  }
};

// Why this browser keeps nothing that is done here, in words; an empty text where it does.
export const whyNothingIsKept = async () => {
  if (!globalThis.isSecureContext) return "the address of this page begins with http: and not with https:";
  if (!navigator.serviceWorker) return "this window is private, or a setting of the browser forbids it";
  try {
    const store = await new Promise((resolve, reject) => {
      const request = indexedDB.open(`${STORE}-try`);
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    store.close();
    indexedDB.deleteDatabase(`${STORE}-try`);
  } catch {
    return "the browser gives this page no room to keep anything";
  }
  return "";
};

const make = (tag, { text = "", ...rest } = {}, ...parts) => {
  const node = Object.assign(document.createElement(tag), rest);
  node.append(...(text ? [text] : []), ...parts);
  return node;
};

// A line over the page that stays until it is closed.
export const tell = (...parts) => {
  const close = make("button", { text: "Close", type: "button" });
  const line = make("div", { className: "btl-before" }, make("p", {}, ...parts), close);
  line.setAttribute("role", "status");
  close.addEventListener("click", () => line.remove());
  document.body.append(line);
};

const told = (moved) => {
  for (const [name, own] of moved) {
    const link = make("a", { text: own, href: `${location.pathname}?${new URLSearchParams({ path: own })}` });
    tell(`There is a newer lesson ${name}: this is it. Your own page is kept beside it, as `, link,
      ". Your answers are kept too, and come with you.");
  }
};

const start = async () => {
  if (!document.body.dataset.notebook) return; // the list of lessons opens none: it is told where a lesson is opened
  const editions = await (await fetch(new URL("lessons.json", ROOT))).json();
  told(await layAside(editions));
};

const look = async () => {
  const why = await whyNothingIsKept();
  if (why) {
    tell(`Your answers are not kept here: ${why}. Before you close the page, write course.save_progress() in an empty cell, `,
      "run it, and download the file. Next time course.restore_progress() brings the answers back.");
  }
};

// JupyterLite forgets which lesson is open when a page is loaded again: the window remembers it.
const LAST = "between-the-lines.lesson";
const remember = () => {
  const asked = new URLSearchParams(location.search).get("path");
  const last = sessionStorage.getItem(LAST);
  if (!document.body.dataset.notebook) return;
  if (asked) sessionStorage.setItem(LAST, asked);
  else if (last) history.replaceState(null, "", `?${new URLSearchParams({ path: last })}`);
  addEventListener("pagehide", () => {
    const [, shown] = document.title.match(/^(.+\.ipynb)/) ?? [];
    if (shown) sessionStorage.setItem(LAST, shown);
  });
};

// What the page has fetched before there was a worker is kept for the next visit, once nobody waits for anything.
const keepLater = async () => {
  const { active } = (await navigator.serviceWorker?.ready) ?? {};
  setTimeout(() => {
    const files = performance.getEntriesByType("resource").map(({ name }) => new URL(name))
      .filter(({ href }) => href.startsWith(ROOT.href)).map(({ pathname }) => decodeURIComponent(pathname.slice(ROOT.pathname.length)));
    active?.postMessage({ do: "keep", files: [...new Set(files)] });
  }, 15000);
};

// A lesson opens in any case: what goes amiss here is told to whoever looks at the console.
remember();
if (document.body.dataset.notebook) keepLater();
export const ready = Promise.all([start(), look()]).catch(console.error);
