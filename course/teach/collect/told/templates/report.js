// The switches of a report. What they were is kept in this browser, as far as it lets a page keep anything.
"use strict";
const kept = {
  get: (key) => { try { return localStorage.getItem(`between-the-lines-report-${key}`); } catch { return null; } },
  set: (key, value) => { try { localStorage.setItem(`between-the-lines-report-${key}`, value); } catch { /* only for now */ } },
};
const one = (selector, root = document) => root.querySelector(selector);
const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const say = (text) => { one("#said").textContent = text; };

// ---- Names: while they are hidden they are nowhere in the page, neither as text nor as an attribute. --------------
const hidden = new WeakMap(); // an element, and what it showed
const SHORTEST = 3; // letters of a part of a name that is looked for in what learners wrote

/** What puts aliases for names into a text: whole names in any case, a part of one as it is written ("may" is no "May"). */
function replacer(root) {
  const [wholes, words] = [new Map(), new Map()];
  const add = (found, name, alias) => { if (name.length >= SHORTEST && !found.has(name)) found.set(name, alias); };
  for (const each of all(".name", root)) {
    const name = (hidden.get(each) ?? each.textContent).trim();
    const parts = name.split(/[^\p{L}\p{M}\p{N}]+/u);
    if (parts.length > 1) add(wholes, name.toLowerCase(), each.dataset.alias);
    for (const part of parts) add(words, part, each.dataset.alias);
  }
  const pattern = (found, flags) => {
    const names = [...found.keys()].sort((a, b) => b.length - a.length).map((name) => name.replace(/[.*+?^${}()|[\]\\/-]/g, "\\$&"));
    return names.length ? new RegExp(`(?<![\\p{L}\\p{N}])(?:${names.join("|")})(?![\\p{L}\\p{N}])`, flags) : /(?!)/u;
  };
  const [whole, word] = [pattern(wholes, "giu"), pattern(words, "gu")];
  return (text) =>
    text.replace(whole, (name) => wholes.get(name.toLowerCase()) ?? name).replace(word, (name) => words.get(name) ?? name);
}

function hideNames(root) {
  const without = replacer(root);
  for (const each of all(".own", root)) {
    const text = hidden.get(each) ?? each.textContent;
    hidden.set(each, text);
    each.textContent = without(text);
  }
  for (const each of all(".name", root)) {
    if (!hidden.has(each)) hidden.set(each, each.textContent);
    each.textContent = each.dataset.alias;
  }
  for (const each of all(".places", root)) {
    if (!hidden.has(each)) hidden.set(each, [...each.childNodes]);
    const note = document.createElement("dt");
    note.textContent = each.dataset.hidden;
    each.replaceChildren(note, document.createElement("dd"));
  }
}

function showNames(root) {
  for (const each of all(".name, .own, .places", root)) {
    if (!hidden.has(each)) continue;
    const was = hidden.get(each);
    if (typeof was === "string") each.textContent = was;
    else each.replaceChildren(...was);
    hidden.delete(each);
  }
}

const areHidden = () => document.documentElement.dataset.names === "hidden";

function setNames(hide, root = document) {
  kept.set("names", hide ? "hidden" : "shown");
  document.documentElement.dataset.names = hide ? "hidden" : "shown";
  (hide ? hideNames : showNames)(root);
  one("#hide").setAttribute("aria-pressed", String(hide));
  one("#hide").textContent = hide ? "Names are hidden" : "Hide names";
}

// ---- Theme, order, print, copy ------------------------------------------------------------------------------------
const isDark = () =>
  (document.documentElement.dataset.theme ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";

function setTheme(theme) {
  if (theme) document.documentElement.dataset.theme = theme;
  one("#theme").setAttribute("aria-pressed", String(isDark()));
}

function sort(by, root = document) {
  const list = one("#lines", root);
  if (!list) return;
  const value = (each) => Number(each.dataset[by] ?? 0);
  const sorted = [...list.children].sort((a, b) => value(a) - value(b) || a.dataset.place - b.dataset.place);
  list.append(...sorted);
  list.classList.toggle("by-share", by === "share");
  for (const button of all("[data-sort]", root)) button.setAttribute("aria-pressed", String(button.dataset.sort === by));
}

function printOnePage() {
  document.body.classList.add("one-page");
  window.addEventListener("afterprint", () => document.body.classList.remove("one-page"), { once: true });
  window.print();
}

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
  } catch { // a page from a disk may not reach the clipboard so: the older way
    const field = document.createElement("textarea");
    field.value = text;
    document.body.append(field);
    field.select();
    document.execCommand("copy");
    field.remove();
  }
}

/** Bring a part of a page into the state of the switches, before or after it is in sight. */
function prepare(root) {
  for (const each of all("[data-tools]", root)) each.hidden = false;
  if (areHidden()) hideNames(root);
  sort(kept.get("order") === "share" ? "share" : "place", root);
}

/** Open what a link leads to. */
function follow() {
  const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (target?.tagName === "DETAILS") target.open = true;
}

document.documentElement.classList.add("js");
document.addEventListener("DOMContentLoaded", () => {
  try {
    setTheme(kept.get("theme"));
    setNames(kept.get("names") === "hidden");
    prepare(document);
    follow();
  } finally {
    document.documentElement.classList.add("ready");
  }
});
window.addEventListener("hashchange", follow);
document.addEventListener("click", async (event) => {
  const button = event.target.closest("button");
  if (!button) return;
  if (button.id === "hide") setNames(!areHidden());
  if (button.id === "theme") {
    const theme = isDark() ? "light" : "dark";
    kept.set("theme", theme);
    setTheme(theme);
  }
  if (button.id === "one-page") printOnePage();
  if (button.dataset.sort) {
    kept.set("order", button.dataset.sort);
    sort(button.dataset.sort);
  }
  if ("copy" in button.dataset) {
    await copy(one("pre", button.parentElement).textContent);
    button.textContent = "Copied";
    say("Copied");
    setTimeout(() => { button.textContent = "Copy"; }, 2000);
  }
});
