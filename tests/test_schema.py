"""The schemas stand once, and name only what is there."""

from __future__ import annotations

import pytest

from course.content import ContentError
from course.schema import EVIDENCE, SAME, TABLES, coded, schema
from course.vocabulary import vocabulary


@pytest.mark.parametrize("table", TABLES)
def test_each_table_has_a_key_and_evidence_and_points_to_what_is_there(table: str) -> None:
    fields = {field["name"]: field for field in schema(table)["fields"]}
    assert next(iter(fields)) == schema(table)["primaryKey"][0]
    assert all(fields[name]["constraints"]["required"] for name in EVIDENCE)
    for field in fields.values():
        assert field["description"].endswith(".")
        assert "vocabulary" not in field or vocabulary(field["vocabulary"])
        if "items" in field:
            target, key = field["items"].split(".")
            assert schema(target)["primaryKey"] == [key]
    for each in schema(table).get("foreignKeys", []):
        assert each["fields"] in fields
        assert schema(each["reference"]["resource"] or table)["primaryKey"] == [each["reference"]["fields"]]


def test_counts_have_the_columns_of_troops_and_more() -> None:
    troops, counts = ({field["name"] for field in schema(table)["fields"]} for table in ("troops", "counts"))
    assert troops - counts == {"force"}
    assert counts - troops == {"thing", "what", "unit", "number_to", "revises", "rival", "proposed"}


def test_a_table_that_is_none_is_told_with_the_nearest() -> None:
    with pytest.raises(ContentError, match="'trops' is not a table of a case. Did you mean 'troops'?"):
        schema("trops")


def test_what_ties_cases_has_a_schema_and_is_no_table_of_a_case() -> None:
    assert [field["name"] for field in schema(SAME)["fields"]] == ["key", "case", "table", "row", "sum", "note"]
    assert SAME not in TABLES


def test_a_coder_needs_only_a_key_and_evidence_and_can_name_several_rows() -> None:
    fields = {field["name"]: field for field in coded("troops")["fields"]}
    needed = {name for name, field in fields.items() if field.get("constraints", {}).get("required")}
    assert needed == {"mention", *EVIDENCE}
    assert fields["whose"]["items"] == "actors.actor"
    assert ";" in fields["whose"]["constraints"]["pattern"]
    assert fields["same_as"]["items"] == "troops.mention"
    assert "foreignKeys" not in coded("troops")
