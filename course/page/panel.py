"""A panel on a page: controls, texts and a figure in areas, in one widget whose state is saved with the notebook."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, Literal

import anywidget
import traitlets

if TYPE_CHECKING:
    from course.page.controls import Control

HERE = Path(__file__).parent
CONTROLS, LIFE, PARTS, PANEL = (HERE / f"{name}.js" for name in ("controls", "life", "parts", "panel"))
LOOKS = HERE / "page.css"
Area = Literal["left", "right", "under", "beside"]
"""Where a part stands: with the controls, in the figure's place, below the controls (or below both, where they have no
room beside each other), and at the end."""


def script(*files: Path) -> str:
    """Return some scripts as one, without comments and indents.

    A widget carries its own script, so that it can be drawn where nothing else is, and is saved with it.
    """
    lines = (line.strip() for file in files for line in file.read_text(encoding="utf-8").splitlines())
    return "\n".join(line for line in lines if line and not line.startswith("//"))


@dataclass(frozen=True)
class Part:
    """One part of a panel.

    Attributes
    ----------
    name
        What its value, or its text, is called.
    kind
        A control, or `html`, `status` (a line that a screen reader says when it changes), `figure`, or what a script of
        a theme draws.
    area
        Where it stands, below the part before it.
    row
        Parts of one row stand beside each other.
    """

    name: str
    kind: Control | str
    area: Area = "left"
    row: str = ""

    def to_json(self) -> dict[str, Any]:
        """Return the part as the page wants it."""
        drawn = {"kind": self.kind} if isinstance(self.kind, str) else self.kind.to_json()
        return {**drawn, "name": self.name, "area": self.area, "row": self.row}


class Page(anywidget.AnyWidget):
    """What all widgets of the course share: one style sheet, and what stands where no widget can be drawn.

    Attributes
    ----------
    scripts
        The files that a subclass is drawn by, as one script.
    """

    scripts: ClassVar[tuple[Path, ...]] = ()

    @classmethod
    def looks(cls) -> str:
        """Return its style sheet, as it is in the file now."""
        return script(LOOKS)

    printed = traitlets.Unicode().tag(sync=True)
    """The same as HTML without a script, for a saved notebook that is made into a page."""
    still = traitlets.Unicode().tag(sync=True, echo_update=False)
    """The figure as it was last drawn, as SVG; the page fills it in."""

    def __init_subclass__(cls, **more: Any) -> None:  # noqa: ANN401 - as a superclass takes them
        """Read the scripts that a subclass names."""
        if "scripts" in vars(cls):
            cls._esm = script(*cls.scripts)
            cls._css = cls.looks()
        super().__init_subclass__(**more)


class Panel(Page):
    """A panel with some parts; `panel.js` draws it."""

    scripts: ClassVar[tuple[Path, ...]] = (CONTROLS, LIFE, PARTS, PANEL)
    parts: traitlets.List[dict[str, Any]] = traitlets.List().tag(sync=True)
    values: traitlets.Dict[str, Any] = traitlets.Dict().tag(sync=True)
    """The value of each control, by its name."""
    touched: traitlets.List[list[Any]] = traitlets.List().tag(sync=True, echo_update=False)
    """What the learner has touched, in order: a number that grows, the name of the control and its value."""
    heard = traitlets.Int().tag(sync=True)
    """The number of the last touch that is done."""
    more: traitlets.Dict[str, Any] = traitlets.Dict().tag(sync=True)
    """What of a control is no longer as it was at first: its `options`, its `label`, whether it is `disabled`."""
    html: traitlets.Dict[str, str] = traitlets.Dict().tag(sync=True)
    """The text of each part that is one, by its name."""

    def __init__(self, parts: list[Part], **state: Any) -> None:  # noqa: ANN401 - the traits say which
        """Show some parts."""
        first = {part.name: part.kind.value for part in parts if not isinstance(part.kind, str)}
        values = {**first, **state.pop("values", {})}
        super().__init__(parts=[part.to_json() for part in parts], values=values, **state)

    @traitlets.observe("touched")
    def _on_touched(self, change: dict[str, Any]) -> None:
        """Do each touch that is new as if it were the only one, and answer all with one message."""
        with self.hold_sync():
            for number, name, value in change["new"]:
                if number > self.heard:
                    self.heard = number
                    self.give(name, value)

    def give(self, name: str, value: object) -> None:
        """Give a control a value, as a learner does on the page."""
        self.values = {**self.values, name: value}

    def press(self, name: str) -> None:
        """Press a button, as a learner does on the page."""
        self.give(name, self.values[name] + 1)
