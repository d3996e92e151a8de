"""The site's own page: the lessons, what is kept where, links for a teacher, what the site is made of."""

from __future__ import annotations

import json
from email.parser import HeaderParser
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import jinja2

from course import content
from course.questions.hand_in import course_version
from course.questions.spec import lessons
from course.teach.browser.packages import release, used

if TYPE_CHECKING:
    from collections.abc import Iterator

HERE = Path(__file__).parent
PICTURES = ("question.png",)


def write(site: Path) -> None:
    """Write the page into a site, with its pictures, and the list of the editions of the lessons."""
    editions = {
        place.name: json.loads(place.read_text(encoding="utf-8"))["metadata"]["between-the-lines"]["edition"]
        for place in sorted((site / "files").glob("*.ipynb"))
    }
    (site / "lessons.json").write_text(json.dumps(editions), encoding="utf-8")
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(HERE), autoescape=True, trim_blocks=True, undefined=jinja2.StrictUndefined
    )
    soon = sorted(path.relative_to(site).as_posix() for path in (site / "static" / "pyodide").iterdir())
    later = {item.file for item in used("later")}
    page = environment.get_template("front.html").render(
        lessons=[about(each) for each in lessons()],
        version=course_version(),
        parts=sorted(set(_parts(site)), key=lambda part: part[0].lower()),
        release=release(),
        soon=json.dumps([path for path in soon if Path(path).name not in later]),
        has_picture=bool(_pictures(site)),
    )
    (site / "index.html").write_text(page, encoding="utf-8")


def about(lesson: Any) -> dict[str, Any]:  # noqa: ANN401 - a lesson of the questions
    """Return what the page says of a lesson."""
    return {
        "number": lesson.number,
        "title": lesson.title,
        "minutes": lesson.minutes,
        "can": lesson.aims,
        "file": f"{lesson.notebook}.ipynb",
        "link": f"lab/index.html?path={quote(f'{lesson.notebook}.ipynb')}",
    }


def _pictures(site: Path) -> list[Path]:
    """Lay the pictures of the page into the site, where the project's are here."""
    laid = []
    for name in PICTURES:
        place = content.root() / "docs" / "pictures" / name
        if place.is_file():
            (site / name).write_bytes(place.read_bytes())
            laid.append(site / name)
    return laid


def _parts(site: Path) -> Iterator[tuple[str, str, str]]:
    """Yield what the site is made of: name, version and licence, as each wheel says it."""
    import zipfile  # noqa: PLC0415

    for place in sorted((site / "static" / "pyodide").glob("*.whl")):
        with zipfile.ZipFile(place) as packed:
            about = [name for name in packed.namelist() if name.endswith(".dist-info/METADATA")]
            text = packed.read(about[-1]).decode() if about else ""
        fields = HeaderParser().parsestr(text)
        licence = fields["License-Expression"] or _classified(fields.get_all("Classifier") or []) or fields["License"]
        if fields["Name"] and fields["Version"] != "0":
            yield fields["Name"], fields["Version"], (licence or "see its page").splitlines()[0]


def _classified(words: list[str]) -> str:
    said = [word.rpartition(" :: ")[2] for word in words if word.startswith("License ::")]
    return ", ".join(said)
