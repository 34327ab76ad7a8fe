"""Cost kinds become lines: a price, a driver that it is multiplied with, bearers and strategies.

What may be written stands in `scenario/costs.py`; how a driver is read from the counts, in
`economics/costing.py`.
"""

from collections.abc import Iterator
from fractions import Fraction
from typing import assert_never

from prevention_sim.foundation.units import YEARS_PER
from prevention_sim.model.calendar import Calendar
from prevention_sim.model.expressions import times
from prevention_sim.model.figures import per_year_amount, shares
from prevention_sim.model.model import ActiveTime, Driver, Line, TimeInState
from prevention_sim.model.prices import price_index
from prevention_sim.scenario.checks import lines_of, product_of
from prevention_sim.scenario.costs import CostLine, Fixed, PerCase
from prevention_sim.scenario.document import Scenario
from prevention_sim.scenario.evidence import Figure, Formula
from prevention_sim.scenario.expressions import Expression, Name, Number


def compile_lines(
    scenario: Scenario, calendar: Calendar, with_programme: dict[str, tuple[bool, ...]], strategies: int
) -> tuple[Line, ...]:
    """All lines in the order of their names."""
    everywhere = (True,) * strategies
    lines = []
    for path, line in lines_of(scenario):
        programme = path.split(".")[1] if path.startswith("interventions.") else None
        driver, price = _driver_and_price(scenario, calendar, line, path, programme)
        lines.append(
            Line(
                item=path.rsplit(".", 1)[1],
                path=path,
                sign=-1.0 if path.split(".")[-2] == "income" else 1.0,
                driver=driver,
                price=price,
                bearers=_bearers(scenario, line, path),
                strategies=everywhere if programme is None else with_programme[programme],
                programme=programme,
                product=product_of(scenario, line),
                index=price_index(scenario, calendar, line, path),
                lag=_lag(calendar, line.payment_lag),
                cashable=None if line.cashable is None else Name(f"{path}.cashable.share"),
                cashable_lag=_lag(calendar, line.cashable.lag if line.cashable else None),
            )
        )
    return tuple(sorted(lines, key=lambda line: line.item))


def _driver_and_price(
    scenario: Scenario, calendar: Calendar, line: CostLine, path: str, programme: str | None
) -> tuple[Driver, Expression]:
    """What a line is multiplied with, and its euro per unit of that."""
    match line:
        case PerCase():
            yearly = per_year_amount(scenario, line.value, f"{path}.value")
            price = yearly if line.at is None else times(yearly, Name(f"{path}.at"))
            return TimeInState(line.state), price
        case Fixed():
            intervention = scenario.interventions.get(programme or "")
            first = line.from_ or (intervention.start if intervention else None)
            last = line.until or (intervention.end if intervention else None)
            yearly = per_year_amount(scenario, line.value, f"{path}.value")
            return ActiveTime(calendar.span(first, last)), yearly
        case _:
            assert_never(line)


def _lag(calendar: Calendar, lag: Figure | None) -> int:
    """A length of time in cycles."""
    if lag is None:
        return 0
    if isinstance(lag.value, Formula):
        raise TypeError("checks admit plain lengths of time only")
    years = Fraction(lag.value.value) * YEARS_PER[lag.value.unit.numerator]
    return int(years * 12 / calendar.months_per_cycle)


def payment_cuts(scenario: Scenario, calendar: Calendar) -> Iterator[int]:
    """The boundaries from which payments fall into the next budget year."""
    for _, line in lines_of(scenario):
        lag = _lag(calendar, line.payment_lag)
        if lag:
            paid = [calendar.year_at(cycle + lag) for cycle in range(calendar.cycles)]
            yield from (cycle for cycle in range(1, calendar.cycles) if paid[cycle] != paid[cycle - 1])


def _bearers(scenario: Scenario, line: CostLine, path: str) -> tuple[tuple[str, Expression], ...]:
    """Who pays which share; the last bearer takes what rounding leaves."""
    named = line.bearer or scenario.bearer or next(iter(scenario.bearers))
    if isinstance(named, str):
        return ((named, Number(1.0)),)
    return tuple(shares(named, f"{path}.bearer").items())
