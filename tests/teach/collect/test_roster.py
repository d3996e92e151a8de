"""Class lists, as platforms export them and as teachers type them."""

from __future__ import annotations

import pytest

from course.teach.collect.roster import class_list


@pytest.mark.parametrize(
    ("place", "text", "found"),
    [
        (
            "grades.csv",
            "Identifier,Full name,Email address,Status,Grade\nParticipant 77,Ada Byron,a@x.org,Submitted,\nParticipant 78,Bo Li,,,",
            [("Ada Byron", "moodle 77"), ("Bo Li", "moodle 78")],
        ),
        ("grades.csv", "ID;Vollständiger Name\nTeilnehmer/in77;Ada Byron", [("Ada Byron", "moodle 77")]),
        (
            "participants.csv",
            "First name,Last name,ID number,Email address\nAda,Byron,9,a@x.org\n",
            [("Ada Byron", "")],
        ),
        ("t.csv", "Vorname;Nachname\nZoë;Müller\n", [("Zoë Müller", "")]),
        (
            "canvas.csv",
            'Student,ID,SIS User ID,SIS Login ID,Section,Task (1)\n    Points Possible,,,,,10\n"Byron, Ada",12345,,,10B,\n"Student, Test",9,,,10B,',
            [("Ada Byron", "canvas 12345")],
        ),
        ("t.tsv", "Code\tOther\nL01\tx\nL02\ty\nL01\tx", [("L01", ""), ("L02", "")]),
        ("class.csv", "Ada Byron\nBo Li\n", [("Ada Byron", ""), ("Bo Li", "")]),
        ("t.csv", "name\n=cmd|x\n\x1b[31m", [("=cmd|x", ""), ("\\u001b[31m", "")]),
        ("other.csv", "Ada Byron\nBo Li\n", None),
        ("class.csv", "code,question,answer\nL01,3.1,4\n", None),
        ("t.csv", "a,b\n1,2\n", None),
        ("t.csv", "", None),
        ("names.json", "name\nAda", None),
        ("names.txt", '{"name":\n"Ada"}', None),
        ("t.csv", 'name\n"' + "x" * 200_000, None),
    ],
)
def test_it_is_read_or_it_is_none(place: str, text: str, found: list[tuple[str, str]] | None) -> None:
    assert class_list(place, text.encode()) == found
