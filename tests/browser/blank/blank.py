"""A page with nothing in it, in which a widget of the course is drawn as anywidget would draw it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from course.page.panel import Panel, Part

if TYPE_CHECKING:
    from playwright.sync_api import Locator
    from playwright.sync_api import Page as Window

    from course.page.controls import Control
    from course.page.panel import Page

LAB = (Path(__file__).parent / "lab.js").read_text(encoding="utf-8")
DRAWN = ("_esm", "_css", "layout", "tabbable", "tooltip")
"""What of a widget's state is its script, its style sheet, or of no script of ours."""
MORNING, TODAY = "2022-02-10T11:00:00Z", "2022-02-10T12:00:00Z"
PATIENCE = 1000
"""Milliseconds that a test waits for what it would use: nothing here takes time."""
EMPTY = "<!doctype html><meta charset='utf-8'><main></main>"


@dataclass
class Blank:
    """A blank page, and what a script finds in it.

    Attributes
    ----------
    first
        A script that is there before any of ours; the measuring of these tests puts its switches there.
    """

    page: Window
    first: ClassVar[str] = ""

    def begin(self) -> None:
        """Make the page blank, with as much of JupyterLab as the scripts ask for."""
        self.page.goto("about:blank")
        self.page.set_content(EMPTY)
        self.page.evaluate(f"() => {{ {type(self).first}\n{LAB} }}")

    def show(self, widget: Page, *, manager: str = "lab.manager", place: str = "main") -> None:
        """Draw a widget where a selector says; the last that was drawn is `lab.views.at(-1)`."""
        state = {name: value for name, value in widget.get_state().items() if not name.startswith("_")}
        state = {name: value for name, value in state.items() if name not in DRAWN}
        self.run(
            f"([script, state, place]) => lab.show(script, state, {manager}, document.querySelector(place))",
            [str(widget._esm), state, place],
        )

    def draw(self, control: Control, value: object = None, **more: object) -> Locator:
        """Draw a panel with one control that is called `it`; `more` is what of it changed since."""
        values = {} if value is None else {"it": value}
        self.show(Panel([Part("it", control)], values=values, more={"it": more} if more else {}))
        return self.page.locator("[data-name=it]")

    def show_part(self, part: dict[str, Any]) -> None:
        """Draw a panel with one part that is called `it`, with only what is said of it."""
        state = {
            "parts": [{"name": "it", "area": "left", **part}],
            "values": {},
            "more": {},
            "html": {},
            "touched": [],
            "heard": 0,
        }
        self.run("([script, state]) => lab.show(script, state)", [str(Panel._esm), state])

    def run(self, script: str, given: object = None) -> Any:
        """Run a function of JavaScript in the page and return what it returns."""
        return self.page.evaluate(script, given)

    def wait(self, milliseconds: int) -> None:
        """Let the time of the page go on."""
        self.page.clock.run_for(milliseconds)

    @property
    def value(self) -> Any:
        """What the model holds as the value of the control `it`."""
        return self.run("() => lab.views.at(-1).model.get('values').it ?? null")

    @property
    def handed(self) -> list[Any]:
        """The values of `it` that were handed over to Python, one after the other."""
        return list(self.run("() => lab.views.at(-1).model.saved.map(({ values }) => values.it)"))

    def give(self, name: str, value: object) -> None:
        """Let Python give the widget's state another value."""
        self.run("([name, value]) => lab.views.at(-1).model.set(name, value)", [name, value])
