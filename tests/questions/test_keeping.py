"""Progress survives a kill at any moment, two notebooks at once, other versions, and a folder that is shut."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

import course
from course.files import write_in_one_step
from course.questions import keeping
from course.questions.record import Record
from tests.questions.kept import kept

if TYPE_CHECKING:
    from pathlib import Path

WRITER = """
import sys
from course.questions import keeping
from course.files import write_in_one_step
from course.questions.record import Record
from course.questions.judge import State
who, count = sys.argv[1], int(sys.argv[2])
for number in range(count):
    keeping.keep_answer(f"{who}.{number}", number, State.RIGHT)
    print(number, flush=True)
"""


def writer(file: Path, who: str, count: int) -> subprocess.Popen[str]:
    environment = {**os.environ, keeping.VARIABLE: str(file)}
    command = [sys.executable, "-c", WRITER, who, str(count)]
    return subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, encoding="utf-8")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_a_kill_at_any_moment_loses_at_most_the_answer_being_written(progress_file: Path) -> None:
    chance = random.Random(20220202)  # noqa: S311 - moments, not secrets
    told: dict[str, int] = {}
    for turn in range(8):
        with writer(progress_file, f"w{turn}", 100_000) as process:
            assert process.stdout is not None
            written = [process.stdout.readline() for _ in range(chance.randint(1, 20))]
            process.send_signal(signal.SIGKILL)
            told[f"w{turn}"] = max(map(int, [*written, *process.stdout.read().split()]))
        record = Record.from_json(progress_file.read_text(encoding="utf-8"))
        for who, number in told.items():
            assert all(f"{who}.{n}" in record.entries for n in range(number + 1))


def test_two_notebooks_at_once_lose_nothing(progress_file: Path) -> None:
    processes = [writer(progress_file, who, 60) for who in ("a", "b", "c")]
    for process in processes:
        process.communicate(timeout=60)
        assert process.returncode == 0
    entries = Record.from_json(progress_file.read_text(encoding="utf-8")).entries
    assert set(entries) == {f"{who}.{number}" for who in "abc" for number in range(60)}


def test_a_file_of_another_version_is_read_and_its_questions_stay(progress_file: Path) -> None:
    entry = {"answer": 4, "state": "right", "tries": 1, "hints": 0, "first": "t", "last": "t", "mood": "good"}
    old = {"format": 1, "entries": {"3.1": entry, "77.1": entry}, "notes": {}, "theme": "dark"}
    progress_file.parent.mkdir()
    progress_file.write_text(json.dumps(old), encoding="utf-8")
    course.check("3.2", 3)
    entries = keeping.read().entries
    assert set(entries) == {"3.1", "3.2", "77.1"}
    assert "How many troops? · 2 of 7" in str(course.progress())


@pytest.mark.parametrize("answer", [{"some": ["old", "form"]}, ["old", "form"], "old form"])
def test_an_answer_that_a_question_no_longer_takes_does_no_harm(progress_file: Path, answer: object) -> None:
    entry = {"answer": answer, "state": "right", "tries": 1}
    progress_file.parent.mkdir()
    progress_file.write_text(json.dumps({"format": 1, "entries": {"3.1": entry}, "notes": {}}), encoding="utf-8")
    asked = course.ask("3.1")
    assert asked.answer == {}, "the page gets nothing that its controls cannot show"
    assert "? Unclear" in asked.feedback


def test_a_file_of_a_newer_form_is_set_aside_and_kept(progress_file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    progress_file.parent.mkdir()
    progress_file.write_text('{"format": 3, "entries": {}, "notes": {}}', encoding="utf-8")
    course.check("3.1", 4)
    assert "written by a newer version of the course" in capsys.readouterr().out
    assert progress_file.with_name(".course-progress-set-aside-1.json").exists()


def test_a_folder_that_cannot_be_written_to_stops_no_learner(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("not a folder", encoding="utf-8")
    monkeypatch.setattr(keeping, "_memory", Record())
    monkeypatch.setenv(keeping.VARIABLE, str(tmp_path / "file" / "progress.json"))
    verdict = course.check("3.1", 4)
    assert verdict.state == "right"
    assert "This could not be kept in a file" in verdict.next_step
    assert str(course.hint("3.1")).startswith("Hint 1 of 2")
    assert "Hint 2 of 2" in str(course.hint("3.1")), "what cannot be written is remembered by the kernel"


def test_no_half_written_file_is_left_behind(progress_file: Path) -> None:
    course.check("3.1", 4)
    left = {path.name for path in progress_file.parent.iterdir()} - {f"{progress_file.name}.lock"}
    assert left == {progress_file.name}


def test_what_is_the_same_is_not_written_again(progress_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    changes = (
        lambda: keeping.keep_hints("3.1", 1),
        lambda: keeping.keep_solution("3.2"),
        lambda: keeping.keep_note("n", "mine"),
        lambda: keeping.keep_filled("03", {"level": "2"}),
        lambda: course.check("3.1", 4),
    )
    for change in changes:
        change()
    monkeypatch.setattr(keeping, "write_in_one_step", lambda *_: pytest.fail("it was written again"))
    for change in changes:
        change()
    assert progress_file.exists()


def test_a_file_that_is_as_it_was_is_not_parsed_again(progress_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    course.check("3.1", 4)
    real, parsed = Record.from_json, []

    def from_json(text: str) -> Record:
        parsed.append(text)
        return real(text)

    monkeypatch.setattr(Record, "from_json", from_json)
    course.check("3.2", 2)
    course.progress()
    assert not parsed
    progress_file.write_text(progress_file.read_text(encoding="utf-8").replace('"3.2"', '"3.3"'), encoding="utf-8")
    assert set(keeping.read().entries) == {"3.1", "3.3"}, "another program has changed it"
    assert len(parsed) == 1


@pytest.fixture
def shut(progress_file: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder in which nothing can be written."""

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(keeping, "write_in_one_step", refuse)
    return progress_file


