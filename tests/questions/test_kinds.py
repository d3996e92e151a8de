"""Every kind, held against thousands of values: forgiving on form, strict on substance, never an exception."""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from course.questions.judge import State, judge
from course.questions.kinds import KINDS
from course.questions.kinds.paper_field import Blanks, PaperField
from tests.questions import samples

QUESTIONS = {kind: samples.sample(kind) for kind in KINDS}

scalars = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=20)
    | st.dates()
    | st.datetimes()
    | st.binary(max_size=9)
    | st.decimals()
    | st.fractions()
    | st.complex_numbers()
    | st.sampled_from(
        [pd.NA, pd.NaT, ..., np.nan, np.int64(3), np.datetime64("NaT"), pd.Timestamp("2022-02-02"), len, int]
    )
)
near = st.sampled_from([*"abcknxyz7", "the call", "low", "high", "start", "end", "2022-02-02", "denies", 0, 1, 2, 5])
anything = st.recursive(
    scalars | near,
    lambda inner: st.one_of(
        st.lists(inner, max_size=4),
        st.tuples(inner, inner),
        st.dictionaries(near | st.text(max_size=4), inner, max_size=3),
        st.lists(inner, max_size=4).map(lambda items: pd.Series(items, dtype=object)),
        st.lists(st.integers(0, 9), max_size=4).map(np.array),
        st.lists(near, max_size=4).map(set),
        st.lists(st.fixed_dictionaries({"k": near, "n": near}), max_size=3).map(pd.DataFrame),
    ),
    max_leaves=8,
)


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=2_000, deadline=None)
@given(value=anything)
def test_no_value_raises_and_none_outside_the_accepted_is_right(kind: str, value: object) -> None:
    question = QUESTIONS[kind]
    verdict = judge(question, value)
    assert str(verdict)
    assert verdict.to_html()
    [accepted] = question.accepted
    if verdict.state is State.RIGHT:
        assert verdict.kept == question.kind.keep(accepted.answer)
        assert verdict.message == "Right."
    if verdict.state in (State.RIGHT, State.NOT_YET):
        again = judge(question, verdict.kept)
        assert (again.state, again.message) == (verdict.state, verdict.message), (
            "what is kept is read as the same answer"
        )


MISREADINGS: dict[str, tuple[object, object]] = {
    "number": (8, 15),
    "choice": ("a", "c"),
    "choices": (["a", "b", "c"], ["b"]),
    "order": (["a", "b", "c"], ["c", "b", "a"]),
    "bounds": ((5, 9), (6, None)),
    "date": ("2022-02-03", "2021-06-01"),
    "dates": (("2022-01-31", "2022-02-06"), ("2022-02-01", "2022-02-03")),
    "text": ("says", "not"),
    "table": ([{"k": "y", "n": 2}], [{"k": "x", "n": 1}, {"k": "y", "n": 2}, {"k": "z", "n": 3}]),
}


@pytest.mark.parametrize("kind", KINDS)
def test_each_misconception_of_each_kind_is_met(kind: str) -> None:
    first, second = (judge(QUESTIONS[kind], answer) for answer in MISREADINGS[kind])
    assert first.message.startswith("The first misreading.")
    assert second.message.startswith("The second misreading.")


GIVEAWAYS = {
    "number": "It is seven.",
    "choice": "Think of the speech.",
    "choices": "It is the call, and the speech.",
    "order": "The speech, the meeting, the call.",
    "bounds": "From 5 to no limit.",
    "date": "On 2 February 2022.",
    "dates": "From 31 January 2022 to 2022-02-03.",
    "text": "The word is “denies”.",
    "table": "The numbers are 1 and 2.",
}


@pytest.mark.parametrize("kind", KINDS)
def test_a_hint_that_gives_the_answer_away_is_seen(kind: str) -> None:
    question = QUESTIONS[kind]
    [accepted] = question.accepted
    assert question.kind.gives_away(GIVEAWAYS[kind], accepted.answer)
    assert not question.kind.gives_away("Look at paragraph 4 again.", accepted.answer)


