"""A kernel that runs notebooks in another Python than this one is told, with what helps; and laid anew where it is ours."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest

from course.jupyter.doctor import kernels
from course.jupyter.doctor.packages import PACKAGE, installed

if TYPE_CHECKING:
    from pathlib import Path

PIP = "python -m pip"
HERE = str(installed(PACKAGE))


def laid(place: Path, argv: list[str] | str, name: str = "python3") -> Path:
    """Lay a kernel that starts with these words; return its folder."""
    spec = place / name
    spec.mkdir(parents=True)
    (spec / "kernel.json").write_text(json.dumps({"argv": argv, "display_name": "x", "language": "python"}), "utf-8")
    return spec


@pytest.fixture
def foreign(tmp_path: Path) -> str:
    """A program that is another Python."""
    python = tmp_path / "other" / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.write_text("#!/bin/sh\n", encoding="utf-8")
    python.chmod(0o755)
    return str(python)


@pytest.mark.parametrize("python", ["python", "python3", f"python3.{sys.version_info[1]}", sys.executable])
def test_a_kernel_of_this_python_is_fine(tmp_path: Path, python: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))  # Jupyter does not look there for these names
    laid(tmp_path, [python, "-m", "ipykernel_launcher"])
    assert list(kernels.elsewhere([tmp_path], pytest.fail, PIP)) == []


def test_without_any_kernel_jupyter_takes_that_of_this_python(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    laid(tmp_path, ["R"], "ir")
    assert list(kernels.elsewhere([tmp_path, tmp_path / "nowhere"], None, PIP)) == []
    monkeypatch.setattr(kernels, "find_spec", lambda _: None)
    [found] = kernels.elsewhere([tmp_path], None, PIP)
    assert found.lines() == [
        "mend: There is no kernel: ipykernel is missing, so no notebook runs.",
        "  fix: python -m pip install ipykernel",
    ]


@pytest.mark.parametrize(
    ("has", "word", "says"),
    [
        ("", "mend", ", which does not have the course."),
        ("0.0.1", "mend", f", which has the course 0.0.1; here it is {HERE}."),
        (HERE, "note", f", which has the course too ({HERE}). Its packages can be others."),
    ],
)
def test_another_python_is_asked_for_the_course(tmp_path: Path, foreign: str, has: str, word: str, says: str) -> None:
    spec = laid(tmp_path / "kernels", [foreign])
    [found] = kernels.elsewhere([tmp_path / "kernels"], lambda _: ("/other", has), PIP)
    assert found.word == word
    assert found.sentence == f"The kernel in {spec} runs notebooks in another Python, {foreign}{says}"


def test_another_name_of_this_environment_is_fine(tmp_path: Path, foreign: str) -> None:
    laid(tmp_path / "kernels", [foreign])
    assert list(kernels.elsewhere([tmp_path / "kernels"], lambda _: (sys.prefix, HERE), PIP)) == []


def test_where_there_is_no_time_nobody_is_asked(tmp_path: Path, foreign: str) -> None:
    laid(tmp_path / "kernels", [foreign])
    [found] = kernels.elsewhere([tmp_path / "kernels"], None, PIP)
    assert found.word == "mend"
    assert found.fix.startswith("course doctor says")


def test_a_program_that_is_gone_or_does_not_answer_is_told(tmp_path: Path, foreign: str) -> None:
    gone = laid(tmp_path / "a", ["/nowhere/python"])
    [found] = kernels.elsewhere([gone.parent], pytest.fail, PIP)
    assert found.sentence == f"The kernel in {gone} starts /nowhere/python, and there is no such program."
    laid(tmp_path / "b", [foreign])
    [found] = kernels.elsewhere([tmp_path / "b"], kernels.ask_python, PIP)
    assert "which does not answer (JSONDecodeError)" in found.sentence


@pytest.mark.parametrize("text", ["{", "[]", '{"argv": []}', '{"argv": null}'])
def test_a_kernel_that_cannot_be_read_is_told(tmp_path: Path, text: str) -> None:
    spec = laid(tmp_path, [])
    (spec / "kernel.json").write_text(text, encoding="utf-8")
    [found] = kernels.elsewhere([tmp_path], None, PIP)
    assert found.word == "mend"
    assert f"The kernel in {spec} cannot be read" in found.sentence


def test_the_first_folder_has_the_kernel_and_its_name_can_be_in_capitals(tmp_path: Path) -> None:
    second, first = laid(tmp_path / "b", ["python"]), laid(tmp_path / "a", ["python"], "Python3")
    (tmp_path / "empty" / "python3").mkdir(parents=True)
    places = [tmp_path / "empty", tmp_path / "a", tmp_path / "b"]
    assert kernels.first(places) == first
    assert kernels.first(places[2:]) == second


def test_a_variable_that_leads_to_it_is_named(tmp_path: Path, foreign: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JUPYTER_PATH", os.pathsep.join(["/nowhere", str(tmp_path / "data")]))
    laid(tmp_path / "data" / "kernels", [foreign])
    assert kernels.folders()[1] == tmp_path / "data" / "kernels"
    [found] = kernels.elsewhere(kernels.folders(), lambda _: ("/other", ""), PIP)
    assert found.fix == f"Take {tmp_path / 'data'} out of the variable JUPYTER_PATH."
    assert found.mend is None, "another kernel would not be found before it"


@pytest.mark.parametrize("environment_first", [True, False])
def test_what_helps_depends_on_which_kernel_jupyter_takes_first(
    tmp_path: Path, foreign: str, monkeypatch: pytest.MonkeyPatch, *, environment_first: bool
) -> None:
    monkeypatch.delenv("JUPYTER_PATH", raising=False)
    monkeypatch.setattr(kernels, "prefer_environment_over_user", lambda: environment_first)
    laid(tmp_path / "kernels", [foreign])
    [found] = kernels.elsewhere([tmp_path / "kernels"], lambda _: ("/other", ""), PIP)
    assert bool(found.mend) == environment_first
    assert ("JUPYTER_PREFER_ENV_PATH" in found.fix) != environment_first


def test_the_kernel_of_this_environment_can_be_laid_anew_wherever_jupyter_looks_first(
    tmp_path: Path, foreign: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("JUPYTER_PATH", raising=False)
    monkeypatch.setattr(kernels, "prefer_environment_over_user", lambda: False)
    monkeypatch.setattr(sys, "prefix", str(tmp_path))
    spec = laid(tmp_path / "share" / "jupyter" / "kernels", [foreign])
    [found] = kernels.elsewhere([spec.parent], lambda _: ("/other", ""), PIP)
    assert found.mend


def test_a_python_says_where_it_lives_and_what_it_has() -> None:
    assert kernels.ask_python(sys.executable) == (sys.prefix, HERE)


def test_the_kernel_is_laid_anew_and_the_old_one_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "prefix", str(tmp_path))
    ran: list[Any] = []
    monkeypatch.setattr(kernels, "subprocess", SimpleNamespace(run=lambda command, **_: ran.append(command)))
    spec = laid(tmp_path / "share" / "jupyter" / "kernels", ["/old"])
    said = kernels.laid_anew()
    aside = tmp_path / "share" / "jupyter" / "kernels-before" / "python3"
    assert said.endswith(f"The one before is kept in {aside}.")
    assert "/old" in (aside / "kernel.json").read_text(encoding="utf-8")
    assert spec.exists(), "it is ipykernel that writes over it"
    assert kernels.laid_anew().endswith("python3-2.")
    assert ran[0][1:] == ["-m", "ipykernel", "install", "--sys-prefix"]


def test_a_python_that_is_an_error_is_one(tmp_path: Path) -> None:
    with pytest.raises((OSError, subprocess.SubprocessError)):
        kernels.ask_python(str(tmp_path))
