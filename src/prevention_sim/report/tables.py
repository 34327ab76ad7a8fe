"""The budget table of a report: lines by years, in whole euros or thousands, rows and columns adding up."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

from prevention_sim.report.rounding import add_up, add_up_both_ways

MOST_YEARS: Final = 8
"""More years than this are drawn together in the last column of the window."""

THOUSAND: Final = 1000.0
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
    """Whole numbers that add up; `places` are avoided places in tenths, `cashable` is what is kept."""

    unit: str
    columns: tuple[Column, ...]
    rows: tuple[TableRow, ...]
    totals: tuple[int, ...]
    places: tuple[int, ...] | None
    cashable: tuple[int, ...] | None = None
    title: str = ""
    headings: tuple[str, ...] = ()

    @property
    def total(self) -> int:
        """The result of the budget window."""
        return self.totals[next(at for at, column in enumerate(self.columns) if column.kind == "sum")]

    @property
    def scale(self) -> float:
        """How many euros one unit is."""
        return THOUSAND if self.unit == "TEUR" else 1.0

    def named(self, title: str, headings: Sequence[str]) -> "BudgetTable":
        """The table with its words."""
        return replace(self, title=title, headings=tuple(headings))


def budget_table(
    lines: Sequence[tuple[str, str, Sequence[float]]],
    years: tuple[int, ...],
    window: int,
    places: Sequence[float] | None,
    cashable: Sequence[float] | None = None,
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
        places=_below(places, TENTHS, years, groups, after if beyond else ()),
        cashable=_below(cashable, 1.0 / scale, years, groups, after if beyond else ()),
    )


def by_year(amounts: Sequence[float], window: int) -> list[int]:
    """Whole numbers by year as the table rounds its results: the window adds up, and so does what follows.

    >>> by_year([0.4, 0.4, 0.4, 2.6], window=3)
    [1, 0, 0, 3]
    """
    return [*add_up(amounts[:window]), *add_up(amounts[window:])]


def unit_for(largest: float) -> tuple[float, str]:
    """Thousands of euros from a hundred thousand on, else euros: the divisor and its name."""
    return (THOUSAND, "TEUR") if largest >= IN_THOUSANDS_FROM else (1.0, "EUR")


def _groups(years: tuple[int, ...], window: int) -> list[tuple[int, ...]]:
    inside = years[:window]
    if len(inside) <= MOST_YEARS:
        return [(year,) for year in inside]
    return [*((year,) for year in inside[: MOST_YEARS - 1]), inside[MOST_YEARS - 1 :]]


def _of(values: Sequence[float], years: tuple[int, ...], group: tuple[int, ...]) -> list[float]:
    return [values[years.index(year)] for year in group]


def _below(
    values: Sequence[float] | None,
    factor: float,
    years: tuple[int, ...],
    groups: list[tuple[int, ...]],
    after: tuple[int, ...],
) -> tuple[int, ...] | None:
    """A row below the total, in whole units by column; those of the window add up to their sum."""
    if values is None:
        return None
    cells = add_up([factor * sum(_of(values, years, group)) for group in groups])
    beyond = [round(factor * sum(_of(values, years, after)))] if after else []
    return (*cells, sum(cells), *beyond)
