"""One news report as data: its tables, its digest, and the evidence of each row."""

from __future__ import annotations

from dataclasses import dataclass, field
from numbers import Integral
from typing import TYPE_CHECKING, Any

import pandas as pd

from course.content import ContentError, did_you_mean
from course.names import Names
from course.schema import schema
from course.tables import records

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from course.fingerprints import Fingerprint
    from course.lit import Span


@dataclass(frozen=True)
class Passage:
    """Some paragraphs of a digest, to be read in a notebook."""

    paragraphs: Mapping[int, str]
    spans: Mapping[int, Sequence[Span]] = field(default_factory=dict, repr=False)
    """What can be lit up in each of them."""

    def __str__(self) -> str:
        """Return a line a paragraph, each with its number."""
        return "\n".join(f"¶{number} {text}" for number, text in self.paragraphs.items())

    __repr__ = __str__

    def _repr_html_(self) -> str:
        from course import lit  # noqa: PLC0415 - a case is there sooner without what it is shown with
        from course.page import html, reading  # noqa: PLC0415 - as above

        shown = {number: lit.to_html(text, self.spans.get(number, ())) for number, text in self.paragraphs.items()}
        return html.page(reading.reading(lit.kinds(self.spans.values()), html.passage(shown)))


@dataclass(frozen=True)
class Evidence:
    """What a row rests on: a paragraph, a wording of the report and our digest of the paragraph."""

    paragraph: int
    wording: str
    digest: str
    is_retold: bool = False
    """Whether the wording is one of our digest, as where nobody has the report's text."""

    def __str__(self) -> str:
        """Return the wording with its paragraph, then the digest."""
        return f"¶{self.paragraph} “{self.wording}”\n{self.digest}"

    __repr__ = __str__

    def _repr_html_(self) -> str:
        from course.page import html  # noqa: PLC0415 - as above

        says = "Our digest says: " if self.is_retold else "The report says: "
        said = html.join(says, html.quote(self.wording))
        ours = html.digest(self.paragraph, html.emphasis("In our words:"), " ", self.digest)
        return html.page(html.passage({self.paragraph: said}), ours)


