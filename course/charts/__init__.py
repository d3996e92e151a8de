"""Charts that say what they know: one function a question, from a case to a `Chart`."""

from course.charts.chart import Chart
from course.charts.how_many import how_many
from course.charts.what_kind import what_kind
from course.charts.what_the_sum_hides import what_the_sum_hides
from course.charts.when import when
from course.charts.where import where
from course.charts.who_deals_with_whom import who_deals_with_whom
from course.charts.who_is_quoted import who_is_quoted
from course.charts.who_says import who_says

__all__ = [
    "Chart",
    "how_many",
    "what_kind",
    "what_the_sum_hides",
    "when",
    "where",
    "who_deals_with_whom",
    "who_is_quoted",
    "who_says",
]
