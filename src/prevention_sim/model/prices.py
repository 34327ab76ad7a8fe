"""How prices move: the index of a line in each period, and where the calendar must be cut for it.

The index of a period is (1 + rise) ** (budget year - price year), times 1 + rise for every dated step in
force when the period begins. Before the price year it is 1: a file says what prices are, not what they were.
"""

from collections.abc import Iterator

from prevention_sim.foundation.errors import ModelError
from prevention_sim.model.calendar import Calendar
from prevention_sim.model.expressions import times
from prevention_sim.scenario.checks import lines_of
from prevention_sim.scenario.costs import CostLine
from prevention_sim.scenario.document import Scenario
from prevention_sim.scenario.expressions import Expression, Name, Number, Operation
from prevention_sim.scenario.quantities import Unit
from prevention_sim.scenario.settings import Escalation
from prevention_sim.scenario.unit_algebra import unit_of


def price_cuts(scenario: Scenario, calendar: Calendar) -> Iterator[int]:
    """The boundaries at which some price steps up."""
    for _, line in lines_of(scenario):
        for step in (line.prices or scenario.prices).steps:
            yield calendar.boundary(step.from_)


def price_index(scenario: Scenario, calendar: Calendar, line: CostLine, path: str) -> tuple[Expression, ...]:
    """The index of a line by period; empty where prices do not move."""
    rises: Escalation = line.prices or scenario.prices
    where = f"{path}.prices" if line.prices else "prices"
    if rises.rise is None and not rises.steps:
        return ()
    if rises.rise is not None and unit_of(rises.rise, scenario.parameters) != Unit("", "year"):
        raise ModelError(f"{where}.rise: a rise is per year: 2 %/year")
    return tuple(
        _index(rises, where, scenario.prices.year, calendar, cycle)
        for cycle in calendar.first_cycle_of_period
    )


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
