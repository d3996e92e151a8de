"""Cells of a table for spreadsheets: whatever a learner typed stays a text, and a table is whole or it is not there."""

from __future__ import annotations

import csv
import re
from contextlib import ExitStack
from typing import TYPE_CHECKING, Self

from course.content import ContentError
from course.files import in_one_step, why

if TYPE_CHECKING:
    from _csv import Writer
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    Cell = str | int | float | None

MARK, LINE_END = "\ufeff", "\r\n"
"""Excel knows UTF-8 by its mark at the beginning; RFC 4180 ends lines like that."""
BEGINS_A_FORMULA = "=+\\-@＝＋－＠"  # noqa: RUF001 - some spreadsheets take the wide signs too
FORMULA = re.compile(rf"^(?=\s*[{BEGINS_A_FORMULA}])|(?<=;)(?=\s*[{BEGINS_A_FORMULA}])")
"""Where a text would begin a formula: at its start, and behind what separates cells where commas are for decimals."""
NUMBER = re.compile(r"-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?")
PLAIN = re.compile("[A-Za-z0-9][ -:<-~]*")
"""What needs no care, as most texts: ASCII that begins with a letter or a digit and separates nothing."""
UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")
"""What is not seen and changes a line, or the order in which it is read; half a letter too."""
SHORT = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}
MOST = 30_000
"""As many letters a cell of words has; a spreadsheet has room for some more."""


def text(value: object) -> str:
    """Return a text as a cell that no spreadsheet takes for a formula; what cannot be seen is written as a code.

    >>> print(text('=HYPERLINK("http://…")'))
    '=HYPERLINK("http://…")
    """
    plain = "" if value is None else str(value)
    if len(plain) <= MOST and PLAIN.fullmatch(plain):
        return plain
    seen = UNSEEN.sub(lambda sign: SHORT.get(sign[0]) or _code(sign[0]), plain)
    if NUMBER.fullmatch(seen):
        return seen
    return FORMULA.sub("'", seen if len(seen) <= MOST else f"{seen[:MOST]}…")


def data(json: str | None) -> str:
    r"""Return an answer as JSON in a cell: still the same JSON, and no formula in any spreadsheet.

    >>> data('-3'), data('["a;=1"]')
    ('-3', '["a;\\u003d1"]')
    """
    plain = UNSEEN.sub(lambda sign: _code(sign[0]), json or "")
    if NUMBER.fullmatch(plain):
        return plain
    # In JSON that is written on one line a semicolon stands in texts only, where a sign may be a code.
    safe = re.sub(rf"(;\s*)([{BEGINS_A_FORMULA}])", lambda found: found[1] + _code(found[2]), plain)
    return FORMULA.sub("'", safe)


def _code(sign: str) -> str:
    return f"\\u{ord(sign):04x}"


class NotWrittenError(ContentError):
    """Some tables could not be written, most often because a spreadsheet has them open; `written` are the others."""

    def __init__(self, faults: Sequence[str], written: Sequence[Path]) -> None:
        """Tell a line a table."""
        super().__init__("\n".join(faults))
        self.written = list(written)


class Tables:
    """Some tables that are written side by side, row by row; `write` gives one a row, and `close` puts all in place."""

    def __init__(self, out: Path) -> None:
        """Prepare to write to a folder; it is made where there is none."""
        out.mkdir(parents=True, exist_ok=True)
        self._out = out
        self._open: dict[str, tuple[ExitStack, Writer]] = {}
        self._faults: dict[str, str] = {}

    def write(self, name: str, *rows: Iterable[Cell]) -> None:
        """Write rows to the table of a name; the first one of a name begins it."""
        if name in self._faults:
            return
        try:
            self._writer(name).writerows(rows)
        except OSError as error:
            self._refuse(name, error)

    def _writer(self, name: str) -> Writer:
        if name not in self._open:
            stack = ExitStack()
            file = stack.enter_context(in_one_step(self._out / name))
            file.write(MARK)
            self._open[name] = stack, csv.writer(file, lineterminator=LINE_END)
        return self._open[name][1]

    def _refuse(self, name: str, error: OSError) -> None:
        self._faults[name] = (
            f"{name}: it could not be written ({why(error)}). If a spreadsheet has it open, close it and start again; "
            "what is in it now is older."
        )
        if name in self._open:
            self._open.pop(name)[0].__exit__(type(error), error, None)

    def close(self) -> list[Path]:
        """Put each table in its place and return where they are.

        Raises
        ------
        NotWrittenError
            Some could not be put there; all others are.
        """
        written = []
        for name in [*self._open]:
            stack, _ = self._open[name]
            try:
                stack.close()
            except OSError as error:
                self._open.pop(name)
                self._refuse(name, error)
            else:
                written.append(self._out / name)
        self._open.clear()
        if self._faults:
            raise NotWrittenError([*self._faults.values()], written)
        return written

    def __enter__(self) -> Self:
        """Begin."""
        return self

    def __exit__(self, *fault: object) -> None:
        """Leave no half table behind where something went wrong between."""
        for stack, _ in self._open.values():
            stack.__exit__(*fault)  # type: ignore[arg-type]
        self._open.clear()
