"""What the map says: where forces are, that two words can be one force, and what a distance would take in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from course.map.atlas import forces, spots
from course.map.words import of_change, of_distance, of_forces, of_one_force, of_place
from tests.invented import ferry

if TYPE_CHECKING:
    from collections.abc import Sequence

    from course.map.atlas import Spot

TOWN = {"place": "dock", "name": "Dock", "precision": "city", "latitude": 50, "longitude": 29}
STATE = {"place": "poland", "name": "Poland", "iso": "POL", "paragraph": 2}
AROUND = {
    "place": "near",
    "name": "near Poland",
    "precision": "area",
    "iso": "POL",
    "wording": "near Poland",
    "paragraph": 3,
}
ALL = ["present", "existing", "announced", "proposed"]
NAMES = {"CZE": "Czechia", "DEU": "Germany", "ROU": "Romania"}


def place(**row: Any) -> Spot:
    return spots(ferry(places=[row], troops=row.pop("troops", [])))[0]


def said(troops: Sequence[Any], statuses: list[str]) -> list[str]:
    case = ferry(places=[TOWN, STATE], troops=troops)
    return of_forces(forces(case), {spot.place: spot for spot in spots(case)}, statuses)


def test_forces_are_told_by_status_with_how_few_of_them_have_a_point() -> None:
    troops = [
        {"status": "proposed", "number": 4000, "hedge": "up to"},
        {"place": "dock", "number": 40, "paragraph": 3},
        {"place": "poland", "status": "existing"},
    ]
    assert said(troops, ALL) == [
        "3 of 3 mentions of forces are shown: 1 in a town, 1 with no place at all.",
        "- Present: crew, 40, Dock (¶3)",
        "- Existing: crew, no number, Poland (¶1)",
        "- Proposed: crew, up to 4,000, no place given (¶1)",
    ]
    assert said(troops, ["existing"])[0] == (
        "1 of 3 mentions of forces is shown: none in a town, none with no place at all."
    )
    assert said(troops, []) == ["No force is shown. Tick a box."]
    assert said([], ALL) == ["The report mentions no force."]


def test_one_force_at_two_places_is_told_once_with_the_words_for_each() -> None:
    troops = [
        {"force": "hands", "place": "dock", "paragraph": 1},
        {"force": "hands", "place": "near", "paragraph": 3},
        {"force": "hands", "place": "dock", "paragraph": 4},
        {"force": "cooks", "place": "dock"},
        {"force": "cooks"},
    ]
    case = ferry(places=[TOWN, AROUND], troops=troops)
    assert of_one_force(forces(case), {spot.place: spot for spot in spots(case)}) == [
        "One force (crew), 2 ways to say where it is. Do not add them:",
        "- Dock (mentioned in ¶1, ¶4): “some words” (¶1). The report names a town or city.",
        "- near Poland (mentioned in ¶3): “near Poland” (¶3). The report names a region with no sharp edge.",
    ]


def test_a_distance_takes_in_land_that_the_report_names_or_does_not_name() -> None:
    near = place(**AROUND)
    words = "Read as up to 25 km away, “near Poland” (¶3) would take in land of"
    [some] = of_distance([near], NAMES, ["DEU", "ROU"], 25)
    assert some.startswith(f"{words} 7 other states: BLR, Czechia, Germany, ")
    assert some.endswith(
        "The report gives no distance. Of these states it names only Germany as a place of these troops."
    )
    assert "It names none of these states as a place of these troops." in of_distance([near], NAMES, ["ROU"], 25)[0]
    far = place(precision="area", iso="ISL", wording="near Iceland")
    assert of_distance([far], NAMES, [], 25) == [
        "Read as up to 25 km away, “near Iceland” (¶1) would take in land of no other state. The report gives no distance."
    ]


def test_without_a_distance_it_is_asked_for() -> None:
    near = place(**AROUND)
    assert of_distance([near], NAMES, [], 0) == [
        "> How near is “near Poland” (¶3)? The report gives no distance. Move the slider to try one."
    ]
    assert of_distance([near, near], NAMES, [], 0)[0].startswith(
        "> How near are “near Poland” (¶3) and “near Poland” (¶3)?"
    )


@pytest.mark.parametrize(
    ("before", "now", "words"),
    [
        ([], ["Poland", "Latvia"], "The band takes in land of Poland and Latvia now."),
        (["Poland"], ["Poland", "Latvia"], "The band also takes in land of Latvia now."),
        (["Poland", "Latvia"], ["Poland"], "The band no longer takes in land of Latvia."),
        (["Poland"], ["Poland"], "The band takes in land of 1 state, as before."),
    ],
)
def test_a_change_of_the_distance_is_told_by_the_states(before: list[str], now: list[str], words: str) -> None:
    assert of_change(before, now) == words


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (TOWN, "The circle has a radius of 25 km: the town and what is around it."),
        ({"precision": "city"}, "The table does not say where it is, so the map cannot show it."),
        ({"precision": "area"}, "The table names no state for it, so the map cannot show it."),
        (STATE, "The circle around it has a radius of 410 km, more or less"),
        (
            {"precision": "several states", "iso": "POL;ROU"},
            "The circles have radii of 410 km and 370 km, more or less",
        ),
        ({"iso": "RUS"}, "It goes on beyond this map: no circle here is large enough."),
        (AROUND, "With the slider at 50 km that is a band of 50 km."),
    ],
)
def test_what_a_place_can_mean_on_the_map_hangs_on_its_precision(row: dict[str, Any], words: str) -> None:
    assert words in of_place(place(**row), 50)[1]


def test_a_place_is_told_with_its_wording_and_its_forces() -> None:
    troops = [{"place": "near", "number": 40}, {"place": "near", "paragraph": 2}]
    lines = of_place(place(**AROUND, troops=troops), 0)
    assert lines[0] == "near Poland (area): ¶3 “near Poland”"
    assert lines[1].endswith("With the slider at 0 km that is only the line itself.")
    assert lines[2] == "Forces there: crew, 40 (¶1); crew, no number (¶2)."
    assert of_place(place(**TOWN), 0)[2] == "The report places no force there."
