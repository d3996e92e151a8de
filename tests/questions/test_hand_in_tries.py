"""What a hand-in tells of each try, and how one hands in without touching code."""

from __future__ import annotations

from typing import TYPE_CHECKING

import course
from course.questions import keeping
from course.questions.hand_in_panel import HandInPanel
from course.questions.spec import find
from tests.questions.test_hand_in import written

if TYPE_CHECKING:
    from pathlib import Path


def test_each_try_is_handed_in_in_order_with_the_hints_that_were_taken(progress_file: Path, tmp_path: Path) -> None:
    course.check("3.1", 6)
    course.hint("3.1")
    course.check("3.1", 5)
    course.check("3.1", 5)
    course.check("3.1", 4)
    course.check("3.1", 6)
    course.hand_in("Ada", tmp_path)
    [answer] = written(tmp_path)["answers"]
    assert [(each["answer"], each["state"], each["hints"]) for each in answer["given"]] == [
        (6, "not yet", 0), (5, "not yet", 1), (4, "right", 1), (6, "not yet", 1),
    ]  # fmt: skip
    foreseen = {m.condition["answer"]: m.name for m in find("3.1").misconceptions}
    assert [each["met"] for each in answer["given"]] == [foreseen[6], foreseen[5], None, foreseen[6]]
    assert (answer["answer"], answer["tries"]) == (4, 4)
    before = keeping.read().entries["3.1"].given
    course.begin_anew()
    course.restore_progress(tmp_path / "hand-in-Ada.json")
    assert keeping.read().entries["3.1"].given == before
    assert progress_file.exists()


def test_without_a_name_there_is_a_field_and_a_button(progress_file: Path, tmp_path: Path) -> None:
    course.check("3.1", 4)
    panel = course.hand_in(folder=tmp_path)
    assert str(panel).startswith("Whose answers are these?")
    assert isinstance(panel, HandInPanel)
    panel.give("name", "Олена Коваль")
    panel.press("write")
    assert written(tmp_path)["name"] == "Олена Коваль"
    [file] = tmp_path.glob("hand-in-*.json")
    assert file.name.startswith("hand-in-Олена-Коваль")
    assert "1 answer of Олена Коваль written to " in panel.html["said"]
    assert 'download="' in panel.html["said"]
    assert progress_file.exists()
