"""What misleads: each switch by a sentence that is computed, and nothing where a switch changes nothing."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import pytest

from course.misleading.findings import what_is_drawn, what_misleads, what_no_picture_shows
from course.misleading.scene import CUT, LOG, NO_BLANKS, ONE_KIND, PLAIN, SWITCHES, Scene
from tests.misleading.scenes import made, scene

if TYPE_CHECKING:
    from course.case import Case

FLOOR = {"number": 100, "hedge": "more than", "label": "Hands"}
CEILING = {"number": 40, "hedge": "up to", "label": "Cooks"}
EXACT = {"number": 70, "hedge": "bare", "label": "Mates"}
WORDS = {"hedge": "tens of thousands", "label": "Guests"}
BLANK = {"label": "Pilots"}
ALL = "m1 m2 m3 m4 m5 m6 m7 m8 m9"


def findings(found: Scene) -> dict[str, str]:
    return {finding.switch: finding.sentence for finding in what_misleads(found)}


def of(switch: str, *rows: dict[str, Any]) -> str:
    return findings(made(*rows, switches=(switch,))).get(switch, "")


@pytest.mark.parametrize("switches", [(), tuple(SWITCHES)])
def test_an_honest_picture_and_an_empty_one_mislead_nobody(switches: tuple[str, ...]) -> None:
    assert findings(made(FLOOR, BLANK, CEILING)) == {}
    assert findings(made(switches=switches)) == {}


def test_a_cut_axis_hides_where_ranges_begin_and_is_hardly_seen_beside_a_large_number(case: Case) -> None:
    said = findings(scene(case, ALL, CUT))[CUT]
    assert "Here you see little of it, as one number is so much larger than the rest." in said
    assert "3 ranges reach down to 0 and seem to begin at 900." in said
    assert of(CUT, FLOOR) == "Cut axis: it starts at 90, not at 0."
    assert of(CUT, CEILING, EXACT) == (
        "Cut axis: it starts at 36, not at 0. 1 range reaches down to 0 and seems to begin at 36."
    )
    assert of(CUT, BLANK) == ""


def test_a_log_axis_has_no_zero_and_levels_what_differs(case: Case) -> None:
    assert "It has no 0. 3 ranges reach down to 0 and seem to begin at 100." in findings(scene(case, ALL, LOG))[LOG]
    assert findings(scene(case, ALL, LOG, PLAIN))[LOG].endswith(
        "The longest bar looks 3 times as long as the shortest, but means 100 times as many."
    )
    assert of(LOG, BLANK) == ""


def test_a_cut_log_axis_says_how_long_it_looks_once(case: Case) -> None:
    said = findings(scene(case, "m6 m7", CUT, LOG, PLAIN))
    looks = round(math.log(4000 / 900) / math.log(1000 / 900))
    assert said[CUT] == "Cut axis: it starts at 900, not at 0."
    assert f"looks {looks} times as long as the shortest, but means 4 times" in said[LOG]


def test_ranges_look_longer_too() -> None:
    long, short = {"number": 60, "hedge": "up to"}, {"number": 41, "hedge": "up to"}
    assert of(CUT, short, long).endswith(
        "The longest range from 0 looks 4.8 times as long as the shortest, but means 1.5 times as many."
    )
    assert "looks" not in of(CUT, short, short)


def test_plain_bars_stand_as_if_exact(case: Case) -> None:
    assert findings(scene(case, ALL, PLAIN)) == {
        PLAIN: "Plain bars: 4 numbers look exact. “more than 100,000” has no limit above; “up to 1,000” can be 0."
    }
    assert of(PLAIN, EXACT, CEILING) == "Plain bars: 1 number looks exact. “up to 40” can be 0."
    assert of(PLAIN, EXACT, WORDS) == "Plain bars: “tens of thousands” gets no bar."
    assert of(PLAIN, EXACT, BLANK) == ""


def test_blanks_that_are_left_out_have_vanished() -> None:
    assert of(NO_BLANKS, FLOOR, BLANK, WORDS) == (
        "Blanks left out: 1 of 3 mentions has vanished: Pilots. The report speaks of them, but gives no number."
    )
    assert of(NO_BLANKS, *[BLANK] * 5).startswith(
        "Blanks left out: 5 of 5 mentions have vanished: Pilots; Pilots; Pilots; and 2 more."
    )
    assert of(NO_BLANKS, FLOOR, WORDS) == ""


@pytest.mark.parametrize(
    ("statuses", "said"),
    [
        (["present"], ""),
        (["present", "announced"], "One colour: what is “to come” (1) looks like what is “in place”."),
        (
            ["existing", "proposed", "announced"],
            "One colour: what is “exists, place not said” (1), “to come” (1) and “an offer or a plan” (1) looks like",
        ),
        (["existing", "existing"], "One colour: what is “exists, place not said” (2) looks like what is “in place”."),
    ],
)
def test_one_colour_takes_the_kinds_away(statuses: list[str], said: str) -> None:
    found = of(ONE_KIND, *({**EXACT, "status": status} for status in statuses))
    assert found.startswith(said)
    assert bool(found) is bool(said)


def test_what_is_not_picked_is_told_the_largest_first(case: Case) -> None:
    assert findings(scene(case, "m2 m7")) == {
        "picked": "Picked rows: you show 2 of 9 mentions. Left out: Extra US troops for Poland and Romania (nearly 3,000); "
        "Mission in Romania that France offers to lead (up to 1,000); Russia's build-up at the border; and 4 more."
    }
    assert findings(made(EXACT, BLANK, WORDS, FLOOR, hidden=3))["picked"] == (
        "Picked rows: you show 1 of 4 mentions. Left out: Guests (tens of thousands); Hands (more than 100); Pilots."
    )


def test_what_no_picture_shows_is_told_of_what_is_shown(case: Case) -> None:
    assert what_no_picture_shows(scene(case)) == [
        "Whether a number is true, and when somebody counted. 7 mentions of 9 name no source.",
        "That 3 rows tell of the same thing more than once: they look like 3 things.",
        "Whether soldiers are in two rows: 4 mentions may share some with another.",
    ]
    assert what_no_picture_shows(made({**EXACT, "source": "ada"})) == [
        "Whether a number is true, and when somebody counted."
    ]
    one = made(EXACT, {**CEILING, "source": "ada", "overlaps_with": "t1", "overlap": "part"}, FLOOR, hidden=1)
    assert what_no_picture_shows(one) == [
        "Whether a number is true, and when somebody counted. 1 mention of 2 names no source.",
        "Whether soldiers are in two rows: 1 mention may share some with another.",
    ]
    assert what_no_picture_shows(made()) == []


@pytest.mark.parametrize(
    ("rows", "switches", "said"),
    [
        ([FLOOR, BLANK], (), "You see 2 mentions as ranges, 1 of them “not stated”. The axis starts at 0."),
        ([FLOOR], (PLAIN, CUT), "You see 1 mention as bars. The axis starts at 90."),
        ([{"number": 1_000_000}], (CUT,), "You see 1 mention as ranges. The axis starts at 900,000."),
        ([{"number": 12_345_678}], (CUT,), "You see 1 mention as ranges. The axis starts at 11,000,000."),
        ([BLANK], (NO_BLANKS,), "The picture is empty."),
    ],
)
def test_what_is_drawn_is_said(rows: list[dict[str, Any]], switches: tuple[str, ...], said: str) -> None:
    assert what_is_drawn(made(*rows, switches=switches)) == said
