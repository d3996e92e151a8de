"""What the site is made of: editions of lessons, stand-ins, and a folder that is not written over."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from course.teach.browser import site
from course.teach.browser.packages import used

if TYPE_CHECKING:
    from pathlib import Path


def test_a_folder_with_other_files_stays_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(site.NotEmptyError, match="holds other files"):
        list(site.build(tmp_path, "0"))
    assert [place.name for place in tmp_path.iterdir()] == ["letter.txt"]


def test_what_stands_in_for_a_package_says_why() -> None:
    names = [each["name"] for each in site.stand_ins()["package"]]
    assert {"micropip", "piplite", "ssl", "jedi"} <= set(names)
    assert not set(names) & {item.name for item in used("start", "later")}
    assert all(each["why"].endswith(".") for each in site.stand_ins()["package"])
