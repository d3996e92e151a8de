"""The `course` command says what it did, and what is wrong."""

from __future__ import annotations

import builtins
import json
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from course import content
from course.cli import app
from course.jupyter import lab
from course.questions.spec import lessons
from course.teach import build
from tests.changing import change

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

runner = CliRunner()


def test_help_names_every_command() -> None:
    said = runner.invoke(app, ["--help"]).output
    assert all(name in said for name in ("lab", "doctor", "build", "validate", "fingerprint", "export"))


def test_validate_says_that_nothing_is_wrong() -> None:
    done = runner.invoke(app, ["validate"])
    assert done.exit_code == 0
    assert "macron-biden-call: nothing is wrong" in done.output


def test_validate_says_what_is_wrong_and_fails(pack: Path) -> None:
    text = (pack / "troops.csv").read_text(encoding="utf-8").replace("nearly", "up to", 1)
    (pack / "troops.csv").write_text(text, encoding="utf-8")
    done = runner.invoke(app, ["validate", str(pack)])
    assert done.exit_code == 1
    assert "pack: troops.csv, row 10, hedge: 'up to', but the wording" in done.output.replace("\n", " ")
    assert "numbers.csv, row 11, hedge: nearly, but troops.csv, row 10, has up to for 'm9'." in done.output
    assert "2 problems" in done.output


def test_validate_names_the_nearest_case() -> None:
    done = runner.invoke(app, ["validate", "macron-biden"])
    assert done.exit_code == 2
    assert "Did you mean 'macron-biden-call'?" in done.output


def test_build_without_the_sources_says_where_they_are(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(content, "notebooks_folder", lambda: tmp_path)
    done = runner.invoke(app, ["build"])
    assert done.exit_code == 1
    assert "Use a clone of the project" in done.output


def test_build_check_shows_the_diff_and_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "source").mkdir()
    for name in ("99", *(lesson.notebook for lesson in lessons())):
        (tmp_path / "source" / f"{name}.md").touch()
    page = tmp_path / "99.ipynb"
    page.write_text("old\n", encoding="utf-8")

    def one(_: Path, __: object, ___: object) -> Iterator[build.Built]:
        yield build.Built(page, "new\n")

    monkeypatch.setattr(content, "notebooks_folder", lambda: tmp_path)
    monkeypatch.setattr(build, "build", one)
    done = runner.invoke(app, ["build", "--check"])
    assert done.exit_code == 1
    assert "-old\n+new" in done.output
    assert "1 notebook is out of date. Run: course build" in done.output
    assert page.read_text(encoding="utf-8") == "old\n", "--check writes nothing"
    assert runner.invoke(app, ["build"]).exit_code == 0
    assert page.read_text(encoding="utf-8") == "new\n"


@pytest.mark.parametrize(
    "command",
    [["build"], ["worksheet"], ["pack", "03"], ["count"], ["export", "nbgrader", "x"], ["export", "moodle", "x"]],
)
def test_without_the_authors_packages_it_says_how_to_get_them(
    command: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    real = builtins.__import__

    def without(name: str, *args: object, **kwargs: object) -> object:
        if name in {"course.teach", "course.teach.printed", "course.teach.export"}:
            message = "No module named 'jupytext'"
            raise ModuleNotFoundError(message, name="jupytext")
        return real(name, *args, **kwargs)  # type: ignore[arg-type]

    monkeypatch.setattr(builtins, "__import__", without)
    done = runner.invoke(app, command)
    assert done.exit_code == 1
    assert "jupytext is missing" in done.output
    assert done.output.splitlines()[1] == f'{sys.executable} -m pip install -c requirements-dev.txt -e ".[teach]"'


AUTHORS = ["bs4", "frictionless", "jinja2", "jupytext", "kaleido", "markdown_it", "nbclient", "nbformat", "openpyxl"]
WITHOUT = "import sys; sys.modules.update(dict.fromkeys({names})); from course.cli import app; app({arguments})"


@pytest.mark.parametrize("arguments", [["validate"], ["validate", "macron-biden-call", "--fix"]])
def test_validate_needs_nothing_that_a_learner_does_not_have(arguments: list[str]) -> None:
    code = WITHOUT.format(names=AUTHORS, arguments=arguments)
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    assert "macron-biden-call: nothing is wrong" in done.stdout
    assert ("The guides were not looked at: " in done.stdout) == (len(arguments) == 1)


def test_validate_tells_a_program_the_same(pack: Path) -> None:
    change(pack / "troops.csv", ",present,,stock,russia", ",presnt,,stock,russia")
    done = runner.invoke(app, ["validate", str(pack), "--format", "json"])
    assert done.exit_code == 1
    assert json.loads(done.stdout) == [
        {
            "case": "pack",
            "problems": [
                {
                    "kind": "problem",
                    "file": "troops.csv",
                    "rows": [2],
                    "column": "status",
                    "message": "'presnt' is not among the statuses. Did you mean 'present'?",
                }
            ],
            "mended": [],
            "doubts": [],
        }
    ]


def test_validate_mends_what_is_safe_and_keeps_the_old_file(pack: Path) -> None:
    old = (pack / "troops.csv").read_text(encoding="utf-8").replace(",", ";")
    (pack / "troops.csv").write_text(old.replace(";present;", ";Present;"), encoding="utf-8")
    first = runner.invoke(app, ["validate", str(pack)])
    assert first.exit_code == 1
    assert "semicolons are between the columns" in first.output
    assert "things can be mended safely" in first.output
    done = runner.invoke(app, ["validate", str(pack), "--fix"])
    assert "pack: mended: troops.csv, row 2, status: 'Present' is now 'present'." in done.output
    assert (pack / "troops.csv.before").read_text(encoding="utf-8") == old.replace(";present;", ";Present;")


def test_validate_looks_for_the_wordings_in_a_text_that_is_given(pack: Path, tmp_path: Path) -> None:
    lines = [f"This is line number {number} of quite another report." for number in range(1, 20)]
    (tmp_path / "report.txt").write_text("\n".join(lines), encoding="utf-8")
    done = runner.invoke(app, ["validate", str(pack), "--text", str(tmp_path / "report.txt")])
    assert done.exit_code == 1
    assert "'nine ministers' does not stand in paragraph 18." in done.output


def test_a_warning_alone_is_nothing_wrong(pack: Path) -> None:
    (pack / "notes.csv").write_text("a,b\n", encoding="utf-8")
    done = runner.invoke(app, ["validate", str(pack)])
    assert done.exit_code == 0
    assert "pack: warning: notes.csv: nobody reads this file" in done.output


def test_a_notebook_or_a_spec_without_a_source_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "source").mkdir()
    (tmp_path / "source" / "00_start_here.md").touch()
    (tmp_path / "98_lost.ipynb").touch()
    (tmp_path / "00_start_here-mine-1.ipynb").touch()
    monkeypatch.setattr(content, "notebooks_folder", lambda: tmp_path)
    done = runner.invoke(app, ["build", "--check"])
    assert done.exit_code == 1
    assert "98_lost.ipynb: there is no source for it" in done.output
    assert "exercises for '03_how_many': there is no source of that name" in done.output
    assert "mine" not in done.output


