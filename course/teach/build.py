"""From the sources to the learner's notebooks and the solutions."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from difflib import unified_diff
from html import escape
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import jupytext
import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError

from course.content import ContentError, did_you_mean
from course.questions import glossary, keeping
from course.questions.judge import SIGNS, State
from course.questions.spec import lessons, questions
from course.say import count
from course.teach import stills
from course.teach.folds import folded
from course.teach.links import PAGE, anchors, heading, linked
from course.teach.marks import IN_CODE, KEY, NOT_LEARNERS, NOT_SOLVED, OPEN, check

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path

SOLUTIONS = "solutions"
KEPT = "-mine-"
KERNEL = {"display_name": "Python 3", "language": "python", "name": "python3"}
WIDGET_VIEW = "application/vnd.jupyter.widget-view+json"
VERDICT = re.compile(r"^(?P<id>\d+\.\d+)  (?P<sign>\S) ")
SECONDS_A_CELL = 120
DIFF_LINES = 60
NEEDS_BROWSER = "Run course build where there is a Chromium."
Draw = Callable[[Sequence[dict[str, Any]]], list[bytes]]
"""What makes stills of figures."""


@dataclass(frozen=True)
class Built:
    """One generated file: where it belongs and its text."""

    path: Path
    text: str
    no_still: int = 0
    """How many of its figures have no still."""

    @property
    def name(self) -> str:
        """The file's name, with `solutions/` before it where it is one."""
        folder = self.path.parent.name
        return f"{folder}/{self.path.name}" if folder == SOLUTIONS else self.path.name

    def differs(self) -> bool:
        """Return whether the file on disk is missing or is another one, or a figure in it has no still."""
        return bool(self.no_still) or not self.path.exists() or self.path.read_text(encoding="utf-8") != self.text

    def diff(self) -> str:
        """Return what would change on disk, as a unified diff, cut where it is long."""
        old = self.path.read_text(encoding="utf-8").splitlines() if self.path.exists() else []
        lines = list(
            unified_diff(old, self.text.splitlines(), f"{self.name} (on disk)", "from the source", "", "", 1, "")
        )
        more = [f"… and {len(lines) - DIFF_LINES} more lines"] if len(lines) > DIFF_LINES else []
        stills = [f"{self.name}: {count(self.no_still, 'figure')} without a still. {NEEDS_BROWSER}"] * bool(
            self.no_still
        )
        return "\n".join(lines[:DIFF_LINES] + more + stills)


def build(notebooks: Path, only: Sequence[str] = (), draw: Draw | None = None) -> Iterator[Built]:
    """Make both notebooks of every source, without writing them.

    Parameters
    ----------
    notebooks
        The folder with `source/*.md`; the learner's notebooks belong into it, the solutions into its
        folder `solutions`.
    only
        How the names of the sources begin that are built, such as `03`; all where none is given.
    draw
        What makes stills of figures that have none yet, such as `course.teach.stills.draw_png`.

    Raises
    ------
    ContentError
        No source has a name that begins so, a source is not marked as it should be, a cell of a solution fails, an
        answer of a solution is not right, or a question of a spec is not answered in its solution.
    """
    sources = sorted((notebooks / "source").glob("*.md"))
    for start in only:
        if not any(source.stem.startswith(start) for source in sources):
            message = f"There is no source {start!r}. {did_you_mean(start, [source.stem for source in sources])}"
            raise ContentError(message)
    for source in sources:
        if only and not source.stem.startswith(tuple(only)):
            continue
        pages = read_source(source)
        yield Built(notebooks / f"{source.stem}.ipynb", as_text(for_learner(pages)))
        solution = notebooks / SOLUTIONS / f"{source.stem}.ipynb"
        made = solved(pages, source)
        no_still = stills.lay(made, nbformat.read(solution, as_version=4) if solution.exists() else None, draw)
        yield Built(solution, as_text(made), no_still)
    if not only and (notebooks / "exercises" / "glossary.csv").is_file():
        yield Built(notebooks / PAGE, as_text(glossary_page()))


def strays(notebooks: Path) -> list[str]:
    """Return a sentence for each notebook and each spec that has no source; worked-in copies are not counted."""
    sources = {path.stem for path in (notebooks / "source").glob("*.md")}
    pages = sorted([*notebooks.glob("*.ipynb"), *(notebooks / SOLUTIONS).glob("*.ipynb")])
    made = {*sources, PAGE.removesuffix(".ipynb")}
    without = [str(path.relative_to(notebooks)) for path in pages if path.stem not in made and KEPT not in path.stem]
    specs = sorted({question.notebook for question in questions().values()} - sources)
    return [
        *(f"{name}: there is no source for it in notebooks/source." for name in without),
        *(f"exercises for {name!r}: there is no source of that name. {did_you_mean(name, sources)}" for name in specs),
    ]


def glossary_page() -> nbformat.NotebookNode:
    """Return the glossary as a notebook of text, for a learner to open beside the others."""
    names = {lesson.number: lesson.notebook for lesson in lessons()}
    terms = [
        f"### {heading(term.term)}\n\n{term.term.removeprefix(heading(term.term))}"
        f" {escape(term.meaning, quote=False)} ([notebook {term.notebook}]({names[term.notebook]}.ipynb))"
        for term in glossary.read()
    ]
    text = "# Glossary\n\nThe terms of the course, each in a sentence, with the notebook that explains it."
    cells = [nbformat.v4.new_markdown_cell("\n\n".join([text, *terms]), id="cell-01")]
    return nbformat.v4.new_notebook(metadata={"kernelspec": KERNEL}, cells=cells)


