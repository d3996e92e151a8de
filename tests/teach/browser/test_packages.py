"""The table of the site's files is whole, and no file is taken that is not the one that is meant."""

from __future__ import annotations

import subprocess
from hashlib import sha256
from typing import TYPE_CHECKING

import pytest

from course.teach.browser import packages
from course.teach.browser.packages import Item, NotToBeHadError, fetch, items, release, used

if TYPE_CHECKING:
    from pathlib import Path

FILE = Item("thing", "thing-1.2-py3-none-any.whl", sha256(b"right").hexdigest(), "pyodide", "start")


def test_each_file_is_named_once_with_its_sha256() -> None:
    files = [item.file for item in items()]
    assert len(set(files)) == len(files)
    for item in items():
        assert len(item.sha256) == 64
        assert item.source in {"pyodide", "index"}
        assert item.use in {"core", "start", "later", "tool", "page"}
        assert item.version


def test_what_a_package_rests_on_is_in_the_table_and_no_later_than_itself() -> None:
    uses = {item.name: item.use for item in items()}
    for item in used("start", "later"):
        assert item.imports
        for name in item.depends:
            assert uses[name] == "start" or item.use == "later", (item.name, name)


def test_nothing_under_the_gpl_is_packed() -> None:
    assert "krippendorff" not in {item.name for item in items()}


@pytest.mark.parametrize("content", [b"right", b"another one", None])
def test_a_file_is_taken_by_its_sha256(tmp_path: Path, content: bytes | None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packages, "items", lambda: (FILE,))
    if content:
        (tmp_path / FILE.file).write_bytes(content)
    if content == b"right":
        assert fetch(str(tmp_path), tmp_path / "kept") == {FILE.file: tmp_path / FILE.file}
        return
    said = "is not the file that is meant" if content else "is missing from"
    with pytest.raises(NotToBeHadError, match=said):
        fetch(str(tmp_path), tmp_path / "kept")


def test_a_file_of_a_release_is_fetched_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "there").mkdir()
    (tmp_path / "there" / FILE.file).write_bytes(b"right")
    table = {"pyodide": {"release": "1.0", "address": f"file://{tmp_path}/there/{{file}}"}}
    monkeypatch.setattr(packages, "table", lambda: table)
    monkeypatch.setattr(packages, "items", lambda: (FILE,))
    [place] = fetch("1.0", tmp_path / "kept").values()
    assert place.read_bytes() == b"right"
    (tmp_path / "there" / FILE.file).unlink()
    assert fetch("1.0", tmp_path / "kept")
    place.unlink()
    with pytest.raises(NotToBeHadError, match="could not be fetched from file://"):
        fetch("1.0", tmp_path / "kept")


def test_another_release_is_refused_with_the_one_that_fits(tmp_path: Path) -> None:
    with pytest.raises(NotToBeHadError, match=f"fit Pyodide {release()} alone"):
        fetch("0.1.2", tmp_path)


def test_what_pip_says_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    wheel = Item("thing", FILE.file, FILE.sha256, "index", "start")
    monkeypatch.setattr(packages, "items", lambda: (wheel,))
    asked: list[list[str]] = []

    def run(command: list[str], **_: object) -> subprocess.CompletedProcess[str]:
        asked.append(command)
        return subprocess.CompletedProcess(command, 1, "", "no such index")

    monkeypatch.setattr("course.teach.browser.packages.subprocess.run", run)
    with pytest.raises(NotToBeHadError, match="no such index"):
        fetch(str(tmp_path), tmp_path / "kept")
    assert {"--require-hashes", "--no-deps"} <= set(asked[0])
    assert wheel.requirement == f"thing==1.2 --hash=sha256:{FILE.sha256}"


def test_what_is_missing_is_named_without_asking_for_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    wheel = Item("wheel", "wheel-1-py3-none-any.whl", FILE.sha256, "index", "start")
    monkeypatch.setattr(packages, "items", lambda: (FILE, wheel))
    assert packages.missing("1.0", tmp_path) == [FILE.file, wheel.file]
    (tmp_path / wheel.file).write_bytes(b"right")
    (tmp_path / "release").mkdir()
    (tmp_path / "release" / FILE.file).write_bytes(b"right")
    assert packages.missing(str(tmp_path / "release"), tmp_path) == []
