"""A note on the page: a field for a learner's own words, which are kept and judged by nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from course.page import html
from course.page.controls import text
from course.page.panel import Part
from course.questions import keeping
from course.questions.kept_panel import KeptPanel

if TYPE_CHECKING:
    from collections.abc import Mapping

TEXT = "text"
ROWS = 4


class Note(KeptPanel):
    """A text of the learner's own that is kept; `note` makes one."""

    def __init__(self, name: str, prompt: str) -> None:
        """Show the field, with what was written before."""
        self._note_name, self._prompt = name, prompt
        field = Part(TEXT, text(prompt, "Write a sentence or two.", ROWS))
        super().__init__([field], {TEXT: keeping.read().notes.get(name, "")})

    def keep(self, values: dict[str, Any]) -> str:
        """Keep the text; return what is said of it."""
        return keeping.keep_note(self._note_name, values[TEXT]) or "Kept."

    def written(self, values: Mapping[str, Any]) -> str:
        """Return the prompt and the text as HTML."""
        return html.join(html.paragraph(self._prompt), html.own_words(values.get(TEXT, "")))

    def __str__(self) -> str:
        """Return the prompt."""
        return self._prompt


def note(name: str, prompt: str = "Your own words:") -> Note:
    """Give a field for a learner's own words, which are kept under `name` and judged by nobody."""
    return Note(name, prompt)
