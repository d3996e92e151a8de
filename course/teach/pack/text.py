"""The report's own text, where somebody has it: its paragraphs by the numbers of the digest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course import content, fingerprints
from course.content import ContentError
from course.finder.text import read_text
from course.loading import DEFAULT_CASE, KEPT
from course.problem import Problem
from course.teach.article import ARTICLE, article

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from course.loading import Reading


def text_of(reading: Reading, given: Path | None) -> tuple[dict[int, str] | None, list[Problem]]:
    """Return the paragraphs of a case's report, or None where its text is not at hand, and what is wrong with it.

    The text is the one that is given, or that the case keeps, or for the first case what `COURSE_ARTICLE` names; where
    the wordings are those of the digest, it is the digest. Where the text has another number of paragraphs than the
    digest, they are looked for by their fingerprints.
    """
    folder, digest = reading.folder, reading.case.digest
    called = str(given or KEPT)
    try:
        if not given and (reading.case.retold or (folder / KEPT).is_file()):
            lines = list((digest if reading.case.retold else reading.case.text).values())
        elif given:
            lines = list(read_text(given).paragraphs)
        else:
            called = f"the text that {ARTICLE} names"
            lines = (article() or []) if folder.name == DEFAULT_CASE else []
            if folder.name != DEFAULT_CASE or article() is None:
                return None, []
    except ContentError as error:
        why = str(error) if str(error).startswith(ARTICLE) else f"the text cannot be read: {error}"
        return None, [Problem(called if given else folder.name, None, None, why)]
    if {each.file for each in reading.problems} & ({content.DIGEST} if given else {content.DIGEST, KEPT}):
        return None, []
    if len(lines) == len(digest):
        return dict(zip(digest, lines, strict=True)), list(_others(reading.case.fingerprints, lines))
    found = fingerprints.find("\n".join(lines), reading.case.fingerprints) if reading.case.fingerprints else {}
    if len(found) == len(digest):
        return found, []
    message = f"{called} has {len(lines)} paragraphs, the digest {len(digest)}. One line is one paragraph."
    return None, [Problem(content.DIGEST, None, None, message)]


def _others(known: Mapping[int, fingerprints.Fingerprint], lines: list[str]) -> list[Problem]:
    """Return a warning where a text is not the one that the fingerprints were made of."""
    others = [
        number
        for number, line in enumerate(lines, start=1)
        if number in known and fingerprints.fingerprint(line) != known[number]
    ]
    if not others:
        return []
    message = (
        f"paragraph {others[0]} of the text is another one than the fingerprints were made of. {fingerprints.REMEDY}"
    )
    return [Problem(fingerprints.FILE_NAME, None, None, message, warning=True)]
