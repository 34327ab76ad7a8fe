"""How often a station is in which state, exactly: by linear algebra, in cycles and in time that flows.

In cycles, requests come at every boundary by any law, every help ends with the same chance at the end of each
cycle, and whoever waits leaves with the same chance at the next boundary. The order at a boundary is that of
`station_twin.py`: those who end or leave go, others come, and the state is counted once slots are given out.
The number in help and waiting is then a chain, and Little's law makes waits of queues.

Textbooks call this order for one slot "early arrival": who comes to an empty station is helped in the same
cycle, and may leave at its end.
"""

import math
from typing import NamedTuple

import numpy as np
from scipy.stats import binom, poisson

from prevention_sim.analysis.queueing.station import Station
from prevention_sim.foundation.axes import FloatArray


class Law(NamedTuple):
    """Of a station in cycles: requests per boundary, as chances of 0, 1, 2, …, and chances per cycle."""

    coming: FloatArray
    ends: float
    leaves: float = 0.0

    @property
    def mean_coming(self) -> float:
        """Mean number of requests at a boundary."""
        return factorial_moments(self.coming)[0]


class Found(NamedTuple):
    """Means of a station in cycles: helped and waiting at a boundary, and cycles waited by all who came."""

    in_help: float
    waiting: float
    wait_cycles: float


def stationary(flows: FloatArray) -> FloatArray:
    """How often a chain is in each state, f8[state], from chances or rates f8[from, to]; diagonal unread.

    State by state, the last is taken out of the chain (Grassmann, Taksar and Heyman 1985). Nothing is
    subtracted, so every share is right to nearly all digits, however small.
    """
    left = np.array(flows, float)
    for last in range(len(left) - 1, 0, -1):
        left[:last, last] /= left[last, :last].sum()
        left[:last, :last] += np.outer(left[:last, last], left[last, :last])
    shares = np.ones(len(left))
    for state in range(1, len(left)):
        shares[state] = shares[:state] @ left[:state, state]
    return np.asarray(shares / shares.sum())


def poisson_chances(mean: float) -> FloatArray:
    """Chances of 0, 1, 2, …, as far as they show."""
    return np.asarray(poisson.pmf(np.arange(int(poisson.ppf(1.0 - 1e-15, mean)) + 10), mean))


def one_boundary(law: Law, slots: int, most: int) -> FloatArray:
    """The chance of each number f8[before, after] one boundary later; more than `most` are turned away."""
    numbers, chances = np.arange(most + 1), np.zeros((most + 1, most + 1))
    helped = np.minimum(numbers, slots)
    staying = np.asarray(binom.pmf(numbers, helped[:, None], 1.0 - law.ends))
    patient = np.asarray(binom.pmf(numbers, (numbers - helped)[:, None], 1.0 - law.leaves))
    for number in numbers:
        remain = np.convolve(staying[number, : slots + 1], patient[number, : number + 1])
        after = np.convolve(remain, law.coming)
        np.add.at(chances[number], np.minimum(np.arange(len(after)), most), after)
    return chances


class Course(NamedTuple):
    """Mean numbers at boundaries 0, 1, 2, …, f8[boundary]."""

    in_help: FloatArray
    waiting: FloatArray


def course_in_cycles(law: Law, slots: int, most: int, boundaries: int) -> Course:
    """From an empty station on, to which requests come at boundary 0 too."""
    chances, numbers = one_boundary(law, slots, most), np.arange(most + 1)
    shares = np.zeros((boundaries, most + 1))
    shares[0] = chances[0]
    for boundary in range(1, boundaries):
        shares[boundary] = shares[boundary - 1] @ chances
    return Course(shares @ np.minimum(numbers, slots), shares @ np.maximum(0, numbers - slots))


