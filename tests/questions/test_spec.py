"""The specs: a question is found by its number, and a mistake in a spec is refused with file, question and remedy."""

from __future__ import annotations

import os
import re
import shutil
from typing import TYPE_CHECKING

import pytest

from course import content
from course.content import ContentError
from course.questions import spec
from course.questions.judge import judge
from course.questions.spec import Question, find, lessons, questions, read_lesson
from tests.questions.samples import GOOD

if TYPE_CHECKING:
    from pathlib import Path


def test_a_question_has_the_number_of_its_notebook_and_its_place_in_it() -> None:
    for lesson in lessons():
        places = range(1, len(lesson.questions) + 1)
        assert [q.id for q in lesson.questions] == [f"{int(lesson.number)}.{place}" for place in places]


@pytest.mark.parametrize("question", questions().values(), ids=lambda question: question.id)
def test_the_title_is_that_of_the_notebook(question: Question) -> None:
    source = content.notebooks_folder() / "source" / f"{question.notebook}.md"
    assert f"\n# {question.title}\n" in source.read_text(encoding="utf-8")


def test_an_unknown_question_names_the_nearest() -> None:
    with pytest.raises(ContentError, match=re.escape("There is no question '3.10'. Did you mean '3.1'?")):
        find("3.10")


def test_a_good_spec_is_read(tmp_path: Path) -> None:
    path = tmp_path / "09_test.toml"
    path.write_text(GOOD, encoding="utf-8")
    [question] = read_lesson(path).questions
    assert judge(question, 4).message == "Yes."
    assert judge(question, 7).message == "Far too many."


def test_a_question_may_be_about_another_case_than_its_notebook(tmp_path: Path) -> None:
    path = tmp_path / "09_test.toml"
    path.write_text(GOOD, encoding="utf-8")
    assert not read_lesson(path).questions[0].elsewhere
    path.write_text(GOOD.replace("paragraphs =", 'case = "zebra-count"\nparagraphs ='), encoding="utf-8")
    with pytest.raises(ContentError, match="There is no case 'zebra-count'"):
        read_lesson(path)
    path.write_text(GOOD.replace("paragraphs =", "case = 3\nparagraphs ="), encoding="utf-8")
    with pytest.raises(ContentError, match="'case' must be the name of a case, not 3."):
        read_lesson(path)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('kind = "number"', 'kind = "numbr"', "'numbr' is not a kind of question. Did you mean 'number'?"),
        ('track = "reading"', 'track = "readin"', "'readin' is not a track. Did you mean 'reading'?"),
        ('default = "No."', 'defualt = "No."', "'defualt' is not a key of a number question. Did you mean 'default'?"),
        ('right = "Yes."', "", "'right' is missing"),
        ('"Look.", "Look closer."', '"Look."', "at least 2 hints are needed"),
        ('"Look closer."', '"It is 4."', "the hint 'It is 4.' gives the answer away"),
        ('"Look closer."', '"It is four."', "the hint 'It is four.' gives the answer away"),
        ("between = [6, 9]", "between = [4, 9]", "4 is right and meets the misconception"),
        ("answer = 5\n", "answr = 5\n", "'answr' is not a condition. Did you mean 'answer'?"),
        ("answer = 4\n", 'answer = "some"\n', "'some' is not an answer of this kind"),
        ("answer = 4\n", "anwser = 4\n", "accepted: 'anwser' is not a key. Did you mean 'answer'?"),
        ("paragraphs = [4]", "paragraphs = [40]", "paragraph 40 is not in the case"),
        ('feedback = "Far too many."', "", "a condition, 'name' and 'feedback' are needed"),
    ],
)
def test_a_mistake_in_a_spec_is_refused(tmp_path: Path, old: str, new: str, said: str) -> None:
    assert GOOD.count(old) == 1
    path = tmp_path / "09_test.toml"
    path.write_text(GOOD.replace(old, new), encoding="utf-8")
    with pytest.raises(ContentError, match=re.escape("09_test.toml, question 9.1: ")) as caught:
        read_lesson(path)
    assert said in str(caught.value)


def test_a_question_and_a_notebook_are_found_without_reading_the_specs_of_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "exercises"
    shutil.copytree(content.exercises_folder(), folder)
    monkeypatch.setattr(content, "exercises_folder", lambda: folder)
    (folder / "04_who_says.toml").write_text("not TOML", encoding="utf-8")
    spec._of.cache_clear()
    assert find("3.1") is spec.lesson("03").questions[0]
    assert spec.numbers()[3:5] == ["03", "04"]
    with pytest.raises(ContentError, match="04_who_says.toml: this is not TOML"):
        lessons()
    spec._of.cache_clear()


def test_specs_are_read_once_and_again_when_a_file_has_changed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = tmp_path / "00_start_here.toml"
    place.write_text((content.exercises_folder() / place.name).read_text(encoding="utf-8"), encoding="utf-8")
    shutil.copy(content.exercises_folder() / "misreadings.csv", tmp_path)
    monkeypatch.setattr(content, "exercises_folder", lambda: tmp_path)
    (first,), (again,) = lessons(), lessons()
    assert first is again
    place.write_text(place.read_text(encoding="utf-8").replace(first.title, "Another title"), encoding="utf-8")
    os.utime(place, ns=(0, 1))
    assert [lesson.title for lesson in lessons()] == ["Another title"]
