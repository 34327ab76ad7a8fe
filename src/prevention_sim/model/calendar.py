"""Boundaries, cycles and budget years."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from prevention_sim.foundation.axes import FloatArray, IntArray
from prevention_sim.scenario.grid import Grid
from prevention_sim.scenario.parts import Month
from prevention_sim.scenario.settings import Time


@dataclass(frozen=True)
class Calendar(Grid):
    """Cycle t lies between the boundaries t and t + 1 and belongs to the budget year of its first day.

    Counts are kept by *period*: a budget year, or a part of one where prices step up or payments begin to
    fall into the next year (`cuts`).
    """

    cycles: int
    cuts: tuple[int, ...] = ()

    @classmethod
    def of(cls, time: Time) -> "Calendar":
        """The calendar a file asks for."""
        return cls(time.start, time.grid.cycle, time.cycles)

    @cached_property
    def years(self) -> tuple[int, ...]:
        """The budget years of the horizon."""
        return tuple(self.budget_years(self.cycles))

    @cached_property
    def year_of_cycle(self) -> IntArray:
        """Position of each cycle's budget year: i4[cycle]."""
        first_day = self.origin + self.cycle_length * np.arange(self.cycles)
        return (first_day // self.year_length - self.start.year).astype(np.int32)

    @cached_property
    def period_of_cycle(self) -> IntArray:
        """Position of each cycle's period: i4[cycle]; one begins with each budget year and at each cut."""
        begins = np.zeros(self.cycles, dtype=np.int32)
        begins[1:] = np.diff(self.year_of_cycle) > 0
        begins[[cut for cut in self.cuts if 0 < cut < self.cycles]] = 1
        return np.cumsum(begins, dtype=np.int32)

    @cached_property
    def first_cycle_of_period(self) -> tuple[int, ...]:
        """The cycle with which each period begins."""
        return tuple(np.flatnonzero(np.diff(self.period_of_cycle, prepend=-1)).tolist())

    @cached_property
    def year_of_period(self) -> tuple[int, ...]:
        """Position of each period's budget year."""
        return tuple(int(self.year_of_cycle[cycle]) for cycle in self.first_cycle_of_period)

    def is_whole(self, year: int) -> bool:
        """Whether a budget year lies within the horizon, and no cycle in it covers others, too."""
        first = year * self.year_length - self.origin
        within = 0 <= first <= self.cycles * self.cycle_length - self.year_length
        return within and self.cycle_years <= 1

    @cached_property
    def covered(self) -> FloatArray:
        """How many years of each budget year the cycles cover: f8[budget year]."""
        cycles = np.bincount(self.year_of_cycle) * float(self.cycle_years)
        whole = [self.is_whole(self.start.year + year) for year in range(len(cycles))]
        return np.where(whole, 1.0, cycles)

    def span(self, first: Month | None, last: Month | None) -> FloatArray:
        """1 for every cycle between two months (inclusive), else 0: f8[cycle]."""
        begin = 0 if first is None else self.boundary(first)
        end = self.cycles if last is None else self.boundary(last.next)
        inside: FloatArray = np.zeros(self.cycles)
        inside[max(begin, 0) : max(end, 0)] = 1.0
        return inside

    def moment(self, month: Month) -> FloatArray:
        """1 for the cycle at whose boundary a month begins, else 0: f8[cycle]."""
        at = self.boundary(month)
        inside: FloatArray = np.zeros(self.cycles)
        if 0 <= at < self.cycles:
            inside[at] = 1.0
        return inside
