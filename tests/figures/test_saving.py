"""Saving a chart: a page that needs nothing from the net, or a picture for a slide."""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING

import pytest

import course
from course.figures import browsers, saving
from tests.browser.lab import HOW_TO_GET_IT
from tests.browser.server import CHROMIUM

if TYPE_CHECKING:
    from pathlib import Path

    from course.case import Case


def test_a_page_has_figure_words_and_table_and_asks_for_nothing(case: Case, tmp_path: Path) -> None:
    page = course.charts.how_many(case).save(tmp_path / "figure.html").read_text(encoding="utf-8")
    assert "<title>How many soldiers?" in page
    assert "9 mentions of soldiers" in page
    assert "<summary>The same as a table</summary>" in page
    assert re.findall(r"<(?:script|link|img)[^>]+(?:src|href)=", page) == []


@pytest.mark.skipif(CHROMIUM is None, reason=HOW_TO_GET_IT)
def test_pictures_for_a_slide(case: Case, tmp_path: Path) -> None:
    chart = course.charts.how_many(case)
    drawing = chart.save(tmp_path / "figure.svg").read_text(encoding="utf-8")
    assert drawing.startswith("<svg")
    assert "at least 100,001, no limit above" in drawing
    picture = chart.save(tmp_path / "figure.png").read_bytes()
    assert picture.startswith(b"\x89PNG")
    width = int.from_bytes(picture[16:20], "big")
    assert width == saving.WIDTH * saving.SCALE


@pytest.mark.parametrize("name", ["figure.pdf", "figure"])
def test_another_ending_is_refused(case: Case, tmp_path: Path, name: str) -> None:
    with pytest.raises(ValueError, match=r"as .html, .svg or .png, not as"):
        course.charts.how_many(case).save(tmp_path / name)
    assert not (tmp_path / name).exists()


def test_without_kaleido_it_says_how_to_get_it(case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "kaleido", None)
    with pytest.raises(RuntimeError, match="pip install kaleido"):
        course.charts.how_many(case).save(tmp_path / "figure.png")


def test_without_a_browser_it_says_how_to_get_one(case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(browsers.BROWSER_VARIABLE, raising=False)
    monkeypatch.setattr(browsers, "BROWSERS", ("no-such-browser",))
    monkeypatch.setattr(browsers, "usual_places", lambda: ())
    with pytest.raises(RuntimeError, match="apt-get install chromium"):
        course.charts.how_many(case).save(tmp_path / "figure.svg")
