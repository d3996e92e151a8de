// What is in a drop: every file in every folder of it, with its path. And how one file is sent.

const UNREADABLE = 'The browser could not read it.';
const BROKEN = 'It did not arrive whole. Drop it again.';
const running = new Set();

function entriesOf(folder) {
  // A reader hands over some hundred at a time, and an empty list at the end.
  const reader = folder.createReader();
  const every = [];
  return new Promise((resolve, reject) => {
    const more = () => reader.readEntries((some) => {
      every.push(...some);
      if (some.length) more(); else resolve(every);
    }, reject);
    more();
  });
}

async function* filesIn(entry) {
  const path = entry.fullPath.replace(/^\//, '');
  try {
    if (entry.isFile) {
      yield { path, file: await new Promise((resolve, reject) => { entry.file(resolve, reject); }) };
    } else {
      for (const each of await entriesOf(entry)) yield* filesIn(each);
    }
  } catch {
    refused.push([path, UNREADABLE]);
  }
}

async function dropped(transfer) {
  // All entries are taken at once: the browser forgets a drop as soon as its event is over.
  const items = [...transfer.items].filter((item) => item.kind === 'file');
  const taken = items.map((item) => item.webkitGetAsEntry?.() ?? item.getAsFile()).filter(Boolean);
  const found = [];
  for (const each of taken) {
    if (each instanceof File) found.push({ path: each.name, file: each });
    else {
      for await (const one of filesIn(each)) {
        found.push(one);
        if (stopped) return found;
      }
    }
  }
  return found;
}

const chosen = (input) => [...input.files].map((file) => ({ path: file.webkitRelativePath || file.name, file }));

function send({ path, file }, tell) {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    const end = (why) => { running.delete(request); resolve(why); };
    running.add(request);
    request.upload.onprogress = (event) => tell(event.loaded);
    request.onload = () => {
      try { end(JSON.parse(request.responseText).said); } catch { end(BROKEN); }
    };
    request.onerror = () => end(BROKEN);
    request.onabort = () => end('');
    const query = new URLSearchParams({ path, changed: String(file.lastModified) });
    request.open('PUT', `/file?${query}`);
    request.send(file);
  });
}
