"""A Markdown text in blocks: what each is, its words, and its HTML for paper, where a link shows its address."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from html import escape
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt
from markdown_it.token import Token

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it.rules_core import StateCore

NOTEBOOK = ".ipynb"
ADDRESS = "html_inline"
"""The kind of token that holds the address behind a link, and nothing else: HTML in a text is no HTML."""
BREAKS = ("softbreak", "hardbreak")


@dataclass(frozen=True)
class Block:
    """One block of a text.

    Attributes
    ----------
    kind
        `heading`, `paragraph`, `bullet_list`, `ordered_list`, `table` or another of CommonMark's blocks.
    level
        The level of a heading, from 1; 0 for any other block.
    text
        Its words without marks.
    items
        The words of each item of a list, at the first level.
    html
        The block as HTML.
    """

    kind: str
    level: int
    text: str
    items: tuple[str, ...]
    html: str


def blocks(markdown: str) -> list[Block]:
    """Return the blocks of a text, in its order."""
    reader = _reader()
    tokens = reader.parse(markdown)
    return [_block(group, reader) for group in _top_level(tokens)]


def _block(tokens: Sequence[Token], reader: MarkdownIt) -> Block:
    first = tokens[0]
    kind = first.type.removesuffix("_open")
    level = int(first.tag[1]) if kind == "heading" else 0
    html = reader.renderer.render(tokens, reader.options, {}).strip()
    return Block(kind, level, _words(tokens), tuple(_items(tokens)), html)


def _top_level(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    """Yield the tokens of each block that stands in no other."""
    group: list[Token] = []
    depth = 0
    for token in tokens:
        group.append(token)
        depth += token.nesting
        if depth == 0:
            yield group
            group = []


def _items(tokens: Sequence[Token]) -> Iterator[str]:
    """Yield the words of each item of a list at the first level."""
    inside: list[Token] = []
    for token in tokens:
        if token.type == "list_item_open" and token.level == 1:
            inside = []
        inside.append(token)
        if token.type == "list_item_close" and token.level == 1:
            yield _words(inside)


def _words(tokens: Sequence[Token]) -> str:
    return " ".join(_inline(token) for token in tokens if token.type in {"inline", "fence", "code_block"}).strip()


def _inline(token: Token) -> str:
    if token.children is None:
        return token.content
    said = (child for child in token.children if child.type != ADDRESS)
    return "".join(" " if child.type in BREAKS else child.content for child in said)


@cache
def _reader() -> MarkdownIt:
    reader = MarkdownIt("commonmark", {"html": False}).enable("table")
    reader.core.ruler.push("links_on_paper", _links_on_paper)
    return reader


def _links_on_paper(state: StateCore) -> None:
    """Show the address of each link behind its text; a link to a notebook is its title, for paper leads nowhere."""
    for token in state.tokens:
        if token.children:
            token.children = list(_with_addresses(token.children))


def _with_addresses(tokens: Sequence[Token]) -> Iterator[Token]:
    address = ""
    for token in tokens:
        if token.type == "link_open":
            address = str(token.attrGet("href") or "")
        to_notebook = address.endswith(NOTEBOOK) and "://" not in address
        if to_notebook and token.type in {"link_open", "link_close"}:
            yield Token(token.type.replace("link", "em"), "em", token.nesting)
        else:
            yield token
            if token.type == "link_close":
                yield Token(ADDRESS, "", 0, content=f' <span class="address">({escape(address)})</span>')
        if token.type == "link_close":
            address = ""
