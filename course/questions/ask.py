"""A question on the page: the answer, a check, feedback, and hints one after another."""

from __future__ import annotations

from html import escape
from pathlib import Path
from typing import Any

import anywidget
import traitlets

from course.questions import keeping
from course.questions.check import check
from course.questions.hint import Hints, hint
from course.questions.judge import State, Verdict, judge
from course.questions.spec import Question, find

HERE = Path(__file__).parent


class Asked(anywidget.AnyWidget):
    """A question on the page; `ask` makes one. `question.js` draws it."""

    _esm = HERE / "question.js"
    _css = HERE / "question.css"
    question = traitlets.Dict().tag(sync=True)
    answer = traitlets.Any(None, allow_none=True).tag(sync=True)
    feedback = traitlets.Unicode().tag(sync=True)
    hints = traitlets.Unicode().tag(sync=True)
    hint_label = traitlets.Unicode().tag(sync=True)
    hint_left = traitlets.Bool(default_value=True).tag(sync=True)
    may_start_again = traitlets.Bool(default_value=False).tag(sync=True)
    turn = traitlets.Int(0).tag(sync=True)

    def __init__(self, question: Question) -> None:
        """Show the question, with what was answered before."""
        self._question = question
        super().__init__(question=_for_the_page(question))
        entry = keeping.read().entries.get(question.id, keeping.Entry())
        if entry.tries:
            self._show(judge(question, entry.answer))
        self._show_hints(entry.hints)
        self.on_msg(self._on_message)

    def _on_message(self, _: object, message: dict[str, Any], __: object) -> None:
        """Do what a button asks for; a new `turn` tells the page that there is something to show."""
        match message.get("do"):
            case "check":
                answer = message.get("answer")
                self._show(check(self._question.id, ... if answer is None else answer))
            case "hint":
                self._show_hints(len(hint(self._question.id).taken))
            case "start again":
                self.answer = None
                self.feedback = ""
                self.may_start_again = False
        self.turn += 1

    def _show(self, verdict: Verdict) -> None:
        """Show a verdict; an answer that could be read is what the page fills its controls with."""
        if verdict.kept is not None:
            self.answer = verdict.kept
        self.feedback = verdict.to_html()
        self.may_start_again = verdict.state in (State.NOT_YET, State.UNCLEAR)

    def _show_hints(self, taken: int) -> None:
        texts = self._question.hints
        taken = min(taken, len(texts))
        self.hint_label = f"Hint {min(taken + 1, len(texts))} of {len(texts)}"
        self.hint_left = taken < len(texts)
        self.hints = Hints(self._question.id, texts[:taken], len(texts)).to_html() if taken else ""

    def _repr_mimebundle_(self, **kwargs: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
        """Return the widget, and the question as text for a page with no kernel."""
        data, metadata = super()._repr_mimebundle_(**kwargs) or ({}, {})
        return {**data, **_as_text(self._question)}, metadata


def ask(question_id: str) -> Asked:
    """Ask a question: its controls, a Check button, feedback and hints.

    It opens with what was answered before.

    Raises
    ------
    ContentError
        There is no such question.
    """
    return Asked(find(question_id))


def _for_the_page(question: Question) -> dict[str, Any]:
    where = "code" if question.track == "coding" else "no code"
    return {
        "id": question.id,
        "kind": question.kind.name,
        "prompt": question.prompt,
        "about": f"{where} · about {question.minutes} min",
        "by_code": question.track == "coding" or question.kind.name == "table",
        "options": [[key, text] for key, text in question.parts.get("options", {}).items()],
    }


def _as_text(question: Question) -> dict[str, str]:
    options = question.parts.get("options", {}).values()
    lines = [f"{question.id}  {question.prompt}", *(f"  ( ) {option}" for option in options)]
    listed = "".join(f"<li>{escape(option)}</li>" for option in options)
    html = f"<p><b>Question {question.id}</b> {escape(question.prompt)}</p>{f'<ul>{listed}</ul>' if listed else ''}"
    return {"text/plain": "\n".join(lines), "text/html": html}
