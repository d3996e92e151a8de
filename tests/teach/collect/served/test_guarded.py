"""Who may open the page: the user of this computer, by the address that was printed; no other page, name or program."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tornado.web import Application

from course.teach.collect.served.guarded import Guard, Guarded, Nowhere, Written
from tests.teach.collect.visits import Visitor, visited

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

DONE: list[str] = []


class Page(Guarded):
    """A page."""

    def get(self) -> None:
        self.finish("the page")

    def post(self) -> None:
        DONE.append("done")
        self.finish("done")


class Failing(Guarded):
    """A page with a fault."""

    def get(self) -> None:
        message = "a secret of the program"
        raise RuntimeError(message)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    out = tmp_path / "out"
    (out / "feedback").mkdir(parents=True)
    for name in ("report.html", "feedback/Ada.html", ".collect.sqlite", "gradebook.csv"):
        (out / name).write_text(name, encoding="utf-8")
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    return out


@pytest.fixture
def guard(folder: Path) -> Iterator[Guard]:
    def application(guard: Guard) -> Application:
        needs = {"guard": guard}
        return Application(
            [
                ("/", Page, needs),
                ("/failing", Failing, needs),
                ("/out/(.*)", Written, {"guard": guard, "path": str(folder)}),
            ],
            default_handler_class=Nowhere,
            default_handler_args=needs,
            log_function=lambda _: None,
        )

    DONE.clear()
    with visited(application) as guard:
        yield guard


@pytest.fixture
def visitor(guard: Guard) -> Visitor:
    return Visitor(guard).enter()


def test_the_token_is_turned_into_a_strict_cookie_that_no_script_reads(guard: Guard) -> None:
    answer = Visitor(guard).ask(f"/?token={guard.token}")
    cookie = answer.headers["Set-Cookie"]
    assert answer.status == 200
    assert {"HttpOnly", "SameSite=Strict", "Path=/"} <= set(cookie.split("; "))
    assert guard.token not in cookie
    assert 'content="0; url=/"' in answer.text, "our own page asks next, so that the strict cookie comes with it"
    assert "the page" not in answer.text


def test_with_the_cookie_the_page_opens(visitor: Visitor) -> None:
    assert visitor.ask("/").text == "the page"
    assert visitor.ask("/", Host=f"localhost:{visitor.guard.port}").text == "the page"


@pytest.mark.parametrize("path", ["/", "/out/report.html", "/elsewhere", "/?token=", "/?token=guess", "/?token=%C3%A9"])
def test_without_token_and_cookie_nothing_opens(guard: Guard, path: str) -> None:
    for cookie in ({}, {"Cookie": f"{guard.cookie}=guess"}, {"Cookie": f"{guard.cookie}={guard.token}"}):
        answer = Visitor(guard).ask(path, **cookie)
        assert answer.status == 403
        assert "Copy it from there" in answer.text


@pytest.mark.parametrize("host", ["evil.example", "evil.example:80", "127.0.0.1", "127.0.0.1.evil.example", "[::1]"])
def test_another_name_is_refused_even_with_the_cookie(visitor: Visitor, host: str) -> None:
    for path in ("/", f"/?token={visitor.guard.token}"):
        answer = visitor.ask(path, Host=host)
        assert answer.status == 403
        assert "on this computer only" in answer.text


@pytest.mark.parametrize("origin", ["https://evil.example", "null", "", "http://localhost", "http://127.0.0.1:1"])
def test_another_page_cannot_write(visitor: Visitor, origin: str) -> None:
    answer = visitor.ask("/", "POST", b"", Origin=origin)
    assert (answer.status, DONE) == (403, [])
    del visitor.headers["Origin"]
    assert visitor.ask("/", "POST", b"").status == 403
    assert visitor.ask(f"/?token={visitor.guard.token}", "POST", b"").status == 403
    assert DONE == []


def test_our_own_page_can_write(visitor: Visitor) -> None:
    assert visitor.ask("/", "POST", b"").text == "done"
    assert DONE == ["done"]


@pytest.mark.parametrize("path", ["/", "/nowhere", "/failing", "/out/report.html"])
def test_nothing_is_kept_framed_guessed_or_told(visitor: Visitor, path: str) -> None:
    headers = visitor.ask(path).headers
    assert headers["Cache-Control"] == "no-store"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert "default-src 'none'" in headers["Content-Security-Policy"]
    assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
    assert "Server" not in headers


def test_an_error_tells_nothing_of_the_program(visitor: Visitor) -> None:
    answer = visitor.ask("/failing")
    assert answer.status == 500
    assert "The window of the command says more" in answer.text
    assert "secret" not in answer.text


def test_what_was_written_opens_and_a_learners_page_runs_no_script(visitor: Visitor) -> None:
    assert visitor.ask("/out/feedback/Ada.html").text == "feedback/Ada.html"
    assert "script-src 'none'" in visitor.ask("/out/feedback/Ada.html").headers["Content-Security-Policy"]
    assert "script-src 'unsafe-inline'" in visitor.ask("/out/report.html").headers["Content-Security-Policy"]


@pytest.mark.parametrize(
    "path",
    [".collect.sqlite", "../secret.txt", "..%2fsecret.txt", "feedback/..%2f..%2fsecret.txt", "no.html", "", "feedback"],
)
def test_nothing_hidden_and_nothing_beside_it_opens(visitor: Visitor, path: str) -> None:
    answer = visitor.ask(f"/out/{path}")
    assert answer.status in {403, 404}
    assert "secret" not in answer.text


def test_each_run_has_a_token_of_its_own() -> None:
    assert Guard(1).token != Guard(1).token
    assert len(Guard(1).token) >= 32
