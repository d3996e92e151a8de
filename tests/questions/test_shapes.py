"""A file or a spec of another shape is refused, with its place and the remedy."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from course.content import ContentError
from course.questions.spec import read_lesson
from tests.questions import samples
from tests.questions.samples import GOOD

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("title =", "titel =", "09_test.toml: 'titel' is not a key of the file. Did you mean 'title'?"),
        ('case = "macron-biden-call"', "", "09_test.toml: 'case' is missing."),
        ("[[question]]", "[[question", "09_test.toml: this is not TOML"),
    ],
)
def test_a_mistake_in_a_file_is_refused(tmp_path: Path, old: str, new: str, said: str) -> None:
    path = tmp_path / "09_test.toml"
    path.write_text(GOOD.replace(old, new), encoding="utf-8")
    with pytest.raises(ContentError, match=re.escape(said)):
        read_lesson(path)


def test_a_choice_needs_its_options(tmp_path: Path) -> None:
    path = tmp_path / "09_test.toml"
    path.write_text(GOOD.replace('kind = "number"', 'kind = "choice"\noptions = { a = "one" }'), encoding="utf-8")
    with pytest.raises(ContentError, match="at least 2 keys"):
        read_lesson(path)


BAD_SHAPES = {
    'id = "9.1"': ["id = 9.1", 'id = "nine"', 'id = " "', "id = []"],
    'kind = "number"': ["kind = 3", "kind = []", "kind = {}"],
    'track = "reading"': ["track = 3", "track = []"],
    'prompt = "How many?"': ["prompt = 3", 'prompt = "  "', "prompt = []"],
    'outcome = "count"': ["outcome = 3", 'outcome = ""'],
    'level = "apply"': ['level = "analyze"', "level = 3", "level = []"],
    "minutes = 1": ["minutes = 0", "minutes = -1", "minutes = true", 'minutes = "1"', "minutes = 1.5"],
    "paragraphs = [4]": ["paragraphs = 4", "paragraphs = [[]]", 'paragraphs = ["4"]', "paragraphs = [0]"],
    'right = "Yes."': ["right = 3", 'right = " "'],
    'default = "No."': ["default = []", 'default = ""'],
    'hints = ["Look.", "Look closer."]': ["hints = 3", 'hints = "Look."', "hints = [1, 2]", 'hints = ["Look.", " "]'],
    "answer = 4\n": ["answer = []\n", "answer = {}\n", "answer = nan\n", "answer = true\n"],
    'name = "count-slip"': ["name = 3", 'name = ""', "name = []", ""],
    'answer = 5\nfeedback = "One too many."': ['answer = 5\nfeedback = ""', "answer = 5\nfeedback = 3", "answer = 5"],
    "answer = 5\n": ['answer = "zz"\n', "answer = [1, 2]\n", "answer = nan\n"],
    "between = [6, 9]": [
        "between = 5",
        "between = [1]",
        "between = [1, 2, 3]",
        'between = ["a", "b"]',
        "between = [9, 6]",
    ],
}


@pytest.mark.parametrize(("old", "new"), [(old, new) for old, several in BAD_SHAPES.items() for new in several])
def test_a_value_of_another_shape_is_refused(tmp_path: Path, old: str, new: str) -> None:
    assert GOOD.count(old) == 1
    path = tmp_path / "09_test.toml"
    path.write_text(GOOD.replace(old, new), encoding="utf-8")
    with pytest.raises(ContentError, match=r"^09_test\.toml, question (9\.1|9\.1|nine| |\[\]): "):
        read_lesson(path)


def test_the_name_of_a_misconception_is_one_of_the_misreadings(tmp_path: Path) -> None:
    path = tmp_path / "09_test.toml"
    path.write_text(GOOD.replace('"count-slip"', '"count-slips"'), encoding="utf-8")
    said = "misconception: 'count-slips' is not the name of a misreading. Did you mean 'count-slip'?"
    with pytest.raises(ContentError, match=re.escape(f"09_test.toml, question 9.1: {said}")):
        read_lesson(path)


BAD_CONDITIONS = {
    "choice": ["answer = 'zz'", "answer = 3", "answer = ['a']"],
    "choices": ["contains = ['zz']", "contains = 1", "lacks = 'a'", "answer = 'a'", "contains = []"],
    "order": [
        "before = ['a']",
        "before = ['a', 'zz']",
        "before = ['a', 'a']",
        "first = 'zz'",
        "last = 3",
        "answer = ['a']",
    ],
    "bounds": ["low = 'few'", "low_between = 3", "low_between = [9, 1]", "low_between = ['no limit', 9]", "answer = 3"],
    "date": ["answer = 'soon'", "between = ['2022-01-01']", "between = ['2022-02-01', '2022-01-01']"],
    "dates": ["start = 'soon'", "end = 3", "answer = '2022-01-01'", "start_between = ['2022-01-01', 3]"],
    "text": ["says = 1", "answer = 1", "answer = ''"],
    "table": ["contains = 1", "lacks = []", "values = ['x']", "values = { zz = { x = 1 } }", "values = { n = 3 }"],
}


@pytest.mark.parametrize(("kind", "bad"), [(kind, bad) for kind, several in BAD_CONDITIONS.items() for bad in several])
def test_a_condition_that_no_answer_could_meet_is_refused(tmp_path: Path, kind: str, bad: str) -> None:
    good = samples.file(kind)
    condition = samples.KINDS[kind][2]
    assert good.count(f"\n{condition}\n") == 1
    path = tmp_path / "09_test.toml"
    path.write_text(good.replace(f"\n{condition}\n", f"\n{bad}\n"), encoding="utf-8")
    with pytest.raises(ContentError, match=re.escape("09_test.toml, question 9.1: misconception")):
        read_lesson(path)


@pytest.mark.parametrize(
    ("kind", "old", "new"),
    [
        ("choice", "c = 'the meeting'", "c = 'the call'"),
        ("choice", "c = 'the meeting'", "c = 'A'"),
        ("table", "columns = ['n']", "columns = ['n', 'n']"),
        ("table", "columns = ['n']", "columns = [[]]"),
        ("table", "columns = ['n']", "columns = 'n'"),
        ("choices", "c = 'the meeting'", "c = 3"),
    ],
)
def test_parts_of_another_shape_are_refused(tmp_path: Path, kind: str, old: str, new: str) -> None:
    good = samples.file(kind)
    assert old in good
    path = tmp_path / "09_test.toml"
    path.write_text(good.replace(old, new), encoding="utf-8")
    with pytest.raises(ContentError, match=r"09_test.toml, question 9.1: "):
        read_lesson(path)


@pytest.mark.parametrize(
    "text",
    [
        "question = 3",
        "question = []",
        "question = [1]",
        "notebook = 3",
        "case = 3",
        "title = ''",
        "about = 3",
        "read = -1",
        "talk = '5'",
        "can = 3",
        "aims = 'one'",
        "needs = [3]",
        "short = ''",
    ],
)
def test_a_file_of_another_shape_is_refused(tmp_path: Path, text: str) -> None:
    key = text.split(" =", maxsplit=1)[0]
    lines = {"notebook": '"n"', "title": '"t"', "case": '"macron-biden-call"', "question": "[{}]"}
    lines |= {"about": '"a"', "read": "1", "talk": "0", "can": '"c"', "aims": "[]", "needs": "[]"}
    path = tmp_path / "09_test.toml"
    path.write_text("\n".join([*(f"{k} = {v}" for k, v in lines.items() if k != key), text]), encoding="utf-8")
    with pytest.raises(ContentError, match=f"09_test.toml: '{key}' must be"):
        read_lesson(path)


OPEN = """[open]
prompt = "Write."
rubric = ["one", "two", "three"]
example = "So."

