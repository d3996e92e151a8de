"""The columns of the tables that a question in code is about, each with what it holds, in words."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

from course import content
from course.page import html
from course.questions.solution import code_of
from course.say import and_
from course.schema import schema
from course.vocabulary import vocabulary

if TYPE_CHECKING:
    from course.questions.spec import Question

MOST_TABLES = 3
"""For a question about more of them, only the columns are told that all of them have."""
MOST_VALUES = 8
PARTS = re.compile(r"^[^.]*\.|Blank: [^.]*\.")
"""What of the description of a column is told: its first sentence, and what a blank means."""
Columns = dict[str, str]


def of(question: Question) -> dict[str, Columns]:
    """Return for each table that a question is about its columns, each with what it holds."""
    code = code_of(question)
    named = {name: case for case, name in re.findall(r"\b(\w+)\.(\w+)", code)}
    named |= dict.fromkeys(re.findall(r'"(\w+)"', code), named["table"]) if "table" in named else {}
    declared = _declared(question.case)
    tables = {f"{named[name]}.{name}": columns for name, columns in declared.items() if name in named}
    if len(tables) <= MOST_TABLES:
        return tables
    shared = set.intersection(*map(set, tables.values()))
    every = next(iter(tables.values()))
    return {f"all {len(tables)} tables": {name: words for name, words in every.items() if name in shared}}


def strip(question: Question) -> html.Html:
    """Return a quiet line for each table: the names of its columns, and folded below it what they hold."""
    return html.join(
        *(
            html.fold(f"{table} has {and_(columns)}", html.facts((name, words) for name, words in columns.items()))
            for table, columns in of(question).items()
        )
    )


@cache
def _declared(case: str) -> dict[str, Columns]:
    """Return what a case declares: for each table its columns, each with what it holds."""
    resources = content.read_json(content.case_folder(case) / "datapackage.json")["resources"]
    return {
        resource["name"]: {field["name"]: _words(field) for field in schema(resource["name"])["fields"]}
        for resource in resources
    }


def _words(field: dict[str, Any]) -> str:
    values = list(vocabulary(field["vocabulary"])) if "vocabulary" in field else []
    allowed = f"{', '.join(values[:MOST_VALUES])}{' …' if len(values) > MOST_VALUES else ''}"
    return " ".join([*PARTS.findall(field.get("description", "")), *([f"One of: {allowed}."] if values else [])])
