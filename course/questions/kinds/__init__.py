"""The kinds of question, one file each, by the word that a spec has for them: the only list of them."""

from typing import Any

from course.questions.kinds.base import Kind
from course.questions.kinds.choice import Choice
from course.questions.kinds.choices import Choices
from course.questions.kinds.day import Day
from course.questions.kinds.days import Days
from course.questions.kinds.limits import Limits
from course.questions.kinds.number import Number
from course.questions.kinds.order import Order
from course.questions.kinds.table import Table
from course.questions.kinds.text import Text

KINDS: dict[str, type[Kind[Any]]] = {
    kind.name: kind for kind in (Number, Choice, Choices, Order, Limits, Day, Days, Text, Table)
}

__all__ = ["KINDS", "Kind"]
