"""Counting and discounting as weights, so that engines and ledger never ask which convention holds.

Time of cycle t counts `start[t] S_t + end[t] E_t`, in person-years. Under `start` the first is the cycle's
length and the second 0, under `end` the reverse, under `half_cycle` half each; each integrates a constant
exactly, half-cycle also a line. Simpson's rule, which integrates a cubic, and weights of the file's own have
one weight for every boundary: S_t has it, and at the last boundary E_(T-1). So they are for cohorts that
nobody joins after the first boundary, for whom S_(t+1) is E_t, and for totals.

Valuations are "nominal", where the file gives a general rise of prices "real", and where it discounts
"present"; in real terms, present values are those of real amounts. Outcomes that are discounted have a
valuation of their own. At a point, S_t is worth v(t) and E_t v(t+1) with v(t) = (1 + r) ** -(t D); per cycle,
both are worth v(t); per year, everything of the y-th year after the start is worth (1 + r) ** -y,
-(y + 1/2) or -(y + 1). Where the rate steps, each cycle or year is crossed at its own rate: v goes on from
where it stands. Entries and yearly amounts are dated to the start of their cycle, moves to its end.
"""

from dataclasses import dataclass, replace
from fractions import Fraction
from typing import assert_never

import numpy as np

from prevention_sim.foundation.axes import FloatArray
from prevention_sim.foundation.elementary import exp_of, log1p_of
from prevention_sim.model.calendar import Calendar
from prevention_sim.scenario.quantities import Quantity
from prevention_sim.scenario.settings import Conventions, CountingRule, OwnWeights

OUTCOMES = "outcomes"
"""The valuation of outcomes at the first boundary, where they are discounted; no amount of money has it."""

ONE_THIRD = (1 / 3, 4 / 3, 1 / 3)
THREE_EIGHTHS = (3 / 8, 9 / 8, 9 / 8, 3 / 8)
"""Simpson's two rules, in cycles."""


@dataclass(frozen=True, slots=True)
class Weights:
    """Weights per valuation and cycle; all f8[valuation, cycle].

    `of_outcomes` is the valuation of outcomes at the first boundary; nominal where they are not discounted.
    """

    valuations: tuple[str, ...]
    start: FloatArray
    end: FloatArray
    at_start: FloatArray
    at_end: FloatArray
    of_outcomes: str = "nominal"

    @property
    def of_money(self) -> tuple[str, ...]:
        """The valuations of amounts; they stand first."""
        return tuple(name for name in self.valuations if name != OUTCOMES)

    @property
    def discounted(self) -> str:
        """The valuation at the first boundary; nominal where nothing is discounted."""
        return "present" if "present" in self.valuations else "nominal"

    def nominal(self) -> "Weights":
        """The first valuation alone."""
        return replace(
            self,
            valuations=self.valuations[:1],
            start=self.start[:1].copy(),
            end=self.end[:1].copy(),
            at_start=self.at_start[:1].copy(),
            at_end=self.at_end[:1].copy(),
        )


def weights_of(
    conventions: Conventions,
    calendar: Calendar,
    rates: FloatArray,
    general_index: FloatArray | None = None,
    outcome_rates: FloatArray | None = None,
) -> Weights:
    """The weights of a scenario's conventions; the rates, f8[cycle], are per year and must exceed -1.

    `general_index` is what prices at large have risen to: f8[cycle]. Without `outcome_rates`, outcomes are
    not discounted.
    """
    start, end = _counted(conventions.counting, calendar.cycles)
    nominal = np.ones(calendar.cycles)
    real = nominal if general_index is None else 1.0 / general_index
    valued = {"nominal": (nominal, nominal)}
    if general_index is not None:
        valued["real"] = (real, real)
    discounting = conventions.discounting
    if discounting is not None:
        present_start, present_end = _present(discounting.method, calendar, rates)
        amounts = real if discounting.terms == "real" else nominal
        valued["present"] = (amounts * present_start, amounts * present_end)
    if discounting is not None and outcome_rates is not None:
        valued[OUTCOMES] = _present(discounting.method, calendar, outcome_rates)
    years = float(calendar.cycle_years)
    at_start, at_end = (np.array(values) for values in zip(*valued.values(), strict=True))
    return Weights(
        tuple(valued),
        years * start * at_start,
        years * end * at_end,
        at_start,
        at_end,
        OUTCOMES if OUTCOMES in valued else "nominal",
    )


def _counted(counting: CountingRule | OwnWeights, cycles: int) -> tuple[FloatArray, FloatArray]:
    """How many cycles the start and the end of each cycle count: f8[cycle]."""
    match counting:
        case "start":
            return np.ones(cycles), np.zeros(cycles)
        case "end":
            return np.zeros(cycles), np.ones(cycles)
        case "half_cycle":
            return np.full(cycles, 0.5), np.full(cycles, 0.5)
        case "simpson":
            return _at_boundaries(simpson(cycles))
        case OwnWeights():
            return _at_boundaries(own_weights(counting))
        case _:
            assert_never(counting)


def _at_boundaries(weights: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Weights of boundaries as weights of starts, and of the last end."""
    end: FloatArray = np.zeros(len(weights) - 1)
    end[-1] = weights[-1]
    return weights[:-1], end


def simpson(cycles: int) -> FloatArray:
    """Weights of the boundaries by the 1/3 rule; an odd number of cycles ends in three of the 3/8 rule.

    >>> simpson(5) * 24
    array([ 8., 32., 17., 27., 27.,  9.])
    """
    weights: FloatArray = np.zeros(cycles + 1)
    thirds = cycles - 3 * (cycles % 2)
    for first in range(0, thirds, 2):
        weights[first : first + 3] += ONE_THIRD
    if cycles % 2:
        weights[thirds:] += THREE_EIGHTHS
    return weights


def own_weights(counting: OwnWeights) -> FloatArray:
    """The weights a file writes for its boundaries."""
    values = [figure.value for figure in counting.weights]
    return np.array([value.value for value in values if isinstance(value, Quantity)])


def _present(method: str, calendar: Calendar, rates: FloatArray) -> tuple[FloatArray, FloatArray]:
    """What a unit at the start and at the end of each cycle is worth at the first boundary."""
    if method in ("at_point", "per_cycle"):
        values = _running_product(_factors(rates, calendar.cycle_years))
        return values[:-1], values[1:] if method == "at_point" else values[:-1]
    years_before = calendar.cycle_length * np.arange(calendar.cycles) // calendar.year_length
    last_of_year = np.searchsorted(years_before, np.arange(years_before[-1] + 1), side="right") - 1
    yearly = _factors(rates[last_of_year], Fraction(1))
    by_year = _running_product(yearly)
    if method == "per_year_mid":
        by_year = by_year[:-1] * np.sqrt(yearly)
    values = by_year[years_before + (method == "per_year_end")]
    return values, values


def _factors(rates: FloatArray, years: Fraction) -> FloatArray:
    """(1 + rate) ** -years of each rate; whole years by plain division."""
    if years.denominator > 1:
        return exp_of(-log1p_of(rates) * float(years))
    factors: FloatArray = np.ones_like(rates)
    for _ in range(years.numerator):
        factors /= 1.0 + rates
    return factors


def _running_product(factors: FloatArray) -> FloatArray:
    """1, and the product of the first 1, 2, 3, … factors, by repeated multiplication."""
    return np.cumprod(np.append(1.0, factors))
