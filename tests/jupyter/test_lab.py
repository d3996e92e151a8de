"""Opening the course: the notebooks are laid once, and JupyterLab answers on this computer only."""

from __future__ import annotations

import errno
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING
from urllib.request import urlopen

import pytest

from course import content
from course.jupyter import lab
from course.questions.spec import lessons

if TYPE_CHECKING:
    from collections.abc import Iterator

NAMES = [*(f"{lesson.notebook}.ipynb" for lesson in lessons()), content.GLOSSARY]


def unused_port() -> int:
    with socket.socket() as probe:
        probe.bind((lab.HOST, 0))
        return int(probe.getsockname()[1])


def test_the_notebooks_are_laid_into_an_empty_folder(tmp_path: Path) -> None:
    assert lab.lay_notebooks(tmp_path) == [f"Laid notebooks/{name}" for name in NAMES]
    for name in NAMES:
        laid = (tmp_path / "notebooks" / name).read_bytes()
        assert laid == (content.notebooks_folder() / name).read_bytes()


def test_a_learners_work_is_never_written_over(tmp_path: Path) -> None:
    lab.lay_notebooks(tmp_path)
    mine = tmp_path / "notebooks" / NAMES[0]
    mine.write_text("my work", encoding="utf-8")
    (tmp_path / "notebooks" / NAMES[1]).unlink()
    assert lab.lay_notebooks(tmp_path) == [f"Laid notebooks/{NAMES[1]}"]
    assert mine.read_text(encoding="utf-8") == "my work"


def test_on_a_full_drive_no_part_of_a_notebook_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def half(_: Path, place: Path) -> None:
        place.write_text("{", encoding="utf-8")
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as full:
        full.setattr(shutil, "copyfile", half)
        with pytest.raises(OSError, match="No space left"):
            lab.lay_notebooks(tmp_path)
    assert list((tmp_path / "notebooks").iterdir()) == []
    assert lab.missing(tmp_path) == NAMES
    assert len(lab.lay_notebooks(tmp_path)) == len(NAMES)


def test_in_the_project_itself_nothing_is_laid() -> None:
    assert lab.lay_notebooks(content.root()) == []


