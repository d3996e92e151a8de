"""What the files of a case hold, as text."""

from __future__ import annotations

import csv
import io
import json

from course.schema import CODING, schema
from course.writing import csv_text, json_text, table_text


def test_a_table_has_each_column_of_its_schema_and_blanks_where_a_row_has_nothing() -> None:
    (row,) = csv.DictReader(io.StringIO(table_text("actors", [{"actor": "x", "name": 'The "X", a firm'}])))
    assert list(row) == [field["name"] for field in schema("actors")["fields"]]
    assert (row["name"], row["kind"]) == ('The "X", a firm', "")


def test_that_of_a_coder_has_the_columns_of_a_coding_too() -> None:
    head = table_text("counts", [], is_coded=True).strip().split(",")
    assert head[-len(schema(CODING)["fields"]) :] == ["same_as", "note"]


def test_other_columns_and_objects_are_written_as_they_are() -> None:
    assert csv_text(["a", "b"], [{"a": "é"}]) == "a,b\né,\n"
    assert json.loads(json_text({"é": [1]})) == {"é": [1]}
    assert "é" in json_text({"é": 1})
