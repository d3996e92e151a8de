"""Measure charts and explorers over cases with very many rows: `make bench`.

Every table of an invented case has so many rows; each chart and explorer of the course is made from it, with its words
and its table. Printed are seconds and the height of the picture in pixels.
"""

from __future__ import annotations

import argparse
import time
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from course import charts, explore, tables
from course.case import Case
from course.content import case_folder
from course.hedges import hedges
from course.names import names, remember
from course.schema import schema
from course.teach.kit.notebook import of_a_case
from course.vocabulary import vocabulary

if TYPE_CHECKING:
    from collections.abc import Callable

SIZES = (10_000, 100_000)
PARAGRAPHS = 500
ACTORS, PLACES = 400, 300
ONE_NUMBER = [key for key, hedge in hedges().items() if hedge.numbers == 1]
"""The hedges of one number, which every row has."""


def large(rows: int, seed: int = 0) -> Case:
    """Return an invented case with so many rows in each table; its actors and places are fewer."""
    rng = np.random.default_rng(seed)
    made = {
        name: _table(name, {"actors": ACTORS, "places": PLACES}.get(name, rows), rng)
        for name in ("actors", "places", "counts", "numbers", "statements", "events", "relations")
    }
    digest = {number: f"Paragraph {number} in our words." for number in range(1, PARAGRAPHS + 1)}
    day = pd.Timestamp("2021-08-24").date()
    case = Case("large", "A large case", digest, made, (day, day))
    case.names = names(made, {name: schema(name) for name in made})
    remember(case.name, case.names)
    return case


def _table(name: str, rows: int, rng: np.random.Generator) -> pd.DataFrame:
    """Return a table with so many rows, each value drawn at random from what its column takes."""
    wanted, empty = schema(name), tables.empty(schema(name), name)
    points = {each["fields"]: each["reference"]["resource"] for each in wanted.get("foreignKeys", [])}
    points |= {field["name"]: field["items"].split(".")[0] for field in wanted["fields"] if "items" in field}
    columns = {field["name"]: _column(field, name, rows, points, rng) for field in wanted["fields"]}
    if name == "places":
        columns["iso"] = pd.array([pd.NA] * rows, dtype="string")
        columns["precision"] = ["city"] * rows
    if {"start", "end"} <= columns.keys():
        columns["end"] = columns["start"]
    return pd.DataFrame(columns).astype(empty.dtypes.to_dict())


def _column(field: dict[str, Any], table: str, rows: int, points: dict[str, str], rng: np.random.Generator) -> Any:
    name, held = field["name"], field.get("constraints", {})
    if held.get("unique"):
        return [f"{table[0]}{place}" for place in range(rows)]
    if name in points:
        return _pointing(points[name], rows, rng)
    if "vocabulary" in field:
        return rng.choice(ONE_NUMBER if name == "hedge" else list(vocabulary(field["vocabulary"])), rows)
    kinds: dict[str, Callable[[], Any]] = {
        "integer": lambda: _number(name, rows, rng),
        "number": lambda: _number(name, rows, rng),
        "boolean": lambda: np.zeros(rows, dtype=bool),
        "date": lambda: pd.Timestamp("2021-08-01") + pd.to_timedelta(rng.integers(0, 23, rows), unit="D"),
        "string": lambda: [f"{name} {place}" for place in rng.integers(0, max(rows // 2, 1), rows)],
    }
    return kinds[field["type"]]()


def _pointing(target: str, rows: int, rng: np.random.Generator) -> Any:
    several = {"actors": ("a", ACTORS), "places": ("p", PLACES)}
    if target not in several:
        return pd.array([pd.NA] * rows, dtype="string")
    letter, most = several[target]
    return [f"{letter}{place}" for place in rng.integers(0, most, rows)]


def _number(name: str, rows: int, rng: np.random.Generator) -> Any:
    match name:
        case "paragraph":
            return rng.integers(1, PARAGRAPHS + 1, rows)
        case "latitude":
            return rng.uniform(-60, 70, rows)
        case "longitude":
            return rng.uniform(-170, 170, rows)
        case "number_to":
            return pd.array([pd.NA] * rows, dtype="Float64")
    return rng.integers(1, 100_000, rows)


def shown(make: Callable[[Case], Any], case: Case) -> tuple[float, float, str]:
    """Return how long a chart or an explorer takes in seconds, how high its picture is, and what stopped it."""
    start = time.perf_counter()
    try:
        made = make(case)
        words = str(made) if hasattr(made, "table") else made.words
        picture = made.picture if hasattr(made, "picture") else made.figure
    except Exception as error:  # noqa: BLE001 - a row of the table says it
        return time.perf_counter() - start, 0, f"{type(error).__name__}: {error}"[:100]
    took = time.perf_counter() - start
    height = (picture.layout["height"] or 0) if picture is not None else 0
    return took, height, f"{len(words):,} letters"


def main() -> None:
    """Print a row for each chart and explorer, and each size."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, nargs="*", default=SIZES)
    parser.add_argument("only", nargs="*", help="names of charts and explorers; all if none")
    given = parser.parse_args()
    assert case_folder("macron-biden-call").is_dir()
    faces = [(face, name) for face in (charts, explore) for name in of_a_case(face)]
    print("| rows | chart or explorer | seconds | pixels high | says |\n|---:|---|---:|---:|---|")  # noqa: T201
    for rows in given.rows:
        case = large(rows)
        for face, name in faces:
            if not given.only or name in given.only:
                took, height, says = shown(getattr(face, name), case)
                print(f"| {rows:,} | {name} | {took:.2f} | {height} | {says} |", flush=True)  # noqa: T201


if __name__ == "__main__":
    main()
