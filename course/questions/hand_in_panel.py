"""A field for a name and a button on the page, with which a learner hands in without touching code."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from course.page import html
from course.page.controls import button, line
from course.page.panel import Panel, Part
from course.questions import exchange

if TYPE_CHECKING:
    from collections.abc import Callable

    from course.questions.said import Said

NAME, WRITE, SAID, INSIDE = "name", "write", "said", "inside"
WHAT = "What is in the file?"
HELD = (
    "Your name or code; each answer that you checked, when, how it was judged, and how many hints you had taken; "
    "whether you looked at a solution; your open answers with their levels; your small tasks. "
    "Your guesses and your own notes are not in it."
)
NOTHING = "Write your name or a code first."
AT_ONCE = "Your teacher gets the file as soon as it is written."
ASKS = 'Whose answers are these? Write your name or a code: course.hand_in("a name or a code")'


class HandInPanel(Panel):
    """A field and a button; what came of it stands below, with a link to download the file."""

    def __init__(self, write: Callable[[str], Said]) -> None:
        """Show them; `write` writes the file of a name and says what came of it."""
        self._write = write
        parts = [
            Part(NAME, line("Your name, or the code that your teacher gave you")),
            Part(WRITE, button("Write the file"), row="go"),
            Part(SAID, "html"),
            Part(INSIDE, "html"),
        ]
        super().__init__(
            parts, html={INSIDE: html.page(*_at_once(), html.fold(WHAT, HELD))}, printed=html.paragraph(ASKS)
        )
        self.observe(self._on_values, names="values")

    def __str__(self) -> str:
        """Return what is asked."""
        return ASKS

    __repr__ = __str__

    def _on_values(self, change: dict[str, Any]) -> None:
        if change["new"][WRITE] == change["old"].get(WRITE):
            return
        name = str(change["new"][NAME] or "").strip()
        said = (
            self._write(name)._repr_html_() if name else html.page(html.paragraph("Write your name or a code first."))
        )
        self.html = {**self.html, SAID: html.tag("div", said, role="status")}

    def _repr_mimebundle_(self, **kwargs: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
        data, metadata = super()._repr_mimebundle_(**kwargs) or ({}, {})
        return {**data, "text/plain": str(self), "text/html": html.page(html.paragraph(ASKS))}, metadata


def _at_once() -> list[html.Html]:
    """Return that the file goes to the teacher by itself, where it does."""
    return [html.paragraph(html.muted(AT_ONCE))] if exchange.is_set() else []
