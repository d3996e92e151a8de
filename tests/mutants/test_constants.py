"""What stands outside of functions is found, and is changed a little."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.mutants.constants import changed, constants, nearest, told
from tests.mutants.said import Change

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
        (-9, -8),
        (10, 100),
        (118.5, 1185.0),
        ("#aabbcc", "#554433"),
        ("#000000", "#ffffff"),
        ("a", "XXaXX"),
        ("", ""),
        (None, None),
    ],
)
def test_each_kind_of_value_becomes_another_one(value: object, becomes: object) -> None:
    assert changed(value) == becomes
    assert type(changed(value)) is type(value)


def test_the_tests_of_a_module_come_first_then_those_that_import_it(tmp_path: Path) -> None:
    tests = {
        "tests/thing/test_far.py": "import course",
        "tests/thing/test_near.py": "from course.thing.size import LARGE",
        "tests/thing/test_nearer.py": "from course.thing import size",
        "tests/thing/test_size.py": "",
        "tests/other/test_size.py": "",
        "tests/thing/helper.py": "",
    }
    for name, text in tests.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert nearest(tmp_path, Path("course/thing/size.py"), ["tests/thing", "tests/other/test_size.py"]) == [
        "tests/thing/test_size.py",
        "tests/thing/test_near.py",
        "tests/thing/test_nearer.py",
        "tests/thing/test_far.py",
        "tests/other/test_size.py",
    ]


def test_a_constant_is_told_as_the_line_that_it_is_in_whatever_its_quotes() -> None:
    lines = [told(Path("course/thing.py"), SOURCE.encode(), each) for each in constants(SOURCE)]
    assert lines[0] == Change("course.thing", "SIZE: int = 3", "SIZE: int = 4")
    assert lines[1].was == 'COLOURS = {"né": "#aabbcc", "off": False}'
    assert lines[1].became == 'COLOURS = {\'XXnéXX\': "#aabbcc", "off": False}'
    assert lines[5] == Change("course.thing", 'word: str = "thing"', "word: str = 'XXthingXX'")
