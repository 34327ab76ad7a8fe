"""The event loop of those who wait, held against theory: on the same draws exactly, then in the mean.

A run with a slot for everybody tells how long the help of each would take, one without any slot how long each
would wait. With these numbers the recursions and the walk of `station_twin.py` must say of every station in
between who begins when. Means are held against chains solved by elimination (`station_chain.py`), and as the
cycle shrinks against the closed forms of time that flows. A bound is 4.42 standard errors over replications,
which chance passes once in 100,000 times.
"""

import math
from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np
import pytest

from prevention_sim.analysis.queueing.station import Station, steady_state
from prevention_sim.engines.discrete_event import count_events
from prevention_sim.engines.kernels.queues import ASKED, BUSY, GONE, LEFT, SLOTS, TAKEN, TURNED, WAITING
from prevention_sim.engines.microsimulation import count_persons
from prevention_sim.foundation.axes import FloatArray
from prevention_sim.model.bind import bind
from prevention_sim.model.model import Model
from prevention_sim.model.rows import base_row
from tests.replications import LARGEST_Z, SEED
from tests.station_chain import (
    Law,
    course_in_cycles,
    found_with_cycles,
    poisson_chances,
    pollaczek_khinchine_cycles,
)
from tests.station_file import EVERYBODY, NOBODY, Lives, lives, queue_of, queues, station
from tests.station_twin import Path, Request, kiefer_wolfowitz, lindley, walk

DAYS = 365
IN_DAYS = "time: {start: 2021-01, years: 1, cycle: day, budget_window: 1}"
TWO_KINDS = "strata: {a: {title: a, share: 40 %}, b: {title: b, share: rest}}"
COMING = "caseload: {arrivals: {neue: {value: 110 cases/year, into: bedarf, varies: poisson}}}"
HELP = "stays: {bedarf: {mean: 20 days, to: {ende: 100 %}}}"
SECTIONS = (IN_DAYS, TWO_KINDS, COMING, HELP)

STATIONS = {
    "one slot": "posts: 1 FTE, caseload: 1",
    "first come, first served": "posts: 5 FTE, caseload: 1",
    "priority": "posts: 5 FTE, caseload: 1, priority: {b: 1, a: 2}",
    "patience": "posts: 2 FTE, caseload: 2, leaves: 60 %/month",
    "no waiting room": "posts: 5 FTE, caseload: 1, waiting_room: 0",
    "a waiting room": "posts: 4 FTE, caseload: 1, waiting_room: 3",
    "two slots each": "posts: 9 FTE, caseload: 1, needs: {a: 2}",
    "posts come and go": (
        "posts: 6 FTE, caseload: 1, schedule: [{from: 2021-04, posts: 2 FTE}, {from: 2021-09, posts: 8 FTE}]"
    ),
    "all at once": (
        "posts: 3 FTE, caseload: 3, productive_share: 80 %, leaves: 40 %/month, waiting_room: 5, "
        "needs: {a: 2}, priority: {a: 1}, "
        "schedule: [{from: 2021-03, posts: 5 FTE}, {from: 2021-06, posts: 2 FTE}]"
    ),
}


def slots_at(name: str) -> Callable[[int], int]:
    """Slots at each day of 2021, by hand."""
    match name:
        case "posts come and go":
            return lambda day: 6 if day < 90 else 2 if day < 243 else 8
        case "all at once":  # floor of 2.4 slots for each of 3, 5 and 2 posts
            return lambda day: 7 if day < 59 else 12 if day < 151 else 4
        case _:
            fixed = {"one slot": 1, "patience": 4, "a waiting room": 4, "two slots each": 9}
            return lambda _: fixed.get(name, 5)


