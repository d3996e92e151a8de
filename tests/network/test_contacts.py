"""Contacts: what is ticked is shown, who is followed stands out, and who never speaks is seen to be silent."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

import course
from course.content import ContentError
from course.figures.style import CARD, INK, PALE_INK
from course.network.contacts import Settings
from course.network.seats import STEPS
from tests.figures.hard_tables import HARD, LONG, RIGHT_TO_LEFT, changed
from tests.figures.shown import displayed, figure, labels, options, outline, picture
from tests.invented import ferry

if TYPE_CHECKING:
    from course.case import Case
    from course.explore import Contacts

KINDS = ("person", "state", "organisation", "body", "force", "group")
GROUPS = ("contact", "support", "conflict", "troops")
SPEAKERS = {"macron", "le-drian", "france", "romania", "russia", "united-states"}


def traces(contacts: Contacts) -> dict[str, Any]:
    return {trace.name: trace for trace in figure(contacts).data}


def click(contacts: Contacts, mark: str | None) -> None:
    """What the page sends when a mark is clicked."""
    contacts.widget._handle_custom_msg({"do": "click", "id": mark}, [])


def lines(contacts: Contacts, pale: str = "") -> dict[str, int]:
    """How many lines of each group are drawn."""
    drawn = traces(contacts)
    return {group: sum(x is not None for x in drawn[f"{group}{pale}"].x) // (STEPS + 1) for group in GROUPS}


def seats(contacts: Contacts) -> dict[str, tuple[float, float]]:
    drawn = traces(contacts)
    return {
        actor: (x, y)
        for name in ("speaks", "never speaks")
        for actor, x, y in zip(drawn[name].ids, drawn[name].x, drawn[name].y, strict=True)
    }


def test_at_first_all_is_shown_and_nobody_is_followed(case: Case) -> None:
    contacts = course.explore.contacts(case)
    assert contacts.settings == Settings(KINDS, GROUPS, "")
    assert lines(contacts) == {"contact": 11, "support": 3, "conflict": 6, "troops": 9}
    assert set(lines(contacts, ", pale").values()) == {0}
    assert set(seats(contacts)) == set(case.actors["actor"])
    assert contacts.words.startswith(
        "Shown: 27 of 27 actors and 29 of 29 relations. 6 of these actors speak, 21 never do."
    )
    assert contacts.changed == ""


def test_who_never_speaks_is_hollow_and_listed_and_the_figure_says_what_hollow_means(case: Case) -> None:
    contacts = course.explore.contacts(case)
    drawn = traces(contacts)
    assert set(drawn["speaks"].ids) == set(case.statements["speaker"].dropna()) == SPEAKERS
    assert set(drawn["never speaks"].ids) == set(case.actors["actor"]) - SPEAKERS
    assert drawn["never speaks"].marker.color == "#ffffff"
    assert set(drawn["speaks"].marker.color) == {"#1f2328"}
    assert [trace.name for trace in figure(contacts).data if trace.showlegend] == [
        *GROUPS,
        "speaks in this report",
        "never speaks in this report",
    ]
    assert "- State: Bulgaria, Czech Republic, Estonia, Poland, Ukraine." in contacts.words
    assert "- Person: Joe Biden, Vladimir Putin, Volodymyr Zelensky." in contacts.words
    assert "2 of the 18 statements name no speaker." in contacts.words
    assert "14 of 24 relations with one arrow are done to somebody who never speaks." in contacts.words


def test_a_box_takes_its_actors_and_lines_away_and_nobody_moves(case: Case) -> None:
    contacts = course.explore.contacts(case)
    before = seats(contacts)
    contacts.widget.give("kinds", ["state", "organisation"])
    assert set(seats(contacts)) == set(case.actors.query("kind in ['state', 'organisation']")["actor"])
    assert seats(contacts).items() <= before.items()
    assert list(traces(contacts)["kinds"].text) == ["STATE", "ORGANISATION"]
    assert contacts.changed == "Before: 27 actors and 29 relations. Now: 11 actors and 16 relations."
    assert sum(lines(contacts).values()) == 16
    contacts.widget.give("groups", ["conflict"])
    assert lines(contacts) == {"contact": 0, "support": 0, "conflict": 3, "troops": 0}
    assert contacts.words.startswith("Shown: 11 of 27 actors and 3 of 29 relations.")


def test_who_is_followed_has_strong_lines_and_the_rest_is_pale(case: Case) -> None:
    contacts = course.explore.contacts(case)
    contacts.widget.give("actor", "russia")
    assert lines(contacts) == {"contact": 0, "support": 0, "conflict": 6, "troops": 1}
    assert lines(contacts, ", pale") == {"contact": 11, "support": 3, "conflict": 0, "troops": 8}
    assert "<b>Russia</b>" in traces(contacts)["names"].text
    assert figure(contacts).layout.title.text == "Who deals with Russia?"
    said = contacts.words.split("\n")
    assert said[0] == "Russia (state): has the troops around Ukraine."
    assert said[1] == "What Russia does (3):"
    assert "- Russia objects to United States (¶5 “threats from the US”)" in said
    assert "What is done to Russia (4):" in said
    assert "- Russia does not plan to invade. (denied, ¶5)" in said
    assert contacts.changed == "You follow Russia, who speaks in this report. 7 of 29 lines begin or end there."
    contacts.set(actor="")
    assert contacts.changed == "You follow nobody now: all lines are equally strong."


def test_who_says_nothing_is_said_to_say_nothing(case: Case) -> None:
    contacts = course.explore.contacts(case, actor="ukraine")
    assert contacts.words.endswith("What Ukraine says: nothing in this report. No statement is given as its own.")
    assert "- Russia has troops around Ukraine (¶4 “heavily armed troops around Ukraine”)" in contacts.words


def test_what_two_do_together_is_no_deed_of_one_of_them(case: Case) -> None:
    words = course.explore.contacts(case, actor="putin").words
    assert "What Vladimir Putin does: nothing that is shown." in words
    assert "What Vladimir Putin and another do together (1):\n- Emmanuel Macron talks with Vladimir Putin" in words


def test_who_is_followed_stays_when_its_kind_goes_and_hidden_lines_are_counted(case: Case) -> None:
    contacts = course.explore.contacts(case, kinds=["state"], actor="macron")
    assert "macron" in seats(contacts)
    assert sum(lines(contacts).values()) == 1
    assert "Lines of Emmanuel Macron that are hidden, for a box is not ticked: 4." in contacts.words


def test_a_click_on_a_point_follows_it_and_a_second_one_nobody(case: Case) -> None:
    contacts = course.explore.contacts(case)
    assert picture(contacts)["listens"] == ["click"]
    assert "ukraine" in traces(contacts)["never speaks"].ids
    click(contacts, "ukraine")
    assert contacts.settings.actor == "ukraine"
    assert contacts.widget.values["actor"] == "ukraine"
    click(contacts, "ukraine")
    assert contacts.settings.actor == ""
    click(contacts, None)
    assert contacts.settings.actor == ""


def test_nothing_ticked_says_what_to_do(case: Case) -> None:
    assert course.explore.contacts(case, kinds=[]).words == "No actor is shown. Tick a kind of actors."
    assert "0 of 29 relations" in course.explore.contacts(case, groups=[]).words


def test_settings_go_in_and_out_as_plain_values(case: Case) -> None:
    contacts = course.explore.contacts(case, "state", ["troops", "conflict"], "ukraine")
    assert contacts.settings == Settings(("state",), ("conflict", "troops"), "ukraine")
    assert contacts.widget.values["groups"] == ["conflict", "troops"]


def test_what_is_unknown_is_named_and_changes_nothing(case: Case) -> None:
    contacts = course.explore.contacts(case)
    before = contacts.settings
    with pytest.raises(ValueError, match="There is no actor 'ukrain'. Did you mean 'ukraine'"):
        contacts.set(actor="ukrain")
    with pytest.raises(ValueError, match="There is no kind of actors here 'persn'. Did you mean 'person'"):
        contacts.set(kinds=["persn"])
    with pytest.raises(ValueError, match="There is no group of relations here 'troop'. Did you mean 'troops'"):
        contacts.set(groups=["troop"], actor="russia")
    with pytest.raises(TypeError, match="There is no setting 'kind'. Did you mean 'kinds'"):
        contacts.set(kind=["person"])
    with pytest.raises(ValueError, match="There is no actor 'Ukraina'"):
        course.explore.contacts(case, actor="Ukraina")
    assert contacts.settings == before


def test_every_control_has_a_label_and_says_what_a_word_means(case: Case) -> None:
    contacts = course.explore.contacts(case)
    assert labels(contacts) == ["Which kinds of actors?", "Which relations?", "Follow one actor"]
    assert options(contacts, "kinds")["person"] == "person (5): One named human being."
    assert options(contacts, "groups")["contact"].startswith("contact (11): ")
    assert next(iter(options(contacts, "actor").items())) == ("", "nobody")
    assert ("nato", "Nato") in options(contacts, "actor").items()


def test_every_picture_has_the_same_traces(case: Case) -> None:
    contacts = course.explore.contacts(case)
    before = outline(contacts)
    for change in ({"actor": "france"}, {"kinds": ()}, {"kinds": KINDS, "groups": ()}, {"actor": ""}):
        contacts.set(**change)
        assert outline(contacts) == before


def test_a_page_without_a_kernel_shows_a_still_figure_and_the_words(case: Case) -> None:
    bundle = displayed(course.explore.contacts(case, actor="ukraine"))
    names = [trace["name"] for trace in bundle["application/vnd.plotly.v1+json"]["data"]]
    assert "never speaks" in names
    assert "<b>Ukraine (state): is spoken about and does not speak.</b>" in bundle["text/html"]
    assert bundle["text/plain"].startswith("Ukraine (state)")


@pytest.mark.parametrize("how", HARD)
def test_a_hard_case_breaks_nothing(case: Case, how: str) -> None:
    hard = changed(case, HARD[how])
    contacts = course.explore.contacts(hard)
    for actor in [*hard.actors["actor"].head(3), ""]:
        contacts.set(actor=actor)
        assert contacts.words
    assert len(json.dumps(picture(contacts))) < 100_000
    assert "<b>&" not in contacts.widget.html["words"]
    assert all("<b>&" not in text for text in traces(contacts)["names"].text)
    if how == "no row":
        assert contacts.words == "There is no actor to show."
    if how == "a thousand rows":
        assert "29 of 29" not in contacts.words
        assert "1,000 of 1,000 relations" in contacts.words
        assert len(course.explore.contacts(hard, actor="macron").words.split("\n")) < 50
    if how in {"long names", "names from right to left"}:
        assert max(len(line) for text in traces(contacts)["names"].text for line in text.split("<br>")) <= 30
        assert options(contacts, "actor")["nato"] in {LONG, RIGHT_TO_LEFT}


def test_a_case_that_lacks_a_table_is_told_which(case: Case) -> None:
    for lacks in ("actors", "relations", "statements"):
        tables = {name: case.table(name) for name in case.tables if name != lacks}
        lacking = type(case)(case.name, case.title, {}, tables, None)
        with pytest.raises(ContentError, match=f"no table {lacks}, so there is no graph of actors to draw"):
            course.explore.contacts(lacking)


def test_who_has_nothing_to_do_with_the_one_who_is_followed_is_pale(case: Case) -> None:
    contacts = course.explore.contacts(case, actor="russia")
    drawn = traces(contacts)
    inks = {
        actor: ink
        for name in ("speaks", "never speaks")
        for actor, ink in zip(drawn[name].ids, drawn[name].marker.line.color, strict=True)
    }
    ends = case.relations.query("`from` == 'russia' or `to` == 'russia'")
    near = {"russia", *ends["from"], *ends["to"]}
    assert {actor for actor, ink in inks.items() if ink == INK} == near
    size = dict(zip(drawn["speaks"].ids, drawn["speaks"].marker.size, strict=True))
    assert [actor for actor in size if size[actor] == max(size.values())] == ["russia"]
    contacts.set(actor="")
    assert PALE_INK not in traces(contacts)["never speaks"].marker.line.color
    key = {
        trace.name: trace.marker.color
        for trace in figure(contacts).data
        if trace.showlegend and trace.mode == "markers"
    }
    assert key == {"speaks in this report": INK, "never speaks in this report": CARD}


def test_the_title_asks_in_one_line_whom_the_one_deals_with() -> None:
    name = "the Committee for the Coordination of All That Nobody Else Has Done"
    its = ferry(actors=[{"actor": "ada", "name": name}, {"actor": "ben"}], relations=[{"from": "ada", "to": "ben"}])
    contacts = course.explore.contacts(its)
    assert figure(contacts).layout.title.text == "Who deals with whom?"
    contacts.set(actor="ada")
    assert figure(contacts).layout.title.text == "Who deals with the Committee for the Coordination of …?"


def test_two_actors_that_alone_are_shown_keep_the_lines_between_them() -> None:
    its = ferry(actors=[{"actor": "ada"}, {"actor": "ben"}], relations=[{"from": "ada", "to": "ben"}])
    assert "1 of 1 relation" in course.explore.contacts(its).words
    assert "\nThey are spoken about" in course.explore.contacts(its).words


def test_a_word_without_a_meaning_is_offered_without_one(case: Case) -> None:
    offered = options(course.explore.contacts(case), "groups")
    assert all(text.count(": ") <= 1 and not text.endswith(": ") for text in offered.values())
