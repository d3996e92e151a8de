"""What is said of an agreement: in how many rows, where not, what chance gives, what kappa and alpha are, few rows."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import numpy as np

from course.coders import measures
from course.coders.answers import Gap
from course.coders.differences import LETTERS, Kind, mixed_up
from course.coders.picture import MOST_ROWS
from course.figures.chart import MOST_PARAGRAPHS
from course.figures.parts import cut
from course.page.frames import MINUS
from course.say import and_, count, first_up, items, left_out, listed, verb

if TYPE_CHECKING:
    from course.coders.agreement import Agreement
    from course.coders.answers import Answers
    from course.coders.differences import Line

NO_ALPHA = (
    "Krippendorff's alpha asks the same for any number of coders, also where answers are missing: 1 is full agreement, "
    "0 is as much as by chance. Its package is not in this browser; on a computer of your own the course tells it."
)
TWO = 2
FEW = 50
"""In fewer rows than these, one row alone is more than two points of the share."""
RARE = 2
"""In so many rows at most an answer comes up too seldom."""
MOST_WORDS = 8
IN_TWENTY = 0.05
TINY = 1e-9
DIFFERENT = {
    "nominal": "Here two answers are the same, or they are not.",
    "ordinal": "Here answers are steps: next to each other counts as less different than far apart.",
    "interval": "Here answers are numbers or days: the farther apart, the more different, by the square of that.",
    "sets": "Here several can be in an answer: two that share one of two names are half different.",
}
"""What counts as different, for each measure."""


def first(found: Agreement) -> str:
    """Return in a sentence how far the coders agree."""
    same, every = found.share_if(found.only_one, found.blanks)
    if len(found.answers.coders) == TWO:
        return first_up(f"{and_(found.answers.coders)} agree on {same} of {count(every, 'row')}: {found.share:.0%}.")
    all_same = sum(line.kind is Kind.SAME for line in found.lines)
    return (
        f"{len(found.answers.coders)} coders give {count(every, 'pair')} of answers in {count(found.rows, 'row')}: "
        f"{same} {verb(same, 'is a pair', 'are pairs')} of the same, {found.share:.0%}. "
        f"All who answered agree on {all_same} of {count(found.rows, 'row')}."
    )


def where(found: Agreement) -> str:
    """Return how far the coders agree, what else could be counted, and the rows on which they differ."""
    differ = [line for line in found.lines if line.kind is Kind.DIFFER]
    said = [f"They differ on {count(len(differ), 'row')}:" if differ else "They differ on no row."]
    mixed = [
        f"“{found.answers.said(one)}” and “{found.answers.said(other)}” ({number} rows)"
        for one, other, number in mixed_up(found.lines, found.counted)
    ]
    return "\n".join(
        [
            first(found),
            *_only_one(found),
            *_blanks(found),
            *said,
            *items(_row(found.answers, line) for line in differ),
            *([f"Beside each other more than once: {listed(mixed, MOST_WORDS)}."] if mixed else []),
            *left_out(len(found.lines), MOST_ROWS, "row", "that come first, those that differ before all others"),
        ]
    )


def _row(answers: Answers, line: Line) -> str:
    given = (f"{answers.said(value)} ({coder})" for coder, value in zip(answers.coders, line.given, strict=True))
    about = f", {cut(line.about, LETTERS).rstrip('.')}" if line.about else ""
    return f"{line.note}{about}: {', '.join(given)}."


def _only_one(found: Agreement) -> list[str]:
    number = found.answers.having(Gap.NO_ROW)
    if not number:
        return []
    who = "only one of the two has" if len(found.answers.coders) == TWO else "not all have"
    there = f"{count(number, 'row')} that {who}"
    if found.only_one == "leave out":
        other = _share(found.share_if("as different", found.blanks))
        missing = f"{there} {verb(number, 'does', 'do')} not count here"
        return [f"{missing}. Counted as different (only_one='as different'), it is {other}."]
    other = _share(found.share_if("leave out", found.blanks))
    return [f"{there} {verb(number, 'counts', 'count')} as different. Left out, it is {other}."]


def _blanks(found: Agreement) -> list[str]:
    number = found.answers.having(Gap.BLANK)
    if not number:
        return []
    there = f"In {count(number, 'row')} a coder has left the answer blank"
    if found.blanks == "leave out":
        other = _share(found.share_if(found.only_one, "as an answer"))
        return [f"{there}, which does not count here. Counted as an answer (blanks='as an answer'), it is {other}."]
    other = _share(found.share_if(found.only_one, "leave out"))
    return [f"{there}, which counts as an answer. Left out, it is {other}."]


def _share(same_of: tuple[int, int]) -> str:
    same, every = same_of
    return f"{same} of {every}, {same / every:.0%}" if every else "nothing: no row has two answers then"


def chance(found: Agreement) -> str:
    """Return what chance gives, before any formula."""
    is_two = len(found.answers.coders) == TWO
    who, of = ("the two", "rows") if is_two else ("they", "pairs of answers")
    every, reached = len(found.shuffles), int((found.shuffles >= found.share - TINY).sum())
    comes = f"{f'{reached:,}' if reached else 'None'} of the {every:,} shuffles {'reach' if reached > 1 else 'reaches'}"
    shuffle = f"we shuffle the answers of {_shuffled(found.answers)} a thousand times"
    middle = _span(*measures.middle(found.shuffles))
    lines = [
        f"By chance alone {who} would agree on {found.by_chance:.0%} of the {of}.",
        f"To see that, {shuffle}, so that each is in a row by chance: in 95 of 100, {middle} of the {of} are the same.",
        f"{comes} the {found.share:.0%} of the coders{' or more' if reached else ''}.",
    ]
    return "\n".join(lines)


def numbers(found: Agreement) -> str:
    """Return kappa and alpha, between what they are where other rows are drawn, and what few rows mean."""
    return "\n".join([*_kappa(found), *_alpha(found), *_range(found), *_few(found)])


def _kappa(found: Agreement) -> list[str]:
    if found.kappa is None:
        return []
    from_, way = (
        f"from what chance gives, {found.by_chance:.0%}, to full agreement, 100%",
        f"{found.kappa:.0%} of the way",
    )
    less = f"they agree less often than the {found.by_chance:.0%} that chance gives"
    means = "A kappa of 1 is agreement on every row, 0 is as much as by chance, and below 0 is less than that."
    come = f"{from_}, they come {way}" if found.kappa >= 0 else less
    return [f"Cohen's kappa is {_number(found.kappa)}: {come}. {means}"]


def _alpha(found: Agreement) -> list[str]:
    if found.alpha is not None:
        asks = "It asks the same for any number of coders, also where answers are missing."
        means = "1 is full agreement, 0 is as much as by chance, below 0 is less."
        value = f"Krippendorff's alpha is {_number(found.alpha)}."
        return [f"{value} {asks} {DIFFERENT[found.answers.measure]} {means}"]
    only = set(found.codes[~np.isnan(found.codes)].tolist())
    if len(only) > 1:
        gap = "A gap has no place on a scale, so there is no alpha: leave gaps out, or choose measure='nominal'."
        return [gap if measures.has_alpha() else NO_ALPHA]
    answer = found.answers.said((*found.answers.domain, *found.counted)[int(only.pop())])
    one = f"All have one answer only, “{answer}”: chance gives 100% too, so there is no kappa and no alpha."
    return [f"{one} Where nobody differs about anything, that says little."]


def _range(found: Agreement) -> list[str]:
    names = {"share": "the share", "kappa": "kappa", "alpha": "alpha"}
    said = [
        f"{called} is {_span(*ends) if name == 'share' else _span(*ends, percent=False)}"
        for name, called in names.items()
        if (ends := found.ranges[name])
    ]
    draw = f"Draw {count(found.rows, 'row')} of these by lot, a thousand times, some twice and some never"
    return [f"Other rows would give other numbers. {draw}: in 95 of 100 draws {and_(said)}."]


def _few(found: Agreement) -> list[str]:
    lines, number = [], count(found.rows, "row")
    if found.rows < FEW:
        points = f"one row alone is {100 / found.rows:.0f} of the 100 points of the share"
        lines.append(f"{number} {verb(found.rows, 'is', 'are')} few: {points}.")
    if found.share == 1:
        often = f"{1 - IN_TWENTY ** (1 / found.rows):.0%} of all rows"
        lines.append("No row differs, so no draw does. That does not show that none ever would:")
        lines[-1] += f" even coders who differ on {often} agree on {number} by luck, once in 20 times."
    seen = Counter(value for line in found.lines for value in set(line.given) if line.kind is not Kind.LEFT_OUT)
    rare = [value for value in found.answers.domain if isinstance(value, str) and 0 < seen[value] <= RARE]
    if rare:
        named = listed((f"“{found.answers.said(value)}”" for value in rare), MOST_WORDS, ", ")
        lines.append(f"Of answers in {RARE} rows at most, these numbers say next to nothing: {named}.")
    return lines


def _span(low: float, high: float, *, percent: bool = True) -> str:
    ends = [f"{end:.0%}" if percent else _number(end) for end in (low, high)]
    return ends[0] if ends[0] == ends[1] else f"{ends[0]} to {ends[1]}"


def _number(value: float) -> str:
    return f"{round(value, 2) + 0:.2f}".replace("-", MINUS)


def source(answers: Answers) -> str:
    """Return the caption of the rows: the column, the coders, and the paragraphs that the rows rest on."""
    found = {cell for each in answers.codings for key in each.column.index if (cell := each.cell(key, "paragraph"))}
    paragraphs = sorted(found, key=lambda said: (len(said), said))
    rest = f", paragraphs {listed(paragraphs, MOST_PARAGRAPHS, ', ')}" if paragraphs else ""
    return f"Source: the column {answers.column} of {and_(answers.coders)}{rest}."


def shuffled_from(answers: Answers) -> str:
    """Return the caption of the shuffles."""
    seed = f"shuffled with the seed {measures.SEED}, so that it is the same each time"
    return f"Source: the column {answers.column} of {_shuffled(answers)}, {seed}."


def _shuffled(answers: Answers) -> str:
    return answers.coders[1] if len(answers.coders) == TWO else "each coder"
