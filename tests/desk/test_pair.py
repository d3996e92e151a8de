"""Two codings of one text: which rows speak of the same, where they differ, and what both have in the end."""

from __future__ import annotations

from dataclasses import replace

import course
from course.desk.coding import Row, Settled
from course.desk.pair import Pair, agreed, of_case, pairs, shares, still_open


def row(key: str, start: int, end: int, **cells: str) -> Row:
    """A row of the first paragraph."""
    return Row(key, 1, start, end, key, cells)


def test_rows_that_share_words_are_a_pair_and_others_stand_alone() -> None:
    mine = [row("r1", 0, 10), row("r2", 20, 30)]
    theirs = [row("r1", 5, 15), row("r2", 40, 50)]
    found = pairs(mine, theirs)
    assert [(p.mine and p.mine.start, p.theirs and p.theirs.start) for p in found] == [(0, 5), (20, None), (None, 40)]
    assert [pair.key for pair in found] == ["r1", "r2", "partner-r2"]
    assert [pair.is_alone for pair in found] == [False, True, True]
    assert pairs([replace(mine[0], paragraph=2)], theirs[:1])[0].is_alone


def test_of_several_the_same_number_counts_first_and_then_the_most_letters() -> None:
    mine = [row("r1", 0, 20, number="100")]
    theirs = [row("r1", 0, 18, number="20"), row("r2", 15, 25, number="100"), row("r3", 0, 3)]
    assert Pair(mine[0], theirs[1]) in pairs(mine, theirs)
    assert Pair(row("r1", 0, 20), row("r2", 2, 20)) in pairs([row("r1", 0, 20)], [row("r1", 0, 3), row("r2", 2, 20)])


def test_each_row_is_in_one_pair() -> None:
    found = pairs([row("r1", 0, 10), row("r2", 2, 8)], [row("r1", 0, 10)])
    assert [pair.is_alone for pair in found] == [False, True]


def test_what_differs_are_words_of_lists_numbers_and_names_and_no_capitals() -> None:
    one = row("r1", 0, 5, number="100", status="present", source="The Police", what="boats", label="mine", thing="r2")
    two = row("r1", 0, 5, number="100.0", status="announced", source="police", what="Boats", label="theirs")
    assert Pair(one, two).differs == ("status",)
    assert Pair(one, replace(two, cells={**two.cells, "number": ""})).differs == ("number", "status")
    assert Pair(one, None).differs == ()
    assert Pair(one, replace(two, cells={**two.cells, "number": ""}), ("number",)).differs == ("number",)


def test_shares_count_the_rows_that_both_answered() -> None:
    found = [
        Pair(row("r1", 0, 5, status="present"), row("r1", 0, 5, status="present")),
        Pair(row("r2", 6, 9, status="present", hedge="about"), row("r2", 6, 9, status="announced")),
        Pair(row("r3", 6, 9, status="present"), None),
    ]
    assert shares(found) == {"status": (1, 2)}
    assert shares(
        pairs([row("r1", 0, 5, status="past", unit="things")], [row("r1", 0, 5, unit="things")], ("unit",))
    ) == {"unit": (1, 1)}


def test_what_both_have_is_as_settled_or_mine_and_rows_point_to_rows_that_are_there() -> None:
    mine = [row("r1", 0, 5, status="present"), row("r4", 10, 15, status="present", rival="r1", revises="r1")]
    theirs = [row("r1", 0, 5, status="announced"), row("r2", 20, 25, status="past", rival="r1")]
    found = pairs(mine, theirs)
    assert [each.key for each in still_open(found, {})] == ["r1", "r4", "partner-r2"]
    assert [each.cells for each in agreed(found, {})] == [
        {"status": "present"},
        {"status": "present", "rival": "r1", "revises": "r1"},
    ]
    settled = {"r1": Settled({"status": "announced"}), "r4": Settled(is_kept=False), "partner-r2": Settled()}
    both = agreed(found, settled)
    assert [each.key for each in both] == ["r1", "r2"]
    assert [each.cells for each in both] == [{"status": "announced"}, {"status": "past", "rival": "r1"}]
    assert still_open(found, settled) == []
    without = agreed(found, {"r1": Settled(is_kept=False), "partner-r2": Settled()})
    assert [each.cells for each in without] == [{"status": "present"}, {"status": "past"}]


def test_a_coder_of_a_case_has_rows_where_their_wordings_stand() -> None:
    case = course.load("amber-ferry")
    rows = of_case(case.codings["partner"]["counts"], case.text, case.actor_names)
    assert len(rows) == len(case.codings["partner"]["counts"])
    for each in rows:
        assert " ".join(case.text[each.paragraph][each.start : each.end].split()) == each.wording
    assert {each.cell("source") for each in rows} == {"", "Ida Tolm", "Reno Pell"}
    assert rows[0].cell("number") == "900"
    ours = of_case(case.counts, case.text, case.actor_names)
    assert [each.cell("thing") for each in ours if each.cell("what") == "boats"] == ["", "r5", "r5"]
    assert next(each for each in ours if each.cell("number") == "30").cell("rival") == "r6"
    assert of_case(case.counts, {1: case.text[1]}, {})[0].paragraph == 1
    assert len(of_case(case.counts, {1: case.text[1]}, {})) == 1
