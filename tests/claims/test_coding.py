"""Statements as they are coded: who says them, where a sorting differs from ours, and what speaks for either."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from course.claims.coding import by_speaker, claims, compare, explain
from course.vocabulary import vocabulary
from tests.invented import ferry

if TYPE_CHECKING:
    from course.case import Case
    from course.claims.coding import Claim

MODES = vocabulary("modes")
ROWS = [
    {
        "speaker": "ada",
        "addressee": "ben",
        "mode": "possible",
        "also": "intended;offered",
        "paragraph": 3,
        "cue": "said",
    },
    {"mode": "denied"},
    {"speaker": "ben", "mode": "asserted"},
    {"speaker": "ada", "mode": "intended", "also": "possible", "why": "It is a plan."},
]


@pytest.fixture
def known() -> dict[str, Claim]:
    """Four statements of two who are known and of one who is not named."""
    return claims(ferry(actors=[{"actor": "ada", "name": "Ada Lee"}, {"actor": "ben"}], statements=ROWS))


def test_a_claim_has_names_for_keys_and_a_blank_is_said(known: dict[str, Claim]) -> None:
    first, second, *_ = known.values()
    assert (first.name, first.number, first.who, first.to_whom, first.paragraph) == ("s1", 1, "Ada Lee", "ben", 3)
    assert first.also == ("intended", "offered")
    assert (second.number, second.who, second.to_whom, second.cue, second.also) == (2, "not named", "", "", ())


def test_claims_of_one_speaker_stand_together_who_says_most_first_and_the_unnamed_last(known: dict[str, Claim]) -> None:
    assert [claim.name for claim in by_speaker(known.values())] == ["s1", "s4", "s3", "s2"]


def test_a_sorting_is_equal_defensible_or_different(known: dict[str, Claim]) -> None:
    found = compare(known, [("s4", "possible"), ("s3", "asserted"), ("s1", "denied")])
    assert [[claim.name for claim in some] for some in (found.equal, found.defensible, found.different)] == [
        ["s3"], ["s4"], ["s1"],
    ]  # fmt: skip
    assert [claim.name for claim in found.disagreed] == ["s1", "s4"], "in the order of the table"
    assert (found.count, found.share) == (3, 1 / 3)
    assert compare(known, []).share == 0


def test_an_explanation_names_what_we_go_by_and_what_would_speak_for_the_other(case: Case) -> None:
    known = claims(case)
    assert explain(known["s10"], "possible", MODES) == (
        (
            "We chose asserted: the speaker says that it is so. We go by “said” and by the wording “said this week "
            "that Russia was”. He says what Russia is like, as a fact."
        ),
        (
            "You chose possible: the speaker says that it may be or may come. A word such as “may”, “might” or “could” "
            "would speak for that. Is there one in paragraph 9?"
        ),
    )
    assert explain(known["s9"], "denied", MODES)[0].startswith(
        "We chose possible: the speaker says that it may be or may come. We go by the wording"
    )
    assert "“would” speaks for that. What speaks against it?" in explain(known["s6"], "intended", MODES)[1]
    assert "That fits where no word denies" in explain(known["s6"], "asserted", MODES)[1]
    assert explain(known["s1"], "intended", MODES)[1].endswith("Both can be defended: careful readers differ here.")


def test_a_word_speaks_for_a_mode_only_where_it_stands_by_itself(known: dict[str, Claim]) -> None:
    claim = replace(known["s2"], wording="The mayor waits on the mighty ferry")
    assert explain(claim, "possible", MODES)[1].endswith(
        "A word such as “may”, “might” or “could” would speak for that. Is there one in paragraph 1?"
    )
    claim = replace(claim, wording="It May sail")
    assert explain(claim, "possible", MODES)[1].endswith("“may” speaks for that. What speaks against it?")


def test_every_possible_choice_is_explained_and_none_is_called_wrong(case: Case) -> None:
    known = claims(case)
    for claim in known.values():
        assert claim.why
        assert claim.mode not in claim.also
        for mode in MODES:
            if mode == claim.mode:
                continue
            said = " ".join(explain(claim, mode, MODES))
            assert claim.wording in said
            assert "wrong" not in said
            assert ("Both can be defended" in said) == (mode in claim.also)
    everything = [(name, claim.also[0]) for name, claim in known.items() if claim.also]
    assert len(compare(known, everything).defensible) == len(everything) == 10
