"""The doctor finds what stands in the way, says what helps, and is silent about what is fine."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from course import content
from course.jupyter import doctor

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.mark.parametrize("place", [".", "notebooks"])
@pytest.mark.parametrize("name", ["course.py", "course/__init__.py", "pandas.py", "plotly/__init__.py"])
def test_a_file_that_python_takes_for_a_package_is_named(tmp_path: Path, place: str, name: str) -> None:
    file = tmp_path / place / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.touch()
    shown = file.parent if file.name == "__init__.py" else file
    package = Path(name).parts[0].removesuffix(".py")
    said = f"{shown} stands in the way: in a notebook, Python takes it for the package {package!r}. Rename it."
    assert list(doctor.shadows(tmp_path)) == [said]


def test_what_gives_way_to_the_course_is_not_named(tmp_path: Path) -> None:
    (tmp_path / "notebooks" / "course").mkdir(parents=True)
    (tmp_path / "notebooks" / "course" / "homework.txt").touch()
    (tmp_path / "my_course.py").touch()
    assert list(doctor.shadows(tmp_path)) == []
    assert list(doctor.shadows(content.root())) == [], "in the project, the folder course is the course"


def test_here_all_is_new_enough() -> None:
    assert list(doctor.too_old()) == []


def test_what_is_too_old_or_missing_is_told_with_the_way_to_mend_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        doctor, "requires", lambda _: ["pandas>=99", "no-such-thing>=1", "typer>=0.15", "ruff>=99; extra == 'check'"]
    )
    old, missing = doctor.too_old()
    assert old.startswith("pandas is ")
    assert old.endswith(', and >=99 is needed: python -m pip install "pandas>=99"')
    assert missing == 'no-such-thing is missing, and >=1 is needed: python -m pip install "no-such-thing>=1"'
    monkeypatch.setattr(sys, "version_info", (3, 9, 1))
    assert "3.11 or newer is needed" in next(doctor.too_old())


def test_a_course_that_is_not_installed_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "PACKAGE", "no-such-course")
    assert "not installed" in " ".join(doctor.too_old())


def test_a_folder_that_cannot_be_written_to_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    progress = tmp_path / "notebooks" / ".course-progress.json"
    assert list(doctor.unwritable(progress)) == []
    assert list(tmp_path.iterdir()) == [], "nothing is left behind"

    def refuse(**_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(tempfile, "TemporaryFile", refuse)
    said = f"Progress cannot be kept in {progress} (Permission denied). Name another file in COURSE_PROGRESS."
    assert list(doctor.unwritable(progress)) == [said]


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        ("jupyter_server_config.py", 'c.ServerApp.base_url = "/x"\nc.ServerApp.port=9999\n', "base_url and port"),
        ("jupyter_server_config.json", '{"IdentityProvider": {"hashed_password": "argon2:x"}}', "hashed_password"),
        ("jupyter_lab_config.py", "c.ServerApp.certfile = 'x.pem'", "certfile"),
    ],
)
def test_settings_of_jupyter_are_noted(tmp_path: Path, name: str, text: str, found: str) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    assert list(doctor.settings([tmp_path])) == [f"{tmp_path / name} sets {found}. course lab goes along with it."]


@pytest.mark.parametrize("text", ["# c.ServerApp.port = 8888\n", "c.ServerApp.log_level = 30", "{}"])
def test_settings_that_change_nothing_are_not_noted(tmp_path: Path, text: str) -> None:
    (tmp_path / "jupyter_server_config.py").write_text(text, encoding="utf-8")
    (tmp_path / "jupyter_server_config.txt").write_text("c.ServerApp.port = 1", encoding="utf-8")
    assert list(doctor.settings([tmp_path, tmp_path / "nowhere"])) == []


def test_settings_that_cannot_be_read_are_noted(tmp_path: Path) -> None:
    (tmp_path / "jupyter_server_config.py").write_bytes(b"\xff\xfe")
    assert "cannot be read" in next(doctor.settings([tmp_path]))


def test_each_thing_has_a_line_and_what_is_to_be_mended_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(doctor, "jupyter_config_path", lambda: [str(tmp_path)])

    def lines(progress: Path | None, browser: str | None) -> Iterator[str]:
        return map(str, doctor.look(tmp_path, progress, browser))

    assert list(lines(tmp_path / "p.json", "/usr/bin/chromium")) == [
        "fine: No file stands in the way of the course.",
        "fine: Python and the packages are new enough.",
        f"fine: Progress can be kept in {tmp_path / 'p.json'}.",
        "fine: Jupyter has no settings of your own.",
        "fine: Pages can be printed with /usr/bin/chromium.",
    ]
    (tmp_path / "course.py").touch()
    first, *_, last = lines(None, None)
    assert first.startswith("mend: ")
    assert last.startswith("note: There is no Chromium.")
    assert any(line.startswith("note: COURSE_PROGRESS is set to memory") for line in lines(None, None))
