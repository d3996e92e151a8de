"""What coders answered in one column, brought together row by row."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from itertools import combinations
from numbers import Real
from typing import TYPE_CHECKING, Any

import numpy as np

from course.coders.rows import Coding, coding
from course.content import did_you_mean
from course.names import SEPARATOR
from course.page.frames import in_words, is_blank
from course.schema import TABLES, coded, schema
from course.vocabulary import vocabulary

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    import pandas as pd
    from numpy.typing import NDArray

MEASURES = ("nominal", "ordinal", "interval", "sets")
SCALES = ("ordinal", "interval")
"""The measures in which some answers are nearer to each other than others are."""
ON_A_SCALE = {"integer", "number", "date"}
"""The types of a field of a schema whose values have a distance."""


class Gap(Enum):
    """What stands where a coder gave no answer."""

    BLANK = "blank"
    NO_ROW = "no such row"


@dataclass(frozen=True)
class Answers:
    """What coders answered in one column.

    Attributes
    ----------
    column
        The name of the column.
    measure
        What the answers are: words (`nominal`), steps (`ordinal`), numbers or days (`interval`), or `sets`.
    codings
        The coders, each with the rows that it has.
    keys
        The rows that any of them has: those of the first in its order, then what others have beyond.
    given
        For each row what each coder answered, or the gap that is there.
    domain
        The answers that were given, each once; of a scale in its order.
    """

    column: str
    measure: str
    codings: tuple[Coding, ...]
    keys: tuple[str, ...]
    given: tuple[tuple[Any, ...], ...]
    domain: tuple[Any, ...]

    @property
    def coders(self) -> tuple[str, ...]:
        """What the coders are called."""
        return tuple(each.coder for each in self.codings)

    def codes(self, counted: Iterable[Gap] = ()) -> NDArray[np.float64]:
        """Return a row a row and a column a coder: the place of each answer in the domain, NaN where none counts.

        Rows in which fewer than two coders have one are left out.
        """
        place = {value: at for at, value in enumerate((*self.domain, *counted))}
        made: NDArray[np.float64] = np.array([[place.get(value, np.nan) for value in row] for row in self.given])
        made = made.reshape(len(self.given), len(self.codings))
        answered = (~np.isnan(made)).sum(axis=1)
        counts: NDArray[np.float64] = made[answered > 1]
        return counts

    def said(self, value: object) -> str:
        """Return an answer as people read it."""
        if isinstance(value, Gap):
            return value.value
        if not isinstance(value, str):
            return in_words(value)
        # A coder's table can have several in a cell where ours has one: who knows what is meant says it.
        called = (known.called(table, self.column, value) for known, table in (each.names for each in self.codings))
        return next((said for said in called if said != value), value)

    def having(self, gap: Gap) -> int:
        """Return in how many rows there is such a gap; of blanks where at least two coders have the row."""
        some = [row for row in self.given if gap is Gap.NO_ROW or sum(value is not Gap.NO_ROW for value in row) > 1]
        return sum(gap in row for row in some)


def answers(
    given: Sequence[pd.DataFrame | pd.Series[Any]],
    on: str | None,
    measure: str | None = None,
    coders: Sequence[str] | None = None,
) -> Answers:
    """Return what some codings say in one column, row by row, as `agreement` takes them.

    Raises
    ------
    TypeError
        A coding is neither a table nor a column.
    ValueError
        There are fewer than two, a column is missing, a row is there twice, no row is in two of them, the measure is
        not known, or an answer is none of that measure.
    """
    codings = coding(given, on, coders)
    if measure is not None and measure not in MEASURES:
        message = f"{measure!r} is no measure. {did_you_mean(str(measure), MEASURES)}"
        raise ValueError(message)
    column = on or str(next((each.column.name for each in codings if each.column.name is not None), "answers"))
    keys = tuple(dict.fromkeys(key for each in codings for key in each.column.index))
    field = _field(codings[0].frame, column)
    kind = measure or measure_of(field, [value for each in codings for value in each.column if isinstance(value, str)])
    found = [{str(key): _answer(value, kind) for key, value in each.column.items()} for each in codings]
    rows = tuple(tuple(each.get(key, Gap.NO_ROW) for each in found) for key in keys)
    if not any(sum(value is not Gap.NO_ROW for value in row) > 1 for row in rows):
        raise ValueError(_nothing_in_common(codings))
    _check_kinds(codings, found)
    values = {value for row in rows for value in row if not isinstance(value, Gap)}
    return Answers(column, kind, codings, keys, rows, tuple(_in_order(values, kind, codings, field)))


def measure_of(field: Mapping[str, Any], texts: Iterable[str] = ()) -> str:
    """Return what the answers of a column are, by its field in a schema and, for several in a cell, by its texts.

    Words of a vocabulary have no order, whatever order the file has them in, unless the field says so as Table Schema
    does, with `categoriesOrdered`.
    """
    if field.get("categoriesOrdered"):
        return "ordinal"
    if field.get("type") in ON_A_SCALE:
        return "interval"
    can = not field or SEPARATOR in field.get("constraints", {}).get("pattern", "")
    # In prose a space follows a semicolon; between keys there is none.
    several = any(SEPARATOR in text.strip(SEPARATOR) and f"{SEPARATOR} " not in text for text in texts)
    return "sets" if can and several else "nominal"


def _field(frame: pd.DataFrame | None, column: str) -> dict[str, Any]:
    """Return what the schema says of a column of a case's table, as another coder has it; nothing of any other."""
    table = "" if frame is None else str(frame.attrs.get("table", "")).rpartition("/")[2]
    if table not in TABLES:
        return {}
    fields = {field["name"]: field for each in (schema(table), coded(table)) for field in each["fields"]}
    return dict(fields.get(column, {}))


