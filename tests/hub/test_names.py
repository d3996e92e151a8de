"""A name makes one account however it is typed, and none that leads out of a folder."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hub.names import MOST_BYTES, account


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("Ada", "ada"),
        ("  ADA ", "ada"),
        ("Ms Okafor", "ms-okafor"),
        ("O'Neil, Zoë M.", "o-neil-zoë-m"),
        ("Zoe\u0308", "zoë"),
        ("Олена Коваль", "олена-коваль"),
        ("李雷", "李雷"),
        ("7b/../root", "7b-root"),
        ("../../etc", "etc"),
        (".hidden", "hidden"),
        ("a\0b\nc", "a-b-c"),
        ("Straße", "strasse"),
        ("…", ""),
        ("", ""),
    ],
)
def test_a_name_makes_an_account(name: str, made: str) -> None:
    assert account(name) == made


@given(st.text())
def test_whatever_is_typed_an_account_is_a_plain_part_of_a_path_and_makes_itself(name: str) -> None:
    made = account(name)
    assert not set("/\\.\0 %?#:@\n") & set(made)
    assert not made.startswith("-")
    assert len(made.encode()) <= MOST_BYTES
    assert account(made) == made
