"""An error of a learner's own is told in a line, with the nearest name; one of ours is the sentence that it says."""

from __future__ import annotations

import linecache
from typing import TYPE_CHECKING, Any

import pandas as pd
import pytest

import course
from course.jupyter.errors import NONE, is_ours, line_on, place

if TYPE_CHECKING:
    from course.case import Case


@pytest.fixture
def names(case: Case) -> dict[str, Any]:
    """The names of a notebook in which a learner is at work."""
    counts = {"paris": 1}
    return {"course": course, "case": case, "troops": case.troops, "pd": pd, "counts": counts, "answer": 1}


def error_of(code: str, names: dict[str, Any]) -> Exception:
    """Run a cell and return the error that it ends with."""
    linecache.cache["<cell>"] = (len(code), None, code.splitlines(keepends=True), "<cell>")
    try:
        exec(compile(code, "<cell>", "exec"), names)  # noqa: S102 - as a kernel runs a cell
    except Exception as error:  # noqa: BLE001 - whatever it is
        return error
    pytest.fail(f"{code} raises nothing")


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ('troops["Number"]', "There is no column 'Number'. Did you mean 'number'?"),
        ('troops[["mention", "numbr"]]', "There is no column 'numbr'. Did you mean 'number'?"),
        ('troops[["Numbr"]]', "There is no column 'Numbr'. Did you mean 'number'?"),
        ('troops.dropna(subset="Number")', "There is no column 'Number'. Did you mean 'number'?"),
        ('troops.groupby("Whose")', "There is no column 'Whose'. Did you mean 'whose'?"),
        ('troops.groupby("whose")["numbr"]', "There is no column 'numbr'. Did you mean 'number'?"),
        ('troops.groupby("whose").agg(n=("numbr", "size"))', "There is no column 'numbr'. Did you mean 'number'?"),
        ('troops.sort_values("numbr")', "There is no column 'numbr'. Did you mean 'number'?"),
        ('troops.merge(case.places, on="plac")', "There is no column 'plac'. Did you mean 'place'?"),
        ('troops.set_index("mentoin")', "There is no column 'mentoin'. Did you mean 'mention'?"),
        ('troops.melt(id_vars="mentoin")', "There is no column 'mentoin'. Did you mean 'mention'?"),
        ('troops.drop(columns="numbr")', "There is no column 'numbr'. Did you mean 'number'?"),
        ('troops.set_index("mention").loc["m22"]', "There is no row or column 'm22'. Did you mean 'm2'?"),
        ('troops.set_index("mention")["number"]["m22"]', "There is no row 'm22'. Did you mean 'm2'?"),
        ('case.places["zzz"]', "There is no column 'zzz'. Valid are: 'place', 'name', 'latitude',"),
        ('counts["Paris"]', "There is no key 'Paris'. Did you mean 'paris'?"),
        ("case.troop", "A case has no 'troop'. Did you mean 'troops'?"),
        ("troops.valuecounts()", "A table has no 'valuecounts'. Did you mean 'value_counts'?"),
        ('troops["number"].nuniqe()', "A column has no 'nuniqe'. Did you mean 'nunique'?"),
        ("course.chek", "course has no 'chek'. Did you mean 'check'?"),
        ("course.charts.howmany(case)", "course.charts has no 'howmany'. Did you mean 'how_many'?"),
        ("anwser", "There is no name 'anwser' here. Did you mean 'answer'?"),
        ("troops[number]", "It is the name of a column: write it as a text, 'number'."),
        ("zzz", "There is no name 'zzz' here. Is it a text? Then put it between quotation marks."),
        ("len(case.____)", "There is a gap in this code: put something in the place of ____."),
        ("len(____)", "There is a gap in this code"),
        ('troops.dropna(subst="number")', "DataFrame.dropna has no option 'subst'. Did you mean 'subset'?"),
        ('course.bounds(troops, readin="usual")', "bounds has no option 'readin'. Did you mean 'reading'?"),
        ('troops("number")', "A table takes square brackets"),
        ("case.read[1]", "A function takes round brackets."),
        ("counts(1)", "This is a value and no function."),
        ("(None).head()", NONE),
        ('print(1)["number"]', NONE),
        ("len(None)", NONE),
        ("if pd.NA: pass", "A blank is neither true nor false."),
        ('troops[(troops["number"] > 1) and (troops["number"] < 9)]', "Write & for “and”"),
        ('troops[troops["status"] == "present" & troops["number"].isna()]', "Put each condition in round brackets"),
        ('"a" + 1', "These two do not go together"),
        ("course.charts.how_many()", "What is missing between the round brackets: 'case'."),
    ],
)  # fmt: skip
def test_an_error_of_a_learners_own_is_told_in_a_line(code: str, said: str, names: dict[str, Any]) -> None:
    error = error_of(code, names)
    assert said in line_on(error, names)
    assert not is_ours(error)
    assert place(error, names) == f"line 1: {code}"


@pytest.mark.filterwarnings("error::pandas.errors.ChainedAssignmentError")
@pytest.mark.parametrize("change", ['case.troops["stands"] = 1', 'case.troops.loc[0, "number"] = 5'])
def test_a_change_of_a_copy_is_told_as_one(change: str) -> None:
    # A table held in a test's own frame would be one that somebody keeps.
    names: dict[str, Any] = {"case": course.load()}
    assert "first: troops = case.troops." in line_on(error_of(change, names), names)


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("course.progress(5)", "There is no notebook 5. Did you mean '05'?"),
        ("case.read(99)", "The report has no paragraph 99: they run from 1 to 19."),
        ("course.check(3, 1)", "A question has a text, not a thing of the type int."),
        ('course.check("zz", 1)', "There is no question 'zz'. They run from '0.1' to '9.11'."),
        ("course.check(3.1, 1)", "3.1 is a number, and a question has a text. Type '3.1'."),
        ("course.bounds(5)", "A table of mentions is needed, such as case.troops, not a int."),
        ('course.bounds(troops, reading="x")', "'x' is not a reading. Valid are: 'strict', 'usual'."),
        ("course.charts.how_many(5)", "A case is needed here. Make one with case = course.load(), and give it first."),
        ("course.explore.adding_machine(case, 5)", "The course could not do this with what it was given (TypeError:"),
    ],
)
def test_an_error_of_ours_is_a_sentence(code: str, said: str, names: dict[str, Any]) -> None:
    error = error_of(code, names)
    assert is_ours(error)
    assert line_on(error, names).startswith(said)


@pytest.mark.parametrize("code", ["1 / 0", 'int("x")', "[1][5]", "raise Warning('Look out')"])
def test_what_python_says_well_is_left_to_python(code: str, names: dict[str, Any]) -> None:
    assert line_on(error_of(code, names), names) == ""


def test_the_line_is_the_learners_own_also_where_another_function_fails(names: dict[str, Any]) -> None:
    error = error_of('x = 1\ny = troops["Number"]\n', names)
    assert place(error, names) == 'line 2: y = troops["Number"]'
    own = error_of("def f(a): pass\nf(b=1)", names)
    assert (place(own, names), line_on(own, names)) == ("line 2: f(b=1)", "f has no option 'b'.")
    assert place(ValueError("from nowhere"), names) == ""
