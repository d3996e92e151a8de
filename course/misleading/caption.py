"""A learner's caption, checked while it is written: the doubts of the picture that it carries along.

The check reads words, not meaning: it looks for numbers, for hedges beside them, and for some phrases. It says what
it found, what it missed and what it cannot tell, never only right or wrong.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations, zip_longest
from typing import TYPE_CHECKING, Literal

from course.hedges import hedges
from course.misleading.caption_says import blanks_in, kinds_in, sources_in
from course.misleading.caption_words import hedge_at, numbers_in, paragraphs_in
from course.misleading.findings import PICKED, what_misleads
from course.misleading.scene import CUT, LOG, NO_BLANKS, ONE_KIND, PLAIN, blank, hedged, sources_of
from course.numbers.mentions import called
from course.say import and_, digits, size
from course.vocabulary import vocabulary
from course.wording import Found, says

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from course.misleading.caption_says import Sources
    from course.misleading.scene import Mention, Scene

State = Literal["yes", "partly", "no", "odd", "unsure", "nothing"]
MARKS: dict[State, tuple[str, str]] = {
    "yes": ("✓", ""),
    "partly": ("◐", ", in part"),
    "no": ("✗", ", missing"),
    "odd": ("✗", ", look again"),
    "unsure": ("?", ", you judge"),
    "nothing": ("·", ", no need"),
}
"""What stands before and after the topic of a point: a mark, and for those who do not see it a word."""
LIMITS = "This check reads words, not meaning. You are the judge."
NO_CAPTION = "No caption yet. What must a reader know, so that the picture does not mislead?"

MOST_SUMMANDS = 10
SHORT = 3
"""A word of so few letters, such as "of", tells nothing of what is counted."""

YEARS = (1900, 2099)
SMALL = 100
"""A number below this that is none of the picture's is taken for a count of something else."""
OWNS_UP = {
    CUT: ("cut", "truncated", "does not start at", "doesn't start at", "not at 0", "not from 0", "axis starts"),
    LOG: ("log", "logarithmic", "ten times", "powers of ten"),
    PLAIN: ("range", "ranges", "bounds", "printed", "printed number", "hedge", "hedges", "not exact"),
    PICKED: ("selection", "selected", "picked", "left out", "not shown", "not all", "some of"),
}
TO_OWN_UP = {
    CUT: "that the axis is cut",
    LOG: "that the axis is a log axis",
    PLAIN: "that the bars hide ranges",
    NO_BLANKS: "that blanks are left out",
    PICKED: "that you picked rows",
}


@dataclass(frozen=True)
class Point:
    """One thing that is looked for in a caption: what, how much of it is there, and a sentence."""

    topic: str
    state: State
    sentence: str

    def __str__(self) -> str:
        """Return the mark, the topic and the sentence."""
        mark, word = MARKS[self.state]
        return f"{mark} {self.topic}{word}: {self.sentence}"


def check_caption(caption: str, scene: Scene, sources: Mapping[str, Iterable[str]]) -> list[Point]:
    """Return what a caption carries along of a picture, point by point.

    Parameters
    ----------
    caption
        What the learner wrote.
    scene
        The picture that it stands under.
    sources
        The names by which a caption can name each source of the mentions, such as `{"united-states": ["US"]}`.

    Returns
    -------
    list of Point
        Hedges, source, kind, blanks, what the picture does; and numbers that are none of the picture's, where there are
        some. None for an empty caption.
    """
    caption = caption.replace("’", "'")  # noqa: RUF001 - the curly one is meant
    if not caption.strip():
        return []
    numbers = numbers_in(caption)
    points = [
        _hedges(caption, numbers, scene),
        _source(caption, numbers, scene, sources),
        _kinds(caption, scene),
        _blanks(caption, scene),
        _owning_up(caption, scene),
    ]
    return [*points, *_strangers(numbers, scene)]


def in_words(points: list[Point]) -> str:
    """Return the points as lines: how many are there, then each, then what the check cannot see."""
    if not points:
        return NO_CAPTION
    asked = [point for point in points if point.state != "nothing"]
    there, unsure = (sum(point.state == state for point in asked) for state in ("yes", "unsure"))
    more = f" {unsure} more only you can judge." if unsure else ""
    return "\n".join([f"Your caption has {there} of {len(asked)} points.{more}", LIMITS, *(f"- {p}" for p in points)])


