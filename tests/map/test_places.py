"""Places: counts where the report puts them, a place that is lit, and how much land a vague word takes in."""

from __future__ import annotations

import json
import math
from typing import TYPE_CHECKING, Any

import pytest

import course
from course.map.atlas import atlas
from course.map.places import Settings
from tests.figures.hard_tables import HARD, changed
from tests.figures.shown import controls, displayed, figure, labels, options, outline, picture
from tests.invented import ferry
from tests.map.test_where import LARGEST

if TYPE_CHECKING:
    from course.case import Case
    from course.explore import Places

STATUSES = ("present", "existing", "announced", "proposed")


def traces(places: Places) -> dict[str, Any]:
    return {trace.name: trace for trace in figure(places).data}


def points(places: Places, name: str) -> list[tuple[float, float]]:
    trace = traces(places)[name]
    return [(x, y) for x, y in zip(trace.x, trace.y, strict=True) if x is not None]


def texts(places: Places) -> list[str]:
    return [note.text for note in figure(places).layout.annotations]


def test_at_first_all_mentions_are_shown_nothing_is_lit_and_no_distance_is_taken(case: Case) -> None:
    places = course.explore.places(case)
    assert places.settings == Settings(STATUSES, "", 0)
    assert points(places, "band") == points(places, "lit") == []
    assert places.words.startswith("9 of 9 mentions are shown: none at a point, 1 with no place at all.")
    assert "- Present: Russia, more than 100,000, around Ukraine (¶4)" in places.words
    assert "- Existing: Nato, no number, no place given (¶16)" in places.words
    assert "The report gives no distance. Move the slider to try one." in places.words
    assert places.changed == ""


def test_one_thing_in_two_words_is_said_to_be_one(case: Case) -> None:
    words = course.explore.places(case).words
    assert "One and the same (Russia), 2 ways to say where. Do not add them:" in words
    assert (
        "- at Ukraine's border (mentioned in ¶1): “on the Ukrainian border” (¶1). The report names a border, which is a line."
        in words
    )
    assert "- around Ukraine (mentioned in ¶4, ¶5): “heavily armed troops around Ukraine” (¶4)." in words


def test_the_slider_makes_a_band_and_says_which_land_it_takes_in(case: Case) -> None:
    places = course.explore.places(case)
    places.widget.give("kilometres", 100)
    west = min(x for x, _ in points(places, "edge of the band"))
    scale = atlas(case).frame.scale
    assert west == pytest.approx(min(x for x, _ in points(places, "borders and areas")) - 100 / scale, abs=1)
    assert (
        "would take in land of 7 other countries: Belarus, Hungary, Moldova, Poland, Romania, Russia and Slovakia."
        in places.words
    )
    assert "It names none of these countries as a place of what is counted here." in places.words
    assert any("Orange: up to 100 km outside the dashed line." in text for text in texts(places))
    assert places.changed.startswith("100 km instead of 0 km. The band takes in land of Belarus, ")
    places.widget.give("kilometres", 250)
    assert places.changed == "250 km instead of 100 km. The band also takes in land of Bulgaria and Lithuania now."
    places.set(kilometres=225)
    assert places.changed == "225 km instead of 250 km. The band no longer takes in land of Lithuania."
    places.set(kilometres=200)
    assert places.changed == "200 km instead of 225 km. The band takes in land of 8 countries, as before."


def test_a_country_in_which_the_report_puts_it_too_is_named(case: Case) -> None:
    tables = {name: case.table(name) for name in case.tables}
    tables["troops"].loc[tables["troops"]["mention"] == "m1", "place"] = "romania"
    moved = course.case.Case("x", "X", case.digest, tables)
    words = course.explore.places(moved, kilometres=50).words
    assert "Of these countries it names only Romania as a place of what is counted here." in words


