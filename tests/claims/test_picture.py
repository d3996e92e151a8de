"""The picture of the claim sorter: a line a statement, by speaker, and marks where it is sorted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from course.claims.coding import claims
from course.claims.picture import picture
from course.vocabulary import vocabulary
from tests.invented import ferry

if TYPE_CHECKING:
    from course.case import Case
    from course.figures.figure import Picture

ADA = {"actor": "ada", "name": "Ada <b> Lee"}


def drawn(case: Case, at_hand: str, *placed: tuple[str, str], compared: bool = False) -> Picture:
    return picture(claims(case), vocabulary("modes", case.name), placed, at_hand, compared=compared)


def trace(shown: Picture, name: str) -> dict[str, Any]:
    return next(each for each in shown.traces if each["name"] == name)


def ticks(shown: Picture) -> list[str]:
    return list(shown.layout["yaxis"]["ticktext"])


def test_the_lines_keep_to_the_order_of_the_chart_and_mark_the_statement_at_hand(case: Case) -> None:
    shown = drawn(case, "s13")
    assert len(ticks(shown)) == 18
    assert ticks(shown)[0].startswith("Emmanuel Macron")
    assert ticks(shown)[1] == "6"
    assert [tick for tick in ticks(shown) if "<b>13</b>" in tick] == ["Romania\u200e &nbsp; <b>13</b>"]
    row = next(place for place, tick in enumerate(ticks(shown)) if "<b>" in tick)
    band, *rules = shown.layout["shapes"]
    assert (band["y0"], band["y1"]) == (row - 0.5, row + 0.5)
    assert ticks(shown)[-2].startswith("not named")
    assert len(rules) == 6, "a line between each speaker and the next"


def test_what_can_be_defended_is_joined_by_dots_and_what_differs_by_a_line() -> None:
    rows = [{"mode": "asserted", "also": "intended"}, {"mode": "asserted"}, {"mode": "asserted"}]
    placed = [("s1", "intended"), ("s2", "possible"), ("s3", "asserted")]
    shown = drawn(ferry(statements=rows), "s1", *placed, compared=True)
    dots, line = trace(shown, "both can be defended"), trace(shown, "differ")
    assert (dots["line"]["dash"], dots["x"], dots["y"]) == ("dot", [2, 0, None], [0, 0, None])
    assert (line["line"]["dash"], line["x"], line["y"]) == ("solid", [4, 0, None], [1, 1, None])
    assert (trace(shown, "yours")["x"], trace(shown, "our coding")["x"]) == ([2, 4, 0], [0, 0, 0])
    assert "our coding" in shown.layout["title"]["text"]
    alone = drawn(ferry(statements=rows), "s1", *placed)
    assert [len(each["x"]) for each in alone.traces] == [0, 0, 0, 3]


def test_signs_in_a_name_or_a_wording_are_shown_as_they_are() -> None:
    rows = [{"speaker": "ada", "wording": "no <i> ferry"}]
    shown = drawn(ferry(actors=[ADA], statements=rows), "", ("s1", "denied"))
    assert ticks(shown) == ["Ada &lt;b&gt; Lee\u200e &nbsp; 1"]
    assert trace(shown, "yours")["customdata"] == ["yours: statement 1 is denied<br>¶1 “no &lt;i&gt; ferry”"]


def test_many_statements_get_thin_lines_and_only_speakers_are_named() -> None:
    rows = [{"speaker": "ada"} if number % 2 else {} for number in range(400)]
    shown = drawn(ferry(actors=[ADA], statements=rows), "s7")
    assert ticks(shown) == ["Ada &lt;b&gt; Lee\u200e", "not named\u200e"]
    assert shown.layout["yaxis"]["tickvals"] == [0, 200]
    assert shown.layout["height"] == 132 + 4 * 400
    assert [(shape["y0"], shape["y1"]) for shape in shown.layout["shapes"]] == [(202.5, 203.5), (199.5, 199.5)]


def test_a_case_without_a_statement_has_an_empty_line() -> None:
    shown = drawn(ferry(), "")
    assert shown.layout["yaxis"]["range"] == [0.5, -0.5]
    assert shown.layout["shapes"] == []
