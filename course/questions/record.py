"""What is kept of a learner: an entry a question, a text a note, and what no machine judges. Plain values."""

from __future__ import annotations

import json
from dataclasses import dataclass, field, fields, replace
from datetime import UTC, datetime
from functools import cached_property
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from course.questions.json_text import in_a_line, table
from course.questions.judge import State

if TYPE_CHECKING:
    from collections.abc import Sequence

FORMAT = 2
OPEN = ("text", "level", "why")
"""What stands in the controls of an open answer."""
DONE, SURE = "done", "-sure"
"""Of a small task: whether it is done, and what the name of an item ends with where it is kept how sure one is."""
NOT_OURS = "it is not a progress file of this course"
NOT_OF_ITS_TYPE, NEWER = "a value is not of its type", "it was written by a newer version of the course"
MOST_TRIES = 40
"""How many answers to one question are kept; of more the first half of them and the last."""


class ProgressError(ValueError):
    """A progress file cannot be read or is not one of this course."""


@dataclass(frozen=True)
class Try:
    """An answer that was checked.

    Attributes
    ----------
    answer, state
        The answer, and how it was judged then.
    hints
        How many hints had been taken.
    at
        When, Universal Time.
    """

    answer: Any
    state: str
    hints: int
    at: str

    @cached_property
    def line(self) -> str:
        """Itself as JSON in a line, made once: it is written with each answer that comes after it."""
        return in_a_line(_plain(self))

    @classmethod
    def from_json(cls, content: dict[str, Any]) -> Try:
        """Return the try that a file holds.

        Raises
        ------
        TypeError, KeyError
            A value is missing, or not of its type.
        """
        state, hints, at = content["state"], content["hints"], content["at"]
        if not (isinstance(state, str) and type(hints) is int and isinstance(at, str)):
            raise TypeError(NOT_OF_ITS_TYPE)
        return cls(content["answer"], state, hints, at)


@dataclass(frozen=True)
class Entry:
    """What is kept of one question.

    Attributes
    ----------
    answer, state
        The last answer, or the right one, and how it was judged then; `standing` says how it stands today.
    tried
        The last answer that was checked; the same one twice in a row is one try.
    tries, hints
        How often an answer was checked, and how many hints were taken.
    first, last
        When it was first and last tried, Universal Time.
    solution
        When a solution was first shown before it was answered right, Universal Time; empty where none was.
    given
        Each answer that was checked, in order; of very many the first and the last.
    draft
        What stands in the controls and was not checked, by their names; it is no answer and is not handed in.
    """

    answer: Any = None
    state: str = str(State.BLANK)
    tried: Any = None
    tries: int = 0
    hints: int = 0
    first: str = ""
    last: str = ""
    draft: dict[str, Any] | None = None
    solution: str = ""
    given: tuple[Try, ...] = ()

    @classmethod
    def from_json(cls, content: dict[str, Any]) -> Entry:
        """Return the entry that a progress file holds; what another version has added is passed over.

        Raises
        ------
        TypeError
            A value is not of its type.
        """
        if not isinstance(content, dict):
            raise TypeError(NOT_OF_ITS_TYPE)
        given = tuple(Try.from_json(each) for each in content.get("given", ()))
        entry = cls(**{one.name: content[one.name] for one in fields(cls) if one.name in content} | {"given": given})
        texts, counts = (entry.state, entry.first, entry.last, entry.solution), (entry.tries, entry.hints)
        are_texts = all(isinstance(text, str) for text in texts)
        are_counts = all(type(count) is int for count in counts)
        if not (are_texts and are_counts and isinstance(entry.draft, dict | None)):
            raise TypeError(NOT_OF_ITS_TYPE)
        return entry

    @cached_property
    def line(self) -> str:
        """Itself as JSON in a line, made once: most entries are written again as they were."""
        return f"{in_a_line({**_plain(self), 'given': []})[:-2]}{', '.join(each.line for each in self.given)}]}}"

    def checked(self, answer: Any, state: State, at: str, stood: str) -> Entry:  # noqa: ANN401 - plain JSON
        """Return the entry after an answer was checked.

        A right answer is not undone by a later one, and the same answer given again at once is no new try: a notebook
        may be run from top to bottom as often as one likes.

        Parameters
        ----------
        answer, state
            The answer and how it was judged.
        at
            The moment, Universal Time.
        stood
            How the entry stood until now, by today's spec.
        """
        same = bool(self.tries) and self.tried == answer
        if same and (state != State.RIGHT or stood == State.RIGHT):
            return replace(self, draft=None) if self.draft else self
        tries = self.tries + (not same)
        given = self.given if same else _few((*self.given, Try(answer, str(state), self.hints, at)))
        kept = (self.answer, self.state) if stood == State.RIGHT != state else (answer, str(state))
        first = self.first or at
        return Entry(*kept, answer, tries, self.hints, first, at, solution=self.solution, given=given)

    def merged(self, other: Entry) -> Entry:
        """Return both in one: a right answer before any other, then the later one; nothing that was counted is lost."""
        better = max(self, other, key=lambda entry: (entry.state == State.RIGHT, entry.last, entry.tries))
        return replace(
            better,
            tries=max(self.tries, other.tries),
            hints=max(self.hints, other.hints),
            first=min(filter(None, [self.first, other.first]), default=""),
            last=max(self.last, other.last),
            solution=min(filter(None, [self.solution, other.solution]), default=""),
            draft=self.draft if other.draft is None and other.last <= self.last else other.draft,
            given=_few(
                sorted([*self.given, *(each for each in other.given if each not in self.given)], key=attrgetter("at"))
            ),
        )


