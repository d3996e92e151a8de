"""Where a package is missing, the line that helps can be pasted as it is."""

from __future__ import annotations

import sys

from course.teach.needs import needs_teach


def test_what_is_missing_is_named_with_the_line_that_installs_it() -> None:
    said = needs_teach(ModuleNotFoundError("No module named 'jupytext'", name="jupytext")).splitlines()
    assert "(jupytext is missing)" in said[0]
    assert said[1] == f'{sys.executable} -m pip install -c requirements-dev.txt -e ".[teach]"'
