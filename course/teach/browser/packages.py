"""The files that the site is made of: named with their sha256 in `packages.toml`, and fetched from where they are."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import tomllib
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.request import urlopen

TABLE = Path(__file__).parent / "packages.toml"
SECONDS = 120
"""How long one file of Pyodide's release is waited for."""


class NotToBeHadError(RuntimeError):
    """A file of the site cannot be had, or is another one; the message says which and what helps."""


@dataclass(frozen=True)
class Item:
    """One file that the site is made of, as `packages.toml` describes its columns."""

    name: str
    file: str
    sha256: str
    source: str
    use: str
    imports: tuple[str, ...] = ()
    depends: tuple[str, ...] = ()
    leave: tuple[str, ...] = ()

    @property
    def version(self) -> str:
        """Return the version that a wheel's name bears."""
        return self.file.split("-")[1] if self.file.endswith(".whl") else release()

    @property
    def requirement(self) -> str:
        """Return the wheel as pip takes it, with its sha256."""
        return f"{self.name}=={self.version} --hash=sha256:{self.sha256}"


@cache
def table() -> dict[str, Any]:
    """Return what `packages.toml` says."""
    return tomllib.loads(TABLE.read_text(encoding="utf-8"))


@cache
def items() -> tuple[Item, ...]:
    """Return all files of the site, in the order of the table."""
    rows = []
    for row in table()["file"]:
        lists = {key: tuple(row.get(key, ())) for key in ("imports", "depends", "leave")}
        rows.append(Item(row["name"], row["file"], row["sha256"], row["from"], row["use"], **lists))
    return tuple(rows)


def used(*uses: str) -> list[Item]:
    """Return the files of some uses."""
    return [item for item in items() if item.use in uses]


def release() -> str:
    """Return the release of Pyodide whose files the table names."""
    return str(table()["pyodide"]["release"])


def cache_folder() -> Path:
    """Return where fetched files are kept for the next time: as other programs of this user do."""
    named = os.environ.get("COURSE_CACHE")
    if named:
        return Path(named)
    home = os.environ.get("LOCALAPPDATA") if os.name == "nt" else os.environ.get("XDG_CACHE_HOME")
    return (Path(home) if home else Path.home() / ".cache") / "between-the-lines"


def fetch(pyodide: str, folder: Path | None = None) -> dict[str, Path]:
    """Return where each file of the site is, by its name; fetch what is not there yet.

    Parameters
    ----------
    pyodide
        A folder with the files of Pyodide's release, or the number of the release, which is then fetched.
    folder
        Where fetched files are kept.

    Raises
    ------
    NotToBeHadError
        A file cannot be had, or its sha256 is another one.
    """
    folder = folder or cache_folder() / "files"
    folder.mkdir(parents=True, exist_ok=True)
    ours = Path(pyodide)
    if not ours.is_dir() and pyodide != release():
        message = (
            f"There is no folder {pyodide}, and the versions of the site fit Pyodide {release()} alone. "
            f"Give --pyodide {release()}, or a folder with the files of that release."
        )
        raise NotToBeHadError(message)
    found: dict[str, Path] = {}
    for item in items():
        if item.source == "pyodide":
            place = ours / item.file if ours.is_dir() else _from_release(item, folder)
            found[item.file] = _sound(item, place)
    wheels = [item for item in items() if item.source == "index"]
    found |= {item.file: folder / item.file for item in wheels}
    if wanted := [item for item in wheels if not _is(item, folder / item.file)]:
        _from_index(wanted, folder)
    return {name: _sound(_item(name), place) for name, place in found.items()}


def missing(pyodide: str, folder: Path | None = None) -> list[str]:
    """Return the files of the site that are neither in a folder with Pyodide's release nor kept from before."""
    kept, ours = folder or cache_folder() / "files", Path(pyodide)
    places = {item: (ours if item.source == "pyodide" and ours.is_dir() else kept) / item.file for item in items()}
    return [item.file for item, place in places.items() if not _is(item, place)]


def _item(file: str) -> Item:
    return next(item for item in items() if item.file == file)


def _is(item: Item, place: Path) -> bool:
    return place.is_file() and sha256(place.read_bytes()).hexdigest() == item.sha256


def _sound(item: Item, place: Path) -> Path:
    """Return where a file is, once it is seen that it is the one that is meant."""
    if not place.is_file():
        message = f"{item.file} is missing from {place.parent}. It is a file of Pyodide {release()}."
        raise NotToBeHadError(message)
    if not _is(item, place):
        message = f"{place} is not the file that is meant: its sha256 is not {item.sha256}. Delete it, or get it anew."
        raise NotToBeHadError(message)
    return place


def _from_release(item: Item, folder: Path) -> Path:
    """Fetch one file of Pyodide's release, unless it is there."""
    place = folder / item.file
    if _is(item, place):
        return place
    address = str(table()["pyodide"]["address"]).format(release=release(), file=item.file)
    try:
        with urlopen(address, timeout=SECONDS) as answer:  # noqa: S310 - the address stands in the table
            content = answer.read()
    except (URLError, OSError) as error:
        message = (
            f"{item.file} could not be fetched from {address} ({error}). "
            "With the files of the release in a folder, give --pyodide and the folder."
        )
        raise NotToBeHadError(message) from None
    place.write_bytes(content)
    return place


def _from_index(wanted: list[Item], folder: Path) -> None:
    """Let pip fetch some wheels, each by its sha256; it knows the index, the proxy and the certificates."""
    # A wheel for Pyodide's platform is no wheel for this computer: pip is told which to take.
    for platform in sorted({item.file.removesuffix(".whl").rpartition("-")[2] for item in wanted}):
        some = [item for item in wanted if item.file.endswith(f"-{platform}.whl")]
        abi = some[0].file.split("-")[-2]
        with tempfile.TemporaryDirectory() as scratch:
            asked = Path(scratch) / "wheels.txt"
            asked.write_text("\n".join(item.requirement for item in some), encoding="utf-8")
            command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--require-hashes"]
            command += ["--only-binary", ":all:", "--platform", platform, "--abi", abi]
            command += ["--implementation", "py" if abi == "none" else "cp"]
            command += ["--python-version", str(table()["pyodide"]["python"])]
            command += ["--dest", scratch, "--requirement", str(asked)]
            done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
            if done.returncode:
                message = f"pip could not fetch {', '.join(item.file for item in some)}:\n{done.stderr.strip()}"
                raise NotToBeHadError(message)
            for item in some:
                shutil.move(Path(scratch) / item.file, folder / item.file)


if __name__ == "__main__":
    # What `make test` calls, since tests are cut off from the net.
    try:
        fetch(os.environ.get("COURSE_PYODIDE") or release())
    except NotToBeHadError as error:
        sys.exit(f"The tests of the site for a browser alone will be left out. {error}")
