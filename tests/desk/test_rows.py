"""The rows of a coding as tables of a case."""

from __future__ import annotations

from dataclasses import replace

from course.desk.coding import Actor, Coding, Row
from course.desk.rows import actors, counts, label, records

ONE = Row(
    "r1",
    1,
    0,
    13,
    "More than 100",
    {"what": "Boats", "number": "100", "hedge": "more than", "source": "The police; Mayor X"},
)
SAME = Row("r2", 2, 0, 5, "Dozens", {"what": "ships", "thing": "r1", "hedge": "dozens"})
OTHER = Row("r3", 2, 9, 12, "20", {"what": "boats", "label": "Small boats"})


def test_rows_have_names_labels_things_and_keys_of_actors() -> None:
    first, second, third = records([ONE, SAME, OTHER])
    assert (first["mention"], first["thing"], first["label"]) == ("r1", "boats", "Boats (paragraph 1)")
    assert first["source"] == "the-police;mayor-x"
    assert second["thing"] == "boats"
    assert (third["thing"], third["label"]) == ("boats-r3", "Small boats")
    assert label(Row("r1", 4, 0, 1, "a wording")) == "a wording (paragraph 4)"


def test_rows_that_count_the_same_in_a_circle_are_one_thing() -> None:
    circle = [
        Row("r1", 1, 0, 1, "a", {"what": "x", "thing": "r2"}),
        Row("r2", 1, 2, 3, "b", {"what": "y", "thing": "r1"}),
    ]
    assert {each["thing"] for each in records(circle)} == {"x"}


def test_a_mention_has_numbers_and_blanks() -> None:
    made = counts([ONE, SAME, replace(SAME, cells={"number": "2.5"}), replace(SAME, cells={"number": "two"})])
    assert [row["number"] for row in made] == [100, None, 2.5, None]
    assert [row["hedge"] for row in made] == ["more than", "dozens", None, None]
    assert {type(row["paragraph"]) for row in made} == {int}
    assert {row["status"] for row in made} == {None}
    assert counts([]) == []


def test_an_actor_rests_on_its_name_in_the_text_or_else_on_the_row() -> None:
    coding = Coding("Ada", (ONE,), {"the-police": Actor("police", "true"), "mayor-x": Actor("person", "false")})
    police, mayor = actors(coding, {1: "Nothing here.", 2: "Yesterday the police, it said."})
    assert police == {
        "actor": "the-police", "name": "The police", "kind": "police", "role": "named in paragraph 2",
        "quoted": "true", "paragraph": "2", "wording": "the police",
    }  # fmt: skip
    assert (mayor["quoted"], mayor["paragraph"], mayor["wording"]) == ("false", "1", "More than 100")
