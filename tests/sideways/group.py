"""Two short reports of a flood that never was, tied by a `same.csv`: nothing in them is of a case that is shipped."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

COUNTS = (
    "mention,thing,label,what,number,unit,hedge,status,measure,stock_flow,whose,place,voice,source,overlaps_with,"
    "overlap,paragraph,wording\n"
)
EVENTS = "event,type,occurrence,participants,place,summary,voice,source,start,end,date_word,paragraph,wording\n"
SAME = (
    "key,case,table,row,sum,note\n"
    "homes,evening,counts,c1,,\n"
    "homes,noon,counts,c1,,Told before the dam broke.\n"
    "homes,noon,counts,c2,Both banks,\n"
    "homes,noon,counts,c3,Both banks,The left bank is a guess.\n"
    "break,noon,events,e1,,\n"
    "break,evening,events,e1,,\n"
)


def two_reports(folder: Path) -> Path:
    """Make the reports and what ties them, and return the folder."""
    _case(
        folder / "noon",
        "Noon, the flood",
        "2021-08-24",
        "1. At least 30 homes are under water.\n2. On the right bank 10 homes, on the left about 25 homes.\n"
        "3. The dam broke.\n",
        counts=COUNTS
        + "c1,homes,Homes under water,homes,30,things,at least,happened,amount,stock,,,own voice,,,,1,At least 30 homes\n"
        + "c2,right,Homes on the right bank,homes,10,things,bare,happened,amount,stock,,,own voice,,,,2,10 homes\n"
        + "c3,left,Homes on the left bank,homes,25,things,about,happened,amount,stock,,,own voice,,,,2,about 25 homes\n",
        events=EVENTS + "e1,accident,happened,,,The dam breaks.,own voice,,,,,3,The dam broke\n",
    )
    _case(
        folder / "evening",
        "Evening, the flood",
        "2021-08-25",
        "1. Up to 40 homes are under water.\n2. The dam broke on Tuesday.\n",
        counts=COUNTS
        + "c1,homes,Homes under water,homes,40,things,up to,happened,amount,stock,,,own voice,,,,1,Up to 40 homes\n",
        events=EVENTS
        + "e1,accident,happened,,,The dam breaks.,own voice,,2021-08-24,2021-08-24,Tuesday,2,The dam broke on Tuesday\n",
    )
    (folder / "same.csv").write_text(SAME, encoding="utf-8")
    return folder


def _case(folder: Path, title: str, day: str, digest: str, **tables: str) -> None:
    folder.mkdir(parents=True)
    resources = [{"name": name} for name in tables]
    package = {"name": folder.name, "title": title, "written": {"start": day, "end": day}, "resources": resources}
    (folder / "datapackage.json").write_text(json.dumps(package), encoding="utf-8")
    (folder / "digest.md").write_text(digest, encoding="utf-8")
    for name, text in tables.items():
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
