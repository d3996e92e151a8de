"""A page lives on: after a night, a restart, a shutdown, with a busy kernel, in two views, and when it is loaded anew."""

from __future__ import annotations

import json
import os
import signal
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from tests.browser.lab import PATIENCE, SLOW, Lab
from tests.browser.server import server

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Locator

    from tests.browser.server import Server


pytestmark = pytest.mark.own_page
STATE = "application/vnd.jupyter.widget-state+json"
RELOADS = int(os.environ.get("COURSE_RELOADS", "6"))
"""How often a page is loaded anew; thirty when somebody looks for what happens rarely."""
WRONG, RIGHT = "6", "4"
CELLS = (
    'course.ask("3.1")',
    'course.ask("3.3")',
    'course.note("mine", "What do you think?")',
    'course.explore.adding_machine(case, ["m7"])',
    "course.charts.how_many(case)",
)


@pytest.fixture
def own(browser: Browser) -> Iterator[tuple[Server, Lab]]:
    """A JupyterLab of a test's own, that it can stop and start, and a learner in it."""
    with server() as running:
        page = browser.new_page(viewport={"width": 1280, "height": 1000})
        yield running, Lab(page, running.port, running.root / "learner")
        page.close()


def quiet(lab: Lab) -> list[str]:
    """What the page says of the Python behind it, where one can see it."""
    return [line.inner_text() for line in lab.page.locator(".btl-quiet").all() if line.is_visible()]


