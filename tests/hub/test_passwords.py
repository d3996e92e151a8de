"""Passwords are chosen once and checked; what is kept tells nobody what they are."""

from __future__ import annotations

import json
import stat
from typing import TYPE_CHECKING

import pytest

from hub.passwords import MOST, Passwords

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def kept(tmp_path: Path) -> Passwords:
    """An empty file of passwords."""
    return Passwords(tmp_path / "passwords.json")


def test_what_was_chosen_fits_and_nothing_else_does(kept: Passwords) -> None:
    assert not kept.known("ada")
    assert not kept.fit("ada", "")
    kept.keep("ada", "Vögel im März")
    kept.keep("ben", "Vögel im März")
    assert kept.known("ada")
    assert kept.fit("ada", "Vögel im März")
    assert not kept.fit("ada", "vögel im märz")
    assert not kept.fit("ada", "")
    assert not kept.fit("cy", "Vögel im März")


def test_the_file_is_its_owner_s_alone_and_has_no_password_in_it(kept: Passwords) -> None:
    for name in ("ada", "ben"):
        kept.keep(name, "swimming birds")
    assert stat.S_IMODE(kept.file.stat().st_mode) == 0o600
    text = kept.file.read_text(encoding="utf-8")
    assert "swimming" not in text
    assert len(set(json.loads(text).values())) == 2, "two who chose the same one have nothing in common there"


def test_who_has_forgotten_it_can_choose_another(kept: Passwords) -> None:
    kept.keep("ada", "swimming birds")
    assert kept.forget("ada")
    assert not kept.forget("ada")
    assert not kept.known("ada")
    kept.keep("ada", "singing birds")
    assert kept.fit("ada", "singing birds")
    assert not kept.fit("ada", "swimming birds")


@pytest.mark.parametrize(
    ("password", "said"), [("", "at least 8"), ("birds 7", "at least 8"), ("b" * (MOST + 1), "at most 200")]
)
def test_one_that_is_too_short_or_too_long_is_told_and_not_kept(kept: Passwords, password: str, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        kept.keep("ada", password)
    assert not kept.known("ada")


def test_long_ones_differ_to_their_end(kept: Passwords) -> None:
    kept.keep("ada", "b" * (MOST - 1) + "1")
    assert not kept.fit("ada", "b" * (MOST - 1) + "2")
