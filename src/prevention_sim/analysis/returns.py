"""What a programme returns for its cost, in words where a number would mean nothing.

The cost of the programme is what its own lines and the help given instead cost more than under the
comparator, in present value where the file discounts. Benefit is everything else: relief plus that cost.

    benefit-cost ratio = benefit / cost        return = relief / cost = ratio - 1

The internal rate is the yearly rate at which the yearly reliefs are worth nothing; it exists where they
change their sign exactly once, from minus to plus.
"""

from dataclasses import dataclass

import numpy as np

from prevention_sim.analysis.findings import Findings, Slice
from prevention_sim.analysis.indicators import ratio
from prevention_sim.analysis.waterfall import waterfall
from prevention_sim.foundation.axes import FloatArray

LOWEST_RATE, HIGHEST_RATE = -0.99, 10.0


@dataclass(frozen=True, slots=True)
class Returns:
    """Cost of the programme and what it returns, f8[row]; None where it costs nothing."""

    cost: FloatArray
    benefit_cost_ratio: FloatArray | None
    per_euro: FloatArray | None


def returns(findings: Findings, strategy: str, part: Slice) -> Returns:
    """Ratio and return of a strategy against the comparator."""
    steps = waterfall(findings, strategy, part)
    cost = np.zeros(len(findings.outcomes.bound.rows))
    for step in steps:
        if step.kind in ("programme_help", "programme") and step.relief is not None:
            cost = cost - step.relief
    relief = findings.relief(strategy, part)
    return Returns(cost, ratio(relief + cost, cost), ratio(relief, cost))


def internal_rate(yearly_relief: FloatArray) -> float | None:
    """The rate at which a flow of years 0, 1, 2, … is worth nothing; None where not exactly one is.

    >>> round(internal_rate(np.array([-100.0, 60.0, 60.0])), 6)
    0.130662
    >>> internal_rate(np.array([100.0, 60.0])) is None
    True
    """
    signs = np.sign(yearly_relief[yearly_relief != 0.0])
    if not signs.size or signs[0] > 0.0 or np.count_nonzero(np.diff(signs)) != 1:
        return None
    from scipy.optimize import brentq  # noqa: PLC0415 - 0.3 s that few results need

    def worth(rate: float) -> float:
        total, factor = 0.0, 1.0
        for amount in yearly_relief:
            total += float(amount) * factor
            factor /= 1.0 + rate
        return total

    if worth(LOWEST_RATE) * worth(HIGHEST_RATE) > 0.0:
        return None
    return float(brentq(worth, LOWEST_RATE, HIGHEST_RATE, xtol=1e-13))
