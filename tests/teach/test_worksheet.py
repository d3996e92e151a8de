"""The printable pages: the learner's hold no answer, the teacher's hold all of them, both need nothing but themselves."""

from __future__ import annotations

import html
import re
import shutil
from dataclasses import astuple
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from bs4 import BeautifulSoup
from click.testing import CliRunner

from course import content
from course.cli import app
from course.content import ContentError
from course.questions.misreadings import misreadings
from course.questions.spec import lessons
from course.questions.task_file import of_notebook
from course.teach import source as sources
from course.teach import worksheet
from course.teach.answers import key
from course.teach.guides import frameworks, guide_of
from tests.questions.samples import KINDS, sample

if TYPE_CHECKING:
    from pathlib import Path

    from course.questions.spec import Lesson, Question

LESSONS = lessons()
every_lesson = pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.notebook)
runner = CliRunner()


@pytest.fixture
def troops() -> Lesson:
    """The notebook that the tests look at closely."""
    return worksheet.chosen(["03"])[0]


def said(html: str) -> str:
    """What a page says, pictures and their texts included, in one line."""
    soup = BeautifulSoup(html, "html.parser")
    for code in soup.find_all("code"):
        code.unwrap()
    soup.smooth()
    alts = " ".join(str(image["alt"]) for image in soup.find_all("img"))
    return one_line(f"{soup.main.get_text(' ') if soup.main else ''} {alts}")


def one_line(text: str) -> str:
    return " ".join(text.replace("`", "").split())


def told_to_teachers(question: Question) -> list[str]:
    """What is said of answers, right and wrong."""
    feedback = [accepted.feedback for accepted in question.accepted]
    feedback += [misconception.feedback for misconception in question.misconceptions]
    return [one_line(text) for text in (question.right, question.default, *feedback)]


@every_lesson
def test_a_learners_page_holds_no_answer(lesson: Lesson) -> None:
    page = said(worksheet.learner_sheet(lesson).html)
    for question in lesson.questions:
        assert [text for text in told_to_teachers(question) if text in page] == []
    solutions = [cell.code for cell in sources.read(lesson.notebook).cells if "solution" in cell.tags]
    lines = {line.strip() for code in solutions for line in code.splitlines()}
    assert [line for line in lines if len(line) > 12 and line in page] == []
    assert "✓" not in page
    assert guide_of(lesson).aim not in page


@every_lesson
def test_a_learners_page_asks_the_questions_without_code_and_has_their_hints_at_the_end(lesson: Lesson) -> None:
    html = worksheet.learner_sheet(lesson).html
    page, hints = said(html), html.index("<h2>Hints</h2>")
    for question in lesson.questions:
        on_page = question.track == "reading"
        assert (one_line(question.prompt) in page) == on_page
        assert (f"Question {question.id}" in page) == on_page or f"Question {question.id} needs a computer." in page
        assert all((one_line(hint) in page) == on_page for hint in question.hints)
        if on_page:
            assert html.index(f"Question {question.id}<") < hints
            assert all(one_line(text) in page for text in question.kind.offered)


@every_lesson
def test_a_teachers_page_holds_every_answer_every_misreading_and_what_to_listen_for(lesson: Lesson) -> None:
    page, guide = said(worksheet.teacher_sheet(lesson).html), guide_of(lesson)
    source = sources.read(lesson.notebook)
    for question in lesson.questions:
        wanted = [question.prompt, *told_to_teachers(question), *question.hints, *key(question).short.split(" — or: ")]
        wanted += [answer.words for answer in key(question).wrong]
        assert [text for text in wanted if one_line(text) not in page] == []
    steps = [step for plan in guide.plans.values() for step in plan]
    told = [text for step in steps for text in (source.titles.get(step.part, ""), step.do, step.behind)]
    told += [*guide.say, guide.board, guide.exit.prompt, *guide.exit.levels, guide.fast, guide.slow]
    told += [*vars(guide.means).values(), *vars(guide.room).values()]
    wanted = [guide.aim, guide.before, guide.on_paper, *guide.listen_for, *source.prompts, *told]
    assert [text for text in wanted if one_line(text) not in page] == []
    used = {name for outcome in guide.outcomes for name in outcome.frameworks}
    assert all(one_line(frameworks()[name].name) in page for name in used)


