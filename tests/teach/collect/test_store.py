"""The store of a run: what was read stays, other specs begin anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.teach.collect import store

if TYPE_CHECKING:
    from pathlib import Path


def test_what_was_read_is_there_at_a_second_start(tmp_path: Path) -> None:
    first = store.connect(tmp_path / "store", "specs")
    first.execute("insert into file (id, place) values (1, 'ali.json')")
    first.close()
    assert list(store.each(store.connect(tmp_path / "store", "specs"), "select place from file")) == [("ali.json",)]


def test_other_specs_begin_anew(tmp_path: Path) -> None:
    first = store.connect(tmp_path / "store", "specs")
    first.execute("insert into file (id, place) values (1, 'ali.json')")
    first.close()
    assert list(store.each(store.connect(tmp_path / "store", "newer specs"), "select place from file")) == []


def test_a_file_that_is_no_store_begins_anew(tmp_path: Path) -> None:
    (tmp_path / "store").write_text("This is not a database, and longer than its first hundred bytes. " * 4)
    assert list(store.each(store.connect(tmp_path / "store", "specs"), "select place from file")) == []


def test_what_is_forgotten_is_in_no_table(tmp_path: Path) -> None:
    connection = store.connect(tmp_path / "store", "specs")
    for file, source in ((1, "class.csv"), (2, "class.csv"), (3, "ali.json")):
        connection.execute("insert into file (id, source) values (?, ?)", [file, source])
        for table in store.KEPT:
            connection.execute(f"insert into {table} (file) values (?)", [file])
    store.forget(connection, ["class.csv"])
    for table, column in {"file": "id", **dict.fromkeys(store.KEPT, "file")}.items():
        assert list(store.each(connection, f"select {column} from {table}")) == [(3,)]
