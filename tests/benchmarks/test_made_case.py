"""The invented cases are sound, and have as many rows as was said."""

from __future__ import annotations

from typing import TYPE_CHECKING

import course
from course.schema import schema
from course.tables import empty
from tests.benchmarks.made_case import ACTORS, large, write

if TYPE_CHECKING:
    from pathlib import Path


def test_the_folder_of_a_case_loads_with_so_many_counts(tmp_path: Path) -> None:
    table = write(tmp_path / "many", 120)
    case = course.load(table.parent)
    assert len(case.counts) == 120
    assert len(course.bounds(case.counts)) == 120
    assert table.parent == tmp_path / "many"


def test_each_table_of_a_case_in_memory_has_so_many_rows_with_the_types_of_the_schema() -> None:
    case = large(50)
    assert {len(case.counts), len(case.statements), len(case.events)} == {50}
    assert len(case.actors) == ACTORS
    assert dict(case.events.dtypes) == dict(empty(schema("events"), "events").dtypes)
    assert str(course.charts.how_many(case))
