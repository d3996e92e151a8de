"""Places lie where their countries are, and codes are of countries."""

from __future__ import annotations

from typing import Any

import pytest

from course.teach.pack.places import countries, places
from tests.teach.pack.sheets import said, sheet


@pytest.mark.parametrize(
    ("row", "sentences"),
    [
        ({"latitude": 41.2, "longitude": -8.6, "iso": "PRT"}, []),
        ({"latitude": -17.5, "longitude": -149.5, "iso": "PYF"}, []),
        ({"latitude": 64.7, "longitude": -173.1, "iso": "RUS"}, []),
        ({"latitude": 41.2, "longitude": -8.6}, []),
        ({"iso": "PRT;ESP"}, []),
        ({"latitude": -8.6, "longitude": 41.2, "iso": "PRT"},
         ["latitude: -8.6, 41.2 is far from Portugal: latitude and longitude look swapped."]),
        ({"latitude": -8.6, "longitude": 41.2, "iso": "ESP;PRT"},
         ["latitude: -8.6, 41.2 is far from Spain: latitude and longitude look swapped."]),
        ({"latitude": 41.2, "longitude": 108.6, "iso": "PRT"}, ["latitude: 41.2, 108.6 is far from Portugal. Is that meant?"]),
        ({"latitude": 41.2}, ["longitude: a point has both a latitude and a longitude."]),
        ({"iso": "ESP;SPA"},
         ["iso: 'SPA' is not the code of a country. ISO 3166-1 has one of three letters for each, such as 'ABW'."]),
    ],
)  # fmt: skip
def test_a_point_and_a_code_go_together(row: dict[str, Any], sentences: list[str]) -> None:
    assert said(places(sheet("places", row))) == [f"places.csv, row 2, {sentence}" for sentence in sentences]


def test_a_name_in_place_of_a_code_is_told_with_the_code() -> None:
    (sentence,) = said(places(sheet("actors", {"state": "Spain"})))
    assert sentence.endswith("'Spain' is not the code of a country. Did you mean 'ESP'?")


def test_how_far_a_point_is_away_goes_round_the_earth() -> None:
    assert countries()["FJI"].away(-17.8, -178) < 10