"""


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('prompt = "Write."', 'promt = "Write."', "open: 'promt' is not a key. Did you mean 'prompt'?"),
        ('prompt = "Write."', "", "open: 'prompt' must be a text, not None."),
        ('"two", ', "", "open: 'rubric' must be a list of 3 texts, from the first level on, not ['one', 'three']."),
        ('"two"', "2", "open: 'rubric' must be a list of 3 texts"),
        ('example = "So."', 'example = " "', "open: 'example' must be a text, not ' '."),
        (OPEN, "open = 'Write.'\n", "'open' must be a table [open], not 'Write.'."),
    ],
)
def test_an_open_answer_of_another_shape_is_refused(tmp_path: Path, old: str, new: str, said: str) -> None:
    path = tmp_path / "09_test.toml"
    good = GOOD.replace("[[question]]", f"{OPEN}[[question]]", 1)
    path.write_text(good, encoding="utf-8")
    made = read_lesson(path).open
    assert made is not None
    assert (made.prompt, made.rubric, made.example) == ("Write.", ("one", "two", "three"), "So.")
    assert good.count(old) == 1
    path.write_text(good.replace(old, new), encoding="utf-8")
    with pytest.raises(ContentError, match=re.escape(f"09_test.toml: {said}")):
        read_lesson(path)


def test_a_file_that_is_not_utf8_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "09_test.toml"
    path.write_bytes(b"\xff\xfe")
    with pytest.raises(ContentError, match=r"09_test.toml: this is not TOML in UTF-8"):
        read_lesson(path)
