"""What a learner has answered is kept, and is not lost."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

import course
from course.questions import keeping

if TYPE_CHECKING:
    from pathlib import Path

    from course.questions.note import Note


def kept(file: Path) -> dict[str, dict[str, object]]:
    entries: dict[str, dict[str, object]] = json.loads(file.read_text(encoding="utf-8"))["entries"]
    return entries


def test_an_answer_is_kept_with_its_tries(progress_file: Path) -> None:
    course.check("3.1", 5)
    course.check("3.1", "four")
    entry = kept(progress_file)["3.1"]
    assert (entry["answer"], entry["state"], entry["tries"]) == (4, "right", 2)


def test_a_blank_and_an_unclear_answer_are_not_kept(progress_file: Path) -> None:
    course.check("3.1", ...)
    course.check("3.1", "some")
    assert not progress_file.exists()


def test_running_a_notebook_again_adds_no_tries(progress_file: Path) -> None:
    for _ in range(3):
        course.check("3.1", 5)
    assert kept(progress_file)["3.1"]["tries"] == 1


def test_a_right_answer_is_not_undone(progress_file: Path) -> None:
    course.check("3.1", 4)
    course.check("3.1", 7)
    entry = kept(progress_file)["3.1"]
    assert (entry["answer"], entry["state"], entry["tries"]) == (4, "right", 2)


def test_hints_come_one_after_another_and_stay(progress_file: Path) -> None:
    assert str(course.hint("3.1")).startswith("Hint 1 of 2: Not every number")
    assert str(course.hint("3.1")).count("Hint ") == 2
    assert str(course.hint("3.1")).endswith("That was the last hint of 3.1.")
    assert kept(progress_file)["3.1"]["hints"] == 2


def test_a_question_opens_with_what_was_answered(progress_file: Path) -> None:  # noqa: ARG001 - its place is used
    course.check("3.3", (0, None))
    course.hint("3.3")
    asked = course.ask("3.3")
    assert asked.answer == asked.judged == {"low": 0, "high": "no limit"}
    assert "You left the top open" in asked.feedback
    assert "Imagine that there are ten soldiers" in asked.hints
    assert asked.hint_label == "Hint 2 of 2"


def test_progress_by_notebook_and_outcome(progress_file: Path) -> None:  # noqa: ARG001 - its place is used
    for question, answer in {"3.1": 4, "3.2": 3, "3.7": None}.items():
        course.check(question, answer)
    said = str(course.progress())
    assert "How many troops? · 3 of 9, about 19 min left" in said
    assert "tell a mention from a force · 2 of 2, all done" in said


def test_saving_and_restoring_on_another_machine(
    progress_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    course.check("3.1", 4)
    keeping.keep_note("3-guess", "The second reader.")
    saved = tmp_path / "my-progress.json"
    assert str(course.save_progress(saved)) == "1 answer saved in my-progress.json."
    monkeypatch.setenv(keeping.VARIABLE, str(tmp_path / "other" / keeping.FILE_NAME))
    course.check("3.2", 3)
    course.check("3.1", 5)
    assert "1 answer restored" in str(course.restore_progress(saved))
    there = kept(tmp_path / "other" / keeping.FILE_NAME)
    assert (there["3.1"]["answer"], there["3.2"]["answer"]) == (4, 3)
    assert keeping.read().notes == {"3-guess": "The second reader."}
    assert progress_file.exists()


def test_saving_before_restoring_loses_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    saved = tmp_path / "my-progress.json"
    monkeypatch.setenv(keeping.VARIABLE, str(tmp_path / "a.json"))
    course.check("3.1", 4)
    course.save_progress(saved)
    monkeypatch.setenv(keeping.VARIABLE, str(tmp_path / "b.json"))
    course.save_progress(saved)
    course.restore_progress(saved)
    assert keeping.read().entries["3.1"].state == "right"


def test_a_foreign_file_is_not_written_over(progress_file: Path, tmp_path: Path) -> None:  # noqa: ARG001
    foreign = tmp_path / "shopping.json"
    foreign.write_text('{"milk": 1}', encoding="utf-8")
    assert "shopping.json is another file" in str(course.save_progress(foreign))
    assert "was not restored" in str(course.restore_progress(foreign))
    assert foreign.read_text(encoding="utf-8") == '{"milk": 1}'


def test_a_missing_file_says_what_to_do(tmp_path: Path) -> None:
    assert "Drag it into the file list" in str(course.restore_progress(tmp_path / "my-progress.json"))


@pytest.mark.parametrize(
    "broken",
    [
        "{",
        "[]",
        "null",
        '{"format": "x"}',
        '{"format": 1, "entries": [], "notes": {}}',
        '{"format": 99, "entries": {}, "notes": {}}',
        '{"format": 1}',
        "",
    ],
)
def test_a_broken_progress_file_is_set_aside(
    progress_file: Path, broken: str, capsys: pytest.CaptureFixture[str]
) -> None:
    progress_file.parent.mkdir()
    progress_file.write_text(broken, encoding="utf-8")
    course.check("3.1", 4)
    assert kept(progress_file)["3.1"]["state"] == "right"
    aside = progress_file.with_name(".course-progress-set-aside-1.json")
    assert aside.read_text(encoding="utf-8") == broken
    assert "set aside as .course-progress-set-aside-1.json" in capsys.readouterr().out


def test_a_note_is_kept_and_opens_again(progress_file: Path) -> None:  # noqa: ARG001 - its place is used
    note: Note = course.note("3-guess", "Who?")
    note.give("text", "The second one, for he says what he does not know.")
    assert note.html["kept"] == "Kept."
    assert course.note("3-guess", "Who?").values["text"].startswith("The second one")


def test_in_memory_nothing_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    course.check("3.1", 4)
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_no_text_is_set_aside(progress_file: Path) -> None:
    progress_file.parent.mkdir()
    progress_file.write_bytes(b"\xff\xfe\x00")
    assert "0 of 9" in str(course.progress())
    assert progress_file.with_name(".course-progress-set-aside-1.json").read_bytes() == b"\xff\xfe\x00"
