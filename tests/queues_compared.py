"""What becomes of one file by every way of counting queues, and what happened in them."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import fields
from typing import Any

import numpy as np

from prevention_sim.engines.discrete_event import count_events
from prevention_sim.engines.kernels.queues import BUSY, LEFT, MEASURES, SLOTS, TURNED, WAITING
from prevention_sim.engines.microsimulation import count_persons
from prevention_sim.engines.simpy_events import count_in_simpy
from prevention_sim.engines.tallies import Tallies, Whole
from prevention_sim.foundation.compiling import Kernel
from prevention_sim.model.bind import bind
from prevention_sim.model.compile import compile_model
from prevention_sim.model.model import Model
from prevention_sim.model.rows import base_row
from tests import small
from tests.small import Tree

SEED = 1
OF_QUEUES = ("queue", "waits")
"""What the microsimulation does not count."""


@contextmanager
def kernels(form: str) -> Iterator[None]:
    """Let every kernel run in one form: its `python` source, or `compiled`."""
    chosen = Kernel.for_work
    Kernel.for_work = lambda self, *_, **__: getattr(self, form)  # type: ignore[method-assign]
    try:
        yield
    finally:
        Kernel.for_work = chosen  # type: ignore[method-assign]


def model_of(tree: Tree) -> Model:
    """A file as it is counted."""
    return compile_model(small.scenario_of(tree))


def in_simpy(model: Model, threads: int = 1) -> Tallies:
    """One replication, as it can be read."""
    rows = base_row(model.table).replicated(SEED, range(threads))
    return count_in_simpy(model, bind(model, rows), rows.luck, threads=threads)


def in_loop(model: Model, form: str = "python") -> Tallies:
    """The same by the event loop."""
    rows = base_row(model.table).replicated(SEED, [0])
    with kernels(form):
        return count_events(model, bind(model, rows), rows.luck)


def without_limits(model: Model) -> Tallies:
    """The same persons, all of whom find a place."""
    rows = base_row(model.table).replicated(SEED, [0])
    with kernels("python"):
        return count_persons(model, bind(model, rows), rows.luck)


def differing(one: Tallies, other: Tallies, *but: str) -> list[str]:
    """The tallies that are not the same."""
    names = [each.name for each in fields(Tallies) if each.name not in but]
    return [name for name in names if not np.array_equal(getattr(one, name), getattr(other, name))]


def with_places_for_all(tree: Tree) -> Tree:
    """A file whose limits are never reached."""
    programmes = {
        name: programme
        | ({"capacity": {"posts": "1 FTE", "caseload": "1000000"}} if "capacity" in programme else {})
        for name, programme in tree["interventions"].items()
    }
    states = {
        name: state
        | ({"places": {"value": "1000000", "bridge": state["places"]["bridge"]}} if "places" in state else {})
        for name, state in tree["states"].items()
    }
    return tree | {"interventions": programmes, "states": states}


def queues(counted: Tallies, measure: int) -> Whole:
    """One thing told of queues: i8[strategy, row, boundary, limit]."""
    shape = (*counted.queue.shape[:-1], -1, MEASURES)
    return np.asarray(counted.queue.reshape(shape)[:, 0, ..., measure])


def taken_beyond(counted: Tallies) -> bool:
    """Whether somebody took a place that there was not; who is there at the start is."""
    busy, slots = queues(counted, BUSY), queues(counted, SLOTS)
    return bool(((busy > slots)[:, :, 1:] & (np.diff(busy, axis=2) > 0)).any())


def happened(tree: Tree, counted: Tallies) -> Mapping[str, bool]:
    """What is hard about queues, and whether it came about."""
    slots, waiting = queues(counted, SLOTS), queues(counted, WAITING)
    written: list[Any] = [each.get("capacity") for each in tree["interventions"].values()]
    written += [each.get("places") for each in tree["states"].values()]
    waited = bool(waiting.any())
    return {
        "waiting": waited,
        "a place after waiting": bool(counted.waits[..., 1:, :].any()),
        "a priority": waited and any(each and each.get("priority") for each in written),
        "leaving": bool(queues(counted, LEFT).any()),
        "turning away": bool(queues(counted, TURNED).any()),
        "falling capacity": bool((np.diff(slots, axis=2) < 0).any()),
        "a detour": bool(counted.detoured.any()),
    }
