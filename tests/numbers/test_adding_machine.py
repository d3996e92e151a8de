"""The adding machine: its controls move the ranges, the sum and the words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

import course
from course.numbers.add_up import Total, total_of
from course.numbers.adding_machine import Settings
from course.numbers.hedges import Bounds
from tests.figures.shown import controls, displayed, figure, labels, options

if TYPE_CHECKING:
    from course.case import Case


def texts(machine: course.explore.AddingMachine) -> list[str]:
    return [text.strip() for text in figure(machine).data[-1].text]


def test_ticking_moves_the_figure_the_sum_and_the_words(case: Case) -> None:
    machine = course.explore.adding_machine(case, ["m7"])
    assert texts(machine) == ["0 to 4,000", "0 to 4,000"]
    machine.widget.give("mentions", ["m7", "m9"])
    assert texts(machine) == ["0 to 4,000", "0 to 2,999", "0 to 6,999"]
    assert machine.total.bounds == Bounds(0, 6_999)
    assert machine.words.startswith("Sum of 2 mentions, strict reading: 0 to 6,999.")
    assert "Flow with stocks" in machine.widget.html["words"]
    assert "2 ticked instead of 1. The sum was “0 to 4,000” and is “0 to 6,999” now." in machine.changed


def test_a_change_adds_up_once(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    machine = course.explore.adding_machine(case, ["m7"])
    added: list[int] = []

    def counting(ranges: list[Any], notes: tuple[str, ...] = ()) -> Total:
        added.append(len(ranges))
        return total_of(ranges, notes)

    monkeypatch.setattr("course.numbers.adding_machine.total_of", counting)
    machine.set(mentions=("m7", "m9"))
    machine.set(mentions=("m7",))
    assert added == [2], "the sum before is known, and so is that of a step back"


def test_the_reading_and_the_closeness_move_the_ranges(case: Case) -> None:
    machine = course.explore.adding_machine(case, ["m7"])
    assert controls(machine)["closeness"]["disabled"]
    machine.widget.give("reading", "usual")
    assert not controls(machine)["closeness"]["disabled"]
    assert texts(machine)[0] == "3,200 to 4,000"
    machine.widget.give("closeness", 20)
    assert texts(machine)[0] == "2,400 to 4,000"
    assert "closeness 20% instead of 10%" in machine.changed


def test_settings_go_in_and_out_as_plain_values(case: Case) -> None:
    machine = course.explore.adding_machine(case)
    machine.set(mentions=["m9", "m2"], reading="usual", closeness=0.05)
    assert machine.settings == Settings(("m2", "m9"), "usual", 0.05)
    assert machine.widget.values["mentions"] == ["m2", "m9"]
    assert machine.widget.values["closeness"] == 5
    assert machine.total.bounds == Bounds(102_851, 117_999)


def test_nothing_ticked_says_what_to_do(case: Case) -> None:
    machine = course.explore.adding_machine(case)
    assert machine.words == "Nothing is ticked yet. Tick two mentions and watch the sum."
    assert texts(machine) == ["0"]


def test_a_fresh_page_says_nothing_of_a_change(case: Case) -> None:
    assert course.explore.adding_machine(case, ["m7"]).changed == ""


def test_what_is_unknown_is_named_and_changes_nothing(case: Case) -> None:
    machine = course.explore.adding_machine(case, ["m7"])
    with pytest.raises(ValueError, match="There is no mention 'm77'. Did you mean 'm7'"):
        machine.set(mentions=["m77"])
    with pytest.raises(ValueError, match="is not a reading"):
        machine.set(reading="loose")
    with pytest.raises(TypeError, match="There is no setting 'readin'. Did you mean 'reading'"):
        machine.set(readin="usual")
    with pytest.raises(ValueError, match="from 0 to 0.5"):
        machine.set(closeness=2)
    assert machine.settings == Settings(("m7",))


def test_every_control_has_a_label(case: Case) -> None:
    machine = course.explore.adding_machine(case)
    assert labels(machine) == [
        "Which mentions do you add up?",
        "Reading",
        "Closeness",
    ]
    names = options(machine, "mentions")
    assert names["m2"] == "Russian troops around Ukraine (¶4: more than 100,000)"
    assert names["m5"].endswith("(¶16: no number)")


def test_a_page_without_a_kernel_shows_a_still_figure_and_the_words(case: Case) -> None:
    bundle = displayed(course.explore.adding_machine(case, ["m7", "m9"]))
    assert bundle["application/vnd.plotly.v1+json"]["data"][-1]["text"][-1].strip() == "0 to 6,999"
    assert "What is wrong about this sum" in bundle["text/html"]
    assert bundle["text/plain"].startswith("Sum of 2 mentions")
