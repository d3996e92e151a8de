"""What a learner's programs may take of the computer, and with whose rights they run.

Where systemd runs, it holds the limits for all programs of a learner together. Elsewhere Linux holds them for each
program, and lets the hub itself go first.
"""

from __future__ import annotations

import os
import resource
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from hub.places import TEACHERS

if TYPE_CHECKING:
    from collections.abc import Callable

SYSTEMD = Path("/run/systemd/system")
"""It is there where systemd runs."""
PROGRAMS = 512
"""How many programs, and threads of these, a learner may have at once."""
NICE = 5
MEGA = 1024 * 1024
OPEN_TO_THE_GROUP = 0o027
"""Homes are shut anyway; what is laid into the folder of hand-ins belongs to the group of the teachers there."""


def has_systemd() -> bool:
    """Return whether systemd runs here."""
    return SYSTEMD.is_dir()


@dataclass(frozen=True)
class Limits:
    """What a learner may take.

    Attributes
    ----------
    memory
        Megabytes.
    cores
        Processor cores.
    """

    memory: int
    cores: float

    def before(self, account: str, number: int, *, teaching: bool, systemd: bool) -> list[str]:
        """Return what stands before a command that root starts, so that it runs as an account and within its limits."""
        groups = f"--groups={TEACHERS}" if teaching else "--clear-groups"
        rights = ["setpriv", f"--reuid={number}", f"--regid={number}", groups, "--no-new-privs", "--"]
        if not systemd:
            return rights
        unit = f"between-the-lines-{number}"
        limits = [f"MemoryMax={self.memory}M", "MemorySwapMax=0", f"CPUQuota={round(100 * self.cores)}%"]
        held = [f"--property={limit}" for limit in (*limits, f"TasksMax={PROGRAMS}")]
        told = f"--description=Between the Lines: {account}"
        return ["systemd-run", "--scope", "--quiet", "--collect", f"--unit={unit}", told, *held, "--", *rights]

    def begin(self, home: Path, *, systemd: bool) -> Callable[[], None]:
        """Return what a new process does before it becomes a learner's: it goes home and takes its limits on."""

        def begun() -> None:
            os.chdir(home)
            os.umask(OPEN_TO_THE_GROUP)
            os.nice(NICE)
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
            if not systemd:
                resource.setrlimit(resource.RLIMIT_DATA, (self.memory * MEGA, self.memory * MEGA))
                if os.geteuid() == 0:  # elsewhere all learners share one account, and so they would this number
                    resource.setrlimit(resource.RLIMIT_NPROC, (PROGRAMS, PROGRAMS))

        return begun
