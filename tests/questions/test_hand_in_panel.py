"""A field for a name and a button: what came of it stands below."""

from __future__ import annotations

from course.questions.hand_in_panel import ASKS, HELD, NOTHING, HandInPanel
from course.questions.said import Said


def test_the_file_is_written_when_the_button_is_pressed_and_not_before() -> None:
    names: list[str] = []

    def write(name: str) -> Said:
        names.append(name)
        return Said(f"Written for {name}.", "file.json", "{}")

    panel = HandInPanel(write)
    panel.give("name", " Ada ")
    assert names == []
    panel.press("write")
    assert names == ["Ada"]
    assert "Written for Ada." in panel.html["said"]
    assert 'role="status"' in panel.html["said"]
    panel.press("write")
    assert names == ["Ada", "Ada"]


def test_who_hands_in_can_look_up_what_the_file_holds() -> None:
    panel = HandInPanel(lambda _: Said("never"))
    assert HELD in panel.html["inside"]
    panel.press("write")
    assert HELD in panel.html["inside"]


def test_without_a_name_nothing_is_written() -> None:
    panel = HandInPanel(lambda _: Said("never"))
    panel.press("write")
    assert NOTHING in panel.html["said"]
    assert str(panel) == ASKS
    assert ASKS.split("?")[0] in panel._repr_mimebundle_()[0]["text/html"]
