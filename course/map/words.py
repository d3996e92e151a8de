"""What the map of places says in words: of counts, of one thing in two words, of a distance, of a place, of itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.map.spots import EDGES, NAME, POINT
from course.say import MOST_ITEMS, and_, count, items, listed, verb
from course.vocabulary import vocabulary

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from course.map.atlas import Atlas
    from course.map.labels import Label
    from course.map.spots import Mention, Spot

TENS = 10
"""A circle around a country is told in tens of kilometres; the outlines are coarse."""
HUNDREDS = -2
"""The width of a map is told in hundreds of kilometres, by what `round` takes."""
NO_PLACE = "There is no place to draw."
MOST_NAMES = 12


def of_counts(mentions: Sequence[Mention], spots: Mapping[str, Spot], statuses: Collection[str]) -> list[str]:
    """Return the mentions that are shown, and how few of them are at a place that is a point."""
    shown = [mention for mention in mentions if mention.status in statuses]
    if not mentions:
        return ["The report mentions no count."]
    if not shown:
        return ["No mention is shown. Tick a box."]
    points = sum(mention.place in spots and spots[mention.place].drawn == POINT for mention in shown)
    nowhere = sum(not mention.place for mention in shown)
    said = (
        f"{len(shown)} of {len(mentions)} mentions {verb(len(shown), 'is', 'are')} shown: "
        f"{points or 'none'} at a point, {nowhere or 'none'} with no place at all."
    )
    each = [
        f"{row['word'].capitalize()}: {mention.said(', ')}, {_place(mention, spots)} (¶{mention.paragraph})"
        for status, row in vocabulary("statuses").items()
        for mention in shown
        if mention.status == status
    ]
    return [said, *items(each)]


def of_one_thing(mentions: Sequence[Mention], spots: Mapping[str, Spot]) -> list[str]:
    """Return of each thing that is counted at several places that it is one thing all the same."""
    said: list[str] = []
    things: dict[str, list[Mention]] = {}
    for mention in mentions:
        if mention.place in spots:
            things.setdefault(mention.thing, []).append(mention)
    several = [same for same in things.values() if len({mention.place for mention in same}) > 1]
    for same in several[:MOST_ITEMS]:
        at = list(dict.fromkeys(mention.place for mention in same))
        whose = f" ({same[0].owner})" if same[0].owner else ""
        said.append(f"One and the same{whose}, {len(at)} ways to say where. Do not add them:")
        for place in at[:MOST_NAMES]:
            spot = spots[place]
            paragraphs = dict.fromkeys(f"¶{each.paragraph}" for each in same if each.place == place)
            where = listed(paragraphs, MOST_NAMES, ", ")
            words = f"“{spot.wording}” (¶{spot.paragraph})"
            said.append(f"- {spot.name} (mentioned in {where}): {words}. {spot.meaning}")
        if len(at) > MOST_NAMES:
            said.append(f"- and {len(at) - MOST_NAMES} more")
    if len(several) > MOST_ITEMS:
        said.append(f"{len(several) - MOST_ITEMS} more are counted at several places too.")
    return said


def of_distance(some: Sequence[Spot], states: Mapping[str, str], named: Collection[str], kilometres: int) -> list[str]:
    """Return what some places along one outline would take in if they reached so many kilometres.

    Parameters
    ----------
    some
        Places that are the border of one country, or around it.
    states
        The name of each country, by its code.
    named
        The codes of the countries in which the report places what is counted at these places.
    kilometres
        How far the reading goes.
    """
    words = and_([f"“{spot.wording}” (¶{spot.paragraph})" for spot in some])
    if not kilometres:
        verb = "is" if len(some) == 1 else "are"
        return [f"> How near {verb} {words}? The report gives no distance. Move the slider to try one."]
    reached = some[0].reached(kilometres)
    said = f"Read as up to {kilometres:,} km away, {words} would take in land of"
    if not reached:
        return [f"{said} no other country. The report gives no distance."]
    land = and_(sorted(states[iso] for iso in reached))
    both = and_(sorted(states[iso] for iso in reached if iso in named))
    which = f"Of these countries it names only {both}" if both else "It names none of these countries"
    other = "1 other country" if len(reached) == 1 else f"{len(reached)} other countries"
    return [f"{said} {other}: {land}. The report gives no distance. {which} as a place of what is counted here."]


def of_change(before: Collection[str], now: Collection[str]) -> str:
    """Return how what a band takes in has changed; both are names of countries."""
    more, less = [name for name in now if name not in before], [name for name in before if name not in now]
    if more:
        return f"The band {'also ' if before else ''}takes in land of {and_(sorted(more))} now."
    if less:
        return f"The band no longer takes in land of {and_(sorted(less))}."
    what = f"{len(now)} {verb(len(now), 'country', 'countries')}" if now else "no other country"
    return f"The band takes in land of {what}, as before."


def of_place(spot: Spot, kilometres: int, missing: str = "") -> list[str]:
    """Return what the report says of a place, and what that can mean on the map, or why it is `missing` there."""
    counted = listed(map(_mention, spot.mentions), MOST_NAMES)
    return [
        f"{spot.name} ({spot.word}): ¶{spot.paragraph} “{spot.wording}”",
        f"{spot.meaning} {missing or _extent(spot, kilometres)}",
        f"Counted there: {counted}." if counted else "The report counts nothing there.",
    ]


def _extent(spot: Spot, kilometres: int) -> str:  # noqa: PLR0911 - a sentence a way to draw
    if spot.drawn == NAME:
        return "Its name is on the map, no more: the table gives one point of it."
    if spot.drawn == POINT:
        if not spot.radius:
            return "The mark is one point of it. The report does not say where in it."
        return f"The circle has a radius of {spot.radius:g} km: the place and what is around it."
    if spot.drawn in EDGES:
        band = f"a band of {kilometres:,} km" if kilometres else "only the line itself"
        return f"With the slider at {kilometres:,} km that is {band}."
    if spot.dot:
        return "It is too small for an outline on this map: the mark is one point of it."
    circles = [f"{round(radius / TENS) * TENS:,} km" for _, radius in spot.coverings]
    if not circles:
        return "It goes on beyond this map: no circle here is large enough."
    what = (
        f"circle around it has a radius of {circles[0]}"
        if len(circles) == 1
        else f"circles have radii of {and_(circles)}"
    )
    return f"The {what}, more or less: any place inside the tinted land fits the report."


def of_frame(atlas: Atlas, labels: Sequence[Label]) -> list[str]:
    """Return how wide the map is, and how many of the places on it found no room for a name."""
    if not atlas.spots:
        return []
    wide = f"The map is about {round(atlas.frame.width, HUNDREDS):,.0f} km wide in its middle."
    said = "The map shows the whole earth. It stretches what is far from the equator." if atlas.frame.whole else wide
    without = len(atlas.spots) - len(labels)
    if not without:
        return [said]
    names = f"{count(without, 'place')} of it {verb(without, 'has', 'have')} no name on it"
    return [f"{said} For lack of room {names}; those with a count come first."]


def _mention(mention: Mention) -> str:
    return f"{mention.said(', ')} (¶{mention.paragraph})"


def _place(mention: Mention, spots: Mapping[str, Spot]) -> str:
    if not mention.place:
        return "no place given"
    return spots[mention.place].name if mention.place in spots else "a place that is left out"
