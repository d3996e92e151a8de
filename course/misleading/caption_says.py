"""What a caption says of sources, kinds and blanks, in the words that learners use; what it denies, it does not say.

It goes by words: a name is a source only beside a word of saying, and a phrase counts only where no *not* comes before
it. What it cannot tell it gives back as such.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from course.vocabulary import vocabulary
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
    r"thousands|members|is|was|has|as|the|an?|one|this|\w+day",
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
HAS_THERE = (
    r"(?<!could )(?<!may )(?<!might )(?<!will )(?<!would )\b(?:has|have)\b"
    r"(?! (?:offered|announced|proposed|planned|plans|said|no|not|been)\b)[^.;:!?]{0,60}?"
    r"\b(?:around|in|at|near|along|on|there)\b"
)
ARE_THERE = r"[^.;:!?]{0,30}\b(?:is|are) (?:already |now )?(?:in|around|at|near|along)\b"
"""Somebody *has* what is counted somewhere, or it *is* there."""
NOBODY: frozenset[str] = frozenset()


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


def sources_in(caption: str, sources: Mapping[str, Iterable[str]], nouns: frozenset[str] = NOBODY) -> Sources:
    """Return whom a caption lets speak; who owns what is counted, in words of `nouns`, says nothing by that."""
    rest = NO_SOURCE.sub(" ", caption)
    named = {key: name for key, names in sources.items() for name in names if _speaks(name, rest, nouns)}
    known = {name.lower() for names in sources.values() for name in names} | nouns
    others = (match for match in _affirmed(SOMEBODY, rest) if _is_somebody(match, known))
    return Sources(named, *(_first(each) for each in (_affirmed(REPORT, rest), _affirmed(NO_SOURCE, caption), others)))


def kinds_in(
    caption: str,
    kinds: Iterable[str],
    nouns: frozenset[str] = NOBODY,
    whats: Mapping[str, Iterable[str]] | None = None,
) -> list[str]:
    """Return which of these statuses a caption gives.

    It does so in a phrase of the vocabulary, in a word of `whats` for what only that status counts, or where it says
    that what is counted, in words of `nouns`, is there.
    """
    words, known = phrases("statuses"), vocabulary("statuses")
    there = [HAS_THERE, *([rf"{_one_of(nouns)}{ARE_THERE}"] if nouns else [])]
    found = []
    for kind in kinds:
        said = [*words.get(kind, []), *(whats or {}).get(kind, []), known.get(kind, {}).get("word") or kind]
        is_there = known.get(kind, {}).get("there", "no") != "no"
        if _found(_ways(_one_of(said), *(there if is_there else [])), caption):
            found.append(kind)
    return found


def blanks_in(caption: str, nouns: frozenset[str] = NOBODY) -> tuple[str, str]:
    """Return how a caption says that numbers are missing, and how it says that none is; empty where it does not.

    People who are missing are no number that is: a word for what is counted says nothing of blanks.
    """
    rest = OTHER_BLANK.sub(" ", NO_SOURCE.sub(" ", caption))
    for noun in sorted(filter(BLANK.search, nouns)):
        rest = re.sub(
            rf"(?<!\w)(?<!numbers are )(?<!number is ){re.escape(noun)}(?!\w)", " ", rest, flags=re.IGNORECASE
        )
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


def _one_of(words: Iterable[str]) -> str:
    """Return a pattern of these words, each as a whole."""
    return rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(words)))})(?!\w)"


def _speaks(name: str, text: str, nouns: frozenset[str]) -> bool:
    if name.lower() not in text.lower():
        return False  # as most names: a pattern is made for few only
    owned = rf"(?! {_one_of(nouns)})" if nouns else ""
    who = rf"(?:the )?(?<!\w){re.escape(name)}(?:'s)?"
    way = _ways(
        rf"{who}{HELPERS}\s+{SAYING}\b",
        rf"\b{SAYING},?\s+(?:by\s+)?{who}(?!\w)",
        rf"\b(?:according to|sources?:?|source is|told by)\s+{who}(?!\w){owned}",
        rf"{who}\s+(?:announcement|statement|figures?|numbers?|source)\b",
        rf"{who}\s+(?:is|as)\b[^.;,]{{0,20}}\bsource\b",
    )
    return any(not NOT.search(match[0]) for match in _affirmed(way, text))


def _is_somebody(match: re.Match[str], known: set[str]) -> bool:
    who = (match[1] or match[2] or match[3]).lower().removeprefix("the ")
    return not (who in known or NO_SPEAKER.fullmatch(who) or NOT.search(who) or REPORT.search(f"the {who}"))
