"""A partner's coding stays sealed until both are done; then each row that differs is settled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.desk.coding import Settled
from course.desk.desk import Desk
from course.desk.keeping import file_of
from tests.desk.samples import TEXT, both, coded, desk, filled, row

if TYPE_CHECKING:
    from pathlib import Path


def test_one_is_done_when_nothing_is_open_and_can_go_on(tmp_path: Path) -> None:
    made = desk(tmp_path)
    assert made.finish().startswith("There is no row yet.")
    row(made, 1, "More than 100")
    assert made.finish() == "Not done yet. “More than 100” (¶1): choose status, measure, stock or flow and voice."
    made.remove("r1")
    filled(made, 1, "More than 100")
    assert made.finish() == "Done, with 1 row."
    assert made.finish() == "You code on."
    assert not made.coding.is_done


def test_the_seal_is_broken_when_both_are_done_and_not_before(tmp_path: Path) -> None:
    made = desk(tmp_path)
    assert made.open() == "There is no coding of a partner yet."
    ben = desk(tmp_path, "Ben")
    filled(ben, 1, "up to 20")
    assert made.open() == "You are not done yet: press “I am done” first."
    filled(made, 1, "More than 100")
    made.finish()
    assert made.open() == "Ben is not done yet. Ask for the file again when they are."
    assert made.pairs == []
    ben.finish()
    assert made.pairs == []
    assert made.open() == "You see both codings now. 2 rows to settle."
    assert len(made.pairs) == 2
    assert made.finish() == "You have seen your partner's coding, so yours is done."
    assert made.change("r1", "status", "past").startswith("You have seen your partner's coding")
    assert not made.can_undo
    assert Desk(None, "Ada", tmp_path).coding.is_opened


def test_a_partner_on_another_computer_sends_a_file(tmp_path: Path) -> None:
    coded(tmp_path / "ben", "Ben")
    content = file_of(tmp_path / "ben", "Ben").read_text(encoding="utf-8")
    made = Desk(None, "Ada", tmp_path / "ada")
    assert made.take_partner(content, "ben.json") == "There is no text yet."
    made.take_text(TEXT)
    assert made.take_partner("{", "ben.json").startswith("ben.json: this is not a coding of the desk.")
    assert made.take_partner(content, "ben.json") == (
        "The coding of Ben is here, sealed. You see it when both of you are done."
    )
    assert made.partner
    assert made.partner.coding.coder == "Ben"


def test_of_several_partners_one_is_chosen_until_rows_are_settled(tmp_path: Path) -> None:
    coded(tmp_path, "Cem")
    made = both(tmp_path)
    assert [each.coding.coder for each in made.partners] == ["Ben", "Cem"]
    cem = made.partners[1].key
    made.choose_partner(cem)
    assert made.partner
    assert made.partner.coding.coder == "Cem"
    assert made.to_settle == []
    made.choose_partner(made.partners[0].key)
    made.settle("r2", {}, "")
    assert made.choose_partner(cem) == "You have settled rows with this partner already."
    assert made.chosen_partner == made.partners[0].key


def test_a_row_is_settled_column_by_column_with_a_rule_and_can_be_opened_again(tmp_path: Path) -> None:
    made = both(tmp_path)
    assert made.settle("r9", {}, "") == "There is no such row to settle."
    assert made.settle("r3", {}, "") == "Choose what the row says: status."
    assert made.settle("r3", {"status": "there"}, "") == "status: 'there' cannot be chosen there."
    assert made.settle("r3", {"status": "past", "hedge": "about"}, " A rule. ").startswith("Settled. 2 rows to go.")
    assert made.coding.settled == {"r3": Settled({"status": "past"}, rule="A rule.")}
    assert desk(tmp_path).coding.settled == made.coding.settled
    made.undo()
    assert made.coding.settled == {}
    made.redo()
    assert made.unsettle("r3") == "This row is open again."
    assert made.coding.settled == {}


def test_files_that_are_no_coding_of_the_text_are_told(tmp_path: Path) -> None:
    made = desk(tmp_path)
    assert made.unread == []
    (tmp_path / "x.coding.json").write_text("{}", encoding="utf-8")
    assert made.unread == ["x.coding.json: this is not a coding of the desk, or one of a newer version of the course."]


def test_everybody_whom_either_names_is_to_be_told_of(tmp_path: Path) -> None:
    ben = desk(tmp_path, "Ben")
    key = filled(ben, 1, "up to 20")
    ben.change(key, "voice", "named source")
    ben.change(key, "source", "the police")
    ben.name("the-police", "police", "false")
    ben.finish()
    made = coded(tmp_path)
    assert made.everybody.names == {}
    made.open()
    assert [(name, each.kind) for name, each in made.everybody.named.items()] == [("the police", "police")]
    assert made.save().startswith("Saved")


def test_where_only_some_columns_are_asked_one_is_done_with_these_and_a_case_needs_all(tmp_path: Path) -> None:
    made = Desk(None, "Ada", tmp_path, ("status",))
    made.take_text(TEXT)
    row(made, 1, "More than 100")
    assert made.finish() == "Not done yet. “More than 100” (¶1): choose status."
    made.change("r1", "status", "present")
    assert made.finish() == "Done, with 1 row."
    assert made.save() == ("Not saved as a case yet. “More than 100” (¶1): choose measure, stock or flow and voice.")
