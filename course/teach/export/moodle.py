"""The course as a question bank for Moodle, and what Moodle's quiz cannot hold of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.say import count
from course.teach.export.folder import write as write_files
from course.teach.export.held import Held, held
from course.teach.export.moodle_xml import category, open_answer, question, quiz
from course.teach.worksheet import chosen

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from course.questions.spec import Lesson

BANK, LEFT_OUT = "between-the-lines.xml", "left-out.txt"
HEADS = ("Questions that Moodle's quiz cannot hold", "Replies that Moodle's quiz cannot give")
THEN = "Then, in Moodle: Question bank, Import, Moodle XML format, and choose {file}"


def files(only: Sequence[str] = ()) -> dict[str, str]:
    """Return the texts of both files by their names: the question bank, and what is left out with the reasons.

    Parameters
    ----------
    only
        How the names of the notebooks begin; all where none is given.

    Raises
    ------
    ContentError
        No notebook has a name that begins so, or a file of questions is not as it should be.
    """
    lessons = chosen(only)
    bank = quiz(*(f"\n{part}" for lesson in lessons for part in _of_lesson(lesson) if part), "\n")
    without = zip(HEADS, (left_out(lessons), lost(lessons)), strict=True)
    told = [f"{head}: {len(lines)}\n\n" + "".join(f"{line}\n" for line in lines) for head, lines in without]
    return {BANK: bank, LEFT_OUT: "\n".join(told)}


def write(folder: Path, only: Sequence[str] = ()) -> Iterator[str]:
    """Write both files into a folder, and yield a line on each, on what is left out, and on what to do next.

    Raises
    ------
    ContentError
        As for `files`; or the folder has other files of these names: then nothing is written.
    OSError
        The folder cannot be written to.
    """
    yield from write_files(folder, files(only))
    lessons = chosen(only)
    without = left_out(lessons)
    asked = sum(len(lesson.questions) for lesson in lessons)
    yield f"{asked - len(without)} of {count(asked, 'question')} are in it. {LEFT_OUT} names the others:"
    yield from without
    yield THEN.format(file=folder / BANK)


def left_out(lessons: Sequence[Lesson]) -> list[str]:
    """Return a line on each question that Moodle cannot hold, with the reason."""
    found = [(asked.id, held(asked)) for lesson in lessons for asked in lesson.questions]
    return [f"{name}: {why}" for name, why in found if isinstance(why, str)]


def lost(lessons: Sequence[Lesson]) -> list[str]:
    """Return a line on each foreseen answer that gets no reply of its own in Moodle, with the reason."""
    found = [held(asked) for lesson in lessons for asked in lesson.questions]
    return [line for each in found if isinstance(each, Held) for line in each.lost]


def _of_lesson(lesson: Lesson) -> Iterator[str]:
    yield category(lesson)
    for asked in lesson.questions:
        found = held(asked)
        if isinstance(found, Held):
            yield question(asked, found)
    yield open_answer(lesson)
