"""A block to paste: the loader of the specs reads it, and the answer then meets it."""

from __future__ import annotations

import tomllib
from itertools import combinations, islice, permutations
from typing import TYPE_CHECKING, Any

import pytest

from course import content
from course.questions.judge import State, judge
from course.questions.kinds.options import Options
from course.questions.kinds.table import Table
from course.questions.spec import find, questions, read_lesson
from course.teach.collect.paste import GAP, block, toml

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

REPLY = "What does the text say?"


def pasted(tmp_path: Path, question_id: str, lines: str) -> Any:
    """The question as the real loader reads it, with a block below its last misconception, the gaps filled in."""
    filled = lines.replace(f'name = "{GAP}"', 'name = "count-slip"').replace(
        f'feedback = "{GAP}"', f'feedback = "{REPLY}"'
    )
    name = f"{find(question_id).notebook}.toml"
    text = (content.exercises_folder() / name).read_text(encoding="utf-8")
    before, mark, after = text.partition(f'id = "{question_id}"')
    own, gap, others = after.partition("\n[[question]]\n")
    file = tmp_path / name
    file.write_text(f"{before}{mark}{own}\n{filled}\n{gap}{others}", encoding="utf-8")
    return next(each for each in read_lesson(file).questions if each.id == question_id)


def unforeseen(kind: str) -> Iterator[tuple[str, Any]]:
    """The questions of a kind with options, each with an answer that is not right and that nobody foresaw."""
    for question in (each for each in questions().values() if each.kind.name == kind):
        assert isinstance(question.kind, Options)
        options = list(question.kind.options)
        tried = {"choice": options, "choices": combinations(options, 2), "order": permutations(options)}[kind]
        for value in islice(tried, 30):
            verdict = judge(question, value)
            if verdict.state == State.NOT_YET and not verdict.misreading:
                yield question.id, verdict.kept
                break


@pytest.mark.parametrize(("question_id", "answer"), [
    ("3.1", 13), ("3.1", "not stated"), ("4.9", 0.123),
    ("3.3", {"low": 7, "high": 77}),
    ("4.2", 'a "loaf" \\ of \x7f'), ("4.2", "слово"),
])  # fmt: skip
def test_an_answer_meets_what_was_pasted_for_it(tmp_path: Path, question_id: str, answer: Any) -> None:
    assert judge(find(question_id), answer).misreading == ""
    question = pasted(tmp_path, question_id, block(find(question_id), answer))
    verdict = judge(question, answer)
    assert (verdict.misreading, verdict.state) == ("count-slip", State.NOT_YET)
    assert verdict.message.startswith(REPLY)


@pytest.mark.parametrize("kind", ["choices", "order"])
def test_options_are_pasted_as_their_keys(tmp_path: Path, kind: str) -> None:
    [(question_id, answer)] = islice(unforeseen(kind), 1)
    lines = block(find(question_id), answer)
    assert tomllib.loads(lines)["question"]["misconception"][0]["answer"] == answer
    assert judge(pasted(tmp_path, question_id, lines), answer).misreading == "count-slip"


def test_one_option_is_pasted_as_its_key() -> None:
    assert 'answer = "more than 25"' in block(find("3.5"), "more than 25").splitlines()


@pytest.mark.parametrize("name", ["date", "dates"])
def test_days_are_pasted_in_iso_form(tmp_path: Path, name: str) -> None:
    question = next(each for each in questions().values() if each.kind.name == name)
    answer = "2019-05-05" if name == "date" else {"start": "2019-05-05", "end": "2019-05-06"}
    lines = block(question, answer)
    assert "2019-05-05" in lines
    assert judge(pasted(tmp_path, question.id, lines), answer).misreading


@pytest.mark.parametrize("change", ["a row too few", "a row too many", "another cell"])
@pytest.mark.parametrize("question_id", [each.id for each in questions().values() if each.kind.name == "table"])
def test_a_table_is_told_by_what_is_off_in_it(tmp_path: Path, question_id: str, change: str) -> None:
    question = find(question_id)
    rows = question.kind.keep(question.accepted[0].answer)
    assert isinstance(question.kind, Table)
    key, column = question.kind.key, question.kind.columns[0]
    if change == "a row too few":
        rows = rows[:-1]
    elif change == "a row too many":
        rows = [*rows, {**rows[0], key: "somebody-else"}]
    else:
        rows = [{**rows[0], column: "something else"}, *rows[1:]]
    if judge(question, rows).state == State.RIGHT:
        pytest.skip("that is right too")
    lines = block(question, rows)
    condition = tomllib.loads(lines)["question"]["misconception"][0] if lines else {}
    assert condition.keys() & {"lacks", "contains", "values"}
    assert judge(pasted(tmp_path, question_id, lines), rows).misreading


def test_an_open_end_is_pasted_in_words() -> None:
    assert 'answer = { low = 7, high = "no limit" }' in block(find("3.3"), {"low": 7, "high": None}).splitlines()


def test_what_a_right_answer_would_meet_has_no_block() -> None:
    question = find("3.8")
    assert block(question, question.kind.keep(question.accepted[0].answer)) == ""


def test_a_block_says_where_it_belongs_and_has_two_gaps() -> None:
    lines = block(find("3.1"), 13).splitlines()
    assert lines == [
        "# question 3.1 in 03_how_many.toml; the name is one of misreadings.csv",
        "[[question.misconception]]",
        'name = "…"',
        "answer = 13",
        'feedback = "…"',
    ]


@pytest.mark.parametrize(
    ("question_id", "answer"), [("3.1", {"a": 1}), ("3.5", "no such option"), ("3.8", 5), ("3.1", None)]
)
def test_what_its_kind_cannot_read_has_no_block(question_id: str, answer: Any) -> None:
    made = block(find(question_id), answer)
    assert made == "" or tomllib.loads(made)


@pytest.mark.parametrize("value", [
    True, 3, 0.25, -1, "a", 'with "quotes" and \\', "line\nbreak\t\x00\x1f\x7f", "ß ł 明 🙂", [], ["a", 1],
    {"plain-key": 1, "a key with spaces": {"é": [True]}},
])  # fmt: skip
def test_values_come_back_from_toml_as_they_were(value: Any) -> None:
    assert tomllib.loads(f"value = {toml(value)}")["value"] == value


def test_letters_that_one_does_not_see_are_pasted_as_escapes() -> None:
    assert toml("a\u202eb\u200d\U000e0041") == '"a\\U0000202eb\\U0000200d\\U000e0041"'


def test_half_a_pair_of_letters_is_no_error() -> None:
    assert tomllib.loads(f"value = {toml(chr(0xD800))}")["value"] == "\N{REPLACEMENT CHARACTER}"
