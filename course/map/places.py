"""Places: where what is counted is said to be, how precisely, and how much land a vague word can take in."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from course.figures.explorer import Explorer, Picture, known
from course.figures.parts import cut, sign
from course.figures.style import ACCENT
from course.map.atlas import atlas, mentions
from course.map.ground import (
    CIRCLES,
    KEY_OF_LAND,
    apart,
    bands,
    borders,
    circles,
    key,
    land,
    layout,
    leader_trace,
    lit,
    of_outlines,
    point_trace,
)
from course.map.labels import NAME_LETTERS, glyph_of, labels
from course.map.outlines import countries
from course.map.where import TITLE
from course.map.words import NO_PLACE, of_change, of_counts, of_distance, of_frame, of_one_thing, of_place
from course.page.controls import pick, slider, some_of
from course.vocabulary import vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable

    from course.case import Case
    from course.map.spots import Mention, Spot

DOTTED = "Dotted circle: how precisely the report names a place. The larger it is, the less is said."
LIT = f"{sign(ACCENT)} the place that is lit"
STEPS = (1, 2, 5, 10, 25, 50, 100, 250)
"""By how many kilometres the slider can move: by more on a map of more."""
MOST_NAMED = 2
NOTCHES, ACROSS, USUAL = 16, 92, 25
"""How many steps it has, how many would go across the map, about, and how wide one is where it moves nothing."""


@dataclass(frozen=True)
class Settings:
    """What a learner has set: the statuses of the mentions shown, the place that is lit, and how near is near."""

    statuses: tuple[str, ...] = ()
    place: str = ""
    kilometres: int = 0


class Places(Explorer[Settings]):
    """An explorer of the places of a report; `places` makes one."""

    def __init__(self, case: Case, counted: list[Mention], settings: Settings) -> None:
        """Build it over the tables of a case and its mentions of counts."""
        self._mentions = counted
        self._atlas = atlas(case, counted)
        self._spots = self._atlas.every
        self._missing = {spot.place: why for spot, why in self._atlas.absent}
        self._labels = labels(self._atlas.spots)
        spots = self._atlas.spots
        self._below = land(self._atlas)
        self._above = [apart(self._atlas), borders(spots), circles(spots)]
        self._points = point_trace(spots, self._labels)
        self._vague: dict[tuple[str, ...], list[Spot]] = {}
        for spot in self._atlas.spots:
            if spot.encircled:
                self._vague.setdefault(spot.states, []).append(spot)
        self._states = {iso: each.name for iso, each in countries().items()}
        wide = self._atlas.frame.width / ACROSS if self._vague else USUAL
        self._step = min(STEPS, key=lambda step: abs(step - wide))
        counts = Counter(mention.status for mention in self._mentions)
        self._statuses = {
            name: f"{glyph_of(name)} {row['word']} ({counts[name]}): {row['meaning']}"
            for name, row in vocabulary("statuses", case.name).items()
            if counts[name]
        }
        names = {place: self._spots[place].name for place in case.places["place"] if place in self._spots}
        how_near = f"How near is {' or '.join(self._vague_words()) or '“around” or “at the border”'}?"
        controls = {
            "statuses": some_of("Which mentions?", self._statuses),
            "place": pick("Light one place", {"": "none", **names}),
            "kilometres": slider(how_near, 0, self._step * NOTCHES, "km", self._step),
        }
        super().__init__(settings, controls)

    def _vague_words(self) -> list[str]:
        """Return the names of the first places that a distance can be tried at."""
        spots = [spot for some in self._vague.values() for spot in some]
        return [f"“{cut(spot.name, NAME_LETTERS)}”" for spot in spots[:MOST_NAMED]]

    def _checked(self, settings: Settings) -> Settings:
        place = known((settings.place,), self._spots, "place")[0] if settings.place else ""
        self._check_distance(settings.kilometres)
        statuses = known(settings.statuses, self._statuses, "status of a count here")
        return replace(settings, place=place, statuses=statuses)

    def _check_distance(self, kilometres: object) -> None:
        if isinstance(kilometres, bool) or not isinstance(kilometres, int):
            message = f"A distance is a whole number of kilometres, such as 100, not {kilometres!r}."
            raise ValueError(message)  # noqa: TRY004 - whatever is wrong with a setting is a ValueError
        step, most = self._step, self._step * NOTCHES
        nearest = min(max(round(kilometres / step) * step, 0), most)
        if kilometres != nearest:
            message = (
                f"{kilometres} km cannot be set: 0 to {most:,} km, in steps of {step}. The nearest is {nearest} km."
            )
            raise ValueError(message)

    def _more(self, _: Settings) -> dict[str, dict[str, Any]]:
        return {"kilometres": {"disabled": not self._vague}}

    def _picture(self, settings: Settings) -> Picture:
        found, chosen = self._atlas, self._spots.get(settings.place)
        shown = [label for label in self._labels if label.shown(settings.statuses, settings.place)]
        traces = [
            *self._below,
            *bands(found.spots, settings.kilometres),
            *self._above,
            *lit(chosen, settings.kilometres),
            leader_trace(shown),
            self._points,
        ]
        texts = [label.annotation(settings.statuses, settings.place) for label in shown]
        lines = [f"{line} &nbsp; {LIT}" if chosen and line == KEY_OF_LAND else line for line in key(found)]
        band = [_key_of_band(settings.kilometres)] * bool(settings.kilometres and self._vague)
        dotted = [DOTTED] * any(trace["name"] == CIRCLES and trace["x"] for trace in traces)
        return Picture(traces, layout(TITLE, found, texts, [*lines, *dotted, *band]))

    def _say(self, settings: Settings) -> str:
        if not self._spots:
            return NO_PLACE
        place = self._spots.get(settings.place)
        said = of_place(place, settings.kilometres, self._missing.get(place.place, "")) if place else []
        said += of_counts(self._mentions, self._spots, settings.statuses)
        said += of_one_thing(self._mentions, self._spots)
        for some in self._vague.values():
            said += of_distance(some, self._states, self._named(some), settings.kilometres)
        return "\n".join([*said, *self._atlas.said, *of_frame(self._atlas, self._labels), of_outlines(self._atlas)])

    def _named(self, some: list[Spot]) -> set[str]:
        """Return the codes of the countries in which the report places what is counted at some places."""
        things = {mention.thing for spot in some for mention in spot.mentions}
        here = {spot.place for spot in some}
        return {
            iso
            for mention in self._mentions
            if mention.thing in things and mention.place in self._spots and mention.place not in here
            for iso in self._spots[mention.place].states
        }

    def _reached(self, kilometres: int) -> list[str]:
        """Return the names of the countries of which a band takes in land."""
        return [self._states[iso] for some in self._vague.values() for iso in some[0].reached(kilometres)]

    def _say_changed(self, old: Settings, new: Settings) -> str:
        if new.place != old.place:
            return f"Lit: {self._spots[new.place].name}." if new.place else "No place is lit."
        if new.statuses != old.statuses:
            before, now = (sum(each.status in some.statuses for each in self._mentions) for some in (old, new))
            return f"Mentions: {now} instead of {before}."
        change = of_change(self._reached(old.kilometres), self._reached(new.kilometres))
        return f"{new.kilometres:,} km instead of {old.kilometres:,} km. {change}"


def places(case: Case, statuses: Iterable[str] | None = None, place: str = "", kilometres: int = 0) -> Places:
    """Open the map of places.

    Parameters
    ----------
    case
        A case; its tables `places`, `actors` and those of counts are read.
    statuses
        The statuses of the mentions that are shown at first, such as `["present"]`; all where none is given.
    place
        The short name of the place that is lit at first; none where it is empty.
    kilometres
        How near "around" or "at the border" is taken to be at first. The wider the map, the wider are the
        steps: on one of 2,300 km they go by 25, up to 400.

    Raises
    ------
    ContentError
        The case has no table of places.
    ValueError
        A status, the place or the distance is not one that is known.
    """
    counted = mentions(case)
    given = dict.fromkeys(mention.status for mention in counted) if statuses is None else statuses
    return Places(case, counted, Settings((given,) if isinstance(given, str) else tuple(given), place, kilometres))


def _key_of_band(kilometres: int) -> str:
    return f"Orange: up to {kilometres:,} km outside the dashed line. The report gives no distance."
