"""Begin anew: the next learner at this computer starts with empty questions, and nothing is lost."""

from __future__ import annotations

from course.files import why
from course.questions import keeping
from course.questions.said import Said

IN_OTHERS = "In other notebooks that are open, choose Kernel ▸ Restart Kernel and Run All Cells."


def begin_anew() -> Said:
    """Set all answers and notes aside in a file with the day and time in its name, and start with none.

    The questions and notes on the page are empty at once. What was set aside can be brought back.
    """
    try:
        aside = keeping.begin_anew()
    except OSError as error:
        return Said(f"Your answers could not be set aside ({why(error)}). Nothing was changed.")
    if aside is None:
        return Said("Progress begins anew. There was no file to set aside.")
    back = f'course.restore_progress("{aside.name}")'
    return Said(
        f"Progress begins anew. The answers so far are kept in {aside.name}. To bring them back: {back}. {IN_OTHERS}"
    )
