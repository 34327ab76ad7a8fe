"""The kernel of persons: one history after the other, by the patience clock.

A *sojourn* is the time between two moves. With it a person draws a patience, unit exponential, and a number
that decides where to; it ends in the first cycle in which the hazards since its beginning, -log(1 - p) each,
reach the patience. So a sojourn costs as much as a short search, however long it lasts, and its law is that
of the chain: the chance to stay n cycles is the product of the chances to stay.

Hazards and patience are whole multiples of `UNIT`. Sums and differences of them are exact, so a sojourn may
be taken up anywhere, and every processor finds the same cycle. `CERTAIN` stands for p = 1: it is more than
any patience; and 0 for p = 0: it never brings one to its end.

At a boundary, in this order: the move that ends the cycle; time in treatments that is over; what is done for
the stock; entries; offers at a rate.
"""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from prevention_sim.engines.kernels.quantiles import normal_quantile
from prevention_sim.foundation.axes import FloatArray, IntArray
from prevention_sim.foundation.compiling import kernel, subroutine
from prevention_sim.foundation.elementary import exp, log
from prevention_sim.foundation.randomness import LOW_WORD, WORD, in_unit_interval, philox4x32

Counts = npt.NDArray[np.int64]
Flags = npt.NDArray[np.uint8]
Words = npt.NDArray[np.uint64]

UNIT_BITS = 40
PER_UNIT = float(1 << UNIT_BITS)
CERTAIN = 64 << UNIT_BITS
"""More than any patience: the largest is 53 log 2 = 36.8."""

NEVER, BY_CALENDAR, STEP_BY_STEP = -1, -2, -3
"""How the hazards of a cell are kept, where not along the clock of that number."""

ENTRY, AGE, TREATMENTS = 0, 1, 2
"""Clocks: time in the state, age, and from the third on time in each treatment."""

LOGNORMAL, PARETO = 0, 1
"""Laws of what single cases cost."""

PER_LOAD = 2.0**20

LOW_BYTE = 0xFF

SIGN = 63
"""Shifted so far to the right, a number below 0 is all ones, any other all zeros."""

CROWD = 128
"""Persons whose luck is drawn at once."""

AHEAD = 6
"""The first sojourns of a person, whose luck is kept for all strategies."""


class Cells(NamedTuple):
    """Where each cell's hazards, clocks and ways out stand."""

    follows: IntArray  # [cell] a clock, or one of the words above
    hazard: IntArray  # [cell] first of its hazards
    clock: IntArray  # [cell and one after] first of its clocks
    move: IntArray  # [cell and one after] first of its moves
    share: IntArray  # [cell] first of its cumulated chances
    per_phase: IntArray  # [cell] how far those of the next phase stand, or 0
    per_position: IntArray  # [cell] how far those of the next position stand, or 0
    positions: IntArray  # [cell] number of positions of all its clocks
    stock: IntArray  # [cell and one after] first of what is done for the stock
    offer: IntArray  # [cell, rate] first of the shifts of an offer at a rate
    offers: IntArray  # [cell, rate] how many there are
    quiet: Flags  # [cell] whether nothing happens to those who stay


class Clocks(NamedTuple):
    """The clocks of all cells, cell by cell."""

    kind: IntArray  # [clock of a cell]
    length: IntArray  # [clock of a cell] in cycles
    into: IntArray  # [clock of a cell] the cell after its last position, or -1
    begins: Counts  # [clock of a cell] the clocks that begin then, a bit each


class Ways(NamedTuple):
    """Edges by the moves they belong to, moves in the order of intensity."""

    first: IntArray  # [move of a cell, and one after]
    edge: IntArray  # [way]
    cell: IntArray  # [edge] destination
    begins: Counts  # [edge] the clocks that begin, a bit each
    ended: IntArray  # [edge] clocks of the origin that must be over, a bit each; -1: any
    gate: IntArray  # [edge and one after] first of its gates
    active: Flags  # [edge, strategy]


class Gates(NamedTuple):
    """The gates of edges and entries, one after the other."""

    door: IntArray  # [gate]
    taken: Flags  # [gate]
    purpose: Words  # [door]


