"""A panel of which all is kept: it opens with what its controls can show of it, and begins anew without a trace."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from course.page.controls import one_of, text
from course.page.panel import Part
from course.questions import on_page
from course.questions.kept_panel import KEPT, KeptPanel

if TYPE_CHECKING:
    from collections.abc import Mapping


class Cooked(KeptPanel):
    """A panel for the tests: what is kept is in a list."""

    def __init__(self, given: Mapping[str, Any]) -> None:
        """Show two controls."""
        self.kept: list[dict[str, Any]] = []
        super().__init__([Part("words", text("Words")), Part("pick", one_of("Pick", {"a": "A", "b": "B"}))], given)

    def keep(self, values: dict[str, Any]) -> str:
        """Keep the values in a list."""
        self.kept.append(values)
        return f"Kept {len(self.kept)}."

    def written(self, values: Mapping[str, Any]) -> str:
        """Return the words."""
        return f"<p>{values.get('words', 'none')}</p>"

    def __str__(self) -> str:
        """Return a name."""
        return "Cooked"


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ({}, {"words": "", "pick": None}),
        ({"words": "x", "pick": "b"}, {"words": "x", "pick": "b"}),
        ({"words": ["x"], "pick": "z", "more": 1}, {"words": "", "pick": None}),
        ({"words": None, "pick": {}}, {"words": "", "pick": None}),
    ],
)
def test_it_opens_with_what_its_controls_can_show(given: dict[str, Any], shown: dict[str, Any]) -> None:
    assert Cooked(given).values == shown


def test_each_change_is_kept_and_told_and_stands_where_no_widget_is_drawn() -> None:
    panel = Cooked({})
    panel.give("words", "x")
    panel.give("pick", "a")
    assert panel.kept == [{"words": "x", "pick": None}, {"words": "x", "pick": "a"}]
    assert (panel.html[KEPT], panel.printed) == ("Kept 2.", "<p>x</p>")
    data, _ = panel._repr_mimebundle_()
    assert (data["text/plain"], data["text/html"]) == ("Cooked", "<p>none</p>"), "an output never has the words"


def test_it_begins_anew_with_nothing_and_keeps_nothing_of_that() -> None:
    panel = Cooked({"words": "x", "pick": "a"})
    panel.give("pick", "b")
    on_page.begin_anew()
    assert (panel.values, panel.html[KEPT], panel.printed) == ({"words": "", "pick": None}, "", "<p></p>")
    assert len(panel.kept) == 1
    panel.give("words", "y")
    assert panel.kept[-1] == {"words": "y", "pick": None}
