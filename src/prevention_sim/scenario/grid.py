"""Where cycles begin, and the months and budget years they belong to.

A grid is counted in months where its cycles are made of months, else in days. The year has 365 days in every
grid: 29 February is no day of its own, and a week is 7/365 of a year.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from itertools import accumulate
from math import ceil
from typing import Annotated, Final

from pydantic import BeforeValidator, StringConstraints

from prevention_sim.scenario.parts import Month, Period
from prevention_sim.scenario.problems import UnreadableError, nearest

FIRST_DAYS: Final = tuple(accumulate((31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30), initial=0))
"""Days of a year before each month."""

_CYCLE: Final = "(?:1 )?(?:day|week|month|quarter|year)|[2346] months|[1-9][0-9]{0,2} years"
"""A day, a week, a part of a year that is made of months, or whole years."""


def cycle_read(written: str) -> Period:
    """The length of a cycle."""
    if not re.fullmatch(_CYCLE, written):
        allowed = ("day", "week", "month", "quarter", "6 months", "year", "3 years")
        raise UnreadableError("E113", written=written, nearest=nearest(written, allowed), allowed=allowed)
    *count, unit = written.removesuffix("s").split()
    return Period.model_validate({"count": int(count[0]) if count else 1, "unit": unit})


def _one_form(written: object) -> object:
    """`year` for 1 year: the same cycle is the same text."""
    if not isinstance(written, str):
        return written
    cycle = cycle_read(written)
    return cycle.unit if cycle.count == 1 else f"{cycle.count} {cycle.unit}s"


CycleText = Annotated[str, StringConstraints(pattern=f"^(?:{_CYCLE})$")]
Cycle = Annotated[str, BeforeValidator(_one_form, json_schema_input_type=CycleText)]


@dataclass(frozen=True)
class Grid:
    """Boundary t lies t cycles after the first day of `start`; cycle t begins there.

    Places are counted from the year 0, so that differences are lengths, in days or months.
    """

    start: Month
    cycle: Period

    @cached_property
    def cycle_years(self) -> Fraction:
        """Length of a cycle in years: a month is 1/12, a day 1/365."""
        return self.cycle.years

    @cached_property
    def in_days(self) -> bool:
        """Whether months begin between boundaries, or may."""
        return self.cycle.unit in ("day", "week")

    @cached_property
    def year_length(self) -> int:
        """A year in days or months."""
        return 365 if self.in_days else 12

    @cached_property
    def cycle_length(self) -> int:
        """A cycle in days or months."""
        return int(self.cycle_years * self.year_length)

    @cached_property
    def origin(self) -> int:
        """The place of the first boundary."""
        return self.place(self.start)

    def place(self, month: Month) -> int:
        """Where a month begins."""
        return 365 * month.year + FIRST_DAYS[month.month - 1] if self.in_days else month.count

    def boundary(self, month: Month) -> int:
        """The first boundary that is not before a month begins; below 0 for one before the start."""
        return ceil(Fraction(self.place(month) - self.origin, self.cycle_length))

    def delay(self, month: Month) -> int:
        """By how many days or months that boundary is later than the month."""
        return (self.origin - self.place(month)) % self.cycle_length

    def year_at(self, cycle: int) -> int:
        """The budget year of a cycle, that of its first day, also beyond the horizon."""
        return (self.origin + cycle * self.cycle_length) // self.year_length

    def budget_years(self, cycles: int) -> range:
        """The budget years of a horizon: those in which cycles begin, and as many as it has whole years."""
        last = max(self.year_at(cycles - 1), self.start.year + int(cycles * self.cycle_years) - 1)
        return range(self.start.year, last + 1)

    def month_of(self, cycle: int) -> Month:
        """The month of the first day of a cycle."""
        year, rest = divmod(self.origin + cycle * self.cycle_length, self.year_length)
        return Month(year=year, month=bisect_right(FIRST_DAYS, rest) if self.in_days else rest + 1)

    def day_of(self, cycle: int) -> int:
        """The day of its month on which a cycle begins."""
        rest = (self.origin + cycle * self.cycle_length) % self.year_length
        return rest - FIRST_DAYS[self.month_of(cycle).month - 1] + 1 if self.in_days else 1

    def name_of(self, cycle: int) -> str:
        """The first day of a cycle: `2013-05`, or where cycles are days or weeks `2013-05-17`."""
        month = str(self.month_of(cycle))
        return f"{month}-{self.day_of(cycle):02}" if self.in_days else month

    def whole(self, years: Fraction, least: int = 0) -> str:
        """A length of whole cycles next to another, as a file writes it."""
        count = max(round(years / self.cycle_years), least) * self.cycle.count
        return f"{count} {self.cycle.unit}{'' if count == 1 else 's'}"

    @property
    def fewest_years(self) -> int:
        """Of how many years a horizon is a multiple; its last week may end after it."""
        return ceil(self.cycle_years)

    def cycles_within(self, years: int) -> int:
        """How many cycles begin within some years."""
        return ceil(years / self.cycle_years)

    def excess(self, years: int) -> int:
        """By how many days the last of these cycles ends after the years; months have none."""
        return self.cycles_within(years) * self.cycle_length - years * self.year_length
