"""Moodle's quiz in small: a question bank is read, and an answer is graded as Moodle grades it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

if TYPE_CHECKING:
    from collections.abc import Collection


@dataclass(frozen=True)
class Answer:
    """One answer of a question bank."""

    text: str
    fraction: float
    feedback: str
    tolerance: float


@dataclass(frozen=True)
class Item:
    """One question of a question bank, its HTML as it stands there."""

    type: str
    name: str
    texts: dict[str, str]
    hints: tuple[str, ...]
    answers: tuple[Answer, ...]

    def graded(self, given: str) -> Answer:
        """Return the first answer that fits what is typed into a field."""
        fits = self._fits_number if self.type == "numerical" else self._fits_words
        return next(answer for answer in self.answers if fits(answer, given))

    def share(self, chosen: Collection[str]) -> float:
        """Return the points for some chosen options, in per cent; never fewer than none."""
        return max(0, sum(answer.fraction for answer in self.answers if plain(answer.text) in chosen))

    @staticmethod
    def _fits_number(answer: Answer, given: str) -> bool:
        if answer.text == "*":
            return True
        near = answer.tolerance + 1e-9 * max(answer.tolerance, abs(float(answer.text)))
        return abs(float(given) - float(answer.text)) <= near

    @staticmethod
    def _fits_words(answer: Answer, given: str) -> bool:
        parts = (re.escape(part.replace(r"\*", "*")) for part in re.split(r"(?<!\\)\*+", answer.text))
        return re.fullmatch(".*".join(parts), given.strip(), re.IGNORECASE) is not None


def read(text: str) -> tuple[dict[str, Item], dict[str, list[str]]]:
    """Return the questions by their id numbers, and of each category the id numbers of what is in it."""
    items: dict[str, Item] = {}
    categories: dict[str, list[str]] = {}
    now: list[str] = []
    for each in ET.fromstring(text).iter("question"):  # noqa: S314 - our own file
        if each.attrib["type"] == "category":
            now = categories.setdefault(each.findtext("category/text", ""), [])
            continue
        name = each.findtext("idnumber", "")
        now.append(name)
        items[name] = _item(each)
    return items, categories


def _item(each: ET.Element) -> Item:
    return Item(
        each.attrib["type"],
        each.findtext("name/text", ""),
        {
            part.tag: part.findtext("text", "")
            for part in each
            if part.find("text") is not None and part.tag != "answer"
        },
        tuple(hint.findtext("text", "") for hint in each.findall("hint")),
        tuple(
            Answer(
                answer.findtext("text", ""),
                float(answer.attrib["fraction"]),
                answer.findtext("feedback/text", ""),
                float(answer.findtext("tolerance", "0")),
            )
            for answer in each.findall("answer")
        ),
    )


class _Plain(HTMLParser):
    """The text of some HTML; each element has to be closed in its place."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self._open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert not any(name.startswith("on") for name, _ in attrs), attrs
        assert tag in {"p", "b", "i", "code", "ul", "li", "details", "summary"}, tag
        self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.texts.append(data)

    def close(self) -> None:
        super().close()
        assert not self._open


def plain(html: str) -> str:
    """Return the text of some HTML, which has to be sound."""
    parser = _Plain()
    parser.feed(html)
    parser.close()
    return "".join(parser.texts)
