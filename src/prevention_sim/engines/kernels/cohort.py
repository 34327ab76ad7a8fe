"""The cohort kernel: expected numbers in cells, cycle by cycle, for a range of lanes.

    S_t                          numbers at boundary t, the entries of t included
    E_t = S_t P_t                numbers at the end of cycle t, before new entries
    S_(t+1) = E_t + entries      of boundary t + 1

A *source* is a cell and a shape that some edge leaves it with; what it exposes in cycle t is x = shape(t)
S_t. An edge carries scale x, a source loses the sum of its scales times x. Per valuation v and period the
kernel adds up time in cells, `start[v, t] S_t + end[v, t] E_t`, and exposure, `at_end[v, t] x`; moves along
an edge are its scale times that. Lanes never meet, so any split of the range gives the same bits.
"""

import numpy as np

from prevention_sim.engines.kernels.few_lanes import run_few_lanes
from prevention_sim.engines.kernels.rows import (
    BLOCK,
    add_both_scaled,
    add_product,
    add_scaled,
    add_two_products,
    copy,
    fill,
    less_product,
    read_lanes,
    scale_row,
    write_lanes,
)
from prevention_sim.foundation.axes import FloatArray, IntArray
from prevention_sim.foundation.compiling import kernel, subroutine


@kernel(
    "void(i8, i8, f8[:,::1], i4[::1], i4[::1], i4[::1], i4[::1], f8[:,:,::1], i4[::1], i4[::1],"
    " f8[:,::1], f8[:,::1], i4[::1], f8[:,::1], f8[:,::1], f8[:,::1], f8[:,::1], f8[:,:,:,::1],"
    " f8[:,:,:,::1], f8[:,::1])",
    small=run_few_lanes,
)
def run_lanes(
    first: int,
    last: int,
    scale: FloatArray,  # [edge, lane]
    destination: IntArray,  # [edge]
    edge_source: IntArray,  # [edge]
    source_cell: IntArray,  # [source], ascending
    source_shape: IntArray,  # [source]
    shape: FloatArray,  # [phase, shape, lane or 1]
    phase_of_cycle: IntArray,  # [cycle]
    period_of_cycle: IntArray,  # [cycle]
    initial: FloatArray,  # [cell, lane]
    entry_scale: FloatArray,  # [entry, lane]
    entry_cell: IntArray,  # [entry]
    profile: FloatArray,  # [entry, cycle]
    start_weight: FloatArray,  # [valuation, cycle]
    end_weight: FloatArray,  # [valuation, cycle]
    move_weight: FloatArray,  # [valuation, cycle]
    time_in: FloatArray,  # out [valuation, period, cell, lane]
    exposure: FloatArray,  # out [valuation, period, source, lane]
    at_end: FloatArray,  # out [cell, lane]
) -> None:
    """Run the lanes from `first` up to `last`, block by block."""
    cells, edges, sources = initial.shape[0], scale.shape[0], source_cell.size
    cycles, valuations = phase_of_cycle.size, start_weight.shape[0]
    width = min(BLOCK, last - first)
    here, after = np.empty((cells, width)), np.empty((cells, width))
    chance, leaving = np.empty((edges, width)), np.empty((sources, width))
    exposed = np.empty((sources, width))
    time, total = np.zeros((valuations * cells, width)), np.zeros((valuations * sources, width))
    for block in range(first, last, BLOCK):
        lane = min(block, last - width)  # the last block overlaps rather than being narrower
        _begin(lane, scale, edge_source, initial, chance, leaving, here, width)
        for t in range(cycles):
            period = period_of_cycle[t]
            _enter(lane, t, entry_scale, entry_cell, profile, here, width)
            _expose(lane, source_cell, source_shape, shape[phase_of_cycle[t]], here, exposed, width)
            _add_exposure(t, move_weight, exposed, total, width)
            _leave(source_cell, leaving, exposed, here, after, width)
            _arrive(destination, edge_source, chance, exposed, after, width)
            _count(t, start_weight, end_weight, here, after, time, width)
            here, after = after, here
            if t == cycles - 1 or period_of_cycle[t + 1] != period:
                _close_period(lane, time, time_in[:, period], width)
                _close_period(lane, total, exposure[:, period], width)
        for c in range(cells):
            write_lanes(at_end, c, lane, here, c, width)


