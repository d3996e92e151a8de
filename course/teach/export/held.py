"""What Moodle's own quiz can hold of a question: its answers with their points and replies, and what is lost."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain, combinations
from typing import TYPE_CHECKING, Any

from course.finder.numerals import WORDS
from course.questions.kinds.base import ANSWER
from course.questions.kinds.number import SMALLEST_PART, Number, whole
from course.questions.kinds.options import options_of
from course.questions.kinds.scale import NOT_STATED, WAYS_TO_SAY_NOT_STATED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from course.questions.spec import Misconception, Question

FULL, NONE = 100.0, 0.0
ANY = "*"
"""What Moodle takes for any answer; inside a text it stands for any signs."""
MULTICHOICE, NUMERICAL, SHORT = "multichoice", "numerical", "shortanswer"
"""Moodle's words for its types of questions."""
BLANKS = ("not ", "unknown", "no number")
"""How the ways begin in which people say of a number that it is not stated; the others are those of programs."""
PLACES = 12
"""How many decimals a number has at most."""
WHY_NOT = {
    "order": "the answer is an order. Moodle has such questions since 4.4 only, with no reply to each foreseen order.",
    "bounds": "the answer is two numbers, and each of them can be missing.",
    "date": "the answer is a day, which can be written in many ways.",
    "dates": "the answer is two days, which can be written in many ways.",
    "table": "the answer is a table, which is made in code.",
}
"""Why a kind of question is left out."""
NO_SUCH_KIND = "Moodle has no question of this kind."
SETS = "which options belong together cannot be said by the points of each."
ONE_BY_ONE = "Moodle replies to what is chosen, option by option"
NO_NUMBER = "a field for numbers takes no words"
NO_RANGE = "a field for words knows no range of numbers"
SEVERAL = "Moodle cannot ask for several conditions"


@dataclass(frozen=True)
class Reply:
    """One answer as Moodle compares it: its text, points in per cent, what is said of it, how near is near enough."""

    text: str
    fraction: float
    feedback: str
    tolerance: float = 0


@dataclass(frozen=True)
class Held:
    """A question as Moodle holds it.

    Attributes
    ----------
    type
        Moodle's word for the type of question.
    replies
        The answers in their order: the first that fits speaks.
    single
        Whether one option is chosen, not several.
    lost
        What of it Moodle cannot hold, a sentence each.
    """

    type: str
    replies: tuple[Reply, ...]
    single: bool = True
    lost: tuple[str, ...] = ()


def held(question: Question) -> Held | str:
    """Return what Moodle can hold of a question, or in a sentence why it cannot hold it."""
    ways: dict[str, Callable[[Question], Held | str]] = {
        "choice": _choice,
        "choices": _choices,
        "number": _number,
        "text": _text,
    }
    name = question.kind.name
    return ways[name](question) if name in ways else WHY_NOT.get(name, NO_SUCH_KIND)


def _choice(question: Question) -> Held:
    right = {each.answer: each.feedback for each in question.accepted}
    replies = []
    for key, text in options_of(question.kind).items():
        met = [each.feedback for each in question.misconceptions if question.kind.meets(key, each.condition)]
        said = right.get(key) or next(iter(met), question.default)
        replies.append(Reply(text, FULL if key in right else NONE, said))
    return Held(MULTICHOICE, tuple(replies))


def _choices(question: Question) -> Held | str:
    kind, sets = question.kind, {each.answer for each in question.accepted}
    needed = frozenset.intersection(*sets)
    free = frozenset.union(*sets) - needed
    if not needed or sets != {needed | set(some) for some in _subsets(free)}:
        return SETS
    right, used, replies = question.accepted[0].answer, set(), []
    for key, text in options_of(kind).items():
        if key in needed | free:
            replies.append(Reply(text, round(FULL / len(needed), 5) if key in needed else NONE, ""))
            continue
        met = [each for each in question.misconceptions if kind.meets(right | {key}, each.condition)]
        used |= {id(each) for each in met[:1]}
        replies.append(Reply(text, -FULL, met[0].feedback if met else ""))
    lost = [_named(question, each, ONE_BY_ONE) for each in question.misconceptions if id(each) not in used]
    return Held(MULTICHOICE, tuple(replies), single=False, lost=tuple(lost))


