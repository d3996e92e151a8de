"""The card tells what ran, also where a system tells less of itself."""

from __future__ import annotations

import os
import platform
from pathlib import Path
from typing import TYPE_CHECKING

from tests.benchmarks import card

if TYPE_CHECKING:
    import pytest


def test_the_card_tells_the_computer_the_load_and_the_versions() -> None:
    told = card.card()
    assert told["Python"] == platform.python_version()
    assert f"{os.cpu_count()} cores" in told["computer"]
    assert {"load at the start", "plotly", "pandas", "state of the course"} <= told.keys()
    assert all(told.values())


def test_a_system_without_the_files_of_linux_is_told_too(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> str:
        raise FileNotFoundError

    monkeypatch.setattr(Path, "read_text", fail)
    monkeypatch.delattr(os, "getloadavg", raising=False)
    monkeypatch.delattr(os, "sysconf", raising=False)
    assert card.processor()
    assert card.load() == "not told"
    assert card.memory() == "memory not told"
