"""A chart: a figure with its text, its table and its source, shown without plotly until somebody asks for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd
import plotly.graph_objects as go
import pytest
from IPython.core.interactiveshell import InteractiveShell
from IPython.utils.capture import capture_output

import course
from course.figures.chart import MOST_PARAGRAPHS, MOST_ROWS, PLOTLY, Chart, source_of, table_html
from course.figures.figure import Picture, scatter
from tests.invented import ferry

if TYPE_CHECKING:
    from course.case import Case

TABLE = pd.DataFrame({"what": ["<ferry>"], "paragraph": pd.array([3], dtype="Int64")})


@pytest.fixture
def chart() -> Chart:
    """A chart of one mark."""
    return Chart(
        Picture([scatter(x=[1], y=[2])], {"title": {"text": "One"}}), "One ferry.\n- It waits.", TABLE, "Source: me."
    )


def test_what_a_person_would_say_of_it_ends_with_the_source(chart: Chart) -> None:
    assert str(chart) == repr(chart) == "One ferry.\n- It waits.\nSource: me."


def test_under_the_figure_stand_text_source_and_table_as_plain_text(chart: Chart) -> None:
    page = chart.to_html()
    places = [page.index(said) for said in ("One ferry.", "<li>It waits.</li>", "Source: me.", "&lt;ferry&gt;")]
    assert places == sorted(places)
    assert "<ferry>" not in page


def test_a_figure_of_plotlys_becomes_plain_values() -> None:
    made = Chart(go.Figure(go.Scatter(x=[1], y=[2])), "One.", TABLE, "Source: me.")
    assert made.picture.traces == [{"type": "scatter", "x": [1], "y": [2]}]
    assert isinstance(made.figure, go.Figure)


def test_a_chart_in_a_notebook_is_a_figure_and_then_its_words(case: Case) -> None:
    InteractiveShell.instance()
    with capture_output() as captured:
        course.charts.how_many(case)._ipython_display_()
    figure, words = (output.data for output in captured.outputs)
    assert figure[PLOTLY]["layout"]["xaxis"]["title"]["text"] == "soldiers"
    assert "text/html" not in figure, "the figure brings no script of its own"
    assert "<details><summary>The same as a table</summary>" in words["text/html"]


def test_the_figure_is_labelled_with_the_first_line_and_both_outputs_have_the_words(chart: Chart) -> None:
    InteractiveShell.instance()
    with capture_output() as captured:
        chart._ipython_display_()
    figure, words = (output.data for output in captured.outputs)
    assert figure[PLOTLY]["config"] == {"displayModeBar": False}
    assert figure["text/plain"] == words["text/plain"] == str(chart)
    assert "application/vnd.jupyter.widget-view+json" in figure


def test_a_chart_is_shown_without_a_figure_and_its_figure_is_made_once(
    case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[Picture] = []

    def to_figure(picture: Picture) -> object:
        made.append(picture)
        return object()

    monkeypatch.setattr(Picture, "to_figure", to_figure)
    InteractiveShell.instance()
    chart = course.charts.who_says(case)
    with capture_output():
        chart._ipython_display_()
    assert not made
    assert chart.figure is chart.figure
    assert made == [chart.picture]


@pytest.mark.parametrize(
    ("paragraphs", "named"), [([10, 2, 10], "paragraphs 2, 10"), ([4], "paragraphs 4"), ([], "paragraphs none")]
)
def test_a_caption_names_each_paragraph_once_and_a_case_by_its_title(paragraphs: list[int], named: str) -> None:
    rows = [{"paragraph": paragraph} for paragraph in paragraphs]
    assert source_of(rows, ferry(), "events") == f"Source: table events of the case “A ferry”, {named}."
    assert source_of(rows, pd.DataFrame(rows)) == f"Source: table troops, {named}."


def test_a_blank_in_the_table_says_not_stated() -> None:
    html = table_html(pd.DataFrame({"a": pd.array([1000, None], dtype="Int64")}))
    assert "1,000" in html
    assert "not stated" in html


def test_a_table_has_all_its_rows() -> None:
    assert table_html(pd.DataFrame({"n": [f"row {n}." for n in range(300)]})).count("row ") == 300


def test_of_very_many_rows_the_page_has_the_first_and_counts_the_rest() -> None:
    many = pd.DataFrame({"what": [f"ferry {number}" for number in range(MOST_ROWS + 5)]})
    page = table_html(many)
    assert page.count("<tr>") == MOST_ROWS + 1
    assert "and 5 more rows" in page
    rows = [{"paragraph": number} for number in range(1, MOST_PARAGRAPHS + 3)]
    assert source_of(rows, many).endswith("2 more.")
