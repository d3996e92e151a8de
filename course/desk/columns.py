"""The columns that a row of the desk has: what each asks, and with what it is filled."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from course.page.controls import Control, line, number, pick
from course.schema import EVIDENCE, schema
from course.vocabulary import kept, vocabulary

if TYPE_CHECKING:
    from collections.abc import Mapping

Kind = Literal["menu", "number", "words", "names", "row"]
TABLE = "counts"
NO_CASE = "a coding at the desk"
"""The name of no case: words that only one case has are not offered for another text."""
NOT_CHOSEN = "choose …"
NO_ROW = "no other row"
LABELS = {
    "label": "name of the row",
    "what": "what is counted",
    "number_to": "to (of a range)",
    "stock_flow": "stock or flow",
    "thing": "counts the same as",
    "overlaps_with": "overlaps with",
}
"""What a column is called where its name alone does not say what it asks."""
ACTORS = "actors"
LEFT_OUT = {"mention", "place", "proposed", *EVIDENCE}
"""What the desk fills itself, and places, which need to be looked up on a map."""
MORE = {"number_to", "label", "thing", "overlaps_with", "overlap", "revises", "rival"}
"""Columns that few rows need."""


@dataclass(frozen=True)
class Column:
    """One column of a row.

    Attributes
    ----------
    name, label
        Its name in the table, and what it is called on the page.
    kind
        Whether it holds a word of a vocabulary, a number, words of one's own, names of actors, or another row.
    asks
        What it says, in a sentence.
    meanings
        The meaning of each word that can be chosen.
    is_needed
        Whether no row can do without it.
    """

    name: str
    label: str
    kind: Kind
    asks: str
    meanings: Mapping[str, str]
    is_needed: bool

    @property
    def is_judged(self) -> bool:
        """Whether two coders can be held against each other in it: it takes a word from a list, or a number."""
        return self.kind in {"menu", "number"}

    def control(self) -> Control:
        """Return the control that it is filled with; one that names another row gets its options later."""
        match self.kind:
            case "menu":
                return pick(self.label, {"": NOT_CHOSEN, **{key: self.said(key) for key in self.meanings}})
            case "row":
                return pick(self.label, {"": NO_ROW})
            case "number":
                return number(self.label)
            case _:
                return line(self.label)

    def to_json(self) -> dict[str, Any]:
        """Return the column as the page wants it."""
        more = {
            "asks": self.asks,
            "meanings": dict(self.meanings),
            "isMore": self.name in MORE,
            "isRare": self.name in MORE,
        }
        return {**self.control().to_json(), "name": self.name, **more}

    def said(self, value: str) -> str:
        """Return a value as people read it."""
        if self.kind != "menu" or not value:
            return value
        row = _vocabulary_of(self.name)[value]
        return str(row["plural"] or row["word"])


@kept
def columns() -> dict[str, Column]:
    """Return the columns by name, in the order of the schema of counts."""
    fields = [field for field in schema(TABLE)["fields"] if field["name"] not in LEFT_OUT]
    return {field["name"]: _column(field) for field in fields}


def judged() -> list[str]:
    """Return the names of the columns in which two coders can be held against each other."""
    return [name for name, column in columns().items() if column.is_judged]


def _column(field: Mapping[str, Any]) -> Column:
    name = field["name"]
    asks = str(field.get("description", "")).split(". ", 1)[0].rstrip(".")
    meanings = {key: row["meaning"] for key, row in _vocabulary_of(name).items()}
    needed = bool(field.get("constraints", {}).get("required")) and name not in MORE
    return Column(name, LABELS.get(name, name), _kind(field), f"{asks}.", meanings, needed)


def _kind(field: Mapping[str, Any]) -> Kind:
    if "vocabulary" in field:
        return "menu"
    if field["type"] == "number":
        return "number"
    points = {each["fields"]: each["reference"]["resource"] for each in schema(TABLE)["foreignKeys"]}
    if points.get(field["name"]) == ACTORS or str(field.get("items", "")).startswith(f"{ACTORS}."):
        return "names"
    return "row" if field["name"] == "thing" or points.get(field["name"]) == "" else "words"


def _vocabulary_of(name: str) -> Mapping[str, Any]:
    field = next(each for each in schema(TABLE)["fields"] if each["name"] == name)
    return vocabulary(field["vocabulary"], NO_CASE) if "vocabulary" in field else {}


def fits(name: str, cell: str) -> bool:
    """Return whether a column can hold what another place has for it: of a menu, a word that can be chosen here."""
    return columns()[name].kind != "menu" or cell in columns()[name].meanings
