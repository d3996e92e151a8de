"""Wheels that carry only what a kernel in a browser loads: compiled modules, no tests, no types, no sources of C."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from fnmatch import fnmatch
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from course.teach.browser.packages import NotToBeHadError, table

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

LEVEL = 9
EDITION = 1
"""Is raised where a slim copy comes out otherwise than before: the old ones are then made anew."""
STANDS_STILL = (1980, 1, 1, 0, 0, 0)
"""The time that every file in a wheel has: the same content is the same file, and the browser keeps its copy."""
NOT_LOADED = (
    *("*/tests/*", "*/test/*", "*.pyi", "*.pxd", "*.pyx", "*.h", "*.c", "*.a", "*/py.typed", "*.md", "*.rst"),
    *("*.data/scripts/*", "*.data/data/share/*", "*.data/data/etc/jupyter/*", "*.data/headers/*", "*.js.map"),
    *("*.dist-info/RECORD", "*.dist-info/entry_points.txt", "*.dist-info/WHEEL.json"),
)
"""What no kernel in a browser reads."""
COMPILE = (
    "import compileall, sys; "
    "sys.exit(not compileall.compile_dir(sys.argv[1], quiet=2, legacy=True, force=True, workers=1, "
    "stripdir=sys.argv[1], invalidation_mode=__import__('py_compile').PycInvalidationMode.UNCHECKED_HASH))"
)


def slim(wheel: Path, target: Path, leave: Sequence[str] = (), more: Mapping[str, str] | None = None) -> None:
    """Write a copy of a wheel, or of a zip of modules, that has only what a kernel loads.

    Parameters
    ----------
    wheel, target
        The wheel, and where its copy goes.
    leave
        Patterns of paths that the copy is without.
    more
        Files that the copy has in place of the wheel's, by their path.
    """
    with zipfile.ZipFile(wheel) as packed:
        kept = [name for name in packed.namelist() if is_kept(name, leave)]
        files = {name: packed.read(name) for name in kept}
    files |= {name: text.encode() for name, text in (more or {}).items()}
    pack(files, target)


def is_kept(name: str, leave: Iterable[str] = ()) -> bool:
    """Return whether a file of a wheel is one that a kernel loads."""
    return not name.endswith("/") and not any(fnmatch(name, pattern) for pattern in (*NOT_LOADED, *leave))


def pack(files: Mapping[str, bytes], target: Path) -> None:
    """Write files as a wheel, its modules compiled where a Python of the kernel's version is on this computer."""
    files = compiled(files)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=LEVEL) as packed:
        for name in sorted(files):
            about = zipfile.ZipInfo(name, STANDS_STILL)
            about.compress_type = zipfile.ZIP_DEFLATED
            about.external_attr = 0o644 << 16
            packed.writestr(about, files[name])


def compiled(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return files with each module compiled; as they are where no fitting Python can be found.

    A module whose source cannot be compiled, such as a template, stays a text.
    """
    python = fitting_python()
    if python is None:
        return dict(files)
    with tempfile.TemporaryDirectory() as scratch:
        for name, content in files.items():
            if name.endswith(".py"):
                place = Path(scratch, name)
                place.parent.mkdir(parents=True, exist_ok=True)
                place.write_bytes(content)
        # The exit code tells of modules that could not be compiled: these stay as they are.
        subprocess.run([python, "-I", "-c", COMPILE, scratch], capture_output=True, check=False)
        made = {}
        for name, content in files.items():
            place = Path(scratch, f"{name}c")
            is_there = name.endswith(".py") and place.is_file()
            made[f"{name}c" if is_there else name] = place.read_bytes() if is_there else content
    return made


@cache
def fitting_python() -> str | None:
    """Return a Python on this computer whose compiled modules the kernel can load, or None."""
    wanted = str(table()["pyodide"]["python"])
    if f"{sys.version_info.major}.{sys.version_info.minor}" == wanted:
        return sys.executable
    name = f"python{wanted}"
    uv = _said_by("uv", "python", "find", "--no-project", wanted)
    pyenv = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv")) / "versions"
    others = sorted(str(each / "bin" / "python") for each in pyenv.glob(f"{wanted}.*"))
    for candidate in filter(None, [shutil.which(name), uv, *others]):
        if re.match(rf"Python {re.escape(wanted)}\.", _said_by(candidate, "--version")):
            return candidate
    return None


def _said_by(*command: str) -> str:
    try:
        done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False, timeout=30)
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.strip() if not done.returncode else ""


def needs_python() -> str:
    """Return the sentence that is said where modules cannot be compiled."""
    wanted = table()["pyodide"]["python"]
    return (
        f"There is no Python {wanted} on this computer: the modules are not compiled, and a lesson starts more slowly."
    )


def unpack(wheel: Path, folder: Path, part: str = "") -> None:
    """Unpack what a wheel has below a path; refuse a path that leads out of the folder."""
    with zipfile.ZipFile(wheel) as packed:
        for name in packed.namelist():
            if name.startswith(part) and not name.endswith("/"):
                place = (folder / name.removeprefix(part)).resolve()
                if folder.resolve() not in place.parents:
                    message = f"{wheel.name} has a path that leads out of it: {name}"
                    raise NotToBeHadError(message)
                place.parent.mkdir(parents=True, exist_ok=True)
                place.write_bytes(packed.read(name))
