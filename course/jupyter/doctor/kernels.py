"""The kernel: which Python the notebooks run in, and whether it has the course."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from jupyter_core.paths import jupyter_path, prefer_environment_over_user

from course.jupyter.doctor.finding import MEND, NOTE, Finding
from course.jupyter.doctor.packages import PACKAGE, installed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

NAME = "python3"
SERVERS_OWN = {"python", "python3", f"python{sys.version_info[0]}.{sys.version_info[1]}"}
"""What a kernel may call its Python where it means that of the server, whatever the path says."""
SECONDS_TO_ANSWER = 20
WHAT_IT_HAS = f"""
import json, sys
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
try:
    has = version("{PACKAGE}")
except PackageNotFoundError:
    has = "of no version" if find_spec("course") else ""
print(json.dumps([sys.prefix, has]))
"""


def folders() -> list[Path]:
    """Return the folders in which Jupyter looks for kernels, the first first."""
    ipython = Path(os.environ.get("IPYTHONDIR") or Path.home() / ".ipython")
    return [*map(Path, jupyter_path("kernels")), ipython / "kernels"]


def elsewhere(places: Iterable[Path], ask: Callable[[str], tuple[str, str]] | None, pip: str) -> Iterator[Finding]:
    """Yield a finding where notebooks would run in another Python than this one.

    Parameters
    ----------
    places
        The folders with kernels, the first first.
    ask
        What tells of a Python where it lives and which version of the course it has (or nothing); None asks nobody.
    pip
        How pip is called for this Python.
    """
    spec = first(places)
    if spec is None:
        if not find_spec("ipykernel"):
            sentence = "There is no kernel: ipykernel is missing, so no notebook runs."
            yield Finding(MEND, sentence, f"{pip} install ipykernel")
        return
    try:
        named = str(json.loads((spec / "kernel.json").read_text(encoding="utf-8"))["argv"][0])
    except (OSError, ValueError, LookupError, TypeError) as error:
        yield _finding(MEND, f"The kernel in {spec} cannot be read ({type(error).__name__}): no notebook runs.", spec)
        return
    python = named if named in SERVERS_OWN else shutil.which(named)
    if python is None:
        yield _finding(MEND, f"The kernel in {spec} starts {named}, and there is no such program.", spec)
    elif named not in SERVERS_OWN and not is_this(Path(python)):
        yield from _other(python, spec, ask)


def _other(python: str, spec: Path, ask: Callable[[str], tuple[str, str]] | None) -> Iterator[Finding]:
    says = f"The kernel in {spec} runs notebooks in another Python, {python}"
    if ask is None:
        yield Finding(MEND, f"{says}.", "course doctor says whether it has the course, and what helps.")
        return
    try:
        prefix, has = ask(python)
    except (OSError, ValueError, subprocess.SubprocessError) as error:
        yield _finding(MEND, f"{says}, which does not answer ({type(error).__name__}).", spec)
        return
    here = installed(PACKAGE) or "of no version"
    if Path(prefix) == Path(sys.prefix):
        return
    if not has:
        yield _finding(MEND, f"{says}, which does not have the course.", spec)
    elif has != here:
        yield _finding(MEND, f"{says}, which has the course {has}; here it is {here}.", spec)
    else:
        yield _finding(NOTE, f"{says}, which has the course too ({has}). Its packages can be others.", spec)


def first(places: Iterable[Path]) -> Path | None:
    """Return the folder of the kernel that the course's notebooks ask for, as Jupyter finds it; None where none is."""
    there = (each for place in places if place.is_dir() for each in sorted(place.iterdir()))
    return next((each for each in there if each.name.lower() == NAME and (each / "kernel.json").is_file()), None)


def is_this(python: Path) -> bool:
    """Return whether a program is this Python in this environment: the same program can serve several."""
    own = Path(sys.executable)
    try:
        return python.absolute().parent.samefile(own.parent) and python.samefile(own)
    except OSError:
        return False


def ask_python(python: str) -> tuple[str, str]:
    """Return where a Python lives, and the version of the course that it has.

    Raises
    ------
    OSError, ValueError, subprocess.SubprocessError
        It does not start, does not answer in time, or answers something else.
    """
    done = subprocess.run(  # noqa: S603 - the program is the one that the kernel would start
        [python, "-c", WHAT_IT_HAS], capture_output=True, check=True, timeout=SECONDS_TO_ANSWER, encoding="utf-8"
    )
    prefix, has = json.loads(done.stdout)
    return str(prefix), str(has)


def own() -> Path:
    """Return the folder of the kernel of this environment."""
    return Path(sys.prefix, "share", "jupyter", "kernels", NAME)


def _finding(word: str, sentence: str, spec: Path) -> Finding:
    """Return a finding with what helps: that depends on why this kernel is the first."""
    named = [each for each in os.environ.get("JUPYTER_PATH", "").split(os.pathsep) if each]
    if leads := next((each for each in named if Path(each) in spec.parents), None):
        return Finding(word, sentence, f"Take {leads} out of the variable JUPYTER_PATH.")
    if spec == own() or prefer_environment_over_user():
        return Finding(word, sentence, "Lay the kernel of this Python in its place.", laid_anew)
    return Finding(word, sentence, "Set the variable JUPYTER_PREFER_ENV_PATH to 1, and start the course again.")


def laid_anew() -> str:
    """Lay the kernel of this environment anew; the one that was there is kept beside the kernels.

    Raises
    ------
    OSError, subprocess.SubprocessError
        It cannot be written, or ipykernel is missing.
    """
    kept = ""
    if own().exists():
        ends = ("", *(f"-{number}" for number in range(2, 100)))
        before = own().parent.with_name("kernels-before")
        aside = next(place for end in ends if not (place := before / f"{NAME}{end}").exists())
        shutil.copytree(own(), aside)
        kept = f" The one before is kept in {aside}."
    subprocess.run([sys.executable, "-m", "ipykernel", "install", "--sys-prefix"], capture_output=True, check=True)
    return f"The kernel in {own()} is now that of {sys.executable}.{kept}"
