"""What there is to say of a thing in several reports: what each says, what all allow, what differs, what is blank."""

from __future__ import annotations

from itertools import permutations
from typing import TYPE_CHECKING, Any

from course.numbers.hedges import DEFAULT_CLOSENESS, Reading, how_far
from course.numbers.how_many import range_in_words
from course.numbers.mentions import of_unit
from course.say import and_, count, digits, ends, items, size
from course.sideways.answers import DAY, NUMBER, SAID, SOURCE, SPEAKER, Answer, answers, days, source, unsaid, written
from course.sideways.ranges import KINDS, SIDE, has_size, lies_in, ranges, shared, sums
from course.vocabulary import vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator

    from course.sideways.ranges import Shared, Sum
    from course.sideways.ties import Side, Thing

BLANK = "A blank that another report fills is still a blank of this report. Whoever fills it has to say from where."
Row = dict[str, Any]


def words(thing: Thing, reading: Reading = "strict", closeness: float = DEFAULT_CLOSENESS) -> str:
    """Return what there is to see: a first line, then a line a report, then what is worked out from them."""
    lines = [headline(thing), *_each(thing), *_order(thing)]
    if thing.is_counted:
        lines += _of_counts(thing, reading, closeness)
    return "\n".join([*lines, *_of_answers(thing, _not_told(thing))])


def headline(thing: Thing) -> str:
    """Return in one line what a thing is and what each report says of it."""
    said = [_short(side) for side in thing.in_order]
    each = (
        f": {'; '.join(one or unsaid(side) for one, side in zip(said, thing.in_order, strict=True))}"
        if any(said)
        else ""
    )
    return f"{thing.label.removesuffix('.')}, in {count(len(thing.sides), 'report')}{each}."


def _short(side: Side) -> str:
    return size(side.row, "") if NUMBER in side.row else days(side)


def _each(thing: Thing) -> list[str]:
    """Return a line a report, in the order of writing: what it says, who says so, and on what that rests."""
    lines = []
    for title, side in zip(thing.titles, thing.in_order, strict=True):
        said = [_short(side) or unsaid(side), *([f"{SAID[SOURCE]}: {who}"] if (who := source(side)) else [])]
        rests = f"¶{side.row['paragraph']} “{side.row['wording']}”"
        lines.append(f"{title} (written {written(side)}): {'; '.join(said)}; {rests}. {side.note}".rstrip())
    return items(lines)


def _order(thing: Thing) -> list[str]:
    """Return what the days of writing do not tell of the order."""
    same: dict[str, list[str]] = {}
    for title, side in zip(thing.titles, thing.in_order, strict=True):
        same.setdefault(written(side), []).append(title)
    alike = [and_(titles) for titles in same.values() if len(titles) > 1]
    return [f"The days of writing do not tell which came first: {'; '.join(alike)}."] if alike else []


def _of_counts(thing: Thing, reading: Reading, closeness: float) -> Iterator[str]:
    """Yield what the numbers allow together or why they are not laid over each other, and the sums beside them."""
    sides = thing.in_order
    rows, others = of_unit(ranges(sides, reading, closeness), in_code=False)
    together = shared(rows)
    sized = [row for row in rows if has_size(row)]
    yield from _together(thing.titles, together, str(rows[0]["unit"]), reading)
    if not together.differs and together.bounds is None and len(sized) > 1:
        yield _rests(sized)
    yield from filter(None, [others])
    if together.differs:
        yield "Number by number:"
        yield from _against_each_other(thing.titles, sized)
    some = sums(thing, reading, closeness)
    for row in {size(row): row for row in sized if some and row["number"] is not None}.values():
        yield f"Sums compared with “{size(row)}” ({range_in_words(row)}):"
        yield from items(_of_a_sum(each, row) for each in some)
    if reading == "usual":
        yield how_far(closeness, {str(row["hedge"]) for row in rows})