def requests_of(capacity: str, seen: Lives, replication: int = 0) -> list[Request]:
    """What each of them would ask for: lengths and patience from stations for everybody and for nobody."""
    everybody = lives(station(EVERYBODY, *SECTIONS), replication)
    lengths = np.where(everybody.ended, everybody.last - everybody.asked, DAYS)
    assert (everybody.start == everybody.asked).all()
    assert (everybody.asked == seen.asked).all()
    patience: list[int | None] = [None] * len(lengths)
    if "leaves" in capacity:
        chance = capacity.partition("leaves: ")[2].partition(",")[0]
        nobody = lives(station(f"{NOBODY}, leaves: {chance}", *SECTIONS), replication)
        patience = (nobody.leaves - nobody.asked).tolist()
    ranks = {"priority: {b: 1, a: 2}": [2, 1], "priority: {a: 1}": [1, 2]}
    rank = next((ranks[each] for each in ranks if each in capacity), [0, 0])
    need = [2, 1] if "needs: {a: 2}" in capacity else [1, 1]
    return [
        Request(int(asked), int(length), wait, rank[kind], need[kind])
        for asked, length, wait, kind in zip(seen.asked, lengths, patience, seen.stratum, strict=True)
    ]


@pytest.mark.parametrize("name", STATIONS)
def test_on_the_same_draws_everybody_begins_when_the_walk_says(name: str) -> None:
    """20: each person's start; at each boundary who waits, slots there and in use, who left or was sent."""
    assert_it_is_the_walk(name, replication=0)


def assert_it_is_the_walk(name: str, replication: int) -> None:
    """Hold a year of a station against the walk, person by person and boundary by boundary."""
    capacity = STATIONS[name]
    seen = lives(station(capacity, *SECTIONS), replication)
    requests, slots = requests_of(capacity, seen, replication), slots_at(name)
    room = {"no waiting room": 0, "a waiting room": 3, "all at once": 5}.get(name)
    path = walk(requests, slots, boundaries=DAYS, waiting_room=room)
    assert seen.start.tolist() == [-1 if fate.start is None else fate.start for fate in path.fates]
    queue = seen.queue[:DAYS]
    assert queue[:, SLOTS].tolist() == [slots(day) for day in range(DAYS)]
    assert queue[:, WAITING].tolist() == path.waiting
    assert queue[:, BUSY].tolist() == path.in_help
    assert not queue[:, GONE].any()
    for measure, boundaries in _by_measure(requests, path).items():
        assert queue[:, measure].tolist() == np.bincount(boundaries, minlength=DAYS).tolist()
    waited = [start - each.boundary for each, start in _begun(requests, path)]
    assert seen.waits.tolist() == np.bincount(waited, minlength=len(seen.waits)).tolist()
    assert max(waited) > 0 or room == 0


def _by_measure(requests: list[Request], path: Path) -> dict[int, list[int]]:
    """The boundaries at which something was counted."""
    fates = zip(requests, path.fates, strict=True)
    gone = [(each, fate.left) for each, fate in fates if fate.left is not None]
    return {
        ASKED: [each.boundary for each in requests],
        TAKEN: [start for _, start in _begun(requests, path)],
        LEFT: [left for each, left in gone if left > each.boundary],
        TURNED: [left for each, left in gone if left == each.boundary],
    }


def _begun(requests: list[Request], path: Path) -> list[tuple[Request, int]]:
    fates = zip(requests, path.fates, strict=True)
    return [(each, fate.start) for each, fate in fates if fate.start is not None]


@pytest.mark.parametrize(("name", "slots"), [("one slot", 1), ("first come, first served", 5)])
def test_on_the_same_draws_starts_are_those_of_the_recursions(name: str, slots: int) -> None:
    """20 (Kiefer and Wolfowitz; Lindley for one slot): exactly, for everybody who begins within the year."""
    seen = lives(station(STATIONS[name], *SECTIONS))
    requests = requests_of(STATIONS[name], seen)
    expected = [start if start < DAYS else -1 for start in kiefer_wolfowitz(requests, slots)]
    assert seen.start.tolist() == expected
    if slots == 1:
        assert expected == [start if start < DAYS else -1 for start in lindley(requests)]


