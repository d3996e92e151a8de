"""What is said of a caption, whole: of a picture that needs nothing, of kinds in several paragraphs, and of sums."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from course.misleading.caption import check_caption
from tests.misleading.scenes import made, scene

if TYPE_CHECKING:
    from course.case import Case
    from course.misleading.scene import Scene

THREE = made({"number": 1000}, {"number": 2000, "paragraph": 2}, {"number": 4000, "paragraph": 3})


def said(caption: str, of: Scene) -> dict[str, str]:
    """The sentence of each point."""
    return {point.topic: point.sentence for point in check_caption(caption, of, {})}


def test_of_a_picture_without_doubts_it_is_said_what_needs_no_word() -> None:
    found = said("Some forces.", THREE)
    assert found["Hedges"] == "you name no number of the picture."
    assert found["Blanks"] == "each mention that you picked has a number."
    assert found["What the picture does"] == "there is no trick to tell."
    assert said("Some forces.", made())["Kind"] == "there is no mention in the picture."


def test_a_hedged_number_that_is_not_named_is_called_so(case: Case) -> None:
    assert said("Some forces.", scene(case))["Hedges"] == "you name no hedged number of the picture."


def test_a_first_number_of_one_is_no_end_of_a_range_before_it(case: Case) -> None:
    assert said("4,000 soldiers", scene(case))["Hedges"].startswith("0 of 1 number keeps its hedge.")
    assert said("to 4,000 soldiers", scene(case))["Hedges"].startswith("0 of 1 number keeps its hedge.")


def test_kinds_are_listed_with_the_paragraphs_of_each(case: Case) -> None:
    some = scene(case, "m2 m6")
    assert said("soldiers", some)["Kind"] == "you do not say what the numbers are: present (¶4); proposed (¶17)."
    assert said("an offer, and a force in place", some)["Kind"] == "you say what the numbers are (present, proposed)."


@pytest.mark.parametrize(
    ("caption", "told"),
    [
        ("3,000 soldiers", "3,000 is the number of no mention: it is the sum of 1,000 and 2,000."),
        ("7,000 soldiers", "7,000 is the number of no mention: it is the sum of 1,000, 2,000 and 4,000."),
        ("9,000 soldiers", "9,000 is the number of no mention."),
        ("9,000 or 8,500", "9,000 is the number of no mention. 8,500 is the number of no mention."),
    ],
)
def test_a_number_that_is_none_of_the_pictures_is_told_with_what_it_may_be_made_of(caption: str, told: str) -> None:
    assert said(caption, THREE)["Numbers"] == told


def test_a_number_that_is_left_out_is_told_as_that_and_not_as_a_sum() -> None:
    hidden = made({"number": 1000}, {"number": 3000, "paragraph": 2}, hidden=1)
    assert said("3,000 soldiers", hidden)["Numbers"] == "3,000 (¶2) is not in your picture."
