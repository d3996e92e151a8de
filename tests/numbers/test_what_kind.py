"""What kind of number: each mention stands in the field of its status and of stock or flow."""

from __future__ import annotations

from typing import TYPE_CHECKING

import course
from course.figures.chart import figure_json
from course.figures.style import SOFT_INK, colours
from tests.invented import ferry, table

if TYPE_CHECKING:
    from course.case import Case


def test_each_mention_stands_in_the_field_of_its_kind(case: Case) -> None:
    chart = course.charts.what_kind(case)
    [points] = figure_json(chart.figure)["data"]
    where = {
        said.split("“")[1].rstrip("”"): (line, column)
        for said, line, column in zip(points["customdata"], points["y"], points["x"], strict=True)
    }
    assert len(where) == len(case.troops)
    stock, flow = where["up to 1,000 troops from various"], where["plans to send troops to Romania"]
    assert stock[0] == flow[0], "both are proposed"
    assert (stock[1], flow[1]) == (0, 1)
    assert "Announced, flow, target: Extra US troops for Poland and Romania (nearly 3,000)." in chart.text
    assert list(chart.table["size"])[:2] == ["not stated", "more than 100,000"]


def test_fields_of_one_status_stand_side_by_side_and_statuses_below_each_other() -> None:
    rows = [
        {"status": "existing", "stock_flow": "flow", "paragraph": 3},
        {
            "number": 40,
            "hedge": "up to",
            "measure": "ceiling",
            "label": "Cooks of the ferry and of all the boats beside it",
        },
        {"stock_flow": "flow"},
        {},
    ]
    chart = course.charts.what_kind(ferry(troops=rows))
    [points] = chart.picture.traces
    assert list(zip(points["x"], points["y"], strict=True)) == [(0, 0), (0, 1), (1, 0), (1, 2)]
    assert points["marker"]["color"] == [colours("statuses")["present"]] * 3 + [colours("statuses")["existing"]]
    note = f" <span style='color:{SOFT_INK}'>¶1: up to 40, ceiling</span>"
    assert points["text"][0] == f"  Cooks of the ferry and of all the<br>  boats beside it{note}"
    assert len(points["text"][2].split("<br>")) == 1
    axis = chart.picture.layout["yaxis"]
    assert (axis["ticktext"], axis["tickvals"]) == (["present", "existing"], [0.5, 2])
    assert [rule["y0"] for rule in chart.picture.layout["shapes"]] == [-0.5, 1.5]
    assert chart.text == (
        "4 mentions of soldiers in 4 kinds.\n- Present, stock, ceiling: Cooks of the ferry and of all the boats beside it "
        "(up to 40).\n- Present, stock: t4 (not stated).\n- Present, flow: t3 (not stated).\n- Existing, flow: t1 (not stated)."
    )
    assert list(chart.table["stock or flow"]) == ["flow", "stock", "flow", "stock"], "in the order of the table"


def test_no_mention_and_blanks_are_said(case: Case) -> None:
    assert course.charts.what_kind(case.troops.head(0)).text == "There is no mention of a count to sort."
    blanks = case.troops[case.troops["number"].isna()]
    assert course.charts.what_kind(blanks).text.count("(not stated)") == 5


def test_rows_of_a_table_will_do() -> None:
    chart = course.charts.what_kind(table("troops", {"number": 40}))
    assert chart.text == "1 mention of soldiers in 1 kind.\n- Present, stock: t1 (40)."
    assert chart.caption == "Source: table troops, paragraphs 1."


def test_a_long_note_has_a_line_of_its_own_so_that_it_stays_in_its_column() -> None:
    row = {"number": 1_000_000, "hedge": "more than", "measure": "strength", "label": "Cooks of the whole ferry line"}
    [points] = course.charts.what_kind(ferry(troops=[row])).picture.traces
    assert points["text"][0].split("<br>")[1].startswith(f"  <span style='color:{SOFT_INK}'>¶1: more than 1,000,000")
