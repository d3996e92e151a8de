"""What the browser tests of reports share: how one is opened, and what is looked for in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from axe_playwright_python.sync_playwright import Axe

from course.teach.collect.report import to_html

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

    from course.teach.collect.class_report import ClassReport


def show(page: Page, tmp_path: Path, report: ClassReport, live: str = "") -> list[str]:
    """Open a report from a file; return a list that will have its errors, and what it asks for."""
    told: list[str] = []
    page.on("console", lambda message: told.append(message.text))
    page.on("pageerror", lambda error: told.append(str(error)))
    page.on("request", lambda request: told.append(request.url) if not request.url.startswith("file:") else None)
    file = tmp_path / "report.html"
    file.write_text(to_html(report, live=live), encoding="utf-8", newline="\n")
    page.goto(file.as_uri())
    return told


def faults(page: Page) -> list[str]:
    """What axe finds."""
    found = Axe().run(page).response["violations"]
    return [f"{rule['id']}: {node['html'][:160]}" for rule in found for node in rule["nodes"]]


def names_in(page: Page, report: ClassReport) -> list[str]:
    """The names of learners that are anywhere in the page: in a text, an attribute, a comment."""
    html = page.evaluate("document.documentElement.outerHTML")
    names = [
        *(person.name for person in report.people),
        *report.missing,
        *(told.place for told in (*report.odd, *report.doubles)),
    ]
    return [name for name in names if name in html]
