"""The question specs: TOML files, read into frozen values and checked."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from course import content
from course.content import ContentError, did_you_mean, nearest
from course.questions import shapes, soundness
from course.questions.kinds import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from course.questions.kinds import Kind
    from course.questions.shapes import Track

OR, HELP = " or ", "Type it between quotation marks, such as '3.1'."


@dataclass(frozen=True)
class Accepted:
    """One answer that is right, in the form that its kind compares, and the words it is met with."""

    answer: Any
    feedback: str


@dataclass(frozen=True)
class Misconception:
    """A wrong answer that is foreseen: the condition it meets, the words it is met with, and its misreading's name."""

    condition: Mapping[str, Any]
    feedback: str
    name: str


@dataclass(frozen=True)
class Question:
    """One question as its spec says it.

    Attributes
    ----------
    id
        Notebook and place in it, such as `3.4`.
    notebook, title, case, elsewhere
        The notebook it belongs to, its heading, the case it is about, and whether that is another than the notebook's.
    kind
        How it is asked, and how its answers are read, compared and said.
    track
        `reading` (no code) or `coding`.
    level
        What it asks of a reader: one of `shapes.LEVELS`.
    minutes, paragraphs
        How long it takes, in minutes, and the paragraphs of the report that it rests on.
    """

    id: str
    notebook: str
    title: str
    case: str
    kind: Kind[Any]
    track: Track
    prompt: str
    outcome: str
    level: str
    minutes: int
    paragraphs: tuple[int, ...]
    right: str
    default: str
    hints: tuple[str, ...]
    accepted: tuple[Accepted, ...]
    misconceptions: tuple[Misconception, ...]
    elsewhere: bool = False


@dataclass(frozen=True)
class Open:
    """An open answer: the prompt, what each level asks for from the first on, and a good answer for teachers."""

    prompt: str
    rubric: tuple[str, ...]
    example: str

    @property
    def levels(self) -> dict[str, str]:
        """Each level in words, by its number."""
        return {str(number): f"Level {number}: {text}" for number, text in enumerate(self.rubric, start=1)}


@dataclass(frozen=True)
class Lesson:
    """One notebook as its file of specs says it.

    Attributes
    ----------
    notebook, title, about, case
        The name of its file without the ending, its heading, a sentence on it, and the name of the case that it reads.
    can
        What one can do at its end, after "You can now".
    aims, needs
        What one will be able to do, and the numbers of the notebooks that come before it.
    read, talk
        Minutes to read and play, and to talk.
    questions
        Its questions, in its order.
    """

    notebook: str
    title: str
    about: str
    case: str
    can: str
    aims: tuple[str, ...]
    needs: tuple[str, ...]
    read: int
    talk: int
    questions: tuple[Question, ...]
    short: str = ""
    """What to leave out where time is short."""
    open: Open | None = None
    """Its open answer, if it has one."""

    @property
    def number(self) -> str:
        """The two digits that its name begins with."""
        return self.notebook[:2]

    @property
    def minutes(self) -> int:
        """How long it takes in all, in minutes."""
        return self.read + self.talk + sum(question.minutes for question in self.questions)


def lessons() -> list[Lesson]:
    """Return all notebooks with their questions, in order; raises as `read_lesson`."""
    return [_read(path, path.stat().st_mtime_ns) for path in _files().values()]


def numbers() -> list[str]:
    """Return the number of each notebook, in order; no spec is read for it."""
    return list(_files())


def _files() -> dict[str, Path]:
    return {path.name[:2]: path for path in sorted(content.exercises_folder().glob("*.toml"))}


@lru_cache(maxsize=64)
def _read(path: Path, changed: int) -> Lesson:  # noqa: ARG001 - a file that was changed is read again
    return read_lesson(path)  # once: each card that follows a learner's answers asks for it each time


def lesson(number: str) -> Lesson:
    """Return the notebook of that number, such as `"03"`; the specs of the others are not read.

    Raises
    ------
    ContentError
        There is no notebook of that number.
    """
    return _read(path := file_of(number), path.stat().st_mtime_ns)


def file_of(number: str) -> Path:
    """Return the file of the notebook of that number; raises as `lesson`."""
    files = _files()
    if str(number) not in files:
        message = f"There is no notebook {number!r}. {did_you_mean(str(number), files)}"
        raise ContentError(message)
    return files[str(number)]


def questions() -> dict[str, Question]:
    """Return all questions by their ids, in the order of the notebooks; raises as `read_lesson`."""
    found: dict[str, Question] = {}
    for lesson in lessons():
        for question in lesson.questions:
            if other := found.get(question.id):
                message = f"{lesson.notebook}.toml, question {question.id}: {other.notebook} has this id already."
                raise ContentError(message)
            found[question.id] = question
    return found


