"""The report's own text, where an author has it: paragraphs without subheads; the texts here are invented."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from course.content import ContentError
from course.teach.article import ARTICLE, article

if TYPE_CHECKING:
    from pathlib import Path

LINE = "A line of just six words."


def test_the_text_is_where_the_variable_says_and_none_where_it_says_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "report.txt"
    file.write_text(LINE, encoding="utf-8")
    monkeypatch.setenv(ARTICLE, str(file))
    assert article() == [LINE]
    monkeypatch.setenv(ARTICLE, "")
    assert article() is None
    monkeypatch.delenv(ARTICLE)
    assert article() is None


def test_a_text_that_cannot_be_read_is_told_with_the_variable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "report.txt").write_bytes(b"\xff\xfe")
    for name in ("report.txt", "nowhere.txt", "."):
        monkeypatch.setenv(ARTICLE, str(tmp_path / name))
        with pytest.raises(ContentError, match="COURSE_ARTICLE names a text that cannot be read: "):
            article()
