"""Moments in time as files say them, in one form: Universal Time, ISO, to the second."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from functools import lru_cache

EARLIEST = "2022"
"""No answer is older than the report that the course begins with."""
LONGEST = 40
"""How many letters a moment can have."""
AS_WRITTEN = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+00:00", re.ASCII)
"""The form in which the course writes a moment, and in which it is kept."""
AHEAD = timedelta(days=1)
"""How far a clock can be ahead without a word."""


@lru_cache(maxsize=4096)
def time_of(given: str) -> datetime | None:
    """Return the time that a text says, or None where it says none; one without a zone is taken for Universal Time."""
    if len(given) > LONGEST:
        return None
    try:
        found = datetime.fromisoformat(given)
        return found.astimezone(UTC) if found.tzinfo else found.replace(tzinfo=UTC)
    except (ValueError, OverflowError):
        return None


def moment(given: object) -> str | None:
    """Return a moment, or None where a value is none.

    >>> moment("2026-11-20T10:00:00+01:00")
    '2026-11-20T09:00:00+00:00'
    """
    return _moment(given) if isinstance(given, str) else None


@lru_cache(maxsize=4096)
def _moment(given: str) -> str | None:
    found = time_of(given)
    if found is None:
        return None
    return given if AS_WRITTEN.fullmatch(given) else found.isoformat(timespec="seconds")


def of_seconds(seconds: float) -> str:
    """Return the moment that a file system tells in seconds since 1970; the first one where there is none such."""
    try:
        return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="seconds")
    except (ValueError, OverflowError, OSError):
        return datetime.fromtimestamp(0, UTC).isoformat(timespec="seconds")


def written(said: object, changed: str) -> tuple[str, str]:
    """Return when a file was written, and a note where that is not what it says.

    Parameters
    ----------
    said
        What the file says of it.
    changed
        When it was last changed; taken where it says nothing that can be.
    """
    found = moment(said)
    if found is None:
        return changed, "It does not say when it was written: the day it was last changed is taken."
    if found < EARLIEST or found > (datetime.now(UTC) + AHEAD).isoformat():
        return changed, f"It says that it was written on {found[:10]}: the day it was last changed is taken."
    return found, ""
