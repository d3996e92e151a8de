"""The chart lab: one set of true rows, switches that mislead, and a caption that is checked while it is written."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import pandas as pd

from course.figures.explorer import CHANGED, FIGURE, WORDS, Explorer, known
from course.misleading.caption import Point, check_caption, in_words
from course.misleading.findings import MOST_NAMES, what_is_drawn, what_misleads, what_no_picture_shows
from course.misleading.picture import picture
from course.misleading.scene import SWITCHES, Mention, Scene, hedged, mentions_of, sources_of
from course.numbers.adding_machine import name_of
from course.numbers.mentions import MOST_ROWS, of_unit, units_of
from course.page import html
from course.page.controls import pick, some_of, text
from course.page.panel import Part
from course.say import NOT_STATED, first_up, listed, size

if TYPE_CHECKING:
    from collections.abc import Iterable

    from course.case import Case
    from course.figures.explorer import Picture

CHECK = Part("check", "html", "beside")


@dataclass(frozen=True)
class Settings:
    """What a learner has set: the switches that are on, the mentions shown, the caption, and the unit of the picture.

    An empty unit is the one that most mentions have.
    """

    switches: tuple[str, ...] = ()
    mentions: tuple[str, ...] = ()
    caption: str = ""
    unit: str = ""


class ChartLab(Explorer[Settings]):
    """An explorer of pictures that mislead; `chart_lab` makes one."""

    def __init__(self, rows: tuple[Mention, ...], sources: dict[str, list[str]], settings: Settings) -> None:
        """Build it over mentions with their bounds; of each unit as many are listed as a picture can hold."""
        self._everything = rows
        self._sources = sources
        # Of what is set and of what was set before:
        self._made, self._points = lru_cache(2)(self._make), lru_cache(2)(self._judge)
        self._units = units_of(rows)
        self._names = {row["mention"]: name_of(row, NOT_STATED) for row in can_be_shown(rows)}
        controls = {
            "switches": some_of("Switches", SWITCHES),
            "mentions": some_of("Which mentions do you show?", self._names),
            "caption": text("Your caption for this picture", self._hint()),
        }
        if len(self._units) > 1:
            controls["unit"] = pick("What is drawn?", {"": "what most mentions count", **self._units})
        super().__init__(settings, controls)

    def _hint(self) -> str:
        """Return how a caption can begin: with the first mention whose number has a hedge."""
        row = next((row for row in self._everything if hedged(row)), None)
        return f"{first_up(size(row))} … (¶{row['paragraph']})" if row else ""

    @property
    def points(self) -> list[Point]:
        """What the caption carries along, point by point; none where there is no caption."""
        return list(self._points(self._settings))

    def _checked(self, settings: Settings) -> Settings:
        if not isinstance(settings.caption, str):
            message = f"A caption is a text, not a {type(settings.caption).__name__}."
            raise ValueError(message)  # noqa: TRY004 - a bad setting is a ValueError, whatever is bad about it
        known([settings.unit], ["", *self._units], "unit")
        return replace(
            settings,
            switches=known(settings.switches, SWITCHES, "switch"),
            mentions=known(settings.mentions, self._names, "mention"),
        )

    def _to_controls(self, settings: Settings) -> dict[str, Any]:
        values = super()._to_controls(settings)
        return {name: value for name, value in values.items() if name != "unit" or len(self._units) > 1}

    def _scene(self, settings: Settings) -> Scene:
        return self._made(settings.switches, settings.mentions, settings.unit)

    def _make(self, switches: tuple[str, ...], mentions: tuple[str, ...], unit: str) -> Scene:
        here, _ = of_unit(self._everything, unit)
        units, names = {row["unit"] for row in here}, set(mentions)
        picked = tuple(row for row in here if row["mention"] in names)
        elsewhere = tuple(row for row in self._everything if row["unit"] not in units)
        return Scene(tuple(here), picked, frozenset(switches), elsewhere)

    def _judge(self, settings: Settings) -> list[Point]:
        return check_caption(settings.caption, self._scene(settings), self._sources)

    def _parts(self) -> list[Part]:
        # The caption and its check stand side by side with the verdict, below the picture that both are about.
        *controls, caption = self._left()
        return [*controls, CHANGED, FIGURE, WORDS, replace(caption, area="beside"), CHECK]

    def _texts(self, settings: Settings) -> dict[str, str]:
        return {CHECK.name: _block(in_words(self._points(settings)))}

    def _html(self, settings: Settings, said: str) -> str:  # noqa: ARG002 - what is said has the check too
        return _block(self._verdict(settings))

    def _still(self, settings: Settings, said: str) -> str:
        return f"{self._html(settings, said)}{_block(in_words(self._points(settings)))}"

    def _picture(self, settings: Settings) -> Picture:
        return picture(self._scene(settings))

    def _say(self, settings: Settings) -> str:
        return f"{self._verdict(settings)}\n{in_words(self._points(settings))}"

    def _verdict(self, settings: Settings) -> str:
        scene = self._scene(settings)
        if not scene.picked:
            return "Nothing is shown. Tick a mention."
        found = what_misleads(scene)
        drawn = " ".join(
            filter(None, (what_is_drawn(scene), of_unit(self._everything, settings.unit, in_code=False)[1]))
        )
        if not scene.shown:
            drawn = "The picture is empty: it says “none”, where the report says “not stated”."
        if found:
            head = f"This picture can mislead in {_ways(len(found))}."
            return "\n".join([head, drawn, *(f"- {finding.sentence}" for finding in found)])
        limits = what_no_picture_shows(scene)
        head = "Nothing misleads here that we can see."
        return "\n".join([head, drawn, "What even this picture cannot show:", *(f"- {limit}" for limit in limits)])

    def _say_changed(self, old: Settings, new: Settings) -> str:
        if new.unit != old.unit:
            return of_unit(self._everything, new.unit, in_code=False)[1]
        if new.caption != old.caption:
            return in_words(self._points(new)).split("\n")[0]
        was, now = what_misleads(self._scene(old)), what_misleads(self._scene(new))
        said = self._what_changed(old, new)
        if was == now and new.mentions == old.mentions:
            return f"{said} Nothing changes in this picture."
        fresh = [finding.sentence.split(":")[0] for finding in now if finding not in was]
        look = f" Look at: {', '.join(fresh)}." if fresh else ""
        return f"{said} It can mislead in {_ways(len(now))} now, {len(was)} before.{look}"

    def _what_changed(self, old: Settings, new: Settings) -> str:
        steps = {
            "On": [SWITCHES[name].split(":")[0] for name in new.switches if name not in old.switches],
            "Off": [SWITCHES[name].split(":")[0] for name in old.switches if name not in new.switches],
            "Shown": [self._names[name] for name in new.mentions if name not in old.mentions],
            "Taken away": [self._names[name] for name in old.mentions if name not in new.mentions],
        }
        return " ".join(f"{step}: {listed(names, MOST_NAMES)}." for step, names in steps.items() if names)


def chart_lab(
    case: Case | pd.DataFrame,
    switches: Iterable[str] = (),
    mentions: Iterable[str] | None = None,
    caption: str = "",
    unit: str = "",
) -> ChartLab:
    """Open the chart lab.

    Parameters
    ----------
    case
        A case, or rows of its table `counts` or `troops`.
    switches
        The switches that are on at first: `"cut axis"`, `"log axis"`, `"plain bars"`, `"no blanks"`, `"one kind"`. With
        none, the picture is the one of `course.charts.how_many`.
    mentions
        The short names of the mentions that are shown at first; by default all that a picture can hold.
    caption
        The caption that stands there at first.
    unit
        The unit of what is drawn at first; by default the one that most mentions have.

    Raises
    ------
    ValueError
        A switch, a mention or the unit is not one that is known, or the caption is no text.
    ContentError
        The case has no table of counts.
    """
    rows = mentions_of(case)
    wanted = [row["mention"] for row in can_be_shown(rows)] if mentions is None else mentions
    on, shown = (((each,) if isinstance(each, str) else tuple(each)) for each in (switches, wanted))
    names = {} if isinstance(case, pd.DataFrame) or "actors" not in case.tables else _names(case)
    for source in {each for row in rows for each in sources_of(row)}:
        names.setdefault(source, [source.replace("-", " ")])
    return ChartLab(rows, names, Settings(on, shown, caption, unit))


def can_be_shown(rows: Iterable[Mention]) -> list[Mention]:
    """Return the mentions that a picture can hold: of each unit the first in the order of the table."""
    places: Counter[str] = Counter()
    found = []
    for row in rows:
        places[row["unit"]] += 1
        if places[row["unit"]] <= MOST_ROWS:
            found.append(row)
    return found


def _names(case: Case) -> dict[str, list[str]]:
    """Return the names by which a caption can call each actor: the full one, its initials, its last part, its state.

    A name of several parts, such as *police in Rome* or *Blue Cross, the organisers*, can be called by each of them.
    """
    names = {}
    for row in case.rows("actors"):
        name = str(row["name"])
        parts = name.split()
        names[str(row["actor"])] = [
            name,
            *(each.removeprefix("the ").split(" in ")[0] for each in name.split(", ")),
            *(["".join(part[0] for part in parts), parts[-1]] if len(parts) > 1 else []),
            *([] if row["state"] is None or row["kind"] != "state" else [str(row["state"])]),
        ]
    return names


def _block(said: str) -> str:
    return html.page(html.lines(said))


def _ways(count: int) -> str:
    return "1 way" if count == 1 else f"{count} ways"
