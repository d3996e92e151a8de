"""Moodle's XML of a question, of an open answer and of a category: elements, and HTML inside them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from course.page import html
from course.questions.judge import again
from course.teach.export.held import ANY, FULL, MULTICHOICE, NUMERICAL, SHORT

if TYPE_CHECKING:
    from course.questions.spec import Lesson, Question
    from course.teach.export.held import Held

HEAD = '<?xml version="1.0" encoding="UTF-8"?>'
TOP = "$course$/top/Between the Lines"
"""The category that Moodle puts all of it into."""
PREFIX = "between-the-lines-"
"""What each id number begins with, so that it is no other question's."""
NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
HTML, PLAIN = "html", "moodle_auto_format"
ESSAY, ESSAY_LINES = "essay", 10
IN_CODE = "Work it out in code, in a notebook of the course, and give what comes out."
FORMS = {
    NUMERICAL: "Write a number, in digits.",
    SHORT: "Write a word or a few.",
}
NUMBER_OR_NOT = "Write a number, in digits, or: not stated."


def quiz(*questions: str) -> str:
    """Return a whole file of questions and categories."""
    return f"{HEAD}\n{element('quiz', *questions)}\n"


def category(lesson: Lesson) -> str:
    """Return the category of a lesson: what follows belongs to it."""
    name = f"{lesson.number} {lesson.title}".replace("/", "//")  # one stroke would begin a category in it
    return element(
        "question",
        element("category", _text(f"{TOP}/{name}")),
        _html("info", _paragraphs(lesson.about)),
        element("idnumber", f"{PREFIX}{lesson.number}"),
        type="category",
    )


def question(asked: Question, held: Held) -> str:
    """Return a question as Moodle holds it, with its replies, hints and paragraphs to read again."""
    texts = [asked.prompt, IN_CODE if asked.track == "coding" else "", _form(asked, held)]
    parts = [
        *_common(asked.id, asked.outcome, _paragraphs(*texts), _paragraphs(asked.right)),
        *(_of_choices(asked, held) if held.type == MULTICHOICE else []),
        *([element("usecase", "0")] if held.type == SHORT else []),
        *(_answer(asked, held, place) for place in range(len(held.replies))),
        *(_UNITS if held.type == NUMERICAL else []),
        *(_html("hint", _paragraphs(hint)) for hint in asked.hints),
        _tags(asked.level, f"{asked.track} track"),
    ]
    return element("question", *parts, type=held.type)


def open_answer(lesson: Lesson) -> str:
    """Return the open answer of a lesson, if it has one, as an essay, with its levels and a good one for teachers."""
    if lesson.open is None:
        return ""
    levels = html.items(lesson.open.levels.values())
    told = html.join(levels, html.paragraph(html.strong("A good answer: "), lesson.open.example))
    parts = [
        *_common(f"{lesson.number}-open", "in your own words", _paragraphs(lesson.open.prompt), levels),
        element("responseformat", "editor"),
        element("responserequired", "1"),
        element("responsefieldlines", str(ESSAY_LINES)),
        element("attachments", "0"),
        element("attachmentsrequired", "0"),
        _html("graderinfo", told),
        _html("responsetemplate", html.Html()),
    ]
    return element("question", *parts, type=ESSAY)


def element(name: str, *parts: str, **attributes: str) -> str:
    """Return an element; its parts are XML already."""
    said = "".join(f" {key}={quoteattr(value)}" for key, value in attributes.items())
    return f"<{name}{said}>{''.join(parts)}</{name}>"


def _common(name: str, about: str, text: html.Html, general: html.Html) -> list[str]:
    return [
        element("name", _text(f"{name} {about}")),
        _html("questiontext", text),
        _html("generalfeedback", general),
        element("defaultgrade", "1"),
        element("penalty", "0"),  # trying again costs nothing
        element("hidden", "0"),
        element("idnumber", f"{PREFIX}{name}"),
    ]


def _form(asked: Question, held: Held) -> str:
    return NUMBER_OR_NOT if held.type == SHORT and asked.kind.name == "number" else FORMS.get(held.type, "")


def _of_choices(asked: Question, held: Held) -> list[str]:
    wrong = html.join(_paragraphs(asked.default), _again(asked))
    return [
        element("single", "true" if held.single else "false"),
        element("shuffleanswers", "false"),
        element("answernumbering", "none"),
        element("showstandardinstruction", "1"),
        _html("correctfeedback", html.Html() if held.single else _paragraphs(asked.right)),
        _html("partiallycorrectfeedback", html.Html() if held.single else wrong),
        _html("incorrectfeedback", _again(asked) if held.single else wrong),
    ]


def _answer(asked: Question, held: Held, place: int) -> str:
    reply = held.replies[place]
    said = _paragraphs(reply.feedback)
    if held.type != MULTICHOICE and reply.fraction < FULL:
        said = html.join(said, _again(asked))
    text = _cdata(html.paragraph(reply.text)) if held.type == MULTICHOICE else _text(reply.text)
    parts = [text, _html("feedback", said)]
    if held.type == NUMERICAL:
        parts.append(element("tolerance", "0" if reply.text == ANY else _decimal(reply.tolerance)))
    form = HTML if held.type == MULTICHOICE else PLAIN
    return element("answer", *parts, fraction=_decimal(reply.fraction), format=form)


def _again(asked: Question) -> html.Html:
    """Return the paragraphs that a learner is sent to, in our words, to be opened as on our page."""
    return html.join(*(html.fold(head, text) for head, text in again(asked)))


_UNITS = [
    element("unitgradingtype", "0"),
    element("unitpenalty", "0"),
    element("showunits", "3"),
    element("unitsleft", "0"),
]
"""That a number has no unit."""


def _tags(*names: str) -> str:
    return element("tags", *(element("tag", _text(name)) for name in names))


def _paragraphs(*texts: str) -> html.Html:
    return html.join(*(html.paragraph(html.marked(text)) for text in texts if text))


def _html(name: str, content: html.Html) -> str:
    return element(name, _cdata(content), format=HTML)


def _cdata(content: str) -> str:
    """Return a text element with HTML; what would end it too early is cut in two."""
    inside = NOT_IN_XML.sub("", content).replace("]]>", "]]]]><![CDATA[>")
    return element("text", f"<![CDATA[{inside}]]>" if inside else "")


def _text(plain: str) -> str:
    return element("text", escape(NOT_IN_XML.sub("", plain)))


def _decimal(number: float) -> str:
    """Return a number as Moodle reads it, with no exponent."""
    return f"{number:.9f}".rstrip("0").rstrip(".")
