"""The question specs: TOML files, read into frozen values and checked."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Literal, NoReturn, get_args

from course import content
from course.content import ContentError, did_you_mean
from course.questions.kinds import KINDS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from course.questions.kinds.base import Kind

Track = Literal["reading", "coding"]


def _are_tables(value: object) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(item, dict) for item in value)


def _is_text(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _is_whole(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value > 0


SHAPES: dict[str, tuple[Callable[[Any], bool], str]] = {
    "id": (lambda value: _is_text(value) and bool(re.fullmatch(r"\d+\.\d+", value)), "a text such as '3.1'"),
    "prompt": (_is_text, "a text"),
    "outcome": (_is_text, "a text"),
    "minutes": (_is_whole, "a whole number of minutes"),
    "paragraphs": (lambda value: isinstance(value, list) and all(map(_is_whole, value)), "a list of paragraph numbers"),
    "right": (_is_text, "a text"),
    "default": (_is_text, "a text"),
    "hints": (lambda value: isinstance(value, list) and all(map(_is_text, value)), "a list of texts"),
    "accepted": (_are_tables, "one or more [[question.accepted]]"),
    "misconception": (_are_tables, "one or more [[question.misconception]]"),
}
"""What the value of each common key must be like, and how that is said."""
FEWEST_HINTS = 2
FEWEST_MISCONCEPTIONS = 2
TEXTS = ("notebook", "title", "about", "case")
MINUTES = ("read", "talk")
FILE_KEYS = {*TEXTS, *MINUTES, "question"}
REQUIRED = {
    "id", "kind", "track", "prompt", "outcome", "minutes", "paragraphs",
    "right", "default", "hints", "accepted", "misconception",
}  # fmt: skip


@dataclass(frozen=True)
class Accepted:
    """One answer that is right, in the form that its kind compares, and the words it is met with."""

    answer: Any
    feedback: str


@dataclass(frozen=True)
class Misconception:
    """A wrong answer that is foreseen: the condition that an answer meets, and the words it is met with."""

    condition: Mapping[str, Any]
    feedback: str


@dataclass(frozen=True)
class Question:
    """One question as its spec says it.

    Attributes
    ----------
    id
        Notebook and place in it, such as `3.4`.
    notebook, title, case
        The name of the notebook it belongs to, the notebook's heading, and the name of the case it is about.
    kind
        How its answers are read and compared.
    parts
        What its kind needs beyond that, such as the options of a choice.
    track
        `reading` (no code) or `coding`.
    minutes
        How long it takes, in minutes.
    paragraphs
        The paragraphs of the report that it rests on.
    """

    id: str
    notebook: str
    title: str
    case: str
    kind: Kind
    parts: Mapping[str, Any]
    track: Track
    prompt: str
    outcome: str
    minutes: int
    paragraphs: tuple[int, ...]
    right: str
    default: str
    hints: tuple[str, ...]
    accepted: tuple[Accepted, ...]
    misconceptions: tuple[Misconception, ...]


@dataclass(frozen=True)
class Lesson:
    """One notebook as its file of specs says it.

    Attributes
    ----------
    notebook, title, about
        The name of its file without the ending, its heading, and a sentence on what it is about.
    case
        The name of the case that it reads.
    read, talk
        Minutes to read and play, and to talk.
    questions
        Its questions, in its order.
    """

    notebook: str
    title: str
    about: str
    case: str
    read: int
    talk: int
    questions: tuple[Question, ...]

    @property
    def number(self) -> str:
        """The two digits that its name begins with."""
        return self.notebook[:2]

    @property
    def minutes(self) -> int:
        """How long it takes in all, in minutes."""
        return self.read + self.talk + sum(question.minutes for question in self.questions)


def lessons() -> list[Lesson]:
    """Return all notebooks with their questions, in order.

    Raises
    ------
    ContentError
        A spec is not as it should be; with the file, the question and the remedy.
    """
    return [read_lesson(path) for path in sorted(content.exercises_folder().glob("*.toml"))]


def questions() -> dict[str, Question]:
    """Return all questions by their ids, in the order of the notebooks.

    Raises
    ------
    ContentError
        A spec is not as it should be; with the file, the question and the remedy.
    """
    found: dict[str, Question] = {}
    for lesson in lessons():
        for question in lesson.questions:
            if question.id in found:
                message = (
                    f"{lesson.notebook}.toml, question {question.id}: "
                    f"{found[question.id].notebook} has this id already."
                )
                raise ContentError(message)
            found[question.id] = question
    return found


@cache
def _shipped() -> dict[str, Question]:
    return questions()


def find(question_id: str) -> Question:
    """Return the question of that id.

    Raises
    ------
    ContentError
        There is no such question; the message names the nearest one.
    """
    shipped = _shipped()
    name = str(question_id) if isinstance(question_id, str | float) else f"of the type {type(question_id).__name__}"
    if name not in shipped:
        message = f"There is no question {name!r}. {did_you_mean(name, shipped)}"
        raise ContentError(message)
    return shipped[name]


def read_lesson(path: Path) -> Lesson:
    """Return the notebook that one TOML file describes, with its questions.

    Raises
    ------
    ContentError
        The file is not TOML, or a spec in it is not as it should be.
    """
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        message = f"{path.name}: this is not TOML in UTF-8 ({error})."
        raise ContentError(message) from None
    for key in raw.keys() - FILE_KEYS:
        message = f"{path.name}: {key!r} is not a key of the file. {did_you_mean(key, FILE_KEYS)}"
        raise ContentError(message)
    for key in sorted(FILE_KEYS - raw.keys()):
        message = f"{path.name}: {key!r} is missing."
        raise ContentError(message)
    for key in MINUTES:
        if not isinstance(raw[key], int) or isinstance(raw[key], bool) or raw[key] < 0:
            message = f"{path.name}: {key!r} must be a whole number of minutes, not {raw[key]!r}."
            raise ContentError(message)
    for key in TEXTS:
        if not isinstance(raw[key], str) or not raw[key].strip():
            message = f"{path.name}: {key!r} must be a text, not {raw[key]!r}."
            raise ContentError(message)
    if not _are_tables(raw["question"]):
        message = f"{path.name}: 'question' must be one or more [[question]]."
        raise ContentError(message)
    made = tuple(_Reader(path, raw, spec).question() for spec in raw["question"])
    return Lesson(**{key: raw[key] for key in (*TEXTS, *MINUTES)}, questions=made)


class _Reader:
    """Reads one spec; its errors name the file and the question."""

    def __init__(self, path: Path, file: dict[str, Any], spec: dict[str, Any]) -> None:
        self.where = f"{path.name}, question {spec.get('id', '(no id)')}"
        self.file = file
        self.spec = spec

    def fail(self, what: str) -> NoReturn:
        message = f"{self.where}: {what}"
        raise ContentError(message)

    def question(self) -> Question:
        spec = self.spec
        kind = self._kind()
        self._check_keys(kind)
        parts = {name: spec[name] for name in kind.parts}
        try:
            kind.check_parts(parts)
        except ValueError as error:
            self.fail(str(error))
        accepted = tuple(self._accepted(kind, parts, item) for item in spec["accepted"])
        question = Question(
            id=spec["id"],
            notebook=self.file["notebook"],
            title=self.file["title"],
            case=self.file["case"],
            kind=kind,
            parts=parts,
            track=self._track(),
            prompt=spec["prompt"].strip(),
            outcome=spec["outcome"],
            minutes=spec["minutes"],
            paragraphs=tuple(spec["paragraphs"]),
            right=spec["right"].strip(),
            default=spec["default"].strip(),
            hints=tuple(hint.strip() for hint in spec["hints"]),
            accepted=accepted,
            misconceptions=tuple(self._misconception(kind, parts, item) for item in spec["misconception"]),
        )
        self._check_paragraphs(question)
        self._check_misconceptions(question)
        self._check_hints(question)
        return question

    def _kind(self) -> Kind:
        name = self.spec.get("kind")
        if not isinstance(name, str) or name not in KINDS:
            self.fail(f"{name!r} is not a kind of question. {did_you_mean(str(name), KINDS)}")
        return KINDS[name]

    def _track(self) -> Track:
        track: Track = self.spec["track"]
        if not isinstance(track, str) or track not in get_args(Track):
            self.fail(f"{track!r} is not a track. {did_you_mean(str(track), get_args(Track))}")
        return track

    def _check_keys(self, kind: Kind) -> None:
        known = REQUIRED | set(kind.parts)
        for key in self.spec.keys() - known:
            self.fail(f"{key!r} is not a key of a {kind.name} question. {did_you_mean(key, known)}")
        for key in sorted(known - self.spec.keys()):
            self.fail(f"{key!r} is missing.")
        for key, (is_right, words) in SHAPES.items():
            if not is_right(self.spec[key]):
                self.fail(f"{key!r} must be {words}, not {self.spec[key]!r}.")

    def _accepted(self, kind: Kind, parts: Mapping[str, Any], item: dict[str, Any]) -> Accepted:
        for key in item.keys() - {"answer", "feedback"}:
            self.fail(f"accepted: {key!r} is not a key. {did_you_mean(key, ['answer', 'feedback'])}")
        if "answer" not in item:
            self.fail("accepted: 'answer' is missing.")
        if not _is_text(item.get("feedback", "none")):
            self.fail(f"accepted: 'feedback' must be a text, not {item['feedback']!r}.")
        read = kind.read(item["answer"], parts)
        if isinstance(read, str):
            self.fail(f"accepted: {item['answer']!r} is not an answer of this kind. {read}")
        return Accepted(read.answer, item.get("feedback", self.spec["right"]).strip())

    def _misconception(self, kind: Kind, parts: Mapping[str, Any], item: dict[str, Any]) -> Misconception:
        condition = {key: value for key, value in item.items() if key != "feedback"}
        if not condition or not _is_text(item.get("feedback")):
            self.fail(f"misconception: a condition and 'feedback' are needed, not {item!r}.")
        for key in condition.keys() - set(kind.conditions):
            self.fail(f"misconception: {key!r} is not a condition. {did_you_mean(key, kind.conditions)}")
        try:
            kind.check_condition(condition, parts)
        except ValueError as error:
            self.fail(f"misconception {condition!r}: {error}")
        return Misconception(condition, item["feedback"].strip())

    def _check_paragraphs(self, question: Question) -> None:
        digest = content.shipped_digest(question.case)
        for number in question.paragraphs:
            if number not in digest:
                self.fail(f"paragraph {number} is not in the case {question.case}: it has 1 to {len(digest)}.")

    def _check_misconceptions(self, question: Question) -> None:
        if len(question.misconceptions) < FEWEST_MISCONCEPTIONS:
            self.fail(f"at least {FEWEST_MISCONCEPTIONS} misconceptions are needed.")
        for misconception in question.misconceptions:
            for accepted in question.accepted:
                if question.kind.meets(accepted.answer, misconception.condition, question.parts):
                    said = question.kind.say(accepted.answer, question.parts)
                    self.fail(f"{said} is right and meets the misconception {dict(misconception.condition)!r}.")
            if (
                misconception.condition.keys() == {"answer"}
                and self._met_first(question, misconception) != misconception
            ):
                self.fail(
                    f"misconception {dict(misconception.condition)!r}: an earlier one meets it. Put it before that."
                )

    def _met_first(self, question: Question, misconception: Misconception) -> Misconception | None:
        """Return the misconception that speaks when the answer of this one is given."""
        read = question.kind.read(misconception.condition["answer"], question.parts)
        given = read if isinstance(read, str) else read.answer
        met = (m for m in question.misconceptions if question.kind.meets(given, m.condition, question.parts))
        return next(met, None)

    def _check_hints(self, question: Question) -> None:
        if len(question.hints) < FEWEST_HINTS:
            self.fail(f"at least {FEWEST_HINTS} hints are needed, from a nudge to nearly there.")
        for hint in question.hints:
            for accepted in question.accepted:
                if question.kind.gives_away(hint, accepted.answer, question.parts):
                    self.fail(f"the hint {hint!r} gives the answer away.")
