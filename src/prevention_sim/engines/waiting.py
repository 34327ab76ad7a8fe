"""What those read who wait for places: limits, the ways past them, and everybody who comes.

It stands beside `paths.py`, which has what all persons read.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np

from prevention_sim.engines.addresses import person_keys
from prevention_sim.engines.kernels.persons import Counts, Words
from prevention_sim.engines.kernels.queues import NOBODY
from prevention_sim.engines.paths import Arrays, Paths, first_of_each, in_units, queue_purpose
from prevention_sim.foundation.axes import IntArray
from prevention_sim.model.bind import Bound
from prevention_sim.model.expressions import evaluate
from prevention_sim.model.limits import Limit
from prevention_sim.model.model import Model
from prevention_sim.model.network import Cell, Detour, Shift, Treatment

Key = tuple[frozenset[str], frozenset[str]]
"""The limits at which somebody waits, and those that turned it away."""


@dataclass(frozen=True)
class Waiting:
    """The limits of a model, as persons meet them."""

    paths: Paths

    @property
    def model(self) -> Model:
        """The model whose limits they are."""
        return self.paths.model

    @cached_property
    def _cells(self) -> dict[Cell, int]:
        return {cell: at for at, cell in enumerate(self.model.cells)}

    @cached_property
    def _first_of(self) -> dict[str, int]:
        """Where each kind of passage begins."""
        network, entries = self.model.network, len(self.model.entries)
        edges, shifts = len(network.edges), len(network.shifts)
        return {"edge": 0, "entry": edges, "shift": edges + entries, "detour": edges + entries + shifts}

    @cached_property
    def _siblings(self) -> dict[object, dict[Key, int]]:
        """The passages that are one way, by the limits they go past; those past none among them."""
        found: dict[object, dict[Key, int]] = {}
        for at, detour in enumerate(self.model.network.detours):
            past = (detour.waits, detour.turned)
            found.setdefault(self._way(detour), {})[past] = self._first_of["detour"] + at
        for (kind, *rest), ways in ((way, ways) for way, ways in found.items() if isinstance(way, tuple)):
            if kind != "admission":
                ways[frozenset(), frozenset()] = self._first_of[kind] + rest[0]
        return found

    def _way(self, detour: Detour) -> tuple[object, ...]:
        if detour.kind == "admission":
            gates = tuple((gate.door.purpose, gate.taken) for gate in detour.gates)
            return detour.kind, detour.of, detour.origin, gates
        return detour.kind, detour.of

    def structure(self) -> Arrays:
        """Everything the kernel reads that is the same in all rows, beyond what all persons read."""
        return {**self._of_cells(), **self._of_passages(), **self._admissions(), **self._limits()}

    def _of_cells(self) -> Arrays:
        cells, limits = self.model.cells, self.model.limits
        return {
            "cell_holds": _flags([[each.has(cell) for each in limits] for cell in cells]),
            "cell_waits": _flags([[cell.waits_for(each.id) for each in limits] for cell in cells]),
            "cell_left": self._changed(lambda cell, limit: cell.waits_for(limit.id), "waiting", None),
            "cell_back": self._changed(
                lambda cell, limit: limit.transfers and cell.takes_part(limit.id), "during", "waiting"
            ),
            "cell_bridges": _flags(
                [any(each.state is not None and cell.waits_for(each.id) for each in limits) for cell in cells]
            ),
        }

    def _changed(self, changes: Callable[[Cell, Limit], bool], before: Any, after: Any) -> IntArray:  # noqa: ANN401 - stages
        """The cell with another stage of a limit, or none of it: i4[cell, limit]."""
        cells, limits = self.model.cells, self.model.limits
        found = np.full((len(cells), len(limits)), NOBODY, dtype=np.int32)
        for at, cell in enumerate(cells):
            for place, limit in enumerate(limits):
                if changes(cell, limit):
                    status = {each for each in cell.status if each != Treatment(limit.id, before)}
                    status |= set() if after is None else {Treatment(limit.id, after)}
                    found[at, place] = self._cells[Cell(cell.state, tuple(sorted(status)))]
        return found

    def _of_passages(self) -> Arrays:
        network, paths = self.model.network, self.paths
        detours = network.detours
        edges, shifts = len(network.edges), network.shifts
        entries = [entry.cell for entry in self.model.entries]
        ends = [
            *(edge.destination for edge in network.edges),
            *entries,
            *(each.destination for each in shifts),
        ]
        begins = [paths.begins(edge.origin, edge.destination, moves=True) for edge in network.edges]
        begins += [0 for _ in entries]
        begins += [paths.begins(each.origin, each.destination) for each in shifts]
        begins += [
            0
            if each.origin is None
            else paths.begins(each.origin, each.destination, moves=each.kind == "edge")
            for each in detours
        ]
        moves = [each.origin.state != each.destination.state for each in shifts]
        advances = [True] * edges + [False] * len(entries) + moves + [each.advances for each in detours]
        fresh = [True] * (edges + len(entries)) + moves + [each.begins for each in detours]
        first, granted, turned = self._tables()
        return {
            "passage_cell": np.array(
                [self._cells[cell] for cell in (*ends, *(each.destination for each in detours))],
                dtype=np.int32,
            ),
            "passage_begins": np.array(begins, dtype=np.int64),
            "passage_advances": np.array(advances, dtype=np.uint8),
            "passage_fresh": np.array(fresh, dtype=np.uint8),
            "passage_first": first,
            "passage_granted": granted,
            "passage_turned": turned,
            "detour_at_end": np.array([each.at_end for each in detours], dtype=np.uint8),
        }

    def _tables(self) -> tuple[IntArray, IntArray, IntArray]:
        """What a passage is past all limits it asks, with one place more, and without even a queue."""
        model, count = self.model, self._first_of["detour"] + len(self.model.network.detours)
        shape = (len(model.strategies), count)
        first = np.broadcast_to(np.arange(count, dtype=np.int32), shape).copy()
        granted = np.full((*shape, len(model.limits)), NOBODY, dtype=np.int32)
        turned = granted.copy()
        for strategy in range(len(model.strategies)):
            active = {each.id for each in model.limits if each.strategies[strategy]}
            for ways in self._siblings.values():
                possible = [past for past in ways if not past[1] and past[0] <= active]
                most = min(possible, key=lambda past: self._reach(ways[past], past, active))
                first[strategy, ways[frozenset(), frozenset()]] = ways[most]
                for past, way in ways.items():
                    for at, limit in enumerate(model.limits):
                        if limit.id in past[0]:
                            more = self._with_place(ways, past, limit.id, active)
                            granted[strategy, way, at] = ways.get(more, NOBODY)
                            away = past[0] - {limit.id}, past[1] | {limit.id}
                            turned[strategy, way, at] = ways.get(away, NOBODY)
            self._after_changes(granted[strategy])
        return first, granted, turned

    @cached_property
    def _places(self) -> frozenset[str]:
        return frozenset(each.id for each in self.model.limits if each.state is not None)

    def _with_place(self, ways: dict[Key, int], past: Key, limit: str, active: set[str]) -> Key:
        """What a way is past when a limit has a place: who comes in is asked what it was not asked before."""
        has = self._taken(ways[past], active) | {limit}
        possible = [
            other
            for other in ways
            if other[0] <= active and other[1] == past[1] and has <= self._taken(ways[other], active)
        ]
        return min(possible, key=lambda other: self._reach(ways[other], other, active), default=past)

    def _reach(self, way: int, past: Key, active: set[str]) -> tuple[int, bool, int]:
        """How far a way leads: how many places it takes, and how few it waits for."""
        return len(self._taken(way, active)), not past[0] & self._places, -len(past[0])

    def _taken(self, way: int, active: set[str]) -> set[str]:
        """The limits of which a way takes a place."""
        origin, destination = self._ends[way]
        return {
            each.id
            for each in self.model.limits
            if each.id in active and each.has(destination) and (origin is None or not each.has(origin))
        }

    @cached_property
    def _ends(self) -> list[tuple[Cell | None, Cell]]:
        """Where each passage comes from, and where it goes."""
        network = self.model.network
        return [
            *((edge.origin, edge.destination) for edge in network.edges),
            *((None, entry.cell) for entry in self.model.entries),
            *((shift.origin, shift.destination) for shift in network.shifts),
            *((detour.origin, detour.destination) for detour in network.detours),
        ]

    def _after_changes(self, granted: IntArray) -> None:
        """A shift of somebody who waits is, with a place, that of somebody who takes part."""
        shifts = self.model.network.shifts
        known = {_same(each, each.origin, each.destination): at for at, each in enumerate(shifts)}
        for at, shift in enumerate(shifts):
            for place, limit in enumerate(self.model.limits):
                if shift.origin.waits_for(limit.id) and shift.destination.waits_for(limit.id):
                    inside = _same(
                        shift, _taking_part(shift.origin, limit), _taking_part(shift.destination, limit)
                    )
                    if inside in known:
                        granted[self._first_of["shift"] + at, place] = self._first_of["shift"] + known[inside]

    def _admissions(self) -> Arrays:
        flat = [at for of_cell in self.paths.admissions for of_limit in of_cell for at in of_limit]
        ends = np.cumsum([0, *(len(of_limit) for of_cell in self.paths.admissions for of_limit in of_cell)])
        cells, limits = len(self.model.cells), len(self.model.limits)
        firsts = np.array(
            [[ends[cell * limits + limit] for limit in range(limits + 1)] for cell in range(cells)],
            dtype=np.int32,
        )
        gates = [len(self.model.network.detours[at].gates) for at in flat]
        return {
            "admission": firsts.reshape(cells, limits + 1),
            "admitted": np.array([self._first_of["detour"] + at for at in flat], dtype=np.int32),
            "admission_gate": first_of_each(gates, after=self.paths.gates_before_admissions),
        }

    def _limits(self) -> Arrays:
        limits, model = self.model.limits, self.model
        shape = (len(limits), len(model.strata))
        return {
            "limited": _flags(
                [[each.strategies[strategy] for each in limits] for strategy in range(len(model.strategies))]
            ),
            "limit_rank": np.array([each.ranks for each in limits], dtype=np.int32).reshape(shape),
            "limit_need": np.array([each.needs for each in limits], dtype=np.int32).reshape(shape),
            "limit_room": np.array(
                [NOBODY if each.room is None else each.room for each in limits], dtype=np.int32
            ),
            "limit_transfers": _flags([each.transfers for each in limits]),
            "limit_ends": np.array([_end(each) for each in limits], dtype=np.int32),
            "limit_purpose": np.array(
                [self.paths.purposes[queue_purpose(each)] for each in limits], dtype=np.uint64
            ),
        }

    def leaving(self, bound: Bound) -> Counts:
        """The hazard of leaving each queue in a cycle: i8[row, limit]."""
        columns, rows = bound.rows.columns(), len(bound.rows)
        chances = np.zeros((rows, len(self.model.limits)))
        for at, limit in enumerate(self.model.limits):
            if limit.leaving is not None:
                chances[:, at] = evaluate(limit.leaving, columns)
        return in_units(chances)


def people(first_bits: Words, coming: Counts) -> tuple[Words, IntArray, IntArray, IntArray]:
    """Everybody of one strategy in the order of keys: key, stratum, population, cycle of arrival.

    Keys begin with u8[population, stratum]; `coming` tells how many: i8[stratum, population, cycle].
    """
    strata, populations, cycles = coming.shape
    numbers = coming.reshape(-1)
    group = np.repeat(np.arange(numbers.size), numbers)
    ordinal = np.arange(group.size) - np.repeat(np.cumsum(numbers) - numbers, numbers)
    stratum, population, cycle = np.unravel_index(group, (strata, populations, cycles))
    keys = first_bits[population, stratum] | person_keys(0, cycle, ordinal)
    order = np.argsort(keys, kind="stable")
    of_stratum, of_population, arrival = (
        np.ascontiguousarray(each[order].astype(np.int32)) for each in (stratum, population, cycle)
    )
    return np.ascontiguousarray(keys[order]), of_stratum, of_population, arrival


def _same(shift: Shift, origin: Cell, destination: Cell) -> tuple[object, ...]:
    boundaries = tuple(shift.piece.boundaries)
    return origin, destination, shift.door.purpose, boundaries, shift.strategies, shift.enrols


def _taking_part(cell: Cell, limit: Limit) -> Cell:
    status = {each for each in cell.status if each.programme != limit.id} | {Treatment(limit.id)}
    return Cell(cell.state, tuple(sorted(status)))


def _end(limit: Limit) -> int:
    return int(getattr(limit.supply, "after", NOBODY))


def _flags(values: Iterable[object]) -> Any:  # noqa: ANN401 - flags by one or two axes
    return np.array(list(values), dtype=np.uint8)
