"""The cohort kernel: expected numbers in cells, cycle by cycle, for a range of lanes.

    S_t                          numbers at boundary t, the entries of t included
    E_t = S_t P_t                numbers at the end of cycle t, before new entries
    S_(t+1) = E_t + entries      of boundary t + 1

Per valuation v and budget year it adds up time in cells, `start[v, t] S_t + end[v, t] E_t`, and exposure,
`at_end[v, t] shape(t) S_t`, per *source*: a cell and a shape that some edge leaves it with. A year's moves
along an edge are scale x exposure of its source. Lanes never meet, so any split of the range gives the same
bits.
"""

import numpy as np

from prevention_sim.foundation.axes import FloatArray, IntArray
from prevention_sim.foundation.compiling import kernel, subroutine

BLOCK = 64
"""Lanes worked at once: the workspace of a block stays in the first-level cache."""


@kernel(
    "void(i8, i8, f8[:,::1], i4[::1], i4[::1], i4[::1], i4[::1], i4[::1], f8[:,:,::1], i4[::1], i4[::1],"
    " f8[:,::1], f8[:,::1], i4[::1], f8[:,::1], f8[:,::1], f8[:,::1], f8[:,::1], f8[:,:,:,::1],"
    " f8[:,:,:,::1], f8[:,::1])"
)
def run_lanes(
    first: int,
    last: int,
    scale: FloatArray,  # [edge, lane]
    origin: IntArray,  # [edge]
    destination: IntArray,  # [edge]
    edge_source: IntArray,  # [edge]
    source_cell: IntArray,  # [source]
    source_shape: IntArray,  # [source]
    shape: FloatArray,  # [phase, shape, lane or 1]
    phase_of_cycle: IntArray,  # [cycle]
    year_of_cycle: IntArray,  # [cycle]
    initial: FloatArray,  # [cell, lane]
    entry_scale: FloatArray,  # [entry, lane]
    entry_cell: IntArray,  # [entry]
    profile: FloatArray,  # [entry, cycle]
    start_weight: FloatArray,  # [valuation, cycle]
    end_weight: FloatArray,  # [valuation, cycle]
    move_weight: FloatArray,  # [valuation, cycle]
    time_in: FloatArray,  # out [valuation, year, cell, lane]
    moves: FloatArray,  # out [valuation, year, edge, lane]
    at_end: FloatArray,  # out [cell, lane]
) -> None:
    """Run the lanes from `first` up to `last`, block by block."""
    cells, edges, sources = initial.shape[0], scale.shape[0], source_cell.size
    cycles, valuations = phase_of_cycle.size, start_weight.shape[0]
    width = min(BLOCK, last - first)
    here, after, stay = np.empty((cells, width)), np.empty((cells, width)), np.empty((cells, width))
    chance, factor = np.empty((edges, width)), np.empty((sources, width))
    time, exposure = np.zeros((valuations, cells, width)), np.zeros((valuations, sources, width))
    for block in range(first, last, BLOCK):
        lane = min(block, last - width)  # the last block overlaps rather than being narrower
        for c in range(cells):
            for j in range(width):
                here[c, j] = initial[c, lane + j]
        for t in range(cycles):
            phase, year = phase_of_cycle[t], year_of_cycle[t]
            if t == 0 or phase != phase_of_cycle[t - 1]:
                _set_factors(lane, shape[phase], source_shape, factor)
                _set_chances(lane, scale, origin, edge_source, factor, chance, stay)
            _enter(lane, t, entry_scale, entry_cell, profile, here)
            _expose(t, move_weight, source_cell, factor, here, exposure)
            _move(origin, destination, chance, stay, here, after)
            _count(t, start_weight, end_weight, here, after, time)
            here, after = after, here
            if t == cycles - 1 or year_of_cycle[t + 1] != year:
                _close_year(lane, scale, edge_source, time, exposure, time_in[:, year], moves[:, year])
        for c in range(cells):
            for j in range(width):
                at_end[c, lane + j] = here[c, j]


