"""The adding machine: tick mentions of a force, and see the sum of their ranges and what is wrong about it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import pandas as pd

from course.figures.explorer import Explorer, Picture, known
from course.numbers.add_up import Total, add_up
from course.numbers.bounds import bounds
from course.numbers.hedges import DEFAULT_CLOSENESS, Reading, how_far
from course.numbers.how_many import axis_limit, label_trace, layout, range_traces
from course.numbers.what_the_sum_hides import in_words, with_sum
from course.page.controls import one_of, slider, some_of
from course.tables import records

if TYPE_CHECKING:
    from collections.abc import Iterable

    from course.case import Case

PERCENT = 100
LARGEST_PERCENT = 30
READINGS = {
    "strict": "strict: only what the words say. “Up to 1,000” can be 0.",
    "usual": "usual: what people mostly mean. How near is “nearly”? You decide.",
}


@dataclass(frozen=True)
class Settings:
    """What a learner has set: the mentions ticked, the reading, and the closeness as a share."""

    mentions: tuple[str, ...] = ()
    reading: Reading = "strict"
    closeness: float = DEFAULT_CLOSENESS


class AddingMachine(Explorer[Settings]):
    """An explorer of the sum of some mentions; `adding_machine` makes one."""

    def __init__(self, troops: pd.DataFrame, settings: Settings) -> None:
        """Build it over rows of the table `troops`."""
        self._troops = troops
        self._hedges = set(troops["hedge"].dropna())
        self._names = {row["mention"]: _name(row) for row in records(troops)}
        controls = {
            "mentions": some_of("Which mentions do you add up?", self._names),
            "reading": one_of("Reading", READINGS),
            "closeness": slider("Closeness", 0, LARGEST_PERCENT, "%"),
        }
        super().__init__(settings, controls)

    @property
    def total(self) -> Total:
        """The sum of what is ticked, with what is wrong about it."""
        return self._total(self._settings)

    def _checked(self, settings: Settings) -> Settings:
        settings = replace(settings, mentions=known(settings.mentions, self._names, "mention"))
        self._total(settings)
        return settings

    def _to_controls(self, settings: Settings) -> dict[str, Any]:
        return {**super()._to_controls(settings), "closeness": round(settings.closeness * PERCENT)}

    def _from_controls(self, values: dict[str, Any]) -> Settings:
        return super()._from_controls({**values, "closeness": values["closeness"] / PERCENT})

    def _more(self, settings: Settings) -> dict[str, dict[str, Any]]:
        return {"closeness": {"disabled": settings.reading == "strict"}}

    def _ticked(self, settings: Settings) -> pd.DataFrame:
        return self._troops[self._troops["mention"].isin(settings.mentions)]

    def _total(self, settings: Settings) -> Total:
        return add_up(self._ticked(settings), settings.reading, settings.closeness)

    def _picture(self, settings: Settings) -> Picture:
        ranges = bounds(self._ticked(settings), settings.reading, settings.closeness)
        ranges = with_sum(ranges, self._total(settings))
        end = axis_limit(ranges)
        traces = [*range_traces(ranges, end), label_trace(ranges, end)]
        return Picture(traces, layout(ranges, end, "What you add up, and the sum"))

    def _say(self, settings: Settings) -> str:
        if not settings.mentions:
            return "Nothing is ticked yet. Tick two mentions and watch the sum."
        said = in_words(self._total(settings), len(settings.mentions), settings.reading)
        return f"{said}\n{how_far(settings.closeness, self._hedges)}" if settings.reading == "usual" else said

    def _say_changed(self, old: Settings, new: Settings) -> str:
        if new.mentions != old.mentions:
            what = f"{len(new.mentions)} ticked instead of {len(old.mentions)}"
        elif new.reading != old.reading:
            what = f"{new.reading} reading instead of {old.reading}"
        else:
            what = f"closeness {new.closeness:.0%} instead of {old.closeness:.0%}"
        was, now = self._total(old).bounds, self._total(new).bounds
        if was == now:
            return f"What you changed: {what}. The sum stays at {now}."
        return f"What you changed: {what}. The sum was “{was}” and is “{now}” now."


def adding_machine(
    case: Case | pd.DataFrame,
    mentions: Iterable[str] = (),
    reading: Reading = "strict",
    closeness: float = DEFAULT_CLOSENESS,
) -> AddingMachine:
    """Open the adding machine.

    Parameters
    ----------
    case
        A case, or rows of its table `troops`.
    mentions
        The short names of the mentions that are ticked at first.
    reading, closeness
        As in `course.bounds`.

    Raises
    ------
    ValueError
        A mention, the reading or the closeness is not one that is known.
    """
    troops = case if isinstance(case, pd.DataFrame) else case.troops
    given = (mentions,) if isinstance(mentions, str) else tuple(mentions)
    return AddingMachine(troops, Settings(given, reading, closeness))


def _name(row: dict[str, Any]) -> str:
    size = "no number" if pd.isna(row["number"]) else f"{row['hedge']} {row['number']:,}"
    return f"{row['label']} (¶{row['paragraph']}: {size.removeprefix('bare ')})"
