"""The adding machine: tick mentions of a force, and see the sum of their ranges and what is wrong about it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from html import escape
from typing import TYPE_CHECKING, Any

import ipywidgets as widgets
import pandas as pd
import plotly.graph_objects as go

from course.bounds import DEFAULT_CLOSENESS, Reading, Total, add_up, bounds
from course.charts.chart import PLOTLY, figure_json, lines_html
from course.charts.how_many import axis_limit, label_trace, layout, range_traces
from course.charts.what_the_sum_hides import in_words, with_sum
from course.content import did_you_mean
from course.explore.slider import Slider
from course.page import OPTIONS_CLASS, STYLE
from course.tables import records

if TYPE_CHECKING:
    from collections.abc import Iterable

    from course.case import Case

PERCENT = 100
LARGEST_PERCENT = 30
WHAT_A_READING_DOES = {
    "strict": "Strict: only what the words say. “Up to 1,000” can be 0.",
    "usual": "Usual: what people mostly mean. How near is “nearly”? You decide.",
}


@dataclass(frozen=True)
class Settings:
    """What a learner has set: the mentions ticked, the reading, and the closeness as a share."""

    mentions: tuple[str, ...] = ()
    reading: Reading = "strict"
    closeness: float = DEFAULT_CLOSENESS


class AddingMachine:
    """An explorer of the sum of some mentions; `adding_machine` makes one."""

    def __init__(self, troops: pd.DataFrame, settings: Settings) -> None:
        """Build the controls and the figure, and show `settings`."""
        self._troops = troops
        self._settings = settings
        self._showing = False
        self._boxes = {row["mention"]: _tick_box(row) for row in records(troops)}
        self._reading = widgets.RadioButtons(options=["strict", "usual"], description="Reading")
        self._percent = Slider(label="Closeness", unit="%", most=LARGEST_PERCENT)
        self._about_reading = widgets.HTML()
        self._words = widgets.HTML()
        self._changed = widgets.HTML()
        self.figure = go.FigureWidget()
        self.figure._config = {"displayModeBar": False, "responsive": True}  # noqa: SLF001 - plotly has no public way
        self.widget = self._laid_out()
        self._show(settings)
        for control in [*self._boxes.values(), self._reading, self._percent]:
            control.observe(self._on_change, names="value")

    @property
    def settings(self) -> Settings:
        """What is set now."""
        return self._settings

    @property
    def total(self) -> Total:
        """The sum of what is ticked, with what is wrong about it."""
        return add_up(self._ticked(self._settings), self._settings.reading, self._settings.closeness)

    @property
    def words(self) -> str:
        """The sum and the objections as the page says them, without markup."""
        return _in_words(self._settings, self.total)

    def set(
        self,
        mentions: Iterable[str] | None = None,
        reading: Reading | None = None,
        closeness: float | None = None,
    ) -> None:
        """Set some of the controls from code; what is None stays.

        Raises
        ------
        ValueError
            A mention, the reading or the closeness is not one that is known.
        """
        new = self._settings
        if mentions is not None:
            new = replace(new, mentions=_known(mentions, self._boxes))
        if reading is not None:
            new = replace(new, reading=reading)
        if closeness is not None:
            new = replace(new, closeness=closeness)
        add_up(self._ticked(new), new.reading, new.closeness)
        self._show(new)

    def say_nothing_changed(self) -> None:
        """Clear the sentence on the last change, as a fresh page has none."""
        self._changed.value = _live("")

    def _laid_out(self) -> widgets.VBox:
        column = {"flex": "1 1 300px", "min_width": "280px", "max_width": "420px"}
        heading = widgets.HTML(f"{STYLE}<b>Which mentions do you add up?</b>")
        boxes = widgets.VBox(list(self._boxes.values()))
        boxes.add_class(OPTIONS_CLASS)
        controls = widgets.VBox([heading, boxes, self._reading, self._about_reading, self._percent], layout=column)
        picture = widgets.Box([self.figure], layout={"flex": "2 1 420px", "min_width": "380px", "overflow": "hidden"})
        top = widgets.HBox([controls, picture], layout={"flex_flow": "row wrap", "align_items": "flex-start"})
        return widgets.VBox([top, self._words, self._changed])

    def _on_change(self, _: object) -> None:
        if self._showing:
            return
        ticked = tuple(name for name, box in self._boxes.items() if box.value)
        self._show(Settings(ticked, self._reading.value, self._percent.value / PERCENT))

    def _show(self, settings: Settings) -> None:
        """Bring controls, figure and words to `settings`, in one step."""
        before = self._settings, self.total
        self._settings = settings
        total = self.total
        self._showing = True
        for name, box in self._boxes.items():
            box.value = name in settings.mentions
        self._reading.value = settings.reading
        self._percent.value = round(settings.closeness * PERCENT)
        self._percent.disabled = settings.reading == "strict"
        self._showing = False
        self._about_reading.value = (
            f"<div style='font-size:13px;line-height:1.4'>{WHAT_A_READING_DOES[settings.reading]}</div>"
        )
        self._draw(settings, total)
        self._words.value = _in_html(settings, total)
        self._changed.value = _live(_what_changed(before, (settings, total)))

    def _ticked(self, settings: Settings) -> pd.DataFrame:
        return self._troops[self._troops["mention"].isin(settings.mentions)]

    def _draw(self, settings: Settings, total: Total) -> None:
        ranges = with_sum(bounds(self._ticked(settings), settings.reading, settings.closeness), total)
        end = axis_limit(ranges)
        traces = [*range_traces(ranges, end), label_trace(ranges, end)]
        with self.figure.batch_update():
            if not self.figure.data:
                self.figure.add_traces(traces)
            for old, new in zip(self.figure.data, traces, strict=True):
                old.update(new.to_plotly_json(), overwrite=False)
            self.figure.update_layout(layout(ranges, end, "What you add up, and the sum"))

    def _repr_mimebundle_(self, **_: object) -> dict[str, Any]:
        """Return the widget, and beside it a still figure and the words for a page with no kernel."""
        bundle: dict[str, Any] = dict(self.widget._repr_mimebundle_())
        still = {PLOTLY: figure_json(self.figure), "text/plain": self.words}
        return {**bundle, **still, "text/html": _in_html(self._settings, self.total)}


def adding_machine(
    case: Case | pd.DataFrame,
    mentions: Iterable[str] = (),
    reading: Reading = "strict",
    closeness: float = DEFAULT_CLOSENESS,
) -> AddingMachine:
    """Open the adding machine.

    Parameters
    ----------
    case
        A case, or rows of its table `troops`.
    mentions
        The short names of the mentions that are ticked at first.
    reading, closeness
        As in `course.bounds`.

    Raises
    ------
    ValueError
        A mention, the reading or the closeness is not one that is known.
    """
    troops = case if isinstance(case, pd.DataFrame) else case.troops
    machine = AddingMachine(troops, Settings())
    machine.set(mentions, reading, closeness)
    machine.say_nothing_changed()
    return machine


def _known(mentions: Iterable[str], boxes: Iterable[str]) -> tuple[str, ...]:
    names = list(boxes)
    wanted = [mentions] if isinstance(mentions, str) else list(mentions)
    for name in wanted:
        if name not in names:
            message = f"There is no mention {name!r}. {did_you_mean(str(name), names)}"
            raise ValueError(message)
    return tuple(name for name in names if name in wanted)


def _tick_box(row: dict[str, Any]) -> widgets.Checkbox:
    size = "no number" if pd.isna(row["number"]) else f"{row['hedge']} {row['number']:,}"
    size = size.removeprefix("bare ")
    return widgets.Checkbox(
        description=f"{row['label']} (¶{row['paragraph']}: {size})",
        indent=False,
        layout={"width": "auto", "height": "auto"},
    )


def _in_words(settings: Settings, total: Total) -> str:
    if not settings.mentions:
        return "Nothing is ticked yet. Tick two mentions and watch the sum."
    return in_words(total, len(settings.mentions), settings.reading)


def _in_html(settings: Settings, total: Total) -> str:
    return f"<div style='max-width:52em;line-height:1.5;font-size:14px'>{lines_html(_in_words(settings, total))}</div>"


def _live(sentence: str) -> str:
    return f"<div role='status' aria-live='polite' style='font-size:13px'>{escape(sentence)}</div>"


def _what_changed(before: tuple[Settings, Total], after: tuple[Settings, Total]) -> str:
    """Return in a sentence what a change of the controls did to the sum."""
    (old, old_total), (new, new_total) = before, after
    if old == new:
        return ""
    if new.mentions != old.mentions:
        what = f"{len(new.mentions)} ticked instead of {len(old.mentions)}"
    elif new.reading != old.reading:
        what = f"{new.reading} reading instead of {old.reading}"
    else:
        what = f"closeness {new.closeness:.0%} instead of {old.closeness:.0%}"
    if old_total.bounds == new_total.bounds:
        return f"What you changed: {what}. The sum stays at {new_total.bounds}."
    return f"What you changed: {what}. The sum was “{old_total.bounds}” and is “{new_total.bounds}” now."
