"""The charts of a report: bars that are as long as they say, and everything said in words too."""

from __future__ import annotations

import re

import pytest

from course.page.html import Html
from course.teach.collect import bars


@pytest.mark.parametrize(
    ("parts", "of", "drawn"),
    [
        ([("first", 1), ("later", 1)], 4, [("first", "0%", "25%"), ("later", "25%", "25%")]),
        ([("first", 3), ("later", 0), ("notyet", 1)], 4, [("first", "0%", "75%"), ("notyet", "75%", "25%")]),
        ([("first", 3), ("notyet", 9)], 4, [("first", "0%", "75%"), ("notyet", "75%", "25%")]),
        ([("first", -1), ("met", 1)], 1, [("met", "0%", "100%")]),
        ([("first", 1)], 3, [("first", "0%", "33.33%")]),
        ([("met", 0)], 0, []),
        ([], 5, []),
    ],
)
def test_parts_lie_behind_one_another_and_stay_in_the_line(
    parts: list[tuple[str, int]], of: int, drawn: list[tuple[str, str, str]]
) -> None:
    found = re.findall(r'<rect class="bar-(\w+)" x="([^"]+)" y="0" width="([^"]+)"', bars.strip(parts, of))
    assert found == drawn


def test_a_bar_has_no_style_of_its_own_and_says_nothing_to_a_screen_reader() -> None:
    made = bars.strip([("first", 1)], 2)
    assert 'aria-hidden="true"' in made
    assert "style" not in made


def test_a_legend_says_what_each_tone_means() -> None:
    made = bars.legend(["first", "notyet"])
    assert "right at the first try" in made
    assert "not yet" in made
    assert "not tried" not in made


def test_a_figure_has_its_sentence_its_rows_and_a_table_to_open() -> None:
    made = bars.figure("How <many>.", Html("<ol></ol>"), [["Question", "right"], ["3.1", "4"]], name="the-table")
    assert made.startswith("<figure><figcaption>How &lt;many&gt;.</figcaption>")
    assert "<ol></ol>" in made
    assert '<details id="the-table" class="as-table"><summary>The same as a table</summary>' in made
    assert '<th scope="row">3.1</th><td>4</td>' in made
    assert '<th scope="col">Question</th>' in made


def test_what_a_table_holds_is_escaped() -> None:
    assert "<script>" not in bars.table(["<script>"], ["<script>", "<script>"])
