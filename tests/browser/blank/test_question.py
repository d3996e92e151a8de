"""A question on the page: what a learner gives, what is asked of Python, and what is shown of its answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from course.page import controls
from course.questions.ask import Asked

if TYPE_CHECKING:
    from tests.browser.blank.blank import Blank

STATE: dict[str, Any] = {
    "answer": {},
    "judged": None,
    "feedback": "",
    "hints": "",
    "hint_label": "Hint 1 of 2",
    "hint_left": True,
    "may_see_solution": False,
    "solution": "",
    "may_start_again": False,
    "turn": 0,
}
BUSY = "Python is busy with another cell. Your answer waits, and is checked as soon as Python is free."
SENT = "() => lab.views[0].model.sent"
SEEN = """() => {
    lab.seen = [];
    Element.prototype.scrollIntoView = function (how) { lab.seen.push([this.textContent, how]); };
}"""


def show(blank: Blank, *, coded: bool = False, **state: Any) -> None:
    """Draw a question with two fields, or one that is answered in code."""
    fields = {"answer": controls.number("How many?"), "who": controls.some_of("Who?", {"a": "Ann", "b": "Ben"})}
    question = {
        "id": "3.1",
        "prompt": "How <b>many</b>?",
        "about": "no code · about 2 min",
        "columns": "<i>troops</i>" if coded else "",
        "controls": [] if coded else [{"name": name, **control.to_json()} for name, control in fields.items()],
    }
    blank.run(
        "([script, state]) => lab.show(script, state)", [str(Asked._esm), {"question": question, **STATE, **state}]
    )
    blank.wait(50)


def button(blank: Blank, name: str) -> Any:
    """A button by what stands on it."""
    return blank.page.locator("button", has_text=name)


def said(blank: Blank) -> list[str]:
    """What is said of an answer, as HTML: the hints, the solution, the feedback."""
    return list(blank.page.locator(".btl-said").evaluate_all("all => all.map(({ innerHTML }) => innerHTML)"))


def reply(blank: Blank, **state: Any) -> None:
    """Let Python answer: all that has changed, then a new turn."""
    for name, value in state.items():
        blank.give(name, value)
    blank.run("() => lab.views[0].model.set('turn', lab.views[0].model.get('turn') + 1)")


def test_a_question_is_written_as_the_style_sheet_and_a_screen_reader_need_it(blank: Blank) -> None:
    show(blank)
    form = blank.page.locator("form.btl-question")
    fields = form.locator("> fieldset")
    assert form.evaluate("node => node.noValidate"), "what is missing is said by the course, not by the browser"
    assert fields.locator("> legend").inner_html() == (
        '<b class="btl-badge">Question 3.1</b><span>no code · about 2 min</span>'
    )
    prompt = form.locator(".btl-prompt")
    assert prompt.inner_html() == "How <b>many</b>?"
    assert fields.get_attribute("aria-describedby") == prompt.get_attribute("id")
    assert [node.get_attribute("role") for node in form.locator(".btl-said").all()] == ["status"] * 3
    assert form.locator("> .btl-row button").all_text_contents() == ["Check", "Hint 1 of 2", "Show a solution", "Start again"]  # fmt: skip
    kinds = form.locator("> .btl-row button").evaluate_all("all => all.map(({ type }) => type)")
    assert kinds == ["submit", "button", "button", "button"]
    assert button(blank, "Check").get_attribute("class") == "btl-go"
    names = fields.locator("> *").evaluate_all("all => all.map((node) => node.className)")
    assert names == ["", "btl-prompt", "btl btl-strip", "btl-line", "btl-group"]


def test_a_question_that_needs_code_says_where_it_is_answered(blank: Blank) -> None:
    show(blank, coded=True)
    assert blank.page.locator("fieldset > p").inner_html() == (
        'Answer in a cell with code: <code>course.check("3.1", answer)</code>'
    )
    assert blank.page.locator(".btl-strip").inner_html() == "<i>troops</i>"
    assert blank.page.locator("form > .btl-row").text_content() == "Hint 1 of 2Show a solutionStart again"
    assert button(blank, "Hint").is_visible()


def test_an_answer_is_sent_with_what_stands_in_each_field(blank: Blank) -> None:
    show(blank)
    blank.page.get_by_label("How many?").fill("7")
    blank.page.get_by_label("Ben").check()
    button(blank, "Check").click()
    assert blank.run(SENT) == [{"do": "check", "answer": {"answer": "7", "who": ["b"]}}]
    assert blank.run("() => lab.views[0].model.get('answer')") == {"answer": "7", "who": ["b"]}
    blank.wait(1000)
    assert blank.run("() => lab.views[0].model.saved") == [], "what was sent is not handed over once more"


@pytest.mark.parametrize(("key", "sends"), [("Enter", 1), ("a", 0)])
def test_enter_in_a_field_checks(blank: Blank, key: str, sends: int) -> None:
    show(blank)
    for label in ("How many?", "Ben"):
        blank.page.get_by_label(label).press(key)
    assert len(blank.run(SENT)) == sends * 2
    button(blank, "Hint").press("Enter")
    assert blank.run(SENT)[sends * 2 :] == [{"do": "hint"}], "on a button Enter is that button"


def test_enter_in_a_list_of_days_checks_too(blank: Blank) -> None:
    question = {"id": "3.1", "controls": [{"name": "answer", **controls.day("When?").to_json()}]}
    blank.run("([script, state]) => lab.show(script, state)", [str(Asked._esm), {**STATE, "question": question}])
    blank.wait(50)
    blank.page.get_by_label("When?: month").press("Enter")
    assert blank.run(SENT) == [{"do": "check", "answer": {"answer": None}}]


def test_until_python_answers_it_is_said_that_the_answer_is_being_checked(blank: Blank) -> None:
    show(blank)
    button(blank, "Check").click()
    assert said(blank) == ["", "", '<p class="btl-waiting">Checking …</p>']
    blank.wait(500)
    assert "Checking" in said(blank)[2]
    blank.wait(1500)
    assert said(blank)[2] == f'<p class="btl-waiting">{BUSY}</p>'
    reply(blank, judged={"answer": None, "who": []}, feedback="<p>Not yet.</p>")
    assert said(blank)[2] == "<p>Not yet.</p>"
    blank.wait(3000)
    assert said(blank)[2] == "<p>Not yet.</p>", "what has come is not waited for"


def test_who_presses_twice_waits_from_the_second_time(blank: Blank) -> None:
    show(blank)
    button(blank, "Check").click()
    blank.wait(800)
    button(blank, "Check").click()
    blank.wait(800)
    assert "Checking" in said(blank)[2]


def test_a_verdict_stands_beside_the_answer_that_it_is_about_and_no_other(blank: Blank) -> None:
    given = {"answer": "7", "who": ["b"]}
    show(blank, answer=given, judged={"who": ["b"], "answer": 7}, feedback="<p>Yes.</p>", may_start_again=True)
    field, again = blank.page.get_by_label("How many?"), button(blank, "Start again")
    assert (field.input_value(), said(blank)[2], again.is_visible()) == ("7", "<p>Yes.</p>", True)
    field.fill("8")
    assert (said(blank)[2], again.is_visible()) == ("", False)
    field.fill("7")
    assert (said(blank)[2], again.is_visible()) == ("<p>Yes.</p>", True)
    blank.page.get_by_label("Ben").uncheck()
    assert said(blank)[2] == ""


def test_a_field_without_a_value_is_as_one_that_is_not_there(blank: Blank) -> None:
    show(blank, answer={"who": ["b"], "answer": None}, judged={"who": ["b"]}, feedback="<p>Yes.</p>")
    assert said(blank)[2] == "<p>Yes.</p>"


def test_a_question_in_code_keeps_what_was_said(blank: Blank) -> None:
    show(blank, coded=True, judged={}, feedback="<p>Yes.</p>", may_start_again=True)
    assert (said(blank)[2], button(blank, "Start again").is_visible()) == ("<p>Yes.</p>", True)


def test_what_is_said_is_drawn_anew_only_where_it_changes(blank: Blank) -> None:
    show(blank, judged={}, feedback="<details><summary>Why</summary>So.</details>")
    blank.page.locator("summary").click()
    blank.give("hints", "<p>Look.</p>")
    reply(blank)
    assert blank.page.locator("details[open]").count() == 1
    assert said(blank)[0] == "<p>Look.</p>"


def test_what_is_typed_is_kept_soon_after_the_last_key(blank: Blank) -> None:
    show(blank)
    field = blank.page.get_by_label("How many?")
    for key in "12":
        field.press(key)
        blank.wait(300)
    saved = "() => lab.views[0].model.saved.map(({ answer }) => answer.answer)"
    assert blank.run(saved) == []
    blank.wait(300)
    assert blank.run(saved) == ["12"]
    blank.wait(3000)
    assert blank.run(saved) == ["12"]


def test_what_is_being_typed_is_not_overwritten_by_what_is_older(blank: Blank) -> None:
    show(blank)
    field = blank.page.get_by_label("How many?")
    field.press_sequentially("12")
    blank.give("answer", {"answer": "1", "who": []})
    assert field.input_value() == "12"
    assert blank.run("() => lab.views[0].model.get('answer').answer") == "12"
    blank.wait(1000)
    blank.give("answer", {"answer": "1", "who": []})
    assert field.input_value() == "1", "what was handed over gives way to what Python says"


def test_where_nobody_types_what_python_says_is_shown(blank: Blank) -> None:
    show(blank)
    blank.give("answer", {"answer": "5", "who": []})
    assert blank.page.get_by_label("How many?").input_value() == "5"


def test_two_views_of_a_question_show_the_same(blank: Blank) -> None:
    show(blank)
    blank.run("() => lab.view(lab.views[0])")
    blank.wait(50)
    first, second = blank.page.get_by_label("How many?").all()
    first.fill("12")
    assert second.input_value() == "12"
    first.fill("")
    assert second.input_value() == ""


def test_in_each_view_a_verdict_goes_when_the_answer_changes(blank: Blank) -> None:
    given = {"answer": "7", "who": []}
    show(blank, answer=given, judged=given, feedback="<p>Yes.</p>")
    blank.run("() => lab.view(lab.views[0])")
    blank.wait(50)
    assert said(blank)[2::3] == ["<p>Yes.</p>"] * 2
    blank.page.get_by_label("How many?").first.fill("8")
    assert said(blank)[2::3] == ["", ""]


def test_a_hint_is_asked_for_until_there_is_none_left(blank: Blank) -> None:
    blank.run(SEEN)
    show(blank)
    button(blank, "Hint").click()
    assert blank.run(SENT) == [{"do": "hint"}]
    reply(blank, hints="<p>Look.</p>", hint_label="Hint 2 of 2", hint_left=False)
    assert (said(blank)[0], blank.run("() => lab.seen")) == ("<p>Look.</p>", [["Look.", {"block": "nearest"}]])
    hint = button(blank, "Hint 2 of 2")
    assert hint.get_attribute("aria-disabled") == "true"
    hint.evaluate("node => node.click()")
    assert len(blank.run(SENT)) == 1
    reply(blank, hints="<p>Look closer.</p>")
    assert len(blank.run("() => lab.seen")) == 1, "what nobody here has asked for is not brought into sight"


def test_a_solution_is_asked_for_where_it_may_be_seen(blank: Blank) -> None:
    blank.run(SEEN)
    show(blank)
    solve = button(blank, "Show a solution")
    assert solve.is_hidden()
    reply(blank, may_see_solution=True)
    solve.click()
    assert blank.run(SENT) == [{"do": "solution"}]
    reply(blank, solution="<pre>7</pre>", may_see_solution=False)
    assert (said(blank)[1], solve.is_hidden()) == ("<pre>7</pre>", True)
    assert blank.run("() => lab.seen") == [["7", {"block": "nearest"}]]


def test_a_verdict_is_brought_into_sight(blank: Blank) -> None:
    blank.run(SEEN)
    show(blank)
    button(blank, "Check").click()
    reply(blank, judged={"answer": None, "who": []}, feedback="<p>Not yet.</p>")
    assert blank.run("() => lab.seen") == [["Not yet.", {"block": "nearest"}]]


def test_starting_again_asks_python_and_puts_the_keyboard_into_the_first_field(blank: Blank) -> None:
    given = {"answer": "7", "who": []}
    show(blank, answer=given, judged=given, feedback="<p>Yes.</p>", may_start_again=True)
    blank.page.get_by_label("How many?").fill("8")
    blank.page.get_by_label("How many?").fill("7")
    button(blank, "Start again").click()
    assert blank.run(SENT) == [{"do": "start again"}]
    assert blank.page.get_by_label("How many?").evaluate("node => node === document.activeElement")
    reply(blank, answer={}, judged=None, feedback="", may_start_again=False)
    assert (blank.page.get_by_label("How many?").input_value(), said(blank)[2]) == ("", "")
    blank.wait(2000)
    assert blank.run("() => lab.views[0].model.saved") == [], "the old answer is not handed over afterwards"


def test_a_question_that_sleeps_asks_nothing_and_says_that_it_sleeps(blank: Blank) -> None:
    show(blank, may_see_solution=True)
    buttons = [button(blank, name) for name in ("Check", "Hint", "Show a solution")]
    assert [each.is_enabled() for each in buttons] == [True] * 3
    button(blank, "Check").click()
    blank.run("() => lab.turn('dead')")
    assert said(blank)[2] == "", "nobody is waited for that is gone"
    assert [each.is_enabled() for each in buttons] == [False] * 3
    blank.run("() => lab.turn('idle')")
    assert [each.is_enabled() for each in buttons] == [True] * 3
    blank.run("() => { lab.kernel.isDisposed = true; }")
    blank.page.get_by_label("How many?").press("Enter")
    assert len(blank.run(SENT)) == 1
    assert blank.page.locator(".btl-quiet").is_visible()
    blank.run("() => lab.views[0].stop()")
