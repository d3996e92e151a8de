"""Pages are written as files: as they are, or as PDF, for whom and as what one asks."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from click.testing import CliRunner

from course.cli import app
from course.figures import browsers
from course.questions.spec import lessons
from course.teach import printing, worksheet
from tests.browser.lab import HOW_TO_GET_IT
from tests.browser.server import CHROMIUM

PAGE = "<html><head><title>A</title></head><body><p>One</p><p style='break-before:page'>Two</p></body></html>"
runner = CliRunner()


@pytest.fixture
def no_browser(monkeypatch: pytest.MonkeyPatch) -> None:
    """A computer without Chromium."""
    monkeypatch.delenv(browsers.BROWSER_VARIABLE, raising=False)
    monkeypatch.setattr(browsers, "BROWSERS", ("no-such-browser",))
    monkeypatch.setattr(browsers, "usual_places", lambda: ())


@pytest.fixture
def browser(monkeypatch: pytest.MonkeyPatch) -> str:
    """A browser that is not there, but is believed to be."""
    monkeypatch.setenv(browsers.BROWSER_VARIABLE, "a-browser")
    return "a-browser"


@pytest.mark.usefixtures("no_browser")
def test_the_command_writes_whose_pages_it_is_asked_for(tmp_path: Path) -> None:
    done = runner.invoke(app, ["worksheet", "03", "--for", "teacher", "--to", str(tmp_path / "a" / "new")])
    assert done.exit_code == 0
    assert "needs a Chromium" in done.output
    assert "03_how_many-teacher.html: written" in done.output.replace("\n", "")
    assert [path.name for path in (tmp_path / "a" / "new").iterdir()] == ["03_how_many-teacher.html"]


@pytest.mark.usefixtures("no_browser")
def test_with_no_notebook_named_all_are_made_and_the_index(tmp_path: Path) -> None:
    assert runner.invoke(app, ["worksheet", "--to", str(tmp_path)]).exit_code == 0
    names = {f"{lesson.notebook}-{who}.html" for lesson in lessons() for who in ("learner", "teacher")}
    assert {path.name for path in tmp_path.iterdir()} == {*names, "index.html"}


@pytest.mark.usefixtures("no_browser")
def test_without_chromium_a_pdf_says_how_to_get_it(tmp_path: Path) -> None:
    done = runner.invoke(app, ["worksheet", "03", "--format", "pdf", "--to", str(tmp_path / "new")])
    assert done.exit_code == 1
    assert "A PDF needs a Chromium, or Chrome or Edge: on Debian and Ubuntu, apt-get install chromium." in done.output
    assert "write it as html" in done.output
    assert list(tmp_path.iterdir()) == [], "no folder is made for nothing"


def test_a_page_for_paper_has_its_size_once_and_else_stays_as_it_is() -> None:
    style = "<style>@page { size: A4; }</style>\n"
    assert printing.for_paper(PAGE, "A4").replace(style, "") == PAGE
    assert printing.for_paper(PAGE + "</head>", "A4").count(style) == 1


@pytest.mark.parametrize(
    ("failure", "said"),
    [
        (OSError("no such file"), "a-browser did not print the page: no such file"),
        (subprocess.TimeoutExpired("a-browser", 60), "a-browser did not print the page: .*timed out"),
        (None, "a-browser did not print the page. It said:\nno memory$"),
    ],
)
def test_a_browser_that_does_not_print_is_told(
    browser: str, failure: Exception | None, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def run(command: list[str], **_: Any) -> subprocess.CompletedProcess[str]:
        assert command[0] == browser
        if failure:
            raise failure
        return subprocess.CompletedProcess(command, 1, "", "no memory\n")

    monkeypatch.setattr(subprocess, "run", run)
    with pytest.raises(RuntimeError, match=said):
        printing.as_pdf(PAGE)


def test_the_browser_is_given_the_page_as_it_is_and_what_it_prints_is_the_pdf(
    browser: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def run(command: list[str], **_: Any) -> subprocess.CompletedProcess[str]:
        to = next(Path(each.split("=", 1)[1]) for each in command if each.startswith("--print-to-pdf="))
        assert command[-1] == (to.parent / "page.html").as_uri()
        to.write_bytes(b"%PDF of " + (to.parent / "page.html").read_bytes())
        return subprocess.CompletedProcess(command, 0, "", f"{browser} is ready")

    monkeypatch.setattr(subprocess, "run", run)
    assert printing.as_pdf("<p>Zoë</p>") == "%PDF of <p>Zoë</p>".encode()


@pytest.mark.skipif(CHROMIUM is None, reason=HOW_TO_GET_IT)
def test_a_pdf_has_pages_of_the_size_that_is_asked_for() -> None:
    for size, box in (("A4", b"59[45]"), ("letter", b"612")):
        pdf = printing.as_pdf(printing.for_paper(PAGE, size))
        assert pdf.startswith(b"%PDF")
        assert len(re.findall(rb"/Type\s*/Page\b", pdf)) == 2
        assert re.search(rb"/MediaBox\s*\[\s*0 0 " + box, pdf)


@pytest.mark.skipif(CHROMIUM is None, reason=HOW_TO_GET_IT)
def test_each_lesson_by_the_clock_is_one_page_to_hold() -> None:
    guides = [BeautifulSoup(worksheet.teacher_sheet(lesson).html, "html.parser") for lesson in lessons()]
    fronts = [str(guide.find(class_="front")).replace("front", "front page", 1) for guide in guides]
    page = f"<html>{guides[0].head}<body>{''.join(fronts)}</body></html>"
    assert len(re.findall(rb"/Type\s*/Page\b", printing.as_pdf(printing.for_paper(page, "A4")))) == len(guides)
