"""How prices move: the index of a line in each period, and where the calendar must be cut for it.

The index of a period is (1 + rise) ** (budget year - price year), times 1 + rise for every dated step in
force when the period begins. Before the price year it is 1: a file says what prices are, not what they were.
The general index is (1 + general rise) ** (budget year - price year) alike; nominal over it is real.
"""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from prevention_sim.foundation.axes import FloatArray
from prevention_sim.model.calendar import Calendar
from prevention_sim.model.expressions import times
from prevention_sim.model.rows import ParameterTable, base_row
from prevention_sim.scenario.costs import IncomeLine, Priced
from prevention_sim.scenario.document import Scenario
from prevention_sim.scenario.expressions import Expression, Name, Number, Operation
from prevention_sim.scenario.lines import lines_of
from prevention_sim.scenario.parts import Month, Period
from prevention_sim.scenario.settings import Escalation


def price_cuts(scenario: Scenario, calendar: Calendar) -> Iterator[int]:
    """The boundaries at which some price steps up."""
    for _, line in lines_of(scenario):
        if isinstance(line, Priced):
            for step in (line.prices or scenario.prices).steps:
                yield calendar.boundary(step.from_)


def price_index(
    scenario: Scenario, calendar: Calendar, line: IncomeLine, path: str
) -> tuple[Expression, ...]:
    """The index of a line by period; empty where prices do not move, and for a share of other lines."""
    if not isinstance(line, Priced):
        return ()
    rises, where = _rises(scenario, line, path)
    if rises.rise is None and not rises.steps:
        return ()
    return tuple(
        _index(rises, where, scenario.prices.year, calendar, cycle)
        for cycle in calendar.first_cycle_of_period
    )


def general_index(scenario: Scenario, calendar: Calendar, table: ParameterTable) -> FloatArray | None:
    """What prices at large have risen to, f8[cycle]; None where the file does not say."""
    if scenario.prices.general_rise is None:
        return None
    rise = float(base_row(table).columns()["prices.general_rise"][0])
    risen = [1.0]
    for _ in range(max(calendar.years[-1] - scenario.prices.year, 0)):
        risen.append(risen[-1] * (1.0 + rise))
    return np.array(
        [risen[max(calendar.year_at(t) - scenario.prices.year, 0)] for t in range(calendar.cycles)]
    )


def index_of_past_year(
    scenario: Scenario, calendar: Calendar, line: IncomeLine, path: str, year: int
) -> Expression | None:
    """The mean index of a line over the months of a year before the start.

    None where the file does not tell it: where it names no rises, before the price year, and for a share of
    others.
    """
    if not isinstance(line, Priced):
        return None
    rises, where = _rises(scenario, line, path)
    if year < scenario.prices.year or (rises.rise is None and not rises.steps):
        return None
    monthly = replace(calendar, cycle=Period(count=1, unit="month"))
    first = monthly.boundary(Month(year=year, month=1))
    total: Expression = Number(0.0)
    for month in range(first, first + 12):
        total = Operation("+", (total, _index(rises, where, scenario.prices.year, monthly, month)))
    return Operation("/", (total, Number(12.0)))


def _rises(scenario: Scenario, line: Priced, path: str) -> tuple[Escalation, str]:
    """The rises that hold for a line, and where they stand."""
    return (line.prices, f"{path}.prices") if line.prices else (scenario.prices, "prices")


def _index(rises: Escalation, where: str, price_year: int, calendar: Calendar, cycle: int) -> Expression:
    index: Expression = Number(1.0)
    years = max(calendar.year_at(cycle) - price_year, 0)
    if rises.rise is not None and years:
        yearly = Operation("+", (Number(1.0), Name(f"{where}.rise")))
        index = times(index, Operation("**", (yearly, Number(float(years)))))
    for position, step in enumerate(rises.steps):
        if calendar.boundary(step.from_) <= cycle:
            index = times(index, Operation("+", (Number(1.0), Name(f"{where}.steps[{position}].rise"))))
    return index
