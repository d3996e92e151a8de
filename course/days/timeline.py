"""The timeline: move the day of writing, and see which date words of a report move with it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TYPE_CHECKING

from course.days.date_words import NO_WORD, TABLES, DateWord, Read, date_words
from course.days.picture import picture
from course.days.rules import DAYS_OF_A_WEEK, ONE_DAY
from course.days.words import (
    by_what_they_hang_on,
    of_one_word,
    what_moved,
)
from course.figures.explorer import Explorer, known
from course.page.controls import button, day, pick
from course.page.panel import Part
from course.say import count, left_out, long_day, short_day

if TYPE_CHECKING:
    from course.case import Case
    from course.figures.explorer import Picture

SHOW = {"everything": "everything", "said": "what is said", "events": "events"}
NONE_LIT = ""
STEPS = {"◀ a day earlier": -1, "a day later ▶": 1}
"""The buttons that move the day, and how far."""
MOST_WORDS = 37
"""How many date words a picture of less than three screens has."""
WEEKS = 4
"""How far the day can be moved from the case's own days of writing, either way."""
EARLIEST, LATEST = date(1600, 1, 1), date(2200, 12, 31)


@dataclass(frozen=True)
class Settings:
    """What a learner has set: the day of writing in ISO form, what is shown, and the date word that is lit."""

    written: str = ""
    show: str = "everything"
    word: str = NONE_LIT


class Timeline(Explorer[Settings]):
    """An explorer of what date words mean; `timeline` makes one."""

    def __init__(self, case: Case, settings: Settings) -> None:
        """Build it over the statements and the events of a case."""
        self._case = case
        read: Read = {}
        every = {show: date_words(case, show, read) for show in SHOW if set(TABLES[show]) <= set(case.tables)}
        if "everything" not in every:  # of its two tables one is not there
            every["everything"] = date_words(case, "everything", read)
        self._show_what = {show: said for show, said in SHOW.items() if show in every}
        self._groups = {show: groups[:MOST_WORDS] for show, groups in every.items()}
        self._more_words = {
            show: left_out(len(groups), MOST_WORDS, "date word", "that come first in this order")
            for show, groups in every.items()
        }
        words = dict.fromkeys(group.word or NO_WORD for group in self._groups["everything"])
        self._lit = {NONE_LIT: "none", **{word: f"“{word}”" if word != NO_WORD else word for word in words}}
        own = case.written or (_day(settings.written),) * 2
        self._least, self._most = own[0] - WEEKS * DAYS_OF_A_WEEK * ONE_DAY, own[1] + WEEKS * DAYS_OF_A_WEEK * ONE_DAY
        controls = {
            "written": day("The report was written on", self._least, self._most),
            "show": pick("Show", self._show_what),
            "word": pick("Light one date word", self._lit),
        }
        super().__init__(settings, controls)

    @property
    def written(self) -> date:
        """The day of writing that is set."""
        return date.fromisoformat(self._settings.written)

    def _checked(self, settings: Settings) -> Settings:
        written = _day(settings.written)
        if not self._least <= written <= self._most:
            nearest = min(max(written, self._least), self._most)
            message = (
                f"{written} is too far from the report: choose a day from {self._least} to {self._most}. "
                f"The nearest is '{nearest}'."
            )
            raise ValueError(message)
        known([settings.show], self._show_what, "choice")
        known([settings.word], self._lit, "date word")
        return replace(settings, written=written.isoformat())

    def _move(self, days: int) -> None:
        moved = self.written + days * ONE_DAY
        if self._least <= moved <= self._most:
            self.set(written=moved.isoformat())
        else:
            self._show(f"{long_day(self.written)} is the {'first' if days < 0 else 'last'} day you can set.")

    def _left(self) -> list[Part]:
        written, *others = super()._left()
        return [written, *(Part(name, button(name), row="steps") for name in STEPS), *others]

    def _on_other(self, name: str, _: object) -> None:
        self._move(STEPS[name])

    def _picture(self, settings: Settings) -> Picture:
        groups = self._groups[settings.show]
        lit = [place for place, group in enumerate(groups) if settings.word == (group.word or NO_WORD)]
        return picture(groups, date.fromisoformat(settings.written), lit, self._groups["everything"])

    def _say(self, settings: Settings) -> str:
        groups, written = self._groups[settings.show], date.fromisoformat(settings.written)
        lit = [group for group in groups if settings.word == (group.word or NO_WORD)]
        lines = [self._headline(groups, written)]
        if lit:
            lines += of_one_word(lit, written)
        elif settings.word:
            lines.append(f"{self._lit[settings.word]} is not in what is shown.")
        else:
            lines += by_what_they_hang_on(groups, written)
            lines.append(f"- The day of writing comes from outside these words. {self._case.written_why}".rstrip())
        return "\n".join([*lines, *self._more_words[settings.show]])

    def _headline(self, groups: list[DateWord], written: date) -> str:
        words = [group for group in groups if group.word]
        start = f"Written on {long_day(written)}:"
        if not words:
            return f"{start} no row has a date word, so nothing moves with that day."
        others = [group for group in words if group.other(written)]
        if not others:
            said = f"all {len(words)} date words mean" if len(words) > 1 else "the date word means"
            return f"{start} {said} what the tables say."
        verb = "means" if len(others) == 1 else "mean"
        said = f"{start} {len(others)} of {count(len(words), 'date word')} {verb} other days than in the tables."
        return f"{said}{self._why_two(written)}"

    def _why_two(self, written: date) -> str:
        """Return why a day of writing that the tables allow can still give other days."""
        own = self._case.written
        if own is None or own[0] == own[1] or not own[0] <= written <= own[1]:
            return ""
        first, last = (short_day(each, written.year) for each in own)
        how = f"{first} or {last}" if own[1] - own[0] == ONE_DAY else f"{first}, {last} or a day between"
        return f" The tables leave open whether it was {how}: they cover each."

    def _say_changed(self, old: Settings, new: Settings) -> str:
        if new.written != old.written:
            was, now = date.fromisoformat(old.written), date.fromisoformat(new.written)
            return what_moved(self._groups[new.show], was, now)
        if new.show != old.show:
            rows = sum(len(group.rows) for group in self._groups[new.show])
            before = sum(len(group.rows) for group in self._groups[old.show])
            return f"Shown: {SHOW[new.show]}, {count(rows, 'row')} instead of {before}."
        return f"Lit: {self._lit[new.word]}." if new.word else "No date word is lit now."


