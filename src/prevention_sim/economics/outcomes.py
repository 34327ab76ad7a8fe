"""Counts times weights: what a trace brings beside money."""

import numpy as np

from prevention_sim.economics.passages import into_cells
from prevention_sim.engines.trace import Trace
from prevention_sim.foundation.axes import FloatArray
from prevention_sim.model.bind import Bound
from prevention_sim.model.model import Model
from prevention_sim.scenario.expressions import Number

NOTHING = Number(0.0)


def weighed_counts(model: Model, bound: Bound, trace: Trace, outcome: str) -> FloatArray:
    """What each cell and each way into one brings of an outcome.

    f8[valuation, period, what is counted, strategy, stratum, row]; what counts nothing is left out.
    """
    position = [each.id for each in model.outcomes].index(outcome)
    written = model.outcomes[position]
    in_cells = [cell for cell, weights in enumerate(written.weights) if set(weights) != {NOTHING}]
    entered = {cell for cell, weight in enumerate(written.entries) if weight != NOTHING}
    passages = into_cells(model, entered)
    time_weight = bound.weight[position, in_cells][:, :, np.newaxis]
    entry_weight = bound.entry_weight[position, passages.cells(model)][:, np.newaxis, np.newaxis]
    return np.concatenate(
        [trace.time_in[:, :, in_cells] * time_weight, passages.counted(trace) * entry_weight], axis=2
    )
