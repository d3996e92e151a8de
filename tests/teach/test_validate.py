"""Validating a case: nothing is wrong in ours, and what is wrong in another is told by its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import frictionless
import pandas as pd
import pytest

from course import content
from course.problem import Problem
from course.teach.validate import asked, problems
from tests.changing import change
from tests.sideways.group import two_reports

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def ours(pack: Path, tmp_path: Path) -> Path:
    """A copy under the case's own name, so that it is held against the article too."""
    return pack.rename(tmp_path / "macron-biden-call")


def test_what_is_asked_for_is_a_case_a_folder_of_cases_or_all_that_are_shipped(pack: Path, tmp_path: Path) -> None:
    assert asked(None) == ([content.case_folder(name) for name in content.cases()], [])
    assert asked("cnn-morning") == ([content.case_folder("cnn-morning")], [])
    assert asked(str(pack)) == ([pack], [])
    group = two_reports(tmp_path / "reports")
    assert asked(str(group)) == ([group / "evening", group / "noon"], [])
    change(group / "same.csv", "homes,noon,counts,c1", "homes,noon,counts,c9")
    assert asked(str(group))[1] == [
        "same.csv, row 3, row: 'c9' is not in counts of 'noon'. Valid are: 'c1', 'c2', 'c3'."
    ]
    with pytest.raises(content.ContentError, match="There is no case 'cnn-mornin'"):
        asked("cnn-mornin")


def test_nothing_is_wrong_in_the_cases_we_ship() -> None:
    found = {name: problems(content.case_folder(name)) for name in content.cases()}
    assert len(found) == 12
    assert not any(found.values()), found


@pytest.mark.parametrize(
    ("file", "old", "new", "place", "said"),
    [
        ("troops.csv", "more than,present", "up to,present", ("troops.csv", 3, "hedge"), "says 'more than'"),
        ("troops.csv", ",4000,", ",40000,", ("troops.csv", 8, "number"), "cannot be read from the wording"),
        ("numbers.csv", "n9,9,", "n9,8,", ("numbers.csv", 10, "number"), "cannot be read from the wording"),
        ("troops.csv", ",1000,up to,", ",,,", ("troops.csv", 7, "number"), "this is blank, but the wording has 1000"),
        ("troops.csv", "vjtf,Nato's rapid reaction force (VJTF),,,", "vjtf,Nato's rapid reaction force (VJTF),,up to,",
         ("troops.csv", 6, "hedge"), "stands without a number"),
        ("troops.csv", "own voice,,m2,same,1", "named source,,m2,same,1", ("troops.csv", 2, "source"), "needs a name"),
        ("troops.csv", "own voice,,m2,same,1", "own voice,,m2,,1", ("troops.csv", 2, "overlap"), "fill both"),
        ("troops.csv", "own voice,,m2,same,1", "own voice,,m1,same,1",
         ("troops.csv", 2, "overlaps_with"), "'m1' points to itself"),
        ("events.csv", "own voice,,,,,4", "named source,,,,,4", ("events.csv", 4, "source"), "needs a name"),
        ("troops.csv", "more than,present,strength", "more than,present,", ("troops.csv", 3, "measure"), "has a measure"),
        ("events.csv", "named source,macron,", "own voice,macron,", ("events.csv", 6, "source"), "has no source"),
        ("events.csv", "own voice,,,,,4", "own voice,,2022-02-02,,,4", ("events.csv", 4, "date_word"), "leave it blank"),
        ("events.csv", "macron;putin", "macron;puton", ("events.csv", 8, "participants"), "Did you mean 'putin'?"),
        ("actors.csv", "1,US President Joe Biden", "1,US President Joe Biden said on that day",
         ("actors.csv", 3, "wording"), "at most 6"),
        ("digest.md", "19. The US", "- The US", ("actors.csv", 15, "paragraph"), "the digest has no paragraph 19"),
        ("events.csv", "2022-02-03,2022-02-03,Thursday evening", "2022-02-03,2022-02-02,Thursday evening",
         ("events.csv", 9, "end"), "2022-02-02 is before the start, 2022-02-03"),
        ("relations.csv", ",leads,", ",leeds,", ("relations.csv", 23, "relation"), "leeds"),
        ("statements.csv", "possible,intended,", "possible,intendet,",
         ("statements.csv", 2, "also"), "'intendet' is not a mode. Did you mean 'intended'?"),
        ("statements.csv", "possible,intended,", "possible,possible,",
         ("statements.csv", 2, "also"), "'possible' is the mode of the row already"),
        ("statements.csv", "depending,asserted;intended,", "depending,asserted;asserted,",
         ("statements.csv", 3, "also"), "'asserted;asserted' names a mode twice"),
        ("fingerprints.json", '"7": {', '"20": {', ("fingerprints.json",), "paragraph 7 of the digest has no fingerprint"),
        ("fingerprints.json", '"7": {', '"20": {', ("fingerprints.json",), "the digest has no paragraph 20"),
        ("fingerprints.json", '"words": 38', '"words": "38"', ("fingerprints.json",), "paragraph 1, words: '38' is not a count"),
    ],
)  # fmt: skip
def test_each_kind_of_mistake_is_found(
    pack: Path, file: str, old: str, new: str, place: tuple[str, int, str], said: str
) -> None:
    text = (pack / file).read_text(encoding="utf-8")
    assert old in text
    (pack / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    found = problems(pack)
    assert any(said in str(problem) for problem in found), [str(problem) for problem in found]
    assert any(all(str(part) in str(problem) for part in place) for problem in found)


CODING = "codings/second-reader"


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        ("statements.csv", ",s13,", ",s14,", "row 20, same_as: 's14' is in a row before. Each row needs its own."),
        ("statements.csv", ",s13,", ",s19,", "row 19, same_as: 's19' is not in statements.csv. Did you mean"),
        ("statements.csv", ",5,Russia denies", ",4,Russia denies",
         "row 8, same_as: 's4' rests on paragraph 5, this row on 4."),
        ("statements.csv", "t1,,macron;biden", "t1,,macron;bidon",
         "row 2, speaker: 'bidon' is not in actors.csv. Did you mean 'biden'?"),
        ("statements.csv", "intended,reported", "conditional,reported", "row 2, mode"),
        ("statements.csv", "their response to", "their response to him",
         "to him' has 7 words. A wording has at most 6."),
        ("statements.csv", ",1,agreed", ",21,agreed", "row 2, paragraph: the digest has no paragraph 21, only 1 to 19."),
        ("troops.csv", ",4000,up to,", ",400,up to,", "row 10, number: 400 cannot be read from the wording"),
        ("troops.csv", "named source,russia", "named source,", "row 4, source: a named source needs a name."),
        ("datapackage.json", '"unseen"', '"seen"', "'unseen' is missing: say what the coder did not see."),
        ("datapackage.json", '"rules": "', '"rules": "", "old": "', "'rules' is missing: say by what rules."),
        ("datapackage.json", '"name": "statements"', '"name": "statement"',
         "'statement' is not a table of a case. Did you mean 'statements'?"),
        ("troops.csv", ",same_as,", ",same,", "troops.csv: the column 'same' is not in the schema. Did you mean 'same_as'?"),
        ("troops.csv", ",paragraph,", ",section,", "troops.csv: the column 'paragraph' is missing"),
    ],
)  # fmt: skip
def test_each_kind_of_mistake_in_a_second_coding_is_one_sentence_with_its_place(
    pack: Path, file: str, old: str, new: str, said: str
) -> None:
    change(pack / CODING / file, old, new)
    found = [str(problem) for problem in problems(pack)]
    assert any(CODING in each and said in each for each in found), found


