"""A pack is written as a PDF where a browser is, else as a page; the table for answers lies beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from course.cli import app
from course.content import ContentError
from course.teach import stills
from course.teach.printed import printing

if TYPE_CHECKING:
    from pathlib import Path

runner = CliRunner()


@pytest.fixture
def no_browser(monkeypatch: pytest.MonkeyPatch) -> None:
    """A computer without a browser of that sort."""
    monkeypatch.setattr(printing, "find_browser", lambda: None)


@pytest.mark.usefixtures("no_browser")
def test_without_a_browser_there_is_a_page_and_a_sentence_how_to_print_it(tmp_path: Path) -> None:
    done = runner.invoke(app, ["pack", "03", "-o", str(tmp_path / "new")])
    assert done.exit_code == 0
    assert "Open 03_how_many-pack.html in a browser and print it" in done.output.replace("\n", " ")
    assert {file.name for file in (tmp_path / "new").iterdir()} == {
        "03_how_many-pack.html", "03_how_many-pack-tally.csv",
    }  # fmt: skip
    page = (tmp_path / "new" / "03_how_many-pack.html").read_text(encoding="utf-8")
    assert "@page { size: A4; }" in page


def test_with_a_browser_there_is_a_pdf_under_the_name_that_is_asked_for(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    drawn: list[object] = []

    def draw(figures: list[object]) -> list[bytes]:
        drawn.extend(figures)
        return [b"<svg/>"] * len(figures)

    monkeypatch.setattr(printing, "find_browser", lambda: "a-browser")
    monkeypatch.setattr(stills, "draw", draw)
    monkeypatch.setattr(printing, "as_pdf", lambda html: f"%PDF {len(html)}".encode())
    lines = list(printing.write("03", tmp_path / "tuesday.pdf", "letter"))
    assert [file.name for file in sorted(tmp_path.iterdir())] == ["tuesday-tally.csv", "tuesday.pdf"]
    assert (tmp_path / "tuesday.pdf").read_bytes().startswith(b"%PDF")
    assert (tmp_path / "tuesday-tally.csv").read_text(encoding="utf-8-sig").startswith("code,question,answer\n")
    assert drawn
    assert len(lines) == 2


def test_a_lesson_that_is_none_or_several_is_told(tmp_path: Path) -> None:
    done = runner.invoke(app, ["pack", "33", "-o", str(tmp_path)])
    assert done.exit_code == 1
    assert "There is no notebook '33'." in done.output
    with pytest.raises(ContentError, match="'0' is the beginning of several notebooks: 00_start_here, 01_"):
        list(printing.write("0", tmp_path, "A4"))
