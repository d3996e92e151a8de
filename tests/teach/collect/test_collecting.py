"""A run of the collector: what is new is read, what is known is not, and all that is made of it is there."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest

from course.content import ContentError
from course.teach.collect import collecting, outputs, store
from course.teach.collect.collecting import collect
from course.teach.collect.read import archives, find, reading
from tests.teach.collect.made import zipped
from tests.teach.collect.made_class import FIRST_DAY, answer, hand_in, make_class

if TYPE_CHECKING:
    from pathlib import Path

    from course.teach.collect.read.find import Found

ASKED = ("3.1", "3.2", "3.3")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with five hand-ins."""
    make_class(tmp_path / "7b", 5, asked=ASKED)
    return tmp_path / "7b"


@pytest.fixture
def loaded(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The places of the files that are read, one after another."""
    places: list[str] = []
    load = find.load

    def noted(found: Found) -> object:
        places.append(found.place)
        return load(found)

    monkeypatch.setattr(collecting, "load", noted)
    return places


def hand_in_of(folder: Path, name: str) -> None:
    """Write a hand-in with one answer."""
    content = hand_in(name, [answer("3.1", [4], FIRST_DAY)])
    (folder / f"{name}.json").write_text(json.dumps(content), encoding="utf-8")


def test_all_that_is_made_of_a_class_is_there(folder: Path, tmp_path: Path) -> None:
    told = collect(folder, tmp_path / "out")
    assert (told.report.folder, told.report.learners, told.lines) == ("7b", 5, ())
    made = {path.relative_to(tmp_path / "out").parts[0] for path in (tmp_path / "out").rglob("*")}
    assert made >= {"report.html", "gradebook.csv", "moodle.csv", "canvas.csv", "answers.csv", "feedback"}
    assert len(list((tmp_path / "out" / "feedback").glob("*.html"))) == 5
    assert "Learner 00003" in (tmp_path / "out" / "report.html").read_text(encoding="utf-8")


def test_what_is_known_is_not_read_again(folder: Path, tmp_path: Path, loaded: list[str]) -> None:
    collect(folder, tmp_path / "out")
    assert len(loaded) == 5
    loaded.clear()
    hand_in_of(folder, "new")
    (folder / "hand-in-00000.json").unlink()
    changed = folder / "hand-in-00001.json"
    changed.write_text(changed.read_text(encoding="utf-8") + " ", encoding="utf-8")
    told = collect(folder, tmp_path / "out")
    assert loaded == ["hand-in-00001.json", "new.json"]
    assert [person.name for person in told.report.people] == [*(f"Learner {each:05}" for each in (1, 2, 3, 4)), "new"]


def test_a_run_that_was_stopped_goes_on(
    folder: Path, tmp_path: Path, loaded: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(collecting, "BATCH", 2)

    def stop(done: int, total: int) -> None:
        assert total == 5
        if done == 4:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        collect(folder, tmp_path / "out", tell=stop)
    assert len(loaded) == 4
    assert collect(folder, tmp_path / "out").report.learners == 5
    assert len(loaded) == 5


def test_with_other_specs_all_is_judged_anew(
    folder: Path, tmp_path: Path, loaded: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    collect(folder, tmp_path / "out")
    monkeypatch.setattr(collecting, "_meaning", lambda: "other specs")
    collect(folder, tmp_path / "out")
    assert len(loaded) == 10


def test_several_processes_count_the_same(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    alone = collect(folder, tmp_path / "alone").report
    monkeypatch.setattr(collecting, "WORTH_IT", 1)
    monkeypatch.setattr(collecting, "BATCH", 2)
    together = collect(folder, tmp_path / "together", jobs=2).report
    assert together.questions == alone.questions
    assert together.people == alone.people
    assert together.misreadings == alone.misreadings


def test_a_class_list_in_the_folder_or_beside_it_says_who_is_missing(folder: Path, tmp_path: Path) -> None:
    names = "name\nLearner 00000\nNobody Yet\n"
    (tmp_path / "class.csv").write_text(names, encoding="utf-8")
    told = collect(folder, tmp_path / "out", expected=tmp_path / "class.csv").report
    assert (told.expected, told.missing) == (2, ("Nobody Yet",))
    assert collect(folder, tmp_path / "out").report.expected == 0, "the list of another run is not kept"
    (folder / "class.csv").write_text(names, encoding="utf-8")
    assert collect(folder, tmp_path / "out").report.missing == ("Nobody Yet",)
    assert collect(folder, tmp_path / "out").report.missing == ("Nobody Yet",), "at a second start too"
    (folder / "class.csv").unlink()
    assert collect(folder, tmp_path / "out").report.missing == ()


def test_a_file_that_is_broken_is_told_and_the_others_are_collected(folder: Path, tmp_path: Path) -> None:
    (folder / "broken.json").write_text("{", encoding="utf-8")
    told = collect(folder, tmp_path / "out").report
    assert [one.place for one in told.refused] == ["broken.json"]
    assert (told.learners, told.files, told.read) == (5, 6, 5)


def test_a_fault_of_our_own_costs_one_file(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read = reading.read

    def stumble(place: str, *rest: Any) -> Any:
        if place.endswith("3.json"):
            raise IndexError
        return read(place, *rest)

    monkeypatch.setattr(collecting, "read", stumble)
    monkeypatch.delenv("COURSE_LOUD", raising=False)
    told = collect(folder, tmp_path / "out").report
    assert [(one.place, one.sentence) for one in told.refused] == [
        ("hand-in-00003.json", collecting.OUR_FAULT.format("IndexError"))
    ]
    assert told.learners == 4


@pytest.mark.parametrize("wanted", ["nowhere", "class.csv"])
def test_what_cannot_be_begun_is_said(folder: Path, tmp_path: Path, wanted: str) -> None:
    if wanted == "nowhere":
        with pytest.raises(ContentError, match="nowhere is not there"):
            collect(tmp_path / "nowhere", tmp_path / "out")
        return
    (tmp_path / wanted).write_text("fruit,price\npear,2\n", encoding="utf-8")
    with pytest.raises(ContentError, match="is no class list"):
        collect(folder, tmp_path / "out", expected=tmp_path / wanted)
    assert not (tmp_path / "out").exists()


def test_a_report_that_is_not_ours_is_not_written_over(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "report.html").write_text("mine", encoding="utf-8")
    with pytest.raises(ContentError, match="was not written by this command"):
        collect(folder, tmp_path / "out")
    assert (tmp_path / "out" / "report.html").read_text(encoding="utf-8") == "mine"


def test_what_could_not_be_written_is_told(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(outputs, "write", lambda tell, *_: (tell(), ["gradebook.csv: it could not be written."]))
    assert collect(folder, tmp_path / "out").lines == ("gradebook.csv: it could not be written.",)


def test_where_no_store_can_be_kept_the_run_goes_on_without(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    connect = store.connect

    def only_elsewhere(path: Path, meaning: str) -> sqlite3.Connection:
        if path.parent == tmp_path / "out":
            message = "disk I/O error"
            raise sqlite3.OperationalError(message)
        return connect(path, meaning)

    monkeypatch.setattr(store, "connect", only_elsewhere)
    told = collect(folder, tmp_path / "out")
    assert told.report.learners == 5
    assert told.lines == (collecting.ONLY_NOW.format(folder=tmp_path / "out", why="disk I/O error"),)


def test_two_runs_at_once_do_not_mix(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    collect(folder, tmp_path / "out")
    monkeypatch.setattr(store, "PATIENCE", 0.1)
    hand_in_of(folder, "new")
    with closing(sqlite3.connect(tmp_path / "out" / store.FILE, isolation_level=None)) as other:
        other.execute("begin immediate")
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            collect(folder, tmp_path / "out")
    assert collect(folder, tmp_path / "out").report.learners == 6


def test_other_users_of_the_computer_cannot_look_into_a_new_folder(folder: Path, tmp_path: Path) -> None:
    collect(folder, tmp_path / "out")
    assert (tmp_path / "out").stat().st_mode & 0o077 == 0


def test_no_zip_file_stays_open(folder: Path, tmp_path: Path) -> None:
    data = zipped({"in/x.json": (folder / "hand-in-00000.json").read_bytes()})
    (folder / "more.zip").write_bytes(data)
    assert collect(folder, tmp_path / "out", jobs=1).report.files == 6
    assert not archives._open
