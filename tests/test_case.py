"""Loading a case: types, evidence, and clear errors where something is broken."""

from __future__ import annotations

import json
import re
from datetime import date
from typing import TYPE_CHECKING, Any

import pandas as pd
import pytest

import course
from course.case import TABLES
from course.content import ContentError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from course.case import Case


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text, f"{old!r} is not in {file.name}: the test changes nothing"
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_the_tables_have_the_types_of_the_schema(case: Case) -> None:
    troops = case.troops
    assert str(troops["number"].dtype) == "Int64"
    assert str(troops["mention"].dtype) == "string"
    assert troops["status"].cat.ordered
    assert list(troops["status"].cat.categories) == ["present", "announced", "proposed", "capacity"]
    assert str(case.actors["quoted"].dtype) == "boolean"
    assert str(case.places["latitude"].dtype) == "Float64"
    assert case.events.set_index("event").loc["e15", "start"] == pd.Timestamp("2022-02-03")


def test_a_blank_is_a_blank_and_not_a_zero(case: Case) -> None:
    build_up = case.troops.set_index("mention").loc["m1", "number"]
    assert build_up is pd.NA


def test_what_the_article_names_is_there(case: Case) -> None:
    kinds = case.actors["kind"].value_counts()
    assert kinds["person"] == 5
    assert kinds["state"] == 9
    states = set(case.actors.loc[case.actors["kind"] == "state", "state"])
    assert states == {"FRA", "USA", "RUS", "UKR", "ROU", "POL", "CZE", "EST", "BGR"}
    assert set(case.actors.loc[case.actors["quoted"], "actor"]) == {"macron", "le-drian"}
    assert list(case.troops["paragraph"]) == [1, 4, 5, 12, 16, 17, 17, 19, 19]
    assert list(case.troops["number"].dropna()) == [100_000, 1_000, 4_000, 3_000]
    assert sorted(case.numbers["number"]) == [1, 2, 9, 15, 600, 1000, 2022, 3000, 4000, 100_000]


def test_every_row_has_a_paragraph_of_the_digest_and_a_wording(case: Case) -> None:
    assert list(case.digest) == list(range(1, 20))
    for table in TABLES:
        rows = case.table(table)
        assert set(rows["paragraph"]) <= set(case.digest)
        assert rows["wording"].notna().all()


def test_a_learner_can_change_a_table_without_harm(case: Case) -> None:
    troops = case.troops
    troops["number"] = 0
    assert case.troops["number"].max() == 100_000


def test_evidence_by_row_and_by_name(case: Case) -> None:
    row = case.troops.iloc[1]
    assert case.evidence(row) == case.evidence("m2")
    assert case.evidence("m2").paragraph == 4
    assert case.evidence("m2").wording == "more than 100,000 heavily armed troops"
    assert "more than 100,000" in case.evidence("m2").digest
    assert "<q>more than 100,000" in case.evidence("m2")._repr_html_()


def test_evidence_of_something_else_says_what_to_give(case: Case) -> None:
    with pytest.raises(ContentError, match=r"case\.troops\.iloc\[0\]"):
        case.evidence({"number": 4})
    with pytest.raises(ContentError, match="Did you mean 'macron'"):
        case.evidence("macorn")


def test_a_name_in_two_tables_asks_for_the_row(case: Case) -> None:
    with pytest.raises(ContentError, match="actors and places"):
        case.evidence("russia")


def test_reading_paragraphs(case: Case) -> None:
    assert str(case.read(11)) == f"¶11 {case.digest[11]}"
    assert len(case.read().paragraphs) == 19
    with pytest.raises(ContentError, match="from 1 to 19"):
        case.read(20)


def test_unknown_names_name_the_nearest() -> None:
    with pytest.raises(ContentError, match="Did you mean 'macron-biden-call'"):
        course.load("macron-biden-cal")
    with pytest.raises(ContentError, match="'macron-biden-call'"):
        course.load("zzz")
    with pytest.raises(ContentError, match="Did you mean 'troops'"):
        course.load().table("troop")


def test_a_case_can_be_loaded_from_a_path(pack: Path, case: Case) -> None:
    for given in (pack, str(pack)):
        pd.testing.assert_frame_equal(course.load(given).troops, case.troops)