def write(built: Built) -> str | None:
    """Write a generated file and return a line on it, or None where it is up to date.

    A notebook that somebody has worked in is kept beside it under another name.
    """
    if not built.differs():
        return None
    kept = _keep_if_worked_in(built.path)
    built.path.parent.mkdir(parents=True, exist_ok=True)
    built.path.write_text(built.text, encoding="utf-8", newline="\n")
    stills_ = f"; {count(built.no_still, 'figure')} without a still" if built.no_still else ""
    return f"{built.name}: written{f'; your worked-in copy is {kept.name}' if kept else ''}{stills_}"


def read_source(source: Path) -> nbformat.NotebookNode:
    """Return a source as a notebook, its cells named by their place, its marks checked."""
    pages = jupytext.read(source, fmt="md:myst")
    for number, cell in enumerate(pages.cells, start=1):
        cell.id = f"cell-{number:02}"
    check(pages, source.name)
    return pages


def for_learner(pages: nbformat.NotebookNode) -> nbformat.NotebookNode:
    """Return the notebook that a learner opens: no answers, no outputs, and code in sight where it is to be read.

    Each term of the glossary is a link where it comes up first.
    """
    notebook = _without(pages, NOT_LEARNERS)
    opened, part = {cell.id for cell in pages.cells if OPEN in cell.metadata.get("tags", [])}, ""
    keys = {cell.id: cell.metadata[KEY] for cell in pages.cells if KEY in cell.metadata}
    left = anchors()
    for cell in notebook.cells:
        if cell.cell_type == "markdown":
            cell.source, left = linked(cell.source, left)
        part = keys.get(cell.id, part)
        if cell.cell_type == "code" and part != IN_CODE and cell.id not in opened:
            cell.metadata["jupyter"] = {"source_hidden": True}
    return notebook


def solved(pages: nbformat.NotebookNode, source: Path) -> nbformat.NotebookNode:
    """Return the notebook with its solutions, run from top to bottom, with outputs that are the same at every run."""
    notebook = _without(pages, NOT_SOLVED)
    with TemporaryDirectory() as folder:
        client = NotebookClient(
            notebook, timeout=SECONDS_A_CELL, resources={"metadata": {"path": folder}}, record_timing=False
        )
        client.extra_arguments = ["--log-level=ERROR"]
        try:
            client.execute(env={**os.environ, keeping.VARIABLE: keeping.IN_MEMORY})
        except CellExecutionError as error:
            message = f"{source.name}: a cell of the solution fails.\n{error}"
            raise ContentError(message) from None
    _check_verdicts(notebook, source)
    notebook.metadata = nbformat.from_dict({"kernelspec": KERNEL})
    for cell in notebook.cells:
        cell.metadata.pop("execution", None)
        for output in cell.get("outputs", []):
            output.get("data", {}).pop(WIDGET_VIEW, None)
    return notebook


def as_text(notebook: nbformat.NotebookNode) -> str:
    """Return a notebook as the text of its file."""
    nbformat.validate(notebook)
    text: str = nbformat.writes(notebook, version=4)
    return text.rstrip("\n") + "\n"


def verdicts(notebook: nbformat.NotebookNode) -> dict[str, str]:
    """Return what the outputs of a notebook say of each question: its id and the sign of its verdict."""
    found = {}
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            if match := VERDICT.match(output.get("data", {}).get("text/plain", "")):
                found[match["id"]] = match["sign"]
    return found


def _without(pages: nbformat.NotebookNode, tags: Collection[str]) -> nbformat.NotebookNode:
    notebook = nbformat.v4.new_notebook(metadata={"kernelspec": KERNEL})
    for cell in pages.cells:
        if any(tag in tags for tag in cell.metadata.get("tags", [])):
            continue
        if cell.cell_type == "code":
            notebook.cells.append(nbformat.v4.new_code_cell(cell.source, id=cell.id))
        else:
            notebook.cells.append(nbformat.v4.new_markdown_cell(folded(cell.source), id=cell.id))
    return notebook


def _check_verdicts(notebook: nbformat.NotebookNode, source: Path) -> None:
    said = verdicts(notebook)
    for question in questions().values():
        if question.notebook != source.stem:
            continue
        sign = said.get(question.id)
        if sign is None:
            message = f"{source.name}: question {question.id} is not answered in the solution."
            raise ContentError(message)
        if sign != SIGNS[State.RIGHT]:
            message = f"{source.name}: the solution's answer to question {question.id} is judged {sign}, not right."
            raise ContentError(message)


def _keep_if_worked_in(path: Path) -> Path | None:
    """Move a learner's notebook that has been run out of the way, under a name that is free."""
    if not path.exists() or path.parent.name == SOLUTIONS:
        return None
    try:
        cells = nbformat.read(path, as_version=4).cells
        worked_in = any(cell.get("execution_count") or cell.get("outputs") for cell in cells)
    except (nbformat.reader.NotJSONError, nbformat.ValidationError):
        worked_in = True
    if not worked_in:
        return None
    number = 1
    while (kept := path.with_name(f"{path.stem}{KEPT}{number}.ipynb")).exists():
        number += 1
    path.rename(kept)
    return kept