@subroutine
def _begin(
    lane: int,
    scale: FloatArray,
    edge_source: IntArray,
    initial: FloatArray,
    chance: FloatArray,
    leaving: FloatArray,
    here: FloatArray,
    width: int,
) -> None:
    """Read a block: chances, what they add up to per source, and the numbers at the first boundary."""
    for c in range(here.shape[0]):
        read_lanes(here, c, initial, c, lane, width)
    for g in range(leaving.shape[0]):
        fill(leaving, g, 0.0, width)
    for e in range(edge_source.size):
        read_lanes(chance, e, scale, e, lane, width)
        add_scaled(leaving, edge_source[e], 1.0, chance, e, width)


@subroutine
def _enter(
    lane: int,
    t: int,
    entry_scale: FloatArray,
    entry_cell: IntArray,
    profile: FloatArray,
    here: FloatArray,
    width: int,
) -> None:
    for k in range(entry_cell.size):
        c, now = entry_cell[k], profile[k, t]
        if now != 0.0:
            for j in range(width):
                here[c, j] += entry_scale[k, lane + j] * now


@subroutine
def _expose(
    lane: int,
    source_cell: IntArray,
    source_shape: IntArray,
    shape: FloatArray,
    here: FloatArray,
    exposed: FloatArray,
    width: int,
) -> None:
    """What each source exposes, with a shape for all lanes or one for each."""
    for g in range(source_cell.size):
        c, a = source_cell[g], source_shape[g]
        if shape.shape[1] == 1:
            scale_row(exposed, g, shape[a, 0], here, c, width)
        else:
            for j in range(width):
                exposed[g, j] = shape[a, lane + j] * here[c, j]


@subroutine
def _add_exposure(t: int, weight: FloatArray, exposed: FloatArray, total: FloatArray, width: int) -> None:
    sources = exposed.shape[0]
    for v in range(weight.shape[0]):
        for g in range(sources):
            add_scaled(total, v * sources + g, weight[v, t], exposed, g, width)


@subroutine
def _leave(
    source_cell: IntArray,
    leaving: FloatArray,
    exposed: FloatArray,
    here: FloatArray,
    after: FloatArray,
    width: int,
) -> None:
    """What stays in each cell; sources stand in the order of their cells."""
    g = 0
    for c in range(here.shape[0]):
        if g == source_cell.size or source_cell[g] != c:
            copy(after, c, here, c, width)
            continue
        less_product(after, c, here, c, leaving, exposed, g, width)
        g += 1
        while g < source_cell.size and source_cell[g] == c:
            less_product(after, c, after, c, leaving, exposed, g, width)
            g += 1


@subroutine
def _arrive(
    destination: IntArray,
    edge_source: IntArray,
    chance: FloatArray,
    exposed: FloatArray,
    after: FloatArray,
    width: int,
) -> None:
    """What comes along the edges; neighbours with one destination are added together."""
    e = 0
    while e < destination.size:
        d, g = destination[e], edge_source[e]
        if e + 1 < destination.size and destination[e + 1] == d:
            add_two_products(after, d, chance, e, exposed, g, edge_source[e + 1], width)
            e += 2
        else:
            add_product(after, d, chance, e, exposed, g, width)
            e += 1


@subroutine
def _count(
    t: int,
    start_weight: FloatArray,
    end_weight: FloatArray,
    here: FloatArray,
    after: FloatArray,
    time: FloatArray,
    width: int,
) -> None:
    cells = here.shape[0]
    for v in range(start_weight.shape[0]):
        at_start, at_end = start_weight[v, t], end_weight[v, t]
        for c in range(cells):
            if at_end == 0.0:
                add_scaled(time, v * cells + c, at_start, here, c, width)
            else:
                add_both_scaled(time, v * cells + c, at_start, here, at_end, after, c, width)


@subroutine
def _close_period(lane: int, total: FloatArray, written: FloatArray, width: int) -> None:
    """Write a period's totals and start the next from zero."""
    valuations, rows = written.shape[0], written.shape[1]
    for v in range(valuations):
        for r in range(rows):
            write_lanes(written[v], r, lane, total, v * rows + r, width)
    total[:] = 0.0
