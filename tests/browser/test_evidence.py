"""The evidence reader in a real browser; the text that is pasted is invented."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from playwright.sync_api import expect

from course.fingerprints import fingerprint

if TYPE_CHECKING:
    from playwright.sync_api import Locator

    from tests.browser.lab import Lab

PASTE = "Put the report’s own words beside ours"
FIELD = "The article’s text"
OWN = "On a sunny hill, we saw more than 100,000 heavily armed troops of tin."
KNOWN = fingerprint(OWN)
INVENTED = f"""from course.fingerprints import Fingerprint
case.fingerprints = {{4: Fingerprint({KNOWN.words}, "{KNOWN.sha256}"), 5: Fingerprint(2, "{"0" * 64}")}}"""
SAVE = """async () => {
    const { commands } = jupyterapp;
    await commands.execute('@jupyter-widgets/jupyterlab-manager:saveWidgetState');
    await commands.execute('docmanager:save');
    await commands.execute('@jupyter-widgets/jupyterlab-manager:saveWidgetState');
}"""
"""Save the notebook with the state of its widgets, as the menu Settings offers it."""


def paragraph(reader: Locator, number: int) -> Locator:
    """The radio button of a paragraph."""
    digest = reader.get_by_role("region", name="The report in our words")
    return digest.get_by_role("radio", name=re.compile(rf"^¶{number}\b"))


def in_view(part: Locator) -> bool:
    """Whether a part stands inside of the pane that scrolls it."""
    return bool(
        part.evaluate(
            """part => {
                const [frame, box] = [part.closest('.btl-pane').getBoundingClientRect(), part.getBoundingClientRect()];
                return box.top >= frame.top && box.bottom <= frame.bottom;
            }"""
        )
    )


def test_by_mouse_a_row_lights_its_paragraph_and_a_paragraph_its_rows(lab: Lab) -> None:
    reader = lab.explorer("evidence(case)")
    rows = reader.get_by_role("region", name="Rows of")
    rows.get_by_label("Extra US troops for Poland and Romania: nearly 3,000").check()
    expect(paragraph(reader, 19)).to_be_checked()
    expect(paragraph(reader, 19)).to_have_attribute("aria-current", "true")
    assert in_view(paragraph(reader, 19))
    assert "".join(reader.locator(".btl-digest mark").all_text_contents()) == "send nearly 3,000"
    expect(rows.get_by_text("nearly: The true count is a little lower than the number.")).to_be_visible()
    expect(reader.get_by_text("Who says so? The report names somebody: United States.")).to_be_visible()
    expect(reader.locator("[aria-current] + span", has_text="US soldiers at bases")).to_be_visible()

    paragraph(reader, 4).check()
    expect(reader.get_by_role("combobox", name="Table")).to_have_value("all tables")
    expect(reader.get_by_text("Paragraph 4 became 9 rows in 6 tables.")).to_be_visible()
    expect(rows.locator(".btl-lit")).to_have_count(9)
    assert in_view(rows.locator(".btl-lit").first)
    reader.get_by_role("combobox", name="Table").select_option("relations")
    expect(reader.get_by_role("status").get_by_text("The list shows relations now: 29 rows.")).to_be_visible()
    expect(rows.locator(".btl-lit")).to_have_count(3)
    reader.get_by_role("button", name="Choose nothing").click()
    expect(rows.locator(".btl-lit")).to_have_count(0)
    assert (lab.said, lab.asked) == ([], [])


def test_by_keyboard_alone_and_back_after_scrolling_away(lab: Lab) -> None:
    reader = lab.explorer("evidence(case)")
    reader.get_by_role("combobox", name="Table").focus()
    lab.press("Tab")
    expect(reader.get_by_text(PASTE)).to_be_focused()
    lab.press("Tab", "Tab", "Space")
    expect(reader.get_by_label("numbers")).to_be_checked()
    lit = reader.locator(".btl-digest .btl-lit-number").first
    expect(lit).to_have_css("border-bottom-width", "2px")
    expect(reader.locator(".btl-digest .btl-lit-day").first).to_have_css("border-bottom-width", "0px")
    lab.press(*["Tab"] * 4)
    expect(reader.get_by_role("region", name="The report in our words")).to_be_focused()
    lab.press("Tab", "Space")
    expect(paragraph(reader, 1)).to_be_checked()
    lab.press("ArrowDown", "ArrowDown")
    expect(reader.get_by_text("Paragraph 3 became 8 rows in 3 tables.")).to_be_visible()
    expect(paragraph(reader, 3)).to_be_focused()
    terms = reader.locator(".btl-digest summary")
    lab.press("Tab", "Tab", "Enter")
    expect(terms.filter(has_text="sovereignty")).to_be_focused()
    expect(reader.locator("details[open]")).to_have_text("sovereignty (the right of a country to rule itself)")
    for _ in range(terms.count()):
        lab.press("Tab")
        if reader.get_by_role("region", name="Rows of all tables").evaluate("node => node === document.activeElement"):
            break
    expect(reader.get_by_role("region", name="Rows of all tables")).to_be_focused()
    lab.press("Tab", "Space", "ArrowDown", "ArrowDown")
    expect(reader.get_by_text("Row france of actors rests on paragraph 1: “French President”.")).to_be_visible()
    expect(reader.get_by_role("radio", name="France ¶1")).to_be_focused()
    lab.scroll_away_and_back(reader)
    expect(reader.get_by_role("radio", name="France ¶1").first).to_be_checked()
    expect(reader.locator("dd").get_by_text("offers to lead a mission in Romania")).to_be_visible()
    assert (lab.said, lab.asked) == ([], [])


def test_a_pasted_text_is_shown_and_saved_nowhere(lab: Lab) -> None:
    lab.open_with(INVENTED, 'explorer = course.explore.evidence(case, row="m2")\nexplorer', "explorer")
    first, again = (lab.page.locator(".btl-reader").nth(place) for place in (0, 1))
    first.get_by_text(PASTE).click()
    first.get_by_label(FIELD).fill(f"Advert\n{OWN.upper()}\nMore adverts")
    first.get_by_role("button", name="Find the paragraphs").click()
    expect(first.get_by_role("status")).to_contain_text("1 of 2 paragraphs recognised.")
    expect(first.get_by_role("status")).to_contain_text("Paragraph 5 is not in what you pasted")
    expect(first.get_by_label(FIELD)).to_have_value("")
    expect(first.locator("blockquote mark")).to_have_text("MORE THAN 100,000 HEAVILY ARMED TROOPS")
    expect(first.get_by_text("ON A SUNNY HILL, WE SAW")).to_be_visible()
    expect(again.locator("blockquote mark")).to_have_text("MORE THAN 100,000 HEAVILY ARMED TROOPS")

    lab.page.evaluate(SAVE)
    saved = (lab.folder / "notebooks" / "scratch.ipynb").read_text(encoding="utf-8")
    widgets = json.loads(saved)["metadata"]["widgets"]
    assert "Russian troops around Ukraine" in json.dumps(widgets), "the state of the reader is saved"
    assert "sunny hill" not in saved.lower()
    kept = [
        path.name for path in lab.folder.rglob("*") if path.is_file() and b"sunny hill" in path.read_bytes().lower()
    ]
    assert kept == []

    first.get_by_role("button", name=PASTE).click()
    first.get_by_role("button", name="Forget the text").click()
    expect(first.locator("blockquote mark")).to_have_count(0)
    expect(again.locator("blockquote mark")).to_have_count(0)
    assert (lab.said, lab.asked) == ([], [])


def test_nothing_is_cut_and_axe_finds_nothing(lab: Lab) -> None:
    reader = lab.explorer('evidence(case, "all tables", "statements.s10")')
    expect(reader.get_by_text("Emmanuel Macron: Russia acts as a “power").first).to_be_visible()
    reader.get_by_text(PASTE).click()
    for width in lab.looks():
        lab.fits(reader)
        assert lab.violations() == []
        panes = [
            reader.get_by_role("region", name=name).bounding_box() for name in ("The report in our words", "Rows of")
        ]
        assert panes[0] is not None
        assert panes[1] is not None
        beside = abs(panes[0]["y"] - panes[1]["y"]) < 1
        assert beside == (width >= 900)


def test_a_passage_is_lit_by_mouse_and_by_keyboard_and_its_terms_open(lab: Lab) -> None:
    lab.open_with("case.read(4, 19)", 'course.note("a", "b")')
    passage = lab.page.locator(".btl-reading")
    number, hedge = passage.locator(".btl-p .btl-lit-number").first, passage.locator(".btl-p .btl-lit-hedge").first
    passage.get_by_text("numbers", exact=True).click()
    expect(number).to_have_css("border-bottom-width", "2px")
    expect(hedge).to_have_css("border-bottom-width", "0px")
    lab.press("Tab", "Space")
    expect(hedge).to_have_css("border-bottom-width", "2px")
    assert number.evaluate("n => getComputedStyle(n).color") != hedge.evaluate("n => getComputedStyle(n).color")
    expect(passage.locator("details[open]")).to_have_count(0)
    lab.press("Tab", "Tab", "Tab", "Enter")
    expect(passage.locator("summary", has_text="Soviet republic")).to_be_focused()
    expect(passage.locator("details[open]")).to_contain_text("(one of the fifteen countries")
    for _ in lab.looks():
        assert lab.violations() == []
    assert (lab.said, lab.asked) == ([], [])