def test_a_teachers_page_begins_with_the_lesson_by_the_clock(troops: Lesson) -> None:
    soup = BeautifulSoup(worksheet.teacher_sheet(troops).html, "html.parser")
    headings = [heading.get_text() for heading in soup.find_all("h2")]
    assert headings[:4] == ["Say this first", "45 minutes by the clock", "On the board", "Exit ticket"]
    table = soup.find("table")
    assert table is not None
    rows = [[cell.get_text() for cell in row.find_all("td")] for row in table.find_all("tr")[1:]]
    assert [row[:3] for row in rows[:4]] == [
        ["0:00", "4", "–"], ["0:04", "3", "Guess first"], ["0:07", "8", "1 · Find the mentions"],
        ["·", "3", "1 · Find the mentions"],
    ]  # fmt: skip
    assert "[3.1]Later than 0:07? Read paragraphs 4, 17 and 19 only" in rows[2][3]
    assert rows[3][3].startswith("If there is time: ")
    assert rows[-1] == ["0:45", "", "end", ""]
    board = soup.find("pre", class_="board")
    assert board is not None
    assert len(board.get_text().splitlines()) > 10


@every_lesson
def test_a_teachers_page_tells_what_to_do_about_the_misreadings_that_matter_and_names_each_wrong_answer(
    lesson: Lesson,
) -> None:
    html = worksheet.teacher_sheet(lesson).html
    chosen = guide_of(lesson).misreadings
    sections = [
        one_line(part.get_text(" ")) for part in BeautifulSoup(html, "html.parser").select("section.misreading")
    ]
    assert len(sections) == len(chosen)
    for name, section in zip(chosen, sections, strict=True):
        told = [one_line(text) for text in astuple(misreadings()[name])[1:]]
        assert section == "{} {} Ask back {} In five minutes {} Check {} {}".format(*told)
    rows = [
        row.td for table in BeautifulSoup(html, "html.parser").select("table.wrong") for row in table.select("tbody tr")
    ]
    named = [one_line(cell.span.get_text()) for cell in rows if cell is not None and cell.span is not None]
    foreseen = [each for question in lesson.questions for each in question.misconceptions]
    assert named == [misreadings()[each.name].title for each in foreseen]


@every_lesson
def test_an_open_answer_has_lines_and_levels_on_paper_and_the_teacher_has_a_good_one(lesson: Lesson) -> None:
    learner, teacher = worksheet.learner_sheet(lesson).html, worksheet.teacher_sheet(lesson).html
    if lesson.open is None:
        assert "The open answer" not in said(teacher)
        return
    for text in lesson.open.levels.values():
        assert f'<li><span class="circle"></span><span>{html.escape(text)}</span></li>' in learner
    assert said(learner).count(one_line(lesson.open.prompt)) == 1
    assert one_line(lesson.open.example) not in said(learner)
    wanted = [lesson.open.prompt, lesson.open.example, *lesson.open.rubric]
    assert [text for text in wanted if one_line(text) not in said(teacher)] == []


def test_the_small_task_stands_on_the_first_and_the_last_sheet_and_the_teacher_has_its_key() -> None:
    for lesson in LESSONS:
        task, learner, teacher = (
            of_notebook(lesson.number), worksheet.learner_sheet(lesson).html, worksheet.teacher_sheet(lesson).html
        )  # fmt: skip
        assert ("The small task" in said(teacher)) == (task is not None) == (lesson.number in {"00", "09"})
        for item in task.items if task else ():
            assert all(f"<span>{html.escape(text)}</span></li>" in learner for text in item.options.values())
            right = html.escape(item.options[item.answer])
            assert f"<tr><td>{item.about}</td><td>{html.escape(item.prompt)}</td><td>{right}</td></tr>" in teacher
        assert all(text in said(learner) for text in (task.text if task else ()))
        steps = len(task.items) if task else 0
        assert said(learner).count("I am guessing") == said(learner).count("I am certain") == steps


@every_lesson
def test_pages_need_nothing_but_themselves_and_their_headings_are_in_order(lesson: Lesson) -> None:
    for sheet in (worksheet.learner_sheet(lesson), worksheet.teacher_sheet(lesson)):
        soup = BeautifulSoup(sheet.html, "html.parser")
        assert soup.html is not None
        assert soup.html["lang"] == "en"
        assert soup.find_all(["script", "link", "iframe"]) == []
        assert "url(" not in sheet.html
        levels = [int(heading.name[1]) for heading in soup.find_all(re.compile("h[1-6]"))]
        assert levels[0] == 1
        assert levels.count(1) == 1
        assert all(after - before <= 1 for before, after in pairwise(levels))
        assert not any(cell.get_text(strip=True) == "" for cell in soup.find_all("th"))


def test_a_learners_page_says_what_it_is_for_and_leaves_the_screen_out(troops: Lesson) -> None:
    page = said(worksheet.learner_sheet(troops).html)
    assert page.startswith("How many troops? Name Class Date You will be able to tell a mention from a force, read a")
    assert "Time about 45 minutes" in page
    assert "4 · The same in code This part needs a computer. What the table lost" in page
    assert "Choose two or three mentions from the table." in page
    for word in ("Shift + Enter", "slider", "cell", "How far you are", "Hand in", "Tick some mentions", "NN"):
        assert word not in page
    assert "Look again at what you wrote at the start. Would you still say so?" in page


