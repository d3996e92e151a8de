"""A panel of which all that is given is kept and nothing is judged: notes, open answers and small tasks are such."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from course.page.panel import Panel, Part
from course.questions import on_page

if TYPE_CHECKING:
    from collections.abc import Mapping

KEPT = "kept"


class KeptPanel(Panel):
    """A panel that keeps what is given in it; a subclass says where, and how it reads where no widget is drawn."""

    def __init__(self, parts: list[Part], given: Mapping[str, Any], *below: Part) -> None:
        """Show some parts, with what was given before as far as their controls can show it; others below."""
        self._controls = {part.name: part.kind for part in parts if not isinstance(part.kind, str)}
        values = {
            name: given[name]
            for name, control in self._controls.items()
            if name in given and control.can_show(given[name])
        }
        super().__init__([*parts, Part(KEPT, "status"), *below], values=values, printed=self.written(values))
        self.observe(self._on_values, names="values")
        on_page.shown.add(self)

    def keep(self, values: dict[str, Any]) -> str:
        """Keep what is given; return what is said of it."""
        raise NotImplementedError

    def written(self, values: Mapping[str, Any]) -> str:
        """Return what is asked, and what is given, as HTML."""
        raise NotImplementedError

    def __str__(self) -> str:
        """Return what is asked, as text."""
        raise NotImplementedError

    def begin_anew(self) -> None:
        """Show the panel as if nothing were kept of it."""
        self.unobserve(self._on_values, names="values")
        self.values = {name: control.value for name, control in self._controls.items()}
        self.observe(self._on_values, names="values")
        self._show("")

    def _on_values(self, change: dict[str, Any]) -> None:
        self._show(self.keep(change["new"]))

    def _show(self, said: str) -> None:
        with self.hold_sync():
            self.html = {**self.html, KEPT: said}
            self.printed = self.written(self.values)

    def _repr_mimebundle_(self, **kwargs: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
        data, metadata = super()._repr_mimebundle_(**kwargs) or ({}, {})
        return {**data, "text/plain": str(self), "text/html": self.written({})}, metadata
