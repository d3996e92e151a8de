"""The notebook of an own case: it reads the case, draws each chart and opens each explorer."""

from __future__ import annotations

import json
from inspect import Parameter, signature
from typing import TYPE_CHECKING, Any

from course import charts, explore

if TYPE_CHECKING:
    from types import ModuleType

SENTENCE_FOR_A_MISSING_TABLE = ["raises-exception"]
"""The tag by which a notebook runs on after a cell that has only a sentence to show."""


def notebook(name: str, title: str) -> str:
    """Return the notebook of a case, as the text of its file; it stands beside the folder of the case."""
    drawn, opened = of_a_case(charts), of_a_case(explore)
    cells = [
        _words(
            "title",
            f"# {title}",
            "",
            "Run all cells: *Run ▸ Run All Cells*. Change a table, save it, and run them again. A chart whose table",
            "has no rows yet says so in a sentence.",
        ),
        _code("case", "import course", "", f'case = course.load("{name}")', "case"),
        _words(
            "read",
            "## Read",
            "",
            "The report in your words. A key lights numbers, the small words before them, who speaks, days.",
        ),
        _code("passage", "case.read()"),
        _words("rows", "## The rows", "", "Each row with the paragraph that it rests on."),
        *(_code(each, f"course.explore.{each}(case)") for each in opened if each == "evidence"),
        _words("charts", "## Charts", "", "Each comes with its text and its table."),
        *(_code(each, f"course.charts.{each}(case)") for each in drawn),
        _words("explorers", "## Explorers", "", "Each is a chart to play with."),
        *(_code(each, f"course.explore.{each}(case)") for each in opened if each != "evidence"),
        _words("sums", "## Sums", "", "What speaks against adding it all up?"),
        _code("sum", "print(course.add_up(case))"),
    ]
    return _as_text(cells)


def of_a_case(face: ModuleType) -> list[str]:
    """Return the names of the charts or the explorers that are made from one case; the desk can do without."""
    calls = {name: getattr(face, name) for name in face.__all__ if name.islower()}
    first = {name: next(iter(signature(call).parameters.values())) for name, call in calls.items()}
    return [name for name, given in first.items() if given.name == "case" and given.default is Parameter.empty]


def _words(key: str, *lines: str) -> dict[str, Any]:
    return {"cell_type": "markdown", "id": key, "metadata": {}, "source": "\n".join(lines)}


def _code(key: str, *lines: str) -> dict[str, Any]:
    metadata = {"tags": SENTENCE_FOR_A_MISSING_TABLE}
    source = "\n".join(lines)
    return {
        "cell_type": "code",
        "id": key,
        "metadata": metadata,
        "source": source,
        "outputs": [],
        "execution_count": None,
    }


def _as_text(cells: list[dict[str, Any]]) -> str:
    kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
    # Where Python has another name, as in a browser alone, the language tells which kernel it is.
    metadata = {"kernelspec": kernel, "language_info": {"name": kernel["language"]}}
    whole = {"cells": cells, "metadata": metadata, "nbformat": 4, "nbformat_minor": 5}
    return f"{json.dumps(whole, indent=1, ensure_ascii=False)}\n"
