"""Of each broken pack it is said what is wrong, what is safe is mended, and nothing else."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import pytest

import course
from course.content import ContentError
from course.teach import validate
from course.teach.pack import workbook
from tests.teach.broken.packs import BASE, broken, packs

if TYPE_CHECKING:
    from pathlib import Path

PACKS = packs()
FEWEST = 120


@pytest.fixture(autouse=True)
def _no_library_for_workbooks(monkeypatch: pytest.MonkeyPatch) -> None:
    """A learner's install: what is said then does not hang on what the computer has."""
    monkeypatch.setitem(sys.modules, workbook.LIBRARY, None)


def told(pack: dict[str, Any], folder: Path) -> dict[str, list[str]]:
    """Return what is said of a pack, what is mended in it, what is left in doubt and what is said then."""
    place = broken(pack, folder / "pack")
    before = validate.verdict(place)
    kept = {path.relative_to(place): path.read_bytes() for path in place.rglob("*") if path.is_file()}
    after = validate.verdict(place, mend=True)
    lost = [str(file) for file, raw in kept.items() if not stands(place, file, raw)]
    assert lost == [], "what --fix changes stays beside it"
    said = {"says": before.problems, "mends": after.mended, "doubts": after.doubts, "left": after.problems}
    return {
        key: [f"{'(warning) ' if each.warning else ''}{each}".replace(str(place), "the folder") for each in some]
        for key, some in said.items()
    }


def stands(place: Path, file: Path, raw: bytes) -> bool:
    """Return whether a file is as it was, or as it was under its name of an old file."""
    return any(path.read_bytes() == raw for path in (place / file).parent.glob(f"{file.name}*"))


@pytest.mark.parametrize("pack", PACKS, ids=[pack["name"] for pack in PACKS])
def test_a_broken_pack_is_told_and_mended_as_far_as_it_is_safe(pack: dict[str, Any], tmp_path: Path) -> None:
    said = told(pack, tmp_path)
    assert said == {key: pack.get(key, []) for key in said}


@pytest.mark.parametrize("pack", PACKS, ids=[pack["name"] for pack in PACKS])
def test_no_broken_pack_is_silent(pack: dict[str, Any]) -> None:
    assert pack.get("says") or pack.get("mends")


def test_there_are_many_and_each_is_another_one() -> None:
    assert len({pack["name"] for pack in PACKS}) == len(PACKS) >= FEWEST


def test_nothing_is_wrong_in_the_sound_one_and_nothing_is_to_be_mended(tmp_path: Path) -> None:
    assert told({}, tmp_path) == {"says": [], "mends": [], "doubts": [], "left": []}
    assert course.load(BASE).tables[0] == "actors"


def test_what_was_mended_needs_no_mending_again(tmp_path: Path) -> None:
    place = broken({"save": {"counts.csv": "semicolons and decimal commas"}}, tmp_path / "pack")
    assert validate.verdict(place, mend=True).mended
    assert validate.verdict(place, mend=True).mended == []
    assert course.load(place).counts["number"].tolist()[3] == 12.5


def test_the_loader_says_the_same_and_all_at_once(tmp_path: Path) -> None:
    change = [
        ["counts.csv", "present", "presnt"],
        ["counts.csv", ",4500,", ",4 500,"],
        ["places.csv", "41.15", "141.15"],
    ]
    place = broken({"change": change}, tmp_path / "pack")
    with pytest.raises(ContentError) as error:
        course.load(place)
    assert str(error.value).splitlines() == [
        "counts.csv, row 2, status: 'presnt' is not among the statuses. Did you mean 'present'?",
        "counts.csv, row 3, number: '4 500' is not a number such as 44.43.",
        "places.csv, row 2, latitude: '141.15' is above 90.",
    ]


def test_two_mends_keep_two_old_files(tmp_path: Path) -> None:
    place = broken({"save": {"counts.csv": "BOM"}}, tmp_path / "pack")
    for _ in range(2):
        raw = (place / "counts.csv").read_bytes()
        (place / "counts.csv").write_bytes(b"\xef\xbb\xbf" + raw.removeprefix(b"\xef\xbb\xbf"))
        validate.verdict(place, mend=True)
    assert {path.name for path in place.glob("counts.csv*")} == {
        "counts.csv",
        "counts.csv.before",
        "counts.csv.before2",
    }
