"""A hand-in judged anew by today's specs: the rows that the store keeps of it."""

from __future__ import annotations

import json
import unicodedata
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from course.questions import open_answer, task_file
from course.questions.hand_in import course_version
from course.questions.judge import State, judge
from course.questions.record import MOST_TRIES
from course.questions.spec import lessons, questions
from course.say import count, listed, verb
from course.teach.collect.read.moments import time_of

if TYPE_CHECKING:
    from course.questions.record import Entry, Record, Try
    from course.questions.spec import Lesson, Question
    from course.teach.collect.handed_in import HandedIn
    from course.teach.collect.store import Row

PAUSE = timedelta(minutes=10)
"""A longer time between two tries is not counted as work."""
EARLIEST = 3
"""How many answers, the earliest, tell one learner's work from another's."""
AHEAD = timedelta(hours=24)
"""How far a clock may be ahead before it is told."""
FEW = 5
RIGHT, NOT_YET, BLANK = str(State.RIGHT), str(State.NOT_YET), str(State.BLANK)
MOST, LONGEST = 1 << 15, 1000
"""How many judgements are remembered, and of answers with how many letters: memory does not grow with a class."""
Judgement = tuple[str, str, str]
"""An answer as JSON, its state and its misreading."""
Answered = tuple["Try", str, str, str]
"""A try with its judgement."""


@dataclass(frozen=True)
class Judged:
    """What the store keeps of one hand-in: the columns of its file, and by table its rows without the file's id."""

    file: dict[str, Any]
    rows: dict[str, list[Row]]


@cache
def _questions() -> dict[str, Question]:
    return questions()


@cache
def _lessons() -> list[Lesson]:
    return lessons()


as_json = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode
"""An answer as JSON in one line; equal answers are equal texts."""


def _judgement(question: str, answer: Any) -> Judgement:  # noqa: ANN401 - plain JSON
    """Return an answer as JSON, its state and the misreading that it meets: a class gives the same answers."""
    key = question, repr(answer)
    if key in _known:
        return _known[key]
    text = as_json(answer)
    verdict = judge(_questions()[question], json.loads(text))
    made = text, str(verdict.state), verdict.misreading
    if len(text) <= LONGEST:
        if len(_known) == MOST:
            _known.clear()
        _known[key] = made
    return made


_known: dict[tuple[str, str], Judgement] = {}


def judged(handed: HandedIn, now: datetime | None = None) -> Judged:
    """Return the rows of a hand-in.

    Parameters
    ----------
    handed
        What a file says.
    now
        The moment, for times that are still to come; the computer's where none is given.
    """
    known = _questions()
    entries: list[Row] = []
    tries: list[Row] = []
    times: dict[str, list[datetime]] = {}
    called_right = 0
    for name, entry in handed.record.entries.items():
        if name not in known or not (entry.tries or entry.hints):
            continue
        given = [(each, *_judgement(name, each.answer)) for each in entry.given]
        row = _entry(name, entry, given)
        called_right += entry.state == RIGHT != row[1]
        entries.append(row)
        tries += _tries(name, entry, given)
        moments = map(time_of, (entry.first, *(each.at for each in entry.given), entry.last))
        times.setdefault(known[name].notebook[:2], []).extend(moment for moment in moments if moment)
    last = max((max(some) for some in times.values() if some), default=None)
    notes = [
        *handed.notes,
        *_strangers(handed.record),
        *_called_right(handed.version, called_right),
        *_clocks(handed.record, last, now or datetime.now(UTC)),
    ]
    rows = {
        "entry": entries,
        "try": tries,
        "work": [(lesson, _minutes(some)) for lesson, some in times.items()],
        "writing": _writings(handed.record),
        "item": _items(handed.record),
    }
    return Judged(_file(handed, notes), rows)


