"""A note on the page: a field for a learner's own words, which are kept and judged by nobody."""

from __future__ import annotations

from html import escape
from typing import Any

from course.page.controls import text
from course.page.panel import Panel, Part
from course.questions import keeping, on_page

TEXT, KEPT = "text", "kept"
ROWS = 4


class Note(Panel):
    """A text of the learner's own that is kept; `note` makes one."""

    def __init__(self, name: str, prompt: str) -> None:
        """Show the field, with what was written before."""
        self._note_name = name
        self._prompt = prompt
        field = Part(TEXT, text(prompt, "Write a sentence or two.", ROWS))
        written = keeping.read().notes.get(name, "")
        super().__init__([field, Part(KEPT, "status")], values={TEXT: written}, printed=self._html(written))
        self.observe(self._on_text, names="values")
        on_page.shown.add(self)

    def begin_anew(self) -> None:
        """Show the field as if nothing were kept of it."""
        self.unobserve(self._on_text, names="values")
        self.give(TEXT, "")
        self.observe(self._on_text, names="values")
        self._show("", "")

    def _on_text(self, change: dict[str, Any]) -> None:
        written = change["new"][TEXT]
        self._show(written, keeping.keep_note(self._note_name, written) or "Kept.")

    def _show(self, written: str, said: str) -> None:
        with self.hold_sync():
            self.html = {KEPT: said}
            self.printed = self._html(written)

    def _html(self, written: str) -> str:
        said = f"<blockquote>{escape(written)}</blockquote>" if written else ""
        return f"<p>{escape(self._prompt)}</p>{said}"

    def _repr_mimebundle_(self, **kwargs: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
        data, metadata = super()._repr_mimebundle_(**kwargs) or ({}, {})
        return {**data, "text/plain": self._prompt, "text/html": self._html("")}, metadata


def note(name: str, prompt: str = "Your own words:") -> Note:
    """Give a field for a learner's own words, which are kept under `name` and judged by nobody."""
    return Note(name, prompt)
