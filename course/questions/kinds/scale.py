"""What numbers and days have in common: an answer can lie between two others, or not be stated at all."""

from __future__ import annotations

from typing import Any

from course.questions.kinds.base import ANSWER, Kind, need_span

NOT_STATED = "not stated"
WAYS_TO_SAY_NOT_STATED = {
    *(NOT_STATED, "<na>", "na", "n/a", "nat", "unknown", "not known"),
    *("not given", "not said", "no number", "no day", "no date"),
}
BLANK = (NOT_STATED, "the report does not state it")
"""The value and the label of the box for an answer that is not stated."""


class Scale(Kind[Any]):
    """A kind whose answer is a place on a scale, or "not stated"."""

    conditions = (ANSWER, "between")

    def _check(self, name: str, value: Any) -> None:  # noqa: ANN401
        if name == "between":
            need_span(self.need, value, name)
        else:
            super()._check(name, value)

    def _meets(self, given: Any, name: str, value: Any) -> bool:  # noqa: ANN401
        if name != "between":
            return super()._meets(given, name, value)
        first, last = need_span(self.need, value, name)
        return not isinstance(given, str) and bool(first <= given <= last)

    def _in_words(self, name: str, value: Any) -> str:  # noqa: ANN401
        if name != "between":
            return super()._in_words(name, value)
        first, last = need_span(self.need, value, name)
        return f"from {self.say(first)} to {self.say(last)}"
