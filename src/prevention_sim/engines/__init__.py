"""How it unfolds: engines count persons and moves; they know no intervention and no euro."""

from typing import Final

from prevention_sim.engines.cohort import run_cohort, why_not_cohort
from prevention_sim.engines.microsimulation import run_microsimulation
from prevention_sim.engines.protocol import Engine
from prevention_sim.model.model import Model
from prevention_sim.scenario.settings import EngineName

ENGINES: Final[dict[EngineName, Engine]] = {"cohort": run_cohort, "microsimulation": run_microsimulation}
"""Every engine by its name in a file; the contract tests run over all of them."""


def engine_of(model: Model) -> EngineName:
    """The engine a file asks for, else the cheapest that is exact."""
    if model.simulation.engine is not None:
        return model.simulation.engine
    return "cohort" if why_not_cohort(model) is None else "microsimulation"
