"""Pictures in plain values: as JSON holds them, and right by plotly's own rules although nothing is checked at run time."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd
import pytest

import course
from course.figures.chart import figure_json
from course.figures.figure import Picture, plain, scatter
from course.figures.style import template
from tests.figures.hard_tables import ALL_CHARTS, HARD, changed
from tests.figures.shown import opened

if TYPE_CHECKING:
    from collections.abc import Callable

    from course.case import Case

SORTED = (("s1", "asserted"), ("s2", "possible"), ("s13", "denied"))
SETTINGS: dict[str, list[dict[str, Any]]] = {
    "sideways": [{}, {"thing": "us-extra", "reading": "usual"}, {"thing": "disequilibrium"}],
    "adding_machine": [{"mentions": ()}, {"mentions": ("m2", "m3", "m9"), "reading": "usual", "closeness": 0.3}],
    "chart_lab": [
        {"switches": ()},
        {"switches": ("cut axis", "log axis", "plain bars", "no blanks", "one kind")},
        {"mentions": ()},
    ],
    "claim_sorter": [{"statement": "s1"}, {"placed": SORTED, "compared": True}],
    "coding_desk": [{}, {"reading": "usual", "row": "r1"}],
    "contacts": [{"actor": ""}, {"actor": "macron"}, {"kinds": (), "groups": ()}],
    "places": [{"kilometres": 0}, {"place": "romania", "kilometres": 400}, {"statuses": ()}],
    "timeline": [{"word": "this week"}, {"written": "2022-01-20"}, {"show": "said"}],
}
NO_PLOTLY = """
import sys, course
chart = course.charts.where(course.load())
chart._ipython_display_()
print("plotly" in sys.modules)
chart.figure
print("plotly" in sys.modules)
"""


def test_plotly_takes_a_picture_as_it_is_and_refuses_a_mistyped_key() -> None:
    def picture(mode: str, **layout: Any) -> Picture:
        return Picture([scatter(x=[1, None], y=[2, 3], **{mode: "lines"})], {"template": template(), **layout})

    good = picture("mode", title={"text": "A title"})
    assert figure_json(good.to_figure()) == figure_json(good)
    assert good.to_json()["data"] == [{"type": "scatter", "x": [1, None], "y": [2, 3], "mode": "lines"}]
    for bad in (picture("mod"), picture("mode", tittle={"text": "A title"}), picture("mode", hovermode="near")):
        with pytest.raises(ValueError, match=r"mod|tittle|hovermode"):
            bad.to_figure()


@pytest.mark.parametrize(
    ("value", "kept"),
    [
        (pd.NA, None),
        (pd.NaT, None),
        (float("nan"), None),
        (np.float64("nan"), None),
        (float("inf"), None),
        (np.int64(3), 3),
        (np.float64(0.5), 0.5),
        (np.bool_(True), True),  # noqa: FBT003 - the value is what is tested
        (np.array([[1, 2], [3, 4]]), [[1, 2], [3, 4]]),
        (pd.Series([1, None], dtype="Int64"), [1, None]),
        ((1, "a", None), [1, "a", None]),
        ({"marker": {"size": [np.int64(1), pd.NA]}}, {"marker": {"size": [1, None]}}),
        ({"uid": "by chance", "name": "ends"}, {"name": "ends"}),
    ],
)
def test_what_is_sent_is_plain(value: object, kept: object) -> None:
    sent = plain(value)
    assert sent == kept
    assert type(sent) is type(kept)
    assert json.loads(json.dumps(sent, allow_nan=False)) == kept


def test_the_template_is_made_once_and_stays_as_it_is(case: Case) -> None:
    before = json.dumps(template())
    course.charts.how_many(case).figure.update_layout(template={"layout": {"font": {"size": 99}}})
    course.explore.timeline(case).set(word="this week")
    assert template() is template()
    assert json.dumps(template()) == before


def by_plotly(picture: Picture) -> dict[str, Any]:
    """What plotly makes of a picture: it takes all and adds nothing, and leaves out an empty list of shapes."""
    content = figure_json(picture)
    content["layout"] = {key: value for key, value in content["layout"].items() if key != "shapes" or value}
    return content


@pytest.mark.parametrize("draw", ALL_CHARTS, ids=lambda draw: draw.__name__)
@pytest.mark.parametrize("how", ["as it is", "no row", "only blanks"])
def test_every_chart_is_right_by_plotlys_rules(
    case: Case, draw: Callable[[Case], course.charts.Chart], how: str
) -> None:
    chart = draw(changed(case, HARD[how]) if how in HARD else case)
    assert figure_json(chart.figure) == by_plotly(chart.picture)
    assert json.dumps(figure_json(chart.picture), allow_nan=False)


@pytest.mark.parametrize("name", [name for name in course.explore.__all__ if name.islower() and name != "evidence"])
def test_every_explorers_picture_is_right_by_plotlys_rules(case: Case, name: str) -> None:
    explorer = opened(name, case)
    for changes in SETTINGS[name]:
        explorer.set(**changes)
        picture = explorer._picture(explorer.settings)
        assert figure_json(picture.to_figure()) == by_plotly(picture), changes
        assert figure_json(explorer.figure)["data"] == figure_json(picture)["data"], f"{changes}: nothing old stays"


def test_a_kernel_that_shows_a_chart_does_not_load_plotly() -> None:
    done = subprocess.run([sys.executable, "-c", NO_PLOTLY], capture_output=True, encoding="utf-8", check=True)
    assert [line for line in done.stdout.splitlines() if line in {"True", "False"}] == ["False", "True"]
