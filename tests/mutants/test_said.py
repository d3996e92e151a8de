"""A mutant is told by its function and by what changes in it, whatever number it has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.mutants.said import Change, around, change

if TYPE_CHECKING:
    from pathlib import Path

MUTATED = '''
def x_some__mutmut_orig(number):
    """Return some."""
    if number > 3:
        return True
    return False
def x_some__mutmut_2(number):
    """Return some."""
    if number >= 3:
        return True
    return False
class Thing:
    def xǁThingǁsay__mutmut_orig(self, to="all"):
        return to
    def xǁThingǁsay__mutmut_1(self, to="XXallXX"):
        return to
'''


def test_a_mutant_is_told_by_what_it_changes(tmp_path: Path) -> None:
    file = tmp_path / "mutants" / "course" / "some.py"
    file.parent.mkdir(parents=True)
    file.write_text(MUTATED, encoding="utf-8")
    assert change(tmp_path, "course.some.x_some__mutmut_2") == Change(
        "course.some.some", "if number > 3:", "if number >= 3:"
    )
    assert change(tmp_path, "course.some.xǁThingǁsay__mutmut_1") == Change(
        "course.some.Thing.say", "self, to='all'", "self, to='XXallXX'"
    )


def test_of_a_long_statement_only_what_is_near_the_change_is_told() -> None:
    was, became = around(f"{'a' * 200}3{'b' * 200}", f"{'a' * 200}44{'b' * 200}")
    assert (was, became) == (f"… {'a' * 60}3{'b' * 60} …", f"… {'a' * 60}44{'b' * 60} …")
    assert around("if a > 3:", "if a >= 3:") == ("if a > 3:", "if a >= 3:")
