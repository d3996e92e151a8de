"""Charts that say what they know: one function a question, from a case to a `Chart`."""

from course.charts.chart import Chart
from course.charts.how_many import how_many

__all__ = ["Chart", "how_many"]
