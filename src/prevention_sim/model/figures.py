"""A number of the file as an expression in the model's units: years, cases, euro a year, chance per cycle."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Final

from prevention_sim.foundation.units import YEARS_PER, per_year
from prevention_sim.model.calendar import Calendar
from prevention_sim.model.expressions import rest_of, times
from prevention_sim.scenario.clocks import CLOCKS, differs_between_cases
from prevention_sim.scenario.document import Scenario
from prevention_sim.scenario.evidence import Figure, Formula
from prevention_sim.scenario.expressions import LOOK_UP, Expression, Name, Number, Operation
from prevention_sim.scenario.moves import period_of
from prevention_sim.scenario.quantities import Quantity
from prevention_sim.scenario.strata import attribute_path
from prevention_sim.scenario.tables import Table, TableFile
from prevention_sim.scenario.unit_algebra import unit_of

CLOCK: Final = "clock."
"""What the columns of clocks begin with; they have a value for each moment instead of each row."""


def per_year_amount(scenario: Scenario, figure: Figure, path: str) -> Expression:
    """Amount per year: `5 100 EUR/month` is its column times 12."""
    unit = unit_of(figure, scenario.readable)
    return times(Name(path), per_year(unit.denominator) / unit.count)


def probability_per_cycle(scenario: Scenario, figure: Figure, path: str, cycle_years: Fraction) -> Expression:
    """Chance per cycle, 1 - (1 - p) ** (cycle / period)."""
    return chance_over(scenario, figure, Name(path), cycle_years)


def chance_over(scenario: Scenario, figure: Figure, number: Expression, cycle_years: Fraction) -> Expression:
    """The chance over a cycle of one that is written for a period."""
    ratio = cycle_years / period_of(scenario, figure)
    return Operation("per_cycle", (number, Number(float(ratio))))


def in_place(scenario: Scenario, figure: Figure, path: str, stratum: str) -> Expression:
    """The column of a number; a formula that differs between cases stands where it is read."""
    if not differs_between_cases(scenario, figure) or isinstance(figure.value, Quantity):
        return Name(path)
    return resolved(scenario, figure.value.expression, stratum)


def resolved(scenario: Scenario, expression: Expression, stratum: str = "") -> Expression:
    """A formula of the file with names as paths: of parameters, clocks, attributes, cells of tables."""
    match expression:
        case Name(name) if name in scenario.parameters:
            return Name(f"parameters.{name}")
        case Name(name) if name in CLOCKS:
            return Name(f"{CLOCK}{name}")
        case Name(name):
            return Name(attribute_path(scenario, stratum, name))
        case Operation(operator, (Name(column), key)) if operator == LOOK_UP:
            table, _, name = column.partition(".")
            cells = _cells(scenario.tables[table], name)
            return Operation(operator, (resolved(scenario, key, stratum), *cells))
        case Operation(operator, operands):
            return Operation(operator, tuple(resolved(scenario, each, stratum) for each in operands))
        case Number():
            return expression


def _cells(table: TableFile, column: str) -> list[Expression]:
    """The first key of a column, and the paths of its numbers."""
    if not isinstance(table, Table):
        raise TypeError("a scenario with errors has no model")
    return [Number(float(table.keys[0])), *(Name(path) for path in table.column(column).values())]


def in_cycles(calendar: Calendar, years: Fraction | None) -> Fraction | None:
    """A period in cycles, where there is one."""
    return None if years is None else years / calendar.cycle_years


def whole_cycles(calendar: Calendar, figure: Figure) -> int:
    """A plain length of time in whole cycles."""
    return int(cycles_of(calendar, figure))


def cycles_of(calendar: Calendar, figure: Figure) -> Fraction:
    """A plain length of time in cycles."""
    if isinstance(figure.value, Formula):
        raise TypeError("checks admit plain lengths of time only")
    years = Fraction(figure.value.value) * YEARS_PER[figure.value.unit.numerator]
    return years / calendar.cycle_years


def length_in_years(scenario: Scenario, figure: Figure, path: str) -> Expression:
    """A length of time in years: `21 months` is its column divided by 12."""
    return Operation("/", (Name(path), Number(per_year(unit_of(figure, scenario.readable).numerator))))


def per_place_year(per_case_in_year: Expression, mean_stay: Expression) -> Expression:
    """An amount per case in the year as one per place-year: one place has (1 + T) / T cases in the year."""
    return Operation("/", (times(per_case_in_year, Operation("+", (Number(1.0), mean_stay))), mean_stay))


def shares(written: Mapping[str, object], path: str) -> dict[str, Expression]:
    """The shares of a mapping by key; `rest` becomes what the others leave of 1."""
    named: dict[str, Expression] = {
        key: Name(f"{path}.{key}") for key, share in sorted(written.items()) if share != "rest"
    }
    rest = rest_of(list(named.values()))
    return {key: named.get(key, rest) for key in sorted(written)}