def test_a_port_that_is_taken_is_passed_over() -> None:
    with socket.socket() as taken:
        taken.bind((lab.HOST, 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert lab.free_port(port) > port


def test_it_listens_on_this_computer_only_and_without_pop_ups(tmp_path: Path) -> None:
    command = lab.command(tmp_path, 9000)
    assert "--ServerApp.ip=127.0.0.1" in command
    assert not any("token" in part.lower() for part in command), "a command line can be read by other users"
    settings = next(part.split("=")[1] for part in command if "app_settings_dir" in part)
    overrides = json.loads((Path(settings) / "overrides.json").read_text(encoding="utf-8"))
    assert overrides["@jupyterlab/apputils-extension:notification"] == {"fetchNews": "false", "checkForUpdates": False}


@contextmanager
def course_lab(
    place: Path, *more: str, folder: Path | None = None, **environment: str
) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """Run the command, and yield its process and the address that it says."""
    folder = folder or place
    command = [sys.executable, "-m", "course", "lab", str(place), "--no-browser", *more]
    scratch = {"JUPYTER_RUNTIME_DIR": str(folder / "runtime"), "JUPYTER_CONFIG_DIR": str(folder / "settings")}
    with subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        encoding="utf-8",
        env={**os.environ, **scratch, **environment},
    ) as process:
        try:
            assert process.stdout is not None
            yield (
                process,
                next((match[0] for line in process.stdout if (match := re.search(r"https?://\S+", line))), ""),
            )
        finally:
            process.terminate()
            process.wait(timeout=30)


def server_of(folder: Path) -> int:
    """The number of the process of the JupyterLab that a command has started."""
    [file] = (folder / "runtime").glob("jpserver-*.json")
    return int(json.loads(file.read_text(encoding="utf-8"))["pid"])


def is_gone(pid: int) -> bool:
    """Whether there is no such process."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    return False


def test_course_lab_says_its_address_and_answers_there(tmp_path: Path) -> None:
    with course_lab(tmp_path, "--port", "9300") as (process, address):
        assert address.startswith("http://localhost:93")
        with urlopen(address, timeout=60) as page:
            assert page.status == 200
            assert b"JupyterLab" in page.read()
        token = address.split("token=")[1]
        contents = address.split("/doc/")[0] + f"/api/contents/notebooks/{lab.FIRST}?token={token}"
        with urlopen(contents, timeout=60) as answer:
            assert json.load(answer)["type"] == "notebook"
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=60) == 0


def test_a_notebook_of_ones_own_is_opened_in_its_own_folder_and_nothing_is_laid_there(tmp_path: Path) -> None:
    own = tmp_path / "my flood.ipynb"
    own.write_text(json.dumps({"cells": [], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}), encoding="utf-8")
    with course_lab(own, folder=tmp_path) as (_, address):
        assert "/doc/tree/my%20flood.ipynb?token=" in address
        with urlopen(address, timeout=60) as page:
            assert b"JupyterLab" in page.read()
    assert not (tmp_path / "notebooks").exists()
    with pytest.raises(FileNotFoundError, match="nowhere.ipynb"):
        lab.start(tmp_path / "nowhere.ipynb")


def test_own_settings_of_jupyter_are_gone_along_with(tmp_path: Path) -> None:
    (tmp_path / "settings").mkdir()
    port = unused_port()
    own = f'c.ServerApp.base_url = "/mine/"\nc.ServerApp.port = {port}\nc.PasswordIdentityProvider.hashed_password = "x"\n'
    (tmp_path / "settings" / "jupyter_server_config.py").write_text(own, encoding="utf-8")
    with course_lab(tmp_path) as (process, address):
        assert address.startswith(f"http://localhost:{port}/mine/doc/tree/notebooks/{lab.FIRST}?token=")
        with urlopen(address, timeout=60) as page:
            assert b"JupyterLab" in page.read()
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=60) == 0


def test_an_address_is_that_of_this_server_and_told_when_it_listens(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lab, "jupyter_runtime_dir", lambda: str(tmp_path))
    monkeypatch.setattr(lab, "SECONDS_TO_START", 0.5)

    def says(name: str, port: int) -> None:
        its = {"pid": 1, "root_dir": str(tmp_path), "token": "t", "secure": True, "port": port, "base_url": "/x/"}
        (tmp_path / f"jpserver-{name}.json").write_text(json.dumps(its), encoding="utf-8")

    with (
        socket.socket() as other,
        socket.socket() as own,
        subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"]) as server,
    ):
        other.bind((lab.HOST, 0))
        other.listen()
        own.bind((lab.HOST, 0))
        port = own.getsockname()[1]
        says("before", other.getsockname()[1])
        before = lab.running()
        assert lab.where(server, tmp_path, before) == "", "another server is not this one"
        says("own", port)
        (tmp_path / "jpserver-half.json").write_text('{"pid": ', encoding="utf-8")
        assert lab.where(server, tmp_path, before) == "", "it does not listen yet"
        own.listen()
        assert lab.where(server, tmp_path, before).startswith(f"https://localhost:{port}/x/")
        server.kill()


def test_settings_that_jupyter_does_not_take_end_it(tmp_path: Path) -> None:
    (tmp_path / "settings").mkdir()
    (tmp_path / "settings" / "jupyter_server_config.py").write_text(
        'c.ServerApp.certfile = "none.pem"', encoding="utf-8"
    )
    with course_lab(tmp_path) as (process, address):
        assert address == ""
        assert process.wait(timeout=60) != 0


def test_a_server_that_has_ended_is_not_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lab, "jupyter_runtime_dir", lambda: str(tmp_path))
    monkeypatch.setattr(lab, "time", SimpleNamespace(monotonic=lambda: 0, sleep=pytest.fail))
    with subprocess.Popen([sys.executable, "-c", ""]) as server:
        server.wait()
        assert lab.where(server, tmp_path, {}) == ""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other signals")
@pytest.mark.parametrize("names", [["SIGTERM"], ["SIGHUP", "SIGHUP", "SIGTERM"]])
def test_a_signal_takes_jupyterlab_with_it(tmp_path: Path, names: list[str]) -> None:
    with course_lab(tmp_path, "--port", "9400") as (process, address):
        assert address
        server = server_of(tmp_path)
        for name in names:
            process.send_signal(getattr(signal, name))
            time.sleep(0.1)
        assert process.wait(timeout=60) == 0
        assert is_gone(server)


def test_a_file_that_stands_in_the_way_is_said_before_it_starts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "notebooks").mkdir()
    (tmp_path / "notebooks" / "course.py").touch()
    monkeypatch.setattr(signal, "signal", lambda *_: None)
    monkeypatch.setattr(lab, "command", lambda *_: [sys.executable, "-c", "raise SystemExit(3)"])
    assert lab.start(tmp_path, open_browser=False) == 3
    said = capsys.readouterr()
    assert "course.py stands in the way" in said.out
    assert "JupyterLab did not start." in said.err


@pytest.mark.parametrize("name", NAMES)
def test_what_is_laid_is_a_learners_notebook(tmp_path: Path, name: str) -> None:
    lab.lay_notebooks(tmp_path)
    assert 'course.check(\\"3.1\\"' not in (tmp_path / "notebooks" / name).read_text(encoding="utf-8")


def test_a_server_that_does_not_stop_is_made_to(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lab, "SECONDS_TO_STOP", 0.5)
    deaf = (
        "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); print('ready', flush=True); time.sleep(60)"
    )
    process = subprocess.Popen([sys.executable, "-c", deaf], stdout=subprocess.PIPE)
    assert process.stdout is not None
    process.stdout.readline()
    assert lab.stop(process) == -signal.SIGKILL
    process.stdout.close()


def test_where_a_kill_is_hard_it_is_asked_by_its_address(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lab, "HARD", True)
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    port = unused_port()
    env = {**lab.environment("t"), "JUPYTER_CONFIG_DIR": str(tmp_path), "JUPYTER_RUNTIME_DIR": str(tmp_path)}
    monkeypatch.setattr(lab, "jupyter_runtime_dir", lambda: str(tmp_path))
    with subprocess.Popen(lab.command(tmp_path, port), env=env, stderr=subprocess.DEVNULL) as server:
        address = lab.where(server, tmp_path, {})
        monkeypatch.setattr(server, "terminate", lambda: pytest.fail("killed"))
        monkeypatch.setattr(server, "kill", lambda: pytest.fail("killed"))
        assert lab.stop(server, address) == 0
        monkeypatch.undo()
        monkeypatch.setattr(lab, "HARD", True)
        assert lab.stop(server, address) == 0, "nobody answers any more"
