"""A note on the page: a field for a learner's own words, which are kept and judged by nobody."""

from __future__ import annotations

from html import escape
from typing import Any

import ipywidgets as widgets

from course.page import OPTIONS_CLASS, STYLE
from course.questions import keeping


class Note:
    """A text of the learner's own that is kept; `note` makes one."""

    def __init__(self, name: str, prompt: str) -> None:
        """Build the widgets, with what was written before."""
        self._name = name
        self._prompt = prompt
        self._text = widgets.Textarea(
            value=keeping.read().notes.get(name, ""),
            placeholder="Write a sentence or two.",
            continuous_update=False,
            description=prompt,
            style={"description_width": "initial"},
            layout={"width": "98%", "height": "7em"},
        )
        self._text.add_class(OPTIONS_CLASS)
        self._kept = widgets.HTML(STYLE)
        self._text.observe(self._on_text, names="value")
        self.widget = widgets.VBox([self._text, self._kept], layout={"max_width": "46em"})

    def _on_text(self, change: dict[str, Any]) -> None:
        problem = keeping.keep_note(self._name, change["new"])
        self._kept.value = f"{STYLE}<span role='status' style='font-size:13px'>{escape(problem or 'Kept.')}</span>"

    def _repr_mimebundle_(self, **kwargs: object) -> dict[str, Any]:
        return {
            **self.widget._repr_mimebundle_(**kwargs),
            "text/plain": self._prompt,
            "text/html": f"<p>{escape(self._prompt)}</p>",
        }


def note(name: str, prompt: str = "Your own words:") -> Note:
    """Give a field for a learner's own words, which are kept under `name` and judged by nobody."""
    return Note(name, prompt)
