"""The event loop of those who wait for places: boundary by boundary, everybody whose next event is due.

A person lives by the patience clock of `kernels/persons.py`, and asks it only how long a stay lasts and what
comes next. What persons have in common are the places of *limits*, so all persons of a strategy and a
replication are run together, from one boundary to the next:

1. who is due moves, ends a treatment, leaves a queue, comes from outside, and is asked what is offered; who
   asks for a place takes the way past what is full (`first`) and stands in the queue of its limit;
2. places are given to queues: by rank, then by the boundary of the request, then by the key of the person.
   Who asked at this boundary goes on as if nothing had been full (`granted`); who asked before is admitted;
3. who finds a queue's room full is turned away; what came of it all is counted, and the next event is set.

Events lie in lists by boundary, queues in heaps by a number that holds rank, boundary and person. What lies
in a heap and no longer waits is passed over.
"""

from typing import NamedTuple

import numpy as np

from prevention_sim.engines.kernels.persons import (
    AGE,
    ENTRY,
    NEVER,
    Cells,
    Clocks,
    Counts,
    Entries,
    Flags,
    Gates,
    Lane,
    Person,
    Shifts,
    Watch,
    Ways,
    Words,
    end_treatments,
    exit_boundary,
    factor_of,
    forget_offers,
    goes_through,
    in_units,
    next_change,
    offered_at,
    passes,
    place_after,
    restart,
    shift_holding,
    sojourn_luck,
    spent,
    uniform,
    way_out,
)
from prevention_sim.foundation.axes import FloatArray, IntArray
from prevention_sim.foundation.compiling import kernel, subroutine
from prevention_sim.foundation.elementary import log
from prevention_sim.foundation.randomness import LOW_WORD, WORD

WAITING, BUSY, SLOTS, ASKED, TAKEN, LEFT, TURNED, GONE = range(8)
"""What is told of a queue at a boundary: who is in it, places in use and all places; who asked, was given a
place, left, was turned away, and moved to where nobody waits."""

MEASURES = 8

RANK_BITS, TIME_BITS, WHO_BITS = 6, 24, 32

NOBODY = -1


class Table(NamedTuple):
    """What cells and passages are to limits; a passage is an edge, entry, shift or detour, in this order."""

    holds: Flags  # [cell, limit] whether a place is in use
    waits: Flags  # [cell, limit]
    left: IntArray  # [cell, limit] the cell of who no longer waits
    back: IntArray  # [cell, limit] the cell of who gives its place back
    bridges: Flags  # [cell] whether it stands in for another state
    cell: IntArray  # [passage] destination
    begins: Counts  # [passage] the clocks that begin, a bit each
    advances: Flags  # [passage] whether chance counts it as a move
    fresh: Flags  # [passage] whether a sojourn begins
    first: IntArray  # [strategy, passage] the way past all limits that it asks
    granted: IntArray  # [strategy, passage, limit] the way with a place, or -1
    turned: IntArray  # [strategy, passage, limit] the way of who may not even wait, or -1
    admission: IntArray  # [cell, limit and one after] first of its admissions
    admitted: IntArray  # [admission] its passage
    gate: IntArray  # [admission and one after] first of its gates


class Limits(NamedTuple):
    """Places, and who comes first."""

    limited: Flags  # [strategy, limit]
    rank: IntArray  # [limit, stratum]
    need: IntArray  # [limit, stratum]
    room: IntArray  # [limit] how many may wait, or -1
    transfers: Flags  # [limit]
    ends: IntArray  # [limit] the boundary at which its programme is over, or -1
    leaving: Counts  # [limit] hazard of leaving the queue in a cycle
    purpose: Words  # [limit]
    slots: Counts  # [limit, boundary]


class People(NamedTuple):
    """Everybody who ever comes, in the order of keys, as they stand."""

    key: Words
    stratum: IntArray
    population: IntArray
    arrival: IntArray
    cell: IntArray  # -1 before they come
    booked: IntArray  # the cell as far as places and queues know
    before: IntArray  # the cell when the boundary began
    since: IntArray  # the boundary up to which patience is spent
    out: IntArray  # the boundary at which patience ends
    patience: Counts
    whereto: FloatArray
    occurrence: IntArray
    zero: Counts  # [person, clock]
    due: Counts  # [person, rate]
    again: Counts  # [person, rate]
    load: Counts  # [person, differing line]
    asked: IntArray  # [person, limit] the boundary of the request, or -1
    ticket: IntArray  # [person, limit] that of the request which brought the place
    taken: IntArray  # [person, limit] the boundary at which the place was taken
    leaves: IntArray  # [person, limit] the boundary at which the queue is left, or -1
    lost: IntArray  # [person, limit] the last boundary at which a place, or one in the queue, was lost
    requests: IntArray  # how often a place was asked for
    way: IntArray  # [person, place in its list] passages at this boundary
    ways: IntArray  # how many there are
    stamp: IntArray  # the boundary they belong to
    next: IntArray  # the list of a boundary, both ways
    previous: IntArray
    stop: IntArray  # the boundary of the next event
    listed: IntArray  # whether they are in the list of those who are asked later
    shift: IntArray  # the last one for the stock they have gone at this boundary, or -1
    rate: IntArray  # the first offer they have not been asked about at this boundary


