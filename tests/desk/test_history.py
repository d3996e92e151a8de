"""Each step can be undone and done again."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from course.desk.coding import Coding
from course.desk.history import MOST_STEPS, History

START = Coding("Ada")


def step(number: int) -> Coding:
    """The coding after a step."""
    return Coding(f"Ada {number}")


def test_a_step_that_changes_nothing_is_none() -> None:
    assert History(START).do(START) == History(START)
    assert History(START).undo() == History(START).redo() == History(START)


@given(st.lists(st.integers(0, 50), max_size=30), st.integers(0, 40))
def test_what_is_undone_comes_back_when_it_is_done_again(numbers: list[int], back: int) -> None:
    history = History(START)
    for number in numbers:
        history = history.do(step(number))
    gone = history
    for _ in range(back):
        gone = gone.undo()
    for _ in range(back):
        gone = gone.redo()
    assert gone == history


def test_a_new_step_ends_what_was_undone_and_the_oldest_are_let_go() -> None:
    history = History(START).do(step(1)).undo().do(step(2))
    assert history.redo() == history
    assert history.undo().now == START
    for number in range(MOST_STEPS + 10):
        history = history.do(step(number))
    assert len(history.before) == MOST_STEPS
    assert history.closed() == History(history.now)
