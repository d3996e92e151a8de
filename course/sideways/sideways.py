"""Reading sideways: choose what several reports speak of, and see them side by side."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from course.figures.explorer import Explorer, Picture, known
from course.figures.parts import cut
from course.numbers.adding_machine import LARGEST_PERCENT, PERCENT, READINGS
from course.numbers.hedges import DEFAULT_CLOSENESS, Reading, check_settings
from course.page import html
from course.page.controls import one_of, pick, slider
from course.sideways.picture import picture
from course.sideways.side_by_side import check_thing
from course.sideways.ties import things
from course.sideways.words import headline, words

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from course.sideways.ties import Thing

MOST_LETTERS = 56
"""How long a name in the list of things is."""


@dataclass(frozen=True)
class Settings:
    """What a learner has set: the key of the thing, the reading, and the closeness as a share."""

    thing: str
    reading: Reading = "strict"
    closeness: float = DEFAULT_CLOSENESS


class Sideways(Explorer[Settings]):
    """An explorer of what several reports speak of; `sideways` makes one."""

    def __init__(self, every: Mapping[str, Thing], settings: Settings) -> None:
        """Build it over what several reports speak of, by its key."""
        self._things = every
        self._statuses = {
            str(side.row["status"]) for thing in every.values() if thing.is_counted for side in thing.sides
        }
        controls = {
            "thing": pick("What do you follow?", {key: cut(thing.label, MOST_LETTERS) for key, thing in every.items()}),
            "reading": one_of("Reading", READINGS),
            "closeness": slider("Closeness", 0, LARGEST_PERCENT, "%"),
        }
        super().__init__(settings, controls)

    def _checked(self, settings: Settings) -> Settings:
        known([settings.thing], self._things, "thing")
        check_settings(settings.reading, settings.closeness)
        return settings

    def _to_controls(self, settings: Settings) -> dict[str, Any]:
        return {**super()._to_controls(settings), "closeness": round(settings.closeness * PERCENT)}

    def _from_controls(self, values: dict[str, Any]) -> Settings:
        return super()._from_controls({**values, "closeness": values["closeness"] / PERCENT})

    def _more(self, settings: Settings) -> dict[str, dict[str, Any]]:
        counted = self._things[settings.thing].is_counted
        return {
            "reading": {"disabled": not counted},
            "closeness": {"disabled": not counted or settings.reading == "strict"},
        }

    def _picture(self, settings: Settings) -> Picture:
        return picture(self._things[settings.thing], settings.reading, settings.closeness, self._statuses)

    def _say(self, settings: Settings) -> str:
        return words(self._things[settings.thing], settings.reading, settings.closeness)

    def _say_changed(self, old: Settings, new: Settings) -> str:
        if new.thing != old.thing:
            return f"You follow another thing. {headline(self._things[new.thing])}"
        if new.reading != old.reading:
            what = f"{new.reading} reading instead of {old.reading}"
        else:
            what = f"closeness {new.closeness:.0%} instead of {old.closeness:.0%}"
        was, now = self._say(old).split("\n"), self._say(new).split("\n")
        moved = [line.removeprefix("- ") for line in now if line not in was]
        return f"What you changed: {what}. {moved[0] if moved else 'Nothing moves with it.'}"

    def _still(self, settings: Settings, said: str) -> str:
        """Return the words, and a line for each other thing: paper cannot be asked for it."""
        others = [f"- {headline(thing)}" for key, thing in self._things.items() if key != settings.thing]
        more = html.lines("\n".join(["Other things that several reports speak of:", *others])) if others else ""
        return html.page(html.lines(said), more)


def sideways(
    thing: str = "",
    folder: str | Path | None = None,
    reading: Reading = "strict",
    closeness: float = DEFAULT_CLOSENESS,
) -> Sideways:
    """Follow one thing through several reports.

    Parameters
    ----------
    thing
        Its key in `same.csv`, such as `"mission"`; by default the first.
    folder
        A folder with a `same.csv` and the folders of some cases; by default those that the course ships.
    reading, closeness
        As in `course.bounds`.

    Raises
    ------
    ValueError
        The thing, the reading or the closeness is not one that is known.
    ContentError
        `same.csv` or a case is not as it should be.
    """
    every = things(folder)
    check_thing(thing, every)
    return Sideways(every, Settings(thing or next(iter(every)), reading, closeness))