class Shifts(NamedTuple):
    """Changes of cell at a boundary that are no moves at the end of a cycle."""

    listed: IntArray  # [place in a list of a cell]
    cell: IntArray  # [shift] destination
    begins: Counts  # [shift] the clocks that begin, a bit each
    moves: Flags  # [shift] whether the state changes
    gate: IntArray  # [shift and one after] first of its gates
    holds: Flags  # [shift, boundary]
    next: IntArray  # [shift, boundary] the first boundary after it at which it holds, or one after the last
    active: Flags  # [shift, strategy]
    rate: Words  # [rate] purpose


class Entries(NamedTuple):
    """Parts of streams; a population is a stream with the state it is bound for."""

    first: IntArray  # [population and one after]
    cell: IntArray  # [entry]
    counted: IntArray  # [entry] its place in the counts, or -1
    gate: IntArray  # [entry and one after]
    active: Flags  # [entry, strategy]
    holds: Flags  # [entry, cycle]
    elapsed: IntArray  # [population] cycles in the state before
    age: IntArray  # [population] cycles beyond the youngest age
    stock: Flags  # [population]


class Lane(NamedTuple):
    """What one strategy, stratum and row reads."""

    strategy: int
    hazard: Counts  # [hazard] added up along the cells that say so
    share: FloatArray  # [cumulated chance]
    shift: FloatArray  # [shift] 0 where it is not for this lane
    door: FloatArray  # [door, boundary]
    rate: Counts  # [rate, boundary and one after] hazards of offers, added up


class Counted(NamedTuple):
    """What is counted of one lane, by cycle."""

    present: IntArray  # [boundary, cell] changes in the number of those who are there
    moved: IntArray  # [cycle, edge]
    came: IntArray  # [cycle, entry]
    shifted: IntArray  # [cycle, shift]
    load: Counts  # [differing line] the factors of the person at hand
    load_counts: Flags  # [differing line, cell]
    loaded: Counts  # [boundary, differing line] changes in the factors of those who are there
    turned: Counts  # [cycle, differing line] what moves at its end change of that


class Person(NamedTuple):
    """An address without purpose and occurrence."""

    low: np.uint64
    high: np.uint64
    key_low: np.uint64
    key_high: np.uint64


class Crowd(NamedTuple):
    """Persons one after the other, and the luck of their first sojourns as far as somebody asked for it."""

    first: Person
    size: int
    sojourn: np.uint64  # purpose
    drawn: Counts  # [0] how many sojourns
    patience: Counts  # [sojourn, person] in units
    whereto: FloatArray  # [sojourn, person] the number that decides where it leads


class Watch(NamedTuple):
    """The times that one person tells."""

    zero: Counts  # [clock] the boundary at which it began
    due: Counts  # [rate] the boundary of the next offer, or -1
    again: Counts  # [rate] offers in this sojourn


