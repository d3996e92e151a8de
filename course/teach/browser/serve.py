"""Serve a site on this computer: packed where a packed copy lies beside a file, with the headers that browsers need."""

from __future__ import annotations

import asyncio
import mimetypes
from pathlib import Path
from typing import TYPE_CHECKING

from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets
from tornado.web import Application, StaticFileHandler

if TYPE_CHECKING:
    from collections.abc import Callable

HOST = "127.0.0.1"
TYPES = {
    ".ipynb": "application/json",
    ".js": "text/javascript",
    ".mjs": "text/javascript",
    ".wasm": "application/wasm",
    ".webmanifest": "application/manifest+json",
    ".whl": "application/zip",
}
"""What browsers insist on; a computer's own list may know less."""


class Files(StaticFileHandler):
    """Gives out the files of a site."""

    def _takes_packed(self) -> bool:
        return "gzip" in self.request.headers.get("Accept-Encoding", "")

    @classmethod
    def get_absolute_path(cls, root: str, path: str) -> str:
        """Return where a file is; it stays in the site, however the path is written."""
        return super().get_absolute_path(root, path)

    def validate_absolute_path(self, root: str, absolute_path: str) -> str | None:
        """Return the file that is sent: its packed copy where there is one and the browser takes it."""
        place = super().validate_absolute_path(root, absolute_path)
        self._asked = place or ""
        packed = f"{place}.gz"
        if place and self._takes_packed() and Path(packed).is_file():
            self.set_header("Content-Encoding", "gzip")
            vars(self).pop("_stat_result", None)  # tornado has looked at the file itself
            return packed
        return place

    def get_content_type(self) -> str:
        """Return the type of the file that was asked for, not of its packed copy."""
        suffix = Path(self._asked).suffix
        return TYPES.get(suffix) or mimetypes.guess_type(self._asked)[0] or "application/octet-stream"

    def set_extra_headers(self, path: str) -> None:  # noqa: ARG002 - tornado's own
        """Let the browser ask whether a file is still the same: an answer of some bytes where it is."""
        self.set_header("Cache-Control", "no-cache")
        self.set_header("Vary", "Accept-Encoding")
        self.set_header("X-Content-Type-Options", "nosniff")


def application(site: Path, files: type[Files] = Files) -> Application:
    """Return what serves a site."""
    return Application([(r"/(.*)", files, {"path": str(site), "default_filename": "index.html"})])


async def serve(site: Path, port: int, tell: Callable[[str], None]) -> None:
    """Serve a site on this computer alone until the command is stopped.

    Parameters
    ----------
    port
        The port, or 0 for any that is free.
    tell
        Is told the address.

    Raises
    ------
    OSError
        The port is taken.
    """
    sockets = bind_sockets(port, HOST)
    server = HTTPServer(application(site))
    server.add_sockets(sockets)
    tell(f"http://localhost:{sockets[0].getsockname()[1]}/")
    try:
        await asyncio.Event().wait()
    finally:
        server.stop()