def test_a_place_that_is_lit_has_its_wording_its_meaning_and_its_circle(case: Case) -> None:
    places = course.explore.places(case)
    places.widget.give("place", "bucharest")
    assert places.changed == "Lit: Bucharest."
    said = places.words.split("\n")
    assert said[0] == "Bucharest (city): ¶18 “talks in Bucharest on Thursday”"
    assert said[1].endswith("The circle has a radius of 25 km: the place and what is around it.")
    assert said[2] == "The report counts nothing there."
    frame = atlas(case).frame
    at = frame.on_map((26.1, 44.43))
    assert {round(math.dist(at, point) * frame.scale) for point in points(places, "edge of what is lit")} <= {25}
    [label] = [note for note in figure(places).layout.annotations if note.text == "<b>Bucharest</b>"]
    assert label.bordercolor == "#0035ca"
    places.set(place="")
    assert places.changed == "No place is lit."


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ("poland", "The circle around it has a radius of 400 km, more or less"),
        ("poland-and-romania", "The circles have radii of 400 km and 370 km, more or less"),
        ("russia", "It goes on beyond this map"),
        ("around-ukraine", "With the slider at 50 km that is a band of 50 km."),
        ("romania-ukraine-border", "With the slider at 50 km that is a band of 50 km."),
        ("baltics", "The table names no country."),
    ],
)
def test_each_place_says_what_its_precision_means(case: Case, place: str, said: str) -> None:
    places = course.explore.places(case, place=place, kilometres=50)
    assert said in places.words.split("\n")[1]
    assert bool(points(places, "edge of what is lit")) is (place not in {"russia", "baltics"})


def test_a_status_that_is_not_ticked_takes_its_mentions_from_the_labels_and_moves_none(case: Case) -> None:
    places = course.explore.places(case)
    before = {note.text.split("<br>")[0]: (note.x, note.y) for note in figure(places).layout.annotations}
    places.widget.give("statuses", ["proposed"])
    after = {note.text.split("<br>")[0]: (note.x, note.y) for note in figure(places).layout.annotations}
    assert "<i>around Ukraine</i>" not in after
    assert {name: before[name] for name in after} == after
    assert [text.count("<br>") for text in texts(places) if text.startswith("<b>Romania</b>")] == [2]
    assert places.changed == "Mentions: 2 instead of 9."
    assert "Announced" not in places.words
    places.set(statuses=())
    assert places.words.startswith("No mention is shown. Tick a box.")


def test_the_band_leaves_ukraine_and_crimea_out(case: Case) -> None:
    places = course.explore.places(case, kilometres=400)
    names = [trace["name"] for trace in picture(places)["data"]]
    assert names.index("band") < names.index("apart"), "Crimea is drawn above the band"
    drawn = traces(places)
    assert {(x, y) for x, y in points(places, "borders and areas")} <= set(points(places, "band")), (
        "the outline is a hole"
    )
    assert drawn["band"].fill == "toself"
    assert "Crimea" not in next(line for line in places.words.split("\n") if "would take in" in line)
    assert places.words.endswith("counts it as part of Ukraine.")


def test_settings_go_in_and_out_as_plain_values(case: Case) -> None:
    places = course.explore.places(case, "present", "poland", 75)
    assert places.settings == Settings(("present",), "poland", 75)
    assert places.widget.values == {"statuses": ["present"], "place": "poland", "kilometres": 75}


def test_what_is_unknown_is_named_and_changes_nothing(case: Case) -> None:
    places = course.explore.places(case)
    before = places.settings
    with pytest.raises(ValueError, match="There is no place 'polnd'. Did you mean 'poland'"):
        places.set(place="polnd")
    with pytest.raises(ValueError, match="There is no status of a count here 'presnt'. Did you mean 'present'"):
        places.set(statuses=["presnt"])
    with pytest.raises(ValueError, match="30 km cannot be set: 0 to 400 km, in steps of 25. The nearest is 25 km."):
        places.set(kilometres=30)
    with pytest.raises(ValueError, match="The nearest is 400 km."):
        places.set(kilometres=1000, place="poland")
    for distance in ("far", True, 12.5):
        with pytest.raises(ValueError, match="A distance is a whole number of kilometres"):
            places.set(kilometres=distance)
    with pytest.raises(TypeError, match="There is no setting 'km'"):
        places.set(km=25)
    assert places.settings == before


