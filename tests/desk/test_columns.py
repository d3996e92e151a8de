"""The columns of the desk come from the schema and the vocabularies, and nothing of them stands in code."""

from __future__ import annotations

from course.desk.columns import LEFT_OUT, MORE, TABLE, columns, fits, judged
from course.desk.propose import propose
from course.schema import schema
from course.vocabulary import remember, vocabulary


def test_every_column_of_the_schema_is_there_or_left_out_with_a_reason() -> None:
    assert {field["name"] for field in schema(TABLE)["fields"]} == {*columns(), *LEFT_OUT}
    assert set(columns()) >= MORE


def test_a_column_with_a_vocabulary_is_a_menu_with_the_meaning_of_each_word() -> None:
    status = columns()["status"]
    assert status.kind == "menu"
    assert status.meanings == {key: row["meaning"] for key, row in vocabulary("statuses").items()}
    options = dict(status.control().options)
    assert options.pop("") == "choose …"
    assert options == {key: row["plural"] or row["word"] for key, row in vocabulary("statuses").items()}
    assert status.said("present") == "present"
    assert columns()["hedge"].said("bare") == "no hedge"


def test_other_columns_take_numbers_names_other_rows_or_words() -> None:
    kinds = {name: column.kind for name, column in columns().items()}
    assert kinds["number"] == kinds["number_to"] == "number"
    assert kinds["source"] == kinds["whose"] == "names"
    assert kinds["thing"] == kinds["rival"] == kinds["revises"] == kinds["overlaps_with"] == "row"
    assert kinds["what"] == kinds["label"] == "words"


def test_judged_are_words_from_lists_and_numbers() -> None:
    assert judged() == [
        "number", "number_to", "unit", "hedge", "status", "measure", "stock_flow", "voice", "overlap",
    ]  # fmt: skip


def test_needed_is_what_no_row_can_do_without_and_the_desk_does_not_fill() -> None:
    assert {name for name, column in columns().items() if column.is_needed} == {
        "what", "unit", "status", "stock_flow", "voice",
    }  # fmt: skip


def test_the_page_gets_what_a_column_asks() -> None:
    said = columns()["source"].to_json()
    assert said["asks"] == "The actor who says so, or several with semicolons between them."
    assert not said["isMore"]
    assert columns()["rival"].to_json()["isMore"]


def test_a_word_that_only_one_case_has_is_offered_for_no_other_text() -> None:
    remember("a-case-of-boats", {"units": {"boats": {"like": "things", "word": "boat", "plural": "boats"}}})
    try:
        assert "boats" in vocabulary("units")
        assert "boats" not in columns()["unit"].meanings
        assert not fits("unit", "boats")
        assert fits("what", "boats")
        assert propose("There were about 30 boats.", 11, 25).cells["unit"] == "things"
    finally:
        remember("a-case-of-boats", {})
