"""Each notebook is run, then every question that needs no code is answered as a beginner would: wrongly first, then rightly."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from course.questions.spec import Lesson, Question, lessons
from tests.browser.parts import choose_day, nothing_is_wrong_cut_or_fetched, says
from tests.questions.examples import example_of

if TYPE_CHECKING:
    from playwright.sync_api import Locator

    from tests.browser.lab import Lab

BEGINNING = 60
"""How many letters of a feedback are looked for on the page."""


@pytest.mark.parametrize("lesson", lessons(), ids=lambda lesson: lesson.notebook)
def test_all_goes_through_and_a_beginner_gets_through(lab: Lab, lesson: Lesson) -> None:
    lab.open(f"{lesson.notebook}.ipynb")
    lab.run_all()
    nothing_is_wrong_cut_or_fetched(lab)
    for question in lesson.questions:
        if question.track == "reading":
            form = lab.question(question.id)
            for misconception in question.misconceptions[:2]:
                give(form, question, example_of(misconception.condition, question))
                says(form, misconception.feedback[:BEGINNING])
                expect(form.get_by_text(f"{question.id} ✗ not yet")).to_be_visible()
            give(form, question, question.kind.keep(question.accepted[0].answer))
            expect(form.get_by_text(f"{question.id} ✓ right")).to_be_visible()
            says(form, question.accepted[0].feedback[:BEGINNING])
    assert (lab.said, lab.asked) == ([], [])


def give(form: Locator, question: Question, answer: Any) -> None:
    """Fill in an answer by the controls of its kind, and press Check."""
    options = dict(option for each in question.kind.controls().values() for option in each.options)
    match question.kind.name:
        case "choice":
            form.get_by_label(options[answer], exact=True).check()
        case "choices":
            for key, text in options.items():
                form.get_by_label(text, exact=True).set_checked(key in answer)
        case "order":
            put_in_order(form, [options[key] for key in answer])
        case "bounds":
            fill(form, "At least", "no limit below", answer["low"])
            fill(form, "At most", "no limit above", answer["high"])
        case "dates":
            choose_day(form, "First day", answer["start"])
            choose_day(form, "Last day", answer["end"])
        case "date" if answer != "not stated":
            choose_day(form, "Your answer", answer)
        case "text":
            form.get_by_label("Your answer").fill(answer)
        case _:
            fill(form, "Your answer", "the report does not state it", answer)
    form.get_by_role("button", name="Check").click()


def fill(form: Locator, label: str, blank: str, answer: object) -> None:
    nothing = answer in {None, "not stated", "no limit"}
    form.get_by_label(blank).set_checked(nothing)
    if not nothing:
        form.get_by_label(label).fill(str(answer))


def put_in_order(form: Locator, texts: list[str]) -> None:
    lines = form.locator("li span")
    for place, text in enumerate(texts):
        while lines.all_text_contents().index(text) > place:
            form.get_by_label(f"Move up: {text}", exact=True).click()
