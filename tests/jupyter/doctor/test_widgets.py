"""What draws questions is there, is this environment's own, and is turned on; or it is told, and turned on again."""

from __future__ import annotations

import json
import subprocess
import sys
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest
from jupyter_core.paths import jupyter_config_path, jupyter_path

from course.jupyter.doctor import look, widgets

if TYPE_CHECKING:
    from pathlib import Path

PIP = "python -m pip"


def laid(place: Path, version: str = "1.0", *names: str) -> Path:
    """Lay extensions of JupyterLab of a version into a folder."""
    for name in names or widgets.EXTENSIONS:
        (place / name).mkdir(parents=True)
        (place / name / "package.json").write_text(json.dumps({"version": version}), encoding="utf-8")
    return place


def sets(folder: Path, disabled: object, file: str = "page_config.json") -> Path:
    """Write what is turned off into a folder of settings; return the file."""
    place = folder / "labconfig" / file
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(json.dumps({"disabledExtensions": disabled}), encoding="utf-8")
    return place


@pytest.fixture(autouse=True)
def prefix(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An environment with nothing in it."""
    monkeypatch.setattr(sys, "prefix", str(tmp_path / "environment"))
    return tmp_path / "environment"


def test_where_all_is_there_nothing_is_said(tmp_path: Path) -> None:
    assert list(widgets.lacking([tmp_path / "none", laid(tmp_path / "a")], [tmp_path], PIP)) == []


def test_here_they_are_where_they_are_looked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    found = list(widgets.lacking(look._paths(jupyter_path, "labextensions"), look._paths(jupyter_config_path), PIP))
    assert found == []


@pytest.mark.parametrize(("name", "package"), widgets.EXTENSIONS.items())
def test_one_that_is_missing_is_told(tmp_path: Path, name: str, package: str) -> None:
    laid(tmp_path, "1.0", *(each for each in widgets.EXTENSIONS if each != name))
    [found] = widgets.lacking([tmp_path], [], PIP)
    assert found.lines() == [
        f"mend: JupyterLab does not have {name}: questions and explorers stay blank.",
        f"  fix: python -m pip install --force-reinstall --no-deps {package}",
    ]


def test_an_older_one_of_another_place_that_comes_first_is_told(tmp_path: Path, prefix: Path) -> None:
    own = laid(prefix / "share" / "jupyter" / "labextensions", "5.0")
    user = laid(tmp_path / "user", "3.1", widgets.MANAGER)
    [found] = widgets.lacking([user, own], [], PIP)
    assert found.word == "mend"
    assert f"takes {widgets.MANAGER} 3.1 from {user / widgets.MANAGER}, and not 5.0" in found.sentence
    assert list(widgets.lacking([own, user], [], PIP)) == []


@pytest.mark.parametrize("plugin", [widgets.MANAGER, f"{widgets.MANAGER}:plugin", "anywidget"])
@pytest.mark.parametrize("form", [list, dict])
def test_one_that_is_turned_off_is_told(tmp_path: Path, plugin: str, form: type) -> None:
    file = sets(tmp_path / "etc", [plugin, "@other/one"] if form is list else {plugin: True, "@other/one": True})
    [found] = widgets.lacking([laid(tmp_path / "a")], [tmp_path / "etc"], PIP)
    assert found.sentence == f"{plugin} is turned off in {file}: questions and explorers stay blank."
    assert found.mend is None, "the settings of a whole system are not ours to change"


def test_what_comes_first_in_the_path_has_the_last_word(tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    off = sets(second, {"anywidget": True})
    assert widgets.turned_off([first, second]) == {"anywidget": off}
    sets(first, {"anywidget": False})
    assert widgets.turned_off([first, second]) == {}
    assert widgets.turned_off([second, first]) == {"anywidget": off}


def test_a_file_of_settings_has_the_last_word_over_those_of_packages(tmp_path: Path) -> None:
    of_package = sets(tmp_path, {"anywidget": True}, "page_config.d/x.json")
    assert widgets.turned_off([tmp_path]) == {"anywidget": of_package}
    sets(tmp_path, {"anywidget": False})
    assert widgets.turned_off([tmp_path]) == {}


@pytest.mark.parametrize("text", ["{", "[]", "3", '{"disabledExtensions": {}}'])
def test_settings_that_jupyter_passes_over_turn_nothing_off(tmp_path: Path, text: str) -> None:
    sets(tmp_path, {}).write_text(text, encoding="utf-8")
    assert widgets.turned_off([tmp_path]) == {}


def test_one_is_turned_on_again_where_it_was_turned_off(
    tmp_path: Path, prefix: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("JUPYTER_CONFIG_DIR", str(tmp_path / "user"))
    ran: list[Any] = []
    monkeypatch.setattr(widgets, "subprocess", SimpleNamespace(run=lambda command, **_: ran.append(command)))
    for folder in (prefix / "etc" / "jupyter", tmp_path / "user"):
        sets(folder, {"anywidget": True})
        [found] = widgets.lacking([tmp_path / "a" if ran else laid(tmp_path / "a")], [folder], PIP)
        assert found.mend
        assert found.mend() == "anywidget is turned on again. Load the page of JupyterLab anew."
    assert [command[1:] for command in ran] == [
        ["-m", "jupyterlab.labextensions", "enable", "anywidget", "--level=sys_prefix"],
        ["-m", "jupyterlab.labextensions", "enable", "anywidget", "--level=user"],
    ]


def test_jupyter_itself_turns_it_on_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JUPYTER_CONFIG_DIR", str(tmp_path))
    sets(tmp_path, {f"{widgets.MANAGER}:plugin": True, "@other/one": True})
    monkeypatch.setattr(widgets, "subprocess", subprocess)
    widgets.turned_on(f"{widgets.MANAGER}:plugin", "user")
    assert list(widgets.turned_off([tmp_path])) == ["@other/one"]


@pytest.mark.parametrize(
    ("notebook", "nbclassic", "there", "told"),
    [
        ("7.5.0", None, False, False),
        (None, None, False, False),
        ("6.5.7", None, False, True),
        ("6.5.7", None, True, False),
        ("7.5.0", "1.3.0", False, True),
    ],
)
def test_only_an_older_notebook_needs_another_extension(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    notebook: str | None,
    nbclassic: str | None,
    *,
    there: bool,
    told: bool,
) -> None:
    monkeypatch.setattr(widgets, "installed", {"notebook": notebook, "nbclassic": nbclassic}.get)
    if there:
        (tmp_path / widgets.CLASSIC).parent.mkdir()
        (tmp_path / widgets.CLASSIC).touch()
    found = list(widgets.classic([tmp_path], PIP))
    assert [each.word for each in found] == (["note"] if told else [])
