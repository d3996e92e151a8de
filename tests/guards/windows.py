"""Windows' rules for files, on Linux too: what the course opens or names may break none of them, in any test.

Windows refuses to replace, rename or delete a file that anybody has open, to rename onto a file that is there, and
some names.
"""

from __future__ import annotations

import builtins
import errno
import io
import os
import re
import sys
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import FrameType

COURSE = str(Path(__file__).parents[2] / "course") + os.sep
OPEN_FILES = Path("/proc/self/fd")
PASSED_THROUGH = {"pathlib", "os", "shutil", "contextlib", "tempfile", "_local", "_abc"}
"""Modules that a call goes through on its way to the system; `_local` and `_abc` are pathlib's own from 3.13 on."""
NO_SIGNS = re.compile(r'[<>:"|?*\x00-\x1f]')
DEVICE = re.compile(r"(?i)(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])( *\..*)?")


def is_name_on_windows(name: str) -> bool:
    """Return whether Windows takes a name for a file, and for the one that is meant."""
    return not (NO_SIGNS.search(name) or DEVICE.fullmatch(name) or name.endswith((".", " ")))


def open_files() -> set[str]:
    """Return the files that this process has open; where the system does not say it, none."""
    found = set()
    for each in OPEN_FILES.iterdir() if OPEN_FILES.is_dir() else ():
        with suppress(OSError):
            found.add(str(each.readlink()))
    return found


@contextmanager
def windows_rules() -> Iterator[None]:
    """Break each of Windows' rules with the error that it would give, where the course is who breaks it."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("replace", "rename", "unlink", "remove", "mkdir"):
            patch.setattr(os, name, _ruled(name, getattr(os, name)))
        opened = _opened(io.open)
        patch.setattr(io, "open", opened)
        patch.setattr(builtins, "open", opened)
        yield


def _ruled(name: str, real: Callable[..., None]) -> Callable[..., None]:
    def ruled(*args: Any, **more: Any) -> None:
        if _is_ours(sys._getframe(1)):
            places = [Path(os.fsdecode(each)) for each in args[:2] if isinstance(each, str | os.PathLike)]
            if name != "mkdir":
                _refuse_open(places)
            if name == "rename" and places[1].exists():
                raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(places[1]))
            if name not in {"unlink", "remove"}:
                _refuse_name(places[-1])
        real(*args, **more)

    return ruled


def _opened(real: Callable[..., Any]) -> Callable[..., Any]:
    def opened(file: Any, mode: str = "r", *args: Any, **more: Any) -> Any:
        if isinstance(file, str | os.PathLike) and set("wxa") & set(mode) and _is_ours(sys._getframe(1)):
            _refuse_name(Path(os.fsdecode(file)))
        return real(file, mode, *args, **more)

    return opened


def _is_ours(frame: FrameType | None) -> bool:
    """Return whether the course is what called, and no test and no package that knows what system it is on."""
    while frame and Path(frame.f_code.co_filename).stem in PASSED_THROUGH:
        frame = frame.f_back
    return bool(frame and frame.f_code.co_filename.startswith(COURSE))


def _refuse_open(places: list[Path]) -> None:
    mine = open_files()
    for place in places:
        whole = os.path.realpath(place)
        if whole in mine or any(each.startswith(whole + os.sep) for each in mine):
            raise PermissionError(errno.EACCES, "The file is open: Windows refuses this", str(place))


def _refuse_name(place: Path) -> None:
    if place != Path(os.devnull) and not is_name_on_windows(place.name):
        raise OSError(errno.EINVAL, "Windows takes no such name", str(place))
