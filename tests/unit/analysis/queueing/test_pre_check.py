"""The look at a queue beforehand says what its formulas say, and nothing where they say nothing."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prevention_sim.analysis.queueing.erlang import erlang_b
from prevention_sim.analysis.queueing.pre_check import PreCheck, pre_check
from prevention_sim.analysis.queueing.station import Station
from tests.tolerances import tolerance


def test_ten_midwives_for_eight_families() -> None:
    """O5: M/M/10 with a load of 8."""
    found = pre_check(Station(8.0, 1.0, slots=10))
    assert (found.offered_load, found.utilisation, found.share_unserved) == (8.0, 0.8, 0.0)
    assert found.growth_per_year == 0.0
    assert found.share_waiting == pytest.approx(0.40918015, abs=5e-9)
    assert found.mean_wait_years == pytest.approx(0.20459008, abs=5e-9)
    assert found.settling_years == pytest.approx(1.0 / (math.sqrt(10.0) - math.sqrt(8.0)) ** 2)
    assert not found.impossible


@given(st.integers(1, 50), st.floats(1.0, 3.0), st.floats(0.1, 5.0))
def test_demand_above_capacity_is_impossible_and_grows(slots: int, times: float, mean_help: float) -> None:
    arrivals = times * slots / mean_help * (1.0 + tolerance("last_digits"))
    found = pre_check(Station(arrivals, mean_help, slots))
    growth = arrivals - slots / mean_help
    assert found == PreCheck(arrivals * mean_help, 1.0, 1.0, None, 0.0, growth, None)
    assert found.impossible


@given(st.integers(1, 50), st.floats(1.0, 3.0), st.floats(0.1, 1.0))
def test_it_is_possible_again_where_somebody_leaves_or_is_turned_away(
    slots: int, times: float, patience: float
) -> None:
    """In overload, those whom the slots cannot serve go without."""
    arrivals = times * slots
    for station in (
        Station(arrivals, 1.0, slots, mean_patience_years=patience),
        Station(arrivals, 1.0, slots, waiting_room=5),
    ):
        found = pre_check(station)
        assert not found.impossible
        assert found.growth_per_year == 0.0
        assert max(0.0, 1.0 - 1.0 / times) <= found.share_unserved <= erlang_b(arrivals, slots)


def test_the_wait_is_that_of_those_who_are_helped() -> None:
    """Who leaves waited about as long as a patience; who was helped had to outlast the queue."""
    patient = pre_check(Station(60.0, 1.0, 40, mean_patience_years=5.0))
    hasty = pre_check(Station(60.0, 1.0, 40, mean_patience_years=0.1))
    assert patient.mean_wait_years is not None
    assert hasty.mean_wait_years is not None
    assert patient.mean_wait_years > 1.0
    assert hasty.mean_wait_years < 0.1
    assert patient.share_unserved == pytest.approx(1.0 / 3.0, rel=1e-3)
