"""A sentence on what was done with a file of a learner's."""

from __future__ import annotations

import base64
from dataclasses import dataclass

from course.page import html


@dataclass(frozen=True)
class Said:
    """A sentence on what was done with a file, with a link to download it where there is one."""

    text: str
    file: str = ""
    content: str = ""

    def __str__(self) -> str:
        """Return the sentence."""
        return self.text

    __repr__ = __str__

    def _repr_html_(self) -> str:
        link = []
        if self.content:
            data = base64.b64encode(self.content.encode()).decode()
            link = [" ", html.link("Download it", f"data:application/json;base64,{data}", download=self.file)]
        return html.page(html.paragraph(self.text, *link))
