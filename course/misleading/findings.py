"""What misleads about a picture of true rows: computed from its mentions, its axis and what is left out."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from course.misleading.scene import CUT, LOG, NO_BLANKS, ONE_KIND, PLAIN, Scene, blank, hedged
from course.say import and_, count, listed, size, verb
from course.vocabulary import vocabulary

PICKED = "picked"
"""What misleads though no switch is on: some mentions are not shown."""
MOST_NAMES, FEW = 3, 10
HARDLY = 0.03
"""A cut of less than this share of the axis is hardly seen."""


@dataclass(frozen=True)
class Finding:
    """One thing that misleads: by which switch, and a sentence."""

    switch: str
    sentence: str


def what_misleads(scene: Scene) -> list[Finding]:
    """Return what misleads in a picture; nothing where a switch that is on changes nothing."""
    found = [
        (CUT, _cut(scene)),
        (LOG, _log(scene)),
        (PLAIN, _plain(scene)),
        (NO_BLANKS, _no_blanks(scene)),
        (ONE_KIND, _one_kind(scene)),
        (PICKED, _picked(scene)),
    ]
    findings = [Finding(switch, sentence) for switch, sentence in found if sentence]
    # How much longer a bar looks comes from the whole axis: it is said once, with the last that bent it.
    bent = [place for place, finding in enumerate(findings) if finding.switch in {CUT, LOG}]
    if bent and (looks := _looks(scene)):
        last = findings[bent[-1]]
        findings[bent[-1]] = Finding(last.switch, f"{last.sentence} {looks}")
    return findings


def what_no_picture_shows(scene: Scene) -> list[str]:
    """Return what even an honest picture of these mentions cannot show."""
    rows = scene.shown
    if not rows:
        return []
    nameless = sum(row["source"] is None for row in rows)
    lines = ["Whether a number is true, and when somebody counted."]
    if nameless:
        lines[0] += f" {count(nameless, 'mention')} of {len(rows)} {verb(nameless, 'names', 'name')} no source."
    things = Counter(row["thing"] for row in rows)
    twice = sum(number for number in things.values() if number > 1)
    if twice:
        lines.append(f"That {twice} rows tell of the same thing more than once: they look like {twice} things.")
    keys = {row["mention"] for row in rows}
    alike = {key for key, row in vocabulary("overlaps").items() if row["twice"] == "wholly"}
    shared = sum(row["overlaps_with"] in keys and row["overlap"] not in alike for row in rows)
    if shared:
        lines.append(f"Whether {scene.noun} are in two rows: {count(shared, 'mention')} may share some with another.")
    return lines


def what_is_drawn(scene: Scene) -> str:
    """Return in a sentence or two what the picture shows."""
    rows = scene.shown
    if not rows:
        return "The picture is empty."
    blanks = sum(map(blank, rows))
    without = f", {blanks} of them “not stated”" if blanks else ""
    marks = "bars" if scene.plain else "ranges"
    return f"You see {count(len(rows), 'mention')} as {marks}{without}. The axis starts at {_start(scene)}."


def _cut(scene: Scene) -> str:
    axis = scene.axis
    if CUT not in scene.switches or not any(scene.size(row) for row in scene.shown):
        return ""
    hardly = ""
    if not axis.log and (axis.start / axis.end) < HARDLY:
        hardly = " Here you see little of it, as one number is so much larger than the rest."
    return f"Cut axis: it starts at {_start(scene)}, not at 0.{hardly}{_beginnings(scene)}"


def _log(scene: Scene) -> str:
    if LOG not in scene.switches or not any(scene.size(row) for row in scene.shown):
        return ""
    zero = "" if CUT in scene.switches else f" It has no 0.{_beginnings(scene)}"
    return f"Log axis: each step is ten times the one before. Equal steps look equal and are not.{zero}"


def _beginnings(scene: Scene) -> str:
    """Return how many ranges begin at 0 and seem to begin at the start of the axis."""
    low = 0 if scene.plain else sum(row["low"] == 0 and not blank(row) for row in scene.shown)
    if not low:
        return ""
    reach = f"{count(low, 'range')} {verb(low, 'reaches', 'reach')} down to 0 and {verb(low, 'seems', 'seem')}"
    return f" {reach} to begin at {_start(scene)}."


def _start(scene: Scene) -> str:
    """Return where the axis starts, with all its digits."""
    return f"{scene.axis.start:,.15g}"


def _looks(scene: Scene) -> str:
    """Return how many times as long the longest bar looks, and how many times as much it stands for."""
    lengths = scene.lengths
    if len(lengths) < 2 or not scene.axis.place(lengths[0]):  # noqa: PLR2004 - a comparison takes two
        return ""
    looks = _times(scene.axis.place(lengths[-1]) / scene.axis.place(lengths[0]))
    stands = _times(lengths[-1] / lengths[0])
    if looks == stands:
        return ""
    what = "bar" if scene.plain else "range from 0"
    return f"The longest {what} looks {looks} times as long as the shortest, but means {stands} times as many."


def _plain(scene: Scene) -> str:
    rows = [row for row in scene.shown if hedged(row)]
    unprinted = [row for row in scene.shown if row["number"] is None and not blank(row)]
    if not scene.plain or not (rows or unprinted):
        return ""
    says = []
    if floor := next((row for row in rows if row["high"] is None and row["low"]), None):
        says.append(f"“{size(floor)}” has no limit above")
    if ceiling := next((row for row in rows if row["low"] == 0), None):
        says.append(f"“{size(ceiling)}” can be 0")
    if unprinted:
        says.append(f"“{size(unprinted[0])}” gets no bar")
    exact = f"{count(len(rows), 'number')} {verb(len(rows), 'looks', 'look')} exact. " if rows else ""
    return f"Plain bars: {exact}{'; '.join(says)}{'.' if says else ''}".rstrip()


def _no_blanks(scene: Scene) -> str:
    gone = [row for row in scene.picked if blank(row)]
    if NO_BLANKS not in scene.switches or not gone:
        return ""
    have = f"{len(gone)} of {count(len(scene.picked), 'mention')} {verb(len(gone), 'has', 'have')} vanished"
    names = listed([str(row["label"]) for row in gone], MOST_NAMES)
    return f"Blanks left out: {have}: {names}. The report speaks of them, but gives no number."


def _one_kind(scene: Scene) -> str:
    if ONE_KIND not in scene.switches:
        return ""
    statuses, known = Counter(str(row["status"]) for row in scene.shown), vocabulary("statuses")
    counts = {status: statuses[status] for status in known if statuses[status] and status != scene.usual}
    if not counts:
        return ""
    said = [f"“{known[status]['plain']}” ({number})" for status, number in counts.items()]
    return f"One colour: what is {and_(said)} looks like what is “{known[scene.usual]['plain']}”."


def _picked(scene: Scene) -> str:
    keys = {row["mention"] for row in scene.picked}
    left = [row for row in scene.everything if row["mention"] not in keys]
    if not left or not scene.picked:
        return ""
    left.sort(key=lambda row: -(row["number"] or row["low"]))
    shown = f"{len(scene.picked)} of {count(len(scene.everything), 'mention')}"
    names = [f"{row['label']}{'' if blank(row) else f' ({size(row)})'}" for row in left]
    return f"Picked rows: you show {shown}. Left out: {listed(names, MOST_NAMES)}."


def _times(factor: float) -> str:
    return f"{factor:,.0f}" if factor >= FEW else f"{factor:.1f}".removesuffix(".0")
