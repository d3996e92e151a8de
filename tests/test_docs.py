"""The README and the pages for teachers: what they promise is there, and what they say of data is what is stored."""

from __future__ import annotations

import json
import re
import tomllib
from dataclasses import fields
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pandas as pd
import pytest

import course
from course.cli import app
from course.desk.coding_desk import coding_desk
from course.questions import hand_in, keeping, save_progress
from course.questions.record import Entry, Record, Try
from course.teach.clock import clock as times
from course.teach.guides import guides_folder, read_guide
from course.teach.prose import blocks
from tests.test_plain_words import hard_words

PROJECT = Path(__file__).parents[1]
DOCS = PROJECT / "docs"
PAGES = [PROJECT / "README.md", *sorted(DOCS.glob("*.md"))]
OURS = [DOCS / f"{name}.md" for name in ("teaching", "a-war-in-the-room", "a-made-up-march", "a-made-up-march-key")]
LINK = re.compile(r"(!?)\[([^\]]*)\]\(((?:[^()\s]|\([^()\s]*\))+)\)")
CODE = re.compile(r"^```.*?^```|`[^`\n]+`", re.MULTILINE | re.DOTALL)
COMMAND = re.compile(r"\b(?:course (?!\.)\w+|py -m|pip|make \w+)|\.venv")
IN_CODE = re.compile(r"(?:^|[/\\ ])course ([a-z]+)", re.MULTILINE)
FIELD = re.compile(r"`([a-z_]+)`")
SET_UP, COMMANDS = "## Set it up", "## When it fails"

each = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)


def text_of(page: Path) -> str:
    return page.read_text(encoding="utf-8")


def anchors(page: Path) -> set[str]:
    """What a link can lead to in a page, as GitHub makes it of the headings."""
    headings = [block.text for block in blocks(text_of(page)) if block.kind == "heading"]
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@each
def test_every_link_leads_somewhere_and_every_picture_is_there(page: Path) -> None:
    found = LINK.findall(text_of(page))
    assert found
    for image, text, target in found:
        assert text.strip()
        assert not image or len(text) > 12, f"{target}: its text says what it shows"
        if target.startswith("https://"):
            continue
        path, _, anchor = target.partition("#")
        aim = (page.parent / path).resolve() if path else page
        assert aim.exists(), target
        assert not anchor or anchor in anchors(aim), target


def test_each_badge_is_our_own_picture_and_leads_somewhere() -> None:
    page = re.sub(r"<!--.*?-->", "", text_of(PROJECT / "README.md"), flags=re.DOTALL)
    badges = re.findall(r"^\[!\[([^\]]+)\]\(([^)]+)\)\]\[(\w+)\]$", page, re.MULTILINE)
    assert [Path(path).name for _, path, _ in badges] == ["badge-site.svg", "badge-binder.svg"]
    for text, path, name in badges:
        root = ET.fromstring(text_of(PROJECT / path))  # noqa: S314 - our own file
        [title] = [each for each in root if each.tag.endswith("title")]
        assert (title.text or "").startswith(text)
        written = "".join(each.text or "" for each in root if each.tag.endswith("text"))
        assert text.startswith(written), "who hears the page is told what stands there"
        asked = [value for node in root.iter() for value in node.attrib.values() if "//" in value or "url(" in value]
        assert asked == [], "a picture asks no other host"
        [target] = re.findall(rf"^\[{name}\]: (\S+)$", page, re.MULTILINE)
        if not target.startswith("https://"):
            file, _, anchor = target.partition("#")
            assert not anchor or anchor in anchors(PROJECT / file)
            assert (PROJECT / file).is_file()


def test_a_picture_of_a_word_is_a_drawing_in_black_grey_and_white_with_a_title() -> None:
    pictures = sorted((DOCS / "pictures" / "words").glob("*.svg"))
    page = text_of(DOCS / "teaching.md")
    assert len(pictures) == 12
    for picture in pictures:
        assert f"](pictures/words/{picture.name})<br>**" in page
        root = ET.fromstring(text_of(picture))  # noqa: S314 - our own file
        [title] = [each for each in root if each.tag.endswith("title")]
        assert len(title.text or "") > 10
        colours = {value for node in root.iter() for name, value in node.attrib.items() if name in {"fill", "stroke"}}
        for colour in colours - {"none"}:
            assert re.fullmatch(r"#([0-9a-f])\1\1|#([0-9a-f]{2})\2\2", colour), f"{picture.name}: {colour}"


