"""Where a learner stands: what is done, and the file to take it elsewhere."""

from __future__ import annotations

import base64
from dataclasses import dataclass
from html import escape
from pathlib import Path

from course.content import ContentError, did_you_mean
from course.questions import progress
from course.questions.judge import State
from course.questions.spec import lessons

DEFAULT_FILE = "my-progress.json"
BAR = 20


@dataclass(frozen=True)
class Part:
    """The questions of one notebook or of one outcome: how many are done, of how many, and minutes left."""

    name: str
    done: int
    total: int
    minutes_left: int

    def __str__(self) -> str:
        """Return a bar with the count."""
        full = BAR * self.done // self.total
        left = f", about {self.minutes_left} min left" if self.minutes_left else ", all done"
        return f"{'█' * full}{'░' * (BAR - full)}  {self.name} · {self.done} of {self.total}{left}"


@dataclass(frozen=True)
class Standing:
    """What a learner has done, by notebook and by outcome."""

    notebooks: tuple[Part, ...]
    outcomes: tuple[Part, ...]

    def __str__(self) -> str:
        """Return a line a notebook and a line an outcome."""
        lines = ["By notebook", *map(str, self.notebooks), "By what you can do", *map(str, self.outcomes)]
        return "\n".join(lines)

    __repr__ = __str__

    def _repr_html_(self) -> str:
        return (
            "<div style='line-height:1.5;font-size:14px;max-width:46em'>"
            f"<b>By notebook</b>{_bars(self.notebooks)}<b>By what you can do</b>{_bars(self.outcomes)}</div>"
        )


@dataclass(frozen=True)
class Said:
    """A sentence on what was done with a file, with a link to download it where there is one."""

    text: str
    file: str = ""
    content: str = ""

    def __str__(self) -> str:
        """Return the sentence."""
        return self.text

    __repr__ = __str__

    def _repr_html_(self) -> str:
        link = ""
        if self.content:
            data = base64.b64encode(self.content.encode()).decode()
            link = f" <a download='{escape(self.file)}' href='data:application/json;base64,{data}'>Download it</a>"
        return f"<p style='line-height:1.5;font-size:14px'>{escape(self.text)}{link}</p>"


def standing(notebook: str | None = None) -> Standing:
    """Show what is done and what is left, by notebook and by outcome.

    Parameters
    ----------
    notebook
        The number of one notebook, such as `"03"`; all of them where none is given.

    Raises
    ------
    ContentError
        There is no notebook of that number.
    """
    shown = lessons()
    if notebook is not None:
        numbers = [lesson.number for lesson in shown]
        if str(notebook) not in numbers:
            message = f"There is no notebook {notebook!r}. {did_you_mean(str(notebook), numbers)}"
            raise ContentError(message)
        shown = [lesson for lesson in shown if lesson.number == str(notebook)]
    entries = progress.read().entries
    notebooks: dict[str, list[tuple[bool, int]]] = {}
    outcomes: dict[str, list[tuple[bool, int]]] = {}
    for question in (question for lesson in shown for question in lesson.questions):
        done = entries.get(question.id, progress.Entry()).state == State.RIGHT
        notebooks.setdefault(question.title, []).append((done, question.minutes))
        outcomes.setdefault(question.outcome, []).append((done, question.minutes))
    return Standing(_parts(notebooks), _parts(outcomes))


def save_progress(path: str | Path = DEFAULT_FILE) -> Said:
    """Write all answers and notes to one file that can be downloaded and brought back.

    Where the file is there already, what it holds is kept in it too, so that saving before restoring
    loses nothing. Where there is another file of that name, or the file cannot be written, that is told in a
    sentence and changes nothing.
    """
    file = Path(path)
    record = progress.read()
    try:
        if file.exists():
            record = progress.Record.from_json(file.read_text(encoding="utf-8-sig")).merged(record)
        text = record.to_json()
        progress.write_in_one_step(file, text)
    except (progress.ProgressError, UnicodeDecodeError) as error:
        return Said(f"{file.name} is another file: {error}. Give another name: course.save_progress('name.json').")
    except OSError as error:
        return Said(f"{file} could not be written: {error.strerror}.")
    answers = _answered(record)
    return Said(f"{answers} answer{'' if answers == 1 else 's'} saved in {file.name}.", file.name, text)


def restore_progress(path: str | Path = DEFAULT_FILE) -> Said:
    """Bring back a file that `save_progress` wrote; what has been answered since stays.

    A file that is missing or is not a progress file is told in a sentence and changes nothing.
    """
    file = Path(path)
    try:
        saved = progress.Record.from_json(file.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        return Said(f"There is no file {file.name} here. Drag it into the file list on the left, then try again.")
    except (progress.ProgressError, UnicodeDecodeError) as error:
        return Said(f"{file.name} was not restored: {error}. Nothing was changed.")
    except OSError as error:
        return Said(f"{file} could not be read: {error.strerror}. Nothing was changed.")
    if problem := progress.keep(saved.merged):
        return Said(problem)
    count = _answered(saved)
    return Said(
        f"{count} answer{'' if count == 1 else 's'} restored from {file.name}. Run the questions again to see them."
    )


def _answered(record: progress.Record) -> int:
    return sum(entry.tries > 0 for entry in record.entries.values())


def _parts(groups: dict[str, list[tuple[bool, int]]]) -> tuple[Part, ...]:
    return tuple(
        Part(
            name,
            sum(done for done, _ in each),
            len(each),
            sum(minutes for done, minutes in each if not done),
        )
        for name, each in groups.items()
    )


def _bars(parts: tuple[Part, ...]) -> str:
    rows = ""
    for part in parts:
        share = 100 * part.done // part.total
        left = f"about {part.minutes_left} min left" if part.minutes_left else "all done"
        rows += (
            f"<div style='margin:0.2em 0'>{escape(part.name)} · {part.done} of {part.total}, {left}"
            f"<div style='height:8px;border:1px solid #57606a;max-width:20em' aria-hidden='true'>"
            f"<div style='height:8px;width:{share}%;background:#007a5a'></div></div></div>"
        )
    return rows
