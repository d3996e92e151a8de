"""Figures as pictures: drawn as they are, laid beside the figure that they were made from, and kept while it stays."""

from __future__ import annotations

from base64 import b64decode
from typing import TYPE_CHECKING, Any

import nbformat
import pytest

from course.figures import browsers
from course.figures.chart import PLOTLY
from course.teach import stills
from tests.browser.lab import HOW_TO_GET_IT
from tests.browser.server import CHROMIUM

if TYPE_CHECKING:
    from collections.abc import Sequence

BAR: stills.Figure = {"data": [{"type": "bar", "x": [1]}], "layout": {"title": {"text": "A bar"}, "height": 222}}
DOT: stills.Figure = {"data": [{"type": "scatter", "x": [1]}], "layout": {"height": 100}}


def notebook(*figures: stills.Figure) -> nbformat.NotebookNode:
    """A notebook with a text, a cell with words, and a cell with some figures."""
    v4 = nbformat.v4
    shown = [v4.new_output("display_data", {PLOTLY: figure}) for figure in figures]
    words = [v4.new_output("stream", text="Four.\n"), v4.new_output("display_data", {"text/plain": "4"})]
    cells = [v4.new_markdown_cell("Text"), v4.new_code_cell(outputs=words), v4.new_code_cell(outputs=shown)]
    return v4.new_notebook(cells=cells)


def laid(book: nbformat.NotebookNode) -> list[str]:
    """The stills beside the figures, and nothing where there is none."""
    return [output.data.get(stills.PNG, "") for output in book.cells[2].outputs]


def drawn(figures: Sequence[stills.Figure]) -> list[bytes]:
    return [f"a picture {figure['layout']['height']} high".encode() for figure in figures]


def never(_: Sequence[stills.Figure]) -> Any:
    pytest.fail("nothing is to be drawn")


def test_each_figure_gets_a_still_that_says_what_it_was_made_from() -> None:
    book = notebook(BAR, DOT)
    assert stills.lay(book, draw=drawn) == 0
    assert [b64decode(still) for still in laid(book)] == drawn([BAR, DOT])
    metadata = [output.metadata[stills.PNG] for output in book.cells[2].outputs]
    assert metadata == [{"made_from": stills.digest(BAR)}, {"made_from": stills.digest(DOT)}]
    assert list(book.cells[1].outputs[1].data) == ["text/plain"], "words have no still"
    nbformat.validate(book)


def test_a_still_is_kept_while_its_figure_stays_and_only_the_others_are_drawn() -> None:
    stored = notebook(BAR)
    stills.lay(stored, draw=lambda _: [b"as another browser drew it"])
    book = notebook(DOT, BAR)
    stills.lay(book, stored, lambda figures: [b"new"] if list(figures) == [DOT] else never(figures))
    assert [b64decode(still) for still in laid(book)] == [b"new", b"as another browser drew it"]


def test_a_still_of_a_figure_that_has_changed_since_is_not_kept() -> None:
    stored = notebook(BAR)
    stills.lay(stored, draw=drawn)
    stored.cells[2].outputs[0].data[PLOTLY] = DOT
    book = notebook(DOT)
    assert stills.lay(book, stored) == 1
    assert laid(book) == [""]


def test_without_a_browser_it_is_told_how_many_have_no_still() -> None:
    assert stills.lay(notebook(BAR, DOT)) == 2
    assert stills.lay(notebook()) == 0


def test_a_figure_is_known_by_what_it_shows_not_by_the_order_of_its_keys() -> None:
    turned = dict(reversed(BAR.items()))
    assert list(turned) != list(BAR)
    assert stills.digest(turned) == stills.digest(BAR) != stills.digest({**BAR, "layout": {"height": 223}})


def test_without_chromium_a_picture_says_what_stands_in_its_place(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(browsers.BROWSER_VARIABLE, raising=False)
    monkeypatch.setattr(browsers, "BROWSERS", ("no-such-browser",))
    monkeypatch.setattr(browsers, "usual_places", lambda: ())
    assert stills.draw([]) == [], "no figure needs no browser"
    with pytest.raises(RuntimeError, match="A picture on a page needs a Chromium.* a table stands in the place"):
        stills.draw([BAR])


@pytest.mark.skipif(CHROMIUM is None, reason=HOW_TO_GET_IT)
def test_a_figure_is_drawn_as_a_picture_that_stands_still() -> None:
    [picture] = stills.draw([BAR])
    assert picture.startswith(b"<svg")
    assert b'width="760" height="222"' in picture
    assert b"A bar" in picture
