"""The labels of the map: none over another, a force on its line, and lines to what they name."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, Any

import pytest

from course.figures.style import ACCENT
from course.map.atlas import GLYPHS, spots
from course.map.geometry import holds
from course.map.labels import labels, sign_of
from course.map.outlines import outlines
from tests.invented import ferry

if TYPE_CHECKING:
    from course.case import Case
    from course.map.labels import Label

TOWN = {"precision": "city", "latitude": 50, "longitude": 29, "name": "The <Dock>"}


def label(*troops: dict[str, Any], **place: object) -> Label:
    """The label of a single place, with its forces."""
    [found] = labels(spots(ferry(places=[{**TOWN, **place}], troops=[{"place": "p1", **each} for each in troops])))
    return found


def lines_of(text: str) -> list[str]:
    return text.split("<br>")


def test_no_label_covers_another_and_all_are_in_the_frame(case: Case) -> None:
    boxes = [label.box for label in labels(spots(case))]
    assert len(boxes) == 11, "all but the Baltics, for which the table names no state"
    assert not any(one.meets(other) for one, other in combinations(boxes, 2))
    assert all(box.inside for box in boxes)


def test_the_label_of_a_border_is_on_land_beside_its_state(case: Case) -> None:
    border = next(label for label in labels(spots(case)) if label.spot.place == "ukraine-border")
    land = {
        iso
        for point in (*border.box.corners, border.box.middle)
        for iso, outline in outlines().items()
        if holds(outline.rings, point)
    }
    assert land == {"RUS"}, "not on the sea, and not in the state itself"


def test_no_line_from_a_label_runs_through_another_label(case: Case) -> None:
    found = labels(spots(case))
    both = next(label for label in found if label.spot.place == "poland-and-romania")
    assert len(both.lines) == 2, "one into each state"
    for label in found:
        for line in label.lines:
            assert not any(other.box.crosses(*line) for other in found if other != label)


def test_a_name_is_bold_where_it_is_a_point_or_a_state_and_its_signs_stay() -> None:
    assert label().annotation(GLYPHS)["text"] == "<b>The &lt;Dock&gt;</b>"
    vague = label(
        precision="area", latitude=None, longitude=None, iso="POL", name="somewhere around the old Polish docks"
    )
    assert vague.annotation(GLYPHS)["text"] == "<i>somewhere around the old…</i>"


def test_mentions_of_one_force_share_a_line_and_one_without_a_number_adds_none() -> None:
    same = {"force": "hands", "whose": "crew"}
    found = label(
        {**same, "number": 40}, same, {**same, "number": 50, "hedge": "up to"}, {**same, "status": "proposed"}
    )
    assert lines_of(found.annotation(GLYPHS)["text"])[1:] == [
        f"{sign_of('present')} crew: 40, up to 50", f"{sign_of('proposed')} crew: no number",
    ]  # fmt: skip
    assert len(lines_of(found.annotation(["proposed"])["text"])) == 2
    assert lines_of(found.annotation([])["text"]) == ["<b>The &lt;Dock&gt;</b>"]


@pytest.mark.parametrize(("count", "last"), [(4, "crew: no number"), (5, "and 2 more"), (9, "and 6 more")])
def test_of_many_forces_only_some_have_a_line(count: int, last: str) -> None:
    lines = lines_of(label(*[{} for _ in range(count)]).annotation(GLYPHS)["text"])
    assert len(lines) == 1 + 4
    assert lines[-1].endswith(last)


def test_a_vague_place_is_named_only_where_a_force_is_or_where_it_is_lit() -> None:
    vague = label({"status": "proposed"}, precision="area", latitude=None, longitude=None, iso="POL")
    assert [vague.shown(["proposed"]), vague.shown(["present"]), vague.shown([], "p1")] == [True, False, True]
    assert label().shown([]), "a town always is"


def test_the_label_that_is_lit_has_a_frame() -> None:
    assert label().annotation(GLYPHS, "p1")["bordercolor"] == ACCENT
    assert label().annotation(GLYPHS, "p2")["bordercolor"] != ACCENT


def test_a_name_away_from_its_place_has_a_line_to_it() -> None:
    assert label().lines == (), "a town is beside its name"
    for precision in ("area", "border"):
        vague = label(precision=precision, latitude=None, longitude=None, iso="POL")
        [[start, end]] = vague.lines
        assert vague.box.covers(start)
        assert end in outlines()["POL"].points


def test_the_label_of_several_states_points_into_each_of_them() -> None:
    several = {"precision": "several states", "iso": "ROU;BGR"}
    [found] = labels(spots(ferry(places=[several])))
    ends = [line[-1] for line in found.lines]
    for iso, (x, y) in zip(("ROU", "BGR"), ends, strict=True):
        points = outlines()[iso].points
        assert min(px for px, _ in points) < x < max(px for px, _ in points)
        assert min(py for _, py in points) < y < max(py for _, py in points)
