"""The XML of a question is what Moodle's import reads: sound, escaped, with hints and paragraphs to read again."""

from __future__ import annotations

from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest

from course import content
from course.questions.spec import find, lesson
from course.teach.export.held import Held, Reply, held
from course.teach.export.moodle_xml import category, element, open_answer, question, quiz
from tests.questions.samples import sample
from tests.teach.export.quiz import Item, plain, read

HARD = "a < b & c > d ]]> “é” \x00\x0b 𝄞 `x < 1`"
SEEN = "a < b & c > d ]]> “é”  𝄞 x < 1"


def item(xml: str) -> Item:
    items, _ = read(quiz(xml))
    [only] = items.values()
    return only


def made(identity: str) -> Item:
    asked = find(identity)
    found = held(asked)
    assert isinstance(found, Held)
    return item(question(asked, found))


def test_hard_signs_come_back_as_they_were_wherever_they_stand() -> None:
    asked = replace(sample("choice"), prompt=HARD, hints=(HARD,), right=HARD, default=HARD, outcome=HARD)
    found = item(question(asked, Held("multichoice", (Reply(HARD, 100, HARD), Reply("b", 0, HARD)))))
    shown = SEEN.replace("x < 1", "`x < 1`")
    assert found.name == f"9.1 {shown}", "a name is plain text"
    assert plain(found.texts["questiontext"]) == plain(found.texts["generalfeedback"]) == SEEN
    assert [plain(hint) for hint in found.hints] == [SEEN]
    assert plain(found.answers[0].text) == shown
    assert plain(found.answers[0].feedback) == SEEN
    word = item(question(sample("text"), Held("shortanswer", (Reply("a<b&c", 100, HARD),))))
    assert word.answers[0].text == "a<b&c"


def test_after_an_answer_that_is_not_right_the_paragraphs_can_be_opened() -> None:
    digest = content.shipped_digest("macron-biden-call")
    number = made("3.1")
    assert "<details><summary>Paragraph 4 in our words</summary>" in number.answers[1].feedback
    assert digest[4][:30] in plain(number.answers[1].feedback)
    assert "<details>" not in number.answers[0].feedback, "a right answer is sent nowhere"
    one, several = made("3.5"), made("3.6")
    assert "<details>" in one.texts["incorrectfeedback"]
    assert one.texts["correctfeedback"] == "", "the option has its own reply"
    assert "<details>" in several.texts["incorrectfeedback"]
    assert several.texts["incorrectfeedback"] == several.texts["partiallycorrectfeedback"]
    assert plain(several.texts["correctfeedback"]) == find("3.6").right


def test_a_question_says_how_to_answer_and_which_is_in_code() -> None:
    assert plain(made("3.1").texts["questiontext"]).endswith("Write a number, in digits.")
    assert plain(made("3.7").texts["questiontext"]).endswith("Write a number, in digits, or: not stated.")
    assert plain(made("4.2").texts["questiontext"]).endswith("Write a word or a few.")
    assert "Work it out in code" in made("0.2").texts["questiontext"]
    assert "Work it out in code" not in made("3.1").texts["questiontext"]


def test_hints_are_all_there_in_their_order_and_trying_again_costs_nothing() -> None:
    assert [plain(hint) for hint in made("3.1").hints] == list(find("3.1").hints)
    tree = ET.fromstring(question(find("3.1"), held(find("3.1"))))  # type: ignore[arg-type]  # noqa: S314 - our own
    assert tree.findtext("penalty") == "0"
    assert [tag.findtext("text") for tag in tree.iter("tag")] == ["locate", "reading track"]


def test_one_option_or_several_is_said_and_their_order_stays() -> None:
    for identity, single in (("3.5", "true"), ("3.6", "false")):
        tree = ET.fromstring(question(find(identity), held(find(identity))))  # type: ignore[arg-type]  # noqa: S314
        assert tree.findtext("single") == single
        assert tree.findtext("shuffleanswers") == "false"


def test_numbers_are_written_without_an_exponent() -> None:
    xml = question(sample("number"), Held("numerical", (Reply("0.5", 100, "", 5e-7), Reply("*", 0, ""))))
    assert "<tolerance>0.0000005</tolerance>" in xml
    assert "<tolerance>0</tolerance>" in xml


def test_a_category_is_named_after_its_lesson_and_a_stroke_in_it_opens_no_other() -> None:
    _, categories = read(quiz(category(replace(lesson("03"), title="Half/whole"))))
    assert list(categories) == ["$course$/top/Between the Lines/03 Half//whole"]


def test_an_open_answer_is_an_essay_with_its_levels_for_who_reads_it() -> None:
    essay = item(open_answer(lesson("03")))
    assert essay.type == "essay"
    assert "Level 3: As level 2" in plain(essay.texts["graderinfo"])
    assert "A good answer: The report gives no total." in plain(essay.texts["graderinfo"])
    assert "The report gives no total." not in plain(essay.texts["generalfeedback"]), "learners see that"
    assert open_answer(lesson("00")) == ""


@pytest.mark.parametrize("value", ['a"b', "a&b", "a<b"])
def test_an_attribute_is_escaped(value: str) -> None:
    assert ET.fromstring(element("x", y=value)).attrib == {"y": value}  # noqa: S314 - our own
