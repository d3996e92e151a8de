"""A folder that is shut to others is found, and the hub is set up with a Python that all can run."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from hub import reach

as_root = pytest.mark.skipif(os.geteuid() != 0, reason="another Python matters to root alone")


@pytest.fixture
def shut(tmp_path: Path) -> Path:
    """A Python in a folder that others cannot enter."""
    folder = tmp_path / "shut"
    (folder / "bin").mkdir(parents=True)
    folder.chmod(0o700)
    (folder / "bin" / "python").touch()
    return folder


def test_the_first_folder_that_is_shut_is_named(shut: Path) -> None:
    with tempfile.TemporaryDirectory() as scratch:
        Path(scratch).chmod(0o755)
        (Path(scratch) / "there").touch()
        assert reach.shut(Path(scratch) / "there") is None
        Path(scratch).chmod(0o700)
        assert reach.shut(Path(scratch) / "there") == Path(scratch)
        Path(scratch).chmod(0o755)
        (Path(scratch) / "python").symlink_to(shut / "bin" / "python")
        assert reach.shut(Path(scratch) / "python") is not None, "where a link leads to is what counts"


@as_root
def test_root_takes_the_computer_s_python_where_its_own_is_shut(shut: Path) -> None:
    with tempfile.TemporaryDirectory() as scratch:
        Path(scratch).chmod(0o755)
        fits, too_old = Path(scratch) / "fits", Path(scratch) / "too-old"
        for place, code in ((fits, 0), (too_old, 1)):
            place.write_text(f"#!/bin/sh\nexit {code}\n", encoding="utf-8")
            place.chmod(0o755)
        own = shut / "bin" / "python"
        assert reach.fitting_python(own, fits) == fits
        assert reach.fitting_python(own, too_old) == own
        assert reach.fitting_python(own, Path(scratch) / "nowhere") == own
        assert reach.fitting_python(fits, too_old) == fits, "one that all can run is kept"


def test_it_needs_nothing_that_is_still_to_be_set_up() -> None:
    done = subprocess.run(
        [sys.executable, "-I", "-S", reach.__file__], capture_output=True, encoding="utf-8", check=True
    )
    assert Path(done.stdout.strip()).is_file()
