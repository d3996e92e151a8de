"""Controls: what each maker tells the page, and that the page can draw it."""

from __future__ import annotations

import json
from dataclasses import FrozenInstanceError
from datetime import date
from typing import TYPE_CHECKING

import pytest

from course.page import controls
from course.page.panel import CONTROLS, script
from tests.page.node import needs_node, node

if TYPE_CHECKING:
    from pathlib import Path

    from course.page.controls import Control

BLANK = ("not stated", "the report does not state it")
COLOURS = {"r": "red", "b": "blue"}
LISTED = [["r", "red"], ["b", "blue"]]
FIRST, LAST = date(2022, 1, 5), date(2022, 3, 3)
MADE = [
    (controls.one_of("Hue", COLOURS), {"kind": "one", "value": None, "options": LISTED}),
    (controls.one_of("Hue", COLOURS, "b"), {"kind": "one", "value": "b", "options": LISTED}),
    (controls.some_of("Hue", COLOURS), {"kind": "some", "value": [], "options": LISTED}),
    (controls.in_order("Hue", COLOURS), {"kind": "order", "value": None, "options": LISTED}),
    (controls.pick("Hue", COLOURS), {"kind": "pick", "value": "r", "options": LISTED}),
    (controls.slider("Hue", 0, 30), {"kind": "slider", "value": 0, "least": 0, "most": 30}),
    (
        controls.slider("Hue", -5, 400, "km", 25),
        {"kind": "slider", "value": -5, "least": -5, "most": 400, "unit": "km", "step": 25},
    ),
    (controls.number("Hue"), {"kind": "number", "value": None}),
    (controls.number("Hue", BLANK), {"kind": "number", "value": None, "blank": list(BLANK)}),
    (controls.day("Hue"), {"kind": "day", "value": None}),
    (
        controls.day("Hue", FIRST, LAST),
        {"kind": "day", "value": "2022-01-05", "least": "2022-01-05", "most": "2022-03-03"},
    ),
    (controls.day("Hue", last=LAST, blank=BLANK), {"kind": "day", "value": None, "most": "2022-03-03", "blank": [*BLANK]}),
    (controls.line("Hue"), {"kind": "line", "value": None}),
    (controls.text("Hue"), {"kind": "text", "value": "", "rows": 3}),
    (controls.text("Hue", "Write.", 1), {"kind": "text", "value": "", "hint": "Write."}),
    (controls.button("Hue"), {"kind": "button", "value": 0}),
]  # fmt: skip
EMPTY = [make("Hue", {}) for make in (controls.one_of, controls.some_of, controls.in_order, controls.pick)]
STUB = """
const element = () => ({
  append() {}, replaceChildren() {}, addEventListener() {}, setAttribute() {}, querySelectorAll: () => [],
  children: [], options: [], dataset: {}, value: "",
});
globalThis.document = { createElement: element };
"""
"""As much of a browser as it takes to make a control."""


@pytest.mark.parametrize(("control", "told"), MADE)
def test_each_maker_tells_the_page_what_the_control_is_and_leaves_out_what_it_does_not_have(
    control: Control, told: dict[str, object]
) -> None:
    assert json.loads(json.dumps(control.to_json())) == {"label": "Hue", **told}


def test_every_kind_has_a_maker_that_is_tested() -> None:
    makers = {name for name, made in vars(controls).items() if getattr(made, "__module__", "") == controls.__name__}
    assert len({control.kind for control, _ in MADE}) == len(makers - {"Control"})


@pytest.mark.parametrize(
    ("control", "shown", "not_shown"),
    [
        (controls.text("Hue"), ["", "x"], [None, ["x", {}], {}, ["x"]]),
        (controls.one_of("Hue", COLOURS), ["r", ""], ["x", None, ["r"]]),
        (controls.some_of("Hue", COLOURS), [[], ["r"], ["b", "r"]], [["x"], [None]]),
        (controls.in_order("Hue", COLOURS), [["b", "r"]], [["b"], ["b", "b"], ["b", "x"], "b"]),
        (controls.number("Hue", BLANK), ["7", "not stated"], [None]),
    ],
)
def test_what_was_given_before_is_shown_where_a_control_can_show_it(
    control: Control, shown: list[object], not_shown: list[object]
) -> None:
    assert all(map(control.can_show, shown))
    assert not any(map(control.can_show, not_shown))


def test_a_control_cannot_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        controls.button("Next").label = "Back"  # type: ignore[misc]


@needs_node
@pytest.mark.parametrize("control", [*(control for control, _ in MADE), *EMPTY], ids=lambda control: str(control.kind))
def test_the_page_can_draw_it_even_where_there_is_nothing_to_choose_from(control: Control, tmp_path: Path) -> None:
    given = json.dumps(control.to_json())
    drawn = f"const control = {given}; const made = CONTROLS[control.kind](control, () => {{}});"
    needed = "made.fill(control.value); made.update(control); console.log(typeof made.read, typeof made.node);"
    assert node(tmp_path, f"{STUB}{script(CONTROLS)}\n{drawn}\n{needed}").split() == ["function", "object"]
