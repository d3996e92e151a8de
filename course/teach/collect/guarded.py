"""Pages for this computer's own user and nobody else: an address with a token, a cookie, and who asks is checked."""

from __future__ import annotations

import hmac
import secrets
from dataclasses import dataclass, field
from html import escape
from http import HTTPStatus
from typing import Any

from tornado.web import HTTPError, RequestHandler, StaticFileHandler

HOST = "127.0.0.1"
NAMES = (HOST, "localhost")
"""By what names a browser on this computer can ask: another name is that of a page that pretends to be this one."""
READING = {"GET", "HEAD"}
NO_ENTRY = (
    "This page opens with the whole address that stands in the window where the command runs. Copy it from there."
)
OTHER_NAME = "This page answers on this computer only, under the address that the command has printed."
FOREIGN = "Another page has asked for this. Nothing was done."
CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "form-action 'none'; base-uri 'none'; frame-ancestors 'none'"
)
WRITTEN = (
    "default-src 'none'; script-src {script}; style-src 'unsafe-inline'; img-src data:; connect-src 'self'; "
    "form-action 'none'; base-uri 'none'; frame-ancestors 'none'"
)
"""What a page may do that was written to a file: its own rules, which stand in it, are as strict or stricter."""
WITH_SCRIPT = WRITTEN.format(script="'unsafe-inline'")
WITHOUT_SCRIPT = WRITTEN.format(script="'none'")
ENTRY = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Between the Lines</title><link rel="icon" href="data:,">
<meta http-equiv="refresh" content="0; url=/"></head><body><p><a href="/">Go on</a></p></body></html>
"""
"""A page that goes on by itself: the next request then comes from our own page, and the strict cookie comes with it."""
REFUSAL = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Between the Lines</title><link rel="icon" href="data:,"></head>
<body><main><h1>Not here</h1><p>{said}</p></main></body></html>
"""


@dataclass(frozen=True)
class Guard:
    """Who may come in.

    Attributes
    ----------
    port
        The port that is listened on.
    token, secret
        What stands in the address, and what the browser is given in its place.
    """

    port: int
    token: str = field(default_factory=lambda: secrets.token_urlsafe(24))
    secret: str = field(default_factory=lambda: secrets.token_urlsafe(24))

    @property
    def cookie(self) -> str:
        """Return the name of the cookie; ports of one computer share theirs."""
        return f"btl-collect-{self.port}"

    @property
    def address(self) -> str:
        """Return the address to open."""
        return f"http://{HOST}:{self.port}/?token={self.token}"

    @property
    def hosts(self) -> set[str]:
        """Return what a browser calls this server."""
        return {f"{name}:{self.port}" for name in NAMES}


def same(given: str | None, wanted: str) -> bool:
    """Return whether a secret is the one that is wanted, in a time that tells nothing of it."""
    return given is not None and hmac.compare_digest(given.encode("utf-8", "replace"), wanted.encode())


class Guarded(RequestHandler):
    """A page or an answer for this computer's own user."""

    guard: Guard
    rules = CSP

    def initialize(self, guard: Guard, **others: Any) -> None:  # noqa: ANN401 - what a page needs is its own
        """Keep what the page needs."""
        self.guard = guard
        for name, value in others.items():
            setattr(self, name, value)

    def set_default_headers(self) -> None:
        """Let nothing be kept, guessed, framed or told to others."""
        self.clear_header("Server")
        self.set_header("Cache-Control", "no-store")
        self.set_header("Content-Security-Policy", self.rules)
        self.set_header("Cross-Origin-Resource-Policy", "same-origin")
        self.set_header("Cross-Origin-Opener-Policy", "same-origin")
        self.set_header("Referrer-Policy", "no-referrer")
        self.set_header("X-Content-Type-Options", "nosniff")

    def prepare(self) -> None:
        """Let in who has the token or the cookie, asks this computer by its own name, and writes from our own page.

        Raises
        ------
        HTTPError
            Somebody else asks.
        """
        if self.request.host.lower() not in self.guard.hosts:
            raise HTTPError(HTTPStatus.FORBIDDEN, reason=OTHER_NAME)
        token = self.get_query_argument("token", None)
        if self.request.method in READING and same(token, self.guard.token):
            self.set_cookie(self.guard.cookie, self.guard.secret, path="/", httponly=True, samesite="Strict")
            self.finish(ENTRY)
        elif not same(self.get_cookie(self.guard.cookie), self.guard.secret):
            raise HTTPError(HTTPStatus.FORBIDDEN, reason=NO_ENTRY)
        elif self.request.method not in READING and self.request.headers.get("Origin") != f"http://{self.request.host}":
            raise HTTPError(HTTPStatus.FORBIDDEN, reason=FOREIGN)

    def write_error(self, status_code: int, **_: Any) -> None:  # noqa: ANN401 - tornado's own
        """Say what is the matter, with nothing of the program in it."""
        said = {HTTPStatus.FORBIDDEN: self._reason, HTTPStatus.NOT_FOUND: "There is no such page."}
        sentence = said.get(HTTPStatus(status_code), "Something did not work. The window of the command says more.")
        self.set_status(status_code, HTTPStatus(status_code).phrase)
        self.finish(REFUSAL.format(said=escape(sentence)))


class Icon(Guarded):
    """The small picture of a tab, which browsers ask every server for: there is none."""

    def get(self) -> None:
        """Say that there is none, and that this is no fault."""
        self.set_status(HTTPStatus.NO_CONTENT)
        self.finish()


class Nowhere(Guarded):
    """An address that there is not."""

    def prepare(self) -> None:
        """Check who asks, and say that there is nothing.

        Raises
        ------
        HTTPError
            Always.
        """
        super().prepare()
        if not self._finished:
            raise HTTPError(HTTPStatus.NOT_FOUND)


class Written(Guarded, StaticFileHandler):
    """A file that was written: the report, a table, a learner's page. No hidden one, and none from elsewhere."""

    def initialize(self, guard: Guard, path: str) -> None:  # type: ignore[override]
        """Keep the guard and the folder."""
        Guarded.initialize(self, guard)
        StaticFileHandler.initialize(self, path)

    def validate_absolute_path(self, root: str, absolute_path: str) -> str | None:
        """Return the path, unless it is hidden or elsewhere.

        Raises
        ------
        HTTPError
            There is no such file here.
        """
        if any(part.startswith(".") for part in self.path_args[0].split("/")):
            raise HTTPError(HTTPStatus.NOT_FOUND)
        return super().validate_absolute_path(root, absolute_path)

    def set_extra_headers(self, path: str) -> None:
        """Let a learner's page run nothing; the report has a script of ours."""
        self.set_header("Cache-Control", "no-store")
        self.set_header("Content-Security-Policy", WITH_SCRIPT if path == "report.html" else WITHOUT_SCRIPT)
