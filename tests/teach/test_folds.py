"""Answers to the points of a list: folded away on a page, left out on paper."""

from __future__ import annotations

from course.teach.folds import asked, folded

TEXT = """Look for two things:

1. Which bar is *not* `blue`,
   and why?
   > The **last** one:
   > it is a plan.
2. What else?
3. And then?
   > Nothing.

> A quotation of its own stays.
"""


def test_a_point_with_an_answer_opens_it_and_one_without_stays() -> None:
    assert (
        folded(TEXT)
        == """Look for two things:

<details><summary>1. Which bar is <em>not</em> <code>blue</code>, and why?</summary>

The **last** one:
it is a plan.

</details>
2. What else?
<details><summary>3. And then?</summary>

Nothing.

</details>

> A quotation of its own stays.
"""
    )


def test_paper_has_the_points_without_their_answers() -> None:
    assert "> The **last**" not in asked(TEXT)
    assert asked(TEXT).startswith(
        "Look for two things:\n\n1. Which bar is *not* `blue`,\n   and why?\n2. What else?\n3."
    )
    assert asked(TEXT).endswith("> A quotation of its own stays.\n")
    assert folded("1. one\n2. two\n") == asked("1. one\n2. two\n") == "1. one\n2. two\n"
