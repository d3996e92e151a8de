"""Hand in: all answers of one learner in one file, for a teacher."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from course.questions import keeping
from course.questions.said import Said
from course.questions.spec import questions

FORMAT = 2
LONGEST_NAME = 80
SCHEMA = Path(__file__).parent / "hand_in.schema.json"
"""The JSON Schema of a hand-in."""


def hand_in(name: str = "", folder: str | Path = ".") -> Said:
    """Write one file with your answers, to give to a teacher.

    Parameters
    ----------
    name
        Your name, or a code that your teacher gave you. Nothing else about you is written.
    folder
        Where the file goes.

    Returns
    -------
    Said
        The file's name, with a link to download it; or what is missing.
    """
    if not isinstance(name, str) or not name.strip():
        return Said('Whose answers are these? Write your name or a code: course.hand_in("a name or a code")')
    name = re.sub(r"\s+", " ", name).strip()
    if len(name) > LONGEST_NAME:
        return Said(f"That name has {len(name)} letters. Give a shorter one, of at most {LONGEST_NAME}.")
    record = keeping.read()
    content = as_data(name, record)
    if not content["answers"]:
        return Said("There is no answer to hand in yet.")
    text = json.dumps(content, indent=1) + "\n"
    file = Path(folder) / f"hand-in-{_file_name(name)}.json"
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        keeping.write_in_one_step(file, text)
    except OSError as error:
        return Said(f"{file} could not be written: {error.strerror}.")
    count = len(content["answers"])
    answers = f"{count} answer{'' if count == 1 else 's'}"
    return Said(f"{answers} of {name} written to {file.name}. Give this file to your teacher.", file.name, text)


def as_data(name: str, record: keeping.Record) -> dict[str, Any]:
    """Return a hand-in as plain data, as `hand_in.schema.json` describes it.

    A question counts as soon as it was tried or a hint was taken. Times are those of Universal Time.
    """
    known = questions()
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
                "state": entry.state,
                "tries": entry.tries,
                "hints": entry.hints,
                "first": entry.first or None,
                "last": entry.last or None,
                "solution": entry.solution or None,
            }
            for question in known.values()
            if (entry := record.entries.get(question.id)) and (entry.tries or entry.hints)
        ],
    }


def course_version() -> str:
    """Return the version of the installed course."""
    try:
        return version("between-the-lines")
    except PackageNotFoundError:
        return "unknown"


def _file_name(name: str) -> str:
    """Return a name that every system takes for a file, another one for each name."""
    plain = re.sub(r"[^A-Za-z0-9-]+", "-", name).strip("-")
    return plain if plain == name else f"{plain or 'learner'}-{sha256(name.encode('utf-8', 'replace')).hexdigest()[:6]}"
