"""The notebook of an own case has a cell for each chart and explorer, and runs on where one has only a sentence."""

from __future__ import annotations

import nbformat

from course import charts, explore
from course.teach.kit.notebook import notebook, of_a_case


def test_it_is_a_sound_notebook_that_loads_the_case() -> None:
    made = nbformat.reads(notebook("my-flood", "A flood"), as_version=4)
    nbformat.validate(made)
    assert made.cells[0].source.startswith("# A flood\n")
    assert 'course.load("my-flood")' in made.cells[1].source
    assert made.metadata.language_info.name == "python", "a kernel that is called otherwise is found by it"


def test_each_chart_and_each_explorer_has_a_cell_after_which_the_notebook_runs_on() -> None:
    made = nbformat.reads(notebook("my-flood", "A flood"), as_version=4)
    code = {cell.source: cell for cell in made.cells if cell.cell_type == "code"}
    for face, name in ((charts, "charts"), (explore, "explore")):
        for each in of_a_case(face):
            assert code[f"course.{name}.{each}(case)"].metadata.tags == ["raises-exception"]
    assert not [source for source in code if "side" in source], "one case has nothing beside it"


def test_a_chart_of_several_cases_or_of_any_table_is_none_of_one() -> None:
    assert set(charts.__all__) - set(of_a_case(charts)) == {"Chart", "bars", "dots", "side_by_side"}
    assert "adding_machine" in of_a_case(explore)
    assert "sideways" not in of_a_case(explore)
