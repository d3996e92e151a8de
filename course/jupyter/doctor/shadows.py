"""Files beside the notebooks that Python would take for a package of the course."""

from __future__ import annotations

from functools import partial
from importlib.machinery import PathFinder
from pathlib import Path
from typing import TYPE_CHECKING

from course.jupyter.doctor.finding import MEND, Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

NEEDED = ("course", "anywidget", "ipywidgets", "krippendorff", "numpy", "pandas", "plotly")
"""The names that a notebook imports, itself or by the course."""


def shadows(folder: Path) -> Iterator[Finding]:
    """Yield a finding on each file in the way, in the folder of the course or beside its notebooks.

    A single file of text is mended by another name, of which it is told before and after; a folder never is.
    """
    package = Path(__file__).parents[2]
    for place in (folder, folder / "notebooks"):
        for name in NEEDED:
            spec = PathFinder.find_spec(name, [str(place)])
            if spec is None or spec.origin is None:  # a folder without __init__.py gives way to a package
                continue
            found = Path(spec.origin)
            shown = found.parent if found.name == "__init__.py" else found
            if shown.samefile(package):
                continue
            sentence = f"{shown} stands in the way: in a notebook, Python takes it for the package {name!r}."
            if shown.suffix != ".py" or shown.is_symlink():
                yield Finding(MEND, sentence, "Give it another name.")
                continue
            new = _free(shown)
            yield Finding(MEND, sentence, f"Give it another name: {new.name}.", partial(renamed, shown))


def renamed(old: Path) -> str:
    """Give a file a name that Python takes for no package; return what was done."""
    new = _free(old)
    old.rename(new)
    return f"{old} has a new name, {new.name}. Nothing in it has changed."


def _free(old: Path) -> Path:
    """Return the new name of a file: one that nothing has yet, and that no import can mean."""
    ends = ("", *(f"-{number}" for number in range(2, 100)))
    return next(new for end in ends if not (new := old.with_name(f"{old.stem}-yours{end}.py")).exists())
