"""The cohort engine: expected numbers.

Exact whenever a person's next cycle depends only on state, status and calendar.
"""

from concurrent.futures import ThreadPoolExecutor
from functools import partial
from itertools import pairwise

import numpy as np

from prevention_sim.engines.kernels.cohort import run_lanes
from prevention_sim.engines.kernels.rows import BLOCK
from prevention_sim.engines.trace import Moves, Trace
from prevention_sim.foundation.axes import FloatArray, IntArray
from prevention_sim.model.bind import Bound
from prevention_sim.model.model import Model


def run_cohort(model: Model, bound: Bound, *, threads: int = 1) -> Trace:
    """Expected time in cells, moves and entries of every lane."""
    lanes_shape = bound.start.shape[1:]
    lanes = int(np.prod(lanes_shape))
    valued_periods = (len(model.weights.valuations), len(model.calendar.year_of_period))
    time_in: FloatArray = np.empty((*valued_periods, len(model.cells), lanes))
    at_end: FloatArray = np.empty((len(model.cells), lanes))
    edge_source, source_cell, source_shape = _sources(model)
    exposure: FloatArray = np.empty((*valued_periods, len(source_cell), lanes))
    steps = model.calendar.cycles * (2 * len(model.edge_origin) + 4 * len(model.cells)) * lanes
    run = partial(
        run_lanes.for_work(steps),
        scale=bound.scale.reshape(-1, lanes),
        destination=model.edge_destination,
        edge_source=edge_source,
        source_cell=source_cell,
        source_shape=source_shape,
        shape=bound.shape,
        phase_of_cycle=model.phases,
        period_of_cycle=model.calendar.period_of_cycle,
        initial=bound.start.reshape(-1, lanes),
        entry_scale=bound.entry_scale.reshape(-1, lanes),
        entry_cell=np.array([model.cells.index(entry.cell) for entry in model.entries], dtype=np.int32),
        profile=_profiles(model),
        start_weight=model.weights.start,
        end_weight=model.weights.end,
        move_weight=model.weights.at_end,
        time_in=time_in,
        exposure=exposure,
        at_end=at_end,
    )
    _over_ranges(run, lanes, threads)
    return Trace(
        time_in=time_in.reshape(*time_in.shape[:-1], *lanes_shape),
        moves=Moves(bound.scale, exposure.reshape(*exposure.shape[:-1], *lanes_shape), edge_source),
        entries=count_entries(model, bound),
        at_end=at_end.reshape(-1, *lanes_shape),
    )


def _over_ranges(run: partial[None], lanes: int, threads: int) -> None:
    """Share the lanes among threads in whole blocks; the kernel releases the interpreter lock."""
    blocks = -(-lanes // BLOCK)
    cuts = [min(lanes, BLOCK * (blocks * part // threads)) for part in range(threads + 1)]
    ranges = [(first, last) for first, last in pairwise(cuts) if first < last]
    if len(ranges) <= 1:
        run(0, lanes)
        return
    with ThreadPoolExecutor(len(ranges)) as pool:
        for done in [pool.submit(run, first, last) for first, last in ranges]:
            done.result()


def _sources(model: Model) -> tuple[IntArray, IntArray, IntArray]:
    """The distinct (cell, shape) pairs that edges leave, and which of them each edge leaves."""
    pairs = list(zip(model.edge_origin.tolist(), model.edge_shape.tolist(), strict=True))
    distinct = sorted(set(pairs))
    index = np.array([distinct.index(pair) for pair in pairs], dtype=np.int32)
    cell, shape = np.array(distinct, dtype=np.int32).reshape(-1, 2).T.copy()
    return index, cell, shape


def count_entries(model: Model, bound: Bound) -> FloatArray:
    """Expected entries from outside: f8[valuation, period, entry, strategy, stratum, row]."""
    weight = model.weights.at_start
    active: FloatArray = np.zeros((len(weight), len(model.calendar.year_of_period), len(model.entries)))
    profile = _profiles(model)
    for cycle, period in enumerate(model.calendar.period_of_cycle):
        active[:, period] += weight[:, cycle, np.newaxis] * profile[:, cycle]
    return active[..., np.newaxis, np.newaxis, np.newaxis] * bound.entry_scale


def _profiles(model: Model) -> FloatArray:
    """When each entry runs: f8[entry, cycle]."""
    return np.array([entry.profile for entry in model.entries]).reshape(-1, model.calendar.cycles)
