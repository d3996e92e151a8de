"""The packs in a real browser, page by page: few, full, no picture cut, no question beside what answers it."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

import pytest

from course.questions.spec import lessons
from course.teach import stills
from course.teach.printed.pack import pack_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

    from course.questions.spec import Lesson

LESSONS = {lesson.notebook: lesson for lesson in lessons()}
every_lesson = pytest.mark.parametrize("lesson", LESSONS.values(), ids=lambda lesson: lesson.notebook)
SIDES = 6
HALF = 0.5
LAY_OUT = """
names => {
  // Each page is a column of the window's width: what breaks a page on paper breaks a column here.
  const width = 182 * 96 / 25.4, height = 270 * 96 / 25.4, gap = 40;
  const main = document.querySelector('main');
  for (const heap of main.querySelectorAll('[data-heap]')) if (!names.includes(heap.dataset.heap)) heap.remove();
  document.body.style.cssText = `margin: 0; padding: 0; max-width: none; width: ${width}px`;
  main.style.cssText = `columns: ${width}px 1; column-gap: ${gap}px; column-fill: auto; height: ${height}px; width: ${width}px`;
  for (const each of main.querySelectorAll('*')) {
    const before = getComputedStyle(each).breakBefore;
    if (before === 'page') each.style.breakBefore = each.parentElement === main && !each.previousElementSibling ? 'auto' : 'column';
  }
  const left = main.getBoundingClientRect().left;
  const at = each => [...each.getClientRects()].filter(one => one.height > 1).map(one => ({
    page: Math.floor((one.left - left + 1) / (width + gap)), bottom: one.bottom / height, top: one.top / height,
  }));
  const leaves = [...main.querySelectorAll('*')].filter(each => !each.children.length || each.matches('img, svg, p, li'));
  return {
    leaves: leaves.flatMap(each => { const heap = each.closest('[data-heap]').dataset.heap; return at(each).map(one => ({...one, heap})); }),
    whole: [...main.querySelectorAll('img, svg, .question, .shown, .card')].map(each => at(each).map(one => one.page)),
    questions: [...main.querySelectorAll('.question')].flatMap(at).map(one => one.page),
    seen: [...main.querySelectorAll('.shown')].flatMap(at).map(one => one.page),
  };
}
"""


@cache
def html(notebook: str) -> str:
    """A pack with its pictures."""
    return pack_of(LESSONS[notebook], stills.draw).html


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """A page of the browser that has no net: each test puts something else on it."""
    context = browser.new_context(offline=True)
    yield context.new_page()
    context.close()


def laid_out(page: Page, lesson: Lesson, *heaps: str) -> dict[str, Any]:
    page.set_content(html(lesson.notebook))
    page.emulate_media(media="print")
    page.evaluate("Promise.all([...document.images].map(image => image.decode()))")
    found: dict[str, Any] = page.evaluate(LAY_OUT, list(heaps))
    return found


def fill(leaves: list[dict[str, Any]]) -> list[float]:
    """How far down each page is filled, as a part of it."""
    pages = sorted({leaf["page"] for leaf in leaves})
    return [max(leaf["bottom"] for leaf in leaves if leaf["page"] == number) for number in pages]


@every_lesson
def test_learners_pages_are_at_most_six_and_full_but_the_last_of_a_heap(page: Page, lesson: Lesson) -> None:
    found = laid_out(page, lesson, "read", "look", "answer")
    leaves = found["leaves"]
    assert max(leaf["page"] for leaf in leaves) < SIDES
    last = {
        max((leaf["page"] for leaf in leaves if leaf["heap"] == heap), default=0) for heap in ("read", "look", "answer")
    }
    thin = [number for number, part in enumerate(fill(leaves)) if part < HALF and number not in last]
    assert thin == []


@every_lesson
def test_nothing_is_cut_in_two_and_no_question_is_beside_a_table_or_a_picture(page: Page, lesson: Lesson) -> None:
    found = laid_out(page, lesson, "read", "look", "answer", "deck")
    assert [pages for pages in found["whole"] if len(set(pages)) > 1] == []
    assert set(found["questions"]) & set(found["seen"]) == set()


@every_lesson
def test_the_teachers_page_is_one_sheet(page: Page, lesson: Lesson) -> None:
    assert max(leaf["page"] for leaf in laid_out(page, lesson, "teacher")["leaves"]) < 2
