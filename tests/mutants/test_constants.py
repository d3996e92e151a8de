"""What stands outside of functions is found, and is changed a little."""

from __future__ import annotations

import pytest

from tests.mutants.constants import changed, constants

SOURCE = '''"""What it is for."""
SIZE: int = 3
COLOURS = {"né": "#aabbcc", "off": False}
"""What it says."""
SAID = f"{SIZE} of them"


class Thing:
    """A thing."""

    word: str = "thing"

    def __init__(self) -> None:
        self.number = 5
'''


def test_what_stands_outside_of_functions_is_found_and_nothing_else() -> None:
    found = constants(SOURCE)
    assert [each.was for each in found] == ["3", "'né'", "'#aabbcc'", "'off'", "False", "'thing'"]
    for each in found:
        written = SOURCE.encode()[each.start : each.end].decode()
        assert written.replace('"', "'") == each.was
        assert each.was.strip("'") in SOURCE.splitlines()[each.line - 1]


@pytest.mark.parametrize(
    ("value", "becomes"),
    [
        (3, 4),
        (0.5, 1.5),
        (True, False),
        ("#aabbcc", "#aabbc0"),
        ("#000000", "#000001"),
        ("a", "XXaXX"),
        ("", ""),
        (None, None),
    ],
)
def test_each_kind_of_value_becomes_another_one(value: object, becomes: object) -> None:
    assert changed(value) == becomes
    assert type(changed(value)) is type(value)
