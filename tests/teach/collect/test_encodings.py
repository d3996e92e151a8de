"""A text is read in whatever encoding a program has saved it."""

from __future__ import annotations

import pytest

from course.teach.collect.encodings import NO_TEXT, NULS, OLD, decoded

TEXT = '{"name": "Zoë"}'


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_letters_stay(encoding: str) -> None:
    assert decoded(TEXT.encode(encoding)) == (TEXT, "")


def test_an_old_encoding_is_read_with_a_note() -> None:
    assert decoded(TEXT.encode("cp1252")) == (TEXT, OLD)


@pytest.mark.parametrize(
    ("data", "reason"),
    [(b"\0" * 9, NULS), (b'{"a":\0 1}', NULS), (bytes(range(1, 256)), NO_TEXT), (b"\xff\xfe\x00", NO_TEXT)],
)
def test_what_is_no_text_is_told(data: bytes, reason: str) -> None:
    with pytest.raises(ValueError, match=reason[:20]):
        decoded(data)
