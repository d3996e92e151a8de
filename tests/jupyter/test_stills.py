"""A saved notebook shows its widgets where none can be drawn."""

from __future__ import annotations

import subprocess
import sys
from asyncio import sleep
from copy import deepcopy
from typing import Any

import pytest
from tornado.ioloop import IOLoop

from course.jupyter.stills import STATE, VIEW, keep, lay

SVG = "<svg><text>4,000</text></svg>"
WORDS = "<p>Sum of 2 mentions.</p>"


def widget(**state: str) -> dict[str, Any]:
    return {"model_name": "AnyModel", "state": state}


def view(model: str) -> dict[str, Any]:
    data = {VIEW: {"model_id": model}, "text/plain": "Panel()"}
    return {"output_type": "display_data", "data": data, "metadata": {}}


def notebook(*outputs: dict[str, Any], **widgets: dict[str, Any]) -> dict[str, Any]:
    cells = [{"cell_type": "markdown", "source": "Text"}, {"cell_type": "code", "source": "", "outputs": list(outputs)}]
    return {"cells": cells, "metadata": {"widgets": {STATE: {"state": widgets}}}}


def outputs(book: dict[str, Any]) -> list[str]:
    """Return what each output of the cell shows as HTML, or nothing where it is none."""
    return ["".join(each["data"].get("text/html", "")) for each in book["cells"][1]["outputs"]]


def test_still_and_words_are_laid_after_the_widget() -> None:
    book = notebook(view("a"), view("b"), a=widget(still=SVG, printed=WORDS), b=widget(printed="<p>Note.</p>"))
    lay(book)
    assert outputs(book) == [
        "",
        f'<div class="btl-printed">{SVG}{WORDS}</div>',
        "",
        '<div class="btl-printed"><p>Note.</p></div>',
    ]


def test_the_next_save_renews_what_the_last_one_laid() -> None:
    book = notebook(view("a"), a=widget(still=SVG, printed=WORDS))
    lay(book)
    book["metadata"]["widgets"][STATE]["state"]["a"]["state"]["printed"] = "<p>Now 3.</p>"
    lay(book)
    assert outputs(book) == ["", f'<div class="btl-printed">{SVG}<p>Now 3.</p></div>']


def test_what_an_explorer_itself_has_said_gives_way_to_what_it_says_now() -> None:
    said = {
        "output_type": "display_data",
        "metadata": {},
        "data": {"text/html": ['<div class="btl-printed">', "Old.</div>"]},
    }
    book = notebook(view("a"), said, a=widget(printed=WORDS))
    lay(book)
    assert outputs(book) == ["", f'<div class="btl-printed">{WORDS}</div>']


def test_other_outputs_and_other_widgets_stay_as_they_are() -> None:
    stream = {"output_type": "stream", "name": "stdout", "text": "4\n"}
    table = {"output_type": "execute_result", "data": {"text/html": "<table></table>"}, "metadata": {}}
    book = notebook(stream, table, view("slider"), view("gone"), slider=widget(value="4"))
    before = deepcopy(book)
    lay(book)
    assert book == before


@pytest.mark.parametrize(
    "model",
    [
        {"type": "file", "content": "text"},
        {"type": "directory", "content": [{"type": "notebook"}]},
        {"type": "notebook", "content": None},
        {"type": "notebook", "content": {}},
        {"type": "notebook", "content": {"cells": [{"cell_type": "code", "outputs": []}], "metadata": {}}},
    ],
)
def test_what_is_no_notebook_with_widgets_is_left_alone(model: dict[str, Any]) -> None:
    before = deepcopy(model)
    keep(model=model, path="a.ipynb", contents_manager=None)
    assert model == before


def test_the_server_of_this_environment_calls_it() -> None:
    """The settings that the package brings name a function that is there."""
    from jupyter_server.serverapp import ServerApp  # noqa: PLC0415 - it takes a while

    app = ServerApp()
    app.initialize(argv=["--no-browser", "--port=0", "--allow-root"], new_httpserver=False)
    IOLoop.current().run_sync(lambda: sleep(0))
    book = notebook(view("a"), a=widget(printed=WORDS))
    app.contents_manager.run_pre_save_hooks({"type": "notebook", "content": book}, "a.ipynb")  # type: ignore[no-untyped-call]
    assert outputs(book) == ["", f'<div class="btl-printed">{WORDS}</div>']


def test_a_server_that_saves_stills_is_no_larger_than_it_has_to_be() -> None:
    code = "import course.jupyter.stills, sys; print({'numpy', 'pandas', 'plotly'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True)
    assert done.stdout == "set()\n"
