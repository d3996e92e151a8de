"""The explorer: another thing, another reading, and what a change did."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import course
from course.sideways.sideways import Settings
from course.sideways.ties import things
from tests.figures.shown import controls, displayed, labels, options, outline
from tests.sideways.group import two_reports

if TYPE_CHECKING:
    from pathlib import Path


def test_another_thing_moves_the_figure_and_the_words() -> None:
    explorer = course.explore.sideways("mission")
    explorer.widget.give("thing", "disequilibrium")
    assert explorer.words.startswith("Russia acts as a “power of disequilibrium”")
    assert explorer.changed.startswith("You follow another thing. Russia acts as")
    assert explorer.widget.picture["layout"]["xaxis"]["type"] == "date"


def test_whatever_is_followed_the_figure_has_the_same_traces() -> None:
    explorer = course.explore.sideways()
    outlines = []
    for key in things():
        explorer.set(thing=key)
        outlines.append(outline(explorer))
    assert all(each == outlines[0] for each in outlines)


def test_the_reading_and_the_closeness_say_what_they_moved() -> None:
    explorer = course.explore.sideways("us-extra")
    explorer.widget.give("reading", "usual")
    assert explorer.changed == (
        "What you changed: usual reading instead of strict. "
        "What they allow together, in the usual reading: 2,700 to 2,999."
    )
    explorer.widget.give("closeness", 9)
    assert (
        "closeness 9% instead of 10%. What they allow together, in the usual reading: 2,730 to 2,999."
        in explorer.changed
    )
    assert explorer.settings == Settings("us-extra", "usual", 0.09)


def test_what_has_no_number_has_no_reading() -> None:
    explorer = course.explore.sideways("thursday-call")
    assert controls(explorer)["reading"]["disabled"]
    assert controls(explorer)["closeness"]["disabled"]
    explorer.set(reading="usual")
    assert "Nothing moves with it." in explorer.changed
    explorer.set(thing="mission")
    assert not controls(explorer)["reading"]["disabled"]
    assert not controls(explorer)["closeness"]["disabled"]


def test_what_is_unknown_is_named_and_changes_nothing() -> None:
    explorer = course.explore.sideways("mission")
    with pytest.raises(ValueError, match="There is no thing 'missoin'. Did you mean 'mission'"):
        explorer.set(thing="missoin")
    with pytest.raises(ValueError, match="from 0 to 0.5"):
        explorer.set(closeness=2)
    assert explorer.settings == Settings("mission")


def test_every_control_has_a_label_and_every_thing_a_name() -> None:
    explorer = course.explore.sideways()
    assert labels(explorer) == ["What do you follow?", "Reading", "Closeness"]
    assert options(explorer, "thing")["mission"] == "Mission in Romania that France offers to lead"
    assert all(len(name) <= 56 for name in options(explorer, "thing").values())


def test_paper_has_a_line_for_each_other_thing() -> None:
    bundle = displayed(course.explore.sideways("mission"))
    assert "Other things that several reports speak of:" in bundle["text/html"]
    for key, thing in things().items():
        assert (thing.label.removesuffix(".").split("'")[0] in bundle["text/html"]) is True, key


def test_a_folder_of_other_reports_will_do(tmp_path: Path) -> None:
    explorer = course.explore.sideways("break", two_reports(tmp_path / "reports"))
    assert options(explorer, "thing") == {"homes": "Homes under water", "break": "The dam breaks."}
    assert explorer.words.startswith("The dam breaks, in 2 reports: not stated; “Tuesday”: Tue 24 Aug 2021.")
