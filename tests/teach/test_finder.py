"""The finder's hits and misses on expressions of the news are as the table says."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from course.cli import app
from course.finder.lists import units
from course.hedges import hedges
from course.teach.finder import Expression, expressions

EVERY = expressions()


@pytest.mark.parametrize("each", EVERY, ids=lambda each: each.text)
def test_an_expression_is_read_rightly_but_where_the_table_says_that_it_is_missed(each: Expression) -> None:
    if each.missed:
        assert each.found != each.right, f"It is no longer missed: {each.missed}. Take that out of the table."
    else:
        assert each.found == each.right


def test_the_table_holds_expressions_of_many_kinds_of_news_and_none_twice() -> None:
    assert len(EVERY) == len({each.text for each in EVERY})
    tuned, held_back = ([each for each in EVERY if each.set == name] for name in ("tuned", "held back"))
    assert len(tuned) >= 150
    assert len(held_back) >= 40
    assert sum(not each.right for each in EVERY) >= 30, "what counts nothing"
    assert max(len(each.text.split()) for each in EVERY) <= 10
    used = {(hedge, unit) for each in EVERY for _, _, hedge, unit in each.right}
    assert {hedge for hedge, _ in used} <= set(hedges())
    assert {unit for _, unit in used} <= {"", *(unit.name for unit in units())}


def test_precision_and_recall_are_printed() -> None:
    done = CliRunner().invoke(app, ["count", "--finder"])
    assert done.exit_code == 0
    line = next(line.split() for line in done.output.splitlines() if line.startswith("tuned"))
    tuned = [each for each in EVERY if each.set == "tuned"]
    found = [reading for each in tuned for reading in each.found]
    hits = sum(reading in each.right for each in tuned for reading in each.found)
    right = sum(len(each.right) for each in tuned)
    assert line[1:] == [
        *map(str, (len(tuned), right, len(found), hits)),
        f"{hits / len(found):.0%}",
        f"{hits / right:.0%}",
    ]
    assert all(each.missed in done.output for each in EVERY)
