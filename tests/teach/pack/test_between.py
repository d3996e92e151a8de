"""Rows go together with other rows: no circles, no number told twice in two ways, no row of another case."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from course import loading
from course.teach.pack.between import circles, coded, of_another_case, own_words, twice
from tests.teach.broken.packs import broken
from tests.teach.pack.sheets import said, sheet

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("steps", "sentences"),
    [
        ({"a": "b", "b": "c", "c": None}, []),
        ({"a": "c", "b": "c", "c": None}, []),
        ({"a": "a"}, ["row 2, revises: 'a' points to itself. Name another row, or leave it blank."]),
        ({"a": "b", "b": "c", "c": "b"},
         ["row 3, revises: this goes round in a circle: b → c → b. Leave one of them blank."]),
        ({"a": "b", "b": "a", "c": "d", "d": "c"},
         ["row 2, revises: this goes round in a circle: a → b → a. Leave one of them blank.",
          "row 4, revises: this goes round in a circle: c → d → c. Leave one of them blank."]),
    ],
)  # fmt: skip
def test_a_circle_is_told_once(steps: dict[str, str | None], sentences: list[str]) -> None:
    rows = [{"mention": name, "revises": to} for name, to in steps.items()]
    assert said(circles(sheet("counts", *rows))) == [f"counts.csv, {sentence}" for sentence in sentences]


def test_a_long_chain_is_no_circle_and_takes_no_long_time() -> None:
    rows = [{"mention": f"m{at}", "overlaps_with": f"m{at + 1}"} for at in range(20_000)]
    assert said(circles(sheet("troops", *rows))) == []


def test_a_number_that_is_told_in_two_ways_is_told() -> None:
    counts = {"mention": "c1", "number": 1_000_000, "hedge": "about", "unit": "people", "paragraph": 2}
    listed = {"item": "n1", "mention": "c1", "number": 2_000_000, "hedge": "about", "unit": "things", "paragraph": 3}
    sheets = {"counts": sheet("counts", counts), "numbers": sheet("numbers", listed)}
    assert said(twice(sheets)) == [
        "numbers.csv, row 2, number: 2000000, but counts.csv, row 2, has 1000000 for 'c1'.",
        "numbers.csv, row 2, unit: things, but counts.csv, row 2, has people for 'c1'.",
        "numbers.csv, row 2, paragraph: 3, but counts.csv, row 2, has 2 for 'c1'.",
    ]
    assert said(twice({"counts": sheets["counts"]})) == []


def test_a_number_that_is_not_listed_is_a_warning_where_it_could_be() -> None:
    rows: list[dict[str, Any]] = [{"mention": "c1", "number": 5}, {"mention": "c2", "number": 12.5}, {"mention": "c3"}]
    (problem,) = twice({"counts": sheet("counts", *rows), "numbers": sheet("numbers")})
    assert problem.warning
    assert "no row whose mention is 'c1'" in str(problem)


def test_a_row_of_another_coder_rests_on_the_paragraph_of_ours() -> None:
    ours = sheet("troops", {"mention": "m1", "paragraph": 2})
    theirs = sheet("troops", {"mention": "x1", "paragraph": 3})
    assert said(coded(theirs, ours)) == [
        "troops.csv, same_as: the column is missing: it names the row of ours that is the same."
    ]
    theirs.rows["same_as"] = ["m1"]
    assert said(coded(theirs, ours)) == ["troops.csv, row 2, same_as: 'm1' rests on paragraph 2, this row on 3."]
    assert said(coded(theirs, None)) == []


def test_a_row_that_was_left_over_from_a_copy_is_told_unless_it_is_that_case() -> None:
    copied = sheet("numbers", {"item": "n9", "wording": "nine ministers"}, {"item": "n9", "wording": "nine boats"})
    (sentence,) = said(of_another_case(copied, "my-flood"))
    assert sentence.startswith("numbers.csv, row 2, item: 'n9' is a row of the case 'macron-biden-call'.")
    assert said(of_another_case(copied, "macron-biden-call")) == []


def test_own_words_are_held_where_the_tables_could_be_read(tmp_path: Path) -> None:
    word = ["vocabulary/units.csv", "boats,things", "rafts,things,raft,rafts,Of wood.\nboats,things"]
    place = broken({"name": "", "change": [word]}, tmp_path / "pack")
    assert said(own_words(loading.read(place))) == [
        "vocabulary/units.csv, row 2, key: no row of a table uses 'rafts'. Delete the word, or use it."
    ]
    (place / "counts.csv").unlink()
    assert said(own_words(loading.read(place))) == []
