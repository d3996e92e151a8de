"""A PNG with at most 256 colours: a chart has few, and a browser's own PNG is four to six times as large."""

from __future__ import annotations

import struct
import zlib
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator

SIGNATURE = b"\x89PNG\r\n\x1a\n"
BITS = 8
CHANNELS = {2: 3, 6: 4}
"""How many bytes a pixel has, by the kind of PNG: colours, and colours that can be seen through."""
PALETTE = 3
MOST_COLOURS = 256
OPAQUE = 255


def small(picture: bytes) -> bytes:
    """Return a picture with its most frequent 256 colours, the others as the nearest of these.

    Parameters
    ----------
    picture
        A PNG. One that has such colours already, that can be seen through, or that is drawn in passes stays as it is.

    Returns
    -------
    bytes
        A PNG of the same size in pixels.
    """
    parts = list(_parts(picture))
    width, height, bits, kind, *_, passes = struct.unpack(">IIBBBBB", parts[0][1])
    if bits != BITS or kind not in CHANNELS or passes:
        return picture
    lines = zlib.decompress(b"".join(content for name, content in parts if name == b"IDAT"))
    pixels = _unfiltered(lines, width, height, CHANNELS[kind])
    if pixels.shape[2] > 3 and (pixels[:, :, 3] != OPAQUE).any():  # noqa: PLR2004 - the fourth is how much is seen through
        return picture
    palette, places = _fewer(pixels[:, :, :3].reshape(-1, 3))
    rows = places.reshape(height, width)
    content = zlib.compress(b"".join(b"\0" + row.tobytes() for row in rows), 9)
    head = struct.pack(">IIBBBBB", width, height, BITS, PALETTE, 0, 0, 0)
    made = [(b"IHDR", head), (b"PLTE", palette.tobytes()), (b"IDAT", content), (b"IEND", b"")]
    return SIGNATURE + b"".join(_part(*each) for each in made)


def _parts(picture: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yield the name and the content of each part of a PNG."""
    at = len(SIGNATURE)
    while at < len(picture):
        (length,) = struct.unpack(">I", picture[at : at + 4])
        yield picture[at + 4 : at + 8], picture[at + 8 : at + 8 + length]
        at += length + 12


def _part(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))


def _unfiltered(lines: bytes, width: int, height: int, channels: int) -> np.ndarray:
    """Return the pixels of a PNG: each line says how it is told by what stands left of it and above."""
    length = width * channels
    told = np.frombuffer(lines, np.uint8).reshape(height, length + 1)
    above = bytes(length)
    rows = []
    for how, line in zip(told[:, 0].tolist(), told[:, 1:], strict=True):
        above = bytes(_line(how, line.tobytes(), above, channels))
        rows.append(above)
    return np.frombuffer(b"".join(rows), np.uint8).reshape(height, width, channels)


def _line(how: int, line: bytes, above: bytes, back: int) -> bytes | bytearray:
    if how == 0:
        return line
    made = bytearray(line)
    for at, told in enumerate(line):
        left, up = (made[at - back] if at >= back else 0), above[at]
        corner = above[at - back] if at >= back else 0
        made[at] = (told + (left, up, (left + up) >> 1, _nearest(left, up, corner))[how - 1]) & 255
    return made


def _nearest(left: int, up: int, corner: int) -> int:
    """Return which of three neighbours is nearest to left + up - corner, as Paeth has it."""
    from_left, from_up, from_corner = abs(up - corner), abs(left - corner), abs(left + up - 2 * corner)
    if from_left <= from_up and from_left <= from_corner:
        return left
    return up if from_up <= from_corner else corner


def _fewer(pixels: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the colours that stay, and of each pixel which of them it has."""
    colours, places, counts = np.unique(pixels, axis=0, return_inverse=True, return_counts=True)
    stays = np.sort(np.argsort(-counts, kind="stable")[:MOST_COLOURS])
    palette = colours[stays]
    apart = ((colours[:, None, :].astype(np.int32) - palette[None, :, :].astype(np.int32)) ** 2).sum(axis=2)
    nearest = apart.argmin(axis=1).astype(np.uint8)
    return palette, nearest[places.reshape(-1)]
