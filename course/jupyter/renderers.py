"""plotly's renderers without nbformat: they ask for its version alone, and with it comes a grammar of web addresses.

That grammar is compiled for a second or more, before the first figure that a learner makes with plotly.
"""

from __future__ import annotations

import sys
from importlib.abc import Loader, MetaPathFinder
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from importlib.machinery import ModuleSpec

RENDERERS = "plotly.io._renderers"
ASKED_FOR = "nbformat"


class Renderers(MetaPathFinder):
    """Finds plotly's renderers as Python does, and lets them be loaded beside a stand-in for nbformat."""

    def find_spec(self, fullname: str, path: object = None, target: object = None) -> ModuleSpec | None:  # noqa: ARG002 - Python's
        """Return where the renderers are; nothing for any other module."""
        if fullname != RENDERERS:
            return None
        sys.meta_path.remove(self)
        spec = find_spec(fullname)
        if spec is not None and spec.loader is not None:
            spec.loader = _BesideAStandIn(spec.loader)
        return spec


class _BesideAStandIn(Loader):
    def __init__(self, loader: Loader) -> None:
        self._loader = loader

    def create_module(self, spec: ModuleSpec) -> ModuleType | None:
        return self._loader.create_module(spec)

    def exec_module(self, module: ModuleType) -> None:
        """Load a module while there is a stand-in; who imports nbformat later has the real one."""
        there = None if ASKED_FOR in sys.modules else stand_in()
        if there is not None:
            sys.modules[ASKED_FOR] = there
        try:
            self._loader.exec_module(module)
        finally:
            if there is not None:
                del sys.modules[ASKED_FOR]


def stand_in() -> ModuleType | None:
    """Return a module that has the version of nbformat and nothing else; None where there is no nbformat."""
    module = ModuleType(ASKED_FOR)
    try:
        module.__dict__["__version__"] = version(ASKED_FOR)
    except PackageNotFoundError:
        return None
    return module
