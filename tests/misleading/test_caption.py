"""The check of a caption: what it finds, what it misses, and that it says which."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import course
from course.misleading.caption import LIMITS, NO_CAPTION, Point, check_caption, in_words
from course.misleading.chart_lab import _names
from course.misleading.scene import Scene
from tests.flood import PEOPLE, flood
from tests.invented import table
from tests.misleading.scenes import scene

if TYPE_CHECKING:
    from course.case import Case

MISSING = {"what": "people missing", **PEOPLE}
SOURCES = {"united-states": ["United States", "US", "USA"], "russia": ["Russia"]}
GOOD = (
    "More than 100,000 Russian soldiers in place (¶4); up to 4,000 in place and up to 1,000 an offer (¶17); "
    "nearly 3,000 announced by the US. Five mentions have no number."
)


def points(caption: str, of: Scene) -> dict[str, Point]:
    return {point.topic: point for point in check_caption(caption, of, SOURCES)}


def test_a_full_caption_has_every_point_and_its_limits_are_said(case: Case) -> None:
    found = points(GOOD, scene(case))
    assert {topic: point.state for topic, point in found.items()} == {
        "Hedges": "yes", "Source": "yes", "Kind": "yes", "Blanks": "yes", "What the picture does": "nothing",
    }  # fmt: skip
    lines = in_words(list(found.values())).split("\n")
    assert lines[:2] == ["Your caption has 4 of 4 points.", LIMITS]
    assert lines[2] == "- ✓ Hedges: each of your 4 numbers keeps its hedge."
    assert lines[6] == "- · What the picture does, no need: there is no trick to tell."


CAPTIONS = list(csv.DictReader(Path(__file__).with_name("captions.csv").open(encoding="utf-8")))
"""Captions as learners write them under the picture of all nine mentions, each with what it has of four things."""


@pytest.mark.parametrize("row", CAPTIONS, ids=lambda row: row["caption"][:60])
def test_a_caption_as_learners_write_it_is_judged_by_what_it_says(case: Case, row: dict[str, str]) -> None:
    found = {point.topic.lower(): point for point in check_caption(row["caption"], scene(case), _names(case))}
    states = {topic: found[topic].state for topic in ("hedges", "source", "kind", "blanks")}
    assert states == {topic: row[topic] for topic in states}, "\n".join(map(str, found.values()))


def test_there_are_many_captions_and_each_state_is_among_them() -> None:
    assert len({row["caption"] for row in CAPTIONS}) == len(CAPTIONS) >= 150
    states = {state for row in CAPTIONS for topic, state in row.items() if topic != "caption"}
    assert states == {"yes", "partly", "no", "odd", "unsure", "nothing"}


def test_what_words_cannot_tell_is_left_to_the_reader(case: Case) -> None:
    found = check_caption("Experts say more than 100,000", scene(case), SOURCES)
    assert str(found[1]) == (
        "? Source, you judge: you name “Experts say”. Does the report say that? Words alone cannot tell."
    )
    assert in_words(found).startswith("Your caption has 1 of 4 points. 1 more only you can judge.\n")
    assert in_words(check_caption("No number is missing", scene(case), SOURCES)).endswith(
        "✗ Blanks, look again: you say “No number is missing”, but 5 mentions have no number.\n"
        "- · What the picture does, no need: there is no trick to tell."
    )


def test_an_empty_caption_is_no_mistake(case: Case) -> None:
    assert check_caption(" \n", scene(case), SOURCES) == []
    assert in_words([]) == NO_CAPTION


@pytest.mark.parametrize("number", ["4,000", "4000", "4 000", "4.000", "four thousand", "4k"])
def test_a_bare_number_that_is_hedged_in_the_report_is_named(case: Case, number: str) -> None:
    hedges = points(f"{number} soldiers in Romania", scene(case))["Hedges"]
    assert hedges.state == "no"
    assert (
        hedges.sentence
        == f"0 of 1 number keeps its hedge. “{number}” has no hedge; the report says “up to 4,000” (¶17)."
    )


def test_a_changed_hedge_is_named_and_the_others_count(case: Case) -> None:
    hedges = points("About 4,000 in Romania, nearly 3,000 more, and more than 100,000", scene(case))["Hedges"]
    assert hedges.state == "partly"
    assert hedges.sentence.startswith("2 of 3 numbers keep their hedge. Before “4,000” you changed the hedge")
    assert "one like “about”; the report says “up to 4,000” (¶17)." in hedges.sentence


@pytest.mark.parametrize("caption", ["0 to 4,000", "between 0 and four thousand", "0 - 4000 soldiers"])
def test_a_range_is_a_hedge(case: Case, caption: str) -> None:
    assert points(caption, scene(case))["Hedges"].state == "yes"


def test_two_numbers_are_no_range(case: Case) -> None:
    assert points("1,000 and 4,000", scene(case))["Hedges"].state == "no"


def test_a_caption_without_numbers_needs_no_hedge(case: Case) -> None:
    assert points("Some forces in Romania.", scene(case))["Hedges"].state == "nothing"


@pytest.mark.parametrize(
    ("caption", "state", "sentence"),
    [
        ("up to 4,000 (¶17)", "yes", "you name ¶17."),
        ("up to 4,000, says the report", "yes", "you name one: “the report”."),
        ("nearly 3,000, says the US", "yes", "you name “US”."),
        ("up to 4,000 (¶17), nearly 3,000", "partly", "you name ¶17. Missing for 3,000 (¶19)."),
        ("up to 4,000 (¶17 and ¶2)", "partly", "you name ¶17. Nothing of this picture is in ¶2."),
        (
            "up to 4,000 (¶2)",
            "no",
            "you name none. Say who says so, or give the paragraph, such as “¶17”. Nothing of this picture is in ¶2.",
        ),
        ("up to 4,000", "no", "you name none. Say who says so, or give the paragraph, such as “¶17”."),
        ("soldiers", "no", "you name none. Say who says so, or give the paragraph, such as “¶1”."),
    ],
)
def test_the_source(case: Case, caption: str, state: str, sentence: str) -> None:
    found = points(caption, scene(case))["Source"]
    assert (found.state, found.sentence) == (state, sentence)


def test_the_kind_of_the_numbers(case: Case) -> None:
    some = scene(case, "m6 m7")
    assert (
        points("soldiers", some)["Kind"].sentence
        == "you do not say what the numbers are: proposed (¶17); present (¶17)."
    )
    assert points("an offer", some)["Kind"].sentence == "you say proposed. Missing: present (¶17)."
    assert points("an offer, and a force in place", some)["Kind"].state == "yes"


def test_the_blanks(case: Case) -> None:
    assert points("soldiers", scene(case))["Blanks"].sentence == "you do not say that 5 mentions have no number."
    assert (
        points("one is not stated", scene(case, "m1 m2"))["Blanks"].sentence
        == "you say “not stated”; 1 mention has no number."
    )
    assert points("soldiers", scene(case, "m2"))["Blanks"].state == "nothing"


@pytest.mark.parametrize(
    ("switch", "owns_up", "missing"),
    [
        ("cut axis", "The axis starts at 900.", "that the axis is cut"),
        ("log axis", "Mind the logarithmic axis.", "that the axis is a log axis"),
        ("plain bars", "The bars hide ranges.", "that the bars hide ranges"),
        ("no blanks", "Mentions without a number are left out.", "that blanks are left out"),
    ],
)
def test_what_the_picture_does(case: Case, switch: str, owns_up: str, missing: str) -> None:
    trick = "What the picture does"
    assert points(owns_up, scene(case, "m1 m2 m3 m4 m5 m6 m7 m8 m9", switch))[trick].sentence == f"you say {missing}."
    assert (
        points("soldiers", scene(case, "m1 m2 m3 m4 m5 m6 m7 m8 m9", switch))[trick].sentence
        == f"you do not say {missing}."
    )


def test_picked_rows_and_a_switch_together(case: Case) -> None:
    some = scene(case, "m6 m7", "cut axis", "plain bars")
    found = points("2 of 9 mentions; the axis is cut", some)["What the picture does"]
    assert (found.state, found.sentence) == ("partly", "you do not say that the bars hide ranges.")


def test_a_switch_that_changes_nothing_needs_no_word(case: Case) -> None:
    assert points("soldiers", scene(case, "m2", "no blanks"))["Blanks"].state == "nothing"


def test_a_number_of_no_mention_is_named(case: Case) -> None:
    assert points("8,000 Western soldiers", scene(case))["Numbers"].sentence == (
        "8,000 is the number of no mention: it is the sum of 1,000, 4,000 and 3,000."
    )
    assert points("5,500 soldiers", scene(case))["Numbers"].sentence == "5,500 is the number of no mention."
    assert points("100,000 soldiers", scene(case, "m7"))["Numbers"].sentence == "100,000 (¶4) is not in your picture."
    for fine in ("at least 100,001", "2 of 9", "in 2022", "¶17", "2,999"):
        assert "Numbers" not in points(fine, scene(case)), fine
    assert "Numbers" not in points("starts at 900", scene(case, "m6 m7", "cut axis"))


def test_an_empty_picture_breaks_nothing(case: Case) -> None:
    for nothing in (scene(case, ""), Scene((), (), frozenset({"cut axis", "log axis"}))):
        assert [point.state for point in check_caption("4,000 (¶17)", nothing, {})][:4] == [
            "nothing",
            "no",
            "nothing",
            "nothing",
        ]


def test_a_very_long_caption_is_read_at_once(case: Case) -> None:
    assert check_caption("up to 4,000 (¶17), " * 1_000, scene(case), SOURCES)[0].state == "yes"


@pytest.mark.parametrize(
    ("unit", "caption", "states"),
    [
        ("people", "At least 18 dead (¶2) and 3 missing (¶1).", "yes yes yes nothing"),
        ("people", "18 dead, 3 missing.", "no no yes nothing"),
        ("people", "Between 300 and 400, say the police; at least 350, say the organisers.", "yes yes no nothing"),
        ("people", "Between 300 and 400 marchers (¶3).", "yes yes yes nothing"),
        ("things", "More than 1,200 homes (¶1).", "yes yes yes nothing"),
        ("things", "1,200 homes and 300 more.", "no no yes nothing"),
        ("euros", "Damage of about €1.2 million (¶1).", "yes yes yes nothing"),
        ("euros", "€1.2 million of damage, says the report.", "no yes yes nothing"),
        ("per cent", "12.5% of homes (¶1) had no power.", "nothing yes yes nothing"),
    ],
)
def test_a_caption_about_any_case_is_judged_by_its_own_nouns(unit: str, caption: str, states: str) -> None:
    found = course.explore.chart_lab(flood(), caption=caption, unit=unit).points
    assert [point.state for point in found][:4] == states.split(), "\n".join(map(str, found))


def test_people_who_are_missing_are_no_blanks() -> None:
    rows = table("counts", {**MISSING, "number": 3}, MISSING)
    lab = course.explore.chart_lab(rows, caption="3 people are missing (¶1).")
    states = [lab.points[3].state]
    lab.set(caption="3 people are missing (¶1), and for others there is no number.")
    assert [*states, lab.points[3].state] == ["no", "yes"]


def test_a_number_of_another_unit_is_not_in_the_picture() -> None:
    found = course.explore.chart_lab(flood(), caption="More than 1,200 homes").points[-1]
    assert found.sentence == "1,200 (¶1) is not in your picture."
