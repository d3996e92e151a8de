"""The page of the evidence reader: a digest, rows beside it, and a field for a report's text of one's own."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import traitlets

from course.page.panel import CONTROLS, LIFE, PANEL, PARTS, Panel

READER = Path(__file__).parent / "reader.js"


class Reader(Panel):
    """A panel with a digest and rows as one of its parts; `reader.js` draws them.

    What a learner chooses or pastes comes as a message, and what the page is to show of a pasted text goes back as
    one: a message is in no trait, so neither a notebook nor a saved widget state ever holds that text.
    """

    scripts = (CONTROLS, LIFE, PARTS, READER, PANEL)
    digest: traitlets.List[list[Any]] = traitlets.List().tag(sync=True)
    """Paragraphs: number, and text as HTML in which some things can be lit."""
    key = traitlets.Unicode().tag(sync=True)
    """What can be lit, as HTML."""
    title = traitlets.Unicode("Rows").tag(sync=True)
    """What stands above the rows."""
    groups: traitlets.List[list[Any]] = traitlets.List().tag(sync=True)
    """The rows that are listed: a heading (or none), and its rows as id, label, wording and paragraph."""
    chosen = traitlets.Dict().tag(sync=True)
    """The `paragraph` that is lit (0 for none), the id of the `row` that is chosen, its `columns` in words, and the lit
    paragraph with its wording `marked`."""
    offers = traitlets.Bool(default_value=False).tag(sync=True)
    """Whether a text can be pasted."""
    most = traitlets.Int(0).tag(sync=True)
    """How many characters a pasted text has at most."""
