"""What a kernel of the course does in a browser: it fetches a package when it is first imported, and warms up.

It is loaded as an extension of IPython, by the settings that the site's wheel of the course brings along.
"""

from __future__ import annotations

import asyncio
import json
import os
import sys
import zipfile
from importlib import import_module, invalidate_caches
from importlib.abc import MetaPathFinder
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from course.files import DRIVE, IN_A_BROWSER

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from importlib.machinery import ModuleSpec
    from types import ModuleType

    from IPython.core.interactiveshell import InteractiveShell

LATER = Path(__file__).parent / "later.json"
"""Which package has a module, for those that are fetched when they are first imported."""
LOOK = Path(__file__).parent / "drive.js"
FIRST = ("pandas", "course.loading", "course.figures.explorer", "course.questions.ask", "course.questions.opening")
"""What every lesson imports, slowest first."""


def load_ipython_extension(shell: InteractiveShell) -> None:
    """Let packages come when they are imported, and import what every lesson needs as soon as nothing else is to do."""
    if not IN_A_BROWSER:
        return
    shell.Completer.use_jedi = False
    os.environ.setdefault("PLOTLY_RENDERER", "plotly_mimetype")
    sys.meta_path.append(Later(json.loads(LATER.read_text(encoding="utf-8")), fetched))
    look_each_time()
    asyncio.get_event_loop().call_soon(warm_up)


def look_each_time() -> None:
    """Let the kernel see which files of the drive are there now, whoever has changed them."""
    patch: Any = import_module("pyodide.code").run_js(LOOK.read_text(encoding="utf-8"))
    patch(import_module("pyodide_js").FS, str(DRIVE))


def warm_up(names: Sequence[str] = FIRST) -> None:
    """Import the first of some modules that is not there yet, and then the next, with room for a cell in between."""
    left = [name for name in names if name not in sys.modules]
    if left:
        import_module(left[0])
        asyncio.get_event_loop().call_later(0.05, warm_up, left[1:])


class Later(MetaPathFinder):
    """Fetches a package when one of its modules is imported; it is asked last, after all that is there.

    Parameters
    ----------
    packages
        The package that has a module, by the module's name.
    fetch
        Returns the wheel of a package.
    """

    def __init__(self, packages: dict[str, str], fetch: Callable[[str], bytes]) -> None:
        """Know which packages there are."""
        self._packages = packages
        self._fetch = fetch

    def find_spec(
        self, fullname: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Return where a module is, once its package is there; nothing for one that the site does not have."""
        package = self._packages.pop(fullname, None)
        if package is None:
            return None
        zipfile.ZipFile(BytesIO(self._fetch(package))).extractall(Path(__file__).parents[2])
        invalidate_caches()
        for finder in sys.meta_path:
            if finder is not self and (spec := finder.find_spec(fullname, path, target)):
                return spec
        return None


def fetched(package: str) -> bytes:
    """Return the wheel of a package of this site; the kernel waits for it, as it would for a disk."""
    api: Any = import_module("pyodide_js")._api  # noqa: SLF001 - Pyodide has no public word for it
    file = getattr(api.lockfile_packages, package.replace("_", "-")).file_name
    request: Any = import_module("js").XMLHttpRequest.new()
    request.open("GET", f"{api.config.indexURL}{file}", False)  # noqa: FBT003 - the browser's own function
    request.responseType = "arraybuffer"
    request.send()
    return bytes(request.response.to_bytes())
