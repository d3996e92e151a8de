"""Who says what: a circle a speaker and mode, as large as there are statements, filled where one is quoted."""

from __future__ import annotations

import pytest

import course
from course.case import Case
from course.claims.who_says import MOST_ROWS, in_order
from course.content import ContentError
from course.figures.chart import figure_json
from course.figures.style import ACCENT, CARD
from tests.invented import ferry, table


def test_statements_are_counted_by_speaker_and_mode(case: Case) -> None:
    chart = course.charts.who_says(case)
    [circles] = figure_json(chart.figure)["data"]
    assert sum(int(count) for count in circles["text"]) == len(case.statements) == len(chart.table)
    assert chart.text.startswith("18 statements, 7 of them quoted.")
    assert "Russia: 1 denied, 1 asserted." in chart.text
    assert chart.figure.layout.yaxis.ticktext[0] == "Emmanuel Macron"
    assert chart.figure.layout.yaxis.ticktext[-1] == "not named"


def test_a_circle_grows_with_its_statements_and_is_filled_where_one_is_quoted() -> None:
    statements = [
        {"speaker": "ada", "form": "quoted", "wording": "we wait"},
        {"speaker": "ada", "paragraph": 2, "wording": "all of us"},
        {"mode": "denied"},
    ]
    chart = course.charts.who_says(ferry(actors=[{"actor": "ada", "name": "ada"}], statements=statements))
    [circles] = chart.picture.traces
    assert circles["text"] == ["2", "1"]
    assert circles["marker"]["color"] == [ACCENT, CARD]
    assert circles["marker"]["size"] == [34, 28]
    assert circles["customdata"] == [
        "ada: asserted<br>¶1 “we wait”<br>¶2 “all of us”", "not named: denied<br>¶1 “some words”",
    ]  # fmt: skip
    assert chart.text == (
        "3 statements, 1 of them quoted. A filled circle has at least one quotation.\n"
        "- Ada: 2 asserted.\n- Not named: 1 denied."
    )
    assert list(chart.table["mode"]) == ["asserted", "asserted", "denied"]
    assert list(chart.table["form"]) == ["quoted", "reported", "reported"]
    assert chart.caption == "Source: table statements of the case “A ferry”, paragraphs 1, 2."


def test_one_statement_and_none_are_said() -> None:
    assert course.charts.who_says(ferry(statements=[{}])).text.startswith("1 statement, 0 of them quoted.")
    assert course.charts.who_says(ferry()).text == "There is no statement to count."


def test_of_very_many_speakers_those_who_say_most_are_drawn_and_the_rest_is_counted() -> None:
    actors = [
        {"actor": f"a{number}", "name": f"Speaker {number} of <the> Committee for Everything Else"}
        for number in range(50)
    ]
    statements = [{"speaker": f"a{number}"} for number in [*range(50), 49]]
    chart = course.charts.who_says(ferry(actors=actors, statements=statements))
    ticks = chart.figure.layout.yaxis.ticktext
    assert len(ticks) == MOST_ROWS
    assert ticks[0] == "Speaker 49 of &lt;the&gt; Committee for<br>Everything Else"
    assert chart.figure.layout.height <= 2400
    assert chart.text.endswith(f"Drawn: the {MOST_ROWS} speakers with the most statements. 10 more are left out.")


def test_a_case_without_actors_has_the_keys_of_its_speakers_and_one_without_statements_says_so() -> None:
    rows = table("statements", {"speaker": "ada"})
    assert course.charts.who_says(Case("a", "A", {1: "x"}, {"statements": rows})).text.endswith("- Ada: 1 asserted.")
    with pytest.raises(ContentError, match="^b has no table statements, so there is no chart of speakers to draw"):
        course.charts.who_says(Case("b", "B", {1: "x"}, {}))


@pytest.mark.parametrize(
    ("given", "order"),
    [
        (["b", "a", "not named", "not named", "not named", "b"], ["b", "a", "not named"]),
        (["c", "a", "b"], ["a", "b", "c"]),
        ([], []),
    ],
)
def test_who_says_most_comes_first_and_the_unnamed_last(given: list[str], order: list[str]) -> None:
    assert in_order(given) == order
