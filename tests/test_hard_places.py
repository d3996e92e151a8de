"""Folders with accents, to read only, or shut; a disk that is full; a clock that is wrong: it works, or says why."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from urllib.parse import quote
from urllib.request import urlopen

import pytest
from click.testing import CliRunner

import course
from course import content
from course.cli import app
from course.questions import keeping
from tests.jupyter.test_lab import course_lab
from tests.questions.kept import kept

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ACCENTS = "Schülerin Zoë – 7 b"
MAY_DO_ALL = getattr(os, "geteuid", lambda: 1)() == 0
SETPRIV = shutil.which("setpriv")
AS_ANYBODY = [SETPRIV or "", "--bounding-set", "-dac_override,-dac_read_search"] if MAY_DO_ALL else []
"""What takes from root the right to write where nobody may."""
with_rights = pytest.mark.skipif(
    sys.platform == "win32" or (MAY_DO_ALL and not SETPRIV), reason="rights are others on Windows; root needs setpriv"
)
ANSWER = "import course; print(course.check('3.1', 4)); print(course.hand_in('Ada')); print(course.save_progress())"
SMALL_DISK = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (20, 20)); "


def python(folder: Path, code: str, *before: str, **variables: str) -> str:
    """What a program says that works in a folder, with no more rights than anybody."""
    environment = {name: value for name, value in os.environ.items() if name != keeping.VARIABLE}
    done = subprocess.run(
        [*AS_ANYBODY, sys.executable, *before, "-c", code],
        cwd=folder, env={**environment, "PYTHONPATH": str(content.root()), **variables},
        capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture
def shut(tmp_path: Path) -> Iterator[Path]:
    """A folder that can be read only."""
    folder = tmp_path / ACCENTS
    (folder / "notebooks").mkdir(parents=True)
    for name in content.notebooks_folder().glob("0*.ipynb"):
        shutil.copy(name, folder / "notebooks")
    folder.chmod(0o555)
    (folder / "notebooks").chmod(0o555)
    yield folder
    folder.chmod(0o755)
    (folder / "notebooks").chmod(0o755)


@with_rights
def test_in_a_folder_to_read_only_answers_are_judged_and_it_is_said_that_nothing_is_kept(shut: Path) -> None:
    said = python(shut / "notebooks", ANSWER)
    assert "3.1  ✓ right" in said
    assert "could not be kept in a file (Permission denied); it is remembered until the kernel stops." in said
    assert "hand-in-Ada.json could not be written: Permission denied. Download it" in said
    assert [each.name for each in shut.rglob("*Ada*")] == []


@with_rights
def test_a_home_without_rights_stops_no_lesson(shut: Path, tmp_path: Path) -> None:
    said = python(tmp_path, ANSWER, "-m", "IPython", HOME=str(shut))
    assert "3.1  ✓ right" in said
    assert "could not" not in said
    assert set(kept(tmp_path / keeping.FILE_NAME)) == {"3.1"}


@with_rights
@pytest.mark.parametrize("call", ["course.check('3.1', 4)", "course.hand_in('Ada')", "course.note('n', 'Who?')"])
def test_a_full_disk_stops_no_lesson_and_leaves_no_part_of_a_file(tmp_path: Path, call: str) -> None:
    said = python(
        tmp_path, f"import course; course.check('3.1', 4); {SMALL_DISK} print(course.check('3.2', 5)); {call}"
    )
    assert "3.2  " in said
    assert "could not be kept in a file (File too large)" in said
    assert set(kept(tmp_path / keeping.FILE_NAME)) == {"3.1"}
    assert [each.name for each in tmp_path.iterdir() if ".lock" not in each.name] == [keeping.FILE_NAME]


def test_a_case_for_which_there_is_no_room_is_not_begun(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from pathlib import Path as Place  # noqa: PLC0415 - what is changed here

    real = Place.write_text

    def full(self: Place, *args: str, **more: str) -> int:
        if self.suffix == ".csv":
            raise OSError(28, "No space left on device", str(self))
        return real(self, *args, **more)

    with monkeypatch.context() as disk:
        disk.setattr(Place, "write_text", full)
        done = CliRunner().invoke(app, ["new", str(tmp_path / "my-report")])
    assert done.exit_code == 1
    assert "No space left on device" in done.output
    assert list(tmp_path.iterdir()) == [], "the next try is not told that it is there already"
    assert CliRunner().invoke(app, ["new", str(tmp_path / "my-report")]).exit_code == 0


@pytest.mark.parametrize("moment", [datetime(1970, 1, 1, tzinfo=UTC), datetime(2099, 12, 31, tzinfo=UTC)], ids=str)
def test_with_a_clock_that_is_wrong_answers_are_kept_in_their_order(
    progress_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, moment: datetime
) -> None:
    with monkeypatch.context() as wrong:
        wrong.setattr(keeping, "now", lambda: moment.isoformat(timespec="seconds"))
        course.check("3.1", 6)
        course.check("3.2", 5)
    course.check("3.1", 5)
    course.check("3.1", 4)
    assert "right" in str(course.check("3.1", 4))
    assert [each["answer"] for each in kept(progress_file)["3.1"]["given"]] == [6, 5, 4]
    assert "2 answers of Ada" in str(course.hand_in("Ada", tmp_path / "in"))
    course.begin_anew()
    course.restore_progress(tmp_path / "in" / "hand-in-Ada.json")
    assert [each["answer"] for each in kept(progress_file)["3.1"]["given"]] == [6, 5, 4]
    told = CliRunner().invoke(app, ["collect", str(tmp_path / "in"), "--out", str(tmp_path / "out")])
    assert "1 learner in 1 file." in told.output


@with_rights
def test_the_course_opens_in_a_folder_with_an_accent_that_can_be_read_only(shut: Path, tmp_path: Path) -> None:
    with course_lab(shut, folder=tmp_path) as (_, address):
        assert address, "it starts"
        home, token = address.split("/doc/")[0], address.split("token=")[1]
        page = quote(f"notebooks/{next(content.notebooks_folder().glob('03*')).name}")
        with urlopen(f"{home}/api/contents/{page}?token={token}", timeout=60) as answer:
            assert json.load(answer)["type"] == "notebook"
