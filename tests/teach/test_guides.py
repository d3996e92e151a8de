"""The teacher's guides: read from TOML, and held against their notebooks; what is wrong is told by its place."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from course import content
from course.cli import app
from course.questions.spec import lessons
from course.teach import guides
from course.teach.clock import LONGEST, Step, minutes
from tests.changing import change

if TYPE_CHECKING:
    from pathlib import Path


NAME = "03_how_many"
GUIDE = f"guides/{NAME}.toml: "


@pytest.fixture
def notebooks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of one notebook's source, questions and guide, and of the frameworks, to be broken."""
    ours, copy = content.notebooks_folder(), tmp_path / "notebooks"
    of_it = (f"source/{NAME}.md", f"exercises/{NAME}.toml", f"guides/{NAME}.toml")
    for name in (*of_it, "guides/frameworks.toml", "exercises/misreadings.csv", "exercises/tasks/small_task.toml"):
        (copy / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ours / name, copy / name)
    monkeypatch.setattr(content, "notebooks_folder", lambda: copy)
    monkeypatch.setattr(content, "exercises_folder", lambda: copy / "exercises")
    return copy


def test_nothing_is_wrong_in_the_guides_we_ship() -> None:
    assert guides.problems() == []


def test_each_guide_names_five_misreadings_and_the_first_one_that_opens_the_course_fewer() -> None:
    counts = {lesson.number: len(guides.guide_of(lesson).misreadings) for lesson in lessons()}
    assert 0 < counts.pop("00") <= 5
    assert set(counts.values()) == {5}


def test_a_guide_is_read_into_values(notebooks: Path) -> None:
    guide = guides.read_guide(notebooks / "guides" / f"{NAME}.toml")
    assert guide.notebook == NAME
    assert guide.outcomes[1] == guides.Outcome("read a hedge as bounds", ("gaise", "unesco"))
    plan = guide.plans["clock45"]
    assert plan[1] == Step(3, "Read the two readers aloud. Each learner writes one reason, alone. No comment from you.",
                           part="guess")  # fmt: skip
    assert (plan[2].questions, plan[2].need, plan[3].need) == (("3.1",), "must", "may")
    assert plan[2].behind.startswith("Read paragraphs 4, 17 and 19 only")
    assert [*guide.plans] == ["clock45", "clock90"]
    assert (len(guide.say), len(guide.exit.levels)) == (3, 3)
    assert guide.board.startswith(" up to 4,000 ")
    assert guide.means.projector.startswith("You press")
    assert guide.room.say.startswith("Behind these numbers")
    assert guide.misreadings[:2] == ("hedge-dropped", "hedge-misread")
    assert len(guide.listen_for) == 3
    assert [task.part for task in guide.tasks] == ["machine"]


def test_a_lesson_fills_45_and_90_minutes_and_the_first_one_is_a_part_of_a_lesson() -> None:
    taken: dict[str, list[int]] = {name: [] for name in LONGEST}
    for lesson in lessons():
        for name, plan in guides.guide_of(lesson).plans.items():
            taken[name].append(minutes(plan))
    assert taken == {"clock45": [15, *[45] * 9], "clock90": [90] * 9}


def test_a_long_plan_asks_all_that_needs_no_code() -> None:
    """What is left to who has time is one question: the second readers of the first report, in notebook 08."""
    for lesson in lessons()[1:]:
        steps = guides.guide_of(lesson).plans["clock90"]
        asked = {each for step in steps if step.need == "must" for each in step.questions}
        reading = {question.id for question in lesson.questions if question.track == "reading"}
        assert reading - asked == ({"8.7"} if lesson.number == "08" else set())