def test_another_mode_needs_a_reason(pack: Path) -> None:
    rows = (pack / "statements.csv").read_text(encoding="utf-8")
    why = "“Could” leaves open whether he goes. Who takes it as an announced plan can say intended."
    (pack / "statements.csv").write_text(rows.replace(why, ""), encoding="utf-8")
    said = "statements.csv, row 8, why: where `also` names a mode, a sentence has to say why."
    assert [str(problem) for problem in problems(pack)] == [said]


def test_a_case_may_do_without_other_modes_and_without_fingerprints(pack: Path) -> None:
    (pack / "fingerprints.json").unlink()
    rows = pd.read_csv(pack / "statements.csv", dtype="string").drop(columns=["also", "why"])
    rows.to_csv(pack / "statements.csv", index=False)
    assert problems(pack) == []


def test_a_wording_that_is_not_in_its_paragraph_is_found(
    ours: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = tmp_path / "report.txt"
    lines = [f"This is line number {n} of some other report." for n in range(1, 20)]
    lines[16] = "It speaks of nine ministers, and then of many other things."
    text.write_text("\n".join(lines), encoding="utf-8")
    monkeypatch.setenv("COURSE_ARTICLE", str(text))
    said = [str(problem) for problem in problems(ours)]
    assert "actors.csv, row 27, wording: 'nine ministers' does not stand in paragraph 18. It stands in 17." in said


def test_a_package_that_is_not_json_is_one_problem(pack: Path) -> None:
    (pack / "datapackage.json").write_text("{", encoding="utf-8")
    assert len(problems(pack)) == 1
    assert "this is not JSON" in str(problems(pack)[0])


def test_a_problem_says_its_place() -> None:
    assert str(Problem("troops.csv", 4, "status", "what is wrong")) == "troops.csv, row 4, status: what is wrong"
    assert str(Problem("digest.md", None, None, "what is wrong")) == "digest.md: what is wrong"


def test_a_text_that_cannot_be_read_or_is_another_one_is_told(
    ours: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COURSE_ARTICLE", str(tmp_path / "nowhere.txt"))
    assert "COURSE_ARTICLE names a text that cannot be read" in str(problems(ours)[0])
    (tmp_path / "short.txt").write_text("One paragraph of six words alone.", encoding="utf-8")
    monkeypatch.setenv("COURSE_ARTICLE", str(tmp_path / "short.txt"))
    assert "has 1 paragraphs, the digest 19" in str(problems(ours)[0])


def test_the_shared_vocabulary_is_a_sound_package_too() -> None:
    report = frictionless.validate(str(content.cases_folder() / "vocabulary" / "datapackage.json"))
    assert report.valid, report.flatten(["rowNumber", "fieldName", "message"])
    files = {path.stem for path in (content.cases_folder() / "vocabulary").glob("*.csv")}
    assert {task.place.rsplit("/", 1)[-1].removesuffix(".csv") for task in report.tasks} == files
