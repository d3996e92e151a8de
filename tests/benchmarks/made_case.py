"""An invented case with very many rows in each table, in memory or as a folder."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from course import tables
from course.case import Case
from course.hedges import hedges
from course.names import names, remember
from course.schema import schema
from course.vocabulary import vocabulary
from course.writing import json_text, table_text

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

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


def write(folder: Path, rows: int) -> Path:
    """Write a sound case with so many counts, and nothing else, into a new folder; return its table."""
    folder.mkdir()
    about = {
        "name": folder.name,
        "title": "Many counts",
        "description": "Invented, to measure with.",
        "version": "1.0.0",
        "licenses": [{"name": "CC-BY-4.0", "title": "Creative Commons Attribution 4.0"}],
        "paragraphs": PARAGRAPHS,
        "digest": "digest.md",
        "resources": [{"name": "counts", "path": "counts.csv"}],
    }
    (folder / "datapackage.json").write_text(json_text(about), encoding="utf-8")
    told = (f"{number}. Some people came." for number in range(1, PARAGRAPHS + 1))
    (folder / "digest.md").write_text("\n".join(["# A digest", "", *told, ""]), encoding="utf-8")
    counts = (
        {
            "mention": f"c{number}",
            "thing": f"t{number // 2}",
            "label": f"People who came, place {number}",
            "what": "people",
            "number": 10 + number % 9000,
            "unit": "people",
            "hedge": ONE_NUMBER[number % len(ONE_NUMBER)],
            "status": "present",
            "measure": "strength",
            "stock_flow": "stock",
            "voice": "own voice",
            "paragraph": 1 + number % PARAGRAPHS,
            "wording": "Some people came",
        }
        for number in range(rows)
    )
    table = folder / "counts.csv"
    table.write_text(table_text("counts", counts), encoding="utf-8")
    return table
