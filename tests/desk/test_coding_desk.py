"""The coding desk as an explorer: what is done on the page comes as a message, and so does the text."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any
from unittest.mock import patch

import pytest

import course
from course.desk.coding_desk import DOING, CodingDesk
from tests.desk.samples import BEN, TEXT, coded

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of its own for each test."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def told(at: CodingDesk, **message: Any) -> dict[str, Any]:
    """Do something as the page does; return what the page is sent."""
    with patch.object(at.widget, "send") as send:
        at._on_message(at.widget, message, [])
    return send.call_args.args[0] if send.called else {}


def with_text() -> CodingDesk:
    """A desk with the text on it."""
    made = course.explore.coding_desk(coder="Ada")
    told(made, do="text", text=TEXT, title="")
    return made


def test_a_fresh_desk_asks_for_a_text_and_writes_nothing(here: Path) -> None:
    made = course.explore.coding_desk()
    assert made.desk.coder == "Coder A"
    assert made.words.startswith("There is no text on the desk yet.")
    assert made.figure is None
    assert made.widget.drawn == "{}"
    assert not any(here.iterdir())


def test_a_text_comes_and_goes_as_a_message_and_is_in_no_state_of_the_widget(here: Path) -> None:
    made = course.explore.coding_desk(coder="Ada")
    sent = told(made, do="text", text=TEXT, title="")
    assert [number for number, _ in sent["text"]] == [1, 2, 3]
    assert made.changed == "3 paragraphs. Select words in the text, and press Enter."
    state = json.dumps(made.widget.get_state(), default=str, ensure_ascii=False)
    assert "crossed the river" not in state
    assert {path.name for path in (here / "coding-my-report").iterdir()} == {"text.txt", "Ada.coding.json"}


def test_words_that_are_selected_become_a_row_that_is_chosen_and_drawn() -> None:
    made = with_text()
    sent = told(made, do="row", paragraph=1, start=0, end=9)
    assert sent["marks"] == [[1, 0, 13, "r1"]]
    assert made.settings.row == "r1"
    assert made.changed == "A row of “More than 100”. The finder has read its number: check it."
    assert made.figure is None
    told(made, do="change", row="r1", column="status", value="present")
    assert made.figure is not None
    told(made, do="change", row="r1", column="number", value="x")
    assert made.changed.startswith("'x' is not a number")
    told(made, do="undo")
    assert made.figure is None
    told(made, do="undo")
    assert (made.settings.row, made.words.split("\n")[0]) == ("", "There is no row yet.")
    assert made.widget.drawn == "{}"


def test_another_row_is_chosen_by_the_page_and_by_code() -> None:
    made = with_text()
    told(made, do="row", paragraph=1, start=0, end=9)
    told(made, do="row", paragraph=2, start=27, end=37)
    told(made, do="choose", row="r1")
    assert made.settings.row == "r1"
    assert made.changed == "The row of “More than 100”."
    made.set(row="r2", reading="usual", closeness=0.2)
    assert made.widget.values["closeness"] == 20
    with pytest.raises(ValueError, match=r"There is no row 'r3'\. Did you mean 'r1'|'r2'"):
        made.set(row="r3")
    told(made, do="choose", row="r9")
    assert made.settings.row == ""


def test_a_partner_is_compared_with_and_rows_are_settled(here: Path) -> None:
    coded(here / "coding-my-report", "Ben", BEN)
    coded(here / "coding-my-report")
    made = course.explore.coding_desk(coder="Ada")
    assert made.changed == "Your coding is as you left it: 4 rows."
    sent = told(made, do="open")
    assert made.changed == "You see both codings now. 3 rows to settle."
    assert "partner-r4" in [key for *_, key in sent["marks"]]
    told(made, do="settle", pair="r3", cells={"status": "announced"}, rule="A rule", kept=True)
    told(made, do="settle", pair="r2", cells={}, rule="", kept=False)
    told(made, do="settle", pair="partner-r4", cells={}, rule="", kept=True)
    assert made.words.endswith("Every row is settled: save it as a case.")
    told(made, do="save")
    case = course.load(here / "coding-my-report" / "case")
    assert len(case.counts) == 4
    assert course.charts.how_many(case, unit="soldiers").figure is not None


@pytest.mark.parametrize(
    "message",
    [
        *({"do": what} for what in sorted(DOING)),
        {"do": "row", "paragraph": "one", "start": None, "end": True},
        {"do": "row", "paragraph": 1, "start": -9, "end": 10**9},
        {"do": "change", "row": ["r1"], "column": {}, "value": 3},
        {"do": "settle", "pair": "r1", "cells": None},
        {"do": "partner", "name": None, "content": 5},
        {"do": "actor", "actor": "nobody"},
        {"do": "nothing"},
        {},
    ],
)
def test_whatever_the_page_sends_is_answered(message: dict[str, Any]) -> None:
    made = with_text()
    told(made, **message)
    assert made.words


def test_a_case_that_keeps_its_text_has_a_folder_of_its_name(here: Path) -> None:
    made = course.explore.coding_desk(course.load("amber-ferry"), coder="Ada")
    assert made.desk.folder == here / "coding-amber-ferry"
    assert told(made, do="show")["text"][0][1].startswith("More than 900 soldiers")
    assert course.explore.coding_desk(folder="mine").desk.folder == here / "mine"


def test_what_is_not_a_case_or_no_name_is_told() -> None:
    with pytest.raises(TypeError, match=r"course\.load\('amber-ferry'\), not for a str"):
        course.explore.coding_desk("amber-ferry")  # type: ignore[arg-type]
    for coder in ("", "  ", "x" * 61):
        with pytest.raises(ValueError, match="the name of a coder has 1 to 60 letters"):
            course.explore.coding_desk(coder=coder)


def test_the_columns_that_are_asked_are_those_of_the_table() -> None:
    made = course.explore.coding_desk(columns="status")
    assert made.desk.asked == ("status",)
    with pytest.raises(ValueError, match=r"There is no column 'statu'\. Did you mean 'status'"):
        course.explore.coding_desk(columns=["statu"])
