"""The picture of the chart lab: what each switch does to the axis, the bars, the ranges and their words."""

from __future__ import annotations

import math
from itertools import chain, combinations
from typing import TYPE_CHECKING, Any

import pytest

from course.figures.style import BLUE
from course.misleading.picture import picture
from course.misleading.scene import CUT, LOG, NO_BLANKS, ONE_KIND, PLAIN, SWITCHES, Scene, mentions_of
from tests.invented import table

if TYPE_CHECKING:
    from course.figures.figure import Picture

FLOOR = {"number": 100, "hedge": "more than", "status": "present"}
CEILING = {"number": 40, "hedge": "up to", "status": "existing", "paragraph": 7}
WORDS = {"hedge": "tens of thousands", "status": "announced"}
BLANK = {"status": "proposed"}
NOTHING = {"number": 0, "hedge": "bare"}


def drawn(switches: tuple[str, ...], *rows: dict[str, Any]) -> Picture:
    everything = mentions_of(table("troops", *rows))
    return picture(Scene(everything, everything, frozenset(switches)))


def trace(shown: Picture, name: str) -> dict[str, Any]:
    return next(each for each in shown.traces if each.get("name", "words") == name)


def texts(shown: Picture) -> list[str]:
    return [text.strip() for text in trace(shown, "words")["text"]]


def test_ranges_say_what_the_words_allow_and_bars_the_printed_number() -> None:
    rows = (FLOOR, CEILING, WORDS, BLANK, NOTHING)
    honest, plain = drawn((), *rows), drawn((PLAIN,), *rows)
    assert texts(honest) == ["at least 101, no limit above", "0 to 40", "20,000 to 99,999", "not stated", "0"]
    assert texts(plain) == ["100", "40", "tens of thousands", "not stated", "0"]
    assert trace(honest, "existing")["x"] == [0, 40, None]
    assert trace(honest, "bars: existing")["x"] == trace(plain, "existing")["x"] == []
    assert (trace(plain, "bars: existing")["x"], trace(plain, "bars: existing")["y"]) == ([0, 40, None], [1, 1, None])
    assert trace(plain, "not stated")["y"] == [3, 3, None], "a blank stays a dotted line on its own row"


def test_a_cut_axis_begins_where_the_bars_then_begin() -> None:
    shown = drawn((CUT, PLAIN), FLOOR, CEILING)
    assert shown.layout["xaxis"]["range"] == [36, 130]
    assert trace(shown, "bars: existing")["x"] == [36, 40, None]
    assert trace(shown, "words")["x"] == [36, 36]


@pytest.mark.parametrize(
    ("switches", "rows", "ends", "marks"),
    [
        ((LOG,), [FLOOR, CEILING], (1, 131.3), ["1", "10", "100"]),
        ((LOG, CUT), [FLOOR, CEILING], (36, 131.3), ["50", "100"]),
        ((LOG, CUT), [{"number": 4000}, {"number": 1000}], (900, 5200), ["1,000", "2,000", "5,000"]),
        ((LOG,), [{"number": 1}], (0.1, 1.3), ["0.1", "0.2", "0.5", "1"]),
        ((LOG, CUT), [{"number": 300}], (270, 390), ["270", "390"]),
    ],
)
def test_a_log_axis_has_marks_at_round_numbers(
    switches: tuple[str, ...], rows: list[dict[str, Any]], ends: tuple[float, float], marks: list[str]
) -> None:
    axis = drawn(switches, *rows).layout["xaxis"]
    assert axis["type"] == "log"
    assert axis["range"] == pytest.approx([math.log10(end) for end in ends])
    assert axis["ticktext"] == marks
    assert len(axis["tickvals"]) == len(marks)


def test_a_range_on_a_log_axis_begins_at_its_start() -> None:
    assert trace(drawn((LOG,), FLOOR, CEILING), "existing")["x"] == [1, 40, None]
    linear = drawn((), FLOOR, CEILING).layout["xaxis"]
    assert (linear["type"], "tickvals" in linear) == ("linear", False)


def test_one_colour_takes_status_and_its_word_away() -> None:
    shown = drawn((ONE_KIND,), FLOOR, CEILING)
    assert trace(shown, "present")["x"][3:] == [0, 40, None]
    assert trace(shown, "existing")["x"] == []
    assert [">¶1<" in name for name in shown.layout["yaxis"]["ticktext"]] == [True, False]
    assert set(trace(shown, "words")["textfont"]["color"]) == {BLUE}
    assert len(trace(drawn((ONE_KIND, PLAIN), FLOOR, CEILING), "bars: present")["x"]) == 6
    assert ">¶7 · existing<" in drawn((), FLOOR, CEILING).layout["yaxis"]["ticktext"][1]


def test_blanks_that_are_left_out_have_no_row() -> None:
    shown = drawn((NO_BLANKS,), BLANK, CEILING)
    assert len(shown.layout["yaxis"]["ticktext"]) == 1
    assert trace(shown, "existing")["y"] == [0, 0, None]


def test_every_set_of_switches_can_be_drawn_even_of_nothing() -> None:
    every = [*chain.from_iterable(combinations(SWITCHES, count) for count in range(len(SWITCHES) + 1))]
    pictures = [drawn(switches, *rows) for rows in ((), (NOTHING, BLANK)) for switches in every]
    counts = [len(shown.traces) for shown in pictures]
    half = len(counts) // 2
    assert [len(set(counts[:half])), len(set(counts[half:]))] == [1, 1], "an explorer changes values, not traces"
    ends = [shown.layout["xaxis"]["range"] for shown in pictures]
    assert all(math.isfinite(low) and low < high for low, high in ends)
