"""Processes that share the work leave Ctrl+C to the command, and where they are not worth it one does it alone."""

from __future__ import annotations

import os
import signal
import time

import pytest

from course.teach.collect.processes import Here, pool


def test_a_process_works_and_does_not_hear_ctrl_c() -> None:
    with pool(1) as one:
        assert one.submit(signal.getsignal, signal.SIGINT).result() == signal.SIG_IGN
        assert one.submit(os.getpid).result() != os.getpid()


def test_what_has_not_begun_when_it_ends_is_left_out() -> None:
    with pool(1) as one:
        waiting = [one.submit(time.sleep, 0.1) for _ in range(50)]
        one.submit(time.sleep, 0)
    assert waiting[-1].cancelled()


def test_one_process_does_at_once_what_it_is_given() -> None:
    assert Here().submit(os.getpid).result() == os.getpid()
    with pytest.raises(ZeroDivisionError):
        Here().submit(divmod, 1, 0)