def test_a_folder_without_a_package_is_no_case(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match="not a case"):
        course.load(tmp_path)


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        ("troops.csv", ",present,stock,russia,ukraine-border", ",presnt,stock,russia,ukraine-border",
         "troops.csv, row 2, status: 'presnt' is not among the statuses. Did you mean 'present'?"),
        ("troops.csv", ",100000,", ",100 000,",
         "troops.csv, row 3, number: '100 000' is not a whole number such as 4000"),
        ("troops.csv", "m2,russian-troops", "m1,russian-troops", "troops.csv, row 3, mention: 'm1' stands in a row before"),
        ("troops.csv", ",russia,ukraine-border,", ",rusia,ukraine-border,",
         "troops.csv, row 2, whose: 'rusia' is not in actors.csv. Did you mean 'russia'?"),
        ("troops.csv", ",,m2,same,1,", ",,m99,same,1,", "overlaps_with: 'm99' is not in troops.csv"),
        ("troops.csv", "military buildup on the Ukrainian border", "", "troops.csv, row 2, wording: this must not be blank"),
        ("actors.csv", ",true,1,", ",yes,1,", "actors.csv, row 2, quoted: 'yes' is not true or false"),
        ("events.csv", "2022-02-02", "2022-02-31", "events.csv, row 2, start: '2022-02-31' is not a day of the calendar"),
        ("places.csv", "44.43", "94.43", "latitude: '94.43' is above 90"),
        ("numbers.csv", "n1,2,", "n1,-2,", "numbers.csv, row 2, number: '-2' is below 0"),
        ("numbers.csv", "item,number", "item,amount", "numbers.csv: the column 'number' is missing"),
        ("numbers.csv", "paragraph,wording\n", "paragraph,wording,more\n", "numbers.csv, row 2: this row has 8 values, the header has 9 columns"),
        ("numbers.csv", ",2,between the two leaders", ",2,between,the two leaders", "numbers.csv, row 2: this row has 9 values, the header has 8 columns"),
        ("numbers.csv", "n2,", "\nn2,", "numbers.csv, row 3: this row has no value"),
        ("numbers.csv", "n3,600,", "n3," + "9" * 30 + ",", "of at most 15 digits"),
        ("numbers.csv", ",2,between", ",20,between", "numbers.csv, row 2, paragraph: the digest has no paragraph 20"),
        ("digest.md", "3. They", "4. They", "paragraph 3 was expected, not 4"),
        ("datapackage.json", '"name": "troops"', '"name": "trops"', "the table 'troops' is missing"),
        ("datapackage.json", "{", "", "datapackage.json, line 2, column"),
    ],
)  # fmt: skip
def test_a_broken_pack_says_where_and_what(pack: Path, file: str, old: str, new: str, said: str) -> None:
    change(pack / file, old, new)
    with pytest.raises(ContentError, match=re.escape(said)):
        course.load(pack)


@pytest.mark.parametrize("file", ["troops.csv", "digest.md"])
def test_a_missing_file_is_named(pack: Path, file: str) -> None:
    (pack / file).unlink()
    with pytest.raises(ContentError, match=f"{re.escape(file)}: the file is missing"):
        course.load(pack)


def test_a_file_in_another_encoding_is_named(pack: Path) -> None:
    text = (
        (pack / "actors.csv")
        .read_text(encoding="utf-8")
        .replace("Zelensky", "Zelensk\N{LATIN SMALL LETTER Y WITH ACUTE}")
    )
    (pack / "actors.csv").write_bytes(text.encode("latin-1"))
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


def test_the_package_says_what_is_not_known(pack: Path) -> None:
    package = json.loads((pack / "datapackage.json").read_text(encoding="utf-8"))
    assert [line.split(":")[0] for line in package["unknown"]] == ["The author", "The publisher", "The date"]
    assert package["sources"][0]["path"].startswith("https://inkl.com/")


@pytest.mark.parametrize(
    "change_it",
    [
        lambda package: package.update(resources=None),
        lambda package: package.update(resources=3),
        lambda package: package["resources"][1].update(schema="x.json"),
        lambda package: package["resources"][1].update(schema={}),
        lambda package: package["resources"][1].update(path=["troops.csv"]),
        lambda package: package["resources"][1]["schema"].update(fields=["mention"]),
        lambda package: package["resources"][1]["schema"]["foreignKeys"][0]["reference"].update(resource="zz"),
        lambda package: package["resources"][1].update(path="."),
    ],
)
def test_a_package_of_another_shape_is_told(pack: Path, change_it: Callable[[dict[str, Any]], None]) -> None:
    package = json.loads((pack / "datapackage.json").read_text(encoding="utf-8"))
    change_it(package)
    (pack / "datapackage.json").write_text(json.dumps(package), encoding="utf-8")
    with pytest.raises(ContentError):
        course.load(pack)


def test_a_foreign_key_may_stand_without_a_list(pack: Path) -> None:
    package = json.loads((pack / "datapackage.json").read_text(encoding="utf-8"))
    key = package["resources"][1]["schema"]["foreignKeys"][0]
    key["fields"], key["reference"]["fields"] = key["fields"][0], key["reference"]["fields"][0]
    (pack / "datapackage.json").write_text(json.dumps(package), encoding="utf-8")
    assert len(course.load(pack).troops) == 9


@pytest.mark.parametrize("name", [None, 3, []])
def test_a_name_that_is_none_is_told(name: Any) -> None:
    with pytest.raises(ContentError, match="A case has a name or a folder"):
        course.load(name)


@pytest.mark.parametrize(
    "written",
    [3, {}, {"start": "2022-02-02"}, {"start": "soon", "end": "later"}, {"start": "2022-02-03", "end": "2022-02-02"}],
)
def test_days_of_writing_that_are_none_are_told(pack: Path, written: object) -> None:
    package = json.loads((pack / "datapackage.json").read_text(encoding="utf-8"))
    (pack / "datapackage.json").write_text(json.dumps({**package, "written": written}), encoding="utf-8")
    with pytest.raises(ContentError, match="'written'"):
        course.load(pack)


def test_the_days_of_writing_are_known_or_none(case: Case, pack: Path) -> None:
    assert case.written == (date(2022, 2, 2), date(2022, 2, 3))
    package = json.loads((pack / "datapackage.json").read_text(encoding="utf-8"))
    del package["written"]
    (pack / "datapackage.json").write_text(json.dumps(package), encoding="utf-8")
    assert course.load(pack).written is None
