"""A page that is served in a thread of the tests, and a browser of a few lines that asks it."""

from __future__ import annotations

import asyncio
import json
import threading
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from course.teach.collect.served.guarded import HOST
from course.teach.collect.served.serving import served

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterator

    from tornado.web import Application

    from course.teach.collect.served.guarded import Guard


@dataclass
class Answer:
    """What came back."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()

    @property
    def data(self) -> Any:
        return json.loads(self.body)


@dataclass
class Visitor:
    """Who asks, with the cookie that was given."""

    guard: Guard
    headers: dict[str, str] = field(default_factory=dict)

    def ask(self, path: str, method: str = "GET", body: Any = None, **headers: str) -> Answer:
        connection = HTTPConnection(HOST, self.guard.port, timeout=30)
        try:
            connection.request(method, path, body, {**self.headers, **headers})
            answer = connection.getresponse()
            return Answer(answer.status, dict(answer.getheaders()), answer.read())
        finally:
            connection.close()

    def enter(self) -> Visitor:
        """Come in by the address that is printed, as the teacher's browser does, and write from our own page."""
        given = self.ask(f"/?token={self.guard.token}").headers["Set-Cookie"]
        self.headers = {"Cookie": given.partition(";")[0], "Origin": f"http://{HOST}:{self.guard.port}"}
        return self

    def put(self, path: str, body: bytes = b"{}", **query: str) -> Any:
        return self.ask(f"/file?{urlencode({'path': path, **query})}", "PUT", body).data

    def order(self, what: str) -> Any:
        return self.ask(f"/{what}", "POST", b"").data


@contextmanager
def visited(
    application: Callable[[Guard], Application], beside: Callable[[], Awaitable[None]] | None = None
) -> Iterator[Guard]:
    """Serve a page in a thread, with something that runs beside it; yield its guard."""
    there: list[tuple[Guard, asyncio.AbstractEventLoop, asyncio.Event]] = []
    ready = threading.Event()

    async def run() -> None:
        ended = asyncio.Event()
        async with served(application) as guard:
            there.append((guard, asyncio.get_running_loop(), ended))
            running = asyncio.ensure_future(beside()) if beside else None
            ready.set()
            await ended.wait()
            if running:
                running.cancel()

    thread = threading.Thread(target=lambda: asyncio.run(run()))
    thread.start()
    assert ready.wait(10)
    guard, loop, ended = there[0]
    try:
        yield guard
    finally:
        loop.call_soon_threadsafe(ended.set)
        thread.join(30)
