"""The microsimulation: whole persons, each with a history of its own.

Persons are counted, not added up, so neither the number of threads nor the order of persons is part of a
result. What is counted by cycle becomes a trace by the weights that the cohort engine uses.
"""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, fields, replace
from functools import reduce
from itertools import pairwise
from math import prod
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from prevention_sim.engines.coming import addresses, expected, persons, populations
from prevention_sim.engines.groups import open_groups
from prevention_sim.engines.kernels.persons import AHEAD, CROWD, PER_LOAD, TREATMENTS, run_persons
from prevention_sim.engines.paths import SOJOURN, Paths
from prevention_sim.engines.trace import Moves, Trace, joined
from prevention_sim.foundation.axes import FloatArray, IntArray
from prevention_sim.foundation.errors import ModelError
from prevention_sim.foundation.languages import Both
from prevention_sim.foundation.randomness import Luck, keys_of
from prevention_sim.model.bind import Bound
from prevention_sim.model.model import Model
from prevention_sim.model.rows import Rows

STEPS_PER_PERSON = 1000
COMING_BYTES = 32 * 2**20
REPLICATIONS_AT_ONCE = 256
PERSONS_AT_ONCE = 2**30
"""So many of one lane fit into its tallies, with room for chance."""

COPIES = 4
"""An array and what is made of it on the way."""

FEW = 4
"""Pieces of work for a thread, below which they are cut smaller."""

Whole: TypeAlias = NDArray[np.signedinteger[Any]]
Reading: TypeAlias = Callable[[Bound, Trace], FloatArray]
"""What is read of replications; they are its last axis."""


def run_microsimulation(model: Model, bound: Bound, *, threads: int = 1) -> Trace:
    """Count persons; raises `ModelError` for rows without luck."""
    if len(bound.rows.luck) != len(bound.rows):
        raise ModelError(
            Both(
                "Einzelne Personen brauchen Zufall; dazu gehört zu jeder Reihe ein Durchlauf",
                "persons need luck: give rows that are replicated",
            )
        )
    return trace_of(model, count_persons(model, bound, bound.rows.luck, threads=threads))


def expected_by_persons(
    model: Model, bound: Bound, *, threads: int = 1, read: Reading | None = None
) -> tuple[Trace, FloatArray | None]:
    """The mean over all replications of each row, and of what is `read` of each, whatever luck the rows have.

    Replications are worked in chunks; what is added up are whole persons, and readings one after the other,
    so the size of a chunk is part of no result.
    """
    asked = model.simulation
    if asked.replications < 1:
        raise ModelError(Both("Ohne Durchlauf gibt es kein Mittel", "without a replication there is no mean"))
    if model.groups or read is not None:
        return _one_by_one(model, bound, threads, read)
    luck = tuple(Luck(asked.seed, number) for number in range(asked.replications))
    size = _replications_at_once(model, bound.rows)
    counted = (
        count_persons(model, bound, luck[first : first + size] * len(bound.rows), threads=threads)
        for first in range(0, asked.replications, size)
    )
    return trace_of(model, reduce(Tallies.plus, counted), 1.0 / asked.replications), None


def _one_by_one(
    model: Model, bound: Bound, threads: int, read: Reading | None
) -> tuple[Trace, FloatArray | None]:
    """The same where every replication has its own groups of places, or is read by itself."""
    asked = model.simulation
    means, readings = [], []
    for row in range(len(bound.rows)):
        wholes, total = [], None
        for first in range(0, asked.replications, REPLICATIONS_AT_ONCE):
            numbers = range(first, min(first + REPLICATIONS_AT_ONCE, asked.replications))
            replicated = bound.replicated(row, asked.seed, numbers)
            counted = count_persons(model, replicated, replicated.rows.luck, threads=threads)
            wholes.append(counted.added_up())
            if read is not None:
                found = read(replicated, trace_of(model, counted))
                total = reduce(np.add, np.moveaxis(found, -1, 0), 0.0 if total is None else total)
        means.append(trace_of(model, reduce(Tallies.plus, wholes), 1.0 / asked.replications))
        if total is not None:
            readings.append(total / asked.replications)
    return joined(means), np.stack(readings, axis=-1) if readings else None


