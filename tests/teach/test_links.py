"""Links to the glossary: the first use of a term, and nothing in code, in a heading or in another link."""

from __future__ import annotations

import pytest

from course.questions import glossary
from course.teach.build import glossary_page
from course.teach.links import anchor, anchors, linked

TERMS = {"hedge": "hedge", "cut axis": "cut-axis", "axis": "axis"}


def test_the_first_use_of_a_term_is_a_link_and_the_next_text_has_only_the_others() -> None:
    one, left = linked("A **Hedge**, two hedges, a cut axis.", TERMS)
    assert one == "A **[Hedge](glossary.ipynb#hedge)**, two hedges, a [cut axis](glossary.ipynb#cut-axis)."
    assert left == {"axis": "axis"}
    assert linked("Hedges and an axis.", left)[0] == "Hedges and an [axis](glossary.ipynb#axis)."
    assert linked("Two hedges.", TERMS)[0] == "Two [hedges](glossary.ipynb#hedge)."


@pytest.mark.parametrize(
    "text",
    ["`hedge`", "```\nhedge\n```", "## A hedge", "[a hedge](b.ipynb)", '<a title="hedge">', "https://x.org/hedge",
     "![a hedge](b.png)", "hedgehog", "“a hedge”", "Press *Show a hedge*", "<summary>1. a hedge, <em>now</em></summary>"],
)  # fmt: skip
def test_no_term_in_code_in_a_heading_or_in_a_link_becomes_one(text: str) -> None:
    assert linked(text, TERMS) == (text, TERMS)
    said, _ = linked(f"{text}\n\nThe hedge.", TERMS)
    assert said == f"{text}\n\nThe [hedge](glossary.ipynb#hedge)."


def test_a_term_that_has_other_senses_is_not_linked() -> None:
    assert "coding (a text)" not in anchors()
    assert anchors()["date word"] == "date-word"


def test_each_term_has_a_heading_on_the_page_and_signs_in_a_meaning_are_shown() -> None:
    [cell] = glossary_page().cells
    headings = [line[4:] for line in cell.source.splitlines() if line.startswith("### ")]
    assert [heading.replace(" ", "-") for heading in headings] == [anchor(each.term) for each in glossary.read()]
    assert set(anchors().values()) <= {heading.replace(" ", "-") for heading in headings}
    assert "is &lt;NA&gt; in code" in cell.source
    assert "<NA>" not in cell.source
    assert "### coding\n\n(a text) Giving" in cell.source.replace("\n\n ", "\n\n")
