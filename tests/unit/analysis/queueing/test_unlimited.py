"""Help without limit against printed figures and the exponential of a matrix of rates."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.linalg import expm

from prevention_sim.analysis.queueing.station import Station
from prevention_sim.analysis.queueing.unlimited import in_help_after, in_help_by_law
from tests.station_chain import rates
from tests.tolerances import tolerance

PRINTED = {1: 23.608160, 2: 37.927234, 5: 55.074900, 10: 59.595723}


@pytest.mark.parametrize(("years", "printed"), PRINTED.items())
def test_the_mean_number_as_printed(years: int, printed: float) -> None:
    """O5: 30 a year, mean stay 2 years, empty start."""
    assert round(in_help_after(years, 30.0, 2.0).mean, 6) == printed
    assert round(in_help_by_law(years, 30.0, lambda stay: math.exp(-stay / 2.0)).mean, 6) == printed


@pytest.mark.parametrize(("years", "printed"), {1: 30.0, 2: 60.0, 5: 60.0, 10: 60.0}.items())
def test_who_stays_exactly_two_years_fills_up_in_two(years: int, printed: float) -> None:
    """O5: the steady state does not depend on the law, the way to it does."""
    found = in_help_by_law(years, 30.0, lambda stay: float(stay < 2.0))
    assert round(found.mean, 6) == printed


@given(st.floats(0.0, 4.0), st.floats(0.1, 5.0), st.floats(0.2, 2.0), st.integers(0, 10))
@settings(max_examples=40)
def test_mean_and_variance_are_those_of_the_chain(
    years: float, arrivals: float, mean_help: float, at_start: int
) -> None:
    """The matrix ends at 60 in help, of at most 10 at the start and 10 on average later."""
    numbers = np.arange(61)
    flows = rates(Station(arrivals, mean_help, slots=60), most=60)
    shares = expm((flows - np.diag(flows.sum(1))) * years)[at_start]
    mean = float(shares @ numbers)
    variance = float(shares @ (numbers - mean) ** 2)
    found = in_help_after(years, arrivals, mean_help, at_start)
    assert found.mean == pytest.approx(mean, rel=tolerance("queue_twin"), abs=tolerance("queue_twin"))
    assert found.variance == pytest.approx(variance, rel=tolerance("queue_twin"), abs=tolerance("queue_twin"))


@given(st.floats(0.0, 10.0), st.floats(0.5, 50.0), st.floats(0.2, 5.0))
def test_two_phases_of_help_are_two_waters_that_flow_into_each_other(
    years: float, arrivals: float, mean_help: float
) -> None:
    """The means m1' = arrivals - r m1 and m2' = r m1 - r m2 with r = 2 / mean help, as a matrix."""
    rate = 2.0 / mean_help
    flow = np.array([[0.0, 0.0, 0.0], [arrivals, -rate, 0.0], [0.0, rate, -rate]])
    _, first, second = expm(flow * years) @ np.array([1.0, 0.0, 0.0])
    found = in_help_by_law(years, arrivals, lambda stay: (1.0 + rate * stay) * math.exp(-rate * stay))
    assert found.mean == pytest.approx(
        first + second, rel=tolerance("queue_twin"), abs=tolerance("queue_twin")
    )


def test_from_the_steady_state_the_mean_stays() -> None:
    assert in_help_after(3.0, 30.0, 2.0, at_start=60).mean == pytest.approx(
        60.0, rel=tolerance("last_digits")
    )
