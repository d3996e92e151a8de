// The page that a class's files are dropped onto: copies what is dropped to the program behind the page, has it
// collected, and says what came of it. `drop_files.js` finds the files.

const dark = matchMedia('(prefers-color-scheme: dark)');
const paint = () => { document.documentElement.dataset.jpThemeLight = String(!dark.matches); };
dark.addEventListener('change', paint);
paint();

const AT_ONCE = 4;
const AGAIN = 400; // milliseconds between two questions how far it is
const ENDED = 'The program behind this page does not answer. If it has ended, start “course collect” anew.';
const EMPTY = 'There is no file in what was dropped. Drop a folder with hand-ins, or the hand-ins themselves.';
const SHOWN = 200; // how many lines of a list stand on the page

const part = (id) => document.getElementById(id);
const say = (text) => { part('status').textContent = text; };
const count = (number, what) => `${number.toLocaleString('en')} ${what}${number === 1 ? '' : 's'}`;
const size = (bytes) => (bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} kB` : `${Math.round(bytes / 1e6).toLocaleString('en')} MB`);

let limits = { zip: Infinity, other: Infinity };
let busy = false;
let stopped = false;
let refused = []; // [path, why] of files that were not copied

// ---- Copying -----------------------------------------------------------------------------------------------------

function far(done, of, words, bar) {
  part('far').textContent = words;
  part('bar').value = bar;
  const quarter = of ? Math.floor((4 * done) / of) : 0;
  if (quarter !== far.said && quarter && quarter < 4) say(`${part('doing').textContent}: ${quarter * 25} percent`);
  far.said = quarter;
}

async function copy(found) {
  const bytes = found.reduce((sum, { file }) => sum + file.size, 0);
  let done = 0;
  let sent = 0;
  let gone = false;
  const waiting = found.values();
  const tell = (more) => far(
    done, found.length, `${done.toLocaleString('en')} of ${count(found.length, 'file')}, ${size(sent + more)} of ${size(bytes)}`,
    bytes ? (sent + more) / bytes : done / found.length,
  );
  const worker = async () => {
    for (const each of waiting) {
      if (stopped || gone) return;
      const most = /\.zip$/i.test(each.path) ? limits.zip : limits.other;
      let why = each.file.size > most ? `It is larger than ${size(most)}.` : await send(each, tell);
      if (why === BROKEN && !stopped) {
        gone = !(await state());
        why = gone ? '' : await send(each, tell);
      }
      if (why) refused.push([each.path, why]);
      done += 1;
      sent += each.file.size;
      tell(0);
    }
  };
  tell(0);
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return !gone;
}

// ---- Asking the program ------------------------------------------------------------------------------------------

async function ask(address, how) {
  try {
    const answer = await fetch(address, how);
    return answer.ok || answer.status === 409 ? await answer.json() : null;
  } catch {
    return null;
  }
}

const state = () => ask('/state');
const order = (what) => ask(`/${what}`, { method: 'POST' });

function show(id, shown) { part(id).hidden = !shown; }

function room(small) {
  // What is done stands above the place for more.
  part('ask').textContent = small ? 'Drop more to add it to what is here' : 'Drop a folder, files or zip files';
  part('zone').classList.toggle('small', small);
  part(small ? 'ends' : 'work').before(part('zone'));
  show('zone', true);
}

function working(title) {
  busy = true;
  part('doing').textContent = title;
  far.said = 0;
  part('bar').removeAttribute('value');
  part('far').textContent = '';
  for (const id of ['zone', 'result', 'told', 'unread', 'ends']) show(id, false);
  show('work', true);
  say(title);
}

async function take(find) {
  if (busy) {
    say('Wait until this is done, or press Stop.');
    return;
  }
  refused = [];
  stopped = false;
  working('Looking for files');
  const found = await find();
  if (stopped) {
    await paused();
    return;
  }
  if (!found.length && !refused.length) {
    await problem('Nothing to copy', EMPTY, false);
    return;
  }
  working(found.length === 1 ? 'Copying the file' : `Copying ${count(found.length, 'file')}`);
  const answers = await copy(found);
  if (!answers) await problem('Not copied', ENDED, false);
  else if (stopped) await paused();
  else await collect();
}

async function paused() {
  const now = await state();
  const there = now ? `${count(now.files, 'file')} ${now.files === 1 ? 'is' : 'are'} here.` : ENDED;
  await problem('Stopped', `${there} Go on with them, drop more, or begin anew.`, Boolean(now?.files));
}

async function collect() {
  working('Reading and judging the answers');
  const begun = await order('collect');
  if (begun?.stage !== 'busy' && begun?.said) await problem('Not collected', refused.length ? begun.said : EMPTY, false);
  else await follow();
}

async function follow() {
  for (;;) {
    const now = await state();
    if (!now) return problem('Not collected', ENDED, false);
    if (now.stage === 'done') return results(now);
    if (now.stage === 'stopped') return paused();
    if (now.stage !== 'busy') return problem('Not collected', now.said ?? '', now.files > 0);
    if (now.of) far(now.done, now.of, `${now.done.toLocaleString('en')} of ${count(now.of, 'file')}`, now.done / now.of);
    await new Promise((resolve) => { setTimeout(resolve, AGAIN); });
  }
}

// ---- What came of it ---------------------------------------------------------------------------------------------

function rest() {
  busy = false;
  stopped = false;
  show('work', false);
}

async function problem(title, what, more) {
  rest();
  part('problem').textContent = title;
  part('what').textContent = what;
  part('told').className = 'card notyet';
  show('told', true);
  show('go-on', more);
  unread([]);
  const files = (await state())?.files ?? 0;
  show('ends', files > 0);
  room(files > 0);
  say(`${title}. ${what}`);
  part('problem').focus();
}

function results(now) {
  rest();
  const missing = now.missing ? ` ${count(now.missing, 'learner')} of the class list handed in nothing.` : '';
  part('learners').textContent = `${count(now.learners, 'learner')}, ${count(now.found, 'file')}`;
  part('read').textContent = `${count(now.read, 'file')} ${now.read === 1 ? 'has' : 'have'} answers.${missing}`;
  part('lines').replaceChildren(...now.lines.map((line) => Object.assign(document.createElement('li'), { textContent: line })));
  show('lines', now.lines.length > 0);
  part('own').textContent = now.own && `The report and the tables are in ${now.own} too. That folder stays: delete it yourself.`;
  show('own', Boolean(now.own));
  room(true);
  show('told', false);
  show('result', true);
  show('ends', true);
  const many = unread(now.refused);
  say(`Done. ${part('learners').textContent}. ${many ? part('how-many').textContent : ''}`);
  part('learners').focus();
}

function unread(others) {
  const every = [...refused, ...others];
  show('unread', every.length > 0);
  part('how-many').textContent = `${count(every.length, 'file')} could not be read, or not whole`;
  part('list').replaceChildren(...every.slice(0, SHOWN).map(([path, why]) => {
    const [line, name] = [document.createElement('li'), document.createElement('b')];
    name.textContent = path;
    line.append(name, why);
    return line;
  }));
  show('more', every.length > SHOWN);
  part('more').textContent = `and ${(every.length - SHOWN).toLocaleString('en')} more: they are in the report`;
  part('unread').querySelector('details').open = every.length > 0 && every.length <= 10;
  return every.length;
}

function sure(question, goes, yes) {
  part('question').textContent = question;
  part('goes').textContent = goes;
  part('yes').textContent = yes;
  part('sure').returnValue = '';
  part('sure').showModal();
  return new Promise((resolve) => {
    part('sure').addEventListener('close', () => resolve(part('sure').returnValue === 'yes'), { once: true });
  });
}

async function clear(question, yes, said) {
  const goes = 'The copies, the report, the tables and the pages for learners go. Your own files stay as they are.';
  if (!await sure(question, goes, yes)) return;
  const now = await order('anew');
  if (!now) {
    await problem('Not deleted', ENDED, false);
    return;
  }
  refused = [];
  for (const id of ['result', 'told', 'unread', 'ends']) show(id, false);
  room(false);
  const kept = now.own ? ` What is in ${now.own} stays: delete that folder yourself.` : '';
  if (said) {
    part('problem').textContent = 'Deleted';
    part('what').textContent = `${said}${kept}`;
    part('told').className = 'card done';
    show('told', true);
    show('go-on', false);
  }
  say(`${said || 'All is as at the start.'}${kept}`);
  part(said ? 'problem' : 'folder').focus();
}

// ---- Hands -------------------------------------------------------------------------------------------------------

async function start() {
  const zone = part('zone');
  let inside = 0;
  const light = (more) => { inside = Math.max(0, inside + more); zone.classList.toggle('over-it', inside > 0); };
  // The whole window takes a drop: beside the field a browser would open the file instead.
  addEventListener('dragenter', (event) => { event.preventDefault(); light(1); });
  addEventListener('dragleave', () => light(-1));
  addEventListener('dragover', (event) => { event.preventDefault(); event.dataTransfer.dropEffect = 'copy'; });
  addEventListener('drop', async (event) => {
    event.preventDefault();
    light(-Infinity);
    await take(() => dropped(event.dataTransfer));
  });
  for (const name of ['folder', 'files']) {
    part(name).addEventListener('click', () => part(`of-${name}`).click());
    part(`of-${name}`).addEventListener('change', async (event) => {
      await take(async () => chosen(event.target));
      event.target.value = ''; // the same can be chosen again
    });
  }
  part('stop').addEventListener('click', () => {
    stopped = true;
    part('far').textContent = 'Stopping …';
    for (const request of running) request.abort();
    order('stop');
  });
  part('again').addEventListener('click', collect);
  part('anew').addEventListener('click', () => clear('Begin anew?', 'Begin anew', ''));
  part('delete').addEventListener('click', () => clear('Delete all from this computer?', 'Delete all', 'Nothing of it is on this computer any more. You can close this page.'));
  part('yes').addEventListener('click', () => part('sure').close('yes'));
  part('no').addEventListener('click', () => part('sure').close(''));
  addEventListener('beforeunload', (event) => { if (busy && part('doing').textContent.startsWith('Copying')) event.preventDefault(); });
  const now = await state();
  limits = now?.limits ?? limits;
  if (now?.stage === 'done') results(now);
  else if (now?.stage === 'busy') { working('Reading and judging the answers'); await follow(); }
  else if (now && now.files) await paused();
}

addEventListener('DOMContentLoaded', start);
