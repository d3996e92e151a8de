"""A notebook is walked through by keyboard alone, at 150 % in the dark theme: what has the focus is in sight and keeps it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import ViewportSize, expect

from tests.browser.lab import DARK

if TYPE_CHECKING:
    from tests.browser.lab import Lab

AT_150_PER_CENT: ViewportSize = {"width": 853, "height": 533}
"""What a window of 1280 x 800 has room for when everything in it is half as large again."""
STOP = """async () => {
    const stop = window.stop = document.activeElement;
    if (!stop.closest('.jp-Notebook')) return null;
    const shown = stop.closest('.btl-item, .btl-chip') ?? stop;
    const look = () => {
        const [box, pane] = [shown, stop.closest('.jp-WindowedPanel-outer')].map((node) => node.getBoundingClientRect());
        const room = Math.min(40, box.height) - 1; // the first lines of what is tall
        const fits = box.left >= pane.left && box.right <= pane.right;
        return fits && box.top + room > pane.top && box.top + room < pane.bottom;
    };
    // JupyterLab lays out the cells around it, and brings it in sight again.
    for (let frame = 0; frame < 60 && !look(); frame += 1) await new Promise(requestAnimationFrame);
    const looks = getComputedStyle(shown);
    return {
        is: (stop.labels?.[0] ?? stop).textContent.trim() || stop.ariaLabel || stop.value,
        kind: stop.type ?? stop.localName,
        ours: Boolean(stop.closest('.btl-page, .btl')),
        seen: look(),
        ring: looks.outlineStyle !== 'none' || looks.stroke !== 'none',
    };
}"""
ANSWERED = """async () => {
    const { kernel } = jupyterapp.shell.currentWidget.sessionContext.session;
    await kernel.requestExecute({ code: '', silent: true }).done;
    await new Promise(requestAnimationFrame);
    return document.activeElement === window.stop;
}"""
"""Waits until Python has answered what was pressed; returns whether the focus has stayed."""
DO = {"select-one": "ArrowDown", "range": "ArrowRight", "submit": "Enter", "button": "Enter", "checkbox": "Space"}
"""What a learner presses on each kind of control."""
ELSEWHERE = {"▶▶ Run all cells", "Start again"}
"""What leads away from where one is."""


def stops(lab: Lab) -> list[dict[str, Any]]:
    """Go from stop to stop until Tab leaves the notebook, use each control of ours, and return them all."""
    seen: list[dict[str, Any]] = []
    while True:
        lab.press("Tab")
        if (stop := lab.page.evaluate(STOP)) is None:
            return seen
        if stop["ours"] and (key := DO.get(stop["kind"])) and stop["is"] not in ELSEWHERE:
            lab.press(key)
            stop["kept"] = lab.page.evaluate(ANSWERED)
        seen.append(stop)


def test_every_stop_is_seen_has_a_ring_and_keeps_the_focus(lab: Lab) -> None:
    lab.page.set_viewport_size(AT_150_PER_CENT)
    lab.open_alone("05_when_and_where.ipynb", DARK)
    lab.run_all()
    lab.page.evaluate("jupyterapp.shell.currentWidget.content.activeCellIndex = 0")
    lab.press("Escape")
    walked = [stop for stop in stops(lab) if stop["ours"]]
    assert {stop["kind"] for stop in walked} >= {*DO, "text", "textarea", "radio", "path", "summary"}
    assert [stop["is"] for stop in walked if not stop["seen"]] == []
    assert [stop["is"] for stop in walked if not stop["ring"]] == []
    assert [stop["is"] for stop in walked if not stop.get("kept", True)] == []
    assert (lab.said, lab.asked) == ([], [])


@pytest.mark.parametrize("key", ["ArrowRight", "ArrowDown"])
def test_a_table_that_is_too_wide_is_scrolled_by_arrow_keys(lab: Lab, key: str) -> None:
    lab.page.set_viewport_size(AT_150_PER_CENT)
    lab.open_with("case.troops", theme=DARK)
    table = lab.page.locator(".btl-scroll")
    table.focus()
    lab.press(key)
    expect(table).to_be_focused()
    if key == "ArrowRight":
        lab.page.wait_for_function("table => table.scrollLeft > 0", arg=table.element_handle())
