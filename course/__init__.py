"""Between the Lines: read one news report as data.

What a name needs is loaded when the name is first used: `import course` alone takes next to no time.
"""

from __future__ import annotations

import sys
from importlib import import_module
from typing import TYPE_CHECKING, Any

from course import console
from course.face import face

if TYPE_CHECKING:
    from course import charts, explore
    from course.coders.agreement import agreement
    from course.content import cases
    from course.loading import load
    from course.numbers.add_up import add_up
    from course.numbers.bounds import bounds
    from course.questions.ask import ask
    from course.questions.begin_anew import begin_anew
    from course.questions.check import check
    from course.questions.ending import ending
    from course.questions.glossary import glossary
    from course.questions.hand_in import hand_in
    from course.questions.hint import hint
    from course.questions.home import home
    from course.questions.note import note
    from course.questions.open_answer import open_answer
    from course.questions.opening import opening
    from course.questions.progress import progress
    from course.questions.require import require
    from course.questions.restore_progress import restore_progress
    from course.questions.save_progress import save_progress
    from course.questions.small_task import small_task
    from course.questions.solution import solution

__all__ = [
    "add_up",
    "agreement",
    "ask",
    "begin_anew",
    "bounds",
    "cases",
    "charts",
    "check",
    "ending",
    "explore",
    "glossary",
    "hand_in",
    "hint",
    "home",
    "load",
    "note",
    "open_answer",
    "opening",
    "progress",
    "require",
    "restore_progress",
    "save_progress",
    "small_task",
    "solution",
]

_HOMES = {
    **{name: f"course.questions.{name}" for name in __all__},
    **dict.fromkeys(["charts", "explore"], "course"),
    "load": "course.loading",
    "cases": "course.content",
    "agreement": "course.coders.agreement",
    **{name: f"course.numbers.{name}" for name in ("add_up", "bounds")},
}
"""Where a public name comes from; most from the questions, a module each."""
_load, __dir__ = face(__name__, _HOMES)


def __getattr__(name: str) -> Any:  # noqa: ANN401 - a function or a module
    if name in _HOMES:
        console.fit()
    if name == "load":
        import_module("course.figures.style").for_plotly()
        if "IPython" in sys.modules:
            import_module("course.page.frames").register()
    return _load(name)
