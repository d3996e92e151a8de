"""The site is served packed where the browser takes that, with the types that browsers insist on, and nothing else."""

from __future__ import annotations

import gzip
from typing import TYPE_CHECKING
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

from tests.browser.site import Served, served

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Served]:
    folder = tmp_path / "site"
    folder.mkdir()
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    (folder / "index.html").write_text("<p>Here</p>", encoding="utf-8")
    (folder / "a.wasm").write_bytes(b"wasm")
    (folder / "a.wasm.gz").write_bytes(gzip.compress(b"wasm"))
    with served(folder) as running:
        yield running


def test_a_packed_copy_is_sent_where_it_is_taken(site: Served) -> None:
    with urlopen(Request(f"{site.address}a.wasm", headers={"Accept-Encoding": "gzip"})) as answer:
        assert answer.headers["Content-Encoding"] == "gzip"
        assert answer.headers["Content-Type"] == "application/wasm"
        assert gzip.decompress(answer.read()) == b"wasm"
        mark = answer.headers["Etag"]
    with urlopen(f"{site.address}a.wasm") as answer:
        assert answer.headers["Content-Encoding"] is None
        assert answer.read() == b"wasm"
    same = Request(f"{site.address}a.wasm", headers={"Accept-Encoding": "gzip", "If-None-Match": mark})
    with pytest.raises(HTTPError) as told:
        urlopen(same)
    assert told.value.code == 304


def test_the_first_page_is_the_sites_own_and_nothing_outside_is_given(site: Served) -> None:
    with urlopen(site.address) as answer:
        assert answer.read() == b"<p>Here</p>"
    for path in ("../secret.txt", "%2e%2e/secret.txt", "..%2fsecret.txt"):
        with pytest.raises(HTTPError):
            urlopen(f"{site.address}{path}")
