"""The outline map has land, borders and names, and nothing that the report says."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

import pytest

from course import loading
from course.content import ContentError
from course.teach.printed import outline_map

CASE = loading.load()


def test_it_is_a_picture_of_outlines_with_the_names_of_large_countries() -> None:
    drawn = ET.fromstring(outline_map.svg(CASE))  # noqa: S314 - it is our own
    names = {text.text for text in drawn.iter("{http://www.w3.org/2000/svg}text")}
    assert {"Ukraine", "Romania", "Poland"} <= names
    assert "Bucharest" not in names
    assert len(list(drawn.iter("{http://www.w3.org/2000/svg}path"))) > len(names)


def test_names_are_inside_the_frame() -> None:
    width, height = map(float, re.findall(r'viewBox="0 0 (\d+) (\d+)"', outline_map.svg(CASE))[0])
    for x, y in re.findall(r'<text x="([\d.-]+)" y="([\d.-]+)"', outline_map.svg(CASE)):
        assert 0 < float(x) < width
        assert 0 < float(y) < height


def test_what_is_given_to_no_country_is_dotted_and_told() -> None:
    assert outline_map.svg(CASE).count(outline_map.DOTTED) >= 1
    assert any("Crimea" in line for line in outline_map.told(CASE))


def test_a_case_without_places_has_no_map() -> None:
    with pytest.raises(ContentError, match="amber-ferry has no table of places"):
        outline_map.svg(loading.load("amber-ferry"))
