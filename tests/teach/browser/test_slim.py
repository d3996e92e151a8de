"""A slim wheel has what a kernel loads, compiled, and is the same file each time."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

import pytest

from course.teach.browser import slim
from course.teach.browser.packages import NotToBeHadError

if TYPE_CHECKING:
    from pathlib import Path

FILES = {
    "thing/__init__.py": "x = 1\n",
    "thing/broken.py": "not python at all !\n",
    "thing/data.json": "{}",
    "thing/tests/test_it.py": "",
    "thing/types.pyi": "",
    "thing/other/left.py": "",
    "thing-1.0.dist-info/METADATA": "Name: thing\n",
    "thing-1.0.dist-info/RECORD": "",
    "thing-1.0.data/data/etc/jupyter/a.json": "",
}


@pytest.fixture
def wheel(tmp_path: Path) -> Path:
    place = tmp_path / "thing-1.0-py3-none-any.whl"
    with zipfile.ZipFile(place, "w") as packed:
        for name, text in FILES.items():
            packed.writestr(name, text)
    return place


def names(place: Path) -> set[str]:
    return set(zipfile.ZipFile(place).namelist())


def test_tests_types_and_what_is_to_be_left_stay_away(
    wheel: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(slim, "fitting_python", lambda: None)
    slim.slim(wheel, tmp_path / "slim.whl", ["thing/other/*"], {"thing/more.py": "y = 2"})
    kept = {"thing/__init__.py", "thing/broken.py", "thing/data.json", "thing/more.py", "thing-1.0.dist-info/METADATA"}
    assert names(tmp_path / "slim.whl") == kept


def test_modules_are_compiled_and_what_is_none_stays(wheel: Path, tmp_path: Path) -> None:
    if slim.fitting_python() is None:
        pytest.skip(slim.needs_python())
    slim.slim(wheel, tmp_path / "slim.whl")
    found = names(tmp_path / "slim.whl")
    assert {"thing/__init__.pyc", "thing/broken.py"} <= found
    assert "thing/__init__.py" not in found
    slim.slim(wheel, tmp_path / "again.whl")
    assert (tmp_path / "slim.whl").read_bytes() == (tmp_path / "again.whl").read_bytes()


def test_a_path_that_leads_out_is_refused(tmp_path: Path) -> None:
    place = tmp_path / "bad.whl"
    with zipfile.ZipFile(place, "w") as packed:
        packed.writestr("../out.txt", "")
    with pytest.raises(NotToBeHadError, match="leads out of it"):
        slim.unpack(place, tmp_path / "in")
    assert not (tmp_path / "out.txt").exists()


def test_a_part_of_a_wheel_is_unpacked(wheel: Path, tmp_path: Path) -> None:
    slim.unpack(wheel, tmp_path / "in", "thing/")
    assert (tmp_path / "in" / "data.json").read_text() == "{}"
