"""Homes are shut to others, hand-ins can be read by teachers alone, and a number stays with its account."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from hub.limits import Limits
from hub.places import TEACHERS, Places

if TYPE_CHECKING:
    from collections.abc import Iterator

as_root = pytest.mark.skipif(os.geteuid() != 0 or not shutil.which("setpriv"), reason="only root can give numbers away")
LIMITS = Limits(1024, 1.0)


@pytest.fixture
def places() -> Iterator[Places]:
    """The folders of a class, where other accounts can get to."""
    with tempfile.TemporaryDirectory() as scratch:  # pytest's own folders are shut to all others
        Path(scratch).chmod(0o711)
        made = Places(Path(scratch) / "state", apart=os.geteuid() == 0)
        made.make()
        yield made


def mode(place: Path) -> int:
    return stat.S_IMODE(place.stat().st_mode)


def by(number: int, *command: str, teaching: bool = False) -> bool:
    """Whether an account can do something."""
    whole = [*LIMITS.before("somebody", number, teaching=teaching, systemd=False), *command]
    return subprocess.run(whole, capture_output=True, check=False).returncode == 0


def test_the_folders_are_no_more_open_than_they_have_to_be(places: Places) -> None:
    places.make_for("ada")
    assert mode(places.own) == 0o700
    assert mode(places.folder) == mode(places.folder / "homes") == 0o711
    assert mode(places.exchange) == 0o751
    assert mode(places.home("ada")) == 0o700
    assert mode(places.handed_in("ada")) == 0o2750
    places.make()
    places.make_for("ada")
    assert mode(places.handed_in("ada")) == 0o2750, "made again, they are as they were"


@as_root
def test_each_account_has_a_number_of_its_own_that_stays(places: Places) -> None:
    numbers = [places.make_for(name) for name in ("ada", "ben", "ada")]
    assert numbers == [TEACHERS + 1, TEACHERS + 2, TEACHERS + 1]
    shutil.rmtree(places.home("ada"))
    assert places.make_for("cy") == TEACHERS + 3, "what ada has handed in is not cy's"
    assert places.make_for("ada") == TEACHERS + 1


@as_root
def test_a_learner_cannot_read_or_write_what_is_another_s_and_a_teacher_reads_hand_ins(places: Places) -> None:
    ada, ben, teacher = (places.make_for(name) for name in ("ada", "ben", "ms-okafor"))
    notes, file = places.home("ada") / "notes.txt", places.handed_in("ada") / "hand-in-Ada.json"
    begin = LIMITS.begin(places.home("ada"), systemd=False)
    write = [*LIMITS.before("ada", ada, teaching=False, systemd=False), "sh", "-c", 'echo "{}" > $0; echo "{}" > $1']
    subprocess.run([*write, notes, file], preexec_fn=begin, check=True)

    assert by(ada, "cat", str(notes), str(file))
    for command in (["cat", file], ["cat", notes], ["ls", file.parent], ["ls", places.exchange], ["touch", file],
                    ["rm", "-f", file], ["touch", file.parent / "x"], ["mv", file.parent, places.home("ben")],
                    ["ls", places.own], ["mkdir", places.exchange / "x"]):  # fmt: skip
        assert not by(ben, *map(str, command)), command
    assert by(teacher, "cat", str(file), teaching=True)
    assert by(teacher, "ls", str(places.exchange), teaching=True)
    assert not by(teacher, "rm", "-f", str(file), teaching=True)
    assert not by(teacher, "cat", str(notes), teaching=True)
    assert not by(teacher, "cat", str(file)), "without the group of the teachers it is as for all others"


@as_root
def test_what_comes_back_from_a_backup_is_the_learner_s_again_and_no_link_is_followed(places: Places) -> None:
    home = places.home("ada")
    (home / "notebooks").mkdir(parents=True)
    (home / "notebooks" / "page.ipynb").touch()
    elsewhere = places.folder / "elsewhere"
    elsewhere.touch()
    (home / "link").symlink_to(elsewhere)
    ada = places.make_for("ada")
    assert {each.lstat().st_uid for each in (home, *home.rglob("*"))} == {ada}
    assert elsewhere.stat().st_uid == 0


def test_a_link_in_the_place_of_a_home_is_refused(places: Places) -> None:
    places.home("ada").symlink_to(places.own)
    with pytest.raises(NotADirectoryError, match="is a link"):
        places.make_for("ada")
    assert mode(places.own) == 0o700


def test_where_nobody_is_root_all_share_the_number_of_the_hub(tmp_path: Path) -> None:
    places = Places(tmp_path / "state", apart=False)
    places.make()
    assert places.make_for("ada") == os.getuid()
    assert places.home("ada").stat().st_uid == os.getuid()
