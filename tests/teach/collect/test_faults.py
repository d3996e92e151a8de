"""What is off is said in a sentence a kind."""

from __future__ import annotations

from course.teach.collect import faults
from course.teach.collect.faults import Faults


def test_nothing_is_off_at_first() -> None:
    assert Faults().sentences() == []


def test_a_kind_is_one_sentence() -> None:
    off = Faults()
    for name in ("3.1", "3.2", "3.1"):
        off.note(faults.TIME, name)
    off.note(faults.CHECKED, "3.4")
    assert off.sentences() == [
        "2 questions had a time that is none, and that was passed over: 3.1, 3.2.",
        "1 question was checked in it, and the answer is not in the notebook: 3.4.",
    ]


def test_a_million_are_counted_and_few_named() -> None:
    off = Faults()
    for number in range(1_500):
        off.note(faults.UNKNOWN, f"99.{number}")
    assert off.sentences() == [
        "1,500 answers of another version of the course: 99.0, 99.1, 99.2, 99.3, 99.4 and 1,495 more."
    ]


def test_what_is_named_is_tame() -> None:
    off = Faults()
    off.note(faults.UNKNOWN, "\x1b\n" + "x" * 500)
    assert len(off.sentences()[0]) < 120
    assert off.sentences()[0].isprintable()