@pytest.mark.parametrize(("slots", "days"), [(1, 1), (2, 2), (1, 2), (2, 5)])
def test_one_a_day_for_days_each_waits_as_one_counts_on_fingers(slots: int, days: int) -> None:
    """21 (D/D/c): help of the n-th begins on day n, or when the one `slots` before is done."""
    coming = "caseload: {arrivals: {neue: {value: 365 cases/year, into: bedarf, varies: fixed}}}"
    seen = lives(station(f"posts: {slots} FTE, caseload: 1", IN_DAYS, coming, lasts=f"{days} days"))
    starts: list[int] = []
    for day in range(DAYS):
        starts.append(day if day < slots else max(day, starts[day - slots] + days))
    assert seen.start.tolist() == [start if start < DAYS else -1 for start in starts]


@pytest.mark.parametrize("name", ["first come, first served", "patience"])
def test_who_waits_at_boundaries_is_how_long_persons_wait(name: str) -> None:
    """22 (Little): in whole cycles, who still waits or is helped at the end counted as far."""
    seen = lives(station(STATIONS[name], *SECTIONS))
    until = np.where(seen.start >= 0, seen.start, np.minimum(seen.leaves, DAYS))
    until[(seen.start < 0) & (seen.leaves < 0)] = DAYS
    assert seen.queue[:DAYS, WAITING].sum() == (until - seen.asked).sum() > 0
    began = seen.start >= 0
    done = np.where(seen.ended, seen.last, DAYS)
    assert seen.queue[:DAYS, BUSY].sum() == (done - seen.start)[began].sum()


@pytest.mark.parametrize("slots", [1, 2, 4, 6])
def test_with_a_slot_more_nobody_waits_longer(slots: int) -> None:
    """23: one kind of case, first come, first served, nobody leaves, nothing happens to who waits."""
    fewer, more = (
        lives(station(f"posts: {each} FTE, caseload: 1", IN_DAYS, COMING, HELP)).start
        for each in (slots, slots + 1)
    )
    began = fewer >= 0
    assert (more[began] >= 0).all()
    assert (more[began] <= fewer[began]).all()
    assert (more >= 0).sum() > began.sum()


@pytest.mark.parametrize("name", STATIONS)
def test_nobody_is_lost_between_queue_help_and_the_way_out(name: str) -> None:
    """24: at every boundary all who have come are in some state; a queue is who came less who went."""
    model = station(STATIONS[name], *SECTIONS)
    bound = bind(model, base_row(model.table).replicated(SEED, [0]))
    tallies = count_events(model, bound, bound.rows.luck)
    entered = tallies.came.sum(axis=-1) + tallies.detoured[
        ..., [each.kind == "entry" for each in model.network.detours]
    ].sum(axis=-1)
    there = tallies.present.sum(axis=-1)
    assert (there[..., :-1] == np.cumsum(entered, axis=-1)).all()
    assert (there[..., -1] == there[..., -2]).all()
    queue = queue_of(tallies)[0]
    out = queue[:, [TAKEN, LEFT, TURNED, GONE]].sum(axis=1)
    assert (queue[:, WAITING] == np.cumsum(queue[:, ASKED] - out)).all()


def test_with_a_slot_for_everybody_all_counts_are_those_of_persons_one_by_one() -> None:
    """19: without queues the same persons are at the same boundaries in the same cells."""
    limited, free = station(EVERYBODY, *SECTIONS), station(None, *SECTIONS)
    found = []
    for model, count in ((limited, count_events), (free, count_persons)):
        bound = bind(model, base_row(model.table).replicated(SEED, [0]))
        tallies = count(model, bound, bound.rows.luck)
        found.append({cell: tallies.present[0, ..., at] for at, cell in enumerate(model.cells)})
    with_slots, one_by_one = found
    assert all((with_slots[cell] == one_by_one[cell]).all() for cell in one_by_one)
    assert not any(with_slots[cell].any() for cell in set(with_slots) - set(one_by_one))


