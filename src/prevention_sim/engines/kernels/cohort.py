"""The cohort kernel: expected numbers in cells, cycle by cycle, for a range of lanes.

    S_t                          numbers at boundary t, the entries of t included
    E_t = S_t P_t                numbers at the end of cycle t, before new entries
    S_(t+1) = E_t + entries      of boundary t + 1

A cell with a clock has a *slot* for each position u of it, any other cell has one. Who stays in slot u is in
slot u + 1 a cycle later. Who would be beyond the last has *arrived*, is counted with the cycle that ends, and
then goes where the cell says: into its last slot, or into another cell. At a boundary, *shifts* take a share
of a cell into another: of the stock before the entries, of all afterwards.

A *source* is a cell and a course over time that some edge leaves it with; what slot u of it exposes in cycle
t is x = shape(t, u) S_t(u). An edge carries scale x, a source loses the sum of its scales times x. Per
valuation v and period the kernel adds up time in cells, `start[v, t] S_t + end[v, t] E_t`, and exposure over
all slots, `at_end[v, t] x`; moves along an edge are its scale times that. Lanes never meet, so any split of
the range gives the same bits.
"""

import numpy as np

from prevention_sim.engines.kernels.few_lanes import run_few_lanes
from prevention_sim.engines.kernels.rows import (
    BLOCK,
    add_both_scaled,
    add_product,
    add_row,
    add_scaled,
    add_two_products,
    copy,
    fill,
    less_product,
    product,
    read_lanes,
    scale_row,
    write_lanes,
)
from prevention_sim.foundation.axes import FloatArray, IntArray
from prevention_sim.foundation.compiling import kernel, subroutine


