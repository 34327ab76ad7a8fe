"""Inverse distribution functions: the mean and the width that were stated come back, by quadrature."""

from math import inf, sqrt

import numpy as np
import pytest
from hypothesis import given, reject
from hypothesis import strategies as st
from numpy.testing import assert_allclose
from scipy import stats
from scipy.stats.distributions import rv_frozen

from prevention_sim.foundation.axes import FloatArray
from prevention_sim.foundation.errors import ModelError
from prevention_sim.model.distributions import quantiles
from prevention_sim.scenario.uncertainty import (
    Cases,
    Deviation,
    Ends,
    Family,
    Listed,
    PointMass,
    Possible,
    Range,
    Uncertain,
    Width,
)

SHARES, POSITIVE = (0.0, 1.0), (0.0, inf)
NODES, WEIGHTS = np.polynomial.legendre.leggauss(400)


def number(
    family: Family, mean: float, width: Width, possible: Possible = POSITIVE, point: PointMass | None = None
) -> Uncertain:
    return Uncertain("a", mean, family, width, possible, point)


def mean_of(uncertain: Uncertain) -> float:
    """The integral of the quantiles; u = sin ** 2 keeps infinite ends integrable."""
    angle = (NODES + 1.0) * np.pi / 4.0
    values = quantiles(uncertain, np.sin(angle) ** 2)
    return float((WEIGHTS * np.pi / 4.0 * 2.0 * np.sin(angle) * np.cos(angle) * values).sum())


def shares_below(uncertain: Uncertain, *values: float) -> FloatArray:
    """The distribution function, by halving the quantiles."""
    low, high = np.zeros(len(values)), np.ones(len(values))
    for _ in range(40):
        middle = (low + high) / 2.0
        below = quantiles(uncertain, middle) < np.array(values)
        low, high = np.where(below, middle, low), np.where(below, high, middle)
    return low


def held_by(uncertain: Uncertain, low: float, high: float) -> float:
    below, within = shares_below(uncertain, low, high)
    return float(within - below)


def at(uncertain: Uncertain, *shares: float) -> FloatArray:
    return quantiles(uncertain, np.array(shares))


RANGES = [
    number("beta", 0.6, Range(0.38, 0.8, 0.9), SHARES),
    number("beta", 0.2, Range(0.1, 0.33, 0.95), SHARES),
    number("beta", 0.05, Range(0.001, 0.2, 0.9), SHARES),
    number("gamma", 5100.0, Range(4000.0, 6200.0, 0.9)),
    number("gamma", 21.0, Range(15.0, 31.0, 0.95)),
    number("lognormal", 0.55, Range(0.38, 0.8, 0.9)),
    number("normal", 0.02, Range(-0.01, 0.05, 0.9), (-1.0, inf)),
    number("normal", 0.6, Range(0.3, 0.95, 0.9), SHARES),
    number("normal", 0.1, Range(0.01, 0.3, 0.9), SHARES),
]


@pytest.mark.parametrize("uncertain", RANGES)
def test_the_mean_and_what_the_range_holds_come_back(uncertain: Uncertain) -> None:
    width = uncertain.width
    assert isinstance(width, Range)
    assert mean_of(uncertain) == pytest.approx(uncertain.mean, rel=1e-6)
    assert held_by(uncertain, width.low, width.high) == pytest.approx(width.interval, abs=1e-9)


@pytest.mark.parametrize(
    ("family", "law"),
    [
        ("beta", stats.beta(8.0, 32.0)),
        ("gamma", stats.gamma(25.0, scale=0.56)),
        ("lognormal", stats.lognorm(s=0.12, scale=5100.0)),
        ("normal", stats.norm(0.02, 0.01)),
    ],
)
@pytest.mark.parametrize("interval", [0.5, 0.9, 0.95])
def test_where_a_member_has_mean_and_both_ends_all_three_come_back(
    family: Family, law: rv_frozen, interval: float
) -> None:
    low, high = law.ppf([(1.0 - interval) / 2.0, (1.0 + interval) / 2.0])
    possible = {"beta": SHARES, "normal": (-1.0, inf)}.get(family, POSITIVE)
    uncertain = number(family, float(law.mean()), Range(low, high, interval), possible)
    shares = np.array([0.001, 0.05, 0.3, 0.5, 0.8, 0.999])
    assert_allclose(quantiles(uncertain, shares), law.ppf(shares), rtol=1e-8)


