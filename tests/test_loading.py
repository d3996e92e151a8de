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


def test_a_table_that_is_not_declared_is_named(pack: Path) -> None:
    change_package(pack, lambda package: package["resources"][1].update(name="trops"))
    with pytest.raises(ContentError, match="datapackage.json: the table 'troops' is missing"):
        course.load(pack)


def test_a_table_without_paragraphs_is_told(pack: Path) -> None:
    def no_paragraph(package: dict[str, Any]) -> None:
        fields = package["resources"][2]["schema"]["fields"]
        fields[:] = [field for field in fields if field["name"] != "paragraph"]

    change_package(pack, no_paragraph)
    numbers = pd.read_csv(pack / "numbers.csv", dtype="string").drop(columns="paragraph")
    numbers.to_csv(pack / "numbers.csv", index=False)
    with pytest.raises(ContentError, match="datapackage.json: the table 'numbers' .* no field 'paragraph'"):
        course.load(pack)


@pytest.mark.parametrize(
    "change_it",
    [
        lambda package: package.update(resources=None),
        lambda package: package.update(resources=3),
        lambda package: package["resources"][1].update(schema="x.json"),
        lambda package: package["resources"][1].update(schema={}),
        lambda package: package["resources"][1].update(path=["troops.csv"]),
        lambda package: package["resources"][1]["schema"].update(fields=["mention"]),
        lambda package: package["resources"][1]["schema"]["foreignKeys"][0]["reference"].update(resource="zz"),
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


def test_the_days_of_writing_are_known_or_none(case: Case, pack: Path) -> None:
    assert case.written == (date(2022, 2, 2), date(2022, 2, 3))
    change_package(pack, lambda package: package.pop("written"))
    assert course.load(pack).written is None
