"""The map of a case: the frame that its places make, the places in it, and why others are not there."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from course.content import ContentError
from course.map.frame import Frame, framed
from course.map.outlines import COARSE, countries, country_of, drawn, outlines, seen
from course.map.spots import EDGES, NAME, POINT, Mention, Spot
from course.say import MOST_ITEMS, NO_NUMBER, amount, and_, count, listed, short_name, size
from course.vocabulary import vocabulary

if TYPE_CHECKING:
    from course.case import Case
    from course.map.geometry import Point
    from course.vocabulary import Row

VAST = 1500.0
"""What has a larger radius, in kilometres, is not fitted into a frame as a whole if there is something smaller."""
LEAST_SEEN = 0.03
"""Of which part of the map such a country has to take, or a point of it has to come into the frame."""
MOST = 200
"""How many places a map holds."""
COUNTS = {"troops": "force", "counts": "thing"}
"""The tables of counts, and the column in each that says of what thing."""


@dataclass(frozen=True)
class Atlas:
    """The map of a case: its frame, what is drawn, what is not and why, and how many places are left out."""

    frame: Frame
    spots: tuple[Spot, ...]
    absent: tuple[tuple[Spot, str], ...] = ()
    left_out: int = 0

    @property
    def every(self) -> dict[str, Spot]:
        """Each place that it speaks of, drawn or not, by its key."""
        return {spot.place: spot for spot in (*self.spots, *(spot for spot, _ in self.absent))}

    @property
    def said(self) -> list[str]:
        """What is not on the map, a line a reason."""
        names: dict[str, list[str]] = {}
        for spot, why in self.absent:
            names.setdefault(why, []).append(spot.name)
        lines = [f"Not on the map: {listed(some, MOST_ITEMS)}. {why}" for why, some in names.items()]
        if self.left_out:
            lines.append(
                f"The map has room for {MOST} places: those with a count first, then in the order of the table. "
                f"{count(self.left_out, 'place')} more of the table are left out."
            )
        return lines


def mentions(case: Case) -> list[Mention]:
    """Return the mentions of counts of a case, of troops or of anything."""
    owners = {actor: short_name(name) for actor, name in case.actor_names.items()}
    return [
        Mention(
            mention=row["mention"],
            thing=str(row[thing]),
            owner=owners.get(row["whose"]) or row["whose"] or "",
            size=_size(row),
            has_number=row["number"] is not None,
            status=str(row["status"]),
            place=row["place"] or "",
            paragraph=int(row["paragraph"]),
        )
        for table, thing in COUNTS.items()
        if table in case.tables
        for row in case.rows(table)
    ]


def _size(row: dict[str, Any]) -> str:
    return amount(row) if row.get("what") else size(row, NO_NUMBER)


def atlas(case: Case, counted: list[Mention] | None = None) -> Atlas:
    """Return the map of a case, with its mentions of counts where they are known already.

    Raises
    ------
    ContentError
        The case has no table of places.
    """
    if "places" not in case.tables:
        message = f"{case.name} has no table of places, so there is no map to draw."
        raise ContentError(message)
    at: dict[str, list[Mention]] = {}
    for mention in mentions(case) if counted is None else counted:
        at.setdefault(mention.place, []).append(mention)
    every = case.rows("places")
    words = vocabulary("precisions", case.name)
    first = sorted(range(len(every)), key=lambda row: every[row]["place"] not in at)[:MOST]
    rows = [every[row] for row in sorted(first)]
    told = [(_spot(row, words[str(row["precision"])], tuple(at.get(row["place"], ()))), _codes(row)) for row in rows]
    frame = _frame([spot for spot, _ in told])
    placed = [(replace(spot, frame=frame), codes) for spot, codes in told]
    return Atlas(
        frame,
        tuple(spot for spot, _ in placed if spot.at),
        tuple((spot, why) for spot, codes in placed if (why := _missing(spot, codes))),
        len(every) - len(rows),
    )


def _codes(row: dict[str, Any]) -> list[str]:
    return [] if row["iso"] is None else [code.strip() for code in str(row["iso"]).split(";")]


def _spot(row: dict[str, Any], how: Row, there: tuple[Mention, ...]) -> Spot:
    whole = how["drawn"] not in (POINT, NAME)
    states = tuple(dict.fromkeys(iso for code in _codes(row) if (iso := country_of(code, whole=whole))))
    earth = None
    if row["latitude"] is not None and row["longitude"] is not None:
        earth = (float(row["longitude"]), float(row["latitude"]))
    return Spot(
        place=row["place"],
        name=str(row["name"]),
        precision=how["key"],
        word=how["word"],
        meaning=how["meaning"],
        # Where no country is known the coordinates are all that there is to draw.
        drawn=NAME if earth and not states and how["drawn"] != POINT else how["drawn"],
        mark=how["mark"] or "circle-open",
        radius=float(how["radius"] or 0),
        states=states,
        earth=earth,
        paragraph=int(row["paragraph"]),
        wording=str(row["wording"]),
        mentions=there,
        frame=framed([]),
    )


def _missing(spot: Spot, codes: list[str]) -> str:
    """Return why a place, or a part of it, is not on the map; empty where all of it is."""
    if spot.drawn in (POINT, NAME):
        return "" if spot.at else "The table gives no coordinates."
    if not codes:
        return "The table names no country."
    if unknown := [code for code in codes if not country_of(code, whole=True)]:
        meant = {code: iso for code in unknown if (iso := country_of(f"{code}-"))}
        right = [f"The code of {countries()[iso].name} is {iso}." for iso in dict.fromkeys(meant.values())]
        return " ".join([f"No country has the code {and_(map(repr, unknown))}.", *right])
    if spot.at:
        return ""
    names = and_(countries()[iso].name for iso in spot.states)
    return (
        f"The outlines show no line that {names} share."
        if spot.drawn in EDGES and len(spot.known) > 1
        else f"There is no outline of {names}."
    )


def _frame(spots: list[Spot]) -> Frame:
    """Return the frame around some places: vast countries are in it with a part of their land, if other places are."""
    points: list[Point] = [spot.earth for spot in spots if spot.earth and spot.drawn in (POINT, NAME)]
    vast: list[str] = []
    for iso in dict.fromkeys(iso for spot in spots if spot.drawn not in (POINT, NAME) for iso in spot.states):
        if iso not in outlines(COARSE):
            points.append(countries()[iso].at)
        elif outlines(COARSE)[iso].circle[1] > VAST:
            vast.append(iso)
        else:
            points += outlines(COARSE)[iso].main
    if not points:
        return framed([point for iso in vast for point in outlines(COARSE)[iso].main])
    frame = framed(points)
    least = LEAST_SEEN * 4 * frame.half[0] * frame.half[1]
    hidden = [countries()[iso].at for iso in vast if seen(drawn(frame).get(iso, [])) < least]
    return framed([*points, *hidden])
