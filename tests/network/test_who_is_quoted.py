"""Who is named, and who speaks: an open circle for the one, a filled one for the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

import course
from tests.invented import ferry

if TYPE_CHECKING:
    from course.case import Case


def test_who_is_named_and_who_speaks(case: Case) -> None:
    chart = course.charts.who_is_quoted(case)
    assert chart.text.startswith("27 actors are named, 6 speak, 2 are quoted as persons.")
    assert "- Quoted: Emmanuel Macron, Jean-Yves Le Drian." in chart.text
    silent = chart.text.split("never a speaker: ")[1]
    assert all(name in silent for name in ("Ukraine", "Vladimir Putin", "Volodymyr Zelensky", "Joe Biden"))
    speaks = next(trace for trace in chart.figure.data if trace.name == "speaks")
    assert len(speaks.x) == 6
    table = chart.table.set_index("actor")
    assert (
        table.loc["Emmanuel Macron", "paragraphs in which it speaks"]
        == case.statements.query("speaker == 'macron'")["paragraph"].nunique()
    )


def test_each_actor_has_a_bar_from_where_it_speaks_to_where_it_is_named() -> None:
    actors = [
        {"actor": "ada", "name": "Ada", "quoted": True},
        {"actor": "committee", "name": "the Committee for All That Nobody Else Has Done", "kind": "group"},
    ]
    statements = [{"speaker": "ada", "paragraph": 2}, {"speaker": "ada", "paragraph": 3, "addressee": "committee"}]
    chart = course.charts.who_is_quoted(ferry(actors=actors, statements=statements))
    bars, named, speaks = chart.picture.traces
    assert (bars["x"], bars["y"]) == ([2, 3, None, 0, 2, None], [0, 0, None, 1, 1, None])
    assert (named["x"], named["y"]) == ([3, 2], [0, 1])
    assert [text.strip() for text in named["text"]] == ["named in 3, speaks in 2, quoted", "named in 2"]
    assert (speaks["x"], speaks["y"]) == ([2], [0]), "who never speaks has no filled circle"
    assert chart.picture.layout["yaxis"]["ticktext"] == ["Ada", "the Committee for All That Nobody…"]
    assert chart.text == (
        "2 actors are named, 1 speaks, 1 is quoted as a person.\n- Quoted: Ada.\n- Ada: named in 3, speaks in 2, quoted.\n"
        "- Named, and never a speaker: the Committee for All That Nobody Else Has Done."
    )
    assert list(chart.table["quoted"]) == ["yes", "no"]


def test_nobody_is_said() -> None:
    silent = course.charts.who_is_quoted(ferry(actors=[{"actor": "ada"}]))
    assert silent.text == (
        "1 actor is named, 0 speak, 0 are quoted as persons.\n- Quoted: nobody.\n- Named, and never a speaker: ada."
    )
    assert course.charts.who_is_quoted(ferry()).text == "There is no actor to draw."
