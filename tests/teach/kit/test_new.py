"""An own case from a text: everything to start with, and nothing of the text but wordings; nothing is overwritten."""

from __future__ import annotations

import csv
import re
from datetime import date
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

import course
from course.cli import app
from course.content import ContentError
from course.finder.text import words
from course.fingerprints import fingerprint
from course.teach.kit.new import OWN, days, new

if TYPE_CHECKING:
    from pathlib import Path

PARAGRAPHS = (
    "At least nine people drowned on Tuesday when the river Ilme rose, the mayor of Osten said.",
    "Between 20 and 30 homes stand empty, and damage is put at $74 million by an insurer.",
)
MOST_WORDS = 6


@pytest.fixture
def text(tmp_path: Path) -> Path:
    path = tmp_path / "flood.txt"
    path.write_text("\n".join(["A wet night", *PARAGRAPHS, "with wires"]), encoding="utf-8")
    return path


def files(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text(encoding="utf-8") for path in folder.rglob("*") if path.is_file()}


def test_a_case_is_made_that_loads_at_once(tmp_path: Path, text: Path) -> None:
    made = new(tmp_path / "my-flood", "A flood", text, (date(2021, 8, 24), date(2021, 8, 24)))
    assert (made.paragraphs, made.proposed, made.left_out) == (2, 3, ("with wires",))
    case = course.load(tmp_path / "my-flood")
    assert (case.name, case.title, case.written) == ("my-flood", "A flood", (date(2021, 8, 24), date(2021, 8, 24)))
    assert case.tables == OWN
    assert list(case.counts["number"]) == [9, 20, 74_000_000]
    assert case.counts["proposed"].all()
    assert case.fingerprints == {number: fingerprint(each) for number, each in enumerate(PARAGRAPHS, start=1)}
    assert (tmp_path / "my-flood.ipynb").is_file()


def test_nothing_of_the_text_is_in_it_but_six_words_in_a_row(tmp_path: Path, text: Path) -> None:
    new(tmp_path / "my-flood", text=text)
    held = " ".join(words(" ".join(files(tmp_path / "my-flood").values())))
    for paragraph in PARAGRAPHS:
        said = words(paragraph)
        assert not any(" ".join(said[at : at + MOST_WORDS + 1]) in held for at in range(len(said) - MOST_WORDS))


def test_the_text_is_kept_only_where_one_says_so(tmp_path: Path, text: Path) -> None:
    new(tmp_path / "my-flood", text=text, keep_text=True)
    assert (tmp_path / "my-flood/text.txt").read_text(encoding="utf-8").splitlines() == list(PARAGRAPHS)
    with pytest.raises(ContentError, match="There is no text to keep"):
        new(tmp_path / "other", keep_text=True)


def test_without_a_text_there_are_tables_with_headers(tmp_path: Path) -> None:
    new(tmp_path / "my-flood")
    case = course.load(tmp_path / "my-flood")
    assert all(case.table(name).empty for name in case.tables)
    assert case.title == "my-flood"
    assert case.written is None
    with (tmp_path / "my-flood/counts.csv").open(encoding="utf-8") as lines:
        assert next(csv.reader(lines))[0] == "mention"


@pytest.mark.parametrize("there", ["my-flood", "my-flood.ipynb"])
def test_nothing_is_overwritten(tmp_path: Path, text: Path, there: str) -> None:
    (tmp_path / there).mkdir() if "." not in there else (tmp_path / there).write_text("mine", encoding="utf-8")
    before = sorted(tmp_path.iterdir())
    with pytest.raises(ContentError, match=f"{there} is there already, and nothing is overwritten"):
        new(tmp_path / "my-flood", text=text)
    assert sorted(tmp_path.iterdir()) == before


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("My Flood", "'My Flood': the name of a case has small letters, digits and hyphens only. Try 'my-flood'."),
        ("Überschwemmung!", "Try 'berschwemmung'."),
        ("macron-biden-call", "'macron-biden-call' is a case of the course. Take another name."),
    ],
)
def test_a_name_that_is_none_is_told_with_a_better_one(tmp_path: Path, name: str, said: str) -> None:
    with pytest.raises(ContentError, match=re.escape(said)):
        new(tmp_path / name)


def test_a_text_that_cannot_be_read_makes_nothing(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match="cannot be read"):
        new(tmp_path / "my-flood", text=tmp_path / "nowhere.txt")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("", None),
        ("2021-08-24", (date(2021, 8, 24), date(2021, 8, 24))),
        ("2021-08-23..2021-08-24", (date(2021, 8, 23), date(2021, 8, 24))),
    ],
)
def test_days_are_one_or_two(written: str, found: tuple[date, date] | None) -> None:
    assert days(written) == found


@pytest.mark.parametrize("written", ["yesterday", "24/08/2021", "2021-08-24..2021-08-25..2021-08-26", "2021-02-30"])
def test_what_is_no_day_is_told(written: str) -> None:
    with pytest.raises(ContentError, match="is not a day such as 2021-08-24"):
        days(written)


def test_days_in_the_wrong_order_are_told(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match="the second day is the earlier one"):
        new(tmp_path / "my-flood", written=(date(2021, 8, 25), date(2021, 8, 24)))


def test_the_command_says_what_there_is_now_and_what_to_do(
    tmp_path: Path, text: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(app, ["new", "my-flood", "--text", text.name, "--written", "2021-08-24"])
    assert done.exit_code == 0, done.output
    first, left_out, *steps = done.output.splitlines()
    assert first == "my-flood: a case of your own. 2 paragraphs, 3 numbers found."
    assert left_out == "Left out as subheads or credits: with wires."
    assert course.load("my-flood").title == "A wet night"
    assert [step[:2] for step in steps] == ["1.", "2.", "3.", "4."]
    again = CliRunner().invoke(app, ["new", "my-flood"])
    assert again.exit_code == 1
    assert "is there already" in again.output


def test_the_readme_is_a_page_that_names_what_is_there(tmp_path: Path, text: Path) -> None:
    new(tmp_path / "my-flood", "A flood", text)
    page = files(tmp_path / "my-flood")["README.md"]
    named = set(re.findall(r"`([\w-]+\.(?:csv|md|json))`", page))
    assert named <= set(files(tmp_path / "my-flood"))
    assert {f"{table}.csv" for table in OWN} <= named
    assert "{" not in page
