"""Discrete events in SimPy: the same count as `discrete_event.py`, by processes that can be read.

It takes about a hundred times as long. SimPy is imported where somebody runs it, and nowhere else.
"""

import multiprocessing
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor

import numpy as np

from prevention_sim.engines.coming import addresses, persons
from prevention_sim.engines.kernels.persons import TREATMENTS
from prevention_sim.engines.paths import BRIDGE, SOJOURN, Paths
from prevention_sim.engines.posts import posts_and_slots
from prevention_sim.engines.simpy_engine.setting import Counted, Work
from prevention_sim.engines.tallies import Tallies, nobody, told
from prevention_sim.engines.waiting import Waiting, people
from prevention_sim.foundation.randomness import Luck, keys_of
from prevention_sim.model.bind import Bound
from prevention_sim.model.model import Model

WORTH_A_PROCESS = 2_000
"""So many persons take about as long as a process takes to start."""


def count_in_simpy(model: Model, bound: Bound, luck: Sequence[Luck], *, threads: int = 1) -> Tallies:
    """Run every person of some rows; of each row as many replications, added up.

    Where that is worth it, replications and strategies run in up to so many processes as there are `threads`.
    """
    works = list(_works(model, bound, luck))
    found = nobody(model, len(bound.rows))
    for work, each in zip(works, _counted(works, threads), strict=True):
        for name, counts in vars(each).items():
            getattr(found, name)[work.strategy, :, work.row] += counts
    return told(model, bound, found, posts_and_slots(model, bound, luck)[0])


def _counted(works: Sequence[Work], threads: int) -> Iterator[Counted]:
    """What is counted of each, in their order."""
    processes = min(threads, len(works), sum(len(work.who[0]) for work in works) // WORTH_A_PROCESS)
    if processes <= 1:
        yield from map(counted, works)
        return
    with ProcessPoolExecutor(processes, multiprocessing.get_context("spawn")) as pool:
        yield from pool.map(counted, works)


def counted(work: Work) -> Counted:
    """Run everybody of a strategy and a replication."""
    from prevention_sim.engines.simpy_engine.office import Office  # noqa: PLC0415 - SimPy, and few runs need it

    return Office(work).run()


def _works(model: Model, bound: Bound, luck: Sequence[Luck]) -> Iterator[Work]:
    """Every replication of every strategy."""
    paths = Paths(model)
    waiting = Waiting(paths)
    tables = {
        **paths.structure(),
        **paths.numbers(bound),
        **waiting.structure(),
        "limit_leaving": waiting.leaving(bound),
        "sojourn": np.uint64(paths.purposes[SOJOURN]),
        "bridging": np.uint64(paths.purposes.get(BRIDGE, 0)),
    }
    coming, keys, first_bits = persons(model, bound.rows, luck), keys_of(luck), addresses(model)
    _, slots = posts_and_slots(model, bound, luck)
    each = len(luck) // len(bound.rows)
    for replication in range(len(luck)):
        for strategy in range(len(model.strategies)):
            yield Work(
                tables, strategy, replication // each, keys[replication], slots[replication],
                people(first_bits, coming[replication, ..., strategy]), TREATMENTS + len(paths.treatments),
            )  # fmt: skip
