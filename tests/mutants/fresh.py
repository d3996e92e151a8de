"""A plugin of pytest for runs with mutants: nothing that the sound code has made is still kept, and nothing is by chance."""

from __future__ import annotations

import gc
import os
from fnmatch import fnmatch
from functools import _lru_cache_wrapper
from typing import TYPE_CHECKING, Any

from hypothesis import settings

if TYPE_CHECKING:
    import pytest

settings.register_profile("mutants", derandomize=True, database=None, deadline=None, max_examples=10)
settings.load_profile("mutants")
MUTATED = "COURSE_MUTATED"
"""The environment variable that has the patterns of the files that are mutated."""
WITH_ALL = "COURSE_MUTANTS_ALL"
"""The environment variable that says that tests of many values run too."""
MUTANT = "MUTANT_UNDER_TEST"
"""The environment variable that names the mutant of this run; none in a run of the sound code."""
FIRST_RUN = "stats"
"""What mutmut calls the run in which it notes which test reaches which function."""
_kept: list[_lru_cache_wrapper[Any]] = []


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what tries many values, but where a mutant has survived all else: it takes most of the time."""
    if not os.environ.get(WITH_ALL):
        slow = [item for item in items if item.get_closest_marker("hypothesis")]
        config.hook.pytest_deselected(items=slow)
        items[:] = [item for item in items if item not in slow]


def pytest_collection_finish() -> None:
    """Forget what was kept: each mutant runs in a fork of a process in which all tests have been run."""
    if not _kept or os.environ.get(MUTANT, "") in {
        "",
        FIRST_RUN,
    }:  # a fork need not look for it again, which takes long
        gc.unfreeze()
        _kept[:] = [each for each in gc.get_objects() if _is_ours(each)]
        gc.freeze()
    for each in _kept:
        each.cache_clear()


def pytest_runtest_setup() -> None:
    """Let each test of the first run reach what it needs: what another one has made would not be made again."""
    if os.environ.get(MUTANT) == FIRST_RUN:
        for each in filter(_is_mutated, _kept):
            each.cache_clear()


def _is_ours(thing: object) -> bool:
    return isinstance(thing, _lru_cache_wrapper) and str(thing.__module__).startswith("course")


def _is_mutated(thing: _lru_cache_wrapper[Any]) -> bool:
    return any(fnmatch(f"{thing.__module__.replace('.', '/')}.py", each) for each in os.environ[MUTATED].split())