def waiting_longer(law: Law, slots: int, most: int, cycles: int) -> FloatArray:
    """Share of requests f8[w] that wait more than w cycles where nobody leaves, first come, first served.

    While somebody waits all slots are taken, so that their ends are binomial: with n ahead, a wait is longer
    than w where no more than n - slots of slots x w end.
    """
    before = stationary(one_boundary(law, slots, most))
    ahead = np.zeros(most + len(law.coming))
    for number, share in enumerate(before):
        helped = min(number, slots)
        ends = binom.pmf(np.arange(helped + 1), helped, law.ends)
        ahead[number - helped : number + 1] += share * ends[::-1]
    at_least = np.cumsum(law.coming[::-1])[::-1]  # the i-th of a boundary is there if at least i come
    ahead = np.convolve(ahead, at_least[1:] / law.mean_coming)
    enough = np.arange(len(ahead))[:, None] - slots
    return np.asarray(ahead @ binom.cdf(enough, slots * np.arange(cycles), law.ends))


def found_in_cycles(law: Law, slots: int, most: int) -> Found:
    """Means in the long run; `most` is slots and waiting room, or more than ever come together."""
    shares, numbers = stationary(one_boundary(law, slots, most)), np.arange(most + 1)
    waiting = float(shares @ np.maximum(0, numbers - slots))
    return Found(float(shares @ np.minimum(numbers, slots)), waiting, waiting / law.mean_coming)


def found_with_cycles(station: Station, cycles_per_year: float, most: int) -> Found:
    """Means of a station whose rates are turned into chances of a cycle.

    Its wait in years is that of time that flows, with an error in proportion to the cycle: twice the value at
    2n cycles less that at n (Richardson) has one in proportion to its square.
    """
    cycle = 1.0 / cycles_per_year
    patience = station.mean_patience_years or math.inf
    law = Law(
        poisson_chances(station.arrivals_per_year * cycle),
        -math.expm1(-cycle / station.mean_help_years),
        -math.expm1(-cycle / patience),
    )
    return found_in_cycles(law, station.slots, most)


def geo_geo_1_wait_cycles(comes: float, ends: float) -> float:
    """Mean wait where at most one comes at a boundary, with one slot: p (1 - q) / (q (q - p))."""
    return comes * (1.0 - ends) / (ends * (ends - comes))


def geo_geo_1_waiting_longer(than_cycles: int, comes: float, ends: float) -> float:
    """Share that waits more than some cycles: sigma (1 - eta)**n.

    sigma = p (1 - q) / (q (1 - p)) wait at all; each further cycle is the last with eta = (q - p) / (1 - p).
    """
    waits = comes * (1.0 - ends) / (ends * (1.0 - comes))
    return float(waits * (1.0 - (ends - comes) / (1.0 - comes)) ** than_cycles)


def pollaczek_khinchine_cycles(coming: FloatArray, lengths: FloatArray) -> float:
    """Mean wait with one slot, any number of requests and any length of help, as chances of 0, 1, 2, ….

    Work X comes to a boundary, and a cycle takes 1 of what is left, so that E(X (X - 1)) / (2 (1 - E X)) is
    left on average; a request waits for that, and for the help of those before it at the same boundary.

        a Poisson number   lam E(S**2) / (2 (1 - lam E S)), as in time that flows: the cycle makes no error
        one at most        lam E(S (S - 1)) / (2 (1 - lam E S))
    """
    number, pairs = factorial_moments(coming)
    length, length_pairs = factorial_moments(lengths)
    work_pairs = number * length_pairs + pairs * length**2
    return work_pairs / (2.0 * (1.0 - number * length)) + pairs * length / (2.0 * number)


def factorial_moments(chances: FloatArray) -> tuple[float, float]:
    """E(N) and E(N (N - 1)) of chances of 0, 1, 2, …."""
    numbers = np.arange(len(chances))
    return float(numbers @ chances), float((numbers * (numbers - 1)) @ chances)


def rates(station: Station, most: int) -> FloatArray:
    """Rates per year f8[from, to] of the number in help and waiting, at most `most`."""
    numbers = np.arange(most + 1)
    patience = station.mean_patience_years or math.inf
    down = (
        np.minimum(numbers, station.slots) / station.mean_help_years
        + np.maximum(0, numbers - station.slots) / patience
    )
    return np.diag(np.full(most, station.arrivals_per_year), 1) + np.diag(down[1:], -1)
