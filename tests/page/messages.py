"""The messages between a page and Python, without a browser."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pytest

    from course.page.panel import Page, Panel


def sent(widget: Page, monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """The states that Python sends to the page from now on; an echo of what the page itself has sent is none."""
    states: list[dict[str, Any]] = []

    def send(data: dict[str, Any], *_: object, **__: object) -> None:
        if data["method"] == "update":
            states.append(data["state"])

    monkeypatch.setattr(widget.comm, "send", send)
    return states


def act(panel: Panel, name: str, value: object) -> None:
    """Send what the page sends when a learner has changed a control, or pressed a button."""
    touch(panel, (name, value))


def touch(panel: Panel, *touches: tuple[str, object]) -> None:
    """Send what the page sends when a learner has changed some controls before Python has answered."""
    panel.set_state({"touched": [[panel.heard + place, *each] for place, each in enumerate(touches, 1)]})
