"""The twins of a station agree with each other on whole boundaries, and with time that flows in the limit."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from prevention_sim.analysis.queueing.erlang import share_waiting_longer
from prevention_sim.analysis.queueing.station import Station, steady_state
from prevention_sim.analysis.queueing.unlimited import in_help_after
from prevention_sim.foundation.axes import FloatArray
from tests.station_chain import (
    Law,
    course_in_cycles,
    factorial_moments,
    found_in_cycles,
    found_with_cycles,
    geo_geo_1_wait_cycles,
    geo_geo_1_waiting_longer,
    one_boundary,
    poisson_chances,
    pollaczek_khinchine_cycles,
    stationary,
    waiting_longer,
)
from tests.station_twin import Fate, Path, Request, kiefer_wolfowitz, lindley, offered_waits, walk
from tests.tolerances import tolerance

LONG = 1_000
"""Boundaries after which nobody waits: 40 requests within 40 boundaries, each for 20 cycles at most."""

HORIZON = 30
NEAR = tolerance("queue_twin")


@st.composite
def streams(draw: st.DrawFn, *, patience: bool = False, priority: bool = False) -> list[Request]:
    """Requests in the order of their boundaries, many of them at the same one."""
    boundaries = sorted(draw(st.lists(st.integers(0, 40), max_size=40)))
    waits = st.none() | st.integers(1, 25) if patience else st.none()
    ranks = st.integers(0, 2) if priority else st.just(0)
    return [Request(at, draw(st.integers(1, 20)), draw(waits), draw(ranks)) for at in boundaries]


SLOTS = st.integers(1, 6)


def starts(path: Path) -> list[int | None]:
    return [fate.start for fate in path.fates]


@given(streams(), SLOTS)
def test_the_recursion_of_workloads_is_the_walk(requests: list[Request], slots: int) -> None:
    assert kiefer_wolfowitz(requests, slots) == starts(walk(requests, slots, boundaries=LONG))


@given(streams())
def test_the_recursion_of_waits_is_that_of_workloads(requests: list[Request]) -> None:
    assert lindley(requests) == kiefer_wolfowitz(requests, slots=1)


@given(streams(patience=True), SLOTS)
def test_the_recursion_of_offered_waits_is_the_walk(requests: list[Request], slots: int) -> None:
    assert offered_waits(requests, slots) == walk(requests, slots, boundaries=LONG).fates


@given(streams(), SLOTS)
def test_without_patience_offered_waits_are_those_of_workloads(requests: list[Request], slots: int) -> None:
    assert [fate.start for fate in offered_waits(requests, slots)] == kiefer_wolfowitz(requests, slots)


def test_a_slot_is_used_again_at_the_boundary_at_which_it_is_free() -> None:
    """Two ask at 0 for the one slot; help takes 3 cycles. The third asks when the first ends."""
    requests = [Request(0, 3), Request(0, 2), Request(3, 1)]
    assert kiefer_wolfowitz(requests, slots=1) == [0, 3, 5]
    path = walk(requests, 1, boundaries=7)
    assert path.waiting == [1, 1, 1, 1, 1, 0, 0]
    assert path.in_help == [1, 1, 1, 1, 1, 1, 0]


def test_patience_is_lost_before_slots_are_given_out() -> None:
    """The slot is free at 3: who waits through three cycles at most is gone, through four is helped."""
    for patience, fate in ((3, Fate(left=3)), (4, Fate(start=3))):
        assert offered_waits([Request(0, 3), Request(0, 1, patience)], slots=1)[1] == fate


def test_the_urgent_come_first_but_send_nobody_away() -> None:
    requests = [
        Request(0, 4),
        Request(1, 1, priority=1),
        Request(2, 1, priority=1),
        Request(3, 1, priority=0),
    ]
    assert starts(walk(requests, 1, boundaries=LONG)) == [0, 5, 6, 4]


def test_who_finds_the_waiting_room_full_is_turned_away_at_once() -> None:
    """One slot, one waiting place; at 2 the slot becomes free for the second, the place for the fourth."""
    requests = [Request(0, 2), Request(0, 2), Request(1, 2), Request(2, 2), Request(2, 2)]
    fates = walk(requests, 1, boundaries=LONG, waiting_room=1).fates
    assert fates == [Fate(start=0), Fate(start=2), Fate(left=1), Fate(start=4), Fate(left=2)]


def test_a_slot_that_falls_away_lets_help_finish_and_takes_nobody_new() -> None:
    path = walk([Request(0, 3), Request(0, 3), Request(1, 1)], lambda now: 2 if now < 1 else 1, boundaries=6)
    assert starts(path) == [0, 0, 3]
    assert path.in_help == [2, 2, 2, 1, 0, 0]


@given(streams(), SLOTS)
def test_one_slot_more_lets_nobody_wait_longer(requests: list[Request], slots: int) -> None:
    """Relation 23: first come, first served, nobody leaves."""
    before, after = (kiefer_wolfowitz(requests, slots + more) for more in (0, 1))
    assert all(later >= sooner for later, sooner in zip(before, after, strict=True))


@given(streams())
def test_as_many_slots_as_requests_let_nobody_wait(requests: list[Request]) -> None:
    asked = [request.boundary for request in requests]
    assert kiefer_wolfowitz(requests, slots=len(requests) + 1) == asked


@given(streams(), SLOTS)
def test_urgency_changes_who_waits_and_not_how_long_all_wait(requests: list[Request], slots: int) -> None:
    """Where help takes equally long for all, the queue is as long in whatever order it is served."""
    alike = [request._replace(length=5) for request in requests]
    ranked = [request._replace(priority=person % 3) for person, request in enumerate(alike)]
    first, other = (walk(each, slots, boundaries=LONG) for each in (alike, ranked))
    assert (first.waiting, first.in_help) == (other.waiting, other.in_help)


@given(streams(patience=True, priority=True), SLOTS, st.none() | st.integers(0, 4))
def test_nobody_is_lost_and_time_adds_up(
    requests: list[Request], slots: int, waiting_room: int | None
) -> None:
    """Relations 24 and 22: everybody is somewhere at every boundary; number times time is the sum of stays.

    Stays that last beyond the end count as far as it.
    """
    path = walk(requests, slots, boundaries=HORIZON, waiting_room=waiting_room)
    waits, helps = zip(*map(until_the_end, requests, path.fates), strict=True) if requests else ((), ())
    assert (sum(path.waiting), sum(path.in_help)) == (sum(waits), sum(helps))
    for now in range(HORIZON):
        came = sum(request.boundary <= now for request in requests)
        left = sum(fate.left is not None and fate.left <= now for fate in path.fates)
        ended = sum(
            fate.start is not None and fate.start + request.length <= now
            for request, fate in zip(requests, path.fates, strict=True)
        )
        assert path.waiting[now] + path.in_help[now] + left + ended == came
    assert max(path.in_help) <= slots
    assert waiting_room is None or max(path.waiting) <= waiting_room


def until_the_end(request: Request, fate: Fate) -> tuple[int, int]:
    """Cycles waited and helped before the horizon."""
    asked = min(request.boundary, HORIZON)
    waited = min(fate.left if fate.left is not None else HORIZON, HORIZON)
    if fate.start is None:
        return waited - asked, 0
    return fate.start - asked, min(fate.start + request.length, HORIZON) - fate.start


@given(st.integers(1, 5), st.integers(1, 6), st.integers(1, 12))
def test_a_timetable_waits_never_or_ever_longer(slots: int, every: int, length: int) -> None:
    """D/D/c, relation 21: the n-th begins at the later of n x every and, in rounds of c, n // c x length."""
    requests = [Request(every * person, length) for person in range(30)]
    expected = [max(every * person, 0) for person in range(30)]
    if length > slots * every:
        expected = [person % slots * every + person // slots * length for person in range(30)]
    assert kiefer_wolfowitz(requests, slots) == expected


@given(st.floats(0.02, 0.9), st.floats(0.05, 0.95))
@settings(max_examples=40)
def test_one_slot_and_one_request_at_most_have_a_closed_form(busy: float, ends: float) -> None:
    """Geo/Geo/1: mean and law of the wait, share of time in help, and what any law of lengths gives here."""
    comes = busy * ends
    most = int(40.0 / (1.0 - busy)) + 10
    law = Law(np.array([1.0 - comes, comes]), ends)
    found = found_in_cycles(law, slots=1, most=most)
    wait = geo_geo_1_wait_cycles(comes, ends)
    assert found.wait_cycles == pytest.approx(wait, rel=NEAR)
    assert found.in_help == pytest.approx(busy, rel=NEAR)
    lengths = np.array([0.0, *(ends * (1.0 - ends) ** np.arange(2_000))])
    assert pollaczek_khinchine_cycles(law.coming, lengths) == pytest.approx(wait, rel=NEAR)
    longer = [geo_geo_1_waiting_longer(cycles, comes, ends) for cycles in range(5_000)]
    assert sum(longer) == pytest.approx(wait, rel=NEAR)


FIVE = np.array([0.0, 0.0, 0.0, 0.0, 0.0, 1.0])
SHORT_OR_LONG = np.array([0.0, 0.4, 0.3, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.3])
ONE_AT_MOST = np.array([0.85, 0.15])


@pytest.mark.parametrize("coming", [poisson_chances(0.15), ONE_AT_MOST, np.array([0.95, 0.0, 0.0, 0.05])])
@pytest.mark.parametrize("lengths", [FIVE, SHORT_OR_LONG])
def test_one_slot_and_any_length_of_help(coming: FloatArray, lengths: FloatArray) -> None:
    """Pollaczek and Khinchine: the work left before requests come, capped at 900 cycles, is a chain too."""
    most = 900
    work, of_so_many = np.zeros(1), np.ones(1)
    for chance in coming:
        work = np.pad(work, (0, len(of_so_many) - len(work))) + chance * of_so_many
        of_so_many = np.convolve(of_so_many, lengths)
    left = np.zeros((most, most))
    for before in range(most):
        np.add.at(left[before], np.clip(before + np.arange(len(work)) - 1, 0, most - 1), work)
    number, pairs = factorial_moments(coming)
    beside = factorial_moments(lengths)[0] * pairs / (2.0 * number)
    wait = float(stationary(left) @ np.arange(most)) + beside
    assert pollaczek_khinchine_cycles(coming, lengths) == pytest.approx(wait, rel=NEAR)


@pytest.mark.parametrize(
    ("coming", "expected"), [(poisson_chances(0.15), 0.15 * 25 / 0.5), (ONE_AT_MOST, 0.15 * 20 / 0.5)]
)
def test_help_of_five_cycles_for_one_after_the_other(coming: FloatArray, expected: float) -> None:
    """M/D/1, relation 21: three quarters taken, so 7.5 cycles as in time that flows; one at most waits 6."""
    assert pollaczek_khinchine_cycles(coming, FIVE) == pytest.approx(expected, rel=tolerance("closed_form"))


@given(st.integers(1, 4), st.floats(0.1, 0.7), st.floats(0.2, 0.9), st.floats(0.0, 0.9))
@settings(max_examples=30)
def test_in_help_is_what_comes_and_does_not_leave(
    slots: int, busy: float, ends: float, leaves: float
) -> None:
    """The flows of a boundary balance: what comes ends its help or leaves."""
    law = Law(poisson_chances(busy * ends * slots), ends, leaves)
    found = found_in_cycles(law, slots, most=200)
    gone = ends * found.in_help + leaves * found.waiting
    assert gone == pytest.approx(law.mean_coming, rel=NEAR)


@given(st.integers(1, 4), st.floats(0.1, 0.7), st.floats(0.2, 0.9))
@settings(max_examples=20)
def test_the_shares_that_wait_longer_add_up_to_the_mean_wait(slots: int, busy: float, ends: float) -> None:
    law = Law(poisson_chances(busy * ends * slots), ends)
    mean = found_in_cycles(law, slots, most=200).wait_cycles
    assert waiting_longer(law, slots, most=200, cycles=300).sum() == pytest.approx(mean, rel=NEAR, abs=NEAR)


def test_one_slot_and_one_request_at_most_wait_by_the_closed_form() -> None:
    law = Law(np.array([0.8, 0.2]), ends=0.25)
    expected = [geo_geo_1_waiting_longer(cycles, comes=0.2, ends=0.25) for cycles in range(20)]
    assert waiting_longer(law, slots=1, most=400, cycles=20) == pytest.approx(expected, rel=NEAR)


def test_as_the_cycle_shrinks_as_many_wait_longer_as_erlang_says() -> None:
    """8 a year on 10 slots, longer than 3 months; the error is in proportion to the cycle."""
    expected = share_waiting_longer(0.25, 8.0, 10, 1.0)
    errors = []
    for cycles in (48, 96):
        law = Law(poisson_chances(8.0 / cycles), -math.expm1(-1.0 / cycles))
        errors.append(float(waiting_longer(law, 10, most=200, cycles=cycles // 4 + 1)[-1]) - expected)
    assert errors[0] / errors[1] == pytest.approx(2.0, rel=0.1)


def test_without_a_limit_the_course_is_a_geometric_sum() -> None:
    """Of those who came at each boundary, a share stays through each cycle."""
    law = Law(poisson_chances(0.5), ends=0.1)
    course = course_in_cycles(law, slots=60, most=60, boundaries=25)
    expected = [0.5 * sum(0.9**age for age in range(boundary + 1)) for boundary in range(25)]
    assert course.in_help == pytest.approx(expected, rel=NEAR)
    assert not course.waiting.any()


def test_as_the_cycle_shrinks_the_course_without_a_limit_is_that_of_time_that_flows() -> None:
    """5 a year for 2 years each, after 3 years."""
    expected = in_help_after(3.0, 5.0, 2.0).mean
    errors = []
    for cycles in (24, 48):
        law = Law(poisson_chances(5.0 / cycles), -math.expm1(-0.5 / cycles))
        course = course_in_cycles(law, slots=50, most=50, boundaries=3 * cycles + 1)
        errors.append(float(course.in_help[-1]) - expected)
    assert errors[0] / errors[1] == pytest.approx(2.0, rel=0.1)


def test_the_course_ends_in_the_steady_state() -> None:
    law = Law(poisson_chances(0.8), ends=0.25, leaves=0.05)
    course = course_in_cycles(law, slots=3, most=150, boundaries=2_000)
    found = found_in_cycles(law, slots=3, most=150)
    assert (course.in_help[-1], course.waiting[-1]) == pytest.approx((found.in_help, found.waiting), rel=NEAR)
    assert np.all(np.diff(course.waiting) > -NEAR)


def test_the_course_is_the_mean_of_many_walks() -> None:
    """2 slots, ten boundaries from an empty start, 4,000 walks; 4.4 standard errors at each boundary."""
    luck = np.random.default_rng(66)
    law, boundaries, walks = Law(poisson_chances(0.6), ends=0.3, leaves=0.2), 10, 4_000
    seen = np.zeros((2, walks, boundaries))
    for number in range(walks):
        requests = [
            Request(at, int(luck.geometric(law.ends)), int(luck.geometric(law.leaves)))
            for at, coming in enumerate(luck.poisson(law.mean_coming, boundaries))
            for _ in range(coming)
        ]
        path = walk(requests, 2, boundaries=boundaries)
        seen[:, number] = path.in_help, path.waiting
    expected = np.stack(course_in_cycles(law, slots=2, most=60, boundaries=boundaries))
    assert np.all(np.abs(seen.mean(1) - expected) <= 4.4 * seen.std(1, ddof=1) / math.sqrt(walks))


def test_the_chain_is_the_walk_of_a_long_stream() -> None:
    """3 slots, 80 % taken, some leave: 100,000 boundaries of a stream drawn once.

    Batch means give the standard error; 4.4 of them are passed by chance once in 90,000 times.
    """
    luck = np.random.default_rng(6)
    law = Law(poisson_chances(0.48), ends=0.2, leaves=0.05)
    boundaries = 100_000
    requests = [
        Request(at, int(luck.geometric(law.ends)), int(luck.geometric(law.leaves)))
        for at, number in enumerate(luck.poisson(law.mean_coming, boundaries))
        for _ in range(number)
    ]
    waiting = np.zeros(boundaries)
    for request, fate in zip(requests, offered_waits(requests, slots=3), strict=True):
        until = fate.left if fate.start is None else fate.start
        assert until is not None
        waiting[request.boundary : until] += 1.0
    batches = waiting.reshape(100, -1).mean(1)
    found = found_in_cycles(law, slots=3, most=200)
    assert abs(batches.mean() - found.waiting) < 4.4 * batches.std(ddof=1) / 10.0


@pytest.mark.parametrize(
    "station",
    [
        Station(2.0, 1 / 4, slots=1),
        Station(4.0, 1 / 4, slots=2),
        Station(8.0, 1.0, slots=10),
        Station(12.0, 1.0, slots=10, mean_patience_years=0.5),
        Station(12.0, 1.0, slots=10, waiting_room=4),
    ],
    ids=["M/M/1", "M/M/2", "M/M/10", "M/M/10+M", "M/M/10/14"],
)
def test_as_the_cycle_shrinks_the_wait_is_that_of_time_that_flows(station: Station) -> None:
    """The error is in proportion to the cycle, and Richardson's value has one in proportion to its square."""
    room = station.waiting_room
    most = 160 if room is None else station.slots + room
    limit = steady_state(station)
    expected = limit.mean_queue / station.arrivals_per_year
    months, halves, quarters = (
        found_with_cycles(station, cycles, most).wait_cycles / cycles for cycles in (48, 96, 192)
    )
    assert (months - expected) / (halves - expected) == pytest.approx(2.0, rel=0.1)
    first, second = 2.0 * halves - months, 2.0 * quarters - halves
    assert (first - expected) / (second - expected) == pytest.approx(4.0, rel=0.2)


def test_who_is_more_than_the_waiting_room_is_turned_away() -> None:
    chances = one_boundary(Law(np.array([0.0, 0.0, 1.0]), ends=0.5), slots=1, most=2)
    assert chances.tolist() == [[0.0, 0.0, 1.0], [0.0, 0.0, 1.0], [0.0, 0.0, 1.0]]
