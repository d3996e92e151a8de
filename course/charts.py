"""Charts that say what they know: one function a question, from a case to a `Chart`; and plain ones of any table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.face import face

if TYPE_CHECKING:
    from course.claims.who_says import who_says
    from course.days.when import when
    from course.figures.bars import bars
    from course.figures.chart import Chart
    from course.figures.dots import dots
    from course.map.where import where
    from course.network.who_deals_with_whom import who_deals_with_whom
    from course.network.who_is_quoted import who_is_quoted
    from course.numbers.how_many import how_many
    from course.numbers.what_kind import what_kind
    from course.numbers.what_the_sum_hides import what_the_sum_hides
    from course.sideways.side_by_side import side_by_side

__all__ = [
    "Chart",
    "bars",
    "dots",
    "how_many",
    "side_by_side",
    "what_kind",
    "what_the_sum_hides",
    "when",
    "where",
    "who_deals_with_whom",
    "who_is_quoted",
    "who_says",
]

_HOMES = {
    "Chart": "course.figures.chart",
    **{name: f"course.figures.{name}" for name in ("bars", "dots")},
    **{name: f"course.numbers.{name}" for name in ("how_many", "what_kind", "what_the_sum_hides")},
    **{name: f"course.network.{name}" for name in ("who_deals_with_whom", "who_is_quoted")},
    "side_by_side": "course.sideways.side_by_side",
    "when": "course.days.when",
    "where": "course.map.where",
    "who_says": "course.claims.who_says",
}
__getattr__, __dir__ = face(__name__, _HOMES)
