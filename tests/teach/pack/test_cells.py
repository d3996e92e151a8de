"""A cell is mended where one reading alone is possible, and left where there are several."""

from __future__ import annotations

from typing import Any

import pytest

from course.teach.pack.cells import Around, Cell, by_level, level, mended, own_keys

WHOLE: dict[str, Any] = {"name": "number", "type": "integer", "constraints": {"minimum": 0}}
ANY: dict[str, Any] = {"name": "number", "type": "number"}
EAST: dict[str, Any] = {"name": "longitude", "type": "number", "constraints": {"minimum": -180, "maximum": 180}}
TRUTH: dict[str, Any] = {"name": "quoted", "type": "boolean", "constraints": {"required": True}}
DAY: dict[str, Any] = {"name": "start", "type": "date"}
TEXT: dict[str, Any] = {"name": "label", "type": "string"}
CODE: dict[str, Any] = {
    "name": "iso",
    "type": "string",
    "codes": "countries",
    "constraints": {"pattern": "[A-Z]{3}(;[A-Z]{3})*"},
}
KEY: dict[str, Any] = {"name": "thing", "type": "string", "constraints": {"pattern": "[a-z0-9-]+"}}
WORDS = Around(words=by_level({"own voice": ("Own voice", ""), "boats": ("boat", "boats"), "none": ("none", "")}))
KEYS = Around(keys=by_level({"red-cross": (), "7": (), "st-john": ()}))


def wording(said: str) -> Around:
    return Around(wording=said)


@pytest.mark.parametrize(
    ("value", "field", "around", "made"),
    [
        ("1,234", WHOLE, Around(), "1234"),
        ("1,234", ANY, wording("some 1,234 boats"), "1234"),
        ("44,430", EAST, Around(), "44.43"),
        ("1,2", WHOLE, Around(), "1,2"),
        ("-1", WHOLE, Around(), "-1"),
        ("n/a", WHOLE, Around(), ""),
        ("n/a", TEXT, Around(), "n/a"),
        ("-", TRUTH, Around(), "-"),
        ("TRUE", TRUTH, Around(), "true"),
        ("VRAI", TRUTH, Around(), "true"),
        ("0", TRUTH, Around(), "false"),
        ("24/08/2021", DAY, Around(), "2021-08-24"),
        ("OWN_VOICE", TEXT, WORDS, "own voice"),
        ("boat", TEXT, WORDS, "boats"),
        ("none", TEXT, WORDS, "none"),
        ("bots", TEXT, WORDS, "bots"),
        ("Red Cross", TEXT, KEYS, "red-cross"),
        ("red cross, St. John", TEXT, KEYS, "red cross, St. John"),
        ("red cross / St John", TEXT, KEYS, "red-cross;st-john"),
        ("007", TEXT, KEYS, "7"),
        ("7.0", TEXT, KEYS, "7"),
        ("Dead_of the flood", KEY, Around(), "dead-of-the-flood"),
        ("São", KEY, Around(), "São"),
        ("fra; Spain", CODE, Around(), "FRA;ESP"),
        ("Fronce", CODE, Around(), "Fronce"),
        ("  two\u00a0words\u200b ", TEXT, Around(), "two words"),
        ("PÃ³voa", TEXT, Around(), "Póvoa"),
        ("pâté", TEXT, Around(), "pâté"),
        ("4,5 \u20ac", ANY, Around(), "4,5 \u20ac"),
    ],
)  # fmt: skip
def test_what_is_certain_is_mended_and_nothing_else(
    value: str, field: dict[str, Any], around: Around, made: str
) -> None:
    cell = mended(value, field, around)
    assert (cell.value, cell.doubt) == (made, "")
    assert bool(cell.kind) == (made != value)


@pytest.mark.parametrize(
    ("value", "field", "around", "doubt"),
    [
        ("1,234", ANY, Around(), "'1,234' can be 1.234 or 1234. Write which."),
        ("1.000", WHOLE, wording("many boats"), "'1.000' can be 1 or 1000. Write which."),
        ("1E+05", WHOLE, Around(), "'1E+05' is a number that a spreadsheet has cut short. Write all its digits."),
        ("03/02/2022", DAY, Around(),
         "'03/02/2022' can be 3 February 2022 (2022-02-03) or 2 March 2022 (2022-03-02). Write which."),
        ("44432", DAY, Around(), "'44432' is a spreadsheet's number for a day. Write it such as 2022-02-02."),
    ],
)  # fmt: skip
def test_what_can_be_read_in_several_ways_stays_and_is_named(
    value: str, field: dict[str, Any], around: Around, doubt: str
) -> None:
    assert mended(value, field, around) == Cell(value, doubt=doubt)


def test_words_that_are_written_alike_are_not_taken_for_one_another() -> None:
    assert by_level({"a b": (), "a-b": (), "c": ("d",), "e": ("d",)}) == {"c": "c", "e": "e"}
    assert level("Red_Cross 007") == "red cross 7"


def test_keys_of_rows_are_spelled_as_keys_where_no_two_become_one() -> None:
    rows = [["M 1"], ["m2"], ["M2"], ["Ü"], []]
    assert own_keys(rows, 0, "[a-z0-9-]+") == ["m-1", "m2", "M2", "Ü", ""]
    assert own_keys(rows, 0, None) == ["M 1", "m2", "M2", "Ü", ""]
