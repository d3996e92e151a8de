"""Where the course keeps things, and what it says where one of them is missing or broken."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import course
from course import content
from course.content import ContentError, did_you_mean, read_digest, read_json


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with cases of our own, and a vocabulary."""
    monkeypatch.setattr(content, "root", lambda: tmp_path)
    for name in ("boat-race", "zebra-count", "vocabulary", "apple-fair"):
        (tmp_path / "data" / name).mkdir(parents=True)
        (tmp_path / "data" / name / "datapackage.json").write_text("{}", encoding="utf-8")
    (tmp_path / "data" / "drafts").mkdir()
    return tmp_path / "data"


def test_the_cases_are_the_folders_with_a_package_in_alphabetical_order(data: Path) -> None:
    assert course.cases() == ["apple-fair", "boat-race", "zebra-count"], (
        "neither the vocabulary nor a folder without a package"
    )
    assert content.case_folder("boat-race") == data / "boat-race"


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("boat-rase", "There is no case 'boat-rase'. Did you mean 'boat-race'?"),
        ("moon", "There is no case 'moon'. Valid are: 'apple-fair', 'boat-race', 'zebra-count'."),
        (None, "A case has a name or a folder, not a NoneType."),
        (3, "A case has a name or a folder, not a int."),
        ([], "A case has a name or a folder, not a list."),
    ],
)
@pytest.mark.usefixtures("data")
def test_a_case_that_is_none_is_told_with_those_that_are(name: Any, said: str) -> None:
    with pytest.raises(ContentError, match=re.escape(said)):
        content.case_folder(name)


def test_a_case_may_be_a_folder_by_its_path_or_in_words_and_needs_a_package(pack: Path, tmp_path: Path) -> None:
    assert content.case_folder(pack) == content.case_folder(str(pack)) == pack
    for none in (tmp_path, str(tmp_path), Path("macron-biden-call"), "cases/macron-biden-call"):
        with pytest.raises(ContentError, match="there is no datapackage.json in this folder, so it is not a case"):
            content.case_folder(none)


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("TROOP", "Did you mean 'Troops'?"),
        ("plcaes", "Did you mean 'places'?"),
        ("xyz", "Valid are: 'Troops', 'places'."),
        ("", "Valid are: 'Troops', 'places'."),
    ],
)
def test_the_nearest_word_is_named_as_it_is_written_or_all_where_none_is_near(word: str, said: str) -> None:
    assert did_you_mean(word, iter(["Troops", "places"])) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (b'{"a": 1,\n}', "a.json, line 2, column 1: this is not JSON"),
        (b"[1]", "a.json: an object in braces was expected, not a list."),
        (b"\xff{}", "a.json: byte 0 is not UTF-8. Save the file as UTF-8."),
        (None, "a.json: the file is missing from "),
    ],
)
def test_a_broken_json_file_says_where(tmp_path: Path, text: bytes | None, said: str) -> None:
    if text is not None:
        (tmp_path / "a.json").write_bytes(text)
    with pytest.raises(ContentError, match=re.escape(said)):
        read_json(tmp_path / "a.json")


def test_a_digest_is_its_numbered_lines_and_what_stands_between_is_for_authors(tmp_path: Path) -> None:
    (tmp_path / "digest.md").write_text(
        "\ufeff# A digest\n\n1. One.\n\nA remark.\n2.  Two: 3. of them.\n", encoding="utf-8"
    )
    assert read_digest(tmp_path) == {1: "One.", 2: "Two: 3. of them."}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (b"1. One.\n2. Two.\n4. Four.\n", "digest.md, line 3: paragraph 3 was expected, not 4."),
        (b"2. Two.\n", "digest.md, line 1: paragraph 1 was expected, not 2."),
        (b"One.\nTwo.\n", "digest.md: no paragraph was found. A paragraph is a line like '1. What it says.'"),
        (b"1. \xff\n", "digest.md: byte 3 is not UTF-8."),
        (None, "digest.md: the file is missing from "),
    ],
)
def test_a_broken_digest_says_where(tmp_path: Path, text: bytes | None, said: str) -> None:
    if text is not None:
        (tmp_path / "digest.md").write_bytes(text)
    with pytest.raises(ContentError, match=re.escape(said)):
        read_digest(tmp_path)


def test_in_ipython_it_is_one_sentence_also_where_the_course_has_set_up_no_kernel() -> None:
    code = "import course; course.progress(5)"
    done = subprocess.run(
        [sys.executable, "-m", "IPython", "-c", code], capture_output=True, encoding="utf-8", check=False
    )
    assert "There is no notebook 5. Did you mean '05'?" in done.stdout
    assert "progress.py" not in done.stdout + done.stderr


def test_of_no_valid_word_none_is_named() -> None:
    assert did_you_mean("boat", []) == "There is none yet."


def test_the_lessons_are_the_learners_notebooks_and_the_glossary_and_no_copy_that_somebody_has_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ours = [place.name for place in content.lesson_files()]
    assert (ours[3], ours[-1]) == ("03_how_many.ipynb", "glossary.ipynb")
    monkeypatch.setattr(content, "notebooks_folder", lambda: tmp_path)
    for name in (
        "03_b.ipynb",
        "00_a.ipynb",
        "03_b-mine-2.ipynb",
        "03_b - yours until 2026-11-29.ipynb",
        "coding.ipynb",
    ):
        (tmp_path / name).touch()
    assert [place.name for place in content.lesson_files()] == ["00_a.ipynb", "03_b.ipynb", "glossary.ipynb"]