def _replications_at_once(model: Model, rows: Rows) -> int:
    """How many replications of all rows fit the memory bound; only who comes is kept of each."""
    mean = expected(model, rows)
    by_memory = COMING_BYTES // (COPIES * max(1, mean.nbytes))
    by_size = int(PERSONS_AT_ONCE // mean.sum(axis=(0, 1)).max(initial=1.0))
    return max(1, min(by_memory, by_size))


def bytes_of_persons(model: Model) -> int:
    """Memory of one row beyond what every engine needs: tallies, who comes, and tables of hazards."""
    lanes, cycles, network = len(model.strategies) * len(model.strata), model.calendar.cycles, model.network
    counted = len(network.edges) + len(model.entries) + len(network.shifts) + len(network.cells)
    phases = int(model.phase_of_cycle.max(initial=0)) + 1
    chances = sum(phases * prod(network.positions(cell)) for cell in model.edge_origin)
    hazards = len(network.cells) * (cycles + 1)
    coming = len(populations(model)) * cycles
    return lanes * (4 * COPIES * counted * (cycles + 1) + 8 * (2 * chances + hazards + COPIES * coming))


@dataclass(frozen=True, slots=True)
class Tallies:
    """Whole persons by cycle; what cases cost is counted in factors of the mean, in units of 2**-20.

    present  i4[strategy, stratum, row, boundary, cell]   who is there, after everything at that boundary
    moved    i4[strategy, stratum, row, cycle, edge]      moves at its end
    came     i4[strategy, stratum, row, cycle, entry]     entries at its start
    shifted  i4[strategy, stratum, row, cycle, shift]     shifts at its start
    loaded   i8[strategy, stratum, row, boundary, differing line]   factors of those who are there
    turned   i8[strategy, stratum, row, cycle, differing line]      what moves at its end change of that
    groups   i8[strategy, 1, row, cycle, groups]          groups of places that are paid for
    """

    present: Whole
    moved: Whole
    came: Whole
    shifted: Whole
    loaded: Whole
    turned: Whole
    groups: Whole

    def added_up(self) -> "Tallies":
        """All rows as one."""
        arrays = (getattr(self, each.name) for each in fields(self))
        return Tallies(*(counts.sum(axis=2, keepdims=True, dtype=np.int64) for counts in arrays))

    def plus(self, other: "Tallies") -> "Tallies":
        """Both together."""
        pairs = ((getattr(self, each.name), getattr(other, each.name)) for each in fields(self))
        return Tallies(*(np.add(mine, others, dtype=np.int64) for mine, others in pairs))


@dataclass(frozen=True, slots=True)
class Address:
    """Where chance finds a person: where it comes from, in which cycle, and its place among those of it."""

    population: int
    stratum: int
    cycle: int
    ordinal: int


def count_persons(model: Model, bound: Bound, luck: Sequence[Luck], *, threads: int = 1) -> Tallies:
    """Run every person of some rows; of each row as many replications, added up."""
    run = _counter(model, bound, luck, persons(model, bound.rows, luck))
    found = _among_threads(run, model, len(bound.rows), len(luck) // len(bound.rows), threads)
    return _told(model, bound, found)


def history_of(model: Model, bound: Bound, luck: Luck, address: Address) -> Tallies:
    """Run one person of the one row, as it is among all: the tallies are its history."""
    everybody = persons(model, bound.rows, [luck])
    at = (0, address.stratum, address.population, address.cycle)
    alone = np.zeros_like(everybody)
    alone[at] = everybody[at]
    found = _nobody(model, 1)
    run = _counter(model, bound, [luck], alone)
    run(0, len(model.strata), address.ordinal, int(everybody[at].max()), found)
    return _told(model, bound, found)


def _counter(
    model: Model, bound: Bound, luck: Sequence[Luck], coming: Whole
) -> Callable[[int, int, int, int, Tallies], None]:
    """Counts the persons of some groups of stratum, row and replication; of each arrival one part."""
    paths = Paths(model)
    given: dict[str, Any] = {
        **paths.structure(),
        **paths.numbers(bound),
        "sojourn": np.uint64(paths.purposes[SOJOURN]),
        "key": keys_of(luck),
        "population": addresses(model),
        "coming": coming,
    }
    run = run_persons.for_work(STEPS_PER_PERSON * float(coming.sum()))

    def counted(first: int, last: int, part: int, parts: int, out: Tallies) -> None:
        room: dict[str, Any] = {
            "zero": np.zeros(TREATMENTS + len(paths.treatments), dtype=np.int64),
            "due": np.zeros(len(paths.rates), dtype=np.int64),
            "again": np.zeros(len(paths.rates), dtype=np.int64),
            "load": np.zeros(len(model.differing), dtype=np.int64),
            "drawn": np.zeros(1, dtype=np.int64),
            "patience": np.zeros((AHEAD, CROWD), dtype=np.int64),
            "whereto": np.zeros((AHEAD, CROWD)),
        }
        run(
            first, last, part, parts, **given, **room,
            present=out.present, moved=out.moved, came=out.came, shifted=out.shifted,
            loaded=out.loaded, turned=out.turned,
        )  # fmt: skip

    return counted


def _told(model: Model, bound: Bound, found: Tallies) -> Tallies:
    """Who is there instead of who comes and goes, and what that opens."""
    np.cumsum(found.present, axis=-2, out=found.present)
    np.cumsum(found.loaded, axis=-2, out=found.loaded)
    return replace(found, groups=_groups(model, bound, found.present))


def _groups(model: Model, bound: Bound, present: Whole) -> Whole:
    """Groups of places that are paid for, all strata together: i8[strategy, 1, row, cycle, groups]."""
    by_state = [
        present[..., :-1, [cell.state == groups.state for cell in model.cells]].sum(axis=(1, -1))
        for groups in model.groups
    ]
    found = [
        open_groups(there, places, groups.notice)
        for there, places, groups in zip(by_state, bound.places, model.groups, strict=True)
    ]
    none = np.zeros((present.shape[0], present.shape[2], present.shape[3] - 1, 0), dtype=np.int64)
    return (np.stack(found, axis=-1) if found else none)[:, np.newaxis]


def _among_threads(
    run: Callable[[int, int, int, int, Tallies], None], model: Model, rows: int, each: int, threads: int
) -> Tallies:
    """Share the work: lanes, or where there are few, their replications, or else the persons of each."""
    lanes = len(model.strata) * rows
    if threads == 1:
        out = _nobody(model, rows)
        run(0, lanes * each, 0, 1, out)
        return out
    with ThreadPoolExecutor(threads) as pool:
        if lanes >= FEW * threads:
            out = _nobody(model, rows)
            cuts = [lanes * part // threads * each for part in range(threads + 1)]
            for done in [pool.submit(run, first, last, 0, 1, out) for first, last in pairwise(cuts)]:
                done.result()
            return out
        parts = [_nobody(model, rows) for _ in range(threads)]
        cuts = [lanes * each * part // threads for part in range(threads + 1)]
        for done in [
            pool.submit(run, cuts[part], cuts[part + 1], 0, 1, out)
            if lanes * each >= FEW * threads
            else pool.submit(run, 0, lanes * each, part, threads, out)
            for part, out in enumerate(parts)
        ]:
            done.result()
    return reduce(Tallies.plus, parts)


def _nobody(model: Model, rows: int) -> Tallies:
    lanes, cycles = (len(model.strategies), len(model.strata), rows), model.calendar.cycles
    network = model.network

    def none(times: int, each: int) -> IntArray:
        return np.zeros((*lanes, times, each), dtype=np.int32)

    def no_load(times: int) -> Whole:
        return np.zeros((*lanes, times, len(model.differing)), dtype=np.int64)

    return Tallies(
        none(cycles + 1, len(network.cells)), none(cycles, len(network.edges)),
        none(cycles, len(model.entries)), none(cycles, len(network.shifts)),
        no_load(cycles + 1), no_load(cycles),
        np.zeros((lanes[0], 1, rows, cycles, len(model.groups)), dtype=np.int64),
    )  # fmt: skip


def trace_of(model: Model, tallies: Tallies, each: float = 1.0) -> Trace:
    """What whole persons come to by the weights of the model, every one of them counting for so much."""
    weights, calendar = model.weights, model.calendar
    present, moved, came, shifted, loaded, turned, groups = (
        np.ascontiguousarray(getattr(tallies, each.name).transpose(3, 4, 0, 1, 2)) for each in fields(tallies)
    )
    after = present[:-1].copy()
    for edge, (origin, destination) in enumerate(zip(model.edge_origin, model.edge_destination, strict=True)):
        after[:, origin] -= moved[:, edge]
        after[:, destination] += moved[:, edge]

    def weighed(*counted: tuple[FloatArray, Whole]) -> FloatArray:
        weight = np.stack([each_cycle for each_cycle, _ in counted], axis=2) * each
        counts = np.stack([of_cycle[: calendar.cycles] for _, of_cycle in counted], axis=1)
        found: FloatArray = np.zeros((len(weight), len(calendar.year_of_period), *counts.shape[2:]))
        for period in range(found.shape[1]):
            here = calendar.period_of_cycle == period
            factors = weight[:, here].reshape(len(weight), -1, *(1,) * (counts.ndim - 2))
            products = factors * np.concatenate(counts[here])
            found[:, period] = np.cumsum(products, axis=1)[:, -1]  # one after the other, whatever the shape
        return found

    edges = len(model.network.edges)
    return Trace(
        time_in=weighed((weights.start, present), (weights.end, after)),
        moves=Moves(
            np.ones((edges, 1, 1, 1)), weighed((weights.at_end, moved)), np.arange(edges, dtype=np.int32)
        ),
        shifts=weighed((weights.at_start, shifted)),
        entries=weighed((weights.at_start, came)),
        at_end=present[-1] * each,
        loads=weighed((weights.start, loaded), (weights.end, loaded[:-1] + turned)) / PER_LOAD,
        groups=weighed((weights.at_start, groups))[..., 0, :] * float(calendar.cycle_years),
    )
