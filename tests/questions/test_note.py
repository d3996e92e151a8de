"""A note: a learner's own words, kept as they are and judged by nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING

import course
from course.questions import keeping

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from course.questions.note import Note


def test_a_note_is_kept_and_opens_again(progress_file: Path) -> None:  # noqa: ARG001 - its place is used
    note: Note = course.note("3-guess", "Who?")
    note.give("text", "The second one, for he says what he does not know.")
    assert note.html["kept"] == "Kept."
    assert course.note("3-guess", "Who?").values["text"].startswith("The second one")


def test_two_notes_are_kept_apart_by_their_names(progress_file: Path) -> None:  # noqa: ARG001 - its place is used
    course.note("a").give("text", "One.")
    course.note("b").give("text", "Two.")
    assert keeping.read().notes == {"a": "One.", "b": "Two."}
    course.note("a").give("text", "")
    assert course.note("a").values["text"] == "", "what was wiped out stays so"


def test_what_is_printed_has_the_prompt_and_what_was_written_as_text(progress_file: Path) -> None:  # noqa: ARG001
    note = course.note("a", "Is 1 < 2?")
    assert note.printed == "<p>Is 1 &lt; 2?</p>", "no empty frame stands below it"
    note.give("text", "<b>Yes</b>")
    assert note.printed == "<p>Is 1 &lt; 2?</p><blockquote>&lt;b&gt;Yes&lt;/b&gt;</blockquote>"
    assert course.note("a", "Is 1 < 2?").printed == note.printed


def test_a_page_without_a_kernel_shows_the_prompt_and_never_the_words(progress_file: Path) -> None:  # noqa: ARG001
    note = course.note("a")
    note.give("text", "My secret.")
    data, _ = note._repr_mimebundle_()
    assert (data["text/plain"], data["text/html"]) == ("Your own words:", "<p>Your own words:</p>")
    assert "application/vnd.jupyter.widget-view+json" in data


def test_a_note_that_could_not_be_written_says_so_and_keeps_the_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeping, "keep_note", lambda *_: "The disk is full.")
    note = course.note("a", "Who?")
    note.give("text", "The first.")
    assert note.html["kept"] == "The disk is full."
    assert "The first." in note.printed


def test_when_progress_begins_anew_a_note_is_empty_and_nothing_is_written(progress_file: Path) -> None:
    note = course.note("a", "Who?")
    note.give("text", "The first.")
    course.begin_anew()
    assert (note.values["text"], note.html["kept"]) == ("", "")
    assert "The first." not in note.printed
    assert not progress_file.exists()
    note.give("text", "The next.")
    assert keeping.read().notes == {"a": "The next."}
