"""Any number of options out of several."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from course.page import controls
from course.questions.kinds.base import ANSWER, Read, need_keys
from course.questions.kinds.options import Options
from course.questions.kinds.paper_field import PaperField
from course.questions.kinds.value import what_it_is

if TYPE_CHECKING:
    from course.page.controls import Control

Keys = frozenset[str]


@dataclass(frozen=True)
class Choices(Options[Keys]):
    """A question with options, of which several are ticked; an answer is the set of their keys."""

    name = "choices"
    in_code = 'Write a list of the keys that you choose, such as `["one key", "another key"]`.'
    conditions = (ANSWER, "contains", "lacks")

    def read(self, value: object) -> Read[Keys] | str:
        """Return the set of keys; one option may stand without a list."""
        many = self.several(value)
        if many is None and isinstance(value, str | int | float):
            many = [value]
        if many is None:
            return f"You gave {what_it_is(value)}. Give a list of: {self.keys}."
        if not many:
            return "Nothing is chosen. Choose at least one."
        keys = self.keys_of(many, "options")
        return keys if isinstance(keys, str) else Read(frozenset(keys))

    def gives_away(self, hint: str, accepted: Keys) -> bool:
        """Look for the texts of all options that belong to the answer."""
        return all(self.place_in(hint, key) >= 0 for key in accepted)

    def _check(self, name: str, value: Any) -> None:  # noqa: ANN401
        need_keys(value, self.options, name)

    def _meets(self, given: Keys, name: str, value: Any) -> bool:  # noqa: ANN401
        match name:
            case "contains":
                return given.issuperset(value)
            case "lacks":
                return given.isdisjoint(value)
        return super()._meets(given, name, value)

    def _in_words(self, name: str, value: Any) -> str:  # noqa: ANN401
        with_ = {"contains": "with", "lacks": "without"}
        return f"{with_[name]} {self.texts(value)}" if name in with_ else super()._in_words(name, value)

    def say(self, given: Keys) -> str:
        """Return the texts of the options, in the order of the spec."""
        return "; ".join(f"“{text}”" for key, text in self.options.items() if key in given)

    def keep(self, given: Keys) -> list[str]:
        """Return the keys in alphabetical order."""
        return sorted(given)

    def controls(self) -> dict[str, Control]:
        """Return checkboxes."""
        return {ANSWER: controls.some_of("", self.options)}

    def on_paper(self) -> PaperField:
        """Return boxes."""
        return PaperField("Tick all that are true.", unless="tick", mark="box", options=self.offered)