class Room(NamedTuple):
    """Working room of one run."""

    head: IntArray  # [boundary] first of its list
    touched: IntArray  # [number] who has changed at this boundary
    later: IntArray  # [number] who is asked only once it is known where it is
    heap: Counts  # [limit, place]
    size: Counts  # [limit]
    free: Counts  # [limit] places less those in use
    waiting: Counts  # [limit] how many are in the queue
    number: Counts  # within the boundary, as told above


class Tally(NamedTuple):
    """What is counted of one strategy and row."""

    present: IntArray  # [stratum, boundary, cell] changes
    moved: IntArray  # [stratum, cycle, edge]
    came: IntArray  # [stratum, cycle, entry]
    shifted: IntArray  # [stratum, cycle, shift]
    detoured: IntArray  # [stratum, cycle, detour]
    loaded: Counts  # [stratum, boundary, differing line] changes
    turned: Counts  # [stratum, cycle, differing line]
    queue: Counts  # [boundary, limit, measure]
    waits: Counts  # [cycles waited, limit]
    load_counts: Flags  # [differing line, cell]
    at_end: Flags  # [detour]


class World(NamedTuple):
    """Everything one run reads and writes."""

    strategy: int
    cells: Cells
    clocks: Clocks
    ways: Ways
    gates: Gates
    shifts: Shifts
    entries: Entries
    phase_of_cycle: IntArray
    sojourn: np.uint64
    bridging: np.uint64
    key: Words
    row: int
    hazard: Counts  # [stratum, row, hazard]
    share: FloatArray
    shift: FloatArray
    door: FloatArray
    rate: Counts
    table: Table
    limits: Limits
    people: People
    room: Room
    tally: Tally


DUE, CLOSING, FALLING, ASKING, GIVING, TURNING, SETTLED = range(7)
"""Stages of a boundary: who is due, whose programme is over, who gives a place back, who is asked, who is
given a place, who is turned away. Whoever asks for a place is asked what is offered only when it is known
where it is."""

STAGE, TOUCHED, LATER, LIMIT, DONE, KEPT, ROUND, RESERVED = range(8)
"""What is counted within a boundary."""