@pytest.mark.parametrize(("page", "heading"), [("README.md", SET_UP), ("docs/teaching.md", COMMANDS)])
def test_a_teacher_meets_no_command_before_the_part_that_is_about_them(page: str, heading: str) -> None:
    before, found, after = text_of(PROJECT / page).partition(f"\n{heading}\n")
    assert found
    assert [code for code in CODE.findall(before) if COMMAND.search(code)] == []
    assert COMMAND.search(after), "the test finds commands where there are some"


def test_the_first_screen_shows_a_lesson() -> None:
    first = text_of(PROJECT / "README.md").partition(f"\n{SET_UP}\n")[0]
    assert "https://mybinder.org" not in first, "no address, no badge"
    assert "OWNER/NAME" not in re.sub(r"<!--.*?-->", "", text_of(PROJECT / "README.md"), flags=re.DOTALL)
    assert "| minutes | what happens |" in first
    assert sum(bool(image) for image, _, _ in LINK.findall(first)) == 1
    ways = [line for line in first.splitlines() if line.startswith("| **")]
    assert len(ways) == 4
    assert all(LINK.search(way) for way in ways)


def test_the_minutes_of_the_first_screen_are_those_of_the_lesson_by_the_clock() -> None:
    first = text_of(PROJECT / "README.md").partition(f"\n{SET_UP}\n")[0]
    rows = re.findall(r"^\| ([\d +]+) \|", first, re.MULTILINE)
    minutes = [int(number) for row in rows for number in row.split("+")]
    assert minutes == [after - before for before, after in zip(clock(), clock()[1:], strict=False)]


def clock() -> list[int]:
    """The clock times of the lesson on the teacher's page, in minutes."""
    times = re.findall(r"^\| (\d):(\d\d) \|", text_of(DOCS / "teaching.md"), re.MULTILINE)
    return [60 * int(hour) + int(minute) for hour, minute in times]


def test_the_lesson_by_the_clock_fills_45_minutes_and_asks_only_questions_of_its_notebook() -> None:
    assert clock() == sorted(set(clock()))
    assert (clock()[0], clock()[-1]) == (0, 45)
    spec = tomllib.loads((PROJECT / "notebooks/exercises/03_how_many.toml").read_text(encoding="utf-8"))
    asked = set(re.findall(r"\b3\.\d\b", text_of(DOCS / "teaching.md")))
    assert {"3.1", "3.3", "3.6"} <= asked <= {question["id"] for question in spec["question"]}


def test_the_page_tells_the_lesson_of_the_guide() -> None:
    guide = read_guide(guides_folder() / "03_how_many.toml")
    starts = [line.at for line in times(guide.plans["clock45"]) if line.at]
    assert [f"{minute // 60}:{minute % 60:02}" for minute in clock()] == [*starts, "0:45"]
    page = text_of(DOCS / "teaching.md")
    rows = [line for line in page.splitlines() if re.match(r"\| \d:\d\d", line)]
    asked = [question for step in guide.plans["clock45"] if step.need == "must" for question in step.questions]
    assert re.findall(r"\b3\.\d\b", "\n".join(rows)) == asked
    assert guide.board in page
    prompt, _, _ = guide.exit.prompt.rpartition(" Write ")
    said = [re.sub('[“”*"]', "", text) for text in (page, *guide.say, prompt, guide.exit.levels[1])]
    assert [text for text in said[1:] if text not in said[0]] == []


@each
def test_every_command_that_a_page_names_is_one(page: Path) -> None:
    known = set(app.commands)
    named = {name for code in CODE.findall(text_of(page)) for name in IN_CODE.findall(code.strip("`"))}
    assert named <= known, named - known


