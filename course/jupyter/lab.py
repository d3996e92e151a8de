"""Open the course in JupyterLab on this computer."""

from __future__ import annotations

import errno
import json
import os
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import time
import webbrowser
from contextlib import suppress
from http.client import HTTPException
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote
from urllib.request import ProxyHandler, Request, build_opener

from jupyter_core.paths import jupyter_runtime_dir

from course import content
from course.jupyter.doctor.look import quick

if TYPE_CHECKING:
    from collections.abc import Collection

FIRST = "00_start_here.ipynb"
SUFFIX = ".ipynb"
HOST = "127.0.0.1"
PORTS_TO_TRY = 50
SECONDS_TO_START = 60
SECONDS_TO_STOP = 10
HARD = os.name == "nt"
"""Whether a process that is ended by its number has no time left to end what it has started."""
ENDS = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
"""The signals that end the command: Windows has one of them."""


def start(place: Path, *, open_browser: bool = True, port: int | None = None) -> int:
    """Start JupyterLab, say where it answers, and wait until it is stopped.

    Parameters
    ----------
    place
        The folder that has, or is to get, the folder `notebooks`; or a notebook, which is opened in its own folder.
    open_browser
        Whether to open a browser window, where there is one.
    port
        The port to use, or the next free one; where none is given, as Jupyter's own settings say.

    Returns
    -------
    int
        The exit code of JupyterLab.

    Raises
    ------
    FileNotFoundError
        There is no such notebook.
    """
    place = place.resolve()
    own = place.suffix == SUFFIX
    if own and not place.is_file():
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(place))
    folder, page = (place.parent, quote(place.name)) if own else (place, f"notebooks/{FIRST}")
    for line in [*([] if own else lay_notebooks(folder)), *quick(folder, port)]:
        print(line)  # noqa: T201 - this is what the command says
    before = running()
    server, address = None, ""
    try:
        for each in ENDS:
            signal.signal(each, _end)
        # In a session of its own it is ended by this command alone, and has the time to end its kernels.
        ask = command(folder, free_port(port) if port else None, page)
        server = subprocess.Popen(ask, env=environment(secrets.token_hex(16)), start_new_session=True)
        address = where(server, folder, before, page)
        if not address:
            print("JupyterLab did not start. What it said stands above.", file=sys.stderr)  # noqa: T201
            return stop(server) or 1
        print(f"\nThe course is open at\n\n    {address}\n\nPress Ctrl+C here to stop it.\n", flush=True)  # noqa: T201
        if open_browser and _has_browser():
            webbrowser.open(address)
        return server.wait()
    except KeyboardInterrupt:
        if server:
            stop(server, address)
        return 0


def _end(*_: object) -> None:
    """End the command as Ctrl+C does, once: a terminal that is closed can say so twice."""
    for each in ENDS:
        signal.signal(each, signal.SIG_IGN)
    raise KeyboardInterrupt


def lay_notebooks(folder: Path) -> list[str]:
    """Lay the learner's notebooks into `folder/notebooks`; what is there already is left as it is.

    Returns
    -------
    list of str
        A line a notebook that was laid.
    """
    laid = missing(folder)
    if laid:
        (folder / "notebooks").mkdir(parents=True, exist_ok=True)
    for name in laid:
        _lay(content.notebooks_folder() / name, folder / "notebooks" / name)
    return [f"Laid notebooks/{name}" for name in laid]


def _lay(source: Path, place: Path) -> None:
    """Lay a file in one step: where the drive is full, no part of it is left, which would be taken for it later."""
    from course.files import patiently  # noqa: PLC0415 - where nothing is laid, a start needs no locks

    new = place.with_name(f".{place.name}.new")
    try:
        shutil.copyfile(source, new)
        patiently(lambda: new.replace(place))
    finally:
        new.unlink(missing_ok=True)


def missing(folder: Path) -> list[str]:
    """Return the names of the learner's notebooks that are not in `folder/notebooks`, in their order."""
    target = folder / "notebooks"
    if target.exists() and target.samefile(content.notebooks_folder()):
        return []
    return [page.name for page in content.lesson_files() if not (target / page.name).exists()]