@kernel(
    "void(i8, i8,"
    " i4[::1], i4[::1], i4[::1], i4[::1], i4[::1], i4[::1], i4[::1], i4[::1], i4[::1], i4[:,::1], i4[:,::1],"
    " u1[::1], i4[::1], i4[::1], i4[::1], i8[::1],"
    " i4[::1], i4[::1], i4[::1], i8[::1], i4[::1], i4[::1], u1[:,::1],"
    " i4[::1], u1[::1], u8[::1],"
    " i4[::1], i4[::1], i8[::1], u1[::1], i4[::1], u1[:,::1], i4[:,::1], u1[:,::1], u8[::1],"
    " i4[::1], i4[::1], i4[::1], i4[::1], u1[:,::1], u1[:,::1], i4[::1], i4[::1], u1[::1], i4[::1],"
    " u8, u8, u8[::1],"
    " i8[:,:,:,::1], f8[:,:,:,::1], f8[:,:,:,::1], f8[:,:,:,::1], i8[:,:,:,:,::1],"
    " u8[::1], i4[::1], u1[:,::1], f8[:,:,::1],"
    " u1[:,::1], u1[:,::1], i4[:,::1], i4[:,::1], u1[::1], i4[::1], i8[::1], u1[::1], u1[::1],"
    " i4[:,::1], i4[:,:,::1], i4[:,:,::1], i4[:,::1], i4[::1], i4[::1], u1[::1],"
    " u1[:,::1], i4[:,::1], i4[:,::1], i4[::1], u1[::1], i4[::1], i8[:,::1], u8[::1], i8[:,::1],"
    " u8[::1], i4[::1], i4[::1], i4[::1], i4[:,::1], i8[::1], f8[::1], i8[:,::1], i8[:,::1], i8[:,::1],"
    " i8[:,::1], i4[:,:,::1], i4[:,::1], i4[::1], i4[:,::1], i8[:,::1], i8[:,::1], i8[::1],"
    " i4[:,:,:,:,::1], i4[:,:,:,:,::1], i4[:,:,:,:,::1], i4[:,:,:,:,::1], i4[:,:,:,:,::1],"
    " i8[:,:,:,:,::1], i8[:,:,:,:,::1], i8[:,:,:,:,::1], i8[:,:,:,::1])",
    allocates=False,
)
def run_queues(
    strategy: int,
    row: int,
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
    sojourn: np.uint64,
    bridging: np.uint64,
    key: Words,  # [low and high word] of the replication
    hazard: Counts,  # [strategy, stratum, row, hazard]
    share: FloatArray,  # [strategy, stratum, row, cumulated chance]
    shift: FloatArray,  # [strategy, stratum, row, shift]
    door: FloatArray,  # [stratum, row, door, boundary]
    rate: Counts,  # [strategy, stratum, row, rate, boundary and one after]
    load_purpose: Words,  # [differing line]
    load_law: IntArray,  # [differing line]
    load_counts: Flags,  # [differing line, cell]
    load_terms: FloatArray,  # [row, differing line, 2]
    cell_holds: Flags,  # what follows is told by `Table`
    cell_waits: Flags,
    cell_left: IntArray,
    cell_back: IntArray,
    cell_bridges: Flags,
    passage_cell: IntArray,
    passage_begins: Counts,
    passage_advances: Flags,
    passage_fresh: Flags,
    passage_first: IntArray,
    passage_granted: IntArray,
    passage_turned: IntArray,
    admission: IntArray,
    admitted: IntArray,
    admission_gate: IntArray,
    detour_at_end: Flags,
    limited: Flags,  # what follows is told by `Limits`
    limit_rank: IntArray,
    limit_need: IntArray,
    limit_room: IntArray,
    limit_transfers: Flags,
    limit_ends: IntArray,
    limit_leaving: Counts,  # [row, limit]
    limit_purpose: Words,
    slots: Counts,  # [limit, boundary]
    person_key: Words,  # what follows is told by `People`
    person_stratum: IntArray,
    person_population: IntArray,
    person_arrival: IntArray,
    whole: IntArray,  # [person, number] what is one whole number of each, side by side in memory
    patience: Counts,
    whereto: FloatArray,
    zero: Counts,
    due: Counts,
    again: Counts,
    load: Counts,
    by_limit: IntArray,  # [person, number, limit]
    way: IntArray,
    head: IntArray,  # what follows is told by `Room`
    lists: IntArray,  # [touched and later, person]
    heap: Counts,
    of_limit: Counts,  # [number, limit]
    count: Counts,
    present: IntArray,  # out [strategy, row, stratum, boundary, cell]
    moved: IntArray,  # out [strategy, row, stratum, cycle, edge]
    came: IntArray,  # out [strategy, row, stratum, cycle, entry]
    shifted: IntArray,  # out [strategy, row, stratum, cycle, shift]
    detoured: IntArray,  # out [strategy, row, stratum, cycle, detour]
    loaded: Counts,  # out [strategy, row, stratum, boundary, differing line]
    turned: Counts,  # out [strategy, row, stratum, cycle, differing line]
    queue: Counts,  # out [strategy, row, boundary, limit, measure]
    waits: Counts,  # out [strategy, row, cycles waited, limit]
) -> None:
    """Run everybody of one strategy and replication; `row` is the one they belong to."""
    cells = Cells(
        cell_follows, cell_hazard, cell_clock, cell_move, cell_share, cell_per_phase, cell_per_position,
        cell_positions, cell_stock, cell_offer, cell_offers, cell_quiet,
    )  # fmt: skip
    people = People(
        person_key, person_stratum, person_population, person_arrival, whole[:, 0], whole[:, 11],
        whole[:, 1], whole[:, 2], whole[:, 3], patience, whereto, whole[:, 4], zero, due, again, load,
        by_limit[:, 0], by_limit[:, 1], by_limit[:, 2], by_limit[:, 3], by_limit[:, 4], whole[:, 5], way,
        whole[:, 6], whole[:, 7], whole[:, 8], whole[:, 9], whole[:, 10], whole[:, 12], whole[:, 13],
        whole[:, 14],
    )  # fmt: skip
    world = World(
        strategy,
        cells,
        Clocks(clock_kind, clock_length, clock_into, clock_begins),
        Ways(way_first, way_edge, edge_cell, edge_begins, edge_ended, edge_gate, edge_active),
        Gates(gate_door, gate_taken, door_purpose),
        Shifts(
            shift_listed, shift_cell, shift_begins, shift_moves, shift_gate, shift_holds, shift_next,
            shift_active, rate_purpose,
        ),
        Entries(
            entry_first, entry_cell, entry_counted, entry_gate, entry_active, entry_holds, population_elapsed,
            population_age, population_stock,
        ),
        phase_of_cycle, sojourn, bridging, key,
        row, hazard[strategy], share[strategy], shift[strategy], door, rate[strategy],
        Table(
            cell_holds, cell_waits, cell_left, cell_back, cell_bridges, passage_cell, passage_begins,
            passage_advances, passage_fresh, passage_first, passage_granted, passage_turned, admission,
            admitted, admission_gate,
        ),
        Limits(
            limited, limit_rank, limit_need, limit_room, limit_transfers, limit_ends,
            limit_leaving[row], limit_purpose, slots,
        ),
        people,
        Room(head, lists[0], lists[1], heap, of_limit[0], of_limit[1], of_limit[2], count),
        Tally(
            present[strategy, row], moved[strategy, row], came[strategy, row], shifted[strategy, row],
            detoured[strategy, row], loaded[strategy, row], turned[strategy, row], queue[strategy, row],
            waits[strategy, row], load_counts, detour_at_end,
        ),
    )  # fmt: skip
    for p in range(person_key.size):
        for line in range(load_law.size):
            luck = uniform(_person(world, p), load_purpose[line], 0)
            load[p, line] = factor_of(luck, load_law[line], load_terms[row, line])
    _run(world)


