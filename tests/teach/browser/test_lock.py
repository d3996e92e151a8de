"""The list that Pyodide reads names each package as Pyodide looks for it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from course.teach.browser.lock import Package, key, text

if TYPE_CHECKING:
    from pathlib import Path


def test_a_list_has_files_imports_and_what_they_rest_on(tmp_path: Path) -> None:
    place = tmp_path / "a_thing-1.whl"
    place.write_bytes(b"x")
    every = [Package("a_thing", "1", place, ("thing",), ("Other.One",)), Package("other-one", "2", place)]
    found = json.loads(text({"python": "3.12.7"}, every))
    assert found["info"] == {"python": "3.12.7"}
    assert found["packages"]["a-thing"]["file_name"] == "a_thing-1.whl"
    assert found["packages"]["a-thing"]["imports"] == ["thing"]
    assert found["packages"]["a-thing"]["depends"] == ["other-one"]


def test_a_package_that_is_not_there_is_named(tmp_path: Path) -> None:
    place = tmp_path / "a.whl"
    place.write_bytes(b"")
    with pytest.raises(ValueError, match="a depends on b"):
        text({}, [Package("a", "1", place, (), ("b",))])


@pytest.mark.parametrize(("name", "found"), [("python_dateutil", "python-dateutil"), ("A..b", "a-b")])
def test_names_are_written_in_one_way(name: str, found: str) -> None:
    assert key(name) == found
