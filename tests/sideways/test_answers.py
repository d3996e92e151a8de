"""Question by question: what each report says, what it leaves blank, whom it does not name."""

from __future__ import annotations

import course
from course.sideways.answers import Answer, answers, days, ends, source, unsaid, written
from course.sideways.ties import things


def asked(key: str) -> dict[str, Answer]:
    return {answer.column: answer for answer in answers(things()[key])}


def test_a_question_has_an_answer_of_each_side_in_words() -> None:
    found = asked("mission")
    assert found["number"].said == (("up to 1,000",), ("about 1,000",))
    assert found["measure"].said == (("ceiling",), ("target",))
    assert found["source"].said == (("own voice",), ("French officials",))
    assert found["whose"].blanks == (1,)
    assert found["place"].blanks == ()
    assert [found[column].differs for column in ("number", "status", "place")] == [True, False, False]


def test_what_is_about_one_case_alone_is_not_asked() -> None:
    assert (
        not {"overlaps_with", "overlap", "label", "force", "thing", "mention", "hedge", "end"} & asked("mission").keys()
    )


def test_what_nobody_answers_is_not_asked() -> None:
    assert "addressee" not in asked("disequilibrium")


def test_whom_others_name_and_a_report_does_not() -> None:
    found = asked("nine-ministers")["participants"]
    assert found.is_list
    assert found.without(0) == ("Bulgaria", "Hungary", "Latvia", "Lithuania", "Romania", "Slovakia")
    assert not asked("nine-ministers")["place"].is_list


def test_one_that_names_nobody_is_blank_and_not_without() -> None:
    found = asked("thursday-call")["participants"]
    assert found.blanks == (0,)
    assert found.without(0) == ()


def test_the_same_in_another_order_does_not_differ() -> None:
    assert not asked("presidents-call")["participants"].differs


def test_who_says_so_is_a_name_or_what_kind_of_voice_it_is() -> None:
    said = {side.case.name: source(side) for key in ("us-to-romania", "us-in-romania") for side in things()[key].sides}
    assert said == {
        "cnn-morning": "unnamed source",
        "pentagon-briefing": "the Pentagon's press secretary",
        "macron-biden-call": "own voice",
    }
    assert [source(side) for side in things()["close-contact"].sides] == ["", "the White House"]


def test_whose_words_a_digest_does_not_note_is_said_and_not_taken_for_the_reports_own_voice() -> None:
    said = {side.case.name: source(side) for key in ("us-extra", "russian-troops") for side in things()[key].sides}
    assert said == {"macron-biden-call": "own voice", "reuters-romania": "not noted"}
    assert [source(side) for side in things()["us-extra"].sides] == ["United States", "not noted"]


def test_a_day_is_told_with_the_reports_word_and_none_where_there_is_no_word() -> None:
    this_week, berlin = things()["disequilibrium"].sides
    assert days(this_week) == "“this week”: Mon 31 Jan 2022 to Thu 3 Feb 2022"
    assert [str(end) for end in ends(berlin)] == ["2022-01-25", "2022-01-25"]
    assert days(things()["close-contact"].sides[0]) == ""
    assert written(this_week) == "Wed 2 Feb 2022 to Thu 3 Feb 2022"
    assert written(berlin) == "on a day that is not known"


def test_of_a_report_that_nobody_has_a_blank_is_only_not_noted() -> None:
    ours, other = things()["disequilibrium"].sides
    assert (ours.case.name, unsaid(ours), unsaid(other)) == (course.load().name, "not stated", "not noted")
