"""What counts nothing is known by how it is written, or by the words beside it."""

from __future__ import annotations

import pytest

from course.finder.uncounted import uncounted


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("on 3 May 2021", ["3 May 2021"]),
        ("May 3, 2021, at noon", ["May 3, 2021"]),
        ("in March 2020", ["March 2020"]),
        ("on 2021-05-03", ["2021-05-03"]),
        ("9/11 and 24/7", ["9/11", "24/7"]),
        ("at 10:30 or 9 pm", ["10:30", "9 pm"]),
        ("by six o'clock", ["six o'clock"]),
        ("in 1998, the 2021 floods", ["1998", "the 2021"]),
        ("2000 homes and 2000", ["2000"]),
        ("2000 homes", []),
        ("since 2000 homes", ["2000"]),
        ("the 1980s", ["the 1980s"]),
        ("Covid-19, B-52 and H5N1", ["Covid-19", "B-52", "H5N1"]),
        ("the G7 and 5G", ["G7", "5G"]),
        ("his 21st", ["21st"]),
        ("a 45-year-old", ["45-year-old"]),
        ("Ada Lee, 34, said", ["34"]),
        ("Article 5 and World War Two", ["5", "Two"]),
        ("call 0800 555 111", ["0800 555 111"]),
        ("555-01-99", ["555-01-99"]),
        ("a 6.4-magnitude quake", ["6.4-magnitude"]),
        ("aged 6 and 9, the two", ["6 and 9"]),
        ("aged 6 and 9 others", ["6"]),
        ("at -17C", ["17"]),
        ("aged between 20 and 35", ["20 and 35"]),
        ("children under five", ["five"]),
        ("six hundredths", ["six hundredths"]),
        ("outside No 9", ["9"]),
        ("minus 12", ["12"]),
        ("no one, every one", ["one", "one"]),
        ("one man", []),
        ("the second of three", []),
    ],
)
def test_places_that_count_nothing(text: str, places: list[str]) -> None:
    every = set(uncounted(text))
    inside = {one for one in every for other in every - {one} if other[0] <= one[0] and one[1] <= other[1]}
    assert [text[start:end] for start, end in sorted(every - inside)] == places
