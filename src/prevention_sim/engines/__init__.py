"""How it unfolds: engines count persons and moves; they know no intervention and no euro."""

from collections.abc import Mapping
from functools import partial
from typing import Final

from prevention_sim.engines.cohort import run_cohort, why_not_cohort
from prevention_sim.engines.discrete_event import count_events
from prevention_sim.engines.microsimulation import count_persons
from prevention_sim.engines.protocol import Engine
from prevention_sim.engines.replications import Counter, run_replicated
from prevention_sim.engines.simpy_events import count_in_simpy
from prevention_sim.model.model import Model
from prevention_sim.scenario.settings import EngineName

COUNTERS: Final[Mapping[EngineName, Counter]] = {
    "microsimulation": count_persons,
    "discrete_event": count_events,
    "simpy": count_in_simpy,
}
"""Every engine that runs persons one by one, and so needs luck."""

ENGINES: Final[Mapping[EngineName, Engine]] = {
    "cohort": run_cohort,
    **{name: partial(run_replicated, count) for name, count in COUNTERS.items()},
}
"""Every engine by its name in a file; the contract tests run over all of them."""


def engine_of(model: Model) -> EngineName:
    """The engine a file asks for, else the cheapest that is exact."""
    if model.simulation.engine is not None:
        return model.simulation.engine
    if model.limits:
        return "discrete_event"
    return "cohort" if why_not_cohort(model) is None else "microsimulation"


def person_engine(model: Model) -> EngineName:
    """The engine that runs the persons of a model one by one."""
    found = engine_of(model)
    return found if found in COUNTERS else "microsimulation"