@dataclass(frozen=True)
class Record:
    """All that is kept of a learner.

    Attributes
    ----------
    entries, notes
        An entry a question, and a text a note.
    filled
        What stands in the controls of an open answer, by the number of its notebook, and of a small task.
    """

    entries: dict[str, Entry] = field(default_factory=dict)
    notes: dict[str, str] = field(default_factory=dict)
    filled: dict[str, dict[str, Any]] = field(default_factory=dict)

    @property
    def answered(self) -> int:
        """How many questions were answered, rightly or not."""
        return sum(entry.tries > 0 for entry in self.entries.values())

    def entry(self, question_id: str) -> Entry:
        """Return what is kept of a question, an empty entry where there is nothing yet."""
        return self.entries.get(question_id, Entry())

    def to_json(self) -> str:
        """Return the record as the text of a progress file, each question in a line."""
        tables = {
            "entries": {name: entry.line for name, entry in sorted(self.entries.items())},
            "notes": {name: in_a_line(note) for name, note in sorted(self.notes.items())},
            "filled": {name: in_a_line(values) for name, values in sorted(self.filled.items())},
        }
        return table({"format": str(FORMAT), **{name: table(lines, 1) for name, lines in tables.items()}}) + "\n"

    @classmethod
    def from_json(cls, text: str) -> Record:
        """Return the record that a progress file holds.

        What another version of the course has added to an entry is passed over; questions that this version
        does not have stay in the record.

        Raises
        ------
        ProgressError
            The text is not that of a progress file.
        """
        try:
            content = json.loads(text)
            newer = content["format"] > FORMAT
            entries = {str(name): Entry.from_json(entry) for name, entry in content["entries"].items()}
            notes = {str(name): str(note) for name, note in content["notes"].items()}
            filled = {str(name): dict(values.items()) for name, values in content.get("filled", {}).items()}
        except (ValueError, RecursionError, KeyError, TypeError, AttributeError):
            raise ProgressError(NOT_OURS) from None
        if newer:
            raise ProgressError(NEWER)
        return cls(entries, notes, filled)

    @classmethod
    def from_hand_in(cls, text: str) -> Record:
        """Return the record that a progress file or a hand-in holds; a hand-in has no notes and no drafts.

        Raises
        ------
        ProgressError
            The text is neither.
        """
        try:
            content = json.loads(text)
            answers = content["answers"]
            given = {str(each["question"]): {**each, "tried": each["answer"]} for each in answers}
            times = {
                name: {key: each[key] or "" for key in ("first", "last", "solution") if key in each}
                for name, each in given.items()
            }
            entries = {name: Entry.from_json({**each, **times[name]}) for name, each in given.items()}
            filled = {
                str(each["notebook"]): {name: str(each[name] or "") for name in OPEN}
                for each in content.get("open", [])
            }
            return cls(entries, filled=filled | {task["when"]: _of_task(task) for task in content.get("tasks", [])})
        except (ValueError, RecursionError, KeyError, TypeError, AttributeError):
            return cls.from_json(text)

    def merged(self, other: Record) -> Record:
        """Return both records in one, question by question; of two notes of one name, the other's."""
        entries = dict(self.entries)
        for name, entry in other.entries.items():
            entries[name] = entries[name].merged(entry) if name in entries else entry
        return Record(entries, {**self.notes, **other.notes}, {**self.filled, **other.filled})

    def lacks(self, other: Record) -> bool:
        """Return whether another record has an answer, or a right one, where there is none here."""
        answers = {name: entry for name, entry in self.entries.items() if entry.tries}
        return not other.filled.keys() <= self.filled.keys() or any(
            name not in answers or (entry.state == State.RIGHT != answers[name].state)
            for name, entry in other.entries.items()
            if entry.tries
        )

    def since(self, before: Record) -> Record:
        """Return what is new or another one in this record."""
        entries = {name: entry for name, entry in self.entries.items() if before.entries.get(name) != entry}
        notes = {name: note for name, note in self.notes.items() if before.notes.get(name) != note}
        return Record(entries, notes, {name: it for name, it in self.filled.items() if before.filled.get(name) != it})

    def with_(self, new: Record) -> Record:
        """Return this record with what another one has in the place of its own."""
        return Record({**self.entries, **new.entries}, {**self.notes, **new.notes}, {**self.filled, **new.filled})


def _few(given: Sequence[Try]) -> tuple[Try, ...]:
    """Return some tries, of very many the first and the last."""
    return tuple(given) if len(given) <= MOST_TRIES else (*given[: MOST_TRIES // 2], *given[-MOST_TRIES // 2 :])


def _of_task(task: dict[str, Any]) -> dict[str, Any]:
    """Return what stood in the controls of a small task that was handed in."""
    answers = {item["item"]: item["answer"] for item in task["items"]}
    return answers | {f"{item['item']}{SURE}": str(item["sure"] or "") for item in task["items"]} | {DONE: task["done"]}


def now() -> str:
    """Return the moment, Universal Time."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def _plain(one: Entry | Try) -> dict[str, Any]:
    """Return the values of an entry or a try by their names; what they hold is not copied."""
    return {name: getattr(one, name) for name in one.__match_args__}
