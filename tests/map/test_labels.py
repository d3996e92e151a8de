"""The labels of the map: none over another, a count on its line, and lines to what they name."""

from __future__ import annotations

import html
import math
import re
from itertools import combinations
from typing import TYPE_CHECKING, Any

import pytest

from course.figures.style import ACCENT
from course.map.atlas import atlas
from course.map.geometry import Area
from course.map.labels import LINES, MOST, NAME_LETTERS, glyph_of, labels, sign_of
from course.map.outlines import drawn
from course.vocabulary import vocabulary
from tests.invented import ferry

if TYPE_CHECKING:
    from course.case import Case
    from course.map.labels import Label

STATUSES = tuple(vocabulary("statuses"))
TOWN = {"precision": "city", "latitude": 50, "longitude": 29, "name": "The <Dock>"}


def label(*troops: dict[str, Any], **place: object) -> Label:
    """The label of a single place, with its forces."""
    case = ferry(places=[{**TOWN, **place}, {"iso": "DEU"}], troops=[{"place": "p1", **each} for each in troops])
    return next(found for found in labels(atlas(case).spots) if found.spot.place == "p1")


def lines_of(text: str) -> list[str]:
    return text.split("<br>")


def test_no_label_covers_another_and_all_are_in_the_frame(case: Case) -> None:
    boxes = [label.box for label in labels(atlas(case).spots)]
    assert len(boxes) == 11, "all but the Baltics, for which the table names no state"
    assert not any(one.meets(other) for one, other in combinations(boxes, 2))
    frame = atlas(case).frame
    assert all(box.inside(frame) for box in boxes)


def test_the_label_of_a_border_is_on_land_beside_its_state(case: Case) -> None:
    border = next(label for label in labels(atlas(case).spots) if label.spot.place == "ukraine-border")
    points = (*border.box.corners, border.box.middle)
    land = [{iso for iso, rings in drawn(border.spot.frame).items() if Area(rings).holds(point)} for point in points]
    assert all(land), "not on the sea"
    assert "UKR" not in set().union(*land), "and not in the country itself"


def test_no_line_from_a_label_runs_through_another_label(case: Case) -> None:
    found = labels(atlas(case).spots)
    both = next(label for label in found if label.spot.place == "poland-and-romania")
    assert len(both.lines) == 2, "one into each state"
    for label in found:
        for line in label.lines:
            assert not any(other.box.crosses(*line) for other in found if other != label)


def test_a_name_is_bold_where_it_is_a_point_or_a_country_and_its_signs_stay() -> None:
    assert label().annotation(STATUSES)["text"] == "<b>The &lt;Dock&gt;</b>"
    vague = label(
        precision="area", latitude=None, longitude=None, iso="POL", name="somewhere around the old Polish docks"
    )
    assert vague.annotation(STATUSES)["text"] == "<i>somewhere around the old…</i>"
    river = label(precision="line", name="the river")
    assert river.annotation(STATUSES)["text"] == "<i>the river</i>"


def test_mentions_of_one_force_share_a_line_and_one_without_a_number_adds_none() -> None:
    same = {"force": "hands", "whose": "crew"}
    found = label(
        {**same, "number": 40}, same, {**same, "number": 50, "hedge": "up to"}, {**same, "status": "proposed"}
    )
    assert lines_of(found.annotation(STATUSES)["text"])[1:] == [
        f"{sign_of('present')} crew: 40, up to 50", f"{sign_of('proposed')} crew: no number",
    ]  # fmt: skip
    assert len(lines_of(found.annotation(["proposed"])["text"])) == 2
    assert lines_of(found.annotation([])["text"]) == ["<b>The &lt;Dock&gt;</b>"]


@pytest.mark.parametrize(("count", "last"), [(4, "crew: no number"), (5, "and 2 more"), (9, "and 6 more")])
def test_of_many_forces_only_some_have_a_line(count: int, last: str) -> None:
    lines = lines_of(label(*[{} for _ in range(count)]).annotation(STATUSES)["text"])
    assert len(lines) == 1 + 4
    assert lines[-1].endswith(last)


