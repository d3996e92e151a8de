"""A sentence on a file, with a link to download it where there is one."""

from __future__ import annotations

import base64
import re

from course.questions.said import Said

DOWNLOAD = re.compile(r'href="data:application/json;base64,([^"]*)"')


def test_the_link_holds_the_file_itself_under_its_name() -> None:
    content = '{"notes": {"a": "\N{LATIN SMALL LETTER E WITH ACUTE} <b>"}}'
    html = Said("1 answer saved in mine.json.", "mine.json", content)._repr_html_()
    [data] = DOWNLOAD.findall(html)
    assert base64.b64decode(data).decode() == content
    assert 'download="mine.json"' in html
    assert "Download it" in html


def test_without_a_file_there_is_a_sentence_and_no_link() -> None:
    said = Said("There is no file <x> here.")
    assert str(said) == repr(said) == "There is no file <x> here."
    assert "There is no file &lt;x&gt; here." in said._repr_html_()
    assert "href" not in said._repr_html_()
