"""What the page shows of a desk: never the text, and of a partner nothing before both are done."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from course.desk import view
from course.desk.columns import columns
from course.desk.desk import Desk
from tests.desk.samples import BEN, TEXT, both, coded, desk, filled, row

if TYPE_CHECKING:
    from pathlib import Path


def shown(at: Desk, chosen: str = "") -> dict[str, Any]:
    """What the page shows, as it goes there."""
    state = view.shown(at, chosen, "strict", 0.1)
    return json.loads(json.dumps(state))  # type: ignore[no-any-return]


def test_the_form_has_each_column_with_what_it_asks_and_what_its_words_mean() -> None:
    form = {column["name"]: column for column in view.form()}
    assert list(form) == list(columns())
    assert form["status"]["meanings"]["announced"] == "Somebody has said that it will come."
    assert all(column["asks"].endswith(".") for column in form.values())
    assert view.kinds()["person"] == "person"


def test_where_some_columns_are_asked_only_these_are_in_sight(tmp_path: Path) -> None:
    assert [column["name"] for column in view.form(("status",)) if not column["isMore"]] == ["status"]
    at = Desk(None, "Ada", tmp_path, ("status",))
    at.take_text(TEXT)
    row(at, 1, "More than 100")
    assert shown(at)["rows"][0]["open"] == "open: status"


def test_no_sentence_of_the_text_goes_into_what_is_saved(tmp_path: Path) -> None:
    for at, chosen in ((desk(tmp_path), ""), (coded(tmp_path), "r1"), (both(tmp_path / "both"), "")):
        said = json.dumps(shown(at, chosen), ensure_ascii=False)
        for line in TEXT.splitlines()[2:]:
            words = line.split()
            assert not any(" ".join(words[start : start + 7]) in said for start in range(len(words) - 6))


def test_of_a_partner_only_the_name_is_there_before_both_are_done(tmp_path: Path) -> None:
    coded(tmp_path, "Ben", BEN)
    state = shown(coded(tmp_path))
    assert state["partners"] == [["file:Ben.coding.json", "Ben"]]
    assert state["partnerIsDone"]
    assert state["pairs"] == []
    assert "at least 50" not in json.dumps(state)


def test_a_row_says_what_its_words_allow_what_is_open_and_whether_it_is_in_doubt(tmp_path: Path) -> None:
    at = desk(tmp_path)
    row(at, 1, "More than 100")
    at.change("r1", "note", "Is it?")
    filled(at, 2, "Dozens")
    state = shown(at, "r2")
    first, second = state["rows"]
    assert (first["allowed"], first["note"]) == ("at least 101, no limit above", "Is it?")
    assert first["open"] == "open: status, measure, stock or flow and voice"
    assert second["open"] == ""
    assert state["chosen"]["values"]["hedge"] == "dozens"
    assert state["chosen"]["open"] == []
    assert shown(at, "r1")["chosen"]["open"] == ["status", "measure", "stock_flow", "voice"]
    assert state["chosen"]["options"]["rival"] == [["", "no other row"], ["r1", "¶1 soldiers (paragraph 1)"]]
    assert shown(at)["chosen"] is None
    assert (state["canUndo"], state["canRedo"], state["isDone"]) == (True, False, False)


def test_who_is_named_is_asked_for(tmp_path: Path) -> None:
    at = desk(tmp_path)
    row(at, 1, "More than 100")
    at.change("r1", "source", "the police; Mayor X")
    at.name("the-police", kind="police")
    assert shown(at)["actors"] == [["the-police", "the police", "police", ""], ["mayor-x", "Mayor X", "", ""]]


def test_a_pair_has_both_words_for_each_column_in_which_it_differs(tmp_path: Path) -> None:
    at = both(tmp_path)
    at.settle("r2", {}, "No boats.", is_kept=False)
    pairs = {pair["key"]: pair for pair in shown(at)["pairs"]}
    assert list(pairs) == ["r1", "r2", "r3", "r4", "partner-r4"]
    (line,) = pairs["r3"]["lines"]
    assert (line["label"], line["said"], line["settled"]) == ("status", ["announced", "present"], None)
    assert ["past", "past"] in line["others"]
    assert ["present", "present"] not in line["others"]
    assert (pairs["r2"]["only"], pairs["r2"]["isKept"], pairs["r2"]["rule"]) == ("Ada", False, "No boats.")
    assert pairs["partner-r4"]["only"] == "Ben"
    assert pairs["r1"]["wordings"] == ["More than 100", "More than 100 soldiers"]
