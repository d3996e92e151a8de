"""A notebook that JupyterLab has saved: a teacher collects from it each answer, and runs nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

from course.teach.collect.handed_in import HandedIn
from course.teach.collect.read.reading import read

if TYPE_CHECKING:
    from tests.browser.lab import Lab


def test_each_answer_is_in_a_notebook_that_was_saved(lab: Lab) -> None:
    lab.open_with('course.ask("3.1")', 'course.check("3.2", 2 + 3)', 'course.open_answer("03")', "course.hand_in()")
    page = lab.page
    question = page.locator(".btl-question").first
    for answer, said in (("9", "Not yet"), ("4", "Right")):
        question.get_by_label("Your answer").fill(answer)
        question.get_by_role("button", name="Check").click()
        expect(question.locator(".btl-verdict")).to_contain_text(said)
    expect(page.get_by_text("you said 5")).to_be_visible()
    page.get_by_placeholder("Write two or three sentences.").fill("At least four.")
    page.get_by_label("Your name, or the code").fill("Ada")
    page.keyboard.press("Tab")
    page.wait_for_timeout(1500)  # until what is typed is handed over
    lab.save_and_load_anew()
    file = lab.folder / "notebooks" / "scratch.ipynb"
    (found,) = read("10B/scratch.ipynb", file.read_bytes(), "2026-11-20T10:00:00+00:00")
    assert isinstance(found, HandedIn)
    entries = found.record.entries
    assert {name: [each.answer for each in entry.given] for name, entry in entries.items()} == {
        "3.1": [9, 4],
        "3.2": [5],
    }
    assert (entries["3.1"].state, entries["3.1"].tries, entries["3.2"].state) == ("right", 2, "not yet")
    assert (found.name, found.record.filled["03"]["text"], found.notes) == ("Ada", "At least four.", ())
