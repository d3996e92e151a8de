"""A question as widgets: the answer, a check, feedback, and hints one after another."""

from __future__ import annotations

from html import escape
from typing import Any

import ipywidgets as widgets

from course.page import STYLE
from course.questions import progress
from course.questions.check import Hints, check, hint
from course.questions.controls import control_for
from course.questions.judge import Verdict, judge
from course.questions.spec import Question, find


class Asked:
    """A question on the page; `ask` makes one."""

    def __init__(self, question: Question) -> None:
        """Build the widgets, with what was answered before."""
        self.question = question
        self._control = control_for(question)
        self._check = widgets.Button(description="Check", button_style="primary", tooltip="Check your answer")
        self._hint = widgets.Button(tooltip="Take the next hint", layout={"width": "auto"})
        self._feedback = widgets.HTML()
        self._hints = widgets.HTML()
        self._check.on_click(self._on_check)
        self._hint.on_click(self._on_hint)
        buttons = [self._hint] if question.kind.name == "table" else [self._check, self._hint]
        self.widget = widgets.VBox(
            [
                widgets.HTML(STYLE + _prompt_html(question)),
                self._control.widget,
                widgets.HBox(buttons),
                self._feedback,
                self._hints,
            ],
            layout={"max_width": "46em", "padding": "0 0 0.5em 0"},
        )
        self._reopen()

    def _reopen(self) -> None:
        entry = progress.read().entries.get(self.question.id, progress.Entry())
        if entry.tries:
            self._control.put(entry.answer)
            self._show(judge(self.question, entry.answer))
        self._show_hints(entry.hints)

    def _on_check(self, _: object) -> None:
        self._show(check(self.question.id, self._control.value()))

    def _on_hint(self, _: object) -> None:
        self._show_hints(len(hint(self.question.id).taken))

    def _show(self, verdict: Verdict) -> None:
        self._feedback.value = f"<div role='status' aria-live='polite'>{verdict._repr_html_()}</div>"

    def _show_hints(self, taken: int) -> None:
        hints = self.question.hints
        self._hint.description = f"Hint {min(taken + 1, len(hints))} of {len(hints)}"
        self._hint.disabled = taken >= len(hints)
        shown = Hints(self.question.id, hints[:taken], len(hints))
        self._hints.value = f"<div aria-live='polite'>{shown._repr_html_() if taken else ''}</div>"

    def _repr_mimebundle_(self, **_: object) -> dict[str, Any]:
        """Return the widget, and the question as text for a page with no kernel."""
        bundle: dict[str, Any] = dict(self.widget._repr_mimebundle_())
        options = self.question.parts.get("options", {}).values()
        text = "\n".join([f"{self.question.id}  {self.question.prompt}", *(f"  ( ) {option}" for option in options)])
        listed = "".join(f"<li>{escape(option)}</li>" for option in options)
        html = _prompt_html(self.question) + (f"<ul>{listed}</ul>" if listed else "")
        return {**bundle, "text/plain": text, "text/html": html}


class Note:
    """A text of the learner's own that is kept; `note` makes one."""

    def __init__(self, name: str, prompt: str) -> None:
        """Build the widgets, with what was written before."""
        self._name = name
        self._prompt = prompt
        self._text = widgets.Textarea(
            value=progress.read().notes.get(name, ""),
            placeholder="Write a sentence or two.",
            continuous_update=False,
            layout={"width": "98%", "height": "5em"},
        )
        self._kept = widgets.HTML()
        self._text.observe(self._on_text, names="value")
        label = widgets.HTML(f"<p style='line-height:1.5;font-size:14px;margin:0'>{escape(prompt)}</p>")
        self.widget = widgets.VBox([label, self._text, self._kept], layout={"max_width": "46em"})

    def _on_text(self, change: dict[str, Any]) -> None:
        progress.keep_note(self._name, change["new"])
        self._kept.value = "<span role='status' style='font-size:13px'>Kept.</span>"

    def _repr_mimebundle_(self, **_: object) -> dict[str, Any]:
        bundle: dict[str, Any] = dict(self.widget._repr_mimebundle_())
        return {**bundle, "text/plain": self._prompt, "text/html": f"<p>{escape(self._prompt)}</p>"}


def ask(question_id: str) -> Asked:
    """Ask a question: its controls, a Check button, feedback and hints.

    It opens with what was answered before.

    Raises
    ------
    ContentError
        There is no such question.
    """
    return Asked(find(question_id))


def note(name: str, prompt: str = "Your own words:") -> Note:
    """Give a field for a learner's own words, which are kept under `name` and judged by nobody."""
    return Note(name, prompt)


def _prompt_html(question: Question) -> str:
    where = "code" if question.track == "coding" else "no code"
    return (
        f"<div style='line-height:1.5;font-size:15px;max-width:46em'><b>Question {question.id}</b>"
        f"&ensp;<small>{where} · about {question.minutes} min</small>"
        f"<p style='margin:0.2em 0'>{escape(question.prompt)}</p></div>"
    )
