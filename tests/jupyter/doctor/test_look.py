"""All is looked at in order, whatever fails; a start says only what is in the way; what is safe is mended."""

from __future__ import annotations

import os
import subprocess
import sys
import time
import webbrowser
from pathlib import Path
from types import SimpleNamespace

import pytest

from course.jupyter.doctor import computer, drives, folders, kernels, look, packages, settings, shadows, widgets
from course.jupyter.doctor.finding import Finding
from course.jupyter.doctor.look import Check, Machine
from tests.jupyter.doctor.test_kernels import laid


def console(monkeypatch: pytest.MonkeyPatch, encoding: str) -> None:
    """Let the console have an encoding."""
    monkeypatch.setattr(look, "sys", SimpleNamespace(stdout=SimpleNamespace(encoding=encoding)))


@pytest.fixture(autouse=True)
def sound(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A computer on which nothing is the matter."""
    monkeypatch.setattr(look, "jupyter_config_path", lambda: [str(tmp_path / "settings")])
    monkeypatch.setattr(look, "jupyter_runtime_dir", lambda: str(tmp_path))
    monkeypatch.setattr(webbrowser, "get", lambda: SimpleNamespace(name="firefox"))
    monkeypatch.setattr(packages, "PINS", Path("nowhere"))
    monkeypatch.setattr(look, "port_taken", lambda _: [])
    console(monkeypatch, "utf-8")


def lines(machine: Machine) -> list[str]:
    """What is said first of each thing."""
    return [finding.lines()[0] for finding in look.look(machine)]


def test_each_thing_has_a_line(tmp_path: Path) -> None:
    assert lines(Machine(tmp_path, tmp_path / "p.json", sys.executable)) == [
        "fine: No file stands in the way of the course.",
        "fine: Python and the packages are new enough.",
        "fine: The packages can be loaded.",
        "fine: No package has another version than the course is tested with.",
        "fine: The packages for teachers are there.",
        "fine: JupyterLab can keep files of its own.",
        "fine: Notebooks run in this Python.",
        "fine: JupyterLab has what draws questions and explorers.",
        "fine: Jupyter has no settings of your own.",
        "fine: Port 8888 is free.",
        f"fine: All notebooks are in {tmp_path}.",
        f"fine: What is done in {tmp_path} can be saved.",
        f"fine: Progress can be kept in {tmp_path / 'p.json'}.",
        "fine: There is room on the drive.",
        "fine: The drive has locks for files.",
        "fine: This console has all signs that the course prints.",
        "fine: A browser opens by itself.",
        f"fine: PDFs are made with {sys.executable}.",
        "fine: The clock is not far off.",
    ]


PLANTED = {
    "shadows": (look, "shadows"),
    "too_old": (packages, "too_old"),
    "broken": (packages, "broken"),
    "other_than_pinned": (packages, "other_than_pinned"),
    "teachers_lack": (packages, "teachers_lack"),
    "homeless": (computer, "homeless"),
    "elsewhere": (kernels, "elsewhere"),
    "lacking": (widgets, "lacking"),
    "classic": (widgets, "classic"),
    "settings": (look, "settings"),
    "port_taken": (look, "port_taken"),
    "missing": (folders, "missing"),
    "unwritable": (folders, "unwritable"),
    "not_yours": (folders, "not_yours"),
    "progress_lost": (folders, "progress_lost"),
    "little_room": (drives, "little_room"),
    "no_locks": (drives, "no_locks"),
    "too_long": (drives, "too_long"),
    "poor_console": (computer, "poor_console"),
    "no_browser": (computer, "no_browser"),
    "no_printer": (computer, "no_printer"),
    "wrong_clock": (computer, "wrong_clock"),
}
SLOW = {
    "broken",
    "other_than_pinned",
    "teachers_lack",
    "classic",
    "missing",
    "progress_lost",
    "no_locks",
    "no_browser",
    "no_printer",
}


def test_every_check_of_the_modules_is_planted() -> None:
    modules = (computer, drives, folders, kernels, packages, settings, shadows, widgets)
    checks = {
        name
        for module in modules
        for name, value in vars(module).items()
        if getattr(value, "__module__", "") == module.__name__
        and "Iterator[Finding]" in str(getattr(value, "__annotations__", {}).get("return"))
    }
    assert {name for name in checks if not name.startswith("_")} == set(PLANTED)


@pytest.mark.parametrize("name", PLANTED)
def test_what_a_check_finds_is_said_and_at_a_start_too_where_that_is_quick(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    module, function = PLANTED[name]
    planted = Finding("mend", f"{name} is planted.", "Dig it out.")
    monkeypatch.setattr(module, function, lambda *_, **__: [planted])
    assert lines(Machine(tmp_path, tmp_path / "p")).count(f"mend: {name} is planted.") == 1
    at_start = [] if name in SLOW else [f"mend: {name} is planted.", "  fix: Dig it out."]
    assert list(look.quick(tmp_path, 8888)) == at_start


def test_progress_in_memory_is_noted(tmp_path: Path) -> None:
    assert look.IN_MEMORY.lines()[0] in lines(Machine(tmp_path, None))


def test_a_check_that_fails_stops_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        message = "no such thing\nat all"
        raise ValueError(message)

    for module, function in PLANTED.values():
        monkeypatch.setattr(module, function, fail)
    found = list(look.look(Machine(tmp_path, tmp_path / "p")))
    assert len(found) == len(look.CHECKS)
    assert {each.word for each in found} == {"note"}
    assert found[0].sentence == (
        "It could not be found out whether this is so: No file stands in the way of the course. (at all)"
    )


def test_without_a_home_folder_jupyter_is_not_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(computer, "homeless", lambda *_: [Finding("mend", computer.NO_HOME)])
    monkeypatch.setattr(kernels, "folders", pytest.fail)
    monkeypatch.setattr(look, "jupyter_config_path", pytest.fail)
    said = lines(Machine(tmp_path, tmp_path / "p"))
    assert f"mend: {computer.NO_HOME}" in said
    assert not any("Notebooks run" in line for line in said)


def test_at_a_start_nothing_is_said_where_all_is_fine_and_nobody_is_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kernels, "ask_python", pytest.fail)
    monkeypatch.setattr(kernels, "subprocess", None)
    assert list(look.quick(tmp_path, None)) == []
    assert list(look.quick(tmp_path, 8888)) == []
    assert list(tmp_path.iterdir()) == []


def test_a_start_is_not_slower_by_more_than_a_fifth_of_a_second(tmp_path: Path) -> None:
    list(look.quick(tmp_path, 8888))
    begun = time.perf_counter()
    list(look.quick(tmp_path, 8888))
    assert time.perf_counter() - begun < 0.2


def test_what_a_start_looks_at_imports_nothing_heavy() -> None:
    code = (
        "import sys; from pathlib import Path; from course.jupyter import lab; from course.jupyter.doctor.look import quick; "
        "list(quick(Path(), None)); print({'pandas', 'filelock', 'IPython', 'jupyterlab', 'numpy'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True)
    assert done.stdout == "set()\n"


def test_what_is_safe_is_mended_told_and_looked_at_again(tmp_path: Path) -> None:
    (tmp_path / "course.py").write_text("mine", encoding="utf-8")
    said: list[str] = []
    assert not look.visit(Machine(tmp_path, None), said.append, mend=False)
    assert (tmp_path / "course.py").exists()
    said.clear()
    assert look.visit(Machine(tmp_path, None), said.append, mend=True)
    done = said.index(f"done: {tmp_path / 'course.py'} has a new name, course-yours.py. Nothing in it has changed.")
    assert said[0].startswith("mend: ")
    assert said[done + 1] == "Looked again:"
    assert said[done + 2] == "fine: No file stands in the way of the course."
    said.clear()
    look.visit(Machine(tmp_path, None), said.append, mend=True)
    assert said[-1] == "There is nothing that is safe to mend without you."


@pytest.mark.parametrize(
    ("error", "why"),
    [
        (PermissionError(13, "Permission denied"), "Permission denied"),
        (subprocess.CalledProcessError(1, "x", stderr=b"many lines\nthe last one\n"), "the last one"),
    ],
)
def test_what_could_not_be_mended_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: Exception, why: str
) -> None:
    def mend() -> str:
        raise error

    found = Finding("mend", "It is broken.", "Do this.", mend)
    monkeypatch.setattr(look, "look", lambda _: iter([found]))
    said: list[str] = []
    assert not look.visit(Machine(tmp_path, None), said.append, mend=True)
    assert said[2:] == [f"not done: Do this. ({why})", "Looked again:", *found.lines()]


def test_names_that_a_console_does_not_have_are_printed_with_marks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    console(monkeypatch, "cp1252")
    folder = tmp_path / "Олена"
    folder.mkdir()
    (folder / "course.py").touch()
    said: list[str] = []
    look.visit(Machine(folder, None), said.append, mend=False)
    assert any("?????" in line for line in said)
    assert any("?????" in line for line in look.quick(folder, None))


def test_the_day_of_the_last_answers_is_that_of_their_file(tmp_path: Path) -> None:
    file = tmp_path / "p.json"
    assert Machine(tmp_path, file).last_kept() is None
    assert Machine(tmp_path, None).last_kept() is None
    file.touch()
    os.utime(file, (0, 2_000_000_000))
    assert str(Machine(tmp_path, file).last_kept()) == "2033-05-18"


def test_a_kernel_of_another_python_is_found_by_jupyters_own_path(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    python = tmp_path / "python"
    python.write_text('#!/bin/sh\necho \'["/other", ""]\'\n', encoding="utf-8")
    python.chmod(0o755)
    laid(tmp_path / "data" / "kernels", [str(python)])
    monkeypatch.setenv("JUPYTER_PATH", str(tmp_path / "data"))
    assert any("which does not have the course" in line for line in lines(Machine(tmp_path, None)))
    [said, _] = look.quick(tmp_path, None)
    assert said.endswith(f"runs notebooks in another Python, {python}."), "nobody asks it at a start"


def test_one_thing_more_is_one_check_more(tmp_path: Path) -> None:
    check = Check(lambda _: [], "It is {its.port}.")
    assert [str(found.sentence) for found in look.look(Machine(tmp_path, None, port=1), [check])] == ["It is 1."]


def test_a_browser_that_is_missing_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    def none() -> None:
        raise webbrowser.Error

    assert look._browser() == "firefox"
    monkeypatch.setattr(webbrowser, "get", none)
    assert look._browser() is None
