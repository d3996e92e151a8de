"""Jupyter's own settings and a taken port are noted: they decide where JupyterLab answers."""

from __future__ import annotations

import errno
import os
import socket
from typing import TYPE_CHECKING

import pytest

from course.jupyter.doctor.settings import HOST, port_taken, settings

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        ("jupyter_server_config.py", 'c.ServerApp.base_url = "/x"\nc.ServerApp.port=9999\n', "base_url, port"),
        ("jupyter_server_config.json", '{"IdentityProvider": {"hashed_password": "argon2:x"}}', "hashed_password"),
        ("jupyter_lab_config.py", "c.ServerApp.certfile = 'x.pem'", "certfile"),
    ],
)
def test_settings_of_jupyter_are_noted(tmp_path: Path, name: str, text: str, found: str) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    assert [line for each in settings([tmp_path]) for line in each.lines()] == [
        f"note: {tmp_path / name} sets {found}. course lab goes along with it.",
        f"  fix: To open the course without: give {name} another name.",
    ]


@pytest.mark.parametrize("text", ["# c.ServerApp.port = 8888\n", "c.ServerApp.log_level = 30", "{}"])
def test_settings_that_change_nothing_are_not_noted(tmp_path: Path, text: str) -> None:
    (tmp_path / "jupyter_server_config.py").write_text(text, encoding="utf-8")
    (tmp_path / "jupyter_server_config.txt").write_text("c.ServerApp.port = 1", encoding="utf-8")
    assert list(settings([tmp_path, tmp_path / "nowhere"])) == []


def test_settings_that_cannot_be_read_are_noted(tmp_path: Path) -> None:
    (tmp_path / "jupyter_server_config.py").write_bytes(b"\xff\xfe")
    assert "cannot be read" in next(settings([tmp_path])).sentence


def test_a_port_that_is_taken_is_noted_and_a_free_one_is_not() -> None:
    with socket.socket() as taken:
        taken.bind((HOST, 0))
        taken.listen()
        port = taken.getsockname()[1]
        [found] = port_taken(port)
        assert found.word == "note"
        assert found.sentence.startswith(f"Port {port} is in use")
    assert list(port_taken(port)) == []


def test_a_port_that_the_system_keeps_is_told_as_that(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr(socket.socket, "bind", refuse)
    assert next(port_taken(80)).sentence.startswith("Port 80 cannot be had (Permission denied)")
