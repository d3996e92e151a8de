"""From a source to a learner's notebook and a solution, the same at every run."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import nbformat
import pytest

from course import content
from course.content import ContentError
from course.figures.chart import PLOTLY
from course.questions.spec import questions
from course.teach import build, stills

if TYPE_CHECKING:
    from pathlib import Path

NOTEBOOKS = content.notebooks_folder()
HEADER = "---\nkernelspec:\n  name: python3\n  display_name: Python 3\n  language: python\n---\n\n"
SOURCE = f"""{HEADER}# A title

```{{code-cell}} python
shared = 1
```

```{{code-cell}} python
:tags: [learner]

answer = ...
```

```{{code-cell}} python
:tags: [solution]

answer = shared + 1
answer
```
"""


@pytest.fixture
def source(tmp_path: Path) -> Path:
    folder = tmp_path / "notebooks" / "source"
    folder.mkdir(parents=True)
    path = folder / "99_test.md"
    path.write_text(SOURCE, encoding="utf-8")
    return path


def built(source: Path) -> dict[str, build.Built]:
    return {each.name: each for each in build.build(source.parents[1])}


def test_the_learner_gets_no_answer_and_the_solution_has_its_output(source: Path) -> None:
    both = built(source)
    assert "answer = ..." in both["99_test.ipynb"].text
    assert "shared + 1" not in both["99_test.ipynb"].text
    solution = nbformat.reads(both["solutions/99_test.ipynb"].text, as_version=4)
    assert [cell.source for cell in solution.cells] == ["# A title", "shared = 1", "answer = shared + 1\nanswer"]
    assert solution.cells[-1].outputs[0]["data"]["text/plain"] == "2"


def test_one_notebook_can_be_built_alone(source: Path) -> None:
    folder = source.parents[1]
    (folder / "source" / "98_broken.md").write_text("not read", encoding="utf-8")
    names = {built.path.stem for built in build.build(folder, [source.stem[:2]])}
    assert names == {source.stem}
    with pytest.raises(ContentError, match="There is no source '77'"):
        list(build.build(folder, ["77"]))


def test_building_twice_changes_nothing(source: Path) -> None:
    for each in built(source).values():
        assert build.write(each) == f"{each.name}: written"
    assert [build.write(each) for each in built(source).values()] == [None, None]


def test_what_is_out_of_date_is_shown_as_a_diff(source: Path) -> None:
    for each in built(source).values():
        build.write(each)
    source.write_text(SOURCE.replace("shared = 1", "shared = 2"), encoding="utf-8")
    diff = built(source)["99_test.ipynb"].diff()
    assert '-    "shared = 1"' in diff
    assert '+    "shared = 2"' in diff
    assert "99_test.ipynb (on disk)" in diff


def test_a_notebook_that_was_worked_in_is_kept(source: Path) -> None:
    for each in built(source).values():
        build.write(each)
    mine = source.parents[1] / "99_test.ipynb"
    notebook = nbformat.read(mine, as_version=4)
    notebook.cells[1].execution_count = 7
    nbformat.write(notebook, mine)
    said = [build.write(each) for each in built(source).values()]
    assert said[0] == "99_test.ipynb: written; your worked-in copy is 99_test-mine-1.ipynb"
    assert '"execution_count": 7' in mine.with_name("99_test-mine-1.ipynb").read_text(encoding="utf-8")


def test_what_is_for_paper_is_in_no_notebook_and_no_mark_is(source: Path) -> None:
    screen, paper = '+++ {"tags": ["screen"]}\n\nClick.\n', '+++ {"tags": ["paper"]}\n\nWrite.\n'
    source.write_text(SOURCE.replace("# A title\n", f"# A title\n\n{screen}\n{paper}"), encoding="utf-8")
    for each in built(source).values():
        cells = nbformat.reads(each.text, as_version=4).cells
        assert [cell.source for cell in cells[:3]] == ["# A title", "Click.", "shared = 1"]
        assert not any(cell.metadata.keys() - {"jupyter"} for cell in cells)


def test_a_mark_that_is_not_known_is_refused(source: Path) -> None:
    source.write_text(SOURCE.replace("[solution]", "[solutoin]"), encoding="utf-8")
    with pytest.raises(
        ContentError, match=re.escape("99_test.md, cell 4: 'solutoin' is not a tag. Did you mean 'solution'?")
    ):
        built(source)


def test_a_solution_that_fails_is_refused(source: Path) -> None:
    source.write_text(SOURCE.replace("shared + 1", "shared / 0"), encoding="utf-8")
    with pytest.raises(ContentError, match=r"99_test\.md: a cell of the solution fails"):
        built(source)


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ("case.troops", "the solution's answer to question 0.2 is judged ✗, not right"),
        (None, "question 0.2 is not answered in the solution"),
    ],
)
def test_a_solution_with_a_wrong_or_missing_answer_is_refused(source: Path, answer: str | None, said: str) -> None:
    text = (NOTEBOOKS / "source" / "00_start_here.md").read_text(encoding="utf-8")
    old = 'answer = len(case.actors)\ncourse.check("0.2", answer)'
    assert old in text
    new = f'course.check("0.2", len({answer}))' if answer else "1"
    source.unlink()
    (source.parent / "00_start_here.md").write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(ContentError, match=re.escape(said)):
        built(source)


def learner_notebooks() -> list[Path]:
    return sorted(NOTEBOOKS.glob("[0-9][0-9]_*[a-z].ipynb"))


@pytest.mark.parametrize("notebook", learner_notebooks(), ids=lambda n: n.stem)
def test_a_learners_notebook_has_no_outputs_and_no_solution(notebook: Path) -> None:
    cells = nbformat.read(notebook, as_version=4).cells
    code = [cell for cell in cells if cell.cell_type == "code"]
    assert all(not cell.outputs and cell.execution_count is None for cell in code)
    assert all(len(cell.source.splitlines()) <= 12 for cell in code)
    solution = nbformat.read(NOTEBOOKS / "solutions" / notebook.name, as_version=4).cells
    only_in_solution = {cell.source for cell in solution} - {cell.source for cell in cells}
    assert len(only_in_solution) >= 2
    checks = [cell.source for cell in code if "course.check(" in cell.source]
    assert all("= ..." in source for source in checks)


@pytest.mark.parametrize("notebook", learner_notebooks(), ids=lambda n: n.stem)
def test_each_question_is_asked_in_its_notebook_and_answered_in_its_solution(notebook: Path) -> None:
    asked = set(re.findall(r'course\.(?:ask|check)\(\\"(\d+\.\d+)', notebook.read_text(encoding="utf-8")))
    spec = {q.id for q in questions().values() if q.notebook == notebook.stem}
    assert asked == spec
    solution = nbformat.read(NOTEBOOKS / "solutions" / notebook.name, as_version=4)
    assert build.verdicts(solution) == dict.fromkeys(spec, "✓")


@pytest.mark.parametrize("notebook", learner_notebooks(), ids=lambda n: n.stem)
def test_links_between_notebooks_lead_somewhere(notebook: Path) -> None:
    for link in re.findall(r"\]\(([^)]+\.ipynb)\)", notebook.read_text(encoding="utf-8")):
        assert (NOTEBOOKS / link).exists()


def test_the_solutions_hold_no_widget_and_no_script() -> None:
    for solution in (NOTEBOOKS / "solutions").glob("*.ipynb"):
        text = solution.read_text(encoding="utf-8")
        assert "widget-view" not in text
        assert "<script" not in text
        assert json.loads(text)["metadata"] == {"kernelspec": build.KERNEL}
        pictures = [
            still for output in outputs(json.loads(text)) if (still := output.get("data", {}).pop("image/png", ""))
        ]
        assert len(text) - sum(map(len, pictures)) < 340_000, "the two maps of one notebook are the largest"
        assert max(map(len, pictures), default=0) < 340_000


def test_each_figure_of_a_solution_has_a_still_that_was_made_from_it() -> None:
    found = 0
    for solution in (NOTEBOOKS / "solutions").glob("*.ipynb"):
        figures = [
            each for each in outputs(json.loads(solution.read_text(encoding="utf-8"))) if PLOTLY in each.get("data", {})
        ]
        for figure in figures:
            assert figure["metadata"]["image/png"] == {"made_from": stills.digest(figure["data"][PLOTLY])}
            assert figure["data"]["image/png"].startswith("iVBOR"), "a PNG"
        found += len(figures)
    assert found > 15


def outputs(notebook: dict[str, Any]) -> list[dict[str, Any]]:
    """The outputs of all cells of a notebook."""
    return [output for cell in notebook["cells"] for output in cell.get("outputs", [])]


def test_the_sources_are_all_built() -> None:
    sources = {path.stem for path in (NOTEBOOKS / "source").glob("*.md")}
    assert sources == {path.stem for path in learner_notebooks()}


def test_the_glossary_is_a_page_with_every_term_and_a_link_to_its_notebook() -> None:
    page = build.glossary_page()
    [cell] = page.cells
    assert "### hedge\n\nA small word that makes a number less exact" in cell.source.replace("\n\n ", "\n\n")
    assert "([notebook 03](03_how_many.ipynb))" in cell.source
    assert (NOTEBOOKS / "glossary.ipynb").read_text(encoding="utf-8") == build.as_text(page)