@subroutine
def _run(world: World) -> None:
    """One strategy and replication, from the first boundary to the last."""
    people, room, tally, limits = world.people, world.room, world.tally, world.limits
    for p in range(people.key.size):
        _schedule(people, room, p, people.arrival[p])
    for t in range(world.phase_of_cycle.size + 1):
        for r in range(room.free.size):
            room.free[r] += limits.slots[r, t] - (limits.slots[r, t - 1] if t else 0)
        room.number[:] = 0
        room.number[STAGE] = DUE
        while room.number[STAGE] != SETTLED:
            p, r = _next(world, t)
            if p != NOBODY:
                _happens(world, p, r, t)
        for at in range(room.number[TOUCHED]):
            _settle(world, room.touched[at], t)
        for r in range(room.free.size):
            if limits.limited[world.strategy, r]:
                tally.queue[t, r, WAITING] += room.waiting[r]
                tally.queue[t, r, SLOTS] += limits.slots[r, t]
                tally.queue[t, r, BUSY] += limits.slots[r, t] - room.free[r]


@subroutine
def _next(world: World, t: int) -> tuple[int, int]:
    """Who is next, and for which limit; nobody where a stage is over, and the next one begins."""
    people, room, table = world.people, world.room, world.table
    count, found = room.number, NOBODY
    if count[STAGE] == DUE:
        found = room.head[t]
    elif count[STAGE] == ASKING:
        found = _next_asked(people, table, room, t)
    while count[STAGE] in (CLOSING, FALLING, GIVING, TURNING) and count[LIMIT] < room.free.size:
        r = count[LIMIT]
        found = _first_served(world, r, t) if count[STAGE] == GIVING else _concerned(world, r, t)
        if found != NOBODY:
            return int(found), int(r)
        count[LIMIT] += 1
        count[RESERVED] = 0
    if found == NOBODY:
        again = count[STAGE] == GIVING and count[LATER] > 0
        if again and t == world.phase_of_cycle.size:
            _line_up_again(world)
        count[ROUND] += again
        count[STAGE] = ASKING if again else count[STAGE] + 1
        count[LIMIT] = 0
    return int(found), NOBODY


@subroutine
def _next_asked(people: People, table: Table, room: Room, t: int) -> int:
    """Who is asked next; in the first round nobody who waits to know where it is."""
    count = room.number
    while count[DONE] < count[LATER]:
        p = room.later[count[DONE]]
        count[DONE] += 1
        if count[ROUND] or not _asks(people, table, p, t):
            people.listed[p] = 0
            return int(p)
        room.later[count[KEPT]] = p
        count[KEPT] += 1
    count[LATER] = count[KEPT]
    count[KEPT] = 0
    count[DONE] = 0
    return NOBODY


@subroutine
def _concerned(world: World, r: int, t: int) -> int:
    """Who must leave a queue or give back a place, for the reason of the stage; nobody, if nobody."""
    limits, room = world.limits, world.room
    stage, found = room.number[STAGE], NOBODY
    if not limits.limited[world.strategy, r]:
        return NOBODY
    if stage == CLOSING and limits.ends[r] == t:
        found = _any_waiting(world, r)
    elif stage == FALLING and limits.transfers[r] and room.free[r] < 0:
        found = _last_taken_in(world, r)
    elif stage == TURNING and limits.room[r] >= 0 and room.waiting[r] > limits.room[r]:
        found = _last_to_ask(world, r, t)
    return int(found)


@subroutine
def _any_waiting(world: World, r: int) -> int:
    """Somebody who waits, taken out of the heap."""
    room = world.room
    while room.size[r] > 0:
        number = room.heap[r, 0]
        _pop(room, r)
        if _waits(world.people, world.table, r, number):
            return int(number & ((1 << WHO_BITS) - 1))
    return NOBODY


@subroutine
def _last_taken_in(world: World, r: int) -> int:
    """Who holds a place that it can give back, and took it last."""
    people, back, found = world.people, world.table.back, NOBODY
    for p in range(people.key.size):
        if people.cell[p] >= 0 and back[people.cell[p], r] >= 0 and _after(people.taken, found, p, r):
            found = p
    return int(found)


@subroutine
def _last_to_ask(world: World, r: int, t: int) -> int:
    """Who has just asked, waits, and would be served last."""
    people, room, waits, found = world.people, world.room, world.table.waits, NOBODY
    for at in range(room.number[TOUCHED]):
        p = room.touched[at]
        new = people.asked[p, r] == t and waits[people.cell[p], r] != 0
        if new and (found == NOBODY or not _comes_later(world.limits, people, found, p, r)):
            found = p
    return int(found)


@subroutine
def _after(taken: IntArray, found: int, p: int, r: int) -> bool:
    """Whether somebody took a place after another, or there is no other."""
    return bool(found == NOBODY or taken[p, r] >= taken[found, r])


@subroutine
def _happens(world: World, p: int, r: int, t: int) -> None:
    """What a stage does with somebody; then places and queues are as its cell says."""
    people, stage = world.people, world.room.number[STAGE]
    _touch(world, p, t)
    why, asks = GONE, stage != ASKING
    if stage == DUE:
        _is_due(world, p, t)
    elif stage == ASKING:
        _be_asked(world, p, t)
    elif stage in (CLOSING, FALLING):
        _lose(people, world.table, p, r, t)
    else:
        asks = _hears(world, p, r, t)
        why = TURNED if stage == TURNING else GONE
    if people.cell[p] >= 0:
        _book(world, p, t, why)
        if stage == DUE:
            _leave_queues(world, p, t)
        if asks:
            _list(world, p)


