"""What persons read on their way: the structure of a model and its numbers, as their kernel wants them.

Both are made of the same edges and shares that the cohort engine multiplies numbers with.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from math import prod
from typing import Any, TypeAlias, TypeVar

import numpy as np
import numpy.typing as npt
from numpy.typing import NDArray

from prevention_sim.engines import loads
from prevention_sim.engines.addresses import purpose_ids
from prevention_sim.engines.coming import Population, populations
from prevention_sim.engines.kernels.persons import (
    AGE,
    BY_CALENDAR,
    CERTAIN,
    ENTRY,
    NEVER,
    PER_UNIT,
    STEP_BY_STEP,
    TREATMENTS,
    Counts,
    Flags,
    Words,
)
from prevention_sim.foundation.axes import FloatArray, IntArray
from prevention_sim.foundation.elementary import log1p_of
from prevention_sim.model.bind import Bound
from prevention_sim.model.edges import Edges
from prevention_sim.model.limits import Limit
from prevention_sim.model.model import Entry, Model, StartTerm
from prevention_sim.model.network import Cell, Edge, Gate, Treatment

SOJOURN = "sojourn"
"""The purpose of patience and destination."""

BRIDGE = "bridge"
"""The purpose of both where another state stands in for one that is full."""


def queue_purpose(limit: Limit) -> str:
    """Where chance finds how long somebody waits for a place before it leaves the queue."""
    return f"leaving/{limit.id}"


Number = TypeVar("Number", np.int64, np.float64)
Arrays: TypeAlias = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Table:
    """The numbers of one cell in all lanes.

    hazard   i8[lane, step]                   as `follows` says
    share    f8[lane, phase, position, move]  chances, added up over the moves
    """

    follows: int
    hazard: Counts
    share: FloatArray


@dataclass(frozen=True)
class Paths:
    """A model as persons walk it."""

    model: Model

    @cached_property
    def populations(self) -> tuple[Population, ...]:
        """Who comes, in the order in which persons are run."""
        return populations(self.model)

    @cached_property
    def treatments(self) -> list[Treatment]:
        """Every treatment, in the order of the clocks that tell its time."""
        return sorted({each for cell in self.model.cells for each in cell.status})

    @cached_property
    def purposes(self) -> dict[str, int]:
        """The address of everything that chance decides; raises `ModelError` where two are the same."""
        return purpose_ids(
            [
                SOJOURN,
                *(door.purpose for door in self.model.doors),
                *loads.purposes(self.model),
                *([BRIDGE] if self.model.limits else []),
                *(queue_purpose(each) for each in self.model.limits),
            ]
        )

    @cached_property
    def moves(self) -> list[list[list[int]]]:
        """By cell, its moves from the least intensive state to the most, each with its edges."""
        states = self.model.states
        rank = dict(zip(states, self.model.intensity, strict=True))
        found: list[dict[int, list[int]]] = [{} for _ in self.model.cells]
        for at, (edge, origin) in enumerate(
            zip(self.model.network.edges, self.model.edge_origin, strict=True)
        ):
            found[origin].setdefault(edge.move, []).append(at)

        def order(move: int) -> tuple[float, str]:
            state = self.model.moves[move][1]
            return rank[state], state

        return [[of_cell[move] for move in sorted(of_cell, key=order)] for of_cell in found]

    @cached_property
    def rates(self) -> list[str]:
        """The doors that stand open for those who are there, in the order in which they are asked."""
        shifts = self.model.network.shifts
        return list(dict.fromkeys(each.door.purpose for each in shifts if not each.of_stock))

    def structure(self) -> Arrays:
        """Everything the kernel reads that is the same in all lanes."""
        return {
            **self._cells(),
            **self._ways(),
            **self._shifts(),
            **self._entries(),
            **self._gates(),
            **self._loads(),
            "phase_of_cycle": self.model.phase_of_cycle,
        }

    def _cells(self) -> Arrays:
        network = self.model.network
        clocks = [clock for of_cell in network.clocks for clock in of_cell]
        owners = [cell for cell, of_cell in zip(network.cells, network.clocks, strict=True) for _ in of_cell]
        listed, offers = self._listed()
        return {
            "cell_clock": first_of_each(len(of_cell) for of_cell in network.clocks),
            "cell_move": first_of_each(len(of_cell) for of_cell in self.moves),
            "cell_positions": _numbers(prod(network.positions(at)) for at in range(len(network.cells))),
            "cell_stock": first_of_each(len(of_cell) for of_cell in listed),
            "cell_offer": offers[0],
            "cell_offers": offers[1],
            "cell_quiet": _flat_flags(not self._may_change(cell) for cell in range(len(network.cells))),
            "clock_kind": _numbers(self._clock(clock.of) for clock in clocks),
            "clock_length": _numbers(clock.length for clock in clocks),
            "clock_into": _numbers(
                -1 if clock.into is None else network.cells.index(clock.into) for clock in clocks
            ),
            "clock_begins": _bits(
                0 if clock.into is None else self.begins(cell, clock.into)
                for cell, clock in zip(owners, clocks, strict=True)
            ),
        }

    def _clock(self, of: Treatment | str) -> int:
        if isinstance(of, Treatment):
            return TREATMENTS + self.treatments.index(of)
        return ENTRY if of == "entry" else AGE

    def begins(self, origin: Cell, destination: Cell, *, moves: bool = False) -> int:
        """The clocks that begin when somebody passes into another cell, a bit each."""
        new = [each for each in destination.status if each not in origin.status]
        begun = [*([ENTRY] if moves or origin.state != destination.state else []), *map(self._clock, new)]
        return sum(1 << clock for clock in begun)

    def _ways(self) -> Arrays:
        network = self.model.network
        moves = [move for of_cell in self.moves for move in of_cell]
        return {
            "way_first": first_of_each(len(move) for move in moves),
            "way_edge": _numbers(edge for move in moves for edge in move),
            "edge_cell": self.model.edge_destination,
            "edge_begins": _bits(
                self.begins(edge.origin, edge.destination, moves=True) for edge in network.edges
            ),
            "edge_ended": _numbers(map(self._ended, network.edges)),
            "edge_gate": first_of_each(len(edge.gates) for edge in network.edges),
            "edge_active": _flags([edge.strategies for edge in network.edges], len(self.model.strategies)),
        }

    def _ended(self, edge: Edge) -> int:
        """The clocks of its origin that must be over for an edge, a bit each; -1 where it does not matter."""
        if edge.ended is None:
            return -1
        clocks = self.model.network.clocks[self.model.cells.index(edge.origin)]
        return sum(1 << at for at, clock in enumerate(clocks) if clock.of in edge.ended)

    def _listed(self) -> tuple[list[list[int]], tuple[IntArray, IntArray]]:
        """By cell, what is done for the stock; after all of these, by cell, what is offered at a rate."""
        model = self.model
        stock: list[list[int]] = [[] for _ in model.cells]
        offered: list[list[list[int]]] = [[[] for _ in self.rates] for _ in model.cells]
        for at, shift in enumerate(model.network.shifts):
            cell = model.cells.index(shift.origin)
            if shift.of_stock:
                stock[cell].append(at)
            else:
                offered[cell][self.rates.index(shift.door.purpose)].append(at)
        lengths = np.array([[len(each) for each in of_cell] for of_cell in offered], dtype=np.int32)
        lengths = lengths.reshape(len(model.cells), len(self.rates))
        begin = sum(map(len, stock)) + np.cumsum(lengths, dtype=np.int32).reshape(lengths.shape) - lengths
        return stock, (begin.astype(np.int32), lengths)

    def _shifts(self) -> Arrays:
        model, shifts = self.model, self.model.network.shifts
        by_cell = [[at for at, each in enumerate(shifts) if each.origin == cell] for cell in model.cells]
        stock = [at for of_cell in by_cell for at in of_cell if shifts[at].of_stock]
        offers = [
            at
            for of_cell in by_cell
            for rate in self.rates
            for at in of_cell
            if not shifts[at].of_stock and shifts[at].door.purpose == rate
        ]
        return {
            "shift_listed": _numbers([*stock, *offers]),
            "shift_cell": _numbers(model.cells.index(each.destination) for each in shifts),
            "shift_begins": _bits(self.begins(each.origin, each.destination) for each in shifts),
            "shift_moves": _flat_flags(each.origin.state != each.destination.state for each in shifts),
            "shift_gate": first_of_each(
                (1 + len(each.gates) for each in shifts), after=self._gates_of_edges + self._gates_of_parts
            ),
            "shift_holds": _flags([each.piece.boundaries for each in shifts], model.calendar.cycles + 1),
            "shift_next": np.array([_next(each.piece.boundaries) for each in shifts], dtype=np.int32).reshape(
                -1, model.calendar.cycles + 1
            ),
            "shift_active": _flags([each.strategies for each in shifts], len(model.strategies)),
            "rate_purpose": self._words(self.rates),
        }

    def _words(self, purposes: Iterable[str]) -> Words:
        return np.array([self.purposes[each] for each in purposes], dtype=np.uint64)

    @cached_property
    def _parts(self) -> list[tuple[Entry | StartTerm, int]]:
        """The parts of all populations, each with its place among the entries of the model, or -1."""
        place = {id(entry): at for at, entry in enumerate(self.model.entries)}
        return [(part, place.get(id(part), -1)) for each in self.populations for part in each.parts]

    def _entries(self) -> Arrays:
        model, cycles = self.model, self.model.calendar.cycles
        everywhere, at_start = (True,) * len(model.strategies), np.arange(cycles) == 0
        parts = [part for part, _ in self._parts]
        firsts = [population.parts[0] for population in self.populations]
        return {
            "entry_first": first_of_each(len(each.parts) for each in self.populations),
            "entry_cell": _numbers(model.cells.index(part.cell) for part in parts),
            "entry_counted": _numbers(place for _, place in self._parts),
            "entry_gate": first_of_each((len(_gates(part)) for part in parts), after=self._gates_of_edges),
            "entry_active": _flags(
                [part.strategies if isinstance(part, Entry) else everywhere for part in parts],
                len(model.strategies),
            ),
            "entry_holds": _flags(
                [part.profile if isinstance(part, Entry) else at_start for part in parts], cycles
            ),
            "population_elapsed": _numbers(
                part.elapsed if isinstance(part, StartTerm) else 0 for part in firsts
            ),
            "population_age": _numbers(part.age for part in firsts),
            "population_stock": _flat_flags(each.stock for each in self.populations),
        }

    @property
    def _gates_of_edges(self) -> int:
        return sum(len(edge.gates) for edge in self.model.network.edges)

    @property
    def _gates_of_parts(self) -> int:
        return sum(len(_gates(part)) for part, _ in self._parts)

    @property
    def gates_before_admissions(self) -> int:
        """How many gates stand before those of admissions."""
        shifts = self.model.network.shifts
        return self._gates_of_edges + self._gates_of_parts + sum(1 + len(each.gates) for each in shifts)

    @cached_property
    def admissions(self) -> list[list[list[int]]]:
        """By cell and limit, the detours out of its queue that go past no other limit."""
        limits = [each.id for each in self.model.limits]
        found: list[list[list[int]]] = [[[] for _ in limits] for _ in self.model.cells]
        for at, detour in enumerate(self.model.network.detours):
            if detour.kind == "admission" and not detour.past and detour.origin is not None:
                found[self.model.cells.index(detour.origin)][limits.index(str(detour.of))].append(at)
        return found

    def _gates(self) -> Arrays:
        doors = {door.purpose: at for at, door in enumerate(self.model.doors)}
        gates = [gate for edge in self.model.network.edges for gate in edge.gates]
        gates += [gate for part, _ in self._parts for gate in _gates(part)]
        gates += [
            gate for each in self.model.network.shifts for gate in (Gate(each.door, taken=True), *each.gates)
        ]
        gates += [
            gate
            for of_cell in self.admissions
            for of_limit in of_cell
            for at in of_limit
            for gate in self.model.network.detours[at].gates
        ]
        return {
            "gate_door": _numbers(doors[gate.door.purpose] for gate in gates),
            "gate_taken": _flat_flags(gate.taken for gate in gates),
            "door_purpose": self._words(doors),
        }

    def _loads(self) -> Arrays:
        return {
            "load_purpose": self._words(loads.purposes(self.model)),
            "load_law": _numbers(loads.laws(self.model)),
            "load_counts": _flags(loads.cells_that_count(self.model), len(self.model.cells)),
        }

    def numbers(self, bound: Bound) -> Arrays:
        """What differs between lanes; a lane is a strategy, a stratum and a row."""
        lanes = bound.scale.shape[1:]
        tables = self._tables(bound)
        shares = [table.share.reshape(len(table.share), -1) for table in tables]
        return {
            "cell_follows": _numbers(table.follows for table in tables),
            "cell_hazard": first_of_each(table.hazard.shape[1] for table in tables)[:-1],
            "cell_share": first_of_each(share.shape[1] for share in shares)[:-1],
            "cell_per_phase": _numbers(
                prod(table.share.shape[2:]) if table.share.shape[1] > 1 else 0 for table in tables
            ),
            "cell_per_position": _numbers(
                table.share.shape[3] if table.share.shape[2] > 1 else 0 for table in tables
            ),
            "hazard": _joined([table.hazard for table in tables]).reshape(*lanes, -1),
            "share": _joined(shares).reshape(*lanes, -1),
            "shift": np.ascontiguousarray(np.moveaxis(bound.shift, 0, -1)),
            "door": self._doors(bound),
            "rate": self._rates(bound),
            "load_terms": loads.terms(self.model, bound),
        }

    def _tables(self, bound: Bound) -> list[Table]:
        """The hazards of all cells; their logarithms are taken at once."""
        chances = [self._chances(bound, moves) for moves in self.moves]
        leaving = [chance[..., -1:] for chance in chances]
        ends = np.cumsum([each.size for each in leaving])
        hazards = np.split(in_units(np.concatenate([each.ravel() for each in leaving])), ends[:-1])
        return [
            self._table(bound, cell, chance, hazard.reshape(each.shape))
            for cell, (chance, each, hazard) in enumerate(zip(chances, leaving, hazards, strict=True))
        ]

    def _chances(self, bound: Bound, moves: Sequence[Sequence[int]]) -> FloatArray:
        if not moves:
            return np.zeros((prod(bound.scale.shape[1:]), 1, 1, 0))
        return _added_up([self._chance(bound, move) for move in moves])

    def _table(self, bound: Bound, cell: int, chance: FloatArray, hazards: Counts) -> Table:
        """The hazards of a cell, kept as short as they allow."""
        model = self.model
        lanes = prod(bound.scale.shape[1:])
        if not self.moves[cell]:
            follows = BY_CALENDAR if self._may_change(cell) else NEVER
            none = np.zeros((lanes, model.calendar.cycles + 1), dtype=np.int64)
            return Table(follows, none if self._may_change(cell) else none[:, :0], chance)
        hazard = hazards[..., 0]
        phases, positions = hazard.shape[1:]
        if positions == 1:
            along = hazard[:, model.phase_of_cycle if phases > 1 else np.zeros_like(model.phase_of_cycle), 0]
            return Table(BY_CALENDAR, _running(along), chance)
        clock = self._followed(cell, hazard) if phases == 1 else None
        if clock is None:
            return Table(STEP_BY_STEP, hazard.reshape(lanes, -1), chance)
        clocks = model.network.clocks[cell]
        lengths = model.network.positions(cell)
        first = np.moveaxis(hazard.reshape(lanes, *lengths), 1 + clock, -1)
        along = first.reshape(lanes, -1, lengths[clock])[:, 0]
        steps = np.minimum(np.arange(lengths[clock] + model.calendar.cycles), lengths[clock] - 1)
        return Table(self._clock(clocks[clock].of), _running(along[:, steps]), chance)

    def _may_change(self, cell: int) -> bool:
        """Whether somebody may pass from a cell without moves into another."""
        network = self.model.network
        ends = any(clock.into is not None for clock in network.clocks[cell])
        return ends or any(shift.origin == network.cells[cell] for shift in network.shifts)

    def _followed(self, cell: int, hazard: Counts) -> int | None:
        """The one clock of a cell along which its hazards vary; None where they follow several."""
        lengths = self.model.network.positions(cell)
        grid = hazard.reshape(len(hazard), *lengths)
        varying = [axis for axis in range(len(lengths)) if (np.diff(grid, axis=1 + axis) != 0).any()]
        return None if len(varying) > 1 else varying[0] if varying else 0

    def _chance(self, bound: Bound, edges: Sequence[int]) -> FloatArray:
        """The chance of a move in a cycle, through whichever gates: f8[lane, phase, position]."""
        lanes = prod(bound.scale.shape[1:])
        total: FloatArray = np.zeros((1, 1, lanes))
        for edge in edges:
            chance, course = bound.scale[edge].reshape(1, 1, lanes), self.model.courses[edge]
            if course is not None:
                values = bound.shape[course.first : course.first + course.rows]
                chance = chance * values.reshape(course.phases, course.positions, lanes)
            total = total + chance
        return np.moveaxis(total, -1, 0)

    def _doors(self, bound: Bound) -> FloatArray:
        """f8[stratum, row, door, boundary]."""
        rows = bound.rows
        if not self.model.doors:
            return np.zeros((len(self.model.strata), len(rows), 0, self.model.calendar.cycles + 1))
        shares = Edges(self.model, rows.columns(), len(rows)).doors()
        return np.ascontiguousarray(shares.transpose(2, 3, 0, 1))

    def _rates(self, bound: Bound) -> Counts:
        """The hazards of offers, added up over boundaries: i8[strategy, stratum, row, rate, boundary + 1]."""
        lanes, boundaries = bound.shift.shape[1:], self.model.calendar.cycles + 1
        share: FloatArray = np.zeros((*lanes, len(self.rates), boundaries))
        for shift, found in zip(self.model.network.shifts, bound.shift, strict=True):
            if not shift.of_stock:
                holds = shift.piece.boundaries != 0.0
                share[..., self.rates.index(shift.door.purpose), holds] = found[..., np.newaxis]
        return _running(in_units(share))


def _gates(part: Entry | StartTerm) -> tuple[Gate, ...]:
    return part.gates if isinstance(part, Entry) else ()


def _next(holds: FloatArray) -> list[int]:
    """For each boundary the first one after it at which a share holds, or one after the last."""
    found, upcoming = [], len(holds)
    for boundary in reversed(range(len(holds))):
        found.append(upcoming)
        upcoming = boundary if holds[boundary] else upcoming
    return found[::-1]


def _added_up(chances: list[FloatArray]) -> FloatArray:
    """Chances of moves, one after the other added: f8[lane, phase, position, move]."""
    shape = np.broadcast_shapes(*(chance.shape for chance in chances))
    return np.stack([np.broadcast_to(total, shape) for total in accumulate(chances)], axis=-1)


def in_units(chance: FloatArray) -> Counts:
    """The hazard of a chance in whole units: none of 0, at least one of more, and the largest of 1."""
    with np.errstate(divide="ignore"):
        hazard = np.rint(-log1p_of(-np.minimum(chance, 1.0 - 2.0**-53)) * PER_UNIT).astype(np.int64)
    hazard = np.where(chance > 0.0, np.maximum(hazard, 1), 0)
    return np.where(chance >= 1.0, np.int64(CERTAIN), hazard)


def _joined(tables: list[NDArray[Number]]) -> NDArray[Number]:
    return np.ascontiguousarray(np.concatenate(tables, axis=1))


def _running(values: Counts) -> Counts:
    """Totals along the last axis, from nothing on."""
    none = np.zeros((*values.shape[:-1], 1), dtype=np.int64)
    return np.concatenate([none, np.cumsum(values, axis=-1)], axis=-1)


def _numbers(values: Iterable[int]) -> IntArray:
    return np.array(list(values), dtype=np.int32)


def _bits(values: Iterable[int]) -> Counts:
    return np.array(list(values), dtype=np.int64)


def first_of_each(lengths: Iterable[int], after: int = 0) -> IntArray:
    """Where each of some lists begins, and the end of the last."""
    return _numbers(accumulate(lengths, initial=after))


def _flat_flags(values: Iterable[bool]) -> Flags:
    return np.array(list(values), dtype=np.uint8)


def _flags(values: Sequence[Sequence[bool] | FloatArray | npt.NDArray[np.bool_]], length: int) -> Flags:
    """Yes or no by row: u1[row, length]."""
    return np.array([np.asarray(each) != 0 for each in values], dtype=np.uint8).reshape(-1, length)
