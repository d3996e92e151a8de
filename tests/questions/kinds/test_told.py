"""What a learner is told of an answer that no kind can read, and of one that had to be guessed: whole sentences."""

from __future__ import annotations

from datetime import date, timedelta
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pandas as pd
import pytest

from course.questions.kinds.base import Read
from course.questions.kinds.number import Number
from tests.questions.samples import sample

if TYPE_CHECKING:
    from course.questions.kinds.base import Kind

ABC = "Give one of: 'a', 'b', 'c'."
LIST = "Give a list of: 'a', 'b', 'c'."
IN_ORDER = "Give a list of all items, in order: 'a', 'b', 'c'."
NUMBER = "Give one number, such as 7 or 2500."
SHARE = "Give one number, such as 0.25, 25 % or 1/4."
DAY = "Give a day as year-month-day, such as 2021-12-31."
ENDS = "Give two ends, such as (10, 20), and None for an end without a limit."
DAYS = "Give the first and the last day, such as ('2021-12-30', '2021-12-31')."
BLANK = "I read the blank as “not stated”."
LONG = "word" * 20
"""80 letters; of a text that cannot be read, 40 are said again."""


def kind(name: str) -> Kind[Any]:
    """A kind by its name; `share` is a number that can be a part of a whole."""
    return Number(shares=True) if name == "share" else sample(name).kind


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("choice", "d", f"“d” is not among the options. {ABC}"),
        ("choice", ["d"], f"“d” is not among the options. {ABC}"),
        ("choice", {}, f"You gave a dictionary. {ABC}"),
        ("choice", [["a", "b"]], f"You gave a list. {ABC}"),
        ("choices", {}, f"You gave a dictionary. {LIST}"),
        ("choices", [], "Nothing is chosen. Choose at least one."),
        ("choices", ["a", "d"], "“d” is not among the options: 'a', 'b', 'c'."),
        ("order", {}, f"You gave a dictionary. {IN_ORDER}"),
        ("order", ["a"], "Each item is needed once: 'a', 'b', 'c'. You gave 1."),
        ("text", 7, "You gave a number. Give a word or a few, between quotation marks."),
        ("text", "?!", "There is no word in that. Give a word or a few."),
        ("text", "a" * 201, "That is a long text. Give a word or a few, at most 200 letters."),
        ("number", True, f"You gave True, which is a yes or a no. {NUMBER}"),
        ("number", {}, f"You gave a dictionary. {NUMBER}"),
        ("number", [1, 2], f"You gave a list of 2 values. {NUMBER}"),
        ("number", "", f"I cannot read an empty text as a number. {NUMBER}"),
        ("number", LONG, f"I cannot read “{LONG[:40]}” as a number. {NUMBER}"),
        ("number", 10**15 + 1, f"That number is larger than anything in the report. {NUMBER}"),
        ("number", float("nan"), f"You gave a NaN, which is no number. {NUMBER}"),
        ("number", "70 %", f"“70 %” says a part of a whole, and that is not asked for. {NUMBER}"),
        ("number", "1.234", "“1.234” could be 1,234 or a number with three decimals. Write it without the point."),
        ("share", "1,234", "“1,234” could be 1,234 or a number with three decimals. Write it with a point or without any mark."),
        ("share", "many", f"I cannot read “many” as a number. {SHARE}"),
        ("share", "7 of none", f"I cannot read “7 of none” as a number. {SHARE}"),
        ("share", "7/0", f"I cannot read “7/0” as a number. {SHARE}"),
        ("date", 7, f"You gave a number. {DAY}"),
        ("date", pd.Period("2022-02"), f"2022-02 is more than one day. {DAY}"),
        ("date", LONG, f"I cannot read “{LONG[:40]}” as a day. {DAY}"),
        ("date", f"3 {LONG} 2022", f"“{LONG[:40]}” is no month and no weekday in English. {DAY}"),
        ("date", "2022-02-30", f"“2022-02-30” is not a day of the calendar. {DAY}"),
        ("date", "20220230", f"“20220230” is not a day of the calendar. {DAY}"),
        ("date", f"30 Feb 2022{' ' * 9}{'of ' * 20}the", f"“30 Feb 2022 of of of of of of of of of o” is not a day of the calendar. {DAY}"),
        ("date", f"3 Feb{' of' * 20}", f"“3 Feb of of of of of of of of of of of o” lacks the year. {DAY}"),
        ("date", f"Feb 2022{' of' * 20}", f"“Feb 2022 of of of of of of of of of of o” lacks the day. {DAY}"),
        ("date", f"3 2 22{' of' * 20}", f"In “3 2 22 of of of of of of of of of of of ” day, month and year could be mixed up. {DAY}"),
        ("date", f"1 2 3 4{' of' * 20}", f"I cannot read “1 2 3 4 of of of of of of of of of of of” as a day. {DAY}"),
        ("date", f"Monday 2 Feb 2022{' of' * 20}", "2 February 2022 is a Wednesday. That does not fit “Monday 2 Feb 2022 of of of of of of of o”: which of the two do you mean?"),
        ("date", "11/12/2022", f"In “11/12/2022” the day and the month could be mixed up. {DAY}"),
        ("date", "2022 Feb 2022", f"I cannot read “2022 Feb 2022” as a day. {DAY}"),
        ("bounds", (0, float("-inf")), f"The high end: it cannot be -inf. {ENDS}"),
        ("bounds", 7, f"You gave a number. {ENDS}"),
        ("bounds", "7", f"You gave a text. {ENDS}"),
        ("dates", ["2022-02-02", None], f"The last day: it is blank. {DAYS}"),
        ("dates", ["2022-02-02"], f"You gave a list of 1. {DAYS}"),
        ("table", 7, "You gave a number. Give a DataFrame."),
        ("table", pd.DataFrame({"k": [1], "n": [[1, 2]]}), "A cell of your table is neither a number, nor a text, nor a day. Look at each column."),
        ("table", pd.DataFrame({"k": [1], "n": [b"7"]}), "A cell of your table is neither a number, nor a text, nor a day. Look at each column."),
        ("table", pd.DataFrame({"k": ["x", "X"], "n": [1, 2]}), "The column 'k' has x twice. One row each is asked for."),
        ("table", [{"k": "x", "n": 1}, {"k": "x", "n": 2}], "The column 'k' has x twice. One row each is asked for."),
        ("table", ({"k": "x", "n": 1},), "You gave a list. Give a DataFrame."),
        ("table", pd.DataFrame({"k": [1], 7: [2], "m": [3]}), "Your table has no column 'n'. It has: k, 7, m."),
        ("table", pd.DataFrame([range(30)]), f"Your table has no column 'k' and no column 'n'. It has: {', '.join(map(str, range(20)))}."),
        ("table", pd.DataFrame([[1, 2, 3]], columns=["k", "n", "n"]), "Two columns of your table have the same name. Keep one of them."),
        ("table", pd.DataFrame([[1, 2]], columns=pd.MultiIndex.from_tuples([("k", "a"), ("n", "a")])), "The columns of your table have names of several levels. Give each column one name."),
        ("table", pd.DataFrame({"k": range(201), "n": 1}), "Your table has 201 rows, far more than are asked for. Have you filtered it?"),
    ],
)  # fmt: skip
def test_a_value_that_is_no_answer_is_told_in_a_sentence(name: str, value: object, told: str) -> None:
    assert kind(name).read(value) == told


