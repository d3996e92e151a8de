"""A picture with fewer colours is small, and shows the same."""

from __future__ import annotations

import json
import struct
import zlib
from base64 import b64decode
from pathlib import Path

import numpy as np
import pytest

from course.teach import small_png
from course.teach.small_png import SIGNATURE, small
from course.teach.stills import PNG

SOLUTIONS = Path(__file__).parents[2] / "notebooks" / "solutions"
LARGEST = 60_000
"""Bytes of a chart's still: a page on GitHub shows several."""


def png(pixels: np.ndarray, how: int = 0) -> bytes:
    """A PNG of pixels, each line told in one of the ways that there are."""
    height, width, channels = pixels.shape
    kind = {3: 2, 4: 6}[channels]
    lines, above = [], np.zeros(width * channels, int)
    for row in pixels.reshape(height, -1).astype(int):
        left = np.concatenate([np.zeros(channels, int), row[:-channels]])
        corner = np.concatenate([np.zeros(channels, int), above[:-channels]])
        paeth = [small_png._nearest(*each) for each in zip(left.tolist(), above.tolist(), corner.tolist(), strict=True)]
        told = row - [0, left, above, (left + above) >> 1, np.array(paeth)][how]
        lines.append(bytes([how]) + (told & 255).astype(np.uint8).tobytes())
        above = row
    parts = [
        (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, kind, 0, 0, 0)),
        (b"IDAT", zlib.compress(b"".join(lines))),
        (b"IEND", b""),
    ]
    return SIGNATURE + b"".join(small_png._part(*each) for each in parts)


def shown(picture: bytes) -> np.ndarray:
    """The colours of a picture that has a palette."""
    parts = dict(small_png._parts(picture))
    width, height, bits, kind, *_ = struct.unpack(">IIBBBBB", parts[b"IHDR"])
    assert (bits, kind) == (8, 3)
    palette = np.frombuffer(parts[b"PLTE"], np.uint8).reshape(-1, 3)
    rows = np.frombuffer(zlib.decompress(parts[b"IDAT"]), np.uint8).reshape(height, width + 1)[:, 1:]
    return palette[rows]


@pytest.fixture
def pixels() -> np.ndarray:
    """A picture of 200 colours."""
    random = np.random.default_rng(1)
    return random.integers(0, 256, (200, 3), np.uint8)[random.integers(0, 200, (30, 40))]


@pytest.mark.parametrize("how", range(5))
@pytest.mark.parametrize("channels", [3, 4])
def test_few_colours_are_the_same_however_the_lines_are_told(pixels: np.ndarray, how: int, channels: int) -> None:
    opaque = np.full((*pixels.shape[:2], 1), 255, np.uint8)
    given = pixels if channels == 3 else np.concatenate([pixels, opaque], axis=2)
    made = small(png(given, how))
    assert (shown(made) == pixels).all()
    assert small(made) == made, "it stays as it is"


def test_of_many_colours_the_frequent_ones_stay_and_others_are_the_nearest() -> None:
    many = np.arange(300, dtype=np.uint16)
    line = np.stack([many % 256, many // 256 * 10, many * 0], axis=1).astype(np.uint8)
    given = np.concatenate([np.repeat(line[:200], 2, axis=0), line[200:]])[None]
    made = shown(small(png(given)))
    assert (made[0, :400] == given[0, :400]).all()
    assert np.abs(made.astype(int) - given).max() <= 44
    assert len(np.unique(made.reshape(-1, 3), axis=0)) == 256


def test_what_can_be_seen_through_stays_as_it_is(pixels: np.ndarray) -> None:
    veil = np.full((*pixels.shape[:2], 1), 254, np.uint8)
    given = png(np.concatenate([pixels, veil], axis=2))
    assert small(given) == given


@pytest.mark.parametrize("path", sorted(SOLUTIONS.glob("*.ipynb")), ids=lambda path: path.stem)
def test_each_still_of_a_solution_is_small(path: Path) -> None:
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    stills = [
        output["data"][PNG] for cell in cells for output in cell.get("outputs", []) if PNG in output.get("data", {})
    ]
    assert [size for size in (len(b64decode(still)) for still in stills) if size > LARGEST] == []
