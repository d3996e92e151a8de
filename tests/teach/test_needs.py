"""Where a package is missing, the line that helps can be pasted as it is."""

from __future__ import annotations

import sys
from pathlib import PurePosixPath, PureWindowsPath
from typing import TYPE_CHECKING

import pytest

from course.teach.needs import needs_teach, pip

if TYPE_CHECKING:
    from pathlib import PurePath


def test_what_is_missing_is_named_with_the_line_that_installs_it() -> None:
    said = needs_teach(ModuleNotFoundError("No module named 'jupytext'", name="jupytext")).splitlines()
    assert "(jupytext is missing)" in said[0]
    assert said[1] == f'{sys.executable} -m pip install -c binder/requirements.txt -e ".[teach]"'


@pytest.mark.parametrize(
    ("python", "prefix", "windows", "called"),
    [
        ("/c/.venv/bin/python", PurePosixPath("/c/.venv"), False, "/c/.venv/bin/python -m pip"),
        ("/my c/bin/python", PurePosixPath("/my c"), False, "'/my c/bin/python' -m pip"),
        ("", PureWindowsPath(r"C:\Users\Zoë M\.venv"), True, 'py -m pip --python "C:/Users/Zoë M/.venv"'),
    ],
)
def test_pip_is_called_in_words_that_every_shell_takes(
    python: str, prefix: PurePath, *, windows: bool, called: str
) -> None:
    assert pip(python, prefix, windows=windows) == called
    if windows:
        assert not {"'", "\\", "&"} & set(called), "cmd knows no single quotes, bash no backslash"
        assert "/" not in called.partition(" ")[0]
