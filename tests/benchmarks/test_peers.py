"""A peer is found where it is said to be; one that is missing says how it is had."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.benchmarks import peers
from tests.benchmarks.row import NotHereError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

each = pytest.mark.parametrize(
    ("find", "variable", "name"),
    [(peers.otter, "COURSE_OTTER", "otter-grader"), (peers.nbgrader, "COURSE_NBGRADER", "nbgrader")],
)


@each
def test_a_peer_is_found(
    find: Callable[[], Path], variable: str, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(variable, str(tmp_path))
    assert find() == tmp_path, name


@each
def test_a_missing_peer_says_how_it_is_had(
    find: Callable[[], Path], variable: str, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(variable, str(tmp_path / "nowhere"))
    with pytest.raises(NotHereError, match=f"{name} is not here: make bench installs it, and {variable} names"):
        find()
