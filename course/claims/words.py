"""What the claim sorter says: the statement at hand, what is sorted so far, and where two readers differ."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from course.claims.coding import compare, explain
from course.say import count

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from course.claims.coding import Claim, Comparison

NO_STATEMENT = "This case has no statement to sort."
FOLD = "style='cursor:pointer'"


def so_far(claims: Mapping[str, Claim], modes: Sequence[str], placed: Mapping[str, str], missing: int) -> str:
    """Return what is sorted so far, and how many are missing until it can be compared."""
    if not claims:
        return NO_STATEMENT
    first = f"{len(placed) or 'None'} of {count(len(claims), 'statement', 'no')} sorted so far."
    then = f"Sort {missing} more, then compare with our coding." if missing > 0 else "You can compare with our coding."
    found = {mode: [claims[name] for name, given in placed.items() if given == mode] for mode in modes}
    lines = [
        f"- {mode}: {', '.join(f'{claim.number} ({claim.who})' for claim in sorted_)}."
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


def disagreements(claims: Mapping[str, Claim], placed: Mapping[str, str]) -> list[tuple[str, str, str]]:
    """Return for each statement on which both do not agree what they say, and what speaks for our mode and theirs."""
    found = compare(claims, placed.items())
    return [(_said(claim, placed[claim.name]), *explain(claim, placed[claim.name])) for claim in found.disagreed]


def _said(claim: Claim, mode: str) -> str:
    both = "; both can be defended" if mode in claim.also else ""
    return f"Statement {claim.number} (¶{claim.paragraph}): you say {mode}, we say {claim.mode}{both}."


def ours(claim: Claim, mode: str) -> str:
    """Return what our coding says of a statement that a learner has sorted."""
    if mode == claim.mode:
        return "Our coding says so too."
    return f"Our coding says {claim.mode}{'; both can be defended' if mode in claim.also else ''}."


def card_html(claim: Claim, total: int, digest: str, our_word: str) -> str:
    """Return the statement at hand: who says it to whom, with what word, and what it rests on."""
    lines = {
        "Who": claim.who,
        "To whom": claim.to_whom or "not stated",
        "The report's word for it": f"“{claim.cue}”" if claim.cue else "none: the paragraph goes on",
        "Evidence": f"“{claim.wording}” (¶{claim.paragraph}, {claim.form})",
    }
    said = "".join(f"<div dir='auto'><b>{name}:</b> {escape(text)}</div>" for name, text in lines.items())
    return (
        "<div style='max-width:40em;line-height:1.45;font-size:14px;margin:4px 2px'>"
        f"<p style='margin:0 0 4px'><b>Statement {claim.number} of {total}</b></p>"
        f"<p dir='auto' style='margin:0 0 6px;font-size:17px'>{escape(claim.summary)}</p>{said}"
        f"<details><summary {FOLD}>Paragraph {claim.paragraph} in our words</summary>{escape(digest)}</details>"
        f"{f'<div><b>{our_word}</b></div>' if our_word else ''}</div>"
    )


def compared_html(lines: Sequence[str], explained: Sequence[tuple[str, str, str]]) -> str:
    """Return the counts, and each disagreement folded away below them."""
    first, *rest = lines
    said = f"<p style='margin:0.3em 0'><b>{first}</b></p>"
    said += "".join(f"<p style='margin:0.3em 0'>{line}</p>" for line in rest)
    folds = "".join(
        f"<details style='margin:0.3em 0'><summary {FOLD}>{escape(head)}</summary>"
        f"<div style='margin:2px 0 6px 1.2em'>{escape(for_ours)}<br>{escape(for_yours)}</div></details>"
        for head, for_ours, for_yours in explained
    )
    return f"<div style='max-width:52em;line-height:1.5;font-size:14px'>{said}{folds}</div>"
