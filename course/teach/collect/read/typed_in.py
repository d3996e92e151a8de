"""The answers that a teacher types after a lesson on paper: a table with a row a code and question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.questions.judge import State, judge
from course.questions.kinds.base import Read
from course.questions.record import Entry, Record, Try
from course.questions.spec import questions
from course.teach.collect.handed_in import PAPER, HandedIn, Refused
from course.teach.collect.read import faults
from course.teach.collect.read.faults import Faults
from course.teach.collect.read.tables import heads, rows
from course.teach.collect.read.tame import LONGEST_NAME, quoted, tame
from course.teach.printed.tally import COLUMNS

if TYPE_CHECKING:
    from course.questions.spec import Question

OF_OURS = {"learner", "question", "place", "answer", "state"}
ALL_BLANK = "All its answers are blank: nothing has been typed in yet."
NO_TABLE = "It is neither a class list nor typed-in answers (columns code, question and answer)."
MADE_HERE = "It is a table that `course collect` wrote; learners' own files are read, and it is not."
TWO_ROWS = (
    "There are two rows for {question}, and the first was read: {other} was not. "
    "A spreadsheet makes 3.1 of 3.10 where the column is not set to text."
)
UNREAD = "The answer to {question}, {answer}, cannot be read as one, and was passed over."
MOST_NOTES = 10


def is_typed_in(head: list[str]) -> bool:
    """Return whether a table has the columns of typed-in answers."""
    return set(COLUMNS) <= set(heads(head))


def of_table(place: str, data: bytes, changed: str) -> list[HandedIn | Refused]:
    """Return what the table holds, one a code.

    Parameters
    ----------
    place
        Where the file is; that of a code is this with the code behind it.
    data
        The table.
    changed
        When it was last changed: that of all its answers.
    """
    try:
        every, note = rows(data)
    except ValueError as error:
        return [Refused(place, str(error))]
    if not every:
        return [Refused(place, "It is empty.")]
    names = heads(every[0])
    if not is_typed_in(every[0]):
        return [Refused(place, MADE_HERE if set(names) >= OF_OURS else NO_TABLE)]
    columns = [names.index(name) for name in COLUMNS]
    by_code: dict[str, list[tuple[str, str]]] = {}
    without = []
    for number, row in enumerate(every[1:], start=2):
        code, question, answer = (row[column] if column < len(row) else "" for column in columns)
        if answer and code:
            by_code.setdefault(code, []).append((question, answer))
        elif answer:
            without.append(number)
    found: list[HandedIn | Refused] = [_of_code(place, code, given, changed, note) for code, given in by_code.items()]
    if without:
        found.append(
            Refused(place, f"A code is missing in {len(without):,} of its rows, the first is row {without[0]}.")
        )
    return found or [Refused(place, ALL_BLANK)]


def _of_code(place: str, code: str, given: list[tuple[str, str]], changed: str, note: str) -> HandedIn | Refused:
    known, entries, off = questions(), dict[str, Entry](), Faults()
    notes = [note] * bool(note)
    for typed, answer in given:
        name = typed.replace(",", ".")
        if name not in known:
            off.note(faults.UNKNOWN, typed or "a row without a question")
        elif name in entries:
            notes.append(TWO_ROWS.format(question=name, other=quoted(answer)))
        elif entry := _entry(known[name], answer, changed):
            entries[name] = entry
        else:
            notes.append(UNREAD.format(question=name, answer=quoted(answer)))
    notes = [*notes[:MOST_NOTES], *off.sentences()]
    where, name = f"{place} · {tame(code)}", tame(code, LONGEST_NAME)
    if not entries:
        return Refused(where, " ".join(["There is no answer in it that can be read.", *notes]))
    return HandedIn(where, PAPER, 0, name, "", changed, "", Record(entries), tuple(notes))


def _entry(question: Question, typed: str, at: str) -> Entry | None:
    """Return the entry of an answer in words, or None where it is none."""
    if not isinstance(question.kind.read(typed), Read):
        return None
    verdict = judge(question, typed)
    state = str(verdict.state)
    if verdict.kept is None or verdict.state == State.UNCLEAR:
        return None
    only = Try(verdict.kept, state, 0, at)
    return Entry(verdict.kept, state, verdict.kept, 1, given=(only,))
