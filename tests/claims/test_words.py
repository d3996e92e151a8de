"""What the claim sorter says: how far one is, how two readers differ, and what a statement is."""

from __future__ import annotations

from dataclasses import replace

import pytest

from course.claims.coding import Claim, claims, compare
from course.claims.words import card_html, compared_html, counts, disagreements, ours, so_far
from course.vocabulary import vocabulary
from tests.invented import ferry

MODES = {mode: vocabulary("modes")[mode] for mode in ("asserted", "denied", "possible")}


@pytest.fixture
def known() -> dict[str, Claim]:
    """Three statements: two that can only be what they are, one that can also be something else."""
    rows = [{"speaker": "ada"}, {"mode": "denied"}, {"mode": "possible", "also": "asserted", "paragraph": 2}]
    return claims(ferry(actors=[{"actor": "ada", "name": "Ada"}], statements=rows))


def test_what_is_sorted_is_told_by_mode_in_the_order_of_the_modes(known: dict[str, Claim]) -> None:
    assert so_far(known, MODES, {"s3": "denied", "s1": "asserted", "s2": "denied"}, 0) == (
        "3 of 3 statements sorted so far.\nYou can compare with our coding.\n"
        "- asserted: 1 (Ada).\n- denied: 3 (not named), 2 (not named)."
    )
    assert so_far(known, MODES, {}, 2) == (
        "None of 3 statements sorted so far.\nSort 2 more, then compare with our coding."
    )
    assert so_far({}, MODES, {}, 1) == "This case has no statement to sort."


@pytest.mark.parametrize(
    ("placed", "said"),
    [
        ("asserted denied possible", ["agree on 3 of 3 statements: 100%", "can still have missed the same word"]),
        ("asserted denied asserted", ["agree on 2 of 3 statements: 67%", "1 more can be defended as well as ours"]),
        ("denied denied possible", ["agree on 2 of 3 statements: 67%", "1 differs: read why we chose"]),
        ("possible possible denied", ["agree on 0 of 3 statements: 0%", "3 differ: read why we chose"]),
        ("asserted", ["agree on 1 of 1 statement: 100%", "can still have missed the same word"]),
    ],
)
def test_how_two_readers_differ_is_counted(known: dict[str, Claim], placed: str, said: list[str]) -> None:
    lines = counts(compare(known, zip(known, placed.split(), strict=False)))
    assert len(lines) == len(said)
    assert all(part in line for part, line in zip(said, lines, strict=True))


def test_each_disagreement_is_told_with_what_both_say(known: dict[str, Claim]) -> None:
    told = disagreements(known, MODES, {"s3": "asserted", "s2": "denied", "s1": "possible"})
    assert [said for said, *_ in told] == [
        "Statement 1 (¶1): you say possible, we say asserted.",
        "Statement 3 (¶2): you say asserted, we say possible; both can be defended.",
    ]
    assert told[0][1].startswith("We chose asserted:")
    assert told[0][2].startswith("You chose possible:")


@pytest.mark.parametrize(
    ("mode", "said"),
    [
        ("possible", "Our coding says so too."),
        ("asserted", "Our coding says possible; both can be defended."),
        ("denied", "Our coding says possible."),
    ],
)
def test_our_word_for_a_statement_hangs_on_the_learners(known: dict[str, Claim], mode: str, said: str) -> None:
    assert ours(known["s3"], MODES, mode) == said


def test_the_card_says_what_is_blank_and_keeps_our_word_back(known: dict[str, Claim]) -> None:
    card = card_html(replace(known["s1"], summary="Ferries <wait>"), 3, "In our words.", "")
    for said in (
        "Statement 1 of 3",
        "Ferries &lt;wait&gt;",
        "not stated",
        "none: the paragraph goes on",
        "“some words”",
    ):
        assert said in card
    assert "<summary>Paragraph 1 in our words</summary>In our words." in card
    assert "asserted" not in card
    full = replace(known["s1"], to_whom="the crew", cue="told")
    assert all(said in card_html(full, 3, "", "It is ours.") for said in ("the crew", "“told”", "It is ours."))


def test_disagreements_are_folded_away_below_the_counts() -> None:
    page = compared_html(["You agree on 0 of 1."], [("Statement 1", "We chose <a>.", "You chose b.")])
    assert page.index("You agree on 0 of 1.") < page.index("<summary>Statement 1</summary>")
    assert "We chose &lt;a&gt;.<br>You chose b." in page
