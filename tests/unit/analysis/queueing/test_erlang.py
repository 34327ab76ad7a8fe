"""Erlang's formulas against printed tables, fractions, logarithms of sums, and each other."""

import itertools
import math
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import poisson

from prevention_sim.analysis.queueing.erlang import (
    erlang_b,
    erlang_c,
    share_waiting_longer,
    wait_quantile_years,
)
from prevention_sim.foundation.errors import ModelError
from tests.station_chain import stationary
from tests.tolerances import tolerance

LOADS = st.floats(0.01, 60.0)
SLOTS = st.integers(1, 40)


@pytest.mark.parametrize(("load", "slots", "printed"), [(8.0, 10, 0.12166106), (1.0, 1, 0.5), (2.0, 2, 0.4)])
def test_turned_away_as_printed(load: float, slots: int, printed: float) -> None:
    assert round(erlang_b(load, slots), 8) == printed


@pytest.mark.parametrize(("load", "slots", "printed"), [(8.0, 10, 0.40918015), (0.5, 1, 0.5)])
def test_waiting_as_printed(load: float, slots: int, printed: float) -> None:
    assert round(erlang_c(load, slots), 8) == printed


@given(st.fractions(Fraction(1, 100), 60, max_denominator=100), SLOTS)
def test_the_recursion_is_the_quotient_of_sums(load: Fraction, slots: int) -> None:
    terms = [load**number / math.factorial(number) for number in range(slots + 1)]
    assert erlang_b(float(load), slots) == pytest.approx(
        float(terms[-1] / sum(terms)), rel=tolerance("closed_form")
    )


@pytest.mark.parametrize("load", [3_900.0, 4_480.0, 4_500.0, 5_600.0])
def test_thousands_of_slots(load: float) -> None:
    """B is the chance that a Poisson number is c, given that it is at most c."""
    expected = math.exp(poisson.logpmf(4_500, load) - poisson.logcdf(4_500, load))
    assert erlang_b(load, 4_500) == pytest.approx(expected, rel=tolerance("queue_in_logarithms"))


def test_a_light_load_on_thousands_of_slots_finds_none_taken() -> None:
    assert erlang_b(1.0, 4_500) == 0.0
    assert erlang_c(1.0, 4_500) == 0.0


@pytest.mark.parametrize("slots", [1, 2, 5])
def test_only_the_mean_of_the_help_matters_where_nobody_can_wait(slots: int) -> None:
    """Help in two phases of equal mean, spelled out: how many are in the first and in the second."""
    load, states = 3.0, [pair for pair in itertools.product(range(slots + 1), repeat=2) if sum(pair) <= slots]
    flows = np.zeros((len(states), len(states)))
    for at, (first, second) in enumerate(states):
        for to, rate in (
            ((first + 1, second), load),
            ((first - 1, second + 1), 2.0 * first),
            ((first, second - 1), 2.0 * second),
        ):
            if to in states:
                flows[at, states.index(to)] += rate
    full = sum(share for share, pair in zip(stationary(flows), states, strict=True) if sum(pair) == slots)
    assert erlang_b(load, slots) == pytest.approx(full, rel=tolerance("closed_form"))


@given(LOADS, SLOTS)
def test_waiting_and_being_turned_away_know_each_other(load: float, slots: int) -> None:
    """1 / C = 1 + (1 - rho) (1 / B - 1): among those who find a queue, more find all taken."""
    if load >= slots:
        return
    odds = (1.0 - load / slots) * (1.0 / erlang_b(load, slots) - 1.0)
    assert 1.0 / erlang_c(load, slots) == pytest.approx(1.0 + odds, rel=tolerance("closed_form"))
    assert erlang_c(load, slots) >= erlang_b(load, slots)


@given(LOADS, SLOTS, st.floats(0.1, 5.0), st.floats(0.01, 0.99))
def test_as_many_wait_longer_than_a_quantile_as_it_says(
    load: float, slots: int, mean_help: float, share: float
) -> None:
    if load >= 0.99 * slots:
        return
    wait = wait_quantile_years(share, load, slots, mean_help)
    longer = share_waiting_longer(wait, load, slots, mean_help)
    if wait > 0.0:
        assert longer == pytest.approx(1.0 - share, rel=tolerance("queue_in_logarithms"))
    else:
        assert longer == erlang_c(load, slots) <= 1.0 - share


def test_the_mean_wait_is_the_area_under_the_shares_that_wait_longer() -> None:
    """O5: 0.20459008 for load 8 on 10 slots."""
    step = 1e-3
    shares = [share_waiting_longer(step * (at + 0.5), 8.0, 10, 1.0) for at in range(20_000)]
    assert step * sum(shares) == pytest.approx(0.20459008, rel=step**2)


@pytest.mark.parametrize("load", [10.0, 10.5])
def test_more_than_can_be_served_is_said_in_words(load: float) -> None:
    with pytest.raises(ModelError, match="demand exceeds capacity for ever") as refused:
        erlang_c(load, 10)
    assert "Die Nachfrage übersteigt das Angebot auf Dauer" in refused.value.told("de")
    for asked in (share_waiting_longer, wait_quantile_years):
        with pytest.raises(ModelError, match=f"{load:.6g} slots"):
            asked(0.5, load, 10, 1.0)
