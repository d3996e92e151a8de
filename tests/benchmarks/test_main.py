"""The command measures the rows that are chosen, tells what is left out, and writes before what is there."""

from __future__ import annotations

import json
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from tests.benchmarks import __main__ as command
from tests.benchmarks.results import read
from tests.benchmarks.row import NotHereError, Row, Sides, Trial, one

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@contextmanager
def quick() -> Iterator[Sides]:
    yield Sides(lambda: one({"quick": 1, "beside": 3}), lambda: one({"quick": 2}))


@contextmanager
def not_here() -> Iterator[Sides]:
    message = "It is not here: get it."
    raise NotHereError(message)
    yield


ROWS = {key: Row(key, f"what of {key}", "a peer", "s", 1) for key in ("quick", "beside", "absent", "slow")}
TRIALS = (
    Trial((ROWS["quick"], ROWS["beside"]), quick),
    Trial((ROWS["absent"],), not_here),
    Trial((ROWS["slow"],), quick, is_long=True),
)


@pytest.fixture(autouse=True)
def results(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.setattr(command, "TRIALS", TRIALS)
    monkeypatch.setattr(command, "RESULTS", tmp_path / "RESULTS.md")
    return tmp_path / "RESULTS.md"


@pytest.mark.parametrize(
    ("rows", "is_long", "keys"),
    [
        ([], False, ["quick", "absent"]),
        ([], True, ["slow"]),
        (["beside"], False, ["quick"]),
        (["slow"], False, ["slow"]),
    ],
)
def test_rows_are_chosen_by_name_or_by_the_command(
    rows: list[str],
    is_long: bool,  # noqa: FBT001 - as the table has it
    keys: list[str],
) -> None:
    assert [trial.rows[0].key for trial in command.chosen(rows, is_long=is_long)] == keys


def test_a_row_that_is_none_is_refused_with_those_that_are() -> None:
    with pytest.raises(SystemExit, match="There is no row 'quik'. There are: quick, beside, absent, slow."):
        command.main(["quik"])


def test_what_is_not_here_is_told_and_the_others_are_measured(capsys: pytest.CaptureFixture[str]) -> None:
    command.main(["--rounds", "2", "--json"])
    told = json.loads(capsys.readouterr().out)
    assert [(row["row"]["key"], row["parts"][0]["ratio"], row["rounds"]) for row in told["found"]] == [
        ("quick", 0.5, 2),
        ("beside", None, 2),
    ]
    assert told["left_out"] == ["absent. It is not here: get it."]
    assert told["card"]["Python"]


def test_what_fails_is_told_and_the_others_are_measured(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    @contextmanager
    def fails() -> Iterator[Sides]:
        yield Sides(lambda: one({"absent": 1 / 0}))

    monkeypatch.setattr(command, "TRIALS", (Trial((ROWS["absent"],), fails), *TRIALS[:1]))
    command.main(["--rounds", "1"])
    told = capsys.readouterr()
    assert "Left out: absent. It failed: ZeroDivisionError." in told.out
    assert "| `quick` |" in told.out
    assert "Traceback" in told.err


def test_nothing_is_written_unless_that_is_wanted(results: Path) -> None:
    command.main(["quick", "--rounds", "1"])
    assert not results.exists()


def test_two_runs_are_both_in_the_file_newest_first(results: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for when in ("2026-11-29 08:10", "2026-11-29 08:20"):
        monkeypatch.setattr(command, "now", lambda when=when: when)
        command.main(["--rounds", "1", "--write"])
    found = read(results.read_text(encoding="utf-8"))
    assert [(run.command, run.when) for run in found] == [
        ("make bench", "2026-11-29 08:20"),
        ("make bench", "2026-11-29 08:10"),
    ]
    assert [one.row.key for one in found[0].found] == ["quick", "beside"]
    assert found[0].left_out == ("absent. It is not here: get it.",)


def test_a_run_that_is_stopped_keeps_what_it_has_found(results: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    @contextmanager
    def stopped() -> Iterator[Sides]:
        raise KeyboardInterrupt
        yield

    monkeypatch.setattr(command, "TRIALS", (*TRIALS[:2], Trial((ROWS["slow"],), stopped)))
    with pytest.raises(KeyboardInterrupt):
        command.main(["--rounds", "1", "--write"])
    [run] = read(results.read_text(encoding="utf-8"))
    assert [one.row.key for one in run.found] == ["quick", "beside"]
    assert run.left_out == ("absent. It is not here: get it.",)


def test_a_part_of_the_rows_is_not_written(results: Path) -> None:
    with pytest.raises(SystemExit):
        command.main(["quick", "--write"])
    assert not results.exists()