@lru_cache(maxsize=64)
def _of(number: str) -> dict[str, Question]:
    """Return the questions of a notebook by their ids; none where there is no such notebook."""
    return {question.id: question for question in lesson(number).questions} if number in _files() else {}


def find(question_id: str) -> Question:
    """Return the question of that id.

    Raises
    ------
    ContentError
        There is no such question; the message names the nearest one. Or a number is given: 9.10 would be 9.1.
    """
    if isinstance(question_id, str) and (found := _of(question_id.partition(".")[0].zfill(2)).get(question_id)):
        return found
    shipped = questions()
    if isinstance(question_id, float):
        meant = [repr(name) for name in shipped if name.rstrip("0") == str(question_id).rstrip("0")]
        said = f"Type {OR.join(meant)}." if meant else HELP
        message = f"{question_id} is a number, and a question has a text. {said}"
        raise ContentError(message)
    if not isinstance(question_id, str):
        message = f"A question has a text, not a thing of the type {type(question_id).__name__}. {HELP}"
        raise ContentError(message)
    first, *_, last = shipped
    near = nearest(question_id, shipped) or f"They run from {first!r} to {last!r}."
    message = f"There is no question {question_id!r}. {near}"
    raise ContentError(message)


def read_lesson(path: Path) -> Lesson:
    """Return the notebook that one TOML file describes, with its questions.

    Raises
    ------
    ContentError
        The file is not TOML, or a spec in it is not as it should be; with the file, the question and the remedy.
    """
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        message = f"{path.name}: this is not TOML in UTF-8 ({error})."
        raise ContentError(message) from None
    _refuse(path.name, shapes.faults_of_file(raw))
    made = []
    for spec in raw["question"]:
        where = f"{path.name}, question {spec.get('id', '(no id)')}"
        _refuse(where, shapes.faults_of_spec(spec))
        try:
            question = _question(raw, spec)
        except ValueError as error:
            message = f"{where}: {error}"
            raise ContentError(message) from None
        _refuse(where, soundness.faults(question))
        made.append(question)
    return Lesson(
        **{key: raw[key] for key in (*shapes.TEXTS, *shapes.MINUTES)},
        aims=tuple(raw["aims"]),
        needs=tuple(raw["needs"]),
        questions=tuple(made),
        short=raw.get(shapes.SHORT, ""),
        open=_open(raw[shapes.OPEN]) if shapes.OPEN in raw else None,
    )


def _open(given: Mapping[str, Any]) -> Open:
    return Open(given["prompt"].strip(), tuple(given["rubric"]), given["example"].strip())


def _refuse(where: str, faults: Iterable[str]) -> None:
    """Raise an error with the first fault that is found, if any; the later ones can rest on it."""
    for fault in faults:
        message = f"{where}: {fault}"
        raise ContentError(message)


def _question(file: Mapping[str, Any], spec: Mapping[str, Any]) -> Question:
    """Return the question of a spec of the right shape; raise a ValueError where its kind cannot read an answer."""
    kind = KINDS[spec["kind"]].from_spec(spec)
    return Question(
        **{key: spec[key] for key in ("id", "track", "outcome", "level", "minutes")},
        **{key: file[key] for key in ("notebook", "title")},
        case=(case := spec.get(shapes.CASE, file["case"])),
        elsewhere=case != file["case"],
        **{key: spec[key].strip() for key in ("prompt", "right", "default")},
        kind=kind,
        paragraphs=tuple(spec["paragraphs"]),
        hints=tuple(hint.strip() for hint in spec["hints"]),
        accepted=tuple(_accepted(kind, item, spec["right"]) for item in spec["accepted"]),
        misconceptions=tuple(_misconception(kind, item) for item in spec["misconception"]),
    )


def _accepted(kind: Kind[Any], item: Mapping[str, Any], right: str) -> Accepted:
    try:
        answer = kind.need(item["answer"])
    except ValueError as error:
        message = f"accepted: {item['answer']!r} is not an answer of this kind. {error}"
        raise ValueError(message) from None
    return Accepted(answer, item.get("feedback", right).strip())


def _misconception(kind: Kind[Any], item: Mapping[str, Any]) -> Misconception:
    condition = shapes.condition(item)
    try:
        kind.check_condition(condition)
    except ValueError as error:
        message = f"misconception {condition!r}: {error}"
        raise ValueError(message) from None
    return Misconception(condition, item["feedback"].strip(), item["name"])
