"""A number of the file with its unit, as a reader says it: `8,39 %`, `974 € im Monat`, `20 % im Jahr`."""

from prevention_sim.report.numbers import Language, decimal, percent
from prevention_sim.report.wording import say
from prevention_sim.scenario.quantities import Unit

TINY, SMALL, LARGE = 0.01, 10.0, 1000.0


def with_unit(value: float, unit: Unit, language: Language, *, share: bool = False) -> str:
    """A value with its unit; a share or chance as a percentage."""
    per = f" {say(language, f'per_{unit.denominator}')}" if unit.denominator else ""
    if unit.count > 1:
        per = f" / {unit.count} {say(language, f'unit_{unit.denominator}')}"
    if share:
        return percent(value, language, _percent_places(value)) + per
    number = decimal(value, language, _places(value))
    return (f"{number} {say(language, f'unit_{unit.numerator}')}" if unit.numerator else number) + per


def _places(value: float) -> int:
    if value == round(value):
        return 0
    return 4 if abs(value) < SMALL else 2 if abs(value) < LARGE else 0


def _percent_places(value: float) -> int:
    if round(100.0 * value, 6) == round(100.0 * value):
        return 0
    return 3 if abs(value) < TINY else 2
