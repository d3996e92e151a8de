"""One report as data: what it holds, and on what each row rests."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pandas as pd
import pytest

from course.case import Case
from course.content import ContentError
from course.loading import load
from course.page.frames import face
from tests import invented

if TYPE_CHECKING:
    from pathlib import Path


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
    for table in case.tables:
        rows = case.table(table)
        assert set(rows["paragraph"]) <= set(case.digest)
        assert rows["wording"].notna().all()


def test_what_the_report_of_the_marches_holds_is_there() -> None:
    marches = load("smh-marches")
    counts = marches.counts.set_index("mention")
    assert list(counts["number"].dropna()) == [30, 120_000, 200_000, 2_000, 200_000, 190, 200_000]
    no_size = counts[counts["number"].isna() & counts["hedge"].isna()]
    refused = no_size[no_size["source"].notna()]
    assert list(refused["wording"]) == ["refused to give a crowd figure"], "a refusal has a source, a silence none"
    assert counts["rival"].dropna().to_dict() == {"c4": "c3"}, "nobody gives a second number for Montreal or London"
    assert marches.events["start"].isna().all(), "no word of it tells a day"
    assert list(marches.fingerprints) == list(marches.digest) == list(range(1, 8))


def test_a_learner_can_change_a_table_without_harm(case: Case) -> None:
    troops = case.troops
    troops["number"] = 0
    assert case.troops["number"].max() == 100_000


def test_how_another_reader_coded_the_report_comes_in_tables_that_can_be_changed_without_harm(case: Case) -> None:
    assert {coder: list(tables) for coder, tables in case.codings.items()} == {
        "second-reader": ["troops", "statements"]
    }
    theirs = case.codings["second-reader"]["statements"]
    theirs["mode"] = pd.NA
    assert case.codings["second-reader"]["statements"]["mode"].notna().all()
    for rows in case.codings["second-reader"].values():
        assert set(rows["paragraph"]) <= set(case.digest)
        assert rows["wording"].notna().all()
    assert "second-reader too: troops, statements" in repr(case)


@pytest.mark.parametrize(
    ("table", "key", "column", "same"),
    [
        ("statements", "statement", "mode", 16),
        ("troops", "mention", "status", 8),
        ("troops", "mention", "stock_flow", 7),
        ("troops", "mention", "voice", 9),
    ],
)
def test_two_readers_agree_on_as_many_rows_as_the_coding_says(
    case: Case, table: str, key: str, column: str, same: int
) -> None:
    both = case.codings["second-reader"][table].merge(case.table(table), left_on="same_as", right_on=key)
    assert len(both) == len(case.table(table))
    assert (both[f"{column}_x"].astype("string") == both[f"{column}_y"].astype("string")).sum() == same


def test_what_another_reader_coded_is_shown_with_names(case: Case) -> None:
    assert "Emmanuel Macron, Joe Biden" in face(case.codings["second-reader"]["statements"])


def test_evidence_by_row_and_by_name(case: Case) -> None:
    row = case.troops.iloc[1]
    assert case.evidence(row) == case.evidence("m2")
    assert case.evidence("m2").paragraph == 4
    assert case.evidence("m2").wording == "more than 100,000 heavily armed troops"
    assert "more than 100,000" in case.evidence("m2").digest
    assert "<q>more than 100,000" in case.evidence("m2")._repr_html_()


def test_evidence_of_a_report_that_nobody_has_is_said_to_be_of_the_digest(case: Case) -> None:
    assert "Our digest says: <q>about 1,000</q>" in load("reuters-romania").evidence("c4")._repr_html_()
    assert "The report says: <q>" in case.evidence("m2")._repr_html_()


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


@pytest.mark.parametrize("kind", ["Int64", "int8", "uint16", "category", "Int32"])
def test_a_paragraph_as_a_table_has_it_is_read(case: Case, kind: Any) -> None:
    number = case.troops["paragraph"].astype(kind).iloc[1]
    assert str(case.read(number)) == f"¶4 {case.digest[4]}"
    assert list(case.read(number, 5).paragraphs) == [4, 5]
    assert all(type(each) is int for each in case.read(number).paragraphs)


@pytest.mark.parametrize("number", [True, "4", 4.5, 0, pd.NA, [4]])
def test_what_is_no_paragraph_is_told(case: Case, number: Any) -> None:
    with pytest.raises(ContentError, match="The report has no paragraph .*: they run from 1 to 19"):
        case.read(number)


def test_a_table_that_is_none_names_the_nearest(case: Case) -> None:
    with pytest.raises(ContentError, match="Did you mean 'troops'"):
        case.table("troop")


def test_a_picture_of_a_table_that_is_not_there_says_so() -> None:
    case = Case(
        "my-flood", "A flood", {1: "It rained."}, {"actors": invented.table("actors", {"actor": "ada", "name": "Ada"})}
    )
    case.need("list", "actors")
    with pytest.raises(ContentError, match="^my-flood has no table events, so there is no timeline to draw.$"):
        case.need("timeline", "actors", "events")
    with pytest.raises(ContentError, match="^my-flood has no table events and no table places, so there is no map"):
        case.need("map", "events", "places")
    assert case.actor_names == {"ada": "Ada"}


def test_rows_have_a_blank_where_the_file_leaves_out_a_column() -> None:
    rows = invented.table("statements", {"summary": "It rains."}).drop(columns=["speaker", "also"])
    case = Case("my-flood", "A flood", {1: "It rained."}, {"statements": rows})
    assert case.rows("statements")[0].items() >= {"speaker": None, "also": None, "summary": "It rains."}.items()
    assert case.actor_names == {}


def test_the_package_says_what_is_not_known(pack: Path) -> None:
    package = json.loads((pack / "datapackage.json").read_text(encoding="utf-8"))
    assert [line.split(":")[0] for line in package["unknown"]] == ["The author", "The publisher", "The date"]
    assert package["sources"][0]["path"].startswith("https://inkl.com/")
