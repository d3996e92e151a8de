"""What Moodle holds of a question is graded there as the course judges it, and what it cannot hold is named."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain, combinations
from typing import TYPE_CHECKING

import pytest

from course.questions.kinds import KINDS
from course.questions.kinds.options import options_of
from course.questions.spec import Accepted, Misconception, find, questions
from course.teach.export import held as held_
from course.teach.export.held import FULL, Held, Reply, held
from tests.questions.samples import sample

if TYPE_CHECKING:
    from course.questions.spec import Question

EVERY = list(questions().values())


def of(question: Question) -> Held:
    found = held(question)
    assert isinstance(found, Held), found
    return found


def replies(question: Question) -> dict[str, tuple[float, str]]:
    return {reply.text: (reply.fraction, reply.feedback) for reply in of(question).replies}


def test_each_kind_is_held_or_left_out_with_a_reason() -> None:
    told = {name: held(sample(name)) for name in KINDS}
    kept = {name: each.type for name, each in told.items() if isinstance(each, Held)}
    assert kept == {"choice": "multichoice", "choices": "multichoice", "number": "numerical", "text": "shortanswer"}
    without = {name: each for name, each in told.items() if isinstance(each, str)}
    assert without == held_.WHY_NOT


def test_a_kind_that_is_new_is_left_out() -> None:
    class New(type(sample("text").kind)):  # type: ignore[misc]
        name = "new"

    assert held(replace(sample("text"), kind=New())) == "Moodle has no question of this kind."


def test_of_one_option_each_has_its_own_reply() -> None:
    said = replies(find("3.5"))
    assert said["more than 25 times as large"] == (FULL, find("3.5").accepted[0].feedback)
    for each in find("3.5").misconceptions:
        assert said[options_of(find("3.5").kind)[each.condition["answer"]]] == (0, each.feedback)
    few = replace(sample("choice"), misconceptions=())
    assert replies(few)["the call"] == (0, "By default."), "an option that nobody foresaw"


def test_of_several_options_the_needed_ones_share_the_points_and_a_wrong_one_costs_all() -> None:
    said = replies(find("1.1"))
    assert [fraction for fraction, _ in said.values() if fraction > 0] == [33.33333] * 3
    assert said[options_of(find("1.1").kind)["partner"]] == (
        -FULL, next(each.feedback for each in find("1.1").misconceptions if each.condition == {"contains": ["partner"]}),
    )  # fmt: skip
    assert of(find("1.1")).lost == tuple(
        f"1.1: no reply to without “{options_of(find('1.1').kind)[key]}”: Moodle replies to what is chosen, option by option."
        for key in ("weekday", "soviet", "border")
    )


@pytest.mark.parametrize(
    ("sets", "fractions"),
    [
        ([{"a"}], [100, -100, -100]),
        ([{"a", "b"}], [50, 50, -100]),
        ([{"a", "b"}, {"a"}], [100, 0, -100]),
        ([{"a"}, {"a", "b"}, {"a", "c"}, {"a", "b", "c"}], [100, 0, 0]),
        ([{"a"}, {"b"}], None),
        ([{"a", "b"}, {"a", "c"}], None),
        ([{"a"}, {"a", "b", "c"}], None),
    ],
)
def test_several_right_sets_are_held_where_options_are_free(
    sets: list[set[str]], fractions: list[float] | None
) -> None:
    accepted = tuple(Accepted(frozenset(each), "Yes.") for each in sets)
    found = held(replace(sample("choices"), accepted=accepted))
    if fractions is None:
        assert found == held_.SETS
    else:
        assert isinstance(found, Held)
        assert [reply.fraction for reply in found.replies] == fractions


SETS = [question for question in EVERY if question.kind.name == "choices" and isinstance(held(question), Held)]


@pytest.mark.parametrize("question", SETS, ids=lambda question: question.id)
def test_all_points_are_for_the_sets_that_are_right_and_for_no_others(question: Question) -> None:
    points = [(key, reply.fraction) for key, reply in zip(options_of(question.kind), of(question).replies, strict=True)]
    right = {each.answer for each in question.accepted}
    for some in chain.from_iterable(combinations(points, size) for size in range(len(points) + 1)):
        is_full = abs(sum(fraction for _, fraction in some) - FULL) < 0.001
        assert is_full == (frozenset(key for key, _ in some) in right), some


def test_a_number_is_met_exactly_a_part_nearly_and_a_range_as_a_middle() -> None:
    assert of(find("3.1")).replies[0] == Reply("4", FULL, find("3.1").accepted[0].feedback)
    part = of(find("4.9")).replies
    assert part[1].text == "0.89"
    assert 0 < part[1].tolerance < 1e-6
    [middle] = [reply for reply in part if reply.text == "0.115"]
    assert middle.tolerance == pytest.approx(0.005)
    assert part[-1] == Reply("*", 0, find("4.9").default)


def test_where_a_blank_is_right_the_field_takes_words() -> None:
    said = replies(find("3.7"))
    assert of(find("3.7")).type == "shortanswer"
    assert said["not stated"] == said["unknown"] == (FULL, find("3.7").accepted[0].feedback)
    assert said["1000"] == said["1,000"]
    assert said["1000"][0] == 0
    assert replies(find("0.1"))["six"][0] == FULL
    assert [line.split(": ")[1] for line in of(find("3.7")).lost] == [
        "no reply to from 1,490 to 1,510", "no reply to from 2,990 to 3,000",
    ]  # fmt: skip
    assert of(find("6.1")).lost == ("6.1: no reply to not stated: a field for numbers takes no words.",)


def test_a_text_is_met_with_its_article_and_a_word_in_a_text_alone() -> None:
    said = replies(sample("text"))
    assert said["denies"] == said["the denies"] == (FULL, "Right.")
    assert [text for text in said if "not" in text] == ["not", "not *", "* not", "* not *"], "no part of “nothing”"
    star = replace(sample("text"), accepted=(Accepted("a*b", "Yes."),), misconceptions=())
    assert [*replies(star)] == [r"a\*b", r"the a\*b", "*"]


def test_of_two_replies_to_one_text_the_first_speaks_as_in_the_course() -> None:
    question = sample("text")
    again = Misconception({"answer": "denies"}, "Not this.", "x")
    assert replies(replace(question, misconceptions=(again,)))["denies"] == (FULL, "Right.")


def test_a_misconception_of_several_conditions_is_named() -> None:
    both = Misconception({"answer": "says", "says": "not"}, "Both.", "x")
    [line] = of(replace(sample("text"), misconceptions=(both,))).lost
    assert line.startswith("9.1: no reply to “says”, an answer that says “not”: Moodle cannot ask for several")
