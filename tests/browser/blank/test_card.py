"""A card: its links lead where its notebook lies, its button runs all cells and stays in sight."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from course.page.card import Card

if TYPE_CHECKING:
    from tests.browser.blank.blank import Blank

HTML = """<a href="02.ipynb" data-notebook="02.ipynb">Next</a> <a href="x">Elsewhere</a>
<button data-commandlinker-command="notebook:run-all-cells" data-other="kernelmenu:restart" data-word="Again">Run all</button>
<button data-commandlinker-command="other:command"><b>Other</b></button>"""
ARGS = "() => document.querySelector('[data-notebook]').dataset.commandlinkerArgs ?? null"
PANEL = "<div class=jp-WindowedPanel-outer style='height: 50px; overflow: auto'><p id=here></p><p style='height: 900px'></p></div>"


def show(blank: Blank, manager: str = "lab.manager", place: str = "main") -> None:
    """Draw a card."""
    blank.run(
        f"([script, html, place]) => lab.show(script, {{ html }}, {manager}, document.querySelector(place))",
        [str(Card._esm), HTML, place],
    )


@pytest.mark.parametrize(
    ("path", "leads"),
    [("lessons/more/01.ipynb", "lessons/more/02.ipynb"), ("01.ipynb", "02.ipynb")],
)
def test_a_link_leads_to_a_notebook_beside_its_own(blank: Blank, path: str, leads: str) -> None:
    blank.run("path => (lab.context.path = path)", path)
    show(blank)
    link = blank.page.locator("[data-notebook]")
    assert link.get_attribute("data-commandlinker-command") == "docmanager:open"
    assert blank.run(ARGS) == f'{{"path":"{leads}"}}'
    assert blank.page.get_by_text("Elsewhere").get_attribute("data-commandlinker-command") is None
    blank.give("html", HTML.replace("02", "03"))
    assert blank.run(ARGS) == f'{{"path":"{leads.replace("02", "03")}"}}'


@pytest.mark.parametrize("manager", ["null", "{}", "{ context: {} }"])
def test_elsewhere_than_in_jupyterlab_a_link_is_a_link(blank: Blank, manager: str) -> None:
    show(blank, f"({manager})")
    assert blank.run(ARGS) is None
    assert blank.page.locator("button").first.is_hidden() is ("context" not in manager)


def test_a_button_is_shown_where_there_is_a_notebook(blank: Blank) -> None:
    show(blank)
    assert blank.page.locator("button").first.is_visible()


def test_a_button_becomes_the_other_one_once_it_is_pressed(blank: Blank) -> None:
    show(blank)
    button = blank.page.locator("button").first
    command = "node => [node.textContent, node.dataset.commandlinkerCommand]"
    button.click()
    assert button.evaluate(command) == ["Run all", "notebook:run-all-cells"], "JupyterLab reads it first"
    blank.wait(50)
    assert button.evaluate(command) == ["Again", "kernelmenu:restart"]
    button.click()
    blank.wait(50)
    assert button.evaluate(command) == ["Run all", "notebook:run-all-cells"]


def test_a_button_that_has_no_other_stays_as_it_is(blank: Blank) -> None:
    show(blank)
    button = blank.page.locator("button").nth(1)
    before = button.evaluate("node => node.outerHTML")
    for node in (button, button.locator("b")):
        node.evaluate("node => node.click()")
        blank.wait(50)
    assert button.evaluate("node => node.outerHTML") == before


def scroll(blank: Blank, to: int | None = None) -> Any:
    """Where the notebook is scrolled to; or scroll it."""
    panel = blank.page.locator(".jp-WindowedPanel-outer")
    return panel.evaluate("(node, to) => (to === null ? node.scrollTop : (node.scrollTop = to))", to)


def test_who_has_run_all_cells_reads_on_from_there(blank: Blank) -> None:
    blank.run("html => (document.body.innerHTML = html)", PANEL)
    show(blank, place="#here")
    scroll(blank, 20)
    blank.page.locator("button").first.evaluate("node => node.click()")
    blank.run("() => lab.turn('busy')")
    scroll(blank, 700)
    blank.wait(1000)
    assert scroll(blank) == 700, "as long as cells run, JupyterLab may show where it is"
    blank.run("() => lab.turn('idle')")
    assert scroll(blank) == 700, "JupyterLab scrolls to the end after that"
    blank.wait(1000)
    assert scroll(blank) == 20
    scroll(blank, 100)
    blank.run("() => lab.turn('idle')")
    blank.wait(1000)
    assert scroll(blank) == 100, "it is done once"


def test_no_other_button_keeps_the_place(blank: Blank) -> None:
    blank.run("html => (document.body.innerHTML = html)", PANEL)
    show(blank, place="#here")
    blank.page.locator("button").nth(1).evaluate("node => node.click()")
    scroll(blank, 100)
    blank.run("() => lab.turn('idle')")
    blank.wait(1000)
    assert scroll(blank) == 100


@pytest.mark.parametrize("manager", ["lab.manager", "({ context: lab.context })", "null"])
def test_a_button_needs_no_python_and_no_such_panel(blank: Blank, manager: str) -> None:
    show(blank, manager)
    blank.page.locator("button").first.evaluate("node => node.click()")
    blank.run("() => lab.turn('idle')")
    blank.wait(1000)


def test_cells_that_show_nothing_yet_are_trusted_once_python_answers(blank: Blank) -> None:
    trusted = "() => lab.context.model.cells.map(({ trusted }) => trusted)"
    blank.run("() => (lab.context.model.cells = [lab.cell(), lab.cell('a'), { type: 'markdown', trusted: false }])")
    blank.run("() => (lab.manager.kernel = null)")
    show(blank)
    blank.wait(1000)
    assert blank.run(trusted) == [False, False, False]
    blank.run("() => { lab.kernel.id = null; lab.manager.kernel = lab.kernel; }")
    blank.wait(1000)
    assert blank.run(trusted) == [True, False, False]


def test_a_card_that_lives_trusts_the_empty_cells_alone(blank: Blank) -> None:
    blank.run("() => (lab.context.model.cells = [lab.cell(), lab.cell('a'), { type: 'markdown', trusted: false }])")
    show(blank)
    blank.wait(50)
    assert blank.run("() => lab.context.model.cells.map(({ trusted }) => trusted)") == [True, False, False]


@pytest.mark.parametrize("manager", ["null", "{}", "{ context: {} }", "{ context: { model: {} } }"])
def test_a_card_that_lives_elsewhere_has_no_cells_to_trust(blank: Blank, manager: str) -> None:
    show(blank, f"({manager})")
    blank.wait(1000)
    assert blank.page.get_by_text("Next").is_visible()
