"""Other processes that share the work of a large class."""

from __future__ import annotations

import signal
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context
from typing import TYPE_CHECKING, ParamSpec, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

T = TypeVar("T")
P = ParamSpec("P")


@contextmanager
def pool(jobs: int) -> Iterator[Executor]:
    """Give so many processes, each started when there is work for it; what has not begun at the end is left out.

    Ctrl+C is for the command alone, which then lets them end without a word.
    """
    ignore = (signal.SIGINT, signal.SIG_IGN)
    started = ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=signal.signal, initargs=ignore)
    try:
        yield started
    finally:
        started.shutdown(cancel_futures=True)


class Here(Executor):
    """Does in this process, and at once, what it is given: for a class so small that others are not worth starting."""

    def submit(self, do: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Return what came of it; what is raised is raised here."""
        done: Future[T] = Future()
        done.set_result(do(*args, **kwargs))
        return done
