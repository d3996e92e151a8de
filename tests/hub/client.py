"""A learner as JupyterLab makes one: signs in, waits for the server, opens a lesson, runs its cells over a websocket."""

from __future__ import annotations

import asyncio
import json
import random
import re
import time
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any
from urllib.parse import quote
from uuid import uuid4

import httpx
from jupyter_client.session import Session
from jupyter_server.services.kernels.connection.base import deserialize_msg_from_ws_v1, serialize_msg_to_ws_v1
from tornado.httpclient import HTTPRequest
from tornado.websocket import WebSocketClientConnection, WebSocketProtocol13, websocket_connect

from hub.names import account
from tests.hub.running import WORD, password

PROTOCOL = "v1.kernel.websocket.jupyter.org"
SECONDS = 240
"""How long anything may take."""
PAUSE = 0.5
TRIES = 200
_dice = random.Random(3)  # noqa: S311 - no secret
STILL = "".join(f'<path d="M{_dice.uniform(0, 800):.1f},{_dice.uniform(0, 800):.1f}h12"/>' for _ in range(500))
"""A page sends each figure's still to Python, so that it is saved: one of the course's is about as long."""
BUSY = {HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.SERVICE_UNAVAILABLE, 424}
XSRF = re.compile(r'name="_xsrf" value="([^"]+)"')


class RefusedError(Exception):
    """Somebody was not let in; the message is what the page says."""


@dataclass
class Ran:
    """What came of the cells of a notebook.

    Attributes
    ----------
    seconds
        From the first message to the last.
    sent, received
        Bytes of the messages.
    sent_packed, received_packed
        The same as they went over the net: browsers and the server pack them.
    errors
        What went wrong in cells.
    printed
        What the cells printed.
    kinds
        How many bytes came, by the kind of message.
    """

    seconds: float = 0.0
    sent: int = 0
    received: int = 0
    sent_packed: int = 0
    received_packed: int = 0
    errors: list[str] = field(default_factory=list)
    printed: str = ""
    kinds: dict[str, int] = field(default_factory=dict)


@dataclass
class Learner:
    """Somebody with a browser."""

    address: str
    name: str
    http: httpx.AsyncClient = field(init=False)
    waited: int = 0

    def __post_init__(self) -> None:
        """Begin with an empty browser that asks no other computer."""
        self.http = httpx.AsyncClient(base_url=self.address, timeout=SECONDS, follow_redirects=True, trust_env=False)

    @property
    def account(self) -> str:
        """Return the name of the account."""
        return account(self.name)

    @property
    def base(self) -> str:
        """Return where the own server is."""
        return f"/user/{self.account}"

    async def sign_in(self, *, word: str = WORD, secret: str = "") -> None:
        """Sign in.

        Raises
        ------
        RefusedError
            The page says why not.
        """
        page = await self.ask("GET", "/hub/login")
        [xsrf] = XSRF.findall(page.text)[:1]
        form = {"username": self.name, "password": secret or password(self.name), "otp": word, "_xsrf": xsrf}
        answer = await self.http.post(
            "/hub/login", data=form, headers={"Sec-Fetch-Mode": "navigate"}, follow_redirects=False
        )
        if answer.status_code != HTTPStatus.FOUND:
            [said] = re.findall(r'<p class="login_error">(.*?)</p>', answer.text, re.DOTALL)
            raise RefusedError(said)

    async def start(self) -> float:
        """Have the own server started, and come to its page; return how many seconds that took."""
        begun = time.perf_counter()
        await self.ask("GET", f"/hub/spawn/{self.account}")
        for _ in range(TRIES):
            page = await self.ask("GET", f"{self.base}/lab")
            if page.status_code == HTTPStatus.OK and page.url.path.startswith(httpx.URL(self.base).path + "/"):
                return time.perf_counter() - begun
            await asyncio.sleep(PAUSE)
        message = f"the server of {self.name} did not start: {page.status_code} {page.url}"
        raise TimeoutError(message)

    async def ask(self, method: str, path: str, body: Any = None) -> httpx.Response:
        """Ask for something as the page does; who is told to come again later does so."""
        for _ in range(TRIES):
            mine = quote(path.partition("?")[0])
            cookies = [each for each in self.http.cookies.jar if each.name == "_xsrf" and mine.startswith(each.path)]
            mark = [each.value for each in sorted(cookies, key=lambda each: -len(each.path))]
            headers = {"X-XSRFToken": str(mark[0])} if mark and method != "GET" else {}
            answer = await self.http.request(method, path, json=body, headers=headers)
            if answer.status_code not in BUSY:
                return answer
            self.waited += 1
            await asyncio.sleep(float(answer.headers.get("Retry-After", PAUSE)) if self.waited > 1 else PAUSE)
        return answer

    async def read(self, path: str) -> httpx.Response:
        """Ask the own server for a file."""
        return await self.ask("GET", f"{self.base}/api/contents/{path}?content=1")

    async def run(self, notebook: str, *more: str) -> Ran:
        """Open a notebook, run all its cells in their order, and then some more lines."""
        cells = (await self.read(notebook)).json()["content"]["cells"]
        code = ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "code"]
        asked = {"path": notebook, "name": "", "type": "notebook", "kernel": {"name": "python3"}}
        session = (await self.ask("POST", f"{self.base}/api/sessions", asked)).json()
        return await self.execute(session["kernel"]["id"], [*code, *more])

    async def execute(self, kernel: str, code: list[str]) -> Ran:
        """Run cells in a kernel, as JupyterLab does when it is told to run all: it sends them at once."""
        ran, begun = Ran(), time.perf_counter()
        url = f"{self.address.replace('http', 'ws', 1)}{httpx.URL(self.base).raw_path.decode()}/api/kernels/{kernel}/channels"
        cookies = "; ".join(f"{each.name}={each.value}" for each in self.http.cookies.jar if self._is_of(each.path))
        ask = HTTPRequest(f"{url}?session_id={uuid4().hex}", headers={"Cookie": cookies}, request_timeout=SECONDS)
        wire = await websocket_connect(ask, subprotocols=[PROTOCOL], max_message_size=2**27, compression_options={})
        talk = Talk(wire, ran)
        try:
            await asyncio.wait_for(talk.all_of(code), SECONDS)
        finally:
            if isinstance(wire.protocol, WebSocketProtocol13):
                ran.sent_packed, ran.received_packed = wire.protocol._wire_bytes_out, wire.protocol._wire_bytes_in
            wire.close()
        ran.seconds = time.perf_counter() - begun
        return ran

    def _is_of(self, path: str) -> bool:
        return path == "/" or path.rstrip("/") == httpx.URL(self.base).raw_path.decode()


