"""The adding machine: tick mentions of counts, and see the sum of their ranges and what is wrong about it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from course.figures.explorer import Explorer, Picture, known
from course.numbers.add_up import Total, in_one_unit, total_of
from course.numbers.bounds import bounded
from course.numbers.hedges import DEFAULT_CLOSENESS, Reading, how_far
from course.numbers.how_many import axis_limit, label_trace, layout, range_traces
from course.numbers.mentions import MOST_ROWS, of_unit, rows_of, units_of
from course.numbers.what_the_sum_hides import in_words, with_sum
from course.page.controls import one_of, pick, slider, some_of
from course.say import size

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import pandas as pd

    from course.case import Case
    from course.numbers.mentions import Row

PERCENT = 100
LARGEST_PERCENT = 30
READINGS = {
    "strict": "strict: only what the words say. “Up to 1,000” can be 0.",
    "usual": "usual: what people mostly mean. How near is “nearly”? You decide.",
}


@dataclass(frozen=True)
class Settings:
    """What a learner has set: the mentions ticked, the reading, the closeness as a share, and the unit that is drawn.

    An empty unit is the one that most of what is ticked has.
    """

    mentions: tuple[str, ...] = ()
    reading: Reading = "strict"
    closeness: float = DEFAULT_CLOSENESS
    unit: str = ""


class AddingMachine(Explorer[Settings]):
    """An explorer of the sum of some mentions; `adding_machine` makes one."""

    def __init__(self, rows: Sequence[Row], settings: Settings) -> None:
        """Build it over mentions, as `rows_of` gives them."""
        self._rows, self._unlisted = listed_first(rows, settings.mentions, MOST_ROWS - 1)
        self._hedges = {row["hedge"] for row in self._rows}
        self._statuses = [str(row["status"]) for row in self._rows]
        self._names = {row["mention"]: name_of(row) for row in self._rows}
        self._added = lru_cache(2)(self._add)  # of what is set and of what was set before
        self._units = units_of(self._rows)
        controls = {
            "mentions": some_of("Which mentions do you add up?", self._names),
            "reading": one_of("Reading", READINGS),
            "closeness": slider("Closeness", 0, LARGEST_PERCENT, "%"),
        }
        if len(self._units) > 1:
            controls["unit"] = pick("What is drawn?", {"": "what most of them count", **self._units})
        super().__init__(settings, controls)

    @property
    def total(self) -> Total:
        """The sum of what is ticked, with what is wrong about it."""
        return self._total(self._settings)

    def _checked(self, settings: Settings) -> Settings:
        settings = replace(settings, mentions=known(settings.mentions, self._names, "mention"))
        known([settings.unit], ["", *self._units], "unit")
        self._total(settings)
        return settings

    def _to_controls(self, settings: Settings) -> dict[str, Any]:
        values = {**super()._to_controls(settings), "closeness": round(settings.closeness * PERCENT)}
        return {name: value for name, value in values.items() if name != "unit" or len(self._units) > 1}

    def _from_controls(self, values: dict[str, Any]) -> Settings:
        return super()._from_controls({**values, "closeness": values["closeness"] / PERCENT})

    def _more(self, settings: Settings) -> dict[str, dict[str, Any]]:
        return {"closeness": {"disabled": settings.reading == "strict"}}

    def _add(self, mentions: tuple[str, ...], reading: Reading, closeness: float) -> tuple[Sequence[Row], Total]:
        """Return the ranges of some mentions in one unit, and their sum."""
        ticked = [row for row in self._rows if row["mention"] in mentions]
        ranges, notes = in_one_unit(bounded(ticked, reading, closeness))
        return ranges, total_of(ranges, notes)

    def _total(self, settings: Settings) -> Total:
        return self._added(settings.mentions, settings.reading, settings.closeness)[1]

    def _drawn(self, settings: Settings) -> tuple[Sequence[Row], str]:
        """Return what is ticked and can stand on one axis, and a sentence on the rest."""
        ranges, _ = self._added(settings.mentions, settings.reading, settings.closeness)
        return of_unit(ranges, settings.unit if settings.unit in units_of(ranges) else "", in_code=False)

    def _picture(self, settings: Settings) -> Picture:
        ranges = with_sum(self._drawn(settings)[0], self._total(settings))
        end = axis_limit(ranges)
        traces = [*range_traces(ranges, end, statuses=self._statuses), label_trace(ranges, end)]
        return Picture(traces, layout(ranges, end, "What you add up, and the sum"))

    def _say(self, settings: Settings) -> str:
        if not settings.mentions:
            return "\n".join(
                filter(None, ("Nothing is ticked yet. Tick two mentions and watch the sum.", self._unlisted))
            )
        said = in_words(self._total(settings), len(settings.mentions), settings.reading)
        far = how_far(settings.closeness, self._hedges) if settings.reading == "usual" else ""
        return "\n".join(filter(None, (said, far, self._drawn(settings)[1], self._unlisted)))

    def _say_changed(self, old: Settings, new: Settings) -> str:
        if new.mentions != old.mentions:
            what = f"{len(new.mentions)} ticked instead of {len(old.mentions)}"
        elif new.reading != old.reading:
            what = f"{new.reading} reading instead of {old.reading}"
        elif new.unit != old.unit:
            return self._drawn(new)[1]
        else:
            what = f"closeness {new.closeness:.0%} instead of {old.closeness:.0%}"
        was, now = self._total(old).said, self._total(new).said
        if was == now:
            return f"What you changed: {what}. The sum stays at {now}."
        return f"What you changed: {what}. The sum was “{was}” and is “{now}” now."


def adding_machine(
    case: Case | pd.DataFrame,
    mentions: Iterable[str] = (),
    reading: Reading = "strict",
    closeness: float = DEFAULT_CLOSENESS,
    unit: str = "",
) -> AddingMachine:
    """Open the adding machine.

    Parameters
    ----------
    case
        A case, or rows of its table `counts` or `troops`.
    mentions
        The short names of the mentions that are ticked at first.
    reading, closeness
        As in `course.bounds`.
    unit
        The unit that is drawn where what is ticked has several; by default the one that most have.

    Raises
    ------
    ValueError
        A mention, the reading, the closeness or the unit is not one that is known.
    ContentError
        The case has no table of counts.
    """
    given = (mentions,) if isinstance(mentions, str) else tuple(mentions)
    return AddingMachine(rows_of(case), Settings(given, reading, closeness, unit))


def name_of(row: dict[str, Any], blank: str = "no number") -> str:
    """Return what a mention is called in a list: its label, its paragraph and its number."""
    return f"{row['label']} (¶{row['paragraph']}: {size(row, blank)})"


def listed_first(rows: Sequence[Row], wanted: Iterable[str], most: int) -> tuple[Sequence[Row], str]:
    """Return the mentions that a list of so many holds, those that are wanted and the first, and what is left out."""
    if len(rows) <= most:
        return rows, ""
    keys = set(wanted)
    first = sorted(range(len(rows)), key=lambda place: rows[place]["mention"] not in keys)[:most]
    said = f"The list has {most} of {len(rows):,} mentions, the first in the order of the table."
    return [rows[place] for place in sorted(first)], said
