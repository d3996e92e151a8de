"""What a guide asks for in the pack of its lesson: the table `[pack]` of its file, read and checked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from course import content
from course.content import ContentError, did_you_mean
from course.questions.spec import lessons
from course.teach.guide_files import fail, read_toml_of_guide
from course.teach.guides import guides_folder
from course.teach.printed.cards import DECKS
from course.teach.source import read

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

    from course.questions.spec import Lesson

LISTS = ("cards", "stills", "without")
CASE, REPORT = "case", "report"


@dataclass(frozen=True)
class Asked:
    """What a guide asks for.

    Attributes
    ----------
    cards
        The keys of decks of cards, strips, sheets and maps.
    stills
        The keys of the parts whose explorer is printed as it stands.
    without
        The numbers of questions, and the keys of parts with an explorer, that need a screen: they stay off the pages.
    case
        The name of the case that the decks are made from.
    report
        Whether all of the report is printed in our words, not only what questions need and no page shows.
    """

    cards: tuple[str, ...]
    stills: tuple[str, ...]
    without: tuple[str, ...]
    case: str
    report: bool = False


def asked_of(lesson: Lesson) -> Asked:
    """Return what the guide of a lesson asks for.

    Raises
    ------
    ContentError
        The guide is not as it should be, or asks for what there is not; with file, key, value and remedy.
    """
    path = guides_folder() / f"{lesson.notebook}.toml"
    raw = read_toml_of_guide(path).get("pack", {})
    for key in raw:
        _known(path, key, (*LISTS, CASE, REPORT), "a key")
    lists = {name: _texts(path, name, raw.get(name, [])) for name in LISTS}
    known: dict[str, Collection[str]] = {
        "cards": DECKS,
        "stills": read(lesson.notebook).explored,
        "without": [*(question.id for question in lesson.questions), *read(lesson.notebook).explored],
    }
    explorer = "the key of a part with an explorer"
    what = {"cards": "a deck", "stills": explorer, "without": f"the number of a question or {explorer}"}
    for name, values in lists.items():
        for value in values:
            _known(path, value, known[name], what[name])
    case = raw.get(CASE, lesson.case)
    cases = sorted(each.parent.name for each in content.cases_folder().glob("*/digest.md"))
    _known(path, case, cases, "a case")
    report = raw.get(REPORT, False)
    if not isinstance(report, bool):
        fail(path, f"[pack], {REPORT!r} must be true or false, not {report!r}.")
    return Asked(case=case, report=report, **lists)


def problems() -> list[str]:
    """Return a sentence for each guide that asks for what there is not; the guides are sound in all else."""
    found = []
    for lesson in lessons():
        try:
            asked_of(lesson)
        except ContentError as error:
            found.append(str(error))
    return found


def _texts(path: Path, name: str, value: Any) -> tuple[str, ...]:  # noqa: ANN401 - what TOML can hold
    if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
        fail(path, f"[pack], {name!r} must be a list of texts, not {value!r}.")
    return tuple(value)


def _known(path: Path, value: str, known: Collection[str], what: str) -> None:
    if value not in known:
        fail(path, f"[pack], {value!r} is not {what}. {did_you_mean(value, known)}")
