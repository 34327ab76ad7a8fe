"""A file in which a programme is a station: who comes asks for a slot; help ends by chance or after a while.

Nothing happens to those who wait but what capacity says: a ratio of 0 keeps them where they are. Who leaves
the queue, or is turned away, goes on alone and asks no more.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import numpy as np
import pytest

from prevention_sim.engines import discrete_event
from prevention_sim.engines.discrete_event import count_events
from prevention_sim.engines.kernels.queues import MEASURES, run_queues
from prevention_sim.engines.tallies import Tallies
from prevention_sim.foundation.axes import IntArray
from prevention_sim.model.bind import bind
from prevention_sim.model.compile import compile_model
from prevention_sim.model.model import Model
from prevention_sim.model.rows import base_row
from tests import small
from tests.replications import SEED

STATION = """
states: [bedarf, ende]
interventions:
  hilfe:
    title: Hilfe
    enrolment: [{of: entries, in: bedarf}]
    continues_in: bedarf
    effects: [{kind: hazard_ratio, from: bedarf, ratio: 0, while: waiting}]
    capacity: {CAPACITY}
strategies: {mit: {title: mit, interventions: [hilfe]}}
comparator: mit
"""

FOR_A_WHILE = """
transitions: [{from: bedarf, to: ende, probability: 0 %/year}]
"""

EVERYBODY = "posts: 1 FTE, caseload: 100000"
NOBODY = "posts: 0 FTE, caseload: 1"


def station(capacity: str | None, *sections: str, lasts: str | None = None) -> Model:
    """A compiled file; `sections` say how cases come and how their help ends, unless it `lasts` a while.

    Without a capacity nobody asks for a slot, so that nobody waits.
    """
    tree = small.tree_of(
        STATION.replace("CAPACITY", capacity or ""), *sections, FOR_A_WHILE if lasts else "{}"
    )
    help_ = tree["interventions"]["hilfe"]
    if lasts:
        help_["lasts"] = lasts
    if capacity is None:
        del help_["capacity"], help_["effects"]
    return compile_model(small.scenario_of(tree))


@dataclass(frozen=True)
class Lives:
    """Everybody of one replication in the order of requests, by boundaries; -1 for never."""

    asked: IntArray
    stratum: IntArray
    start: IntArray
    leaves: IntArray
    """When patience ends, whatever became of them; one after the last boundary, if it does not."""
    last: IntArray
    """The boundary at which something happened to them for the last time."""
    ended: Any
    """Whether they have gone on to the last state."""
    queue: Any
    """What is told of the queue: i8[boundary, measure]."""
    waits: Any
    """How many began after so many cycles."""


def lives(model: Model, replication: int = 0) -> Lives:
    """What became of everybody, as the event loop leaves it behind."""
    bound = bind(model, base_row(model.table).replicated(SEED, [replication]))
    with _listening() as heard:
        tallies = count_events(model, bound, bound.rows.luck)
    [given] = heard
    order = np.lexsort((np.arange(len(given["person_key"])), given["person_arrival"]))
    whole, by_limit = given["whole"][order], given["by_limit"][order]
    return Lives(
        asked=given["person_arrival"][order],
        stratum=given["person_stratum"][order],
        start=by_limit[:, 2, 0],
        leaves=by_limit[:, 3, 0],
        last=whole[:, 7],
        ended=np.array([cell.state == "ende" for cell in model.cells])[whole[:, 0]],
        queue=queue_of(tallies)[0],
        waits=tallies.waits[0, 0, 0, :, 0],
    )


def queues(model: Model, replications: int, seed: int = SEED) -> Any:  # noqa: ANN401 - whole numbers
    """What is told of the queue in some replications: i8[replication, boundary, measure]."""
    bound = bind(model, base_row(model.table).replicated(seed, range(replications)))
    return queue_of(count_events(model, bound, bound.rows.luck))


def queue_of(tallies: Tallies) -> Any:  # noqa: ANN401 - whole numbers
    """What is told of the queue of the only programme: i8[row, boundary, measure]."""
    return tallies.queue[0, 0].reshape(*tallies.queue.shape[2:4], MEASURES)


@contextmanager
def _listening() -> Iterator[list[dict[str, Any]]]:
    """Keep what the kernel was given, and with that all it has written."""
    heard: list[dict[str, Any]] = []

    class Listening:
        def for_work(self, steps: float) -> Any:  # noqa: ANN401 - as a kernel is called
            def run(strategy: int, row: int, **given: Any) -> None:  # noqa: ANN401 - arrays
                run_queues.for_work(steps)(strategy, row, **given)
                heard.append(given)

            return run

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(discrete_event, "run_queues", Listening())
        yield heard
