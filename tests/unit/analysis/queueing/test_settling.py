"""The time to the steady state, against the second eigenvalue of the chain."""

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from scipy.linalg import eigvalsh_tridiagonal

from prevention_sim.analysis.queueing.settling import settling_years
from prevention_sim.analysis.queueing.station import Station
from prevention_sim.foundation.errors import ModelError
from tests.station_chain import rates
from tests.tolerances import tolerance

PATIENCE = st.none() | st.floats(0.05, 20.0)
ROOM = st.none() | st.integers(0, 200)


def relaxation_years(station: Station) -> float:
    """Of the chain cut at 2,000 waiting: one eigenvalue is 0, and the next says how slowly the rest goes."""
    most = station.slots + (2_000 if station.waiting_room is None else station.waiting_room)
    flows = rates(station, most)
    beside = np.sqrt(np.diag(flows, 1) * np.diag(flows, -1))
    slowest, _ = eigvalsh_tridiagonal(-flows.sum(1), beside, select="i", select_range=(most - 1, most))
    return -1.0 / float(slowest)


@given(st.integers(1, 60), st.floats(0.05, 0.97), st.floats(0.1, 5.0))
@settings(max_examples=30)
def test_where_nobody_leaves_it_takes_about_as_long_as_the_rule_says(
    slots: int, busy: float, mean_help: float
) -> None:
    station = Station(busy * slots / mean_help, mean_help, slots)
    assert relaxation_years(station) == pytest.approx(settling_years(station), rel=tolerance("about"))


@given(st.integers(1, 60), st.floats(0.05, 2.0), PATIENCE, ROOM)
@settings(max_examples=60)
def test_it_takes_hardly_longer_than_the_rule_says(
    slots: int, busy: float, patience: float | None, room: int | None
) -> None:
    assume(patience is not None or room is not None)
    station = Station(busy * slots, 1.0, slots, patience, room)
    assert relaxation_years(station) < (1.0 + tolerance("about")) * settling_years(station)


def test_what_grows_for_ever_never_settles() -> None:
    with pytest.raises(ModelError, match="for ever"):
        settling_years(Station(10.0, 1.0, 10))
