"""The work of one coder: a text, and what is made of it step by step; each step is kept in a file at once."""

from __future__ import annotations

from dataclasses import replace
from itertools import count as count_from
from typing import TYPE_CHECKING

from course.content import ContentError
from course.desk import keeping
from course.desk.as_case import Report
from course.desk.coding import Actor, Coding, Row
from course.desk.history import History
from course.desk.partner import Place, checked
from course.desk.propose import propose
from course.evidence.own_copy import OwnCopy
from course.files import patiently
from course.finder.text import text_of
from course.fingerprints import find
from course.say import count

if TYPE_CHECKING:
    from pathlib import Path

    from course.case import Case

UNTITLED = "A report"
CLOSED = "You have seen your partner's coding: the rows stay as they are. Settle the ones that differ."


class Work:
    """A coder's text and rows. Each thing that is done returns what to say of it.

    Attributes
    ----------
    coder, folder, asked
        Who sits at it, where its work is kept, and which columns are asked; none named stands for all.
    report
        The text; None until there is one.
    said
        What came of opening it, in words; may be empty.
    """

    def __init__(self, case: Case | None, coder: str, folder: Path, asked: tuple[str, ...] = ()) -> None:
        """Take up the work where it was left, or begin."""
        self.coder, self.folder, self.asked = coder, folder.absolute(), asked
        self.report: Report | None = None
        self.said = ""
        self._case = case
        self._history = History(Coding(coder))
        self._file = keeping.file_of(self.folder, coder)
        self._kept = ""
        self._title = case.title if case else UNTITLED
        self._take_up()

    @property
    def coding(self) -> Coding:
        """What the coder has made so far."""
        return self._history.now

    @property
    def file_name(self) -> str:
        """The file in its folder that a partner opens."""
        return self._file.name

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to undo."""
        return bool(self._history.before)

    @property
    def can_redo(self) -> bool:
        """Whether there is a step to do again."""
        return bool(self._history.after)

    @property
    def place(self) -> Place:
        """Where the desk is."""
        return Place(self.folder, self.coder, self.report.text if self.report else {})

    def _take_up(self) -> None:
        """Read the text and what was made of it, as far as they are there."""
        case = self._case
        if case is not None and case.text:
            self.report = Report(case.title, case.text, may_be_kept=True, digest=case.digest, written=case.written)
        elif (text := self.folder / keeping.TEXT).is_file():
            try:
                self.report = self._read(text.read_text(encoding="utf-8"))
            except (OSError, ValueError) as error:
                self.said = f"{keeping.TEXT} in {self.folder} cannot be read: {error}"
        if self.report is None or not self._file.is_file():
            return
        try:
            kept = checked(keeping.read(self._file), self.place, self._file.name)
        except ContentError as error:
            self.said = self._set_aside(str(error))
            return
        self._history = History(replace(kept.coding, coder=self.coder))
        self.report = replace(self.report, title=kept.title or self.report.title)
        self._kept = self._file.read_text(encoding="utf-8")
        rows = len(kept.coding.rows)
        self.said = f"Your coding is as you left it: {count(rows, 'row')}." if rows else ""

    def _set_aside(self, why: str) -> str:
        """Keep a file that cannot be read under another name, so that nothing in it is lost."""
        names = (self._file.with_name(f"{self._file.name}.broken-{at}") for at in count_from(1))
        aside = next(place for place in names if not place.exists())
        try:
            patiently(lambda: self._file.rename(aside))
        except OSError:
            self._file = self._file.with_name(f"{self._file.name.removesuffix(keeping.END)}-2{keeping.END}")
            return f"{why} It stays where it is; you begin anew in {self._file.name}."
        return f"{why} It is kept as {aside.name}, and you begin anew."

    def _read(self, text: str) -> Report:
        """Return a text as a report: with the paragraphs of the case where it has fingerprints, or with its own."""
        case = self._case
        if case is not None and case.fingerprints:
            found = find(text, case.fingerprints)
            if not found:
                raise ValueError(self._said_of(case, text))
            return Report(case.title, found, digest=case.digest, written=case.written)
        given = text_of(text, "This text")
        title = given.headline or self._title
        return Report(title, dict(enumerate(given.paragraphs, start=1)))

    @staticmethod
    def _said_of(case: Case, text: str) -> str:
        own = OwnCopy(case.fingerprints)
        own.read(text)
        return own.said

    def take_text(self, text: str, title: str = "") -> str:
        """Take a text that was pasted or opened; it is kept in the folder, on the coder's own side."""
        if self.coding.rows:
            return "You have rows of this text already. For another text, open the desk with another folder."
        if self._others_have_another(text):
            return f"Others code another text in {self.folder.name}. Open the desk with another folder for yours."
        try:
            report = self._read(text)
        except ValueError as error:
            return str(error)
        self.report = replace(report, title=" ".join(title.split()) or report.title)
        if said := keeping.write(self.folder / keeping.TEXT, text):
            return said
        self._keep()
        return f"{count(len(report.text), 'paragraph')}. Select words in the text, and press Enter."

    def _others_have_another(self, text: str) -> bool:
        """Return whether a text is kept here that others have rows of: theirs would stand on nothing."""
        place = self.folder / keeping.TEXT
        if not (place.is_file() and keeping.others(self.folder, self.coder)):
            return False
        return place.read_text(encoding="utf-8", errors="replace") != text

    def _do(self, new: Coding, said: str) -> str:
        self._history = self._history.do(new)
        return f"{said} {self._keep()}".strip()

    def _keep(self) -> str:
        """Write what there is now; return what a coder should know of it."""
        if self.report is None:
            return ""
        there = self._file.read_text(encoding="utf-8", errors="replace") if self._file.is_file() else ""
        if there != self._kept:
            return self._meet(there)
        text = keeping.as_text(self.coding, self.report.title, self.report.text)
        why_not = keeping.write(self._file, text)
        self._kept = there if why_not else text
        return why_not

    def _meet(self, there: str) -> str:
        """Show what another window has made of this coding meanwhile; what was made here is one step back."""
        self._kept = there
        if not there:
            return self._keep()
        try:
            other = replace(keeping.read(self._file).coding, coder=self.coder)
        except ContentError as error:
            said = self._set_aside(str(error))
            self._kept = ""
            return f"{said} {self._keep()}".strip()
        self._history = self._history.do(other)
        return "This coding was changed in another window, and you see what was made there. Undo brings yours back."

    def _shut(self) -> str:
        """Return why the rows cannot be changed now; nothing where they can."""
        if self.report is None:
            return "There is no text yet."
        if self.coding.is_opened:
            return CLOSED
        return "You said that you are done. Press “Code on” to change a row." if self.coding.is_done else ""

    def add(self, paragraph: int, start: int, end: int) -> tuple[str, str]:
        """Make a row of words that are selected; return its name, or none, and what to say of it."""
        if (shut := self._shut()) or self.report is None:
            return "", shut
        if paragraph not in self.report.text:
            return "", f"The text has no paragraph {paragraph}."
        try:
            found = propose(self.report.text[paragraph], start, end)
        except ValueError as error:
            return "", f"{error} Select some words of a paragraph."
        place = (paragraph, found.start, found.end)
        same = next((row for row in self.coding.rows if (row.paragraph, row.start, row.end) == place), None)
        if same:
            return same.key, f"These words have a row already: “{same.wording}”."
        row = Row(self.coding.next_key, paragraph, found.start, found.end, found.wording, found.cells)
        read = (
            "The finder has read its number: check it." if found.cells else "The finder sees no number in these words."
        )
        said = " ".join(each for each in (f"A row of “{found.wording}”.", found.said, read) if each)
        return row.key, self._do(self.coding.with_row(row), said)

    def change(self, key: str, column: str, value: str) -> str:
        """Put a value into a column of a row, or a note beside it."""
        if shut := self._shut():
            return shut
        try:
            new = self.coding.changed(key, column, value)
        except ValueError as error:
            return str(error)
        return self._do(new, "")

    def name(self, key: str, kind: str | None = None, quoted: str | None = None) -> str:
        """Say of an actor who is named what kind it is, or whether it is quoted."""
        now = self.coding.actors.get(key, Actor())
        said = Actor(now.kind if kind is None else kind, now.quoted if quoted is None else quoted)
        return self._do(replace(self.coding, actors={**self.coding.actors, key: said}), "")

    def retell(self, paragraph: int, text: str) -> str:
        """Keep a paragraph in the coder's own words."""
        return self._do(replace(self.coding, retold={**self.coding.retold, paragraph: text}), "")

    def remove(self, key: str) -> str:
        """Take a row away."""
        if shut := self._shut():
            return shut
        row = self.coding.row(key)
        return (
            self._do(self.coding.without(key), f"The row of “{row.wording}” is gone. Undo brings it back.")
            if row
            else ""
        )

    def undo(self) -> str:
        """Undo the last step."""
        was, self._history = self._history, self._history.undo()
        return (
            f"The last step is undone. {self._keep()}".strip() if self._history != was else "There is nothing to undo."
        )

    def redo(self) -> str:
        """Do the step again that was undone."""
        was, self._history = self._history, self._history.redo()
        return (
            f"The step is done again. {self._keep()}".strip()
            if self._history != was
            else "There is nothing to do again."
        )
