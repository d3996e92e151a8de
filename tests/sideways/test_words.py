"""The words say what each report says, in which order, what all allow, what differs and what is blank."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.sideways.ties import things
from course.sideways.words import BLANK, headline, words
from tests.changing import change
from tests.sideways.group import two_reports

if TYPE_CHECKING:
    from pathlib import Path


def test_the_first_line_has_hedge_beside_hedge() -> None:
    assert headline(things()["mission"]) == (
        "Mission in Romania that France offers to lead, in 2 reports: up to 1,000; about 1,000."
    )
    assert headline(things()["close-contact"]).endswith("in 2 reports.")
    assert headline(things()["us-in-romania"]).endswith(": about 900; not stated.")


def test_each_report_has_a_line_with_its_day_its_source_its_evidence_and_its_note() -> None:
    assert (
        "- CNN in the morning (written Wed 2 Feb 2022): hundreds; who says so: unnamed source; ¶2 “Several hundred”. "
        "In the morning, before the announcement"
    ) in words(things()["us-to-romania"])


def test_the_order_is_said_to_be_open_where_the_days_are_the_same(tmp_path: Path) -> None:
    said = "The days of writing do not tell which came first: CNN in the morning and The Pentagon."
    assert said in words(things()["us-to-romania"])
    assert "which came first" not in words(things(two_reports(tmp_path / "a"))["homes"])


def test_what_they_allow_together_is_said_with_the_reading(tmp_path: Path) -> None:
    homes = things(two_reports(tmp_path / "a"))["homes"]
    assert "What they allow together, in the strict reading: 30 to 40." in words(homes)
    usual = words(homes, "usual", 0)
    assert "No number fits them all, in the usual reading" in usual
    assert "With a closeness of 0%" in usual
    assert "the lower end of “up to 40” on a convention that the closeness moves." in usual


def test_where_nothing_fits_both_it_is_said_what_the_ends_rest_on() -> None:
    assert (
        "What the ends rest on: the upper end of “tens of thousands” on a convention of the course "
        "and the lower end of “more than 100,000” on the words."
    ) in words(things()["russian-troops"])


def test_why_two_are_not_laid_over_each_other_is_said_and_each_number_is_held_against_the_other() -> None:
    said = words(things()["us-to-romania"], "usual").split("\n")
    at = said.index("They have no common range, for they are not of one kind:")
    assert said[at + 1 : at + 4] == [
        "- status: expected (CNN in the morning); announced (The Pentagon).",
        "Number by number:",
        "- 1,000 (The Pentagon) is not a number that “hundreds” (CNN in the morning) allows: 200 to 999.",
    ]


def test_other_units_are_not_held_against_each_other(tmp_path: Path) -> None:
    group = two_reports(tmp_path / "a")
    change(group / "evening/counts.csv", "things,up to", "kilometres,up to")
    said = words(things(group)["homes"])
    assert "An axis has one unit" in said
    assert "is a number that" not in said


def test_each_sum_is_inside_or_outside_and_so_far_from_the_printed_number() -> None:
    said = words(things()["us-extra"], "usual", 0.1)
    assert "Sums compared with “nearly 3,000” (2,700 to 2,999):" in said
    assert (
        "- New to Romania: 1,000, outside that range, 2,000 fewer than the printed number. Leaves out Poland." in said
    )
    assert "- New to Poland and Romania: 2,700, inside that range, 300 fewer than the printed number." in said
    assert "- New to Poland, Romania and Germany: 3,000, outside that range, the printed number itself." in said
    assert "- New to Europe: 2,000, outside that range, 1,000 fewer" in said
    assert "- New to Poland and Romania: 2,700, outside that range" in words(things()["us-extra"], "usual", 0.09)


def test_blanks_that_others_fill_are_told_of_a_report_whose_text_is_known_and_stay_blanks() -> None:
    said = words(things()["us-in-romania"])
    assert "- A call between two presidents, how many: blank here, elsewhere about 900 (The Pentagon)." in said
    assert BLANK in said
    mission = words(things()["mission"])
    assert "Blanks that another report fills" not in mission, "of Reuters only a digest is known"
    assert "Of Reuters from Bucharest we have only our digest" in mission


def test_what_differs_and_whom_one_does_not_name_is_told() -> None:
    said = words(things()["nine-ministers"])
    assert (
        "A call between two presidents does not name Bulgaria, Hungary, Latvia, Lithuania, Romania and Slovakia" in said
    )
    assert "Agerpres does not name" not in said
    assert "- where: around Ukraine (A call between two presidents); near Ukraine (Reuters from Bucharest)." in words(
        things()["russian-troops"]
    )


def test_other_reports_say_nothing_of_the_first(tmp_path: Path) -> None:
    group = two_reports(tmp_path / "a")
    said = "".join(words(thing) for thing in things(group).values())
    assert not any(word in said for word in ("soldier", "Romania", "digest"))
    assert "- Noon, when: blank here, elsewhere “Tuesday”: Tue 24 Aug 2021 (Evening)." in said