def _answer(value: Any, kind: str) -> Any:  # noqa: ANN401 - whatever a cell holds
    """Return a value so that equal answers are equal: no spaces around it, a day as a date, a set in one order."""
    if is_blank(value):
        return Gap.BLANK
    match value:
        case bool() | np.bool_():
            return "yes" if value else "no"
        case Real():
            number = float(value)
            return int(number) if number.is_integer() else number
        case datetime():
            return value.date()
        case date():
            return value
    joined = SEPARATOR.join(map(str, value)) if isinstance(value, set | frozenset | list | tuple) else str(value)
    parts = {part.strip() for part in (joined.split(SEPARATOR) if kind == "sets" else [joined])} - {""}
    return SEPARATOR.join(sorted(parts)) or Gap.BLANK


def _check_kinds(codings: Sequence[Coding], found: Sequence[Mapping[str, Any]]) -> None:
    """Raise an error where one coder gives numbers and another one texts: none could ever be equal."""
    kinds = [{_kind(value) for value in each.values() if not isinstance(value, Gap)} for each in found]
    for one, other in combinations(range(len(found)), 2):
        if kinds[one] and kinds[other] and not kinds[one] & kinds[other]:
            message = (
                f"The answers of {codings[one].coder} are {min(kinds[one])}, those of {codings[other].coder} "
                f"{min(kinds[other])}: none could be the same. Make both of one kind, for example with astype."
            )
            raise ValueError(message)


def _kind(value: object) -> str:
    return "numbers" if isinstance(value, int | float) else "days" if isinstance(value, date) else "texts"


def _in_order(
    values: set[Any], kind: str, codings: Sequence[Coding], field: Mapping[str, Any]
) -> Iterable[Any]:  # any order will do for words, but it has to be the same each time
    texts = [value for value in values if isinstance(value, str)]
    if kind == "interval" and texts:
        wrong = min(texts)
        key, coder = next((key, each.coder) for each in codings for key in each.column.index if _is(each, key, wrong))
        message = (
            f"{wrong!r} ({coder}, row {key}) is not a number and not a day, which measure='interval' needs. "
            "Choose measure='nominal' for words."
        )
        raise ValueError(message)
    order: Callable[[Any], Any] = lambda value: (_kind(value), value)  # noqa: E731 - one of two
    if kind == "ordinal" and texts:
        steps = _steps(codings, field)
        if missing := sorted(set(texts) - set(steps)):
            where = "The words have no order." if not steps else f"The order has no {missing[0]!r}."
            message = (
                f"{where} measure='ordinal' needs one: make each coding's column a pandas Categorical with "
                "ordered=True and the words from the least to the most, or choose measure='nominal'."
            )
            raise ValueError(message)
        order = steps.index
    return sorted(values, key=order)


def _is(each: Coding, key: str, text: str) -> bool:
    value = each.column[key]
    return isinstance(value, str) and value.strip() == text


def _steps(codings: Sequence[Coding], field: Mapping[str, Any]) -> list[str]:
    """Return the words of a column from the least to the most: as its vocabulary has them, or its categories."""
    if "vocabulary" in field:
        return list(vocabulary(field["vocabulary"], codings[0].names[0].case))
    orders = [each.categories for each in codings if each.categories]
    for one, other in combinations(orders, 2):
        if [word for word in one if word in other] != [word for word in other if word in one]:
            message = "Two coders have the words in different orders. Give both columns the same categories."
            raise ValueError(message)
    return list(dict.fromkeys(word for each in orders for word in each))


def _nothing_in_common(codings: Sequence[Coding]) -> str:
    some = "; ".join(f"{each.coder}: {', '.join(map(repr, each.column.index[:3])) or 'no row'}" for each in codings)
    return (
        f"No row is in two of the codings ({some}). Rows meet by their short names, a column by its index; "
        "in a second coding the column same_as names our row."
    )
