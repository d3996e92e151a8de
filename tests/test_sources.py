"""The shape of the notebooks: every source has all its parts, its minutes add up, its links lead somewhere."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import dropwhile, takewhile
from typing import TYPE_CHECKING

import nbformat
import pytest

from course import content
from course.questions.glossary import read as read_glossary
from course.questions.spec import Lesson, lessons
from course.questions.task_file import TIMES, task
from course.teach import source as sources
from course.teach.build import read_source
from course.teach.marks import FRONT, KEY, NOT_LEARNERS, SOLUTION, TALK

if TYPE_CHECKING:
    from pathlib import Path

NOTEBOOKS = content.notebooks_folder()
FIRST = "00"
ENDS = ["lost", "write", "talk", "again", "stand"]
FEWEST_QUESTIONS, FEWEST_IN_CODE, MOST_LINES = 5, 2, 12
MOST_THAT_LOCATE = 2
SITTING, LONG = range(30, 61), 50
WORDS_A_MINUTE = 110
MINUTES_TO_PLAY = 4
LINK = re.compile(r"(!?)\[([^\]]*)\]\(([^)\s]+)\)")
ASKED = re.compile(r'course\.ask\("(\d+\.\d+)"\)')
WITH_TEXT = re.compile(r"^course\.(charts|explore)\.\w+\(", re.MULTILINE)
IN_CODE = "**Coding track.** You can skip this part."


@dataclass(frozen=True)
class Page:
    """One source, read: its cells as a learner gets them, and what its specs say."""

    path: Path
    cells: list[nbformat.NotebookNode]
    solution: list[str]
    lesson: Lesson

    @property
    def text(self) -> str:
        return "\n\n".join(cell.source for cell in self.cells if cell.cell_type == "markdown")

    @property
    def code(self) -> list[str]:
        return [cell.source for cell in self.cells if cell.cell_type == "code"]

    @property
    def keys(self) -> list[str]:
        return [cell.metadata[KEY] for cell in self.cells if KEY in cell.metadata]

    def part(self, key: str) -> str:
        """The text of a part, up to the next."""
        own = dropwhile(lambda cell: cell.metadata.get(KEY) != key, self.cells)
        first, *others = [cell.source for cell in own if cell.cell_type == "markdown"]
        return "\n\n".join([first, *takewhile(lambda text: not text.startswith("## "), others)])


def read(lesson: Lesson) -> Page:
    path = NOTEBOOKS / "source" / f"{lesson.notebook}.md"
    cells = read_source(path).cells
    solution = [cell.source for cell in cells if SOLUTION in cell.metadata.get("tags", [])]
    return Page(path, [c for c in cells if NOT_LEARNERS.isdisjoint(c.metadata.get("tags", []))], solution, lesson)


PAGES = [read(lesson) for lesson in lessons()]
MAIN = [page for page in PAGES if page.lesson.number != FIRST]


def name(page: Page) -> str:
    return page.lesson.notebook


each = pytest.mark.parametrize("page", PAGES, ids=name)
each_but_the_first = pytest.mark.parametrize("page", MAIN, ids=name)


def test_there_are_ten_notebooks_and_fifty_questions() -> None:
    assert [page.lesson.number for page in PAGES] == ["00", "01", "02", "03", "04", "05", "06", "07", "08", "09"]
    assert sum(len(page.lesson.questions) for page in PAGES) >= 50
    assert {path.stem for path in (NOTEBOOKS / "source").glob("*.md")} == {name(page) for page in PAGES}


@each
def test_it_opens_with_its_question_and_its_card_and_ends_with_one(page: Page) -> None:
    assert page.cells[0].metadata["tags"] == [FRONT]
    assert page.cells[0].source.startswith(f"# {page.lesson.title}")
    assert page.lesson.title.endswith("?")
    assert page.code[0].endswith(f'course.opening("{page.lesson.number}")')
    assert sum(f'course.ending("{page.lesson.number}")' == code for code in page.code) == 1
    assert len(page.lesson.aims) >= 3
    assert not page.lesson.can.endswith("."), "it ends a sentence of ours"


@each
def test_what_it_needs_comes_before_it(page: Page) -> None:
    assert all(number < page.lesson.number for number in page.lesson.needs)
    assert set(page.lesson.needs) <= {other.lesson.number for other in PAGES}
    assert bool(page.lesson.needs) == (page.lesson.number != FIRST)


@each_but_the_first
def test_it_fits_one_sitting(page: Page) -> None:
    assert page.lesson.minutes in SITTING
    assert page.lesson.minutes <= LONG or page.lesson.short
    words = len(re.findall(r"\w+", LINK.sub(r"\2", page.text)))
    assert words / WORDS_A_MINUTE + MINUTES_TO_PLAY <= page.lesson.read, f"{words} words"


@each_but_the_first
def test_it_has_every_part(page: Page) -> None:
    assert page.keys[0] == "guess"
    assert [key for key in page.keys if key in ENDS] == ENDS
    number = page.lesson.number.lstrip("0")
    guess = [code for code in page.code if f'course.note("{number}-guess"' in code]
    assert len(guess) >= 2, "the first guess is met again"
    assert guess[0] == guess[-1]
    assert 2 <= len(sources.read(page.lesson.notebook).prompts) <= 4
    assert [cell.metadata[KEY] for cell in page.cells if TALK in cell.metadata.get("tags", [])] == ["talk"]
    assert IN_CODE in page.text
    if page.lesson.number != "09":
        assert any(code.startswith("course.explore.") for code in page.code), "an explorer at its centre"


@each
def test_every_link_leads_somewhere_and_every_image_has_a_text(page: Page) -> None:
    for image, text, target in LINK.findall(page.text):
        assert text.strip(), f"{target} has no text"
        assert not image or len(text) > 20
        if not target.startswith("https://"):
            assert target in {f"{other.lesson.notebook}.ipynb" for other in PAGES} | {"glossary.ipynb"}


@each
def test_every_question_is_asked_once_and_every_question_that_is_asked_has_a_spec(page: Page) -> None:
    asked = [number for code in page.code for number in ASKED.findall(code)]
    assert asked == [question.id for question in page.lesson.questions]


@each_but_the_first
def test_it_has_enough_questions_for_both_tracks(page: Page) -> None:
    tracks = [question.track for question in page.lesson.questions]
    assert tracks.count("reading") >= FEWEST_QUESTIONS
    assert tracks.count("coding") >= FEWEST_IN_CODE
    for question in page.lesson.questions:
        if question.track == "coding":
            assert any(f'course.check("{question.id}", answer)' in code for code in page.code), "a cell to answer in"


@each_but_the_first
def test_it_has_one_open_answer_that_is_asked_for_once(page: Page) -> None:
    assert page.lesson.open is not None
    assert [code for code in page.code if "open_answer" in code] == [f'course.open_answer("{page.lesson.number}")']


def test_the_course_begins_and_ends_with_the_small_task() -> None:
    found = {page.lesson.number: [code for code in page.code if "small_task" in code] for page in PAGES}
    wanted = {task(when).notebook: [f'course.small_task("{when}")'] for when in TIMES}
    assert {number: codes for number, codes in found.items() if codes} == wanted


@each_but_the_first
def test_its_questions_climb(page: Page) -> None:
    levels = Counter(question.level for question in page.lesson.questions)
    assert levels["locate"] <= MOST_THAT_LOCATE
    assert levels["evaluate"] + levels["create"] >= 1


@each
def test_a_question_in_code_does_not_say_that_looking_answers_it(page: Page) -> None:
    assert "By looking, you find" not in page.text, "no control takes what was seen"


@each
def test_a_cell_to_answer_in_gives_the_learner_a_table_to_change(page: Page) -> None:
    for code in page.code:
        assert "start from case." not in code, "a column that is put into case.troops is lost"


@each
def test_a_cell_is_short(page: Page) -> None:
    for code in page.code:
        assert len(code.splitlines()) <= MOST_LINES, code


@each
def test_a_chart_stands_under_words(page: Page) -> None:
    for before, cell in zip(page.cells, page.cells[1:], strict=False):
        if cell.cell_type == "code" and WITH_TEXT.search(cell.source):
            assert before.cell_type == "markdown", cell.source


@each
def test_the_learner_sees_no_answer(page: Page) -> None:
    learner = (NOTEBOOKS / f"{page.lesson.notebook}.ipynb").read_text(encoding="utf-8")
    notebook = nbformat.reads(learner, as_version=4)
    sources = "\n".join(cell.source for cell in notebook.cells)
    assert all(not cell.get("outputs") for cell in notebook.cells)
    for code in page.solution:
        assert code not in sources
    for question in page.lesson.questions:
        for text in (question.right, question.default, *question.hints, *(a.feedback for a in question.accepted)):
            assert text not in sources


def test_every_term_of_the_glossary_is_explained_in_its_notebook() -> None:
    for term in read_glossary():
        [page] = [page for page in PAGES if page.lesson.number == term.notebook]
        word = term.term.partition(" (")[0]
        assert re.search(rf"\b{re.escape(word)}", page.text, re.IGNORECASE), f"{term.term} is not in {name(page)}"


def test_no_two_questions_are_the_same() -> None:
    prompts = [question.prompt for page in PAGES for question in page.lesson.questions]
    assert len(set(prompts)) == len(prompts)


def test_the_readme_lists_every_notebook_with_its_minutes() -> None:
    readme = (NOTEBOOKS.parent / "README.md").read_text(encoding="utf-8")
    for page in PAGES:
        lesson = page.lesson
        row = f"| [{lesson.notebook}](notebooks/{lesson.notebook}.ipynb) | {lesson.title} | {lesson.minutes} |"
        assert row in readme
