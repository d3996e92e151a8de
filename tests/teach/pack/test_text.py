"""The report's text is where somebody has it; its paragraphs are those of the digest."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from course import loading
from course.fingerprints import as_json, fingerprint
from course.loading import KEPT
from course.teach.pack.text import text_of
from tests.changing import change_package
from tests.teach.broken.packs import BASE, broken
from tests.teach.pack.sheets import said

if TYPE_CHECKING:
    from pathlib import Path

LINES = (BASE / KEPT).read_text(encoding="utf-8").splitlines()


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A case that keeps no text, and has fingerprints."""
    folder = broken({"name": "", "delete": [KEPT]}, tmp_path / "pack")
    made = as_json({number: fingerprint(line) for number, line in enumerate(LINES, start=1)})
    (folder / "fingerprints.json").write_text(json.dumps(made), encoding="utf-8")
    return folder


def test_a_text_that_the_case_keeps_is_read() -> None:
    paragraphs, found = text_of(loading.read(BASE), None)
    assert found == []
    assert paragraphs
    assert list(paragraphs) == list(range(1, 9))


def test_where_the_wordings_are_those_of_the_digest_it_is_the_text(place: Path) -> None:
    change_package(place, lambda package: package.update(wordings={"of": "digest", "why": "Nobody has the text."}))
    (place / "fingerprints.json").unlink()
    reading = loading.read(place)
    assert text_of(reading, None) == (reading.case.digest, [])
    paragraphs, _ = text_of(reading, BASE / KEPT)
    assert paragraphs == dict(enumerate(LINES, start=1)), "a text that is given comes first"


def test_where_nobody_has_the_text_there_is_none(place: Path) -> None:
    assert text_of(loading.read(place), None) == (None, [])


def test_in_any_text_with_more_lines_the_paragraphs_are_found_by_their_fingerprints(
    place: Path, tmp_path: Path
) -> None:
    text = tmp_path / "page.txt"
    text.write_text("\n".join(["A line of the page above the report.", *LINES]), encoding="utf-8")
    paragraphs, found = text_of(loading.read(place), text)
    assert found == []
    assert paragraphs
    assert paragraphs[2].startswith("Police put the crowd")


def test_another_text_is_told(place: Path, tmp_path: Path) -> None:
    text = tmp_path / "other.txt"
    text.write_text("One line of quite another report.", encoding="utf-8")
    paragraphs, found = text_of(loading.read(place), text)
    assert paragraphs is None
    assert said(found) == [f"digest.md: {text} has 1 paragraphs, the digest 8. One line is one paragraph."]
    text.write_text("\n".join(["Another first line of six words.", *LINES[1:]]), encoding="utf-8")
    (problem,) = text_of(loading.read(place), text)[1]
    assert problem.warning
    assert "paragraph 1 of the text is another one" in str(problem)


def test_a_text_that_is_not_there_is_told(place: Path, tmp_path: Path) -> None:
    paragraphs, found = text_of(loading.read(place), tmp_path / "nowhere.txt")
    assert paragraphs is None
    assert "the text cannot be read" in said(found)[0]
