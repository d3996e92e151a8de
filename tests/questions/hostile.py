"""Values that do harm when their own code runs: a learner's cell may leave any of them behind."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


class Hostile:
    """A value that raises at whatever is asked of it."""

    def __eq__(self, other: object) -> bool:
        raise RuntimeError

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        raise RuntimeError

    def __len__(self) -> int:
        raise RuntimeError

    def __getattr__(self, name: str) -> object:
        raise RuntimeError


class Text(str):
    """A text whose own methods never come back."""

    __slots__ = ()

    def strip(self, *_: object) -> str:
        raise RuntimeError

    def __str__(self) -> str:
        raise RuntimeError

    def __eq__(self, other: object) -> bool:
        raise RuntimeError

    __hash__ = str.__hash__


class Whole(int):
    """A number whose own methods raise."""

    def __float__(self) -> float:
        raise RuntimeError

    def __eq__(self, other: object) -> bool:
        raise RuntimeError

    __hash__ = int.__hash__


class Several(set[str]):
    """A set that says it is short and never ends."""

    def __iter__(self) -> Iterator[str]:
        while True:
            yield "about"


class Liar:
    """A value that does not say what it is."""

    @property  # type: ignore[misc]
    def __class__(self) -> type:
        raise RuntimeError
