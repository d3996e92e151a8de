"""The project against the report's own text, where COURSE_ARTICLE gives its path."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import course
from course import content
from course.fingerprints import find, fingerprint
from course.tables import records
from course.teach.article import ARTICLE, article, plain

if TYPE_CHECKING:
    from course.case import Case

PROJECT = Path(__file__).parents[1]
LONGEST_RUN = 7
WORD = re.compile(r"[a-z0-9]+(?:[.,][0-9]+)*")

pytestmark = pytest.mark.skipif(ARTICLE not in os.environ, reason=f"{ARTICLE} does not give the report's text")


def runs(text: str) -> set[tuple[str, ...]]:
    """Every run of eight words."""
    words = WORD.findall(plain(text).lower().replace("\\n", " "))
    return {tuple(words[i : i + LONGEST_RUN + 1]) for i in range(len(words) - LONGEST_RUN)}


def project_files() -> list[Path]:
    """Every text file that git tracks or would track."""
    listed = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard"],  # noqa: S607 - git is on the path
        cwd=PROJECT, capture_output=True, encoding="utf-8", check=True,
    ).stdout.splitlines()  # fmt: skip
    return [PROJECT / name for name in listed if Path(name).suffix not in {".png", ".whl"}]


def test_the_article_has_as_many_paragraphs_as_the_digest(case: Case) -> None:
    paragraphs = article()
    assert paragraphs is not None
    assert len(paragraphs) == len(case.digest) == 19


def test_the_fingerprints_fit_the_article(case: Case) -> None:
    paragraphs = article()
    assert paragraphs is not None
    assert case.fingerprints == {number: fingerprint(text) for number, text in enumerate(paragraphs, start=1)}


def test_each_paragraph_is_found_in_the_article_whatever_stands_between(case: Case) -> None:
    text = Path(os.environ[ARTICLE]).read_text(encoding="utf-8")
    for pasted in (text, plain(text).upper(), text.replace(" ", "\n"), text.replace("\n", "\nSign up for more.\n")):
        found = find(pasted, case.fingerprints)
        assert list(found) == list(case.digest)
    assert find(text.replace("Putin", "Poutine"), case.fingerprints).keys() == case.digest.keys() - {6, 7, 10}


@pytest.mark.parametrize("table", course.load().tables)
def test_each_wording_stands_in_its_paragraph(case: Case, table: str) -> None:
    paragraphs = article()
    assert paragraphs is not None
    rows = case.table(table)
    astray = [
        (paragraph, wording)
        for paragraph, wording in zip(rows["paragraph"], rows["wording"], strict=True)
        if plain(wording) not in paragraphs[paragraph - 1]
    ]
    assert astray == []


def test_no_eight_words_of_the_article_stand_anywhere_in_the_project() -> None:
    copied = runs(Path(os.environ[ARTICLE]).read_text(encoding="utf-8"))
    assert len(copied) > 400
    found = {
        str(path.relative_to(PROJECT)): " ".join(run)
        for path in project_files()
        if path.is_file()
        for run in runs(path.read_text(encoding="utf-8", errors="replace")) & copied  # some files are broken on purpose
    }
    assert found == {}


def test_each_number_of_the_article_has_a_row(case: Case) -> None:
    paragraphs = article()
    assert paragraphs is not None
    written = {
        (place, int(digits.replace(",", "")))
        for place, text in enumerate(paragraphs, start=1)
        for digits in re.findall(r"\d[\d,]*", text)
    }
    coded = set(zip(case.numbers["paragraph"], case.numbers["number"], strict=True))
    assert written <= {(int(place), int(number)) for place, number in coded}


def test_the_digest_keeps_every_number_and_hedge(case: Case) -> None:
    for row in records(case.troops.dropna(subset="number")):
        assert f"{row['hedge']} {row['number']:,}" in case.digest[row["paragraph"]]
    assert content.shipped_digest(case.name) == case.digest
