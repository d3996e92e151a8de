"""Tables as a person reads them: names for keys, days in words, thousands apart, and a blank that says so.

A frame stays a plain pandas frame; only the HTML that it is shown with is made here.
"""

from __future__ import annotations

import logging
import sys
from datetime import date, datetime, time
from decimal import Decimal
from itertools import islice
from numbers import Integral, Real
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from course import names
from course.page import html
from course.page.html import Html
from course.say import NOT_STATED, YEAR, and_, count, digits, plain_day

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

MOST_ROWS = 60
MOST_COLUMNS = 40
MOST_LETTERS = 600
"""How long a text in a cell can be; what goes beyond it is cut."""
LARGEST = 10**15
"""From here on a number is told by its first digits and a power of ten."""
MINUS = "\N{MINUS SIGN}"
DIGITS = 4
"""How many digits of a number below 1,000 stand there where it is no whole one."""
BLANKS = "blanks"
"""The attribute of a frame that says what a blank of a column means, where it is not "not stated"."""
log = logging.getLogger(__name__)


def register() -> None:
    """Show frames in this way where code runs in IPython; what somebody has chosen before stays."""
    ipython = sys.modules.get("IPython")
    shell = ipython.get_ipython() if ipython else None
    if shell is None:
        return
    formatter = shell.display_formatter.formatters["text/html"]
    if pd.DataFrame not in formatter.type_printers:
        formatter.for_type(pd.DataFrame, shown)


def shown(frame: pd.DataFrame) -> str | None:
    """Return a frame as HTML for a notebook: as it is read here, or as pandas shows it where that fails."""
    given: Any = frame  # pandas' types leave out that a frame has HTML
    is_plain = type(given)._repr_html_ is vars(pd.DataFrame)["_repr_html_"]
    try:
        if is_plain and pd.get_option("display.notebook_repr_html"):
            return face(frame)
    except Exception:
        log.exception("A table could not be shown as it is read; pandas shows it.")
    try:
        html_of_pandas: str | None = given._repr_html_()
    except Exception:  # noqa: BLE001 - a cell may do anything when it is looked at
        return None
    return html_of_pandas


def face(frame: pd.DataFrame, most: int | None = MOST_ROWS) -> Html:
    """Return a frame as it is read.

    Parameters
    ----------
    frame
        A table of a case, or any other; one of a case (see `names.of`) has names in the place of keys.
    most
        How many of its rows stand there; all where none is given. A line says how many more there are.
    """
    some = frame.iloc[:most, :MOST_COLUMNS]
    columns = [*_index(some), *(_column(some, place) for place in range(some.shape[1]))]
    labels = len(columns) - some.shape[1]
    numbers = {place for place, (_, cells, is_number) in enumerate(columns) if is_number and cells}
    body = zip(*(cells for _, cells, _ in columns), strict=True)
    table = html.table([head for head, _, _ in columns], list(body), labels=labels, numbers=numbers)
    return html.page(table, *(html.paragraph(html.muted(line)) for line in _left_out(frame, some)), wide=True)


def _left_out(frame: pd.DataFrame, some: pd.DataFrame) -> list[str]:
    """Return in a line what of a frame is not shown, or that there is nothing to show."""
    if frame.empty:
        return ["There is no row in this table."]
    rows, columns = (whole - part for whole, part in zip(frame.shape, some.shape, strict=True))
    more = [count(number, what) for number, what in ((rows, "more row"), (columns, "more column")) if number]
    return [f"and {and_(more)}"] if more else []


Column = tuple[str, list[Html], bool]
"""What stands above a column, its cells, and whether they are numbers."""


def _index(frame: pd.DataFrame) -> list[Column]:
    """Return the columns of an index; none where it has no name and only counts."""
    index = frame.index
    if index.nlevels == 1 and index.name is None and pd.api.types.is_integer_dtype(index.dtype):
        return []
    levels = [index.get_level_values(level) for level in range(index.nlevels)]
    return [_cells(frame, _heading(level.name), level.name, list(level)) for level in levels]


def _column(frame: pd.DataFrame, place: int) -> Column:
    name = frame.columns[place]
    heading = " · ".join(filter(None, map(_heading, name))) if isinstance(name, tuple) else _heading(name)
    return _cells(frame, heading, name, list(frame.iloc[:, place]))


def _heading(name: object) -> str:
    return "" if name is None else str(name).replace("_", " ")


def _cells(frame: pd.DataFrame, heading: str, name: object, values: list[Any]) -> Column:
    known, table = names.of(frame)
    words = frame.attrs.get(BLANKS)
    blank = html.blank(*([str(words[name])] if isinstance(words, dict) and _is_in(name, words) else []))
    units: Iterable[object] = [YEAR if heading.casefold().endswith("year") else ""] * len(values)
    if name == "number" and list(frame.columns).count("unit") == 1:
        units = list(frame["unit"])
    cells = []
    for value, unit in zip(values, units, strict=True):
        if is_blank(value):
            cells.append(blank)
        elif isinstance(value, str):
            cells.append(_text(known.called(table, str(name), value)))
        else:
            cells.append(_text(in_words(value, unit=str(unit))))
    given = [value for value in values if not is_blank(value)]
    return heading, cells, bool(given) and all(_is_number(value) for value in given)


def _is_in(name: object, words: dict[object, object]) -> bool:
    return isinstance(name, str) and name in words


def _text(said: str) -> Html:
    cut = said if len(said) <= MOST_LETTERS else f"{said[:MOST_LETTERS]}…"
    return Html(html.line_break().join(map(html.join, cut.splitlines()))) if "\n" in cut else html.join(cut)


def is_blank(value: object) -> bool:
    """Return whether a cell is blank: None, `<NA>`, `NaT` or a number that is none."""
    return value is None or bool(pd.api.types.is_scalar(value) and pd.isna(value))  # type: ignore[call-overload]


def _is_number(value: object) -> bool:
    return isinstance(value, Real | Decimal) and not isinstance(value, bool)


def in_words(value: object, unit: str = "") -> str:
    """Return a value that is not blank as a person reads it.

    >>> in_words(1234567), in_words(0.123456), in_words(True), in_words(date(2022, 2, 2))
    ('1,234,567', '0.1235', 'yes', '2 February 2022')
    """
    match value:
        case bool() | np.bool_():
            said = "yes" if value else "no"
        case Real() | Decimal():
            said = (digits(int(value), unit) if isinstance(value, Integral) else _real(value, unit)).replace("-", MINUS)
        case date():
            is_timed = isinstance(value, datetime) and value.time() != time()
            said = plain_day(value) + (f", {value:%H:%M}" if is_timed else "")
        case list() | tuple() | set() | frozenset():
            said = ", ".join(_each(value))
        case _:
            said = str(value)
    return said


def _each(values: Iterable[object]) -> Sequence[str]:
    """Return some values in words, cut where they are more than a cell can hold."""
    return [NOT_STATED if is_blank(each) else in_words(each) for each in islice(values, MOST_LETTERS)]


def _real(value: Real | Decimal, unit: str) -> str:
    number = float(value)
    if number in {float("inf"), float("-inf")}:
        return "∞" if number > 0 else "-∞"
    if abs(number) >= LARGEST:
        return f"{number:.{DIGITS}g}"
    if number.is_integer() or unit:
        return digits(number, unit)
    return f"{number:,.1f}" if abs(number) >= 1000 else f"{number:.{DIGITS}g}"  # noqa: PLR2004 - as DIGITS says