def test_validate_reads_the_questions_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "00_bad.toml").write_text("question = 3", encoding="utf-8")
    monkeypatch.setattr(content, "exercises_folder", lambda: tmp_path)
    done = runner.invoke(app, ["validate"])
    assert done.exit_code == 1
    assert "00_bad.toml: 'about' is missing." in done.output


@pytest.mark.parametrize("port", ["0", "70000", "many"])
def test_a_port_that_is_none_is_refused(port: str) -> None:
    assert runner.invoke(app, ["lab", "--port", port]).exit_code == 2


def test_a_folder_that_is_none_is_told(tmp_path: Path) -> None:
    (tmp_path / "notebooks").write_text("a file", encoding="utf-8")
    done = runner.invoke(app, ["lab", str(tmp_path), "--no-browser"])
    assert done.exit_code == 1
    assert "could not be opened" in done.output


def test_the_doctor_fails_where_something_is_to_be_mended(tmp_path: Path) -> None:
    fine = runner.invoke(app, ["doctor", str(tmp_path)])
    assert fine.exit_code == 0
    assert "fine: No file stands in the way of the course." in fine.output
    (tmp_path / "course.py").touch()
    done = runner.invoke(app, ["doctor", str(tmp_path)])
    assert done.exit_code == 1
    assert "course.py stands in the way" in done.output
    assert (tmp_path / "course.py").exists(), "it mends nothing unasked"
    mended = runner.invoke(app, ["doctor", str(tmp_path), "--fix"])
    assert mended.exit_code == 0
    assert f"done: {tmp_path / 'course.py'} has a new name, course-yours.py." in mended.output
    assert "done: Laid notebooks/00_start_here.ipynb, " in mended.output
    assert (tmp_path / "notebooks" / "03_how_many.ipynb").is_file()
    assert f"fine: All notebooks are in {tmp_path}." in mended.output


def test_to_know_the_commands_nothing_heavy_is_loaded() -> None:
    code = (
        "import sys, course.cli; print({'pandas', 'numpy', 'IPython', 'filelock', 'jupyter_core'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True)
    assert done.stdout == "set()\n"


def test_where_a_package_is_missing_the_doctor_looks_at_all_else(tmp_path: Path) -> None:
    code = WITHOUT.format(names=["pandas"], arguments=["doctor", str(tmp_path)])
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 1
    assert "mend: pandas cannot be loaded" in done.stdout
    assert "fine: The clock is not far off." in done.stdout


def test_where_no_home_folder_is_known_a_sentence_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def homeless() -> str:
        message = "Could not determine home directory."
        raise RuntimeError(message)

    monkeypatch.setattr(lab, "jupyter_runtime_dir", homeless)
    done = runner.invoke(app, ["lab", str(tmp_path), "--no-browser"])
    assert done.exit_code == 1
    assert "could not be opened" in done.output
    assert "Could not determine home directory." in done.output


def test_where_jupyter_is_missing_the_doctor_says_so(tmp_path: Path) -> None:
    code = WITHOUT.format(names=["jupyter_core", "jupyter_core.paths"], arguments=["doctor", str(tmp_path)])
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 1
    first, second = done.stderr.splitlines()
    assert first.startswith("mend: jupyter_core")
    assert second == "  fix: Install the course anew."
