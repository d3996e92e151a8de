"""What contacts says: who speaks, who never does, and whose lines are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.network.seats import seats
from course.network.words import by_speaker, of_all, of_following, of_number, of_one

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