@pytest.mark.parametrize(
    ("uncertain", "law"),
    [
        (number("beta", 0.6, Cases(20.0), SHARES), stats.beta(12.0, 8.0)),
        (number("beta", 0.6, Deviation(0.1), SHARES), stats.beta(13.8, 9.2)),
        (number("gamma", 14.0, Cases(25.0)), stats.gamma(25.0, scale=14.0 / 25.0)),
        (number("gamma", 14.0, Deviation(2.8)), stats.gamma(25.0, scale=14.0 / 25.0)),
        (
            number("lognormal", 5100.0, Deviation(612.0)),
            stats.lognorm(s=sqrt(np.log(1.0144)), scale=5100.0 / sqrt(1.0144)),
        ),
        (number("normal", 5.0, Deviation(2.0), (-inf, inf)), stats.norm(5.0, 2.0)),
        (number("uniform", 0.55, Ends(0.3, 0.8), SHARES), stats.uniform(0.3, 0.5)),
        (number("triangular", 0.6, Ends(0.3, 0.8), SHARES), stats.triang(0.8, 0.3, 0.5)),
        (number("pert", 0.6, Ends(0.3, 0.8), SHARES), stats.beta(3.6, 2.4, 0.3, 0.5)),
    ],
)
def test_quantiles_are_those_of_the_law(uncertain: Uncertain, law: rv_frozen) -> None:
    shares = np.array([0.001, 0.1, 0.5, 0.77, 0.999])
    assert_allclose(quantiles(uncertain, shares), law.ppf(shares), rtol=1e-9)
    assert law.mean() == pytest.approx(uncertain.mean)


def test_a_normal_that_is_cut_off_keeps_its_mean_and_stays_possible() -> None:
    uncertain = number("normal", 0.3, Deviation(0.4), SHARES)
    assert mean_of(uncertain) == pytest.approx(0.3, rel=1e-6)
    low, high = at(uncertain, 1e-12, 1.0 - 1e-12)
    assert 0.0 <= low < high <= 1.0


def test_one_of_several_values() -> None:
    uncertain = number("empirical", 0.6, Listed((0.5, 0.55, 0.6, 0.75)), SHARES)
    assert at(uncertain, 0.2, 0.3, 0.6, 0.99).tolist() == [0.5, 0.55, 0.6, 0.75]


@pytest.mark.parametrize("fixed", [0.0, 0.6, 1.0])
def test_a_point_mass_has_its_probability_and_leaves_the_rest_as_it_is(fixed: float) -> None:
    """Below, inside and above the other values; the whole mean is that of both."""
    rest = number("beta", 0.6, Range(0.4, 0.8, 0.9), SHARES)
    mixed = number("beta", 0.6, Range(0.4, 0.8, 0.9), SHARES, PointMass(fixed, 0.25))
    grid = (np.arange(40_000) + 0.5) / 40_000
    values = quantiles(mixed, grid)
    assert (values == fixed).mean() == pytest.approx(0.25, abs=1e-4)
    assert (np.diff(values) >= 0.0).all()
    others = values[values != fixed]
    assert_allclose(np.quantile(others, [0.1, 0.5, 0.9]), at(rest, 0.1, 0.5, 0.9), rtol=1e-3)
    assert values.mean() == pytest.approx(0.25 * fixed + 0.75 * 0.6, abs=1e-4)


@pytest.mark.parametrize(
    "uncertain",
    [
        number("normal", 0.1, Deviation(5.0)),
        number("beta", 0.01, Range(0.009, 1.0, 0.005), SHARES),
    ],
)
def test_what_no_member_of_the_family_has_is_refused_by_name(uncertain: Uncertain) -> None:
    with pytest.raises(ModelError, match="a: no distribution of this kind") as refused:
        quantiles(uncertain, np.array([0.5]))
    assert refused.value.told("de").startswith("a: Keine Verteilung dieser Art")


@given(
    family=st.sampled_from(["beta", "gamma", "lognormal"]),
    mean=st.floats(0.05, 0.95),
    below=st.floats(0.2, 0.8),
    above=st.floats(0.2, 0.8),
    interval=st.sampled_from([0.5, 0.8, 0.9, 0.95]),
)
def test_any_range_around_a_value_holds_its_interval(
    family: Family, mean: float, below: float, above: float, interval: float
) -> None:
    """Where no member of the family does, that is said."""
    low, high = mean * (1.0 - below), mean + (1.0 - mean) * above
    possible = SHARES if family == "beta" else POSITIVE
    uncertain = number(family, mean, Range(low, high, interval), possible)
    try:
        held = held_by(uncertain, low, high)
    except ModelError:
        reject()
    assert held == pytest.approx(interval, abs=1e-7)
