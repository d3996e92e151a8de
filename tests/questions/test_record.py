"""An entry and a record: plain values that are counted, merged, written and read."""

from __future__ import annotations

import json
from dataclasses import asdict

import pytest

from course.questions.judge import State
from course.questions.record import MOST_TRIES, Entry, ProgressError, Record

OLD, NEW = "2022-02-02T10:00:00+00:00", "2022-02-03T10:00:00+00:00"
RIGHT = Entry(4, "right", 4, 1, 0, OLD, OLD)


def test_a_right_answer_is_not_undone_and_the_same_one_again_is_no_new_try() -> None:
    wrong = RIGHT.checked(3, State.NOT_YET, NEW, "right")
    assert (wrong.answer, wrong.state, wrong.tried, wrong.tries, wrong.last) == (4, "right", 3, 2, NEW)
    assert wrong.checked(3, State.NOT_YET, NEW, "right") is wrong


def test_an_answer_that_is_right_no_longer_gives_way() -> None:
    wrong = RIGHT.checked(3, State.NOT_YET, NEW, "not yet")
    assert (wrong.answer, wrong.state) == (3, "not yet")
    tried = Entry(4, "right", 3, 2, 0, OLD, OLD)
    mended = tried.checked(3, State.RIGHT, NEW, "not yet")
    assert (mended.answer, mended.state, mended.tries) == (3, "right", 2), "it was given before, so it is no new try"


def test_of_two_entries_nothing_that_was_counted_is_lost() -> None:
    later = Entry(5, "not yet", 5, 4, 2, NEW, NEW)
    for merged in (RIGHT.merged(later), later.merged(RIGHT)):
        assert (merged.answer, merged.state) == (4, "right")
        assert (merged.tries, merged.hints, merged.first, merged.last) == (4, 2, OLD, NEW)


def test_who_was_wrong_first_and_right_later_has_begun_with_the_first_try() -> None:
    wrong, right = Entry(5, "not yet", 5, 1, 0, OLD, OLD), Entry(4, "right", 4, 1, 0, NEW, NEW)
    for merged in (wrong.merged(right), right.merged(wrong)):
        assert (merged.answer, merged.first, merged.last) == (4, OLD, NEW)


def test_of_two_drafts_the_later_one_stays_and_none_after_a_check() -> None:
    drafts = Entry(draft={"answer": "1"}), Entry(draft={"answer": "2"})
    assert drafts[0].merged(drafts[1]).draft == {"answer": "2"}
    assert drafts[0].merged(Entry(hints=1)).draft == {"answer": "1"}
    assert drafts[0].merged(RIGHT).draft is None


def test_a_check_takes_the_draft_away_also_of_an_answer_given_before() -> None:
    typed = Entry(4, "right", 4, 1, 0, OLD, OLD, {"answer": "5"})
    for state, stood in ((State.RIGHT, "right"), (State.RIGHT, "not yet"), (State.NOT_YET, "right")):
        assert typed.checked(4, state, NEW, stood).draft is None


def test_what_is_new_in_a_record_is_told() -> None:
    before = Record({"3.1": RIGHT, "3.2": Entry()}, {"a": "1", "b": "2"}, {"01": {"x": 1}, "02": {}})
    now = Record(
        {"3.1": RIGHT, "3.2": Entry(hints=1), "3.3": Entry()}, {"a": "1", "b": "3"}, {"01": {"x": 2}, "02": {}}
    )
    new = now.since(before)
    assert new == Record({"3.2": Entry(hints=1), "3.3": Entry()}, {"b": "3"}, {"01": {"x": 2}})
    assert before.with_(new) == now == before.merged(now)


def test_a_record_is_read_as_it_was_written() -> None:
    record = Record(
        {"3.1": RIGHT, "1.1": Entry(hints=1)}, {"3-guess": "Олена: “Zoë” 🙂 \ud800"}, {"03": {"level": "2"}}
    )
    text = record.to_json()
    assert "Олена: “Zoë” 🙂 \\ud800" in text
    assert text.encode("utf-8")
    assert Record.from_json(text) == record
    assert record.answered == 1


