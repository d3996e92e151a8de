// The text of the desk: words are selected in it by mouse, finger or keyboard, and a row is made of them. It takes the
// caret as a field does, so that arrow keys and Shift select, and takes no change.

const letters = (text) => Array.from(text); // Python counts an emoji as one, JavaScript as two

// A paragraph in pieces: [text, the rows that stand on it].
const pieces = (text, marks) => {
  const signs = letters(text);
  const cuts = [...new Set([0, signs.length, ...marks.flatMap(([, start, end]) => [start, end])])].sort((a, b) => a - b);
  return cuts.slice(1).map((end, place) => {
    const on = marks.filter(([, first, last]) => first < end && cuts[place] < last).map(([, , , key]) => key);
    return [signs.slice(cuts[place], end).join(""), on];
  });
};

const readable = (makeRow, choose) => {
  const node = make("div", { className: "btl-report", contentEditable: "true", spellcheck: false });
  const says = { role: "textbox", "aria-multiline": "true", "aria-readonly": "true", "aria-label": "The text of the report" };
  for (const [name, value] of Object.entries(says)) node.setAttribute(name, value);
  let shown = { text: [], marks: [], chosen: "" };
  let last = null; // what was selected last

  const paragraphOf = (at) => (at.nodeType === 1 ? at : at.parentElement).closest("[data-paragraph]");
  const before = (paragraph, at, offset) => {
    const range = document.createRange();
    range.selectNodeContents(paragraph);
    range.setEnd(at, offset);
    return letters(range.toString()).length;
  };
  // What is selected: a paragraph, and from which letter of it up to which. What reaches into the next ends with the first.
  const selected = () => {
    const chosen = document.getSelection();
    if (!chosen?.rangeCount || !node.contains(chosen.anchorNode)) return null;
    const range = chosen.getRangeAt(0);
    const paragraph = paragraphOf(range.startContainer) ?? node.querySelector("[data-paragraph]");
    if (!paragraph) return null;
    const start = paragraph.contains(range.startContainer) ? before(paragraph, range.startContainer, range.startOffset) : 0;
    const end = paragraph.contains(range.endContainer)
      ? before(paragraph, range.endContainer, range.endOffset)
      : letters(paragraph.textContent).length;
    return { paragraph: Number(paragraph.dataset.paragraph), start, end };
  };
  const look = () => {
    if (!node.isConnected) return document.removeEventListener("selectionchange", look);
    last = selected() ?? last;
  };
  node.addEventListener("focus", () => document.addEventListener("selectionchange", look));

  // Put the caret behind a letter of a paragraph.
  const putCaret = ({ paragraph, end }) => {
    const place = node.querySelector(`[data-paragraph="${paragraph}"]`);
    if (!place) return;
    const walker = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
    let left = end;
    while (walker.nextNode()) {
      const signs = letters(walker.currentNode.data);
      if (left <= signs.length) {
        document.getSelection().collapse(walker.currentNode, signs.slice(0, left).join("").length);
        return;
      }
      left -= signs.length;
    }
  };

  const draw = () => {
    const { text, marks, chosen } = shown;
    const caret = document.activeElement === node ? selected() : null;
    const paragraphs = text.map(([number, words]) => {
      const here = marks.filter(([paragraph]) => paragraph === number);
      const parts = pieces(words, here).map(([part, on]) => {
        if (!on.length) return document.createTextNode(part);
        const mark = make("mark", { className: on.includes(chosen) ? "btl-chosen" : "" }, part);
        mark.dataset.row = on.includes(chosen) ? chosen : on[0];
        return mark;
      });
      const paragraph = make("p", { dir: "auto" }, ...parts);
      paragraph.dataset.paragraph = number;
      return paragraph;
    });
    node.replaceChildren(...paragraphs);
    if (caret) putCaret(caret);
  };

  const give = () => {
    const place = selected() ?? last;
    if (place) makeRow(place);
  };
  node.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    give();
  });
  for (const change of ["beforeinput", "paste", "cut", "drop", "dragstart"]) {
    node.addEventListener(change, (event) => event.preventDefault());
  }
  node.addEventListener("input", draw); // what a keyboard on a screen has put in all the same goes again
  node.addEventListener("click", ({ target }) => {
    const mark = target.closest("mark");
    if (mark && document.getSelection().isCollapsed) choose(mark.dataset.row);
  });
  const show = (what) => {
    const now = { ...shown, ...what };
    if (JSON.stringify(now) === JSON.stringify(shown)) return;
    shown = now;
    draw();
  };
  return { node, show, give };
};
