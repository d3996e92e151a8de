"""The page that files are dropped onto: taken, collected, handed over, deleted; a broken one costs none of the others."""

from __future__ import annotations

import io
import json
import re
import socket
import time
import zipfile
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

import pytest

from course.teach.collect import uploads
from course.teach.collect.dropping import BUSY, NOTHING, Desk, application
from course.teach.collect.guarded import HOST
from tests.teach.collect.served import Visitor, visited
from tests.teach.collect.stand_in import NOT_JSON, StandIn

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path / "run", StandIn())


@pytest.fixture
def visitor(desk: Desk) -> Iterator[Visitor]:
    with visited(lambda guard: application(guard, desk)) as guard:
        yield Visitor(guard).enter()


def hand_in(name: str) -> bytes:
    return json.dumps({"name": name}).encode()


def until(visitor: Visitor, *stages: str) -> Any:
    for _ in range(200):
        state = visitor.ask("/state").data
        if state["stage"] in stages:
            return state
        time.sleep(0.05)
    raise AssertionError(state)


def collected(visitor: Visitor) -> Any:
    assert visitor.order("collect")["stage"] in {"busy", "done"}
    return until(visitor, "done")


def test_the_page_and_its_files_need_nothing_from_elsewhere(visitor: Visitor) -> None:
    page = visitor.ask("/")
    assert "Nothing leaves this computer" in page.text
    for name in re.findall(r'(?:href|src)="(/drop[^"]*)"', page.text):
        assert visitor.ask(name).status == 200
    assert not re.findall(r"https?://", page.text + visitor.ask("/drop.js").text + visitor.ask("/drop.css").text)
    assert "<script>" not in page.text
    assert " style=" not in page.text
    assert visitor.ask("/favicon.ico").status == 204


def test_what_is_dropped_is_collected_and_what_was_refused_is_named(visitor: Visitor) -> None:
    assert visitor.ask("/state").data["stage"] == "empty"
    assert visitor.put("class/a.json", hand_in("Ada"), changed="1600000000000") == {"said": "", "files": 1}
    visitor.put("class/b.json", b"{")
    assert visitor.ask("/state").data["stage"] == "dropped"
    done = collected(visitor)
    assert (done["learners"], done["read"], done["found"]) == (1, 1, 2)
    assert done["refused"] == [["class/b.json", NOT_JSON]]
    assert "Ada" in visitor.ask("/out/report.html").text
    assert visitor.ask("/out/.collect.sqlite").status == 404


def test_the_date_of_a_file_is_kept(visitor: Visitor, desk: Desk) -> None:
    visitor.put("a.json", hand_in("Ada"), changed="1600000000000")
    visitor.put("b.json", hand_in("Ben"), changed="not a number")
    assert (desk.uploads.files / "a.json").stat().st_mtime == 1_600_000_000
    assert (desk.uploads.files / "b.json").exists()


def test_a_second_drop_adds_to_the_first_and_anew_begins_from_the_start(visitor: Visitor, desk: Desk) -> None:
    visitor.put("a.json", hand_in("Ada"))
    assert collected(visitor)["learners"] == 1
    visitor.put("b.json", hand_in("Ben"))
    assert collected(visitor)["learners"] == 2
    assert visitor.order("anew")["stage"] == "empty"
    assert not desk.out.exists()
    visitor.put("c.json", hand_in("Cleo"))
    assert collected(visitor)["learners"] == 1


def test_all_is_handed_over_in_one_zip_and_deleted_when_asked(visitor: Visitor, desk: Desk) -> None:
    visitor.put("a.json", hand_in("Ada"))
    collected(visitor)
    answer = visitor.ask("/all.zip")
    assert answer.headers["Content-Disposition"] == 'attachment; filename="between-the-lines-collected.zip"'
    names = set(zipfile.ZipFile(io.BytesIO(answer.body)).namelist())
    assert names == {"collected/report.html", "collected/gradebook.csv", "collected/feedback/Ada.html"}
    visitor.order("anew")
    assert [path for path in desk.root.rglob("*") if path.is_file()] == []
    assert visitor.ask("/out/report.html").status == 404
    assert visitor.ask("/all.zip").status == 409


def test_a_folder_that_the_teacher_has_named_stays(tmp_path: Path) -> None:
    desk = Desk(tmp_path / "run", StandIn(), tmp_path / "mine")
    with visited(lambda guard: application(guard, desk)) as guard:
        visitor = Visitor(guard).enter()
        visitor.put("a.json", hand_in("Ada"))
        assert collected(visitor)["own"] == str(tmp_path / "mine")
        visitor.order("anew")
    assert (tmp_path / "mine" / "report.html").exists()
    assert not any(desk.uploads.files.iterdir())


