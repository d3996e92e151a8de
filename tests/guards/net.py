"""No net: what asks for another computer in a test is refused, and the test fails, also where the refusal is caught.

Programs that a test starts, kernels too, get the same by `children/sitecustomize.py`: Python loads it from PYTHONPATH.
"""

from __future__ import annotations

import os
import socket
import sys
from ipaddress import ip_address
from pathlib import Path
from typing import Any

VARIABLE = "COURSE_TEST_NET"
"""The environment variable that names the file in which each refusal is told: all processes of a test write to it."""
MARK = "cut_off_for_tests"
CHILDREN = str(Path(__file__).parent / "children")
LOCAL = {"", "localhost", "0.0.0.0", "::", "::1"}  # noqa: S104 - nothing is bound to it here


class CutOffError(OSError):
    """Another computer was asked for."""


def is_here(host: Any) -> bool:
    """Return whether a host is this computer."""
    name = host.decode() if isinstance(host, bytes) else str(host or "")
    if name in LOCAL or name in {socket.gethostname(), os.environ.get("HOSTNAME", "localhost")}:
        return True
    try:
        return ip_address(name.partition("%")[0]).is_loopback
    except ValueError:
        return False


def told() -> str:
    """Return what was refused so far, a line each."""
    file = Path(os.environ.get(VARIABLE, os.devnull))
    return file.read_text(encoding="utf-8") if file.is_file() else ""


def refuse(host: Any, what: str) -> None:
    """Refuse a host that is another computer, and tell it in the file."""
    if not is_here(host):
        said = f"{Path(sys.argv[0]).name or 'python'} {what} {host}"
        with Path(os.environ.get(VARIABLE, os.devnull)).open("a", encoding="utf-8") as file:
            file.write(f"{said}\n")
        message = f"No net in tests: {said}"
        raise CutOffError(message)


def _guard(event: str, args: tuple[Any, ...]) -> None:
    if event == "socket.getaddrinfo":
        refuse(args[0], "looks up")
    elif event in {"socket.connect", "socket.sendto"}:
        its, address = args
        if its.family in {socket.AF_INET, socket.AF_INET6}:
            refuse(address[0], "connects to")
    elif event in {"socket.gethostbyname", "socket.gethostbyaddr"}:
        refuse(args[0], "looks up")


def cut() -> None:
    """Cut this process off from the net, once and for all."""
    if not hasattr(sys, MARK):
        setattr(sys, MARK, True)
        sys.addaudithook(_guard)


def cut_children(file: Path) -> None:
    """Cut off what this process starts too; each refusal is told in a file."""
    os.environ[VARIABLE] = str(file)
    before = os.environ.get("PYTHONPATH", "")
    if CHILDREN not in before.split(os.pathsep):
        os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, [CHILDREN, before]))