def says(lab: Lab, text: str, times: int | None = None) -> None:
    """Assert that the page comes to say so, in as many places."""
    for _ in range(PATIENCE // 100):
        said = [line for line in quiet(lab) if text in line]
        if said and times in {None, len(said)}:
            return
        lab.page.wait_for_timeout(100)
    assert [line for line in quiet(lab) if text in line] == [text] * (times or 1)


def verdict(question: Locator) -> Locator:
    return question.locator(".btl-said").last


def answer(question: Locator, text: str) -> None:
    question.get_by_label("Your answer").fill(text)
    question.get_by_role("button", name="Check").click()


def save(lab: Lab) -> dict[str, Any]:
    """Save the notebook, and return what is in the file."""
    lab.page.evaluate("() => jupyterapp.commands.execute('docmanager:save').then(() => null)")
    lab.page.wait_for_function("() => !jupyterapp.shell.currentWidget.context.model.dirty")
    content: dict[str, Any] = json.loads((lab.folder / "notebooks" / "scratch.ipynb").read_text(encoding="utf-8"))
    return content


def states(notebook: dict[str, Any]) -> dict[str, Any]:
    """The states of the course's widgets in a saved notebook."""
    every = notebook["metadata"]["widgets"][STATE]["state"]
    return {key: each["state"] for key, each in every.items() if each["model_name"] == "AnyModel"}


def use(lab: Lab) -> None:
    """Answer, take a hint, begin an answer, write a note, change an explorer."""
    first, second = lab.question("3.1"), lab.question("3.3")
    answer(first, WRONG)
    expect(verdict(first)).to_contain_text("Not yet")
    first.get_by_role("button", name="Hint 1").click()
    expect(first.get_by_text("Not every number counts soldiers.")).to_be_visible()
    second.get_by_label("At most").fill("4000")
    lab.page.get_by_label("What do you think?").fill("They added a ceiling.")
    lab.page.get_by_role("checkbox", name="Extra US troops").check()
    expect(lab.page.get_by_text("Sum of 2 mentions")).to_be_visible()
    lab.page.wait_for_timeout(600)
    figures = lab.page.locator(".btl-figure")
    for figure in figures.all():
        figure.scroll_into_view_if_needed()
        expect(figure.locator("svg.main-svg").first).to_be_visible()
    lab.page.wait_for_timeout(2500)  # a still is made when a figure has come to rest


def holds(lab: Lab) -> None:
    """Assert that the page shows all of it."""
    first, second = lab.question("3.1"), lab.question("3.3")
    expect(first.get_by_label("Your answer")).to_have_value(WRONG)
    expect(verdict(first)).to_contain_text("Which of the six count soldiers?")
    expect(first.get_by_text("Not every number counts soldiers.")).to_be_visible()
    expect(second.get_by_label("At most")).to_have_value("4000")
    expect(second.get_by_label("At least")).to_have_value("")
    expect(lab.page.get_by_label("What do you think?")).to_have_value("They added a ceiling.")
    expect(lab.page.get_by_role("checkbox", name="Extra US troops")).to_be_checked()
    expect(lab.page.get_by_text("Sum of 2 mentions, strict reading: 0 to 6,999.").first).to_be_visible()
    expect(lab.page.locator(".btl-figure svg").get_by_text("0 to 6,999").first).to_be_attached()
    expect(lab.page.locator(".btl-figure").last.locator("svg").get_by_text("at least 100,001").first).to_be_attached()
    red = "page => getComputedStyle(page, '::before').content"
    assert {page.evaluate(red) for page in lab.page.locator(".btl-page").all()} == {"none"}


def test_the_night(own: tuple[Server, Lab]) -> None:
    running, lab = own
    lab.open_with(*CELLS)
    use(lab)
    saved = save(lab)
    assert len(states(saved)) == len(CELLS)
    for _ in range(2):
        lab.page.goto("about:blank")
        running.stop()
        running.start()
        lab.open("scratch.ipynb")
        says(lab, "Asleep. Your answers are kept.", times=1)
        holds(lab)
        expect(lab.question("3.1").get_by_role("button", name="Check")).to_be_disabled()
        assert lab.said == []
        assert states(save(lab)).keys() == states(saved).keys(), "a page that is saved asleep loses nothing"
    lab.run_all_again()
    assert quiet(lab) == []
    expect(lab.question("3.1").get_by_label("Your answer")).to_have_value(WRONG)
    answer(lab.question("3.1"), RIGHT)
    expect(verdict(lab.question("3.1"))).to_contain_text("Right")
    assert len(states(save(lab))) == len(CELLS), "what no output shows any more is not saved"


def test_restarted_and_gone_and_killed(lab: Lab) -> None:
    lab.open_with('course.ask("3.1")', "import os, signal", "pid = os.getpid()")
    question = lab.question("3.1")
    answer(question, WRONG)
    expect(verdict(question)).to_contain_text("Not yet")
    lab.restart_kernel()
    says(lab, "Python was started anew.")
    expect(verdict(question)).to_contain_text("Not yet")
    question.get_by_label("Your answer").fill("7")
    expect(verdict(question)).to_have_text("")
    expect(question.get_by_role("button", name="Check")).to_be_disabled()
    lab.run_all_again()
    assert quiet(lab) == []

    # A kernel that dies by itself is started anew by JupyterLab, which does not tell its widgets.
    lab.page.evaluate(
        """() => { jupyterapp.shell.currentWidget.sessionContext.session.kernel
            .requestExecute({code: 'import os, signal; os.kill(os.getpid(), signal.SIGKILL)'}); }"""
    )
    for _ in range(SLOW // 500):
        if any("started anew" in line for line in quiet(lab)):
            break
        lab.page.wait_for_timeout(500)
    says(lab, "Python was started anew.")
    lab.page.evaluate("() => jupyterapp.shell.currentWidget.sessionContext.shutdown()")
    says(lab, "Python is not running.")
    expect(question.get_by_role("button", name="Check")).to_be_disabled()


def test_a_server_that_is_gone(own: tuple[Server, Lab]) -> None:
    running, lab = own
    lab.open_with('course.ask("3.1")')
    assert running.process
    running.process.kill()
    says(lab, "The connection to Python is lost.")


def test_a_busy_kernel_keeps_an_answer_and_a_verdict_its_own(lab: Lab) -> None:
    lab.open_with('course.ask("3.1")', "import os\n\nprint(os.getpid())")
    question = lab.question("3.1")
    answer(question, WRONG)
    expect(verdict(question)).to_contain_text("Not yet")
    question.get_by_label("Your answer").fill("7")
    expect(verdict(question)).to_have_text("")
    question.get_by_label("Your answer").fill(WRONG)
    expect(verdict(question)).to_contain_text("Not yet")
    # JupyterLab lets widgets speak to a kernel that runs a cell; one that is held answers nobody.
    kernel = int(lab.page.locator(".jp-OutputArea-output pre").last.inner_text())
    os.kill(kernel, signal.SIGSTOP)
    try:
        answer(question, RIGHT)
        expect(verdict(question)).to_contain_text("Python is busy with another cell. Your answer waits")
    finally:
        os.kill(kernel, signal.SIGCONT)
    expect(verdict(question)).to_contain_text("Right", timeout=SLOW)
    assert quiet(lab) == []


def test_two_views_show_the_same(lab: Lab) -> None:
    lab.open_with('course.ask("3.3")', 'course.explore.adding_machine(case, ["m7"])')
    lab.page.evaluate("() => { jupyterapp.commands.execute('docmanager:clone'); }")
    views = lab.page.locator(".jp-NotebookPanel")
    expect(views).to_have_count(2)
    one, other = (views.nth(place).locator("form.btl-question") for place in (0, 1))
    one.get_by_label("At least").fill("0")
    expect(other.get_by_label("At least")).to_have_value("0")
    other.get_by_label("At most").fill("4000")
    other.get_by_role("button", name="Check").click()
    for view in (one, other):
        expect(verdict(view)).to_contain_text("Right")
        expect(view.get_by_label("At most")).to_have_value("4000")
    for place in (0, 1):
        expect(views.nth(place).locator(".btl-figure svg.main-svg").first).to_be_attached()


@pytest.mark.timeout(120 + 60 * RELOADS)
def test_tabs_that_are_loaded_anew_again_and_again(lab: Lab) -> None:
    lessons = ("02_who_is_who.ipynb", "03_how_many.ipynb", "04_who_says.ipynb", "05_when_and_where.ipynb")
    lab.open(lessons[0])
    lab.run_all()
    for lesson in lessons[1:]:
        lab.open_beside(lesson)
        lab.run_all()
    count = """() => [...document.querySelectorAll('.jp-NotebookPanel')].map((panel) => [
        panel.querySelectorAll('.btl-page').length, panel.querySelectorAll('.btl-still').length]).sort()"""
    # It is not waited for what the command returns: a dialog would let it hang for ever, and nothing would tell of it.
    lab.page.evaluate("() => { jupyterapp.commands.execute('docmanager:save-all'); }")
    lab.page.wait_for_function(
        "() => [...jupyterapp.shell.widgets('main')].every((each) => !each.context?.model.dirty)"
    )
    wanted = lab.page.evaluate(count)
    assert [still for _, still in wanted] == [0] * len(lessons)
    for _ in range(RELOADS):
        lab.page.reload()
        for _ in range(SLOW // 500):
            lab.page.wait_for_timeout(500)
            if lab.page.evaluate(count) == wanted:
                break
        assert lab.page.evaluate(count) == wanted
        question = lab.page.locator(".jp-NotebookPanel:not(.lm-mod-hidden) form.btl-question").first
        question.get_by_role("button", name="Check").click()
        expect(verdict(question)).to_contain_text("Not answered yet", timeout=SLOW)


def test_each_cell_alone_says_which_to_run_first(lab: Lab) -> None:
    lab.open("03_how_many.ipynb")
    lab.page.locator(".jp-CodeCell").nth(2).click()
    lab.page.keyboard.press("Escape")
    lab.page.keyboard.press("Control+Enter")
    said = lab.page.locator(".jp-CodeCell").nth(2).locator(".jp-OutputArea-output")
    expect(said).to_contain_text("is not there yet: another cell makes it, the one that begins “import course”")
    expect(said).not_to_contain_text("Traceback")


def test_plotly_comes_once_a_page(lab: Lab) -> None:
    large: list[int] = []
    client = lab.page.context.new_cdp_session(lab.page)
    client.send("Network.enable")

    def received(event: dict[str, Any]) -> None:
        if len(event["response"]["payloadData"]) > 1_000_000:
            large.append(len(event["response"]["payloadData"]))

    client.on("Network.webSocketFrameReceived", received)
    lab.open_with("course.charts.how_many(case)", "course.charts.when(case)", "course.explore.timeline(case)")
    expect(lab.page.locator(".btl-figure svg.main-svg").nth(2)).to_be_attached()
    lab.open("03_how_many.ipynb")
    lab.run_all()
    expect(lab.page.locator(".jp-NotebookPanel:not(.lm-mod-hidden) .btl-figure svg.main-svg").first).to_be_attached()
    assert len(large) == 2, "once for each page that was loaded, whatever the number of figures"


def test_in_notebook_7(own: tuple[Server, Lab]) -> None:
    running, lab = own
    lab.open_with('course.ask("3.1")', 'course.explore.adding_machine(case, ["m7", "m9"])')
    answer(lab.question("3.1"), WRONG)
    expect(verdict(lab.question("3.1"))).to_contain_text("Not yet")
    lab.page.wait_for_timeout(2500)
    save(lab)
    address = f"http://localhost:{running.port}/notebooks/learner/notebooks/scratch.ipynb?token=a-token-for-the-tests"
    lab.page.goto(address)
    expect(verdict(lab.question("3.1"))).to_contain_text("Not yet", timeout=SLOW)
    expect(lab.page.locator(".btl-figure svg").get_by_text("0 to 6,999").first).to_be_attached(timeout=SLOW)
    assert quiet(lab) == []
    lab.page.goto("about:blank")
    running.stop()
    running.start()
    lab.page.goto(address)
    says_asleep = lab.page.locator(".btl-quiet", has_text="Asleep")
    expect(says_asleep.first).to_be_visible(timeout=SLOW)
    expect(verdict(lab.question("3.1"))).to_contain_text("Not yet")
    expect(lab.page.locator(".btl-figure svg").get_by_text("0 to 6,999").first).to_be_attached()
