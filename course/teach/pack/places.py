"""Hold places and states against the table of countries: codes that are none, points that lie elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from math import cos, hypot, radians
from typing import TYPE_CHECKING

import pandas as pd

from course.content import cases_folder, read_rows
from course.names import SEPARATOR
from course.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from course.tables import Sheet

COLUMNS = ("iso", "alpha2", "name", "latitude", "longitude")
FARTHEST = 60.0
"""Degrees from the middle of a country within which all of it lies: the east of Russia is 57 away."""
TURNED, NEAR = 25.0, 15.0
"""A point so far away that lands so near with its two numbers swapped has them swapped."""
LATITUDE_AT_MOST = 90


@dataclass(frozen=True)
class Country:
    """A country: its name, and the latitude and longitude of a point of its largest part, in degrees."""

    name: str
    latitude: float
    longitude: float

    def away(self, latitude: float, longitude: float) -> float:
        """Return how far a point is from it, in degrees on the ground."""
        east = (longitude - self.longitude + 180) % 360 - 180
        return hypot(latitude - self.latitude, east * cos(radians((latitude + self.latitude) / 2)))


@cache
def countries() -> dict[str, Country]:
    """Return the countries of ISO 3166-1 by their codes of three letters."""
    rows = read_rows(cases_folder() / "geo" / "countries.csv", COLUMNS)
    return {row["iso"]: Country(row["name"], float(row["latitude"]), float(row["longitude"])) for row in rows}


def places(sheet: Sheet) -> Iterator[Problem]:
    """Yield each code that is of no country, and each point that cannot lie where its code says."""
    for field in sheet.schema["fields"]:
        if field.get("codes") == "countries":
            yield from _codes(sheet, field["name"])
    for row, latitude, longitude in sheet.each("latitude", "longitude"):
        if pd.isna(latitude) != pd.isna(longitude):
            blank = "latitude" if pd.isna(latitude) else "longitude"
            yield Problem(sheet.file, row, blank, "a point has both a latitude and a longitude.")
    for row, latitude, longitude, iso in sheet.each("latitude", "longitude", "iso"):
        codes = [] if pd.isna(iso) else iso.split(SEPARATOR)
        known = [countries()[code] for code in codes if code in countries()]
        if known and not pd.isna(latitude) and not pd.isna(longitude):
            yield from _point(sheet.file, row, float(latitude), float(longitude), known)


def _codes(sheet: Sheet, column: str) -> Iterator[Problem]:
    names = {country.name.lower(): code for code, country in countries().items()}
    for row, value in sheet.each(column):
        for code in [] if pd.isna(value) else value.split(SEPARATOR):
            if code not in countries():
                yield Problem(sheet.file, row, column, f"{code!r} is not the code of a country. {_meant(code, names)}")


def _meant(code: str, names: dict[str, str]) -> str:
    if found := names.get(code.lower()):
        return f"Did you mean {found!r}?"
    return f"ISO 3166-1 has one of three letters for each, such as {next(iter(countries()))!r}."


def _point(file: str, row: int, latitude: float, longitude: float, known: list[Country]) -> Iterator[Problem]:
    away, country = min((each.away(latitude, longitude), each.name) for each in known)
    turned = min(each.away(longitude, latitude) for each in known) if abs(longitude) <= LATITUDE_AT_MOST else away
    if away > TURNED and turned < NEAR:
        message = f"{latitude:g}, {longitude:g} is far from {country}: latitude and longitude look swapped."
        yield Problem(file, row, "latitude", message)
    elif away > FARTHEST:
        message = f"{latitude:g}, {longitude:g} is far from {country}. Is that meant?"
        yield Problem(file, row, "latitude", message, warning=True)
