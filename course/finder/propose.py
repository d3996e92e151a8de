"""Rows of the table `counts` that the finder proposes: one for each number in a text."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Any

from course.finder.find import Find, find
from course.finder.text import WORD, words
from course.schema import schema
from course.vocabulary import vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable

    from course.finder.numerals import Value

LONGEST = 30
"""The most letters of the short name of a thing."""
END = re.compile(r"[.!?:;]\s")
SHORT = 6
"""The words of a wording that shows what it is about."""
ONE_BY_ONE = "things"
"""The unit of what is counted one by one and has no unit of its own."""
UNNAMED = "not clear"
"""What is counted where no word after the number tells."""


def counts_of(paragraphs: Iterable[str]) -> list[dict[str, Any]]:
    """Return a row for each number of some paragraphs, marked as proposed.

    What no finder can know, such as the status, has the first word of its vocabulary, and is for a person to change. No
    two rows are taken for mentions of one thing.
    """
    rows: list[dict[str, Any]] = []
    for number, text in enumerate(paragraphs, start=1):
        earlier = 0
        for each in find(text):
            wording = in_context(text, each, earlier)
            rows.append(_row(f"c{len(rows) + 1}", number, each, wording))
            earlier = each.end
    times = Counter(row["thing"] for row in rows)
    for row in rows:
        if times[row["thing"]] > 1:
            row["thing"] = f"{row['thing']}-{row['mention']}"
    return rows


def _row(mention: str, paragraph: int, found: Find, wording: str) -> dict[str, Any]:
    read = cells(found)
    what = read["what"]
    first = {
        field["name"]: next(iter(vocabulary(field["vocabulary"])))
        for field in schema("counts")["fields"]
        if "vocabulary" in field and field.get("constraints", {}).get("required")
    }
    return {
        **first,
        "mention": mention,
        "thing": slug(what) or mention,
        "label": f"{what} (paragraph {paragraph})",
        **read,
        "measure": next(iter(vocabulary("measures"))),
        "proposed": "true",
        "paragraph": paragraph,
        "wording": wording,
    }


def cells(found: Find) -> dict[str, str]:
    """Return what a find says of its row: what is counted, its number or two, its unit and its hedge, as in a file."""
    what = found.noun or found.unit or UNNAMED
    return {
        "what": what,
        "number": "" if found.value is None else _written(found.value),
        "number_to": "" if found.number_to is None else _written(found.number_to),
        "unit": found.unit or _unit_of(what),
        "hedge": found.hedge,
    }


def slug(text: str) -> str:
    """Return a short name for a thing: small letters, digits and hyphens; empty where a text has none of them."""
    return "-".join(re.findall(r"[a-z0-9]+", text.lower()))[:LONGEST].strip("-")


def in_context(text: str, found: Find, earlier: int) -> str:
    """Return the wording of a find, where it is short with words before it, six in all, from its own sentence."""
    at = text.find(found.wording, max(earlier, found.start - len(found.wording)))
    room = SHORT - len(words(found.wording))
    sentence = max((end.end() for end in END.finditer(text, earlier, max(at, earlier))), default=earlier)
    starts = [word.start() for word in WORD.finditer(text, sentence, max(at, sentence))]
    return text[starts[-room:][0] : at + len(found.wording)] if room > 0 and starts and at >= 0 else found.wording


def _unit_of(what: str) -> str:
    """Return the unit that is called like what is counted, or the one of what is counted one by one."""
    named = {
        name: key
        for key, row in vocabulary("units").items()
        for name in (row["word"], row["plural"], *row["phrases"].split("|"))
    }
    return named.get(what.rpartition(" ")[2], ONE_BY_ONE)


def _written(value: Value) -> str:
    """Return a number as a spreadsheet has it; of a fraction four decimals."""
    return str(value) if isinstance(value, int) else f"{float(value):.4f}".rstrip("0").rstrip(".")
