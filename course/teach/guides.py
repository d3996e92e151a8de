"""The teacher's guides: TOML files, read into frozen values, and checked against their notebooks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from course import content
from course.content import ContentError, did_you_mean
from course.questions.misreadings import misreadings
from course.questions.spec import read_lesson
from course.teach import clock
from course.teach import source as sources
from course.teach.clock import LONGEST, Step
from course.teach.guide_files import FRAMEWORKS, TEXTS, fail, read_frameworks, read_toml_of_guide
from course.teach.marks import TALK

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from course.questions.spec import Lesson
    from course.teach.source import Source


@dataclass(frozen=True)
class Framework:
    """A recognised framework that outcomes are held against: its name and where it is found."""

    key: str
    name: str
    link: str


@dataclass(frozen=True)
class Outcome:
    """What learners will be able to do, in the words of the questions, and the keys of its frameworks."""

    text: str
    frameworks: tuple[str, ...]


@dataclass(frozen=True)
class Task:
    """What stands on the learner's pages above the explorer of a part (its key), with lines to write on."""

    part: str
    do: str


@dataclass(frozen=True)
class Exit:
    """The ticket that learners hand in at the door: what it asks, and an answer on each of three levels."""

    prompt: str
    levels: tuple[str, ...]


@dataclass(frozen=True)
class Means:
    """How the lesson goes with paper alone, with one projector, with a laptop for two."""

    paper: str
    projector: str
    pairs: str


@dataclass(frozen=True)
class Room:
    """A room in which a war is near: what in this lesson can hurt, and a sentence that is prepared."""

    hurts: str
    say: str


@dataclass(frozen=True)
class Guide:
    """What a teacher gets to know of one notebook beyond its questions.

    Attributes
    ----------
    notebook
        The name of the notebook's file without the ending.
    aim, before, on_paper
        What the lesson is for, what to prepare, and how to do it with no computers.
    say, board, exit
        Three sentences to begin with, what is on the board in lines of text, and the ticket at the end.
    fast, slow, means, room
        What else there is for the fast and the slow, with other means, and in a room in which a war is near.
    misreadings
        The names of the misreadings that matter most in the lesson, first the one to look for first.
    listen_for
        What to listen for at each numbered prompt to talk about.
    outcomes
        The outcomes with their frameworks.
    plans
        The steps of the lesson by the clock, by the key of the plan: of 45 minutes, and of 90 where there is so much.
    tasks
        What the learner's pages say to do with an explorer that stands still.
    """

    notebook: str
    aim: str
    before: str
    on_paper: str
    fast: str
    slow: str
    say: tuple[str, ...]
    board: str
    exit: Exit
    means: Means
    room: Room
    misreadings: tuple[str, ...]
    listen_for: tuple[str, ...]
    outcomes: tuple[Outcome, ...]
    plans: Mapping[str, tuple[Step, ...]]
    tasks: tuple[Task, ...] = ()


def guides_folder() -> Path:
    """Return the folder with the guides, one TOML file a notebook, and the frameworks."""
    return content.notebooks_folder() / "guides"


def frameworks() -> dict[str, Framework]:
    """Return the frameworks by their keys, in the order of their file.

    Raises
    ------
    ContentError
        The file is missing, or an entry in it is not as it should be.
    """
    entries = read_frameworks(guides_folder() / f"{FRAMEWORKS}.toml")
    return {key: Framework(key, **entry) for key, entry in entries.items()}


def guide_of(lesson: Lesson) -> Guide:
    """Return the guide of a notebook, read and checked.

    Raises
    ------
    ContentError
        The guide is missing, or something in it is not as it should be; with file, key, value and remedy.
    """
    path = guides_folder() / f"{lesson.notebook}.toml"
    guide = read_guide(path)
    check(guide, lesson, sources.read(lesson.notebook), frameworks())
    return guide


def problems() -> list[str]:
    """Return a sentence for each guide that is missing or is not as it should be, the first thing that is wrong.

    A notebook whose questions cannot be read is passed over: they are to be mended first.
    """
    specs = {path.stem: path for path in sorted(content.exercises_folder().glob("*.toml"))}
    guides = {path.stem for path in guides_folder().glob("*.toml")} - {FRAMEWORKS}
    found = [
        f"guides/{name}.toml: there is no notebook {name!r}. {did_you_mean(name, specs)}"
        for name in sorted(guides - specs.keys())
    ]
    for path in specs.values():
        try:
            lesson = read_lesson(path)
        except ContentError:
            continue
        try:
            guide_of(lesson)
        except ContentError as error:
            found.append(str(error))
    return list(dict.fromkeys(found))


