// Two codings held against each other: a part for each row on which they differ or that only one has, and what settles it.

const OTHER = "2"; // the choice of a word that neither has

const lineOf = (line, coders) => {
  const options = line.said.map((said, place) => [String(place), `${coders[place]}: ${said}`]);
  if (line.others.length) options.push([OTHER, "another word"]);
  const other = CONTROLS.pick({ label: `${line.label}: another word`, options: line.others }, () => {});
  const turn = () => (other.node.hidden = made.read() !== OTHER);
  const made = CONTROLS.one({ kind: "one", label: line.label, options }, turn);
  const settled = line.settled;
  if (settled !== null) {
    const place = line.both.indexOf(settled);
    made.fill(place < 0 ? OTHER : String(place));
    if (place < 0) other.fill(settled);
  }
  turn();
  const read = () => {
    const picked = made.read();
    return picked === null ? null : picked === OTHER ? other.read() : line.both[Number(picked)];
  };
  return { name: line.name, read, node: make("div", {}, made.node, other.node) };
};

const pairOf = (pair, coders, send) => {
  const title = `¶${pair.paragraph} ${pair.wordings.map((wording) => `“${wording}”`).join(" and ")}`;
  const lines = pair.lines.map((line) => lineOf(line, coders));
  const stays = pair.only
    ? CONTROLS.one({ label: `Only ${pair.only} has this row`, options: [["yes", "It is a row"], ["no", "It is none"]] }, () => {})
    : null;
  if (pair.isSettled) stays?.fill(pair.isKept ? "yes" : "no");
  const rule = CONTROLS.text({ label: "What do you do next time? A rule for the codebook", rows: 2 }, () => {});
  rule.fill(pair.rule);
  const settle = make("button", { type: "button", className: "btl-main" }, pair.isSettled ? "Settle anew" : "Settle this row");
  settle.addEventListener("click", () => {
    const cells = Object.fromEntries(lines.map(({ name, read }) => [name, read()]).filter(([, value]) => value !== null));
    if (stays && stays.read() === null) stays.node.querySelector("input").focus();
    else send({ do: "settle", pair: pair.key, cells, rule: rule.read(), kept: stays?.read() !== "no" });
  });
  const notes = pair.notes.map((note) => make("p", { dir: "auto" }, `In doubt: ${note}`));
  const parts = [...lines.map(({ node }) => node), ...(stays ? [stays.node] : []), ...notes, rule.node, make("div", { className: "btl-bar" }, settle)];
  const about = pair.only ? `only ${pair.only}` : pair.lines.map(({ label }) => label).join(", ");
  const mark = pair.isSettled ? "✓ settled" : about;
  const node = make("details", { className: "btl-pair", open: false }, make("summary", {}, make("b", { dir: "auto" }, title), ` ${mark}`), ...parts);
  node.dataset.pair = pair.key;
  return node;
};

const comparison = (send, light) => {
  const node = make("div", { className: "btl-pairs" });
  const made = new Map(); // a pair to what was drawn of it: what is the same keeps what was chosen in it
  const show = (pairs, coders) => {
    const isSame = (pair) => !pair.only && !pair.lines.length;
    const differ = pairs.filter((pair) => !isSame(pair));
    const same = pairs.filter(isSame);
    const parts = differ.map((pair) => {
      const now = JSON.stringify([pair, coders]);
      if (made.get(pair.key)?.now !== now) {
        const part = pairOf(pair, coders, send);
        part.addEventListener("toggle", () => part.open && light(pair.key));
        made.set(pair.key, { now, node: part });
      }
      return made.get(pair.key).node;
    });
    // One at a time: the first that is not settled, unless another one is open.
    const waiting = differ.map(({ isSettled }, place) => (isSettled ? null : parts[place])).filter(Boolean);
    if (waiting.length && !waiting.some(({ open }) => open)) waiting[0].open = true;
    const agreed = same.map((pair) => make("li", { dir: "auto" }, `¶${pair.paragraph} “${pair.wordings[0]}”`));
    const rest = same.length
      ? [make("details", {}, make("summary", {}, `The same in every column: ${same.length}`), make("ul", {}, ...agreed))]
      : [];
    const head = make("h4", {}, differ.length ? "Where you differ" : "You agree on every row");
    const next = [head, ...parts, ...rest];
    // Parts that stay where they are keep the focus.
    if (next.length !== node.children.length || parts.some((part, place) => node.children[place + 1] !== part)) node.replaceChildren(...next);
  };
  return { node, show };
};
