"""What all explorers share."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from typing import TYPE_CHECKING, Any

import pytest

import course
from course.days.timeline import Settings
from course.figures.chart import figure_json
from tests.figures.shown import opened
from tests.page.messages import act, sent, touch

if TYPE_CHECKING:
    from course.case import Case

ALL = course.explore.__all__
CALLS = sorted(name for name in ALL if name.islower())
FIRST = """
import sys, course
course.explore.adding_machine(course.load())
print("lark" in sys.modules, "nbformat" in sys.modules)
"""
CHANGES: dict[str, dict[str, Any]] = {
    "adding_machine": {"mentions": ("m7", "m9")},
    "chart_lab": {"switches": ("cut axis", "plain bars")},
    "claim_sorter": {"statement": "s2"},
    "coding_desk": {"reading": "usual"},
    "contacts": {"actor": "russia", "groups": ("conflict",)},
    "evidence": {"table": "places"},
    "places": {"kilometres": 100, "place": "poland"},
    "sideways": {"thing": "mission", "reading": "usual"},
    "timeline": {"word": "this week", "show": "said"},
}
"""Of each explorer: settings that can be set, each shown by the control of its name."""
ACTS: list[tuple[str, str, Any]] = [
    ("adding_machine", "mentions", ["m7"]),
    ("chart_lab", "caption", "4,000"),
    ("claim_sorter", "mode", "denied"),
    ("claim_sorter", "Next", 1),
    ("coding_desk", "reading", "usual"),
    ("contacts", "actor", "russia"),
    ("evidence", "table", "places"),
    ("places", "kilometres", 100),
    ("sideways", "thing", "disequilibrium"),
    ("timeline", "word", "this week"),
    ("timeline", "a day later ▶", 1),
]
BAD: dict[str, dict[str, Any]] = {
    "adding_machine": {"mentions": ["m9", "m77"]},
    "chart_lab": {"switches": ["cut axes"], "caption": "4,000"},
    "claim_sorter": {"statement": "s19"},
    "coding_desk": {"reading": "usuall", "row": "r1"},
    "contacts": {"actor": "ukrain", "kinds": ()},
    "evidence": {"table": "trops"},
    "places": {"kilometres": 30, "place": "poland"},
    "sideways": {"thing": "missoin", "reading": "usual"},
    "timeline": {"written": "2022-05-01", "show": "said"},
}


def test_there_are_nine() -> None:
    assert [
        *("adding_machine", "chart_lab", "claim_sorter", "coding_desk", "contacts"),
        *("evidence", "places", "sideways", "timeline"),
    ] == CALLS


def test_the_first_figure_of_a_kernel_does_not_wait_for_a_grammar_that_it_does_not_need() -> None:
    done = subprocess.run([sys.executable, "-c", FIRST], capture_output=True, encoding="utf-8", check=True)
    assert done.stdout.split() == ["False", "False"]


@pytest.mark.parametrize("name", CALLS)
def test_its_settings_are_plain_and_bring_it_back(case: Case, name: str) -> None:
    explorer = opened(name, case)
    settings = vars(explorer.settings)
    assert all(is_plain(value) for value in settings.values())
    again = opened(name, case)
    again.set(**settings)
    assert again.settings == explorer.settings
    assert again.words == explorer.words


def is_plain(value: Any) -> bool:
    return all(map(is_plain, value)) if isinstance(value, tuple) else isinstance(value, str | int | float)


@pytest.mark.parametrize("name", CALLS)
def test_what_a_page_that_is_opened_anew_asks_for_is_what_is_drawn(case: Case, name: str) -> None:
    explorer = opened(name, case)
    explorer.set(**CHANGES[name])
    if explorer.figure is None:
        assert name == "evidence"
        return
    drawn, state = figure_json(explorer.figure), json.loads(explorer.widget.get_state()["drawn"])
    assert (state["data"], state["layout"]) == (drawn["data"], drawn["layout"])
    assert len(state["data"]) > 0
    assert state["layout"]["title"]["text"] == explorer.figure.layout.title.text
    assert state["label"] == explorer.words.split("\n")[0]


@pytest.mark.parametrize(("name", "control", "value"), ACTS)
def test_one_change_on_the_page_is_answered_with_one_message(
    case: Case, name: str, control: str, value: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    explorer = opened(name, case)
    states = sent(explorer.widget, monkeypatch)
    act(explorer.widget, control, value)
    assert len(states) == 1
    assert {"html"} <= states[0].keys() <= explorer.widget.get_state().keys() - {"parts"}
    assert states[0]["html"]["changed"] == explorer.changed != ""


def test_several_changes_that_come_at_once_are_all_done_and_answered_with_one_message(
    case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    timeline = course.explore.timeline(case)
    states = sent(timeline.widget, monkeypatch)
    touch(timeline.widget, ("word", "this week"), ("a day later ▶", 1), ("written", ""), ("show", "said"))
    assert timeline.settings == Settings("2022-02-04", "said", "this week")
    assert [state["heard"] for state in states] == [4]
    assert states[0]["values"]["written"] == "2022-02-04", "a day that was emptied comes back"


@pytest.mark.parametrize("name", CALLS)
def test_a_change_is_drawn_once_and_said_once(case: Case, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    explorer = opened(name, case)
    done: Counter[str] = Counter()
    for doing in ("_picture", "_say"):
        how = getattr(explorer, doing)

        def counting(settings: Any, how: Any = how, doing: str = doing) -> Any:
            done[doing] += 1
            return how(settings)

        monkeypatch.setattr(explorer, doing, counting)
    monkeypatch.setattr(explorer, "_say_changed", lambda *_: "")
    explorer.set(**CHANGES[name])
    assert done == {"_picture": 1, "_say": 1}


@pytest.mark.parametrize("name", CALLS)
def test_what_is_set_from_code_shows_in_the_controls_by_one_message(
    case: Case, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    explorer = opened(name, case)
    states = sent(explorer.widget, monkeypatch)
    before = dict(explorer.widget.values)
    explorer.set(**CHANGES[name])
    shown = {setting: list(value) if isinstance(value, tuple) else value for setting, value in CHANGES[name].items()}
    assert explorer.widget.values == {**before, **shown}
    assert [state["values"] for state in states] == [explorer.widget.values]


def test_values_that_python_puts_in_order_come_back_in_order(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    machine = course.explore.adding_machine(case, ["m7"])
    states = sent(machine.widget, monkeypatch)
    act(machine.widget, "mentions", ["m9", "m7", "m9"])
    assert machine.settings.mentions == ("m7", "m9")
    assert [state["values"]["mentions"] for state in states] == [["m7", "m9"]]
    act(machine.widget, "mentions", ["m9", "m7"])
    assert machine.widget.values["mentions"] == ["m7", "m9"], "where the settings stay as they are, too"


@pytest.mark.parametrize("name", CALLS)
def test_a_bad_value_from_code_changes_nothing(case: Case, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    explorer = opened(name, case)
    explorer.set(**CHANGES[name])
    states = sent(explorer.widget, monkeypatch)
    before = (explorer.settings, explorer.widget.get_state())
    with pytest.raises(ValueError, match="nearest|Did you mean"):
        explorer.set(**BAD[name])
    assert (explorer.settings, explorer.widget.get_state()) == before
    assert states == []


@pytest.mark.parametrize("name", CALLS)
def test_the_whole_state_is_plain_json(case: Case, name: str) -> None:
    explorer = opened(name, case)
    explorer.set(**CHANGES[name])
    state = explorer.widget.get_state()
    assert json.dumps(state, allow_nan=False)
    assert isinstance(state["_esm"], str)
    assert not any(isinstance(value, bytes | memoryview) for value in state.values())


@pytest.mark.parametrize("name", CALLS)
def test_each_part_has_what_it_shows_and_parts_never_change(case: Case, name: str) -> None:
    explorer = opened(name, case)
    parts = explorer.widget.parts
    texts = {part["name"] for part in parts if part["kind"] in {"html", "status"}}
    named = {part["name"] for part in parts if "label" in part}
    assert len(parts) == len({part["name"] for part in parts})
    for change in ({}, CHANGES[name]):
        explorer.set(**change)
        assert explorer.widget.parts == parts
        assert explorer.widget.html.keys() == texts
        assert explorer.widget.values.keys() == named
        assert explorer.widget.more.keys() <= named


@pytest.mark.parametrize("name", CALLS)
def test_two_explorers_of_one_case_share_no_state(case: Case, name: str) -> None:
    one, other = (opened(name, case) for _ in range(2))
    before = (other.settings, other.words, other.widget.get_state())
    one.set(**CHANGES[name])
    assert one.widget.get_state() != before[-1]
    assert (other.settings, other.words, other.widget.get_state()) == before
    for trait in ("values", "more", "html", "parts"):
        assert getattr(one.widget, trait) is not getattr(other.widget, trait)


@pytest.mark.parametrize("name", CALLS)
def test_a_setting_that_is_none_is_refused_with_the_nearest(case: Case, name: str) -> None:
    explorer = opened(name, case)
    first = next(iter(vars(explorer.settings)))
    with pytest.raises(TypeError, match=f"There is no setting '{first}x'. Did you mean '{first}'"):
        explorer.set(**{f"{first}x": 1})