class Case:
    """One report as data.

    Each table is a fresh `pandas.DataFrame` at every access, so that a learner can change it without
    harm. A blank is `<NA>`; every table has the columns `paragraph` (`Int64`) and `wording` (`string`). Its `attrs` say
    which table of which case it is.

    Attributes
    ----------
    name, title
        The case's short name and its heading.
    digest
        The report in our words: paragraph number to text.
    written
        The first and the last day on which the report can have been written; None where that is not known.
    written_why
        How the days of writing are known, in a sentence or two; empty where the case does not say.
    retold
        Why the wordings of its rows stand in the digest and not in the report; empty where they are the report's own.
    text
        The report's own text by paragraph, where the case may keep it; else nothing.
    fingerprints
        What the report's paragraphs are recognised by in a learner's own copy; none where the case has none.
    names
        What the keys in its tables stand for.
    glossary
        Words of the report that need a meaning, each with it.
    rules
        What its coders have agreed on for hard rows, as `codebook` gives it in a table.
    coded
        How others coded the same report, as `codings` gives it in copies; none where nobody has.
    """

    def __init__(
        self,
        name: str,
        title: str,
        digest: Mapping[int, str],
        tables: Mapping[str, pd.DataFrame],
        written: tuple[date, date] | None = None,
    ) -> None:
        """Hold the parts; `load` reads them from a folder."""
        self.name = name
        self.title = title
        self.written = written
        self.digest = dict(digest)
        self.written_why = ""
        self.retold = ""
        self.text: dict[int, str] = {}
        self.fingerprints: dict[int, Fingerprint] = {}
        self.names = Names()
        self.glossary: dict[str, str] = {}
        self.rules: tuple[Mapping[str, str], ...] = ()
        self._tables = dict(tables)
        self.coded: dict[str, dict[str, pd.DataFrame]] = {}

    @property
    def actors(self) -> pd.DataFrame:
        """Who is named: a row an actor, with kind, role, state and whether quoted."""
        return self.table("actors")

    @property
    def troops(self) -> pd.DataFrame:
        """Every mention of a force: number (soldiers), hedge, status, stock or flow, whose, where, source."""
        return self.table("troops")

    @property
    def counts(self) -> pd.DataFrame:
        """Every mention of a count, whatever is counted: what, number, unit, hedge, status, whose, where, sources."""
        return self.table("counts")

    @property
    def numbers(self) -> pd.DataFrame:
        """Every number in the report, with its hedge and its unit."""
        return self.table("numbers")

    @property
    def statements(self) -> pd.DataFrame:
        """What was said: speaker, addressee, channel, cue, mode, and when."""
        return self.table("statements")

    @property
    def events(self) -> pd.DataFrame:
        """What happened, is scheduled or is possible: type, participants, place, and when."""
        return self.table("events")

    @property
    def relations(self) -> pd.DataFrame:
        """Who deals with whom: from, to, relation."""
        return self.table("relations")

    @property
    def places(self) -> pd.DataFrame:
        """Where: latitude and longitude (degrees), precision, ISO code."""
        return self.table("places")

    @property
    def codebook(self) -> pd.DataFrame:
        """The rules that its coders have agreed on, with the columns they are about and the row each was made for."""
        return pd.DataFrame(self.rules, columns=["rule", "about", "paragraph", "wording"], dtype="string")

    @property
    def tables(self) -> tuple[str, ...]:
        """The names of the tables that the case has."""
        return tuple(self._tables)

    @property
    def codings(self) -> dict[str, dict[str, pd.DataFrame]]:
        """The tables of each coder, as copies; `same_as` names the row of ours that speaks of the same."""
        return {
            coder: {name: self._fresh(rows, f"{coder}/{name}") for name, rows in tables.items()}
            for coder, tables in self.coded.items()
        }

    def table(self, name: str) -> pd.DataFrame:
        """Return a copy of the table of that name.

        Raises
        ------
        ContentError
            The case has no such table.
        """
        return self._fresh(self._table(name), name)

    def _table(self, name: str) -> pd.DataFrame:
        if name not in self._tables:
            message = f"The case {self.name!r} has no table {name!r}. {did_you_mean(name, self._tables)}"
            raise ContentError(message)
        return self._tables[name]

    def need(self, picture: str, *tables: str) -> None:
        """Raise a ContentError where the case lacks a table that a picture is drawn from; an empty one will do."""
        from course.say import and_  # noqa: PLC0415 - as above

        if missing := [f"no table {name}" for name in tables if name not in self._tables]:
            message = f"{self.name} has {and_(missing)}, so there is no {picture} to draw."
            raise ContentError(message)

    def rows(self, name: str) -> list[dict[str, Any]]:
        """Return the rows of a table as dictionaries, with a blank for each column that its file leaves out."""
        blanks = {field["name"]: None for field in schema(name)["fields"]}
        rows = records(self._table(name))
        return rows if list(self._table(name)) == list(blanks) else [{**blanks, **row} for row in rows]

    @property
    def actor_names(self) -> dict[str, str]:
        """What each actor is called, by its key; nothing where the case has no such table."""
        return {row["actor"]: str(row["name"]) for row in self.rows("actors")} if "actors" in self._tables else {}

    def _fresh(self, rows: pd.DataFrame, name: str) -> pd.DataFrame:
        table = rows.copy()
        table.attrs = {"case": self.name, "table": name}
        return table

    def read(self, *paragraphs: int) -> Passage:
        """Return the digest of these paragraphs, or of all where none is named.

        Raises
        ------
        ContentError
            The report has no paragraph of that number.
        """
        from course import lit  # noqa: PLC0415 - as above

        shown = self._digest_of(paragraphs or tuple(self.digest))
        return Passage(shown, lit.passage(shown, self._tables, self.glossary))

    def _digest_of(self, paragraphs: tuple[int, ...]) -> dict[int, str]:
        for number in paragraphs:
            if not isinstance(number, Integral) or isinstance(number, bool) or int(number) not in self.digest:
                message = f"The report has no paragraph {number!r}: they run from 1 to {len(self.digest)}."
                raise ContentError(message)
        return {number: self.digest[number] for number in map(int, paragraphs)}

    def evidence(self, row: str | Mapping[str, Any] | pd.Series[Any]) -> Evidence:
        """Return what a row rests on.

        Parameters
        ----------
        row
            A row of any table (`case.troops.iloc[1]`, or a mapping with `paragraph` and `wording`),
            or the short name in its first column (`"m2"`, `"macron"`).

        Raises
        ------
        ContentError
            No row has that name, several have, or the row has no paragraph and wording.
        """
        if isinstance(row, str):
            row = self._row_named(row)
        try:
            paragraph, wording = int(row["paragraph"]), str(row["wording"])
        except (KeyError, TypeError, ValueError):
            message = (
                "This is not a row of a case: it has no paragraph and wording. "
                "Give one row, such as case.troops.iloc[0], or its short name, such as 'm2'."
            )
            raise ContentError(message) from None
        return Evidence(paragraph, wording, self._digest_of((paragraph,))[paragraph], bool(self.retold))

    def _row_named(self, name: str) -> pd.Series[Any]:
        found = {}
        names: list[str] = []
        for table, rows in self._tables.items():
            keys = rows.iloc[:, 0]
            names.extend(keys)
            match = rows[keys == name]
            if len(match):
                found[table] = match.iloc[0]
        if not found:
            message = f"No row of {self.name!r} is named {name!r}. {did_you_mean(name, names)[:200]}"
            raise ContentError(message)
        if len(found) > 1:
            tables = " and ".join(found)
            message = f"{name!r} is a row of {tables}. Give the row itself, such as case.{next(iter(found))}.iloc[0]."
            raise ContentError(message)
        return next(iter(found.values()))

    def __repr__(self) -> str:
        """Return the title and the size of each table, a line each."""
        sizes = "\n".join(f"  {name:<11} {len(rows):>3} rows" for name, rows in self._tables.items())
        others = "".join(f"\n  coded by    {coder} too: {', '.join(tables)}" for coder, tables in self.coded.items())
        return f"{self.title}\n  digest      {len(self.digest):>3} paragraphs\n{sizes}{others}"