@dataclass
class Talk:
    """What goes over a websocket with a kernel."""

    wire: WebSocketClientConnection
    ran: Ran
    session: Session = field(default_factory=Session)

    async def all_of(self, code: list[str]) -> None:
        """Send cells, answer what widgets say, and return when all is done."""
        await self.send("shell", "kernel_info_request", {})
        await self.send("shell", "comm_info_request", {"target_name": "jupyter.widget"})
        waiting = set()
        for each in code:
            content = {
                "code": each,
                "silent": False,
                "store_history": True,
                "user_expressions": {},
                "allow_stdin": True,
            }
            waiting.add(await self.send("shell", "execute_request", {**content, "stop_on_error": True}))
        idle = set(waiting)
        while waiting or idle:
            message = await self.receive()
            kind, about = message["msg_type"], message["parent_header"].get("msg_id")
            content = message["content"]
            if kind == "execute_reply":
                waiting.discard(about)
                self.ran.errors += [] if content["status"] == "ok" else [f"{content.get('ename', content['status'])}"]
            elif kind == "status" and content["execution_state"] == "idle":
                idle.discard(about)
            elif kind == "stream":
                self.ran.printed += content["text"]
            elif kind == "comm_open":
                await self.draw(content)

    async def draw(self, content: dict[str, Any]) -> None:
        """Send what a page sends when it has drawn a figure: its still."""
        if content["data"].get("state", {}).get("drawn", "{}") != "{}":
            state = {"method": "update", "state": {"still": STILL}, "buffer_paths": []}
            await self.send("shell", "comm_msg", {"comm_id": content["comm_id"], "data": state})

    async def send(self, channel: str, kind: str, content: dict[str, Any]) -> str:
        """Send a message; return its number."""
        message = self.session.msg(kind, content)
        framed = serialize_msg_to_ws_v1(message, channel, self.session.pack)  # type: ignore[no-untyped-call]
        self.ran.sent += len(framed)
        await self.wire.write_message(framed, binary=True)
        return str(message["header"]["msg_id"])

    async def receive(self) -> dict[str, Any]:
        """Return the next message.

        Raises
        ------
        ConnectionError
            The connection has ended.
        """
        got = await self.wire.read_message()
        if not isinstance(got, bytes):
            message = f"the websocket has ended: {self.wire.close_reason}"
            raise ConnectionError(message)
        _, parts = deserialize_msg_from_ws_v1(got)  # type: ignore[no-untyped-call]
        header, parent, _, content = (json.loads(bytes(part)) for part in parts[:4])
        kind = header["msg_type"]
        self.ran.received += len(got)
        self.ran.kinds[kind] = self.ran.kinds.get(kind, 0) + len(got)
        return {"msg_type": kind, "parent_header": parent, "content": content}
