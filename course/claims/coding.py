"""Statements to be sorted by mode, and how a learner's sorting stands to the reference coding."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pandas as pd

from course.claims.who_says import in_order
from course.names import SEPARATOR
from course.say import NOT_NAMED
from course.vocabulary import YES, vocabulary, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from course.case import Case
    from course.vocabulary import Row, Words

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
    names, forms = case.actor_names, words("forms", case.name)
    return {
        row["statement"]: Claim(
            name=row["statement"],
            number=number,
            who=NOT_NAMED if pd.isna(row["speaker"]) else str(names.get(row["speaker"], row["speaker"])),
            to_whom="" if pd.isna(row["addressee"]) else str(names.get(row["addressee"], row["addressee"])),
            cue=_text(row["cue"]),
            form=forms[str(row["form"])],
            summary=_text(row["summary"]),
            paragraph=int(row["paragraph"]),
            wording=_text(row["wording"]),
            mode=_text(row["mode"]),
            also=tuple(filter(None, _text(row["also"]).split(SEPARATOR))),
            why=_text(row["why"]),
        )
        for number, row in enumerate(case.rows("statements"), start=1)
    }


def modes(case: Case) -> Words:
    """Return the modes that statements of a case are sorted into: those that all cases offer, and its own."""
    rows = case.rows("statements")
    used = {mode for row in rows for mode in (row["mode"], *_text(row["also"]).split(SEPARATOR))}
    return {key: row for key, row in vocabulary("modes", case.name).items() if key in used or row["always"] == YES}


def by_speaker(all_claims: Iterable[Claim]) -> list[Claim]:
    """Return the claims with those of one speaker together, in the order of `course.charts.who_says`."""
    given = list(all_claims)
    order = {who: place for place, who in enumerate(in_order([claim.who for claim in given]))}
    return sorted(given, key=lambda claim: (order[claim.who], claim.number))


def compare(all_claims: Mapping[str, Claim], placed: Iterable[tuple[str, str]]) -> Comparison:
    """Return how a sorting, as pairs of a claim's name and a mode, stands to the reference coding."""
    pairs = [(all_claims[name], mode) for name, mode in placed]
    return Comparison(
        equal=tuple(claim for claim, mode in pairs if mode == claim.mode),
        defensible=tuple(claim for claim, mode in pairs if mode != claim.mode and mode in claim.also),
        different=tuple(claim for claim, mode in pairs if mode != claim.mode and mode not in claim.also),
    )


def explain(claim: Claim, mode: str, among: Words) -> tuple[str, str]:
    """Return what speaks for our mode of a claim, and what for another one that a learner has chosen among some."""
    cue = f"“{claim.cue}” and by " if claim.cue else ""
    ours = f"We chose {_told(among[claim.mode])} We go by {cue}the wording “{claim.wording}”. {claim.why}"
    yours = f"You chose {_told(among[mode])}"
    if mode in claim.also:
        return ours.rstrip(), f"{yours} Both can be defended: careful readers differ here."
    return ours.rstrip(), f"{yours} {_sign_of(among[mode], claim)}"


def _sign_of(mode: Row, claim: Claim) -> str:
    """Return which word speaks for a mode, or would speak for it."""
    phrases = [phrase for phrase in mode["phrases"].split("|") if phrase]
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
    such = " or ".join(filter(None, [", ".join(named[:-1]), named[-1]]))
    return f"A word such as {such} would speak for that. Is there one in paragraph {claim.paragraph}?"


def _told(mode: Row) -> str:
    """Return a mode with what it means, where its case says so."""
    meaning = mode["meaning"]
    return f"{mode['word']}: {meaning[:1].lower()}{meaning[1:]}" if meaning else f"{mode['word']}."


def _text(value: object) -> str:
    return "" if value is None or pd.isna(value) else str(value)  # type: ignore[call-overload]
