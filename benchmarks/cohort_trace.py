"""The cohort kernel beside NumPy that counts the same.

10,000 rows x 2 strategies, 120 monthly cycles whose chances change every month, 6 states, 20 edges, ten
budget years. All return yearly time in states (half-cycle) and yearly exposure, of which moves are a multiple
per edge. The inputs are made up for timing; they are no figures of the field.
"""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from benchmarks.timing import in_turn
from prevention_sim.engines.kernels.cohort import run_lanes
from prevention_sim.engines.kernels.rows import BLOCK

ROWS, STRATEGIES, CYCLES, STATES, YEARS = 10_000, 2, 120, 6, 10
LANES = ROWS * STRATEGIES
PAIRS = 9

FloatArray = NDArray[np.float64]

_EDGES = [(1, 0), (4, 0), (0, 1), (2, 1), (3, 1), (0, 2), (1, 2), (3, 2), (0, 3), (1, 3), (2, 3)]
_EDGES += [(0, 4), (1, 4), (2, 4), (3, 4), *((state, 5) for state in range(5))]


@dataclass(frozen=True, slots=True)
class Inputs:
    """Chances per cycle and edge, and how they change with the month."""

    scale: FloatArray
    by_month: FloatArray
    origin: NDArray[np.int32]
    destination: NDArray[np.int32]


def inputs() -> Inputs:
    """Chances of one to three per cent a month, different in every lane."""
    random = np.random.default_rng(20111118)
    scale = 0.02 * np.exp(0.25 * random.standard_normal((len(_EDGES), LANES)))
    by_month = 1.0 + 0.1 * np.sin(np.arange(CYCLES) * np.pi / 6)
    origin, destination = (np.array(column, dtype=np.int32) for column in zip(*_EDGES, strict=True))
    return Inputs(scale, by_month, origin, destination)


class Kernel:
    """Calls the compiled kernel with arrays that are made once."""

    def __init__(self, given: Inputs, threads: int) -> None:
        """Prepare the arguments and the pool."""
        sources = sorted(set(given.origin.tolist()))
        self.time_in = np.empty((1, YEARS, STATES, LANES))
        self.exposure = np.empty((1, YEARS, len(sources), LANES))
        start = np.zeros((STATES, LANES))
        start[0] = 1.0
        half = np.full((1, CYCLES), 1 / 24)
        months, nobody = np.arange(CYCLES, dtype=np.int32), np.zeros(0, dtype=np.int32)
        self.arguments = (
            np.arange(STATES + 1, dtype=np.int32),
            np.arange(STATES, dtype=np.int32),
            given.scale,
            np.array([sources.index(state) for state in given.origin], dtype=np.int32),
            np.full(len(_EDGES), -1, dtype=np.int32),
            given.destination,
            np.array(sources, dtype=np.int32),
            np.repeat(months[:, np.newaxis], len(sources), axis=1),
            np.zeros(len(sources), dtype=np.int32),
            given.by_month[:, np.newaxis].copy(),
            months,
            months // 12,
            start,
            np.zeros((0, LANES)),
            nobody,
            np.zeros((0, CYCLES)),
            np.zeros((0, LANES)),
            np.zeros((0, CYCLES)),
            nobody,
            nobody,
            nobody,
            0,
            half,
            half,
            np.ones((1, CYCLES)),
            np.ones((1, CYCLES)),
            self.time_in,
            self.exposure,
            np.empty((1, YEARS, 0, LANES)),
            np.empty((STATES, LANES)),
        )
        blocks = -(-LANES // BLOCK)
        cuts = [min(LANES, BLOCK * (blocks * part // threads)) for part in range(threads + 1)]
        self.ranges = list(pairwise(cuts))
        self.pool = ThreadPoolExecutor(threads)

    def __call__(self) -> None:
        """Run all lanes."""
        list(self.pool.map(lambda part: run_lanes.compiled(*part, *self.arguments), self.ranges))


def count_with_numpy(given: Inputs) -> tuple[FloatArray, FloatArray]:
    """The same with whole-array operations, lanes innermost."""
    here = np.zeros((STATES, LANES))
    here[0] = 1.0
    time_in, exposure = np.zeros((YEARS, STATES, LANES)), np.zeros((YEARS, STATES, LANES))
    flows = np.empty((len(_EDGES), LANES))
    for cycle in range(CYCLES):
        year = cycle // 12
        exposed = here * given.by_month[cycle]
        exposure[year] += exposed
        np.take(exposed, given.origin, axis=0, out=flows)
        flows *= given.scale
        after = here.copy()
        for edge, (origin, destination) in enumerate(_EDGES):
            after[origin] -= flows[edge]
            after[destination] += flows[edge]
        here += after
        here /= 24.0
        time_in[year] += here
        here = after
    return time_in, exposure


def count_with_matrices(given: Inputs) -> tuple[FloatArray, FloatArray]:
    """The same with a matrix per lane and batched products."""
    leaving = np.zeros((LANES, STATES, STATES))
    for edge, (origin, destination) in enumerate(_EDGES):
        leaving[:, origin, destination] = given.scale[edge]
    leaving[:, range(STATES), range(STATES)] = -leaving.sum(axis=2)
    here = np.zeros((LANES, 1, STATES))
    here[:, 0, 0] = 1.0
    time_in, exposure = np.zeros((YEARS, LANES, STATES)), np.zeros((YEARS, LANES, STATES))
    for cycle in range(CYCLES):
        after = here + np.matmul(here, leaving) * given.by_month[cycle]
        exposure[cycle // 12] += here[:, 0] * given.by_month[cycle]
        time_in[cycle // 12] += (here[:, 0] + after[:, 0]) / 24.0
        here = after
    return time_in.transpose(0, 2, 1), exposure.transpose(0, 2, 1)


def main() -> None:
    """Assert that all agree, then print the ratios."""
    given = inputs()
    kernel = Kernel(given, threads=1)
    kernel()
    for baseline in (count_with_numpy, count_with_matrices):
        time_in, exposure = baseline(given)
        np.testing.assert_allclose(kernel.time_in[0], time_in, rtol=1e-10, atol=1e-13)
        np.testing.assert_allclose(kernel.exposure[0], exposure[:, : STATES - 1], rtol=1e-10, atol=1e-13)
    per_row = (kernel.time_in.nbytes + kernel.exposure.nbytes) // ROWS
    size = f"{ROWS:,} rows x {STRATEGIES} strategies x {CYCLES} cycles, {STATES} states, {len(_EDGES)} edges"
    print(f"cohort trace: {size}; {per_row:,} bytes of trace per row")
    print("  baseline                      threads   kernel   baseline   ratio")
    for name, baseline in (
        ("NumPy, lanes innermost", count_with_numpy),
        ("NumPy, a matrix per lane", count_with_matrices),
    ):
        for threads in (1, 2):
            paired = in_turn(Kernel(given, threads), partial(baseline, given), PAIRS)
            milliseconds = f"{1e3 * paired.ours:6.1f} ms {1e3 * paired.theirs:7.0f} ms"
            print(f"  {name:28s} {threads:8d} {milliseconds} {paired.ratio:6.1f}x")


if __name__ == "__main__":
    main()
