"""One coder's work: each step is kept at once, and nothing is lost."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

import course
from course.case import Case
from course.desk import keeping
from course.desk.desk import Desk
from course.desk.keeping import file_of, read
from course.fingerprints import fingerprint
from tests.desk.samples import TEXT, desk, filled, row

if TYPE_CHECKING:
    from pathlib import Path


def test_a_text_is_taken_with_its_headline_and_kept_beside_the_coding(tmp_path: Path) -> None:
    made = Desk(None, "Ada", tmp_path)
    assert made.report is None
    assert made.add(1, 0, 5) == ("", "There is no text yet.")
    assert made.take_text("Too short") == "This text: no paragraph was found. A paragraph has at least 6 words."
    assert made.take_text(TEXT) == "3 paragraphs. Select words in the text, and press Enter."
    assert made.report
    assert made.report.title == "River exercise begins in the north"
    assert (tmp_path / keeping.TEXT).read_text(encoding="utf-8") == TEXT
    assert Desk(None, "Ben", tmp_path).report == made.report
    assert made.take_text(TEXT, " My  title ")
    assert desk(tmp_path).place.text == made.place.text
    assert read(file_of(tmp_path, "Ada")).title == "My title"


def test_rows_stand_on_the_text_so_it_stays(tmp_path: Path) -> None:
    made = desk(tmp_path)
    row(made, 1, "More than 100")
    assert made.take_text(TEXT).startswith("You have rows of this text already.")


def test_a_desk_is_opened_as_it_was_left(tmp_path: Path) -> None:
    made = desk(tmp_path)
    filled(made, 1, "More than 100", "announced")
    made.change("r1", "note", "In doubt")
    made.name("police", "police", "false")
    made.name("police", quoted="true")
    made.retell(2, "Mine.")
    again = desk(tmp_path)
    assert again.said == "Your coding is as you left it: 1 row."
    assert again.coding == made.coding
    assert again.coding.actors["police"].quoted == "true"
    assert desk(tmp_path, "Ben").coding.rows == ()


def test_what_was_done_is_there_after_a_kill(tmp_path: Path) -> None:
    done = (
        "import os, signal, sys; from pathlib import Path; from tests.desk.samples import desk, filled\n"
        "made = desk(Path(sys.argv[1])); filled(made, 1, 'More than 100', 'announced'); filled(made, 2, 'Dozens')\n"
        "os._exit(9)"
    )
    assert subprocess.run([sys.executable, "-c", done, str(tmp_path)], check=False).returncode == 9
    again = desk(tmp_path)
    assert [each.cell("status") for each in again.coding.rows] == ["announced", "present"]


def test_steps_can_be_undone_and_done_again_and_that_is_kept_too(tmp_path: Path) -> None:
    made = desk(tmp_path)
    assert made.undo() == "There is nothing to undo."
    row(made, 1, "More than 100")
    made.change("r1", "status", "present")
    assert made.can_undo
    assert made.undo() == "The last step is undone."
    assert desk(tmp_path).coding.row("r1").cell("status") == ""  # type: ignore[union-attr]
    assert made.can_redo
    assert made.redo() == "The step is done again."
    assert desk(tmp_path).coding.row("r1").cell("status") == "present"  # type: ignore[union-attr]
    assert made.redo() == "There is nothing to do again."
    assert made.remove("r1") == "The row of “More than 100” is gone. Undo brings it back."
    assert made.coding.rows == ()
    made.undo()
    assert made.coding.row("r1")


def test_what_cannot_be_is_told_and_changes_nothing(tmp_path: Path) -> None:
    made = desk(tmp_path)
    row(made, 1, "More than 100")
    before = made.coding
    assert made.change("r1", "number", "many").startswith("'many' is not a number")
    assert made.change("r7", "number", "1").startswith("There is no row 'r7'")
    assert made.add(9, 0, 1) == ("", "The text has no paragraph 9.")
    assert made.add(1, 3000, 4000)[1] == "There is no word in what you selected. Select some words of a paragraph."
    assert made.add(1, 0, len("More than 100")) == ("r1", "These words have a row already: “More than 100”.")
    assert made.coding == before
    assert not made.can_redo


def test_another_window_is_seen_and_what_was_made_here_is_one_step_back(tmp_path: Path) -> None:
    here, there = desk(tmp_path), desk(tmp_path)
    row(here, 1, "More than 100")
    key = row(there, 2, "Dozens")
    assert key == "r1"
    assert [each.wording for each in there.coding.rows] == ["More than 100"]
    assert here.coding == there.coding
    assert there.undo().startswith("The last step is undone.")
    assert [each.wording for each in there.coding.rows] == ["Dozens of people"]
    said = here.change("r1", "status", "present")
    assert said.startswith("This coding was changed in another window")
    assert read(file_of(tmp_path, "Ada")).coding == here.coding


def test_a_file_that_is_broken_is_kept_under_another_name(tmp_path: Path) -> None:
    row(desk(tmp_path), 1, "More than 100")
    file_of(tmp_path, "Ada").write_text("{", encoding="utf-8")
    made = desk(tmp_path)
    assert made.said.endswith("It is kept as Ada.coding.json.broken-1, and you begin anew.")
    assert (tmp_path / "Ada.coding.json.broken-1").read_text(encoding="utf-8") == "{"
    row(made, 1, "up to 20")
    file_of(tmp_path, "Ada").write_text("[", encoding="utf-8")
    said = made.change("r1", "status", "present")
    assert "It is kept as Ada.coding.json.broken-2" in said
    assert read(file_of(tmp_path, "Ada")).coding == made.coding
    assert made.coding.row("r1").cell("status") == "present"  # type: ignore[union-attr]


def test_a_file_that_is_gone_is_written_anew(tmp_path: Path) -> None:
    made = desk(tmp_path)
    row(made, 1, "More than 100")
    file_of(tmp_path, "Ada").unlink()
    made.change("r1", "status", "present")
    assert read(file_of(tmp_path, "Ada")).coding == made.coding


def test_rows_of_another_text_are_not_laid_on_this_one(tmp_path: Path) -> None:
    row(desk(tmp_path), 1, "More than 100")
    (tmp_path / keeping.TEXT).write_text("This is quite another text, with some more words.", encoding="utf-8")
    made = Desk(None, "Ada", tmp_path)
    assert made.coding.rows == ()
    assert "is about another text" in made.said
    assert (tmp_path / "Ada.coding.json.broken-1").is_file()


def test_a_folder_that_cannot_be_written_to_is_told_and_the_page_goes_on(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    made = Desk(course.load("amber-ferry"), "Ada", tmp_path / "file")
    _, said = made.add(1, 0, 4)
    assert "It cannot be kept in " in said
    assert made.coding.rows


def test_the_text_of_a_case_is_there_at_once(tmp_path: Path) -> None:
    case = course.load("amber-ferry")
    made = Desk(case, "Ada", tmp_path)
    assert made.report
    assert made.report.text == case.text
    assert made.report.may_be_kept
    assert not any(tmp_path.iterdir())


def test_for_a_case_with_fingerprints_its_paragraphs_are_found_in_a_copy(tmp_path: Path) -> None:
    lines = ["The first paragraph is about boats.", "The second one is about 20 helpers."]
    case = Case("boats", "On boats", {1: "Boats.", 2: "Helpers."}, {})
    case.fingerprints = {number: fingerprint(text) for number, text in enumerate(lines, start=1)}
    made = Desk(case, "Ada", tmp_path)
    assert "No paragraph is recognised" in made.take_text("A quite other text that has some words.")
    assert made.take_text(f"An advert\n{lines[1]}\nMore adverts here") == (
        "1 paragraph. Select words in the text, and press Enter."
    )
    assert made.report
    assert made.report.text == {2: lines[1]}
    assert made.report.digest == case.digest


@pytest.mark.parametrize(
    "act", [lambda at: at.add(1, 0, 4)[1], lambda at: at.change("r1", "status", "past"), lambda at: at.remove("r1")]
)
def test_who_is_done_changes_no_row(tmp_path: Path, act: object) -> None:
    made = desk(tmp_path)
    filled(made, 1, "More than 100")
    made.finish()
    before = made.coding
    assert act(made).startswith("You said that you are done.")  # type: ignore[operator]
    assert made.coding == before


def test_a_text_that_others_have_rows_of_is_not_written_over(tmp_path: Path) -> None:
    here, there = Desk(None, "Ada", tmp_path), Desk(None, "Ben", tmp_path)
    here.take_text(TEXT)
    row(here, 1, "More than 100")
    said = there.take_text("This is quite another text, with some more words.")
    assert said.startswith("Others code another text in ")
    assert (tmp_path / keeping.TEXT).read_text(encoding="utf-8") == TEXT
    assert desk(tmp_path).coding == here.coding
    assert there.take_text(TEXT).startswith("3 paragraphs.")
