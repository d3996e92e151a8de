"""Where the course keeps its cases, its vocabulary, its questions and its notebooks."""

from __future__ import annotations

import csv
import json
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from course.problem import Problem, in_lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

DIGEST = "digest.md"
DIGEST_LINE = re.compile(r"^(\d{1,6})\. +(\S.*)$")
GLOSSARY = "glossary.ipynb"
NOT_STATED = "not stated"
NOT_A_LESSON = re.compile(r"-mine-| - yours until ")
"""What is in the name of a learner's own copy of a notebook, such as one that was set aside."""
TO_FILL = "…"
"""What a paragraph of a digest begins with that nobody has told yet."""
NEARLY_A_LINE = re.compile(r"^\s*¶?\s*(\d{1,6})(?:\s*[.):]\s*|\s+)(\S.*)$")
"""What was meant as a paragraph of a digest, such as `3) What it says.`"""


class ContentError(ValueError):
    """A file of the course is missing or broken, or there is no such thing; the message says what would be right."""

    problems: tuple[Problem, ...] = ()
    """All that is wrong, where the files of a case were read."""

    @classmethod
    def of(cls, problems: Iterable[Problem]) -> ContentError:
        """Return an error that tells some problems, a line each."""
        every = tuple(problems)
        error = cls(in_lines(every))
        error.problems = every
        return error

    def _render_traceback_(self) -> list[str]:
        """Return what IPython shows of it: the sentence, and no line of ours."""
        return [str(self)]


@cache
def root() -> Path:
    """Return the folder that holds `data` and `notebooks`.

    An installed wheel carries both inside the package; a checkout has them beside it.
    """
    package = Path(__file__).parent
    packed = package / "content"
    return packed if packed.is_dir() else package.parent


def cases_folder() -> Path:
    """Return the folder with one folder a case."""
    return root() / "data"


def exercises_folder() -> Path:
    """Return the folder with the question specs, one TOML file a notebook."""
    return root() / "notebooks" / "exercises"


def notebooks_folder() -> Path:
    """Return the folder with the learner's notebooks."""
    return root() / "notebooks"


def lesson_files() -> list[Path]:
    """Return the learner's notebooks in their order, and the glossary."""
    folder = notebooks_folder()
    pages = folder.glob("[0-9][0-9]_*.ipynb")
    return [*sorted(page for page in pages if not NOT_A_LESSON.search(page.name)), folder / GLOSSARY]


def cases() -> list[str]:
    """Return the names of the cases that the course ships, in alphabetical order."""
    packages = cases_folder().glob("*/datapackage.json")
    return sorted(p.parent.name for p in packages if p.parent.name != "vocabulary")


def did_you_mean(word: str, valid: Iterable[str]) -> str:
    """Return a sentence that names the valid word nearest to `word`, or all of them where none is near."""
    words = list(valid)
    if not words:
        return "There is none yet."
    return nearest(word, words) or f"Valid are: {', '.join(map(repr, words))}."


def nearest(word: str, valid: Iterable[str], near_enough: float = 0.6) -> str:
    """Return a sentence that names the valid word nearest to `word`; nothing where none is near."""
    from difflib import get_close_matches  # noqa: PLC0415 - only who has mistyped a word needs it

    words = {each.lower(): each for each in reversed(list(valid))}
    near = get_close_matches(word.lower(), words, n=1, cutoff=near_enough)
    return f"Did you mean {words[near[0]]!r}?" if near else ""


def case_folder(name: str | Path) -> Path:
    """Return the folder of a case, by the name of one that the course ships or by a path.

    Raises
    ------
    ContentError
        There is no such case; the message names the nearest one.
    """
    if not isinstance(name, str | Path):
        message = f"A case has a name or a folder, not a {type(name).__name__}. {did_you_mean('', cases())}"
        raise ContentError(message)
    if isinstance(name, str) and name in cases():
        return cases_folder() / name
    path = Path(name)
    if isinstance(name, Path) or path.is_dir() or len(path.parts) > 1:
        if (path / "datapackage.json").is_file():
            return path
        message = f"{path}: there is no datapackage.json in this folder, so it is not a case."
        raise ContentError(message)
    message = f"There is no case {name!r}. {did_you_mean(name, cases())}"
    raise ContentError(message)


