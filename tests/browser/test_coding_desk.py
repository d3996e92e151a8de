"""The coding desk in a real browser: from a text to a case by mouse and by keyboard, two codings, and a kill between."""

from __future__ import annotations

import os
import signal
from typing import TYPE_CHECKING

import nbformat
import pytest
from playwright.sync_api import expect

import course
from course.desk.keeping import file_of, read
from course.teach.validate import problems
from tests.desk.samples import BEN, TEXT, coded

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Locator

    from tests.browser.lab import Lab

OPENED = 'coding_desk(coder="Ada")'
REPORT = "The text of the report"
PLACE = """(report, [paragraph, words, atEnd]) => {
    const part = report.querySelector(`[data-paragraph="${paragraph}"]`);
    const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
    let left = part.textContent.indexOf(words) + (atEnd ? words.length : 0);
    while (walker.nextNode()) {
        if (left <= walker.currentNode.data.length && (atEnd || left < walker.currentNode.data.length)) break;
        left -= walker.currentNode.data.length;
    }
    const range = document.createRange();
    range.setStart(walker.currentNode, left);
    const { x, y, height } = range.getBoundingClientRect();
    return [x, y + height / 2];
}"""
"""A script that returns where some words begin or end on the page."""


def folder(lab: Lab) -> Path:
    """Where the desk keeps its work."""
    return lab.folder / "notebooks" / "coding-my-report"


def with_text(lab: Lab) -> Locator:
    """Open a desk, and paste the text."""
    desk = lab.explorer(OPENED)
    desk.get_by_label("The text", exact=True).fill(TEXT)
    desk.get_by_role("button", name="Take this text").click()
    expect(desk.get_by_role("textbox", name=REPORT)).to_contain_text("crossed the river")
    return desk


def drag_over(lab: Lab, desk: Locator, paragraph: int, words: str) -> None:
    """Select words as a hand does, and make a row of them."""
    report = desk.get_by_role("textbox", name=REPORT)
    report.scroll_into_view_if_needed()
    start, end = (report.evaluate(PLACE, [paragraph, words, at_end]) for at_end in (False, True))
    lab.page.mouse.move(*start)
    lab.page.mouse.down()
    lab.page.mouse.move(*end, steps=4)
    lab.page.mouse.up()
    desk.get_by_role("button", name="Make a row of the selected words").click()


def choose(desk: Locator, **words: str) -> None:
    """Choose words from the menus of the row that is in the form."""
    for label, word in words.items():
        desk.get_by_label(label.replace("_", " "), exact=True).select_option(word)


def test_by_mouse_from_a_pasted_text_to_a_case_and_its_chart(lab: Lab) -> None:
    desk = with_text(lab)
    drag_over(lab, desk, 1, "More than 100")
    expect(desk.get_by_role("heading", name="¶1 “More than 100”")).to_be_visible()
    expect(desk.get_by_label("number", exact=True)).to_have_value("100")
    expect(desk.get_by_label("hedge", exact=True)).to_have_value("more than")
    expect(desk.get_by_text("So many are there.", exact=True)).to_be_hidden()
    choose(desk, status="present", measure="strength", stock_or_flow="stock", voice="named source")
    expect(desk.get_by_text("So many are there.", exact=True).first).to_be_visible()
    expect(desk.locator("svg").get_by_text("at least 101, no limit above")).to_be_visible()
    desk.get_by_label("source", exact=True).fill("the police")
    desk.get_by_label("source", exact=True).press("Tab")
    desk.get_by_label("the police: kind").select_option("police")
    desk.get_by_label("the police: words quoted").select_option("false")
    drag_over(lab, desk, 2, "Dozens of people")
    expect(desk.get_by_role("heading", name="¶2 “Dozens of people”")).to_be_visible()
    desk.get_by_label("In doubt? Say why").fill("Who counted?")
    choose(desk, status="happened", measure="strength", stock_or_flow="stock", voice="own voice")
    expect(desk.get_by_text("in doubt")).to_be_visible()
    desk.locator("mark", has_text="More than 100").click()
    expect(desk.get_by_role("heading", name="¶1 “More than 100”")).to_be_visible()
    desk.get_by_role("button", name="Save as a case").click()
    expect(desk.get_by_text("Saved as a case.")).to_be_visible()
    case = course.load(folder(lab) / "case")
    assert case.counts["wording"].tolist() == ["More than 100", "Dozens of people"]
    assert case.actors["name"].tolist() == ["the police"]
    assert [problem for problem in problems(folder(lab) / "case") if not problem.warning] == []
    assert "soldiers (paragraph 1): at least 101" in course.charts.how_many(case).text
    assert (lab.said, lab.asked) == ([], [])


