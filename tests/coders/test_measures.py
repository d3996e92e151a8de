"""Share, chance, kappa, alpha and ranges: against published worked examples, and against their definitions."""

from __future__ import annotations

from itertools import combinations, permutations
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from course.coders import measures

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

NAN = float("nan")
SOME = settings(deadline=None, max_examples=40)


def codes(*coders: Sequence[float]) -> NDArray[np.float64]:
    return np.array(coders, dtype=float).T


def of_table(*table: Sequence[int]) -> NDArray[np.float64]:
    """The codes of two coders whose answers are told as a table: how often one gave this and the other that."""
    cells = [(one, other) for one, row in enumerate(table) for other, times in enumerate(row) for _ in range(times)]
    return np.array(cells, dtype=float)


@pytest.mark.parametrize(
    ("table", "share", "chance", "kappa"),
    [
        # Cohen, J. (1968), Weighted kappa, Psychological Bulletin 70, table 1: two judges, 200 cases, three diagnoses.
        (((88, 14, 18), (10, 40, 10), (2, 6, 12)), 0.70, 0.41, 0.492),
        # SAS/STAT and Base SAS, the FREQ procedure, "Agreement Study": two dermatologists, 88 patients.
        (((10, 4, 1, 0), (5, 10, 12, 2), (2, 4, 12, 5), (0, 2, 6, 13)), 0.511, 0.254, 0.345),
        # Kundel, H. and Polansky, M. (2003), Measurement of observer agreement, Radiology 228, table A1: 110 mammograms.
        (((34, 10, 2, 0), (6, 8, 8, 2), (2, 5, 4, 12), (0, 1, 2, 14)), 0.545, 0.277, 0.371),
        # Bonnardel, P., the Kappa program: 100 subjects, three categories.
        (((25, 3, 5), (6, 32, 8), (1, 0, 20)), 0.770, 0.336, 0.654),
    ],
)
def test_kappa_is_that_of_published_examples(
    table: Sequence[Sequence[int]], share: float, chance: float, kappa: float
) -> None:
    given = of_table(*table)
    assert measures.share(given) == pytest.approx(share, abs=5e-4)
    assert measures.by_chance(given) == pytest.approx(chance, abs=5e-4)
    assert measures.kappa(given) == pytest.approx(kappa, abs=5e-4)


# Krippendorff, K. (2011), Computing Krippendorff's Alpha-Reliability: the examples A, B and C.
BINARY = codes([0, 1, 0, 0, 0, 0, 0, 0, 1, 0], [1, 1, 1, 0, 0, 1, 0, 0, 0, 0])
LETTERS = codes([0, 0, 1, 1, 3, 2, 2, 2, 4, 3, 3, 0], [1, 0, 1, 1, 1, 2, 2, 2, 4, 3, 3, 3])
FOUR = codes(
    [0, 1, 2, 2, 1, 0, 3, 0, 1, NAN, NAN, NAN],
    [0, 1, 2, 2, 1, 1, 3, 0, 1, 4, NAN, 2],
    [NAN, 2, 2, 2, 1, 2, 3, 1, 1, 4, 0, NAN],
    [0, 1, 2, 2, 1, 3, 3, 0, 1, 4, 0, NAN],
)


@pytest.mark.parametrize(
    ("given", "values", "measure", "alpha"),
    [
        (BINARY, [0, 1], "nominal", 0.095),
        (LETTERS, list("abcde"), "nominal", 0.692),
        (FOUR, [1, 2, 3, 4, 5], "nominal", 0.743),
        (FOUR, [1, 2, 3, 4, 5], "ordinal", 0.815),
        (FOUR, [1, 2, 3, 4, 5], "interval", 0.849),
    ],
)
def test_alpha_is_that_of_published_examples(
    given: NDArray[np.float64], values: list[Any], measure: str, alpha: float
) -> None:
    assert measures.alpha(given, values, measure) == pytest.approx(alpha, abs=5e-4)


def by_definition(given: NDArray[np.float64], apart: NDArray[np.float64]) -> float:
    """Alpha from its definition: how different answers are within rows, beside how different any two are."""
    rows = [[int(value) for value in row if not np.isnan(value)] for row in given]
    rows = [row for row in rows if len(row) > 1]
    every = [value for row in rows for value in row]
    within = sum(2 * sum(apart[one, other] for one, other in combinations(row, 2)) / (len(row) - 1) for row in rows)
    any_two = 2 * sum(apart[one, other] for one, other in combinations(every, 2)) / (len(every) - 1)
    return float(1 - within / any_two)


ANSWER = st.sampled_from([0.0, 1.0, 2.0, NAN])
TABLES = st.integers(2, 4).flatmap(
    lambda coders: st.lists(st.lists(ANSWER, min_size=coders, max_size=coders), min_size=2, max_size=9)
)


def countable(rows: list[list[float]]) -> NDArray[np.float64]:
    made = np.array(rows, dtype=float)
    answered = (~np.isnan(made)).sum(axis=1)
    counts: NDArray[np.float64] = made[answered > 1]
    assume(len(counts) > 0)
    return counts


