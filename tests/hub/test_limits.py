"""What a learner's programs may take: held by systemd where it runs, else by Linux for each program."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from hub.limits import PROGRAMS, Limits

if TYPE_CHECKING:
    from pathlib import Path

LIMITS = Limits(512, 1.5)
as_root = pytest.mark.skipif(os.geteuid() != 0 or not shutil.which("setpriv"), reason="only root can become another")


def python(code: str, folder: Path, *, systemd: bool = False, before: tuple[str, ...] = ()) -> str:
    """What a program says that runs within the limits."""
    done = subprocess.run(
        [*before, sys.executable, "-c", code], preexec_fn=LIMITS.begin(folder, systemd=systemd),
        capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    return done.stdout + done.stderr


def test_a_program_that_takes_too_much_memory_is_told_so_and_others_go_on(tmp_path: Path) -> None:
    assert "MemoryError" in python("bytearray(600 * 2**20)", tmp_path)
    assert python("print(len(bytearray(100 * 2**20)))", tmp_path) == f"{100 * 2**20}\n"


def test_it_begins_at_home_lets_the_hub_go_first_and_leaves_no_core_behind(tmp_path: Path) -> None:
    code = "import os, resource; print(os.getcwd(), os.nice(0), oct(os.umask(0)), resource.getrlimit(resource.RLIMIT_CORE))"
    assert python(code, tmp_path) == f"{tmp_path} {os.nice(0) + 5} 0o27 (0, 0)\n"


def test_where_systemd_holds_the_limits_nothing_else_does(tmp_path: Path) -> None:
    assert python("print(len(bytearray(600 * 2**20)))", tmp_path, systemd=True) == f"{600 * 2**20}\n"


@as_root
def test_the_number_of_programs_is_limited_and_no_right_comes_back(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    before = LIMITS.before("ada", 70_009, teaching=False, systemd=False)
    code = "grep -E 'Max processes|^Max data' /proc/self/limits; grep -E '^(Uid|Gid|Groups|NoNewPrivs|CapEff)' /proc/self/status"
    done = subprocess.run(
        [*before, "sh", "-c", code], preexec_fn=LIMITS.begin(tmp_path, systemd=False),
        capture_output=True, encoding="utf-8", check=True,
    )  # fmt: skip
    said = " ".join(done.stdout.split())
    assert f"Max processes {PROGRAMS} {PROGRAMS}" in said
    assert f"Max data size {512 * 2**20} {512 * 2**20}" in said
    assert (
        "Uid: 70009 70009 70009 70009 Gid: 70009 70009 70009 70009 Groups: CapEff: 0000000000000000 NoNewPrivs: 1"
        in said
    )


def test_systemd_is_asked_for_one_scope_a_learner_with_all_limits(tmp_path: Path) -> None:
    told = tmp_path / "told"
    stand_in = tmp_path / "systemd-run"
    stand_in.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" > {told}\n', encoding="utf-8")
    stand_in.chmod(0o755)
    command = LIMITS.before("ada", 70_001, teaching=True, systemd=True)
    subprocess.run([*command, "true"], env={"PATH": f"{tmp_path}:{os.environ['PATH']}"}, check=True)
    asked = told.read_text(encoding="utf-8").splitlines()
    assert asked[:6] == [
        "--scope", "--quiet", "--collect", "--unit=between-the-lines-70001", "--description=Between the Lines: ada",
        "--property=MemoryMax=512M",
    ]  # fmt: skip
    assert {"--property=MemorySwapMax=0", "--property=CPUQuota=150%", f"--property=TasksMax={PROGRAMS}"} <= set(asked)
    assert asked[asked.index("--") + 1 :] == [
        "setpriv", "--reuid=70001", "--regid=70001", "--groups=70000", "--no-new-privs", "--", "true",
    ]  # fmt: skip
