"""A case is loaded by its name or its path, and one that is not as it declares is refused."""

from __future__ import annotations

import re
import shutil
from datetime import date
from typing import TYPE_CHECKING, Any

import pandas as pd
import pytest

import course
from course.content import ContentError
from course.loading import KEPT, load
from course.vocabulary import vocabulary
from tests.changing import change, change_package

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from course.case import Case


def test_a_case_can_be_loaded_from_a_path(pack: Path, case: Case) -> None:
    for given in (pack, str(pack)):
        pd.testing.assert_frame_equal(course.load(given).troops, case.troops)


def test_a_case_is_called_as_its_package_says_or_else_as_its_folder(pack: Path) -> None:
    change_package(pack, lambda package: package.update(name="boat-race", title="A boat race"))
    loaded = course.load(pack)
    assert (loaded.name, loaded.title) == ("boat-race", "A boat race")
    change_package(pack, lambda package: [package.pop(key) for key in ("name", "title")])
    loaded = course.load(pack)
    assert (loaded.name, loaded.title) == ("pack", "pack")


@pytest.mark.parametrize("file", ["troops.csv", "digest.md"])
def test_a_missing_file_is_named(pack: Path, file: str) -> None:
    (pack / file).unlink()
    with pytest.raises(ContentError, match=f"{re.escape(file)}: the file is missing"):
        course.load(pack)


def test_a_case_that_nobody_else_has_coded_has_no_codings(pack: Path) -> None:
    shutil.rmtree(pack / "codings")
    assert course.load(pack).codings == {}


def test_what_is_wrong_in_a_coding_is_told_with_its_folder(pack: Path) -> None:
    change(pack / "codings/second-reader/statements.csv", ",1,agreed", ",20,agreed")
    with pytest.raises(
        ContentError, match="codings/second-reader/statements.csv, row 2, paragraph: .* no paragraph 20"
    ):
        course.load(pack)


def test_a_row_about_a_paragraph_that_is_not_there_is_told(pack: Path) -> None:
    change(pack / "numbers.csv", ",2,between", ",20,between")
    said = "numbers.csv, row 2, paragraph: the digest has no paragraph 20, only 1 to 19."
    with pytest.raises(ContentError, match=re.escape(said)):
        course.load(pack)


def test_a_table_that_is_none_is_named_with_the_nearest(pack: Path) -> None:
    change_package(pack, lambda package: package["resources"][1].update(name="trops"))
    with pytest.raises(
        ContentError, match="datapackage.json: 'trops' is not a table of a case. Did you mean 'troops'?"
    ):
        course.load(pack)


def test_a_case_has_the_tables_that_it_names_in_the_order_of_the_course(pack: Path) -> None:
    change_package(pack, lambda package: package.update(resources=[{"name": "places"}, {"name": "numbers"}]))
    shutil.rmtree(pack / "codings")
    loaded = course.load(pack)
    assert loaded.tables == ("numbers", "places")
    with pytest.raises(ContentError, match="The case 'macron-biden-call' has no table 'troops'"):
        _ = loaded.troops


@pytest.mark.parametrize("column", ["paragraph", "wording", "item"])
def test_a_column_that_each_row_needs_is_missed(pack: Path, column: str) -> None:
    numbers = pd.read_csv(pack / "numbers.csv", dtype="string").drop(columns=column)
    numbers.to_csv(pack / "numbers.csv", index=False)
    with pytest.raises(ContentError, match=f"numbers.csv: the column '{column}' is missing"):
        course.load(pack)


def test_a_case_may_have_words_of_its_own(pack: Path) -> None:
    (pack / "vocabulary").mkdir()
    rows = "key,like,word,meaning\non the way,announced,on the way,It has left.\n"
    (pack / "vocabulary/statuses.csv").write_text(rows, encoding="utf-8")
    change(pack / "troops.csv", "nearly,announced", "nearly,on the way")
    loaded = course.load(pack)
    assert list(loaded.troops["status"])[-1] == "on the way"
    assert list(loaded.troops["status"].cat.categories)[2:4] == ["announced", "on the way"]
    assert vocabulary("statuses", loaded.name)["on the way"]["colour"] == vocabulary("statuses")["announced"]["colour"]


def test_a_column_has_the_words_as_categories_that_the_case_uses_in_the_order_of_the_vocabulary(case: Case) -> None:
    units, hedges = case.numbers["unit"].cat.categories, list(case.troops["hedge"].cat.categories)
    assert set(units) == set(case.numbers["unit"])
    assert list(units) == [word for word in vocabulary("units") if word in set(units)]
    theirs = case.codings["second-reader"]["troops"]["hedge"]
    assert hedges == list(case.numbers["hedge"].cat.categories) == list(theirs.cat.categories), "they can be compared"


@pytest.mark.parametrize(
    "change_it",
    [
        lambda package: package.update(resources=None),
        lambda package: package.update(resources=3),
        lambda package: package.update(resources=[]),
        lambda package: package["resources"][1].update(path=["troops.csv"]),
        lambda package: package["resources"][1].update(path="."),
    ],
)
def test_a_package_of_another_shape_is_told(pack: Path, change_it: Callable[[dict[str, Any]], None]) -> None:
    change_package(pack, change_it)
    with pytest.raises(ContentError):
        course.load(pack)


@pytest.mark.parametrize(
    "written",
    [3, {}, {"start": "2022-02-02"}, {"start": "soon", "end": "later"}, {"start": "2022-02-03", "end": "2022-02-02"}],
)
def test_days_of_writing_that_are_none_are_told(pack: Path, written: object) -> None:
    change_package(pack, lambda package: package.update(written=written))
    with pytest.raises(ContentError, match="'written'"):
        course.load(pack)


@pytest.mark.parametrize("wordings", [3, {}, {"of": "digest"}, {"of": "digest", "why": " "}, {"of": "x", "why": "So."}])
def test_what_is_said_of_wordings_and_is_not_sound_is_told(pack: Path, wordings: object) -> None:
    change_package(pack, lambda package: package.update(wordings=wordings))
    with pytest.raises(ContentError, match='datapackage.json: \'wordings\' says "of": "digest" and'):
        course.load(pack)


def test_wordings_are_those_of_the_report_or_of_the_digest(case: Case) -> None:
    assert case.retold == ""
    assert course.load("cnn-morning").retold.startswith("The text is not in this project.")


def test_a_case_may_keep_its_text_with_a_line_for_each_paragraph_of_its_digest(pack: Path) -> None:
    assert load(pack).text == {}
    lines = [f"The {number}. paragraph is here, with its own words." for number in range(1, 20)]
    (pack / KEPT).write_text("\n".join(lines), encoding="utf-8")
    assert load(pack).text == dict(enumerate(lines, start=1))


def test_a_text_that_is_not_that_of_the_digest_is_told(pack: Path) -> None:
    (pack / KEPT).write_text("The only paragraph that there is in this text.", encoding="utf-8")
    with pytest.raises(ContentError, match=r"text\.txt.* it has 1 paragraphs, the digest 19"):
        load(pack)
    (pack / KEPT).write_bytes(b"%PDF-1.7")
    with pytest.raises(ContentError, match="this is a PDF"):
        load(pack)


def test_the_days_of_writing_are_known_or_none(case: Case, pack: Path) -> None:
    assert case.written == (date(2022, 2, 2), date(2022, 2, 3))
    change_package(pack, lambda package: package.pop("written"))
    assert course.load(pack).written is None
