"""A change of a script or a style sheet reaches every widget that is open, and keeps its state."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING

import ipywidgets
import pytest

from course.page import panel
from course.page.controls import line
from course.page.panel import Panel, Part
from course.teach import live
from tests.page.messages import sent

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = pytest.mark.filterwarnings("ignore:Widget.widgets is deprecated:DeprecationWarning")


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a script and a style sheet of our own, in the place of those of a panel."""
    (tmp_path / "a.js").write_text("// Says hello.\n  hello();\n", encoding="utf-8")
    (tmp_path / "a.css").write_text("p { color: red }\n", encoding="utf-8")
    monkeypatch.setattr(Panel, "scripts", (tmp_path / "a.js",))
    monkeypatch.setattr(panel, "LOOKS", tmp_path / "a.css")
    monkeypatch.setattr(ipywidgets.widgets.widget, "_instances", {})  # those of other tests stay as they are
    return tmp_path


@pytest.fixture
def widget(files: Path) -> Iterator[Panel]:
    """An open widget, up to date, in which something was typed, beside one that is not of the course."""
    assert files.is_dir()
    made, other = Panel([Part("name", line("Your name"))]), ipywidgets.IntSlider()
    made.give("name", "Ada")
    assert live.renew() == 1
    yield made
    made.close()
    other.close()


def test_a_changed_script_and_a_changed_style_reach_the_widget_and_its_state_stays(
    files: Path, widget: Panel, monkeypatch: pytest.MonkeyPatch
) -> None:
    states = sent(widget, monkeypatch)
    (files / "a.js").write_text("goodbye();\n", encoding="utf-8")
    live.renew()
    (files / "a.css").write_text("p { color: blue }\n", encoding="utf-8")
    live.renew()
    assert states == [{"_esm": "goodbye();"}, {"_css": "p { color: blue }"}]
    assert widget.values == {"name": "Ada"}


def test_what_did_not_change_is_not_sent_again(files: Path, widget: Panel, monkeypatch: pytest.MonkeyPatch) -> None:
    states = sent(widget, monkeypatch)
    assert live.renew() == 0
    (files / "a.js").write_text("// A remark says more now.\nhello();\n", encoding="utf-8")
    assert live.renew() == 0, "a remark is no part of what a page gets"
    assert states == []
    (files / "a.js").write_text("goodbye();\n", encoding="utf-8")
    assert live.renew() == 1


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_a_file_that_is_just_being_saved_does_not_end_the_watch(
    files: Path, widget: Panel, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between two looks the file is gone, then it is there again; after the last look the watch ends."""
    script = files / "a.js"
    looks = iter(["gone", "there", "over"])

    def pause(_: float) -> None:
        match next(looks):
            case "gone":
                script.unlink()
            case "there":
                script.write_text("goodbye();", encoding="utf-8")
            case "over":
                raise SystemExit

    monkeypatch.setattr(live, "time", SimpleNamespace(sleep=pause))
    thread = live.watch()
    thread.join(timeout=60)
    assert not thread.is_alive()
    assert thread.daemon, "it ends with the kernel"
    assert widget._esm == "goodbye();"
