"""Counting and discounting as weights, so that engines and ledger never ask which convention holds.

Time of cycle t counts `start[t] S_t + end[t] E_t`, in person-years. Under `start` the first is the cycle's
length and the second 0, under `end` the reverse, under `half_cycle` half each; each integrates a constant
exactly, half-cycle also a line. Valuations are "nominal", where the file gives a general rise of prices
"real", and where it discounts "present"; in real terms, present values are those of real amounts. At a
point, S_t is worth v(t) and E_t v(t+1) with v(t) = (1 + r) ** -(t D); per year, everything of the y-th year
after the start is worth (1 + r) ** -y, -(y + 1/2) or -(y + 1). Where the rate steps, each cycle or year is
crossed at its own rate: v goes on from where it stands. Entries and yearly amounts are dated to the start of
their cycle, moves to its end.
"""

from dataclasses import dataclass
from typing import assert_never

import numpy as np

from prevention_sim.foundation.axes import FloatArray
from prevention_sim.foundation.elementary import exp_of, log1p_of
from prevention_sim.model.calendar import Calendar
from prevention_sim.scenario.settings import Conventions


@dataclass(frozen=True, slots=True)
class Weights:
    """Weights per valuation and cycle; all f8[valuation, cycle]."""

    valuations: tuple[str, ...]
    start: FloatArray
    end: FloatArray
    at_start: FloatArray
    at_end: FloatArray

    @property
    def discounted(self) -> str:
        """The valuation at the first boundary; nominal where nothing is discounted."""
        return "present" if "present" in self.valuations else "nominal"

    def nominal(self) -> "Weights":
        """The first valuation alone."""
        weights = (self.start, self.end, self.at_start, self.at_end)
        return Weights(self.valuations[:1], *(each[:1].copy() for each in weights))


def weights_of(
    conventions: Conventions,
    calendar: Calendar,
    rates: FloatArray,
    general_index: FloatArray | None = None,
) -> Weights:
    """The weights of a scenario's conventions; the rates, f8[cycle], are per year and must exceed -1.

    `general_index` is what prices at large have risen to: f8[cycle].
    """
    years = calendar.cycle_years
    match conventions.counting:
        case "start":
            start, end = years, 0.0
        case "end":
            start, end = 0.0, years
        case "half_cycle":
            start, end = years / 2, years / 2
        case _:
            assert_never(conventions.counting)
    nominal = np.ones(calendar.cycles)
    real = nominal if general_index is None else 1.0 / general_index
    valued = {"nominal": (nominal, nominal)}
    if general_index is not None:
        valued["real"] = (real, real)
    if conventions.discounting is not None:
        present_start, present_end = _present(conventions.discounting.method, calendar, rates)
        amounts = real if conventions.discounting.terms == "real" else nominal
        valued["present"] = (amounts * present_start, amounts * present_end)
    at_start, at_end = (np.array(values) for values in zip(*valued.values(), strict=True))
    return Weights(tuple(valued), start * at_start, end * at_end, at_start, at_end)


def _present(method: str, calendar: Calendar, rates: FloatArray) -> tuple[FloatArray, FloatArray]:
    """What a euro at the start and at the end of each cycle is worth at the first boundary."""
    if method == "at_point":
        values = _running_product(_factors(rates, calendar.months_per_cycle))
        return values[:-1], values[1:]
    yearly = _factors(rates[:: 12 // calendar.months_per_cycle], 12)
    by_year = _running_product(yearly)
    if method == "per_year_mid":
        by_year = by_year[:-1] * np.sqrt(yearly)
    years_before = calendar.months_per_cycle * np.arange(calendar.cycles) // 12
    values = by_year[years_before + (method == "per_year_end")]
    return values, values


def _factors(rates: FloatArray, months: int) -> FloatArray:
    """(1 + rate) ** -(months / 12) of each rate; whole years by plain division."""
    if months == 12:  # noqa: PLR2004 - months of a year
        return 1.0 / (1.0 + rates)
    return exp_of(-log1p_of(rates) * (months / 12))


def _running_product(factors: FloatArray) -> FloatArray:
    """1, and the product of the first 1, 2, 3, … factors, by repeated multiplication."""
    return np.cumprod(np.append(1.0, factors))
