"""A station's steady state against printed figures, a chain solved state by state, and its limits."""

import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from scipy.special import digamma, gammainc, gammaln

from prevention_sim.analysis.queueing.erlang import (
    erlang_b,
    erlang_c,
    share_waiting_longer,
    wait_quantile_years,
)
from prevention_sim.analysis.queueing.station import Station, SteadyState, steady_state
from prevention_sim.foundation.errors import ModelError
from tests.station_chain import rates, stationary
from tests.tolerances import tolerance

NEAR = tolerance("queue_twin")
MOST = 300


@st.composite
def stations(draw: st.DrawFn, *, settle: bool = False) -> Station:
    """Stations whose number in help and waiting practically stays below `MOST`."""
    slots = draw(st.integers(1, 25))
    mean_help = draw(st.floats(0.1, 4.0))
    busy = draw(st.floats(0.05, 0.8 if settle else 2.0))
    patience = draw(st.none() | st.floats(0.05, 2.0)) if not settle else None
    room = draw(st.none() | st.integers(0, 60)) if not settle else None
    assume(settle or busy < 0.8 or patience is not None or room is not None)
    assume(patience is None or patience < 2.0 * mean_help)
    return Station(busy * slots / mean_help, mean_help, slots, patience, room)


def by_hand(station: Station) -> SteadyState:
    """By the shares of time of every number, and by the way of one who waits to the front, step by step."""
    most = MOST if station.waiting_room is None else station.slots + station.waiting_room
    shares, numbers = stationary(rates(station, most)), np.arange(most + 1)
    helped, waiting = np.minimum(numbers, station.slots), np.maximum(0, numbers - station.slots)
    turned_away = float(shares[-1]) if station.waiting_room is not None else 0.0
    leaves = 1.0 / (station.mean_patience_years or math.inf)
    queue = float(shares @ waiting)
    return SteadyState(
        utilisation=float(shares @ helped) / station.slots,
        share_waiting=float(shares[station.slots :].sum()) - turned_away,
        share_turned_away=turned_away,
        share_leaving=leaves * queue / station.arrivals_per_year,
        mean_queue=queue,
        mean_wait_years=queue / (station.arrivals_per_year * (1.0 - turned_away)),
        mean_wait_of_served_years=_wait_of_the_served(station, shares[:-1], leaves),
    )


def _wait_of_the_served(station: Station, found: np.ndarray, leaves: float) -> float:
    """Over how many a request finds; `served` and `years` are of who has the place `at` in the queue."""
    slots_end = station.slots / station.mean_help_years
    total_served = total_years = 0.0
    served, years = 1.0, 0.0  # the chance to be served, and the mean wait where that happens and 0 elsewhere
    for number, share in enumerate(found):
        if number >= station.slots:
            at = number - station.slots + 1
            all_ends = slots_end + at * leaves
            step = (all_ends - leaves) / all_ends
            served, years = step * served, step * (years + served / all_ends)
        total_served += share * served
        total_years += share * years
    return total_years / total_served


def values(found: SteadyState) -> list[float]:
    return [
        found.utilisation,
        found.share_waiting,
        found.share_turned_away,
        found.share_leaving,
        found.mean_queue,
        found.mean_wait_years,
        found.mean_wait_of_served_years,
    ]


@pytest.mark.parametrize(
    ("station", "queue", "wait", "busy"),
    [
        (Station(2.0, 1 / 4, slots=1), 0.5, 0.25, 0.5),
        (Station(4.0, 1 / 4, slots=2), 1 / 3, 1 / 12, 0.5),
        (Station(8.0, 1.0, slots=10), 1.6367206, 0.20459008, 0.8),
    ],
)
def test_everybody_waits_as_printed(station: Station, queue: float, wait: float, busy: float) -> None:
    """O5: M/M/1, M/M/2 and M/M/10."""
    found = steady_state(station)
    assert found.mean_queue == pytest.approx(queue, abs=5e-8)
    assert found.mean_wait_years == pytest.approx(wait, abs=5e-9)
    assert found.mean_wait_of_served_years == pytest.approx(wait, abs=5e-9)
    assert found.utilisation == pytest.approx(busy, rel=tolerance("last_digits"))
    assert found.share_served == 1.0


def test_one_waiting_place_as_printed() -> None:
    """O5: M/M/2/3, 3 a year, help of a quarter."""
    station = Station(3.0, 1 / 4, slots=2, waiting_room=1)
    found = steady_state(station)
    assert round(found.share_turned_away, 8) == 0.04936015
    assert round(found.share_waiting, 8) == 0.13162706
    assert round(found.mean_wait_years, 8) == 0.01730769
    assert round(found.mean_queue + station.slots * found.utilisation, 8) == 0.76234004
    shares = stationary(rates(station, most=3))
    assert [round(float(share), 8) for share in shares] == [0.46800731, 0.35100548, 0.13162706, 0.04936015]