def _together(titles: tuple[str, ...], found: Shared, unit: str, reading: Reading) -> Iterator[str]:
    if len(found.sides) < 2:  # noqa: PLR2004 - one range is nothing to lay over another
        one = f"Only {titles[found.sides[0]]} gives a size" if found.sides else "None of them gives a size"
        yield f"{one}, so there is nothing to compare it with." if found.sides else f"{one}."
    elif found.differs:
        yield "They have no common range, for they are not of one kind:"
        for column, said in found.differs.items():
            each = "; ".join(f"{word} ({titles[place]})" for place, word in said)
            yield f"- {column.replace('_', ' or ')}: {each}."
    elif found.bounds is None:
        yield f"No number fits them all, in the {reading} reading: of one moment they cannot all be right."
    else:
        yield f"What they allow together, in the {reading} reading: {ends(found.bounds.low, found.bounds.high, unit)}."


def _against_each_other(titles: tuple[str, ...], sized: list[Row]) -> list[str]:
    """Return for each printed number whether it is one that another report allows."""
    lines: list[str] = []
    for one, other in permutations(sized, 2):
        if one["number"] is not None and one["unit"] == other["unit"]:
            is_ = "is" if lies_in(one["number"], other) else "is not"
            mine, theirs = (titles[row[SIDE]] for row in (one, other))
            number = digits(one["number"], str(one["unit"]))
            allows = f"“{size(other)}” ({theirs}) allows: {range_in_words(other)}"
            lines.append(f"{number} ({mine}) {is_} a number that {allows}.")
    return items(lines)


def _of_a_sum(some: Sum, row: Row) -> str:
    """Return how a sum stands to a number of a report."""
    notes = " ".join(some.notes)
    if some.printed is None or some.unit != row["unit"]:
        return f"{some.name}: it has no number to compare with this one. {notes}".rstrip()
    off = some.printed - row["number"]
    far = f"{digits(abs(off), some.unit)} {'more' if off > 0 else 'fewer'} than the printed number"
    inside = "inside" if lies_in(some.printed, row) else "outside"
    said = f"{some.name}: {digits(some.printed, some.unit)}, {inside} that range"
    return f"{said}, {far if off else 'the printed number itself'}. {notes}".rstrip()


def _rests(sized: list[Row]) -> str:
    """Return what the two ends rest on between which no number is left."""
    low = max(sized, key=lambda row: row["low"])
    high = min((row for row in sized if row["high"] is not None), key=lambda row: row["high"])
    said = [
        f"the {end} end of “{size(row)}” on {vocabulary('hedges')[str(row['hedge'])][column]}"
        for end, row, column in (("upper", high, "high_rests"), ("lower", low, "low_rests"))
    ]
    return f"What the ends rest on: {and_(said)}."


def _not_told(thing: Thing) -> list[Answer]:
    """Return the answers; of what the lines before have told already only whether it is blank."""
    told = {NUMBER, DAY, SOURCE, SPEAKER, *(KINDS if thing.is_counted else ())}
    return [answer for answer in answers(thing) if answer.column not in told or answer.blanks]


def _of_answers(thing: Thing, every: list[Answer]) -> list[str]:
    """Return what reports say otherwise than each other, what one does not name, and which blanks others fill.

    Of a report that is known by a digest alone nobody here can say what it leaves out.
    """
    titles = thing.titles
    known = [place for place, side in enumerate(thing.in_order) if not side.case.retold]
    retold = [title for place, title in enumerate(titles) if place not in known]
    differs = [f"{answer.asks}: {_with_titles(answer, titles)}." for answer in every if answer.differs]
    gone = [
        f"{titles[place]} does not name {and_(left)} ({answer.asks})."
        for answer in every
        for place in known
        if answer.is_list and (left := answer.without(place))
    ]
    blanks = [
        f"{titles[place]}, {answer.asks}: blank here, elsewhere {_with_titles(answer, titles)}."
        for answer in every
        for place in answer.blanks
        if place in known
    ]
    lines = ["What they say differently:", *items(differs)] if differs else []
    lines += ["What others name:", *items(gone)] if gone else []
    lines += ["Blanks that another report fills:", *items(blanks), BLANK] if blanks else []
    only = f"Of {and_(retold)} we have only our digest: what is not noted here may be in the report."
    return [*lines, only] if retold else lines


def _with_titles(answer: Answer, titles: tuple[str, ...]) -> str:
    return "; ".join(f"{and_(said)} ({title})" for said, title in zip(answer.said, titles, strict=True) if said)
