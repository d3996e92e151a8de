"""The card that a notebook ends with: what one can do now, what is left on each track, and the next notebook."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.page import card, html
from course.questions import keeping, on_page, open_answer, task_file
from course.questions.heading import Heading, heading
from course.questions.opening import WITH, WITHOUT, gauges, standing_of
from course.questions.spec import Lesson, lesson, numbers
from course.say import and_

if TYPE_CHECKING:
    from course.page.card import Card
    from course.questions.standing import OnTrack, Standing

ALL_SEEN = "This was the last notebook."


def ending(notebook: str) -> Card:
    """Show the card that a notebook ends with; it follows what is answered.

    Parameters
    ----------
    notebook
        Its number, such as `"03"`.

    Raises
    ------
    ContentError
        There is no notebook of that number.
    """
    about = lesson(notebook)
    return on_page.card(lambda: _draw(about), lambda: _text(about))


def _draw(about: Lesson) -> html.Html:
    standing = standing_of(about)
    following = _next(about)
    on = card.go(f"Next: {following.title} →", following.notebook) if following else html.strong(ALL_SEEN)
    left = [html.paragraph(line) for line in _left(about, standing)]
    side = html.tag("div", *gauges(standing), on, class_="btl-side")
    return card.ending("The end of this notebook", _head(about, standing), left, side)


def _head(about: Lesson, standing: Standing) -> str:
    return f"You can now {about.can}." if standing.reading.is_finished else f"Here you learn to {about.can}."


def _left(about: Lesson, standing: Standing) -> list[str]:
    """Return what is left on each track, in words, and whether what nobody judges is done."""
    record = keeping.read()
    unjudged = (task_file.state(about.number, record), open_answer.state(about, record))
    return [
        *(
            f"{name}: {_what(track, later)}"
            for name, track, later in ((WITHOUT, standing.reading, ""), (WITH, standing.coding, ", whenever you like"))
            if track.total
        ),
        *(said.capitalize() for said in unjudged if said),
    ]


def _what(track: OnTrack, later: str) -> str:
    if track.is_finished:
        return "all done ✓"
    return f"left {'is' if len(track.left) == 1 else 'are'} {and_(question.id for question in track.left)}{later}"


def _next(about: Lesson) -> Heading | None:
    return next((heading(number) for number in numbers() if number > about.number), None)


def _text(about: Lesson) -> str:
    standing = standing_of(about)
    following = _next(about)
    on = f"Next: {following.title}" if following else ALL_SEEN
    return "\n".join([_head(about, standing), *_left(about, standing), on])