def timeline(case: Case, written: str | date = "", show: str = "everything", word: str = "") -> Timeline:
    """Open the timeline.

    Parameters
    ----------
    case
        A case; its tables `statements` and `events`, or one of them, and the days of its writing are read.
    written
        The day of writing at first, such as `"2022-02-03"`; by default the last day on which the report can have
        been written: with it, the words mean what the tables say. It can be moved four weeks either way.
    show
        `"everything"`, `"said"` or `"events"`.
    word
        The date word that is lit at first, such as `"this week"`; empty for none.

    Raises
    ------
    ContentError
        The case has neither of these tables.
    ValueError
        The day, what to show or the word is not one that is known; or no day is given and the case has none.
    """
    if not set(TABLES["everything"]) & set(case.tables):
        case.need("timeline", *TABLES["everything"])
    if not written:
        if case.written is None:
            message = "This case does not say when it was written. Give a day, such as written='2022-02-03'."
            raise ValueError(message)
        written = case.written[1]
    return Timeline(case, Settings(_day(written).isoformat(), show, word))


def _day(value: object) -> date:
    """Return a day from its ISO form or from a date."""
    try:
        found = value if isinstance(value, date) else date.fromisoformat(str(value))
    except ValueError:
        found = None
    if isinstance(found, datetime):
        found = found.date()
    if found is None or not EARLIEST <= found <= LATEST:
        message = f"{value!r} is not a day of the calendar that can be set. Give one such as '2022-02-03'."
        raise ValueError(message)
    return found
