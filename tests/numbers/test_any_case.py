"""The charts and explorers of counts on a flood: titles, axes, units and sentences are those of the case."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pandas as pd
import pytest

import course
from course.content import ContentError
from tests.figures.shown import controls, figure, options
from tests.flood import counts, flood
from tests.invented import ferry

if TYPE_CHECKING:
    from collections.abc import Callable

    from course.charts import Chart

CHARTS: list[Callable[..., Chart]] = [
    course.charts.how_many,
    course.charts.what_kind,
    course.charts.what_the_sum_hides,
]
EXPLORERS = [course.explore.adding_machine, course.explore.chart_lab]
TALL = 2400
"""Three screens, in pixels."""


def axis_of(chart: Chart) -> str:
    return str(chart.picture.layout["xaxis"]["title"]["text"])


def title_of(chart: Chart) -> str:
    return str(chart.picture.layout["title"]["text"])


@pytest.mark.parametrize("draw", [*CHARTS, *EXPLORERS])
def test_nothing_of_another_report_is_said(draw: Callable[..., object]) -> None:
    made = draw(flood())
    said = f"{getattr(made, 'words', made)}{getattr(made, 'picture', '')}{getattr(made, 'figure', '')}"
    assert not re.search("soldier|troop|forces? |Russia|France", said)
    assert "people" in said or "Happened" in said or "Nothing is ticked" in said


@pytest.mark.parametrize("draw", [*CHARTS, *EXPLORERS])
def test_a_case_with_no_counts_says_so_in_a_sentence(draw: Callable[..., object]) -> None:
    empty = ferry()
    empty._tables = {"events": empty.events}
    with pytest.raises(ContentError, match="ferry has no table of counts, so there is nothing to add up"):
        draw(empty)


@pytest.mark.parametrize(
    ("unit", "title", "axis", "labels"),
    [
        ("people", "How many people?", "people", ["12", "at least 18, no limit above", "3"]),
        ("things", "How many homes?", "homes", ["at least 1,201, no limit above", "300"]),
        ("euros", "Damage: how much?", "damage, in euros", ["€1.08 million to €1.32 million"]),
        ("per cent", "Homes without power: how much?", "homes without power, in per cent", ["12.5%", "40%"]),
    ],
)
def test_an_axis_has_one_unit_and_names_what_is_counted(unit: str, title: str, axis: str, labels: list[str]) -> None:
    chart = course.charts.how_many(flood(), "usual" if unit == "euros" else "strict", unit=unit)
    assert title_of(chart).startswith(title)
    assert axis_of(chart) == axis
    drawn = [text.strip() for text in chart.picture.traces[-1]["text"]]
    assert drawn[: len(labels)] == labels
    assert "An axis has one unit" in chart.text
    assert len(chart.table) == len(drawn)


def test_a_sum_that_cannot_be_is_not_drawn() -> None:
    chart = course.charts.what_the_sum_hides(counts("c9", "c10"))
    assert title_of(chart) == "These mentions have no sum"
    assert not any(name.startswith("Sum") for name in chart.picture.layout["yaxis"]["ticktext"])
    assert chart.text.startswith("There is no sum of these 2 mentions.\nWhat is wrong about adding them:\n- Rivals: ")
    assert list(chart.table["rivals"]) == ["✗", "✗"]
    some = course.charts.what_the_sum_hides(counts("c7"))
    assert [text.strip() for text in some.picture.traces[-1]["text"]] == ["12.5%", "12.5%"]


def test_the_machine_adds_across_units_and_draws_one_of_them() -> None:
    machine = course.explore.adding_machine(flood(), ["c3", "c6", "c2"])
    assert machine.words.startswith(
        "There is no sum of these 3 mentions.\nWhat is wrong about adding them:\n- Different units"
    )
    assert list(options(machine, "unit")) == ["", "people", "things", "euros", "per cent"]
    assert axis_text(machine) == "people"
    machine.set(unit="euros")
    assert axis_text(machine) == "damage, in euros"
    assert "people (2 mentions)" in machine.changed
    with pytest.raises(ValueError, match="There is no unit 'euro'. Did you mean 'euros'"):
        machine.set(unit="euro")
    assert "unit" not in controls(course.explore.adding_machine(counts("c1", "c3")))


def test_the_lab_draws_the_unit_that_is_chosen_and_begins_a_caption_with_its_numbers() -> None:
    lab = course.explore.chart_lab(flood())
    assert "You see 5 mentions as ranges." in lab.words
    lab.widget.give("unit", "things")
    assert lab.changed.startswith("Drawn: homes.")
    assert axis_text(lab) == "homes"
    assert figure(lab).layout.title.text == "How many homes?"
    lab.set(switches=["one kind"])
    assert "homes, of whatever kind" in figure(lab).layout.title.subtitle.text


def axis_text(explorer: course.explore.AddingMachine | course.explore.ChartLab) -> str:
    return str(figure(explorer).layout.xaxis.title.text)


@pytest.mark.parametrize("draw", [*CHARTS, *EXPLORERS])
def test_a_picture_of_very_many_is_three_screens_tall_at_most_and_says_what_is_left_out(
    draw: Callable[..., object],
) -> None:
    many = pd.concat([counts("c1", "c3", "c5")] * 100, ignore_index=True)
    many = many.assign(
        mention=pd.array([f"k{place}" for place in range(300)], dtype="string"),
        label=pd.array(["A very long label that goes on and on " * 4] * 300, dtype="string"),
    )
    made = draw(many)
    drawn: Any = getattr(made, "figure", None)
    assert drawn.layout.height <= TALL
    assert re.search("left out|Nothing is ticked|Left out", str(getattr(made, "words", made)), re.IGNORECASE)


def test_a_long_list_has_what_is_ticked_and_says_how_many_there_are() -> None:
    many = pd.concat([counts("c1")] * 100, ignore_index=True)
    many["mention"] = pd.array([f"k{place}" for place in range(100)], dtype="string")
    machine = course.explore.adding_machine(many, ["k99"])
    assert "k99" in options(machine, "mentions")
    assert len(options(machine, "mentions")) == 37
    assert machine.words.endswith("The list has 37 of 100 mentions, the first in the order of the table.")


def test_markup_in_what_is_counted_is_shown_as_text() -> None:
    rows = counts("c1").assign(what="<b>bold</b> & more")
    for drawn in (
        course.charts.how_many(rows).picture.layout,
        figure(course.explore.chart_lab(rows, ["one kind"])).layout,
    ):
        said = f"{drawn['title']}{drawn['xaxis']['title']}"
        assert "<b>" not in said
        assert said.count("&lt;b&gt;bold") >= 2
