"""A result beside the one without what optimism and weak evidence change."""

from dataclasses import replace

import numpy as np

from prevention_sim.analysis.evaluation import Outcomes
from prevention_sim.economics.costing import price


def unadjusted(outcomes: Outcomes) -> Outcomes:
    """The same outcomes with every amount as the file writes it."""
    bound = replace(outcomes.bound, adjusted=np.ones_like(outcomes.bound.adjusted))
    ledger = price(outcomes.model, bound, outcomes.trace, outcomes.ledger.grain_bits)
    return replace(outcomes, bound=bound, ledger=ledger)