@pytest.mark.parametrize(
    ("path", "kept"),
    [("../../x", "x"), ("CON", "CON_"), ("n" * 300, ""), ("a\0b", ""), ("<script>.json", "-script-.json")],
)
def test_hostile_names_stay_below_the_folder(visitor: Visitor, desk: Desk, path: str, kept: str) -> None:
    assert visitor.put(path)["said"] == ""
    [file] = desk.uploads.files.iterdir()
    assert file.name == (kept or file.name)
    assert len(file.name) < 100
    assert [each.name for each in desk.root.parent.iterdir()] == ["run"]


def test_what_is_too_large_is_refused_with_a_sentence_and_the_others_stay(
    visitor: Visitor, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(uploads, "LARGEST", 10**6)
    visitor.put("a.json", hand_in("Ada"))
    said = visitor.put("film.mp4", b"x" * (2 * 10**6))["said"]
    assert said == "It is larger than 1 MB. That is no hand-in of the course."
    assert list(desk.uploads.parts.iterdir()) == []
    assert collected(visitor)["found"] == 1


def test_a_zip_may_be_large(visitor: Visitor, desk: Desk) -> None:
    assert visitor.put("class.zip", b"x" * (120 * 10**6))["said"] == ""
    assert (desk.uploads.files / "class.zip").stat().st_size == 120 * 10**6


def test_what_breaks_off_leaves_nothing_and_what_is_slow_stops_nobody(visitor: Visitor, desk: Desk) -> None:
    head = (
        f"PUT /file?path=slow.json HTTP/1.1\r\nHost: {HOST}:{visitor.guard.port}\r\nCookie: {visitor.headers['Cookie']}\r\n"
        f"Origin: {visitor.headers['Origin']}\r\nContent-Length: 100\r\n\r\n"
    )
    with socket.create_connection((HOST, visitor.guard.port)) as slow:
        slow.sendall(head.encode() + b'{"name":')
        for number in range(5):
            assert visitor.put(f"{number}.json", hand_in(f"Learner {number}"))["said"] == ""
        assert len(list(desk.uploads.parts.iterdir())) == 1
    for _ in range(100):
        if not any(desk.uploads.parts.iterdir()):
            break
        time.sleep(0.05)
    assert list(desk.uploads.parts.iterdir()) == []
    assert collected(visitor)["found"] == 5


def test_many_at_once_are_all_kept(visitor: Visitor, desk: Desk) -> None:
    with ThreadPoolExecutor(8) as pool:
        said = list(pool.map(lambda n: visitor.put("same.json", hand_in(f"Learner {n}"))["said"], range(60)))
    assert set(said) == {""}
    assert len(list(desk.uploads.files.iterdir())) == 60
    assert collected(visitor)["learners"] == 60


def test_it_can_be_stopped_and_goes_on(tmp_path: Path) -> None:
    slow = StandIn(slow=0.1)
    desk = Desk(tmp_path, slow)
    with visited(lambda guard: application(guard, desk)) as guard:
        visitor = Visitor(guard).enter()
        for number in range(20):
            visitor.put(f"{number}.json", hand_in(str(number)))
        assert visitor.order("collect")["stage"] == "busy"
        assert visitor.put("late.json")["said"] == BUSY
        assert visitor.ask("/collect", "POST", b"").status == 409
        assert visitor.ask("/all.zip").status == 409
        state = until(visitor, "busy")
        assert state["of"] in {0, 20}
        visitor.order("stop")
        assert until(visitor, "stopped", "done")["stage"] == "stopped"
        slow.slow = 0
        assert collected(visitor)["learners"] == 20


def test_what_fails_is_said_and_nothing_is_lost(tmp_path: Path) -> None:
    collector = StandIn(fails=OSError(28, "No space left on device"))
    desk = Desk(tmp_path, collector)
    with visited(lambda guard: application(guard, desk)) as guard:
        visitor = Visitor(guard).enter()
        visitor.put("a.json", hand_in("Ada"))
        visitor.order("collect")
        assert until(visitor, "failed")["said"] == "The files could not be collected: No space left on device."
        collector.fails = None
        assert collected(visitor)["learners"] == 1


def test_with_nothing_there_is_nothing_to_collect(visitor: Visitor) -> None:
    answer = visitor.ask("/collect", "POST", b"")
    assert (answer.status, answer.data["said"]) == (409, NOTHING)
    assert visitor.order("stop")["stage"] == "empty"


@pytest.mark.parametrize("change", [{"Origin": "https://evil.example"}, {"Cookie": ""}, {"Host": "evil.example"}])
def test_nobody_else_can_add_collect_or_delete(visitor: Visitor, desk: Desk, change: dict[str, str]) -> None:
    visitor.put("a.json", hand_in("Ada"))
    for method, path in (("PUT", "/file?path=b.json"), ("POST", "/collect"), ("POST", "/anew"), ("POST", "/stop")):
        assert visitor.ask(path, method, b"{}", **change).status == 403
    assert [path.name for path in desk.uploads.files.iterdir()] == ["a.json"]
    assert list(desk.uploads.parts.iterdir()) == []
    assert desk.job is None
