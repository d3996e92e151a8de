"""The notebooks in a real browser, as a learner works in them."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from course import content
from course.questions.spec import lessons
from tests.browser.conftest import at_work
from tests.browser.lab import DARK, LIGHT, Lab
from tests.browser.parts import nothing_is_wrong_cut_or_fetched

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.browser.server import Server
    from tests.browser.warm import Warm

NOTEBOOKS = [f"{lesson.notebook}.ipynb" for lesson in lessons()]


@pytest.mark.parametrize("lab", [800], indirect=True)
@pytest.mark.parametrize("notebook", NOTEBOOKS)
def test_run_all_goes_through_in_the_dark_and_in_a_narrow_window(lab: Lab, notebook: str) -> None:
    lab.open(notebook, DARK)
    lab.run_all()
    nothing_is_wrong_cut_or_fetched(lab)


def test_a_link_leads_to_the_next_notebook(lab: Lab) -> None:
    lab.open("00_start_here.ipynb")
    lab.run_all()
    lab.page.get_by_role("link", name="Next: What is said, and who says so?").click()
    expect(lab.page.get_by_role("heading", name="What is said, and who says so?")).to_be_visible()


def test_a_stored_notebook_shows_still_figures_and_words_with_nothing_run(lab: Lab) -> None:
    shutil.copy(
        content.notebooks_folder() / "solutions" / "05_when_and_where.ipynb", lab.folder / "notebooks" / "still.ipynb"
    )
    lab.open("still.ipynb")
    drawn = lab.page.locator(".jp-RenderedPlotly")
    expect(drawn).to_have_count(4)  # two explorers, two charts
    for figure in drawn.all():
        figure.scroll_into_view_if_needed()
        expect(figure.locator("img, .main-svg").first).to_be_visible()
    assert lab.said == []


@pytest.fixture(scope="module")
def third(warm: Warm, running: Server) -> Iterator[Lab]:
    """Lesson 3, run once for the tests below: each answers a question of its own."""
    with at_work(warm, running) as lab:
        lab.open("03_how_many.ipynb")
        lab.run_all()
        yield lab


def test_the_chart_is_drawn_with_its_words_below_in_both_themes(third: Lab) -> None:
    chart = third.page.locator(".btl-figure", has_text="How many soldiers? What the words allow")
    for theme in (DARK, LIGHT):
        third.change_theme(theme)
        chart.scroll_into_view_if_needed()
        expect(chart.locator(".main-svg").first).to_be_visible()
        expect(chart.get_by_text("at least 100,001, no limit above")).to_be_visible()
        expect(chart.get_by_text("not stated")).to_have_count(5)
        box = chart.bounding_box()
        assert box is not None
        assert box["height"] > 500
    third.page.get_by_text("The same as a table").first.click()
    expect(third.page.get_by_role("cell", name="more than 100,000 heavily armed troops")).to_be_visible()
    assert third.violations() == []


def test_a_question_by_keyboard_alone(third: Lab) -> None:
    question = third.question("3.5")
    question.get_by_label("25 times as large", exact=True).focus()
    third.page.keyboard.press("Space")
    third.press("Tab", "Enter")
    expect(question.get_by_text("3.5 ✗ not yet")).to_be_visible()
    third.press("Tab", "Enter")
    expect(question.get_by_text("Hint 1", exact=True)).to_be_visible()
    third.press("Tab", "Enter")
    expect(question.get_by_text("not yet")).to_have_count(0)
    expect(question.get_by_label("25 times as large", exact=True)).to_be_focused()
    third.press("Space", "ArrowDown", "Enter")
    expect(question.get_by_text("3.5 ✓ right")).to_be_visible()


def test_the_first_guess_is_met_again_at_the_end(third: Lab) -> None:
    first, last = third.page.get_by_placeholder("Write a sentence or two.").all()
    first.fill("The second, for he knows what he does not know.")
    first.press("Tab")
    expect(third.page.get_by_text("Kept.", exact=True)).to_be_visible()
    third.run_all_again()
    expect(last).to_have_value("The second, for he knows what he does not know.")


def test_a_wrong_answer_hints_a_right_answer_and_a_restart(third: Lab) -> None:
    question = third.question("3.1")
    question.get_by_label("Your answer").fill("5")
    question.get_by_role("button", name="Check").click()
    expect(question.get_by_text("not yet")).to_be_visible()
    expect(question.get_by_text("measures a border, not soldiers")).to_be_visible()
    question.get_by_text("Paragraph 12 in our words").click()
    expect(question.get_by_text("600 kilometres long")).to_be_visible()
    question.get_by_role("button", name="Hint 1 of 2").click()
    question.get_by_role("button", name="Hint 2 of 2").click()
    expect(question.get_by_text("Hint 1 Not every number")).to_be_visible()
    assert third.violations() == []
    expect(question.get_by_text("That was the last hint")).to_be_visible()
    question.get_by_role("button", name="Show a solution").click()
    expect(question.get_by_text("It is noted that you have seen a solution.")).to_be_visible()
    question.get_by_label("Your answer").fill("four")
    question.get_by_label("Your answer").press("Enter")
    expect(question.get_by_text("3.1 ✓ right")).to_be_visible()
    third.restart_kernel()
    third.run_all_again()
    question = third.question("3.1")
    expect(question.get_by_text("3.1 ✓ right")).to_be_visible()
    expect(question.get_by_label("Your answer")).to_have_value("4")
