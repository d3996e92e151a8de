"""What the controls of a page are written as: what the style sheet and a screen reader go by."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from course.page import controls

if TYPE_CHECKING:
    from course.page.controls import Control
    from tests.browser.blank.blank import Blank

HUE = {"r": "red"}
OPTION = '<label class="btl-option"><input type="KIND" name="ID" value="r"><span dir="auto">red</span></label>'
ONE = f"""<fieldset class="btl-group" data-name="it"><legend>Hue</legend>{OPTION.replace("KIND", "radio")}</fieldset>"""
SOME = f"""<fieldset class="btl-group" data-name="it">{OPTION.replace("KIND", "checkbox")}</fieldset>"""
PICK = """
<div class="btl-line" data-name="it">
  <label for="ID">Hue</label><select id="ID"><option value="r">red</option></select>
</div>"""
SLIDER = """
<div class="btl-line" data-name="it">
  <label for="ID">Near</label>
  <input type="range" min="-5" max="400" step="25" id="ID" aria-valuetext="-5 km"><output>-5 km</output>
</div>"""
NUMBER = """
<div class="btl-line" data-name="it">
  <label for="ID">How many?</label><input type="text" inputmode="decimal" autocomplete="off" class="" id="ID">
  <label class="btl-option"><input type="checkbox"><span dir="auto">the report does not state it</span></label>
</div>"""
LINE = """
<div class="btl-line" data-name="it">
  <label for="ID">Who?</label><input type="text" inputmode="text" autocomplete="off" class="btl-wide" id="ID">
</div>"""
TEXT = """
<div class="btl-line" data-name="it">
  <label for="ID">Why?</label><textarea rows="2" placeholder="Write." spellcheck="true" id="ID"></textarea>
</div>"""
ORDER = """
<div data-name="it">
  <ol class="btl-order" aria-label="Hue">
    <li data-key="r">
      <button type="button" class="btl-move" aria-label="Move up: red" disabled="">↑</button>
      <button type="button" class="btl-move" aria-label="Move down: red" disabled="">↓</button>
      <span>red</span>
    </li>
  </ol>
  <p class="btl-status" role="status"></p>
</div>"""
EMPTY = """<div data-name="it"><ol class="btl-order"></ol><p class="btl-status" role="status"></p></div>"""
BUTTON = """<button type="button" data-name="it" aria-disabled="false">Next</button>"""
MADE = [
    (controls.one_of("Hue", HUE), ONE),
    (controls.some_of("", HUE), SOME),
    (controls.pick("Hue", HUE), PICK),
    (controls.slider("Near", -5, 400, "km", 25), SLIDER),
    (controls.number("How many?", ("not stated", "the report does not state it")), NUMBER),
    (controls.line("Who?"), LINE),
    (controls.text("Why?", "Write.", 2), TEXT),
    (controls.in_order("Hue", HUE), ORDER),
    (controls.in_order("", {}), EMPTY),
    (controls.button("Next"), BUTTON),
]


@pytest.mark.parametrize(("control", "written"), MADE, ids=lambda made: getattr(made, "kind", ""))
def test_a_control_is_written_as_the_style_sheet_and_a_screen_reader_need_it(
    blank: Blank, control: Control, written: str
) -> None:
    drawn = blank.draw(control).evaluate("node => node.outerHTML")
    names = re.findall(r' (?:id|for|name)="(btl-[0-9a-z]{5,})"', drawn)
    assert len(set(names)) == min(len(names), 1), "a label and its field have one name"
    assert re.sub(r'( (?:id|for|name)=)"btl-[0-9a-z]{5,}"', r'\1"ID"', drawn) == re.sub(r"\n *", "", written)
