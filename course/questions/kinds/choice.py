"""One option out of several."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from course.page import controls
from course.questions.kinds.base import ANSWER, Read, need_keys
from course.questions.kinds.options import Options
from course.questions.kinds.paper_field import PaperField
from course.questions.kinds.value import shown, unwrapped, what_it_is

if TYPE_CHECKING:
    from course.page.controls import Control


@dataclass(frozen=True)
class Choice(Options[str]):
    """A question with options, of which one is chosen; an answer is the option's key."""

    name = "choice"
    in_code = "Write the key of one option, with its quotation marks."

    def read(self, value: object) -> Read[str] | str:
        """Return the key of the option that is named by its key or by its text."""
        inner = unwrapped(value)
        if key := self.key_of(inner):
            return Read(key)
        told = f"{shown(inner)} is not among the options" if isinstance(inner, str) else f"You gave {what_it_is(inner)}"
        return f"{told}. Give one of: {self.keys}."

    def gives_away(self, hint: str, accepted: str) -> bool:
        """Look for the option's whole text."""
        return self.place_in(hint, accepted) >= 0

    def _check(self, name: str, value: Any) -> None:  # noqa: ANN401
        need_keys([value], self.options, name)

    def say(self, given: str) -> str:
        """Return the text of the option."""
        return self.texts([given])

    def controls(self) -> dict[str, Control]:
        """Return radio buttons."""
        return {ANSWER: controls.one_of("", self.options)}

    def on_paper(self) -> PaperField:
        """Return circles."""
        return PaperField("Mark one.", mark="circle", options=self.offered)
