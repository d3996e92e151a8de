"""What is mended is written, the old file stays beside it, and what is certain alone is mended."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import course
from course.problem import told
from course.teach import validate
from course.teach.pack.fix import fix, fixable
from tests.changing import change
from tests.teach.broken.packs import broken
from tests.teach.pack.sheets import said

if TYPE_CHECKING:
    from pathlib import Path


def files(place: Path) -> dict[str, bytes]:
    return {str(path.relative_to(place)): path.read_bytes() for path in place.rglob("*") if path.is_file()}


def test_what_would_be_mended_is_told_without_writing(tmp_path: Path) -> None:
    place = broken({"name": "", "save": {"counts.csv": "semicolons"}}, tmp_path / "pack")
    before = files(place)
    assert said(fixable(place)) == ["counts.csv: semicolons stood between the columns: now commas."]
    assert files(place) == before


def test_a_file_in_which_nothing_is_mended_is_not_written(tmp_path: Path) -> None:
    place = broken({"name": "", "change": [["digest.md", "2. ", "2) "]]}, tmp_path / "pack")
    before = files(place)
    assert said(fix(place)[0]) == ["digest.md, line 4: the paragraph now begins with '2. '."]
    changed = {file for file, raw in files(place).items() if before.get(file) != raw}
    assert changed == {"digest.md", "digest.md.before"}
    assert (place / "digest.md.before").read_bytes() == before["digest.md"]


def test_rows_are_counted_as_in_the_file_as_it_was(tmp_path: Path) -> None:
    place = broken({"name": "", "change": [["relations.csv", "r2,organisers", "\n\nr2,Organisers"]]}, tmp_path / "pack")
    assert said(told(fix(place)[0])) == [
        "relations.csv: 2 blank rows are gone.",
        "relations.csv, row 5, from: 'Organisers' is now 'organisers'.",
    ]


def test_a_key_and_all_that_points_to_it_are_spelled_alike(tmp_path: Path) -> None:
    everywhere = [["counts.csv", "police", "Police Force"], ["statements.csv", "s2,police", "s2,police_force"]]
    place = broken({"name": "", "everywhere": everywhere}, tmp_path / "pack")
    change(place / "actors.csv", "police,the police", "POLICE FORCE,the police")
    change(place / "counts.csv", "as the Police Force say", "as the police say")
    assert validate.verdict(place, mend=True).problems == []
    assert "police-force" in set(course.load(place).actors["actor"])


def test_two_keys_that_would_become_one_stay(tmp_path: Path) -> None:
    place = broken(
        {"name": "", "change": [["actors.csv", "police,the police", "Marchers,the police"]]}, tmp_path / "pack"
    )
    fix(place)
    assert "Marchers,the police" in (place / "actors.csv").read_text(encoding="utf-8")


def test_the_tables_of_another_coder_are_mended_too(pack: Path) -> None:
    table = pack / "codings/second-reader/troops.csv"
    table.write_bytes(
        table.read_text(encoding="utf-8").replace("b1,m1", "b1,M1").replace("russia,", "Russia,").encode("utf-16")
    )
    mended = said(told(fix(pack)[0]))
    start = "codings/second-reader/troops.csv"
    assert f"{start}: it was saved in UTF-16: now in UTF-8." in mended
    assert f"{start}, row 2, same_as: 'M1' is now 'm1'." in mended
    assert any(each.startswith(f"{start}, row 2, whose: 'Russia' is now 'russia'.") for each in mended)
    assert validate.problems(pack) == []


def test_a_case_that_is_sound_is_left_as_it_is(pack: Path) -> None:
    before = files(pack)
    assert fix(pack) == ([], [])
    assert files(pack) == before


def test_an_old_file_is_never_overwritten(tmp_path: Path) -> None:
    place = broken({"name": "", "save": {"counts.csv": "tabs"}}, tmp_path / "pack")
    shutil.copy(place / "actors.csv", place / "counts.csv.before")
    fix(place)
    assert (place / "counts.csv.before").read_bytes() == (place / "actors.csv").read_bytes()
    assert b"\t" in (place / "counts.csv.before2").read_bytes()
