"""The site: JupyterLite's pages, a Python for the browser, the course, and a page of its own with all lessons."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import tomllib
import zipfile
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from course import content
from course.jupyter.editions import marked
from course.teach.browser import extensions, front, lock, ours, plotly, slim
from course.teach.browser.packages import Item, NotToBeHadError, cache_folder, fetch, table, used
from course.teach.browser.worker import settle

if TYPE_CHECKING:
    from collections.abc import Iterator

HERE = Path(__file__).parent
APPS = ("lab", "notebooks", "tree")
KERNEL = "@jupyterlite/pyodide-kernel-extension:kernel"
IN_KERNEL = "share/jupyter/labextensions/@jupyterlite/pyodide-kernel-extension/static/pypi/"
PYODIDE = Path("static", "pyodide")
STORE = "between-the-lines"
"""What the browser's own store of a learner's files is called."""
LOOKS = {"@jupyterlab/apputils-extension:themes": {"adaptive-theme": True}}
"""The page is light or dark as the learner's computer is: nobody has set it up before."""


class NotEmptyError(OSError):
    """The folder holds something that is no site of ours; nothing was written."""


def build(out: Path, pyodide: str) -> Iterator[str]:
    """Make the site in a folder; yield a line on each step.

    Parameters
    ----------
    out
        The folder: a new or an empty one, or one with a site of before, which is made anew.
    pyodide
        A folder with the files of Pyodide's release, or the release's number.

    Raises
    ------
    NotEmptyError
        The folder holds something else.
    NotToBeHadError
        A file cannot be had, or JupyterLite could not make its pages.
    """
    if out.exists() and any(out.iterdir()) and not (out / "service-worker.js").is_file():
        message = f"{out} holds other files. Name an empty folder, or one that is not there yet."
        raise NotEmptyError(message)
    found = fetch(pyodide)
    if slim.fitting_python() is None:
        yield slim.needs_python()
    with tempfile.TemporaryDirectory(prefix="course-site-") as scratch:
        made = Path(scratch, "made")
        _pages(found, Path(scratch), made)
        yield "JupyterLite's pages are there."
        names = _kernel(found, made / PYODIDE)
        yield f"The kernel has {len(names)} packages."
        _configure(made, names)
        extensions.lay(made)
        front.write(made)
        settle(made, plotly.beside(found, made))
        if out.exists():
            shutil.rmtree(out)
        shutil.copytree(made, out)
    yield f"The site is in {out}."


def _pages(found: dict[str, Path], scratch: Path, made: Path) -> None:
    """Let JupyterLite make its pages, with the extensions that they load and the lessons."""
    tools, lite = scratch / "tools", scratch / "lite"
    for item in used("tool"):
        slim.unpack(found[item.file], tools)
    lite.mkdir()
    lay_lessons(lite / "files")
    extensions = [item for item in used("page", "tool", "start") if _is_extension(found[item.file])]
    config = {
        "LiteBuildConfig": {
            "apps": list(APPS),
            "contents": [str(lite / "files")],
            "federated_extensions": [str(found[item.file]) for item in extensions],
            "ignore_sys_prefix": True,
            "lite_dir": str(lite),
            "no_sourcemaps": True,
            "no_unused_shared_packages": True,
            "output_dir": str(made),
        }
    }
    (lite / "jupyter_lite_config.json").write_text(json.dumps(config), encoding="utf-8")
    settings = Path(ours.__file__).parents[2] / "jupyter" / "overrides.json"
    overrides = json.loads(settings.read_text(encoding="utf-8")) | LOOKS
    (lite / "overrides.json").write_text(json.dumps(overrides), encoding="utf-8")
    command = [sys.executable, "-m", "jupyterlite_core", "build"]
    environment = {**os.environ, "PYTHONPATH": str(tools), "JUPYTER_NO_CONFIG": "1"}
    done = subprocess.run(
        command, cwd=lite, env=environment, capture_output=True, text=True, encoding="utf-8", check=False
    )
    if done.returncode:
        message = f"JupyterLite could not make its pages:\n{done.stdout[-2000:]}\n{done.stderr[-2000:]}"
        raise NotToBeHadError(message)


def _is_extension(wheel: Path) -> bool:
    """Return whether a wheel has an extension of JupyterLab."""
    with zipfile.ZipFile(wheel) as packed:
        return any(
            "share/jupyter/labextensions/" in name and name.endswith("package.json") for name in packed.namelist()
        )


def lay_lessons(folder: Path) -> None:
    """Lay the lessons into a folder, each with the mark of its edition."""
    folder.mkdir(parents=True, exist_ok=True)
    for place in content.lesson_files():
        notebook = marked(place)
        notebook["metadata"]["kernelspec"] = {"display_name": "Python", "language": "python", "name": "python"}
        (folder / place.name).write_text(json.dumps(notebook, ensure_ascii=False, indent=1), encoding="utf-8")


