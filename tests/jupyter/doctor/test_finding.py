"""A finding is a line on what is the matter, and a line on what helps."""

from __future__ import annotations

import pytest

from course.jupyter.doctor.finding import FINE, MEND, Finding, printable


def test_one_line_a_problem_and_one_fix_a_line() -> None:
    assert Finding(FINE, "All is well.").lines() == ["fine: All is well."]
    assert Finding(MEND, "It is not.", "Do this.").lines() == ["mend: It is not.", "  fix: Do this."]
    safe = Finding(MEND, "It is not.", "Do this.", lambda: "It was done.")
    assert safe.lines()[1] == "  fix: Do this. (course doctor --fix does it)"


def test_a_name_with_a_line_break_makes_no_second_line() -> None:
    assert Finding(MEND, "/a\nb is in the way.", "Rename /a\nb.").lines() == [
        "mend: /a b is in the way.",
        "  fix: Rename /a b.",
    ]


@pytest.mark.parametrize(
    ("encoding", "printed"),
    [
        ("utf-8", "Zoë Олена"),
        ("cp1252", "Zoë ?????"),
        ("ascii", "Zo? ?????"),
        (None, "Zo? ?????"),
    ],
)
def test_a_line_is_printed_on_every_console(encoding: str | None, printed: str) -> None:
    assert printable("Zoë Олена", encoding) == printed
    assert printable("a\udcffb", encoding) == "a?b", "a name that is no text"
