"""The command's pages from start to end: on this computer only, and when it ends what was dropped is gone."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING
from urllib.parse import urlparse

import pytest

from course.content import ContentError
from course.teach.collect.served import serving
from course.teach.collect.served.guarded import HOST, Guard
from course.teach.collect.served.job import Collector
from course.teach.collect.served.serving import LOCK, OWN, folder_of_a_run, serve, sweep
from tests.teach.collect.made_class import make_class
from tests.teach.collect.stand_in import StandIn, to_html
from tests.teach.collect.visits import Visitor

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

COMMAND = """
import sys
from pathlib import Path
from course.teach.collect.served.job import Collector
from course.teach.collect.served.serving import serve
from tests.teach.collect.stand_in import StandIn, to_html
folder, out, port = (value or None for value in sys.argv[1:])
collector = Collector(StandIn(slow=0.2), to_html)
serve(folder and Path(folder), collector, out=out and Path(out), port=port and int(port), open_browser=False)
"""


@pytest.fixture
def scratch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The computer's folder for what is of short use."""
    made = tmp_path / "scratch"
    made.mkdir()
    monkeypatch.setenv("TMPDIR", str(made))
    monkeypatch.setattr(tempfile, "tempdir", str(made))
    return made


@contextmanager
def command(folder: str = "", out: str = "", port: str = "") -> Iterator[tuple[subprocess.Popen[str], Visitor]]:
    """The command in a process of its own, and who has opened its address."""
    with subprocess.Popen(
        [sys.executable, "-u", "-c", COMMAND, folder, out, port], stdout=subprocess.PIPE, encoding="utf-8"
    ) as process:
        try:
            assert process.stdout
            found = None
            while not found and (line := process.stdout.readline()):
                found = re.search(r"http://\S+", line)
            assert found
            address = urlparse(found[0])
            assert address.hostname == HOST
            assert address.port
            yield process, Visitor(Guard(address.port, address.query.removeprefix("token="))).enter()
        finally:
            process.kill()


@pytest.mark.parametrize("end", ["SIGINT", "SIGTERM", "SIGHUP"])
def test_when_it_ends_what_was_dropped_is_gone(scratch: Path, end: str) -> None:
    if not hasattr(signal, end):
        pytest.skip(f"this system has no {end}")
    with command() as (process, visitor):
        for number in range(30):
            visitor.put(f"class/{number}.json", json.dumps({"name": "Ada"}).encode())
        [run] = scratch.glob(f"{OWN}*")
        assert run.stat().st_mode & 0o077 == 0, "nobody else can read it"
        visitor.order("collect")
        process.send_signal(getattr(signal, end))
        assert process.stdout
        said = process.stdout.read()
        assert process.wait(20) == 0
    assert "Ended. What was dropped is deleted." in said
    assert "Traceback" not in said
    assert list(scratch.glob(f"{OWN}*")) == []


def test_a_folder_that_was_named_stays_and_is_told(scratch: Path, tmp_path: Path) -> None:
    with command(out=str(tmp_path / "mine")) as (process, visitor):
        visitor.put("a.json", b'{"name": "Ada"}')
        visitor.order("collect")
        while visitor.ask("/state").data["stage"] == "busy":
            time.sleep(0.1)
        process.terminate()
        process.wait(20)
    assert (tmp_path / "mine" / "report.html").exists()
    assert list(scratch.glob(f"{OWN}*")) == []


def test_only_this_computer_is_answered(scratch: Path) -> None:
    assert scratch.exists()
    with command() as (_, visitor), socket.socket() as probe:
        others = {each[4][0] for each in socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)} - {HOST}
        for other in others:
            assert probe.connect_ex((str(other), visitor.guard.port)) != 0


def test_a_port_that_is_taken_is_passed_over(scratch: Path) -> None:
    assert scratch.exists()
    with socket.socket() as taken:
        taken.bind((HOST, 0))
        taken.listen()
        port = taken.getsockname()[1]
        with command(port=str(port)) as (_, visitor):
            assert visitor.guard.port > port
            assert visitor.ask("/").status == 200


def test_a_watched_folder_is_shown_and_its_report_is_written_beside_it(tmp_path: Path) -> None:
    (tmp_path / "class").mkdir()
    (tmp_path / "class" / "a.json").write_text('{"name": "Ada"}', encoding="utf-8")
    with command(str(tmp_path / "class"), str(tmp_path / "class")) as (process, visitor):
        for _ in range(100):
            if "Ada" in (page := visitor.ask("/").text):
                break
            time.sleep(0.1)
        assert "Ada" in page
        process.send_signal(signal.SIGINT)
        assert process.stdout
        assert "1 learner, 1 file" in process.stdout.read()
        assert process.wait(20) == 0
    assert (tmp_path / "class" / "collected" / "report.html").exists(), "not into what is watched"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no groups of processes")
def test_ctrl_c_in_a_terminal_ends_the_processes_of_a_large_class_too(tmp_path: Path) -> None:
    make_class(tmp_path / "year", 600, asked=("3.1", "3.2"))
    words = ["collect", "--no-browser", "--watch", str(tmp_path / "year"), "-o", str(tmp_path / "out")]
    for seconds in (0.5, 2):
        with subprocess.Popen(
            [sys.executable, "-u", "-m", "course", *words],
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8", start_new_session=True,
        ) as process:  # fmt: skip
            assert process.stdout
            while "Ctrl+C" not in process.stdout.readline():
                assert process.poll() is None
            time.sleep(seconds)
            os.killpg(process.pid, signal.SIGINT)
            said = process.stdout.read()
            assert process.wait(60) == 0
        assert "Traceback" not in said
        assert "still runs" not in said
        assert said.endswith("Ended.\n")


def test_a_folder_that_is_none_is_said(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match="only a folder can be watched"):
        serve(tmp_path / "no", Collector(StandIn(), to_html), open_browser=False)


def test_a_port_that_cannot_be_had_is_said(scratch: Path) -> None:
    with socket.socket() as taken:
        taken.bind((HOST, 65535))
        taken.listen()
        with pytest.raises(ContentError, match="No page can be opened on port 65535 .* Give another one with --port"):
            serve(None, Collector(StandIn(), to_html), port=65535, open_browser=False)
    assert list(scratch.glob(f"{OWN}*")) == []


def test_what_a_dead_run_has_left_is_deleted_and_what_another_uses_stays(scratch: Path, tmp_path: Path) -> None:
    left, fresh, other = (scratch / f"{OWN}{name}" for name in ("left", "fresh", "other"))
    for folder in (left, fresh, other):
        folder.mkdir()
    (left / LOCK).touch()
    (left / "a.json").touch()
    mine = tmp_path / "mine"
    mine.mkdir()
    (scratch / f"{OWN}link").symlink_to(mine)
    os.utime(scratch / f"{OWN}link", (0, 0), follow_symlinks=False)
    (scratch / "other.txt").touch()
    with folder_of_a_run() as used:
        sweep()
        assert used.is_dir()
        assert not left.exists()
        assert fresh.exists(), "another run may be making it just now"
    assert not used.exists()
    assert mine.exists()
    assert list(mine.iterdir()) == []
    assert (scratch / "other.txt").exists()


def test_a_window_that_is_gone_stops_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def gone(*_: object, **__: object) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr("builtins.print", gone)
    serving.say("a line")
