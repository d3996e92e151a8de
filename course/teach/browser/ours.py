"""The course itself as a wheel for a kernel in a browser: what learners use, and nothing for authors and teachers."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from course import content
from course.questions.hand_in import course_version
from course.teach.browser.packages import table, used

if TYPE_CHECKING:
    from collections.abc import Iterator

NAME = "between_the_lines"
NOT_LEARNERS = ("teach", "cli.py", "__main__.py", "py.typed")
IN_A_BROWSER = {"__init__.py", "errors.py", "kernel.py", "renderers.py", "in_browser.py", "drive.js", "later.json"}
"""What of `course/jupyter` a kernel has a use for."""
LATER = "course/jupyter/later.json"
SETTINGS = {
    "InteractiveShellApp": {"extensions": ["course.jupyter.kernel", "course.jupyter.in_browser"]},
    "Completer": {"use_jedi": False},
}
"""How IPython starts in the kernel."""


def file_name() -> str:
    """Return the name of the wheel."""
    return f"{NAME}-{course_version()}-py3-none-any.whl"


def files() -> dict[str, bytes]:
    """Return the files of the wheel, by their path."""
    found = {path.as_posix(): place.read_bytes() for path, place in _ours()}
    about = f"Metadata-Version: 2.1\nName: between-the-lines\nVersion: {course_version()}\n"
    found[f"{NAME}-{course_version()}.dist-info/METADATA"] = about.encode()
    # Figures ask for the version of plotly; plotly itself is fetched when somebody imports it.
    [plotly] = [item for item in used("later") if item.name == "plotly"]
    data = f"{NAME}-{course_version()}.data/data"
    packages = f"lib/python{table()['pyodide']['python']}/site-packages"
    found[f"{data}/{packages}/plotly-{plotly.version}.dist-info/METADATA"] = (
        f"Metadata-Version: 2.1\nName: plotly\nVersion: {plotly.version}\n".encode()
    )
    found[f"{data}/etc/ipython/ipython_config.json"] = json.dumps(SETTINGS).encode()
    later = {name: item.name for item in used("later") for name in item.imports}
    found[LATER] = json.dumps(later).encode()
    return found


def _ours() -> Iterator[tuple[Path, Path]]:
    """Yield each file of the wheel: its path in it, and where it is."""
    package = Path(content.__file__).parent
    for place in sorted(package.rglob("*")):
        path = place.relative_to(package)
        if place.is_dir() or "__pycache__" in path.parts or path.parts[0] in {*NOT_LEARNERS, "content"}:
            continue
        if path.parts[0] != "jupyter" or path.name in IN_A_BROWSER:
            yield Path("course") / path, place
    root, inside = content.root(), Path("course", "content")
    for place in sorted((root / "data").rglob("*")):
        if place.is_file():
            yield inside / place.relative_to(root), place
    for place in sorted((root / "notebooks" / "exercises").rglob("*")):
        if place.is_file():
            yield inside / place.relative_to(root), place
    for place in content.lesson_files():
        yield inside / place.relative_to(root), place


def solutions() -> dict[str, bytes]:
    """Return the solution notebooks without their outputs: the kernel shows their code alone."""
    inside = "course/content/notebooks/solutions"
    folder = content.notebooks_folder() / "solutions"
    return {f"{inside}/{place.name}": _without_outputs(place) for place in sorted(folder.glob("*.ipynb"))}


def _without_outputs(place: Path) -> bytes:
    notebook: dict[str, Any] = json.loads(place.read_text(encoding="utf-8"))
    for cell in notebook["cells"]:
        if "outputs" in cell:
            cell["outputs"] = []
    notebook["metadata"].pop("widgets", None)
    return json.dumps(notebook, ensure_ascii=False).encode()
