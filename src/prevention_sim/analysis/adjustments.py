"""A result beside the one without what optimism and weak evidence change."""

from dataclasses import replace

import numpy as np

from prevention_sim.analysis.evaluation import Outcomes


def unadjusted(outcomes: Outcomes) -> Outcomes:
    """The same outcomes with every amount as the file writes it."""
    bound = replace(outcomes.bound, adjusted=np.ones_like(outcomes.bound.adjusted))
    return outcomes.repriced(bound)
