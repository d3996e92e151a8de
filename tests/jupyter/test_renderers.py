"""A learner's first figure of plotly is there without what takes a second to load, and nothing else is changed by it."""

from __future__ import annotations

import subprocess
import sys
from importlib.metadata import PackageNotFoundError
from typing import TYPE_CHECKING

from course.jupyter import renderers

if TYPE_CHECKING:
    import pytest

IN_A_KERNEL = """
import sys
from IPython.core.interactiveshell import InteractiveShell

shell = InteractiveShell.instance()
shell.run_line_magic("load_ext", "course.jupyter.kernel")
import plotly.express as px
import plotly.io as pio

pio.renderers.default = "plotly_mimetype"
bars = px.bar(x=["a"], y=[1])
bars.show()
print(list(bars._repr_mimebundle_()))
print(sorted({"nbformat", "jsonschema", "rfc3987_syntax", "lark"} & set(sys.modules)))
import nbformat
print(nbformat.v4.new_notebook().nbformat)
print([each for each in sys.meta_path if type(each).__name__ == "Renderers"])
"""


def test_a_first_figure_loads_no_grammar_and_who_wants_nbformat_has_it_whole() -> None:
    done = subprocess.run([sys.executable, "-c", IN_A_KERNEL], capture_output=True, encoding="utf-8", check=True)
    assert done.stdout.splitlines() == ["['application/vnd.plotly.v1+json']", "[]", "4", "[]"]


def test_where_there_is_no_nbformat_nothing_stands_in_for_it(monkeypatch: pytest.MonkeyPatch) -> None:
    def none(name: str) -> str:
        raise PackageNotFoundError(name)

    monkeypatch.setattr(renderers, "version", none)
    assert renderers.stand_in() is None


def test_another_module_is_none_of_its_business() -> None:
    assert renderers.Renderers().find_spec("plotly.io") is None
