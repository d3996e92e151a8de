"""What the command reads fits the project: its parts name files that are there, its survivors functions that are there."""

from __future__ import annotations

import tomllib
from importlib import import_module
from operator import attrgetter

import pytest

from tests.mutants.__main__ import HERE, PROJECT, always, explained, listed
from tests.mutants.said import Change

PARTS = tomllib.loads((HERE / "parts.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("part", PARTS.values(), ids=PARTS)
def test_a_part_names_what_is_there(part: dict[str, list[str]]) -> None:
    assert set(part) == {"mutate", "tests"}
    for pattern in part["mutate"]:
        assert list(PROJECT.glob(pattern)), pattern
    for place in part["tests"]:
        assert (PROJECT / place).exists(), place


def test_each_survivor_has_a_reason_and_is_of_a_function_that_is_there() -> None:
    for each, why in explained().items():
        assert why.endswith("."), each
        assert each.was != each.became
        parts = each.function.split(".")
        if (PROJECT / f"{each.function.replace('.', '/')}.js").is_file():
            continue
        packages = [".".join(parts[:length]) for length in range(2, len(parts) + 1)]
        at = next(name for name in reversed(packages) if (PROJECT / f"{name.replace('.', '/')}.py").is_file())
        module = import_module(at)
        if at != each.function:
            assert attrgetter(each.function.removeprefix(f"{at}."))(module)


@pytest.mark.parametrize(
    ("was", "became", "may"),
    [
        ("zip(a, b, strict=True)", "zip(a, b)", True),
        ("zip(a, b, strict=True)", "zip(a, b, strict=False)", True),
        ("open(a, encoding='utf-8')", "open(a, encoding='UTF-8')", True),
        ("zip(a, b, strict=True)", "zip(a, strict=True)", False),
        ("a > b", "a >= b", False),
    ],
)
def test_some_changes_may_be_made_anywhere(was: str, became: str, *, may: bool) -> None:
    assert always(Change("course.some.thing", was, became)) is may
    assert all(row["why"].endswith(".") for row in listed()["always"])