@SOME
@given(TABLES)
def test_alpha_is_as_defined_for_any_number_of_coders_with_gaps_and_for_sets(rows: list[list[float]]) -> None:
    made = countable(rows)
    assume(len(np.unique(made[~np.isnan(made)])) > 1)
    sets = ["biden;macron", "macron", "nato"]
    jaccard = np.array([[0, 1 / 2, 1], [1 / 2, 0, 1], [1, 1, 0]])
    numbers = np.array([1.0, 5.0, 6.0])
    squares = (numbers[:, np.newaxis] - numbers) ** 2
    for values, measure, apart in (
        (sets, "sets", jaccard),
        (sets, "nominal", 1 - np.eye(3)),
        (numbers.tolist(), "interval", squares),
    ):
        assert measures.alpha(made, values, measure) == pytest.approx(by_definition(made, apart))


@SOME
@given(st.lists(st.integers(0, 2), min_size=2, max_size=6), st.data())
def test_chance_is_the_mean_over_all_orders_and_kappa_follows_from_it(one: list[int], data: st.DataObject) -> None:
    other = data.draw(st.lists(st.integers(0, 2), min_size=len(one), max_size=len(one)))
    given = codes(one, other)
    shares = [measures.share(codes(one, order)) for order in permutations(other)]
    assert measures.by_chance(given) == pytest.approx(np.mean(shares))
    if np.mean(shares) < 1:
        expected = (measures.share(given) - np.mean(shares)) / (1 - np.mean(shares))
        assert measures.kappa(given) == pytest.approx(expected)
    else:
        assert measures.kappa(given) is None


@SOME
@given(TABLES)
def test_the_order_of_rows_and_of_coders_does_not_matter(rows: list[list[float]]) -> None:
    made = countable(rows)
    values, turned, swapped = ["a", "b", "c"], made[::-1], made[:, ::-1]
    assert measures.shuffled(made, times=5).tolist() == measures.shuffled(turned, times=5).tolist()
    assert measures.ranges(made, values, "nominal", times=5) == measures.ranges(turned, values, "nominal", times=5)
    for computed in (
        measures.share,
        measures.by_chance,
        measures.kappa,
        lambda given: measures.alpha(given, values, "nominal"),
    ):
        assert computed(turned) == pytest.approx(computed(made))
        assert computed(swapped) == pytest.approx(computed(made))


@SOME
@given(TABLES)
def test_chance_is_within_the_spread_and_near_its_mean(rows: list[list[float]]) -> None:
    made = countable(rows)
    spread = measures.shuffled(made)
    assert spread.min() - 1e-9 <= measures.by_chance(made) <= spread.max() + 1e-9
    assert spread.mean() == pytest.approx(measures.by_chance(made), abs=0.07)


def test_shuffles_are_a_thousand_the_same_each_time_and_others_with_another_seed() -> None:
    spread = measures.shuffled(FOUR)
    assert len(spread) == 1000
    assert len(set(spread)) > 10, "answers are shuffled"
    assert spread.tolist() == measures.shuffled(FOUR).tolist()
    assert spread.tolist() != measures.shuffled(FOUR, seed=9).tolist()


def test_a_shuffle_leaves_gaps_where_they_are_and_changes_nothing_that_is_given() -> None:
    before = FOUR.copy()
    measures.shuffled(FOUR, times=3)
    assert np.array_equal(FOUR, before, equal_nan=True)
    assert measures.shuffled(codes([0, 1, 1], [1, NAN, NAN]), times=20).tolist() == [0.0] * 20


def test_equal_codings_agree_fully_and_where_nobody_can_differ_there_is_neither_kappa_nor_alpha() -> None:
    same = codes([0, 1, 2], [0, 1, 2])
    assert (measures.share(same), measures.kappa(same), measures.alpha(same, "abc", "nominal")) == (1, 1, 1)
    one = codes([1, 1, 1], [1, 1, 1])
    assert (measures.share(one), measures.kappa(one), measures.alpha(one, "abc", "nominal")) == (1, None, None)
    assert measures.ranges(one, "abc", "nominal") == {"share": (1.0, 1.0), "kappa": None, "alpha": None}


def test_coders_who_swap_two_answers_are_below_chance() -> None:
    swapped = codes([0, 1, 0, 1], [1, 0, 1, 0])
    assert measures.kappa(swapped) == -1
    alpha = measures.alpha(swapped, "ab", "nominal")
    assert alpha is not None
    assert alpha < 0


def test_kappa_is_of_two_coders() -> None:
    assert measures.kappa(FOUR) is None


def test_ranges_hold_the_number_itself_and_get_narrower_with_more_rows() -> None:
    few, many = LETTERS, np.tile(LETTERS, (10, 1))
    values = list("abcde")
    wide, narrow = (measures.ranges(given, values, "nominal") for given in (few, many))
    for name, computed in (("share", 0.75), ("kappa", measures.kappa(few)), ("alpha", 0.692)):
        low, high = wide[name] or (1, 0)
        near, far = narrow[name] or (1, 0)
        assert low < (computed or 0) < high
        assert far - near < (high - low) / 2
    assert wide == measures.ranges(few, values, "nominal"), "the same draws each time"


def test_without_its_package_there_is_no_alpha_and_all_else_is_there(monkeypatch: pytest.MonkeyPatch) -> None:
    given = codes([0, 1, 1, 0], [0, 0, 1, 0])
    assert measures.alpha(given, ["a", "b"], "nominal") is not None
    monkeypatch.setattr(measures, "has_alpha", lambda: False)
    assert measures.alpha(given, ["a", "b"], "nominal") is None
    found = measures.ranges(given, ["a", "b"], "nominal", times=20)
    assert found["alpha"] is None
    assert found["share"]
    assert found["kappa"]
