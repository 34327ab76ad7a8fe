"""Counts times weights: what a trace brings beside money."""

import numpy as np

from prevention_sim.engines.trace import Trace
from prevention_sim.foundation.axes import FloatArray
from prevention_sim.model.bind import Bound
from prevention_sim.model.model import Model
from prevention_sim.scenario.expressions import Number

NOTHING = Number(0.0)


def weighed_counts(model: Model, bound: Bound, trace: Trace, outcome: str) -> FloatArray:
    """What each cell, move and entry brings of an outcome.

    f8[valuation, period, what is counted, strategy, stratum, row]; what counts nothing is left out.
    """
    position = [each.id for each in model.outcomes].index(outcome)
    written = model.outcomes[position]
    in_cells = [cell for cell, weight in enumerate(written.weights) if weight != NOTHING]
    entered = {cell for cell, weight in enumerate(written.entries) if weight != NOTHING}
    states = [cell.state for cell in model.cells]
    edges = [
        edge
        for edge, (origin, to) in enumerate(zip(model.edge_origin, model.edge_destination, strict=True))
        if to in entered and states[origin] != states[to]
    ]
    entries = [at for at, entry in enumerate(model.entries) if model.cells.index(entry.cell) in entered]
    into = [int(model.edge_destination[edge]) for edge in edges]
    from_outside = [model.cells.index(model.entries[at].cell) for at in entries]
    return np.concatenate(
        [
            trace.time_in[:, :, in_cells] * _by_row(bound.weight[position, in_cells]),
            trace.moves.along(edges) * _by_row(bound.entry_weight[position, into]),
            trace.entries[:, :, entries] * _by_row(bound.entry_weight[position, from_outside]),
        ],
        axis=2,
    )


def _by_row(weights: FloatArray) -> FloatArray:
    """Weights f8[what is counted, row] beside counts, for every strategy and stratum."""
    return weights[:, np.newaxis, np.newaxis]
