"""From a source and its solution to paper: the same text in its order, without what needs a screen."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import nbformat
import pytest

from course.content import ContentError
from course.figures.chart import PLOTLY
from course.questions.spec import find
from course.teach import paper
from course.teach.guides import Guide, Task, guides_folder, read_guide
from course.teach.prose import blocks
from course.teach.source import Cell, Source

if TYPE_CHECKING:
    from course.questions.spec import Question
    from course.teach.paper import Item

READING, CODING = find("3.1"), find("3.8")
FIGURE: dict[str, object] = {"data": [], "layout": {}}
ONE, TWO = (f'<p data-paragraph="{number}"><b>¶{number}</b> Words.</p>' for number in (1, 2))


def text(markdown: str, *tags: str, key: str = "") -> Cell:
    return Cell("", "", tuple(blocks(markdown)), frozenset(tags), key)


def code(source: str, *tags: str) -> Cell:
    return Cell(source, source, (), frozenset(tags))


def guide_with(tasks: tuple[Task, ...] = ()) -> Guide:
    """A guide of which only the tasks are of interest here."""
    ours = read_guide(guides_folder() / "03_how_many.toml")
    return replace(ours, notebook="99_boats", tasks=tasks)


def printed(*cells: Cell, tasks: tuple[Task, ...] = (), **html: str) -> tuple[paper.Part, ...]:
    """Print a source; `html` is what each of its cells shows, by the name that its first line ends with."""
    guide = guide_with(tasks)
    questions: dict[str, Question] = {READING.id: READING, CODING.id: CODING}
    book = nbformat.v4.new_notebook()
    for cell in cells:
        data = {"text/html": html.get(cell.code.partition("\n")[0].rpartition(".")[2].strip("()"), "")}
        if cell.is_code:
            made = nbformat.v4.new_code_cell(cell.code, outputs=[nbformat.v4.new_output("display_data", data)])
            book.cells.append({**made, "id": cell.id})
    return paper.parts(Source("99_boats", cells), guide, questions, nbformat.from_dict(book))


def said(item: Item) -> str:
    return item.html or (item.shown.html if item.shown else "") or (item.question.id if item.question else "")


def lines(*cells: Cell, tasks: tuple[Task, ...] = (), **html: str) -> list[tuple[str, str]]:
    """The items of the one part that is printed."""
    [part] = printed(*cells, tasks=tasks, **html)
    return [(item.kind, said(item)) for item in part.items]


def test_texts_questions_notes_and_what_cells_show_stand_in_their_order() -> None:
    cells = (
        text("# Boats\n\nHello.", "front"),
        text("Read this."),
        code("case.boats"),
        code(f'course.ask("{READING.id}")'),
        code('course.note("a", "Is 1 < 2?")'),
        code('course.note("b")'),
        text("Talk.\n\n1. Who?", "talk"),
    )
    assert lines(*cells, boats="<table></table>") == [
        ("text", "<p>Read this.</p>"),
        ("shown", "<table></table>"),
        ("question", READING.id),
        ("note", "Is 1 &lt; 2?"),
        ("note", "Your own words:"),
        ("text", "<p>Talk.</p>"),
        ("text", "<ol>\n<li>Who?</li>\n</ol>"),
        ("note", ""),
    ]


def test_what_is_filled_in_has_its_place_on_paper() -> None:
    cells = (code('course.open_answer("03")'), code('course.small_task("before")'))
    assert lines(text("Write."), *cells) == [("text", "<p>Write.</p>"), ("open_answer", ""), ("small_task", "")]


def test_what_makes_sense_with_a_kernel_only_is_left_out() -> None:
    names = ("hint", "progress", "hand_in", "check", "save_progress", "restore_progress")
    cells = (code(f"case.boats\ncourse.{name}()") for name in names)
    assert lines(text("Go on."), *cells, boats="<p>Not on paper.</p>") == [("text", "<p>Go on.</p>")]


def test_a_heading_of_a_part_is_its_title_and_a_part_of_nothing_is_left_out() -> None:
    cells = (
        text("## One", key="one"),
        text("### More\n\nIt goes on."),
        text("## Two", key="two"),
        text("## Three", "screen"),
    )
    [part] = printed(*cells, text("Click."))
    assert (part.title, [said(item) for item in part.items]) == ("One", ["<h3>More</h3>", "<p>It goes on.</p>"])


def test_a_part_with_questions_in_code_only_says_that_it_needs_a_computer() -> None:
    coding, reading = (code(f'course.ask("{question.id}")') for question in (CODING, READING))
    assert lines(text("## In code", key="a"), text("Type."), coding) == [("screen", "This part needs a computer.")]
    assert lines(text("## Both", key="a"), coding, reading) == [
        ("screen", f"Question {CODING.id} needs a computer."),
        ("question", READING.id),
    ]


def test_an_explorer_stands_below_its_task_and_tells_no_paragraph_twice() -> None:
    explorer = code("course.explore.boats()")
    read = code("case.read")
    tasks = (Task("race", "Draw *one*."),)
    assert lines(text("## Race", key="race"), read, explorer, tasks=tasks, read=ONE, boats=ONE + TWO) == [
        ("shown", ONE),
        ("task", "<p>Draw <em>one</em>.</p>"),
        ("explorer", TWO),
    ]
    [(kind, words), _] = lines(text("## Other", key="other"), explorer, tasks=tasks, boats=TWO)
    assert (kind, words.startswith("<p>On a computer you can change this.")) == ("task", True)


def test_each_figure_gets_its_own_picture_and_words_get_none() -> None:
    outputs = [
        nbformat.v4.new_output("display_data", {PLOTLY: {**FIGURE, "n": n}, "text/html": "<p>x</p>"}) for n in (1, 2)
    ]
    cells = (code("one"), code("two"), code("words"))
    book = nbformat.v4.new_notebook()
    for cell, shown in zip(cells, [*outputs, nbformat.v4.new_output("stream", text="Four.")], strict=True):
        book.cells.append({**nbformat.v4.new_code_cell(cell.code, outputs=[shown]), "id": cell.id})
    guide = guide_with()
    made = paper.parts(Source("99_boats", cells), guide, {}, nbformat.from_dict(book))
    [part] = paper.with_pictures(made, lambda figures: [f"{figure['n']}".encode() for figure in figures])
    assert [item.picture for item in part.items] == [
        "data:image/svg+xml;base64,MQ==",
        "data:image/svg+xml;base64,Mg==",
        "",
    ]


def test_what_stands_on_the_pages_is_known() -> None:
    made = printed(
        code("case.read"), code(f'course.ask("{READING.id}")'), text("## Two"), code("case.more"), read=ONE, more=TWO
    )
    assert paper.paragraphs_shown(made) == {1, 2}
    assert [question.id for question in paper.asked(made)] == [READING.id]
    assert paper.paragraphs_shown(()) == set()


def test_a_solution_that_is_not_of_the_source_is_told_and_a_cell_that_only_learners_have_is_none_of_it() -> None:
    guide = guide_with()
    empty = nbformat.v4.new_notebook()
    assert paper.parts(Source("99_boats", (code("answer = ...", "learner"),)), guide, {}, empty) == ()
    with pytest.raises(ContentError, match="solutions/99_boats.ipynb: it is not up to date .* Run: course build 99"):
        paper.parts(Source("99_boats", (code("case.boats"),)), guide, {}, empty)
