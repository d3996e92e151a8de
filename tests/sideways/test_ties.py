"""What ties the reports is read whole, and each line of it that leads nowhere is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from course import content
from course.content import ContentError
from course.sideways.ties import FILE, read, things
from tests.changing import change
from tests.sideways.group import two_reports

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def group(tmp_path: Path) -> Path:
    return two_reports(tmp_path / "reports")


ABOUT_SOMETHING_ELSE = {"amber-ferry", "smh-marches"}


def test_what_is_shipped_is_sound_and_has_what_the_notebook_needs() -> None:
    assert read(content.cases_folder())[1] == []
    every = things()
    assert {"mission", "us-extra", "us-to-romania", "disequilibrium", "nine-ministers", "thursday-call"} <= every.keys()
    tied = {side.case.name for thing in every.values() for side in thing.sides}
    tied |= {side.case.name for thing in every.values() for parts in thing.sums.values() for side in parts}
    assert tied == set(content.cases()) - ABOUT_SOMETHING_ELSE, "no case about that day stands alone"


def test_each_thing_has_its_sides_and_the_sums_that_are_held_against_it(group: Path) -> None:
    homes = things(group)["homes"]
    assert homes.label == "Homes under water"
    assert homes.is_counted
    assert [(side.case.name, side.name) for side in homes.sides] == [("evening", "c1"), ("noon", "c1")]
    assert {name: [part.name for part in parts] for name, parts in homes.sums.items()} == {"Both banks": ["c2", "c3"]}
    assert homes.sides[1].note == "Told before the dam broke."
    broken = things(str(group))["break"]
    assert (broken.label, broken.is_counted, broken.sums) == ("The dam breaks.", False, {})


def test_reports_stand_as_they_came_and_last_where_their_day_is_not_known(group: Path) -> None:
    assert [side.case.name for side in things(group)["homes"].in_order] == ["noon", "evening"]
    change(group / "noon/datapackage.json", '"written"', '"not_known"')
    assert [side.case.name for side in things(group)["homes"].in_order] == ["evening", "noon"]


def test_a_report_is_called_by_the_start_of_its_title_where_that_tells_it_apart(group: Path) -> None:
    assert things(group)["homes"].titles == ("Noon", "Evening")
    change(group / "evening/datapackage.json", "Evening, the", "Noon, a later")
    assert things(group)["homes"].titles == ("Noon, the flood", "Noon, a later flood")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("homes,evening,counts,c1", "homes,evenin,counts,c1",
         "row 2, case: there is no case 'evenin' beside this file. Did you mean 'evening'?"),
        ("homes,evening,counts,c1", "homes,../evening,counts,c1", "row 2, case: there is no case '../evening'"),
        ("homes,evening,counts", "homes,evening,count",
         "row 2, table: the case 'evening' has no table 'count'. Did you mean 'counts'?"),
        ("noon,counts,c3", "noon,counts,c4", "row 5, row: 'c4' is not in counts of 'noon'. Valid are: 'c1', 'c2', 'c3'."),
        ("noon,counts,c3", "noon,counts,c2", "row 5, row: 'c2' of 'noon' is in a row before."),
        ("break,evening,events,e1,,\n", "", "row 6, key: 'break' has rows of one case alone."),
        ("break,evening,events,e1", "break,evening,counts,c1",
         "row 6, key: 'break' has rows of tables that cannot be compared: counts, events."),
        ("break,evening,events,e1,,", "break,evening,events,e1,,\nbreak,noon,counts,c2,Homes,",
         "row 6, key: 'break' has a sum, and not all its rows are counts."),
        ("key,case,table", "key,kase,table", "the column 'kase' is not in the schema. Did you mean 'case'?"),
        ("homes,evening", "Homes!,evening", "row 2, key: 'Homes!' is not text of the form"),
    ],
)  # fmt: skip
def test_a_line_that_leads_nowhere_is_told(group: Path, old: str, new: str, said: str) -> None:
    change(group / FILE, old, new)
    found = [str(problem) for problem in read(group)[1]]
    assert len(found) == 1
    assert f"{FILE}, {said}" in found[0] or f"{FILE}: {said}" in found[0]
    with pytest.raises(ContentError, match="same.csv"):
        things(group)


def test_a_case_that_is_not_sound_and_a_file_that_is_missing_are_told(group: Path) -> None:
    change(group / "noon/counts.csv", "at least", "at leest")
    (problem,) = read(group)[1]
    assert "'noon' is not sound. Run: course validate" in str(problem)
    (group / FILE).write_text("key,case,table,row,sum,note\n", encoding="utf-8")
    assert [str(each) for each in read(group)[1]] == [
        "same.csv: no row was found. A row has a key, a case, a table and a row of it."
    ]
    (group / FILE).unlink()
    with pytest.raises(ContentError, match="same.csv: the file is missing"):
        things(group)


def test_cases_whose_packages_have_one_name_are_still_two(group: Path) -> None:
    change(group / "evening/datapackage.json", '"name": "evening"', '"name": "noon"')
    assert read(group)[1] == []


def test_more_than_a_picture_has_room_for_is_told(group: Path) -> None:
    sums = "".join(f"homes,noon,counts,c2,Bank {number},\n" for number in range(40))
    (group / FILE).write_text((group / FILE).read_text(encoding="utf-8") + sums, encoding="utf-8")
    assert [str(each) for each in read(group)[1]] == [
        "same.csv, row 2, key: 'homes' has 43 rows and sums. A picture has room for 37."
    ]
