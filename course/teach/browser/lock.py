"""The list of packages that Pyodide reads: which file has which, what it imports, and what it rests on."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

NAME = "pyodide-lock.json"


def key(name: str) -> str:
    """Return a package's name as Pyodide looks for it."""
    return re.sub(r"[-_.]+", "-", name).lower()


@dataclass(frozen=True)
class Package:
    """One package that the kernel can load.

    Attributes
    ----------
    file
        Its wheel, beside the list.
    imports
        The names under which it is imported; a cell that imports one of them has it loaded.
    depends
        The packages that are loaded with it.
    """

    name: str
    version: str
    file: Path
    imports: tuple[str, ...] = ()
    depends: tuple[str, ...] = ()

    def as_data(self) -> dict[str, Any]:
        """Return it as the list has it."""
        return {
            "name": self.name,
            "version": self.version,
            "file_name": self.file.name,
            "install_dir": "site",
            "sha256": sha256(self.file.read_bytes()).hexdigest(),
            "package_type": "package",
            "imports": list(self.imports),
            "depends": [key(name) for name in self.depends],
            "unvendored_tests": False,
        }


def text(info: dict[str, Any], packages: Iterable[Package]) -> str:
    """Return the list as JSON.

    Parameters
    ----------
    info
        What the release's own list says of Python and its platform.
    packages
        Those that the site has; one that rests on a package that is not there raises.

    Raises
    ------
    ValueError
        A package depends on one that the site does not have.
    """
    every = {key(package.name): package.as_data() for package in packages}
    for package in every.values():
        if lacking := set(package["depends"]) - set(every):
            message = f"{package['name']} depends on {', '.join(sorted(lacking))}, which the site does not have."
            raise ValueError(message)
    return json.dumps({"info": info, "packages": every}, separators=(",", ":"), sort_keys=True)
