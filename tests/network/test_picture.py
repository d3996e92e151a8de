"""What seats and lines are drawn of: a curve a relation, arrows at whom it is done to, points that are filled or hollow."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from course.figures.style import CARD, INK, PALE_INK, SOFT_INK, colours
from course.network.picture import Focus, fitted, heading_trace, key_trace, layout, line_traces, name_trace, point_trace
from course.network.seats import STEPS, Seats, seats
from tests.invented import ferry

if TYPE_CHECKING:
    from course.figures.figure import Trace

GROUPS = {group: colours("relation_groups")[group] for group in ("contact", "support", "conflict")}
ACTORS = [
    {"actor": "ada", "name": "Ada <Lee>"},
    {"actor": "crew", "name": "the Crew of the Old Ferry (COF)", "kind": "group"},
    {"actor": "dock", "name": "Dock", "kind": "state"},
]


@pytest.fixture
def its() -> Seats:
    """Three actors and three relations: one of two who do it together, two that one does to another."""
    relations = [
        {"from": "ada", "to": "crew"},
        {"from": "ada", "to": "dock", "relation": "objects to", "wording": "blames <the> dock"},
        {"from": "crew", "to": "ada", "relation": "supports"},
    ]
    return seats(ferry(actors=ACTORS, relations=relations))


def by_name(traces: list[Trace]) -> dict[str, Trace]:
    return {trace["name"]: trace for trace in traces}


def test_each_group_of_the_graph_has_a_trace_of_its_curves_and_stays_in_the_legend_without_one(its: Seats) -> None:
    assert list(its.groups) == list(GROUPS) == ["contact", "support", "conflict"], "no line of the case is of another"
    drawn = by_name(line_traces(its.groups, its.lines[:1]))
    assert {group: len(drawn[group]["x"]) for group in GROUPS} == {"contact": STEPS + 2, "support": 1, "conflict": 1}
    assert all(drawn[group]["line"]["color"] == colour for group, colour in GROUPS.items())
    assert all(drawn[group]["showlegend"] for group in GROUPS)


def test_pale_lines_lie_below_the_strong_ones_and_have_no_arrow_and_no_legend(its: Seats) -> None:
    one, *others = its.lines
    traces = line_traces(its.groups, [one], others)
    assert [trace["name"] for trace in traces] == [
        *(f"{group}, pale" for group in GROUPS), *GROUPS, "arrows", "relations",
    ]  # fmt: skip
    drawn = by_name(traces)
    assert drawn["conflict, pale"]["opacity"] < drawn["conflict"]["opacity"]
    assert not any(drawn[f"{group}, pale"]["showlegend"] for group in GROUPS)
    assert len(drawn["relations"]["x"]) == 1


def test_an_arrow_ends_at_the_one_to_whom_it_is_done_and_two_where_they_do_it_together(its: Seats) -> None:
    together, accuses, _ = its.lines
    for line, ends in ((together, ["crew", "ada"]), (accuses, ["dock"])):
        arrows = by_name(line_traces(its.groups, [line]))["arrows"]
        tips = list(zip(arrows["x"], arrows["y"], strict=True))[1::2]
        assert tips == [pytest.approx(its.places[actor], abs=0.001) for actor in ends]
        assert arrows["marker"]["size"] == [0, 14] * len(ends), "the point before a tip only turns it"
        assert set(arrows["marker"]["color"]) == {GROUPS[line.group]}


def test_the_middle_of_a_line_shows_what_it_says_and_what_it_rests_on(its: Seats) -> None:
    middles = by_name(line_traces(its.groups, its.lines))["relations"]
    assert middles["customdata"][1] == "Ada &lt;Lee&gt; objects to Dock<br>¶1 “blames &lt;the&gt; dock”"
    assert (middles["x"][1], middles["y"][1]) == its.lines[1].curve[STEPS // 2]


def test_points_are_filled_or_hollow_and_who_is_not_in_focus_is_pale(its: Seats) -> None:
    focus = Focus("ada", ("dock",))
    filled = point_trace(its, ["ada", "crew", "dock"], focus=focus)
    assert filled["ids"] == ["ada", "crew", "dock"]
    assert filled["marker"]["color"] == [INK, INK, PALE_INK]
    assert filled["marker"]["size"] == [19, 13, 13]
    assert list(zip(filled["x"], filled["y"], strict=True)) == [its.places[actor] for actor in filled["ids"]]
    assert filled["customdata"][0] == "Ada &lt;Lee&gt; (person)<br>¶1 “some words”"
    hollow = point_trace(its, ["dock"], hollow=True, focus=focus)
    assert (hollow["marker"]["color"], hollow["marker"]["line"]["color"]) == (CARD, [PALE_INK])
    assert [key_trace("speaks", hollow=is_hollow)["marker"]["color"] for is_hollow in (True, False)] == [CARD, INK]


def test_names_stand_outside_beside_their_seats_and_the_chosen_one_is_bold(its: Seats) -> None:
    names = name_trace(its, list(its.places), Focus("ada", ("dock",)))
    drawn = dict(
        zip(its.places, zip(names["text"], names["textposition"], names["textfont"]["color"], strict=True), strict=True)
    )
    assert drawn["ada"][0] == "<b>Ada &lt;Lee&gt;</b>"
    assert drawn["crew"][0] == "COF"
    assert (drawn["dock"][2], drawn["crew"][2]) == (SOFT_INK, INK)
    for actor, x in zip(its.places, names["x"], strict=True):
        assert abs(x) > abs(its.places[actor][0])
        assert drawn[actor][1] == ("middle right" if x > 0 else "middle left")


def test_a_kind_has_a_heading_only_while_it_is_shown(its: Seats) -> None:
    assert heading_trace(its, {"person", "group"})["text"] == ["PERSON", "GROUP"]
    assert heading_trace(its, set())["text"] == []


def test_a_long_name_is_cut_and_its_signs_are_kept_as_they_are() -> None:
    assert fitted("the Committee for the Coordination of Everything <b>") == "the Committee<br>for the …"
    assert fitted("<b>&") == "&lt;b&gt;&amp;"
    assert fitted('"no"') == '"no"', "quotation marks need no other form in a text"
    assert len(fitted("x" * 90).split("<br>")) <= 2


def test_the_figure_has_room_for_its_rows_and_a_click_on_the_legend_hides_nothing(its: Seats) -> None:
    made: dict[str, Any] = layout("Who?", its)
    assert made["height"] == 118 + 33 * its.rows
    low, high = made["yaxis"]["range"]
    assert low == -high < -1, "half a name of two lines is below its point"
    assert (made["legend"]["itemclick"], made["legend"]["itemdoubleclick"]) == (False, False)
    assert "An arrow points at the one to whom it is done." in made["title"]["subtitle"]["text"]