def test_the_set_up_of_the_readme_installs_what_the_printed_pages_need() -> None:
    readme = text_of(PROJECT / "README.md")
    [windows] = re.findall(r"^\.venv\\Scripts\\python -m pip install (.*)$", readme, re.MULTILINE)
    assert windows == '-c requirements-dev.txt -e ".[teach]"', "in words that cmd, PowerShell and bash take alike"
    lab = text_of(PROJECT / "Makefile").partition("$(VENV)/.lab: ")[2].partition("\n\n")[0]
    assert "--editable '.[teach]'" in lab


def stored(schema: dict[str, Any]) -> set[str]:
    """The names of all fields that a schema declares, in lists and tables within it too."""
    own = schema.get("properties", {})
    return set(own).union(*map(stored, [*own.values(), *([schema["items"]] if "items" in schema else [])]), set())


def named_under(heading: str) -> set[str]:
    """The fields that the page of letters names under a heading."""
    part = text_of(DOCS / "letters.md").partition(f"\n{heading}\n")[2].partition("\n#")[0]
    return {field for line in part.splitlines() if line.startswith("| `") for field in FIELD.findall(line)}


def test_the_letters_name_each_field_of_a_hand_in_and_no_other() -> None:
    schema = json.loads(hand_in.SCHEMA.read_text(encoding="utf-8"))
    assert len(stored(schema)) > 20
    assert named_under("### Each field of a hand-in") == stored(schema)


def test_the_letters_name_each_field_of_the_progress_and_no_other() -> None:
    kept = set(json.loads(Record().to_json())) | {field.name for of in (Entry, Try) for field in fields(of)}
    assert {field.name for field in fields(Record)} <= kept
    assert named_under("### Each field of the progress on the computer") == kept


def test_the_letters_name_the_files_as_they_are_called() -> None:
    letters = text_of(DOCS / "letters.md")
    named = (keeping.FILE_NAME, save_progress.DEFAULT_FILE, "hand-in-….json", "coding-…", ".ipynb_checkpoints")
    assert [name for name in map(str, named) if f"`{name}`" not in letters] == []
    assert "`coding-`" in (coding_desk.__doc__ or "")


@pytest.mark.parametrize("page", OURS, ids=lambda page: page.name)
def test_a_page_that_a_class_meets_is_written_in_plain_words(page: Path) -> None:
    assert hard_words(text_of(page)) == []


def test_the_made_up_march_has_a_key_with_each_question_and_shows_no_answer() -> None:
    march, key = text_of(DOCS / "a-made-up-march.md"), text_of(DOCS / "a-made-up-march-key.md")
    asked = re.findall(r"^\*\*(\d)\.\*\* ", march, re.MULTILINE)
    assert asked == [str(number) for number in range(1, 9)]
    assert re.findall(r"^\| \*\*(\d)\*\* \| (?:3\.\d )?\| ", key, re.MULTILINE) == asked
    assert re.findall(r"^\| \*\*(\d)\*\* \| (?!3)\w.* \| .+ \|$", march, re.MULTILINE) == asked, "two hints each"
    for answer in ("2,001", "159", "more than 25", "0 to 80"):
        assert answer in key
        assert answer not in march


def test_the_minutes_of_the_made_up_march_add_up() -> None:
    march = text_of(DOCS / "a-made-up-march.md")
    minutes = sum(map(int, re.findall(r"^## .*\((\d+) minutes\)$", march, re.MULTILINE)))
    assert f"A lesson on paper, {minutes} minutes." in march


def test_the_answers_of_the_made_up_march_are_those_of_the_course() -> None:
    march = text_of(DOCS / "a-made-up-march.md").partition("## 3. Answer")[0]
    said = re.findall(r"(more than|up to|nearly) ([\d,]+)", march.partition("keep a march safe")[2], re.IGNORECASE)
    mentions = pd.DataFrame(
        {
            "number": [int(number.replace(",", "")) for _, number in said],
            "hedge": [hedge.lower() for hedge, _ in said],
        }
    )
    bounds = course.bounds(mentions)
    assert list(bounds["low"]) == [2001, 0, 0, 0]
    assert list(bounds["high"][1:]) == [20, 80, 59]
    assert bounds["high"][1:].sum() == 159
    assert bounds["low"][0] / bounds["high"][2] > 25
