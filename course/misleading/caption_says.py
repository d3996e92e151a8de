"""What a caption says of sources, kinds and blanks, in the words that learners use; what it denies, it does not say.

It goes by words: a name is a source only beside a word of saying, and a phrase counts only where no *not* comes before
it. What it cannot tell it gives back as such.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from course.wording import phrases

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping


def _ways(*parts: str) -> re.Pattern[str]:
    return re.compile("|".join(parts), re.IGNORECASE)


SAYING = (
    r"(?:says?|said|saying|tells?|told|writes?|wrote|states?|stated|reports?|reported|announce[sd]?|claims?|claimed"
    r"|counts?|counted|estimates?|estimated|explains?|explained|confirms?|confirmed|denie[sd]|deny)"
)
NOT = _ways(r"\b(?:no|not|never|nobody|none|nothing|neither|nor|without)\b", r"n't\b")
PART = re.compile(r"[.,;:!?()\n](?!\d)")
WORDS_BEFORE = 3
REPORT = _ways(
    r"\b(?:the|one|this|a|an|our|my|news|same) (?:news )?(?:report|article|text|digest|newspaper|story)\b",
    r"^\W*(?:report|article|sources?)\W*:|\bsource\W+(?:the )?(?:report|article|text)\b",
)
NO_SOURCE = _ways(
    r"\b(?:no|without|unknown|unnamed) (?:an? |any |named |known )*sources?\b(?: (?:is|are) (?:named|given|known))?",
    r"\bsources?\b[^.;:!?,]{0,20}(?:\b(?:not|unknown|unnamed|missing|blank)|n't)\b(?: (?:named|given|known|said))?",
    r"\bunsourced\b|\b(?:nobody|no one) (?:says|said|tells|knows) (?:so\b|who\b[^.;,]*)",
    r"(?:\b(?:not|never)|n't)\b[^.;:!?,]{0,20}\b(?:who (?:says|said|counted|counts|wrote)\b|where [^.;,]*\bfrom\b)",
)
HELPERS = r"(?:\s+(?:has|have|had|itself|also|only|officially|government|officials?|army|president))*"
SOMEBODY = re.compile(
    rf"\b([A-Z][\w.'-]*|[a-z]+s|official|media|somebody|someone|journalist|reporter|author|minister)\s+{SAYING}\b"
    rf"|\b[Aa]ccording to ((?:the )?\w+(?: \w+)?)|\b{SAYING},? ([A-Z]\w+)"
)
NO_SPEAKER = _ways(
    r"its?|he|she|they|who|that|this|which|others?|numbers|figures|words|bars|mentions|groups|units|sources|states",
    r"soldiers|troops|forces|thousands|members|is|was|has|as|the|an?|one|this|\w+day",
)
NUMBER = r"\b(?:numbers?|figures?|sizes?|data|information|idea how)\b"
BLANK = _ways(
    rf"\b(?:no|without) (?:an? |any |exact |clear |known |given |precise )*{NUMBER}",
    rf"(?:\b(?:not|never|cannot)|n't)\b[^.;:!?]{{0,25}}?(?:\b(?:stated|given|known?|said|counted|how \w+)\b|{NUMBER})",
    rf"\b(?:nobody|no one) (?:knows|counted|counts|gives|says how|tells how)\b|\black(?:s|ing)?\b[^.;]{{0,12}}{NUMBER}",
    rf"\bonly\b[^.;:!?]{{0,30}}\bha(?:s|ve)\b[^.;]{{0,8}}{NUMBER}|\bhave\b[^.;]{{0,25}}(?:do not|don't)\s*(?:[.,;!]|$)",
    r"\bunknown\b|\bblanks?\b|\bmissing\b|\bunclear\b|\bhow many\b[^.;:!?]{0,25}(?:\bnot|n't)\b",
)
NO_BLANK = _ways(
    r"\b(?:no|none|nothing)\b[^.;:!?,]{0,20}?\b(?:missing|unknown|unclear|blank|left out)\b|\bno blanks?\b",
    r"(?:\bnot|n't) (?:missing|unknown|blank|unclear)\b",
    rf"\b(?:all|every|each)\b[^.;:!?,]{{0,25}}\b(?:ha(?:s|ve)|gives?|with) (?:an? |their |its |exact )*{NUMBER}",
)
OTHER_BLANK = _ways(r"\b(?:dates?|day|author|time)\b[^.;,]{0,15}(?:\bnot|n't|\bun)[^.;,]{0,10}")
THERE = _ways(
    r"(?<!could )(?<!may )(?<!might )(?<!will )(?<!would )\b(?:has|have)\b"
    r"(?! (?:offered|announced|proposed|planned|plans|said|no|not|been)\b)[^.;:!?]{0,60}?"
    r"\b(?:around|in|at|near|along|on|there)\b",
    r"\b(?:soldiers|troops|forces?)\b[^.;:!?]{0,30}\b(?:is|are) (?:already |now )?(?:in|around|at|near|along)\b",
)
"""Somebody *has* soldiers somewhere, or they *are* there."""


@dataclass(frozen=True)
class Sources:
    """What a caption says of who says so.

    Attributes
    ----------
    named
        The actors of the case that it lets speak, by their keys, each with the name that it uses.
    report
        How it names the report itself, which covers every number; empty where it does not.
    nobody
        How it says that there is no source; empty where it does not.
    others
        Somebody else who speaks: whether the report has them, words cannot tell.
    """

    named: Mapping[str, str]
    report: str
    nobody: str
    others: str


def sources_in(caption: str, sources: Mapping[str, Iterable[str]]) -> Sources:
    """Return whom a caption lets speak; an owner of soldiers alone says nothing."""
    rest = NO_SOURCE.sub(" ", caption)
    named = {key: name for key, names in sources.items() for name in names if _speaks(name, rest)}
    known = {name.lower() for names in sources.values() for name in names}
    others = (match for match in _affirmed(SOMEBODY, rest) if _is_somebody(match, known))
    return Sources(named, *(_first(each) for each in (_affirmed(REPORT, rest), _affirmed(NO_SOURCE, caption), others)))


def kinds_in(caption: str, kinds: Iterable[str]) -> list[str]:
    """Return which of these statuses a caption gives, in a phrase of the vocabulary, or as soldiers who are there."""
    words = phrases("statuses")
    ways = {kind: [rf"(?<!\w){re.escape(said)}(?!\w)" for said in words.get(kind, [kind])] for kind in kinds}
    there = {"present": [THERE.pattern]}
    return [kind for kind, way in ways.items() if _found(_ways(*way, *there.get(kind, [])), caption)]


def blanks_in(caption: str) -> tuple[str, str]:
    """Return how a caption says that numbers are missing, and how it says that none is; empty where it does not."""
    rest = OTHER_BLANK.sub(" ", NO_SOURCE.sub(" ", caption))
    denial = _first(_affirmed(NO_BLANK, rest))
    return _first(BLANK.finditer(rest.replace(denial, " ") if denial else rest)), denial


def _affirmed(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Yield where a pattern is in a text with no *not* within a few words before it."""
    for match in pattern.finditer(text):
        before = PART.split(text[: match.start()])[-1].replace("ot only", "").split()[-WORDS_BEFORE:]
        if not any(NOT.search(word) for word in before):
            yield match


def _found(pattern: re.Pattern[str], text: str) -> bool:
    return any(True for _ in _affirmed(pattern, text))


def _first(matches: Iterator[re.Match[str]]) -> str:
    return next((match[0].strip(" :") for match in matches), "")


def _speaks(name: str, text: str) -> bool:
    who = rf"(?:the )?(?<!\w){re.escape(name)}(?:'s)?"
    way = _ways(
        rf"{who}{HELPERS}\s+{SAYING}\b",
        rf"\b{SAYING},?\s+(?:by\s+)?{who}(?!\w)",
        rf"\b(?:according to|sources?:?|source is|told by)\s+{who}(?!\w)(?! (?:soldiers|troops|forces)\b)",
        rf"{who}\s+(?:announcement|statement|figures?|numbers?|source)\b",
        rf"{who}\s+(?:is|as)\b[^.;,]{{0,20}}\bsource\b",
    )
    return any(not NOT.search(match[0]) for match in _affirmed(way, text))


def _is_somebody(match: re.Match[str], known: set[str]) -> bool:
    who = (match[1] or match[2] or match[3]).lower().removeprefix("the ")
    return not (who in known or NO_SPEAKER.fullmatch(who) or NOT.search(who) or REPORT.search(f"the {who}"))
