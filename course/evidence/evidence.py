"""The evidence reader: a digest beside tables, so that one sees what a row rests on and what became of a paragraph."""

from __future__ import annotations

from dataclasses import dataclass, replace
from numbers import Integral
from typing import TYPE_CHECKING, Any

from course import lit
from course.content import did_you_mean
from course.evidence.own_copy import OwnCopy
from course.evidence.reader import Reader
from course.evidence.rows import Rows
from course.evidence.words import listing, of_paragraph, of_row, of_tables, still
from course.figures.explorer import CHANGED, WORDS, Explorer
from course.fingerprints import MOST_CHARACTERS
from course.page import html, reading
from course.page.controls import pick
from course.page.panel import Part
from course.say import count

if TYPE_CHECKING:
    from course.case import Case

ALL = "all tables"
COUNTS = ("troops", "counts")
"""The tables of which one is listed at first, where the case has it."""


@dataclass(frozen=True)
class Settings:
    """What a learner has chosen: the table that is listed, a row (or none), and the paragraph that is lit (0: none)."""

    table: str = ""
    row: str = ""
    paragraph: int = 0


class EvidenceReader(Explorer[Settings]):
    """An explorer of what the rows of a case rest on; `evidence` makes one."""

    def __init__(self, case: Case, settings: Settings) -> None:
        """Build it over a case."""
        self._case = case
        self._rows = Rows(case)
        self._own = OwnCopy(case.fingerprints)
        self._lit = case.read().spans
        tables = {ALL: f"{ALL} ({sum(map(len, self._rows.of.values()))} rows)"}
        tables |= {table: f"{table} ({count(len(rows), 'row')})" for table, rows in self._rows.of.items()}
        super().__init__(settings, {"table": pick("Table", tables)})

    def set(self, **changes: Any) -> None:  # noqa: ANN401 - the settings say which
        """Set some of the settings from code, as in every explorer.

        A new row lights its own paragraph; a new paragraph, and a table that the row is not in, let go of the row.
        """
        if changes.get("row"):
            changes.setdefault("paragraph", 0)
        elif "paragraph" in changes or not self._lists(changes.get("table", ALL)):
            changes.setdefault("row", "")
        super().set(**changes)

    def _lists(self, table: object) -> bool:
        """Return whether the row that is chosen is listed in a table, or in all."""
        chosen = self._settings
        return bool(chosen.row) and table in {ALL, self._found(chosen)[0]}

    def _found(self, settings: Settings) -> tuple[str, str]:
        """Return the table and the key of the row that is chosen."""
        return self._rows.find(settings.row, settings.table)

    def _checked(self, settings: Settings) -> Settings:
        if not settings.table:
            settings = replace(
                settings, table=next((each for each in (*COUNTS, *self._rows.of) if each in self._rows.of), ALL)
            )
        if settings.table not in {ALL, *self._case.tables}:
            near = did_you_mean(str(settings.table), [ALL, *self._case.tables])
            message = f"There is no table {settings.table!r}. {near}"
            raise ValueError(message)
        number: Any = settings.paragraph
        if isinstance(number, bool) or not isinstance(number, Integral) or (number and number not in self._case.digest):
            message = f"The report has no paragraph {number!r}: they run from 1 to {len(self._case.digest)}; 0 is none."
            raise ValueError(message)
        if not settings.row:
            return replace(settings, row="", paragraph=int(number))
        table, key = self._rows.find(str(settings.row), settings.table)
        rests_on = int(self._rows.of[table][key]["paragraph"])
        if number not in {0, rests_on}:
            message = f"The row {key!r} of {table} rests on paragraph {rests_on}, not on {number}."
            raise ValueError(message)
        name = self._rows.name(table, key) if settings.table == ALL else key
        return Settings(ALL if settings.table == ALL else table, name, rests_on)

    def _tables(self, settings: Settings) -> tuple[str, ...]:
        """Return the tables that are listed."""
        return self._case.tables if settings.table == ALL else (settings.table,)

    def _on_message(self, _: object, message: dict[str, Any], __: object) -> None:
        """Do what was chosen or pasted on the page."""
        match message.get("do"):
            case "row":
                # A row of the list: the list stays as it is.
                self._change(replace(self._settings, row=str(message.get("row")), paragraph=0))
            case "paragraph":
                self._change(Settings(ALL, "", int(message.get("paragraph", 0))))
            case "clear":
                self._change(replace(self._settings, row="", paragraph=0))
            case "paste":
                self._own.read(str(message.get("text", "")))
            case "forget":
                self._own.forget()
        if message.get("do") in {"paste", "forget", "show"}:
            self._tell()

    def _tell(self) -> None:
        """Tell the page what it shows of a pasted text, in a message: it must not stand in what a notebook saves."""
        chosen = self._settings
        on_it = [(table, key) for table, keys in self._rows.on(chosen.paragraph).items() for key in keys]
        rows = [self._found(chosen)] if chosen.row else on_it
        parts = self._own.parts(chosen.paragraph, [str(self._rows.of[table][key]["wording"]) for table, key in rows])
        self.widget.send(
            {
                "own": {"paragraph": chosen.paragraph, "parts": parts, "found": bool(self._own.found)},
                "said": self._own.said,
            }
        )

    def _to_controls(self, settings: Settings) -> dict[str, Any]:
        return {"table": settings.table}

    def _from_controls(self, values: dict[str, Any]) -> Settings:
        if self._lists(values["table"]):
            return replace(self._settings, table=values["table"], row=".".join(self._found(self._settings)))
        return replace(self._settings, table=values["table"], row="")

    def _show(self, changed: str) -> None:
        super()._show(changed)
        if self._own.found:
            self._tell()

    def _state(self, settings: Settings, changed: str = "") -> dict[str, Any]:
        row, columns, marked = "", [], ""
        if settings.row:
            table, key = self._found(settings)
            row, columns = f"{table}.{key}", [list(pair) for pair in self._rows.in_words(table, key)]
            text, spans = self._case.digest[settings.paragraph], self._lit[settings.paragraph]
            marked = lit.to_html(text, spans, lit.shared(text, str(self._rows.of[table][key]["wording"])))
        return {
            **super()._state(settings, changed),
            "title": f"Rows of {settings.table}",
            "groups": listing(self._rows, self._case.digest, self._tables(settings), settings.paragraph),
            "chosen": {"paragraph": settings.paragraph, "row": row, "columns": columns, "marked": marked},
        }

    def _panel(self, parts: list[Part], state: dict[str, Any]) -> Reader:
        digest = [[number, lit.to_html(text, self._lit[number])] for number, text in self._case.digest.items()]
        key = reading.key(lit.kinds(self._lit.values()))
        return Reader(
            parts, digest=digest, key=key, offers=bool(self._case.fingerprints), most=MOST_CHARACTERS, **state
        )

    def _parts(self) -> list[Part]:
        return [*self._left(), Part("reader", "reader"), CHANGED, WORDS]

    def _picture(self, settings: Settings) -> None:
        """Return none: the reader is the picture."""

    def _say(self, settings: Settings) -> str:
        if settings.row:
            return of_row(self._rows, *self._found(settings))
        if settings.paragraph:
            return of_paragraph(self._rows, settings.paragraph)
        name = "All tables" if settings.table == ALL else f"Table {settings.table}"
        return of_tables(self._rows, self._tables(settings), name, len(self._case.digest))

    def _say_changed(self, old: Settings, new: Settings) -> str:
        if new.row and new.row != old.row:
            return f"Paragraph {new.paragraph} is lit, for “{self._rows.label(*self._found(new)).rstrip('.')}”."
        if new.paragraph and new.paragraph != old.paragraph:
            rows = sum(map(len, self._rows.on(new.paragraph).values()))
            where = "" if new.table == ALL else f" The list shows only {new.table}."
            where = " The list shows all tables now." if old.table != new.table == ALL else where
            return f"Paragraph {new.paragraph} is lit, with its {count(rows, 'row', 'no')}.{where}"
        if new.table != old.table:
            rows = sum(len(self._rows.of[table]) for table in self._tables(new))
            return f"The list shows {new.table} now: {count(rows, 'row', 'no')}."
        return f"No row is chosen; paragraph {new.paragraph} stays lit." if new.paragraph else "Nothing is chosen now."

    def _still(self, settings: Settings, said: str) -> str:
        return html.page(html.lines(said), still(self._rows, self._case.digest, self._tables(settings)))


def evidence(case: Case, table: str = "", row: str = "", paragraph: int = 0) -> EvidenceReader:
    """Open the evidence reader.

    A learner who has the report's text can paste it, and sees the report's own words beside ours, where the case has
    fingerprints (see `course.fingerprints`). That text stays in memory: it is in no setting and in no output.

    Parameters
    ----------
    case
        A case.
    table
        The table that is listed at first, or `"all tables"`; where none is named, that of the counts or else the first.
    row
        The short name of the row that is chosen at first, such as `"m2"`, or `"places.ukraine"` where several tables
        have a row of that name; the table follows it.
    paragraph
        The paragraph that is lit at first; 0 is none, or that of the row.

    Raises
    ------
    ValueError
        The table, the row or the paragraph is not one that is known, or the row rests on another paragraph.
    """
    return EvidenceReader(case, Settings(table, row, paragraph))
