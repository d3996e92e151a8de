"""Places: where the forces are said to be, how precisely, and how much land a vague word can take in."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from course.figures.explorer import Explorer, Picture, known
from course.figures.parts import sign
from course.figures.style import ACCENT
from course.map.atlas import GLYPHS, forces, spots
from course.map.ground import (
    ABOUT_CRIMEA,
    DASHED,
    KEY_OF_LAND,
    bands,
    borders,
    circles,
    crimea,
    key_of_forces,
    land,
    layout,
    leader_trace,
    lit,
    point_trace,
)
from course.map.labels import labels
from course.map.outlines import outlines
from course.map.words import of_change, of_distance, of_forces, of_one_force, of_place
from course.page.controls import pick, slider, some_of
from course.tables import records
from course.vocabulary import vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable

    from course.case import Case
    from course.map.atlas import Spot

DOTTED = "Dotted circle: how precisely the report names a place. The larger it is, the less is said."
LIT = f" &nbsp; {sign(ACCENT)} the place that is lit"
STEP, FARTHEST = 25, 400
"""By how much the slider moves, and how far, in kilometres."""


@dataclass(frozen=True)
class Settings:
    """What a learner has set: the statuses of the forces shown, the place that is lit, and how near is near."""

    statuses: tuple[str, ...] = ()
    place: str = ""
    kilometres: int = 0


class Places(Explorer[Settings]):
    """An explorer of the places of a report; `places` makes one."""

    def __init__(self, case: Case, settings: Settings) -> None:
        """Build it over the tables `places` and `troops` of a case."""
        self._forces = forces(case)
        self._spots = {spot.place: spot for spot in spots(case)}
        self._labels = labels(list(self._spots.values()))
        self._vague: dict[tuple[str, ...], list[Spot]] = {}
        for spot in self._spots.values():
            if spot.encircled:
                self._vague.setdefault(spot.states, []).append(spot)
        states = {row["state"]: str(row["name"]) for row in records(case.actors) if str(row["kind"]) == "state"}
        self._states = {iso: states.get(iso, each.name) for iso, each in outlines().items()}
        counts = Counter(force.status for force in self._forces)
        meanings = vocabulary("statuses")
        self._statuses = {
            name: f"{glyph} {name} ({counts[name]}): {meanings[name]['meaning']}"
            for name, glyph in GLYPHS.items()
            if counts[name]
        }
        controls = {
            "statuses": some_of("Which forces?", self._statuses),
            "place": pick("Light one place", {"": "none", **{key: spot.name for key, spot in self._spots.items()}}),
            "kilometres": slider("How near is “around” or “at the border”?", 0, FARTHEST, "km", STEP),
        }
        super().__init__(settings, controls)

    def _checked(self, settings: Settings) -> Settings:
        place = known((settings.place,), self._spots, "place")[0] if settings.place else ""
        _check_distance(settings.kilometres)
        statuses = known(settings.statuses, self._statuses, "status of a force here")
        return replace(settings, place=place, statuses=statuses)

    def _more(self, _: Settings) -> dict[str, dict[str, Any]]:
        return {"kilometres": {"disabled": not self._vague}}

    def _picture(self, settings: Settings) -> Picture:
        everywhere, chosen = list(self._spots.values()), self._spots.get(settings.place)
        shown = [label for label in self._labels if label.shown(settings.statuses, settings.place)]
        traces = [
            *land(everywhere),
            *bands(everywhere, settings.kilometres),
            crimea(),
            borders(everywhere),
            circles(everywhere),
            *lit(chosen, settings.kilometres),
            leader_trace(shown),
            point_trace(self._labels),
        ]
        texts = [label.annotation(settings.statuses, settings.place) for label in shown]
        land_key = f"{KEY_OF_LAND}{LIT if chosen else ''}"
        band_key = _key_of_band(settings.kilometres) if self._vague else ""
        key = [land_key, key_of_forces(everywhere), DOTTED, band_key]
        return Picture(traces, layout("Where? As precisely as the report says", texts, key))

    def _say(self, settings: Settings) -> str:
        if not self._spots:
            return "There is no place to draw."
        said = of_place(self._spots[settings.place], settings.kilometres) if settings.place else []
        said += of_forces(self._forces, self._spots, settings.statuses)
        said += of_one_force(self._forces, self._spots)
        for some in self._vague.values():
            said += of_distance(some, self._states, self._named(some), settings.kilometres)
        return "\n".join([*said, ABOUT_CRIMEA])

    def _named(self, some: list[Spot]) -> set[str]:
        """Return the codes of the states in which the report places the forces of some places."""
        forces = {force.force for spot in some for force in spot.forces}
        return {
            iso
            for force in self._forces
            if force.force in forces and force.place in self._spots
            for iso in (() if force.place in {spot.place for spot in some} else self._spots[force.place].states)
        }

    def _reached(self, kilometres: int) -> list[str]:
        """Return the names of the states of which a band takes in land."""
        return [self._states[iso] for some in self._vague.values() for iso in some[0].reached(kilometres)]

    def _say_changed(self, old: Settings, new: Settings) -> str:
        if new.place != old.place:
            return f"Lit: {self._spots[new.place].name}." if new.place else "No place is lit."
        if new.statuses != old.statuses:
            before, now = (sum(f.status in each.statuses for f in self._forces) for each in (old, new))
            return f"Mentions of forces: {now} instead of {before}."
        change = of_change(self._reached(old.kilometres), self._reached(new.kilometres))
        return f"{new.kilometres} km instead of {old.kilometres} km. {change}"


def places(case: Case, statuses: Iterable[str] | None = None, place: str = "", kilometres: int = 0) -> Places:
    """Open the map of places.

    Parameters
    ----------
    case
        A case; its tables `places`, `troops` and `actors` are read.
    statuses
        The statuses of the forces that are shown at first, such as `["present"]`; all where none is given.
    place
        The short name of the place that is lit at first; none where it is empty.
    kilometres
        How near "around" or "at the border" is taken to be at first: from 0 to 400, in steps of 25.

    Raises
    ------
    ValueError
        A status, the place or the distance is not one that is known.
    """
    given = case.troops["status"].astype("string") if statuses is None else statuses
    return Places(case, Settings((given,) if isinstance(given, str) else tuple(given), place, kilometres))


def _key_of_band(kilometres: int) -> str:
    if not kilometres:
        return DASHED
    return f"Orange: up to {kilometres} km outside the dashed line. The report gives no distance."


def _check_distance(kilometres: object) -> None:
    if isinstance(kilometres, bool) or not isinstance(kilometres, int):
        message = f"A distance is a whole number of kilometres, such as 100, not {kilometres!r}."
        raise ValueError(message)  # noqa: TRY004 - whatever is wrong with a setting is a ValueError
    nearest = min(max(round(kilometres / STEP) * STEP, 0), FARTHEST)
    if kilometres != nearest:
        message = f"{kilometres} km cannot be set: 0 to {FARTHEST} km, in steps of {STEP}. The nearest is {nearest} km."
        raise ValueError(message)
