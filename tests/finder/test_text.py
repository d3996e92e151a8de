"""A text is read as people save it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from course.content import ContentError
from course.finder.text import Text, plain, read_text, words

if TYPE_CHECKING:
    from pathlib import Path

LINE = "A line of just six words."
ONE = "The river rose by three metres in one night, the mayor said."
TWO = "No fewer than forty homes “stand empty” in the old town today."
PLAIN = Text((ONE, TWO.replace("“", '"').replace("”", '"')), ("with wires",), "A wet night")
LINES = f"A wet night\n{ONE}\n{TWO}\nwith wires\n"
WRAPPED = LINES.replace("\n", "\n\n").replace(" in ", "\n in ").replace(" empty", "  \nempty")
AFTER_A_LONG_LINE = LINES.replace("\n", "\n\n").replace(ONE, f"{ONE} {ONE}")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize(
    "text", [LINES, LINES.replace("\n", "\r\n"), WRAPPED], ids=["lines", "from Windows", "wrapped"]
)
def test_paragraphs_are_lines_or_blocks_in_any_usual_encoding(tmp_path: Path, text: str, encoding: str) -> None:
    (tmp_path / "report.txt").write_bytes(text.encode(encoding))
    assert read_text(tmp_path / "report.txt") == PLAIN


def test_blank_lines_between_long_lines_wrap_nothing(tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text(AFTER_A_LONG_LINE, encoding="utf-8")
    assert read_text(tmp_path / "report.txt").paragraphs == (f"{ONE} {ONE}", PLAIN.paragraphs[1])


def test_a_first_line_of_one_or_two_words_is_no_headline(tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text(f"By\nAda Lovelace\n{ONE}\n", encoding="utf-8")
    assert read_text(tmp_path / "report.txt") == Text((ONE,), ("By", "Ada Lovelace"))


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"PK\x03\x04 rest", "report.txt: this is a document of a word processor. Save it as plain text (.txt)"),
        (b"%PDF-1.7", "report.txt: this is a PDF."),
        (b"", "report.txt: no paragraph was found."),
        (b"Two words\n\nand three more", "report.txt: no paragraph was found. A paragraph has at least 6 words."),
        (None, "report.txt: this file cannot be read (No such file or directory)."),
    ],
)
def test_what_is_no_text_is_told(tmp_path: Path, raw: bytes | None, said: str) -> None:
    if raw is not None:
        (tmp_path / "report.txt").write_bytes(raw)
    with pytest.raises(ContentError, match=re.escape(said)):
        read_text(tmp_path / "report.txt")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Some 3,000 of 1.5 million, it says.", ["Some", "3,000", "of", "1.5", "million", "it", "says"]),
        ("Moscow's plan, Kyiv’s answer", ["Moscow's", "plan", "Kyiv’s", "answer"]),
        ("Zoë — in Orléans", ["Zoë", "in", "Orléans"]),
        ("twenty-one 'boats'", ["twenty", "one", "boats"]),
        ("— …", []),
    ],
)
def test_words_are_counted_as_a_reader_would(text: str, found: list[str]) -> None:
    assert words(text) == found


def test_a_text_has_straight_quotes() -> None:
    assert plain("“It’s ‘ours’”, he said") == "\"It's 'ours'\", he said"


@pytest.mark.parametrize(
    "short",
    [
        "A subhead of five words",
        "Zoë’s plan for Orléans’s harbour",
        "(with sheep)",
        "  ",
    ],
)
def test_a_line_of_five_words_or_fewer_is_no_paragraph(tmp_path: Path, short: str) -> None:
    file = tmp_path / "report.txt"
    file.write_text(f"\ufeff{LINE}\n{short}\n“{LINE}”\n", encoding="utf-8")
    assert read_text(file).paragraphs == (LINE, f'"{LINE}"')
