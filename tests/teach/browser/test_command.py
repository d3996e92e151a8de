"""The command `course browser` makes a site, says what it needs, and serves one that is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from click.testing import CliRunner

from course.cli import app
from course.teach.browser import packages, site
from course.teach.browser import serve as serving

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    import pytest


def test_what_it_does_is_told_line_by_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    def build(out: Path, pyodide: str) -> Iterator[str]:
        asked.append((out, pyodide))
        yield "One step."

    monkeypatch.setattr(site, "build", build)
    done = CliRunner().invoke(app, ["browser", str(tmp_path / "site")])
    assert (done.exit_code, done.stdout) == (0, "One step.\n")
    assert asked == [(tmp_path / "site", packages.release())]


def test_a_release_that_does_not_fit_is_told_without_a_traceback(tmp_path: Path) -> None:
    done = CliRunner().invoke(app, ["browser", str(tmp_path / "site"), "--pyodide", "0.1"])
    assert done.exit_code == 1
    assert "fit Pyodide" in done.stderr


def test_a_site_that_is_there_is_served_as_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "service-worker.js").write_text("", encoding="utf-8")

    async def serve(out: Path, port: int, tell: Callable[[str], None]) -> None:
        tell(f"http://localhost:{port}/{out.name}")

    monkeypatch.setattr(serving, "serve", serve)
    opened: list[str] = []
    monkeypatch.setattr("course.teach.browser.command.webbrowser.open", opened.append)
    done = CliRunner().invoke(app, ["browser", str(tmp_path), "--serve", "--port", "8123"])
    assert done.exit_code == 0, done.stderr
    assert "http://localhost:8123/" in done.stdout
    assert len(opened) == 1
