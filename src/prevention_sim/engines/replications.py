"""Rows of persons: each one replication, or what is expected, the mean over many.

Which engine runs the persons is the caller's choice: it hands over how they are counted.
"""

from collections.abc import Callable, Sequence
from functools import reduce
from math import prod
from typing import Protocol, TypeAlias

import numpy as np

from prevention_sim.engines.coming import expected, populations
from prevention_sim.engines.kernels.queues import MEASURES
from prevention_sim.engines.tallies import Tallies, trace_of
from prevention_sim.engines.trace import Trace, joined
from prevention_sim.foundation.axes import FloatArray
from prevention_sim.foundation.errors import ModelError
from prevention_sim.foundation.languages import Both
from prevention_sim.foundation.randomness import Luck
from prevention_sim.model.bind import Bound
from prevention_sim.model.model import Model
from prevention_sim.model.rows import Rows

COMING_BYTES = 32 * 2**20
REPLICATIONS_AT_ONCE = 256
PERSONS_AT_ONCE = 2**30
"""So many of one lane fit into its tallies, with room for chance."""

COPIES = 4
"""An array and what is made of it on the way."""


Reading: TypeAlias = Callable[[Bound, Trace], FloatArray]
"""What is read of replications; they are its last axis."""


class Counter(Protocol):
    """Counts the persons of some rows; of each row as many replications, added up."""

    def __call__(self, model: Model, bound: Bound, luck: Sequence[Luck], *, threads: int = 1) -> Tallies:
        """Run every person."""
        ...


def run_replicated(count: Counter, model: Model, bound: Bound, *, threads: int = 1) -> Trace:
    """Count persons, in each row by its luck; raises `ModelError` for rows without."""
    if len(bound.rows.luck) != len(bound.rows):
        raise ModelError(
            Both(
                "Einzelne Personen brauchen Zufall; dazu gehört zu jeder Reihe ein Durchlauf",
                "persons need luck: give rows that are replicated",
            )
        )
    return trace_of(model, count(model, bound, bound.rows.luck, threads=threads))


def expected_by_persons(
    count: Counter, model: Model, bound: Bound, *, threads: int = 1, read: Reading | None = None
) -> tuple[Trace, FloatArray | None]:
    """The mean over all replications of each row, and of what is `read` of each, whatever luck the rows have.

    Replications are worked in chunks; what is added up are whole persons, and readings one after the other,
    so the size of a chunk is part of no result.
    """
    asked = model.simulation
    if asked.replications < 1:
        raise ModelError(Both("Ohne Durchlauf gibt es kein Mittel", "without a replication there is no mean"))
    if model.groups or read is not None:
        return _one_by_one(count, model, bound, threads, read)
    luck = tuple(Luck(asked.seed, number) for number in range(asked.replications))
    size = _replications_at_once(model, bound.rows)
    counted = (
        count(model, bound, luck[first : first + size] * len(bound.rows), threads=threads)
        for first in range(0, asked.replications, size)
    )
    return trace_of(model, reduce(Tallies.plus, counted), 1.0 / asked.replications), None


def _one_by_one(
    count: Counter, model: Model, bound: Bound, threads: int, read: Reading | None
) -> tuple[Trace, FloatArray | None]:
    """The same where every replication has its own groups of places, or is read by itself."""
    asked = model.simulation
    means, readings = [], []
    for row in range(len(bound.rows)):
        wholes, total = [], None
        for first in range(0, asked.replications, REPLICATIONS_AT_ONCE):
            numbers = range(first, min(first + REPLICATIONS_AT_ONCE, asked.replications))
            replicated = bound.replicated(row, asked.seed, numbers)
            counted = count(model, replicated, replicated.rows.luck, threads=threads)
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
    counted += len(network.detours) + MEASURES * len(model.limits)
    phases = int(model.phase_of_cycle.max(initial=0)) + 1
    chances = sum(phases * prod(network.positions(cell)) for cell in model.edge_origin)
    hazards = len(network.cells) * (cycles + 1)
    coming = len(populations(model)) * cycles
    return lanes * (4 * COPIES * counted * (cycles + 1) + 8 * (2 * chances + hazards + COPIES * coming))
