"""What is said of a file by its name."""

from __future__ import annotations

import pytest

from course.teach.collect import foreign


@pytest.mark.parametrize(
    "name", ["x.json", "X.JSON", "03.ipynb", "t.csv", "x.json.txt", "hand-in", ".course-progress.json"]
)
def test_what_may_hold_answers_is_read(name: str) -> None:
    assert foreign.reason(name, 1) == ""


@pytest.mark.parametrize(
    ("name", "size", "line"),
    [
        ("x.PDF", 1, "It is a document, and only hand-ins"),
        ("x.tar.gz", 1, "unpack it, or save it as a zip file."),
        ("x.json.exe", 1, "of which nothing was run"),
        ("x.json", 0, "It is empty."),
        ("x.json", 20 * 2**20 + 1, "at most 20 are read"),
        ("x.ipynb", 60 * 2**20 + 1, "at most 60 are read"),
    ],
)
def test_what_is_not_read_has_its_reason(name: str, size: int, line: str) -> None:
    assert line in foreign.reason(name, size)


def test_a_notebook_may_be_larger() -> None:
    assert foreign.reason("x.ipynb", 30 * 2**20) == ""
    assert foreign.most("x.ipynb") > foreign.most("x.json")


def test_only_a_zip_file_is_looked_into() -> None:
    assert [foreign.is_zip(name) for name in ("a.zip", "a.ZIP", "a.docx", "zip")] == [True, True, False, False]
