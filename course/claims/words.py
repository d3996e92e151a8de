"""What the claim sorter says: the statement at hand, what is sorted so far, and where two readers differ."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.claims.coding import compare, explain
from course.page import html
from course.say import MOST_ITEMS, count, listed

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from course.claims.coding import Claim, Comparison
    from course.vocabulary import Words

NO_STATEMENT = "This case has no statement to sort."


def so_far(claims: Mapping[str, Claim], modes: Words, placed: Mapping[str, str], missing: int) -> str:
    """Return what is sorted so far, and how many are missing until it can be compared."""
    if not claims:
        return NO_STATEMENT
    first = f"{len(placed) or 'None'} of {count(len(claims), 'statement', 'no')} sorted so far."
    then = f"Sort {missing} more, then compare with our coding." if missing > 0 else "You can compare with our coding."
    found = {mode: [claims[name] for name, given in placed.items() if given == mode] for mode in modes}
    lines = [
        f"- {modes[mode]['word']}: {listed((f'{claim.number} ({claim.who})' for claim in sorted_), MOST_ITEMS, ', ')}."
        for mode, sorted_ in found.items()
        if sorted_
    ]
    return "\n".join([first, then, *lines])


def counts(found: Comparison) -> list[str]:
    """Return in words how many of a learner's modes are ours, can be defended too, or differ."""
    of = count(found.count, "statement", "no")
    lines = [f"You and our coding agree on {len(found.equal)} of {of}: {found.share:.0%}."]
    if found.defensible:
        lines.append(f"{len(found.defensible)} more can be defended as well as ours: careful readers differ there.")
    if found.different:
        differ = "1 differs" if len(found.different) == 1 else f"{len(found.different)} differ"
        lines.append(f"{differ}: read why we chose as we did, and what would speak for your choice.")
    if not found.defensible and not found.different:
        lines.append("Two readers who agree can still have missed the same word: look at the wordings once more.")
    return lines


def disagreements(claims: Mapping[str, Claim], modes: Words, placed: Mapping[str, str]) -> list[tuple[str, str, str]]:
    """Return for each statement on which both do not agree what they say, and what speaks for our mode and theirs."""
    found = compare(claims, placed.items())
    return [
        (_said(claim, modes, placed[claim.name]), *explain(claim, placed[claim.name], modes))
        for claim in found.disagreed
    ]


def _said(claim: Claim, modes: Words, mode: str) -> str:
    both = "; both can be defended" if mode in claim.also else ""
    yours, our = modes[mode]["word"], modes[claim.mode]["word"]
    return f"Statement {claim.number} (¶{claim.paragraph}): you say {yours}, we say {our}{both}."


def ours(claim: Claim, modes: Words, mode: str) -> str:
    """Return what our coding says of a statement that a learner has sorted."""
    if mode == claim.mode:
        return "Our coding says so too."
    return f"Our coding says {modes[claim.mode]['word']}{'; both can be defended' if mode in claim.also else ''}."


def card_html(claim: Claim, total: int, digest: str, our_word: str) -> html.Html:
    """Return the statement at hand: who says it to whom, with what word, and what it rests on."""
    lines = {
        "Who": claim.who,
        "To whom": claim.to_whom or "not stated",
        "The report's word for it": f"“{claim.cue}”" if claim.cue else "none: the paragraph goes on",
        "Evidence": f"“{claim.wording}” (¶{claim.paragraph}, {claim.form})",
    }
    return html.page(
        html.paragraph(html.strong(f"Statement {claim.number} of {total}")),
        html.big(claim.summary),
        html.facts(lines.items()),
        html.fold(f"Paragraph {claim.paragraph} in our words", digest),
        *([html.paragraph(html.strong(our_word))] if our_word else []),
    )


def compared_html(lines: Sequence[str], explained: Sequence[tuple[str, str, str]]) -> html.Html:
    """Return the counts, and each disagreement folded away below them."""
    folds = (html.fold(head, html.paragraph(ours_, html.line_break(), yours)) for head, ours_, yours in explained)
    return html.page(html.lines("\n".join(lines)), *folds)
