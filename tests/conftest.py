"""What several tests need: the case, and a copy of it that can be broken."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

import course
from course import content
from course.questions import keeping
from course.questions.record import Record
from tests.guards import net
from tests.guards.windows import windows_rules

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from course.case import Case


@pytest.fixture(scope="session")
def case() -> Case:
    """The case that the course is built on."""
    return course.load()


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """A copy of the case's folder, to be changed."""
    return shutil.copytree(content.case_folder("macron-biden-call"), tmp_path / "pack")


@pytest.fixture
def progress_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A place of its own for a learner's progress."""
    place = tmp_path / "learner" / keeping.FILE_NAME
    monkeypatch.setenv(keeping.VARIABLE, str(place))
    monkeypatch.setattr(keeping, "_unwritten", Record())
    return place


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that a kernel starts in, with nothing said of where progress goes."""
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    monkeypatch.delenv(keeping.VARIABLE)
    monkeypatch.setattr(keeping, "_places", {})
    monkeypatch.setattr(keeping, "_unwritten", Record())
    return folder


@pytest.fixture(scope="session", autouse=True)
def _as_on_windows() -> Iterator[None]:
    """Let every test fail where the course breaks one of Windows' rules for files."""
    with windows_rules():
        yield


@pytest.fixture(autouse=True)
def _without_net() -> Iterator[None]:
    """Let a test fail that asks for another computer, also where that is caught."""
    before = net.told()
    yield
    if asked := net.told().removeprefix(before):
        pytest.fail(f"No net in tests:\n{asked}")
