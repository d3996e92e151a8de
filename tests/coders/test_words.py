"""What is said of an agreement, in the words of a person."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd
import pytest

import course
from course.coders import measures, words

if TYPE_CHECKING:
    from course.case import Case
    from course.coders.agreement import Agreement

NO_GRADES = ("significant", "good", "fair", "poor", "excellent", "substantial", "moderate", "p-value", "random")


def of(*coders: str, **how: Any) -> Agreement:
    """What coders agree on, each answer a letter; a dot is a blank."""
    names = ["Ada", "Bo", "Cleo"][: len(coders)]
    columns = [pd.Series([None if letter == "." else letter for letter in given]) for given in coders]
    return course.agreement(columns[0], columns[1], *columns[2:], coders=names, **how)


def test_two_that_agree_are_told_whole() -> None:
    assert of("xxyy", "xxyy").text.splitlines() == [
        "Ada and Bo agree on 4 of 4 rows: 100%.",
        "They differ on no row.",
        "By chance alone the two would agree on 50% of the rows.",
        "To see that, we shuffle the answers of Bo a thousand times, so that each is in a row by chance: in 95 of 100, 0% to 100% of the rows are the same.",
        "170 of the 1,000 shuffles reach the 100% of the coders or more.",
        "Cohen's kappa is 1.00: from what chance gives, 50%, to full agreement, 100%, they come 100% of the way. A kappa of 1 is agreement on every row, 0 is as much as by chance, and below 0 is less than that.",
        "Krippendorff's alpha is 1.00. It asks the same for any number of coders, also where answers are missing. Here two answers are the same, or they are not. 1 is full agreement, 0 is as much as by chance, below 0 is less.",
        "Other rows would give other numbers. Draw 4 rows of these by lot, a thousand times, some twice and some never: in 95 of 100 draws the share is 100%, kappa is 1.00 and alpha is 1.00.",
        "4 rows are few: one row alone is 25 of the 100 points of the share.",
        "No row differs, so no draw does. That does not show that none ever would: even coders who differ on 53% of all rows agree on 4 rows by luck, once in 20 times.",
        "Of answers in 2 rows at most, these numbers say next to nothing: “x”, “y”.",
    ]  # fmt: skip


def test_those_with_one_answer_only_are_told_whole() -> None:
    assert of("x.", "xx", "..").text.splitlines() == [
        "3 coders give 1 pair of answers in 1 row: 1 is a pair of the same, 100%. All who answered agree on 1 of 1 row.",
        "In 2 rows a coder has left the answer blank, which does not count here. Counted as an answer (blanks='as an answer'), it is 2 of 6, 33%.",
        "They differ on no row.",
        "By chance alone they would agree on 100% of the pairs of answers.",
        "To see that, we shuffle the answers of each coder a thousand times, so that each is in a row by chance: in 95 of 100, 100% of the pairs of answers are the same.",
        "1,000 of the 1,000 shuffles reach the 100% of the coders or more.",
        "All have one answer only, “x”: chance gives 100% too, so there is no kappa and no alpha. Where nobody differs about anything, that says little.",
        "Other rows would give other numbers. Draw 1 row of these by lot, a thousand times, some twice and some never: in 95 of 100 draws the share is 100%.",
        "1 row is few: one row alone is 100 of the 100 points of the share.",
        "No row differs, so no draw does. That does not show that none ever would: even coders who differ on 95% of all rows agree on 1 row by luck, once in 20 times.",
        "Of answers in 2 rows at most, these numbers say next to nothing: “x”.",
    ]  # fmt: skip


def test_three_with_gaps_are_told_whole() -> None:
    assert of("xxy.y", "xyy.", "xxyx", blanks="as an answer", only_one="as different").text.splitlines() == [
        "3 coders give 15 pairs of answers in 5 rows: 9 are pairs of the same, 60%. All who answered agree on 2 of 5 rows.",
        "1 row that not all have counts as different. Left out, it is 8 of 12, 67%.",
        "In 1 row a coder has left the answer blank, which counts as an answer. Left out, it is 8 of 12, 67%.",
        "They differ on 3 rows:",
        "- 1: x (Ada), y (Bo), x (Cleo).",
        "- 3: blank (Ada), blank (Bo), x (Cleo).",
        "- 4: y (Ada), no such row (Bo), no such row (Cleo).",
        "By chance alone they would agree on 28% of the pairs of answers.",
        "To see that, we shuffle the answers of each coder a thousand times, so that each is in a row by chance: in 95 of 100, 13% to 53% of the pairs of answers are the same.",
        "23 of the 1,000 shuffles reach the 60% of the coders or more.",
        "Krippendorff's alpha is 0.46. It asks the same for any number of coders, also where answers are missing. Here two answers are the same, or they are not. 1 is full agreement, 0 is as much as by chance, below 0 is less.",
        "Other rows would give other numbers. Draw 5 rows of these by lot, a thousand times, some twice and some never: in 95 of 100 draws the share is 33% to 87% and alpha is −0.03 to 0.77.",
        "5 rows are few: one row alone is 20 of the 100 points of the share.",
    ]  # fmt: skip


def test_the_codings_of_the_report_are_told_whole(case: Case) -> None:
    found = course.agreement(case.statements, case.codings["second-reader"]["statements"], on="mode")
    assert found.text.splitlines() == [
        "Our coding and second-reader agree on 16 of 18 rows: 89%.",
        "7 rows that only one of the two has do not count here. Counted as different (only_one='as different'), it is 16 of 25, 64%.",
        "They differ on 2 rows:",
        "- s9 · ¶8, No step and no trip is ruled out, depending on the talks: possible (our coding), depending (second-reader).",
        "- s11 · ¶9, He is open to talks with Moscow: offered (our coding), possible (second-reader).",
        "By chance alone the two would agree on 20% of the rows.",
        "To see that, we shuffle the answers of second-reader a thousand times, so that each is in a row by chance: in 95 of 100, 6% to 39% of the rows are the same.",
        "None of the 1,000 shuffles reaches the 89% of the coders.",
        "Cohen's kappa is 0.86: from what chance gives, 20%, to full agreement, 100%, they come 86% of the way. A kappa of 1 is agreement on every row, 0 is as much as by chance, and below 0 is less than that.",
        "Krippendorff's alpha is 0.86. It asks the same for any number of coders, also where answers are missing. Here two answers are the same, or they are not. 1 is full agreement, 0 is as much as by chance, below 0 is less.",
        "Other rows would give other numbers. Draw 18 rows of these by lot, a thousand times, some twice and some never: in 95 of 100 draws the share is 72% to 100%, kappa is 0.64 to 1.00 and alpha is 0.65 to 1.00.",
        "18 rows are few: one row alone is 6 of the 100 points of the share.",
        "Of answers in 2 rows at most, these numbers say next to nothing: “denied”, “depending”.",
    ]  # fmt: skip


def test_no_number_has_a_grade(case: Case) -> None:
    found = course.agreement(case.statements, case.codings["second-reader"]["statements"], on="mode")
    assert not [word for word in NO_GRADES if word in found.text.lower().split()]


def test_how_rows_of_one_coder_count_is_said_with_both_numbers() -> None:
    given = [pd.Series(list("xyx")), pd.Series(list("xyxy"))]
    left = words.where(course.agreement(*given, coders=["Ada", "Bo"]))
    assert "1 row that only one of the two has does not count here. Counted as different" in left
    assert "it is 3 of 4, 75%." in left
    counted = words.where(course.agreement(*given, coders=["Ada", "Bo"], only_one="as different"))
    assert counted.startswith("Ada and Bo agree on 3 of 4 rows: 75%.")
    assert "1 row that only one of the two has counts as different. Left out, it is 3 of 3, 100%." in counted


def test_the_other_number_counts_blanks_as_the_first_one_does() -> None:
    said = words.where(of("xy.", "xy.y", blanks="as an answer"))
    assert "Ada and Bo agree on 3 of 3 rows: 100%." in said
    assert "Counted as different (only_one='as different'), it is 3 of 4, 75%." in said


def test_how_blanks_count_is_said_with_both_numbers() -> None:
    left = words.where(of("xy..", "xyx."))
    assert "In 2 rows a coder has left the answer blank, which does not count here." in left
    assert "(blanks='as an answer'), it is 3 of 4, 75%." in left
    counted = words.where(of("xy..", "xyx.", blanks="as an answer"))
    assert "In 2 rows a coder has left the answer blank, which counts as an answer. Left out, it is 2 of 2" in counted
    assert "- 2: blank (Ada), x (Bo)." in counted


def test_of_three_coders_pairs_of_answers_are_counted() -> None:
    assert words.first(of("xxy", "xyy", "xxy")) == (
        "3 coders give 9 pairs of answers in 3 rows: 7 are pairs of the same, 78%. All who answered agree on 2 of 3 rows."
    )
    assert "they would agree on" in words.chance(of("xxy", "xyy", "xxy"))
    assert "Cohen's kappa" not in words.numbers(of("xxy", "xyy", "xxy"))
    assert "the answers of each coder a thousand times" in words.chance(of("xxy", "xyy", "xxy"))


@pytest.mark.parametrize(
    ("coders", "said"),
    [
        (("xyxy", "yxyx"), "Cohen's kappa is −1.00: they agree less often than the 50% that chance gives."),
        (("xxyy", "xyxy"), "Cohen's kappa is 0.00: from what chance gives, 50%, to full agreement, 100%, they come 0% of"),
        (("xxyy", "xxyy"), "Cohen's kappa is 1.00"),
        (("xxx", "xxx"), "All have one answer only, “x”: chance gives 100% too, so there is no kappa and no alpha."),
        (("xxyy", "xxyy"), "No row differs, so no draw does. That does not show that none ever would: even coders who differ on 53% of all rows agree on 4 rows by luck, once in 20 times."),
        (("x", "x"), "1 row is few: one row alone is 100 of the 100 points"),
        (("xy" * 30, "xy" * 30), "in 95 of 100 draws the share is 100%, kappa is 1.00 and alpha is 1.00."),
        (("xxyy", "xxyx"), "Of answers in 2 rows at most, these numbers say next to nothing: “y”."),
    ],
)  # fmt: skip
def test_what_the_numbers_mean_is_said(coders: tuple[str, ...], said: str) -> None:
    assert said in words.numbers(of(*coders))


def test_many_rows_are_not_called_few() -> None:
    assert "few" not in words.numbers(of("xy" * 30, "xy" * 29 + "xx"))


def test_chance_is_shown_before_any_formula() -> None:
    found = of("xxyy", "xxyx")
    assert not [name for name in ("kappa", "alpha") if name in found.chance.text]
    assert str(found.numbers) == words.numbers(found)
    assert "Cohen&#x27;s kappa" in found.numbers._repr_html_() or "Cohen's kappa" in found.numbers._repr_html_()


@pytest.mark.parametrize(
    ("one", "other", "measure", "said"),
    [
        ([1, 2, 3], [1, 2, 5], "interval", "the farther apart, the more different"),
        ([1, 2, 3], [1, 2, 5], "ordinal", "next to each other counts as less different than far apart"),
        (["a;b", "a"], ["a", "a"], "sets", "two that share one of two names are half different"),
        (["a", "b"], ["a", "a"], "nominal", "Here two answers are the same, or they are not."),
    ],
)
def test_what_counts_as_different_is_said(one: list[Any], other: list[Any], measure: str, said: str) -> None:
    assert said in words.numbers(course.agreement(pd.Series(one), pd.Series(other), measure=measure))


def test_a_gap_on_a_scale_has_no_alpha_and_the_text_says_what_to_do() -> None:
    found = course.agreement(pd.Series([1, 2, None]), pd.Series([1, 3, 4]), measure="interval", blanks="as an answer")
    assert (found.alpha, found.kappa) == (None, None)
    assert "A gap has no place on a scale, so there is no alpha" in found.text


def test_answers_that_are_often_mixed_up_are_named() -> None:
    assert "Beside each other more than once: “x” and “y” (2 rows)." in words.where(of("xxyy", "yxxy"))


def test_the_caption_says_where_it_comes_from(case: Case) -> None:
    found = course.agreement(case.statements, case.codings["second-reader"]["statements"], on="mode")
    assert found.chart.caption.startswith(
        "Source: the column mode of our coding and second-reader, paragraphs 1, 2, 3,"
    )
    assert found.chance.caption == (
        "Source: the column mode of second-reader, shuffled with the seed 8, so that it is the same each time."
    )
    assert of("xy", "xy").chart.caption == "Source: the column answers of Ada and Bo."


@pytest.mark.parametrize(
    ("shares", "said"),
    [
        ([0.2, 0.4], "None of the 2 shuffles reaches the 50% of the coders."),
        ([0.2, 0.5], "1 of the 2 shuffles reaches the 50% of the coders or more."),
        ([0.6, 0.5], "2 of the 2 shuffles reach the 50% of the coders or more."),
    ],
)
def test_how_many_shuffles_do_as_well_is_said(shares: list[float], said: str) -> None:
    found = of("xxyy", "xyxy")
    object.__setattr__(found, "shuffles", np.array(shares))
    assert said in words.chance(found)


def test_without_its_package_alpha_is_told_where_it_is_to_be_had(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(measures, "has_alpha", lambda: False)
    said = words.numbers(of("xxyy", "xxyx"))
    assert "Cohen's kappa is" in said
    assert words.NO_ALPHA in said
    assert "gap" not in said
