"""What can be lit up in a text is found in any report, by its tables and the vocabulary."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

import course
from course import lit
from tests.invented import ferry

if TYPE_CHECKING:
    from course.case import Case
    from course.lit import Span


def named(text: str, spans: list[Span]) -> list[tuple[str, str]]:
    return [(text[span.start : span.end], span.kind) for span in spans]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("More than 120 of about twenty.", [("More than", "hedge"), ("120", "number"), ("about", "hedge"), ("twenty", "number")]),
        ("They walked around the lake, over a bridge.", []),
        ("Tens of thousands came, dozens left.", [("Tens of thousands", "hedge"), ("dozens", "hedge")]),
        ("On 3 May 2021, a Monday, 40 came.", [("3 May 2021", "day"), ("Monday", "day"), ("40", "number")]),
        ("In 2021 it was May 3.", [("2021", "day"), ("May 3", "day")]),
        ("This week Saturdays count.", [("This week", "day")]),
    ],
)  # fmt: skip
def test_numbers_hedges_and_days_are_found_in_any_text(text: str, found: list[tuple[str, str]]) -> None:
    assert named(text, lit.find(text, 1, lit.Known())) == found


def test_who_speaks_is_known_by_the_tables_of_the_case() -> None:
    boat = ferry(
        actors=[
            {"actor": "ada", "name": "Ada von Lee", "kind": "person"},
            {"actor": "port", "name": "Harbour Trust", "kind": "organisation"},
            {"actor": "crew", "name": "the crew", "kind": "group"},
        ],
        statements=[{"speaker": "ada", "date_word": "before noon"}, {"speaker": "port", "paragraph": 2}],
    )
    text = "Before noon Ada von Lee met the HT, the Harbour Trust and the crew; von Lee left."
    tables = {name: boat.table(name) for name in ("actors", "statements")}
    assert named(text, lit.find(text, 1, lit.known(tables))) == [
        ("Before noon", "day"),
        ("Ada von Lee", "speaker"),
        ("von Lee", "speaker"),
    ]
    assert named(text, lit.find(text, 2, lit.known(tables)))[1:] == [("HT", "speaker"), ("Harbour Trust", "speaker")]


def test_a_term_is_explained_where_it_comes_up_first_and_only_there() -> None:
    texts = {1: "A sloop and two sloops.", 2: "The sloop <sails>."}
    spans = lit.passage(texts, {}, {"sloop": "a boat & more"})
    assert named(texts[1], spans[1]) == [("sloop", "term"), ("two", "number")]
    assert spans[2] == []
    shown = lit.to_html(texts[1], spans[1])
    assert '<summary style="display:inline">sloop</summary> (a boat &amp; more)</details> and <span' in shown
    assert lit.to_html(texts[2], spans[2]) == "The sloop &lt;sails&gt;."


def test_the_words_that_a_text_shares_with_a_wording_are_marked() -> None:
    text = "Russia has more than 100,000 heavily armed soldiers."
    places = lit.shared(text, "more than 100,000 heavily armed troops")
    assert [text[start:end] for start, end in places] == ["more than 100,000 heavily armed"]
    shown = lit.to_html(text, lit.find(text, 1, lit.Known()), places)
    assert shown == (
        'Russia has <span class="btl-lit-hedge"><mark>more than</mark></span><mark> </mark>'
        '<span class="btl-lit-number"><mark>100,000</mark></span><mark> heavily armed</mark> soldiers.'
    )
    assert lit.shared("It is a lake.", "it was a ship") == []
    assert lit.shared("It is a mountain.", "the mountain") == [(8, 16)]


def test_all_of_a_text_is_there_whatever_is_lit_in_it(case: Case) -> None:
    for number, spans in case.read().spans.items():
        text = case.digest[number]
        assert "".join(piece for piece, _ in lit.pieces(text, spans)) == text
        assert all(one.end <= other.start for one, other in pairwise(spans))


def test_a_passage_has_a_key_to_what_is_in_it_and_to_nothing_else(case: Case) -> None:
    shown = case.read(12)._repr_html_()
    assert "numbers</label>" in shown
    assert "the small words beside them</label>" not in shown
    assert "btl-key" not in course.load().read(8)._repr_html_()
