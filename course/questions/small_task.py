"""The small task that the course begins and ends with, each answer with how sure one is; judged only at the end."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from course.page import html
from course.page.controls import button, one_of
from course.page.panel import Part
from course.questions import keeping, sureness
from course.questions.kept_panel import KEPT, KeptPanel
from course.questions.record import DONE, SURE
from course.questions.task_file import AFTER, BEFORE, is_done, task
from course.say import and_

if TYPE_CHECKING:
    from collections.abc import Mapping

    from course.questions.task_file import Item, Task

TEXT, FINISH, SHOWN = "text", "finish", "shown"
HOW_SURE = "How sure are you?"
SAID = {
    BEFORE: "Done. It is kept. You will meet a task like this at the end of the course, and then see what has changed.",
    AFTER: "Done. It is kept. Below you see what has changed.",
}
LEAD = "We made this text up. Read it, answer each question, and say how sure you are."


class SmallTask(KeptPanel):
    """The task on the page; `small_task` makes one."""

    def __init__(self, about: Task) -> None:
        """Show the text and the items, with what was given before; what is done stays as it is."""
        self._task = about
        self._names = [name for item in about.items for name in (item.key, f"{item.key}{SURE}")]
        self._pressed = 0
        record = keeping.read()
        self._is_done = is_done(about.when, record)
        parts = [Part(TEXT, "html")]
        for number, item in enumerate(about.items, start=1):
            parts += [
                Part(item.key, one_of(f"{number}. {item.prompt}", item.options), row=item.key),
                Part(f"{item.key}{SURE}", one_of(HOW_SURE, about.sure), row=item.key),
            ]
        parts.append(Part(FINISH, button("I am done")))
        super().__init__(parts, record.filled.get(about.when, {}), Part(SHOWN, "html"))
        self._tell("")

    def keep(self, values: dict[str, Any]) -> str:
        """Keep what is given, and end the task where that is asked for and nothing is missing."""
        pressed, self._pressed = values[FINISH] > self._pressed, values[FINISH]
        if self._is_done:
            return SAID[self._task.when]
        left = self._left(values)
        is_done = pressed and not left
        problem = keeping.keep_filled(self._task.when, {**{name: values[name] for name in self._names}, DONE: is_done})
        self._is_done = is_done
        return problem or (SAID[self._task.when] if is_done else f"Still missing: {left}." if pressed else "Kept.")

    def begin_anew(self) -> None:
        """Show the task as if nothing were kept of it."""
        self._is_done, self._pressed = False, 0
        super().begin_anew()

    def _left(self, values: Mapping[str, Any]) -> str:
        """Return in words which items have no answer yet, and of which it is not said how sure one is."""
        lacks = {
            what: [str(n) for n, item in enumerate(self._task.items, start=1) if not values[f"{item.key}{end}"]]
            for what, end in (("the answer to", ""), ("how sure you are of", SURE))
        }
        return "; ".join(f"{what} {and_(numbers)}" for what, numbers in lacks.items() if numbers)

    def _show(self, said: str) -> None:
        with self.hold_sync():
            super()._show(said)
            self._tell(said)

    def _tell(self, said: str) -> None:
        """Show the text, what is said, and, once the last task is done, what has changed; what is done is closed."""
        compared = sureness.compare(keeping.read()) if self._task.when == AFTER else None
        self.html = {
            TEXT: self._text(),
            KEPT: said or (SAID[self._task.when] if self._is_done else ""),
            SHOWN: compared.to_html() if compared else "",
        }
        self.more = {name: {"disabled": True} for name in (*self._names, FINISH)} if self._is_done else {}

    def _text(self) -> html.Html:
        first, *others = self._task.text
        report = html.tag("blockquote", html.paragraph(html.emphasis(first)), *map(html.paragraph, others))
        return html.join(html.paragraph(LEAD), report)

    def written(self, values: Mapping[str, Any]) -> str:
        """Return the text and the items as HTML, with what is given."""
        return html.join(
            self._text(),
            *(
                html.join(html.paragraph(f"{number}. {item.prompt}"), html.items(self._options(item, values)))
                for number, item in enumerate(self._task.items, start=1)
            ),
        )

    def _options(self, item: Item, values: Mapping[str, Any]) -> list[str]:
        sure = self._task.sure.get(values.get(f"{item.key}{SURE}") or "", "")
        chosen = values.get(item.key)
        return [html.strong(f"{text} ← {sure}") if key == chosen else text for key, text in item.options.items()]

    def __str__(self) -> str:
        """Return the text and the items, as text."""
        items = (line for n, item in enumerate(self._task.items, start=1)
                 for line in (f"{n}. {item.prompt}", *(f"  ( ) {text}" for text in item.options.values())))  # fmt: skip
        return "\n".join([LEAD, *self._task.text, *items])


def small_task(when: str) -> SmallTask:
    """Give the small task: a short text, questions on it, and how sure one is of each answer.

    What is right is told only when the task at the end of the course is done, in it and in `course.progress()`.

    Parameters
    ----------
    when
        `"before"` for the one that the course begins with, `"after"` for the one that it ends with.

    Raises
    ------
    ContentError
        It is neither of the two.
    """
    return SmallTask(task(when))
