"""A coding as a case: valid, with nothing of the text but wordings, and with the rules that a pair has found."""

from __future__ import annotations

from typing import TYPE_CHECKING

import course
from course.content import DIGEST
from course.desk.as_case import FOLDER, WHETHER, name_of
from course.desk.desk import Desk
from course.loading import KEPT
from course.teach.validate import problems
from tests.desk.samples import TEXT, both, coded, filled

if TYPE_CHECKING:
    from pathlib import Path


def test_a_coding_becomes_a_case_that_is_valid(tmp_path: Path) -> None:
    said = coded(tmp_path).save()
    place = tmp_path / FOLDER
    assert said == f"Saved as a case. In a cell of its own: case = course.load({place.as_posix()!r})"
    case = course.load(place)
    assert (case.name, case.title) == ("river-exercise-begins-in-the-n", "River exercise begins in the north")
    assert case.counts["number"].tolist()[:3] == [100, 20, 300]
    assert case.codings == {}
    assert [problem for problem in problems(place) if not problem.warning] == []
    assert "boats (paragraph 1): 0 to 20." in course.charts.how_many(case, unit="things").text


def test_nothing_of_the_text_is_in_it_but_wordings(tmp_path: Path) -> None:
    coded(tmp_path).save()
    whole = " ".join(path.read_text(encoding="utf-8") for path in (tmp_path / FOLDER).rglob("*") if path.is_file())
    for line in TEXT.splitlines()[2:]:
        words = line.split()
        for start in range(len(words) - 6):
            assert " ".join(words[start : start + 7]) not in whole


def test_what_is_open_is_told_and_nothing_is_saved(tmp_path: Path) -> None:
    made = coded(tmp_path)
    made.finish()
    made.change("r1", "status", "")
    made.change("r2", "measure", "")
    assert made.save() == ("Not saved as a case yet. “More than 100” (¶1): choose status. And 1 thing more.")
    assert not (tmp_path / FOLDER).exists()


def test_paragraphs_that_were_retold_stay_and_others_wait(tmp_path: Path) -> None:
    made = coded(tmp_path)
    made.retell(1, "They crossed\nthe river.")
    made.save()
    digest = tmp_path / FOLDER / DIGEST
    assert course.load(tmp_path / FOLDER).digest[1] == "They crossed the river."
    assert course.load(tmp_path / FOLDER).digest[2] == "… (“The minister has announced …”)"
    digest.write_text(
        digest.read_text(encoding="utf-8").replace("… (“The minister has announced …”)", "More come."), encoding="utf-8"
    )
    made.save()
    assert course.load(tmp_path / FOLDER).digest[2] == "More come."


def test_two_codings_and_their_rules_are_in_the_case(tmp_path: Path) -> None:
    made = both(tmp_path)
    left = {pair.key: pair for pair in made.to_settle}
    assert made.settle("r3", {"status": "announced"}, "Who is announced is not there yet.").startswith(
        "Settled. 2 rows"
    )
    assert made.settle("r2", {}, "", is_kept=False).startswith("Settled. 1 row")
    (last,) = made.to_settle
    assert made.save().endswith("1 row that you have not settled: there the case has your coding.")
    assert made.settle(last.key, {}, "What was asked for is a row.").startswith("Settled, and this was the last one.")
    assert set(left) == {"r2", "r3", last.key}
    made.save()
    case = course.load(tmp_path / FOLDER)
    assert case.counts["wording"].tolist() == ["More than 100", "nearly 300", "Dozens of people", "at least 50"]
    assert case.codebook[["rule", "about"]].to_numpy().tolist() == [
        ["Who is announced is not there yet.", "status"],
        ["What was asked for is a row.", WHETHER],
    ]
    assert set(case.codings) == {"ada", "ben"}
    ben = case.codings["ben"]["counts"]
    assert ben["same_as"].tolist() == ["r1", "r2", "r3", "r4"]
    assert course.agreement(case.counts, ben, on="status").share == 0.75
    assert [problem for problem in problems(tmp_path / FOLDER) if not problem.warning] == []


def test_notes_of_doubt_are_kept_with_the_coders_own_rows(tmp_path: Path) -> None:
    made = coded(tmp_path)
    made.finish()
    made.change("r1", "note", "Are they all soldiers?")
    made.save()
    assert course.load(tmp_path / FOLDER).codings["ada"]["counts"]["note"].tolist()[0] == "Are they all soldiers?"


def test_two_coders_of_one_name_have_two_folders(tmp_path: Path) -> None:
    made = both(tmp_path)
    file = next(tmp_path.glob("Ben*"))
    file.write_text(file.read_text(encoding="utf-8").replace('"coder": "Ben"', '"coder": "ADA!"'), encoding="utf-8")
    made.save()
    assert set(course.load(tmp_path / FOLDER).codings) == {"ada", "ada-2"}


def test_a_text_of_our_own_is_kept_and_the_name_is_none_of_ours(tmp_path: Path) -> None:
    case = course.load("amber-ferry")
    made = Desk(case, "Ada", tmp_path)
    filled(made, 1, "More than 900")
    made.save()
    saved = course.load(tmp_path / FOLDER)
    assert saved.text == case.text
    assert saved.digest == case.digest
    assert (tmp_path / FOLDER / KEPT).is_file()
    assert name_of("Amber Ferry", "Ada") == "amber-ferry-ada"
    assert name_of("", "Ada") == "my-report"
    assert [problem for problem in problems(tmp_path / FOLDER) if not problem.warning] == []


def test_where_nothing_can_be_written_it_is_said(tmp_path: Path) -> None:
    made = coded(tmp_path)
    (tmp_path / FOLDER).write_text("in the way")
    assert made.save().startswith("The case cannot be saved in ")
    (tmp_path / FOLDER).unlink()
    assert made.save().startswith("Saved")


def test_a_case_that_cannot_be_loaded_is_told(tmp_path: Path) -> None:
    made = both(tmp_path)
    file = next(tmp_path.glob("Ben*"))
    file.write_text(file.read_text(encoding="utf-8").replace('"status": "proposed",', ""), encoding="utf-8")
    made.settle("partner-r4", {}, "")
    assert "cannot be loaded yet. counts.csv" in made.save()
