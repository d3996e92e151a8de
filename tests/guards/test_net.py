"""A test that asks for another computer fails, whoever asks; this computer may be asked."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread
from typing import TYPE_CHECKING
from urllib.request import urlopen

import pytest
from jupyter_client.manager import start_new_kernel

from tests.guards import net

if TYPE_CHECKING:
    from pathlib import Path

ELSEWHERE = "192.0.2.1"
"""An address that is kept for examples: no computer has it."""


@pytest.fixture
def refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file of its own for what is refused, so that the test that asks for it does not fail."""
    file = tmp_path / "refused.txt"
    monkeypatch.setenv(net.VARIABLE, str(file))
    return file


def test_another_computer_is_refused_and_told_also_where_it_is_caught(refused: Path) -> None:
    with socket.socket() as asks, pytest.raises(OSError, match=f"connects to {ELSEWHERE}"):
        asks.connect((ELSEWHERE, 80))
    with socket.socket() as asks, pytest.raises(OSError, match="No net"):
        asks.connect_ex((ELSEWHERE, 80))
    with pytest.raises(OSError, match="looks up example.org"):
        urlopen("http://example.org")
    with socket.socket(type=socket.SOCK_DGRAM) as asks, pytest.raises(OSError, match="No net"):
        asks.sendto(b"", (ELSEWHERE, 80))
    told = refused.read_text(encoding="utf-8").splitlines()
    assert [line.rpartition(" ")[2] for line in told] == [ELSEWHERE, ELSEWHERE, "example.org", ELSEWHERE]
    assert net.told().splitlines() == told


def test_a_program_that_is_started_is_cut_off_too(refused: Path) -> None:
    code = "import socket\ntry: socket.create_connection(('example.org', 80))\nexcept OSError: print('caught')"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True)
    assert done.stdout == "caught\n"
    assert refused.read_text(encoding="utf-8") == "-c looks up example.org\n"


def test_a_kernel_is_cut_off_too(refused: Path) -> None:
    manager, client = start_new_kernel()
    try:
        client.execute_interactive("import socket; socket.socket().connect(('192.0.2.1', 80))", timeout=60)
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)
    assert refused.read_text(encoding="utf-8").endswith(f"connects to {ELSEWHERE}\n")


def test_this_computer_may_be_asked() -> None:
    server = HTTPServer(("127.0.0.1", 0), BaseHTTPRequestHandler)
    Thread(target=server.handle_request, daemon=True).start()
    with socket.create_connection(("localhost", server.server_port)) as asks:
        assert asks.getpeername()[1] == server.server_port
    server.server_close()
    assert net.is_here("127.3.2.1")
    assert net.is_here(None)
    assert net.is_here(b"::1")
    assert not net.is_here("localhost.example.org")


def test_it_is_in_the_path_of_every_program_once() -> None:
    assert os.environ["PYTHONPATH"].split(os.pathsep).count(net.CHILDREN) == 1
