"""What an avoided place-year brought elsewhere, in EUR a year: observations, no inputs."""

from collections.abc import Iterator
from dataclasses import dataclass

from prevention_sim.foundation.units import per_year
from prevention_sim.scenario.document import Scenario
from prevention_sim.scenario.evidence import Figure, Formula
from prevention_sim.scenario.parts import Title


@dataclass(frozen=True, slots=True)
class Series:
    """One town's figures."""

    title: Title
    years: str
    gross: float
    net: float

    @property
    def kept(self) -> float:
        """What remains of a gross euro."""
        return self.net / self.gross


def observed_series(scenario: Scenario) -> Iterator[Series]:
    """Every observation of a file."""
    for found in scenario.observed.values():
        yield Series(found.title, found.years, _yearly(found.gross), _yearly(found.net))


def _yearly(figure: Figure) -> float:
    value = figure.value
    if isinstance(value, Formula):
        raise TypeError("checks admit plain numbers only")
    return value.value * per_year(value.unit.denominator) / value.unit.count
