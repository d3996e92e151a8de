"""Every text says how its letters are kept, and how its lines end."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.structure.texts import without_encoding

PROJECT = Path(__file__).parents[2]
BROKEN = "tests/teach/broken/"
"""Cases that spreadsheets and other systems have changed: their bytes are what is tested."""
GIT = ["git", "-C", str(PROJECT)]


def tracked(*patterns: str) -> list[str]:
    """The files that git tracks, and those that it is to track."""
    command = [*GIT, "ls-files", "--cached", "--others", "--exclude-standard", *patterns]
    return subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout.splitlines()


def attributes(names: list[str]) -> dict[tuple[str, str], str]:
    """What `.gitattributes` says of files: by name and attribute."""
    command = [*GIT, "check-attr", "-z", "--stdin", "text", "eol", "linguist-generated"]
    told = subprocess.run(command, input="\0".join(names), check=True, capture_output=True, encoding="utf-8").stdout
    parts = told.split("\0")[:-1]
    return {(name, what): said for name, what, said in zip(parts[::3], parts[1::3], parts[2::3], strict=True)}


def test_no_text_is_left_to_the_encoding_of_the_system() -> None:
    names = [name for name in tracked("*.py") if (PROJECT / name).is_file()]
    assert without_encoding({name: (PROJECT / name).read_text(encoding="utf-8") for name in names}) == []


@pytest.mark.parametrize(
    "source",
    [
        "open(place)",
        "open(place, 'w')",
        "open(place, mode='a+')",
        "io.open(place)",
        "os.fdopen(number)",
        "place.open('w', newline='')",
        "place.read_text()",
        "place.write_text(text)",
        "place.write_text(text, newline='')",
        "tempfile.NamedTemporaryFile('w')",
        "subprocess.run(command, text=True)",
        "subprocess.Popen(command, universal_newlines=True)",
    ],
)
def test_a_text_without_an_encoding_is_found(source: str) -> None:
    assert without_encoding({"course/a.py": source}) == ["course/a.py:1 names no encoding"]


@pytest.mark.parametrize(
    "source",
    [
        "open(place, 'rb')",
        "open(place, encoding='utf-8')",
        "place.open('xb')",
        "place.read_text('utf-8')",
        "place.write_text(text, encoding=given)",
        "place.read_bytes()",
        "read_text(place)",
        "webbrowser.open(address)",
        "archive.open('data.csv')",
        "tempfile.NamedTemporaryFile()",
        "subprocess.run(command, text=False)",
        "subprocess.run(command, encoding='utf-8')",
        "subprocess.run(command, **how)",
        "new(folder, text=text)",
        "desk.open()",
    ],
)
def test_what_says_it_or_holds_no_text_is_none_of_these(source: str) -> None:
    assert without_encoding({"course/a.py": source}) == []


def test_in_tests_only_programs_are_asked() -> None:
    assert without_encoding({"tests/a.py": "place.write_text('old')"}) == []
    assert without_encoding({"tests/a.py": "\nrun(command, text=True)"}) == ["tests/a.py:2 names no encoding"]


def test_every_text_has_the_line_ends_of_linux_in_each_checkout() -> None:
    names = tracked()
    said = attributes(names)
    as_it_is = {name for name in names if said[name, "text"] == "unset"}
    assert {name for name in names if name.endswith((".png", ".xlsx")) or name.startswith(BROKEN)} == as_it_is
    assert {name for name in names if said[name, "eol"] != "lf"} <= as_it_is
    assert {"binder/start", ".ci/run"} <= set(names) - as_it_is


def test_what_is_generated_is_folded_away_on_github() -> None:
    said = attributes(names := tracked())
    folded = {name for name in names if said[name, "linguist-generated"] in {"set", "true"}}
    assert folded == set(tracked("notebooks/*.ipynb"))


def test_no_line_ends_as_on_windows_is_tracked() -> None:
    told = subprocess.run([*GIT, "ls-files", "--eol"], check=True, capture_output=True, encoding="utf-8").stdout
    assert [line for line in told.splitlines() if line.startswith(("i/crlf", "i/mixed"))] == []
