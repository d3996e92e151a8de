"""What contacts says: who speaks, who never does, and whose lines are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.network.seats import seats
from course.network.words import by_speaker, of_all, of_following, of_number, of_one
from tests.invented import ferry

if TYPE_CHECKING:
    from course.case import Case


def test_statements_are_kept_by_speaker_and_those_of_nobody_apart(case: Case) -> None:
    said = by_speaker(case)
    assert {row["statement"] for row in said["russia"]} == set(
        case.statements.loc[case.statements["speaker"] == "russia", "statement"]
    )
    assert len(said[""]) == case.statements["speaker"].isna().sum() > 0
    assert sum(map(len, said.values())) == len(case.statements)


def test_of_some_actors_it_is_said_who_speaks_and_who_never_does(case: Case) -> None:
    its, said = seats(case), by_speaker(case)
    shown = of_all(its, ["macron", "putin", "ukraine"], [], said)
    assert shown[0] == "Shown: 3 of 27 actors and 0 of 29 relations. 1 of these actors speaks, 2 never do."
    assert "- Person: Vladimir Putin." in shown
    assert "- State: Ukraine." in shown
    assert of_all(its, [], [], said) == ["No actor is shown. Tick a kind of actors."]


def test_of_one_actor_a_blank_role_and_hidden_lines_are_no_gap_in_the_sentence(case: Case) -> None:
    its = seats(case)
    shown = of_one(its, "ukraine", None, [], {})
    assert shown[0] == "Ukraine (state)."
    hidden = sum(line.touches("ukraine") for line in its.lines)
    assert f"Lines of Ukraine that are hidden, for a box is not ticked: {hidden}." in shown
    assert shown[-1] == "What Ukraine says: nothing in this report. No statement is given as its own."


def test_of_a_change_it_is_said_whom_one_follows_and_how_much_is_shown(case: Case) -> None:
    its = seats(case)
    own = sum(line.touches("putin") for line in its.lines)
    assert of_following(its, "putin", its.lines, speaks=False) == (
        f"You follow Vladimir Putin, who never speaks in this report. {own} of {len(its.lines)} lines begin or end there."
    )
    assert of_number(["a", "b"], its.lines) == f"2 actors and {len(case.relations)} relations"


def test_all_that_is_said_of_some_actors() -> None:
    actors = [
        {"actor": key, "name": key.title(), "kind": kind}
        for key, kind in (("ada", "person"), ("ben", "person"), ("dock", "state"))
    ]
    relations = [{"from": "ada", "to": "ben"}, {"from": "ada", "to": "dock", "relation": "objects to"}]
    statements = [{"speaker": "ada"}, {"speaker": "ada"}, {"summary": "nobody says it"}]
    case = ferry(actors=actors, relations=relations, statements=statements)
    its = seats(case)
    assert of_all(its, list(its.places), its.lines, by_speaker(case)) == [
        "Shown: 3 of 3 actors and 2 of 2 relations. 1 of these actors speaks, 2 never do.",
        "> Follow one actor to see its own lines: choose it in the list, or click its point.",
        "They speak (filled points; how many statements, quoted or retold): Ada (2).",
        "They are spoken about and never speak (hollow points):",
        "- Person: Ben.",
        "- State: Dock.",
        "1 of 1 relation with one arrow is done to somebody who never speaks.",
        "1 of the 3 statements names no speaker.",
    ]
    [one] = of_all(its, ["ada", "ben"], [], by_speaker(case))[:1]
    assert one == "Shown: 2 of 3 actors and 0 of 2 relations. 1 of these actors speaks, 1 never does."


def test_many_who_speak_are_listed_with_commas() -> None:
    actors = [{"actor": key, "name": key.title()} for key in ("ada", "ben", "cat")]
    statements = [{"speaker": key} for key in ("ada", "ben", "cat", "ben")]
    case = ferry(actors=actors, statements=statements)
    its = seats(case)
    told = of_all(its, list(its.places), [], by_speaker(case))[2]
    assert told == "They speak (filled points; how many statements, quoted or retold): Ada (1), Ben (2), Cat (1)."


def test_a_statement_has_the_word_for_its_mode_and_a_line_all_that_it_rests_on() -> None:
    relations = [{"from": "ada", "to": "ben", "relation": "supports", "wording": word} for word in ("one", "two")]
    statements = [{"speaker": "ada", "summary": "All is well.", "mode": "denied", "paragraph": 2}]
    case = ferry(actors=[{"actor": "ada"}, {"actor": "ben"}], relations=relations, statements=statements)
    its = seats(case)
    shown = of_one(its, "ada", None, its.lines, by_speaker(case))
    assert shown[2] == "- ada supports ben (¶1 “one”; ¶1 “two”)"
    assert shown[-1] == "- All is well. (denied, ¶2)"
