"""How far coders agree, as numbers: the share of equal answers, what chance gives, kappa and alpha, and their ranges.

Answers are codes: a row a row and a column a coder, the place of each answer among all values, NaN where there is none.
"""

from __future__ import annotations

from importlib.util import find_spec
from itertools import combinations, pairwise
from typing import TYPE_CHECKING, Any

import numpy as np

from course.names import SEPARATOR

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

TIMES = 1000
"""How often answers are shuffled, and rows drawn."""
SEED = 8
"""Where shuffles and draws start: the same numbers each time."""
LEFT, RIGHT = 2.5, 97.5
"""The percentiles between which 95 of 100 are."""
PAIR = 2


def pairs(codes: NDArray[np.float64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return for each row how many pairs of coders gave the same answer, and how many gave any.

    The coders are the last axis; before the rows there can be others, such as one of shuffles.
    """
    both = list(combinations(np.moveaxis(codes, -1, 0), PAIR))
    same = np.sum([one == other for one, other in both], axis=0)
    answered = np.sum([~np.isnan(one) & ~np.isnan(other) for one, other in both], axis=0)
    return same, answered


def share(codes: NDArray[np.float64]) -> float:
    """Return the share of equal pairs of answers: with two coders that of the rows on which they agree."""
    return float(_share(*pairs(codes)))


def _share(same: NDArray[np.int64], answered: NDArray[np.int64]) -> NDArray[np.float64]:
    found: NDArray[np.float64] = same.sum(axis=-1) / answered.sum(axis=-1)
    return found


def by_chance(codes: NDArray[np.float64]) -> float:
    """Return the share of equal pairs that chance gives: the mean over all orders in which answers can be shuffled."""
    expected, every = 0.0, 0
    for one, other in combinations(codes.T, PAIR):
        answered = int((~np.isnan(one) & ~np.isnan(other)).sum())
        if answered:
            expected += answered * float(_frequencies(one, codes) @ _frequencies(other, codes))
            every += answered
    return expected / every


def _frequencies(answers: NDArray[np.float64], codes: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the share that each of all values has among the answers of a coder."""
    given = answers[~np.isnan(answers)].astype(int)
    return np.bincount(given, minlength=int(np.nanmax(codes)) + 1) / len(given)


def shuffled(codes: NDArray[np.float64], seed: int = SEED, times: int = TIMES) -> NDArray[np.float64]:
    """Return the share of equal pairs in each of some shuffles: of the answers of one coder of two, or of each of more.

    A gap stays where it is. The order of the rows does not matter.
    """
    random = np.random.default_rng(seed)
    made = np.repeat(_sorted(codes)[np.newaxis], times, axis=0)
    first = 0 if made.shape[-1] > PAIR else 1
    answered = ~np.isnan(made[0])
    for before, after in pairwise([made[0], *made]):
        for coder in range(first, made.shape[-1]):
            rows = answered[:, coder]
            after[rows, coder] = random.permutation(before[rows, coder])
    return _share(*pairs(made))


def _sorted(codes: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return a copy with its rows in an order that hangs on the answers alone."""
    return codes[np.lexsort(codes.T)].copy()


def kappa(codes: NDArray[np.float64]) -> float | None:
    """Return Cohen's kappa of two coders; None for more, and where chance alone gives full agreement.

    Cohen, J. (1960), A coefficient of agreement for nominal scales. Educational and Psychological Measurement 20.
    """
    if codes.shape[1] != PAIR:
        return None
    chance = by_chance(codes)
    return None if np.isclose(chance, 1) else (share(codes) - chance) / (1 - chance)


def _kappas(codes: NDArray[np.float64], draws: NDArray[np.int64], shares: NDArray[np.float64]) -> list[float | None]:
    """Return kappa of some rows of two coders, for each draw of rows, of which the shares are known."""
    given = (codes[..., np.newaxis] == np.arange(np.nanmax(codes) + 1)).astype(int)
    tallies = np.array([given[rows].sum(axis=0) for rows in draws])
    one, other = np.moveaxis(tallies / tallies.sum(axis=-1, keepdims=True), 1, 0)
    chance = (one * other).sum(axis=-1)
    undefined = np.isclose(chance, 1)
    found = (shares - chance) / np.where(undefined, 1, 1 - chance)
    return [None if none else kappa for none, kappa in zip(undefined.tolist(), found.tolist(), strict=True)]


def has_alpha() -> bool:
    """Return whether the package that computes alpha is here; a site for a browser alone is without it."""
    return find_spec("krippendorff") is not None


def alpha(codes: NDArray[np.float64], values: Sequence[Any], measure: str | None) -> float | None:
    """Return Krippendorff's alpha; None where all answers are the same, so that none could differ, or it is not here.

    Parameters
    ----------
    codes
        The answers; a row with fewer than two of them does not count.
    values
        What the codes mean; of a scale in its order.
    measure
        `nominal`, `ordinal`, `interval`; `sets`, in which two differ by the share of their parts that only one has; or
        None where some answers have no place on a scale, and there is no alpha.
    """
    return next(iter(_alphas(codes, values, measure, [np.arange(len(codes))])), None)


def _alphas(
    codes: NDArray[np.float64], values: Sequence[Any], measure: str | None, draws: Iterable[NDArray[np.int64]]
) -> list[float | None]:
    """Return alpha of some rows, for each draw of rows."""
    if measure is None or len(np.unique(codes[~np.isnan(codes)])) < PAIR or not has_alpha():
        return []
    import krippendorff  # noqa: PLC0415 - only who compares codings needs it

    tallies = (codes[..., np.newaxis] == np.arange(len(values))).sum(axis=1)
    domain, level = _level(values, measure)
    how = {"value_domain": domain, "level_of_measurement": level}
    with np.errstate(invalid="ignore", divide="ignore"):
        found = [float(krippendorff.alpha(value_counts=tallies[rows], **how)) for rows in draws]
    return [each if np.isfinite(each) else None for each in found]


def _level(values: Sequence[Any], measure: str) -> tuple[NDArray[Any], Any]:
    """Return the values and how they are measured, as `krippendorff` takes both."""
    if measure == "interval":
        return np.array([value if isinstance(value, int | float) else value.toordinal() for value in values]), measure
    if measure != "sets":
        return np.arange(len(values)), measure
    parts = [set(value.split(SEPARATOR)) if isinstance(value, str) else {value} for value in values]
    apart = np.array([[1 - len(one & other) / len(one | other) for other in parts] for one in parts])

    def distance(_: object, __: object, i1: Any, i2: Any, **___: object) -> NDArray[np.float64]:  # noqa: ANN401
        found: NDArray[np.float64] = apart[i1, i2]
        return found

    return np.arange(len(values)), distance


Range = tuple[float, float]


def ranges(
    codes: NDArray[np.float64], values: Sequence[Any], measure: str | None, seed: int = SEED, times: int = TIMES
) -> dict[str, Range | None]:
    """Return between what `share`, `kappa` and `alpha` are in 95 of 100 draws of as many rows, with putting back.

    A draw in which one of them is not defined does not count for it; None where it is defined in no draw.
    """
    random = np.random.default_rng(seed)
    made = _sorted(codes)
    drawn = random.integers(0, len(made), (times, len(made)))
    shares = _share(*(each[drawn] for each in pairs(made)))
    found: dict[str, list[float | None]] = {
        "share": shares.tolist(),
        "kappa": _kappas(made, drawn, shares) if made.shape[1] == PAIR else [],
        "alpha": _alphas(made, values, measure, drawn),
    }
    defined = {name: [value for value in some if value is not None] for name, some in found.items()}
    return {name: middle(some) if some else None for name, some in defined.items()}


def middle(found: Sequence[float] | NDArray[np.float64]) -> Range:
    """Return between what 95 of 100 are."""
    low, high = np.percentile(found, (LEFT, RIGHT))
    return float(low), float(high)
