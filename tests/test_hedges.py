"""The hedges of the vocabulary are read strictly, and what is wrong in a row is told."""

from __future__ import annotations

import pytest

from course.content import ContentError
from course.hedges import Hedge, Rule, from_row, hedge, hedges, no_hedge
from course.vocabulary import forget, remember, vocabulary

ROW = dict.fromkeys(
    ("word", "said", "phrases", "after", "family", "low", "high", "usual_high", "below", "above", "of"), ""
)


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("", None),
        ("0", Rule("", 0)),
        ("20000", Rule("", 20_000)),
        ("n", Rule("n", 0)),
        ("n+1", Rule("n", 1)),
        ("m-2", Rule("m", -2)),
    ],
)
def test_a_bound_is_a_rule(text: str, rule: Rule | None) -> None:
    assert from_row("odd", {**ROW, "low": text}, "row 2").low == rule


@pytest.mark.parametrize("text", ["n*2", "-5", "n +1", "k", "1.5", "n+", "nn", "__import__('os')"])
def test_what_is_no_rule_is_told_with_its_place(text: str) -> None:
    with pytest.raises(ContentError, match=r"hedges.csv, row 4, high: .* is no rule for a bound. Write a whole number"):
        from_row("odd", {**ROW, "high": text}, "hedges.csv, row 4")


def test_what_would_be_a_rule_is_told_whole() -> None:
    with pytest.raises(ContentError) as told:
        from_row("odd", {**ROW, "low": "k"}, "row 4")
    assert str(told.value) == (
        "row 4, low: 'k' is no rule for a bound. Write a whole number, n, m, or one of these with a number added "
        "or taken away, such as n+1; leave it blank where there is no limit."
    )


def test_each_column_of_a_row_is_read() -> None:
    cells = {
        "word": "w",
        "said": "word n",
        "phrases": "about|some",
        "after": "or so|odd",
        "family": "near",
        "low": "n-1",
    }
    more = {"high": "n+2", "usual_high": "99", "below": "1", "above": "2.5", "of": "yes"}
    rules = (Rule("n", -1), Rule("n", 2), Rule("", 99))
    read = from_row("odd", {**ROW, **cells, **more}, "row 2")
    assert read == Hedge("odd", "w", "word n", ("about", "some"), ("or so", "odd"), "near", *rules, 1, 2.5, of=True)
    assert not from_row("odd", {**ROW, "of": "no"}, "row 2").of


def test_a_row_that_is_off_is_told_with_its_place_in_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    forget()
    monkeypatch.setattr("course.hedges.vocabulary", lambda _: {"fair": ROW, "odd": {**ROW, "low": "n*2"}})
    with pytest.raises(ContentError, match=r"^hedges\.csv, row 3, low: 'n\*2' is no rule"):
        hedges()


@pytest.mark.parametrize("text", ["x", "-1", "10", "1,5"])
def test_what_is_no_factor_is_told_with_its_place(text: str) -> None:
    with pytest.raises(ContentError, match="hedges.csv, row 4, above: .* is no factor of the closeness"):
        from_row("odd", {**ROW, "above": text}, "hedges.csv, row 4")


def test_a_bound_is_never_below_zero() -> None:
    assert Rule("n", -1).of(0, None) == 0
    assert Rule("m", 1).of(3, 7) == 8
    assert Rule("m", 0).of(3, None) == 0


def test_a_hedge_is_said_with_its_numbers() -> None:
    said = {key: each.say("20", "30") for key, each in hedges().items()}
    assert said["between"] == "between 20 and 30"
    assert said["up to"] == "up to 20"
    assert said["dozens"] == "dozens"
    assert said[no_hedge()] == "20"
    assert hedge("between").say().split() == ["between", "and"]
    assert [key for key, each in hedges().items() if each.numbers == 2] == ["between"]
    assert [key for key, each in hedges().items() if each.is_ceiling] == ["up to"]


def test_a_hedge_that_is_not_there_is_told() -> None:
    with pytest.raises(ValueError, match="'nearli' is not a hedge. Did you mean 'nearly'"):
        hedge("nearli")


def test_each_hedge_can_be_said_and_no_phrase_is_of_two() -> None:
    assert [key for key, each in hedges().items() if each.is_silent] == [no_hedge()]
    phrases = [phrase for each in hedges().values() for phrase in each.phrases]
    assert len(phrases) == len(set(phrases))
    for each in hedges().values():
        used = {rule.base for rule in (each.low, each.high) if rule} - {""}
        assert len(used) <= each.numbers, f"{each.key} counts on a number that it does not say"
        assert each.phrases == () or each.numbers == 2 or any("…" not in phrase for phrase in each.phrases)


def test_what_a_bound_rests_on_is_what_moves_it() -> None:
    for key, row in vocabulary("hedges").items():
        moved = {"low": row["below"], "high": row["above"]}
        for side, factor in moved.items():
            assert ("closeness" in row[f"{side}_rests"]) == bool(factor), f"{key}, {side}"
        assert ("usual reading" in row["high_rests"]) == bool(row["usual_high"]), key


def test_a_word_of_a_case_loosens_as_the_one_that_it_is_like() -> None:
    own = {"key": "hardly", "like": "nearly", "word": "hardly", "plural": "", "meaning": "", "phrases": "hardly"}
    remember("fair", {"hedges": {"hardly": own}})
    try:
        assert hedge("hardly").say("20") == "hardly 20"
        assert (hedge("hardly").high, hedge("hardly").phrases) == (Rule("n", -1), ("hardly",))
    finally:
        forget()
    assert "hardly" not in hedges()