def read_guide(path: Path) -> Guide:
    """Return the guide that one TOML file holds.

    Raises
    ------
    ContentError
        The file is missing or is not TOML, a key is missing or unknown, or a value is not what it must be.
    """
    raw = read_toml_of_guide(path)
    return Guide(
        **{name: raw[name].strip() for name in TEXTS},
        say=tuple(raw["say"]),
        board=raw["board"].strip("\n"),
        exit=Exit(raw["exit"]["prompt"], tuple(raw["exit"]["levels"])),
        means=Means(**raw["means"]),
        room=Room(**raw["room"]),
        misreadings=tuple(raw["misreadings"]),
        listen_for=tuple(raw["listen_for"]),
        outcomes=tuple(Outcome(item["text"], tuple(item["frameworks"])) for item in raw["outcome"]),
        plans={name: tuple(map(_step, raw[name])) for name in LONGEST if name in raw},
        tasks=tuple(Task(**item) for item in raw.get("paper", [])),
    )


def _step(item: Mapping[str, Any]) -> Step:
    other = {key: item[key] for key in ("minutes", "do", "part", "behind") if key in item}
    return Step(**other, need=item["for"], questions=tuple(item.get("questions", ())))


def check(guide: Guide, lesson: Lesson, source: Source, known: Mapping[str, Framework]) -> None:
    """Hold a guide against its notebook.

    Raises
    ------
    ContentError
        A part, a question or a misreading is not known, a plan by the clock cannot be held in its minutes, a prompt has
        nothing to listen for, an outcome is not that of a question or the other way round, or a framework is not known.
    """
    path = guides_folder() / f"{lesson.notebook}.toml"
    if guide.notebook != lesson.notebook:
        fail(path, f"notebook: {guide.notebook!r} is not the name of its notebook. Write {lesson.notebook!r}.")
    _check_parts(path, guide, source)
    for name, plan in guide.plans.items():
        for problem in clock.problems(name, plan, lesson, source.titles):
            fail(path, problem)
    if len(guide.listen_for) != len(source.prompts):
        few = f"{len(guide.listen_for)} text(s), but there are {len(source.prompts)} numbered prompt(s)"
        fail(path, f"listen_for: {few} in the cells with the tag {TALK!r}. Write one for each, in their order.")
    _check_outcomes(path, guide, [question.outcome for question in lesson.questions])
    foreseen = dict.fromkeys(each.name for question in lesson.questions for each in question.misconceptions)
    for name in guide.misreadings:
        _check_named(path, "misreadings", name, misreadings(), "the name of a misreading")
        _check_named(path, "misreadings", name, foreseen, "foreseen in a question of this notebook")
    for number, outcome in enumerate(guide.outcomes, start=1):
        for key in outcome.frameworks:
            _check_named(path, f"[[outcome]] {number}, frameworks", key, known, "a key of frameworks.toml")


def _check_parts(path: Path, guide: Guide, source: Source) -> None:
    for number, task in enumerate(guide.tasks, start=1):
        what = "the key of a part with an explorer"
        _check_named(path, f"[[paper]] {number}, part", task.part, source.explored, what)


def _check_outcomes(path: Path, guide: Guide, asked: list[str]) -> None:
    """Want the outcomes of a guide to be those of the questions, each once."""
    given = [outcome.text for outcome in guide.outcomes]
    for number, text in enumerate(given, start=1):
        _check_named(path, f"[[outcome]] {number}, text", text, dict.fromkeys(asked), "the outcome of a question")
        if text in given[: number - 1]:
            fail(path, f"[[outcome]] {number}, text: {text!r} is there twice. Keep one.")
    for text in asked:
        if text not in given:
            fail(path, f"outcome: {text!r} is the outcome of a question and has no [[outcome]]. Add one.")


def _check_named(path: Path, place: str, name: str, valid: Iterable[str], what: str) -> None:
    if name not in (names := list(valid)):
        fail(path, f"{place}: {name!r} is not {what}. {did_you_mean(name, names)}")