def _hedges(caption: str, numbers: list[Found], scene: Scene) -> Point:
    topic = "Hedges"
    kept, lost, earlier = 0, [], Found(-1, 0, 0)
    for number, following in zip_longest(numbers, numbers[1:], fillvalue=earlier):
        rows = [row for row in scene.shown if row["number"] == number.value and hedged(row)]
        if rows:
            said = hedge_at(caption, number, earlier.end)
            if _family(said) in {_family(row["hedge"]) for row in rows} or (
                _is_range(caption, earlier, number, rows) or _is_range(caption, number, following, rows)
            ):
                kept += 1
            else:
                lost.append(_lost(caption, number, said, rows[0]))
        earlier = number
    if not kept and not lost:
        some = any(hedged(row) for row in scene.shown)
        return Point(topic, "nothing", f"you name no {'hedged ' if some else ''}number of the picture.")
    total = kept + len(lost)
    if not lost:
        return Point(
            topic, "yes", f"each of your {total} numbers keeps its hedge." if kept > 1 else "your number has it."
        )
    keeps = "number keeps its hedge" if total == 1 else "numbers keep their hedge"
    state: State = "partly" if kept else "no"
    return Point(topic, state, f"{kept} of {total} {keeps}. {' '.join(dict.fromkeys(lost))}")


def _family(hedge: str | None) -> str | None:
    """Return what a hedge has in common with those that it may be written for, such as “at least” for “more than”."""
    return hedges()[hedge].family if hedge else None


def _lost(caption: str, number: Found, said: str | None, row: Mention) -> str:
    written, of = caption[number.start : number.end], f"“{size(row)}” (¶{row['paragraph']})"
    if said is None:
        return f"“{written}” has no hedge; the report says {of}."
    return f"Before “{written}” you changed the hedge to one like “{said}”; the report says {of}."


def _is_range(caption: str, earlier: Found, number: Found, rows: list[Mention]) -> bool:
    """Return whether two numbers of a caption give the bounds of a mention, such as `0 to 4,000`."""
    between = caption[earlier.end : number.start].strip().lower()
    joined = between in {"to", "–", "-"} or (between == "and" and says(caption[: earlier.start], "between"))  # noqa: RUF001
    return joined and any(earlier.value == row["low"] for row in rows)


def _source(caption: str, numbers: list[Found], scene: Scene, sources: Mapping[str, Iterable[str]]) -> Point:
    topic = "Source"
    shown, cited = {int(row["paragraph"]) for row in scene.shown}, paragraphs_in(caption)
    said = sources_in(caption, sources, scene.nouns)
    if said.report:
        return Point(topic, "yes", f"you name one: “{said.report}”.")
    values = {number.value for number in numbers}
    rows = [row for row in scene.shown if row["number"] in values]
    if not rows and said.nobody:
        rows = [row for row in scene.shown if row["number"] is not None]
    vouching = {source for row in scene.shown for source in sources_of(row)}
    own = {source: name for source, name in said.named.items() if source in vouching}
    found = [f"¶{number}" for number in sorted(cited & shown)] + [f"“{name}”" for name in own.values()]
    named = f"you name {and_(found)}." if found else f"you say “{said.nobody}”." if said.nobody else ""
    open_ = [row for row in rows if not _is_sourced(row, cited, said)]
    others = said.others or next((name for name in said.named.values() if name not in own.values()), "")
    if others and (open_ or not named):
        return Point(topic, "unsure", f"you name “{others}”. Does the report say that? Words alone cannot tell.")
    astray = f" Nothing of this picture is in {_marked(cited - shown)}." if cited - shown else ""
    if not named:
        wanted = f", such as “¶{(rows or scene.shown)[0]['paragraph']}”" if scene.shown else ""
        return Point(topic, "no", f"you name none. Say who says so, or give the paragraph{wanted}.{astray}")
    left = "; ".join(f"{digits(row['number'], row['unit'])} (¶{row['paragraph']})" for row in open_)
    missing = f" Missing for {left}." if open_ else ""
    return Point(topic, "partly" if missing or astray else "yes", f"{named}{missing}{astray}")


def _is_sourced(row: Mention, cited: set[int], said: Sources) -> bool:
    of_nobody = bool(said.nobody) and not sources_of(row)
    return int(row["paragraph"]) in cited or any(source in said.named for source in sources_of(row)) or of_nobody


