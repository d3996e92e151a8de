"""A site that is settled looks after a learner's copies first, keeps itself in the browser, and has packed copies."""

from __future__ import annotations

import gzip
import json
import re
from typing import TYPE_CHECKING

from course.teach.browser import worker

if TYPE_CHECKING:
    from pathlib import Path

PAGE = "<html><head><title>JupyterLite</title></head><script>await import('../config-utils.js')</script></html>"


def site(folder: Path) -> Path:
    for name, text in {
        "lab/index.html": PAGE,
        "service-worker.js": "self.theirs = 1;",
        "build/long.js": "x" * 2000,
        "files/lesson.ipynb": "y" * 2000,
        "short.json": "{}",
    }.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_a_page_looks_after_copies_before_it_starts(tmp_path: Path) -> None:
    worker.settle(site(tmp_path), "<link id=more>")
    page = (tmp_path / "lab" / "index.html").read_text(encoding="utf-8")
    assert page.index("../before.js") < page.index("config-utils.js")
    assert "<title>Between the Lines" in page
    assert "<link id=more>" in page
    assert (tmp_path / "before.js").is_file()


def test_the_worker_knows_each_file_by_its_content_and_not_itself(tmp_path: Path) -> None:
    worker.settle(site(tmp_path))
    text = (tmp_path / "service-worker.js").read_text(encoding="utf-8")
    listed = json.loads(re.match(r"const FILES = (\{.*\});", text)[1])  # type: ignore[index]
    assert {"lab/index.html", "build/long.js", "before.js"} <= set(listed)
    assert worker.WORKER not in listed
    assert text.endswith("self.theirs = 1;")
    before = worker.marks(tmp_path)
    (tmp_path / "short.json").write_text("[]", encoding="utf-8")
    after = worker.marks(tmp_path)
    assert {name for name in before if before[name] != after[name]} == {"short.json"}


def test_long_texts_have_a_packed_copy_and_a_learners_files_none(tmp_path: Path) -> None:
    worker.settle(site(tmp_path))
    assert gzip.decompress((tmp_path / "build" / "long.js.gz").read_bytes()) == b"x" * 2000
    assert not (tmp_path / "files" / "lesson.ipynb.gz").exists()
    assert not (tmp_path / "short.json.gz").exists()