def test_every_control_has_a_label(case: Case) -> None:
    places = course.explore.places(case)
    assert labels(places) == [
        "Which mentions?",
        "Light one place",
        "How near is “at Ukraine's border” or “around Ukraine”?",
    ]
    assert options(places, "statuses")["present"].startswith("● present (5): The report says")
    assert next(iter(options(places, "place").items())) == ("", "none")
    slider = controls(places)["kilometres"]
    assert tuple(slider[name] for name in ("least", "most", "step", "unit")) == (0, 400, 25, "km")


def test_every_picture_has_the_same_traces_and_bears_its_size(case: Case) -> None:
    places = course.explore.places(case)
    before = outline(places)
    for change in ({"kilometres": 400}, {"place": "around-ukraine"}, {"statuses": ()}, {"place": "russia"}):
        places.set(**change)
        assert outline(places) == before
        assert len(json.dumps(picture(places))) < LARGEST


def test_a_page_without_a_kernel_shows_a_still_figure_and_the_words(case: Case) -> None:
    bundle = displayed(course.explore.places(case, kilometres=100))
    assert "band" in [trace["name"] for trace in bundle["application/vnd.plotly.v1+json"]["data"]]
    assert "<li>Present: Russia, more than 100,000, around Ukraine (¶4)</li>" in bundle["text/html"]
    assert bundle["text/plain"].startswith("9 of 9 mentions")


@pytest.mark.parametrize("how", HARD)
def test_a_hard_case_breaks_nothing(case: Case, how: str) -> None:
    hard = changed(case, HARD[how])
    places = course.explore.places(hard)
    for place in [*hard.places["place"].head(4), ""]:
        places.set(place=place, kilometres=50)
        assert places.words
    assert len(json.dumps(picture(places))) < LARGEST
    assert "<b>&" not in places.widget.html["words"]
    assert all("<b>&" not in text for text in texts(places))
    if how == "no row":
        assert places.words == "There is no place to draw."
        assert controls(places)["kilometres"]["disabled"]
    if how == "only blanks":
        assert points(places, "band") == []
        assert controls(places)["kilometres"]["disabled"]
    if how == "a thousand rows":
        assert "1000 of 1000 mentions are" in places.words
        assert len(places.words.split("\n")) < 40
        assert max(text.count("<br>") for text in texts(places)[:-1]) <= 4


def test_the_slider_goes_as_far_as_the_map_lets_one_see() -> None:
    near = course.explore.places(ferry(places=[{"precision": "area", "iso": "LUX"}]))
    assert tuple(controls(near)["kilometres"][name] for name in ("most", "step")) == (160, 10)
    far = course.explore.places(ferry(places=[{"precision": "area", "iso": "IND"}]))
    assert tuple(controls(far)["kilometres"][name] for name in ("most", "step")) == (800, 50)
    with pytest.raises(ValueError, match="1000 km cannot be set: 0 to 800 km, in steps of 50. The nearest is 800 km."):
        far.set(kilometres=1000)


def test_a_case_elsewhere_is_said_and_drawn_in_its_own_words() -> None:
    places = [
        {"place": "suva", "name": "Suva", "precision": "city", "latitude": -18.1, "longitude": 178.4},
        {"place": "near", "name": "around Fiji", "precision": "area", "iso": "FJI", "wording": "waters of Fiji"},
        {"place": "lost", "name": "Atlantis", "precision": "city"},
    ]
    found = course.explore.places(
        ferry(places=places, counts=[{"place": "near", "whose": None, "hedge": "tens of thousands"}])
    )
    assert labels(found)[-1] == "How near is “around Fiji”?"
    assert "- Present: tens of thousands of boats, around Fiji (¶1)" in found.words
    assert "Not on the map: Atlantis. The table gives no coordinates." in found.words
    found.set(kilometres=100, place="lost")
    assert found.words.split("\n")[1] == "The report names a town or city. The table gives no coordinates."
    assert "would take in land of no other country" in found.words
    assert points(found, "edge of the band")