@subroutine
def _list(world: World, p: int) -> None:
    """Let somebody be asked in turn, from the beginning."""
    people, room = world.people, world.room
    people.shift[p] = NOBODY
    people.rate[p] = 0
    if people.listed[p] == 0:
        people.listed[p] = 1
        room.later[room.number[LATER]] = p
        room.number[LATER] += 1


@subroutine
def _is_due(world: World, p: int, t: int) -> None:
    """Somebody comes, moves, or has been somewhere for long enough."""
    people = world.people
    if people.cell[p] < 0:
        _come(world, p, t)
        return
    if people.out[p] == t:
        _move(world, p, t)
    people.cell[p] = end_treatments(people.cell[p], t, world.cells, world.clocks, people.zero[p])


@subroutine
def _leave_queues(world: World, p: int, t: int) -> None:
    """Somebody leaves the queues in which its patience is at an end."""
    people, table = world.people, world.table
    for r in range(people.asked.shape[1]):
        if people.leaves[p, r] == t and people.asked[p, r] != NOBODY and table.waits[people.cell[p], r]:
            _lose(people, table, p, r, t)
            _book(world, p, t, LEFT)


@subroutine
def _lose(people: People, table: Table, p: int, r: int, t: int) -> None:
    """Somebody loses its place in a queue, or else the place it has taken."""
    cell = people.cell[p]
    people.lost[p, r] = t
    if table.waits[cell, r]:
        people.cell[p] = table.left[cell, r]
    elif table.back[cell, r] >= 0:
        people.cell[p] = table.back[cell, r]


@subroutine
def _hears(world: World, p: int, r: int, t: int) -> bool:
    """Somebody is given a place, or turned away; whether it has yet to be asked what is offered there."""
    people, table = world.people, world.table
    gives = world.room.number[STAGE] == GIVING
    if people.asked[p, r] == t and _otherwise(world, p, r, t, table.granted if gives else table.turned):
        people.cell[p] = end_treatments(people.cell[p], t, world.cells, world.clocks, people.zero[p])
        for limit in range(people.lost.shape[1]):
            if people.lost[p, limit] == t:
                _lose(people, table, p, limit, t)
        return False
    if gives:
        _admit(world, p, r, t)
    else:
        _lose(people, table, p, r, t)
    return bool(gives)


@subroutine
def _schedule(people: People, room: Room, p: int, boundary: int) -> None:
    """Put somebody at the head of the list of a boundary."""
    people.stop[p] = boundary
    people.previous[p] = NOBODY
    people.next[p] = room.head[boundary]
    if room.head[boundary] != NOBODY:
        people.previous[room.head[boundary]] = p
    room.head[boundary] = p


@subroutine
def _touch(world: World, p: int, t: int) -> None:
    """Take somebody out of the list it is in; at the end of the boundary its next event is set."""
    people, room = world.people, world.room
    if people.stamp[p] == t:
        return
    people.stamp[p] = t
    people.ways[p] = 0
    people.shift[p] = NOBODY
    people.rate[p] = 0
    people.before[p] = people.cell[p]
    room.touched[room.number[TOUCHED]] = p
    room.number[TOUCHED] += 1
    if people.stop[p] != NOBODY:
        before, after = people.previous[p], people.next[p]
        if before == NOBODY:
            room.head[people.stop[p]] = after
        else:
            people.next[before] = after
        if after != NOBODY:
            people.previous[after] = before
        due = people.stop[p] == t
        people.stop[p] = NOBODY
        if not due or people.out[p] != t:
            _spend(world, p, t)


@subroutine
def _spend(world: World, p: int, t: int) -> None:
    """Take from a patience what a stay up to a boundary has cost."""
    people, cells = world.people, world.cells
    cell = people.cell[p]
    if cells.follows[cell] != NEVER and people.since[p] < t:
        people.patience[p] -= spent(
            cell, people.since[p], t, cells, world.clocks, people.zero[p], world.phase_of_cycle,
            world.hazard[people.stratum[p], world.row],
        )  # fmt: skip
    people.since[p] = t


@subroutine
def _move(world: World, p: int, t: int) -> None:
    """The patience of somebody has ended: it moves."""
    people = world.people
    edge = way_out(
        _person(world, p), people.cell[p], t, people.whereto[p], people.occurrence[p] + 1, world.cells,
        world.clocks, world.ways, world.gates, _lane(world, p), people.zero[p], world.phase_of_cycle,
    )  # fmt: skip
    _take(world, p, edge, t)


@subroutine
def _asks(people: People, table: Table, p: int, t: int) -> bool:
    """Whether somebody asks for a place at this boundary."""
    found = False
    for r in range(people.asked.shape[1]):
        found = found or (people.asked[p, r] == t and table.waits[people.cell[p], r] != 0)
    return found


@subroutine
def _person(world: World, p: int) -> Person:
    key = world.people.key[p]
    return Person(key & LOW_WORD, key >> WORD, world.key[0], world.key[1])


