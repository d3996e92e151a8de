"""A desk: one coder's work, and a partner's coding, sealed until both are done; then what both settle, and the case."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from course.content import ContentError
from course.desk.as_case import save, together
from course.desk.checks import faults
from course.desk.coding import Coding, Settled
from course.desk.columns import columns
from course.desk.pair import Pair, agreed, pairs, still_open
from course.desk.partner import Known, known, take_in
from course.desk.work import Work
from course.say import count

if TYPE_CHECKING:
    from collections.abc import Mapping


class Desk(Work):
    """What is on a coder's desk."""

    chosen_partner = ""

    @property
    def partners(self) -> list[Known]:
        """The other coders of the text."""
        return known(self.place, self._case)[0] if self.report else []

    @property
    def unread(self) -> list[str]:
        """A sentence on each file in the folder that is no coding of this text."""
        return known(self.place, self._case)[1] if self.report else []

    @property
    def partner(self) -> Known | None:
        """The one whom this coding is held against: the one that was chosen, or else the first."""
        every = self.partners
        return next((each for each in every if each.key == self.chosen_partner), every[0] if every else None)

    @property
    def pairs(self) -> list[Pair]:
        """The rows of both, once both are done and the seal is broken; none before."""
        theirs = self.partner
        if theirs is None or not self.coding.is_opened:
            return []
        return pairs(self.coding.rows, theirs.coding.rows, self.asked)

    @property
    def everybody(self) -> Coding:
        """A coding in which everybody is named whom the case will have, with what is said of them."""
        theirs = self.partner.coding if self.partner and self.coding.is_opened else None
        rows = agreed(self.pairs, self.coding.settled) if theirs else self.coding.rows
        return together(self.coding, theirs, rows)

    @property
    def to_settle(self) -> list[Pair]:
        """The pairs that differ, or that only one has, and that nobody has settled yet."""
        return still_open(self.pairs, self.coding.settled)

    def finish(self) -> str:
        """Say that the coding is done; or, while no partner's was seen, that it goes on."""
        if self.coding.is_opened:
            return "You have seen your partner's coding, so yours is done."
        if self.coding.is_done:
            return self._do(replace(self.coding, is_done=False), "You code on.")
        if not self.coding.rows:
            return "There is no row yet. Select words of the text first."
        if found := faults(self.coding, asked=self.asked):
            return f"Not done yet. {found[0]}"
        return self._do(replace(self.coding, is_done=True), f"Done, with {count(len(self.coding.rows), 'row')}.")

    def take_partner(self, content: str, called: str) -> str:
        """Take a partner's coding from a file that was opened; nothing of it is shown before both are done."""
        if self.report is None:
            return "There is no text yet."
        try:
            name = take_in(self.place, content, called)
        except ContentError as error:
            return str(error)
        taken = next((each for each in self.partners if each.coding.coder == name), None)
        self.chosen_partner = taken.key if taken else ""
        return f"The coding of {name} is here, sealed. You see it when both of you are done."

    def choose_partner(self, key: str) -> str:
        """Choose the one whom this coding is held against."""
        if self.coding.settled:
            return "You have settled rows with this partner already."
        self.chosen_partner = key
        return ""

    def open(self) -> str:
        """Break the seal, where both are done."""
        theirs = self.partner
        if theirs is None:
            return "There is no coding of a partner yet."
        if not self.coding.is_done:
            return "You are not done yet: press “I am done” first."
        if not theirs.coding.is_done:
            return f"{theirs.coding.coder} is not done yet. Ask for the file again when they are."
        said = self._do(replace(self.coding, is_opened=True), "")
        self._history = self._history.closed()
        left = self.to_settle
        told = f"{count(len(left), 'row')} to settle." if left else "You agree on every row."
        return f"You see both codings now. {told} {said}".strip()

    def settle(self, key: str, cells: Mapping[str, str], rule: str, *, is_kept: bool = True) -> str:
        """Settle a pair of rows: what the columns hold in which they differ, or whether a row stays that one has."""
        pair = next((each for each in self.pairs if each.key == key), None)
        if pair is None:
            return "There is no such row to settle."
        held = {name: cells[name] for name in pair.differs if name in cells}
        trial = replace(self.coding, rows=(replace(pair.row, key="r0"),))
        try:
            for name, value in held.items():
                trial = trial.changed("r0", name, value)
        except ValueError as error:
            return str(error)
        if missing := [columns()[name].label for name in pair.differs if name not in held]:
            return f"Choose what the row says: {missing[0]}."
        settled = {**self.coding.settled, key: Settled({n: trial.rows[0].cell(n) for n in held}, is_kept, rule.strip())}
        said = self._do(replace(self.coding, settled=settled), "")
        left = len(self.to_settle)
        told = f"Settled. {count(left, 'row')} to go." if left else "Settled, and this was the last one."
        return f"{told} {said}".strip()

    def unsettle(self, key: str) -> str:
        """Open a settled pair again."""
        settled = {name: said for name, said in self.coding.settled.items() if name != key}
        return self._do(replace(self.coding, settled=settled), "This row is open again.")

    def save(self) -> str:
        """Save what there is as a case, with the partner's coding where both are done; or say what is missing."""
        if self.report is None:
            return "There is no text yet."
        if found := faults(self.coding, self.everybody):
            rest = len(found) - 1
            more = f" And {count(rest, 'thing')} more." if rest else ""
            return f"Not saved as a case yet. {found[0]}{more}"
        theirs = self.partner if self.coding.is_opened else None
        place, said = save(self.folder, self.report, self.coding, theirs.coding if theirs else None)
        if place is None or not (left := len(self.to_settle)):
            return said
        return f"{said} {count(left, 'row')} that you have not settled: there the case has your coding."
