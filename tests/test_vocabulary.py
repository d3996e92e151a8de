"""The words of the tables: a file each, with what a case adds of its own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from course import content
from course.content import ContentError
from course.vocabulary import forget, kept, read_own, remember, that, vocabulary, words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

RIGS = "key,word,plural,meaning,colour\nyawl,yawl,yawls,Two masts.,blue\nsloop,sloop,sloops,One.,green\n"


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder with a vocabulary of our own."""
    monkeypatch.setattr(content, "root", lambda: tmp_path)
    (tmp_path / "data/vocabulary").mkdir(parents=True)
    (tmp_path / "data/vocabulary/rigs.csv").write_text(RIGS, encoding="utf-8")
    forget()
    yield tmp_path / "data"
    forget()


def own(folder: Path, *rows: str, name: str = "rigs", header: str = "key,like,word,plural,meaning") -> Path:
    (folder / "vocabulary").mkdir(parents=True, exist_ok=True)
    (folder / f"vocabulary/{name}.csv").write_text("\n".join([header, *rows]), encoding="utf-8")
    return folder


def test_a_vocabulary_is_its_words_in_order_also_where_a_spreadsheet_has_saved_it(data: Path) -> None:
    for start in ("", "\ufeff"):
        (data / "vocabulary/rigs.csv").write_text(start + RIGS, encoding="utf-8")
        forget()
        assert list(vocabulary("rigs")) == ["yawl", "sloop"]
        assert vocabulary("rigs")["sloop"]["meaning"] == "One."


@pytest.mark.usefixtures("data")
def test_a_vocabulary_that_is_none_is_told_with_the_nearest() -> None:
    with pytest.raises(ContentError, match="There is no vocabulary 'rig'. Did you mean 'rigs'?"):
        vocabulary("rig")


def test_an_own_word_stands_behind_the_one_that_it_is_like_and_is_drawn_as_that(data: Path) -> None:
    folder = own(data / "regatta", "ketch,yawl,ketch,ketches,Two masts too.")
    remember("regatta", read_own(folder))
    words = vocabulary("rigs", "regatta")
    assert list(words) == ["yawl", "ketch", "sloop"]
    assert words["ketch"] == {
        **words["yawl"],
        "key": "ketch",
        "word": "ketch",
        "plural": "ketches",
        "meaning": "Two masts too.",
    }
    assert list(vocabulary("rigs", "another case")) == ["yawl", "sloop"]
    assert list(vocabulary("rigs")) == ["yawl", "ketch", "sloop"], "a table that has lost its case is still understood"


def test_words_and_traits_are_those_of_the_case_too(data: Path) -> None:
    (data / "vocabulary/rigs.csv").write_text("key,word,masts\nyawl,yawl,yes\nsloop,sloop,no\n", encoding="utf-8")
    remember("regatta", read_own(own(data / "regatta", "ketch,yawl,a ketch", header="key,like,word")))
    assert words("rigs", "regatta") == {"yawl": "yawl", "ketch": "a ketch", "sloop": "sloop"}
    assert that("rigs", "masts", "regatta") == {"yawl", "ketch"}


def test_an_own_word_needs_no_word_beside_its_key(data: Path) -> None:
    remember("regatta", read_own(own(data / "regatta", "ketch,yawl", header="key,like")))
    assert vocabulary("rigs", "regatta")["ketch"] == {
        "key": "ketch", "word": "ketch", "plural": "ketch", "meaning": "", "colour": "blue",
    }  # fmt: skip


def test_what_is_made_of_the_words_is_made_again_where_a_case_adds_one(data: Path) -> None:
    made = kept(lambda: list(vocabulary("rigs")))
    assert made() is made()
    remember("regatta", read_own(own(data / "regatta", "ketch,yawl,ketch,ketches,Two masts too.")))
    assert made() == ["yawl", "ketch", "sloop"]


@pytest.mark.usefixtures("data")
def test_a_case_without_own_words_has_none(tmp_path: Path) -> None:
    assert read_own(tmp_path) == {}


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (
            ["ketch,yowl,,,"],
            "vocabulary/rigs.csv, row 2, like: 'yowl' is not a word of the course. Did you mean 'yawl'?",
        ),
        (["ketch,,,,"], "vocabulary/rigs.csv, row 2, like: '' is not a word of the course."),
        (["sloop,yawl,,,"], "row 2, key: 'sloop' is a word already."),
        (["ketch,yawl,,,", "ketch,sloop,,,"], "row 3, key: 'ketch' is a word already."),
        ([",yawl,,,"], "row 2, key: a word needs a key."),
    ],
)
def test_what_is_wrong_in_an_own_word_is_told_by_its_place(data: Path, rows: list[str], said: str) -> None:
    with pytest.raises(ContentError, match=re.escape(said)):
        read_own(own(data / "regatta", *rows))


def test_a_column_and_a_vocabulary_that_are_none_are_told(data: Path) -> None:
    with pytest.raises(ContentError, match="the column 'colour' is not one of an own word"):
        read_own(own(data / "regatta", "ketch,yawl,red", header="key,like,colour"))
    with pytest.raises(ContentError, match="There is no vocabulary 'rigg'"):
        read_own(own(data / "fair", "a,b", name="rigg", header="key,like"))


def test_a_file_in_another_encoding_is_named(data: Path) -> None:
    own(data / "regatta")
    (data / "regatta/vocabulary/rigs.csv").write_bytes("key,like\nkètch,yawl".encode("latin-1"))
    with pytest.raises(ContentError, match=r"vocabulary/rigs.csv: byte 10 is not UTF-8"):
        read_own(data / "regatta")