def read_json(path: Path) -> dict[str, Any]:
    """Return the object that a JSON file holds.

    Raises
    ------
    ContentError
        The file is missing, is not UTF-8, is not JSON or is not an object; with line and column.
    """
    try:
        content = json.loads(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        message = f"{path.name}: the file is missing from {path.parent}."
        raise ContentError(message) from None
    except UnicodeDecodeError as error:
        message = f"{path.name}: byte {error.start} is not UTF-8. Save the file as UTF-8."
        raise ContentError(message) from None
    except json.JSONDecodeError as error:
        message = f"{path.name}, line {error.lineno}, column {error.colno}: this is not JSON ({error.msg})."
        raise ContentError(message) from None
    if not isinstance(content, dict):
        message = f"{path.name}: an object in braces was expected, not a {type(content).__name__}."
        raise ContentError(message)
    return content


def read_digest(folder: Path) -> dict[int, str]:
    """Return the digest of a case: the paragraph numbers, from 1, and the text of each.

    Raises
    ------
    ContentError
        `digest.md` is missing, or its paragraphs are not numbered 1, 2, 3 without a gap.
    """
    digest, problems = digest_of(folder)
    if problems:
        raise ContentError.of(problems)
    return digest


def digest_of(folder: Path) -> tuple[dict[int, str], list[Problem]]:
    """Return the digest of a case, as far as it can be read, and what is wrong in it."""
    try:
        text = (folder / DIGEST).read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return {}, [Problem(DIGEST, None, None, f"the file is missing from {folder}.")]
    except UnicodeDecodeError as error:
        return {}, [Problem(DIGEST, None, None, f"byte {error.start} is not UTF-8. Save the file as UTF-8.")]
    digest: dict[int, str] = {}
    problems: list[Problem] = []
    last, follows = 0, False
    for at, line in enumerate(text.splitlines(), start=1):
        match = DIGEST_LINE.match(line)
        near = NEARLY_A_LINE.match(line)
        if match:
            number = int(match[1])
            if number in digest:
                problems.append(Problem(DIGEST, at, None, f"paragraph {number} is in a line before."))
            elif number != last + 1:
                problems.append(Problem(DIGEST, at, None, f"paragraph {last + 1} was expected, not {number}."))
            last = max(last, number)
            digest.setdefault(number, match[2])
        elif near and int(near[1]) == last + 1:
            last += 1
            digest[last] = near[2]
            problems.append(
                Problem(DIGEST, at, None, f"a paragraph begins with its number and a full stop: '{last}. '.")
            )
        elif follows and line.strip():
            why = (
                f"this line does not begin with a number. If it goes on with paragraph {last}, put it behind that line."
            )
            problems.append(Problem(DIGEST, at, None, why))
        follows = bool(match or near or (follows and line.strip()))
    if not digest:
        problems.append(
            Problem(DIGEST, None, None, "no paragraph was found. A paragraph is a line like '1. What it says.'")
        )
    return digest, problems


def read_rows(path: Path, columns: Sequence[str]) -> list[dict[str, str]]:
    """Return the rows of a CSV file in which no cell may be blank, and no first cell may stand twice.

    Raises
    ------
    ContentError
        The file is missing, or a row in it is not as it should be; with file and row.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))
    except FileNotFoundError:
        message = f"{path.name}: the file is missing from {path.parent}."
        raise ContentError(message) from None
    seen: set[str] = set()
    for number, row in enumerate(rows, start=2):
        if list(row) != list(columns) or not all(row.values()):
            message = f"{path.name}, row {number}: a row needs {', '.join(columns)}, none of them blank."
            raise ContentError(message)
        key = row[columns[0]]
        if key in seen:
            message = f"{path.name}, row {number}: the {columns[0]} {key!r} is in a row before."
            raise ContentError(message)
        seen.add(key)
    return rows


def code_cells(path: Path) -> list[str]:
    """Return the cells of code of a notebook; none where it cannot be read."""
    try:
        cells: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))["cells"]
        return ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "code"]
    except (OSError, ValueError, KeyError, TypeError):
        return []


@cache
def shipped_title(case: str) -> str:
    """Return the heading of a case that the course ships, read once."""
    return str(read_json(case_folder(case) / "datapackage.json").get("title", case))


@cache
def shipped_digest(case: str) -> dict[int, str]:
    """Return the digest of a case that the course ships, read once."""
    return read_digest(case_folder(case))
