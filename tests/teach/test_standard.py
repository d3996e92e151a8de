"""A case keeps the Data Package standard: frictionless says so of each, with the schemas that the course has."""

from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING, Any

import frictionless
import pytest

from course import content, loading
from course.schema import coded, schema
from course.vocabulary import vocabulary
from tests.changing import change
from tests.teach.broken.packs import BASE, broken

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

FIRST = content.case_folder(loading.DEFAULT_CASE)


def errors(folder: Path, case: str, schema_of: Callable[[str], dict[str, Any]] = schema) -> list[str]:
    """Return what frictionless finds in a case, each table with its schema in full."""
    package = content.read_json(folder / loading.PACKAGE)
    package["resources"] = [
        {"name": name, "path": f"{name}.csv", "schema": _of_the_file(folder / f"{name}.csv", schema_of(name), case)}
        for name in loading.named(package)
    ]
    report = frictionless.Package.from_descriptor(json.loads(json.dumps(package)), basepath=str(folder)).validate()
    return [error.message for error in report.errors] + [e.message for task in report.tasks for e in task.errors]


def _of_the_file(path: Path, table: dict[str, Any], case: str) -> dict[str, Any]:
    """Return the schema of the columns that a file has, their words listed."""
    with path.open(encoding="utf-8", newline="") as lines:
        header = next(csv.reader(lines))
    fields = {field["name"]: dict(field) for field in table["fields"]}
    for field in fields.values():
        if "vocabulary" in field:
            words = list(vocabulary(field["vocabulary"], case))
            field["constraints"] = {**field.get("constraints", {}), "enum": words}
    return {"fields": [fields[column] for column in header], "primaryKey": table["primaryKey"]}


@pytest.mark.parametrize("folder", [*map(content.case_folder, content.cases()), BASE], ids=lambda folder: folder.name)
def test_a_sound_case_keeps_the_standard(folder: Path) -> None:
    assert errors(folder, loading.load(folder).name) == []


@pytest.mark.parametrize("coder", loading.coders(FIRST), ids=lambda folder: folder.name)
def test_a_coding_keeps_the_standard(coder: Path) -> None:
    assert errors(coder, loading.load().name, coded) == []


def test_a_case_that_does_not_is_found(tmp_path: Path) -> None:
    place = broken({"name": ""}, tmp_path / "pack")
    change(place / "counts.csv", "present", "presnt")
    (error,) = errors(place, loading.load(BASE).name)
    assert 'The cell "presnt"' in error