@subroutine
def _lane(world: World, p: int) -> Lane:
    s, row = world.people.stratum[p], world.row
    return Lane(
        world.strategy, world.hazard[s, row], world.share[s, row], world.shift[s, row], world.door[s, row],
        world.rate[s, row],
    )  # fmt: skip


@subroutine
def _come(world: World, p: int, t: int) -> None:
    """Somebody comes from outside, or is there at the start."""
    people, entries, lane = world.people, world.entries, _lane(world, p)
    population, zero = people.population[p], people.zero[p]
    for k in range(zero.size):
        zero[k] = t
    zero[ENTRY] = t - entries.elapsed[population]
    zero[AGE] = t - entries.age[population]
    forget_offers(Watch(zero, people.due[p], people.again[p]))
    for entry in range(entries.first[population], entries.first[population + 1]):
        if (
            entries.active[entry, world.strategy]
            and entries.holds[entry, t]
            and passes(
                _person(world, p), entries.gate[entry], entries.gate[entry + 1], t, 0, world.gates, lane
            )
        ):
            if entries.counted[entry] < 0:
                people.cell[p] = entries.cell[entry]
            else:
                _take(world, p, world.ways.cell.size + entries.counted[entry], t)
            zero[ENTRY] = t - entries.elapsed[population]
            return


@subroutine
def _take(world: World, p: int, passage: int, t: int) -> None:
    """Somebody goes a way, past all limits that it asks for a place."""
    people, table = world.people, world.table
    way = table.first[world.strategy, passage]
    people.way[p, people.ways[p]] = way
    people.ways[p] += 1
    restart(table.begins[way], t, people.zero[p])
    if table.fresh[way]:
        forget_offers(Watch(people.zero[p], people.due[p], people.again[p]))
    people.cell[p] = table.cell[way]


@subroutine
def _book(world: World, p: int, t: int, why: int) -> None:
    """Let places be taken and freed, and queues joined and left (`why`), as somebody's cell says."""
    people, table, limits, room = world.people, world.table, world.limits, world.room
    before, cell, s = people.booked[p], people.cell[p], people.stratum[p]
    for r in range(room.free.size):
        if not limits.limited[world.strategy, r]:
            continue
        held, waited = (
            before >= 0 and table.holds[before, r] != 0,
            before >= 0 and table.waits[before, r] != 0,
        )
        holds, waits = table.holds[cell, r] != 0, table.waits[cell, r] != 0
        if held and not holds:
            room.free[r] += limits.need[r, s]
        if waited and not waits:
            _leave(world, p, r, t, NOBODY if holds else why)
        if holds and not held:
            room.free[r] -= limits.need[r, s]
            people.taken[p, r] = t
        if waits and not waited:
            known = held and people.ticket[p, r] != NOBODY
            _join(world, p, r, t, people.ticket[p, r] if known else t)
    people.booked[p] = cell


@subroutine
def _join(world: World, p: int, r: int, t: int, asked: int) -> None:
    """Somebody joins a queue, by the boundary of its request."""
    people, limits, room = world.people, world.limits, world.room
    people.asked[p, r] = asked
    people.ticket[p, r] = asked
    people.leaves[p, r] = NOBODY
    room.waiting[r] += 1
    world.tally.queue[t, r, ASKED] += 1
    if limits.leaving[r] > 0:
        patience = in_units(-log(uniform(_person(world, p), limits.purpose[r], people.requests[p])))
        boundary = t + (patience + limits.leaving[r] - 1) // limits.leaving[r]
        people.leaves[p, r] = min(boundary, world.phase_of_cycle.size + 1)
    people.requests[p] += 1
    _push(people, world.table, room, r, _number(limits, people, p, r))


@subroutine
def _number(limits: Limits, people: People, p: int, r: int) -> np.int64:
    """What stands for somebody in the heap of a queue."""
    rank = np.int64(limits.rank[r, people.stratum[p]])
    return (rank << (TIME_BITS + WHO_BITS)) | (np.int64(people.asked[p, r]) << WHO_BITS) | np.int64(p)


@subroutine
def _line_up_again(world: World) -> None:
    """Put everybody who waits into the heaps: of them, too, who is only kept a place for."""
    people, room = world.people, world.room
    for r in range(room.free.size):
        room.size[r] = 0
        for p in range(people.key.size):
            if people.cell[p] >= 0 and people.asked[p, r] != NOBODY:
                _push(people, world.table, room, r, _number(world.limits, people, p, r))


@subroutine
def _leave(world: World, p: int, r: int, t: int, why: int) -> None:
    """Somebody leaves a queue: for a place (`why` is nobody's), or otherwise."""
    people, tally = world.people, world.tally
    world.room.waiting[r] -= 1
    if why == NOBODY:
        tally.queue[t, r, TAKEN] += 1
        tally.waits[t - people.asked[p, r], r] += 1
    elif why == GONE and people.asked[p, r] == t:
        tally.queue[t, r, ASKED] -= 1
    else:
        tally.queue[t, r, why] += 1
    people.asked[p, r] = NOBODY


