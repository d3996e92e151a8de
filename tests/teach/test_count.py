"""What the course holds, in numbers, and how hard its text reads."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from course import content
from course.cli import app
from course.questions import glossary
from course.questions.shapes import LEVELS
from course.questions.spec import lessons
from course.teach import count
from course.teach import source as sources
from course.teach.prose import blocks
from course.teach.source import Cell, Source

if TYPE_CHECKING:
    from pathlib import Path

LONGEST_PAGE = {"a-war-in-the-room.md": 800, "a-made-up-march.md": 800, "teaching.md": 2000}
"""The most words of a page that is to be read in one go."""


def test_only_what_a_learner_reads_is_counted() -> None:
    text = tuple(blocks("# A title\n\nRead this text.\n\n- one point\n\n| a | b |\n|---|---|\n| c | d |\n"))
    not_read = tuple(blocks("Not this one."))
    cells = (
        Cell("1", "", text),
        Cell("2", "", not_read, frozenset({"solution"})),
        Cell("3", "", not_read, frozenset({"paper"})),
        Cell("4", "x = 1", ()),
    )
    lesson = lessons()[0]
    made = count.count([(lesson, Source("99_test", cells))])
    assert made.words == 2 + 3 + 2 + 4
    assert made.lix == pytest.approx(5 / 2)
    assert made.minutes == lesson.minutes


def test_the_report_adds_up() -> None:
    done = CliRunner().invoke(app, ["count"])
    assert done.exit_code == 0
    lines = [line.split() for line in done.output.splitlines()]
    ours = lessons()
    rows = {
        line[0]: [float(cell.replace(",", "")) for cell in line[1:]]
        for line in lines
        if line and re.match(r"\d\d_", line[0])
    }
    assert list(rows) == [lesson.notebook for lesson in ours]
    total = next([float(cell.replace(",", "")) for cell in line[3:]] for line in lines if line[:1] == ["all"])
    assert total[:-1] == [sum(column) for column in list(zip(*rows.values(), strict=True))[:-1]], "all but LIX"
    questions = [question for lesson in ours for question in lesson.questions]
    assert total[3] == len(questions)
    assert total[4] == sum(question.track == "coding" for question in questions)
    assert total[5] == sum(len(question.misconceptions) for question in questions)
    assert total[6] == sum(len(question.hints) for question in questions)
    assert [line[-1] for line in lines if line[:2] == ["in", "all"]] == [
        *[str(len(questions))] * 4,
        f"{total[5]:.0f}",
    ]
    assert f"glossary: {len(glossary.read())} terms" in done.output
    hindsight = sum(each.name == "hindsight" for question in questions for each in question.misconceptions)
    assert f"\n  hindsight {hindsight:>21}\n" in done.output
    for outcome in {question.outcome for question in questions}:
        assert f"  {outcome} " in done.output
    for level in LEVELS:
        found = sum(question.level == level for question in questions)
        assert not found or ["", level, str(found)] in [re.split(r"\s{2,}", line) for line in done.output.splitlines()]


def test_lines_are_aligned() -> None:
    assert count.aligned([["a", "1"], ["bcd", "20"]]) == "a     1\nbcd  20"


def test_the_text_of_every_notebook_reads_easily() -> None:
    hard = {
        lesson.notebook: level
        for lesson in lessons()
        if (level := count.count([(lesson, sources.read(lesson.notebook))]).lix) > 30
    }
    assert hard == {}


def test_a_page_for_teachers_is_counted_as_a_lesson_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "b.md").write_text("# A title\n\nRead this text. Read it.\n\n> Read it.\n", encoding="utf-8")
    (tmp_path / "docs" / "a.md").write_text("| one |\n|---|\n| two three |\n", encoding="utf-8")
    with monkeypatch.context() as patch:
        patch.setattr(content, "root", lambda: tmp_path)
        assert [page.name for page in count.pages()] == ["a.md", "b.md"]
        rows = list(count._of_pages())
    assert rows == [["a.md", "3", "0"], ["b.md", "9", "2"]]
    assert all(re.search(rf"^{page.name} +[\d,]+ +\d+$", count.report(), re.MULTILINE) for page in count.pages())


def test_an_installed_package_has_no_page_for_teachers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(count, "pages", list)
    assert "page for teachers" not in count.report()


@pytest.mark.parametrize("page", count.pages(), ids=lambda page: page.name)
def test_a_page_for_teachers_reads_easily_and_is_short(page: Path) -> None:
    long, hard = count.reads(blocks(page.read_text(encoding="utf-8")))
    assert hard <= 30
    assert long <= LONGEST_PAGE.get(page.name, long)


def test_every_page_whose_length_is_held_is_there() -> None:
    assert LONGEST_PAGE.keys() <= {page.name for page in count.pages()}
