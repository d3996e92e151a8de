"""A folder is looked at again and again: what is new is collected when it is whole, what is gone leaves the report."""

from __future__ import annotations

import asyncio
import json
import os
import shutil
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from course.teach.collect import watching
from course.teach.collect.job import Collector
from course.teach.collect.store import FILE as STORE
from course.teach.collect.watching import AWAY, ON_ITS_WAY, YOUNG, AwayError, Look, Quiet, Watch, forget, look
from tests.teach.collect.stand_in import NOT_JSON, StandIn, to_html

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "class"
    made.mkdir()
    return made


@pytest.fixture
def collector() -> StandIn:
    return StandIn()


@pytest.fixture
def said() -> list[str]:
    return []


@pytest.fixture
def watch(folder: Path, collector: StandIn, said: list[str]) -> Watch:
    return Watch(folder, folder.parent / "out", Collector(collector, to_html), said.append)


def hand_in(folder: Path, name: str, text: str | None = None) -> None:
    place = folder / f"{name}.json"
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(json.dumps({"name": name}) if text is None else text, encoding="utf-8")


def looks(watch: Watch, *moments: float) -> None:
    """Look at these moments, in seconds."""

    async def go() -> None:
        for moment in moments:
            await watch.once(moment)

    asyncio.run(go())


def test_a_look_shows_every_file_and_nothing_that_the_collector_wrote(folder: Path) -> None:
    hand_in(folder, "a")
    hand_in(folder / "deep" / "er", "b")
    for passed in ("__MACOSX", ".ipynb_checkpoints", "out"):
        hand_in(folder / passed, "c")
    hand_in(folder / "older", "d")
    (folder / "older" / STORE).touch()
    (folder / "link.json").symlink_to(folder / "a.json")
    (folder / "loop").symlink_to(folder)
    os.mkfifo(folder / "pipe")
    assert set(look(folder, folder / "out")) == {"a.json", "deep/er/b.json"}


def test_a_learners_file_of_the_stores_name_hides_no_neighbour(folder: Path) -> None:
    hand_in(folder, "a")
    (folder / STORE).touch()
    assert "a.json" in look(folder, folder / "out")


def test_a_folder_that_is_not_there_is_away(folder: Path) -> None:
    with pytest.raises(AwayError):
        look(folder / "no", folder / "out")


ONE: Look = {"a": (1, 1)}
TWO: Look = {"a": (1, 1), "b": (1, 1)}
GROWN: Look = {"a": (1, 1), "b": (2, 2)}


@pytest.mark.parametrize(
    ("seen", "due"),
    [
        ([(ONE, 0)], [True]),
        ([(ONE, 0), (ONE, 2)], [True, False]),
        ([(ONE, 0), (TWO, 2), (TWO, 4), (TWO, 6)], [True, False, True, False]),
        ([(ONE, 0), (TWO, 2), (GROWN, 4), (GROWN, 6)], [True, False, False, True]),
        ([(TWO, 0), (ONE, 2), (ONE, 4)], [True, True, False]),
        ([({}, 0), ({}, 2), (ONE, 4), (ONE, 6)], [True, False, False, True]),
        ([(ONE, 0), (TWO, 2), (ONE, 4), (ONE, 6)], [True, False, False, False]),
    ],
    ids=["old files at once", "nothing new", "a new file when it is quiet", "a growing file waits", "a removed file at once",
         "an empty folder", "a file that came and went"],
)  # fmt: skip
def test_when_it_is_time_to_collect(seen: list[tuple[Look, float]], due: list[bool]) -> None:
    quiet, found = Quiet(), []
    for there, now in seen:
        found.append(quiet.take(there, now))
        if found[-1]:
            quiet.collected(there)
    assert found == due


def test_a_file_that_never_rests_keeps_the_others_waiting_ten_seconds_at_most() -> None:
    quiet = Quiet()
    quiet.take({}, 0)
    quiet.collected({})
    due = [quiet.take({"log": (size, size), "a": (1, 1)}, 2 * size) for size in range(1, 7)]
    assert due == [False, False, False, False, False, True]


def test_of_a_file_in_a_zip_the_zip_counts() -> None:
    quiet = Quiet()
    quiet.take({}, 0)
    quiet.collected({})
    quiet.take({"class/all.zip": (1, 1)}, 0)
    assert quiet.young("class/all.zip/Ada/hand-in.json", YOUNG - 1)
    assert not quiet.young("class/all.zip/Ada/hand-in.json", YOUNG)
    assert not quiet.young("class/other.zip/Ada/hand-in.json", 0)


def test_a_new_hand_in_renews_the_report_and_nothing_new_does_not(
    watch: Watch, folder: Path, collector: StandIn, said: list[str]
) -> None:
    hand_in(folder, "Ada")
    looks(watch, 0, 2, 4)
    assert len(collector.runs) == 1
    assert "Ada" in watch.html
    assert "const live = '/'" in watch.html
    hand_in(folder, "Ben")
    looks(watch, 6, 8, 10)
    assert len(collector.runs) == 2
    assert "Ben" in watch.html
    assert [line.partition("  ")[2] for line in said] == ["1 learner, 1 file", "2 learners, 2 files"]


def test_a_removed_file_leaves_the_report(watch: Watch, folder: Path) -> None:
    hand_in(folder, "Ada")
    hand_in(folder, "Ben")
    looks(watch, 0)
    (folder / "Ada.json").unlink()
    looks(watch, 2)
    assert "Ada" not in watch.html
    (folder / "Ben.json").unlink()
    looks(watch, 4)
    assert "Ben" not in watch.html


