"""Make the fingerprints of a case, by which it recognises the paragraphs in a learner's own copy of the report."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from course.content import ContentError, read_digest
from course.finder.text import read_text
from course.fingerprints import FILE_NAME, as_json, fingerprint

if TYPE_CHECKING:
    from pathlib import Path


def write(folder: Path, text: Path) -> str:
    """Write the fingerprints of a case into its folder, and return a line on it.

    Parameters
    ----------
    folder
        The folder of the case.
    text
        The report's text, as `read_text` reads it.

    Raises
    ------
    ContentError
        The text cannot be read, or has another number of paragraphs than the digest.
    """
    paragraphs, digest = read_text(text).paragraphs, read_digest(folder)
    if len(paragraphs) != len(digest):
        message = (
            f"{text.name}: {len(paragraphs)} paragraphs, but the digest has {len(digest)}. "
            "Put each paragraph on a line of its own; lines of five words or fewer are not counted."
        )
        raise ContentError(message)
    made = {number: fingerprint(paragraph) for number, paragraph in zip(digest, paragraphs, strict=True)}
    content = json.dumps(as_json(made), indent=2, ensure_ascii=False)
    (folder / FILE_NAME).write_text(f"{content}\n", encoding="utf-8", newline="\n")
    return f"{folder.name}: {FILE_NAME} written, {len(made)} paragraphs"
