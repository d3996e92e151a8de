// Keeps the site's files in the browser, so that a second visit fetches next to nothing, and none where there is no net.
// FILES is every file of this edition of the site with a mark of its content; it is written in when the site is made.
// What JupyterLite's own worker does, which stands below, is to hand on what kernels read and write.

const KEPT = "between-the-lines-files";
const SITE = new URL(".", self.location.href);
const ALWAYS_ASKED = /(^|\/)$|\.html$|(^|\/)(lessons|jupyter-lite|all)\.json$/;

const markOf = (address) => {
  const url = new URL(address);
  if (url.origin !== SITE.origin || !url.pathname.startsWith(SITE.pathname)) return null;
  return FILES[decodeURIComponent(url.pathname.slice(SITE.pathname.length))] ?? null;
};
const keyOf = (address, mark) => `${new URL(address).pathname}?kept=${mark}`;

const fetchAndKeep = async (request, key, ways) => {
  const answer = await fetch(request, ways);
  if (answer.status === 200) {
    const files = await caches.open(KEPT);
    await files.put(key, answer.clone());
  }
  return answer;
};

const fromKept = async (request, mark) => {
  const files = await caches.open(KEPT);
  const key = keyOf(request.url, mark);
  if (!ALWAYS_ASKED.test(new URL(request.url).pathname)) {
    return (await files.match(key)) ?? fetchAndKeep(request, key);
  }
  // A page is asked for each time, so that a newer edition is seen; where there is no net, the kept one opens.
  return fetchAndKeep(request, key).catch(async (error) => {
    const kept = await files.match(key);
    if (kept) return kept;
    throw error;
  });
};

self.addEventListener("fetch", (event) => {
  const mark = event.request.method === "GET" ? markOf(event.request.url) : null;
  if (!mark) return; // JupyterLite's own worker looks at it
  event.respondWith(fromKept(event.request, mark));
  event.stopImmediatePropagation();
});

// What a kernel reads and writes is answered by its page. JupyterLite's own worker takes any answer of a page for that to its
// question, and waits for ever where none comes: two kernels of one page would get each other's files. Here they wait their
// turn, and for half a minute at most.
const LONGEST = 30000; // milliseconds
const turns = new Map(); // a page to the last question to it
const tooLate = () => new Promise((resolve) => setTimeout(() => resolve(new Response("", { status: 504 })), LONGEST));

self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (url.origin !== SITE.origin || !url.pathname.endsWith("/api/drive")) return;
  const answer = async () => {
    const { browsingContextId: page } = await event.request.clone().json();
    const mine = (turns.get(page) ?? Promise.resolve()).then(() => Promise.race([broadcastOne(event.request, url), tooLate()]));
    turns.set(page, mine.catch(() => {}));
    return mine;
  };
  event.respondWith(answer());
  event.stopImmediatePropagation();
});

// What an older edition had, and this one has not.
const sweep = async () => {
  const files = await caches.open(KEPT);
  for (const { url } of await files.keys()) {
    const path = decodeURIComponent(new URL(url).pathname.slice(SITE.pathname.length));
    if (FILES[path] !== new URL(url).searchParams.get("kept")) await files.delete(url);
  }
};
self.addEventListener("activate", (event) => event.waitUntil(sweep()));

// A page asks for files that are wanted soon: they come one after another, so that what a learner waits for goes first.
self.addEventListener("message", (event) => {
  if (event.data?.do !== "keep") return;
  const keepAll = async () => {
    const files = await caches.open(KEPT);
    for (const path of event.data.files) {
      const address = new URL(path, SITE).href;
      const key = keyOf(address, FILES[path]);
      // What the page has fetched already is in the browser's own store: it is taken from there.
      if (FILES[path] && !(await files.match(key))) {
        await fetchAndKeep(address, key, { cache: "force-cache" }).catch(() => {});
      }
    }
  };
  event.waitUntil(keepAll());
});