@subroutine
def _push(people: People, table: Table, room: Room, r: int, number: np.int64) -> None:
    """Put a number into a heap; where it is full, those who no longer wait are put out of it first."""
    heap = room.heap[r]
    if room.size[r] == heap.size:
        kept = 0
        for at in range(heap.size):
            if _waits(people, table, r, heap[at]):
                heap[kept] = heap[at]
                kept += 1
        room.size[r] = 0
        for at in range(kept):
            _sift_up(heap, at, heap[at])
        room.size[r] = kept
    _sift_up(heap, room.size[r], number)
    room.size[r] += 1


@subroutine
def _sift_up(heap: Counts, at: int, number: np.int64) -> None:
    while at > 0 and heap[(at - 1) >> 1] > number:
        heap[at] = heap[(at - 1) >> 1]
        at = (at - 1) >> 1
    heap[at] = number


@subroutine
def _pop(room: Room, r: int) -> None:
    """Take the least number out of a heap."""
    room.size[r] -= 1
    heap, size = room.heap[r], room.size[r]
    number, at, child = heap[size], 0, 1
    while child < size:
        if child + 1 < size and heap[child + 1] < heap[child]:
            child += 1
        if heap[child] >= number:
            break
        heap[at] = heap[child]
        at = child
        child = 2 * at + 1
    heap[at] = number


@subroutine
def _waits(people: People, table: Table, r: int, number: np.int64) -> bool:
    """Whether who lies in a heap still waits by that request."""
    p = number & ((1 << WHO_BITS) - 1)
    asked = (number >> WHO_BITS) & ((1 << TIME_BITS) - 1)
    return bool(people.asked[p, r] == asked and table.waits[people.cell[p], r])


@subroutine
def _be_asked(world: World, p: int, t: int) -> None:
    """What is done for the stock, and offered at a rate to those who are there.

    Who asks for a place is asked further only when it is known whether there is one.
    """
    people, cells, shifts = world.people, world.cells, world.shifts
    if t >= world.phase_of_cycle.size or cells.quiet[people.cell[p]] or _asked_as_stock(world, p, t):
        return
    person, lane = _person(world, p), _lane(world, p)
    due, again = people.due[p], people.again[p]
    for r in range(people.rate[p], due.size):
        cell = people.cell[p]
        if not cells.offers[cell, r]:
            continue
        if due[r] < t:
            again[r] += due[r] >= 0
            due[r] = offered_at(person, t, r, _occurrence(world, p), again[r], shifts, lane)
        if due[r] == t:
            people.rate[p] = r + 1
            if _accept(world, p, shift_holding(cells.offer[cell, r], cells.offers[cell, r], t, shifts), t):
                return


@subroutine
def _asked_as_stock(world: World, p: int, t: int) -> bool:
    """What is done for the stock; whether somebody asks for a place by that."""
    people, cells, shifts = world.people, world.cells, world.shifts
    person, lane = _person(world, p), _lane(world, p)
    place = cells.stock[people.cell[p] + 1]
    if people.rate[p] == 0 and (people.arrival[p] < t or world.entries.stock[people.population[p]]):
        place = place_after(people.shift[p], people.cell[p], cells, shifts)
    while place < cells.stock[people.cell[p] + 1]:
        shift = shifts.listed[place]
        place += 1
        if (
            shifts.holds[shift, t]
            and shifts.active[shift, world.strategy]
            and lane.shift[shift] > 0.0
            and goes_through(person, shift, t, _occurrence(world, p), world.gates, shifts, lane)
        ):
            people.shift[p] = shift
            if _accept(world, p, shift, t):
                return True
            place = place_after(shift, people.cell[p], cells, shifts)
    return False


@subroutine
def _accept(world: World, p: int, shift: int, t: int) -> bool:
    """Somebody goes a shift; whether it asks for a place by that, and is asked further later."""
    people, room = world.people, world.room
    _take(world, p, world.ways.cell.size + world.tally.came.shape[2] + shift, t)
    _book(world, p, t, GONE)
    asks = _asks(people, world.table, p, t)
    if asks:
        people.listed[p] = 1
        room.later[room.number[KEPT]] = p
        room.number[KEPT] += 1
    return asks


@subroutine
def _occurrence(world: World, p: int) -> int:
    """How many moves a person has made, those of this boundary included."""
    people, moves = world.people, 0
    for at in range(people.ways[p]):
        moves += world.table.advances[people.way[p, at]]
    return int(people.occurrence[p] + moves)


@subroutine
def _first_served(world: World, r: int, t: int) -> int:
    """Who is given the next place of a limit; at the last boundary only who has just asked."""
    people, limits, room = world.people, world.limits, world.room
    if not limits.limited[world.strategy, r]:
        return NOBODY
    while room.size[r] > 0:
        number = room.heap[r, 0]
        p = number & ((1 << WHO_BITS) - 1)
        waits = _waits(people, world.table, r, number)
        need = limits.need[r, people.stratum[p]]
        if waits and need > room.free[r] - room.number[RESERVED]:
            return NOBODY
        _pop(room, r)
        if waits and t == world.phase_of_cycle.size and people.asked[p, r] < t:
            room.number[RESERVED] += need
        elif waits:
            return int(p)
    return NOBODY


