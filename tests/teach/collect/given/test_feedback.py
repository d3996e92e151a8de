"""The files of feedback: one a learner under a name that every system takes, written once, deleted when it is ours."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from course.files import RESERVED
from course.page.html import STYLESHEET
from course.questions.judge import judge
from course.teach.collect.given import learners as readers
from course.teach.collect.given.cells import NotWrittenError
from course.teach.collect.given.feedback import FOLDER, STYLE, place_of, to_html, write_feedback
from course.teach.collect.given.feedback_page import TITLES, page_of
from course.teach.collect.given.learners import learners
from tests.teach.collect.filled import HOSTILE, SCRIPT, One, a_class, all_met, all_right, filled

if TYPE_CHECKING:
    from course.questions.judge import Verdict
    from course.questions.spec import Question

PROJECT = Path(__file__).parents[4]


def pages(out: Path) -> dict[str, str]:
    return {place.name: place.read_text(encoding="utf-8") for place in (out / FOLDER).iterdir()}


def test_each_learner_has_a_page_and_no_file_lies_elsewhere(tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert write_feedback(filled(tmp_path, *a_class()), out) == len(a_class())
    found = pages(out)
    assert len(found) == len(a_class())
    assert "Ada.html" in found
    assert "Олена-Коваль-623545.html" in found
    assert [path.name for path in tmp_path.iterdir() if not path.name.startswith("store")] == ["out"]
    for name in found:
        assert not re.search(r'[<>:"/\\|?*\x00-\x1f]|[. ]\.html$', name)
        assert len(name.encode()) <= 143
        assert not RESERVED.match(name)


@pytest.mark.parametrize(
    "names", [["Ali", "ali", "ALI"], ["Zoe\u0301", "Zo\u00e9"], ["", "learner"], ["Con", "Con_"], ["a/b", "a\\b"]]
)
def test_two_learners_never_share_a_file(tmp_path: Path, names: list[str]) -> None:
    taken: set[str] = set()
    places = [place_of(tmp_path, name, taken).name.casefold() for name in names]
    assert len(set(places)) == len(names) == len(taken)
    assert all(name.endswith(".html") and len(name) > len(".html") for name in places)


def test_a_page_that_has_not_changed_is_not_written_again(tmp_path: Path) -> None:
    connection = filled(tmp_path, *a_class())
    write_feedback(connection, tmp_path)
    before = list((tmp_path / FOLDER).iterdir())
    for place in before:
        os.utime(place, ns=(0, 0))
    connection.execute(
        "update try set answer = '7' where file in (select id from file where name = 'Cem') and question = '3.3'"
    )
    connection.execute("delete from try where question = '3.3'")
    write_feedback(connection, tmp_path)
    changed = {place.name for place in before if place.stat().st_mtime_ns}
    assert "Cem.html" in changed
    assert "Ada.html" not in changed or len(changed) < len(before)
    assert "Dina.html" not in changed


def test_a_page_of_ours_goes_with_its_learner_and_other_files_stay(tmp_path: Path) -> None:
    connection = filled(tmp_path, *a_class())
    write_feedback(connection, tmp_path)
    folder = tmp_path / FOLDER
    (folder / "mine.html").write_text("<p>Between the Lines, by a teacher</p>")
    (folder / "notes.txt").write_text("mine")
    (folder / "deep.html").mkdir()
    connection.execute("delete from learner where name = 'Ben'")
    assert write_feedback(connection, tmp_path) == len(a_class()) - 1
    left = {place.name for place in folder.iterdir()}
    assert "Ben.html" not in left
    assert {"mine.html", "notes.txt", "deep.html", "Ada.html"} <= left


def test_a_page_that_cannot_be_written_is_named_and_the_others_are_written(tmp_path: Path) -> None:
    (tmp_path / FOLDER / "Ben.html").mkdir(parents=True)
    with pytest.raises(NotWrittenError, match=r"^feedback/Ben\.html: it could not be written \([^)]+\)\.$"):
        write_feedback(filled(tmp_path, *a_class()), tmp_path)
    assert len(list((tmp_path / FOLDER).iterdir())) == len(a_class())


def test_nothing_of_a_learner_is_markup(tmp_path: Path) -> None:
    hostile = [*HOSTILE, "'\"><img src=x onerror=alert(1)>", "{{ 7 * 7 }}", "`x` & <b>"]
    some = [One(name, {"4.2": [name or "x"], "3.1": [5]}, writings={"03": (name or "x", 1)}) for name in hostile]
    write_feedback(filled(tmp_path, *some), tmp_path)
    for page in pages(tmp_path).values():
        assert not re.search(r"<(?:script|img|iframe)|\son\w+=\"|javascript:", page)
        assert set(re.findall(r"<(\w+)", page.partition("<main>")[2])) <= {
            "h1", "h2", "p", "section", "ul", "li", "div", "b", "span", "bdi", "br", "blockquote", "details", "summary", "code"
        }  # fmt: skip
    assert any("&lt;script&gt;" in page for page in pages(tmp_path).values()), SCRIPT
    assert any("{{ 7 * 7 }}" in page for page in pages(tmp_path).values())


def test_a_page_stands_alone_and_lets_nothing_run(tmp_path: Path) -> None:
    [learner] = learners(filled(tmp_path, One("Kim", {"3.1": [5]})))
    page = to_html(page_of(learner))
    assert "default-src 'none'; style-src 'sha256-" in page
    assert not re.search(r"https?:|src=|href=|style=|<link|<script", page)
    assert '<html lang="en">' in page


def test_the_answer_is_not_in_sight_of_its_question(tmp_path: Path) -> None:
    [learner] = learners(filled(tmp_path, One("Kim", {"3.1": [5]})))
    page = to_html(said := page_of(learner))
    assert said.answer
    assert f"<details><summary>{TITLES['answer']}</summary><p>{said.answer}</p></details>" in page
    assert re.search(r"\.upside \{ display: none; \}.*@media print.*\.upside \{[^}]*rotate\(180deg\)", page, re.DOTALL)


def test_a_page_of_somebody_with_all_right_has_no_part_to_look_at_again(tmp_path: Path) -> None:
    ada, ben = (
        to_html(page_of(each)) for each in learners(filled(tmp_path, all_right("Ada", "03"), all_met("Ben", "03")))
    )
    assert TITLES["again"] not in ada
    assert TITLES["can"] in ada
    assert TITLES["again"] in ben
    assert TITLES["done"] in ben


def test_the_colours_are_those_of_the_course() -> None:
    css = (PROJECT / "course" / "teach" / "templates" / STYLE).read_text(encoding="utf-8")
    ours = set(re.findall(r"#[0-9a-f]{3,6}\b", css))
    assert ours <= set(re.findall(r"#[0-9a-f]{3,6}\b", STYLESHEET.read_text(encoding="utf-8")))


def test_the_page_for_teachers_tells_each_part() -> None:
    docs = (PROJECT / "docs" / "collect.md").read_text(encoding="utf-8").partition("## A page for each learner")[2]
    told = re.findall(r"^\| \*(.+?)\* \|", docs, re.MULTILINE)
    assert told == [TITLES[key] for key in ("can", "again", "own", "sure", "next")]


def test_the_same_answers_of_many_learners_are_judged_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[object] = []

    def noted(question: Question, answer: object) -> Verdict:
        seen.append((question.id, answer))
        return judge(question, answer)

    readers.judged.cache_clear()
    monkeypatch.setattr(readers, "judge", noted)
    some = [One(f"Learner {number}", {"3.1": [5], "3.2": [1], "3.7": ["not stated", 3]}) for number in range(20)]
    assert write_feedback(filled(tmp_path, *some), tmp_path) == 20
    assert 0 < len(seen) == len(set(seen)) <= 4
