"""Moments in one form, and those that cannot be."""

from __future__ import annotations

import pytest

from course.teach.collect.read.moments import moment, of_seconds, written

CHANGED = "2026-11-21T08:00:00+00:00"


@pytest.mark.parametrize(
    ("given", "found"),
    [
        ("2026-11-20T10:00:00+00:00", "2026-11-20T10:00:00+00:00"),
        ("2026-11-20T10:00:00.123456Z", "2026-11-20T10:00:00+00:00"),
        ("2026-11-20T11:00:00+01:00", "2026-11-20T10:00:00+00:00"),
        ("2026-11-20 10:00", "2026-11-20T10:00:00+00:00"),
        ("2026-W47-5T10:00:00+00:00", "2026-11-20T10:00:00+00:00"),
        ("2026-02-30T10:00:00", None),
        ("yesterday", None),
        ("0001-01-01T00:00:00+14:00", None),
        ("9" * 100_000, None),
        (20261120, None),
        (None, None),
        ([], None),
    ],
)
def test_a_moment_has_one_form(given: object, found: str | None) -> None:
    assert moment(given) == found


@pytest.mark.parametrize(
    ("said", "when", "note"),
    [
        ("2026-11-20T10:00:00+00:00", "2026-11-20T10:00:00+00:00", ""),
        (None, CHANGED, "does not say when"),
        ("1970-01-01T00:00:00+00:00", CHANGED, "written on 1970-01-01"),
        ("2999-01-01T00:00:00+00:00", CHANGED, "written on 2999-01-01"),
    ],
)
def test_a_clock_that_is_off_makes_no_file_the_newest(said: object, when: str, note: str) -> None:
    found, told = written(said, CHANGED)
    assert found == when
    assert note in told
    assert bool(note) == bool(told)


def test_a_file_system_may_say_anything() -> None:
    assert of_seconds(1_800_000_000.9) == "2027-01-15T08:00:00+00:00"
    assert of_seconds(float("nan")) == of_seconds(1e300) == "1970-01-01T00:00:00+00:00"
