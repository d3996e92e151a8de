"""What a learning platform writes into the path of a file: whose it is."""

from __future__ import annotations

import re
from typing import NamedTuple

from course.teach.collect.tame import LONGEST_NAME, tame

MOODLE = re.compile(r"(?P<name>[^/]*?)_(?P<id>\d+)_assignsubmission_(?:file|onlinetext)(?:_|$)")
"""`First Last_1234567_assignsubmission_file_`, a folder or the start of a file's name; with a group
`Group A-First Last`.

The number is that of the grading worksheet, not of the user, and another one in each assignment.
"""
CANVAS = re.compile(r"(?P<name>[^/_]+)_(?:LATE_)?(?P<id>\d{2,})_\d{3,}_.+", re.IGNORECASE)
"""`lastfirst_LATE_12345_67890_file.json`: of the user the sortable name without signs, and the number."""
CANVAS_UNNAMED = re.compile(r"anon_(?:LATE_)?(?P<id>[A-Za-z0-9]{5})_\d+_.+", re.IGNORECASE)
BLACKBOARD = re.compile(r".+?_(?P<id>[^/_]+)_attempt_\d{4}(?:-\d\d){5}(?P<rest>_.*|\.txt)")
"""`Task_username_attempt_2026-11-20-10-00-00_file.json`; a `.txt` without a rest is the platform's own note."""
BRIGHTSPACE = re.compile(r"\d+-(?P<id>\d+) ?- ?(?P<name>[^/]+?) ?- ?[^/-]*\d{4} \d{3,4} ?[AP]M.*")
"""`12345-67890 - First Last - Nov 20, 2026 1000 AM`, a folder."""
EXCHANGE = re.compile(r"(?P<id>[^/+]+)\+[^/+]+\+\d{4}-\d\d-\d\d[ T][^/+]*(?:\+.*)?")
"""`user+task+2026-11-20 10:00:00.000000 UTC+…`, a folder of nbgrader's exchange on a hub."""
UNNAMED = {"moodle": "participant", "canvas": "anon"}
"""What stands in place of a name where learners are anonymous; the number tells them apart."""
PLATFORMS = (
    ("moodle", MOODLE),
    ("canvas", CANVAS_UNNAMED),
    ("blackboard", BLACKBOARD),
    ("canvas", CANVAS),
    ("brightspace", BRIGHTSPACE),
    ("nbgrader", EXCHANGE),
)


class Owner(NamedTuple):
    """Whose a file is: the name on a platform, and the platform with the number or name there; both can be empty."""

    name: str
    owner: str


def owner_of(place: str) -> Owner:
    """Return whose a file is as its path says; the part nearest to the file counts.

    >>> owner_of("03/Ada Byron_1234567_assignsubmission_file_/hand-in.json")
    Owner(name='Ada Byron', owner='moodle 1234567')
    """
    for part in reversed(place.split("/")):
        for platform, pattern in PLATFORMS:
            if found := pattern.match(part):
                name = (found.groupdict().get("name") or UNNAMED.get(platform, found["id"])).strip()
                if name.casefold() in UNNAMED.values():
                    name = f"{name} {found['id']}"
                return Owner(tame(name, LONGEST_NAME), f"{platform} {tame(found['id'])}")
    return Owner("", "")


def is_own_note(name: str) -> bool:
    """Return whether a file is a note that a platform lays beside what was handed in."""
    found = BLACKBOARD.fullmatch(name)
    return found is not None and found["rest"] == ".txt"
