"""What is off in a file of answers, gathered, and then said: a sentence a kind, whatever the number."""

from __future__ import annotations

from course.say import count, listed
from course.teach.collect.read.tame import tame

MOST_NAMED = 5
MOST_KEPT = 1000
TYPE = "{n} had a value of another type than it should be, and that was passed over: {where}."
TIME = "{n} had a time that is none, and that was passed over: {where}."
LONG = "{n} had an answer that is longer or deeper than any that the course asks for, and that was cut out: {where}."
MANY = "{n} had more tries than are kept: of these the first and the last were read: {where}."
TWICE = "{n} stood in it twice, and the last counts: {where}."
UNKNOWN = "{n} of another version of the course: {where}."
BACK = "{n} had a last try before the first one, so a clock was changed or the file was: {where}."
CHECKED = "{n} checked in it, and the answer is not in the notebook: {where}."
UNREAD = "{n} had an answer that cannot be read as one: {where}."
LONG_TEXT = "{n} had a text of the learner that is longer than 10,000 letters, and that was cut: {where}."
SENTENCES = (UNKNOWN, TYPE, TIME, LONG, MANY, TWICE, BACK, CHECKED, UNREAD, LONG_TEXT)
THINGS = {UNKNOWN: "answer", LONG_TEXT: "notebook"}


class Faults:
    """What is off, by kind, each with the questions or places where it is."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._found: dict[str, dict[str, None]] = {}
        self._more: dict[str, int] = {}

    def note(self, sentence: str, where: str) -> None:
        """Note a fault of a kind at a place; a place is named once."""
        known = self._found.setdefault(sentence, {})
        if len(known) < MOST_KEPT:
            known[tame(where, 40)] = None
        else:
            self._more[sentence] = self._more.get(sentence, 0) + 1

    def sentences(self) -> list[str]:
        """Return a sentence for each kind of fault that was found."""
        return [self._said(each) for each in SENTENCES if each in self._found]

    def _said(self, sentence: str) -> str:
        known, more = list(self._found[sentence]), self._more.get(sentence, 0)
        what = count(len(known) + more, THINGS.get(sentence, "question"))
        if sentence == CHECKED:
            what += " was" if len(known) + more == 1 else " were"
        named = listed(known[: MOST_NAMED + 1], MOST_NAMED, ", ") if len(known) <= MOST_NAMED + 1 else ""
        named = named or f"{', '.join(known[:MOST_NAMED])} and {len(known) + more - MOST_NAMED:,} more"
        return sentence.format(n=what, where=named)
