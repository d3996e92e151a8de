"""An open answer: two or three sentences of a learner's own, whose level the learner or a partner says, no machine."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from course.content import ContentError
from course.page import html
from course.page.controls import one_of, text
from course.page.panel import Part
from course.questions import keeping
from course.questions.kept_panel import KeptPanel
from course.questions.record import OPEN
from course.questions.spec import lesson

if TYPE_CHECKING:
    from collections.abc import Mapping

    from course.questions.record import Record
    from course.questions.spec import Lesson, Open

TEXT, LEVEL, WHY = OPEN
WHICH = "Which level does it reach? Read it again and choose, or let a partner read and choose. No machine judges it."
BECAUSE = "Why this level?"
NOW_CHOOSE = "Kept. Now choose a level, or let a partner choose."


class OpenAnswer(KeptPanel):
    """An open answer on the page; `open_answer` makes one."""

    def __init__(self, number: str, asked: Open) -> None:
        """Show the prompt, a field, the levels and a line for the reason, with what was given before."""
        self._number, self._asked = number, asked
        parts = [
            Part(TEXT, text(asked.prompt, "Write two or three sentences.", 5)),
            Part(LEVEL, one_of(WHICH, asked.levels)),
            Part(WHY, text(BECAUSE, "One sentence.", 2)),
        ]
        super().__init__(parts, keeping.read().filled.get(number, {}))

    def keep(self, values: dict[str, Any]) -> str:
        """Keep the text, its level and the reason; return what is said of it."""
        problem = keeping.keep_filled(self._number, {name: values[name] for name in OPEN})
        return problem or ("Kept." if values[LEVEL] else NOW_CHOOSE)

    def written(self, values: Mapping[str, Any]) -> str:
        """Return the prompt, the answer, and the levels with the one that was chosen, as HTML."""
        levels = [
            html.strong(f"{said} ✓") if key == values.get(LEVEL) else said for key, said in self._asked.levels.items()
        ]
        own = [html.own_words(values.get(name, "")) for name in (TEXT, WHY)]
        return html.join(html.paragraph(self._asked.prompt), own[0], html.items(levels), own[1])

    def __str__(self) -> str:
        """Return the prompt and the levels, as text."""
        return "\n".join([self._asked.prompt, *(f"  ( ) {said}" for said in self._asked.levels.values())])


def open_answer(notebook: str) -> OpenAnswer:
    """Ask for an open answer: a field, and three levels of which the learner or a partner chooses one and says why.

    It is kept and handed in, and never called right or wrong.

    Parameters
    ----------
    notebook
        The number of its notebook, such as `"03"`.

    Raises
    ------
    ContentError
        There is no notebook of that number, or it has no open answer.
    """
    about = lesson(notebook)
    if about.open is None:
        message = f"The notebook {notebook!r} has no open answer."
        raise ContentError(message)
    return OpenAnswer(about.number, about.open)


def given(number: str, record: Record) -> dict[str, str]:
    """Return what was given as the open answer of the notebook of a number, texts without spaces around them."""
    values = record.filled.get(number, {})
    return {name: str(values.get(name) or "").strip() for name in OPEN}


def state(about: Lesson, record: Record) -> str:
    """Return in words whether the open answer of a notebook is done; nothing where it has none."""
    values = given(about.number, record)
    done = values[TEXT] and values[LEVEL]
    return "" if about.open is None else "open answer done ✓" if done else "open answer not done yet"
