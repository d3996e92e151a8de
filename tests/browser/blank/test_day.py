"""A day as three lists: it opens on the month of the report, stays in the days that are asked for, and says its weekday."""

from __future__ import annotations

from calendar import month_name
from datetime import date
from typing import TYPE_CHECKING

import pytest

from course.page import controls

if TYPE_CHECKING:
    from playwright.sync_api import Locator

    from tests.browser.blank.blank import Blank

BLANK = ("not stated", "the report does not state it")
FIRST, LAST = date(2022, 1, 5), date(2022, 3, 20)
MONTHS = list(month_name)[1:]


def choose(it: Locator, **words: str) -> None:
    """Choose a day, a month or a year from its list."""
    for word, option in words.items():
        it.get_by_label(f"When?: {word}").select_option(option)


def shown(it: Locator) -> list[str]:
    """What the three lists and the line beside them show."""
    lists = [it.get_by_label(f"When?: {word}").evaluate("one => one.selectedOptions[0]?.text ?? ''") for word in ("day", "month", "year")]  # fmt: skip
    return [*lists, it.locator("output").text_content() or ""]


def test_the_three_lists_are_a_group_with_the_label_of_the_question(blank: Blank) -> None:
    it = blank.draw(controls.day("When?", FIRST, LAST))
    group = it.get_by_role("group", name="When?", exact=True)
    assert group.get_attribute("class") == "btl-day"
    assert group.locator("select").evaluate_all("all => all.map(({ ariaLabel }) => ariaLabel)") == ["When?: day", "When?: month", "When?: year"]  # fmt: skip
    days = group.get_by_label("When?: day").locator("option").all_text_contents()
    assert days == ["day", *(str(number) for number in range(1, 32))]
    assert group.get_by_label("When?: month").locator("option").all_text_contents() == MONTHS
    assert group.locator("output").get_attribute("class") == "btl-weekday"
    assert it.locator("label").first.get_attribute("for") == group.get_attribute("id")


def test_it_opens_on_the_month_of_the_first_day_with_no_day_chosen(blank: Blank) -> None:
    blank.show_part({"kind": "day", "label": "When?", "least": "2021-11-05", "most": "2023-03-20"})
    it = blank.page.locator("[data-name=it]")
    assert shown(it) == ["day", "November", "2021", ""]
    assert it.get_by_label("When?: year").locator("option").all_text_contents() == ["2021", "2022", "2023"]


def test_it_opens_on_the_month_that_is_told_whatever_the_first_day_is(blank: Blank) -> None:
    blank.show_part({"kind": "day", "label": "When?", "month": "2022-09", "least": "2021-11-05", "most": "2023-03-20"})
    assert shown(blank.page.locator("[data-name=it]")) == ["day", "September", "2022", ""]


def test_where_nothing_is_told_it_opens_on_today_with_a_year_before_and_after(blank: Blank) -> None:
    it = blank.draw(controls.day("When?"))
    assert shown(it) == ["day", "February", "2022", ""]
    assert it.get_by_label("When?: year").locator("option").all_text_contents() == ["2021", "2022", "2023"]


@pytest.mark.parametrize("ends", [{"least": "2022-01-05"}, {"most": "2022-03-20"}])
def test_one_end_alone_leaves_the_years_around_open(blank: Blank, ends: dict[str, str]) -> None:
    blank.show_part({"kind": "day", "label": "When?", **ends})
    it = blank.page.locator("[data-name=it]")
    assert it.get_by_label("When?: year").locator("option").all_text_contents() == ["2021", "2022", "2023"]


def test_a_day_is_given_when_its_day_is_chosen_and_has_its_weekday(blank: Blank) -> None:
    it = blank.draw(controls.day("When?"))
    choose(it, month="June")
    assert (blank.value, shown(it)[3]) == (None, "")
    choose(it, day="9")
    assert (blank.value, shown(it)[3]) == ("2022-06-09", "Thursday")
    choose(it, day="12", month="October")
    assert (blank.handed[-1], shown(it)[3]) == ("2022-10-12", "Wednesday")
    choose(it, day="day")
    assert (blank.value, shown(it)[3]) == (None, "")


def test_a_day_that_its_month_does_not_have_is_its_last_and_says_which(blank: Blank) -> None:
    it = blank.draw(controls.day("When?"))
    choose(it, day="31", month="February")
    assert (blank.value, shown(it)[3]) == ("2022-02-28", "Monday 28 February")
    choose(it, month="April")
    assert (blank.value, shown(it)[3]) == ("2022-04-30", "Saturday 30 April")
    choose(it, month="May")
    assert (blank.value, shown(it)[3]) == ("2022-05-31", "Tuesday")


def test_a_day_outside_becomes_the_nearest_that_is_asked_for(blank: Blank) -> None:
    it = blank.draw(controls.day("When?", FIRST, LAST))
    choose(it, day="4", month="January")
    assert (blank.value, shown(it)) == ("2022-01-05", ["5", "January", "2022", "Wednesday"])
    choose(it, day="20", month="March")
    assert blank.value == "2022-03-20"
    choose(it, day="21")
    assert (blank.value, shown(it)) == ("2022-03-20", ["20", "March", "2022", "Sunday"])
    choose(it, month="December")
    assert blank.value == "2022-03-20"
    choose(it, day="6", month="January")
    assert blank.value == "2022-01-06"


@pytest.mark.parametrize(
    ("ends", "day", "month", "becomes"),
    [
        ({"least": "2022-02-05"}, "1", "February", "2022-02-05"),
        ({"least": "2022-02-05"}, "1", "December", "2022-12-01"),
        ({"most": "2022-02-05"}, "9", "February", "2022-02-05"),
        ({"most": "2022-02-05"}, "9", "January", "2022-01-09"),
    ],
)
def test_one_end_holds_alone(blank: Blank, ends: dict[str, str], day: str, month: str, becomes: str) -> None:
    blank.show_part({"kind": "day", "label": "When?", **ends})
    choose(blank.page.locator("[data-name=it]"), month=month, day=day)
    assert blank.value == becomes


def test_a_day_that_was_given_is_shown_also_in_a_year_that_is_not_in_the_list(blank: Blank) -> None:
    it = blank.draw(controls.day("When?", FIRST, LAST), "2022-02-24")
    assert shown(it) == ["24", "February", "2022", "Thursday"]
    blank.give("values", {"it": "1998-12-03"})
    assert shown(it) == ["3", "December", "1998", "Thursday"]
    assert it.get_by_label("When?: year").locator("option").all_text_contents() == ["2022", "1998"]
    blank.give("values", {"it": "2022-02-01"})
    assert it.get_by_label("When?: year").locator("option").count() == 2, "a year is in the list once"
    blank.give("values", {})
    assert shown(it) == ["day", "January", "2022", ""]


def test_a_box_or_python_takes_all_three_lists_out_of_use(blank: Blank) -> None:
    it = blank.draw(controls.day("When?", FIRST, LAST, BLANK))
    off = "all => all.map(({ disabled }) => disabled)"
    assert it.locator("select").evaluate_all(off) == [False] * 3
    it.get_by_label(BLANK[1]).check()
    assert (blank.value, it.locator("select").evaluate_all(off)) == (BLANK[0], [True] * 3)
    it.get_by_label(BLANK[1]).uncheck()
    assert it.locator("select").evaluate_all(off) == [False] * 3
    blank.give("more", {"it": {"disabled": True}})
    assert it.locator("select, input").evaluate_all(off) == [True] * 4
