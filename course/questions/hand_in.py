"""Hand in: all answers of one learner in one file, for a teacher."""

from __future__ import annotations

import json
import re
import unicodedata
from dataclasses import asdict
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from course.files import given_place, numbered, patiently, plain_name, why, write_in_one_step
from course.questions import exchange, keeping, open_answer, task_file
from course.questions.hand_in_panel import ASKS, HandInPanel
from course.questions.json_text import as_text
from course.questions.judge import judge
from course.questions.record import Record, Try
from course.questions.said import Said
from course.questions.spec import lessons, questions
from course.questions.standing import state_of
from course.say import and_, count

if TYPE_CHECKING:
    from course.questions.spec import Question
    from course.questions.task_file import Given

FORMAT = 4
LONGEST_NAME = 80
BY_HAND = "Download it, and give the file to your teacher."
COUNTED = {"answers": "answer", "open": "open answer", "tasks": "small task"}
SCHEMA = Path(__file__).parent / "hand_in.schema.json"
"""The JSON Schema of a hand-in."""


def hand_in(name: str | int = "", folder: str | Path = ".") -> Said | HandInPanel:
    """Write one file with your answers, to give to a teacher; without a name, show a field for it and a button.

    A file that holds more than you have now is not written over: yours gets another name, and that is said. Where
    the environment names a folder of your teacher's (`COURSE_EXCHANGE`), as on a hub, a copy goes there too.

    Parameters
    ----------
    name
        Your name, or a code that your teacher gave you. Nothing else about you is written.
    folder
        Where the file goes.

    Returns
    -------
    Said, HandInPanel
        The file's name, with a link to download it; or what is missing. Without a name a field and a button.
    """
    name = str(name) if isinstance(name, int) and not isinstance(name, bool) else name
    if not isinstance(name, str):
        return Said(ASKS)
    return write(name, folder) if name.strip() else HandInPanel(lambda typed: write(typed, folder))


def write(name: str, folder: str | Path = ".") -> Said:
    """Write the file of a learner; return what came of it."""
    name = unicodedata.normalize("NFC", re.sub(r"\s+", " ", name).strip())
    if len(name) > LONGEST_NAME:
        return Said(f"That name has {len(name)} letters. Give a shorter one, of at most {LONGEST_NAME}.")
    try:
        content = as_data(name, keeping.read_whole())
    except OSError as error:
        return Said(f"Your answers cannot be read now ({why(error)}). Nothing was written. Try again in a moment.")
    if not any(content[key] for key in COUNTED):
        return Said("There is no answer to hand in yet.")
    text = as_text(content)
    first = given_place(folder) / f"hand-in-{plain_name(name)}.json"
    given = exchange.hand_over(first.name, text, lambda file: _holds_more(file, content)) if exchange.is_set() else ""
    try:
        first.parent.mkdir(parents=True, exist_ok=True)
        file = next(file for file in numbered(first) if not _holds_more(file, content))
        write_in_one_step(file, text)
    except OSError as error:
        said = f"{first} could not be written: {why(error)}. {given or BY_HAND}"
        return Said(said, first.name, text)
    answers = and_(count(len(content[key]), word) for key, word in COUNTED.items() if content[key])
    stays = f"{first.name} has others and stays as it is. " if file != first else ""
    give = given or f"Give this file to your teacher{' as well' if stays else ''}."
    return Said(f"{answers} of {name} written to {file.name}. {stays}{give}", file.name, text)


def _holds_more(file: Path, content: dict[str, Any]) -> bool:
    """Return whether a file holds what a new hand-in does not, or something else altogether."""
    try:
        text = patiently(lambda: file.read_text(encoding="utf-8-sig"))
        is_another = json.loads(text)["name"] != content["name"]
        return is_another or Record.from_hand_in(as_text(content)).lacks(Record.from_hand_in(text))
    except FileNotFoundError:
        return False
    except (OSError, ValueError, KeyError, TypeError):
        return True


def as_data(name: str, record: Record) -> dict[str, Any]:
    """Return a hand-in as plain data, as `hand_in.schema.json` describes it.

    A question counts as soon as it was tried or a hint was taken. Times are those of Universal Time.
    """
    known = questions()
    given = {when: task_file.given(task_file.task(when), record) for when in task_file.TIMES}
    return {
        "format": FORMAT,
        "course": course_version(),
        "name": name,
        "written": datetime.now(UTC).isoformat(timespec="seconds"),
        "answers": [
            {
                "question": question.id,
                "case": question.case,
                "kind": question.kind.name,
                "answer": entry.answer,
                "state": str(state_of(question, entry)),
                "tries": entry.tries,
                "hints": entry.hints,
                "first": entry.first or None,
                "last": entry.last or None,
                "solution": entry.solution or None,
                "given": [_try(question, each) for each in entry.given],
            }
            for question in known.values()
            if (entry := record.entry(question.id)).tries or entry.hints
        ],
        "open": [
            {
                "notebook": about.number,
                **own,
                "level": int(own["level"]) if own["level"] in about.open.levels else None,
                "judged_by_machine": False,
            }
            for about in lessons()
            if about.open and (own := open_answer.given(about.number, record))["text"]
        ],
        "tasks": [
            {"when": when, "done": task_file.is_done(when, record), "items": [_item(each) for each in some]}
            for when, some in given.items()
            if any(each.answer or each.sure for each in some)
        ],
    }


def _try(question: Question, given: Try) -> dict[str, Any]:
    """Return an answer that was checked, judged by today's spec, with the name of the misreading that it meets."""
    verdict = judge(question, given.answer)
    return {**asdict(given), "state": str(verdict.state), "met": verdict.misreading or None}


def _item(given: Given) -> dict[str, Any]:
    return {
        "item": given.item.key,
        "answer": given.answer or None,
        "sure": int(given.sure) if given.sure else None,
        "right": given.right if given.answer else None,
    }


def course_version() -> str:
    """Return the version of the installed course."""
    try:
        return version("between-the-lines")
    except PackageNotFoundError:
        return "unknown"
