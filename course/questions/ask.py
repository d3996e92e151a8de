"""A question on the page: the answer, a check, feedback, and hints one after another."""

from __future__ import annotations

from dataclasses import asdict, replace
from functools import cache
from pathlib import Path
from typing import Any

import traitlets

from course import content
from course.page import html, reading
from course.page.panel import CONTROLS, LIFE, Page
from course.questions import columns, keeping, on_page
from course.questions.check import check
from course.questions.glossary import explained
from course.questions.hint import Hints, hint
from course.questions.judge import State, Verdict, judge
from course.questions.kinds.base import is_missing
from course.questions.record import Entry
from course.questions.solution import Solution, code_of, noted, of, solution
from course.questions.spec import Question, find

DAY = "day"
"""The kind of control that opens on the month of the report."""
QUESTION = Path(__file__).parent / "question.js"
EMPTY: dict[str, Any] = {"answer": {}, "judged": None, "feedback": "", "may_start_again": False}
"""What a question shows before anything is answered."""


class Asked(Page):
    """A question on the page; `ask` makes one. `question.js` draws it."""

    scripts = (CONTROLS, LIFE, QUESTION)
    question = traitlets.Dict().tag(sync=True)
    answer = traitlets.Dict().tag(sync=True)
    """What stands in each control, by its name: an answer, or what is to become one."""
    judged = traitlets.Dict(allow_none=True, default_value=None).tag(sync=True)
    """What stood in each control when the answer was judged that the feedback is about."""
    feedback = traitlets.Unicode().tag(sync=True)
    hints = traitlets.Unicode().tag(sync=True)
    hint_label = traitlets.Unicode().tag(sync=True)
    hint_left = traitlets.Bool(default_value=True).tag(sync=True)
    may_see_solution = traitlets.Bool(default_value=False).tag(sync=True)
    solution = traitlets.Unicode().tag(sync=True)
    may_start_again = traitlets.Bool(default_value=False).tag(sync=True)
    turn = traitlets.Int(0).tag(sync=True)
    kept = traitlets.Dict().tag(sync=True)
    """Each try, as a hand-in has it; the page shows none of it, and it is saved with the notebook for a teacher."""

    def __init__(self, question: Question) -> None:
        """Show the question, with what was answered before, and what was typed and not checked."""
        self._question = question
        state = self._as_kept(keeping.read().entry(question.id))
        said = (state.get(name, "") for name in ("hints", "solution", "feedback"))
        super().__init__(question=_for_the_page(question), printed=_printed(question, *said), **state)
        self.on_msg(self._on_message)
        on_page.shown.add(self)

    def begin_anew(self) -> None:
        """Show the question as if nothing were kept of it."""
        self._show(self._as_kept(Entry()))

    def set_state(self, sync_data: dict[str, Any]) -> None:
        """Take what the page has changed; what was typed is kept, also before it is checked."""
        super().set_state(sync_data)
        if "answer" in sync_data:
            self._keep_draft(self._values(self.answer))

    def _on_message(self, _: object, message: dict[str, Any], __: object) -> None:
        """Do what a button asks for, and send all that follows from it as one; a new `turn` says that it is there."""
        state: dict[str, Any] = {}
        match message.get("do"):
            case "check":
                values = self._values(message.get("answer"))
                verdict = check(self._question.id, self._question.kind.given(values))
                if verdict.kept is None:
                    self._keep_draft(values)
                entry = keeping.read().entry(self._question.id)
                state = {"answer": values, "kept": _as_data(entry), **self._said(verdict, values)}
            case "hint":
                state = self._hinted(len(hint(self._question.id).taken))
            case "solution":
                state = self._solved(solution(self._question.id))
            case "start again":
                self._keep_draft({})
                state = EMPTY
        self._show(state)

    def _show(self, state: dict[str, Any]) -> None:
        """Send what has changed as one message."""
        with self.hold_sync():
            for name, value in state.items():
                setattr(self, name, value)
            self.printed = _printed(self._question, self.hints, self.solution, self.feedback)
            self.turn += 1

    def _as_kept(self, entry: Entry) -> dict[str, Any]:
        """Return what shows an entry: its answer with the verdict of today, or what was typed later; its hints."""
        state = EMPTY | {"solution": "", "kept": _as_data(entry)} | self._hinted(entry.hints)
        if entry.tries:
            state |= self._said(noted(judge(self._question, entry.answer), entry), {})
        if entry.solution:
            state |= self._solved(of(self._question))
        controls = self._question.kind.controls()
        draft = {name: value for name, value in (entry.draft or {}).items() if name in controls}
        if draft and all(controls[name].can_show(value) for name, value in draft.items()):
            state["answer"] = draft
        return state

    def _keep_draft(self, values: dict[str, Any]) -> None:
        """Keep what stands in the controls and was not checked, or that there is nothing."""
        draft = {name: value for name, value in values.items() if not is_missing(value)}
        keeping.keep_draft(self._question.id, draft or None)

    def _values(self, given: object) -> dict[str, Any]:
        """Return what stood in each control that the question has; what else a page may send is passed over."""
        values = given if isinstance(given, dict) else {}
        return {name: values[name] for name in self._question.kind.controls() if name in values}

    def _said(self, verdict: Verdict, values: dict[str, Any]) -> dict[str, Any]:
        """Return what shows a verdict; an answer that could be read is what the page fills its controls with."""
        shown = values if verdict.kept is None else self._question.kind.filled(verdict.kept)
        return {
            "answer": shown,
            "judged": shown,
            "feedback": verdict.to_html(),
            "may_start_again": verdict.state != State.BLANK,
        }

    def _hinted(self, taken: int) -> dict[str, Any]:
        """Return what shows the hints that were taken."""
        texts = self._question.hints
        taken = min(taken, len(texts))
        return {
            "hint_label": f"Hint {min(taken + 1, len(texts))} of {len(texts)}",
            "hint_left": taken < len(texts),
            "may_see_solution": taken == len(texts) and not self.solution and bool(code_of(self._question)),
            "hints": Hints(self._question.id, texts[:taken], len(texts)).to_html() if taken else "",
        }

    def _solved(self, shown: Solution) -> dict[str, Any]:
        """Return what shows a solution."""
        return {"solution": shown.to_html(), "may_see_solution": False}

    def _repr_mimebundle_(self, **kwargs: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
        """Return the widget, and the question as text for a page with no kernel."""
        data, metadata = super()._repr_mimebundle_(**kwargs) or ({}, {})
        printed = _printed(self._question)
        return {**data, "text/plain": _as_text(self._question), "text/html": printed}, metadata


def _as_data(entry: Entry) -> dict[str, Any]:
    """Return what is kept of a question as plain data, without what was not checked."""
    return {name: value for name, value in asdict(entry).items() if name != "draft"} if entry.tries else {}


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
    controls = {} if question.track == "coding" else question.kind.controls()
    month = _month_of(question.case)
    controls = {name: replace(each, month=month) if each.kind == DAY else each for name, each in controls.items()}
    return {
        "id": question.id,
        "prompt": explained(question.prompt),
        "about": f"{where} · about {question.minutes} min",
        "columns": columns.strip(question) if question.track == "coding" else "",
        "controls": [{"name": name, **control.to_json()} for name, control in controls.items()],
    }


@cache
def _month_of(case: str) -> str:
    """Return the year and month in which the report of a case was written; nothing where that is not known."""
    package = content.read_json(content.case_folder(case) / "datapackage.json")
    return str(package.get("written", {}).get("start", ""))[:7]


def _as_text(question: Question) -> str:
    lines = [f"{question.id}  {question.prompt}", *(f"  ( ) {option}" for option in question.kind.offered)]
    return html.unmarked("\n".join(lines))


def _printed(question: Question, *said: str) -> str:
    """Return the question as it stands on a page that draws no widget, with what was said of it so far."""
    prompt = reading.block(html.strong(f"Question {question.id}"), " ", explained(question.prompt))
    listed = html.items(question.kind.offered) if question.kind.offered else ""
    return "".join([prompt, listed, *said])
