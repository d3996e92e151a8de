"""A day as a spreadsheet has written it is one day, can be several, or is none."""

from __future__ import annotations

import pytest

from course.teach.pack.days import is_serial, readings


@pytest.mark.parametrize(
    ("value", "days"),
    [
        ("2021-08-24", ["2021-08-24"]), ("2021/8/24", ["2021-08-24"]), ("2021-08-24T00:00:00Z", ["2021-08-24"]),
        ("24/08/2021", ["2021-08-24"]), ("8/24/2021", ["2021-08-24"]), ("24.8.2021", ["2021-08-24"]),
        ("24-08-2021 00:00", ["2021-08-24"]), ("02/03/2021", ["2021-02-03", "2021-03-02"]), ("02/02/2021", ["2021-02-02"]),
        ("24 August 2021", ["2021-08-24"]), ("24-Aug-2021", ["2021-08-24"]), ("Aug 24, 2021", ["2021-08-24"]),
        ("24th of August", []), ("3rd Sept 2021", ["2021-09-03"]), ("August 24 2021", ["2021-08-24"]),
        ("08/24/21", ["2021-08-24"]), ("24/08/21", ["2021-08-24", "2024-08-21"]),
        ("31/02/2021", []), ("24/08-2021", []), ("2021-08-24 14:30:00", []), ("Tuesday", []), ("44432", []), ("", []),
    ],
)  # fmt: skip
def test_all_days_that_a_value_can_be_are_known(value: str, days: list[str]) -> None:
    assert [day.isoformat() for day in readings(value)] == days


def test_the_number_of_a_day_is_known_as_such() -> None:
    assert is_serial("44432")
    assert not is_serial("2021")
