"""A number of the file as an expression in the model's units: years, cases, euro a year, chance per cycle."""

from collections.abc import Mapping
from fractions import Fraction

from prevention_sim.foundation.units import YEARS_PER, per_year
from prevention_sim.model.expressions import rest_of, times
from prevention_sim.scenario.caseload import Leaving
from prevention_sim.scenario.document import Scenario
from prevention_sim.scenario.evidence import Figure
from prevention_sim.scenario.expressions import Expression, Name, Number, Operation
from prevention_sim.scenario.unit_algebra import unit_of


def per_year_amount(scenario: Scenario, figure: Figure, path: str) -> Expression:
    """Amount per year: `5 100 EUR/month` is its column times 12."""
    unit = unit_of(figure, scenario.parameters)
    return times(Name(path), per_year(unit.denominator) / unit.count)


def probability_per_cycle(scenario: Scenario, figure: Figure, path: str, cycle_years: Fraction) -> Expression:
    """Chance per cycle, 1 - (1 - p) ** (cycle / period)."""
    unit = unit_of(figure, scenario.parameters)
    ratio = cycle_years / (unit.count * YEARS_PER[unit.denominator])
    return Operation("per_cycle", (Name(path), Number(float(ratio))))


def exit_at_rate(scenario: Scenario, figure: Figure, path: str, cycle_years: Fraction) -> Expression:
    """Chance per cycle of a constant hazard, 1 - exp(-rate x cycle)."""
    unit = unit_of(figure, scenario.parameters)
    periods = cycle_years / (unit.count * YEARS_PER[unit.denominator])
    return Operation("exit", (times(Name(path), float(periods)),))


def exit_after_mean_stay(scenario: Scenario, figure: Figure, path: str, cycle_years: Fraction) -> Expression:
    """Chance per cycle of a geometric stay: cycle / mean."""
    unit = unit_of(figure, scenario.parameters)
    cycle_in_written_unit = cycle_years / YEARS_PER[unit.numerator]
    return Operation("/", (Number(float(cycle_in_written_unit)), Name(path)))


def exit_per_cycle(scenario: Scenario, leaving: Leaving, path: str, cycle_years: Fraction) -> Expression:
    """Chance per cycle of whichever way it is written in."""
    (way,) = leaving.ways
    figure: Figure = getattr(leaving, way)
    read = {"mean": exit_after_mean_stay, "probability": probability_per_cycle, "rate": exit_at_rate}[way]
    return read(scenario, figure, f"{path}.{way}", cycle_years)


def length_in_years(scenario: Scenario, figure: Figure, path: str) -> Expression:
    """A length of time in years: `21 months` is its column divided by 12."""
    return Operation("/", (Name(path), Number(per_year(unit_of(figure, scenario.parameters).numerator))))


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
