"""The marks of a source's cells: tags and keys, each mistake told; words and headings decide nothing."""

from __future__ import annotations

import codecs
import json
import re
import shutil
from typing import TYPE_CHECKING

import pytest
from bs4 import BeautifulSoup

from course import content
from course.content import ContentError
from course.questions.spec import lessons
from course.teach import paper
from course.teach import source as sources
from course.teach.build import read_source
from course.teach.guides import guide_of
from course.teach.marks import NOT_LEARNERS, NOT_PRINTED, NOT_SOLVED, TAGS
from course.teach.worksheet import solution_of

if TYPE_CHECKING:
    from pathlib import Path

    from course.questions.spec import Lesson
    from course.teach.paper import Item

HEADER = "---\nkernelspec:\n  name: python3\n  display_name: Python 3\n  language: python\n---\n\n"
every_lesson = pytest.mark.parametrize("lesson", lessons(), ids=lambda lesson: lesson.notebook)


def cell(text: str, **marks: object) -> str:
    return f"+++ {json.dumps(marks)}\n\n{text}\n\n"


def test_each_tag_is_one_of_a_few_with_a_sentence_and_is_used() -> None:
    assert set(TAGS) >= NOT_LEARNERS | NOT_SOLVED | NOT_PRINTED
    assert all(meaning.endswith(".") for meaning in TAGS.values())
    texts = "".join(path.read_text(encoding="utf-8") for path in sources.sources_folder().glob("*.md"))
    assert all(f'"{tag}"' in texts or f"[{tag}]" in texts for tag in TAGS)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (cell("Click.", tags=["scren"]), "cell 1: 'scren' is not a tag. Did you mean 'screen'?"),
        (cell("Click.", tag=["screen"]), "cell 1: 'tag' is not a mark of a cell. Did you mean 'tags'?"),
        (cell("## Guess", prat="guess"), "cell 1: 'prat' is not a mark of a cell. Did you mean 'part'?"),
        (cell("## Guess", tags=["screen"]), 'cell 1: a heading (##) begins a part. Put its key above it: +++ {"part": '),
        (cell("One.\n\n## Guess", part="guess"), 'cell 1: a heading (##) begins a part. Put its key above it: +++ {"part": '),
        (cell("One.\n\n### Guess", part="guess"), "cell 1: 'guess' is the key of no heading."),
        (cell("# Guess", part="guess"), "cell 1: 'guess' is the key of no heading."),
        (cell("## One", part="one") + cell("### Two", part="one"), "cell 2: 'one' is the key of two parts. Keep 'one' for one."),
    ],
)  # fmt: skip
def test_each_mistake_is_told(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "99_test.md"
    path.write_text(HEADER + text, encoding="utf-8")
    with pytest.raises(ContentError, match=re.escape(f"99_test.md, {said}")):
        read_source(path)


def nonsense(text: str) -> str:
    return codecs.encode(text, "rot13")


def spoil(path: Path) -> None:
    """Turn each word of a source's texts and headings into another one; code, marks and header stay."""
    _, header, body = path.read_text(encoding="utf-8").split("---\n", 2)
    kept = re.compile(r"(^```\{code-cell\}.*?^```$|^\+\+\+.*?$)", re.MULTILINE | re.DOTALL)
    pieces = [piece if number % 2 else nonsense(piece) for number, piece in enumerate(kept.split(body))]
    path.write_text(f"---\n{header}---\n{''.join(pieces)}", encoding="utf-8")


def printed(lesson: Lesson) -> list[tuple[str, list[Item]]]:
    source, questions = sources.read(lesson.notebook), {question.id: question for question in lesson.questions}
    made = paper.parts(source, guide_of(lesson), questions, solution_of(source))
    return [(part.title, list(part.items)) for part in made]


def words(item: Item) -> str:
    return BeautifulSoup(item.html, "html.parser").get_text()


@every_lesson
def test_other_words_and_headings_print_the_same_cells(
    lesson: Lesson, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = printed(lesson)
    copy = shutil.copytree(content.notebooks_folder(), tmp_path / "notebooks")
    monkeypatch.setattr(content, "notebooks_folder", lambda: copy)
    spoil(copy / "source" / f"{lesson.notebook}.md")
    after = printed(lesson)
    assert [title for title, _ in after] == [nonsense(title) for title, _ in before]
    for (_, ours), (_, theirs) in zip(before, after, strict=True):
        assert [item.kind for item in theirs] == [item.kind for item in ours]
        assert [item.question for item in theirs] == [item.question for item in ours]
        for one, other in zip(ours, theirs, strict=True):
            assert words(other) == (nonsense(words(one)) if one.kind == "text" else words(one))


@every_lesson
def test_what_is_tagged_for_paper_is_printed_and_what_is_for_the_screen_is_not(lesson: Lesson) -> None:
    said = {item.html for _, items in printed(lesson) for item in items}
    for part in sources.read(lesson.notebook).parts:
        for each in part.cells:
            wanted = (
                not {"solution", "learner", "screen", "front"} & each.tags
                and not part.screen_only
                and part.cells[0].key != "code"
            )
            for block in each.blocks:
                if not block.level:
                    assert (block.html in said) == wanted, block.text
