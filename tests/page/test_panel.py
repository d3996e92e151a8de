"""A panel: its parts as plain JSON, its values, and the script that it carries."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest

from course.evidence.reader import READER, Reader
from course.figures.panel import FIGURE, FigurePanel
from course.page.controls import button, pick, slider
from course.page.panel import CONTROLS, LIFE, PANEL, PARTS, Page, Panel, Part, script
from course.questions.ask import QUESTION, Asked
from course.questions.note import Note
from tests.page.messages import act, sent, touch
from tests.page.node import needs_node, node

if TYPE_CHECKING:
    from pathlib import Path

SCRIPTS: list[tuple[type[Page], tuple[Path, ...]]] = [
    (Panel, (CONTROLS, LIFE, PARTS, PANEL)),
    (Note, (CONTROLS, LIFE, PARTS, PANEL)),
    (FigurePanel, (CONTROLS, LIFE, PARTS, FIGURE, PANEL)),
    (Reader, (CONTROLS, LIFE, PARTS, READER, PANEL)),
    (Asked, (CONTROLS, LIFE, QUESTION)),
]


@pytest.fixture
def panel() -> Panel:
    """A panel with three controls and a text."""
    return Panel([
        Part("near", slider("How near?", 0, 400, "km")),
        Part("place", pick("Place", {"": "none", "kyiv": "Kyiv"}), "right"),
        Part("Next", button("Next"), row="steps"),
        Part("words", "html", "under"),
    ])  # fmt: skip


def test_parts_are_plain_json_with_their_place(panel: Panel) -> None:
    assert json.loads(json.dumps(panel.parts)) == [
        {"name": "near", "kind": "slider", "label": "How near?", "value": 0, "least": 0, "most": 400, "unit": "km", "area": "left", "row": ""},
        {"name": "place", "kind": "pick", "label": "Place", "value": "", "options": [["", "none"], ["kyiv", "Kyiv"]], "area": "right", "row": ""},
        {"name": "Next", "kind": "button", "label": "Next", "value": 0, "area": "left", "row": "steps"},
        {"name": "words", "kind": "html", "area": "under", "row": ""},
    ]  # fmt: skip


def test_at_first_each_control_has_its_own_value_or_the_one_that_is_given(panel: Panel) -> None:
    assert panel.values == {"near": 0, "place": "", "Next": 0}
    near, place = Part("near", slider("How near?", 5, 400)), Part("place", pick("Place", {"kyiv": "Kyiv"}))
    assert Panel([near, place], values={"near": 25}).values == {"near": 25, "place": "kyiv"}


def test_what_is_given_changes_one_value_and_no_other(panel: Panel) -> None:
    before = panel.values
    panel.give("place", "kyiv")
    assert panel.values == {"near": 0, "place": "kyiv", "Next": 0}
    assert before == {"near": 0, "place": "", "Next": 0}, "who listens can compare the old with the new"


def test_a_button_counts_how_often_it_was_pressed(panel: Panel) -> None:
    panel.press("Next")
    panel.press("Next")
    assert panel.values == {"near": 0, "place": "", "Next": 2}


def test_what_was_touched_is_answered_with_what_is_there_now(panel: Panel, monkeypatch: pytest.MonkeyPatch) -> None:
    states = sent(panel, monkeypatch)
    act(panel, "near", 25)
    assert panel.values == {"near": 25, "place": "", "Next": 0}
    assert states == [{"values": panel.values, "heard": 1}]


def test_what_the_learner_did_not_touch_stays_as_python_has_set_it(panel: Panel) -> None:
    panel.values = {**panel.values, "place": "kyiv"}  # which the page does not know of yet
    act(panel, "near", 25)
    assert panel.values == {"near": 25, "place": "kyiv", "Next": 0}


def test_all_that_was_touched_is_done_in_its_order_and_answered_with_one_message(
    panel: Panel, monkeypatch: pytest.MonkeyPatch
) -> None:
    states = sent(panel, monkeypatch)
    done: list[dict[str, Any]] = []
    panel.observe(lambda change: done.append(change["new"]), names="values")
    touch(panel, ("Next", 1), ("near", 25), ("Next", 2))
    assert [(values["Next"], values["near"]) for values in done] == [(1, 0), (1, 25), (2, 25)]
    assert states == [{"values": panel.values, "heard": 3}]


def test_what_is_sent_again_is_done_once(panel: Panel) -> None:
    panel.set_state({"touched": [[1, "near", 25]]})
    panel.give("near", 50)
    panel.set_state({"touched": [[1, "near", 25], [2, "Next", 1]]})
    assert panel.values == {"near": 50, "place": "", "Next": 1}


def test_two_panels_share_nothing(panel: Panel) -> None:
    other = Panel([])
    panel.give("near", 100)
    panel.html = {"words": "Near."}
    assert (other.parts, other.values, other.more, other.html) == ([], {}, {}, {})


def test_a_script_loses_its_comments_blank_lines_and_indents_and_nothing_else(tmp_path: Path) -> None:
    one, other = tmp_path / "one.js", tmp_path / "other.js"
    one.write_text(
        '// What it is for.\n\nconst a = "http://a"; // why\n  // how\n  const b = 1 / 2;\n', encoding="utf-8"
    )
    other.write_text("/* kept */\n\n\tconst ç = `→`;", encoding="utf-8")
    assert script(one, other) == 'const a = "http://a"; // why\nconst b = 1 / 2;\n/* kept */\nconst ç = `→`;'


@pytest.mark.parametrize(("widget", "files"), SCRIPTS, ids=lambda each: getattr(each, "__name__", ""))
def test_a_widget_carries_all_of_its_scripts(widget: type[Page], files: tuple[Path, ...]) -> None:
    sources = "\n".join(file.read_text(encoding="utf-8") for file in files)
    assert str(widget._esm).split() == re.sub(r"(?m)^\s*//.*$", "", sources).split()


@pytest.mark.parametrize(("widget", "files"), SCRIPTS, ids=lambda each: getattr(each, "__name__", ""))
def test_no_line_of_a_text_over_several_lines_would_be_lost(widget: type[Page], files: tuple[Path, ...]) -> None:
    for file in files:
        for text in re.findall(r"`[^`]*`", re.sub(r"(?m)^\s*//.*$", "", file.read_text(encoding="utf-8"))):
            assert text in str(widget._esm), f"{file.name}: indents, blank lines and slashes in {text!r} do not stay"


@needs_node
@pytest.mark.parametrize(("widget", "files"), SCRIPTS, ids=lambda each: getattr(each, "__name__", ""))
def test_the_script_of_a_widget_is_a_script(widget: type[Page], files: tuple[Path, ...], tmp_path: Path) -> None:
    assert files
    node(tmp_path, str(widget._esm), "--check")
