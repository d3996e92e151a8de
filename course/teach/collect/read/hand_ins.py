"""Hand-ins and progress files, of all forms that the course has written, as data; what is off in them is said."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from course.questions import hand_in, record
from course.questions.judge import State
from course.questions.record import DONE, MOST_TRIES, OPEN, SURE, Entry, Record, Try
from course.questions.spec import lessons, questions
from course.questions.task_file import TIMES, shipped
from course.teach.collect.handed_in import HAND_IN, PROGRESS, HandedIn, Refused
from course.teach.collect.read import faults
from course.teach.collect.read.faults import Faults
from course.teach.collect.read.moments import moment, written
from course.teach.collect.read.owners import of_path
from course.teach.collect.read.platforms import owner_of
from course.teach.collect.read.tame import LONGEST_NAME, quoted, tame
from course.teach.collect.read.values import TooLarge, fit, plain

if TYPE_CHECKING:
    from collections.abc import Iterable

NEWER = "It was written by a newer version of the course: install that version, and collect once more."
NOT_OURS = "It is no hand-in and no progress file of this course."
NO_ANSWER = "There is no answer in it."
NO_FORM = "It does not say of which form it is, and was read as well as it can be."
CUT_NAME = "The name in it has {} letters, and was cut."
NO_NAME = "There is no name in it."
OF_THE_PATH = "The name is that of its place, {}: there is none in it."
DOUBLED = "A field stands in it twice, which the course never writes: it was changed by hand or by another program."
LONGEST_TEXT = 10_000
MOST_TRIED = 1_000_000
STATES = {str(state) for state in State}


def of_content(place: str, content: dict[str, Any], changed: str) -> HandedIn | Refused:
    """Return what a file of answers holds.

    Parameters
    ----------
    place
        Where the file is.
    content
        The table that it holds.
    changed
        When it was last changed.
    """
    is_hand_in = isinstance(content.get("answers"), list) and "entries" not in content
    if not (is_hand_in or isinstance(content.get("entries"), dict)):
        return Refused(place, NOT_OURS)
    form = content.get("format")
    known = hand_in.FORMAT if is_hand_in else record.FORMAT
    if type(form) is int and form > known:
        return Refused(place, NEWER)
    form, notes = (form, []) if type(form) is int and form > 0 else (0, [NO_FORM])
    off = Faults()
    if is_hand_in:
        entries = _entries(_of_list(content["answers"], off), off)
        filled = _open(content.get("open")) | _tasks(content.get("tasks"))
    else:
        entries = _entries(content["entries"].items(), off)
        filled = filled_of(content.get("filled"))
    filled = bounded(filled, off)
    notes += off.sentences()
    if not (entries or filled):
        return Refused(place, " ".join([NO_ANSWER, *notes]))
    when, about_when = written(content.get("written"), changed) if is_hand_in else (changed, "")
    name, about_name = named(content.get("name"), place) if is_hand_in else (owner_of(place).name, "")
    version = content.get("course")
    return HandedIn(
        place,
        HAND_IN if is_hand_in else PROGRESS,
        form,
        name,
        owner_of(place).owner,
        when,
        tame(version, 40) if isinstance(version, str) else "",
        Record(entries, {}, filled),
        tuple(filter(None, [about_name, about_when, *notes])),
    )


def named(given: object, place: str) -> tuple[str, str]:
    """Return the name of a learner, and a note on it: the name in the file, else what its path says."""
    if type(given) is int:
        given = str(given)
    text = given if isinstance(given, str) else ""
    name = tame(text, LONGEST_NAME)
    if name:
        letters = len(text.strip())
        return name, CUT_NAME.format(f"{letters:,}") if letters > LONGEST_NAME else ""
    name = of_path(place)
    return name, OF_THE_PATH.format(quoted(name)) if name else NO_NAME


@cache
def known_hints() -> dict[str, int]:
    """Return how many hints each question of this version has, by its id."""
    return {name: len(each.hints) for name, each in questions().items()}


@cache
def _levels() -> dict[str, set[str]]:
    """Return the levels of each open answer of this version, by the number of its notebook."""
    return {about.number: set(about.open.levels) for about in lessons() if about.open}


def _of_list(answers: list[Any], off: Faults) -> Iterable[tuple[object, Any]]:
    for each in answers:
        if isinstance(each, dict):
            yield each.get("question"), each
        else:
            off.note(faults.TYPE, "one without an id")


def _entries(given: Iterable[tuple[object, Any]], off: Faults) -> dict[str, Entry]:
    """Return the entries of the questions that this version of the course has."""
    known = known_hints()
    entries: dict[str, Entry] = {}
    for name, each in given:
        if not isinstance(name, str) or name not in known:
            what = name if isinstance(name, str) and name else "one without an id"
            off.note(faults.UNKNOWN if isinstance(name, str) else faults.TYPE, what)
        elif not isinstance(each, dict):
            off.note(faults.TYPE, name)
        elif entry := entry_of(name, each, known[name], off):
            if name in entries:
                off.note(faults.TWICE, name)
            entries[name] = entry
    return entries


def entry_of(name: str, given: dict[str, Any], hints: int, off: Faults) -> Entry | None:
    """Return the entry of one question, or None where nothing was done with it.

    Parameters
    ----------
    name, given
        The question's id, and what a file says of it.
    hints
        How many hints it has.
    off
        Takes what is off in it.
    """
    tries = _few(given.get("given") or [], name, off)
    answer = _answer(given.get("answer"), name, off)
    tried = _answer(given["tried"], name, off) if "tried" in given else answer
    first, last, solution = [_time(given.get(key), name, off) for key in ("first", "last", "solution")]
    if first and last and last < first:
        off.note(faults.BACK, name)
    state = given.get("state")
    count = _count(given.get("tries"), name, off, default=int(answer is not None), most=MOST_TRIED)
    made = Entry(
        answer=answer,
        state=state if isinstance(state, str) and state in STATES else str(State.BLANK),
        tried=tried,
        tries=max(count, len(tries)),
        hints=_count(given.get("hints"), name, off, default=0, most=hints),
        first=first,
        last=last,
        solution=solution,
        given=tries,
    )
    return made if made.tries or made.hints or made.solution else None


def _few(given: Any, name: str, off: Faults) -> tuple[Try, ...]:  # noqa: ANN401
    if not isinstance(given, list):
        off.note(faults.TYPE, name)
        return ()
    if len(given) > MOST_TRIES:
        off.note(faults.MANY, name)
        given = [*given[: MOST_TRIES // 2], *given[-MOST_TRIES // 2 :]]
    return tuple([made for one in given if (made := _try(one, name, off))])


def _try(given: Any, name: str, off: Faults) -> Try | None:  # noqa: ANN401
    if not isinstance(given, dict) or "answer" not in given:
        off.note(faults.TYPE, name)
        return None
    state, answer = given.get("state"), _answer(given["answer"], name, off)
    hints = _count(given.get("hints"), name, off, default=0, most=100)
    return Try(
        answer, state if isinstance(state, str) and state in STATES else "", hints, _time(given.get("at"), name, off)
    )


def _answer(given: Any, name: str, off: Faults) -> Any:  # noqa: ANN401
    if given is None or type(given) is int:
        return given
    try:
        return plain(given)
    except TooLarge:
        off.note(faults.LONG, name)
        return None


def _time(given: object, name: str, off: Faults) -> str:
    if not given:
        return ""
    if (found := moment(given)) is None:
        off.note(faults.TIME, name)
    return found or ""


def _count(given: object, name: str, off: Faults, *, default: int, most: int) -> int:
    if type(given) is int and given >= 0:
        return min(given, most)
    if given is not None:
        off.note(faults.TYPE, name)
    return default


def _open(given: object) -> dict[str, dict[str, Any]]:
    """Return the open answers of a hand-in, by the numbers of their notebooks."""
    some = [each for each in given if isinstance(each, dict)] if isinstance(given, list) else []
    return filled_of({str(each.get("notebook"))[:9]: each for each in some})


def _tasks(given: object) -> dict[str, dict[str, Any]]:
    """Return the small tasks of a hand-in, as they stand in a progress file."""
    some = [each for each in given if isinstance(each, dict)] if isinstance(given, list) else []
    made: dict[str, dict[str, Any]] = {}
    for task in some:
        items = task.get("items")
        values: dict[str, Any] = {DONE: task.get("done") is True}
        for each in items if isinstance(items, list) else []:
            if isinstance(each, dict) and isinstance(each.get("item"), str):
                values |= {each["item"]: each.get("answer"), f"{each['item']}{SURE}": each.get("sure")}
        made[str(task.get("when"))[:9]] = values
    return filled_of(made)


def filled_of(given: object) -> dict[str, dict[str, Any]]:
    """Return what stands in open answers and small tasks, as far as this version of the course has them."""
    some = given if isinstance(given, dict) else {}
    made: dict[str, dict[str, Any]] = {}
    for number, levels in _levels().items():
        own = some.get(number)
        if isinstance(own, dict):
            text, level, why = (_text(own.get(name)) for name in OPEN)
            if text.strip():
                made[number] = dict(zip(OPEN, (text, level if level in levels else "", why), strict=True))
    for when in TIMES:
        task, own = shipped()[when], some.get(when)
        if isinstance(own, dict):
            options = {key: set(item.options) for item in task.items for key in [item.key]}
            options |= {f"{item.key}{SURE}": set(task.sure) for item in task.items}
            chosen = {key: value for key in options if (value := _text(own.get(key))) in options[key]}
            if chosen:
                made[when] = {**dict.fromkeys(options, ""), **chosen, DONE: own.get(DONE) is True}
    return made


def _text(given: object) -> str:
    if type(given) is int:
        return str(given)
    return fit(given) if isinstance(given, str) else ""


def bounded(filled: dict[str, dict[str, Any]], off: Faults) -> dict[str, dict[str, Any]]:
    """Return what was filled in, with long texts cut."""
    for number, own in filled.items():
        if any(isinstance(text, str) and len(text) > LONGEST_TEXT for text in own.values()):
            off.note(faults.LONG_TEXT, number)
    return {
        number: {key: text[:LONGEST_TEXT] if isinstance(text, str) else text for key, text in own.items()}
        for number, own in filled.items()
    }
