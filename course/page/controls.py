"""Controls on a page: what each is, in plain values that `controls.js` draws with the browser's own form controls.

A control says nothing about where its value goes: a question reads its answer from its controls, an explorer its
settings, a note its text.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

NO_BLANK = ("", "")


@dataclass(frozen=True)
class Control:
    """One labelled control.

    Attributes
    ----------
    kind
        How it is drawn; a name that `controls.js` knows.
    label
        What stands before it.
    value
        Its value at first, plain JSON: a text, a list of keys, a whole number, or None where nothing is given.
    options
        Keys and texts of what can be chosen or put in order.
    blank
        The value and the label of a checkbox that stands for "there is none", such as `("not stated", "the report
        does not state it")`; two empty texts where there is no such box.
    least, most, step, unit
        The ends of a slider, or of the days that can be chosen, and what a slider counts in.
    hint
        What stands in an empty field.
    rows
        How high a field for a text is, in lines.
    month
        The year and month that a field for a day opens on, such as `"2022-02"`.
    """

    kind: str
    label: str
    value: Any = None
    options: tuple[tuple[str, str], ...] = ()
    blank: tuple[str, str] = NO_BLANK
    least: int | str | None = None
    most: int | str | None = None
    step: int = 1
    unit: str = ""
    hint: str = ""
    rows: int = 1
    month: str = ""

    def to_json(self) -> dict[str, Any]:
        """Return the control as plain JSON, without what it leaves at its default."""
        bare = asdict(Control(self.kind, self.label))
        return {name: given for name, given in asdict(self).items() if name in _ALWAYS or given != bare[name]}

    def can_show(self, value: object) -> bool:
        """Return whether it can show a value that was given before, perhaps in another version of the course."""
        has_several = isinstance(value, list)
        several = value if isinstance(value, list) else [value]
        keys = {key for key, _ in self.options}
        if has_several != (self.kind in _SEVERAL) or not all(isinstance(each, str | int | float) for each in several):
            return False
        if self.kind == "order":
            return set(several) == keys and len(several) == len(keys)
        return not keys or set(several) <= {*keys, self.blank[0]}


_ALWAYS = ("kind", "label", "value")
_SEVERAL = ("some", "order")


def one_of(label: str, options: Mapping[str, str], value: str | None = None) -> Control:
    """Return radio buttons; the value is the key of the one that is chosen."""
    return Control("one", label, value, tuple(options.items()))


def some_of(label: str, options: Mapping[str, str]) -> Control:
    """Return checkboxes; the value is a list of the keys that are ticked."""
    return Control("some", label, [], tuple(options.items()))


def in_order(label: str, options: Mapping[str, str]) -> Control:
    """Return items to be put in an order; the value is the list of all keys."""
    return Control("order", label, None, tuple(options.items()))


def pick(label: str, options: Mapping[str, str]) -> Control:
    """Return a list that opens; the value is the key of the one that is picked, at first the first."""
    return Control("pick", label, next(iter(options), ""), tuple(options.items()))


def slider(label: str, least: int, most: int, unit: str = "", step: int = 1) -> Control:
    """Return a slider; the value is a whole number between its ends, both counted, that it reaches in steps."""
    return Control("slider", label, least, least=least, most=most, unit=unit, step=step)


def number(label: str, blank: tuple[str, str] = NO_BLANK) -> Control:
    """Return a field for a number; the value is the text that was typed, or that of the box for a blank."""
    return Control("number", label, blank=blank)


def day(label: str, first: date | None = None, last: date | None = None, blank: tuple[str, str] = NO_BLANK) -> Control:
    """Return lists for a day, month and year; the value is the day in ISO form, or that of the box for a blank."""
    least, most = (each.isoformat() if each else None for each in (first, last))
    return Control("day", label, least, blank=blank, least=least, most=most)


def line(label: str) -> Control:
    """Return a field for a word or a few; the value is the text."""
    return Control("line", label)


def text(label: str, hint: str = "", rows: int = 3) -> Control:
    """Return a field for a text of the learner's own; the value is that text."""
    return Control("text", label, "", hint=hint, rows=rows)


def button(label: str) -> Control:
    """Return a button; the value counts how often it was pressed."""
    return Control("button", label, 0)