@pytest.mark.parametrize(
    ("name", "value", "answer", "note"),
    [
        ("number", None, "not stated", BLANK),
        ("number", [None], "not stated", "I took the one value in a list."),
        ("number", [7], 7.0, "I took the one value in a list."),
        ("number", 7, 7.0, ""),
        ("number", 10**15, 1e15, ""),
        ("number", "7", 7.0, ""),
        ("number", "seven.", 7.0, "I read “seven” as 7."),
        ("number", "2,500", 2500.0, "I read “2,500” as 2,500."),
        ("number", "2.500,5", 2500.5, "I read “2.500,5” as 2,500.5."),
        ("share", "1,234,567", 1234567.0, "I read “1,234,567” as 1,234,567."),
        ("share", "1/4", 0.25, "I read “1/4” as 0.25."),
        ("share", "25 %", 0.25, "I read “25 %” as 0.25."),
        ("share", "2,5 out of 10", 0.25, "I read “2,5 out of 10” as 0.25."),
        ("share", "2.500 out of 10", 0.25, "I read “2.500 out of 10” as 0.25."),
        ("number", timedelta(days=2), 2.0, "I counted the span of time in days."),
        ("date", None, "not stated", BLANK),
        ("date", "unknown", "not stated", ""),
        ("date", "2022-02-03", date(2022, 2, 3), ""),
        ("date", "2022-2-3. ", date(2022, 2, 3), ""),
        ("date", ".2022-02-03", None, ""),
        ("date", f"3 Feb 2022{' of' * 20}", date(2022, 2, 3), "I read “3 Feb 2022 of of of of of of of of of of” as 3 February 2022."),
        ("date", "2022-02-03X", None, ""),
        ("date", "20220203", date(2022, 2, 3), "I read “20220203” as 3 February 2022."),
        ("date", "3 Feb 22", date(2022, 2, 3), "I read “3 Feb 22” as 3 February 2022."),
        ("date", "12/13/2022", date(2022, 12, 13), "I read “12/13/2022” as 13 December 2022."),
        ("date", "12.12.2022", date(2022, 12, 12), "I read “12.12.2022” as 12 December 2022."),
        ("date", "13.12.2022", date(2022, 12, 13), "I read “13.12.2022” as 13 December 2022."),
        ("dates", "From 2022-02-02 To 2022-02-05", (date(2022, 2, 2), date(2022, 2, 5)), ""),
        ("bounds", (0, float("inf")), (0.0, None), ""),
        ("bounds", (float("-inf"), 5), (None, 5.0), ""),
        ("bounds", "5 TO 9", (5.0, 9.0), ""),
        ("bounds", ("2,500", 3000), (2500.0, 3000.0), "I read “2,500” as 2,500."),
        ("bounds", ([5], 9), (5.0, 9.0), "I took the one value in a list."),
        ("dates", ["2022-02-02", "2022-02-03"], (date(2022, 2, 2), date(2022, 2, 3)), ""),
        ("dates", ["2022-02-03", "2022-02-04", "2022-02-05"], (date(2022, 2, 3), date(2022, 2, 5)), ""),
        ("dates", ["1 Feb 2022", "2 Feb 2022"], (date(2022, 2, 1), date(2022, 2, 2)), "I read “1 Feb 2022” as 1 February 2022. I read “2 Feb 2022” as 2 February 2022."),
        ("choice", 7, None, ""),
        ("text", "a" * 200, "a" * 200, ""),
    ],
)  # fmt: skip
def test_what_had_to_be_guessed_is_told(name: str, value: object, answer: object, note: str) -> None:
    read = kind(name).read(value)
    assert read == Read(answer, note) if answer is not None else isinstance(read, str)


