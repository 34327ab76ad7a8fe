"""Hazard, risk and odds ratios on a chance per cycle.

A hazard ratio has no period. A risk or odds ratio is one of the chance over a time of k cycles,
P = 1 - (1 - p) ** k, whatever the length of a cycle. A ratio of 1 returns the chance unchanged to the bit, a
chance of 0 stays 0, and one of 1 stays 1 under every hazard or odds ratio above 0.
"""

import numpy as np

from prevention_sim.foundation.axes import FloatArray
from prevention_sim.foundation.elementary import exp_of, expm1_of, log1p_of, log_of


def hazard_ratio(chance: FloatArray, ratio: FloatArray) -> FloatArray:
    """1 - (1 - p) ** ratio."""
    with np.errstate(divide="ignore", invalid="ignore"):
        changed = -expm1_of(ratio * log1p_of(-np.minimum(chance, 1.0)))
    certain = np.where(ratio > 0.0, 1.0, 0.0)
    changed = np.where(chance >= 1.0, certain, changed)
    return np.where(ratio == 1.0, chance, changed)


def risk_ratio(chance: FloatArray, ratio: FloatArray, cycles: FloatArray) -> FloatArray:
    """The chance per cycle when that over some cycles is multiplied; above 1 where that would be."""
    over = ratio * over_cycles(chance, cycles)
    changed = np.where(over > 1.0, over, over_cycles(np.minimum(over, 1.0), 1.0 / cycles))
    return np.where(ratio == 1.0, chance, changed)


def odds_ratio(chance: FloatArray, ratio: FloatArray, cycles: FloatArray) -> FloatArray:
    """The chance per cycle when the odds over some cycles are multiplied."""
    over = over_cycles(chance, cycles)
    with np.errstate(invalid="ignore"):
        odds = ratio * over / (1.0 - over + ratio * over)
    changed = over_cycles(np.where(over >= 1.0, np.where(ratio > 0.0, 1.0, 0.0), odds), 1.0 / cycles)
    return np.where(ratio == 1.0, chance, changed)


def over_cycles(chance: FloatArray, cycles: FloatArray) -> FloatArray:
    """1 - (1 - p) ** cycles."""
    with np.errstate(divide="ignore", invalid="ignore"):
        changed = -expm1_of(cycles * log1p_of(-chance))
    return np.where((cycles == 1.0) | (chance >= 1.0), chance, changed)


def faded(ratio: FloatArray, since: FloatArray, over: FloatArray) -> FloatArray:
    """A ratio that fades evenly on its logarithm: ratio ** (1 - since / over), then 1."""
    with np.errstate(divide="ignore", invalid="ignore"):
        left = exp_of(log_of(ratio) * (1.0 - since / over))
    left = np.where(ratio == 0.0, 0.0, left)
    return np.where((since >= over) | (ratio == 1.0), 1.0, np.where(since == 0.0, ratio, left))
