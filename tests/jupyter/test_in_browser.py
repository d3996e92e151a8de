"""A kernel in a browser fetches a package when it is first imported, and anywhere else does nothing."""

from __future__ import annotations

import sys
import zipfile
from importlib.util import find_spec
from io import BytesIO
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from course.jupyter import in_browser
from course.jupyter.in_browser import Later, load_ipython_extension

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_a_package_is_fetched_at_its_first_import_and_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fetched = []

    def fetch(package: str) -> bytes:
        fetched.append(package)
        wheel = BytesIO()
        with zipfile.ZipFile(wheel, "w") as packed:
            packed.writestr("fetched_later/__init__.py", "x = 7")
        return wheel.getvalue()

    (tmp_path / "course" / "jupyter").mkdir(parents=True)
    monkeypatch.setattr(in_browser, "__file__", str(tmp_path / "course" / "jupyter" / "in_browser.py"))
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setattr(sys, "meta_path", [*sys.meta_path, Later({"fetched_later": "a-package"}, fetch)])
    assert find_spec("not_there_at_all") is None
    assert fetched == []
    module: Any = __import__("fetched_later")
    assert module.x == 7
    assert fetched == ["a-package"]
    del sys.modules["fetched_later"]


def test_outside_a_browser_nothing_changes() -> None:
    before = list(sys.meta_path)
    load_ipython_extension(SimpleNamespace())
    assert sys.meta_path == before


def test_modules_are_warmed_up_one_by_one(monkeypatch: pytest.MonkeyPatch) -> None:
    imported: list[str] = []
    waiting: list[Any] = []
    loop = SimpleNamespace(call_later=lambda _seconds, do, *given: waiting.append((do, given)))
    monkeypatch.setattr(in_browser, "import_module", imported.append)
    monkeypatch.setattr("course.jupyter.in_browser.asyncio.get_event_loop", lambda: loop)
    in_browser.warm_up(["sys", "not_there_1", "not_there_2"])
    assert imported == ["not_there_1"]
    [(do, given)] = waiting
    do(*given)
    assert imported == ["not_there_1", "not_there_2"]