def test_a_record_of_an_older_form_is_read_and_one_of_a_newer_form_is_refused() -> None:
    assert Record.from_json('{"format": 1, "entries": {}, "notes": {"a": "b"}}') == Record({}, {"a": "b"})
    assert json.loads(Record().to_json())["format"] == 2, "a course that would lose what is filled in sets it aside"
    with pytest.raises(ProgressError, match="newer version"):
        Record.from_json('{"format": 99, "entries": {}, "notes": {}}')


def test_a_record_that_has_less_lacks_what_the_other_has() -> None:
    more = Record(filled={"03": {"text": "x"}})
    assert Record().lacks(more)
    assert not more.lacks(Record())
    assert not more.lacks(more)


@pytest.mark.parametrize(
    "text",
    [
        "{",
        "[]",
        '{"format": 1}',
        '{"format": 2, "entries": {}, "notes": {}, "filled": {"a": 3}}',
        '{"format": "x", "entries": {}, "notes": {}}',
    ],
)
def test_what_is_no_record_is_told_in_words(text: str) -> None:
    with pytest.raises(ProgressError, match="^it is not a progress file of this course$"):
        Record.from_json(text)


def test_each_question_is_a_line_of_the_file_with_all_that_is_kept_of_it() -> None:
    entry = RIGHT.checked(5, State.NOT_YET, NEW, "right")
    lines = Record({"3.1": entry, "1.1": Entry(hints=1)}).to_json().splitlines()
    assert [line.partition(":")[0] for line in lines[3:5]] == ['  "1.1"', '  "3.1"']
    assert json.loads(lines[4].partition(":")[2]) == json.loads(json.dumps(asdict(entry)))


def test_every_try_is_kept_and_of_very_many_the_first_and_the_last() -> None:
    entry = Entry()
    for number in range(MOST_TRIES + 10):
        entry = entry.checked(number, State.NOT_YET, f"2022-02-02T00:00:{number:02}+00:00", State.BLANK)
    assert entry.tries == MOST_TRIES + 10
    assert [each.answer for each in entry.given] == [
        *range(MOST_TRIES // 2),
        *range(MOST_TRIES // 2 + 10, MOST_TRIES + 10),
    ]
    assert Entry.from_json(json.loads(json.dumps(asdict(entry)))) == entry


def test_the_tries_of_two_records_are_told_once_each_in_their_order() -> None:
    one = Entry().checked(1, State.NOT_YET, "a", State.BLANK).checked(3, State.RIGHT, "c", State.BLANK)
    two = Entry().checked(1, State.NOT_YET, "a", State.BLANK).checked(2, State.NOT_YET, "b", State.BLANK)
    assert [each.answer for each in one.merged(two).given] == [1, 2, 3]


@pytest.mark.parametrize("given", [[{}], [1], [{"answer": 1, "state": 1, "hints": 0, "at": ""}], 5])
def test_tries_of_another_form_are_refused(given: object) -> None:
    with pytest.raises((TypeError, KeyError)):
        Entry.from_json({"given": given})


def test_the_line_of_an_entry_is_what_the_library_for_json_makes_of_it() -> None:
    entry = (
        Entry()
        .checked([1, "é"], State.NOT_YET, "2026-01-01T10:00:00+00:00", "")
        .checked({"a": None}, State.RIGHT, "2026-01-01T10:00:01+00:00", "")
    )
    for each in (Entry(), entry):
        assert each.line == json.dumps(asdict(each), ensure_ascii=False)
    assert len(entry.given) == 2
    again = entry.checked(3, State.NOT_YET, "2026-01-01T10:00:02+00:00", State.RIGHT)
    assert again.given[0] is entry.given[0], "a try is made JSON once, however often its entry is written"
