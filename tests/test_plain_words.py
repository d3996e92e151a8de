"""The words that learners read: plain ones, for those who learn English; `hard_words.csv` lists what they do not meet."""

from __future__ import annotations

import ast
import csv
import re
import tomllib
from dataclasses import astuple
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from course import content
from course.questions import glossary
from course.questions.misreadings import misreadings
from course.questions.spec import lessons
from course.questions.task_file import TIMES, task
from course.vocabulary import vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator

    from course.case import Case

PROJECT = Path(__file__).parents[1]
HARD = {
    row["words"]: row["say"] for row in csv.DictReader((PROJECT / "tests" / "hard_words.csv").open(encoding="utf-8"))
}
FOR_AUTHORS = {"teach", "jupyter", "cli.py", "fingerprints.py", "shapes.py", "soundness.py"}
OWN_WORDS = ("summary", "why", "label", "role")
NOT_OURS = re.compile(
    r"“[^”]*”|\"[^\"]*\"|`[^`]*`|(?<!\*)\*(?!\*)[^*\n]+\*|\]\([^)]*\)|^(?:\+\+\+|:tags:|---).*|^```.*?^```|\\u\w{4}",
    re.MULTILINE | re.DOTALL,
)
"""What is quoted, code, a word spoken of, or an address."""


NO_QUOTES = str.maketrans("", "", "“”")
"""What a teacher writes on the board is ours too, so it is no quotation."""
SAYS_WHAT_WAS_DONE = re.compile(r"(?:^|[.!:] )You (?!can|may|are close|would|do not|have to)\w+")
"""A wrong answer can come from many thoughts: feedback says what the answer means, and asks."""


def hard_words(text: str) -> list[str]:
    """The words of a text that the list refuses, each with what to say in its place."""
    said = NOT_OURS.sub(" ", text)
    return [
        f"{found[0]}: say {say}" for words, say in HARD.items() for found in re.finditer(words, said, re.IGNORECASE)
    ]


def texts_of_questions() -> Iterator[tuple[str, str]]:
    for lesson in lessons():
        yield lesson.notebook, f"{lesson.title} {lesson.about} {lesson.short}"
        if asked := lesson.open:
            yield from ((lesson.notebook, text) for text in (asked.prompt, *asked.rubric, asked.example))
        for question in lesson.questions:
            own = (question.prompt, question.outcome, question.right, question.default, *question.hints)
            replies = [*(a.feedback for a in question.accepted), *(m.feedback for m in question.misconceptions)]
            for text in (*own, *question.kind.offered, *replies):
                yield question.id, text


def test_the_small_task_is_written_in_plain_words() -> None:
    texts = [text for when in TIMES for text in (*task(when).text, *task(when).sure.values())]
    texts += [text for when in TIMES for each in task(when).items for text in (each.prompt, *each.options.values())]
    assert len(texts) > 60
    assert [(text, found) for text in texts if (found := hard_words(text))] == []


def strings_of(path: Path) -> Iterator[str]:
    """The texts in a module that are no docstring."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    docs = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs:
            yield node.value


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The bars stand side by side.", ["stand: say is, are; write, read"]),
        ("Do you understand “stand”, `stand` and *stand*?", []),
        ("It hangs on him, but he holds on.", ["hangs: say depend on", "holds: say keep, have; is true"]),
        ("Go back; he backs it.", ["backs: say support"]),
    ],
)
def test_a_hard_word_is_found_outside_quotations(text: str, found: list[str]) -> None:
    assert hard_words(text) == found


def test_questions_are_asked_and_answered_in_plain_words() -> None:
    assert [(name, found) for name, text in texts_of_questions() if (found := hard_words(text))] == []


def test_what_is_to_do_on_paper_is_written_in_plain_words() -> None:
    guides = [
        tomllib.loads(path.read_text(encoding="utf-8")) for path in content.notebooks_folder().glob("guides/*.toml")
    ]
    texts = [paper["do"] for guide in guides for paper in guide.get("paper", [])]
    assert len(texts) > 3
    assert [(text, found) for text in texts if (found := hard_words(text))] == []


def test_no_feedback_says_what_somebody_did() -> None:
    replies = {m.feedback for lesson in lessons() for question in lesson.questions for m in question.misconceptions}
    assert [text for text in replies if SAYS_WHAT_WAS_DONE.search(text)] == []


@pytest.mark.parametrize("path", sorted((PROJECT / "notebooks" / "source").glob("*.md")), ids=lambda path: path.stem)
def test_a_notebook_is_written_in_plain_words(path: Path) -> None:
    assert hard_words(path.read_text(encoding="utf-8")) == []


def test_the_glossary_the_vocabulary_and_the_case_are_written_in_plain_words(case: Case) -> None:
    texts = [f"{term.term}: {term.meaning}" for term in glossary.read()]
    texts += [
        row["meaning"]
        for path in content.cases_folder().glob("vocabulary/*.csv")
        for row in vocabulary(path.stem).values()
    ]
    texts += list(case.digest.values())
    tables = [case.table(name) for name in ("actors", "troops", "statements", "events")]
    texts += [text for table in tables for name in OWN_WORDS if name in table for text in table[name].dropna()]
    assert [(text, found) for text in texts if (found := hard_words(text))] == []


def test_the_misreadings_are_written_in_plain_words() -> None:
    texts = [text for each in misreadings().values() for text in astuple(each)[1:]]
    assert len(texts) > 100
    assert [(text, found) for text in texts if (found := hard_words(text.translate(NO_QUOTES)))] == []
    assert [text for text in texts if re.search(r"\bwrong\b", text, re.IGNORECASE)] == []
    assert [each.shows for each in misreadings().values() if SAYS_WHAT_WAS_DONE.search(each.shows)] == []


def test_charts_and_explorers_speak_in_plain_words() -> None:
    modules = [
        path
        for path in (PROJECT / "course").rglob("*.py")
        if not FOR_AUTHORS & set(path.relative_to(PROJECT / "course").parts)
    ]
    found = {
        f"{path.stem}: {text}": hard for path in modules for text in strings_of(path) if (hard := hard_words(text))
    }
    assert found == {}
