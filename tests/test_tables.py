"""Tables read from CSV: each column of its type, each mistake told by file, row and column."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pandas as pd
import pytest

import course
from course.content import ContentError
from course.tables import pointed, read_sheet, read_table, records
from tests.changing import change

if TYPE_CHECKING:
    from pathlib import Path

    from course.case import Case

BOATS: dict[str, Any] = {
    "name": "boats",
    "path": "boats.csv",
    "schema": {
        "fields": [
            {"name": "boat", "type": "integer"},
            {"name": "length", "type": "number"},
            {"name": "built", "type": "date"},
            {"name": "rig", "type": "string", "constraints": {"enum": ["sloop", "ketch", "yawl"]}},
            {"name": "sister", "type": "integer"},
        ],
        "foreignKeys": [{"fields": "sister", "reference": {"resource": "", "fields": "boat"}}],
    },
}
"""A table about something else: its keys are numbers, and one of its columns points into it."""


def boats(folder: Path, *rows: str) -> pd.DataFrame:
    (folder / "boats.csv").write_text("\n".join(["boat,length,built,rig,sister", *rows]), encoding="utf-8")
    return read_table(folder, BOATS)


def test_the_tables_have_the_types_of_the_schema(case: Case) -> None:
    troops = case.troops
    assert str(troops["number"].dtype) == "Int64"
    assert str(troops["mention"].dtype) == "string"
    assert troops["status"].cat.ordered
    assert list(troops["status"].cat.categories) == ["present", "existing", "announced", "proposed"]
    assert str(case.actors["quoted"].dtype) == "boolean"
    assert str(case.places["latitude"].dtype) == "Float64"
    assert case.events.set_index("event").loc["e15", "start"] == pd.Timestamp("2022-02-03")


def test_a_blank_is_a_blank_and_not_a_zero(case: Case) -> None:
    build_up = case.troops.set_index("mention").loc["m1", "number"]
    assert build_up is pd.NA


def test_a_table_without_rows_has_its_columns_and_their_types(tmp_path: Path) -> None:
    table = boats(tmp_path)
    assert table.empty
    kinds = [str(kind).partition("[")[0] for kind in table.dtypes]
    assert kinds == ["Int64", "Float64", "datetime64", "category", "Int64"]
    assert records(table) == []


def test_the_words_of_a_list_are_in_its_order_and_not_in_that_of_the_alphabet(tmp_path: Path) -> None:
    table = boats(tmp_path, "1,9.5,1990-05-01,yawl,", "2,,,sloop,1", "3,7,,ketch,")
    assert list(table.sort_values("rig")["boat"]) == [2, 3, 1]


def test_records_are_the_rows_as_dictionaries(tmp_path: Path) -> None:
    first, second = records(boats(tmp_path, "1,9.5,1990-05-01,yawl,2", "2,,,sloop,"))
    assert first == {"boat": 1, "length": 9.5, "built": pd.Timestamp("1990-05-01"), "rig": "yawl", "sister": 2}
    assert [name for name, value in second.items() if pd.isna(value)] == ["length", "built", "sister"]


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        ("troops.csv", ",present,,stock,russia,ukraine-border", ",presnt,,stock,russia,ukraine-border",
         "troops.csv, row 2, status: 'presnt' is not among the statuses. Did you mean 'present'?"),
        ("troops.csv", ",100000,", ",100 000,",
         "troops.csv, row 3, number: '100 000' is not a whole number such as 4000"),
        ("troops.csv", "m2,russian-troops", "m1,russian-troops", "troops.csv, row 3, mention: 'm1' is in a row before"),
        ("troops.csv", ",russia,ukraine-border,", ",rusia,ukraine-border,",
         "troops.csv, row 2, whose: 'rusia' is not in actors.csv. Did you mean 'russia'?"),
        ("troops.csv", ",,m2,same,1,", ",,m99,same,1,", "overlaps_with: 'm99' is not in troops.csv"),
        ("troops.csv", "military buildup on the Ukrainian border", "", "troops.csv, row 2, wording: this must not be blank"),
        ("actors.csv", ",true,1,", ",yes,1,", "actors.csv, row 2, quoted: 'yes' is not true or false"),
        ("events.csv", "2022-02-02", "2022-02-31", "events.csv, row 3, start: '2022-02-31' is not a day of the calendar"),
        ("places.csv", "44.43", "94.43", "latitude: '94.43' is above 90"),
        ("numbers.csv", "n1,2,", "n1,-2,", "numbers.csv, row 2, number: '-2' is below 0"),
        ("numbers.csv", "item,number", "item,amount", "numbers.csv: the column 'number' is missing"),
        ("numbers.csv", "paragraph,wording\n", "paragraph,wording,more\n", "numbers.csv, row 2: this row has 8 values, the header has 9 columns"),
        ("numbers.csv", ",2,between the two leaders", ",2,between,the two leaders", "numbers.csv, row 2: this row has 9 values, the header has 8 columns"),
        ("numbers.csv", "n2,", "\nn2,", "numbers.csv, row 3: this row has no value"),
        ("numbers.csv", "n3,600,", "n3," + "9" * 30 + ",", "of at most 15 digits"),
    ],
)  # fmt: skip
def test_a_broken_table_says_where_and_what(pack: Path, file: str, old: str, new: str, said: str) -> None:
    change(pack / file, old, new)
    with pytest.raises(ContentError, match=re.escape(said)):
        course.load(pack)


def test_a_column_that_is_not_declared_is_told_with_the_nearest(tmp_path: Path) -> None:
    (tmp_path / "boats.csv").write_text("boat,length,built,rig,sister,rigs\n", encoding="utf-8")
    with pytest.raises(ContentError, match="the column 'rigs' is not in the schema. Did you mean 'rig'?"):
        read_table(tmp_path, BOATS)


def point_to(folder: Path, resource: dict[str, Any], *rows: str) -> list[str]:
    boats(folder, *rows)
    sheet = read_sheet(folder, resource)
    return [str(problem) for problem in pointed(sheet, {"boats": sheet.rows["boat"]}).problems]


def test_a_key_may_be_a_number_and_a_blank_points_nowhere(tmp_path: Path) -> None:
    assert point_to(tmp_path, BOATS, "1,,,,2", "2,,,,") == []
    said = ["boats.csv, row 2, sister: '7' is not in boats.csv. Valid are: '1'."]
    assert point_to(tmp_path, BOATS, "1,,,,7", ",9,,,") == said


def test_a_key_to_a_table_that_a_case_does_not_have_is_not_held_against_it(tmp_path: Path) -> None:
    key = {"fields": "sister", "reference": {"resource": "yards", "fields": "yard"}}
    assert point_to(tmp_path, {**BOATS, "schema": {**BOATS["schema"], "foreignKeys": [key]}}, "1,,,,7") == []


def test_a_file_in_another_encoding_is_named(pack: Path) -> None:
    text = (pack / "actors.csv").read_text(encoding="utf-8")
    letter = "\N{LATIN SMALL LETTER Y WITH ACUTE}"
    (pack / "actors.csv").write_bytes(text.replace("Zelensky", f"Zelensk{letter}").encode("latin-1"))
    with pytest.raises(ContentError, match=r"actors\.csv: byte \d+ is not UTF-8"):
        course.load(pack)


def test_a_file_saved_by_a_spreadsheet_with_a_byte_order_mark_loads(pack: Path, case: Case) -> None:
    raw = (pack / "troops.csv").read_bytes()
    (pack / "troops.csv").write_bytes(b"\xef\xbb\xbf" + raw.replace(b"\n", b"\r\n"))
    pd.testing.assert_frame_equal(course.load(pack).troops, case.troops)


def test_a_table_that_is_not_one_is_named(pack: Path) -> None:
    (pack / "troops.csv").write_text("", encoding="utf-8")
    with pytest.raises(ContentError, match=r"troops\.csv: this is not a table"):
        course.load(pack)


def test_a_row_that_is_blank_is_told_once_and_not_by_each_of_its_columns(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match=r"^boats.csv, row 3: this row is blank. Delete it. So in 2 rows: also 4.$"):
        boats(tmp_path, "1,,,,", ",,,,", ",,,,")


def test_a_sheet_gives_the_rows_whose_cells_are_as_declared(tmp_path: Path) -> None:
    rows = "boat,length,built,rig,sister\n1,9,,yawl,\n2,long,,ketch,\n3,7\n"
    (tmp_path / "boats.csv").write_text(rows, encoding="utf-8")
    sheet = read_sheet(tmp_path, BOATS)
    assert [str(problem) for problem in sheet.problems] == [
        "boats.csv, row 4: this row has 2 values, the header has 5 columns.",
        "boats.csv, row 3, length: 'long' is not a number such as 44.43.",
    ]
    assert list(sheet.each("boat", "length")) == [(2, 1, 9.0)]
    assert list(sheet.each("boat", "rig")) == [(2, 1, "yawl"), (3, 2, "ketch")]
    assert list(sheet.each("boat", "colour")) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("boat;length;built;rig;sister\n", "semicolons are between the columns"),
        ("Boats of the club,,\nboat,length,built\n", "the names of the columns are in row 2"),
        ("name,colour\n", "the first row has none of the names of the columns. They are: boat, length, built, rig, sister."),
        ('"boat,length"\n"1,2"\n', "each row is in one cell"),
        ("boat,length,length\n", "the column 'length' is there twice"),
        ('boat,length\n1,"2\n', "in row 2: a quotation mark is opened and not closed"),
    ],
)  # fmt: skip
def test_a_table_of_another_shape_is_told_in_one_sentence(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "boats.csv").write_text(text, encoding="utf-8")
    problems = read_sheet(tmp_path, BOATS).problems
    assert [said in str(problem) for problem in problems] == [True]
