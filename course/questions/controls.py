"""The controls in which a learner gives an answer, one class a kind of question."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

import ipywidgets as widgets

from course.page import OPTIONS_CLASS
from course.questions.kinds.limits import ENDS, NO_LIMIT
from course.questions.kinds.number import NOT_STATED, number_in_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from course.questions.spec import Question

WIDE = {"width": "auto", "height": "auto"}


class Control(Protocol):
    """Some widgets that stand for one answer."""

    widget: widgets.Widget

    def value(self) -> object:
        """Return the answer as it is set now; `...` where nothing is."""

    def put(self, kept: Any) -> None:  # noqa: ANN401 - plain JSON
        """Set the answer that was kept."""


class NumberControl:
    """A line to write a number in, and a box for "not stated"."""

    def __init__(self, label: str = "Your answer", blank: str = "the report does not state it") -> None:
        """Build the widgets; `blank` says what the box means."""
        self._text = widgets.Text(description=label, placeholder="a number", layout={"width": "240px"})
        self._text.style.description_width = "90px"
        self._blank = widgets.Checkbox(description=blank, indent=False, layout=WIDE)
        self._blank.observe(self._on_blank, names="value")
        self.widget = widgets.HBox([self._text, self._blank], layout={"flex_flow": "row wrap"})

    def _on_blank(self, change: Mapping[str, Any]) -> None:
        self._text.disabled = change["new"]

    def value(self) -> object:
        """Return the text, or "not stated"."""
        return NOT_STATED if self._blank.value else (self._text.value.strip() or ...)

    def put(self, kept: float | str | None) -> None:
        """Set the number, or the box."""
        self._blank.value = kept is None or kept == NOT_STATED
        if not self._blank.value:
            self._text.value = number_in_words(float(kept)) if isinstance(kept, int | float) else str(kept)


class ChoiceControl:
    """One radio button an option."""

    def __init__(self, options: Mapping[str, str]) -> None:
        """Build the buttons, none of them pressed."""
        pairs = [(text, key) for key, text in options.items()]
        self.widget = widgets.RadioButtons(options=pairs, value=None, layout=WIDE)
        self.widget.add_class(OPTIONS_CLASS)

    def value(self) -> object:
        """Return the key of the option."""
        return ... if self.widget.value is None else self.widget.value

    def put(self, kept: str) -> None:
        """Press the button."""
        self.widget.value = kept


class ChoicesControl:
    """One box an option."""

    def __init__(self, options: Mapping[str, str]) -> None:
        """Build the boxes, none of them ticked."""
        self._boxes = {
            key: widgets.Checkbox(description=text, indent=False, layout=WIDE) for key, text in options.items()
        }
        self.widget = widgets.VBox(list(self._boxes.values()))
        self.widget.add_class(OPTIONS_CLASS)

    def value(self) -> object:
        """Return the keys of what is ticked."""
        return [key for key, box in self._boxes.items() if box.value] or ...

    def put(self, kept: list[str]) -> None:
        """Tick the boxes."""
        for key, box in self._boxes.items():
            box.value = key in kept


class LimitsControl:
    """Two lines for two ends, each with a box for "no limit"."""

    def __init__(self) -> None:
        """Build the widgets."""
        self._ends = {
            "low": NumberControl("At least", NO_LIMIT + " below"),
            "high": NumberControl("At most", NO_LIMIT + " above"),
        }
        self.widget = widgets.VBox([end.widget for end in self._ends.values()])

    def value(self) -> object:
        """Return both ends; nothing where one is still empty."""
        ends = {name: end.value() for name, end in self._ends.items()}
        if any(end is ... for end in ends.values()):
            return ...
        return {name: None if end == NOT_STATED else end for name, end in ends.items()}

    def put(self, kept: Mapping[str, float | None]) -> None:
        """Set both ends."""
        for name in ENDS:
            self._ends[name].put(kept[name])


class CodeControl:
    """No control but a line that says where to answer: in code."""

    def __init__(self, question_id: str) -> None:
        """Say which call checks the answer."""
        self.widget = widgets.HTML(
            f'Answer in a cell with code: <code>course.check("{question_id}", your_table)</code>'
        )

    def value(self) -> object:
        """Return nothing: the answer comes from code."""
        return ...

    def put(self, kept: Any) -> None:  # noqa: ANN401 - plain JSON
        """Leave it: the code of the learner stands in the notebook."""


def control_for(question: Question) -> Control:
    """Return the controls that fit the kind of a question."""
    match question.kind.name:
        case "number":
            return NumberControl()
        case "choice":
            return ChoiceControl(question.parts["options"])
        case "choices":
            return ChoicesControl(question.parts["options"])
        case "bounds":
            return LimitsControl()
        case _:
            return CodeControl(question.id)
