"""What a saved notebook shows where no widget can be drawn: on GitHub, and as a page that nbconvert makes.

A widget's state is saved with the notebook (`page/life.js`), and holds what it showed last: a still of its figure, and
its words as HTML. JupyterLab's server takes this module for an extension (`server_config.json`): before it writes a
notebook it calls `keep`, which lays these beside the widget.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tornado.ioloop import IOLoop

from course.page.html import PRINTED, Html, printed

if TYPE_CHECKING:
    from jupyter_server.serverapp import ServerApp

STATE = "application/vnd.jupyter.widget-state+json"
PLOTLY = "application/vnd.plotly.v1+json"
VIEW = "application/vnd.jupyter.widget-view+json"

Notebook = dict[str, Any]
Output = dict[str, Any]


def _jupyter_server_extension_points() -> list[dict[str, str]]:
    return [{"module": __name__}]


def _load_jupyter_server_extension(server: ServerApp) -> None:
    # Another extension may put a contents manager of its own in the place of this one: the last one saves.
    def register() -> None:
        server.contents_manager.register_pre_save_hook(keep)  # type: ignore[no-untyped-call]

    IOLoop.current().add_callback(register)


def keep(model: dict[str, Any], **_: object) -> None:
    """Lay stills beside the widgets of a notebook that is about to be saved.

    Parameters
    ----------
    model
        What is saved, as Jupyter's contents manager describes it; anything but a notebook is left as it is.
    """
    notebook = model.get("content")
    if model.get("type") == "notebook" and isinstance(notebook, dict):
        lay(notebook)


def lay(notebook: Notebook) -> None:
    """Lay what each widget showed last beside it, as an output of its own, in place of what stood there before.

    The page hides such an output where the widget is drawn.
    """
    widgets = notebook.get("metadata", {}).get("widgets", {}).get(STATE, {}).get("state", {})
    for cell in notebook.get("cells", []):
        if "outputs" in cell:
            cell["outputs"] = [each for output in cell["outputs"] for each in _with_still(output, widgets)]


def _with_still(output: Output, widgets: dict[str, Any]) -> list[Output]:
    data = output.get("data", {})
    if PRINTED in "".join(data.get("text/html", "")):
        return []
    state = widgets.get(data.get(VIEW, {}).get("model_id"), {}).get("state", {})
    shown = f"{state.get('still', '')}{state.get('printed', '')}"
    if not shown:
        return [output]
    if state.get("still"):
        # The figure stands in the widget's state and in the still: for a third time it would only make the file large.
        output = {**output, "data": {kind: value for kind, value in data.items() if kind != PLOTLY}}
    still = {"output_type": "display_data", "data": {"text/html": printed(Html(shown))}, "metadata": {}}
    return [output, still]
