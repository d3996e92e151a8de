"""A paragraph is recognised in a learner's own copy, whatever the copy looks like; all texts here are invented."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

import course
from course import fingerprints
from course.content import ContentError
from course.fingerprints import FILE_NAME, Fingerprint, as_json, find, fingerprint, locate, read, words_of

if TYPE_CHECKING:
    from pathlib import Path

ONE = "The ferry's captain said: “More than 1,200 sheep are on board (none of them mine).”"
TWO = "Nobody asked the café owner, who had counted them twice."
KNOWN = {1: fingerprint(ONE), 2: fingerprint(TWO)}


def test_a_fingerprint_is_the_count_of_the_words_and_a_hash_that_holds_none_of_them() -> None:
    made = fingerprint("Two sheep.")
    assert made == Fingerprint(2, "55b6408dd00a0265291ec365ffbb1e60835a857f2a37977e83f170c90ce64968")
    assert fingerprint("two — SHEEP!") == made
    assert fingerprint("sheep two") != made
    with pytest.raises(ValueError, match="There is no word in this text"):
        fingerprint(" … ")


@pytest.mark.parametrize(
    "other",
    [
        'The ferry\u2019s captain said: "More than 1,200 sheep are on board (none of them mine)."',
        "THE FERRY'S\ncaptain\n\n said More than 1.200 sheep are on board none of them mine",
        "The ferry's cap\u00adtain said: “More than 1,200 \u200bsheep are on board (none of them mine).”",
        "The ferry's captain said: more than \uff11,200 sheep are on board: none of them mine",
    ],
)  # fmt: skip
def test_the_shape_of_a_text_makes_no_difference(other: str) -> None:
    assert fingerprint(other) == KNOWN[1]


def test_an_accent_can_be_a_sign_of_its_own() -> None:
    assert fingerprint("cafe\u0301 owner") == fingerprint("Café owner") != fingerprint("cafe owner")
    assert [word.said for word in words_of("\ufb01ne Straße")] == ["fine", "strasse"]


def test_paragraphs_are_found_wherever_they_stand() -> None:
    pasted = f"Home | News\n{TWO}\nBuy now!\n\n{ONE}\n(with sheep)"
    assert find(pasted, KNOWN) == {1: ONE, 2: TWO}, "in the order of the paragraphs, with their quotation marks"
    assert list(find(pasted, KNOWN)) == [1, 2]
    assert find(f"{ONE} And again: {ONE}", KNOWN) == {1: ONE}
    assert find(ONE.replace("sheep", "goats"), KNOWN) == {}
    assert find("", KNOWN) == {}
    assert find(ONE, {}) == {}


def test_a_wording_is_located_in_a_text() -> None:
    assert locate(ONE, "more than 1,200 sheep") == (ONE.index("More"), ONE.index(" are on"))
    assert locate(ONE, "1,200 goats") is None
    assert locate(ONE, "…") is None


def test_a_text_that_is_too_long_is_refused() -> None:
    with pytest.raises(ValueError, match=r"more than 20,000 words. Paste only the report"):
        find("sheep " * 20_001, KNOWN)
    with pytest.raises(ValueError, match="20,000 words"):
        find("s" * 500_000, KNOWN)


def test_a_run_of_words_is_looked_at_once_for_all_paragraphs_that_are_as_long(monkeypatch: pytest.MonkeyPatch) -> None:
    hashed: list[int] = []

    def count(words: list[str]) -> str:
        hashed.append(len(words))
        return ""

    monkeypatch.setattr(fingerprints, "_hash", count)
    assert find("sheep " * 100, {number: Fingerprint(20 + number % 2, f"{number:064}") for number in range(19)}) == {}
    assert hashed == [20] * 81 + [21] * 80


def test_the_file_goes_out_and_in(tmp_path: Path) -> None:
    assert read(tmp_path) == {}, "a case may have none"
    (tmp_path / FILE_NAME).write_text(json.dumps(as_json(KNOWN)), encoding="utf-8")
    assert read(tmp_path) == KNOWN
    assert "ferry" not in (tmp_path / FILE_NAME).read_text(encoding="utf-8")


GOOD = {"words": 2, "sha256": "a" * 64}


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ({}, "'paragraphs' is missing"),
        ({"paragraphs": [GOOD]}, "'paragraphs' is missing"),
        ({"paragraphs": {"one": GOOD}}, "'one' is not the number of a paragraph"),
        ({"paragraphs": {"1": 2}}, "paragraph 1: an object with 'words' and 'sha256' was expected"),
        ({"paragraphs": {"1": {**GOOD, "word": 2}}}, "paragraph 1: an object with 'words' and 'sha256' was expected"),
        ({"paragraphs": {"1": {**GOOD, "words": 0}}}, "paragraph 1, words: 0 is not a count of words"),
        ({"paragraphs": {"1": {**GOOD, "words": True}}}, "True is not a count of words"),
        ({"paragraphs": {"1": {**GOOD, "sha256": "A" * 64}}}, "paragraph 1, sha256"),
        ({"paragraphs": {"1": {"words": 2}}}, "paragraph 1: an object with 'words' and 'sha256' was expected"),
    ],
)  # fmt: skip
def test_a_file_that_is_not_as_it_should_be_is_told(content: object, said: str, pack: Path) -> None:
    (pack / FILE_NAME).write_text(json.dumps(content), encoding="utf-8")
    with pytest.raises(ContentError, match="fingerprints.json") as raised:
        course.load(pack)
    assert said in str(raised.value)


def test_the_shipped_case_has_a_fingerprint_for_each_paragraph() -> None:
    case = course.load()
    assert list(case.fingerprints) == list(case.digest)