def test_the_frameworks_are_names_and_links() -> None:
    known = guides.frameworks()
    assert list(known) == ["gaise", "unesco", "acrl", "clemi"]
    assert all(framework.link.startswith("https://") for framework in known.values())


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("minutes = 4", "minutes = 5", "clock45: what each class must do takes 46 minutes, more than 45."),
        ("minutes = 8", "minutes = 2", "[[clock45]] 3: its questions take 3 minutes, the step has 2."),
        ('["3.1"]', '["4.1"]', "[[clock45]] 3, questions: '4.1' is not a question of this notebook."),
        ('part = "guess"', 'part = "gess"', "[[clock45]] 2, part: 'gess' is not the key of a part. Did you mean 'guess'?"),
        ('[[paper]]\npart = "machine"', '[[paper]]\npart = "machin"',
         "[[paper]] 1, part: 'machin' is not the key of a part with an explorer. Did you mean 'machine'?"),
        ('[[paper]]\npart = "machine"', '[[paper]]\npart = "hedge"',
         "[[paper]] 1, part: 'hedge' is not the key of a part with an explorer. Valid are: 'machine'."),
        ("listen_for = [", 'listen_for = [\n  "One more.",',
         "listen_for: 4 text(s), but there are 3 numbered prompt(s) in the cells with the tag 'talk'. Write one for each, in"),
        ('text = "see what a sum hides"', 'text = "see what a sum hide"',
         "[[outcome]] 3, text: 'see what a sum hide' is not the outcome of a question. Did you mean 'see what a sum hides'?"),
        ('[[outcome]]\ntext = "see what a sum hides"\nframeworks = ["gaise"]\n', "",
         "outcome: 'see what a sum hides' is the outcome of a question and has no [[outcome]]. Add one."),
        ('text = "see what a sum hides"', 'text = "tell a mention from a force"',
         "[[outcome]] 3, text: 'tell a mention from a force' is there twice. Keep one."),
        ('["gaise", "unesco"]', '["gaise", "unseco"]',
         "[[outcome]] 2, frameworks: 'unseco' is not a key of frameworks.toml. Did you mean 'unesco'?"),
        ('"hedge-dropped"', '"hedge-droped"',
         "misreadings: 'hedge-droped' is not the name of a misreading. Did you mean 'hedge-dropped'?"),
        ('"hedge-dropped"', '"hindsight"', "misreadings: 'hindsight' is not foreseen in a question of this notebook. Valid are:"),
        ('"hedge-dropped"', '"hedge-misread"', "'misreadings' must be a list of one to 5 names, each once, not ["),
        ('"hedge-dropped", ', '"hedge-dropped", "left-out", ', "'misreadings' must be a list of one to 5 names, each once"),
        (f'"{NAME}"', '"03_how_much"', f"notebook: '03_how_much' is not the name of its notebook. Write '{NAME}'."),
        ("notebook =", "notebook", "this is not TOML in UTF-8"),
    ],
)  # fmt: skip
def test_each_kind_of_mistake_is_told(notebooks: Path, old: str, new: str, said: str) -> None:
    change(notebooks / "guides" / f"{NAME}.toml", old, new)
    [problem] = guides.problems()
    assert problem.startswith(GUIDE + said)


def test_a_guide_that_is_missing_or_too_many_is_told(notebooks: Path) -> None:
    path = notebooks / "guides" / f"{NAME}.toml"
    path.rename(path.with_name("03_how_manny.toml"))
    said = guides.problems()
    assert said[0] == f"guides/03_how_manny.toml: there is no notebook '03_how_manny'. Did you mean '{NAME}'?"
    assert said[1].startswith(f"{GUIDE}the file is missing from ")


def test_frameworks_that_cannot_be_read_are_told_once(notebooks: Path) -> None:
    change(notebooks / "guides" / "frameworks.toml", "name = ", "title = ")
    [problem] = guides.problems()
    assert problem.startswith("guides/frameworks.toml: [gaise], 'title' is not a key.")


def test_a_notebook_whose_questions_are_broken_is_passed_over(notebooks: Path) -> None:
    (notebooks / "exercises" / f"{NAME}.toml").write_text("question = 3", encoding="utf-8")
    assert guides.problems() == []


def test_a_source_that_is_missing_is_told(notebooks: Path) -> None:
    (notebooks / "source" / f"{NAME}.md").unlink()
    [problem] = guides.problems()
    assert problem.startswith(f"source/{NAME}.md: the file is missing from ")


def test_a_mark_of_a_source_that_is_not_known_is_told(notebooks: Path) -> None:
    change(notebooks / "source" / f"{NAME}.md", '"tags": ["screen"]', '"tags": ["scren"]')
    [problem] = guides.problems()
    assert problem == f"{NAME}.md, cell 2: 'scren' is not a tag. Did you mean 'screen'?"


def test_validate_reads_the_guides_too(notebooks: Path) -> None:
    change(notebooks / "guides" / f"{NAME}.toml", 'part = "guess"', 'part = "gess"')
    done = CliRunner().invoke(app, ["validate"])
    assert done.exit_code == 1
    assert f"{GUIDE}[[clock45]] 2, part: 'gess' is not the key of a part" in done.output.replace("\n", " ")
    assert "1 problem" in done.output
