"""The list of a class, as platforms export it and as teachers type it: who is expected to hand in."""

from __future__ import annotations

import re

from course.teach.collect import foreign
from course.teach.collect.tables import heads, rows
from course.teach.collect.tame import LONGEST_NAME, tame

WHOLE = {
    *("name", "full name", "student", "student name", "learner", "pupil", "code", "display name"),
    *(
        "vollständiger name",
        "nom complet",
        "nombre completo",
        "nome",
        "nom",
        "nombre",
        "ім'я",
        "повне ім'я",
        "imię i nazwisko",
    ),
}
FIRST = {"first name", "firstname", "given name", "vorname", "prénom", "imię"}
LAST = {
    "last name",
    "lastname",
    "surname",
    "family name",
    "nachname",
    "nom de famille",
    "apellidos",
    "apellido(s)",
    "nazwisko",
}
IDENTIFIER = {"identifier", "id", "identifiant", "identificador", "identyfikator", "ідентифікатор"}
CANVAS = {"student", "id", "section"}
NO_LEARNER = re.compile(r"\s*(points possible|student, test|test student)?\s*", re.IGNORECASE)
"""Rows of Canvas's table that are no learner's."""
PARTICIPANT = re.compile(r"\D+?(\d+)")
"""`Participant 1234567`, in whatever language the platform speaks."""
LIST = re.compile(r"class|list|roster|names|learners|students", re.IGNORECASE)
LONGEST = 100_000
ENDS = {".csv", ".tsv", ".txt", ""}


def class_list(place: str, data: bytes) -> list[tuple[str, str]] | None:
    """Return the learners of a class list, each with the name and the number on a platform; None where it is none.

    Parameters
    ----------
    place
        Where the file is. A file called a list, such as `class.csv`, may be one column of names without a head.
    data
        The table.
    """
    if foreign.end_of(place) not in ENDS or data[:64].lstrip().startswith((b"{", b"[")):
        return None
    try:
        (head, *body), _ = rows(data)
    except ValueError:
        return None
    names = heads(head)
    if {"question", "answer"} & set(names):
        return None
    if {*CANVAS} <= set(names):
        found = _canvas(names, body)
    elif FIRST & set(names) and LAST & set(names):
        found = _in_two(names, body)
    elif known := [place for place, name in enumerate(names) if name in WHOLE]:
        found = _in_one(names, body, known[0])
    elif len(head) == 1 and LIST.search(place.rpartition("/")[2]) and all(len(row) == 1 for row in body):
        found = [(row[0], "") for row in [head, *body]]
    else:
        return None
    tamed = ((tame(name, LONGEST_NAME), owner) for name, owner in found)
    return list(dict.fromkeys(each for each in tamed if each[0]))[:LONGEST]


def _cell(row: list[str], place: int) -> str:
    return row[place] if place < len(row) else ""


def _canvas(names: list[str], body: list[list[str]]) -> list[tuple[str, str]]:
    student, number = names.index("student"), names.index("id")
    found = []
    for row in body:
        name = _cell(row, student)
        if NO_LEARNER.fullmatch(name):
            continue
        last, comma, first = name.partition(",")
        said = f"{first.strip()} {last.strip()}" if comma else name
        found.append((said, f"canvas {_cell(row, number)}" if _cell(row, number).isdigit() else ""))
    return found


def _in_two(names: list[str], body: list[list[str]]) -> list[tuple[str, str]]:
    first, last = (next(place for place, name in enumerate(names) if name in some) for some in (FIRST, LAST))
    return [(f"{_cell(row, first)} {_cell(row, last)}".strip(), _participant(names, row)) for row in body]


def _in_one(names: list[str], body: list[list[str]], place: int) -> list[tuple[str, str]]:
    return [(_cell(row, place), _participant(names, row)) for row in body]


def _participant(names: list[str], row: list[str]) -> str:
    """Return the number that Moodle's grading worksheet has for a learner, as a path that Moodle made names it."""
    for place, name in enumerate(names):
        if name in IDENTIFIER and (found := PARTICIPANT.fullmatch(_cell(row, place))):
            return f"moodle {found[1]}"
    return ""