@subroutine
def _admit(world: World, p: int, r: int, t: int) -> None:
    """Somebody who has waited comes to a place."""
    people, table = world.people, world.table
    cell, lane = people.cell[p], _lane(world, p)
    for at in range(table.admission[cell, r], table.admission[cell, r + 1]):
        way = table.admitted[at]
        occurrence = _occurrence(world, p) + int(table.advances[way])
        if passes(_person(world, p), table.gate[at], table.gate[at + 1], t, occurrence, world.gates, lane):
            _take(world, p, way, t)
            break


@subroutine
def _otherwise(world: World, p: int, r: int, t: int, table: IntArray) -> bool:
    """Replace the ways somebody has gone at this boundary by those that a table tells, if it tells all."""
    people, waits, cell_of = world.people, world.table.waits, world.table.cell
    known = people.ways[p] > 0
    for at in range(people.ways[p]):
        way = people.way[p, at]
        known = known and (waits[cell_of[way], r] == 0 or table[world.strategy, way, r] >= 0)
    if not known:
        return False
    for at in range(people.ways[p]):
        way = people.way[p, at]
        if waits[cell_of[way], r]:
            way = table[world.strategy, way, r]
            people.way[p, at] = way
            restart(world.table.begins[way], t, people.zero[p])
            if world.table.fresh[way]:
                forget_offers(Watch(people.zero[p], people.due[p], people.again[p]))
    people.cell[p] = cell_of[people.way[p, people.ways[p] - 1]]
    return True


@subroutine
def _comes_later(limits: Limits, people: People, p: int, other: int, r: int) -> bool:
    """Whether of two who have just asked, one comes after the other."""
    rank, stratum = limits.rank, people.stratum
    mine, others = rank[r, stratum[p]], rank[r, stratum[other]]
    return bool(mine > others or (mine == others and p > other))


@subroutine
def _settle(world: World, p: int, t: int) -> None:
    """Count what has become of somebody at a boundary, and set its next event."""
    people, table = world.people, world.table
    cell, before, cycles = people.cell[p], people.before[p], world.phase_of_cycle.size
    if cell < 0:
        return
    s, fresh = people.stratum[p], before < 0
    for at in range(people.ways[p]):
        way = people.way[p, at]
        _count(world, p, way, t)
        people.occurrence[p] += table.advances[way]
        fresh = fresh or table.fresh[way] != 0
    if cell != before:
        world.tally.present[s, t, cell] += 1
        if before >= 0:
            world.tally.present[s, t, before] -= 1
        _carry(world, p, world.tally.loaded[s, t], before, cell)
    if t < cycles:
        _set_next(world, p, t, fresh)


@subroutine
def _set_next(world: World, p: int, t: int, fresh: bool) -> None:  # noqa: FBT001 - as kernels are called
    """Set the next event of somebody; where a sojourn begins, draw how long it lasts."""
    people, table, cells = world.people, world.table, world.cells
    cell, cycles = people.cell[p], world.phase_of_cycle.size
    stop = cycles + 1
    people.out[p] = stop
    people.since[p] = t
    if cells.follows[cell] != NEVER:
        if fresh:
            purpose = world.bridging if table.bridges[cell] else world.sojourn
            people.patience[p], people.whereto[p] = sojourn_luck(
                _person(world, p), purpose, people.occurrence[p]
            )
        lane, watch = _lane(world, p), Watch(people.zero[p], people.due[p], people.again[p])
        out = exit_boundary(
            cell, t, people.patience[p], cells, world.clocks, people.zero[p], world.phase_of_cycle,
            lane.hazard,
        )  # fmt: skip
        people.out[p] = out
        stop = next_change(cell, t, min(out, cycles), cells, world.clocks, world.shifts, lane, watch)
    for r in range(people.asked.shape[1]):
        if table.waits[cell, r] and people.leaves[p, r] > t:
            stop = min(stop, people.leaves[p, r])
    if stop <= cycles:
        _schedule(people, world.room, p, stop)


@subroutine
def _count(world: World, p: int, way: int, t: int) -> None:
    """Count a passage in the cycle it ends or begins."""
    tally, s = world.tally, world.people.stratum[p]
    edges, entries, shifts = tally.moved.shape[2], tally.came.shape[2], tally.shifted.shape[2]
    if way < edges:
        tally.moved[s, t - 1, way] += 1
        _carry(world, p, tally.turned[s, t - 1], world.people.before[p], world.table.cell[way])
    elif way < edges + entries:
        tally.came[s, t, way - edges] += 1
    elif way < edges + entries + shifts:
        tally.shifted[s, t, way - edges - entries] += 1
    else:
        detour = way - edges - entries - shifts
        at_end = tally.at_end[detour] != 0
        tally.detoured[s, t - 1 if at_end else t, detour] += 1
        if at_end:
            _carry(world, p, tally.turned[s, t - 1], world.people.before[p], world.table.cell[way])


@subroutine
def _carry(world: World, p: int, tally: Counts, before: int, cell: int) -> None:
    """Count the factors of somebody who comes from a cell (-1: from outside) into another."""
    counts, load = world.tally.load_counts, world.people.load[p]
    for line in range(load.size):
        if before >= 0 and counts[line, before]:
            tally[line] -= load[line]
        if counts[line, cell]:
            tally[line] += load[line]
