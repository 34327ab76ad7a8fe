"""How it unfolds: engines count persons and moves; they know no intervention and no euro."""

from typing import Final

from prevention_sim.engines.cohort import run_cohort
from prevention_sim.engines.microsimulation import run_microsimulation
from prevention_sim.engines.protocol import Engine

ENGINES: Final[dict[str, Engine]] = {"cohort": run_cohort, "microsimulation": run_microsimulation}
"""Every engine by its name in a file; the contract tests run over all of them."""
