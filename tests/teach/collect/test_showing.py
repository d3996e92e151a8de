"""The page of a folder that is watched: at first it waits, then it shows the report as it is now."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from course.teach.collect import watching
from course.teach.collect.job import Collector
from course.teach.collect.showing import application
from course.teach.collect.watching import Watch
from tests.teach.collect.served import Visitor, visited
from tests.teach.collect.stand_in import StandIn, to_html

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.teach.collect.served import Answer


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "class"
    made.mkdir()
    return made


@pytest.fixture
def visitor(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Visitor]:
    monkeypatch.setattr(watching, "SECONDS", 0.05)
    watch = Watch(folder, folder.parent / "out", Collector(StandIn(slow=0.3), to_html), lambda _: None)
    with visited(lambda guard: application(guard, watch), watch.go_on) as guard:
        yield Visitor(guard).enter()


def until(visitor: Visitor, holds: Callable[[str], bool]) -> Answer:
    """Ask for the page until something is true of it."""
    for _ in range(200):
        page = visitor.ask("/")
        if holds(page.text):
            return page
        time.sleep(0.05)
    raise AssertionError(page.text)


def test_it_shows_the_report_as_it_is_now(visitor: Visitor, folder: Path) -> None:
    until(visitor, lambda page: "<ul></ul>" in page)
    (folder / "a.json").write_text('{"name": "Ada"}', encoding="utf-8")
    page = until(visitor, lambda page: "Ada" in page)
    assert "connect-src 'self'" in page.headers["Content-Security-Policy"]
    assert visitor.ask("/feedback/Ada.html").text == "<p>Dear Ada"
    assert visitor.ask("/gradebook.csv").text.splitlines() == ["name", "Ada"]
    assert visitor.ask("/.collect.sqlite").status == 404
    assert visitor.ask("/favicon.ico").status == 204
    (folder / "a.json").unlink()
    until(visitor, lambda page: "Ada" not in page)


def test_before_there_is_a_report_the_page_waits(tmp_path: Path) -> None:
    watch = Watch(tmp_path, tmp_path / "out", Collector(StandIn(), to_html), lambda _: None)
    with visited(lambda guard: application(guard, watch)) as guard:
        page = Visitor(guard).enter().ask("/")
    assert "This page goes on by itself" in page.text
    assert 'http-equiv="refresh"' in page.text


@pytest.mark.parametrize("path", ["/", "/report.html", "/feedback/Ada.html"])
def test_nobody_else_sees_it(visitor: Visitor, path: str) -> None:
    until(visitor, lambda page: "<ul></ul>" in page)
    assert Visitor(visitor.guard).ask(path).status == 403
    assert visitor.ask(path, Host="evil.example").status == 403