def test_two_hundred_rows_are_read_and_a_key_may_be_the_index() -> None:
    many = pd.DataFrame({"k": range(200), "n": 1})
    read = kind("table").read(many)
    assert isinstance(read, Read)
    assert len(read.answer) == 200
    assert kind("table").read(many.set_index("k")) == read
    named = many.rename_axis("k")
    assert kind("table").read(named) == read, "a column of that name comes before an index"
    other = many.rename_axis("place")
    assert kind("table").read(other) == read


def test_what_adding_up_gives_is_read_also_where_it_lacks_an_end() -> None:
    total = type("Total", (SimpleNamespace,), {})
    assert kind("bounds").read(total(high=5)) == Read((None, 5.0))
    assert kind("bounds").read(total(low=5)) == Read((5.0, None))


def test_how_an_answer_is_said() -> None:
    assert kind("choices").say(frozenset("ca")) == "“the call”; “the meeting”"
    assert kind("order").say(("c", "a", "b")) == "“the meeting”, then “the call”, then “the speech”"
    assert (kind("number").say(1234.5), kind("number").say("not stated")) == ("1,234.5", "not stated")
    assert kind("number").say(12345678.0) == "12,345,678"
    table = type(kind("table")).from_spec({"key": "k", "columns": ["n", "m"]})
    assert table.say({"x": (1.0, 2.0)}) == "a table of 1 row with n, m"


def test_how_a_number_is_kept() -> None:
    kept = kind("number").keep(7.0)
    assert (kept, type(kept)) == (7, int)
    assert kind("number").keep(0.5) == 0.5
    assert kind("number").keep("not stated") == "not stated"


@pytest.mark.parametrize(
    ("name", "accepted", "hint", "says"),
    [
        ("choice", "a", "The call came first.", True),
        ("choice", "a", "Look at the call.", True),
        ("choice", "a", "Look again.", False),
        ("choices", frozenset("ab"), "The call and the speech.", True),
        ("choices", frozenset("ab"), "The call was first.", False),
        ("order", ("a", "b", "c"), "The call, the speech, the meeting.", True),
        ("order", ("a", "b", "c"), "The call, the speech, the meeting, and again the call.", True),
        ("order", ("a", "b", "c"), "The speech, the call, the meeting.", False),
        ("order", ("a", "b", "c"), "The speech and the meeting.", False),
        ("text", "denies", "He DENIES it.", True),
        ("text", "denies", "He denied it.", False),
        ("number", 1.0, "one of them", False),
        ("number", 2.0, "two of them", True),
        ("number", 0.5, "It is 0.5.", True),
        ("number", 2500.0, "It is 2,500.", True),
        ("number", 2500.0, "It is 2500.", True),
        ("date", date(2022, 2, 2), "It was 2022-02-02.", True),
        ("date", date(2022, 2, 2), "It was 2 February 2022.", True),
        ("date", date(2022, 2, 2), "It was None.", False),
        ("bounds", (5.0, None), "From 5 up, with no limit.", True),
        ("bounds", (5.0, 9.0), "From 5 to 9.", True),
        ("bounds", (5.0, 9.0), "From 5 up.", False),
    ],
)
def test_a_hint_gives_an_answer_away_where_it_says_it(name: str, accepted: Any, hint: str, *, says: bool) -> None:
    assert kind(name).gives_away(hint, accepted) is says


def test_the_largest_word_for_a_number_gives_it_away_and_no_larger_one_is_looked_for() -> None:
    from course.finder.numerals import WORDS  # noqa: PLC0415 - only here

    most = len(WORDS) - 1
    assert kind("number").gives_away(f"There are {WORDS[most]}.", float(most))
    assert not kind("number").gives_away("There are many.", float(len(WORDS)))