def _file(handed: HandedIn, notes: list[str]) -> dict[str, Any]:
    firsts = sorted((entry.first, name) for name, entry in handed.record.entries.items() if entry.first)
    stamps = [f"{name} {first}" for first, name in firsts[:EARLIEST]]
    return {
        "place": handed.place,
        "kind": handed.kind,
        "form": handed.form,
        "name": handed.name,
        "name_key": name_key(handed.name),
        "owner": handed.owner,
        "begin": stamps[0] if stamps else "",
        "start": "\n".join(stamps) if len(stamps) == EARLIEST else "",
        "written": written.isoformat(timespec="seconds") if (written := time_of(handed.written)) else "",
        "version": handed.version,
        "notes": "\n".join(notes),
    }


def name_key(name: str) -> str:
    """Return what is the same for two ways to write one name.

    >>> name_key("  Zoë  ÅBERG ") == name_key("zoë åberg")
    True
    """
    folded = unicodedata.normalize("NFKC", name).casefold()
    return " ".join(unicodedata.normalize("NFKC", folded).split())


def _entry(name: str, entry: Entry, given: list[Answered]) -> Row:
    """Return how a question stands today, and how its first try does, where that is kept."""
    state = BLANK
    first: tuple[str | None, str | None] = (None, None)
    if entry.tries:
        _, *last = _judgement(name, entry.answer)
        state = RIGHT if last[0] == RIGHT else NOT_YET
        if entry.tries <= len(given) or len(given) == MOST_TRIES:
            first = given[0][2:]
        elif entry.tries == 1:
            first = last[0], last[1]
    begin, end = time_of(entry.first), time_of(entry.last)
    seconds = (end - begin).total_seconds() if begin and end and end >= begin else None
    return (name, state, *first, entry.tries, entry.hints, entry.solution, entry.first, entry.last, seconds)


def _tries(name: str, entry: Entry, given: list[Answered]) -> list[Row]:
    """Return a row a try; where an older version kept none, the one answer that is known is the last."""
    if not given and entry.tries:
        return [(name, entry.tries, *_judgement(name, entry.answer), entry.hints, entry.last)]
    missed = max(entry.tries - len(given), 0)
    before = MOST_TRIES // 2 if len(given) == MOST_TRIES else 0  # of very many the first half and the last are kept
    return [
        (name, place + (missed if place > before else 0), *judgement, each.hints, each.at)
        for place, (each, *judgement) in enumerate(given, start=1)
    ]


def _minutes(times: list[datetime]) -> float:
    """Return the minutes between the first time and the last, long pauses left out."""
    gaps = (after - before for before, after in pairwise(sorted(times)))
    return sum((gap for gap in gaps if gap <= PAUSE), timedelta()).total_seconds() / 60


def _writings(record: Record) -> list[Row]:
    found: list[Row] = []
    for about in _lessons():
        if about.open and (own := open_answer.given(about.number, record))["text"]:
            level = int(own["level"]) if own["level"] in about.open.levels else None
            found.append((about.number, own["text"], level, own["why"]))
    return found


def _items(record: Record) -> list[Row]:
    return [
        (when, each.item.key, each.answer, int(each.sure) if each.sure else None, int(each.right))
        for when in task_file.TIMES
        if when in record.filled
        for each in task_file.given(task_file.task(when), record)
        if each.answer or each.sure
    ]


def _strangers(record: Record) -> list[str]:
    found = [name for name, entry in record.entries.items() if name not in _questions() and entry.tries]
    return [f"This version of the course does not have {listed(found, FEW, ', ')}: not counted."] if found else []


def _called_right(version: str, found: int) -> list[str]:
    """Tell of answers that a file calls right and that are not; another version may have had other questions."""
    if not found or version != course_version():
        return []
    return [f"It calls {count(found, 'answer')} right that {verb(found, 'is', 'are')} not, by the same questions."]


def _clocks(record: Record, last: datetime | None, now: datetime) -> list[str]:
    said = []
    if last and last > now + AHEAD:
        said.append(f"It has a time that is still to come ({last:%Y-%m-%d}): a clock was off.")
    pairs = ((time_of(entry.first), time_of(entry.last)) for entry in record.entries.values())
    if backwards := sum(bool(first and last and first > last) for first, last in pairs):
        said.append(f"In {count(backwards, 'question')} the last try is earlier than the first.")
    return said