@kernel(
    "void(i8, i8, i8, i8,"
    " i4[::1], i4[::1], i4[::1], i4[::1], i4[::1], i4[::1], i4[::1], i4[::1], i4[::1], i4[:,::1], i4[:,::1],"
    " u1[::1], i4[::1], i4[::1], i4[::1], i8[::1],"
    " i4[::1], i4[::1], i4[::1], i8[::1], i4[::1], i4[::1], u1[:,::1],"
    " i4[::1], u1[::1], u8[::1],"
    " i4[::1], i4[::1], i8[::1], u1[::1], i4[::1], u1[:,::1], i4[:,::1], u1[:,::1], u8[::1],"
    " i4[::1], i4[::1], i4[::1], i4[::1], u1[:,::1], u1[:,::1], i4[::1], i4[::1], u1[::1],"
    " i4[::1], i8[::1], i8[::1], i8[::1], i8[::1], i8[:,::1], f8[:,::1],"
    " u8, u8[:,::1], u8[:,::1], i8[:,:,:,:,::1],"
    " i8[:,:,:,::1], f8[:,:,:,::1], f8[:,:,:,::1], f8[:,:,:,::1], i8[:,:,:,:,::1],"
    " i4[:,:,:,:,::1], i4[:,:,:,:,::1], i4[:,:,:,:,::1], i4[:,:,:,:,::1],"
    " u8[::1], i4[::1], u1[:,::1], f8[:,:,::1], i8[::1], i8[:,:,:,:,::1], i8[:,:,:,:,::1])",
    allocates=False,
)
def run_persons(
    first: int,
    last: int,
    part: int,
    parts: int,
    cell_follows: IntArray,
    cell_hazard: IntArray,
    cell_clock: IntArray,
    cell_move: IntArray,
    cell_share: IntArray,
    cell_per_phase: IntArray,
    cell_per_position: IntArray,
    cell_positions: IntArray,
    cell_stock: IntArray,
    cell_offer: IntArray,
    cell_offers: IntArray,
    cell_quiet: Flags,
    clock_kind: IntArray,
    clock_length: IntArray,
    clock_into: IntArray,
    clock_begins: Counts,
    way_first: IntArray,
    way_edge: IntArray,
    edge_cell: IntArray,
    edge_begins: Counts,
    edge_ended: IntArray,
    edge_gate: IntArray,
    edge_active: Flags,
    gate_door: IntArray,
    gate_taken: Flags,
    door_purpose: Words,
    shift_listed: IntArray,
    shift_cell: IntArray,
    shift_begins: Counts,
    shift_moves: Flags,
    shift_gate: IntArray,
    shift_holds: Flags,
    shift_next: IntArray,
    shift_active: Flags,
    rate_purpose: Words,
    entry_first: IntArray,
    entry_cell: IntArray,
    entry_counted: IntArray,
    entry_gate: IntArray,
    entry_active: Flags,
    entry_holds: Flags,
    population_elapsed: IntArray,
    population_age: IntArray,
    population_stock: Flags,
    phase_of_cycle: IntArray,
    zero: Counts,  # working room, as are the next
    due: Counts,
    again: Counts,
    drawn: Counts,
    patience: Counts,
    whereto: FloatArray,
    sojourn: np.uint64,
    key: Words,  # [replication of a row, low and high word]
    population: Words,  # [population, stratum] first bits of person keys
    coming: Counts,  # [replication of a row, stratum, population, cycle, strategy]
    hazard: Counts,  # [strategy, stratum, row, hazard]
    share: FloatArray,  # [strategy, stratum, row, cumulated chance]
    shift: FloatArray,  # [strategy, stratum, row, shift]
    door: FloatArray,  # [stratum, row, door, boundary]
    rate: Counts,  # [strategy, stratum, row, rate, boundary and one after]
    present: IntArray,  # out [strategy, stratum, row, boundary, cell]
    moved: IntArray,  # out [strategy, stratum, row, cycle, edge]
    came: IntArray,  # out [strategy, stratum, row, cycle, entry]
    shifted: IntArray,  # out [strategy, stratum, row, cycle, shift]
    load_purpose: Words,  # [differing line]
    load_law: IntArray,  # [differing line]
    load_counts: Flags,  # [differing line, cell]
    load_terms: FloatArray,  # [row, differing line, 2]
    load: Counts,  # working room [differing line]
    loaded: Counts,  # out [strategy, stratum, row, boundary, differing line]
    turned: Counts,  # out [strategy, stratum, row, cycle, differing line]
) -> None:
    """Run some replications of strata and rows, from `first` up to `last`; of each arrival one `part`.

    Replications run fastest, then rows. What is counted of a row is added up over its replications.
    """
    cells = Cells(
        cell_follows, cell_hazard, cell_clock, cell_move, cell_share, cell_per_phase, cell_per_position,
        cell_positions, cell_stock, cell_offer, cell_offers, cell_quiet,
    )  # fmt: skip
    clock = Clocks(clock_kind, clock_length, clock_into, clock_begins)
    ways = Ways(way_first, way_edge, edge_cell, edge_begins, edge_ended, edge_gate, edge_active)
    gates = Gates(gate_door, gate_taken, door_purpose)
    shifts = Shifts(
        shift_listed, shift_cell, shift_begins, shift_moves, shift_gate, shift_holds, shift_next,
        shift_active, rate_purpose,
    )  # fmt: skip
    entries = Entries(
        entry_first, entry_cell, entry_counted, entry_gate, entry_active, entry_holds, population_elapsed,
        population_age, population_stock,
    )  # fmt: skip
    watch = Watch(zero, due, again)
    rows, strategies = hazard.shape[2], hazard.shape[0]
    each = coming.shape[0] // rows
    for group in range(first, last):
        stratum, row = group // each // rows, group // each % rows
        of_row = row * each + group % each
        for p in range(coming.shape[2]):
            for t in range(coming.shape[3]):
                most = 0
                for s in range(strategies):
                    most = max(most, coming[of_row, stratum, p, t, s])
                end = most * (part + 1) // parts
                for begin in range(most * part // parts, end, CROWD):
                    address = population[p, stratum] | (np.uint64(t) << np.uint64(24)) | np.uint64(begin)
                    crowd = Crowd(
                        Person(address & LOW_WORD, address >> WORD, key[of_row, 0], key[of_row, 1]),
                        min(CROWD, end - begin), sojourn, drawn, patience, whereto,
                    )  # fmt: skip
                    drawn[0] = 0
                    for s in range(strategies):
                        lane = Lane(
                            s, hazard[s, stratum, row], share[s, stratum, row], shift[s, stratum, row],
                            door[stratum, row], rate[s, stratum, row],
                        )  # fmt: skip
                        counted = Counted(
                            present[s, stratum, row], moved[s, stratum, row], came[s, stratum, row],
                            shifted[s, stratum, row], load, load_counts, loaded[s, stratum, row],
                            turned[s, stratum, row],
                        )  # fmt: skip
                        for at in range(min(crowd.size, coming[of_row, stratum, p, t, s] - begin)):
                            for line in range(load.size):
                                factor = uniform(_member(crowd, at), load_purpose[line], 0)
                                load[line] = factor_of(factor, load_law[line], load_terms[row, line])
                            _live(
                                crowd, at, p, t, cells, clock, ways, gates, shifts, entries, lane, counted,
                                watch, phase_of_cycle,
                            )  # fmt: skip


@subroutine
def _live(
    crowd: Crowd,
    at: int,
    population: int,
    t: int,
    cells: Cells,
    clocks: Clocks,
    ways: Ways,
    gates: Gates,
    shifts: Shifts,
    entries: Entries,
    lane: Lane,
    counted: Counted,
    watch: Watch,
    phase_of_cycle: IntArray,
) -> None:
    """One history: from where a person comes in, sojourn after sojourn, to the last boundary."""
    person = _member(crowd, at)
    cycles, occurrence, zero = phase_of_cycle.size, 0, watch.zero
    cell = _enter(person, population, t, entries, gates, lane, counted)
    if cell < 0:
        return
    for k in range(zero.size):
        zero[k] = t
    zero[ENTRY] = t - entries.elapsed[population]
    zero[AGE] = t - entries.age[population]
    forget_offers(watch)
    counted.present[t, cell] += 1
    _carry(counted.loaded, t, -1, cell, counted)
    there, begun, patience, whereto = int(entries.stock[population]), True, 0, 0.0
    while True:
        if t < cycles and not cells.quiet[cell]:
            cell, moves = _at_boundary(
                person, cell, t, occurrence, there, cells, gates, shifts, lane, counted, watch
            )
            occurrence += moves
            begun = begun or moves > 0
        if t >= cycles or cells.follows[cell] == NEVER:
            return
        if begun:
            patience, whereto = _luck(crowd, at, occurrence)
        out = exit_boundary(cell, t, patience, cells, clocks, zero, phase_of_cycle, lane.hazard)
        stop = next_change(cell, t, min(out, cycles), cells, clocks, shifts, lane, watch)
        before, there, begun = cell, 1, stop == out
        if begun:
            edge = way_out(
                person, cell, out, whereto, occurrence + 1, cells, clocks, ways, gates, lane, zero,
                phase_of_cycle,
            )  # fmt: skip
            counted.moved[out - 1, edge] += 1
            _carry(counted.turned, out - 1, before, ways.cell[edge], counted)
            cell, occurrence = ways.cell[edge], occurrence + 1
            restart(ways.begins[edge], out, zero)
            forget_offers(watch)
        else:
            patience -= spent(cell, t, stop, cells, clocks, zero, phase_of_cycle, lane.hazard)
        t = stop
        cell = end_treatments(cell, t, cells, clocks, zero)
        if before != cell:
            counted.present[t, before] -= 1
            counted.present[t, cell] += 1
            _carry(counted.loaded, t, before, cell, counted)


@subroutine
def _member(crowd: Crowd, at: int) -> Person:
    first = crowd.first
    return Person(first.low + np.uint64(at), first.high, first.key_low, first.key_high)


@subroutine
def forget_offers(watch: Watch) -> None:
    """With a move, offers at a rate begin anew."""
    for r in range(watch.due.size):
        watch.due[r] = -1
        watch.again[r] = 0


@subroutine
def _luck(crowd: Crowd, at: int, occurrence: int) -> tuple[int, float]:
    """The patience of a sojourn, and the number that decides where it leads."""
    if occurrence >= AHEAD:
        return sojourn_luck(_member(crowd, at), crowd.sojourn, occurrence)
    for sojourn in range(crowd.drawn[0], occurrence + 1):
        for each in range(crowd.size):
            crowd.patience[sojourn, each], crowd.whereto[sojourn, each] = sojourn_luck(
                _member(crowd, each), crowd.sojourn, sojourn
            )
        crowd.drawn[0] = sojourn + 1
    return int(crowd.patience[occurrence, at]), float(crowd.whereto[occurrence, at])


@subroutine
def uniform(person: Person, purpose: np.uint64, occurrence: int) -> float:
    """The number in (0, 1) at an address, as `Luck.uniform` draws it."""
    a, b, _, _ = philox4x32(
        (np.uint64(occurrence), purpose, person.low, person.high), (person.key_low, person.key_high)
    )
    return float(in_unit_interval(a, b))


@subroutine
def sojourn_luck(person: Person, purpose: np.uint64, occurrence: int) -> tuple[int, float]:
    """The patience of a sojourn, in units, and the number that decides where it leads."""
    a, b, c, d = philox4x32(
        (np.uint64(occurrence), purpose, person.low, person.high), (person.key_low, person.key_high)
    )
    return in_units(-log(in_unit_interval(a, b))), float(in_unit_interval(c, d))


@subroutine
def asked_again(moves: int, again: int) -> int:
    """The occurrence of an offer at a rate: moves, above them how often it came before, low byte highest."""
    return moves + ((again & LOW_BYTE) << 24) + (again >> 8 << 16)


@subroutine
def in_units(patience: float) -> int:
    """A patience in whole units, at least one."""
    return max(1, int(patience * PER_UNIT))


@subroutine
def _enter(
    person: Person, population: int, t: int, entries: Entries, gates: Gates, lane: Lane, counted: Counted
) -> int:
    """The cell in which a person of a population begins; -1 where it comes nowhere."""
    for entry in range(entries.first[population], entries.first[population + 1]):
        if (
            entries.active[entry, lane.strategy]
            and entries.holds[entry, t]
            and passes(person, entries.gate[entry], entries.gate[entry + 1], t, 0, gates, lane)
        ):
            if entries.counted[entry] >= 0:
                counted.came[t, entries.counted[entry]] += 1
            return int(entries.cell[entry])
    return -1


@subroutine
def passes(person: Person, first: int, last: int, t: int, occurrence: int, gates: Gates, lane: Lane) -> bool:
    """Whether a person goes through some gates at a boundary."""
    for gate in range(first, last):
        door = gates.door[gate]
        taken = uniform(person, gates.purpose[door], occurrence) < lane.door[door, t]
        if taken != (gates.taken[gate] != 0):
            return False
    return True


@subroutine
def exit_boundary(
    cell: int,
    t: int,
    patience: int,
    cells: Cells,
    clocks: Clocks,
    zero: Counts,
    phase_of_cycle: IntArray,
    hazard: Counts,
) -> int:
    """The boundary at which a patience ends for somebody in a cell from t on; else one after the last."""
    cycles, follows, first = phase_of_cycle.size, cells.follows[cell], cells.hazard[cell]
    if follows == STEP_BY_STEP:
        for now in range(t, cycles):
            patience -= _hazard(cell, now, cells, clocks, zero, phase_of_cycle, hazard)
            if patience <= 0:
                return now + 1
        return cycles + 1
    here = first + (t if follows == BY_CALENDAR else t - zero[follows])
    target, end = hazard[here] + patience, here + cycles - t
    if hazard[end] < target:
        return cycles + 1
    bits, length = 0, end - here
    while 2 << bits <= length:
        bits += 1
    rest = here + length - (1 << bits)
    low = rest if hazard[rest] < target else here
    while bits > 0:  # hazard[low] < target <= hazard[low + (1 << bits)]
        bits -= 1
        low -= ((hazard[low + (1 << bits)] - target) >> SIGN) << bits
    return int(t + low + 1 - here)


@subroutine
def spent(
    cell: int,
    t: int,
    until: int,
    cells: Cells,
    clocks: Clocks,
    zero: Counts,
    phase_of_cycle: IntArray,
    hazard: Counts,
) -> int:
    """The patience spent in a cell between two boundaries."""
    follows = cells.follows[cell]
    if follows == STEP_BY_STEP:
        total = 0
        for now in range(t, until):
            total += _hazard(cell, now, cells, clocks, zero, phase_of_cycle, hazard)
        return total
    here = cells.hazard[cell] + (t if follows == BY_CALENDAR else t - zero[follows])
    return int(hazard[here + until - t] - hazard[here])


@subroutine
def _hazard(
    cell: int,
    t: int,
    cells: Cells,
    clocks: Clocks,
    zero: Counts,
    phase_of_cycle: IntArray,
    hazard: Counts,
) -> int:
    """The hazard of a cycle in a cell whose hazards follow more than one clock."""
    position = _position(cell, t, cells, clocks, zero)
    return int(hazard[cells.hazard[cell] + phase_of_cycle[t] * cells.positions[cell] + position])


@subroutine
def _position(cell: int, t: int, cells: Cells, clocks: Clocks, zero: Counts) -> int:
    """Where the clocks of a cell stand in a cycle, the last running fastest."""
    position = 0
    for k in range(cells.clock[cell], cells.clock[cell + 1]):
        position = position * clocks.length[k] + min(t - zero[clocks.kind[k]], clocks.length[k] - 1)
    return int(position)


@subroutine
def next_change(
    cell: int,
    t: int,
    stop: int,
    cells: Cells,
    clocks: Clocks,
    shifts: Shifts,
    lane: Lane,
    watch: Watch,
) -> int:
    """The first boundary after t, up to `stop`, at which something may happen to somebody who stays."""
    if cells.quiet[cell]:
        return stop
    for k in range(cells.clock[cell], cells.clock[cell + 1]):
        if clocks.into[k] >= 0:
            stop = min(stop, watch.zero[clocks.kind[k]] + clocks.length[k])
    for r in range(watch.due.size):
        if cells.offers[cell, r] and watch.due[r] > t:
            stop = min(stop, watch.due[r])
    for place in range(cells.stock[cell], cells.stock[cell + 1]):
        shift = shifts.listed[place]
        if shifts.active[shift, lane.strategy]:
            stop = min(stop, shifts.next[shift, t])
    return int(stop)


@subroutine
def way_out(
    person: Person,
    cell: int,
    out: int,
    whereto: float,
    occurrence: int,
    cells: Cells,
    clocks: Clocks,
    ways: Ways,
    gates: Gates,
    lane: Lane,
    zero: Counts,
    phase_of_cycle: IntArray,
) -> int:
    """The edge along which a person leaves a cell at a boundary: a move by luck, then its gates."""
    first, moves = cells.share[cell], cells.move[cell + 1] - cells.move[cell]
    if cells.per_phase[cell]:
        first += phase_of_cycle[out - 1] * cells.per_phase[cell]
    if cells.per_position[cell]:
        first += _position(cell, out - 1, cells, clocks, zero) * cells.per_position[cell]
    bound, move = whereto * lane.share[first + moves - 1], 0
    for each in range(moves - 1):
        move += bound >= lane.share[first + each]
    at = cells.move[cell] + move
    if ways.first[at + 1] == ways.first[at] + 1:
        return int(ways.edge[ways.first[at]])
    ended = 0
    for k in range(cells.clock[cell], cells.clock[cell + 1]):
        if clocks.into[k] >= 0 and zero[clocks.kind[k]] + clocks.length[k] == out:
            ended |= 1 << (k - cells.clock[cell])
    found = -1
    for way in range(ways.first[at], ways.first[at + 1]):
        edge = ways.edge[way]
        fits = ways.ended[edge] in (-1, ended)
        if (
            fits
            and ways.active[edge, lane.strategy]
            and passes(person, ways.gate[edge], ways.gate[edge + 1], out, occurrence, gates, lane)
        ):
            found = edge
            break
    return int(found)


@subroutine
def restart(begins: int, t: int, zero: Counts) -> None:
    """Set some clocks to zero at a boundary."""
    for k in range(zero.size):
        zero[k] = t if begins >> k & 1 else zero[k]


@subroutine
def end_treatments(cell: int, t: int, cells: Cells, clocks: Clocks, zero: Counts) -> int:
    """The cell of somebody whose time in treatments is over by a boundary."""
    if cells.quiet[cell]:
        return cell
    k = cells.clock[cell]
    while k < cells.clock[cell + 1]:
        if clocks.into[k] >= 0 and zero[clocks.kind[k]] + clocks.length[k] <= t:
            restart(clocks.begins[k], t, zero)
            cell = clocks.into[k]
            k = cells.clock[cell]
        else:
            k += 1
    return cell


@subroutine
def _at_boundary(
    person: Person,
    cell: int,
    t: int,
    occurrence: int,
    there: int,
    cells: Cells,
    gates: Gates,
    shifts: Shifts,
    lane: Lane,
    counted: Counted,
    watch: Watch,
) -> tuple[int, int]:
    """What is done for those who are `there`, then offers at a rate: the cell, and how many moves that took.

    Behind the door of a shift stand those of the state it leads to: they are asked as after a move.
    """
    before, moves, zero, due = cell, 0, watch.zero, watch.due
    if there:
        place = cells.stock[cell]
        while place < cells.stock[cell + 1]:
            shift = shifts.listed[place]
            place += 1
            if (
                shifts.holds[shift, t]
                and shifts.active[shift, lane.strategy]
                and lane.shift[shift] > 0.0
                and goes_through(person, shift, t, occurrence + moves, gates, shifts, lane)
            ):
                counted.shifted[t, shift] += 1
                moves += shifts.moves[shift]
                cell = shifts.cell[shift]
                restart(shifts.begins[shift], t, zero)
                place = place_after(shift, cell, cells, shifts)
    if moves:
        forget_offers(watch)
    for r in range(due.size):
        if not cells.offers[cell, r]:
            continue
        if due[r] < t:
            watch.again[r] += due[r] >= 0
            due[r] = offered_at(person, t, r, occurrence + moves, watch.again[r], shifts, lane)
        if due[r] == t:
            shift = shift_holding(cells.offer[cell, r], cells.offers[cell, r], t, shifts)
            counted.shifted[t, shift] += 1
            cell = shifts.cell[shift]
            restart(shifts.begins[shift], t, zero)
    if before != cell:
        counted.present[t, before] -= 1
        counted.present[t, cell] += 1
        _carry(counted.loaded, t, before, cell, counted)
    return cell, moves


@subroutine
def goes_through(
    person: Person, shift: int, t: int, occurrence: int, gates: Gates, shifts: Shifts, lane: Lane
) -> bool:
    """Whether a person goes through the door of a shift, and through the gates behind it."""
    first, last = shifts.gate[shift], shifts.gate[shift + 1]
    inside = occurrence + shifts.moves[shift]
    return passes(person, first, first + 1, t, occurrence, gates, lane) and passes(
        person, first + 1, last, t, inside, gates, lane
    )


@subroutine
def factor_of(luck: float, law: int, terms: FloatArray) -> int:
    """How many times the mean a case costs, in units of 2**-20; `engines/loads.py` has the formula."""
    x = normal_quantile(luck) if law == LOGNORMAL else -log(1.0 - luck)
    return int(exp(terms[0] * x + terms[1]) * PER_LOAD + 0.5)


@subroutine
def _carry(tally: Counts, t: int, before: int, cell: int, counted: Counted) -> None:
    """Count the factors of somebody who comes from a cell (-1: from outside) into another."""
    for line in range(counted.load.size):
        if before >= 0 and counted.load_counts[line, before]:
            tally[t, line] -= counted.load[line]
        if counted.load_counts[line, cell]:
            tally[t, line] += counted.load[line]


@subroutine
def place_after(shift: int, cell: int, cells: Cells, shifts: Shifts) -> int:
    """The place in a cell's list of the first shift that comes after another: lists are in one order."""
    place = cells.stock[cell]
    while place < cells.stock[cell + 1] and shifts.listed[place] <= shift:
        place += 1
    return int(place)


@subroutine
def shift_holding(first: int, count: int, t: int, shifts: Shifts) -> int:
    """Which of some shifts, one for each piece of a door, holds at a boundary."""
    place = first
    while place < first + count - 1 and not shifts.holds[shifts.listed[place], t]:
        place += 1
    return int(shifts.listed[place])


@subroutine
def offered_at(
    person: Person, t: int, r: int, occurrence: int, again: int, shifts: Shifts, lane: Lane
) -> int:
    """The boundary at which an offer at a rate reaches somebody who is there from t on."""
    luck = uniform(person, shifts.rate[r], asked_again(occurrence, again))
    target = lane.rate[r, t] + in_units(-log(luck))
    boundary = t
    last = lane.rate.shape[1] - 1
    while boundary < last and lane.rate[r, boundary + 1] < target:
        boundary += 1
    return int(boundary)
