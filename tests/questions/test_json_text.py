"""Plain data as JSON: readable, and read back as it was."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from course.questions.json_text import as_text, in_a_line, table

TEXTS = st.text(st.characters(exclude_categories=[]))
CONTENT = st.dictionaries(TEXTS, st.integers() | TEXTS | st.lists(TEXTS, max_size=3), max_size=5)


@given(CONTENT)
def test_what_is_written_is_read_back_by_every_program(content: dict[str, Any]) -> None:
    for text in (as_text(content), in_a_line(content), table({name: in_a_line(it) for name, it in content.items()})):
        assert json.loads(text.encode()) == content


def test_letters_stay_letters_and_half_a_letter_is_a_code() -> None:
    assert as_text({"name": "Zoë \ud800"}) == '{\n "name": "Zoë \\ud800"\n}\n'
    assert in_a_line({"name": ["Zoë", "\ud800"]}) == '{"name": ["Zoë", "\\ud800"]}'


def test_a_table_has_a_line_a_name_and_can_stand_in_another() -> None:
    inner = table({"3.1": '{"answer": 4}', "3.2": "{}"}, 1)
    assert table({"entries": inner, "notes": table({}, 1)}) == (
        '{\n "entries": {\n  "3.1": {"answer": 4},\n  "3.2": {}\n },\n "notes": {}\n}'
    )
