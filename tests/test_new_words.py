"""A word that is added to a vocabulary, by the course or by a case, is drawn and said everywhere, and never its key."""

from __future__ import annotations

import csv
import json
import shutil
from typing import TYPE_CHECKING, Any

import pytest

import course
from course import content
from course.schema import TABLES, schema
from course.teach.kit.notebook import of_a_case
from course.vocabulary import forget, vocabulary
from tests.figures.hard_tables import ALL_CHARTS
from tests.figures.shown import controls

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from course.case import Case

ROWS = {"troops": -1, "events": 1, "statements": 13}
"""The row of each table that gets the new words, where it is not the first: one in which each of them is used."""
KEY, WORD = "zz-{}", "brand new {}"
GROUPS = "relation_groups"
SAID_BY = {
    "who_deals_with_whom": {"kinds", "relations", GROUPS},
    "who_is_quoted": {"kinds"},
    "who_says": {"modes", "forms"},
    "when": {"occurrences"},
    "how_many": {"statuses"},
    "what_kind": {"statuses", "measures"},
    "what_the_sum_hides": set[str](),
    "where": {"statuses", "precisions"},
    "contacts": {"kinds", "relations", GROUPS},
    "claim_sorter": {"modes"},
    "timeline": {"occurrences"},
    "places": {"statuses"},
    "chart_lab": {"statuses"},
    "adding_machine": set[str](),
}
"""The vocabularies whose words each chart and each explorer says."""
EXPLORERS = of_a_case(course.explore)


def word(name: str) -> str:
    return WORD.format(name.replace("_", " "))


def _rows(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def _write(file: Path, rows: list[dict[str, str]]) -> None:
    with file.open("w", encoding="utf-8", newline="") as lines:
        made = csv.DictWriter(lines, list(rows[0]))
        made.writeheader()
        made.writerows(rows)


def put_in(pack: Path) -> dict[str, str]:
    """Put a new word into each column of a vocabulary; return for each vocabulary the word that stood there."""
    like: dict[str, str] = {}
    for table in TABLES:
        if not (pack / f"{table}.csv").is_file():
            continue
        rows = _rows(pack / f"{table}.csv")
        row = rows[ROWS.get(table, 0)]
        for field in schema(table)["fields"]:
            name = field.get("vocabulary")
            if name and row[field["name"]] and (table, name) != ("numbers", "hedges"):
                like.setdefault(name, row[field["name"]])
                row[field["name"]] = KEY.format(name)
        _write(pack / f"{table}.csv", rows)
    return like


@pytest.fixture(params=["of the course", "of the case"])
def new(request: pytest.FixtureRequest, pack: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Case]:
    """The case with a new word in each vocabulary, among those of the course or of its own."""
    like = put_in(pack)
    if request.param == "of the case":
        (pack / "vocabulary").mkdir()
        for name, key in like.items():
            own = {"key": KEY.format(name), "like": key, "word": word(name), "meaning": f"A {word(name)}."}
            _write(pack / f"vocabulary/{name}.csv", [own])
    else:
        shutil.copytree(content.cases_folder(), tmp_path / "data")
        for name in [*like, GROUPS]:
            file = tmp_path / f"data/vocabulary/{name}.csv"
            rows = _rows(file)
            old = next((row for row in rows if row["key"] == like.get(name)), rows[0])
            row = {
                **old,
                "key": KEY.format(name),
                "word": word(name),
                "plural": word(name),
                "meaning": f"A {word(name)}.",
            }
            for column, value in {"plain": word(name), "group": KEY.format(GROUPS)}.items():
                row |= {column: value} if column in row else {}
            _write(file, [*rows, row])
        monkeypatch.setattr(content, "root", lambda: tmp_path)
    forget()
    yield course.load(pack)
    forget()


def told(shown: Any) -> str:
    """All that a chart or an explorer says and draws, without what only code reads."""
    if isinstance(shown, course.charts.Chart):
        return f"{shown.text}{shown.table.to_string()}{json.dumps(shown.picture.layout)}{_drawn(shown.picture.traces)}"
    picture = shown._picture(shown.settings)
    offered = [label for control in controls(shown).values() for _, label in control.get("options") or ()]
    html = " ".join(shown.widget.html.values())
    return f"{shown.words}{offered}{html}{_drawn(picture.traces) + json.dumps(picture.layout) if picture else ''}"


def _drawn(traces: list[Any]) -> str:
    shown = [{**trace, "ids": [], "name": trace["name"] if trace.get("showlegend") else ""} for trace in traces]
    return json.dumps(shown)


def wanted(case: Case, name: str) -> set[str]:
    """The words that a chart or an explorer has to say; a group is new only where a relation of the course is."""
    has_group = KEY.format(GROUPS) in vocabulary(GROUPS, case.name)
    return {word(each) for each in SAID_BY[name] if each != GROUPS or has_group}


def test_each_vocabulary_of_a_table_gets_a_word(new: Case) -> None:
    for name in set(new.names.vocabularies.values()):
        assert vocabulary(name, new.name)[KEY.format(name)]["word"] == word(name)
    used = {
        name
        for (table, column), name in new.names.vocabularies.items()
        if table in new.tables and (new.table(table)[column] == KEY.format(name)).any()
    }
    assert used == set(new.names.vocabularies.values())


def test_every_chart_draws_and_says_it(new: Case) -> None:
    for chart in ALL_CHARTS:
        said = told(chart(new)).lower()
        missing = {each for each in wanted(new, chart.__name__) if each not in said}
        assert missing == set(), chart.__name__
        assert "zz-" not in said, chart.__name__


@pytest.mark.parametrize("name", [name for name in EXPLORERS if name != "evidence"])
def test_every_explorer_draws_and_says_it(new: Case, name: str) -> None:
    said = told(getattr(course.explore, name)(new)).lower()
    assert {each for each in wanted(new, name) if each not in said} == set()
    assert "zz-" not in said


def test_who_follows_an_actor_reads_it(new: Case) -> None:
    for actor, name in (("le-drian", "modes"), ("france", "relations")):
        said = told(course.explore.contacts(new, actor=actor)).lower()
        assert word(name) in said
        assert "zz-" not in said


def test_who_sorts_a_statement_reads_it(new: Case) -> None:
    placed = [("s1", KEY.format("modes")), ("s2", "asserted"), ("s14", "asserted")]
    said = told(course.explore.claim_sorter(new, "s14", placed, compared=True))
    assert f"you say asserted, we say {word('modes')}" in said
    assert word("forms") in said
    assert f"You chose {word('modes')}: a {word('modes')}." in said
    assert "zz-" not in said


def test_the_evidence_of_each_row_is_told_with_it(new: Case) -> None:
    reader = course.explore.evidence(new)
    said = ""
    for table in new.tables:
        rows = new.table(table)
        reader.set(table=table, row=".".join((table, str(rows.iloc[ROWS.get(table, 0), 0]))))
        said += f"{reader.words}{reader._state(reader.settings)['chosen']}"
    assert {name for name in set(new.names.vocabularies.values()) if word(name) not in said} == set()
    assert "zz-" not in said
