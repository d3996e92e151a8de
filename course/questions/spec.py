"""The question specs: TOML files, read into frozen values and checked."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Literal, NoReturn, get_args

from course import content
from course.content import ContentError, did_you_mean
from course.questions.kinds import KINDS

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from course.questions.kinds.base import Kind

Track = Literal["reading", "coding"]

TYPES: dict[str, tuple[type, str]] = {
    "id": (str, "a text"),
    "prompt": (str, "a text"),
    "outcome": (str, "a text"),
    "minutes": (int, "a whole number"),
    "paragraphs": (list, "a list of numbers"),
    "right": (str, "a text"),
    "default": (str, "a text"),
    "hints": (list, "a list of texts"),
    "accepted": (list, "one or more [[question.accepted]]"),
    "misconception": (list, "one or more [[question.misconception]]"),
}
FEWEST_HINTS = 2
FEWEST_MISCONCEPTIONS = 2
FILE_KEYS = {"notebook", "title", "case", "question"}
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


def questions() -> dict[str, Question]:
    """Return all questions by their ids, in the order of the notebooks.

    Raises
    ------
    ContentError
        A spec is not as it should be; with the file, the question and the remedy.
    """
    found: dict[str, Question] = {}
    for path in sorted(content.exercises_folder().glob("*.toml")):
        for question in read_specs(path):
            if question.id in found:
                message = f"{path.name}, question {question.id}: {found[question.id].notebook} has this id already."
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
    if question_id not in shipped:
        message = f"There is no question {question_id!r}. {did_you_mean(str(question_id), shipped)}"
        raise ContentError(message)
    return shipped[question_id]


def read_specs(path: Path) -> list[Question]:
    """Return the questions of one TOML file, in its order.

    Raises
    ------
    ContentError
        The file is not TOML, or a spec in it is not as it should be.
    """
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        message = f"{path.name}: this is not TOML ({error})."
        raise ContentError(message) from None
    for key in raw.keys() - FILE_KEYS:
        message = f"{path.name}: {key!r} is not a key of the file. {did_you_mean(key, FILE_KEYS)}"
        raise ContentError(message)
    for key in sorted(FILE_KEYS - raw.keys()):
        message = f"{path.name}: {key!r} is missing."
        raise ContentError(message)
    return [_Reader(path, raw, spec).question() for spec in raw["question"]]


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
            misconceptions=tuple(self._misconception(kind, item) for item in spec["misconception"]),
        )
        self._check_paragraphs(question)
        self._check_misconceptions(question)
        self._check_hints(question)
        return question

    def _kind(self) -> Kind:
        name = self.spec.get("kind")
        if name not in KINDS:
            self.fail(f"{name!r} is not a kind of question. {did_you_mean(str(name), KINDS)}")
        return KINDS[name]

    def _track(self) -> Track:
        track: Track = self.spec["track"]
        if track not in get_args(Track):
            self.fail(f"{track!r} is not a track. {did_you_mean(str(track), get_args(Track))}")
        return track

    def _check_keys(self, kind: Kind) -> None:
        known = REQUIRED | set(kind.parts)
        for key in self.spec.keys() - known:
            self.fail(f"{key!r} is not a key of a {kind.name} question. {did_you_mean(key, known)}")
        for key in sorted(known - self.spec.keys()):
            self.fail(f"{key!r} is missing.")
        for key, (type_, words) in TYPES.items():
            value = self.spec[key]
            empty = value in ("", []) and key != "paragraphs"
            if not isinstance(value, type_) or isinstance(value, bool) or empty:
                self.fail(f"{key!r} must be {words}, not {value!r}.")
        if not all(isinstance(hint, str) for hint in self.spec["hints"]):
            self.fail("'hints' must be a list of texts.")

    def _accepted(self, kind: Kind, parts: Mapping[str, Any], item: dict[str, Any]) -> Accepted:
        for key in item.keys() - {"answer", "feedback"}:
            self.fail(f"accepted: {key!r} is not a key. {did_you_mean(key, ['answer', 'feedback'])}")
        if "answer" not in item:
            self.fail("accepted: 'answer' is missing.")
        read = kind.read(item["answer"], parts)
        if isinstance(read, str):
            self.fail(f"accepted: {item['answer']!r} is not an answer of this kind. {read}")
        return Accepted(read.answer, item.get("feedback", self.spec["right"]).strip())

    def _misconception(self, kind: Kind, item: dict[str, Any]) -> Misconception:
        condition = {key: value for key, value in item.items() if key != "feedback"}
        if not condition or "feedback" not in item:
            self.fail(f"misconception: a condition and 'feedback' are needed, not {item!r}.")
        for key in condition.keys() - set(kind.conditions):
            self.fail(f"misconception: {key!r} is not a condition. {did_you_mean(key, kind.conditions)}")
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

    def _check_hints(self, question: Question) -> None:
        if len(question.hints) < FEWEST_HINTS:
            self.fail(f"at least {FEWEST_HINTS} hints are needed, from a nudge to nearly there.")
        for hint in question.hints:
            for accepted in question.accepted:
                if question.kind.gives_away(hint, accepted.answer, question.parts):
                    self.fail(f"the hint {hint!r} gives the answer away.")
