"""What is wrong about a sum: each objection with its mentions, the gravest first, and none where nothing is."""

from __future__ import annotations

from typing import Any

import pytest

from course.numbers.bounds import bounded
from course.numbers.mentions import rows_of
from course.numbers.objections import MOST_ALIKE, Objection, objections
from tests.flood import counts
from tests.invented import table


def of(*names: str) -> list[Objection]:
    return list(objections(bounded(rows_of(counts(*names)))))


def made(*rows: dict[str, Any]) -> list[str]:
    return [each.message for each in objections(bounded(rows_of(table("counts", *rows))))]


@pytest.mark.parametrize(
    ("names", "kinds", "forbids"),
    [
        (("c1",), [], False),
        (("c1", "c2"), ["replaced"], False),
        (("c2", "c3"), ["different things"], False),
        (("c3", "c4"), ["different units", "different things"], True),
        (("c4", "c5"), ["overlap"], False),
        (("c7", "c8"), ["no sum"], True),
        (("c9", "c10"), ["rivals"], True),
    ],
)
def test_the_gravest_comes_first_and_some_forbid_a_sum(names: tuple[str, ...], kinds: list[str], forbids: bool) -> None:  # noqa: FBT001 - a table
    found = of(*names)
    assert [each.kind for each in found] == kinds
    assert any(each.forbids for each in found) is forbids
    assert all(each.message.endswith((".", "?")) for each in found)


@pytest.mark.parametrize(
    ("names", "said"),
    [
        (("c1", "c2"), "Replaced: “Dead in the evening” takes the place of “Dead at noon”. Only the later one counts."),
        (("c3", "c6"), "Different units: people missing; damage, in euros. They cannot be added to one number."),
        (("c7", "c8"), "No sum: numbers in per cent do not add up, for each is a share of a whole of its own."),
        (
            ("c9", "c10"),
            (
                "Rivals: “Marchers by the police” and “Marchers by the organisers” count the same, each in its own way. "
                "Both allow 350 to 400. One or the other allows at least 300, no limit above."
            ),
        ),
    ],
)
def test_what_is_wrong_is_said_in_the_words_of_the_case(names: tuple[str, ...], said: str) -> None:
    assert of(*names)[0].message == said


def test_rivals_that_do_not_meet_allow_no_number_and_their_two_ranges() -> None:
    rows = [{"number": 300, "rival": "c2"}, {"number": 900, "number_to": 950, "hedge": "between", "rival": "c1"}]
    [said] = made(*rows)
    assert said.endswith("Both allow no number. One or the other allows 300 or 900 to 950."), "each pair is told once"


def test_rivals_in_different_units_say_nothing_of_a_range() -> None:
    rows = [{"number": 30, "rival": "c2"}, {"number": 9, "unit": "per cent"}]
    assert made(*rows)[1].endswith("each in its own way. Choose one.")


def test_a_total_beside_others_may_hold_them() -> None:
    total = {"number": 30, "measure": "total", "label": "All boats"}
    assert "Total: “All boats” is a total. The others may be in it and would count twice." in made(total, {"number": 4})
    part = {"number": 4, "overlaps_with": "c1", "overlap": "part", "label": "Ferries"}
    assert "Overlap: “Ferries” is a part of “All boats” and would count twice." in made(total, part)
    assert not any(said.startswith("Total:") for said in made(total, part)), "it is told as a part"
    assert made(total) == []


def test_two_that_are_the_same_and_one_thing_are_told_once() -> None:
    same = {"number": 4, "overlaps_with": "c1", "overlap": "same"}
    assert made({"number": 4, "thing": "hulls"}, {**same, "thing": "hulls"}) == [
        "Overlap: “c1” and “c2” speak of the same boats, which would count 2 times."
    ]
    assert made({"number": 4}, same) == ["Overlap: “c2” and “c1” are the same and would count twice."]


def test_many_of_one_kind_are_counted() -> None:
    rows = [{"number": 1, "thing": f"t{number // 2}"} for number in range(2 * MOST_ALIKE + 6)]
    said = made(*rows)
    assert len(said) == MOST_ALIKE + 1
    assert said[-1] == "Overlap: and 3 more such objections."
    many = made(*({"number": 1, "thing": "one"} for _ in range(9)))
    assert many == [
        "Overlap: “c1”, “c2” and “c3” and 6 others speak of the same boats, which would count 9 times.",
    ]
