"""A flood that never was, as counts: dead, missing, homes, money, shares, a revision and rivals."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from tests.invented import ferry, table

if TYPE_CHECKING:
    import pandas as pd

    from course.case import Case

PEOPLE = {"unit": "people", "status": "happened", "measure": "amount"}
HOMES = {"unit": "things", "status": "happened", "measure": "amount", "what": "homes"}
MONEY = {"unit": "euros", "what": "damage", "status": "happened", "measure": "amount"}
SHARE = {"unit": "per cent", "what": "homes without power", "status": "happened", "measure": "share"}
ROWS: tuple[dict[str, Any], ...] = (
    {"mention": "c1", "thing": "dead", "label": "Dead at noon", "what": "people dead", "number": 12, **PEOPLE},
    {
        "mention": "c2",
        "thing": "dead",
        "label": "Dead in the evening",
        "what": "people dead",
        "number": 18,
        "hedge": "at least",
        "revises": "c1",
        "paragraph": 2,
        **PEOPLE,
    },
    {"mention": "c3", "thing": "missing", "label": "Missing", "what": "people missing", "number": 3, **PEOPLE},
    {"mention": "c4", "thing": "homes", "label": "Homes under water", "number": 1200, "hedge": "more than", **HOMES},
    {"mention": "c5", "thing": "old-town", "label": "Homes in the old town", "number": 300, **HOMES}
    | {"overlaps_with": "c4", "overlap": "part"},
    {"mention": "c6", "thing": "damage", "label": "Damage", "number": 1_200_000, "hedge": "about", **MONEY},
    {"mention": "c7", "thing": "power-north", "label": "Without power in the north", "number": 12.5, **SHARE},
    {"mention": "c8", "thing": "power-south", "label": "Without power in the south", "number": 40, **SHARE},
    {
        "mention": "c9",
        "thing": "march",
        "label": "Marchers by the police",
        "what": "marchers",
        "number": 300,
        "number_to": 400,
        "hedge": "between",
        "source": "police",
        "rival": "c10",
        "paragraph": 3,
        **PEOPLE,
    },
    {
        "mention": "c10",
        "thing": "march",
        "label": "Marchers by the organisers",
        "what": "marchers",
        "number": 350,
        "hedge": "at least",
        "source": "organisers",
        "rival": "c9",
        "paragraph": 3,
        **PEOPLE,
    },
)


@cache
def _every() -> pd.DataFrame:
    return table("counts", *({"whose": None, **row} for row in ROWS))


def counts(*names: str) -> pd.DataFrame:
    """Return the rows of these names, or all."""
    rows = _every().copy()
    return rows[rows["mention"].isin(names)] if names else rows


def flood() -> Case:
    """Return the case of the flood; its only table is counts."""
    made = ferry()
    made.name, made.title = "flood", "A flood"
    made._tables = {"counts": counts()}
    return made
