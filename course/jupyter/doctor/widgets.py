"""What JupyterLab draws questions and explorers with: whether it has it, and whether it is turned on."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from course.jupyter.doctor.finding import MEND, NOTE, Finding
from course.jupyter.doctor.packages import installed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

MANAGER = "@jupyter-widgets/jupyterlab-manager"
EXTENSIONS = {MANAGER: "jupyterlab_widgets", "anywidget": "anywidget"}
"""The extensions of JupyterLab and Notebook 7, and the package that each comes with."""
DISABLED = "disabledExtensions"
BLANK = "questions and explorers stay blank."
CLASSIC = Path("jupyter-js-widgets", "extension.js")
"""What Notebook 6 and nbclassic draw widgets with, in one of their folders."""


def lacking(places: Sequence[Path], settings: Sequence[Path], pip: str) -> Iterator[Finding]:
    """Yield a finding on each extension that is missing, is another one than this environment's, or is turned off.

    Parameters
    ----------
    places
        The folders with extensions, the first first.
    settings
        The folders with Jupyter's settings, the first first.
    pip
        How pip is called for this Python.
    """
    off = turned_off(settings)
    for name, package in EXTENSIONS.items():
        there = next((place / name for place in places if (place / name / "package.json").is_file()), None)
        again = f"{pip} install --force-reinstall --no-deps {package}"
        own = Path(sys.prefix, "share", "jupyter", "labextensions", name)
        if there is None:
            yield Finding(MEND, f"JupyterLab does not have {name}: {BLANK}", again)
        elif (found := version_in(there)) != (wanted := version_in(own)) and wanted:
            sentence = f"JupyterLab takes {name} {found} from {there}, and not {wanted}, which is in this environment."
            yield Finding(MEND, sentence, f"Give {there} another name, or set JUPYTER_PREFER_ENV_PATH to 1.")
        for plugin, file in off.items():
            if plugin.partition(":")[0] == name:
                yield _turned_off(plugin, file)


def _turned_off(plugin: str, file: Path) -> Finding:
    sentence = f"{plugin} is turned off in {file}: {BLANK}"
    level = level_of(file)
    if level == "system":
        return Finding(
            MEND, sentence, f"Whoever keeps this computer runs: jupyter labextension enable {plugin} --level=system"
        )
    return Finding(MEND, sentence, "Turn it on again.", lambda: turned_on(plugin, level))


def level_of(file: Path) -> str:
    """Return what Jupyter calls the place of a file of settings: that of the environment, the user or the system."""
    from jupyter_core.paths import jupyter_config_dir  # noqa: PLC0415 - asked only where something is turned off

    if Path(sys.prefix) in file.parents:
        return "sys_prefix"
    return "user" if Path(jupyter_config_dir()) in file.parents else "system"


def version_in(extension: Path) -> str:
    """Return the version of an extension, or nothing where its folder has none."""
    try:
        return str(json.loads((extension / "package.json").read_text(encoding="utf-8"))["version"])
    except (OSError, ValueError, LookupError, TypeError):
        return ""


def turned_off(settings: Iterable[Path]) -> dict[str, Path]:
    """Return the extensions, and plugins of them, that are turned off, each with the file that says so.

    It is read as JupyterLab reads it: what comes first in the path has the last word, and in a folder the file of the
    settings before those of packages.
    """
    said: dict[str, tuple[bool, Path]] = {}
    for folder in reversed([place / "labconfig" for place in settings]):
        for file in (*sorted((folder / "page_config.d").glob("*.json")), folder / "page_config.json"):
            try:
                disabled = json.loads(file.read_text(encoding="utf-8")).get(DISABLED, {})
            except (OSError, ValueError, AttributeError):
                continue
            states = disabled if isinstance(disabled, dict) else dict.fromkeys(disabled, True)
            said |= {name: (bool(off), file) for name, off in states.items()}
    return {name: file for name, (off, file) in said.items() if off}


def turned_on(plugin: str, level: str) -> str:
    """Let Jupyter turn an extension on again where it was turned off; return what was done.

    Raises
    ------
    OSError, subprocess.SubprocessError
        The settings cannot be written.
    """
    subprocess.run(  # noqa: S603 - the command is built here, from names that Jupyter itself has
        [sys.executable, "-m", "jupyterlab.labextensions", "enable", plugin, f"--level={level}"],
        capture_output=True,
        check=True,
    )
    return f"{plugin} is turned on again. Load the page of JupyterLab anew."


def classic(places: Iterable[Path], pip: str) -> Iterator[Finding]:
    """Yield a finding where an older Notebook is here without what it draws widgets with.

    Parameters
    ----------
    places
        The folders with extensions of the older Notebook.
    pip
        How pip is called for this Python.
    """
    old = (installed("notebook") or "").startswith(("4.", "5.", "6."))
    if (old or installed("nbclassic")) and not any((place / CLASSIC).is_file() for place in places):
        sentence = f"The older Notebook has no widgets: in it, {BLANK} In JupyterLab and Notebook 7 they are there."
        yield Finding(NOTE, sentence, f"{pip} install --force-reinstall --no-deps widgetsnbextension")
