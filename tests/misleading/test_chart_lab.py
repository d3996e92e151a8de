"""The chart lab: each switch changes the picture, and the verdict says from rows and axis what misleads."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

import course
from course.figures.chart import figure_json
from course.misleading.chart_lab import Settings
from course.misleading.findings import what_misleads
from course.misleading.scene import SWITCHES
from tests.figures.hard_tables import HARD, changed
from tests.figures.shown import controls, displayed, figure, labels, options, outline, picture

if TYPE_CHECKING:
    from course.case import Case
    from course.explore import ChartLab

BARS = ["bars: present", "bars: existing", "bars: announced", "bars: proposed"]


def traces(lab: ChartLab) -> dict[str, Any]:
    return {trace.name or "words": trace for trace in figure(lab).data}


def texts(lab: ChartLab) -> list[str]:
    return [text.strip() for text in traces(lab)["words"].text]


def findings(lab: ChartLab) -> dict[str, str]:
    return {finding.switch: finding.sentence for finding in what_misleads(lab._scene(lab.settings))}


def test_the_honest_picture_is_that_of_how_many(case: Case) -> None:
    lab = course.explore.chart_lab(case)
    drawn, honest = picture(lab), figure_json(course.charts.how_many(case).figure)
    bars = [trace for trace in drawn["data"] if trace.get("name", "").startswith("bars: ")]
    assert drawn["data"][len(bars) :] == honest["data"]
    assert all(trace["x"] == [] for trace in bars)
    assert lab.words.startswith(
        "Nothing misleads here that we can see.\nYou see 9 mentions as ranges, 5 of them “not stated”. The axis starts at 0."
    )
    assert "- Whether a number is true, and when somebody counted. 7 mentions of 9 name no source." in lab.words
    assert lab.settings.mentions == ("m1", "m2", "m3", "m4", "m5", "m6", "m7", "m8", "m9")
    assert lab.changed == ""


def test_a_cut_axis_stretches_what_is_longer(case: Case) -> None:
    lab = course.explore.chart_lab(case, mentions=["m6", "m7"], switches=["plain bars"])
    assert traces(lab)["bars: present"].x == (0, 4000, None)
    lab.widget.give("switches", ["plain bars", "cut axis"])
    assert list(figure(lab).layout.xaxis.range) == [900, 5200]
    assert traces(lab)["bars: present"].x == (900, 4000, None)
    assert findings(lab)["cut axis"] == (
        "Cut axis: it starts at 900, not at 0. The longest bar looks 31 times as long as the shortest, "
        "but means 4 times as many."
    )
    assert lab.changed == "On: Cut the axis. It can mislead in 3 ways now, 2 before. Look at: Cut axis."


def test_picked_rows_are_said(case: Case) -> None:
    lab = course.explore.chart_lab(case)
    lab.widget.give("mentions", ["m2", "m7"])
    assert set(findings(lab)) == {"picked"}
    assert "Taken away: Russia's build-up at the border (¶1: not stated);" in lab.changed
    assert "It can mislead in 1 way now, 0 before." in lab.changed


def test_switches_that_change_nothing_are_said_and_mislead_nobody(case: Case) -> None:
    lab = course.explore.chart_lab(case.troops[case.troops["mention"] == "m2"])
    lab.set(switches=["no blanks"])
    assert lab.changed == "On: Leave out the mentions with no number. Nothing changes in this picture."
    lab.set(switches=["one kind"])
    assert lab.words.startswith("Nothing misleads here that we can see.")


def test_nothing_one_row_and_only_blanks(case: Case) -> None:
    lab = course.explore.chart_lab(case, ["cut axis", "log axis", "plain bars"], [])
    assert lab.words.startswith("Nothing is shown. Tick a mention.")
    assert texts(lab) == []
    lab.set(mentions=["m7"])
    assert findings(lab)["cut axis"] == "Cut axis: it starts at 3,600, not at 0."
    assert "1 number looks exact. “up to 4,000” can be 0." in findings(lab)["plain bars"]
    lab.set(mentions=["m1", "m4"])
    assert set(findings(lab)) == {"picked"}
    assert texts(lab) == ["not stated", "not stated"]
    lab.set(switches=["no blanks", "cut axis"])
    assert "The picture is empty: it says “none”, where the report says “not stated”." in lab.words
    assert "2 of 2 mentions have vanished" in findings(lab)["no blanks"]


def test_a_caption_is_checked_against_the_picture(case: Case) -> None:
    lab = course.explore.chart_lab(case)
    assert "No caption yet." in lab.widget.html["check"]
    lab.widget.give("caption", "4,000 soldiers in Romania; nearly 3,000 announced by the US (¶17)")
    assert lab.changed == "Your caption has 1 of 4 points."
    assert "“4,000” has no hedge; the report says “up to 4,000” (¶17)." in lab.widget.html["check"]
    assert "you name ¶17 and “US”." in lab.widget.html["check"]
    assert [point.state for point in lab.points] == ["partly", "yes", "partly", "no", "nothing"]
    lab.set(switches=["cut axis"])
    assert "you do not say that the axis is cut." in lab.widget.html["check"]
    assert lab.words.endswith("you do not say that the axis is cut.")


def test_what_is_unknown_is_named_and_changes_nothing(case: Case) -> None:
    lab = course.explore.chart_lab(case, ["cut axis"])
    before = lab.settings
    with pytest.raises(ValueError, match="There is no switch 'cut axes'. Did you mean 'cut axis'"):
        lab.set(switches=["cut axes"])
    with pytest.raises(ValueError, match="There is no mention 'm77'. Did you mean 'm7'"):
        lab.set(mentions=["m77"])
    with pytest.raises(ValueError, match="A caption is a text, not a int"):
        lab.set(caption=3)
    with pytest.raises(TypeError, match="There is no setting 'switch'. Did you mean 'switches'"):
        lab.set(switch="cut axis")
    assert lab.settings == before


def test_settings_go_in_and_out_as_plain_values(case: Case) -> None:
    lab = course.explore.chart_lab(case, "log axis", "m2", "up to 4,000")
    assert lab.settings == Settings(("log axis",), ("m2",), "up to 4,000")
    lab.set(switches=["one kind", "cut axis"])
    assert controls(lab)["switches"]["value"] == ["cut axis", "one kind"]


def test_every_control_has_a_label(case: Case) -> None:
    lab = course.explore.chart_lab(case)
    assert labels(lab) == [
        "Switches",
        "Which mentions do you show?",
        "Your caption for this picture",
    ]
    assert options(lab, "switches") == SWITCHES


def test_a_page_without_a_kernel_shows_a_still_figure_verdict_and_check(case: Case) -> None:
    bundle = displayed(course.explore.chart_lab(case, ["plain bars"], caption="4,000"))
    assert len(bundle["application/vnd.plotly.v1+json"]["data"]) == 14
    assert "This picture can mislead in 1 way." in bundle["text/html"]
    assert "has no hedge" in bundle["text/html"]
    assert bundle["text/plain"].startswith("This picture can mislead in 1 way.")


@pytest.mark.parametrize("how", HARD)
@pytest.mark.parametrize(
    "switches", [(), ("cut axis",), ("log axis",), ("plain bars", "log axis", "cut axis"), tuple(SWITCHES)]
)
def test_a_hard_table_breaks_nothing(case: Case, how: str, switches: tuple[str, ...]) -> None:
    lab = course.explore.chart_lab(changed(case, HARD[how]))
    before = outline(lab)
    lab.set(switches=switches, caption="4,000 soldiers (¶17)")
    assert outline(lab) == before
    assert json.dumps(picture(lab), allow_nan=False)
    assert "<b>&" not in lab.widget.html["words"] + lab.widget.html["check"]
    assert lab.words


@pytest.mark.parametrize(
    ("caption", "state"),
    [
        ("More than 200,000, the organisers say.", "yes"),
        ("More than 200,000, says United for Peace and Justice.", "yes"),
        ("120,000 or more, the police say, not officially.", "yes"),
        ("120,000 or more, the organisers say.", "partly"),
        ("120,000 or more marched in New York.", "no"),
    ],
)
def test_a_caption_can_call_a_source_by_a_part_of_its_name(caption: str, state: str) -> None:
    lab = course.explore.chart_lab(course.load("smh-marches"), mentions=["c3", "c4"], caption=caption)
    assert {point.topic: point.state for point in lab.points}["Source"] == state


def test_the_line_that_the_last_notebook_begins_with_can_be_brought_to_all_points() -> None:
    marches = course.load("smh-marches")

    def misses(caption: str) -> list[str]:
        lab = course.explore.chart_lab(marches, mentions=["c1", "c3", "c4"], caption=caption)
        return [point.topic for point in lab.points if point.state not in {"yes", "nothing"}]

    assert misses("More than 200,000 marched in New York.") == ["Source", "What the picture does"]
    assert not misses(
        "Some of the rows: tens of thousands marched in New York (¶1); 120,000 or more, say the police, not officially; "
        "more than 200,000, say the organisers."
    )
