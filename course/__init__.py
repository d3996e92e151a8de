"""Between the Lines: read one news report as data."""

from course import charts, explore
from course.bounds import add_up, bounds
from course.case import load
from course.content import cases
from course.questions.ask import ask, note
from course.questions.check import check, hint
from course.questions.glossary import glossary
from course.questions.hand_in import hand_in
from course.questions.home import home
from course.questions.standing import restore_progress, save_progress
from course.questions.standing import standing as progress

__all__ = [
    "add_up",
    "ask",
    "bounds",
    "cases",
    "charts",
    "check",
    "explore",
    "glossary",
    "hand_in",
    "hint",
    "home",
    "load",
    "note",
    "progress",
    "restore_progress",
    "save_progress",
]
