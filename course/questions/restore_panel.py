"""A field on the page that takes a file of answers, where Python sees none of the files that the browser has."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from course.page import html
from course.page.panel import CONTROLS, LIFE, PANEL, PARTS, Panel, Part

if TYPE_CHECKING:
    from collections.abc import Callable

    from course.questions.said import Said

ANSWERS, SAID = "answers", "said"
ASKS = "Choose the file that you downloaded, such as my-progress.json."


class RestorePanel(Panel):
    """A field for a file; what came of it stands below."""

    scripts: ClassVar[tuple[Path, ...]] = (CONTROLS, LIFE, PARTS, Path(__file__).with_name("restore.js"), PANEL)

    def __init__(self, restore: Callable[[str, str], Said]) -> None:
        """Show it; `restore` takes the name of a file and its text, and says what came of it."""
        self._restore = restore
        parts = [Part("asks", "html"), Part(ANSWERS, ANSWERS), Part(SAID, "html")]
        super().__init__(parts, html={"asks": html.page(html.paragraph(ASKS))}, printed=html.paragraph(ASKS))
        self.on_msg(self._on_message)

    def __str__(self) -> str:
        """Return what is asked."""
        return ASKS

    __repr__ = __str__

    def _on_message(self, _: object, message: dict[str, Any], __: object) -> None:
        said = self._restore(str(message.get("name", "")), str(message.get("text", "")))
        self.html = {**self.html, SAID: html.tag("div", html.page(html.paragraph(str(said))), role="status")}

    def _repr_mimebundle_(self, **kwargs: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
        data, metadata = super()._repr_mimebundle_(**kwargs) or ({}, {})
        return {**data, "text/plain": str(self), "text/html": html.page(html.paragraph(ASKS))}, metadata
