"""Holding a run against the values its author expects."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from prevention_sim.analysis.cost_effectiveness import Option, cost_effectiveness, options_of
from prevention_sim.analysis.evaluation import Outcomes
from prevention_sim.analysis.findings import Findings, Slice
from prevention_sim.analysis.indicators import avoided_place_years, avoided_placements, ratio
from prevention_sim.analysis.returns import returns
from prevention_sim.foundation.axes import FloatArray
from prevention_sim.scenario.document import Scenario
from prevention_sim.scenario.evidence import Figure, Formula
from prevention_sim.scenario.expectations import Expectation

if TYPE_CHECKING:
    from collections.abc import Callable

MONTHS = 12


@dataclass(frozen=True, slots=True)
class Comparison:
    """An expectation, what the run gives (None: not defined), and whether it lies within the tolerance."""

    expectation: Expectation
    expected: float
    tolerance: float
    found: float | None
    holds: bool


def compare_expectations(scenario: Scenario, outcomes: Outcomes) -> tuple[Comparison, ...]:
    """Every expectation of the file beside the unrounded figure of the base row."""
    compared = []
    for expectation in scenario.expect:
        values = _figure(expectation, Findings(outcomes))
        found = None if values is None else float(values[0])
        expected, tolerance = _number(expectation.value), _number(expectation.tolerance)
        holds = found is not None and abs(found - expected) <= tolerance
        compared.append(Comparison(expectation, expected, tolerance, found, holds))
    return tuple(compared)


def _number(figure: Figure) -> float:
    value = figure.value
    if isinstance(value, Formula):
        raise TypeError("checks admit plain numbers only")
    return value.value


def _figure(expectation: Expectation, findings: Findings) -> FloatArray | None:
    model = findings.outcomes.model
    years = findings.years(expectation.period) if expectation.year is None else (expectation.year,)
    part = Slice(years, expectation.valuation, expectation.stratum)
    strategy = expectation.strategy or next(
        (name for name in model.strategies if name != model.comparator), model.comparator
    )
    states = frozenset(model.states if expectation.state is None else expectation.state)
    items = findings.items_of_state(states) if expectation.state is not None else None
    items = (expectation.item,) if expectation.item is not None else items
    outcome = expectation.outcome or next((each.id for each in model.outcomes), "")
    figures: dict[str, Callable[[], FloatArray | None]] = {
        "cost": lambda: findings.cost(strategy, part, items),
        "relief": lambda: findings.relief(strategy, part, items),
        "person_years": lambda: findings.person_years(strategy, part, states),
        "person_months": lambda: findings.person_years(strategy, part, states) * MONTHS,
        "persons_at_end": lambda: findings.persons_at_end(strategy, states, expectation.stratum),
        "placements": lambda: findings.placements(strategy, part),
        "avoided_placements": lambda: avoided_placements(findings, strategy, part),
        "avoided_place_years": lambda: avoided_place_years(findings, strategy, part),
        "supported_cases": lambda: findings.supported_cases(strategy, part),
        "relief_per_avoided_place_year": lambda: ratio(
            findings.relief(strategy, part), avoided_place_years(findings, strategy, part)
        ),
        "programme_relief_per_avoided_place_year": lambda: ratio(
            findings.relief(strategy, part, findings.programme_items(strategy)),
            avoided_place_years(findings, strategy, part),
        ),
        "relief_per_supported_case": lambda: ratio(
            findings.relief(strategy, part), findings.supported_cases(strategy, part)
        ),
        "price_difference": lambda: findings.price_difference(strategy),
        "benefit_cost_ratio": lambda: returns(findings, strategy, part).benefit_cost_ratio,
        "relief_per_euro": lambda: returns(findings, strategy, part).per_euro,
        "outcome": lambda: findings.outcome(outcome, strategy, part),
        "icer": lambda: _icer(_option(findings, outcome, strategy, part)),
        "beaten_by": lambda: _beaten_by(_option(findings, outcome, strategy, part)),
    }
    return figures[expectation.figure]()


def _option(findings: Findings, outcome: str, strategy: str, part: Slice) -> Option:
    """A strategy beside the others, in the first row."""
    return cost_effectiveness(options_of(findings, outcome, part))[strategy]


def _icer(option: Option) -> FloatArray | None:
    """The ratio of a strategy; None where it is dominated or the cheapest."""
    return None if option.icer is None else np.array([option.icer])


def _beaten_by(option: Option) -> FloatArray:
    """How many others it takes to beat a strategy: one that dominates it, two whose mixture does, or none."""
    return np.array([float(len(option.beaten_by))])
