"""Answers that are folded away: in a source a quotation inside a point of a list, on a page what opens under it."""

from __future__ import annotations

import re

from markdown_it import MarkdownIt

POINT = re.compile(r"^(?P<asked>\d+\. .*(?:\n   (?!> ).+)*)\n(?P<answer>(?:   > .*(?:\n|\Z))+)", re.MULTILINE)
"""A numbered point with a quotation in it: what is asked, and the answer."""


def folded(markdown: str) -> str:
    """Return a text in which each point with an answer opens it, in JupyterLab and on GitHub."""
    return POINT.sub(_opening, markdown)


def asked(markdown: str) -> str:
    """Return a text without the answers, for paper."""
    return POINT.sub(lambda point: f"{point['asked']}\n", markdown)


def _opening(point: re.Match[str]) -> str:
    summary = MarkdownIt().renderInline(" ".join(point["asked"].split()))
    answer = "\n".join(line.strip().removeprefix("> ") for line in point["answer"].splitlines())
    return f"<details><summary>{summary}</summary>\n\n{answer}\n\n</details>\n"
