"""What is written of a class: all of it, also where a part cannot be written, and the same by several processes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from course.teach.collect import outputs, processes
from course.teach.collect.class_report import ClassReport
from course.teach.collect.given import feedback, gradebook
from course.teach.collect.given.cells import NotWrittenError
from course.teach.collect.told import report
from tests.teach.collect.in_store import learners, opened, put
from tests.teach.collect.made_class import FIRST_DAY, answer

if TYPE_CHECKING:
    import sqlite3
    from concurrent.futures import Executor, Future
    from pathlib import Path

TOLD = ClassReport("7b", "2026-11-03T08:00:00+00:00", 2, 2, 2)
MADE = {"report.html", "gradebook.csv", "moodle.csv", "canvas.csv", "answers.csv", "feedback"}


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """The file of a store with two learners."""
    connection = opened(tmp_path)
    for name in "Ali", "Mia":
        put(connection, f"{name}.json", answer("3.1", [4], FIRST_DAY), name=name)
    learners(connection)
    connection.close()
    return tmp_path / "store.sqlite"


def write(kept: Path, helpers: Executor | None = None) -> tuple[list[str], set[str]]:
    """Write all; return the lines, and the names of what is there."""
    out = kept.parent / "out"
    out.mkdir(exist_ok=True)
    told, lines = outputs.write(lambda: TOLD, kept, out, helpers or processes.Here())
    assert told is TOLD
    return lines, {path.name for path in out.iterdir()}


def test_all_is_written(kept: Path) -> None:
    assert write(kept) == ([], MADE)
    assert len(list((kept.parent / "out" / "feedback").iterdir())) == 2


def test_several_processes_write_the_same(kept: Path) -> None:
    write(kept)
    out = kept.parent / "out"
    alone = {path: path.read_bytes() for path in out.rglob("*.*")}
    for path in alone:
        path.unlink()
    with processes.pool(2) as helpers:
        assert write(kept, helpers) == ([], MADE)
    assert {path: path.read_bytes() for path in out.rglob("*.*")} == alone


def test_the_report_is_counted_while_others_write(kept: Path) -> None:
    begun: list[object] = []

    class Helper(processes.Here):
        """Notes what it is asked for."""

        def submit(self, do: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
            begun.append(args[0])
            return super().submit(do, *args, **kwargs)

    def tell() -> ClassReport:
        assert begun == list(outputs.PARTS)
        return TOLD

    outputs.write(tell, kept, kept.parent, Helper())


@pytest.mark.parametrize(
    ("module", "name"), [(gradebook, "write_tables"), (feedback, "write_feedback"), (report, "to_html")]
)
def test_what_cannot_be_written_is_told_and_the_rest_is_there(
    kept: Path, monkeypatch: pytest.MonkeyPatch, module: object, name: str
) -> None:
    def fail(*_: sqlite3.Connection | Path | ClassReport) -> None:
        raise PermissionError(13, "Permission denied", "it.csv")

    monkeypatch.setattr(module, name, fail)
    lines, there = write(kept)
    assert [line.partition(":")[0] for line in lines] == ["it.csv could not be written"]
    assert len(there) >= 2


def test_each_table_that_is_open_elsewhere_has_its_line(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise NotWrittenError(["answers.csv: it is open.", "moodle.csv: it is open."], [])

    monkeypatch.setattr(gradebook, "write_tables", fail)
    assert write(kept)[0] == ["answers.csv: it is open.", "moodle.csv: it is open."]
