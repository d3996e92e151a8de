"""Each broken or hostile file gets its line, its neighbours are read whole, and nothing is written anywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from course.teach.collect.handed_in import HandedIn, Refused
from tests.teach.collect.hostile import ALL, Bad
from tests.teach.collect.made import ANSWERS, as_bytes, collected, content, record, zipped

if TYPE_CHECKING:
    from pathlib import Path

NEIGHBOURS = {"aaa.json": "Ann", "zzz.json": "Zoe", "zzz.zip/in/yyy.json": "Yan"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with good files, before and behind what is added to it."""
    made = tmp_path / "class"
    made.mkdir()
    (made / "aaa.json").write_bytes(as_bytes(content("Ann")))
    (made / "zzz.json").write_bytes(as_bytes(content("Zoe")))
    (made / "zzz.zip").write_bytes(zipped({"in/yyy.json": as_bytes(content("Yan"))}))
    return made


def test_there_are_enough() -> None:
    assert len(ALL) >= 100
    assert len({bad.name for bad in ALL}) > len(ALL) - 5


@pytest.mark.parametrize("bad", ALL, ids=lambda bad: bad.name.encode("ascii", "backslashreplace").decode())
def test_it_has_its_line_and_its_neighbours_are_whole(folder: Path, bad: Bad) -> None:
    bad.write(folder / bad.name)
    before = sorted(folder.parent.rglob("*"))
    found = collected(folder)
    assert sorted(folder.parent.rglob("*")) == before
    good = {each.place: each for each in found if isinstance(each, HandedIn)}
    for place, name in NEIGHBOURS.items():
        assert (good[place].name, good[place].notes) == (name, ())
        assert good[place].record.entries.keys() == ANSWERS.keys()
        assert good[place].record.entries["3.1"].given == record().entries["3.1"].given
    place = bad.place or bad.name
    mine = [each for each in found if each.place == place]
    lines = [line for each in mine for line in ([each.reason] if isinstance(each, Refused) else each.notes)]
    assert any(isinstance(each, HandedIn) for each in mine) == bad.read
    assert any(bad.line in line for line in lines) or (bad.read and not bad.line)
    assert all(line.endswith(".") and line.isprintable() and len(line) < 600 for line in lines)


def test_all_at_once_lose_none_of_the_others(folder: Path) -> None:
    for number, bad in enumerate(each for each in ALL if each.name not in {"million.json", "long-name.json"}):
        inner = folder / f"{number:03}"
        inner.mkdir()
        bad.write(inner / bad.name)
    found = collected(folder)
    assert {each.name for each in found if each.place in NEIGHBOURS and isinstance(each, HandedIn)} == {
        *NEIGHBOURS.values()
    }
    assert len({each.place for each in found}) == len(found)
