"""The microsimulation: whole persons, each with a history of its own.

Persons are counted, not added up, so neither the number of threads nor the order of persons is part of a
result. What is counted by cycle becomes a trace by the weights that the cohort engine uses.
"""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import reduce
from itertools import pairwise
from typing import Any

import numpy as np

from prevention_sim.engines.coming import addresses, persons
from prevention_sim.engines.kernels.persons import AHEAD, CROWD, TREATMENTS, run_persons
from prevention_sim.engines.paths import SOJOURN, Paths
from prevention_sim.engines.posts import posts_and_slots
from prevention_sim.engines.tallies import Tallies, Whole, nobody, told
from prevention_sim.foundation.randomness import Luck, keys_of
from prevention_sim.model.bind import Bound
from prevention_sim.model.model import Model

STEPS_PER_PERSON = 1000
FEW = 4
"""Pieces of work for a thread, below which they are cut smaller."""


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
    return told(model, bound, found, posts_and_slots(model, bound, luck)[0])


def history_of(model: Model, bound: Bound, luck: Luck, address: Address) -> Tallies:
    """Run one person of the one row, as it is among all: the tallies are its history."""
    everybody = persons(model, bound.rows, [luck])
    at = (0, address.stratum, address.population, address.cycle)
    alone = np.zeros_like(everybody)
    alone[at] = everybody[at]
    found = nobody(model, 1)
    run = _counter(model, bound, [luck], alone)
    run(0, len(model.strata), address.ordinal, int(everybody[at].max()), found)
    return told(model, bound, found, posts_and_slots(model, bound, [luck])[0])


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


def _among_threads(
    run: Callable[[int, int, int, int, Tallies], None], model: Model, rows: int, each: int, threads: int
) -> Tallies:
    """Share the work: lanes, or where there are few, their replications, or else the persons of each."""
    lanes = len(model.strata) * rows
    if threads == 1:
        out = nobody(model, rows)
        run(0, lanes * each, 0, 1, out)
        return out
    with ThreadPoolExecutor(threads) as pool:
        if lanes >= FEW * threads:
            out = nobody(model, rows)
            cuts = [lanes * part // threads * each for part in range(threads + 1)]
            for done in [pool.submit(run, first, last, 0, 1, out) for first, last in pairwise(cuts)]:
                done.result()
            return out
        parts = [nobody(model, rows) for _ in range(threads)]
        cuts = [lanes * each * part // threads for part in range(threads + 1)]
        for done in [
            pool.submit(run, cuts[part], cuts[part + 1], 0, 1, out)
            if lanes * each >= FEW * threads
            else pool.submit(run, 0, lanes * each, part, threads, out)
            for part, out in enumerate(parts)
        ]:
            done.result()
    return reduce(Tallies.plus, parts)
