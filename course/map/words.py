"""What the map of places says in words: of the forces, of one force in two words, of a distance, of one place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.map.atlas import AROUND, CITY_RADIUS, GLYPHS
from course.say import and_, count, items, verb
from course.vocabulary import vocabulary

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from course.map.atlas import Force, Spot

TENS = 10
"""A circle around a state is told in tens of kilometres; the outlines are coarse."""


def of_forces(forces: Sequence[Force], spots: Mapping[str, Spot], statuses: Collection[str]) -> list[str]:
    """Return the mentions of forces that are shown, and how few of them are at a place that is a point."""
    shown = [force for force in forces if force.status in statuses]
    if not forces:
        return ["The report mentions no force."]
    if not shown:
        return ["No force is shown. Tick a box."]
    towns = sum(force.place in spots and spots[force.place].precision == "city" for force in shown)
    nowhere = sum(force.place not in spots for force in shown)
    said = (
        f"{len(shown)} of {len(forces)} mentions of forces {verb(len(shown), 'is', 'are')} shown: "
        f"{towns or 'none'} in a town, {nowhere or 'none'} with no place at all."
    )
    shown.sort(key=lambda force: list(GLYPHS).index(force.status))
    each = [
        f"{force.status.capitalize()}: {force.owner}, {force.size}, {_place(force, spots)} (¶{force.paragraph})"
        for force in shown
    ]
    return [said, *items(each)]


def of_one_force(forces: Sequence[Force], spots: Mapping[str, Spot]) -> list[str]:
    """Return of each force that stands at several places in the report that it is one force all the same."""
    said = []
    for name in dict.fromkeys(force.force for force in forces):
        same = [force for force in forces if force.force == name and force.place in spots]
        at = list(dict.fromkeys(force.place for force in same))
        if len(at) > 1:
            said.append(f"One force ({same[0].owner}), {len(at)} ways to say where it is. Do not add them:")
            for place in at:
                spot = spots[place]
                where = ", ".join(f"¶{force.paragraph}" for force in same if force.place == place)
                words = f"“{spot.wording}” (¶{spot.paragraph})"
                said.append(f"- {spot.name} (mentioned in {where}): {words}. {_meaning(spot)}")
    return said


def of_distance(some: Sequence[Spot], states: Mapping[str, str], named: Collection[str], kilometres: int) -> list[str]:
    """Return what some places along one outline would take in if they reached so many kilometres.

    Parameters
    ----------
    some
        Places that are the border of one state, or around it.
    states
        The name of each state, by its code.
    named
        The codes of the states in which the report places the forces of these places.
    kilometres
        How far the reading goes.
    """
    words = and_([f"“{spot.wording}” (¶{spot.paragraph})" for spot in some])
    if not kilometres:
        verb = "is" if len(some) == 1 else "are"
        return [f"> How near {verb} {words}? The report gives no distance. Move the slider to try one."]
    reached = some[0].reached(kilometres)
    said = f"Read as up to {kilometres} km away, {words} would take in land of"
    if not reached:
        return [f"{said} no other state. The report gives no distance."]
    land = and_(sorted(states.get(iso, iso) for iso in reached))
    both = and_(sorted(states.get(iso, iso) for iso in reached if iso in named))
    which = f"Of these states it names only {both}" if both else "It names none of these states"
    what = f"{said} {count(len(reached), 'other state')}: {land}."
    return [f"{what} The report gives no distance. {which} as a place of these troops."]


def of_change(before: Collection[str], now: Collection[str]) -> str:
    """Return how what a band takes in has changed; both are names of states."""
    more, less = [name for name in now if name not in before], [name for name in before if name not in now]
    if more:
        return f"The band {'also ' if before else ''}takes in land of {and_(more)} now."
    if less:
        return f"The band no longer takes in land of {and_(less)}."
    return f"The band takes in land of {count(len(now), 'state')}, as before."


def of_place(spot: Spot, kilometres: int) -> list[str]:
    """Return what the report says of a place, and what that can mean on the map."""
    forces = "; ".join(_mention(force) for force in spot.forces)
    return [
        f"{spot.name} ({spot.precision}): ¶{spot.paragraph} “{spot.wording}”",
        f"{_meaning(spot)} {_extent(spot, kilometres)}",
        f"Forces there: {forces}." if forces else "The report places no force there.",
    ]


def _extent(spot: Spot, kilometres: int) -> str:
    if spot.precision == "city":
        if not spot.at:
            return "The table does not say where it is, so the map cannot show it."
        return f"The circle has a radius of {CITY_RADIUS:.0f} km: the town and what is around it."
    if not spot.rings:
        return "The table names no state for it, so the map cannot show it."
    if spot.precision in AROUND:
        band = f"a band of {kilometres} km" if kilometres else "only the line itself"
        return f"With the slider at {kilometres} km that is {band}."
    circles = [f"{round(radius / TENS) * TENS:,} km" for _, radius in spot.coverings]
    if not circles:
        return "It goes on beyond this map: no circle here is large enough."
    what = (
        f"circle around it has a radius of {circles[0]}"
        if len(circles) == 1
        else f"circles have radii of {and_(circles)}"
    )
    return f"The {what}, more or less: any place inside the tinted land fits the report."


def _meaning(spot: Spot) -> str:
    return vocabulary("precisions")[spot.precision]["meaning"]


def _mention(force: Force) -> str:
    return f"{force.owner}, {force.size} (¶{force.paragraph})"


def _place(force: Force, spots: Mapping[str, Spot]) -> str:
    return spots[force.place].name if force.place in spots else "no place given"