WORDS: list[tuple[str, dict[str, object], str]] = [
    ("number", {"between": [10, 2000]}, "from 10 to 2,000"),
    ("bounds", {"low": "no limit"}, "no limit below"),
    ("bounds", {"high": 4000, "low_between": [2, 3999]}, "at most 4,000, at least 2 to 3,999"),
    ("dates", {"end": "2022-02-06"}, "last day 6 February 2022"),
    ("text", {"says": "not"}, "an answer that says “not”"),
    ("table", {"values": {"n": {"x": 5, "y": "not stated"}}}, "5 as n of row x, (blank) as n of row y"),
    ("table", {"lacks": ["x", "y"], "contains": ["z"]}, "without rows x and y, with row z"),
    ("choices", {"contains": ["a", "c"]}, "with “the call” and “the meeting”"),
    ("order", {"last": "b"}, "“the speech” last"),
]


@pytest.mark.parametrize(("kind", "condition", "said"), WORDS)
def test_a_condition_is_said_in_words(kind: str, condition: dict[str, object], said: str) -> None:
    assert QUESTIONS[kind].kind.condition_in_words(condition) == said


STATED = ("not stated", "the report does not state it")
CONTROLS = {
    "number": {"answer": ("number", "Your answer", STATED)},
    "choice": {"answer": ("one", "", ("", ""))},
    "choices": {"answer": ("some", "", ("", ""))},
    "order": {"answer": ("order", "", ("", ""))},
    "bounds": {
        "low": ("number", "At least", ("no limit", "no limit below")),
        "high": ("number", "At most", ("no limit", "no limit above")),
    },
    "date": {"answer": ("day", "Your answer", STATED)},
    "dates": {"start": ("day", "First day", ("", "")), "end": ("day", "Last day", ("", ""))},
    "text": {"answer": ("line", "Your answer", ("", ""))},
    "table": {},
}


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_says_how_it_is_drawn(kind: str) -> None:
    controls = QUESTIONS[kind].kind.controls()
    assert {name: (each.kind, each.label, each.blank) for name, each in controls.items()} == CONTROLS[kind]
    assert [text for each in controls.values() for _, text in each.options] == list(QUESTIONS[kind].kind.offered)


@pytest.mark.parametrize("kind", [kind for kind in KINDS if CONTROLS[kind]])
def test_a_kept_answer_fills_the_controls_and_they_give_it_back(kind: str) -> None:
    question = QUESTIONS[kind]
    kept = question.kind.keep(question.accepted[0].answer)
    values = question.kind.filled(kept)
    assert values.keys() == question.kind.controls().keys()
    verdict = judge(question, question.kind.given(values))
    assert (verdict.state, verdict.kept) == (State.RIGHT, kept)


def test_the_table_of_kinds_in_contributing_is_that_of_the_code() -> None:
    text = (Path(__file__).parents[2] / "CONTRIBUTING.md").read_text(encoding="utf-8")
    rows = [line.strip("|").split("|") for line in text.splitlines() if line.startswith("| `")]
    code = re.compile(r"`(\w+)[^`]*`")
    found = {code.findall(name)[0]: (code.findall(needs), code.findall(foreseen)) for name, needs, _, foreseen in rows}
    assert found == {name: ([*kind.needs], [*kind.conditions]) for name, kind in KINDS.items()}


OPTIONS = ("the call", "the speech", "the meeting")


@pytest.mark.parametrize(
    ("kind", "field"),
    [
        ("number", PaperField(blanks=(Blanks(("Answer",), "the report does not state it"),))),
        ("choice", PaperField("Mark one.", mark="circle", options=OPTIONS)),
        ("choices", PaperField("Tick all that are true.", unless="tick", mark="box", options=OPTIONS)),
        (
            "order",
            PaperField(
                "Write 1 into the first box of your order, then 2, and so on.", mark="box rank", options=OPTIONS
            ),
        ),
        (
            "bounds",
            PaperField(blanks=(Blanks(("At least",), "no limit below"), Blanks(("At most",), "no limit above"))),
        ),
        ("date", PaperField(blanks=(Blanks(("Day, month, year",), "the report does not state it"),))),
        ("dates", PaperField(blanks=(Blanks(("First day", "Last day")),))),
        ("text", PaperField(lines=1)),
        ("table", PaperField(columns=("k", "n"))),
    ],
)
def test_each_kind_is_answered_on_paper_too(kind: str, field: PaperField) -> None:
    assert samples.sample(kind).kind.on_paper() == field