def command(folder: Path, port: int | None = None, page: str = f"notebooks/{FIRST}") -> list[str]:
    """Return the command that starts JupyterLab for a learner at a page: on this computer only, with no pop-ups."""
    on_port = [f"--ServerApp.port={port}", "--ServerApp.port_retries=0"] if port else []
    as_root = ["--allow-root"] if getattr(os, "geteuid", lambda: 1)() == 0 else []
    settings = Path(__file__).parent
    return [
        sys.executable,
        "-m",
        "jupyterlab",
        "--no-browser",
        f"--ServerApp.ip={HOST}",
        f"--ServerApp.root_dir={folder}",
        "--ServerApp.answer_yes=True",
        "--ServerApp.log_level=WARN",
        f"--LabApp.default_url=/doc/tree/{page}",
        f"--LabApp.app_settings_dir={settings}",
        *on_port,
        *as_root,
    ]


def environment(token: str) -> dict[str, str]:
    """Return the environment of JupyterLab and its kernels; a token in it is seen by no other user."""
    return {**os.environ, "JUPYTER_TOKEN": token, "PLOTLY_RENDERER": "plotly_mimetype"}


def free_port(wanted: int) -> int:
    """Return the wanted port of this computer, or the next one that nobody listens on.

    Raises
    ------
    OSError
        None of the next fifty is free.
    """
    for port in range(wanted, wanted + PORTS_TO_TRY):
        if not is_open(port):
            return port
    message = f"The ports {wanted} to {wanted + PORTS_TO_TRY - 1} are all in use. Give another one with --port."
    raise OSError(message)


def is_open(port: int) -> bool:
    """Return whether anybody listens on a port of this computer."""
    with socket.socket() as probe:
        return probe.connect_ex((HOST, port)) == 0


def running() -> dict[tuple[Path, int], str]:
    """Return what each server of this user says of itself, by its file and the moment when it was written."""
    found = {}
    for file in Path(jupyter_runtime_dir()).glob("jpserver-*.json"):
        with suppress(OSError):
            found[file, file.stat().st_mtime_ns] = file.read_text(encoding="utf-8")
    return found


def where(
    server: subprocess.Popen[bytes],
    folder: Path,
    before: Collection[tuple[Path, int]],
    page: str = f"notebooks/{FIRST}",
) -> str:
    """Wait until the server says where it answers, at most a minute; return that, or nothing where it has ended.

    Parameters
    ----------
    folder
        The folder that it was started in.
    before
        What other servers had said before it was started.
    page
        The notebook that is opened.
    """
    deadline = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < deadline and server.poll() is None:
        for said in (said for key, said in running().items() if key not in before):
            with suppress(ValueError):  # it is being written
                its = json.loads(said)
                # It says so before it listens. On Windows the number of the process is that of what has started Python.
                if (its["pid"] == server.pid or Path(its["root_dir"]) == folder) and is_open(its["port"]):
                    token = f"?token={its['token']}" if its["token"] else ""
                    home = f"{'https' if its['secure'] else 'http'}://localhost:{its['port']}{its['base_url']}"
                    return f"{home}doc/tree/{page}{token}"
        time.sleep(0.2)
    return ""


def stop(server: subprocess.Popen[bytes], address: str = "") -> int:
    """Ask JupyterLab to stop, and make it stop where a kernel keeps it; return its exit code.

    Parameters
    ----------
    address
        Where it answers. On Windows it is asked there: to end a process by its number gives it no time to end kernels.
    """
    if not (HARD and address and _is_asked_to_stop(address)):
        server.terminate()
    try:
        return server.wait(timeout=SECONDS_TO_STOP)
    except subprocess.TimeoutExpired:
        server.kill()
        return server.wait()


def _is_asked_to_stop(address: str) -> bool:
    """Ask JupyterLab to stop as `jupyter server stop` does, and return whether it was heard."""
    home, token = address.partition("doc/tree/")[0], address.partition("?token=")[2]
    ask = Request(f"{home}api/shutdown", method="POST", headers={"Authorization": f"token {token}"})  # noqa: S310 - our own
    try:
        build_opener(ProxyHandler({})).open(ask, timeout=SECONDS_TO_STOP).close()
    except (OSError, HTTPException):
        return False
    return True


def _has_browser() -> bool:
    try:
        webbrowser.get()
    except webbrowser.Error:
        return False
    return True
