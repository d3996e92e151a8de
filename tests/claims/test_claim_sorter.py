"""The claim sorter: statements are sorted one by one, then compared, and no choice that can be defended is called wrong."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest

import course
from course.claims.claim_sorter import MOST_CLAIMS, Settings
from course.vocabulary import vocabulary
from tests.figures.hard_tables import HARD, changed
from tests.figures.shown import controls, displayed, figure, labels, options, picture
from tests.page.messages import touch

if TYPE_CHECKING:
    from course.case import Case

FOUR = (("s1", "intended"), ("s2", "depending"), ("s4", "denied"), ("s10", "possible"))
"""One that can be defended, two that are ours, one that differs."""


@pytest.fixture
def sorter(case: Case) -> course.explore.ClaimSorter:
    """A fresh claim sorter."""
    return course.explore.claim_sorter(case)


def drawn(sorter: course.explore.ClaimSorter) -> dict[str, list[tuple[Any, Any]]]:
    """The points of each trace, by its name, without the gaps between lines."""
    return {
        trace["name"]: [(x, y) for x, y in zip(trace["x"], trace["y"], strict=True) if x is not None]
        for trace in picture(sorter)["data"]
    }


def test_a_fresh_sorter_shows_the_first_statement_and_nothing_sorted(sorter: course.explore.ClaimSorter) -> None:
    assert sorter.settings == Settings("s1", (), compared=False)
    assert sorter.widget.values["mode"] is None
    assert sorter.words == "None of 18 statements sorted so far.\nSort 3 more, then compare with our coding."
    assert sorter.changed == ""
    assert all(points == [] for points in drawn(sorter).values())
    card = sorter.widget.html["card"]
    for said in ("Statement 1 of 18", "Emmanuel Macron", "not stated", "“said”", "“Macron said he might visit Russia”"):
        assert said in card
    assert "<summary>Paragraph 1 in our words</summary>Macron and Biden agree" in card
    assert "possible" not in card, "our coding is not told"
    assert controls(sorter)["Compare with our coding"]["disabled"]


def test_what_is_chosen_before_the_page_shows_the_next_statement_is_said_of_the_next(
    sorter: course.explore.ClaimSorter,
) -> None:
    touch(sorter.widget, ("Next", 1), ("mode", "denied"))
    assert sorter.settings == Settings("s2", (("s2", "denied"),))
    touch(sorter.widget, ("mode", "intended"), ("Next", 2), ("Next", 3), ("mode", "possible"))
    assert sorter.settings == Settings("s4", (("s2", "intended"), ("s4", "possible")))
    touch(sorter.widget, ("statement", "s9"), ("mode", "denied"), ("Previous", 1), ("mode", "asserted"))
    assert sorter.settings.statement == "s8"
    assert dict(sorter.settings.placed) == {"s2": "intended", "s4": "possible", "s8": "asserted", "s9": "denied"}


def test_each_mode_is_offered_with_its_meaning(sorter: course.explore.ClaimSorter, case: Case) -> None:
    always = {mode: row for mode, row in vocabulary("modes", case.name).items() if row["always"] == "yes"}
    assert options(sorter, "mode") == {mode: f"{mode}: {row['meaning']}" for mode, row in always.items()}
    assert list(options(sorter, "mode")) == list(always)
    assert labels(sorter) == [
        "Statement", "Previous", "Next", "How is it said?", "Compare with our coding", "Start again",
    ]  # fmt: skip


def test_sorting_moves_the_dots_the_list_and_the_words(sorter: course.explore.ClaimSorter) -> None:
    sorter.widget.give("mode", "intended")
    assert sorter.settings.placed == (("s1", "intended"),)
    assert drawn(sorter)["yours"] == [(2, 0)]
    assert sorter.changed == "Statement 1, Emmanuel Macron: sorted as intended. 1 of 18 are sorted."
    sorter.widget.press("Next")
    assert sorter.settings.statement == "s2"
    assert sorter.widget.values["mode"] is None
    assert sorter.changed == "Statement 2 of 18, not named: not sorted yet."
    sorter.widget.give("mode", "depending")
    sorter.widget.press("Previous")
    assert sorter.widget.values["mode"] == "intended"
    assert sorter.changed == "Statement 1, Emmanuel Macron: sorted as intended. 2 of 18 are sorted."
    sorter.widget.give("mode", "possible")
    assert sorter.words == (
        "2 of 18 statements sorted so far.\nSort 1 more, then compare with our coding.\n"
        "- possible: 1 (Emmanuel Macron).\n- depending: 2 (not named)."
    )
    listed = options(sorter, "statement")
    assert listed["s1"].startswith("1 · possible · Emmanuel Macron: He might")
    assert listed["s3"].startswith("3 · not sorted · not named: The two")


def test_one_can_jump_to_any_statement_and_go_round(sorter: course.explore.ClaimSorter) -> None:
    sorter.widget.give("statement", "s16")
    assert "Statement 16 of 18" in sorter.widget.html["card"]
    sorter.widget.press("Next")
    sorter.widget.press("Next")
    sorter.widget.press("Next")
    assert sorter.settings.statement == "s1"
    sorter.widget.press("Previous")
    assert sorter.settings.statement == "s18"


def test_from_three_on_it_can_be_compared(case: Case) -> None:
    sorter = course.explore.claim_sorter(case, placed=FOUR[:2])
    assert controls(sorter)["Compare with our coding"]["disabled"]
    sorter.set(placed=FOUR)
    assert sorter.changed == "4 of 18 are sorted now."
    assert not controls(sorter)["Compare with our coding"]["disabled"]
    assert drawn(sorter)["our coding"] == []
    sorter.widget.press("Compare with our coding")
    assert sorter.settings.compared
    assert controls(sorter)["Compare with our coding"]["label"] == "Hide our coding"
    assert sorter.changed == "Our coding is drawn now, as rings."
    assert len(drawn(sorter)["our coding"]) == len(drawn(sorter)["yours"]) == 4
    assert drawn(sorter)["both can be defended"] == [(2, 0), (4, 0)], "from the learner's column to ours"
    assert [x for x, _ in drawn(sorter)["differ"]] == [4, 0]
    sorter.widget.press("Compare with our coding")
    assert drawn(sorter)["our coding"] == []
    assert sorter.changed == "Our coding is hidden."


def test_the_comparison_counts_what_is_equal_defensible_and_different(case: Case) -> None:
    sorter = course.explore.claim_sorter(case, "s1", FOUR, compared=True)
    found = sorter.comparison
    assert [claim.name for claim in found.equal] == ["s2", "s4"]
    assert [claim.name for claim in found.defensible] == ["s1"]
    assert [claim.name for claim in found.different] == ["s10"]
    assert found.share == 0.5
    lines = sorter.words.split("\n")
    assert lines[:3] == [
        "You and our coding agree on 2 of 4 statements: 50%.",
        "1 more can be defended as well as ours: careful readers differ there.",
        "1 differs: read why we chose as we did, and what would speak for your choice.",
    ]
    assert lines[3].startswith("- Statement 1 (¶1): you say intended, we say possible; both can be defended. We chose")
    assert lines[4].startswith("- Statement 10 (¶9): you say possible, we say asserted. We chose asserted: the speaker")
    assert "Our coding says possible; both can be defended." in sorter.widget.html["card"]
    sorter.widget.give("mode", "possible")
    assert sorter.changed == "Statement 1, Emmanuel Macron: sorted as possible. Our coding says so too."
    assert "agree on 3 of 4 statements: 75%" in sorter.words
    sorter.set(placed=(*FOUR[1:3], ("s5", "asserted")))
    assert "agree on 3 of 3 statements: 100%" in sorter.words
    assert "Two readers who agree can still have missed the same word" in sorter.words


def test_a_case_without_other_modes_is_compared_too(case: Case) -> None:
    bare = changed(case, lambda name, table: table.drop(columns=["also", "why"]) if name == "statements" else table)
    sorter = course.explore.claim_sorter(bare, placed=FOUR, compared=True)
    assert not sorter.comparison.defensible
    assert "2 differ: read why" in sorter.words


def test_start_again_empties_everything(case: Case) -> None:
    sorter = course.explore.claim_sorter(case, "s4", FOUR, compared=True)
    sorter.widget.press("Start again")
    assert sorter.settings == Settings("s1", (), compared=False)
    assert sorter.changed == "Nothing is sorted now."
    assert all(points == [] for points in drawn(sorter).values())


def test_settings_are_plain_and_in_order(case: Case) -> None:
    sorter = course.explore.claim_sorter(case, "s4", [("s4", "denied"), ("s1", "possible"), ("s4", "asserted")])
    assert sorter.settings == Settings("s4", (("s1", "possible"), ("s4", "asserted")), compared=False), "the last holds"


@pytest.mark.parametrize(
    ("bad", "said"),
    [
        ({"statement": "s19"}, "There is no statement 's19'. Did you mean 's9'?"),
        ({"placed": [("s19", "possible")]}, "There is no statement 's19'."),
        ({"placed": [("s1", "posible")]}, "There is no mode 'posible'. Did you mean 'possible'?"),
        ({"placed": ["s1"]}, "'s1' is not a pair of a statement and a mode, such as ('s1', 'possible')."),
        ({"placed": [("s1", "possible", 3)]}, "is not a pair"),
        ({"placed": [(1, "possible")]}, "There is no statement '1'."),
        ({"compared": True, "placed": FOUR[:2]}, "Sort at least 3 statements before you compare: 2 so far."),
    ],
)
def test_what_is_unknown_is_named_and_changes_nothing(case: Case, bad: dict[str, Any], said: str) -> None:
    sorter = course.explore.claim_sorter(case, "s4", FOUR[:1])
    with pytest.raises(ValueError, match=re.escape(said)):
        sorter.set(**bad)
    assert sorter.settings == Settings("s4", FOUR[:1])


def test_a_page_without_a_kernel_shows_a_still_figure_and_the_words(case: Case) -> None:
    bundle = displayed(course.explore.claim_sorter(case, placed=FOUR, compared=True))
    assert len(bundle["application/vnd.plotly.v1+json"]["data"][-1]["x"]) == 4
    assert "<summary>Statement 10 (¶9): you say possible, we say asserted.</summary>" in bundle["text/html"]
    assert bundle["text/plain"].startswith("You and our coding agree on 2 of 4")


@pytest.mark.parametrize("how", HARD)
def test_a_hard_case_breaks_nothing(case: Case, how: str) -> None:
    hard = changed(case, HARD[how])
    sorter = course.explore.claim_sorter(hard)
    names = list(hard.statements["statement"])[:MOST_CLAIMS]
    placed = [(name, "possible") for name in names]
    sorter.set(placed=placed, compared=bool(names))
    sorter.widget.press("Next")
    assert json.dumps(picture(sorter))
    assert len(picture(sorter)["data"]) == 4
    assert "<b>&" not in displayed(sorter)["text/html"] + sorter.widget.html["card"]
    assert figure(sorter).layout.height <= 2400
    if not names:
        assert sorter.words == "This case has no statement to sort."
        assert controls(sorter)["mode"]["disabled"]
    if how == "a thousand rows":
        left = f"Drawn: the {MOST_CLAIMS} statements that the table has first. {1000 - MOST_CLAIMS} more are left out."
        sorter.set(compared=False)
        assert sorter.words.endswith(left)
    if how == "one row":
        assert sorter.words.startswith("You and our coding agree on 1 of 1 statement: 100%.")
