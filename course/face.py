"""A face: a module of names alone, each loaded from its home when it is first used."""

from __future__ import annotations

import sys
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


def face(module: str, homes: Mapping[str, str]) -> tuple[Callable[[str], Any], Callable[[], list[str]]]:
    """Return the `__getattr__` and the `__dir__` of a module whose names come from elsewhere.

    Parameters
    ----------
    module
        The name of the module.
    homes
        The module that each of its names comes from; a name whose home is the face itself is a module in it.
    """

    def load(name: str) -> Any:  # noqa: ANN401 - a function, a class or a module
        if name not in homes:
            message = f"module {module!r} has no attribute {name!r}"
            raise AttributeError(message, name=name, obj=sys.modules[module])
        home = homes[name]
        found = import_module(f"{home}.{name}") if home == module else getattr(import_module(home), name)
        setattr(sys.modules[module], name, found)
        return found

    return load, lambda: sorted(homes)