@kernel(
    "void(i8, i8, i4[::1], i4[::1], f8[:,::1], i4[::1], i4[::1], i4[::1], i4[::1], i4[:,::1], i4[::1],"
    " f8[:,::1], i4[::1], i4[::1], f8[:,::1], f8[:,::1], i4[::1], f8[:,::1], f8[:,::1], f8[:,::1], i4[::1],"
    " i4[::1], i4[::1], i8, f8[:,::1], f8[:,::1], f8[:,::1], f8[:,::1], f8[:,:,:,::1], f8[:,:,:,::1],"
    " f8[:,:,:,::1], f8[:,::1])",
    small=run_few_lanes,
)
def run_lanes(
    first: int,
    last: int,
    cell_first: IntArray,  # [cell and one after] slots
    cell_last: IntArray,  # [cell] slot of those who would be beyond the last
    scale: FloatArray,  # [edge, lane]
    edge_source: IntArray,  # [edge]
    edge_first: IntArray,  # [edge] slot of the destination at which its clock begins, or -1: all land in one
    edge_into: IntArray,  # [edge] slot in which all land; where the clock goes on, the cell
    source_cell: IntArray,  # [source], ascending
    source_shape: IntArray,  # [phase, source] row of `shape`, the first of the clock's
    source_step: IntArray,  # [source] 1 where the course varies along the clock
    shape: FloatArray,  # [course, lane or 1]
    phase_of_cycle: IntArray,  # [cycle]
    period_of_cycle: IntArray,  # [cycle]
    initial: FloatArray,  # [slot, lane]
    entry_scale: FloatArray,  # [entry, lane]
    entry_slot: IntArray,  # [entry]
    profile: FloatArray,  # [entry, cycle]
    shift_scale: FloatArray,  # [shift, lane]
    shift_profile: FloatArray,  # [shift, cycle]
    shift_cell: IntArray,  # [shift]
    shift_slot: IntArray,  # [shift] the first slot of the destination
    shift_step: IntArray,  # [shift] 1 where the clock goes on
    stock_shifts: int,  # so many of them take place before the entries
    start_weight: FloatArray,  # [valuation, cycle]
    end_weight: FloatArray,  # [valuation, cycle]
    move_weight: FloatArray,  # [valuation, cycle]
    shift_weight: FloatArray,  # [valuation, cycle]
    time_in: FloatArray,  # out [valuation, period, cell, lane]
    exposure: FloatArray,  # out [valuation, period, source, lane]
    shifted: FloatArray,  # out [valuation, period, shift, lane]
    at_end: FloatArray,  # out [cell, lane]
) -> None:
    """Run the lanes from `first` up to `last`, block by block."""
    slots, edges, sources, shifts = initial.shape[0], scale.shape[0], source_cell.size, shift_cell.size
    cells, cycles, valuations = cell_last.size, phase_of_cycle.size, start_weight.shape[0]
    width = min(BLOCK, last - first)
    source_first = np.zeros(sources + 1, dtype=np.int32)
    _find_rows_of_sources(cell_first, source_cell, source_first)
    here, after = np.empty((slots, width)), np.empty((slots, width))
    chance, leaving = np.empty((edges, width)), np.empty((sources, width))
    exposed, gone = np.empty((source_first[sources], width)), np.empty((shifts, width))
    time, total = np.zeros((valuations * cells, width)), np.zeros((valuations * sources, width))
    moved, arrived = np.zeros((valuations * shifts, width)), np.empty((cells, width))
    for block in range(first, last, BLOCK):
        lane = min(block, last - width)  # the last block overlaps rather than being narrower
        _begin(lane, scale, edge_source, initial, chance, leaving, here, width)
        for t in range(cycles):
            period, phase = period_of_cycle[t], phase_of_cycle[t]
            if shifts:
                gone[:] = 0.0
                _shift(
                    lane, t, 0, stock_shifts, shift_scale, shift_profile, shift_cell, shift_slot, shift_step,
                    cell_first, here, gone, width,
                )  # fmt: skip
            _enter(lane, t, entry_scale, entry_slot, profile, here, width)
            if shifts:
                _shift(
                    lane, t, stock_shifts, shifts, shift_scale, shift_profile, shift_cell, shift_slot,
                    shift_step, cell_first, here, gone, width,
                )  # fmt: skip
                _add_weighted(t, shift_weight, gone, moved, width)
            _expose(
                lane, source_cell, source_shape[phase], source_step, source_first, cell_first, shape, here,
                exposed, width,
            )  # fmt: skip
            _add_exposure(t, move_weight, source_first, exposed, total, width)
            _leave(
                source_cell,
                source_first,
                cell_first,
                cell_last,
                leaving,
                exposed,
                here,
                after,
                arrived,
                width,
            )
            _arrive(edge_source, edge_first, edge_into, source_first, chance, exposed, after, arrived, width)
            _count(t, start_weight, end_weight, cell_first, cell_last, here, after, arrived, time, width)
            _pass_on(cell_first, cell_last, after, arrived, width)
            here, after = after, here
            if t == cycles - 1 or period_of_cycle[t + 1] != period:
                _close_period(lane, time, time_in[:, period], width)
                _close_period(lane, total, exposure[:, period], width)
                _close_period(lane, moved, shifted[:, period], width)
        for c in range(cells):
            for s in range(cell_first[c] + 1, cell_first[c + 1]):
                add_row(here, cell_first[c], here, s, width)
            write_lanes(at_end, c, lane, here, cell_first[c], width)


@subroutine
def _find_rows_of_sources(cell_first: IntArray, source_cell: IntArray, first: IntArray) -> None:
    """Where the exposure of each source stands: the whole, then that of each slot where there are many."""
    for g in range(source_cell.size):
        length = cell_first[source_cell[g] + 1] - cell_first[source_cell[g]]
        first[g + 1] = first[g] + (1 if length == 1 else 1 + length)


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
    for s in range(here.shape[0]):
        read_lanes(here, s, initial, s, lane, width)
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
    entry_slot: IntArray,
    profile: FloatArray,
    here: FloatArray,
    width: int,
) -> None:
    for k in range(entry_slot.size):
        s, now = entry_slot[k], profile[k, t]
        if now != 0.0:
            for j in range(width):
                here[s, j] += entry_scale[k, lane + j] * now