def far(found: FloatArray, expected: FloatArray | Sequence[float] | float) -> FloatArray:
    """The distance of the mean over replications (the first axis) in standard errors."""
    error = found.std(axis=0, ddof=1) / math.sqrt(len(found))
    return np.asarray(np.abs(found.mean(axis=0) - np.asarray(expected)) / error)


def test_from_an_empty_start_means_are_those_of_the_chain() -> None:
    """20: 3 slots, help of 20 days, some leave; who waits and is helped on some days, 600 replications."""
    model = station(
        "posts: 3 FTE, caseload: 1, leaves: 30 %/month", IN_DAYS, COMING.replace("110", "73"), HELP
    )
    law = Law(poisson_chances(73.0 / DAYS), ends=1.0 / 20.0, leaves=1.0 - 0.7 ** (12.0 / DAYS))
    course, days = course_in_cycles(law, slots=3, most=60, boundaries=DAYS), [3, 30, 90, 180, 364]
    found = queues(model, 600)[:, days]
    assert (far(found[..., BUSY], course.in_help[days]) < LARGEST_Z).all()
    assert (far(found[..., WAITING], course.waiting[days]) < LARGEST_Z).all()
    assert (far(found[..., LEFT].sum(axis=1), _leavers(course.waiting, days, law)) < LARGEST_Z).all()


def _leavers(waiting: FloatArray, days: list[int], law: Law) -> float:
    """Of those who waited the day before, each leaves with the same chance."""
    return float(law.leaves * sum(waiting[day - 1] for day in days))


LONG = "time: {start: 2021-01, years: 10, cycle: day, budget_window: 1}"
BATCHES = 80


@pytest.mark.parametrize("law", ["geometric", "fixed"])
def test_one_slot_waits_by_the_formula_of_pollaczek_and_khinchine(law: str) -> None:
    """21 (M/G/1 in days): 0.15 requests a day, help of 4 days on average; the mean queue by Little's law.

    The first year is left out: after so long, the chain's memory of the empty start is below rounding.
    """
    coming, one = COMING.replace("110", "54.75"), "posts: 1 FTE, caseload: 1"
    if law == "fixed":
        model, lengths = station(one, LONG, coming, lasts="4 days"), np.array([0.0, 0.0, 0.0, 0.0, 1.0])
    else:
        model = station(one, LONG, coming, HELP.replace("20", "4"))
        lengths = np.array([0.0, *(0.25 * 0.75**day for day in range(400))])
    wait = pollaczek_khinchine_cycles(poisson_chances(0.15), lengths)
    found = queues(model, BATCHES)[:, DAYS:-1]
    assert far(found[..., WAITING].mean(axis=1), 0.15 * wait) < LARGEST_Z
    assert far(found[..., BUSY].mean(axis=1), 0.6) < LARGEST_Z


class Classical(NamedTuple):
    """A station of the textbooks, and what a file says of it."""

    station: Station
    capacity: str
    published: tuple[float, float]
    """Mean number waiting, and mean number helped."""


CLASSICAL = {
    "M/M/1": Classical(Station(2.0, 1 / 4, 1), "posts: 1 FTE, caseload: 1", (0.5, 0.5)),
    "M/M/2/3": Classical(
        Station(3.0, 1 / 4, 2, waiting_room=1),
        "posts: 2 FTE, caseload: 1, waiting_room: 1",
        (0.04936015, 0.76234004 - 0.04936015),
    ),
    "M/M/2": Classical(Station(4.0, 1 / 4, 2), "posts: 2 FTE, caseload: 1", (1 / 3, 1.0)),
    "M/M/10": Classical(Station(8.0, 1.0, 10), "posts: 1 FTE, caseload: 10", (1.6367206, 8.0)),
    "Erlang B": Classical(
        Station(8.0, 1.0, 10, waiting_room=0),
        "posts: 1 FTE, caseload: 10, waiting_room: 0",
        (0.0, 8.0 * (1.0 - 0.12166106)),
    ),
}
WITH_PATIENCE = Station(12.0, 1.0, 10, mean_patience_years=0.5)
CLASSICAL["Erlang A"] = Classical(
    WITH_PATIENCE,
    f"posts: 1 FTE, caseload: 10, leaves: {100.0 * -math.expm1(-2.0):.10f} %/year",
    (steady_state(WITH_PATIENCE).mean_queue, 12.0 - 2.0 * steady_state(WITH_PATIENCE).mean_queue),
)
PER_YEAR = {"month": 12.0, "week": 365.0 / 7.0, "day": 365.0}
YEARS, SETTLED, RUNS = 60, 40, 120
LARGEST_Z_OF_PUBLISHED = 4.0


