"""Who is named, and who speaks: an open circle for the one, a filled one for the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

import course
from course.figures.style import ACCENT, CARD
from tests.invented import ferry

if TYPE_CHECKING:
    from course.case import Case
    from course.figures.chart import Chart


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


def chart(*, statements: int = 2, actors: int = 2) -> Chart:
    """A chart of Ada, who speaks in as many paragraphs as there are statements, and of others who never do."""
    rows: list[dict[str, object]] = [{"actor": "ada", "name": 'Ada "A" Lee', "wording": "she says"}]
    rows += [{"actor": f"n{at:02}", "name": f"N{at:02}", "kind": "group", "paragraph": 2} for at in range(1, actors)]
    said = [{"speaker": "ada", "paragraph": at, "wording": f"w{at}"} for at in range(1, statements + 1)]
    return course.charts.who_is_quoted(ferry(actors=rows, statements=said))


def test_each_mark_says_what_it_rests_on_and_bears_the_key_of_its_actor() -> None:
    _, named, speaks = chart().picture.traces
    assert (named["ids"], speaks["ids"]) == (["ada", "n01"], ["ada"])
    assert named["customdata"] == [
        'Ada "A" Lee: named in 2, speaks in 2<br>first in ¶1 “she says”',
        "N01: named in 1<br>first in ¶2 “some words”",
    ]
    assert speaks["customdata"] == ['Ada "A" Lee speaks<br>¶1 “w1”<br>¶2 “w2”']


def test_of_very_many_statements_the_first_are_shown_and_the_rest_is_counted() -> None:
    for number, more in ((20, []), (21, ["and 1 more"]), (23, ["and 3 more"])):
        [told] = chart(statements=number).picture.traces[2]["customdata"]
        assert told.split("<br>")[1:] == [*(f"¶{at} “w{at}”" for at in range(1, 21)), *more]


def test_an_open_circle_with_its_words_lies_over_the_bar_and_a_filled_one_is_as_large() -> None:
    bar, named, speaks = chart().picture.traces
    assert (bar["mode"], named["mode"], speaks["mode"]) == ("lines", "markers+text", "markers")
    assert (named["name"], speaks["name"], named["textposition"]) == ("named", "speaks", "middle right")
    edge = named["marker"]["line"]
    assert (bar["name"], bar["line"]["color"], bar["line"]["width"]) == ("span", edge["color"], edge["width"])
    assert bar["line"]["width"] == 2
    assert (named["marker"]["color"], speaks["marker"]["color"]) == (CARD, ACCENT)
    assert named["marker"]["size"] == speaks["marker"]["size"] == named["textfont"]["size"] + 1, (
        "it stands beside its words"
    )
    assert (named["cliponaxis"], speaks["cliponaxis"]) == (False, False), "a mark at the edge is whole"


def test_the_axis_begins_before_nothing_and_leaves_room_for_the_words() -> None:
    layout = chart(statements=10).picture.layout
    first, last = layout["xaxis"]["range"]
    assert -0.5 < first < 0, "a circle at 0 is whole"
    assert last == 10 * 1.8 + 1, "the words of the longest row are nearly as wide as its bar"
    assert layout["xaxis"]["title"]["text"] == "paragraphs"
    assert layout["xaxis"]["fixedrange"] is True
    assert layout["title"]["text"] == "Who is named, and who speaks?"
    assert "paragraphs in which it speaks" in layout["title"]["subtitle"]["text"]
    assert layout["yaxis"]["ticktext"] == ['Ada "A" Lee', "N01"]
    assert layout["yaxis"]["range"][1] == -0.6, "the first row is not cut off"
    assert course.charts.who_is_quoted(ferry()).picture.layout["xaxis"]["range"] == [first, 1]


def test_an_axis_of_many_paragraphs_has_few_marks() -> None:
    assert chart(statements=30).picture.layout["xaxis"]["dtick"] == 2
    many = chart(statements=31).picture.layout["xaxis"]
    assert (many["nticks"], "dtick" in many) == (6, False)


def test_each_row_makes_the_picture_higher_and_none_makes_it_as_high_as_one() -> None:
    none, one, two = (course.charts.who_is_quoted(ferry()), chart(actors=1), chart(actors=2))
    heights = [each.picture.layout["height"] for each in (none, one, two)]
    assert heights[0] == heights[1] == heights[2] - 30
    assert heights[0] == 208, "title, key and axis take 178 pixels"


def test_of_very_many_actors_those_are_drawn_that_most_paragraphs_name() -> None:
    many = chart(actors=72)
    assert len(many.picture.traces[1]["x"]) == 70
    assert many.text.endswith("Drawn: the 70 actors that most paragraphs name. 2 more are left out.")
    silent = ", ".join(f"N{at:02}" for at in range(1, 21))
    assert f"- Named, and never a speaker: {silent}, and 51 more." in many.text


def test_where_all_speak_nobody_is_silent() -> None:
    assert chart(actors=1).text.endswith("- Named, and never a speaker: nobody.")


def test_the_table_says_the_same_and_the_caption_its_source() -> None:
    made = chart()
    assert made.caption == "Source: all tables of the case “A ferry” that name an actor."
    assert made.table.to_dict("records") == [
        dict(zip(made.table, row, strict=True))
        for row in (['Ada "A" Lee', "person", 2, 2, "no"], ["N01", "group", 1, 0, "no"])
    ]
    assert list(made.table)[1:4] == ["kind", "paragraphs that name it", "paragraphs in which it speaks"]
    assert str(made.table["actor"].dtype) == "string"