def test_callers_who_give_up_as_printed() -> None:
    """Garnett, Mandelbaum and Reiman (2002): 48 calls a minute, of a minute each, for 50 agents.

    With endless patience 20.8 seconds, 17 in the queue, 96 % taken, and one in ten waits longer than 58.1
    seconds. With a patience of two minutes 3.1 % leave; 3.7 seconds, 3 in the queue, 93 % taken.
    """
    patient = steady_state(Station(48.0, 1.0, slots=50))
    assert round(60.0 * patient.mean_wait_years, 1) == 20.8
    assert (round(patient.mean_queue), round(patient.utilisation, 2)) == (17, 0.96)
    assert round(60.0 * wait_quantile_years(0.9, 48.0, 50, 1.0), 1) == 58.1
    leaving = steady_state(Station(48.0, 1.0, slots=50, mean_patience_years=2.0))
    assert round(60.0 * leaving.mean_wait_years, 1) == 3.7
    assert (round(leaving.mean_queue), round(leaving.utilisation, 2)) == (3, 0.93)
    assert round(leaving.share_leaving, 3) == 0.031


@given(stations())
@settings(max_examples=60)
def test_every_figure_is_that_of_the_chain(station: Station) -> None:
    assert values(steady_state(station)) == pytest.approx(values(by_hand(station)), rel=NEAR, abs=1e-12)


@given(stations(settle=True))
def test_without_limits_it_is_erlang_c(station: Station) -> None:
    found = steady_state(station)
    assert found.share_waiting == pytest.approx(erlang_c(station.load, station.slots), rel=NEAR)
    per_year = (station.slots - station.load) / station.mean_help_years
    assert found.mean_wait_years == pytest.approx(found.share_waiting / per_year, rel=NEAR)
    median = share_waiting_longer(
        math.log(2.0) / per_year, station.load, station.slots, station.mean_help_years
    )
    assert median == pytest.approx(found.share_waiting / 2.0, rel=NEAR)


@given(stations(settle=True))
def test_who_would_wait_for_ever_makes_erlang_c_of_erlang_a(station: Station) -> None:
    """What is missing is in proportion to 1 / patience."""
    patient = steady_state(replace(station, mean_patience_years=1e10))
    assert values(patient) == pytest.approx(values(steady_state(station)), rel=1e-6, abs=1e-6)


@given(stations(settle=True))
def test_who_does_not_wait_at_all_makes_erlang_b_of_erlang_a(station: Station) -> None:
    """What is missing is in proportion to the patience."""
    hasty = steady_state(replace(station, mean_patience_years=1e-10))
    assert hasty.share_leaving == pytest.approx(erlang_b(station.load, station.slots), rel=1e-6)
    assert hasty.mean_wait_years < 1e-9


@given(stations(), st.floats(1.0, 5.0))
def test_no_waiting_room_is_erlang_b(station: Station, times: float) -> None:
    """In overload too, and whatever the patience of those who cannot wait."""
    crowded = replace(station, arrivals_per_year=times * station.arrivals_per_year, waiting_room=0)
    found = steady_state(crowded)
    assert found.share_turned_away == pytest.approx(erlang_b(crowded.load, crowded.slots), rel=NEAR)
    assert (found.mean_queue, found.share_leaving, found.mean_wait_years) == (0.0, 0.0, 0.0)


@given(stations(settle=True))
def test_a_large_waiting_room_is_none_at_all(station: Station) -> None:
    """At most 80 % taken, so that 0.8 ** 1000 wait in the last place."""
    assert values(steady_state(replace(station, waiting_room=1_000))) == pytest.approx(
        values(steady_state(station)), rel=NEAR, abs=1e-300
    )


@given(stations())
def test_one_slot_more_never_means_a_longer_wait(station: Station) -> None:
    """Nor more who leave or are turned away; relation 23 in the mean."""
    before, after = (steady_state(replace(station, slots=station.slots + more)) for more in (0, 1))
    slack = 1.0 + NEAR
    assert after.mean_wait_years <= before.mean_wait_years * slack
    assert after.mean_wait_of_served_years <= before.mean_wait_of_served_years * slack
    assert after.share_leaving <= before.share_leaving * slack
    assert after.share_turned_away <= before.share_turned_away * slack


@given(stations())
def test_one_list_for_two_districts_beats_a_list_for_each(station: Station) -> None:
    """Pooling, relation 12: twice the families on twice the slots and twice the waiting room."""
    room = station.waiting_room
    pooled = replace(
        station,
        arrivals_per_year=2.0 * station.arrivals_per_year,
        slots=2 * station.slots,
        waiting_room=None if room is None else 2 * room,
    )
    alone, together = steady_state(station), steady_state(pooled)
    assert together.share_served >= alone.share_served - NEAR
    if room is None:
        assert together.mean_wait_years <= alone.mean_wait_years * (1.0 + NEAR)


