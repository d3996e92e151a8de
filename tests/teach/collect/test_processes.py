"""Processes that share the work leave Ctrl+C to the command."""

from __future__ import annotations

import signal

from course.teach.collect.processes import pool


def test_a_process_works_and_does_not_hear_ctrl_c() -> None:
    with pool(1) as one:
        assert one.submit(signal.getsignal, signal.SIGINT).result() == signal.SIG_IGN
