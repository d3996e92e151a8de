"""What kind of number, and who says what: each mark is a row, each row is said and listed."""

from __future__ import annotations

import course
from course.case import Case
from course.figures.chart import figure_json


def test_each_mention_stands_in_the_field_of_its_kind(case: Case) -> None:
    chart = course.charts.what_kind(case)
    [points] = figure_json(chart.figure)["data"]
    where = {
        wording: (line, column)
        for (wording, _), line, column in zip(points["customdata"], points["y"], points["x"], strict=True)
    }
    assert len(where) == len(case.troops)
    stock, flow = where["up to 1,000 troops from various"], where["plans to send troops to Romania"]
    assert stock[0] == flow[0], "both are proposed"
    assert (stock[1], flow[1]) == (0, 1)
    assert "Announced, flow: Extra US troops for Poland and Romania (nearly 3,000)." in chart.text
    assert list(chart.table["size"])[:2] == ["not stated", "more than 100,000"]


def test_statements_are_counted_by_speaker_and_mode(case: Case) -> None:
    chart = course.charts.who_says(case)
    [circles] = figure_json(chart.figure)["data"]
    assert sum(int(count) for count in circles["text"]) == len(case.statements) == len(chart.table)
    assert chart.text.startswith("18 statements, 7 of them quoted.")
    assert "Russia: 1 denied, 1 asserted." in chart.text
    assert chart.figure.layout.yaxis.ticktext[0] == "Emmanuel Macron"
    assert chart.figure.layout.yaxis.ticktext[-1] == "not named"


def test_a_sum_says_what_it_hides_and_marks_what_it_is_about(case: Case) -> None:
    western = case.troops[case.troops["mention"].isin(["m6", "m7", "m9"])]
    chart = course.charts.what_the_sum_hides(western)
    assert chart.figure.layout.title.text == "What does the sum hide? 0 to 7,999"
    assert chart.figure.data[-1].text[-1].strip() == "0 to 7,999"
    assert chart.text.startswith("Sum of 3 mentions, strict reading: 0 to 7,999.")
    assert list(chart.table["ceiling"]) == ["✗", "✗", ""]
    assert list(chart.table["flow with stocks"]) == ["", "", "✗"]
    assert "<li>Ceiling: 2 numbers" in chart.to_html()


def test_a_sum_of_a_case_takes_the_mentions_with_a_number(case: Case) -> None:
    chart = course.charts.what_the_sum_hides(case)
    assert chart.text.startswith("Sum of 4 mentions, strict reading: at least 100,001, no limit above.")
    assert course.charts.what_the_sum_hides(case.troops.head(0)).text == "There is nothing to add."


def test_events_are_drawn_over_the_days_on_which_they_can_have_been(case: Case) -> None:
    chart = course.charts.when(case)
    drawn = {trace["name"]: trace for trace in figure_json(chart.figure)["data"][:-1]}
    assert drawn["scheduled"]["x"] == ["2022-02-03", "2022-02-04", None] * 2, "a day is drawn whole"
    assert len(drawn["no date given"]["y"]) == 3 * 7
    assert drawn["ends"]["marker"]["symbol"][:4] == ["triangle-left", "line-ns", "triangle-left", "triangle-right"]
    [band] = chart.figure.layout.shapes
    assert (band.x0, band.x1) == ("2022-02-02 18:00", "2022-02-03 18:00")
    assert chart.text.startswith(
        "17 events, 7 of them without a date. The report was written between the evenings of 2 Feb"
    )
    assert "- Scheduled, 3 Feb 2022 (“Thursday”): Le Drian meets nine ministers." in chart.text
    assert len(chart.table) == len(case.events)


def test_a_case_without_a_day_of_writing_or_without_events_is_drawn(case: Case) -> None:
    tables = {name: case.table(name) for name in ("events", "actors")}
    unknown = course.charts.when(Case("x", "X", {}, tables))
    assert unknown.figure.layout.shapes == ()
    assert "written" not in unknown.text
    empty = course.charts.when(Case("x", "X", {}, {**tables, "events": case.events.head(0)}))
    assert empty.text == "There is no event to draw."


def test_who_is_named_and_who_speaks(case: Case) -> None:
    chart = course.charts.who_is_quoted(case)
    assert chart.text.startswith("27 actors are named, 6 speak, 2 are quoted as persons.")
    assert "- Quoted: Emmanuel Macron, Jean-Yves Le Drian." in chart.text
    silent = chart.text.split("never a speaker: ")[1]
    assert all(name in silent for name in ("Ukraine", "Vladimir Putin", "Volodymyr Zelensky", "Joe Biden"))
    speaks = next(trace for trace in chart.figure.data if trace.name == "speaks")
    assert len(speaks.x) == 6
    table = chart.table.set_index("actor")
    assert (
        table.loc["Emmanuel Macron", "paragraphs in which it speaks"]
        == case.statements.query("speaker == 'macron'")["paragraph"].nunique()
    )


def test_no_actor_and_no_relation_are_said(case: Case) -> None:
    tables = {name: case.table(name).head(0) for name in ("actors", "troops", "statements", "relations", "events")}
    empty = Case("x", "X", {}, tables)
    assert course.charts.who_is_quoted(empty).text == "There is no actor to draw."
    assert course.charts.who_deals_with_whom(empty).text == "There is no relation to draw."
    assert course.charts.who_says(empty).text == "There is no statement to count."


def test_no_mention_and_blanks_are_said(case: Case) -> None:
    assert course.charts.what_kind(case.troops.head(0)).text == "There is no mention of a force to sort."
    blanks = case.troops[case.troops["number"].isna()]
    assert course.charts.what_kind(blanks).text.count("(not stated)") == 5
