"""Jupyter's own settings and the port: where JupyterLab will answer."""

from __future__ import annotations

import errno
import os
import re
import socket
from typing import TYPE_CHECKING

from course.jupyter.doctor.finding import NOTE, Finding

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

SETTING = re.compile(r"""(?m)^[^#\n]*[."'](base_url|port|password|hashed_password|certfile|token)["']?\s*[:=]""")
"""A line of Jupyter's settings that decides where JupyterLab answers, and to whom."""
HOST = "127.0.0.1"
PORT = 8888
"""The port that JupyterLab takes where none is asked for."""


def settings(folders: Iterable[Path]) -> Iterator[Finding]:
    """Yield a finding on each file of Jupyter's own settings that decides where JupyterLab answers, and to whom."""
    for file in (file for folder in folders for file in sorted(folder.glob("jupyter*_config*"))):
        if file.suffix not in {".py", ".json"}:
            continue
        try:
            set_here = sorted(set(SETTING.findall(file.read_text(encoding="utf-8"))))
        except (OSError, UnicodeDecodeError) as error:
            sentence = f"{file} cannot be read ({type(error).__name__}). JupyterLab may not start."
            yield Finding(NOTE, sentence, "Save it as UTF-8, or give it another name.")
            continue
        if set_here:
            sentence = f"{file} sets {', '.join(set_here)}. course lab goes along with it."
            yield Finding(NOTE, sentence, f"To open the course without: give {file.name} another name.")


def port_taken(port: int) -> Iterator[Finding]:
    """Yield a finding where a port of this computer cannot be had."""
    with socket.socket() as probe:
        if os.name != "nt":  # as JupyterLab does: a port is free again as soon as its program has ended
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError as error:
            why = "is in use" if error.errno == errno.EADDRINUSE else f"cannot be had ({error.strerror})"
            sentence = f"Port {port} {why}, perhaps by a JupyterLab that still runs. course lab takes another one."
            yield Finding(NOTE, sentence, "See what runs: jupyter server list. Stop it: jupyter server stop PORT")
