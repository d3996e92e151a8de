"""A decorator above a function becomes a call behind it, and the module does what it did."""

from __future__ import annotations

from tests.mutants.undecorated import undecorated

SOURCE = """
from functools import cache, wraps

@cache
def one():
    return []

class Thing:
    size = 2

    @property
    def twice(self):
        return self.size * 2

    @property
    def kept(self):
        return self._kept

    @kept.setter
    def kept(self, value):
        self._kept = value

    @classmethod
    def made(cls):
        return cls()
"""


def test_what_is_decorated_is_so_still() -> None:
    names: dict[str, object] = {}
    exec(compile(undecorated(SOURCE), "thing.py", "exec"), names)  # noqa: S102 - the source stands above
    one, thing = names["one"], names["Thing"].made()  # type: ignore[attr-defined]
    assert one() is one()  # type: ignore[operator]
    thing.kept = 7
    assert (thing.twice, thing.kept) == (4, 7)


def test_only_a_class_method_and_a_setter_keep_what_stands_above_them() -> None:
    lines = undecorated(SOURCE).splitlines()
    assert [line.strip() for line in lines if line.strip().startswith("@")] == ["@kept.setter", "@classmethod"]
    assert "    twice = property(twice)" in lines
    assert "one = cache(one)" in lines