@subroutine
def _shift(
    lane: int,
    t: int,
    begin: int,
    end: int,
    scale: FloatArray,
    profile: FloatArray,
    cell: IntArray,
    slot: IntArray,
    step: IntArray,
    cell_first: IntArray,
    here: FloatArray,
    gone: FloatArray,
    width: int,
) -> None:
    """Take shares of cells into others, one shift after the other."""
    for k in range(begin, end):
        now = profile[k, t]
        if now != 0.0:
            for s in range(cell_first[cell[k]], cell_first[cell[k] + 1]):
                to = slot[k] + step[k] * (s - cell_first[cell[k]])
                for j in range(width):
                    taken = here[s, j] * (scale[k, lane + j] * now)
                    gone[k, j] += taken
                    here[to, j] += taken
                    here[s, j] = max(here[s, j] - taken, 0.0)


@subroutine
def _expose(
    lane: int,
    source_cell: IntArray,
    source_shape: IntArray,
    source_step: IntArray,
    source_first: IntArray,
    cell_first: IntArray,
    shape: FloatArray,
    here: FloatArray,
    exposed: FloatArray,
    width: int,
) -> None:
    """What each source exposes, with courses for all lanes or one for each."""
    for g in range(source_cell.size):
        s, a, row = cell_first[source_cell[g]], source_shape[g], source_first[g]
        slots = cell_first[source_cell[g] + 1] - s
        if slots == 1 and shape.shape[1] == 1:
            scale_row(exposed, row, shape[a, 0], here, s, width)
            continue
        if slots == 1:
            _expose_slot(lane, shape, a, here, s, exposed, row, width)
            continue
        fill(exposed, row, 0.0, width)
        for u in range(slots):
            _expose_slot(lane, shape, a + source_step[g] * u, here, s + u, exposed, row + 1 + u, width)
            add_row(exposed, row, exposed, row + 1 + u, width)


@subroutine
def _expose_slot(
    lane: int, shape: FloatArray, a: int, here: FloatArray, s: int, exposed: FloatArray, row: int, width: int
) -> None:
    if shape.shape[1] == 1:
        scale_row(exposed, row, shape[a, 0], here, s, width)
    else:
        read_lanes(exposed, row, shape, a, lane, width)
        product(exposed, row, here, s, width)


@subroutine
def _add_exposure(
    t: int,
    weight: FloatArray,
    source_first: IntArray,
    exposed: FloatArray,
    total: FloatArray,
    width: int,
) -> None:
    sources = source_first.size - 1
    for v in range(weight.shape[0]):
        for g in range(sources):
            add_scaled(total, v * sources + g, weight[v, t], exposed, source_first[g], width)


@subroutine
def _add_weighted(t: int, weight: FloatArray, counted: FloatArray, total: FloatArray, width: int) -> None:
    rows = counted.shape[0]
    for v in range(weight.shape[0]):
        for r in range(rows):
            add_scaled(total, v * rows + r, weight[v, t], counted, r, width)


@subroutine
def _leave(
    source_cell: IntArray,
    source_first: IntArray,
    cell_first: IntArray,
    cell_last: IntArray,
    leaving: FloatArray,
    exposed: FloatArray,
    here: FloatArray,
    after: FloatArray,
    arrived: FloatArray,
    width: int,
) -> None:
    """Who stays is a slot further, or has arrived; sources stand in the order of their cells."""
    g = 0
    for c in range(cell_last.size):
        begin, s, slots = g, cell_first[c], cell_first[c + 1] - cell_first[c]
        while g < source_cell.size and source_cell[g] == c:
            g += 1
        if not _clocked(c, cell_first, cell_last):
            if begin == g:  # what `_stay` does, written out: a third of the time of a model without clocks
                copy(after, s, here, s, width)
            else:
                less_product(after, s, here, s, leaving, begin, exposed, source_first[begin], width)
            for other in range(begin + 1, g):
                less_product(after, s, after, s, leaving, other, exposed, source_first[other], width)
            continue
        fill(after, s, 0.0, width)
        for u in range(slots - 1):
            _stay(1 + u, begin, g, source_first, leaving, exposed, here, s + u, after, s + u + 1, width)
        row = 0 if slots == 1 else slots
        _stay(row, begin, g, source_first, leaving, exposed, here, s + slots - 1, arrived, c, width)


