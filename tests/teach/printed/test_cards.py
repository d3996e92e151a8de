"""Cards are made from the tables of a case: one for each row, and none that tells what is to be found out."""

from __future__ import annotations

from datetime import timedelta
from itertools import pairwise

import pytest

from course import loading
from course.content import ContentError
from course.teach.printed import cards
from course.teach.printed.cards import DECKS, Deck, decks
from course.vocabulary import words

CASE = loading.load()
OWN = {"posters": "smh-marches", "text": "amber-ferry"}


def deck(key: str) -> Deck:
    [made] = decks([key], OWN.get(key, CASE.name))
    return made


@pytest.mark.parametrize("key", DECKS)
def test_every_deck_has_cards_a_title_and_a_use(key: str) -> None:
    made = deck(key)
    assert made.key == key
    assert made.cards
    assert made.title
    assert made.use.endswith(".")


@pytest.mark.parametrize(
    ("key", "table"), [("troops", "troops"), ("statements", "statements"), ("actors", "actors"), ("events", "events")]
)
def test_a_table_makes_a_card_a_row_in_its_order(key: str, table: str) -> None:
    made, rows = deck(key), CASE.rows(table)
    assert [card.foot for card in made.cards] == [f"¶{row['paragraph']}" for row in rows]


def test_a_mention_has_its_small_word_and_a_blank_stays_a_blank() -> None:
    heads = [card.head for card in deck("troops").cards]
    assert heads.count("no number") == 5
    assert [head for head in heads if head != "no number"] == [
        "more than 100,000", "up to 1,000", "up to 4,000", "nearly 3,000",
    ]  # fmt: skip


def test_no_statement_tells_its_mode_and_no_actor_its_kind() -> None:
    modes = {*words("modes"), *words("modes").values()}
    assert not [
        card for card in deck("statements").cards if modes & {text.lower() for text in (card.head, *card.lines)}
    ]
    assert all(not card.lines for card in deck("actors").cards)
    assert {card.head.lower() for card in deck("kinds").cards} <= set(words("kinds").values())
    assert len(deck("modes").cards) == 6


def test_the_wall_reaches_over_the_largest_number_with_room() -> None:
    marks = [int(card.head.replace(",", "")) for card in deck("line").cards if card.head != "→"]
    assert marks[0] == 0
    assert {after - before for before, after in pairwise(marks)} == {cards.STEP}
    assert marks[-1] > CASE.troops["number"].max()


def test_the_days_run_around_the_days_of_writing() -> None:
    assert CASE.written is not None
    made = deck("days").cards
    first = CASE.written[0] - timedelta(cards.DAYS_BEFORE)
    assert made[0].head == f"{first:%a} {first.day} {first:%b}" == "Mon 24 Jan"
    assert [card.head for card in made[-3:]] == ["Sun 6 Feb", "written here", "no day"]


def test_strips_are_as_long_as_their_numbers_and_none_longer_than_a_page() -> None:
    long: dict[str, float] = {}
    for card in deck("strips").cards:
        long[card.head] = long.get(card.head, 0) + card.long
        assert 0 < card.long <= cards.LONGEST
    assert long == {"100,000": 100, "1,000": 1, "4,000": 4, "3,000": 3}


def test_slips_are_three_a_number_and_one_a_blank() -> None:
    made = deck("slips").cards
    assert len(made) == 3 * 4 + 5
    assert [card.lines for card in made[:3]] == [("hedge",), ("status",), ("source",)]


def test_other_reports_are_all_that_the_course_has_noted_but_ours() -> None:
    titles = [card.head for card in deck("reports").cards]
    assert len(titles) == len(set(titles)) == 9
    assert CASE.title not in titles


def test_a_text_is_printed_only_where_a_case_keeps_it() -> None:
    assert len(deck("text").cards) == 2
    with pytest.raises(ContentError, match="macron-biden-call holds no text of the report"):
        decks(["text"], CASE.name)


def test_days_need_a_day_of_writing() -> None:
    with pytest.raises(ContentError, match="amber-ferry does not say when the report was written"):
        decks(["days"], "amber-ferry")