def _kinds(caption: str, scene: Scene) -> Point:
    rows = [row for row in scene.shown if row["number"] is not None] or list(scene.shown)
    kinds = list(dict.fromkeys(str(row["status"]) for row in rows))
    if not kinds:
        return Point("Kind", "nothing", "there is no mention in the picture.")
    found = kinds_in(caption, kinds, scene.nouns, _whats(rows))
    said = ", ".join(called("statuses", kind) for kind in found)
    missing = [kind for kind in kinds if kind not in found]
    if not missing:
        return Point("Kind", "yes", f"you say what the numbers are ({said}).")
    places = {kind: {int(row["paragraph"]) for row in rows if row["status"] == kind} for kind in missing}
    left = "; ".join(f"{called('statuses', kind)} ({_marked(places[kind])})" for kind in missing)
    if not found:
        return Point("Kind", "no", f"you do not say what the numbers are: {left}.")
    return Point("Kind", "partly", f"you say {said}. Missing: {left}.")


def _whats(rows: list[Mention]) -> dict[str, set[str]]:
    """Return the words for what is counted that tell a status, as only mentions of that status count it.

    Where all have one status, they tell it only if it is a fact: who says “18 dead” says that it has happened.
    """
    of: dict[str, set[str]] = {}
    for row in rows:
        for word in filter(_tells, str(row["what"]).split()):
            of.setdefault(word, set()).add(str(row["status"]))
    several = len({status for statuses in of.values() for status in statuses}) > 1
    facts = {key for key, row in vocabulary("statuses").items() if row["there"] == "fact"}
    whats: dict[str, set[str]] = {}
    for word, statuses in of.items():
        if len(statuses) == 1 and (several or statuses <= facts):
            whats.setdefault(next(iter(statuses)), set()).add(word)
    return whats


def _tells(word: str) -> bool:
    return len(word) > SHORT


def _blanks(caption: str, scene: Scene) -> Point:
    count = sum(map(blank, scene.picked))
    if not count:
        return Point("Blanks", "nothing", "each mention that you picked has a number.")
    what = "1 mention has no number" if count == 1 else f"{count} mentions have no number"
    said, denial = blanks_in(caption, scene.nouns)
    if said:
        return Point("Blanks", "yes", f"you say “{said}”; {what}.")
    if denial:
        return Point("Blanks", "odd", f"you say “{denial}”, but {what}.")
    return Point("Blanks", "no", f"you do not say that {what}.")


def _owning_up(caption: str, scene: Scene) -> Point:
    topic = "What the picture does"
    # That the kinds are merged is owned up to by naming them: the point on kinds asks for that.
    tricks = [finding.switch for finding in what_misleads(scene) if finding.switch != ONE_KIND]
    if not tricks:
        return Point(topic, "nothing", "there is no trick to tell.")
    said = [trick for trick in tricks if _owns_up(caption, trick, scene)]
    missing = [TO_OWN_UP[trick] for trick in tricks if trick not in said]
    if not missing:
        return Point(topic, "yes", f"you say {and_([TO_OWN_UP[trick] for trick in said])}.")
    return Point(topic, "partly" if said else "no", f"you do not say {and_(missing)}.")


def _owns_up(caption: str, trick: str, scene: Scene) -> bool:
    if trick == NO_BLANKS:
        return bool(blanks_in(caption, scene.nouns)[0])
    told = list(OWNS_UP[trick])
    if trick == PICKED:
        told += [f"of {len(scene.everything)}", f"of the {len(scene.everything)}"]
    return any(says(caption, phrase) for phrase in told)


def _strangers(numbers: list[Found], scene: Scene) -> list[Point]:
    """Return a point on the numbers that are none of the picture's, where there are some."""
    known = {row[key] for row in scene.shown for key in ("number", "low", "high")} | {scene.axis.start}
    odd = [
        n.value for n in numbers if n.value >= SMALL and n.value not in known and not YEARS[0] <= n.value <= YEARS[1]
    ]
    if not odd:
        return []
    return [Point("Numbers", "odd", " ".join(_stranger(value, scene) for value in dict.fromkeys(odd)))]


def _stranger(value: float, scene: Scene) -> str:
    if row := next((row for row in (*scene.everything, *scene.elsewhere) if row["number"] == value), None):
        return f"{digits(value, row['unit'])} (¶{row['paragraph']}) is not in your picture."
    numbers = [row["number"] for row in scene.everything if row["number"]][:MOST_SUMMANDS]
    sums = (some for count in range(2, len(numbers) + 1) for some in combinations(numbers, count))
    added = next((some for some in sums if sum(some) == value), None)
    why = f": it is the sum of {and_([digits(number) for number in added])}" if added else ""
    return f"{digits(value)} is the number of no mention{why}."


def _marked(paragraphs: Iterable[int]) -> str:
    return and_([f"¶{number}" for number in sorted(paragraphs)])
