"""A scene: which mentions are shown, by what size, and on which axis."""

from __future__ import annotations

from typing import Any

import pytest

from course.misleading.scene import CUT, LOG, NO_BLANKS, PLAIN, Axis, Scene, blank, hedged, mentions_of, sources_of
from tests.flood import counts
from tests.invented import table
from tests.misleading.scenes import made

FLOOR = {"number": 100, "hedge": "more than"}
CEILING = {"number": 40, "hedge": "up to"}
EXACT = {"number": 70, "hedge": "bare"}
WORDS = {"hedge": "tens of thousands"}
BLANK: dict[str, Any] = {}


@pytest.mark.parametrize(
    ("row", "low", "high", "is_blank", "is_hedged"),
    [
        (FLOOR, 101, None, False, True),
        (CEILING, 0, 40, False, True),
        (EXACT, 70, 70, False, False),
        (WORDS, 20_000, 99_999, False, False),
        (BLANK, 0, None, True, False),
    ],
)
def test_a_mention_has_its_bounds_and_a_blank_is_none(
    row: dict[str, Any],
    low: int,
    high: int | None,
    is_blank: bool,  # noqa: FBT001 - a table
    is_hedged: bool,  # noqa: FBT001
) -> None:
    [mention] = made(row).everything
    assert (mention["low"], mention["high"], mention["number"]) == (low, high, row.get("number"))
    assert (blank(mention), hedged(mention)) == (is_blank, is_hedged)


def test_only_what_is_picked_is_shown_and_blanks_only_while_they_are_wanted() -> None:
    scene = made(FLOOR, BLANK, CEILING, hidden=1)
    assert [row["mention"] for row in scene.shown] == ["t1", "t2"]
    assert [row["mention"] for row in made(FLOOR, BLANK, WORDS, switches=(NO_BLANKS,)).shown] == ["t1", "t3"]


@pytest.mark.parametrize(
    ("rows", "switches", "axis"),
    [
        ([CEILING], (), Axis(0, 1.3 * 40)),
        ([FLOOR, CEILING], (), Axis(0, 1.3 * 101)),
        ([FLOOR, CEILING], (PLAIN,), Axis(0, 1.3 * 100)),
        ([FLOOR, CEILING], (CUT,), Axis(36, 1.3 * 101)),
        ([FLOOR, WORDS], (CUT,), Axis(90, 1.3 * 99_999)),
        ([WORDS], (CUT,), Axis(18_000, 1.3 * 99_999)),
        ([{"number": 1234}], (CUT,), Axis(1_100, 1.3 * 1_234)),
        ([FLOOR, CEILING], (LOG,), Axis(1, 1.3 * 101, log=True)),
        ([FLOOR], (LOG,), Axis(10, 1.3 * 101, log=True)),
        ([FLOOR, CEILING], (LOG, CUT), Axis(36, 1.3 * 101, log=True)),
        ([{"number": 1}], (LOG,), Axis(0.1, 1.3, log=True)),
        ([BLANK], (), Axis(0, 1000)),
        ([BLANK], (CUT,), Axis(0, 1000)),
        ([BLANK], (LOG,), Axis(1, 1000, log=True)),
        ([], (CUT, LOG), Axis(1, 1000, log=True)),
    ],
)
def test_the_axis_is_as_honest_as_the_switches_leave_it(
    rows: list[dict[str, Any]], switches: tuple[str, ...], axis: Axis
) -> None:
    assert made(*rows, switches=switches).axis == axis


def test_a_value_has_its_place_along_the_axis() -> None:
    assert [Axis(0, 200).place(value) for value in (0, 50, 200)] == [0, 0.25, 1]
    assert [Axis(100, 200).place(value) for value in (50, 100, 150)] == [0, 0, 0.5]
    assert [Axis(1, 10_000, log=True).place(value) for value in (0, 1, 100)] == [0, 0, pytest.approx(0.5)]


def test_lengths_are_those_of_bars_or_of_ranges_that_begin_at_the_start() -> None:
    rows = (FLOOR, CEILING, EXACT, BLANK, {"number": 20, "hedge": "nearly"})
    assert made(*rows).lengths == [19, 40]
    assert made(*rows, switches=(PLAIN,)).lengths == [20, 40, 70, 100]


def test_a_mention_is_drawn_by_its_number_or_the_least_that_its_words_say() -> None:
    rows = (FLOOR, WORDS, BLANK)
    honest, plain = made(*rows), made(*rows, switches=(PLAIN,))
    assert [honest.size(row) for row in honest.shown] == [100, 20_000, None]
    assert [plain.size(row) for row in plain.shown] == [100, None, None]


def test_a_scene_knows_what_is_counted_and_by_which_words_it_can_be_named() -> None:
    people = Scene(mentions_of(counts("c2", "c3")), (), frozenset())
    assert people.noun == "people"
    assert {"people dead", "dead", "missing", "persons"} <= people.nouns
    assert Scene(mentions_of(counts("c4")), (), frozenset()).noun == "homes"
    assert Scene((), (), frozenset()).nouns == frozenset()


def test_all_seem_to_have_the_first_status_of_the_case_that_is_so_now() -> None:
    assert Scene(mentions_of(counts("c2")), (), frozenset()).usual == "happened"
    assert made({"number": 3, "status": "proposed"}).usual == "present"
    assert made({"number": 3, "status": "proposed"}).statuses == {"present", "proposed"}


def test_several_can_vouch_for_a_mention() -> None:
    row, blank_row = made({"number": 3, "source": "ada"}, {"number": 4}).everything
    assert (sources_of({**row, "source": "ada;town"}), sources_of(blank_row)) == (["ada", "town"], [])


def test_none_is_a_size_and_no_blank() -> None:
    [row] = mentions_of(table("counts", {"hedge": "none"}))
    assert not blank(row)
