"""The files of the guides: each key there, none too many, each value of its shape."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from course.content import ContentError
from course.teach.guide_files import read_frameworks, read_toml_of_guide
from tests.changing import change

if TYPE_CHECKING:
    from pathlib import Path

GUIDE = """notebook = "99_boats"
aim = "See boats."
misreadings = ["hindsight"]
before = "Open the page."
on_paper = "Print the page."
fast = "Draw a ketch."
slow = "Draw one mast."
say = ["We look.", "We count.", "We draw."]
board = '''
  |>
  |>
'''
listen_for = []

[[outcome]]
text = "tell a sloop from a ketch"
frameworks = ["gaise", "acrl"]

[exit]
prompt = "How many masts?"
levels = ["One.", "One or two.", "One: it is a sloop."]

[means]
paper = "Fold."
projector = "Show."
pairs = "Take turns."

[room]
hurts = "Floods."
say = "Nobody has to."

[[clock45]]
minutes = 3
part = "guess"
for = "must"
do = "Guess."

[[paper]]
part = "race"
do = "Draw."
"""
FRAMEWORKS = """[gaise]
name = "Statistics"
link = "https://example.org/a"

[acrl]
name = "Libraries"
link = "https://example.org/b"
"""


@pytest.fixture
def guide(tmp_path: Path) -> Path:
    file = tmp_path / "99_boats.toml"
    file.write_text(GUIDE, encoding="utf-8")
    return file


@pytest.fixture
def frameworks(tmp_path: Path) -> Path:
    file = tmp_path / "frameworks.toml"
    file.write_text(FRAMEWORKS, encoding="utf-8")
    return file


def test_a_guide_needs_no_prompt_to_listen_for_and_nothing_for_paper(guide: Path) -> None:
    change(guide, '[[paper]]\npart = "race"\ndo = "Draw."\n', "")
    raw = read_toml_of_guide(guide)
    assert raw["clock45"] == [{"minutes": 3, "part": "guess", "for": "must", "do": "Guess."}]
    assert "clock90" not in raw
    assert (raw["listen_for"], "paper" in raw) == ([], False)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('aim = "', 'aims = "', "'aims' is not a key. Did you mean 'aim'?"),
        ('aim = "See boats."', "", "'aim' is missing. It must be a text."),
        ('"Open the page."', '" "', "'before' must be a text, not ' '."),
        ('["hindsight"]', "[]", "'misreadings' must be a list of one to 5 names, each once, not []."),
        ('["hindsight"]', '["a", "b", "a"]', "'misreadings' must be a list of one to 5 names, each once, not ["),
        ('["hindsight"]', '["a", "b", "c", "d", "e", "f"]', "'misreadings' must be a list of one to 5 names, each once"),
        ("listen_for = []", 'listen_for = "Boats."', "'listen_for' must be a list of texts, not 'Boats.'."),
        ("listen_for = []", "listen_for = [1]", "'listen_for' must be a list of texts, not [1]."),
        ("minutes = 3", "minutes = 0", "[[clock45]] 1, 'minutes' must be a whole number of minutes, not 0."),
        ("minutes = 3", "minutes = true", "[[clock45]] 1, 'minutes' must be a whole number of minutes, not True."),
        ("minutes = 3", "minutes = 2.5", "[[clock45]] 1, 'minutes' must be a whole number of minutes, not 2.5."),
        ('do = "Guess."', "", "[[clock45]] 1, 'do' is missing. It must be a text."),
        ('part = "gu', 'parts = "gu', "[[clock45]] 1, 'parts' is not a key. Did you mean 'part'?"),
        ('["gaise", "acrl"]', "[]", "[[outcome]] 1, 'frameworks' must be a list of one or more texts, not []."),
        ("[[outcome]]", '[[outcome]]\ntext = "one"\nframeworks = ["acrl"]\n\n[[outcome]]\nwhy = 1',
         "[[outcome]] 2, 'why' is not a key."),
        ('part = "guess"\n', "part = []\n", "[[clock45]] 1, 'part' must be a text, not []."),
        ('for = "must"', 'for = "all"', "[[clock45]] 1, 'for' must be one of 'must', 'may', 'fast', not 'all'."),
        ('do = "Guess."', 'do = "Guess."\nquestions = []',
         "[[clock45]] 1, 'questions' must be a list of one or more texts, not []."),
        ("[[clock45]]", "[clock45]", "'clock45' must be one or more [[clock45]], not {"),
        ('"We draw."]', "]", "'say' must be a list of three texts, not ["),
        ("  |>\n  |>\n'''", "  |>" + 70 * "-" + "'''", "'board' must be a drawing in lines of at most 70 signs, not "),
        ('"One."', "1", "[exit], 'levels' must be a list of three texts, not [1, "),
        ("[exit]", "[[exit]]", "'exit' must be a table [exit], not ["),
        ('pairs = "Take turns."', "", "[means], 'pairs' is missing. It must be a text."),
        ("hurts", "hurt", "[room], 'hurt' is not a key. Did you mean 'hurts'?"),
        ('[room]\nhurts = "Floods."\nsay = "Nobody has to."\n', "", "'room' is missing. It must be a table [room]."),
        ("[[paper]]", "[paper]", "'paper' must be a list of [[paper]], not {"),
        ('do = "Draw."', "", "[[paper]] 1, 'do' is missing. It must be a text."),
        ("[[paper]]", "[[paper]", "this is not TOML in UTF-8 ("),
    ],
)  # fmt: skip
def test_a_mistake_in_a_guide_is_told_by_its_place(guide: Path, old: str, new: str, said: str) -> None:
    change(guide, old, new)
    with pytest.raises(ContentError, match="^" + re.escape(f"guides/99_boats.toml: {said}")):
        read_toml_of_guide(guide)


def test_a_guide_that_is_missing_or_in_another_encoding_is_told(guide: Path) -> None:
    guide.write_bytes(b"\xff" + guide.read_bytes())
    with pytest.raises(ContentError, match="guides/99_boats.toml: this is not TOML in UTF-8"):
        read_toml_of_guide(guide)
    guide.unlink()
    with pytest.raises(ContentError, match="guides/99_boats.toml: the file is missing from .* Copy a guide"):
        read_toml_of_guide(guide)


def test_the_frameworks_stand_in_the_order_of_their_file(frameworks: Path) -> None:
    assert [*read_frameworks(frameworks).items()] == [
        ("gaise", {"name": "Statistics", "link": "https://example.org/a"}),
        ("acrl", {"name": "Libraries", "link": "https://example.org/b"}),
    ]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('link = "https', 'link = "http', "[gaise], 'link' must be an https address, not 'http:"),
        ("[gaise]", "few = 3\n[gaise]", "'few' must be a table [few] with a name and a link, not 3."),
        ("name = ", "title = ", "[gaise], 'title' is not a key. Valid are: 'name', 'link'."),
        ('name = "Libraries"', "", "[acrl], 'name' is missing. It must be a text."),
    ],
)
def test_a_framework_that_is_none_is_told(frameworks: Path, old: str, new: str, said: str) -> None:
    change(frameworks, old, new)
    with pytest.raises(ContentError, match=re.escape(f"guides/frameworks.toml: {said}")):
        read_frameworks(frameworks)