def _subsets(keys: frozenset[str]) -> Iterator[tuple[str, ...]]:
    return chain.from_iterable(combinations(sorted(keys), size) for size in range(len(keys) + 1))


def _number(question: Question) -> Held:
    is_blank_right = any(each.answer == NOT_STATED for each in question.accepted)
    return _in_words(question) if is_blank_right else _in_digits(question)


def _in_digits(question: Question) -> Held:
    """Return a number as a field for numbers takes it."""
    assert isinstance(question.kind, Number)  # noqa: S101 - for the types
    replies = [_numeral(each.answer, FULL, each.feedback) for each in question.accepted]
    lost = []
    for each in question.misconceptions:
        match dict(each.condition):
            case {"between": [low, high], **others} if not others:
                replies.append(Reply(_digits((low + high) / 2), NONE, each.feedback, (high - low) / 2))
            case {"answer": wrong, **others} if not others and wrong != NOT_STATED:
                replies.append(_numeral(question.kind.need(wrong), NONE, each.feedback))
            case _:
                lost.append(_named(question, each, NO_NUMBER))
    replies.append(Reply(ANY, NONE, question.default))
    return Held(NUMERICAL, tuple(replies), lost=tuple(lost))


def _numeral(number: float, fraction: float, feedback: str) -> Reply:
    tolerance = 0 if float(number).is_integer() else abs(number) * SMALLEST_PART
    return Reply(_digits(number), fraction, feedback, tolerance)


def _digits(number: float) -> str:
    """Return a number as Moodle has it, without what a float adds in its last places."""
    return str(whole(round(float(number), PLACES)))


def _in_words(question: Question) -> Held:
    """Return a number, or that none is stated, as a field for words takes it."""

    def written(condition: dict[str, Any]) -> list[str]:
        return _written(question.kind.need(condition[ANSWER])) if set(condition) == {ANSWER} else []

    return _short(question, written, NO_RANGE)


def _written(answer: float | str) -> list[str]:
    """Return the ways in which a number, or that none is stated, is written."""
    if isinstance(answer, str):
        return [NOT_STATED, *sorted(way for way in WAYS_TO_SAY_NOT_STATED - {NOT_STATED} if way.startswith(BLANKS))]
    number = whole(answer)
    words = [WORDS[number]] if isinstance(number, int) and 0 <= number < len(WORDS) else []
    return list(dict.fromkeys([str(number), f"{number:,}", *words]))


def _text(question: Question) -> Held:
    def written(condition: dict[str, Any]) -> list[str]:
        match condition:
            case {"answer": said, **others} if not others:
                return _with_article(question.kind.need(said))
            case {"says": word, **others} if not others:
                said = _literal(question.kind.need(word))
                return [said, f"{said} {ANY}", f"{ANY} {said}", f"{ANY} {said} {ANY}"]
        return []

    return _short(question, written, SEVERAL)


def _with_article(said: str) -> list[str]:
    return [_literal(said), f"the {_literal(said)}"]


def _literal(said: str) -> str:
    """Return a text in which a star is a star."""
    return said.replace(ANY, f"\\{ANY}")


def _short(question: Question, written: Callable[[dict[str, Any]], list[str]], why: str) -> Held:
    """Return a question as a field for words takes it; `written` gives the texts that meet a condition, if any can."""
    replies, lost = [], []
    for accepted in question.accepted:
        texts = written({ANSWER: accepted.answer})
        replies += [Reply(text, FULL, accepted.feedback) for text in texts]
    for each in question.misconceptions:
        texts = written(dict(each.condition))
        replies += [Reply(text, NONE, each.feedback) for text in texts]
        lost += [] if texts else [_named(question, each, why)]
    replies.append(Reply(ANY, NONE, question.default))
    first = {reply.text: reply for reply in reversed(replies)}
    in_order = dict.fromkeys(first[reply.text] for reply in replies)
    return Held(SHORT, tuple(in_order), lost=tuple(lost))


def _named(question: Question, each: Misconception, why: str) -> str:
    return f"{question.id}: no reply to {question.kind.condition_in_words(each.condition)}: {why}."
