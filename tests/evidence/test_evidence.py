"""The evidence reader: what is chosen lights up, and a pasted text is shown and kept nowhere; that text is invented."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

import course
from course.case import Case
from course.evidence.evidence import Settings
from course.fingerprints import fingerprint
from tests.figures.hard_tables import HARD, THOUSAND, changed
from tests.figures.shown import displayed, labels, options
from tests.figures.shown import reader as held
from tests.invented import table

FOUR = "On a sunny hill, we saw more than 100,000 heavily armed troops of tin, raising Western fears of rust."
FIVE = "A toy maker denies everything."


@pytest.fixture
def invented() -> Case:
    """The case, as if its report said something else in two paragraphs."""
    made = course.load()
    made.fingerprints = {4: fingerprint(FOUR), 5: fingerprint(FIVE)}
    return made


@pytest.fixture
def reader(case: Case) -> course.explore.EvidenceReader:
    """A fresh evidence reader."""
    return course.explore.evidence(case)


class Page:
    """What a page does: it sends messages, and gets some."""

    def __init__(self, explorer: course.explore.EvidenceReader, monkeypatch: pytest.MonkeyPatch) -> None:
        """Listen."""
        self.got: list[dict[str, Any]] = []
        self._explorer = explorer
        monkeypatch.setattr(explorer.widget, "send", self.got.append)

    def send(self, **message: object) -> None:
        self._explorer._on_message(None, message, None)

    @property
    def said(self) -> str:
        return str(self.got[-1]["said"])

    @property
    def own(self) -> str:
        """The text that is shown, with its marked parts in brackets."""
        return "".join(f"[{text}]" if marked else text for text, marked in self.got[-1]["own"]["parts"])


def lit(reader: course.explore.EvidenceReader) -> list[str]:
    """The rows of the list that rest on the paragraph that is lit."""
    return [
        name
        for _, rows in held(reader).groups
        for name, *_, paragraph in rows
        if paragraph == held(reader).chosen["paragraph"]
    ]


def test_a_fresh_reader_lists_the_table_and_says_what_to_do(reader: course.explore.EvidenceReader) -> None:
    assert reader.settings == Settings("troops", "", 0)
    assert reader.words == (
        "Table troops: 9 rows from 7 of 19 paragraphs.\n"
        "> Choose a row, and its paragraph lights up. Choose a paragraph, and its rows of all tables light up."
    )
    assert reader.changed == ""
    [[heading, rows]] = held(reader).groups
    assert (heading, len(rows)) == ("", 9)
    assert rows[1] == [
        "troops.m2",
        "Russian troops around Ukraine: more than 100,000",
        "more than 100,000 heavily armed troops",
        4,
    ]
    assert rows[0][1] == "Russia's build-up at the border: no number"
    assert held(reader).title == "Rows of troops"
    assert reader.figure is None


def test_choosing_a_row_lights_its_paragraph_and_shows_its_columns(reader: course.explore.EvidenceReader) -> None:
    reader._on_message(None, {"do": "row", "row": "troops.m9"}, None)
    assert reader.settings == Settings("troops", "m9", 19)
    assert held(reader).chosen["row"] == "troops.m9"
    columns = dict(held(reader).chosen["columns"])
    assert columns["hedge"] == "nearly: The true count is a little lower than the number."
    assert columns["whose"] == columns["source"] == "United States"
    assert columns["may count the same as"] == "Nato's land force in Romania"
    assert not {"paragraph", "wording"} & columns.keys()
    assert lit(reader) == ["troops.m8", "troops.m9"]
    assert reader.words == (
        "Row m9 of troops rests on paragraph 19: “send nearly 3,000 extra troops to”.\n"
        "Who says so? The report names somebody: United States.\n"
        "Paragraph 19 became 15 rows in 7 tables."
    )
    assert reader.changed == "Paragraph 19 is lit, for “Extra US troops for Poland and Romania: nearly 3,000”."


def test_choosing_a_paragraph_lights_its_rows_of_all_tables(reader: course.explore.EvidenceReader) -> None:
    reader._on_message(None, {"do": "paragraph", "paragraph": 11}, None)
    assert reader.settings == Settings("all tables", "", 11)
    assert reader.widget.values["table"] == "all tables"
    assert lit(reader) == ["events.e8"]
    assert [heading for heading, _ in held(reader).groups][:3] == ["¶1 · actors", "¶1 · troops", "¶1 · statements"]
    assert reader.words.startswith("Paragraph 11 became 1 row in 1 table.\n- events: One more call is expected")
    assert reader.changed == "Paragraph 11 is lit, with its 1 row. The list shows all tables now."
    reader._on_message(None, {"do": "clear"}, None)
    assert reader.settings == Settings("all tables", "", 0)
    assert reader.words.startswith("All tables: 122 rows from 19 of 19 paragraphs.")
    assert reader.changed == "Nothing is chosen now."


def test_the_table_filters_the_list_and_the_paragraph_stays_lit(reader: course.explore.EvidenceReader) -> None:
    reader.set(row="m2")
    reader.widget.give("table", "all tables")
    assert reader.settings == Settings("all tables", "m2", 4), "the row is in all tables too"
    reader.widget.give("table", "relations")
    assert reader.settings == Settings("relations", "", 4)
    assert lit(reader) == ["relations.r9", "relations.r10", "relations.r11"]
    assert reader.changed == "The list shows relations now: 29 rows."


def test_settings_go_in_and_out_as_plain_values(reader: course.explore.EvidenceReader) -> None:
    reader.set(row="s10")
    assert reader.settings == Settings("statements", "s10", 9), "the table follows the row"
    assert "Who says so? Emmanuel Macron." in reader.words
    reader.set(paragraph=14)
    assert reader.settings == Settings("statements", "", 14), "a new paragraph lets go of the row"
    assert reader.changed == "Paragraph 14 is lit, with its 9 rows. The list shows only statements."
    reader.set(table="all tables", row="places.ukraine")
    assert reader.settings == Settings("all tables", "places.ukraine", 2), "actors has a row of that name too"
    reader.set(table="places")
    assert reader.settings == Settings("places", "ukraine", 2)
    assert "The table places has no column for that." in reader.words
    reader.set(table="troops")
    assert reader.settings == Settings("troops", "", 2)
    reader.set(row="m1", table="troops")
    assert "Who says so? The report says it itself and names no source." in reader.words


@pytest.mark.parametrize(
    ("bad", "said"),
    [
        ({"table": "trops"}, "There is no table 'trops'. Did you mean 'troops'?"),
        ({"row": "m22"}, "There is no row 'm22'. Did you mean 'm2'?"),
        ({"row": "ukraine"}, "'ukraine' is a row of actors and of places. Say which, as in 'actors.ukraine'."),
        ({"row": "troops.m22"}, "There is no row 'troops.m22'"),
        ({"paragraph": 20}, "The report has no paragraph 20: they run from 1 to 19; 0 is none."),
        ({"paragraph": "4"}, "The report has no paragraph '4'"),
        ({"paragraph": True}, "The report has no paragraph True"),
        ({"row": "m2", "paragraph": 5}, "The row 'm2' of troops rests on paragraph 4, not on 5."),
    ],
)
def test_what_is_unknown_is_named_and_changes_nothing(case: Case, bad: dict[str, Any], said: str) -> None:
    reader = course.explore.evidence(case, row="m7")
    with pytest.raises(ValueError, match=re.escape(said)):
        reader.set(**bad)
    assert reader.settings == Settings("troops", "m7", 17)
    with pytest.raises(ValueError, match=re.escape(said)):
        course.explore.evidence(case, **bad)


def test_a_page_without_a_kernel_has_the_rows_under_each_paragraph(case: Case) -> None:
    bundle = displayed(course.explore.evidence(case, "numbers", paragraph=17))
    page = bundle["text/html"]
    assert page.count("<b>¶") == 19
    assert page.count("<li>numbers:") == 10 + 1, "each row once, and the words on paragraph 17"
    assert (
        "<li>numbers: the mission in Romania: up to 1,000 (soldiers) <q>up to 1,000 troops from various</q></li>"
        in page
    )
    assert bundle["text/plain"].startswith("Paragraph 17 became")
    assert displayed(course.explore.evidence(case, "all tables"))["text/html"].count("<q>") == 122


def test_a_pasted_text_is_shown_with_the_wording_marked(invented: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    reader = course.explore.evidence(invented, row="m2")
    page = Page(reader, monkeypatch)
    assert held(reader).offers
    page.send(do="show")
    assert page.got[-1] == {"own": {"paragraph": 4, "parts": [], "found": False}, "said": ""}
    page.send(do="paste", text=f"Advert\n{FOUR.replace(' ', chr(10))}\nAdvert\n{FIVE}")
    assert page.said == (
        "2 of 2 paragraphs recognised. Choose a paragraph or a row: the report's own words come below ours."
    )
    assert page.own.replace("\n", " ") == (
        "On a sunny hill, we saw [more than 100,000 heavily armed troops] of tin, raising Western fears of rust."
    )
    page.send(do="paragraph", paragraph=4)
    assert page.own.replace("\n", " ") == (
        "On a sunny hill, we saw [more than 100,000 heavily armed troops] of tin, [raising Western fears] of rust."
    ), "with no row chosen the wordings of all its rows are marked; those that overlap are one"
    page.send(do="row", row="statements.s4")
    assert page.own == FIVE, "a wording that is not there marks nothing"
    page.send(do="paragraph", paragraph=6)
    assert page.own == ""
    page.send(do="forget")
    page.send(do="paragraph", paragraph=4)
    assert page.said == "The text is forgotten."


def test_a_pasted_text_is_in_no_trait_and_in_no_output(invented: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    reader = course.explore.evidence(invented, row="m2")
    page = Page(reader, monkeypatch)
    page.send(do="paste", text=f"{FOUR} {FIVE}")
    page.send(do="paragraph", paragraph=4)
    assert "sunny hill" in page.own.replace("[", "")
    state = json.dumps(reader.widget.get_state(), default=str)
    output = json.dumps(displayed(reader), default=str)
    for kept in (state, output, reader.words, reader.changed, repr(reader), str(reader.settings)):
        assert "sunny hill" not in kept
        assert "tin" not in kept.lower().replace("voting", "").split()


def test_a_case_without_fingerprints_offers_no_pasting(case: Case) -> None:
    bare = changed(case, lambda _, table: table)
    assert not held(course.explore.evidence(bare)).offers
    assert held(course.explore.evidence(case)).offers


@pytest.mark.parametrize("how", HARD)
@pytest.mark.parametrize("table", ["troops", "all tables"])
def test_a_hard_case_breaks_nothing(case: Case, how: str, table: str) -> None:
    reader = course.explore.evidence(changed(case, HARD[how]), table)
    for number in (4, 9, 19):
        reader._on_message(None, {"do": "paragraph", "paragraph": number}, None)
        assert reader.words
    page = displayed(reader)["text/html"]
    assert "<b>&" not in page
    assert json.dumps(held(reader).groups)
    if how == "a thousand rows":
        assert len(reader._rows.of["troops"]) == THOUSAND
        assert "and 124 more." in reader.words
    for _, rows in held(reader).groups:
        reader._on_message(None, {"do": "row", "row": rows[-1][0]}, None)
        assert reader.settings.paragraph == rows[-1][3]


def test_every_control_has_a_label(reader: course.explore.EvidenceReader, case: Case) -> None:
    assert labels(reader) == ["Table"]
    assert options(reader, "table")["numbers"] == "numbers (10 rows)"
    assert list(options(reader, "table")) == ["all tables", *case.tables]


def test_a_case_of_any_tables_is_read_and_its_counts_are_listed_first() -> None:
    actors, counts = (
        table("actors", {"actor": "ada", "name": "Ada"}),
        table("counts", {"label": "Boats", "whose": "ada"}),
    )
    flood = Case("my-flood", "A flood", {1: "It rains."}, {"actors": actors, "counts": counts})
    reader = course.explore.evidence(flood)
    assert reader.settings.table == "counts"
    assert list(options(reader, "table")) == ["all tables", "actors", "counts"]
    reader.set(row="c1")
    assert dict(held(reader).chosen["columns"])["other mentions of this"] == "it has only this mention"
    assert course.explore.evidence(Case("a", "A", {1: "x"}, {"actors": actors})).settings.table == "actors"
