"""Whatever its form, an answer is read as what it says: a right one stays right, a wrong one wrong, and none raises."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from course.questions.judge import FAULT, State, judge
from course.questions.kinds import KINDS
from course.questions.kinds.base import Read
from course.questions.kinds.day import read_day
from course.questions.kinds.number import Number, read_number
from course.questions.kinds.tame import tame
from course.questions.kinds.value import clean
from course.questions.spec import Accepted
from tests.questions import forms
from tests.questions.samples import sample

TEXTS: dict[str, tuple[str, str]] = {
    "number": ("7", "8"),
    "choice": ("the speech", "the call"),
    "date": ("2022-02-02", "2022-02-03"),
    "text": ("denies", "denied"),
}
"""Of each kind that one text answers: a right one and a wrong one."""
SHARE = replace(sample("number"), kind=Number(shares=True), accepted=(Accepted(0.7, "Right."),), misconceptions=())
SEVERAL: dict[str, tuple[list[str], list[str]]] = {
    "choices": (["a", "b"], ["a", "c"]),
    "order": (["b", "c", "a"], ["a", "b", "c"]),
}


@pytest.mark.parametrize("kind", TEXTS)
@settings(max_examples=300, deadline=None)
@given(data=st.data())
def test_a_text_is_the_same_with_signs_that_nobody_sees_and_in_other_widths(kind: str, data: st.DataObject) -> None:
    right, wrong = (data.draw(forms.disguised(text)) for text in TEXTS[kind])
    assert judge(sample(kind), right).state is State.RIGHT
    assert judge(sample(kind), wrong).state is State.NOT_YET


@pytest.mark.parametrize("kind", [*TEXTS, *SEVERAL])
@settings(max_examples=200, deadline=None)
@given(data=st.data())
def test_a_text_is_the_same_in_whatever_pandas_and_numpy_hold_it(kind: str, data: st.DataObject) -> None:
    right, wrong = ([each] if isinstance(each, str) else each for each in (TEXTS | SEVERAL)[kind])
    assert judge(sample(kind), data.draw(forms.held(right))).state is State.RIGHT
    assert judge(sample(kind), data.draw(forms.held(wrong))).state is State.NOT_YET


@settings(max_examples=300, deadline=None)
@given(data=st.data(), low=st.integers(4, 6))
def test_bounds_and_dates_are_read_end_by_end_in_every_form(data: st.DataObject, low: int) -> None:
    numbers = [low, str(low), float(low), f"{low},0"]
    ends = {"low": data.draw(st.sampled_from(numbers)), "high": data.draw(forms.disguised("no limit"))}
    assert (judge(sample("bounds"), ends).state is State.RIGHT) == (low == 5)
    start, end = date(2022, 1, 31), date(2022, 2, 3)
    span = {"start": data.draw(forms.written_day(start)), "end": data.draw(forms.written_day(end))}
    assert judge(sample("dates"), span).state is State.RIGHT
    assert judge(sample("dates"), {**span, "start": data.draw(forms.written_day(end))}).state is State.NOT_YET


@settings(max_examples=300, deadline=None)
@given(data=st.data(), two=st.integers(2, 3))
def test_a_table_is_the_same_in_whatever_its_columns_are(data: st.DataObject, two: int) -> None:
    keys, values = data.draw(forms.held(["x", "y"])), data.draw(forms.held([1, two]))
    table = pd.DataFrame({"k": flat(keys), "n": flat(values)})
    assert (judge(sample("table"), table).state is State.RIGHT) == (two == 2)


def flat(held: Any) -> Any:
    """What holds values, as something that can be a column."""
    values = getattr(held, "values", held)
    if isinstance(held, pd.DataFrame) or getattr(held, "ndim", 1) > 1:
        return list(values.ravel())
    return list(held)


@settings(max_examples=1_000, deadline=None)
@given(data=st.data(), part=st.integers(0, 40), whole=st.sampled_from([1, 2, 4, 5, 8, 10, 16, 20, 25, 40, 50, 80, 100]))
def test_a_share_is_the_same_as_a_fraction_per_cent_a_decimal_and_in_words(
    data: st.DataObject, part: int, whole: int
) -> None:
    share = Fraction(part, whole)
    said = data.draw(forms.written_share(share))
    read = read_number(tame(said), shares=True)
    if isinstance(read, str):
        assert "could be" in read, "a decimal that could be thousands is asked about"
    else:
        assert read.answer == pytest.approx(float(share), abs=1e-6)
    assert (judge(SHARE, said).state is State.RIGHT) == (share == Fraction(7, 10)) or isinstance(read, str)


@settings(max_examples=1_000, deadline=None)
@given(data=st.data(), day=st.dates(date(1970, 1, 1), date(2068, 12, 31)))
def test_a_day_is_the_same_in_every_way_to_write_it(data: st.DataObject, day: date) -> None:
    said = data.draw(forms.written_day(day))
    read = read_day(tame(said))
    assert isinstance(read, Read), (said, read)
    assert read.answer == day or (isinstance(said, str) and read.answer == day.replace(year=day.year + 100))


@settings(max_examples=500, deadline=None)
@given(data=st.data(), text=st.text("abcdé ñ-'", min_size=1, max_size=12))
def test_a_disguise_takes_nothing_from_a_text(data: st.DataObject, text: str) -> None:
    plain = clean(text)
    assert clean(data.draw(forms.disguised(plain))) == plain


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=500, deadline=None)
@given(value=forms.scalars_of_pandas | forms.arrays)
def test_no_value_of_pandas_or_numpy_raises_and_each_is_told_in_a_sentence(kind: str, value: object) -> None:
    verdict = judge(sample(kind), value)
    assert FAULT not in str(verdict)
    assert str(verdict)
    assert verdict.to_html()
    if verdict.state is State.UNCLEAR:
        assert verdict.message.endswith((".", "?"))
        assert "NoneType" not in verdict.message
