"""What is too old, missing, or of another version than the pins, is told with the line that helps."""

from __future__ import annotations

import sys
from importlib.metadata import PackageNotFoundError
from pathlib import PurePosixPath, PureWindowsPath
from typing import TYPE_CHECKING

import pytest

from course import content
from course.jupyter.doctor import packages

if TYPE_CHECKING:
    from pathlib import Path, PurePath

PIP = "python -m pip"


def versions(monkeypatch: pytest.MonkeyPatch, **there: str) -> None:
    """Let these packages alone be installed."""

    def version(name: str) -> str:
        try:
            return there[name.replace("-", "_")]
        except KeyError:
            raise PackageNotFoundError(name) from None

    monkeypatch.setattr(packages, "version", version)


def needs(monkeypatch: pytest.MonkeyPatch, *lines: str) -> None:
    """Let the course need this."""
    monkeypatch.setattr(packages, "requires", lambda _: list(lines))


def test_here_all_is_new_enough() -> None:
    assert list(packages.too_old(PIP)) == []


def test_what_is_too_old_or_missing_is_told_with_the_way_to_mend_it(monkeypatch: pytest.MonkeyPatch) -> None:
    versions(monkeypatch, pandas="2.2.3", typer="0.20.0", anywidget="0.10.0rc1")
    needs(monkeypatch, "pandas>=3", "no-such>=1", "typer>=0.15", "anywidget>=0.9", "ruff>=9; extra == 'check'")
    old, missing = packages.too_old(PIP)
    assert old.lines() == ["mend: pandas is 2.2.3, and >=3 is needed.", '  fix: python -m pip install "pandas>=3"']
    assert missing.lines() == [
        "mend: no-such is missing, and >=1 is needed.",
        '  fix: python -m pip install "no-such>=1"',
    ]
    monkeypatch.setattr(sys, "version_info", (3, 9, 1))
    assert "3.11 or newer is needed" in next(packages.too_old(PIP)).sentence


def test_a_course_that_is_not_installed_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packages, "PACKAGE", "no-such-course")
    [found] = packages.too_old(PIP)
    assert found.word == "mend"
    assert "not installed" in found.sentence
    assert list(packages.teachers_lack(PIP)) == []


def test_a_package_that_cannot_be_loaded_is_told_once(monkeypatch: pytest.MonkeyPatch) -> None:
    needs(monkeypatch, "pandas>=3")
    versions(monkeypatch, numpy="2")
    assert list(packages.broken(None, PIP)) == []
    gone = ModuleNotFoundError("No module named 'pandas'", name="pandas")
    assert list(packages.broken(gone, PIP)) == [], "that it is missing is told already"
    [found] = packages.broken(ImportError("DLL load failed", name="numpy._core"), PIP)
    assert found.lines() == [
        "mend: numpy cannot be loaded (DLL load failed).",
        "  fix: python -m pip install --force-reinstall numpy",
    ]
    [found] = packages.broken(ModuleNotFoundError("No module named 'dateutil'", name="dateutil"), PIP)
    assert found.sentence == "dateutil cannot be loaded (No module named 'dateutil')."
    [found] = packages.broken(ImportError("half of it"), PIP)
    assert found.sentence == "A package cannot be loaded (half of it)."


def test_another_version_than_the_pins_is_a_note(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert list(packages.other_than_pinned(tmp_path, PIP)) == [], "an installed course has no pins"
    versions(monkeypatch, pandas="3.0.0", plotly="7.1.0", here="1", there="1")
    (tmp_path / packages.PINS).write_text(
        "# pins\n-e .\n\npandas==3.1.1\nplotly==7.1.0\nabsent==1\n"
        f"here==2 ; sys_platform == '{sys.platform}'\nthere==2 ; sys_platform == 'none'\n",
        encoding="utf-8",
    )
    [found] = packages.other_than_pinned(tmp_path, PIP)
    assert found.word == "note"
    assert "here in brackets: pandas 3.0.0 (3.1.1), here 1 (2). It may work" in found.sentence
    assert found.fix == f'In {tmp_path}: python -m pip install -c requirements-dev.txt -e ".[teach]"'
    versions(monkeypatch, pandas="3.1.1", plotly="7.1.0", here="2")
    assert list(packages.other_than_pinned(tmp_path, PIP)) == []


def test_many_other_versions_are_one_line(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    versions(monkeypatch, **{f"p{number}": "1" for number in range(8)})
    lines = "".join(f"p{number}==2\n" for number in range(8))
    (tmp_path / packages.PINS).write_text(lines, encoding="utf-8")
    [found] = packages.other_than_pinned(tmp_path, PIP)
    assert "p4 1 (2) and 3 more." in found.sentence
    assert "p5" not in found.sentence


def test_the_pins_of_the_project_can_be_read() -> None:
    assert all(found.word == "note" for found in packages.other_than_pinned(content.root(), PIP))


def test_what_teachers_lack_is_a_note_with_what_works_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    needs(
        monkeypatch, "pandas>=3", "jinja2>=3; extra == 'teach'", "kaleido; extra == 'teach'", "ruff; extra == 'check'"
    )
    versions(monkeypatch, pandas="3", kaleido="1")
    [found] = packages.teachers_lack(PIP)
    assert found.word == "note"
    assert found.sentence.startswith("Packages for teachers are missing (jinja2): course build, count, pack")
    assert found.fix == "python -m pip install jinja2"
    versions(monkeypatch, pandas="3", kaleido="1", jinja2="3")
    assert list(packages.teachers_lack(PIP)) == []


@pytest.mark.parametrize(
    ("python", "prefix", "windows", "called"),
    [
        ("/c/.venv/bin/python", PurePosixPath("/c/.venv"), False, "/c/.venv/bin/python -m pip"),
        ("/my c/bin/python", PurePosixPath("/my c"), False, "'/my c/bin/python' -m pip"),
        ("", PureWindowsPath(r"C:\Users\Zoë M\.venv"), True, 'py -m pip --python "C:/Users/Zoë M/.venv"'),
    ],
)
def test_pip_is_called_in_words_that_every_shell_takes(
    python: str, prefix: PurePath, *, windows: bool, called: str
) -> None:
    assert packages.pip(python, prefix, windows=windows) == called
    if windows:
        assert not {"'", "\\", "&"} & set(called), "cmd knows no single quotes, bash no backslash"
        assert "/" not in called.partition(" ")[0]