@pytest.mark.parametrize("name", CLASSICAL)
def test_as_the_cycle_shrinks_queues_are_those_of_time_that_flows(name: str) -> None:
    """20, 21: in each cycle the chain's means, which err in proportion to it; extrapolated, the published.

    After 40 years the empty start is forgotten to less than a hundredth (M/M/10, the slowest, relaxes in 9).
    """
    assert_it_is_classical(name, RUNS)


def assert_it_is_classical(name: str, runs: int) -> None:
    """Hold so many runs against the chain, and what they are extrapolated to against what is published."""
    told, means = CLASSICAL[name], {}
    waiting, in_help = told.published
    measures, published = ([WAITING, BUSY], [waiting, in_help]) if waiting else ([BUSY], [in_help])
    for cycle, cycles_per_year in PER_YEAR.items():
        settled = queues(_classical(told, cycle), runs)[:, int(SETTLED * cycles_per_year) : -1]
        means[cycle] = settled[..., measures].mean(axis=1)
        room = told.station.waiting_room
        exact = found_with_cycles(
            told.station, cycles_per_year, told.station.slots + (150 if room is None else room)
        )
        assert (far(means[cycle], [exact.waiting, exact.in_help][-len(measures) :]) < LARGEST_Z).all()
    assert (far(_extrapolated(means, "week", "day"), published) < LARGEST_Z_OF_PUBLISHED).all()


def _extrapolated(means: dict[str, FloatArray], coarse: str, fine: str) -> FloatArray:
    """What is left as the cycle vanishes, where the error is in proportion to it (Richardson)."""
    few, many = PER_YEAR[coarse], PER_YEAR[fine]
    return np.asarray((many * means[fine] - few * means[coarse]) / (many - few))


def _classical(told: Classical, cycle: str) -> Model:
    return station(
        told.capacity,
        f"time: {{start: 2021-01, years: {YEARS}, cycle: {cycle}, budget_window: 1}}",
        "conventions: {counting: start, conversion: competing}",
        f"caseload: {{arrivals: {{neue: {{value: {told.station.arrivals_per_year} cases/year, into: bedarf, "
        "varies: poisson}}}",
        f"transitions: [{{from: bedarf, to: ende, rate: {1.0 / told.station.mean_help_years}/year}}]",
    )


def test_without_a_limit_the_course_is_that_of_time_that_flows() -> None:
    """O5: 30 a year for two years on average, from an empty start, after 1, 2, 5 and 10 years."""
    published = [23.608160, 37.927234, 55.074900, 59.595723]
    told = Classical(Station(30.0, 2.0, 100_000), EVERYBODY, (0.0, 60.0))
    means = {}
    for cycle in ("month", "week", "day"):
        model, per_year = _classical(told, cycle), PER_YEAR[cycle]
        at = [round(years * per_year) for years in (1, 2, 5, 10)]
        stays = math.exp(-0.5 / per_year)
        exact = [30.0 / per_year * (1.0 - stays ** (boundary + 1)) / (1.0 - stays) for boundary in at]
        means[cycle] = queues(model, 200)[:, at, BUSY]
        assert (far(means[cycle], exact) < LARGEST_Z).all()
    assert (far(_extrapolated(means, "month", "day"), published) < LARGEST_Z_OF_PUBLISHED).all()
