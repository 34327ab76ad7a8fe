"""Discrete events: persons who wait for places, one boundary after the other.

Everybody of a strategy and a replication is run together, because they share places; replications and
strategies are run apart. With places for all, every person's history is that of the microsimulation.
"""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import fields
from typing import Any

import numpy as np

from prevention_sim.engines.coming import addresses, persons
from prevention_sim.engines.kernels.persons import TREATMENTS, Counts
from prevention_sim.engines.kernels.queues import MEASURES, NOBODY, run_queues
from prevention_sim.engines.microsimulation import STEPS_PER_PERSON
from prevention_sim.engines.paths import BRIDGE, SOJOURN, Arrays, Paths
from prevention_sim.engines.posts import posts_and_slots
from prevention_sim.engines.tallies import Tallies, nobody, told
from prevention_sim.engines.waiting import Waiting, people
from prevention_sim.foundation.axes import IntArray
from prevention_sim.foundation.randomness import Luck, keys_of
from prevention_sim.model.bind import Bound
from prevention_sim.model.model import Model

NUMBERS_OF_PERSON, NUMBERS_OF_REQUEST = 15, 5

COUNTED_FROM_0 = [4, 5, 6, 12]
"""Of a person's numbers those that count something; the others are boundaries, cells and persons."""


def count_events(model: Model, bound: Bound, luck: Sequence[Luck], *, threads: int = 1) -> Tallies:
    """Run every person of some rows; of each row as many replications, added up."""
    paths = Paths(model)
    waiting = Waiting(paths)
    given: dict[str, Any] = {
        **paths.structure(),
        **paths.numbers(bound),
        **waiting.structure(),
        "limit_leaving": waiting.leaving(bound),
        "sojourn": np.uint64(paths.purposes[SOJOURN]),
        "bridging": np.uint64(paths.purposes.get(BRIDGE, 0)),
    }
    coming, keys, first_bits = persons(model, bound.rows, luck), keys_of(luck), addresses(model)
    posts, slots = posts_and_slots(model, bound, luck)
    run = run_queues.for_work(STEPS_PER_PERSON * float(coming.sum()))
    each = len(luck) // len(bound.rows)

    def counted(part: int, out: Tallies) -> None:
        for group in range(part, len(luck) * len(model.strategies), threads):
            replication, strategy = divmod(group, len(model.strategies))
            who = people(first_bits, coming[replication, ..., strategy])
            run(
                strategy, replication // each, **given, **_room(model, paths, len(who[0])),
                person_key=who[0], person_stratum=who[1], person_population=who[2], person_arrival=who[3],
                key=np.ascontiguousarray(keys[replication]), slots=slots[replication], **_out(out),
            )  # fmt: skip

    parts = [_by_row(nobody(model, len(bound.rows))) for _ in range(threads)]
    if threads == 1:
        counted(0, parts[0])
    else:
        with ThreadPoolExecutor(threads) as pool:
            list(pool.map(counted, range(threads), parts))
    whole = parts[0]
    for part in parts[1:]:
        whole = whole.plus(part)
    return told(model, bound, _by_row(whole), posts)


def _by_row(tallies: Tallies) -> Tallies:
    """Tallies with rows before strata, or the other way round."""
    arrays = (getattr(tallies, each.name) for each in fields(tallies))
    return Tallies(*(np.ascontiguousarray(np.swapaxes(counts, 1, 2)) for counts in arrays))


def _out(out: Tallies) -> Arrays:
    """What the kernel counts, as it counts it."""
    strategies, rows, _, boundaries, _ = out.queue.shape
    return {
        "present": out.present, "moved": out.moved, "came": out.came, "shifted": out.shifted,
        "detoured": out.detoured, "loaded": out.loaded, "turned": out.turned,
        "queue": out.queue.reshape(strategies, rows, boundaries, -1, MEASURES),
        "waits": out.waits.reshape(strategies, rows, boundaries, -1),
    }  # fmt: skip


def _room(model: Model, paths: Paths, persons_there: int) -> Arrays:
    """Room for everybody as they stand, and for queues."""
    limits, boundaries = len(model.limits), model.calendar.cycles + 2

    def nobody_yet(*shape: int) -> IntArray:
        return np.full(shape, NOBODY, dtype=np.int32)

    def nothing(*shape: int) -> Counts:
        return np.zeros(shape, dtype=np.int64)

    whole = nobody_yet(persons_there, NUMBERS_OF_PERSON)
    whole[:, COUNTED_FROM_0] = 0
    return {
        "whole": whole,
        "patience": nothing(persons_there),
        "whereto": np.zeros(persons_there),
        "zero": nothing(persons_there, TREATMENTS + len(paths.treatments)),
        "due": nothing(persons_there, len(paths.rates)),
        "again": nothing(persons_there, len(paths.rates)),
        "load": nothing(persons_there, len(model.differing)),
        "by_limit": nobody_yet(persons_there, NUMBERS_OF_REQUEST, limits),
        "way": np.empty((persons_there, 4 + len(model.doors) + 2 * limits), dtype=np.int32),
        "head": nobody_yet(boundaries),
        "lists": np.empty((2, persons_there), dtype=np.int32),
        "heap": np.empty((limits, 2 * persons_there + 1), dtype=np.int64),
        "of_limit": nothing(3, limits),
        "count": nothing(8),
    }
