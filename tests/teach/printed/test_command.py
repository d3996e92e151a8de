"""The commands `course worksheet` and `course pack`, as a teacher types them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from course.cli import app
from course.content import ContentError
from course.teach import printing as pages
from course.teach.printed import printing as packs
from course.teach.printed.command import Audience, Form, Paper

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def told(monkeypatch: pytest.MonkeyPatch, module: object, asked: list[tuple[object, ...]]) -> None:
    """Let a module tell what it is asked for, and write nothing."""

    def write(*words: object) -> Iterator[str]:
        asked.append(words)
        yield "One page."

    monkeypatch.setattr(module, "write", write)


def test_a_worksheet_is_for_both_and_on_a4_where_nothing_else_is_said(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    asked: list[tuple[object, ...]] = []
    told(monkeypatch, pages, asked)
    done = CliRunner().invoke(app, ["worksheet", "--to", str(tmp_path)])
    assert (done.exit_code, done.stdout) == (0, "One page.\n")
    assert asked == [((), Audience.BOTH, Form.HTML, tmp_path, Paper.A4)]


def test_a_worksheet_is_what_was_asked_for(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    asked: list[tuple[object, ...]] = []
    told(monkeypatch, pages, asked)
    words = ["03", "05", "--for", "learner", "--format", "pdf", "--paper", "letter", "--to", str(tmp_path)]
    assert CliRunner().invoke(app, ["worksheet", *words]).exit_code == 0
    assert asked == [(("03", "05"), Audience.LEARNER, Form.PDF, tmp_path, Paper.LETTER)]


def test_a_pack_is_of_one_lesson(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    asked: list[tuple[object, ...]] = []
    told(monkeypatch, packs, asked)
    assert CliRunner().invoke(app, ["pack", "03", "-o", str(tmp_path), "--paper", "A4"]).exit_code == 0
    assert asked == [("03", tmp_path, Paper.A4)]


@pytest.mark.parametrize("words", [["worksheet", "--for", "parents"], ["pack"], ["pack", "03", "--paper", "A5"]])
def test_what_is_not_to_be_had_is_named(words: list[str]) -> None:
    done = CliRunner().invoke(app, words)
    assert done.exit_code == 2
    assert "Error: " in done.stderr


@pytest.mark.parametrize(("words", "module"), [(["worksheet"], pages), (["pack", "03"], packs)])
def test_why_nothing_is_written_is_told_in_a_sentence(
    words: list[str], module: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    def write(*_: object) -> Iterator[str]:
        message = "There is no lesson 99."
        raise ContentError(message)
        yield ""

    monkeypatch.setattr(module, "write", write)
    done = CliRunner().invoke(app, words)
    assert (done.exit_code, done.stderr) == (1, "There is no lesson 99.\n")