def test_by_keyboard_alone_and_the_text_takes_no_change(lab: Lab) -> None:
    desk = lab.explorer(OPENED)
    desk.get_by_label("What is it called?").focus()
    lab.page.keyboard.type("River")
    lab.press("Tab")
    lab.page.keyboard.insert_text(TEXT)
    lab.press("Tab", "Enter")
    report = desk.get_by_role("textbox", name=REPORT)
    expect(report).to_contain_text("crossed the river")
    expect(desk.get_by_role("heading", name="River · coded by Ada")).to_be_visible()
    report.focus()
    lab.press("Control+Home")
    lab.page.keyboard.type("xyz")
    lab.press("Backspace", "Delete")
    lab.press(*["Shift+ArrowRight"] * len("More than 100"), "Enter")
    expect(desk.get_by_role("heading", name="¶1 “More than 100”")).to_be_visible()
    expect(report).to_be_focused()
    lab.press("ArrowDown", "ArrowDown", "ArrowDown", "End")
    assert report.inner_text().split("\n")[0].startswith("More than 100 soldiers")
    lab.press("Tab", "Tab", "Tab")  # the button for a row, the fold, the rows
    expect(desk.locator(".btl-rowlist input:checked")).to_be_focused()
    lab.press("Tab")
    expect(desk.get_by_label("what is counted")).to_be_focused()
    desk.get_by_label("status", exact=True).focus()
    lab.press("p")
    expect(desk.get_by_label("status", exact=True)).to_have_value("present")
    expect(desk.locator("svg").get_by_text("at least 101, no limit above")).to_be_visible()
    desk.get_by_role("button", name="Undo").focus()
    lab.press("Enter", "Enter")
    expect(desk.get_by_text("No row yet", exact=True)).to_be_visible()
    expect(desk.locator(".btl-picture")).to_be_hidden()
    desk.get_by_role("button", name="Redo").focus()
    lab.press("Enter")
    expect(desk.locator(".btl-rowlist input")).to_have_count(1)
    assert (lab.said, lab.asked) == ([], [])


def test_two_codings_are_sealed_then_compared_and_settled(lab: Lab, tmp_path: Path) -> None:
    coded(tmp_path, "Ben", BEN)
    coded(folder(lab))
    desk = lab.explorer(OPENED)
    expect(desk.get_by_text("Your coding is as you left it: 4 rows.")).to_be_visible()
    compare = desk.get_by_role("button", name="Compare now")
    expect(compare).to_have_attribute("aria-disabled", "true")
    desk.get_by_label("Open a partner’s coding").set_input_files(file_of(tmp_path, "Ben"))
    expect(desk.get_by_text("The coding of Ben is here, sealed.")).to_be_visible()
    expect(desk.get_by_text("at least 50")).to_have_count(1)
    compare.press("Enter")
    expect(desk.get_by_text("You see both codings now. 3 rows to settle.")).to_be_visible()
    pairs = desk.locator(".btl-pair")
    expect(pairs).to_have_count(3)
    pairs.nth(0).get_by_label("It is none").check()
    pairs.nth(0).get_by_role("button", name="Settle this row").click()
    expect(pairs.nth(0)).to_contain_text("✓ settled")
    pairs.nth(1).get_by_label("Ada: announced").focus()
    lab.press("Space")
    pairs.nth(1).get_by_label("A rule for the codebook").fill("Who is announced is not there yet.")
    pairs.nth(1).get_by_role("button", name="Settle this row").press("Enter")
    expect(pairs.nth(1)).to_contain_text("✓ settled")
    pairs.nth(2).get_by_label("It is a row").check()
    pairs.nth(2).get_by_role("button", name="Settle this row").click()
    expect(desk.get_by_text("Settled, and this was the last one.")).to_be_visible()
    desk.get_by_role("button", name="Save as a case").click()
    expect(desk.get_by_text("Saved as a case.")).to_be_visible()
    case = course.load(folder(lab) / "case")
    assert case.codebook["rule"].tolist() == ["Who is announced is not there yet."]
    assert case.counts["wording"].tolist()[-1] == "at least 50"
    assert (lab.said, lab.asked) == ([], [])


def test_killed_in_the_middle_nothing_is_lost_and_the_notebook_holds_no_text(lab: Lab) -> None:
    desk = with_text(lab)
    drag_over(lab, desk, 2, "nearly 300")
    expect(desk.get_by_role("heading", name="¶2 “nearly 300”")).to_be_visible()
    choose(desk, status="announced")
    expect(desk.locator("svg").get_by_text("0 to 299")).to_be_visible()
    lab.write("kill.ipynb", "")
    pid = int(lab.page.evaluate(
        """async () => {
            const kernel = jupyterapp.shell.currentWidget.sessionContext.session.kernel;
            const future = kernel.requestExecute({ code: 'import os; print(os.getpid())' });
            let said = '';
            future.onIOPub = ({ content }) => { said += content.text ?? ''; };
            await future.done;
            return said;
        }"""
    ))  # fmt: skip
    os.kill(pid, signal.SIGKILL)
    lab.page.wait_for_timeout(3000)
    dialog = lab.page.locator(".jp-Dialog")
    if dialog.count():
        dialog.get_by_role("button").last.click()
    kept = read(file_of(folder(lab), "Ada")).coding
    assert [(row.wording, row.cell("status")) for row in kept.rows] == [("nearly 300", "announced")]
    lab.wait_for_kernel()
    lab.run_all_again()
    desk = lab.page.locator(".btl-page").last
    expect(desk.get_by_text("Your coding is as you left it: 1 row.")).to_be_visible()
    expect(desk.locator("mark", has_text="nearly 300")).to_be_visible()
    lab.save_and_load_anew()
    saved = nbformat.read(lab.folder / "notebooks" / "scratch.ipynb", as_version=4)
    assert "nearly 300" in str(saved)
    assert "crossed the river" not in str(saved)
    assert "watched from the bridge" not in str(saved)


@pytest.mark.parametrize("state", ["a text", "rows", "both"])
def test_nothing_is_cut_and_axe_finds_nothing(lab: Lab, state: str) -> None:
    if state != "a text":
        coded(folder(lab))
        coded(folder(lab), "Ben", BEN)
    desk = lab.explorer(OPENED)
    if state == "rows":
        desk.get_by_role("button", name="Code on").click()
        desk.locator("mark").first.click()
        expect(desk.get_by_label("status", exact=True)).to_have_value("present")
    if state == "both":
        desk.get_by_role("button", name="Compare now").click()
        expect(desk.locator(".btl-pair").first).to_be_visible()
    for _ in lab.looks():
        lab.fits(desk)
        assert lab.violations() == []
