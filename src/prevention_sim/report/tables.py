"""The budget table of a report: lines by years, in whole euros or thousands, rows and columns adding up."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

from prevention_sim.report.rounding import add_up, add_up_both_ways

MOST_YEARS: Final = 8
"""More years than this are drawn together in the last column of the window."""

IN_THOUSANDS_FROM: Final = 100_000
TENTHS: Final = 10


@dataclass(frozen=True, slots=True)
class Column:
    """Years of one column; `sum` totals the columns before it, `after` lies beyond the budget window."""

    kind: Literal["years", "sum", "after"]
    years: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class TableRow:
    """Budget row, title and one whole number for each column."""

    row: str
    title: str
    cells: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class BudgetTable:
    """Whole numbers that add up; `places` are avoided places in tenths, or None."""

    unit: str
    columns: tuple[Column, ...]
    rows: tuple[TableRow, ...]
    totals: tuple[int, ...]
    places: tuple[int, ...] | None
    title: str = ""
    headings: tuple[str, ...] = ()

    def named(self, title: str, headings: Sequence[str]) -> "BudgetTable":
        """The table with its words."""
        return replace(self, title=title, headings=tuple(headings))


def budget_table(
    lines: Sequence[tuple[str, str, Sequence[float]]],
    years: tuple[int, ...],
    window: int,
    places: Sequence[float] | None,
) -> BudgetTable:
    """Group the years into columns and round; lines are (budget row, title, euros by year)."""
    groups = _groups(years, window)
    after = years[window:]
    largest = max((abs(sum(euros[:window])) for _, _, euros in lines), default=0.0)
    scale, unit = unit_for(largest)
    inside = [[sum(_of(euros, years, group)) / scale for group in groups] for _, _, euros in lines]
    cells, row_totals, column_totals, total = (
        add_up_both_ways(inside) if lines else ([], [], [0] * len(groups), 0)
    )
    beyond = (
        add_up([sum(_of(euros, years, after)) / scale for _, _, euros in lines]) if after and lines else []
    )
    columns = (*(Column("years", group) for group in groups), Column("sum", years[:window]))
    rows = tuple(
        TableRow(row, title, (*cells[at], row_totals[at], *beyond[at : at + 1]))
        for at, (row, title, _) in enumerate(lines)
    )
    totals = (*column_totals, total, *([sum(beyond)] if beyond else []))
    return BudgetTable(
        unit=unit,
        columns=(*columns, *([Column("after", after)] if beyond else [])),
        rows=rows,
        totals=totals,
        places=None if places is None else _places(places, years, groups, after if beyond else ()),
    )


def unit_for(largest: float) -> tuple[float, str]:
    """Thousands of euros from a hundred thousand on, else euros: the divisor and its name."""
    return (1000.0, "TEUR") if largest >= IN_THOUSANDS_FROM else (1.0, "EUR")


def _groups(years: tuple[int, ...], window: int) -> list[tuple[int, ...]]:
    inside = years[:window]
    if len(inside) <= MOST_YEARS:
        return [(year,) for year in inside]
    return [*((year,) for year in inside[: MOST_YEARS - 1]), inside[MOST_YEARS - 1 :]]


def _of(values: Sequence[float], years: tuple[int, ...], group: tuple[int, ...]) -> list[float]:
    return [values[years.index(year)] for year in group]


def _places(
    places: Sequence[float], years: tuple[int, ...], groups: list[tuple[int, ...]], after: tuple[int, ...]
) -> tuple[int, ...]:
    """Place-years in tenths by column; those of the window add up to their sum."""
    tenths = add_up([TENTHS * sum(_of(places, years, group)) for group in groups])
    beyond = [round(TENTHS * sum(_of(places, years, after)))] if after else []
    return (*tenths, sum(tenths), *beyond)
