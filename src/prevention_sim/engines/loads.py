"""How much dearer than the mean a case is: a factor of mean 1 that belongs to a person for life.

Of a uniform u and the coefficient of variation c, the factor is exp(a x + b), where

    lognormal   x is the normal quantile of u,   a = sqrt(log(1 + c**2)),        b = -a**2 / 2
    pareto      x = -log(1 - u),                 a = c / (c + sqrt(1 + c**2)),   b = log(1 - a)

Pareto's tail index is 1 / a, which is above 2, as a variance asks.
"""

import numpy as np

from prevention_sim.engines.kernels.persons import LOGNORMAL, PARETO
from prevention_sim.engines.trace import added_up
from prevention_sim.foundation.axes import FloatArray
from prevention_sim.foundation.elementary import log1p_of
from prevention_sim.model.bind import Bound
from prevention_sim.model.model import Model, TimeInState
from prevention_sim.scenario.costs import CostLaw

NUMBERS: dict[CostLaw, int] = {"lognormal": LOGNORMAL, "pareto": PARETO}


def laws(model: Model) -> list[int]:
    """The number of the law of every line whose cost differs."""
    differing = (model.lines[at].differs for at in model.differing)
    return [NUMBERS[differs.law] for differs in differing if differs is not None]


def purposes(model: Model) -> list[str]:
    """Where chance finds the factors of every line whose cost differs."""
    return [f"cost/{model.lines[at].item}" for at in model.differing]


def terms(model: Model, bound: Bound) -> FloatArray:
    """The numbers a and b of the formulas above: f8[row, differing line, 2]."""
    found: FloatArray = np.zeros((len(bound.rows), len(model.differing), 2))
    for at, (law, variation) in enumerate(zip(laws(model), bound.variation, strict=True)):
        square = variation * variation
        if law == LOGNORMAL:
            found[:, at, 0] = np.sqrt(log1p_of(square))
            found[:, at, 1] = -found[:, at, 0] * found[:, at, 0] / 2.0
        else:
            found[:, at, 0] = variation / (variation + np.sqrt(1.0 + square))
            found[:, at, 1] = log1p_of(-found[:, at, 0])
    return found


def cells_that_count(model: Model) -> list[list[bool]]:
    """In which cells a line whose cost differs is paid for, line by line."""
    found = []
    for at in model.differing:
        driver = model.lines[at].driver
        if not isinstance(driver, TimeInState):
            raise TypeError("cost differs only where it is paid for time in a state")
        found.append([cell.state == driver.state for cell in model.cells])
    return found


def mean_loads(model: Model, time_in: FloatArray) -> FloatArray:
    """Person-years as if no case differed: f8[valuation, period, differing line, strategy, stratum, row]."""
    none: FloatArray = np.zeros((*time_in.shape[:2], 0, *time_in.shape[3:]))
    counted = [added_up(time_in[:, :, np.flatnonzero(cells)]) for cells in cells_that_count(model)]
    return np.stack(counted, axis=2) if counted else none