def test_what_is_not_whole_is_on_its_way_for_ten_seconds_and_then_broken(
    watch: Watch, folder: Path, collector: StandIn
) -> None:
    looks(watch, 0)
    hand_in(folder, "Ada", "{")
    looks(watch, 2, 4)
    assert ON_ITS_WAY in watch.html
    assert NOT_JSON not in watch.html
    with closing(sqlite3.connect(watch.out / STORE)) as connection:
        assert connection.execute("select place from source").fetchall() == [], "it is read anew, as it looks the same"
    looks(watch, 6, 8, 10, 12)
    assert ON_ITS_WAY in watch.html
    looks(watch, 14)
    assert NOT_JSON in watch.html
    runs = len(collector.runs)
    looks(watch, 16, 30, 60)
    assert len(collector.runs) == runs, "what stays broken is not read again and again"


def test_what_was_there_before_is_broken_at_once(watch: Watch, folder: Path, said: list[str]) -> None:
    hand_in(folder, "Ada", "{")
    looks(watch, 0, 2, 12)
    assert NOT_JSON in watch.html
    assert len(said) == 1


def test_half_a_file_becomes_whole(watch: Watch, folder: Path) -> None:
    looks(watch, 0)
    hand_in(folder, "Ada", '{"na')
    looks(watch, 2)
    hand_in(folder, "Ada")
    looks(watch, 4, 6)
    assert "Ada</li>" in watch.html
    assert ON_ITS_WAY not in watch.html


def test_a_folder_that_goes_away_is_said_once_waited_for_and_loses_nothing(
    watch: Watch, folder: Path, said: list[str], collector: StandIn
) -> None:
    hand_in(folder, "Ada")
    looks(watch, 0)
    folder.rename(folder.with_name("away"))
    looks(watch, 2, 4)
    assert "Ada" in watch.html
    assert AWAY in watch.html
    assert "<title>class (not there at the moment)</title>" in watch.html
    folder.with_name("away").rename(folder)
    looks(watch, 6)
    assert "Ada" in watch.html
    assert AWAY not in watch.html
    assert [line for line in said if str(folder) in line] == [f"{folder}: {AWAY}", f"{folder} is back."]
    assert len(collector.runs) == 1


def test_a_drive_that_leaves_an_empty_folder_behind_is_away(watch: Watch, folder: Path) -> None:
    hand_in(folder, "Ada")
    looks(watch, 0)
    shutil.rmtree(folder)
    folder.mkdir()
    watch._device = -1  # as it was on another drive
    looks(watch, 2)
    assert "Ada" in watch.html
    assert AWAY in watch.html


def test_a_folder_that_goes_away_while_it_is_read_does_not_empty_the_report(folder: Path, said: list[str]) -> None:
    inner = StandIn()
    gone = folder.with_name("away")

    def collect(place: Path, out: Path, **how: object) -> object:
        if len(inner.runs) == 1:
            folder.rename(gone)
        return inner(place, out, **how)  # type: ignore[arg-type]

    watch = Watch(folder, folder.parent / "out", Collector(collect, to_html), said.append)  # type: ignore[arg-type]
    hand_in(folder, "Ada")
    looks(watch, 0)
    hand_in(folder, "Ben")
    looks(watch, 2, 4)
    assert "Ada" in watch.html
    assert AWAY in watch.html
    gone.rename(folder)
    looks(watch, 6)
    assert "Ada" in watch.html
    assert "Ben" in watch.html
    assert AWAY not in watch.html


def test_what_fails_is_said_and_tried_again(watch: Watch, folder: Path, collector: StandIn, said: list[str]) -> None:
    hand_in(folder, "Ada")
    collector.fails = OSError(28, "No space left on device")
    looks(watch, 0, 2, 4, 6, 8)
    assert len([line for line in said if "No space left on device" in line]) == 1
    collector.fails = None
    looks(watch, 9)
    assert watch.html == ""
    looks(watch, YOUNG)
    assert "Ada" in watch.html


def test_a_large_tree_is_looked_at_less_often(watch: Watch, monkeypatch: pytest.MonkeyPatch) -> None:
    waits: list[float] = []

    async def sleep(seconds: float) -> None:
        waits.append(seconds)
        watch._cost = 1.0
        if len(waits) == 2:
            raise asyncio.CancelledError

    monkeypatch.setattr(asyncio, "sleep", sleep)
    monkeypatch.setattr(watch, "once", lambda _: asyncio.wait_for(_nothing(), 1))
    with pytest.raises(asyncio.CancelledError):
        asyncio.run(watch.go_on())
    assert waits == [2.0, 10.0]


async def _nothing() -> None:
    return


def test_a_fault_of_ours_is_loud_and_does_not_end_the_watch(
    watch: Watch, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    calls: list[float] = []

    async def once(now: float) -> None:
        calls.append(now)
        if len(calls) == 3:
            raise asyncio.CancelledError
        message = "a fault"
        raise RuntimeError(message)

    monkeypatch.setattr(watch, "once", once)
    monkeypatch.setattr(watching, "SECONDS", 0)
    with pytest.raises(asyncio.CancelledError):
        asyncio.run(watch.go_on())
    assert caplog.text.count("a fault") == 2


def test_what_is_forgotten_needs_no_store(tmp_path: Path) -> None:
    forget(tmp_path, ["a"])
    (tmp_path / STORE).write_bytes(b"no database")
    forget(tmp_path, ["a"])