def test_without_pictures_a_table_stands_in_their_place(troops: Lesson) -> None:
    html = worksheet.learner_sheet(troops).html
    assert "<img" not in html
    assert "at least 100,001" in said(html)
    assert '<td class="number">100,001</td>' in html


def test_pictures_stand_in_the_page_with_a_text(troops: Lesson) -> None:
    drawn: list[object] = []

    def draw(figures: list[dict[str, object]]) -> list[bytes]:
        drawn.extend(figures)
        return [b"<svg/>"] * len(figures)

    soup = BeautifulSoup(worksheet.learner_sheet(troops, draw).html, "html.parser")
    images = soup.find_all("img")
    assert len(images) == len(drawn) == 3
    assert all(image["src"] == "data:image/svg+xml;base64,PHN2Zy8+" for image in images)
    assert str(images[0]["alt"]).startswith("9 mentions of soldiers: 4 with a size, 5 without.")


def test_paragraphs_that_the_notebook_shows_elsewhere_are_added() -> None:
    [first] = worksheet.chosen(["00"])
    page = said(worksheet.learner_sheet(first).html)
    assert "From the report, in our words" in page
    assert one_line(content.shipped_digest(first.case)[18]) in page
    assert one_line(content.shipped_digest(first.case)[17]) not in page


def test_the_index_lists_all_notebooks_and_holds_outcomes_against_frameworks() -> None:
    html = worksheet.index_sheet("pdf", ["learner", "teacher"]).html
    page = said(html)
    for lesson in LESSONS:
        assert lesson.title in page
        assert f'href="{lesson.notebook}-learner.pdf"' in html
        assert f'href="{lesson.notebook}-teacher.pdf"' in html
    assert f"in all {sum(lesson.minutes for lesson in LESSONS)}" in page
    rows = BeautifulSoup(html, "html.parser").find_all("table")[1].find_all("tr")
    lines = [[cell.get_text() for cell in row.find_all("td")] for row in rows[1:]]
    cells = {line[0]: line for line in lines}
    assert set(cells) == {question.outcome for lesson in LESSONS for question in lesson.questions}
    assert cells["read a hedge as bounds"] == ["read a hedge as bounds", "03", "yes", "yes", "", ""]
    assert all(framework.link in html for framework in frameworks().values())
    for each in misreadings().values():
        asked = [q.id for one in LESSONS for q in one.questions if each.name in {m.name for m in q.misconceptions}]
        assert one_line(f"{each.title} {each.shows} Questions {', '.join(asked)}. Ask back") in page
        assert one_line(each.repair) in page


def test_a_solution_that_is_missing_or_old_is_told(
    troops: Lesson, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = shutil.copytree(content.notebooks_folder(), tmp_path / "notebooks")
    monkeypatch.setattr(content, "notebooks_folder", lambda: copy)
    source = copy / "source" / "03_how_many.md"
    source.write_text(source.read_text(encoding="utf-8").replace("case.read(1, 4, ", "case.read(4, "), encoding="utf-8")
    with pytest.raises(ContentError, match=r"03_how_many\.ipynb: it is not up to date .* Run: course build 03"):
        worksheet.learner_sheet(troops)
    (copy / "solutions" / "03_how_many.ipynb").unlink()
    with pytest.raises(ContentError, match=r"03_how_many\.ipynb: the file is missing. Run: course build 03"):
        worksheet.learner_sheet(troops)


def test_a_notebook_that_is_none_is_told(tmp_path: Path) -> None:
    done = runner.invoke(app, ["worksheet", "03_how_manny", "--to", str(tmp_path)])
    assert done.exit_code == 1
    assert "There is no notebook '03_how_manny'. Did you mean '03_how_many'?" in done.output


FIELDS = {
    "number": ("Answer", "the report does not state it"),
    "choice": ("Mark one.", '<span class="circle"></span><span>the speech</span>'),
    "choices": ("Tick all that are true.", '<span class="box"></span><span>the speech</span>'),
    "order": ("Write 1 into the first box", '<span class="box rank"></span><span>the speech</span>'),
    "bounds": ("At least", "At most", "no limit below", "no limit above"),
    "date": ("Day, month, year", "the report does not state it"),
    "dates": ("First day", "Last day"),
    "text": ('<div class="line"></div>',),
    "table": ('<th scope="col">k</th><th scope="col">n</th>', "<tr><td></td><td></td></tr>"),
}


def test_every_kind_of_question_has_a_form_on_paper() -> None:
    assert FIELDS.keys() == KINDS.keys()
    for kind, parts in FIELDS.items():
        module = worksheet._templates().get_template("fields.html").make_module()
        drawn = str(module.fields(sample(kind), 7))  # type: ignore[attr-defined]
        assert all(part in drawn for part in parts), kind
        assert drawn.count("<tr><td>") == (7 if kind == "table" else 0)