def test_what_cannot_be_written_is_remembered_by_the_kernel(shut: Path) -> None:
    assert "it is remembered until the kernel stops" in course.check("3.1", 4).next_step
    course.hint("3.2")
    assert "Hint 2 of 2" in str(course.hint("3.2"))
    assert "1 of 7" in str(course.progress())
    assert course.ask("3.1").answer == {"answer": 4}
    assert not shut.exists()


def test_what_was_remembered_is_written_once_it_can_be(shut: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    course.check("3.1", 4)
    monkeypatch.setattr(keeping, "write_in_one_step", write_in_one_step)
    course.check("3.2", 3)
    entries = Record.from_json(shut.read_text(encoding="utf-8")).entries
    assert set(entries) == {"3.1", "3.2"}


@pytest.mark.parametrize(
    "text", ["[" * 100_000, "9" * 5000, '{"format": 1, "entries": {"3.1": {"tries": ' + "9" * 5000 + "}}}"]
)
def test_a_file_that_json_chokes_on_is_set_aside(progress_file: Path, text: str) -> None:
    progress_file.parent.mkdir()
    progress_file.write_text(text, encoding="utf-8")
    course.check("3.1", 4)
    assert progress_file.with_name(".course-progress-set-aside-1.json").read_text(encoding="utf-8") == text


def test_half_a_letter_in_a_note_does_no_harm(progress_file: Path) -> None:
    assert keeping.keep_note("n", "half \ud800 letter") == ""
    assert keeping.read().notes["n"] == "half \ud800 letter"
    assert {path.suffix for path in progress_file.parent.iterdir()} <= {".json", ".lock"}


def test_a_file_with_a_byte_order_mark_is_read(progress_file: Path) -> None:
    course.check("3.1", 4)
    progress_file.write_bytes(b"\xef\xbb\xbf" + progress_file.read_bytes())
    assert keeping.read().entries["3.1"].answer == 4


def test_the_same_wrong_cell_after_a_right_answer_is_one_try(progress_file: Path) -> None:
    for answer in (4, 3, 3, 3):
        course.check("3.1", answer)
    entry = keeping.read().entries["3.1"]
    assert (entry.answer, entry.state, entry.tries) == (4, "right", 2)
    assert progress_file.exists()


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


def test_in_memory_nothing_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(keeping, "_memory", Record())
    course.check("3.1", 4)
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_no_text_is_set_aside(progress_file: Path) -> None:
    progress_file.parent.mkdir()
    progress_file.write_bytes(b"\xff\xfe\x00")
    assert "0 of 7" in str(course.progress())
    assert progress_file.with_name(".course-progress-set-aside-1.json").read_bytes() == b"\xff\xfe\x00"


def test_of_two_drafts_the_one_that_was_typed_last_is_kept(progress_file: Path) -> None:
    for typed in ("1", "2", "2"):
        assert keeping.keep_draft("3.1", {"answer": typed}) == "", "there is nothing to tell"
    assert Record.from_json(progress_file.read_text(encoding="utf-8")).entries["3.1"].draft == {"answer": "2"}


@pytest.mark.parametrize(
    ("in_a_browser", "stays", "kept"), [(False, False, True), (True, True, True), (True, False, False)]
)
def test_what_is_kept_is_there_tomorrow_but_in_a_browser_that_forgets(
    progress_file: Path,
    monkeypatch: pytest.MonkeyPatch,
    in_a_browser: bool,  # noqa: FBT001
    stays: bool,  # noqa: FBT001
    kept: bool,  # noqa: FBT001
) -> None:
    monkeypatch.setattr(keeping, "IN_A_BROWSER", in_a_browser)
    monkeypatch.setattr(keeping, "outlives", lambda folder: stays and folder == progress_file.parent)
    assert keeping.is_kept() is kept
    monkeypatch.setenv(keeping.VARIABLE, keeping.IN_MEMORY)
    assert keeping.is_kept(), "what a teacher wants in memory is not called lost"
