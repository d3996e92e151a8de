"""What keys stand for comes from the schema alone; the case here is about boats, so that nothing is known of it."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest

from course import names
from course.names import Names
from course.vocabulary import remember

TABLES = {
    "boats": pd.DataFrame(
        {"boat": ["b1", "b2"], "label": ["first", "second"], "name": ["Argo", "Hermes"], "crew": ["c1;c2", pd.NA]}
    ),
    "crews": pd.DataFrame({"crew": ["c1", "c2"], "label": ["The twins", "The cook"], "port": ["p1", "p1"]}),
    "ports": pd.DataFrame({"port": ["p1"]}),
    "races": pd.DataFrame({"race": pd.Series(dtype="string")}),
}
SCHEMAS: dict[str, dict[str, Any]] = {
    "boats": {
        "fields": [
            {"name": "boat"},
            {"name": "name", "vocabulary": "kinds"},
            {"name": "crew", "items": "crews.crew", "constraints": {"pattern": "[a-z0-9]+(;[a-z0-9]+)*"}},
            {"name": "sister"},
        ],
        "foreignKeys": [{"fields": "sister", "reference": {"resource": "", "fields": "boat"}}],
    },
    "crews": {"foreignKeys": [{"fields": ["port"], "reference": {"resource": "ports", "fields": ["port"]}}]},
}


@pytest.fixture
def known() -> Names:
    return names.names(TABLES, SCHEMAS)


def test_a_row_is_called_by_its_name_its_label_or_else_its_key(known: Names) -> None:
    assert known.rows == {
        "boats": {"b1": "Argo", "b2": "Hermes"},
        "crews": {"c1": "The twins", "c2": "The cook"},
        "ports": {"p1": "p1"},
        "races": {},
    }


@pytest.mark.parametrize(
    ("table", "column", "value", "said"),
    [
        ("boats", "sister", "b2", "Hermes"),
        ("boats", "crew", "c1;c2", "The twins, The cook"),
        ("boats", "crew", "c2;c9", "The cook, c9"),
        ("crews", "port", "p1", "p1"),
        ("crews", "label", "b1", "b1"),
        ("boats", "name", "one;two", "one;two"),
        ("nowhere", "sister", "b2", "b2"),
    ],
)
def test_a_cell_says_names_where_its_column_points_and_stays_as_it_is_elsewhere(
    known: Names, table: str, column: str, value: str, said: str
) -> None:
    assert known.called(table, column, value) == said


def test_only_a_column_of_several_values_is_taken_apart(known: Names) -> None:
    assert known.parts("boats", "crew", "c1;c2") == ["c1", "c2"]
    assert known.parts("boats", "name", "Argo; the first") == ["Argo; the first"]


def test_the_schema_says_what_a_column_points_to_and_whose_words_it_uses(known: Names) -> None:
    assert known.points == {("boats", "sister"): "boats", ("boats", "crew"): "crews", ("crews", "port"): "ports"}
    assert known.vocabularies == {("boats", "name"): "kinds"}


def test_a_frame_knows_its_case_by_name_and_one_of_no_case_knows_nothing(
    known: Names, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(names, "_KNOWN", {})
    frame = TABLES["boats"].copy()
    assert names.of(frame) == (Names(), "")
    names.remember("regatta", known)
    frame.attrs = {"case": "regatta", "table": "boats"}
    assert names.of(frame) == (known, "boats")
    assert names.of(frame.head(1)) == (known, "boats")


def test_a_cell_with_a_word_says_it_as_people_read_it() -> None:
    remember(
        "regatta",
        {"kinds": {"crew": {"key": "crew", "like": "group", "word": "those aboard", "plural": "", "meaning": ""}}},
    )
    schemas = {"actors": {"fields": [{"name": "kind", "vocabulary": "kinds"}]}}
    actors = pd.DataFrame({"actor": ["ada"], "kind": ["crew"]})
    known = names.names({"actors": actors}, schemas, "regatta")
    assert known.called("actors", "kind", "crew") == "those aboard"
    assert known.called("actors", "kind", "person") == "person"
    assert names.names({"actors": actors}, schemas, "elsewhere").called("actors", "kind", "crew") == "crew"
