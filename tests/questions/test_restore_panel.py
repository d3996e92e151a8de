"""A field for a file of answers: what came of it stands below, and the file is not in what a notebook saves."""

from __future__ import annotations

from course.questions.restore_panel import ASKS, RestorePanel
from course.questions.said import Said


def test_a_file_is_handed_on_and_what_came_of_it_is_said() -> None:
    given: list[tuple[str, str]] = []

    def restore(name: str, text: str) -> Said:
        given.append((name, text))
        return Said(f"Restored from {name} <again>.")

    panel = RestorePanel(restore)
    panel._handle_custom_msg({"name": "my.json", "text": "{}"}, [])
    assert given == [("my.json", "{}")]
    assert "Restored from my.json &lt;again&gt;." in panel.html["said"]
    assert 'role="status"' in panel.html["said"]
    assert "{}" not in str(panel.get_state()["html"])


def test_what_it_asks_is_said_where_no_widget_is_drawn() -> None:
    panel = RestorePanel(lambda *_: Said("never"))
    assert str(panel) == ASKS
    assert ASKS in panel._repr_mimebundle_()[0]["text/html"]
    assert "PARTS.answers" in panel._esm
