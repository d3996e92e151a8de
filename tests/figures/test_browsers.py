"""A browser is found where it is named, on the path, or in one of its usual places."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from course.figures import browsers


@pytest.fixture(autouse=True)
def nothing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A computer without a browser, whose home is a folder of the test."""
    for name in (browsers.BROWSER_VARIABLE, *browsers.WINDOWS_FOLDERS):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(shutil, "which", lambda _: None)
    monkeypatch.setattr(Path, "home", lambda: tmp_path)


def laid(file: Path) -> str:
    file.parent.mkdir(parents=True)
    file.touch()
    return str(file)


def test_the_one_that_is_named_comes_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: f"/bin/{name}")
    assert browsers.find_browser() == "/bin/chromium"
    monkeypatch.setenv(browsers.BROWSER_VARIABLE, "mine")
    assert browsers.find_browser() == "mine"


@pytest.mark.parametrize("place", browsers.ON_WINDOWS, ids=str)
@pytest.mark.parametrize("variable", browsers.WINDOWS_FOLDERS)
def test_on_windows_it_is_found_among_the_programs(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, variable: str, place: Path
) -> None:
    monkeypatch.setenv(variable, str(tmp_path / "programs"))
    file = laid(tmp_path / "programs" / place)
    assert browsers.find_browser() == file


@pytest.mark.parametrize("name", browsers.ON_MACOS)
def test_on_macos_it_is_found_among_the_applications(tmp_path: Path, name: str) -> None:
    file = tmp_path / "Applications" / f"{name}.app" / "Contents" / "MacOS" / name
    assert str(file) in map(str, browsers.usual_places())
    laid(file)
    assert browsers.find_browser() is not None


def test_without_one_there_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(browsers, "usual_places", lambda: ())
    assert browsers.find_browser() is None


def test_where_no_home_folder_is_known_the_other_places_are_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    def homeless() -> Path:
        message = "Could not determine home directory."
        raise RuntimeError(message)

    monkeypatch.setattr(Path, "home", homeless)
    assert browsers.find_browser() is None
    assert any("Applications" in place.parts for place in browsers.usual_places())
