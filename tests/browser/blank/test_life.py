"""What a page says of the Python behind it, when it says it, and what it does while there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from course.page.controls import line
from course.page.panel import CONTROLS, LIFE, Panel, Part, script

if TYPE_CHECKING:
    from tests.browser.blank.blank import Blank

ASLEEP = "☾ Asleep. Your answers are kept. To wake this page, choose Run ▸ Run All Cells."
ANEW = "☾ Python was started anew. Your answers are kept. To wake this page, choose Run ▸ Run All Cells."
GONE = "☾ Python is not running. Your answers are kept. Choose Kernel ▸ Restart Kernel and Run All Cells."
STARTING = "Python is starting. One moment …"
LOST = "The connection to Python is lost. JupyterLab is trying to find it again. Your answers so far are kept."
LATELY = 1000
"""Milliseconds in which a learner sees that something has changed."""
NOTEBOOK = "<div class=jp-Notebook><section id=one></section><section id=two></section></div>"
CUT = "() => document.querySelector('main').classList.add('jupyter-widgets-disconnected')"


def panel() -> Panel:
    """A panel with one field."""
    return Panel([Part("it", line("Who?"))])


def said(blank: Blank) -> list[str]:
    """The lines that are shown, from the first view to the last; `-` where there is none."""
    return list(
        blank.run(
            "() => [...document.querySelectorAll('.btl-quiet')].map((it) => (it.hidden ? '-' : it.textContent))",
        )
    )


def test_while_python_answers_nothing_is_said(blank: Blank) -> None:
    blank.show(panel())
    blank.wait(LATELY)
    page = blank.page.locator("main > div")
    assert (said(blank), page.get_attribute("class")) == (["-"], "btl-page")
    quiet = page.locator("> :first-child")
    assert (quiet.get_attribute("class"), quiet.get_attribute("role")) == ("btl-quiet", "status")


@pytest.mark.parametrize(
    ("change", "line"),
    [
        ("lab.manager.kernel = null", GONE),
        ("lab.kernel.isDisposed = true", GONE),
        ("lab.kernel.status = 'dead'", GONE),
        ("lab.kernel.status = 'starting'", STARTING),
        ("lab.kernel.status = 'restarting'", STARTING),
        ("lab.kernel.status = 'autorestarting'", STARTING),
        ("lab.kernel.connectionStatus = 'connecting'", LOST),
        ("lab.kernel.id = 'second'", ANEW),
        ("document.querySelector('main').classList.add('jupyter-widgets-disconnected')", ANEW),
        ("lab.kernel.status = 'busy'", "-"),
        ("lab.kernel.status = 'unknown'", "-"),
    ],
)
def test_what_is_the_matter_is_said_soon_and_until_it_is_over(blank: Blank, change: str, line: str) -> None:
    blank.show(panel())
    blank.wait(LATELY)
    blank.run(f"() => {{ {change}; }}")
    assert said(blank) == ["-"]
    blank.wait(LATELY)
    still = "btl-page" if line == "-" else "btl-page btl-still"
    assert (said(blank), blank.page.locator("main > div").get_attribute("class")) == ([line], still)
    blank.run("() => Object.assign(lab.kernel, { id: 'first', status: 'idle', connectionStatus: 'connected', isDisposed: false })")  # fmt: skip
    blank.run("() => { lab.manager.kernel = lab.kernel; document.querySelector('main').className = ''; }")
    blank.wait(LATELY)
    assert (said(blank), blank.page.locator("main > div").get_attribute("class")) == (["-"], "btl-page")


def test_a_page_that_was_opened_without_its_python_is_asleep(blank: Blank) -> None:
    blank.run(CUT)
    blank.show(panel())
    blank.wait(50)
    assert said(blank) == [ASLEEP]


def test_a_page_whose_python_is_another_one_now_is_asleep_until_it_has_lived(blank: Blank) -> None:
    blank.run("() => (lab.manager.kernel = null)")
    blank.show(panel())
    blank.wait(50)
    assert said(blank) == [GONE]
    blank.run("() => (lab.manager.kernel = lab.kernel)")
    blank.wait(LATELY)
    assert said(blank) == [ASLEEP]


@pytest.mark.parametrize("status", ["restarting", "autorestarting"])
def test_a_python_that_was_started_anew_knows_nothing_of_the_page(blank: Blank, status: str) -> None:
    blank.show(panel())
    blank.wait(50)
    blank.run("status => lab.turn(status)", status)
    assert said(blank) == [STARTING], "at once: JupyterLab has told it"
    blank.run("() => lab.turn('idle')")
    assert said(blank) == [ANEW]


@pytest.mark.parametrize("status", ["starting", "busy", "idle"])
def test_no_other_news_of_python_means_that_it_was_started_anew(blank: Blank, status: str) -> None:
    blank.show(panel())
    blank.run("status => { lab.turn(status); lab.turn('idle'); }", status)
    assert said(blank) == ["-"]


@pytest.mark.parametrize("manager", ["null", "{}", "{ context: {} }"])
def test_elsewhere_than_in_jupyterlab_a_page_lives_but_where_it_is_cut_off(blank: Blank, manager: str) -> None:
    blank.show(panel(), manager=f"({manager})")
    blank.wait(LATELY)
    assert said(blank) == ["-"]
    blank.run(CUT)
    blank.wait(LATELY)
    assert said(blank) == [ASLEEP]


def test_a_notebook_that_sleeps_says_so_once(blank: Blank) -> None:
    blank.run("html => (document.body.innerHTML = html)", NOTEBOOK)
    blank.run("() => document.body.classList.add('jupyter-widgets-disconnected')")
    blank.show(panel(), place="#one")
    blank.show(panel(), place="#two")
    blank.wait(LATELY)
    assert said(blank) == [ASLEEP, "-"]


@pytest.mark.parametrize("touch", ["pointerdown", "focusin"])
def test_and_again_where_it_is_touched(blank: Blank, touch: str) -> None:
    blank.run("html => (document.body.innerHTML = html)", NOTEBOOK)
    blank.run("() => document.body.classList.add('jupyter-widgets-disconnected')")
    blank.show(panel(), place="#one")
    blank.show(panel(), place="#two")
    blank.wait(LATELY)
    blank.page.locator("#two input").dispatch_event(touch)
    assert said(blank) == [ASLEEP, ASLEEP]
    blank.run("() => document.body.classList.remove('jupyter-widgets-disconnected')")
    blank.wait(LATELY)
    assert said(blank) == ["-", "-"]


def test_what_is_touched_once_is_not_touched_for_ever(blank: Blank) -> None:
    blank.run("html => (document.body.innerHTML = html)", NOTEBOOK)
    blank.run("() => (lab.manager.kernel = null)")
    for place in ("#one", "#two"):
        blank.show(panel(), place=place)
    blank.wait(LATELY)
    assert said(blank) == [GONE, GONE], "all else than sleep is said wherever the learner may be"
    blank.page.locator("#two input").dispatch_event("pointerdown")
    blank.run("() => (lab.manager.kernel = lab.kernel)")
    blank.wait(LATELY)
    assert said(blank) == [ASLEEP, ASLEEP]
    blank.wait(LATELY)
    assert said(blank) == [ASLEEP, "-"]


def test_all_views_are_looked_after_and_one_that_is_gone_is_not(blank: Blank) -> None:
    blank.show(panel())
    blank.run("() => { lab.gone = lab.view(lab.views[0]); lab.out = lab.view(lab.views[0]); }")
    blank.wait(50)
    blank.run("() => { lab.gone.stop(); lab.out.el.remove(); lab.turn('dead'); }")
    assert said(blank) == [GONE, "-"]
    blank.wait(LATELY)
    assert said(blank) == [GONE, "-"]
    assert blank.run("() => lab.out.el.querySelector('.btl-quiet').hidden"), "what is on no page is left alone"
    blank.run("() => document.querySelector('main').append(lab.out.el)")
    blank.wait(LATELY)
    assert said(blank) == [GONE, "-", GONE]


def test_a_theme_adds_what_a_widget_does_when_it_comes_to_life(blank: Blank) -> None:
    more = "BEGINNINGS.push((model) => (globalThis.begun = model.get('name'))); export default { initialize: begin };"
    blank.run("script => lab.live(script, { name: 'it' })", f"{script(CONTROLS, LIFE)}\n{more}")
    assert blank.run("() => globalThis.begun") == "it"


def test_a_widget_that_ends_listens_to_python_no_more(blank: Blank) -> None:
    blank.show(panel())
    assert blank.run("() => lab.kernel.statusChanged.slots.size") == 1
    blank.run("() => lab.views[0].ending.abort()")
    assert blank.run("() => lab.kernel.statusChanged.slots.size") == 0


def test_a_widget_ends_quietly_where_there_was_no_python(blank: Blank) -> None:
    blank.run("() => (lab.manager.kernel = null)")
    blank.show(panel())
    blank.run("() => lab.views[0].ending.abort()")
    blank.run("script => lab.live(script, { parts: [] }).then(({ widget, model }) => widget.initialize({ model }))", str(Panel._esm))  # fmt: skip


def test_python_that_comes_to_a_page_is_seen_at_once(blank: Blank) -> None:
    blank.run(CUT)
    blank.show(panel())
    blank.wait(50)
    blank.run("() => { document.querySelector('main').className = ''; lab.views[0].model.tell('comm_live_update'); }")
    assert said(blank) == ["-"]


def test_a_change_of_a_widget_is_a_change_of_its_notebook(blank: Blank) -> None:
    blank.show(panel())
    blank.run("() => lab.views[0].model.set('html', { words: 'a' })")
    assert blank.run("() => lab.context.model.dirty") is False, "before Python has answered there is nothing to save"
    blank.wait(50)
    blank.run("() => lab.views[0].model.set('html', { words: 'b' })")
    assert blank.run("() => lab.context.model.dirty") is True
    blank.run("() => { lab.context.model.dirty = false; lab.turn('restarting'); lab.turn('idle'); }")
    blank.run("() => lab.views[0].model.set('html', { words: 'c' })")
    assert blank.run("() => lab.context.model.dirty") is False, "what came from another Python is not saved over it"


@pytest.mark.parametrize("manager", ["{ kernel: lab.kernel }", "{ kernel: lab.kernel, context: {} }"])
def test_a_change_needs_no_notebook(blank: Blank, manager: str) -> None:
    blank.show(panel(), manager=f"({manager})")
    blank.wait(50)
    blank.run("() => lab.views[0].model.set('html', { words: 'a' })")
    assert blank.run("() => lab.context.model.dirty") is False
