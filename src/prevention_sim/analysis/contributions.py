"""What is assessed beside what comes in.

The ledger books what comes in, on either basis: the claim less what has to be written off.
"""

from dataclasses import replace

import numpy as np

from prevention_sim.analysis.evaluation import Outcomes


def as_assessed(outcomes: Outcomes) -> Outcomes:
    """The same outcomes as if all that is assessed came in."""
    bound = replace(outcomes.bound, collected=np.ones_like(outcomes.bound.collected))
    return outcomes.repriced(bound)
