"""The implied effect in children: how many are ever in placement within the horizon.

The placement states are made absorbing and the scenario is run again; whoever is in them at the end was in
them once. Those who were placed when the horizon began are included.
"""

from dataclasses import replace

import numpy as np

from prevention_sim.analysis.evaluation import Outcomes
from prevention_sim.foundation.axes import FloatArray
from prevention_sim.model.network import Shift


def ever_placed(outcomes: Outcomes) -> FloatArray:
    """Persons who are ever in a placement state: f8[strategy, row]."""
    model = outcomes.model
    placed = np.array([cell.state in model.placements for cell in model.cells])
    scale = outcomes.bound.scale.copy()
    scale[placed[model.edge_origin]] = 0.0
    shift = outcomes.bound.shift.copy()
    shift[[moves_out(each, model.placements) for each in model.network.shifts]] = 0.0
    trace = outcomes.rerun(replace(outcomes.bound, scale=scale, shift=shift))
    total: FloatArray = np.zeros(trace.at_end.shape[1:])
    for cell in np.flatnonzero(placed):
        total = total + trace.at_end[cell]
    persons: FloatArray = np.zeros((len(model.strategies), total.shape[-1]))
    for stratum in range(len(model.strata)):
        persons = persons + total[:, stratum]
    return persons


def moves_out(shift: Shift, placements: frozenset[str]) -> bool:
    """Whether a shift ends a placement."""
    return shift.origin.state in placements and shift.destination.state not in placements