def test_a_vague_place_is_named_only_where_a_force_is_or_where_it_is_lit() -> None:
    vague = label({"status": "proposed"}, precision="area", latitude=None, longitude=None, iso="POL")
    assert [vague.shown(["proposed"]), vague.shown(["present"]), vague.shown([], "p1")] == [True, False, True]
    assert label().shown([]), "a town always is"


def test_the_label_that_is_lit_has_a_frame() -> None:
    assert label().annotation(STATUSES, "p1")["bordercolor"] == ACCENT
    assert label().annotation(STATUSES, "p2")["bordercolor"] != ACCENT


def test_a_name_away_from_its_place_has_a_line_to_it() -> None:
    assert label().lines == (), "a town is beside its name"
    for precision in ("area", "border"):
        vague = label(precision=precision, latitude=None, longitude=None, iso="POL")
        [[start, end]] = vague.lines
        assert vague.box.covers(start)
        assert any(end in ring for ring in vague.spot.rings)


def test_the_label_of_several_states_points_into_each_of_them() -> None:
    several = {"precision": "several states", "iso": "ROU;BGR"}
    [found] = labels(atlas(ferry(places=[several])).spots)
    ends = [line[-1] for line in found.lines]
    for iso, end in zip(("ROU", "BGR"), ends, strict=True):
        assert Area(drawn(found.spot.frame)[iso]).holds(end)


def test_a_sign_is_that_of_the_status_in_its_colour() -> None:
    assert [glyph_of(status) for status in ("present", "proposed", "")] == ["●", "◇", ""]
    assert sign_of("present").endswith(">●</span>")
    assert all(glyph_of(status) for status in STATUSES)


def test_of_many_places_those_with_a_count_have_a_name_and_no_name_is_over_another() -> None:
    places = [
        {**TOWN, "place": f"town-{number}", "latitude": 30 + number % 10, "longitude": 10 + number // 10}
        for number in range(150)
    ]
    found = labels(atlas(ferry(places=places, troops=[{"place": "town-140"}])).spots)
    assert 10 < len(found) <= MOST
    assert "town-140" in {each.spot.place for each in found}
    assert not any(one.box.meets(other.box) for one, other in combinations(found, 2))


def test_a_label_is_never_wider_than_its_letters_allow() -> None:
    long = "the Committee for the Coordination of <b>& Everything"
    sizes = [{"force": "hands", "whose": long, "number": 10**12 + each} for each in range(9)]
    text = label(*sizes, name=long).annotation(STATUSES)["text"]
    shown = [html.unescape(re.sub("<[^>]*>", "", line)) for line in text.split("<br>")]
    assert len(shown) <= 1 + LINES
    assert max(map(len, shown)) < 2 * NAME_LETTERS + 4
    assert "<b>&" not in text


def test_a_label_is_beside_its_mark_or_has_a_line_to_it_with_no_other_label_between() -> None:
    places = [
        {"place": "houston", "precision": "city", "latitude": 29.76, "longitude": -95.37, "name": "Houston"},
        {"place": "texas", "precision": "region", "latitude": 31.5, "longitude": -99.3, "name": "Texas"},
        {"precision": "state", "iso": "USA", "name": "the United States"},
        {"place": "kerr", "precision": "region", "latitude": 30.06, "longitude": -99.35, "name": "Kerr County"},
        {"precision": "line", "latitude": 29.2, "longitude": -97.7, "name": "Guadalupe River"},
        {"precision": "point", "latitude": 30.01, "longitude": -99.37, "name": "the old camp by the river"},
        {"precision": "line", "latitude": 31, "longitude": -98, "name": "Old Texas"},
    ]
    troops = [{"place": place, "number": 4000, "hedge": "up to"} for place in ("houston", "kerr", "texas")]
    found = labels(atlas(ferry(places=places, troops=troops)).spots)
    assert len(found) == len(places)
    for each in found:
        if dot := each.spot.dot:
            assert each.lines or math.dist(each.box.edge_towards(dot), dot) < 30, each.spot.name
