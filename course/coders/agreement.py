"""How far two or more coders agree, how far chance would bring them, and where they differ."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal, get_args, overload

import pandas as pd
from IPython.display import display

from course.coders import measures, picture, words
from course.coders.answers import SCALES, Answers, Gap, answers
from course.coders.differences import Line, lines, table
from course.content import did_you_mean
from course.figures.chart import Chart
from course.page import html
from course.page.frames import face

if TYPE_CHECKING:
    from collections.abc import Iterator

    import numpy as np
    from numpy.typing import NDArray

    from course.coders.measures import Range

OnlyOne = Literal["leave out", "as different"]
Blanks = Literal["leave out", "as an answer"]


@dataclass(frozen=True)
class Numbers:
    """What numbers say of an agreement, in words."""

    said: str

    def __str__(self) -> str:
        """Return the words."""
        return self.said

    __repr__ = __str__

    def _repr_html_(self) -> str:
        return html.page(html.lines(self.said))


@dataclass(frozen=True, eq=False)
class Agreement:
    """How far some coders agree on one column.

    Attributes
    ----------
    answers
        What each coder answered, row by row.
    only_one, blanks
        How rows that a coder does not have, and blanks, are counted.
    share
        The share of equal answers: with two coders, of the rows that both answered; with more, of all pairs of answers.
    by_chance
        The share that chance gives: the mean over all orders in which the answers can be shuffled.
    kappa
        Cohen's kappa; None for more than two coders, for answers on a scale, and where chance alone gives 100 %.
    alpha
        Krippendorff's alpha; None where all answers are the same, or a gap is counted on a scale.
    codes, values, measure
        The answers as numbers, what these mean, and how alpha takes them: see `measures.alpha`.
    """

    answers: Answers
    only_one: OnlyOne
    blanks: Blanks
    share: float
    by_chance: float
    kappa: float | None
    alpha: float | None
    codes: NDArray[np.float64]
    values: tuple[Any, ...]
    measure: str | None

    @property
    def counted(self) -> tuple[Gap, ...]:
        """The gaps that count as answers."""
        return counted(self.only_one, self.blanks)

    @property
    def rows(self) -> int:
        """In how many rows there are two answers or more."""
        return len(self.codes)

    @cached_property
    def lines(self) -> list[Line]:
        """The rows, those that differ first."""
        return lines(self.answers, self.counted)

    @cached_property
    def shuffles(self) -> NDArray[np.float64]:
        """The share in each of a thousand shuffles."""
        return measures.shuffled(self.codes)

    @cached_property
    def ranges(self) -> dict[str, Range | None]:
        """Between what `share`, `kappa` and `alpha` are in 95 of 100 draws of as many rows."""
        found = measures.ranges(self.codes, self.values, self.measure)
        return {**found, "kappa": None} if self.answers.measure in SCALES else found

    def share_if(self, only_one: OnlyOne, blanks: Blanks) -> tuple[int, int]:
        """Return how many pairs of answers are the same, of how many, where gaps are counted in another way."""
        same, every = measures.pairs(self.answers.codes(counted(only_one, blanks)))
        return int(same.sum()), int(every.sum())

    @cached_property
    def chart(self) -> Chart:
        """Where they differ: a line a row, what each coder answered, those that differ first."""
        return Chart(picture.rows(self), words.where(self), table(self.answers, self.lines), words.source(self.answers))

    @cached_property
    def chance(self) -> Chart:
        """How far chance would bring them: how many of a thousand shuffles give which share."""
        spread = pd.Series(self.shuffles).round(9).value_counts().sort_index()
        shown = pd.DataFrame({"share that is the same": spread.index, "shuffles": spread.to_numpy()})
        return Chart(picture.chance(self), words.chance(self), shown, words.shuffled_from(self.answers))

    @cached_property
    def numbers(self) -> Numbers:
        """Kappa and alpha in words, how far they vary from draw to draw, and what few rows mean."""
        return Numbers(words.numbers(self))

    @property
    def text(self) -> str:
        """All that there is to say: where they differ, what chance gives, kappa and alpha, what few rows mean."""
        return f"{self.chart.text}\n{self.chance.text}\n{self.numbers}"

    def __str__(self) -> str:
        """Return the text."""
        return self.text

    __repr__ = __str__

    def _ipython_display_(self) -> None:
        for chart in (self.chart, self.chance):
            chart._ipython_display_()
        display(self.numbers)


@dataclass(frozen=True, eq=False)
class Agreements:
    """How far some coders agree on several columns, each for itself: `agreements["mode"]` is that of one."""

    each: dict[str, Agreement]

    def __getitem__(self, column: str) -> Agreement:
        """Return how far they agree on one column."""
        if column not in self.each:
            message = f"{column!r} was not compared. {did_you_mean(str(column), self.each)}"
            raise ValueError(message)
        return self.each[column]

    def __iter__(self) -> Iterator[Agreement]:
        """Give that of each column in turn."""
        return iter(self.each.values())

    @property
    def table(self) -> pd.DataFrame:
        """A row a column: how many rows count, the shares, kappa and alpha."""
        return pd.DataFrame(
            {
                "column": [*self.each],
                "rows": [each.rows for each in self],
                "same": [each.share for each in self],
                "by chance": [each.by_chance for each in self],
                "kappa": pd.Series([each.kappa for each in self], dtype="Float64"),
                "alpha": pd.Series([each.alpha for each in self], dtype="Float64"),
            }
        )

    def __str__(self) -> str:
        """Return a line a column."""
        return "\n".join(f"{column}: {words.first(each)}" for column, each in self.each.items())

    __repr__ = __str__

    def _repr_html_(self) -> str:
        return html.page(html.lines(str(self)), face(self.table))


@overload
def agreement(
    a: pd.DataFrame | pd.Series[Any],
    b: pd.DataFrame | pd.Series[Any],
    *more: pd.DataFrame | pd.Series[Any],
    on: str | None = None,
    measure: str | None = None,
    only_one: OnlyOne = "leave out",
    blanks: Blanks = "leave out",
    coders: list[str] | tuple[str, ...] | None = None,
) -> Agreement: ...


@overload
def agreement(
    a: pd.DataFrame,
    b: pd.DataFrame,
    *more: pd.DataFrame,
    on: list[str] | tuple[str, ...],
    measure: str | None = None,
    only_one: OnlyOne = "leave out",
    blanks: Blanks = "leave out",
    coders: list[str] | tuple[str, ...] | None = None,
) -> Agreements: ...


def agreement(  # noqa: PLR0913 - each is a choice that changes the numbers
    a: pd.DataFrame | pd.Series[Any],
    b: pd.DataFrame | pd.Series[Any],
    *more: pd.DataFrame | pd.Series[Any],
    on: str | list[str] | tuple[str, ...] | None = None,
    measure: str | None = None,
    only_one: OnlyOne = "leave out",
    blanks: Blanks = "leave out",
    coders: list[str] | tuple[str, ...] | None = None,
) -> Agreement | Agreements:
    """Return how far coders agree, how far chance would bring them, and where they differ.

    Parameters
    ----------
    a, b, *more
        The codings: tables of a case and of a coder of it, such as `case.statements` and
        `case.codings["second-reader"]["statements"]`, whose column `same_as` names our row; two codings of one case;
        or columns. Rows meet by their short names, those of a column or of any other table by the index.
    on
        The column that is compared; several in a list are compared one by one. Columns need none.
    measure
        What the answers are: `nominal` (words without an order), `ordinal` (steps), `interval` (numbers or days) or
        `sets` (several in a cell, such as `macron;biden`). By default as the schema of the table says, or nominal.
    only_one
        Whether rows that a coder does not have are left out, or are there `as different`: to have no such row is an
        answer too.
    blanks
        Whether blanks are left out, or are there `as an answer`: two coders who both say that the report does not
        state it agree.
    coders
        What the coders are called; by default by their folder or case, or by the name of their column.

    Returns
    -------
    Agreement
        Numbers, two charts and the text; of several columns an `Agreements`, with one for each.

    Raises
    ------
    TypeError
        A coding is neither a table nor a column.
    ValueError
        As in `course.coders.answers.answers`; or no row has two answers, or a choice is none of those above.

    Examples
    --------
    >>> import course
    >>> case = course.load()
    >>> found = course.agreement(case.statements, case.codings["second-reader"]["statements"], on="mode")
    >>> print(words.first(found))
    Our coding and second-reader agree on 16 of 18 rows: 89%.
    """
    for name, value, known in (("only_one", only_one, OnlyOne), ("blanks", blanks, Blanks)):
        if value not in get_args(known):
            message = f"{name}={value!r} is no way to count. {did_you_mean(str(value), get_args(known))}"
            raise ValueError(message)
    given: list[Any] = [a, b, *more]
    if not isinstance(on, list | tuple):
        return _agreement(answers(given, on, measure, coders), only_one, blanks)
    if not on:
        message = "on=[] names no column. Name one or more."
        raise ValueError(message)
    return Agreements({each: _agreement(answers(given, each, measure, coders), only_one, blanks) for each in on})


def counted(only_one: OnlyOne, blanks: Blanks) -> tuple[Gap, ...]:
    """Return the gaps that count as answers."""
    ways = ((Gap.BLANK, blanks == "as an answer"), (Gap.NO_ROW, only_one == "as different"))
    return tuple(gap for gap, counts in ways if counts)


def _agreement(given: Answers, only_one: OnlyOne, blanks: Blanks) -> Agreement:
    gaps = counted(only_one, blanks)
    codes = given.codes(gaps)
    if not len(codes):
        message = f"No row has two answers in {given.column}: where two coders have the row, one left it blank."
        raise ValueError(message)
    on_a_scale = given.measure in SCALES
    values = tuple(given.domain) if on_a_scale else (*given.domain, *gaps)
    # A gap has no place on a scale: alpha could not say how far it is from a number.
    no_place = on_a_scale and any(gap in row for gap in gaps for row in given.given)
    measure = None if no_place else given.measure
    kappa, alpha = None if on_a_scale else measures.kappa(codes), measures.alpha(codes, values, measure)
    numbers = measures.share(codes), measures.by_chance(codes), kappa, alpha
    return Agreement(given, only_one, blanks, *numbers, codes, values, measure)
