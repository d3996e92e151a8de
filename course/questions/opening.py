"""The card that a notebook opens with: what it is for, how long it takes, what one needs, and where one stands."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from course.files import yours
from course.page import card, html
from course.questions import glossary, keeping, on_page
from course.questions.heading import heading
from course.questions.spec import Lesson, lesson, numbers
from course.questions.standing import OnTrack, stand, states
from course.say import and_, count

if TYPE_CHECKING:
    from course.page.card import Card
    from course.questions.standing import Standing

AIMS = "You will be able to"
NOT_KEPT = (
    "Your answers are not kept here: this browser has no place for them. Before you close the page, write "
    "course.save_progress() in an empty cell, run it and download the file. Next time course.restore_progress() "
    "brings them back."
)
WITHOUT, WITH = "Without code", "With code"
KEPT = "Your answers are kept."
NEWER = "This lesson is newer than your page of it. Your own page is kept beside it:"
LENDERS = "BINDER_LAUNCH_HOST", "BINDER_REQUEST", "BINDER_REPO_URL"
"""Variables of the environment that Binder sets, whose computers live as long as somebody works on them."""
LENT = "This computer is lent: after a pause of about ten minutes it is gone, and your answers with it."
LENT_SAVE = "Before you leave, run `course.save_progress()` and click “Download it”."


def opening(notebook: str) -> Card:
    """Show the card that a notebook opens with; it follows what is answered.

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


def is_lent() -> bool:
    """Return whether this computer goes away after a pause, with all that is on it."""
    return any(os.environ.get(name) for name in LENDERS)


def standing_of(about: Lesson) -> Standing:
    """Return how a learner stands with a notebook."""
    return stand(about.questions, states(about.questions, keeping.read()))


def gauges(standing: Standing) -> list[html.Html]:
    """Return a bar a track, with its count; none for a track without questions."""
    tracks = {WITHOUT: standing.reading, WITH: standing.coding}
    return [
        card.gauge(f"{name} · {_done(track)}", track.right / track.total)
        for name, track in tracks.items()
        if track.total
    ]


def _done(track: OnTrack) -> str:
    return f"{track.right} of {track.total}{' ✓' if track.is_finished else ''}"


def _draw(about: Lesson) -> html.Html:
    standing = standing_of(about)
    needs = html.paragraph("You need ", *_needs(about), ".")
    short = [html.paragraph(html.strong("Short of time? "), about.short)] if about.short else []
    below = [html.paragraph(html.muted(times(about))), needs, *short, card.buttons()]
    kept = _kept()
    aims = [glossary.explained(aim) for aim in about.aims]
    return card.opening(_over(about), AIMS, aims, below, [*gauges(standing), *_own_pages(about), kept])


def _own_pages(about: Lesson) -> list[html.Html]:
    """Return where a learner's own pages of older editions of this lesson are, where there are some."""
    try:
        own = sorted(place.stem for place in Path.cwd().glob(f"{yours(about.notebook, '*')}.ipynb"))
    except OSError:  # the folder has gone
        return []
    links = [part for name in own for part in (" ", card.to(name, name))]
    return [html.paragraph(NEWER, *links)] if links else []


def _kept() -> html.Html:
    """Return where the answers are, and how to take them along where they do not stay."""
    if not keeping.is_kept():
        return html.paragraph(NOT_KEPT)
    if is_lent():
        return html.paragraph(html.strong(LENT), " ", html.marked(LENT_SAVE))
    return html.paragraph(html.muted(KEPT))


def _over(about: Lesson) -> str:
    *before, last = numbers()
    place = [*before, last].index(about.number)
    return f"{f'Lesson {place} of {len(before)}' if place else 'Before you start'} · {about.minutes} minutes"


def _needs(about: Lesson) -> list[str]:
    """Return what one needs before a notebook: links to others, or that it is nothing."""
    links = [card.to(each.title, each.notebook) for each in map(heading, about.needs)]
    if not links:
        return ["nothing; you do not have to know any Python"]
    return [part for link in links for part in (" and ", link)][1:]


def times(about: Lesson) -> str:
    """Return what the minutes of a notebook are for."""
    in_code = [question.minutes for question in about.questions if question.track == "coding"]
    asked = sum(question.minutes for question in about.questions)
    parts = [f"{about.read} to read and play", *([f"{about.talk} to talk and write"] if about.talk else []),
             f"{asked} for {count(len(about.questions), 'question')}"]  # fmt: skip
    code = f"; {len(in_code)} of them in code ({sum(in_code)} minutes), which you can skip" if in_code else ""
    return f"Minutes: {', '.join(parts)}{code}."


def _text(about: Lesson) -> str:
    standing = standing_of(about)
    aims = "\n".join(f"- {aim}" for aim in about.aims)
    needs = and_(heading(number).title for number in about.needs) or "nothing"
    tracks = f"{WITHOUT}: {_done(standing.reading)}{standing.in_code}"
    lent = f"\n{LENT} {html.unmarked(LENT_SAVE)}" if is_lent() else ""
    return f"{about.title}\n{AIMS}\n{aims}\n{times(about)} You need: {needs}.\n{tracks}{lent}"
