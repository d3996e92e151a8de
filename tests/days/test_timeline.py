"""The timeline: another day of writing moves the date words that hang on it, and says which."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

import course
from course.case import Case
from course.content import ContentError
from course.days.timeline import MOST_WORDS, STEPS, Settings
from tests.figures.hard_tables import HARD, changed
from tests.figures.shown import controls, displayed, figure, labels, options, outline, picture
from tests.invented import ferry, table

if TYPE_CHECKING:
    from course.explore import Timeline

EARLIER, LATER = STEPS
FRIDAY = date(2021, 8, 20)
WORDS = [
    "“Wednesday”",
    "“Earlier Wednesday”",
    "“this week”",
    "“over the last days”",
    "▸ “Thursday evening”",
    "“Thursday”",
]


def traces(timeline: Timeline) -> dict[str, Any]:
    return {trace.name or "words": trace for trace in figure(timeline).data}


def said(timeline: Timeline) -> list[str]:
    return [text.strip() for text in traces(timeline)["words"].text]


def names(timeline: Timeline) -> list[str]:
    return [name.split("</b>")[0].removeprefix("<b>") for name in figure(timeline).layout.yaxis.ticktext]


def in_the_tables(timeline: Timeline) -> list[str]:
    return list(traces(timeline)["tables in words"].text)


def test_at_first_every_word_means_what_the_tables_say(case: Case) -> None:
    timeline = course.explore.timeline(case, word="Thursday evening")
    assert timeline.settings == Settings("2022-02-03", "everything", "Thursday evening")
    assert names(timeline) == [*WORDS, "“15 years”", "“in 2022”", "no date word"]
    assert said(timeline) == [
        *("Wed 2 Feb", "Wed 2 Feb", "Mon 31 Jan to Thu 3 Feb", "up to Thu 3 Feb"),
        *("Thu 3 Feb · set to happen", "Thu 3 Feb · set to happen", "the year 2007", "the year 2022", "no date given"),
    ]
    assert in_the_tables(timeline) == []
    assert timeline.words.startswith("Written on Thursday, 3 February 2022: all 8 date words mean what the tables say.")


def test_a_day_earlier_twice_moves_the_words_that_hang_on_the_day(case: Case) -> None:
    timeline = course.explore.timeline(case)
    timeline.widget.press(EARLIER)
    assert said(timeline)[:4] == ["Wed 2 Feb", "Wed 2 Feb", "Mon 31 Jan to Wed 2 Feb", "up to Wed 2 Feb"]
    assert "2 of 8 date words mean other days than in the tables. The tables leave open" in timeline.words
    assert "whether it was Wed 2 Feb or Thu 3 Feb: they cover each." in timeline.words
    timeline.widget.press(EARLIER)
    assert timeline.written == date(2022, 2, 1)
    assert timeline.widget.values["written"] == "2022-02-01"
    assert said(timeline)[:2] == ["Wed 26 Jan", "Wed 26 Jan"]
    assert said(timeline)[4:] == [
        "Thu 3 Feb · set to happen",
        "Thu 3 Feb · set to happen",
        "the year 2007",
        "the year 2022",
        "no date given",
    ]
    assert in_the_tables(timeline)[0] == "in the tables: Wed 2 Feb"
    assert timeline.changed.startswith(
        "Written on Tue 1 Feb 2022 instead of Wed 2 Feb: “Wednesday” and “Earlier Wednesday” are Wed 26 Jan instead of Wed 2 Feb;"
    )
    assert timeline.changed.endswith(
        "12 of 16 rows moved. Not moved: “Thursday evening”, “Thursday”, “15 years”, “in 2022”."
    )
    assert "4 of 8 date words mean other days than in the tables." in timeline.words
    assert "leave open" not in timeline.words
    timeline.widget.press(LATER)
    assert timeline.written == date(2022, 2, 2)


def test_the_field_for_the_day_and_the_end_of_what_can_be_set(case: Case) -> None:
    timeline = course.explore.timeline(case)
    day = controls(timeline)["written"]
    assert (day["least"], day["most"]) == ("2022-01-05", "2022-03-03")
    timeline.widget.give("written", "2022-03-03")
    assert said(timeline)[4] == "Thu 3 Mar · set to happen"
    timeline.widget.press(LATER)
    assert timeline.changed == "Thursday, 3 March 2022 is the last day you can set."
    timeline.set(written="2022-01-05")
    timeline.widget.press(EARLIER)
    assert timeline.changed == "Wednesday, 5 January 2022 is the first day you can set."
    assert timeline.written == date(2022, 1, 5)
    assert "“15 years” is the year 2007" in timeline.words


@pytest.mark.parametrize("given", [None, "2022-05-01", "0022-02-01"])
def test_a_day_that_is_emptied_or_cannot_be_set_stops_no_other_control(case: Case, given: str | None) -> None:
    timeline = course.explore.timeline(case)
    timeline.widget.give("written", given)
    assert timeline.written == date(2022, 2, 3)
    timeline.widget.press(EARLIER)
    assert timeline.written == date(2022, 2, 2)
    assert timeline.widget.values["written"] == "2022-02-02"


def test_what_is_shown(case: Case) -> None:
    timeline = course.explore.timeline(case)
    timeline.widget.give("show", "said")
    assert names(timeline) == ["“Wednesday”", "“Earlier Wednesday”", "“this week”", "no date word"]
    assert timeline.changed == "Shown: what is said, 18 rows instead of 35."
    timeline.widget.give("show", "events")
    assert timeline.changed == "Shown: events, 17 rows instead of 18."
    assert "- No date word: 8 rows." in timeline.words


def test_a_lit_word_says_its_rule_and_its_rows(case: Case) -> None:
    timeline = course.explore.timeline(case)
    timeline.widget.give("word", "this week")
    assert names(timeline)[2] == "▸ “this week”"
    assert len(figure(timeline).layout.shapes) == 7
    assert (
        "“this week”: Mon 31 Jan to Thu 3 Feb. From the Monday of the week of writing to the day of writing."
        in timeline.words
    )
    assert timeline.words.endswith(
        "- ¶9, said: Russia acts as a “power of disequilibrium”: it takes the region out of balance."
    )
    assert timeline.changed == "Lit: “this week”."
    timeline.set(show="events")
    assert timeline.words.endswith("“this week” is not in what is shown.")
    timeline.set(word="", show="everything")
    assert len(figure(timeline).layout.shapes) == 6


def test_rows_with_no_date_word_are_told(case: Case) -> None:
    timeline = course.explore.timeline(case, word="no date word")
    assert "These rows have no date word. So no day of writing gives them a date." in timeline.words
    assert "\n- ¶1, event: Macron and Biden agree to coordinate.\n" in timeline.words
    assert timeline.words.endswith("- and 11 rows more")


def test_that_the_day_is_known_from_outside_is_said(case: Case) -> None:
    words = course.explore.timeline(case).words
    assert "- The day of writing comes from outside these words. The text bears no date." in words
    assert "- Move only with the year of writing: “15 years” is the year 2007." in words
    assert "- Do not move: “in 2022” is the year 2022." in words


def test_what_is_unknown_is_named_and_changes_nothing(case: Case) -> None:
    timeline = course.explore.timeline(case)
    before = timeline.settings
    cases: list[tuple[dict[str, Any], str]] = [
        ({"written": "2022-05-01"}, "choose a day from 2022-01-05 to 2022-03-03. The nearest is '2022-03-03'"),
        ({"written": "2021-12-31"}, "The nearest is '2022-01-05'"),
        ({"written": "2022-02-30"}, "'2022-02-30' is not a day of the calendar"),
        ({"written": None}, "None is not a day of the calendar"),
        ({"show": "event"}, "There is no choice 'event'. Did you mean 'events'"),
        ({"word": "this weak"}, "There is no date word 'this weak'. Did you mean 'this week'"),
    ]
    for bad, message in cases:
        with pytest.raises(ValueError, match=message.replace("(", r"\(")):
            timeline.set(**bad)
    with pytest.raises(TypeError, match="There is no setting 'writen'. Did you mean 'written'"):
        timeline.set(writen="2022-02-02")
    assert timeline.settings == before
    assert timeline.changed == ""


def test_a_date_is_taken_as_well_as_its_text(case: Case) -> None:
    assert course.explore.timeline(case, date(2022, 2, 1)).settings.written == "2022-02-01"


def test_every_control_has_a_label(case: Case) -> None:
    timeline = course.explore.timeline(case)
    assert labels(timeline) == [
        "The report was written on",
        "◀ a day earlier",
        "a day later ▶",
        "Show",
        "Light one date word",
    ]


def test_a_page_without_a_kernel_shows_a_still_figure_and_the_words(case: Case) -> None:
    bundle = displayed(course.explore.timeline(case))
    assert len(bundle["application/vnd.plotly.v1+json"]["data"]) == 9
    assert "all 8 date words mean what the tables say" in bundle["text/html"]
    assert bundle["text/plain"].startswith("Written on Thursday")


def test_a_case_with_no_day_of_writing_needs_one(case: Case) -> None:
    tables = {name: case.table(name) for name in case.tables}
    undated = Case("x", "X", case.digest, tables)
    with pytest.raises(ValueError, match="does not say when it was written. Give a day"):
        course.explore.timeline(undated)
    timeline = course.explore.timeline(undated, "2022-02-09")
    assert said(timeline)[0] == "Wed 9 Feb"
    assert controls(timeline)["written"]["most"] == "2022-03-09"
    assert timeline.words.splitlines()[-1] == "- The day of writing comes from outside these words."


@pytest.mark.parametrize("how", HARD)
def test_a_hard_table_breaks_nothing(case: Case, how: str) -> None:
    timeline = course.explore.timeline(changed(case, HARD[how]))
    before = outline(timeline)
    timeline.widget.press(EARLIER)
    for word in options(timeline, "word"):
        timeline.set(word=word, written="2022-01-12")
    timeline.set(show="events", written="2022-03-01")
    assert outline(timeline) == before
    assert json.dumps(picture(timeline))
    assert "<b>&" not in timeline.widget.html["words"]
    assert timeline.words
    if how in {"no row", "only blanks"}:
        assert "no row has a date word, so nothing moves with that day." in timeline.words


def test_a_word_with_no_rule_is_said_and_has_no_date(case: Case) -> None:
    def soon(name: str, table: Any) -> Any:
        return table.assign(date_word="soon") if name == "events" else table

    timeline = course.explore.timeline(changed(case, soon), show="events")
    assert set(said(timeline)) == {"no date given", "no date given · set to happen", "no date given · may happen"}
    assert "No date, as we have no rule for them: “soon”" in timeline.words


def test_a_case_with_one_of_the_tables_shows_that_and_one_with_neither_says_so() -> None:
    events = table("events", {"date_word": "Friday", "start": FRIDAY, "end": FRIDAY})
    one = Case("a", "A", {1: "x"}, {"events": events}, (FRIDAY, FRIDAY))
    assert options(course.explore.timeline(one), "show") == {"everything": "everything", "events": "events"}
    with pytest.raises(ValueError, match="There is no choice 'said'"):
        course.explore.timeline(one, show="said")
    with pytest.raises(ContentError, match="^b has no table events and no table statements, so there is no timeline"):
        course.explore.timeline(Case("b", "B", {1: "x"}, {}))


def test_of_very_many_date_words_the_first_are_drawn_and_the_rest_is_counted() -> None:
    events = [{"date_word": f"in {1900 + number}"} for number in range(MOST_WORDS + 3)]
    timeline = course.explore.timeline(ferry((FRIDAY, FRIDAY), events=events))
    assert figure(timeline).layout.height <= 2400
    assert len(figure(timeline).layout.yaxis.ticktext) == MOST_WORDS
    assert timeline.words.endswith(
        f"Drawn: the {MOST_WORDS} date words that come first in this order. 3 more are left out."
    )
