"""An author gives a case fingerprints, from a text that is not copied; the text here is invented."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

import course
from course.cli import app
from course.fingerprints import fingerprint

if TYPE_CHECKING:
    from pathlib import Path

PARAGRAPHS = [f"This is line number {n} of a report that nobody has written." for n in range(1, 20)]


@pytest.fixture
def text(tmp_path: Path) -> Path:
    """A text with subheads and a credit line."""
    place = tmp_path / "report.txt"
    lines = [*PARAGRAPHS[:5], "A subhead", *PARAGRAPHS[5:], "", "(with sheep)"]
    place.write_text("\n".join(lines), encoding="utf-8")
    return place


def test_the_file_is_written_and_read_back(pack: Path, text: Path) -> None:
    done = CliRunner().invoke(app, ["fingerprint", str(pack), str(text)])
    assert done.exit_code == 0, done.output
    assert done.output == "pack: fingerprints.json written, 19 paragraphs\n"
    made = course.load(pack).fingerprints
    assert made == {number: fingerprint(line) for number, line in enumerate(PARAGRAPHS, start=1)}
    assert "nobody" not in (pack / "fingerprints.json").read_text(encoding="utf-8")


def test_a_text_with_another_number_of_paragraphs_changes_nothing(pack: Path, text: Path) -> None:
    before = (pack / "fingerprints.json").read_bytes()
    text.write_text("\n".join(PARAGRAPHS[:18]), encoding="utf-8")
    done = CliRunner().invoke(app, ["fingerprint", str(pack), str(text)])
    assert done.exit_code == 1
    assert "report.txt: 18 paragraphs, but the digest has 19." in done.output
    assert (pack / "fingerprints.json").read_bytes() == before


def test_a_text_or_a_case_that_is_not_there_is_told(pack: Path, text: Path) -> None:
    done = CliRunner().invoke(app, ["fingerprint", str(pack), str(text.with_name("nowhere.txt"))])
    assert done.exit_code == 1
    assert "nowhere.txt" in done.output
    done = CliRunner().invoke(app, ["fingerprint", "macron-biden", str(text)])
    assert done.exit_code == 1
    assert "Did you mean 'macron-biden-call'?" in done.output