@subroutine
def _clocked(c: int, cell_first: IntArray, cell_last: IntArray) -> bool:
    """Whether staying in a cell leads anywhere else than into the same slot."""
    return bool(cell_first[c + 1] - cell_first[c] > 1 or cell_last[c] != cell_first[c])


@subroutine
def _stay(
    row: int,
    begin: int,
    end: int,
    source_first: IntArray,
    leaving: FloatArray,
    exposed: FloatArray,
    here: FloatArray,
    s: int,
    out: FloatArray,
    o: int,
    width: int,
) -> None:
    """What the sources of a cell leave of a slot; `row` is where their exposure of it stands."""
    if begin == end:
        copy(out, o, here, s, width)
        return
    less_product(out, o, here, s, leaving, begin, exposed, source_first[begin] + row, width)
    for g in range(begin + 1, end):
        less_product(out, o, out, o, leaving, g, exposed, source_first[g] + row, width)


@subroutine
def _arrive(
    edge_source: IntArray,
    edge_first: IntArray,
    edge_into: IntArray,
    source_first: IntArray,
    chance: FloatArray,
    exposed: FloatArray,
    after: FloatArray,
    arrived: FloatArray,
    width: int,
) -> None:
    """What comes along the edges; neighbours that land in one slot are added together."""
    e = 0
    while e < edge_into.size:
        d, row = edge_into[e], source_first[edge_source[e]]
        if edge_first[e] < 0:
            if e + 1 < edge_into.size and edge_into[e + 1] == d and edge_first[e + 1] < 0:
                add_two_products(after, d, chance, e, exposed, row, source_first[edge_source[e + 1]], width)
                e += 2
            else:
                add_product(after, d, chance, e, exposed, row, width)
                e += 1
            continue
        last = source_first[edge_source[e] + 1] - 1
        for u in range(last - row - 1):
            add_product(after, edge_first[e] + u + 1, chance, e, exposed, row + 1 + u, width)
        add_product(arrived, d, chance, e, exposed, last, width)
        e += 1


@subroutine
def _count(
    t: int,
    start_weight: FloatArray,
    end_weight: FloatArray,
    cell_first: IntArray,
    cell_last: IntArray,
    here: FloatArray,
    after: FloatArray,
    arrived: FloatArray,
    time: FloatArray,
    width: int,
) -> None:
    cells = cell_last.size
    for v in range(start_weight.shape[0]):
        at_start, at_end = start_weight[v, t], end_weight[v, t]
        for c in range(cells):
            if at_end == 0.0:
                for s in range(cell_first[c], cell_first[c + 1]):
                    add_scaled(time, v * cells + c, at_start, here, s, width)
                continue
            for s in range(cell_first[c], cell_first[c + 1]):
                add_both_scaled(time, v * cells + c, at_start, here, at_end, after, s, width)
            if _clocked(c, cell_first, cell_last):
                add_scaled(time, v * cells + c, at_end, arrived, c, width)


@subroutine
def _pass_on(
    cell_first: IntArray, cell_last: IntArray, after: FloatArray, arrived: FloatArray, width: int
) -> None:
    """Who has arrived begins the next cycle where the cell says."""
    for c in range(cell_last.size):
        if _clocked(c, cell_first, cell_last):
            add_row(after, cell_last[c], arrived, c, width)


@subroutine
def _close_period(lane: int, total: FloatArray, written: FloatArray, width: int) -> None:
    """Write a period's totals and start the next from zero."""
    valuations, rows = written.shape[0], written.shape[1]
    for v in range(valuations):
        for r in range(rows):
            write_lanes(written[v], r, lane, total, v * rows + r, width)
    total[:] = 0.0