@subroutine
def _set_factors(lane: int, shape: FloatArray, source_shape: IntArray, factor: FloatArray) -> None:
    """What a phase multiplies the chances of each source with."""
    for g in range(source_shape.size):
        a = source_shape[g]
        for j in range(factor.shape[1]):
            factor[g, j] = shape[a, 0] if shape.shape[1] == 1 else shape[a, lane + j]


@subroutine
def _set_chances(
    lane: int,
    scale: FloatArray,
    origin: IntArray,
    edge_source: IntArray,
    factor: FloatArray,
    chance: FloatArray,
    stay: FloatArray,
) -> None:
    """Chances of a phase: what leaves along each edge, and what stays."""
    width = stay.shape[1]
    for c in range(stay.shape[0]):
        for j in range(width):
            stay[c, j] = 1.0
    for e in range(origin.size):
        c, g = origin[e], edge_source[e]
        for j in range(width):
            leaving = scale[e, lane + j] * factor[g, j]
            chance[e, j] = leaving
            stay[c, j] -= leaving
    for c in range(stay.shape[0]):
        for j in range(width):
            stay[c, j] = max(stay[c, j], 0.0)  # rounding of chances that add up to 1


@subroutine
def _enter(
    lane: int, t: int, entry_scale: FloatArray, entry_cell: IntArray, profile: FloatArray, here: FloatArray
) -> None:
    for k in range(entry_cell.size):
        c, now = entry_cell[k], profile[k, t]
        if now != 0.0:
            for j in range(here.shape[1]):
                here[c, j] += entry_scale[k, lane + j] * now


@subroutine
def _expose(
    t: int,
    weight: FloatArray,
    source_cell: IntArray,
    factor: FloatArray,
    here: FloatArray,
    exposure: FloatArray,
) -> None:
    for v in range(weight.shape[0]):
        worth = weight[v, t]
        for g in range(source_cell.size):
            c = source_cell[g]
            for j in range(here.shape[1]):
                exposure[v, g, j] += worth * (factor[g, j] * here[c, j])


@subroutine
def _move(
    origin: IntArray,
    destination: IntArray,
    chance: FloatArray,
    stay: FloatArray,
    here: FloatArray,
    after: FloatArray,
) -> None:
    for c in range(here.shape[0]):
        for j in range(here.shape[1]):
            after[c, j] = here[c, j] * stay[c, j]
    for e in range(origin.size):
        c, d = origin[e], destination[e]
        for j in range(here.shape[1]):
            after[d, j] += here[c, j] * chance[e, j]


@subroutine
def _count(
    t: int,
    start_weight: FloatArray,
    end_weight: FloatArray,
    here: FloatArray,
    after: FloatArray,
    time: FloatArray,
) -> None:
    for v in range(time.shape[0]):
        at_start, at_end = start_weight[v, t], end_weight[v, t]
        for c in range(here.shape[0]):
            if at_end == 0.0:
                for j in range(here.shape[1]):
                    time[v, c, j] += at_start * here[c, j]
            else:
                for j in range(here.shape[1]):
                    time[v, c, j] += at_start * here[c, j] + at_end * after[c, j]


@subroutine
def _close_year(
    lane: int,
    scale: FloatArray,
    edge_source: IntArray,
    time: FloatArray,
    exposure: FloatArray,
    time_in: FloatArray,
    moves: FloatArray,
) -> None:
    """Write a year's totals and start the next from zero."""
    width = time.shape[2]
    for v in range(time.shape[0]):
        for c in range(time.shape[1]):
            for j in range(width):
                time_in[v, c, lane + j] = time[v, c, j]
        for e in range(edge_source.size):
            g = edge_source[e]
            for j in range(width):
                moves[v, e, lane + j] = scale[e, lane + j] * exposure[v, g, j]
    time[:] = 0.0
    exposure[:] = 0.0