def _kernel(found: dict[str, Path], folder: Path) -> list[str]:
    """Lay Python and its packages into the site; return the names of those that a kernel begins with."""
    folder.mkdir(parents=True)
    for item in used("core"):
        if item.file.endswith(".zip"):
            _slimmed(item, found[item.file], folder)
        else:
            shutil.copyfile(found[item.file], folder / item.file)
    packages = []
    for item in used("start", "later"):
        _slimmed(item, found[item.file], folder)
        packages.append(lock.Package(item.name, item.version, folder / item.file, item.imports, item.depends))
    extra = [*_kernels_own(found, folder), *_stand_ins(folder), _course(folder)]
    text = lock.text(table()["pyodide"]["info"], [*packages, *extra])
    (folder / lock.NAME).write_text(text, encoding="utf-8")
    return [*(item.name for item in used("start")), *(package.name for package in extra)]


def _slimmed(item: Item, wheel: Path, folder: Path) -> None:
    """Lay the slim copy of a wheel into a folder; it is kept for the next site."""
    more = stand_ins().get(item.name, {})
    way = json.dumps([item.sha256, item.leave, slim.NOT_LOADED, more, slim.fitting_python() is None, slim.EDITION])
    kept = cache_folder() / "slim" / f"{sha256(way.encode()).hexdigest()[:16]}-{item.file}"
    if not kept.is_file():
        kept.parent.mkdir(parents=True, exist_ok=True)
        new = kept.with_suffix(f".{os.getpid()}")
        slim.slim(wheel, new, item.leave, more)
        new.replace(kept)
    shutil.copyfile(kept, folder / item.file)


def stand_ins() -> dict[str, Any]:
    """Return what `stand_ins.toml` says."""
    return tomllib.loads((HERE / "stand_ins.toml").read_text(encoding="utf-8"))


def _stand_ins(folder: Path) -> Iterator[lock.Package]:
    for each in stand_ins()["package"]:
        name, version = each["name"], each["version"]
        place = folder / f"{name}-{version}-py3-none-any.whl"
        about = f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\nSummary: {each['why']}\n"
        files = {**each["files"], f"{name}-{version}.dist-info/METADATA": about}
        slim.pack({path: text.encode() for path, text in files.items()}, place)
        yield lock.Package(name, version, place, tuple(each["imports"]))


def _kernels_own(found: dict[str, Path], folder: Path) -> Iterator[lock.Package]:
    """Lay the kernel's own two packages, which its extension brings along, into a folder."""
    [item] = [item for item in used("tool") if item.name == "jupyterlite_pyodide_kernel"]
    with zipfile.ZipFile(found[item.file]) as packed:
        for name in packed.namelist():
            file = name.rpartition("/")[2]
            package = file.split("-")[0]
            if IN_KERNEL in name and package in {"ipykernel", "pyodide_kernel"}:
                (folder / file).write_bytes(packed.read(name))
                slim.slim(folder / file, folder / f"{file}.new")
                (folder / f"{file}.new").replace(folder / file)
                yield lock.Package(package, file.split("-")[1], folder / file, (package,))


def _course(folder: Path) -> lock.Package:
    place = folder / ours.file_name()
    slim.pack(ours.files() | ours.solutions(), place)
    depends = ("anywidget", "ipython", "ipywidgets", "pandas")
    return lock.Package(ours.NAME, place.name.split("-")[1], place, ("course",), depends)


def _configure(made: Path, names: list[str]) -> None:
    """Tell JupyterLite where its Python is, and every page to look after a learner's copies first."""
    place = made / "jupyter-lite.json"
    whole = json.loads(place.read_text(encoding="utf-8"))
    config = whole["jupyter-config-data"]
    config |= {"appName": "Between the Lines", "contentsStorageName": STORE, "settingsStorageName": f"{STORE}-settings"}
    config["federated_extensions"] += extensions.EXTENSIONS
    config.setdefault("litePluginSettings", {})[KERNEL] = {
        "pyodideUrl": f"./{(PYODIDE / 'pyodide.js').as_posix()}",
        "disablePyPIFallback": True,
        "pipliteUrls": [],
        "loadPyodideOptions": {"lockFileURL": f"./{(PYODIDE / lock.NAME).as_posix()}", "packages": names},
    }
    place.write_text(json.dumps(whole, indent=1), encoding="utf-8")
    shutil.rmtree(
        made / "extensions" / "@jupyterlite" / "pyodide-kernel-extension" / "static" / "pypi", ignore_errors=True
    )
