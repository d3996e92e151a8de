"""Opening the course: the notebooks are laid once, and JupyterLab answers on this computer only."""

from __future__ import annotations

import json
import re
import signal
import socket
import subprocess
import sys
from pathlib import Path
from urllib.request import urlopen

import pytest

from course import content
from course.jupyter import lab
from course.questions.spec import lessons

NAMES = [*(f"{lesson.notebook}.ipynb" for lesson in lessons()), lab.GLOSSARY]


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


def test_course_lab_says_its_address_and_answers_there(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "course", "lab", str(tmp_path), "--no-browser", "--port", "9300"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        try:
            assert process.stdout is not None
            address = next(match[0] for line in process.stdout if (match := re.search(r"http://localhost\S+", line)))
            with urlopen(address, timeout=20) as page:
                assert page.status == 200
                assert b"JupyterLab" in page.read()
            token = address.split("token=")[1]
            contents = address.split("/lab/")[0] + f"/api/contents/notebooks/{lab.FIRST}?token={token}"
            with urlopen(contents, timeout=20) as answer:
                assert json.load(answer)["type"] == "notebook"
        finally:
            process.send_signal(signal.SIGINT)
            assert process.wait(timeout=20) == 0


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
