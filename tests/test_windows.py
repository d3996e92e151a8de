"""What other programs do on Windows: hold a file for a moment, or for long; and how files come from there."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner

import course
from course import files
from course.cli import app
from course.content import ContentError
from course.desk import keeping as desk_keeping
from course.jupyter import lab
from course.teach.kit.new import new
from tests.desk.samples import desk, row
from tests.guards.windows import is_name_on_windows
from tests.questions.kept import kept

if TYPE_CHECKING:
    from collections.abc import Callable

ACCENTS = "Schülerin Zoë – 7 b"
HARD_NAMES = [
    "CON",
    "nul",
    "Com1",
    "aux.",
    "Zoë",
    "zoë",
    "ZOË",
    "a/b",
    "a\\b",
    "a:b",
    "...",
    "Ada.",
    "ada",
    " ",
    "~",
    "Олена",
]


@pytest.fixture
def holder(monkeypatch: pytest.MonkeyPatch) -> Callable[[str, int], list[Path]]:
    """Hold all files of a name: so many times they can be neither replaced nor deleted, as by a virus scanner."""
    monkeypatch.setattr(files, "PAUSE", 0.001)

    def hold(name: str, times: int) -> list[Path]:
        refused: list[Path] = []

        def refusing(real: Callable[..., None]) -> Callable[..., None]:
            def refuse(*places: Any, **more: Any) -> None:
                held = [Path(each) for each in places if isinstance(each, str | Path) and Path(each).name == name]
                if held and len(refused) < times:
                    refused.extend(held)
                    raise PermissionError(13, "The process cannot access the file", str(held[0]))
                real(*places, **more)

            return refuse

        for each in ("replace", "rename", "unlink"):
            monkeypatch.setattr(os, each, refusing(getattr(os, each)))
        return refused

    return hold


def test_answers_are_kept_while_a_scanner_looks(progress_file: Path, holder: Callable[[str, int], list[Path]]) -> None:
    course.check("3.1", 4)
    refused = holder(progress_file.name, 3)
    assert "could not be kept" not in str(course.check("3.2", 5))
    assert len(refused) == 3
    assert set(kept(progress_file)) == {"3.1", "3.2"}
    assert [each.name for each in progress_file.parent.glob("*.new")] == []


def test_a_file_that_is_held_for_long_is_said_and_nothing_is_lost(
    progress_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    course.check("3.1", 4)
    with monkeypatch.context() as held:
        held.setattr(os, "replace", _never)
        assert "could not be kept in a file (The process cannot access the file)" in str(course.check("3.2", 5))
        assert set(kept(progress_file)) == {"3.1"}
    course.check("3.3", (0, None))
    assert set(kept(progress_file)) == {"3.1", "3.2", "3.3"}


def _never(*_: object) -> None:
    raise PermissionError(13, "The process cannot access the file")


def test_what_is_no_progress_is_set_aside_once_it_is_let_go(
    progress_file: Path, holder: Callable[[str, int], list[Path]]
) -> None:
    progress_file.parent.mkdir()
    progress_file.write_text("broken", encoding="utf-8")
    refused = holder(progress_file.name, 2)
    course.check("3.1", 4)
    assert len(refused) == 2
    assert set(kept(progress_file)) == {"3.1"}
    assert len(list(progress_file.parent.glob("*set-aside*"))) == 1


def test_a_hand_in_and_progress_that_is_saved_and_restored(
    progress_file: Path, tmp_path: Path, holder: Callable[[str, int], list[Path]]
) -> None:
    course.check("3.1", 4)
    course.hand_in("Ada", tmp_path)
    course.save_progress(tmp_path / "mine.json")
    course.check("3.2", 5)
    assert len(holder("hand-in-Ada.json", 2)) == 0
    assert "written to hand-in-Ada.json" in str(course.hand_in("Ada", tmp_path))
    refused = holder("mine.json", 2)
    course.save_progress(tmp_path / "mine.json")
    assert len(refused) == 2
    holder(progress_file.name, 2)
    course.begin_anew()
    assert not progress_file.exists()
    course.restore_progress(tmp_path / "mine.json")
    assert set(kept(progress_file)) == {"3.1", "3.2"}


def test_the_desk_and_what_is_laid(tmp_path: Path, holder: Callable[[str, int], list[Path]]) -> None:
    made = desk(tmp_path)
    file = desk_keeping.file_of(tmp_path, made.coding.coder)
    refused = holder(file.name, 3)
    row(made, 1, "More than 100")
    assert len(refused) == 3
    assert len(desk_keeping.read(file).coding.rows) == 1
    holder(lab.FIRST, 2)
    assert lab.lay_notebooks(tmp_path)[0] == f"Laid notebooks/{lab.FIRST}"


def test_a_broken_coding_is_kept_aside_once_it_is_let_go(
    tmp_path: Path, holder: Callable[[str, int], list[Path]]
) -> None:
    made = desk(tmp_path)
    row(made, 1, "More than 100")
    file = desk_keeping.file_of(tmp_path, made.coding.coder)
    file.write_text("{", encoding="utf-8")
    assert len(refused := holder(file.name, 2)) == 0
    assert "It is kept as " in desk(tmp_path).said
    assert len(refused) == 2


def test_each_name_of_a_learner_is_a_file_on_windows_and_no_two_are_one(progress_file: Path, tmp_path: Path) -> None:
    course.check("3.1", 4)
    assert progress_file.exists()
    names = [name for name in HARD_NAMES if name.strip()]
    for name in names:
        course.hand_in(name, tmp_path / "out")
    written = [each.name for each in (tmp_path / "out").iterdir()]
    assert [name for name in written if not is_name_on_windows(name)] == []
    assert len({name.casefold() for name in written}) == len(names)
    held = {json.loads(each.read_text(encoding="utf-8"))["name"] for each in (tmp_path / "out").iterdir()}
    assert held == set(names)
    codings = [desk_keeping.file_of(tmp_path, name).name for name in names]
    assert len({name.casefold() for name in codings}) == len(names)
    assert all(map(is_name_on_windows, codings))


@pytest.mark.parametrize("name", ["con", "nul", "aux", "com1", "lpt9"])
def test_a_case_has_no_name_of_a_device(tmp_path: Path, name: str) -> None:
    with pytest.raises(ContentError, match=f"Windows takes {name!r} for a device. Try '{name}-report'"):
        new(tmp_path / name)
    assert list(tmp_path.iterdir()) == []


def test_files_with_the_line_ends_of_windows_and_a_mark_are_read_the_same(pack: Path, tmp_path: Path) -> None:
    before = course.load(pack)
    there = tmp_path / ACCENTS / "pack"
    shutil.copytree(pack, there)
    for file in there.iterdir():
        if file.suffix in {".csv", ".md", ".json"}:
            text = file.read_bytes().replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")
            file.write_bytes(b"\xef\xbb\xbf" * (file.suffix == ".csv") + text)
    after = course.load(there)
    assert after.digest == before.digest
    assert after.troops.equals(before.troops)


def test_a_class_with_hard_names_is_collected_from_a_folder_with_an_accent(progress_file: Path, tmp_path: Path) -> None:
    course.check("3.1", 4)
    folder, out = tmp_path / ACCENTS, tmp_path / "Übersicht 7 b"
    for name in ("CON", "Zoë", "ZOË", "Ada."):
        course.hand_in(name, folder)
    told = CliRunner().invoke(app, ["collect", str(folder), "--out", str(out)])
    assert "3 learners in 4 files." in told.output
    names = [str(each.relative_to(out)) for each in out.rglob("*")]
    assert [name for name in names if not all(map(is_name_on_windows, Path(name).parts))] == []
    assert len({name.casefold() for name in names}) == len(names)
    assert progress_file.exists()
