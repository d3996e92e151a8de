"""The report of a class as one page: it needs no other file and no net, and nothing that a learner wrote runs on it."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from course.page.html import STYLESHEET, marked
from course.questions.spec import lessons, questions
from course.questions.task_file import STEPS
from course.say import and_, count, verb
from course.teach.collect import bars, parts
from course.teach.collect.class_report import FEWEST, LONGEST_LIST
from course.teach.collect.slides import VOTES, slides

if TYPE_CHECKING:
    from collections.abc import Sequence

    from course.teach.collect.class_report import ClassReport

TEMPLATES = Path(__file__).parent / "templates"
STYLES, SCRIPTS = ("report.css", "project.css"), ("report.js", "renew.js", "project.js")
LIGHT, DARK = ":root", '[data-jp-theme-light="false"]'
"""The rules of the course's own stylesheet that hold its colours."""
DARK_GROUND = ':root[data-theme="dark"]'
"""The rule of the report's own that has what JupyterLab has there."""
ON_PAPER = 6
"""How many learners, and questions with learners who are stuck, the one page to print names."""
FEW_ROWS = 36
"""With as many questions, or fewer, the one page to print has larger letters."""


def to_html(report: ClassReport, *, live: str = "") -> str:
    """Return a report as a page.

    Parameters
    ----------
    report
        What is told of a class.
    live
        An address on the same server that says which report is the newest, as JSON with a `version`: the page asks it
        again and again, and where that changes it fetches itself anew. Empty for a file.
    """
    look, script = looks(), scripts()
    rows = parts.rows(report)
    values = {
        "report": report,
        "live": live,
        "look": Markup(look),  # noqa: S704 - our own files
        "script": Markup(script),  # noqa: S704 - our own files
        "policy": policy(look, script, live=bool(live)),
        "rows": rows,
        "groups": parts.by_lesson(rows),
        "top": parts.common(report, report.top),
        "misreadings": parts.common(report, report.misreadings),
        "slides": slides(report),
        "votes": VOTES,
        "names": parts.names(report),
        "stuck": sorted((each for each in report.questions if each.stuck), key=lambda each: -len(each.stuck)),
        "version": hashlib.sha256(repr(replace(report, made="")).encode("utf-8", "replace")).hexdigest()[:16],
        "unforeseen": parts.unforeseen(report),
        "prompts": parts.prompts(report),
        "asked": questions(),
        "planned": {lesson.number: lesson.minutes for lesson in lessons()},
    }
    return _templates().get_template("report.html").render(values)


def looks() -> str:
    """Return all styles: the course's colours, light and dark, and what is the report's own."""
    sheet = STYLESHEET.read_text(encoding="utf-8")
    own = "".join((TEMPLATES / name).read_text(encoding="utf-8") for name in STYLES)
    light, dark = colours(sheet, LIGHT), colours(sheet, DARK) + colours(own, DARK_GROUND)
    themes = (
        f":root {{{light}}}\n"
        f'@media screen and (prefers-color-scheme: dark) {{ :root:not([data-theme="light"]) {{{dark}}} }}\n'
        f'@media screen {{ :root[data-theme="dark"] {{{dark}}} }}\n'
    )
    return themes + own


def scripts() -> str:
    """Return all scripts."""
    return "".join((TEMPLATES / name).read_text(encoding="utf-8") for name in SCRIPTS)


def colours(sheet: str, rule: str) -> str:
    """Return what a stylesheet declares in a rule, given by its selector."""
    found = re.search(rf"^\s*{re.escape(rule)} \{{([^}}]*)\}}", sheet, re.MULTILINE)
    if found is None:
        message = f"page.css has no rule {rule}."
        raise LookupError(message)
    # JupyterLab's own colours are not here: what stands beside them as a second choice counts.
    return re.sub(r"var\(--jp-[\w-]+, ?([^)]*)\)", r"\1", found[1])


def policy(look: str, script: str, *, live: bool) -> str:
    """Return what the page allows itself: its own style and script by their fingerprints, and nothing else."""
    own = "; connect-src 'self'" if live else ""
    return (
        f"default-src 'none'; style-src {_fingerprint(look)}; script-src {_fingerprint(script)}{own}; "
        "base-uri 'none'; form-action 'none'"
    )


def _fingerprint(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def cut(every: Sequence[Any], most: int = LONGEST_LIST) -> Sequence[Any]:
    """Return the first of many."""
    return every[:most]


def more(total: int, most: int = LONGEST_LIST, where: str = "") -> str:
    """Return a line on how many a list leaves out, and where they are; nothing where it has all."""
    return f"and {total - most:,} more{f': in {where}' if where else ''}" if total > most else ""


@cache
def _templates() -> Environment:
    made = Environment(loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined,
                       trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True)  # fmt: skip
    made.filters["marked"] = lambda text: Markup(marked(text))  # noqa: S704 - it is escaped
    made.filters["shown"] = Markup  # `page/html.py` has escaped it
    for each in (and_, count, cut, more, verb, parts.typed, parts.when, parts.minutes, parts.headline):
        made.globals[each.__name__] = each
    made.globals.update(bars=bars, FEWEST=FEWEST, MOST=LONGEST_LIST, ON_PAPER=ON_PAPER, FEW_ROWS=FEW_ROWS, STEPS=STEPS)
    return made
