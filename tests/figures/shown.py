"""What a page shows of an explorer, read from its widget, as `panel.js` reads it."""

from __future__ import annotations

from tempfile import mkdtemp
from typing import TYPE_CHECKING, Any
from unittest.mock import patch

import plotly.graph_objects as go

import course
from course.evidence.reader import Reader
from course.figures.panel import FigurePanel
from course.teach.kit.notebook import of_a_case

if TYPE_CHECKING:
    from course.case import Case
    from course.figures.explorer import Explorer


def picture(explorer: Explorer[Any]) -> dict[str, Any]:
    """The picture as plain JSON: data, layout, label and what it listens to."""
    assert isinstance(explorer.widget, FigurePanel)
    return explorer.widget.picture


def opened(name: str, case: Case) -> Any:
    """An explorer, of a case where it is one of such; the desk with two rows on it, in a folder of its own."""
    if name == "coding_desk":
        desk = course.explore.coding_desk(course.load("amber-ferry"), folder=mkdtemp())
        report = desk.desk.report
        assert report
        for paragraph, words in ((1, "More than 900 soldiers"), (2, "up to 60 beds")):
            start = report.text[paragraph].index(words)
            desk.do("row", paragraph=paragraph, start=start, end=start + len(words))
            desk.do("change", row=desk.settings.row, column="status", value="present")
        return desk
    return getattr(course.explore, name)(*([case] if name in of_a_case(course.explore) else []))


def figure(explorer: Explorer[Any]) -> go.Figure:
    """The figure that the page draws."""
    shown = picture(explorer)
    return go.Figure(shown["data"], shown["layout"])


def reader(explorer: Explorer[Any]) -> Reader:
    """The page of the evidence reader, which has no figure."""
    assert isinstance(explorer.widget, Reader)
    return explorer.widget


def outline(explorer: Explorer[Any]) -> list[tuple[str, list[str]]]:
    """What stays whatever is set: the name and the keys of each trace, in their order."""
    return [(trace.get("name", ""), sorted(trace)) for trace in picture(explorer)["data"]]


def controls(explorer: Explorer[Any]) -> dict[str, dict[str, Any]]:
    """Each control as it is now, by its name: as it was at first, its value, and what has changed since."""
    values, more = explorer.widget.values, explorer.widget.more
    return {
        part["name"]: {"disabled": False, **part, "value": values[part["name"]], **more.get(part["name"], {})}
        for part in explorer.widget.parts
        if "label" in part
    }


def labels(explorer: Explorer[Any]) -> list[str]:
    """The label of each control, in the order of the page."""
    return [control["label"] for control in controls(explorer).values()]


def options(explorer: Explorer[Any], name: str) -> dict[str, str]:
    """What a control offers: keys and texts."""
    return dict(controls(explorer)[name]["options"])


def displayed(explorer: Explorer[Any]) -> dict[str, Any]:
    """What a notebook shows where an explorer stands last in a cell: the widget and its still, and then the words."""
    outputs: list[dict[str, Any]] = []

    def display(data: dict[str, Any], *, raw: bool) -> None:
        assert raw
        outputs.append(data)

    with patch("course.figures.chart.display", display):
        explorer._ipython_display_()
    first, words = outputs
    assert "application/vnd.jupyter.widget-view+json" in first
    return {**first, "text/html": words["text/html"]}
