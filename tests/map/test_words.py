"""What the map says: where counts are, that two words can be one thing, and what a distance would take in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from course.map.atlas import atlas, mentions
from course.map.labels import labels
from course.map.outlines import countries
from course.map.words import of_change, of_counts, of_distance, of_frame, of_one_thing, of_place
from tests.invented import ferry

if TYPE_CHECKING:
    from collections.abc import Sequence

    from course.map.spots import Spot

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
NAMES = {iso: each.name for iso, each in countries().items()}


def place(**row: Any) -> Spot:
    """A place of a case that lies between others, so that all of it is in the frame."""
    troops = row.pop("troops", [])
    others = [{"iso": iso} for iso in ("DEU", "UKR", "ROU")]
    return atlas(ferry(places=[row, *others], troops=troops)).spots[0]


def said(troops: Sequence[Any], statuses: list[str]) -> list[str]:
    case = ferry(places=[TOWN, STATE], troops=troops)
    return of_counts(mentions(case), atlas(case).every, statuses)


def test_mentions_are_told_by_status_with_how_few_of_them_have_a_point() -> None:
    troops = [
        {"status": "proposed", "number": 4000, "hedge": "up to"},
        {"place": "dock", "number": 40, "paragraph": 3},
        {"place": "poland", "status": "existing"},
    ]
    assert said(troops, ALL) == [
        "3 of 3 mentions are shown: 1 at a point, 1 with no place at all.",
        "- Present: crew, 40, Dock (¶3)",
        "- Existing: crew, no number, Poland (¶1)",
        "- Proposed: crew, up to 4,000, no place given (¶1)",
    ]
    assert said(troops, ["existing"])[0] == ("1 of 3 mentions is shown: none at a point, none with no place at all.")
    assert said(troops, []) == ["No mention is shown. Tick a box."]
    assert said([], ALL) == ["The report mentions no count."]


def test_one_thing_at_two_places_is_told_once_with_the_words_for_each() -> None:
    troops = [
        {"force": "hands", "place": "dock", "paragraph": 1},
        {"force": "hands", "place": "near", "paragraph": 3},
        {"force": "hands", "place": "dock", "paragraph": 4},
        {"force": "cooks", "place": "dock"},
        {"force": "cooks"},
    ]
    case = ferry(places=[TOWN, AROUND], troops=troops)
    assert of_one_thing(mentions(case), atlas(case).every) == [
        "One and the same (crew), 2 ways to say where. Do not add them:",
        "- Dock (mentioned in ¶1, ¶4): “some words” (¶1). The report names a town or city.",
        "- near Poland (mentioned in ¶3): “near Poland” (¶3). The report names a region with no sharp edge.",
    ]


def test_a_distance_takes_in_land_that_the_report_names_or_does_not_name() -> None:
    near = place(**AROUND)
    words = "Read as up to 25 km away, “near Poland” (¶3) would take in land of"
    [some] = of_distance([near], NAMES, ["DEU", "ROU"], 25)
    assert some.startswith(f"{words} 7 other countries: Belarus, Czechia, Germany, ")
    assert some.endswith(
        "The report gives no distance. Of these countries it names only Germany as a place of what is counted here."
    )
    none = "It names none of these countries as a place of what is counted here."
    assert none in of_distance([near], NAMES, ["ROU"], 25)[0]
    [far] = atlas(ferry(places=[{"precision": "area", "iso": "ISL", "wording": "near Iceland"}])).spots
    assert of_distance([far], NAMES, [], 25) == [
        (
            "Read as up to 25 km away, “near Iceland” (¶1) would take in land of no other country. "
            "The report gives no distance."
        )
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
        ([], ["Poland", "Latvia"], "The band takes in land of Latvia and Poland now."),
        (["Poland"], ["Poland", "Latvia"], "The band also takes in land of Latvia now."),
        ([], [], "The band takes in land of no other country, as before."),
        (["Poland", "Latvia"], ["Poland"], "The band no longer takes in land of Latvia."),
        (["Poland"], ["Poland"], "The band takes in land of 1 country, as before."),
    ],
)
def test_a_change_of_the_distance_is_told_by_the_countries(before: list[str], now: list[str], words: str) -> None:
    assert of_change(before, now) == words


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (TOWN, "The circle has a radius of 25 km: the place and what is around it."),
        ({**TOWN, "precision": "region"}, "The mark is one point of it. The report does not say where in it."),
        ({**TOWN, "precision": "line"}, "Its name is on the map, no more: the table gives one point of it."),
        ({"iso": "TUV"}, "It is too small for an outline on this map: the mark is one point of it."),
        (STATE, "The circle around it has a radius of 400 km, more or less"),
        (
            {"precision": "several states", "iso": "POL;ROU"},
            "The circles have radii of 400 km and 370 km, more or less",
        ),
        ({"iso": "RUS"}, "It goes on beyond this map: no circle here is large enough."),
        (AROUND, "With the slider at 50 km that is a band of 50 km."),
    ],
)
def test_what_a_place_can_mean_on_the_map_hangs_on_its_precision(row: dict[str, Any], words: str) -> None:
    assert words in of_place(place(**row), 50)[1]


def test_a_place_is_told_with_its_wording_and_its_counts() -> None:
    troops = [{"place": "near", "number": 40}, {"place": "near", "paragraph": 2}]
    lines = of_place(place(**AROUND, troops=troops), 0)
    assert lines[0] == "near Poland (area): ¶3 “near Poland”"
    assert lines[1].endswith("With the slider at 0 km that is only the line itself.")
    assert lines[2] == "Counted there: crew, 40 (¶1); crew, no number (¶2)."
    assert of_place(place(**TOWN), 0)[2] == "The report counts nothing there."


def test_a_place_that_is_not_on_the_map_is_told_with_the_reason() -> None:
    [(lost, why)] = atlas(ferry(places=[{"precision": "city", "name": "Old Town"}])).absent
    assert of_place(lost, 0, why)[1] == "The report names a town or city. The table gives no coordinates."


def test_the_map_tells_how_wide_it_is_and_how_many_places_have_no_name() -> None:
    town = atlas(ferry(places=[TOWN]))
    assert of_frame(town, labels(town.spots)) == ["The map is about 1,600 km wide in its middle."]
    assert of_frame(town, []) == [
        (
            "The map is about 1,600 km wide in its middle. For lack of room 1 place of it has no name on it; "
            "those with a count come first."
        )
    ]
    earth = atlas(ferry(places=[{"iso": iso} for iso in ("FJI", "GBR", "BOL")]))
    assert of_frame(earth, labels(earth.spots))[0].startswith("The map shows the whole earth.")
    assert of_frame(atlas(ferry()), []) == []


def test_of_very_many_things_and_places_only_some_are_told() -> None:
    troops = [{"force": f"crew-{number}", "place": place} for number in range(50) for place in ("dock", "poland")]
    case = ferry(places=[TOWN, STATE], troops=troops)
    said = of_one_thing(mentions(case), atlas(case).every)
    assert len(said) == 20 * 3 + 1
    assert said[-1] == "30 more are counted at several places too."
    lost = [{"precision": "city", "name": f"Town {number}"} for number in range(30)]
    [line] = atlas(ferry(places=lost)).said
    assert line.endswith("; and 10 more. The table gives no coordinates.")