@given(stations())
def test_what_comes_is_served_leaves_or_is_turned_away(station: Station) -> None:
    """Little's law for the queue and for the slots; patience runs for those who wait."""
    found = steady_state(station)
    admitted = station.arrivals_per_year * (1.0 - found.share_turned_away)
    assert found.mean_queue == pytest.approx(admitted * found.mean_wait_years, rel=NEAR)
    assert found.utilisation * station.slots == pytest.approx(station.load * found.share_served, rel=NEAR)
    assert 0.0 <= found.share_waiting + found.share_turned_away <= 1.0 + tolerance("last_digits")
    if station.mean_patience_years is not None:
        leaving = found.mean_queue / station.mean_patience_years
        assert found.share_leaving * station.arrivals_per_year == pytest.approx(leaving, rel=NEAR)


@given(stations(), st.floats(0.1, 10.0))
def test_another_unit_of_time_changes_times_alone(station: Station, factor: float) -> None:
    """Relation 36: what is in years may as well be in months."""
    patience = station.mean_patience_years
    other = Station(
        station.arrivals_per_year / factor,
        station.mean_help_years * factor,
        station.slots,
        None if patience is None else patience * factor,
        station.waiting_room,
    )
    expected = steady_state(station)
    times = [expected.mean_wait_years * factor, expected.mean_wait_of_served_years * factor]
    assert values(steady_state(other)) == pytest.approx([*values(expected)[:-2], *times], rel=NEAR)


@pytest.mark.parametrize(("arrivals", "patience"), [(4_400.0, 2.0), (4_500.0, 0.5), (6_000.0, 3.0)])
def test_thousands_of_slots_with_patience(arrivals: float, patience: float) -> None:
    """Garnett, Mandelbaum and Reiman (2002), with the incomplete gamma function.

    With x = slots x patience and y = arrivals x patience, for help of a year: of the times when all slots are
    taken, nobody waits in y**x exp(-y) / (Gamma(x + 1) P(x, y)).
    """
    x, y = 4_500.0 * patience, arrivals * patience
    nobody = math.exp(x * math.log(y) - y - gammaln(x + 1.0)) / gammainc(x, y)
    below = erlang_b(arrivals, 4_500)
    taken = below / (below + nobody * (1.0 - below))
    found = steady_state(Station(arrivals, 1.0, 4_500, mean_patience_years=patience))
    near = tolerance("queue_in_logarithms")
    assert found.share_waiting == pytest.approx(taken, rel=near)
    leaving = taken * (1.0 - 4_500.0 / arrivals * (1.0 - nobody))
    assert found.share_leaving == pytest.approx(leaving, rel=near, abs=near)


def test_a_long_queue_stands_where_as_many_leave_as_are_too_many() -> None:
    """1,500 a year too many, each gone after 40 years on average, so that 60,000 wait.

    Who is served waits (digamma(x + 60,000) - digamma(x)) x 40 years with x = 4,500 x 40, up to 1 in 60,000.
    """
    found = steady_state(Station(6_000.0, 1.0, 4_500, mean_patience_years=40.0))
    assert found.mean_queue == pytest.approx(60_000.0, rel=NEAR)
    assert found.share_leaving == pytest.approx(0.25, rel=NEAR)
    waited = 40.0 * (digamma(240_000.0) - digamma(180_000.0))
    assert found.mean_wait_of_served_years == pytest.approx(waited, rel=1.0 / 60_000.0)


def test_where_nothing_comes_nothing_waits() -> None:
    assert set(values(steady_state(Station(0.0, 1.0, 3)))) == {0.0}


def test_more_than_can_be_served_is_said_in_words() -> None:
    with pytest.raises(ModelError, match="demand exceeds capacity for ever"):
        steady_state(Station(10.0, 1.0, 10))


def test_a_patience_of_ten_thousand_years_is_none() -> None:
    with pytest.raises(ModelError, match="leave patience out"):
        steady_state(Station(6_000.0, 1.0, 4_500, mean_patience_years=10_000.0))


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"arrivals_per_year": -1.0}, "arrivals"),
        ({"arrivals_per_year": math.inf}, "arrivals"),
        ({"mean_help_years": 0.0}, "help"),
        ({"mean_help_years": math.nan}, "help"),
        ({"slots": 0}, "slots"),
        ({"mean_patience_years": 0.0}, "patience"),
        ({"waiting_room": -1}, "waiting room"),
    ],
)
def test_what_is_no_station_is_refused(wrong: dict[str, float], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        replace(Station(10.0, 1.0, 12), **wrong)  # type: ignore[arg-type]
