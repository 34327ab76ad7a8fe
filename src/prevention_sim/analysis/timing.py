"""When a programme pays for itself, and how far it goes into the red before.

Everything is read from the relief of the base row, cycle by cycle; payments count when they are made.
*Payback* is the first month, counted from the first expense, after which the cumulated present value of the
relief stays above zero; where an expense never takes it to zero, the programme pays at once. The *low point*
is the lowest cumulated relief, undiscounted: what the treasury must have at hand.
"""

from dataclasses import dataclass, replace
from functools import cached_property
from math import ceil

import numpy as np

from prevention_sim.analysis.evaluation import evaluate_base
from prevention_sim.analysis.findings import Findings, Perspective
from prevention_sim.economics.ledger import CASH
from prevention_sim.foundation.axes import FloatArray, IntArray
from prevention_sim.model.calendar import Calendar
from prevention_sim.model.model import Model
from prevention_sim.scenario.parts import Month


@dataclass(frozen=True, slots=True)
class Timing:
    """Payback in months begun since the first expense (None: beyond the horizon); low point and its month."""

    first_expense: Month | None
    payback_months: int | None
    low_point: float
    low_month: Month | None


@dataclass(frozen=True)
class CycleCalendar(Calendar):
    """A calendar in which every cycle is a period of its own."""

    @cached_property
    def years(self) -> tuple[int, ...]:
        """The cycles."""
        return tuple(range(self.cycles))

    @cached_property
    def period_of_cycle(self) -> IntArray:
        """Each cycle is its own period: i4[cycle]."""
        return np.arange(self.cycles, dtype=np.int32)

    @cached_property
    def year_of_period(self) -> tuple[int, ...]:
        """Each period is told by itself."""
        return self.years

    def year_at(self, cycle: int) -> int:
        """A cycle stands for itself, also as the time of a payment."""
        return cycle


def by_cycle(model: Model) -> Model:
    """The same model, told cycle by cycle instead of year by year."""
    known = model.calendar
    told = CycleCalendar(known.start, known.cycle, known.cycles)
    lines = tuple(
        replace(line, index=tuple(line.index[period] for period in known.period_of_cycle if line.index))
        for line in model.lines
    )
    return replace(model, calendar=told, lines=lines)


@dataclass(frozen=True, slots=True)
class CashCourse:
    """The relief of the base row, cycle by cycle as it is paid: nominal, and in present value."""

    calendar: CycleCalendar
    nominal: FloatArray
    present: FloatArray

    @property
    def cumulated(self) -> FloatArray:
        """What has come together by the end of each cycle, nominal: f8[cycle]."""
        return np.cumsum(self.nominal)


def cash_course(model: Model, strategy: str, perspective: Perspective) -> CashCourse:
    """When the relief of a strategy against the comparator comes in."""
    told = by_cycle(model)
    findings = Findings(evaluate_base(told))
    if not isinstance(told.calendar, CycleCalendar):
        raise TypeError("by_cycle gives a calendar of cycles")
    return CashCourse(
        told.calendar,
        _relief_by_cycle(findings, strategy, perspective, "nominal"),
        _relief_by_cycle(findings, strategy, perspective, model.weights.discounted),
    )


def timing(model: Model, strategy: str, perspective: Perspective) -> Timing:
    """Payback and low point of a strategy against the comparator."""
    return timing_of(cash_course(model, strategy, perspective))


def timing_of(course: CashCourse) -> Timing:
    """Payback and low point of a course."""
    calendar = course.calendar
    expenses = np.flatnonzero(course.nominal < 0.0)
    if not expenses.size:
        return Timing(None, 0, 0.0, None)
    first = int(expenses[0])
    worth = np.cumsum(course.present)
    not_yet = np.flatnonzero(worth <= 0.0)
    if not not_yet.size or not_yet[-1] < first:
        return Timing(None, 0, 0.0, None)
    cumulated = course.cumulated
    lowest = int(np.argmin(cumulated))
    paid = int(not_yet[-1]) + 1
    months = None if paid == len(worth) else ceil((paid - first + 1) * calendar.cycle_years * 12)
    return Timing(
        calendar.month_of(first), months, min(float(cumulated[lowest]), 0.0), calendar.month_of(lowest)
    )


def _relief_by_cycle(
    findings: Findings, strategy: str, perspective: Perspective, valuation: str
) -> FloatArray:
    ledger = findings.outcomes.ledger.amount.where(
        valuation=valuation,
        bearer=findings.bearers(perspective),
        basis=findings.basis(CASH),
        year=findings.years("horizon"),
    )
    comparator = ledger.where(strategy=findings.outcomes.model.comparator).total_by("year")
    return comparator - ledger.where(strategy=strategy).total_by("year")
