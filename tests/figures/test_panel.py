"""A panel with a figure: plotly's script comes from Python, once it is asked for, and is in no state."""

from __future__ import annotations

import gzip
import json
from importlib.metadata import version
from typing import Any

import pytest
from plotly.offline import get_plotlyjs

from course.figures.panel import FigurePanel
from course.page.panel import Part

Sent = list[tuple[dict[str, Any], list[bytes]]]


@pytest.fixture
def panel() -> FigurePanel:
    """A panel with a figure and nothing else."""
    return FigurePanel([Part("picture", "figure")], picture={"data": [], "layout": {}})


@pytest.fixture
def told(panel: FigurePanel, monkeypatch: pytest.MonkeyPatch) -> Sent:
    """What the panel tells the page in messages."""
    messages: Sent = []
    monkeypatch.setattr(panel, "send", lambda content, buffers: messages.append((content, buffers)))
    return messages


def test_a_page_that_asks_for_plotly_gets_the_script_that_python_has(panel: FigurePanel, told: Sent) -> None:
    panel._handle_custom_msg({"do": "plotly"}, [])
    [(content, [buffer])] = told
    assert content == {"plotly": panel.plotly}
    assert gzip.decompress(buffer).decode() == get_plotlyjs()
    assert len(buffer) < len(get_plotlyjs()) / 2


def test_the_version_is_that_of_the_script(panel: FigurePanel) -> None:
    assert panel.plotly == version("plotly"), "each version of plotly has a script of its own"


@pytest.mark.parametrize("message", [{}, {"do": "click", "id": "m7"}, {"do": "plotl"}, {"plotly": "3"}])
def test_whatever_else_a_page_says_gets_no_script(panel: FigurePanel, told: Sent, message: dict[str, str]) -> None:
    panel._handle_custom_msg(message, [])
    assert told == []


def test_a_second_page_gets_the_script_too(panel: FigurePanel, told: Sent) -> None:
    for _ in range(2):
        panel._handle_custom_msg({"do": "plotly"}, [])
    assert len(told) == 2


def test_the_script_is_in_no_state(panel: FigurePanel, told: Sent) -> None:
    panel._handle_custom_msg({"do": "plotly"}, [])
    assert told
    assert len(json.dumps(panel.get_state())) < 60_000
