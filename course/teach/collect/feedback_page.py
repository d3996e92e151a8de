"""What a learner is told on a page of feedback: what was read well, what to read again, and one new question."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING
from zlib import crc32

from course import content
from course.page.html import unmarked
from course.questions.judge import State
from course.questions.misreadings import misreadings
from course.questions.spec import lessons
from course.questions.standing import takes_code
from course.questions.task_file import AFTER, BEFORE, task
from course.say import and_
from course.teach.collect.learners import asked, judged, order
from course.teach.collect.shortened import cut, short

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from course.questions.misreadings import Misreading
    from course.questions.spec import Lesson, Question
    from course.teach.collect.learners import Answered, Guess, Learner, Writing

TITLES = {
    "page": "Between the Lines",
    "can": "What you can do now",
    "done": "What you have done",
    "again": "Look again",
    "own": "In your own words",
    "sure": "How sure you were",
    "next": "A new question",
    "answer": "The answer",
    "open": "Many answers are good here. Show yours to somebody, and ask what they think.",
}
BROAD = {"left-out", "other-question", "count-slip", "code-slip"}
"""Misreadings that say little about reading: they come only where there are no others."""
MOST_LINES, MOST_AGAIN, MOST_OWN, MOST_IDS, MOST_PARAGRAPHS = 3, 3, 2, 4, 4
SAID, TOLD, OWN = 70, 240, 130
"""As many letters are shown of an answer, of what is said of it, and of an open answer."""
MOST_TITLES = MOST_ABOUTS = 2
STEADY = 3
"""From that many tries on, a right answer took patience."""
SURE, UNSURE = 4, 2
"""The steps of sureness from which on somebody is sure, and up to which somebody is not."""
NEXT = "ask_next.csv"
BEGUN = "Try an answer, also where you are not sure: the course tells you what it shows."
NOT_YET = "No answer is right yet. Each of them shows how you read, and the next step begins there."
UNANSWERED = "A hint was taken, and there is no answer yet. What would you say now?"


@dataclass(frozen=True)
class Again:
    """A question to look at again: its id, what it asks, the last answer, what is said of it, and where to read."""

    question: str
    asked: str
    said: str
    told: str
    where: str


@dataclass(frozen=True)
class Own:
    """An open answer, and what is said of its level."""

    text: str
    told: str


@dataclass(frozen=True)
class FeedbackPage:
    """All that a page says.

    Attributes
    ----------
    name, lessons
        The learner, and the lessons that there is something of.
    can, done
        What was read well; and what was done, for those of whom nothing is right yet.
    again, own, sure
        What to look at again, the own words, and what is said of how sure the learner was.
    next, answer
        A new question, and its answer; it is empty where many are good.
    """

    name: str
    lessons: str
    can: tuple[str, ...]
    done: tuple[str, ...]
    again: tuple[Again, ...]
    own: tuple[Own, ...]
    sure: tuple[str, ...]
    next: str
    answer: str


def page_of(learner: Learner) -> FeedbackPage:
    """Return what a learner is told; it hangs on nothing but what this learner handed in."""
    answers = {name: each for name, each in learner.answers.items() if name in asked()}
    met = Counter(tried.met for each in answers.values() for tried in each.given if tried.met in _misreadings())
    again = _again(answers.values(), met)
    most = MOST_OWN if len(again) < MOST_AGAIN else 1
    numbers = {asked()[name].notebook[:2] for name, each in answers.items() if each.tries or each.hints}
    here = [each for each in _lessons().values() if each.number in numbers | {own.notebook for own in learner.writings}]
    question, answer = _next(learner, answers, met, here)
    return FeedbackPage(
        cut(learner.name, SAID) or "Your page",
        _named(here),
        tuple(_can(answers.values(), is_short=len(again) <= 1))[: MOST_LINES - (len(again) == MOST_AGAIN)],
        tuple(_done(answers, learner.writings)),
        again,
        tuple(_own(each) for each in [*learner.writings][-most:]),
        tuple(_sure(learner.guesses)),
        question,
        answer,
    )


def _named(here: Sequence[Lesson]) -> str:
    if len(here) > MOST_TITLES:
        return f"lessons {and_(each.number for each in here)}"
    return " · ".join(f"{each.number} {each.title}" for each in here)


def _can(answers: Iterable[Answered], *, is_short: bool) -> Iterable[str]:
    """Yield what was read well, what there is most to show for first; and that somebody did not give up.

    Where the page is short there is room for what the course says of one of the answers.
    """
    shown: dict[str, list[Answered]] = {}
    for each in answers:
        if each.tries:
            shown.setdefault(asked()[each.question].outcome, []).append(each)
    own = {outcome: [each for each in some if each.is_right and not each.solution] for outcome, some in shown.items()}
    whole = {outcome: some for outcome, some in own.items() if len(some) == len(shown[outcome])}
    lines = [
        f"You can {outcome} ({_ids(some)}).{_why(some) if is_short and not place else ''}"
        for place, (outcome, some) in enumerate(sorted(whole.items(), key=lambda pair: -len(pair[1])))
    ]
    begun = [
        f"You have begun to {outcome} ({_ids(some)})." for outcome, some in own.items() if some and outcome not in whole
    ]
    patient = [each for some in own.values() for each in some if each.right_at >= STEADY]
    steady = [f"You did not give up on {_ids(patient)} until it was right."] * bool(patient)
    yield from [*lines, *begun][: MOST_LINES - len(steady)]
    yield from steady


def _why(some: Sequence[Answered]) -> str:
    """Return what the course says of one of some right answers, if it can of one without code."""
    one = max(some, key=lambda each: (not takes_code(asked()[each.question]), order()[each.question]))
    right = next((tried for tried in reversed(one.given) if tried.is_right), None)
    verdict = judged(one.question, right.answer) if right else None
    return f" The course said on {one.question}: “{cut(unmarked(verdict.message), TOLD)}”" if verdict else ""


def _ids(some: Iterable[Answered]) -> str:
    return and_([each.question for each in some][:MOST_IDS])


def _done(answers: Mapping[str, Answered], writings: Iterable[Writing]) -> Iterable[str]:
    tried = [each for each in answers.values() if each.tries]
    hinted = [each for each in answers.values() if not each.tries and each.hints]
    if shown := [each for each in tried if each.is_right]:
        yield f"You looked at a solution, and then answered {_ids(shown)}. Can you say now why it is so?"
    elif tried:
        yield f"You answered {_ids(tried)}. {NOT_YET}"
    if hinted:
        yield f"You took hints on {_ids(hinted)}. {BEGUN}"
    if numbers := sorted({each.notebook for each in writings}):
        yield f"You wrote an answer of your own in lesson {and_(numbers)}."
    if not (tried or hinted or numbers):
        yield "You opened the course. The first question waits for you."


def _again(answers: Iterable[Answered], met: Counter[str]) -> tuple[Again, ...]:
    """Return the questions to look at again: what came up most often first, and each misreading once if it can be."""
    left = [each for each in answers if not each.is_right and (each.tries or each.hints)]
    names = {each.question: _last(each)[1] for each in left}

    def weight(each: Answered) -> tuple[bool, bool, int, int]:
        name = names[each.question]
        return not each.tries, not name or name in BROAD, -met[name], order()[each.question]

    new: dict[str, Answered] = {}
    more = []
    for each in sorted(left, key=weight):
        name = names[each.question] or each.question
        if name in new:
            more.append(each)
        new.setdefault(name, each)
    return tuple(_one(asked()[each.question], each) for each in [*new.values(), *more][:MOST_AGAIN])


def _last(each: Answered) -> tuple[str, str, str]:
    """Return the last answer that is not right in words, its misreading, and what the course says of it."""
    for tried in reversed(each.given):
        verdict = judged(each.question, tried.answer)
        if verdict and verdict.state == State.NOT_YET:
            return verdict.understood, verdict.misreading, verdict.message
    return "", "", asked()[each.question].default if each.tries else UNANSWERED


def _one(question: Question, each: Answered) -> Again:
    said, _, told = _last(each)
    return Again(question.id, short(question.prompt), cut(said, SAID), cut(told, TOLD), _where(question))


def _where(question: Question) -> str:
    """Return where to read again; nothing where it is too much to help."""
    numbers = [str(number) for number in question.paragraphs]
    if not 0 < len(numbers) <= MOST_PARAGRAPHS:
        return ""
    whose = f" of “{content.shipped_title(question.case)}”" if question.elsewhere else ""
    return f"Paragraph{'s' if len(numbers) > 1 else ''} {and_(numbers)}{whose}."


def _own(writing: Writing) -> Own:
    """Return an open answer with what the next level asks for; no machine says which level it reaches."""
    lesson = _lessons().get(writing.notebook)
    levels = lesson.open.rubric if lesson and lesson.open else ()
    text = cut(writing.text, OWN)
    text += " …" * (not text.endswith("…") and len(text) < len(" ".join(writing.text.split())))
    level = writing.level or 0
    if not levels:
        return Own(text, "")
    if 0 < level < len(levels):
        return Own(text, f"You chose level {level}. The next one asks for this: “{levels[level]}”")
    if level == len(levels):
        return Own(text, f"You chose level {level}. Which words of yours show it? “{levels[-1]}”")
    return Own(text, f"You have chosen no level yet. Level 2 asks for this: “{levels[1]}” What would you say?")


def _sure(guesses: Iterable[Guess]) -> Iterable[str]:
    """Yield what has changed in the small task, and whether sureness fits, where it was done before and after."""
    every = {(each.moment, each.item): each for each in guesses}
    pairs = [
        (item.about, every[BEFORE, item.key], every[AFTER, item.key])
        for item in task(AFTER).items
        if (BEFORE, item.key) in every and (AFTER, item.key) in every
    ]
    new = [about for about, before, after in pairs if after.right and not before.right]
    off = [about for about, _, after in pairs if not after.right and (after.sure or 0) >= SURE]
    shy = [about for about, _, after in pairs if after.right and 0 < (after.sure or 0) <= UNSURE]
    if new:
        yield f"New since the beginning: {_some(new)}."
    if off:
        yield f"You were sure here, and it does not fit yet: {_some(off)}. Read the small words there again."
    elif shy:
        yield f"You were right here, and not sure: {_some(shy)}. Your reading is better than you thought."
    elif pairs and not new:
        yield "Sure or not: what you said fits what you found."


def _some(abouts: list[str]) -> str:
    return and_(abouts[:MOST_ABOUTS])


def _next(learner: Learner, answers: Mapping[str, Answered], met: Counter[str], here: list[Lesson]) -> tuple[str, str]:
    """Return a new question and its answer: on what came up most often, or one for the news of today."""
    if met:
        name = min(met, key=lambda name: (name in BROAD, -met[name], list(_misreadings()).index(name)))
        return _misreadings()[name].check, _misreadings()[name].check_answer
    if answers and all(each.is_right for each in answers.values()):
        return _for_the_news()[max(asked()[name].notebook[:2] for name in answers)], ""
    some = _foreseen(here[-1].notebook if here else "")
    one = some[crc32(learner.name.encode("utf-8", "replace")) % len(some)]
    return one.check, one.check_answer


@lru_cache(maxsize=32)
def _foreseen(notebook: str) -> tuple[Misreading, ...]:
    """Return the misreadings that the questions of a lesson foresee, but the broad ones; all where there are none."""
    own = {met.name for each in asked().values() if each.notebook == notebook for met in each.misconceptions} - BROAD
    return tuple(each for name, each in _misreadings().items() if name in own or not own)


@lru_cache(maxsize=1)
def _misreadings() -> dict[str, Misreading]:
    return misreadings()


@lru_cache(maxsize=1)
def _lessons() -> dict[str, Lesson]:
    return {each.number: each for each in lessons()}


@lru_cache(maxsize=1)
def _for_the_news() -> dict[str, str]:
    rows = content.read_rows(content.exercises_folder() / NEXT, ["lesson", "question"])
    return {row["lesson"]: row["question"] for row in rows}
