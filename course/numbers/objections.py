"""What is wrong about adding up some mentions: an objection each, with the mentions that it is about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from course.hedges import hedges
from course.numbers.mentions import called, counted, owners, plural, units_of
from course.say import and_, count, ends, first_up, listed
from course.vocabulary import that, vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from course.numbers.mentions import Row

MOST_NAMES, MOST_ALIKE = 3, 8
"""How many mentions a sentence names, and how many objections of one kind are said one by one."""


@dataclass(frozen=True)
class Objection:
    """One thing that is wrong about a sum: its kind, a sentence, the mentions that it is about, and how grave it is."""

    kind: str
    message: str
    mentions: tuple[str, ...]
    forbids: bool = False
    """Whether there is no sum at all."""


def objections(ranges: Sequence[Row]) -> Iterator[Objection]:
    """Yield what is wrong about the sum of some mentions, the gravest first.

    Parameters
    ----------
    ranges
        Mentions in plain values, with their bounds in `low` and `high`.
    """
    for find in (_units, _no_sums, _whats, _replaced, _rivals, _totals, _blanks, _ceilings, _mixed, _same, _linked):
        found = list(find(ranges))
        yield from found[:MOST_ALIKE]
        if rest := found[MOST_ALIKE:]:
            about = tuple(dict.fromkeys(name for each in rest for name in each.mentions))
            message = f"{rest[0].message.split(':')[0]}: and {count(len(rest), 'more such objection')}."
            yield Objection(rest[0].kind, message, about, rest[0].forbids)


def _units(rows: Sequence[Row]) -> Iterator[Objection]:
    units = units_of(rows)
    if len(units) > 1:
        message = f"Different units: {listed(units.values(), MOST_ALIKE)}. They cannot be added to one number."
        yield Objection("different units", message, _names(rows), forbids=True)


def _no_sums(rows: Sequence[Row]) -> Iterator[Objection]:
    for unit in units_of(rows):
        why, same = vocabulary("units").get(unit, {}).get("no_sum"), [row for row in rows if row["unit"] == unit]
        if why and len(same) > 1:
            message = f"No sum: numbers in {plural(unit)} do not add up, for {why}."
            yield Objection("no sum", message, _names(same), forbids=True)


def _whats(rows: Sequence[Row]) -> Iterator[Objection]:
    whats = sorted({str(row["what"]) for row in rows if row["what"] is not None})
    if len(whats) > 1:
        message = f"Different things: {listed(whats, MOST_ALIKE, ', ')} in one sum. What would the sum be a number of?"
        yield Objection("different things", message, _names(rows))


def _replaced(rows: Sequence[Row]) -> Iterator[Objection]:
    for later, earlier in _pairs(rows, "revises"):
        message = f"Replaced: “{later['label']}” takes the place of “{earlier['label']}”. Only the later one counts."
        yield Objection("replaced", message, (str(later["mention"]), str(earlier["mention"])))


def _rivals(rows: Sequence[Row]) -> Iterator[Objection]:
    seen = set()
    for one, other in _pairs(rows, "rival"):
        names = (str(one["mention"]), str(other["mention"]))
        if frozenset(names) in seen:
            continue
        seen.add(frozenset(names))
        message = f"Rivals: “{one['label']}” and “{other['label']}” count the same, each in its own way. "
        alike = one["unit"] == other["unit"]
        yield Objection("rivals", message + (_allowed(one, other) if alike else "Choose one."), names, forbids=True)


def _allowed(one: Row, other: Row) -> str:
    """Return which numbers two rival counts allow, both and either of them."""
    low, second = one["low"], other["low"]
    high, top = one["high"], other["high"]
    unit, least, tops = str(one["unit"]), max(low, second), [end for end in (high, top) if end is not None]
    if tops and least > min(tops):
        both, either = "no number", f"{ends(low, high, unit)} or {ends(second, top, unit)}"
    else:
        both = ends(least, min(tops, default=None), unit)
        either = ends(min(low, second), None if None in (high, top) else max(tops), unit)
    return f"Both allow {both}. One or the other allows {either}."


def _totals(rows: Sequence[Row]) -> Iterator[Objection]:
    wholes = that("measures", "has_parts")
    for row in rows:
        if row["measure"] in wholes and any(row["mention"] not in {o["mention"], o["overlaps_with"]} for o in rows):
            message = f"Total: “{row['label']}” is a total. The others may be in it and would count twice."
            yield Objection("total", message, (str(row["mention"]),))


def _blanks(rows: Sequence[Row]) -> Iterator[Objection]:
    sizes = {key for key, each in hedges().items() if not each.numbers}
    blank = [row for row in rows if row["number"] is None and row["hedge"] not in sizes]
    if blank:
        what = "1 mention has no number" if len(blank) == 1 else f"{len(blank):,} mentions have no number"
        message = f"Blanks: {what}. A blank is not a zero: the sum has no limit above."
        yield Objection("blank", message, _names(blank))


def _ceilings(rows: Sequence[Row]) -> Iterator[Objection]:
    ceilings = {key: each.word for key, each in hedges().items() if each.is_ceiling}
    found = [row for row in rows if row["hedge"] in ceilings]
    if found:
        what = "1 number is a ceiling" if len(found) == 1 else f"{len(found):,} numbers are ceilings"
        said = and_(f"“{ceilings[key]}”" for key in dict.fromkeys(row["hedge"] for row in found))
        message = f"Ceiling: {what} ({said}). A ceiling says how many there are at most, not how many there are."
        yield Objection("ceiling", message, _names(found))


def _mixed(rows: Sequence[Row]) -> Iterator[Objection]:
    names, noun = _names(rows), counted(rows).noun
    statuses = sorted(called("statuses", key) for key in _each(rows, "status"))
    if len(statuses) > 1:
        message = f"Mixed status: {and_(statuses)} in one sum. The report does not say the same of all these {noun}."
        yield Objection("mixed status", message, names)
    measures = sorted(map(str, _each(rows, "measure")))
    if len(measures) > 1:
        said = and_(called("measures", key) for key in measures)
        why = and_(vocabulary("measures").get(key, {}).get("says") or key for key in measures)
        message = f"Mixed measure: {said} in one sum. {first_up(why)} do not add up to one number."
        yield Objection("mixed measure", message, names)
    moves = that("stock_flow", "moves")
    moving = [row for row in rows if row["stock_flow"] in moves]
    if 0 < len(moving) < len(rows):
        message = (
            "Flow with stocks: what comes, goes or is moved is added to what is there, "
            "like water poured in to the water in a lake."
        )
        yield Objection("flow with stocks", message, _names(moving))
    whose = owners(rows)
    if len(whose) > 1:
        few = and_(whose) if len(whose) <= MOST_ALIKE else listed(whose, MOST_ALIKE, ", ")
        message = f"Several owners: {noun} of {few}. Whose number would the sum be?"
        yield Objection("several owners", message, names)


def _same(rows: Sequence[Row]) -> Iterator[Objection]:
    """Yield the mentions of one thing; a count beside its rival or the one that it replaces is told as that."""
    told = {one["mention"] for column in ("revises", "rival") for one, _ in _pairs(rows, column)}
    things: dict[str, list[Row]] = {}
    for row in rows:
        if row["thing"] is not None and row["mention"] not in told:
            things.setdefault(str(row["thing"]), []).append(row)
    for same in (same for same in things.values() if len(same) > 1):
        labels = and_([f"“{row['label']}”" for row in same[:MOST_NAMES]])
        more = f" and {count(len(same) - MOST_NAMES, 'other')}" if len(same) > MOST_NAMES else ""
        message = f"Overlap: {labels}{more} speak of the same {same[0]['what']}, which would count {len(same)} times."
        yield Objection("overlap", message, _names(same))


def _linked(rows: Sequence[Row]) -> Iterator[Objection]:
    twice = {key: row["twice"] for key, row in vocabulary("overlaps").items()}
    for row, other in _pairs(rows, "overlaps_with"):
        how, names = twice.get(str(row["overlap"])), (str(row["mention"]), str(other["mention"]))
        if how == "wholly" and str(row["thing"]) == str(other["thing"]):
            continue  # told with the mentions of one thing
        one, whole = f"“{row['label']}”", f"“{other['label']}”"
        if how == "maybe":
            message = f"Overlap: {one} and {whole} may share some {row['what']}; the report does not say."
        elif how == "partly":
            message = f"Overlap: {one} is a part of {whole} and would count twice."
        else:
            message = f"Overlap: {one} and {whole} are the same and would count twice."
        yield Objection("overlap", message, names)


def _pairs(rows: Sequence[Row], column: str) -> Iterator[tuple[Row, Row]]:
    """Yield each row that points to another one of these, with that one."""
    named = {row["mention"]: row for row in rows}
    for row in rows:
        other = named.get(row[column], row)
        if other is not row:
            yield row, other


def _each(rows: Sequence[Row], column: str) -> list[Any]:
    """Return what stands in a column, each once."""
    return list(dict.fromkeys(row[column] for row in rows if row[column] is not None))


def _names(rows: Sequence[Row]) -> tuple[str, ...]:
    return tuple(row["mention"] for row in rows)
