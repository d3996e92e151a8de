"""What the tests' JupyterLab loads so that its kernels are forks."""

from __future__ import annotations

from typing import Any

from jupyter_server.services.kernels.kernelmanager import AsyncMappingKernelManager

from tests.forks import forks


class Kernels(AsyncMappingKernelManager):
    """The kernels of a server, each of them a fork of one process."""

    def __init__(self, **more: Any) -> None:
        super().__init__(**more)  # type: ignore[no-untyped-call]
        self._forks = forks()
        self._forks.__enter__()  # until the server ends, and with it the process that is forked
