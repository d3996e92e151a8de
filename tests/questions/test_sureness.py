"""What has changed, and how well sureness fits: told when the task after is done, in words that fit the numbers."""

from __future__ import annotations

import pytest

from course.questions import sureness
from course.questions.record import SURE, Record
from course.questions.sureness import FITS, FITS_NOT, GUESS, compare, waiting
from course.questions.task_file import AFTER, BEFORE
from tests.questions.tasks import filled, record


def test_nothing_is_told_until_the_task_after_is_done() -> None:
    half = {name: value for name, value in filled(AFTER, 3).items() if name != "done"}
    for some in (Record(), record(filled(BEFORE, 3), None), record(filled(BEFORE, 3), half)):
        assert compare(some) is None
    assert waiting(Record()) == ""
    assert waiting(record(filled(BEFORE, 3), half)) == sureness.WAITING
    assert waiting(record(filled(BEFORE, 3), filled(AFTER, 3))) == ""


def test_each_item_is_told_before_and_after_with_how_sure_one_was() -> None:
    change = compare(record(filled(BEFORE, 1, "1"), filled(AFTER, 6, "5")))
    assert change is not None
    first, second, *_ = change.rows()
    assert first == ["the largest number that fits", "✓ I am guessing", "✓ I am certain"]
    assert second == ["who says so", "✗ I am guessing", "✓ I am certain"]
    assert "who says so: before ✗ I am guessing, after ✓ I am certain" in str(change)
    assert change.sentences()[0] == "You were right in 1 of 6 before, and in 6 of 6 after."


def test_without_the_task_before_there_is_nothing_to_compare() -> None:
    change = compare(record(None, filled(AFTER, 4)))
    assert change is not None
    assert [row[1] for row in change.rows()] == ["–"] * 6
    assert change.sentences()[0].startswith("You were right in 4 of 6. The task before was not done")
    begun = {name: value for name, value in filled(BEFORE, 6).items() if name != "done"}
    assert compare(record(begun, filled(AFTER, 4))) == change, "one that was not ended does not count"


@pytest.mark.parametrize(
    ("before", "after", "said", "not_said"),
    [
        ((0, "1"), (6, "5"), ["Quite sure or certain: 6 of 6 answers right.", "Guessing or not sure: 0 of 6 answers right.", FITS], [FITS_NOT]),
        ((6, "2"), (3, "4"), ["Quite sure or certain: 3 of 6 answers right.", FITS_NOT], [FITS]),
        ((3, "1"), (3, "5"), [FITS_NOT], [FITS]),
        ((3, "3"), (3, "5"), ["Quite sure or certain: 3 of 6 answers right."], [FITS, FITS_NOT, "Guessing"]),
        ((3, "3"), (3, "3"), ["These are only 12 answers"], [FITS, FITS_NOT, "Guessing", "Quite"]),
    ],
)  # fmt: skip
def test_the_words_fit_the_numbers(
    before: tuple[int, str], after: tuple[int, str], said: list[str], not_said: list[str]
) -> None:
    change = compare(record(filled(BEFORE, *before), filled(AFTER, *after)))
    assert change is not None
    text = "\n".join(change.sentences())
    assert [each for each in [*said, GUESS] if each not in text] == []
    assert [each for each in not_said if each in text.replace(FITS_NOT, "") and each != FITS_NOT] == []
    assert (FITS_NOT in text) == (FITS_NOT in said)


@pytest.mark.parametrize(("unsure", "compared"), [(["most", "source"], False), (["most", "source", "day"], True)])
def test_one_or_two_answers_are_too_few_to_compare(unsure: list[str], compared: bool) -> None:  # noqa: FBT001
    change = compare(record(None, filled(AFTER, 2, "5") | {f"{name}{SURE}": "1" for name in unsure}))
    assert change is not None
    assert (FITS_NOT in change.sentences()) == compared
    assert f"Guessing or not sure: 2 of {len(unsure)} answers right." in change.sentences()


def test_few_answers_are_said_to_be_few(monkeypatch: pytest.MonkeyPatch) -> None:
    change = compare(record(None, filled(AFTER, 4)))
    assert change is not None
    assert change.sentences()[-1] == "These are only 6 answers: one more or less changes the picture."
    monkeypatch.setattr(sureness, "FEW", 6)
    assert change.sentences()[-1] == GUESS


def test_the_picture_has_a_bar_a_step_that_was_chosen_and_the_words_say_the_same() -> None:
    mixed = filled(AFTER, 2, "5") | {f"most{SURE}": "2"}
    change = compare(record(None, mixed))
    assert change is not None
    assert change.picture() == [("I am not sure", 1, 1), ("I am certain", 1, 5)]
    html = change.to_html()
    assert 'value="1"' in html
    assert 'value="0.2"' in html
    assert "I am certain: 1 of 5 right" in html
    assert html.count("<progress") == 2
    assert "I am certain: 1 of 5 right" in str(change)


def test_the_right_answers_are_folded_away() -> None:
    change = compare(record(filled(BEFORE, 0), filled(AFTER, 0)))
    assert change is not None
    folded = change.to_html().partition("<details>")[2]
    assert "The right answers" in folded
    assert "On which day was the open day? 1 June 2019" in folded
    assert "On which day was the repair day? 8 September 2019" in folded
