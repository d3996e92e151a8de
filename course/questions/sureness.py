"""What has changed between the small task before and after, and how well sureness fits: in words, and as bars."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from course.page import html
from course.questions.task_file import AFTER, BEFORE, given, is_done, task
from course.say import count

if TYPE_CHECKING:
    from collections.abc import Iterable

    from course.questions.record import Record
    from course.questions.task_file import Given

TITLE, PICTURE = "The small task, before and after", "How well your sureness fits"
WAITING = "The small task is done before. What has changed is told when the one at the end of the course is done too."
GROUPS = {"Quite sure or certain": ("4", "5"), "Guessing or not sure": ("1", "2")}
"""The steps of those who are sure, and of those who are not."""
FITS = "You were right more often where you were sure: your sureness tells something."
FITS_NOT = "You were not right more often where you were sure: read the small words in those sentences again."
LEAST = 3
"""How many answers each of these groups has at least, for them to be compared."""
FEW = 30
"""With fewer answers than that, one more or less changes the picture."""
GUESS = "A pure guess is right about one time in four. Who is certain should be right every time."


@dataclass(frozen=True)
class Change:
    """What was given before, nothing where the task was not done then, and after; and the steps of sureness."""

    before: tuple[Given, ...]
    after: tuple[Given, ...]
    steps: dict[str, str]

    @property
    def all(self) -> tuple[Given, ...]:
        """All that was given, at both times."""
        return self.before + self.after

    def picture(self) -> list[tuple[str, int, int]]:
        """Return each step of sureness that was chosen, how many of its answers are right, and how many it has."""
        some = ((words, [each for each in self.all if each.sure == step]) for step, words in self.steps.items())
        return [(words, _right(each), len(each)) for words, each in some if each]

    def sentences(self) -> list[str]:
        """Return what the picture says, in words."""
        said, shares = [self._changed()], []
        for words, steps in GROUPS.items():
            if some := [each for each in self.all if each.sure in steps]:
                said.append(f"{words}: {_right(some)} of {count(len(some), 'answer')} right.")
                shares += [_right(some) / len(some)] * (len(some) >= LEAST)
        if len(shares) == len(GROUPS):
            said.append(FITS if shares[0] > shares[1] else FITS_NOT)
        few = f"These are only {len(self.all)} answers: one more or less changes the picture."
        return [*said, GUESS, *[few] * (len(self.all) < FEW)]

    def _changed(self) -> str:
        after = f"{_right(self.after)} of {len(self.after)}"
        if not self.before:
            return f"You were right in {after}. The task before was not done, so there is nothing to compare."
        return f"You were right in {_right(self.before)} of {len(self.before)} before, and in {after} after."

    def rows(self) -> list[list[str]]:
        """Return a row an item: what it is about, and how it was answered before and after."""
        before = self.before or (None,) * len(self.after)
        return [
            [last.item.about, *(self._said(each) for each in pair)]
            for last, pair in zip(self.after, zip(before, self.after, strict=True), strict=True)
        ]

    def _said(self, one: Given | None) -> str:
        return "–" if one is None else f"{'✓' if one.right else '✗'} {self.steps.get(one.sure, 'not told')}"  # noqa: RUF001

    def solutions(self) -> list[str]:
        """Return the right answer to each item."""
        return [f"{each.item.prompt} {each.item.options[each.item.answer]}" for each in self.all]

    def __str__(self) -> str:
        """Return all of it as text."""
        rows = (f"{about}: before {before}, after {after}" for about, before, after in self.rows())
        bars = (f"{words}: {right} of {total} right" for words, right, total in self.picture())
        return "\n".join([TITLE, *rows, PICTURE, *bars, *self.sentences()])

    def to_html(self) -> html.Html:
        """Return all of it as HTML, the right answers folded away."""
        bars = (
            html.paragraph(f"{words}: {right} of {total} right", html.line_break(), html.bar(right / total))
            for words, right, total in self.picture()
        )
        return html.page(
            html.paragraph(html.strong(TITLE)),
            html.table(["", "Before", "After"], self.rows(), labels=1),
            html.paragraph(html.strong(PICTURE)),
            *bars,
            *map(html.paragraph, self.sentences()),
            html.fold("The right answers", html.items(self.solutions())),
        )


def compare(record: Record) -> Change | None:
    """Return what has changed; None until the task after is done."""
    if not is_done(AFTER, record):
        return None
    before = given(task(BEFORE), record) if is_done(BEFORE, record) else ()
    return Change(before, given(task(AFTER), record), task(AFTER).sure)


def waiting(record: Record) -> str:
    """Return what is said while only the task before is done; nothing otherwise."""
    return WAITING if is_done(BEFORE, record) and not is_done(AFTER, record) else ""


def _right(some: Iterable[Given]) -> int:
    return sum(each.right for each in some)
