"""The picture of the timeline: three weeks around the day of writing, and each date word over its days."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from course.days.date_words import DateWord, Row, date_words
from course.days.picture import picture
from course.figures.style import ACCENT

if TYPE_CHECKING:
    from course.case import Case
    from course.figures.figure import Picture

WED = date(2022, 2, 2)


def word(text: str, *rows: Row, occurrence: str = "happened") -> DateWord:
    return DateWord(text, occurrence, rows or (Row("said", "The ferry waits.", 4, (None, None)),))


def trace(shown: Picture, name: str) -> dict[str, Any]:
    return next(each for each in shown.traces if each.get("name", "words") == name)


def names(shown: Picture) -> list[str]:
    return list(shown.layout["yaxis"]["ticktext"])


def test_it_shows_three_weeks_and_marks_the_day() -> None:
    shown = picture([], WED, [])
    axis = shown.layout["xaxis"]
    assert axis["range"] == ["2022-01-24", "2022-02-14"]
    assert (axis["ticktext"][0], axis["ticktext"][1], axis["ticktext"][9]) == ("M<br>24 Jan", "T<br> ", "<b>W</b><br> ")
    [note] = shown.layout["annotations"]
    assert (note["text"], note["x"]) == ("<b>written on Wed 2 Feb 2022</b>", "2022-02-02 12:00")
    band = next(shape for shape in shown.layout["shapes"] if shape["type"] == "rect")
    assert (band["x0"], band["x1"]) == ("2022-02-02", "2022-02-03")


def test_what_lies_beyond_the_three_weeks_goes_on_at_their_edge(case: Case) -> None:
    groups = date_words(case, "everything")
    ends = trace(picture(groups, WED, []), "ends")
    found = {
        group.word: [(ends["x"][i], ends["marker"]["symbol"][i]) for i, y in enumerate(ends["y"]) if y == place]
        for place, group in enumerate(groups)
    }
    assert found["in 2022"] == [("2022-01-24", "triangle-left"), ("2022-02-14", "triangle-right")]
    assert found["15 years"] == [("2022-01-24", "triangle-left"), ("2022-01-24", "line-ns")]


def test_a_word_says_its_days_and_what_is_no_fact_says_so() -> None:
    shown = picture([word("Friday"), word("Friday", occurrence="scheduled"), word("soon"), word("")], WED, [])
    said = trace(shown, "words")
    assert [text.strip() for text in said["text"]] == [
        "Fri 28 Jan", "Fri 4 Feb · set to happen", "no date given", "no date given",
    ]  # fmt: skip
    marks = trace(shown, "marks")["customdata"]
    assert list(dict.fromkeys(marks)) == [
        "“Friday”: Fri 28 Jan<br>¶4 “Friday”", "“Friday”: Fri 4 Feb · set to happen<br>¶4 “Friday”",
        "“soon”: no date given<br>¶4 “soon”", "no date word: no date given<br>¶4",
    ]  # fmt: skip


def test_a_key_says_in_plain_words_what_the_colours_mean() -> None:
    [said] = [picture([word("Friday", occurrence="scheduled")], WED, []).layout["title"]["subtitle"]["text"]]
    assert "■</span> set to happen" in said
    assert "has happened" not in said, "only what is there"
    assert "no date given" in said


def test_a_thin_line_keeps_the_days_of_the_tables_where_a_word_means_others() -> None:
    coded = Row("said", "The ferry waits.", 4, (date(2022, 1, 27), date(2022, 1, 27)))
    shown = picture([word("Wednesday"), word("Wednesday", coded)], WED, [])
    thin, note = trace(shown, "in the tables"), trace(shown, "tables in words")
    assert (thin["x"], thin["y"]) == (["2022-01-27", "2022-01-28", None], [1.18, 1.18, None])
    assert note["text"] == ["in the tables: Thu 27 Jan"]


def test_a_word_that_is_lit_has_a_mark_and_a_frame() -> None:
    shown = picture([word("Friday"), word("soon")], WED, [1])
    assert [name.split("</b>")[0] for name in names(shown)] == ["<b>“Friday”", "<b>▸ “soon”"]
    [frame] = [shape for shape in shown.layout["shapes"] if shape["line"].get("color") == ACCENT]
    assert frame["y0"] < 1 < frame["y1"]


def test_below_a_word_stands_its_row_or_how_many_there_are() -> None:
    rows = [Row("said", "It waits.", paragraph, (None, None)) for paragraph in (3, 3, 7)]
    long = Row("event", "The ferry & its crew wait for a wind that is " + "very " * 20 + "fair.", 9, (None, None))
    one, several = names(picture([word("<soon>", long), word("soon", *rows)], WED, []))
    assert "“&lt;soon&gt;”" in one
    assert ">¶9 The ferry &amp; its crew wait for a<br>" in one
    assert "fair" not in one
    assert ">3 rows<br>¶3, 7<" in several
