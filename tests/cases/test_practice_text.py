"""The practice text of notebook 08: of our own making, whole in its case, printed as it is, with two codings of it."""

from __future__ import annotations

import re

import pytest

import course
from course import content
from course.teach.build import read_source
from course.teach.marks import PAPER

CASE = "amber-ferry"
FOLDER = content.case_folder(CASE)
TEXT = (FOLDER / "text.txt").read_text(encoding="utf-8").splitlines()


def test_it_is_short_and_says_that_it_is_invented() -> None:
    assert 4 <= len(TEXT) <= 5
    assert 130 <= sum(len(line.split()) for line in TEXT) <= 170
    assert "invented" in course.load(CASE).title
    assert "sources" not in content.read_json(FOLDER / "datapackage.json")


def test_each_wording_of_both_codings_stands_in_it() -> None:
    case = course.load(CASE)
    tables = [case.actors, case.counts, case.codings["partner"]["counts"]]
    rows = [row for table in tables for row in zip(table["paragraph"], table["wording"], strict=True)]
    assert len(rows) > 20
    assert [row for row in rows if row[1] not in TEXT[row[0] - 1]] == []


def test_paper_prints_it_word_for_word() -> None:
    pages = read_source(content.notebooks_folder() / "source" / "08_code_your_own.md")
    printed = next(cell.source for cell in pages.cells if PAPER in cell.metadata.get("tags", []))
    assert [" ".join(each.split()) for each in re.split(r"^\d\. ", printed, flags=re.MULTILINE)[1:]] == TEXT


def test_it_has_counts_of_many_sorts() -> None:
    counts = course.load(CASE).counts
    assert {"more than", "nearly", "up to", "about", "dozens"} <= set(counts["hedge"].dropna())
    assert {"present", "announced", "proposed", "past"} == set(counts["status"])
    assert counts["rival"].notna().any()
    assert counts["source"].dropna().nunique() == 2
    assert (counts["number"].isna() & counts["hedge"].isna()).any(), "a blank"


def test_the_partner_differs_with_a_reason_each_time_and_has_one_row_alone() -> None:
    case = course.load(CASE)
    ours, partner = case.counts.set_index("mention"), case.codings["partner"]["counts"]
    assert partner["same_as"].isna().sum() == 1
    theirs = partner.dropna(subset="same_as").set_index("same_as")
    assert set(theirs.index) == set(ours.index)
    coded = ["hedge", "status", "measure", "stock_flow"]
    differ = (ours[coded].astype("string").fillna("") != theirs[coded].astype("string").fillna("")).any(axis=1)
    assert theirs["note"].notna().to_dict() == differ.reindex(theirs.index).to_dict()


@pytest.mark.parametrize(
    ("column", "same", "rows"), [("status", 7, 10), ("hedge", 8, 9), ("measure", 7, 9), ("stock_flow", 9, 10)]
)
def test_how_far_they_agree_is_what_the_lesson_says(column: str, same: int, rows: int) -> None:
    case = course.load(CASE)
    found = course.agreement(case.counts, case.codings["partner"]["counts"], on=column)
    assert (round(found.share * found.rows), found.rows) == (same, rows)


def test_the_lesson_tells_what_chance_gives_as_it_is() -> None:
    case = course.load(CASE)
    found = course.agreement(case.counts, case.codings["partner"]["counts"], on="status")
    lesson = (content.notebooks_folder() / "source" / "08_code_your_own.md").read_text(encoding="utf-8")
    mostly = found.ranges["kappa"]
    assert found.kappa is not None
    assert mostly is not None
    assert f"{found.by_chance:.0%}" == "35%"
    assert f"35 / 65, or {found.kappa:.2f}" in lesson
    assert f"kappa is {mostly[0]:.2f} to 1.00" in str(found.numbers)
    assert f"between {mostly[0]:.2f} and 1" in lesson
    shares = found.chance.table["share that is the same"]
    often = found.chance.table["shuffles"]
    assert shares.loc[int(often.to_numpy().argmax())] == pytest.approx(0.3)
    assert "30 per cent, in about a third of all shuffles" in lesson
    assert (shares.max(), often.iloc[-1]) == (pytest.approx(0.7), 6), "six of a thousand, and none has more"
