"""The kinds of question, one file each, by the word that a spec has for them."""

from course.questions.kinds.base import Kind
from course.questions.kinds.choice import Choice
from course.questions.kinds.choices import Choices
from course.questions.kinds.limits import Limits
from course.questions.kinds.number import Number
from course.questions.kinds.table import Table

KINDS: dict[str, Kind] = {kind.name: kind for kind in (Number(), Choice(), Choices(), Limits(), Table())}

__all__ = ["KINDS", "Kind"]
