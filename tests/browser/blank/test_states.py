"""A notebook keeps the states of its widgets, also of those that have no Python; they are written as short as they can be."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from course.page.controls import line
from course.page.panel import Panel, Part

if TYPE_CHECKING:
    from tests.browser.blank.blank import Blank

STATE = "application/vnd.jupyter.widget-state+json"
OURS = {"_anywidget_id": "course.page.panel.Panel"}
SCRIPT = "const a = 'é→'; export default { a };"
RUN = """async (script) => {
    const url = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
    return (await import(url)).default;
}"""
SETTLED = "() => lab.settle()"
KEPT = "globalThis[Symbol.for('between-the-lines.packed')]"
PACKED = f"() => lab.until(() => {KEPT}.values().next().value.includes('packed'))"


def panel() -> Panel:
    """A panel with one field."""
    return Panel([Part("it", line("Who?"))])


def saved(blank: Blank, when: str = "started") -> Any:
    """Save the notebook and return the states that it then has; None where none were written."""
    blank.run("when => lab.context.saveState.emit(lab.context, when)", when)
    return blank.run(
        f"() => lab.context.model.metadata.widgets?.['{STATE}'] ?? null",
    )


def state(**given: object) -> dict[str, Any]:
    """The state of a widget as its manager tells it."""
    return {"model_name": "AnyModel", "state": given}


def lay(blank: Blank, cells: list[list[str | None]], **states: dict[str, Any]) -> None:
    """Let the notebook have cells that show widgets, and Python have states."""
    blank.run("cells => (lab.context.model.cells = cells.map((views) => lab.cell(...views)))", cells)
    blank.run("states => (lab.states = states)", states)


def test_what_is_saved_is_what_the_cells_show_with_what_that_refers_to(blank: Blank) -> None:
    blank.show(panel())
    lay(
        blank,
        [[], [None, "a"], ["b"]],
        a=state(children=["IPY_MODEL_c-1"]),
        b=state(value=2),
        **{"c-1": state(layout="IPY_MODEL_d", of="IPY_MODEL_a")},
        d=state(),
        e=state(value="shown nowhere"),
    )
    blank.run("() => lab.context.model.cells.unshift({ type: 'markdown' })")
    written = saved(blank)
    assert list(written["state"]) == ["a", "c-1", "d", "b"]
    assert written["state"]["b"] == state(value=2)
    assert written["version_major"] == 2
    assert written["options"] == {"drop_defaults": True}


@pytest.mark.parametrize("when", ["completed", "completed manually", "failed"])
def test_states_are_written_when_a_save_begins_and_not_when_it_ends(blank: Blank, when: str) -> None:
    blank.show(panel())
    lay(blank, [["a"]], a=state())
    assert saved(blank, when) is None


def test_what_was_saved_before_stays_where_python_knows_nothing_of_it(blank: Blank) -> None:
    before = {STATE: {"state": {"a": state(value=1), "b": state(value=1)}}}
    blank.run("before => (lab.context.model.metadata.widgets = before)", before)
    blank.show(panel())
    lay(blank, [["a", "b"]], b=state(value=2))
    assert saved(blank)["state"] == {"a": state(value=1), "b": state(value=2)}
    lay(blank, [["b"]])
    assert saved(blank)["state"] == {"b": state(value=2)}, "what no cell shows any more goes"
    lay(blank, [["a", "b"]])
    assert saved(blank)["state"] == {"b": state(value=2)}


def test_what_was_on_the_page_when_python_went_is_kept(blank: Blank) -> None:
    blank.show(panel())
    blank.wait(50)
    lay(blank, [["a"]], a=state(value=3))
    blank.run("() => lab.turn('dead')")
    blank.wait(200)
    blank.run(SETTLED)
    lay(blank, [["a"]])
    assert saved(blank)["state"] == {"a": state(value=3)}


def test_what_python_says_in_the_moment_it_goes_is_kept_too_and_asked_for_once(blank: Blank) -> None:
    blank.show(panel())
    blank.run("() => lab.view(lab.views[0])")
    blank.wait(50)
    blank.run("() => { lab.asked = []; const ask = lab.manager.get_state; lab.manager.get_state = (how) => (lab.asked.push(how), ask(how)); }")  # fmt: skip
    blank.run("() => lab.turn('dead')")
    lay(blank, [["a"]], a=state(value=4))
    blank.wait(200)
    blank.run(SETTLED)
    assert blank.run("() => lab.asked") == [{"drop_defaults": True}]
    lay(blank, [["a"]])
    assert saved(blank)["state"] == {"a": state(value=4)}
    lay(blank, [["a"]], a=state(value=5))
    blank.run("() => { lab.turn('idle'); lab.turn('dead'); }")
    blank.wait(200)
    blank.run(SETTLED)
    lay(blank, [["a"]])
    assert saved(blank)["state"] == {"a": state(value=5)}


def test_a_page_that_lives_asks_for_no_states(blank: Blank) -> None:
    blank.run("() => (lab.manager.get_state = async () => (lab.asked = true))")
    blank.show(panel())
    blank.wait(5000)
    assert blank.run("() => lab.asked ?? null") is None


def test_a_notebook_is_kept_once_whatever_the_number_of_its_widgets(blank: Blank) -> None:
    blank.show(panel())
    blank.show(panel())
    assert blank.run("() => lab.context.saveState.slots.size") == 1


@pytest.mark.parametrize("manager", ["null", "{}", "{ context: {} }"])
def test_where_there_is_no_notebook_nothing_is_kept(blank: Blank, manager: str) -> None:
    blank.run(
        "() => document.querySelector('main').classList.add('jupyter-widgets-disconnected')",
    )
    blank.show(panel(), manager=f"({manager})")
    blank.wait(1000)
    blank.run(SETTLED)
    assert blank.page.locator(".btl-quiet").is_visible()


def test_a_notebook_that_has_no_metadata_is_kept_too(blank: Blank) -> None:
    blank.run("() => delete lab.context.model.getMetadata")
    blank.show(panel())
    lay(blank, [["a"]], a=state())
    assert list(saved(blank)["state"]) == ["a"]


def test_one_save_waits_for_the_other_also_for_one_that_fails(blank: Blank) -> None:
    blank.show(panel())
    blank.run("() => { lab.ended = []; for (const one of [1, 2, 3]) lab.context.save().then(() => lab.ended.push(one), (why) => lab.ended.push(why)); }")  # fmt: skip
    blank.run(SETTLED)
    assert blank.run("() => lab.saves.length") == 1
    blank.run("() => lab.saves[0].resolve()")
    blank.run(SETTLED)
    assert blank.run("() => [lab.saves.length, lab.ended]") == [2, [1]]
    blank.run("() => lab.saves[1].reject('no room')")
    blank.run(SETTLED)
    assert blank.run("() => [lab.saves.length, lab.ended]") == [3, [1, "no room"]]


def test_a_save_is_one_of_its_own_notebook(blank: Blank) -> None:
    blank.run("() => (lab.context.save = async function () { lab.of = this; })")
    blank.show(panel())
    blank.run("() => lab.context.save()")
    assert blank.run("() => lab.of === lab.context")


def test_a_style_sheet_of_ours_is_written_once_a_kind_with_the_first(blank: Blank) -> None:
    blank.show(panel())
    kind, other = OURS, {"_anywidget_id": "course.questions.ask.Asked"}
    lay(
        blank,
        [["a", "b", "c", "d"]],
        a=state(**kind, _esm="x"),
        b=state(**kind, _esm="x", _css="sheet", value=1),
        c=state(**other, _esm="x", _css="another"),
        d=state(_anywidget_id="elsewhere.Thing", _css="sheet"),
    )
    written = saved(blank)["state"]
    assert {name: each["state"].get("_css") for name, each in written.items()} == {"a": "sheet", "b": None, "c": "another", "d": "sheet"}  # fmt: skip
    assert written["b"] == state(**kind, _esm="x", value=1)
    blank.run("() => delete lab.states.b")
    assert saved(blank)["state"]["a"]["state"]["_css"] == "sheet", "it stays in what was kept"


def test_a_script_is_written_packed_and_does_the_same(blank: Blank) -> None:
    blank.run("([script, own]) => lab.live(script, { _esm: own, parts: [] })", [str(Panel._esm), SCRIPT])
    blank.run(PACKED)
    lay(blank, [["a", "b", "c"]], a=state(**OURS, _esm=SCRIPT), b=state(**OURS, _esm="other"), c=state(_esm=SCRIPT))
    written = saved(blank)["state"]
    packed = written["a"]["state"]["_esm"]
    assert packed.startswith('const gz = "')
    assert "/* packed */" in packed
    assert SCRIPT not in packed
    assert blank.run(RUN, packed) == {"a": "é→"}
    assert written["b"]["state"]["_esm"] == "other"
    assert written["c"]["state"]["_esm"] == SCRIPT, "what is not ours is written as it is"


def test_what_is_packed_is_not_packed_again(blank: Blank) -> None:
    for _ in range(2):
        blank.run("([script, own]) => lab.live(script, { _esm: own, parts: [] })", [str(Panel._esm), SCRIPT])
    blank.run(PACKED)
    packed = blank.run(f"() => {KEPT}.values().next().value")
    blank.run("([script, own]) => lab.live(script, { _esm: own, parts: [] })", [str(Panel._esm), packed])
    assert blank.run(f"() => [...{KEPT}.keys()]") == [SCRIPT]


def test_a_browser_that_cannot_pack_writes_scripts_as_they_are(blank: Blank) -> None:
    blank.run("() => delete globalThis.CompressionStream")
    blank.run("([script, own]) => lab.live(script, { _esm: own, parts: [] })", [str(Panel._esm), SCRIPT])
    lay(blank, [["a"]], a=state(**OURS, _esm=SCRIPT))
    assert saved(blank)["state"]["a"]["state"]["_esm"] == SCRIPT
