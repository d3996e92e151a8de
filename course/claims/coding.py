"""Statements to be sorted by mode, and how a learner's sorting stands to the reference coding."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pandas as pd

from course.claims.who_says import in_order
from course.say import NOT_NAMED
from course.tables import records
from course.vocabulary import vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from course.case import Case

MOST_PHRASES = 3
"""How many words are named that often show a mode."""


@dataclass(frozen=True)
class Claim:
    """One statement of a case: its place among all, who says it to whom, and how we code it and why."""

    name: str
    number: int
    who: str
    to_whom: str
    cue: str
    form: str
    summary: str
    paragraph: int
    wording: str
    mode: str
    also: tuple[str, ...]
    why: str


@dataclass(frozen=True)
class Comparison:
    """A learner's sorting beside ours: the claims on which both agree, can both be defended, or differ."""

    equal: tuple[Claim, ...]
    defensible: tuple[Claim, ...]
    different: tuple[Claim, ...]

    @property
    def count(self) -> int:
        """How many claims are sorted."""
        return len(self.equal) + len(self.defensible) + len(self.different)

    @property
    def disagreed(self) -> list[Claim]:
        """The claims on which both do not agree, in the order of the table."""
        return sorted([*self.defensible, *self.different], key=lambda claim: claim.number)

    @property
    def share(self) -> float:
        """The share of the sorted claims on which both agree; 0 where none is sorted."""
        return len(self.equal) / self.count if self.count else 0.0


def claims(case: Case) -> dict[str, Claim]:
    """Return the statements of a case by their short names, in the order of the table."""
    names = dict(zip(case.actors["actor"], case.actors["name"], strict=True))
    return {
        row["statement"]: Claim(
            name=row["statement"],
            number=number,
            who=NOT_NAMED if pd.isna(row["speaker"]) else str(names.get(row["speaker"], row["speaker"])),
            to_whom="" if pd.isna(row["addressee"]) else str(names.get(row["addressee"], row["addressee"])),
            cue=_text(row["cue"]),
            form=_text(row["form"]),
            summary=_text(row["summary"]),
            paragraph=int(row["paragraph"]),
            wording=_text(row["wording"]),
            mode=_text(row["mode"]),
            also=tuple(filter(None, _text(row.get("also")).split(";"))),
            why=_text(row.get("why")),
        )
        for number, row in enumerate(records(case.statements), start=1)
    }


def by_speaker(all_claims: Iterable[Claim]) -> list[Claim]:
    """Return the claims with those of one speaker together, in the order of `course.charts.who_says`."""
    given = list(all_claims)
    order = in_order([claim.who for claim in given])
    return sorted(given, key=lambda claim: (order.index(claim.who), claim.number))


def compare(all_claims: Mapping[str, Claim], placed: Iterable[tuple[str, str]]) -> Comparison:
    """Return how a sorting, as pairs of a claim's name and a mode, stands to the reference coding."""
    pairs = [(all_claims[name], mode) for name, mode in placed]
    return Comparison(
        equal=tuple(claim for claim, mode in pairs if mode == claim.mode),
        defensible=tuple(claim for claim, mode in pairs if mode != claim.mode and mode in claim.also),
        different=tuple(claim for claim, mode in pairs if mode != claim.mode and mode not in claim.also),
    )


def explain(claim: Claim, mode: str) -> tuple[str, str]:
    """Return what speaks for our mode of a claim, and what for another one that a learner has chosen."""
    cue = f"“{claim.cue}” and by " if claim.cue else ""
    ours = f"We chose {claim.mode}: {_meaning(claim.mode)} We go by {cue}the wording “{claim.wording}”. {claim.why}"
    yours = f"You chose {mode}: {_meaning(mode)}"
    if mode in claim.also:
        return ours.rstrip(), f"{yours} Both can be defended: careful readers differ here."
    return ours.rstrip(), f"{yours} {_sign_of(mode, claim)}"


def _sign_of(mode: str, claim: Claim) -> str:
    """Return which word speaks for a mode, or would speak for it."""
    phrases = [phrase for phrase in vocabulary("modes").get(mode, {}).get("phrases", "").split("|") if phrase]
    said = f"{claim.cue} {claim.wording}".lower()
    found = [phrase for phrase in phrases if re.search(rf"\b{re.escape(phrase)}\b", said)]
    if found:
        return f"“{found[0]}” speaks for that. What speaks against it?"
    if not phrases:
        return (
            "That fits where no word denies or promises anything, or makes it less sure. "
            f"Is there such a word in paragraph {claim.paragraph}?"
        )
    named = [f"“{phrase}”" for phrase in phrases[:MOST_PHRASES]]
    words = " or ".join(filter(None, [", ".join(named[:-1]), named[-1]]))
    return f"A word such as {words} would speak for that. Is there one in paragraph {claim.paragraph}?"


def _meaning(mode: str) -> str:
    meaning = vocabulary("modes").get(mode, {}).get("meaning", "")
    return f"{meaning[:1].lower()}{meaning[1:]}"


def _text(value: object) -> str:
    return "" if value is None or pd.isna(value) else str(value)  # type: ignore[call-overload]
