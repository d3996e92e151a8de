"""What a caption says of sources, kinds and blanks; `captions.csv` has more, as learners write them."""

from __future__ import annotations

import pytest

from course.misleading.caption_says import blanks_in, kinds_in, sources_in

SOURCES = {"boss": ["Ann Lee", "Lee"], "town": ["Harbour Town", "HT"]}


@pytest.mark.parametrize(
    ("caption", "named", "report", "nobody", "others"),
    [
        ("Lee says 40, HT has announced 50", {"boss": "Lee", "town": "HT"}, "", "", ""),
        ("40, says the HT; according to Ann Lee 50", {"boss": "Ann Lee", "town": "HT"}, "", "", ""),
        ("Lee has 40 boats, HT 50", {}, "", "", ""),
        ("announced by the HT", {"town": "HT"}, "", "", ""),
        ("not announced by the HT", {}, "", "", ""),
        ("The report has 40; no source is named", {}, "The report", "no source is named", ""),
        ("not in the report", {}, "", "", ""),
        ("Fishermen say 40", {}, "", "", "Fishermen say"),
        ("according to experts", {}, "", "", "according to experts"),
        ("Nobody says 40, and it says 50", {}, "", "", ""),
    ],
)
def test_who_speaks_is_a_source_and_who_owns_is_none(
    caption: str, named: dict[str, str], report: str, nobody: str, others: str
) -> None:
    found = sources_in(caption, SOURCES)
    assert (dict(found.named), found.report, found.nobody, found.others) == (named, report, nobody, others)


@pytest.mark.parametrize(
    ("caption", "kinds"),
    [
        ("in place, announced and only offered", ["present", "announced", "proposed"]),
        ("not in place, never announced", []),
        ("not only announced: in place", ["present", "announced"]),
        ("The crew has 40 boats at the pier", ["present"]),
        ("The crew could have 40 boats at the pier", []),
        ("The crew has offered 40 boats", ["proposed"]),
        ("Soldiers are in the harbour", ["present"]),
    ],
)
def test_a_kind_is_said_where_nothing_denies_it(caption: str, kinds: list[str]) -> None:
    assert kinds_in(caption, ["present", "announced", "proposed"], frozenset({"soldiers"})) == kinds


@pytest.mark.parametrize(
    ("caption", "said", "denied"),
    [
        ("Five have no number", "no number", ""),
        ("We don't know the number of 5 others", "n't know", ""),
        ("No number is missing", "", "No number is missing"),
        ("No number is missing, five are unknown", "unknown", "No number is missing"),
        ("Not all have a number", "Not all have a number", ""),
        ("No source is given, the date is not known", "", ""),
    ],
)
def test_a_blank_is_told_and_its_denial_is_something_else(caption: str, said: str, denied: str) -> None:
    assert blanks_in(caption) == (said, denied)
