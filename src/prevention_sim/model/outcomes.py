"""What is counted beside money, as weights of cells.

What may be written stands in `scenario/outcomes.py`; how counts are weighed, in `economics/outcomes.py`.
"""

from collections.abc import Sequence
from typing import assert_never

import numpy as np

from prevention_sim.foundation.axes import FloatArray
from prevention_sim.model.expressions import Columns, evaluate
from prevention_sim.model.model import Outcome
from prevention_sim.model.network import Cell
from prevention_sim.model.programmes import Programme
from prevention_sim.scenario.document import Scenario
from prevention_sim.scenario.effects import ChangesWeight
from prevention_sim.scenario.expressions import Expression, Name, Number
from prevention_sim.scenario.interventions import effects_of


def compile_outcomes(
    scenario: Scenario, cells: Sequence[Cell], programmes: Sequence[Programme], strategies: int
) -> tuple[Outcome, ...]:
    """All outcomes in the order of their ids."""
    having = [
        frozenset(programme.id for programme in programmes if programme.strategies[strategy])
        for strategy in range(strategies)
    ]
    return tuple(
        Outcome(
            name,
            _sign(scenario, name),
            tuple(tuple(weight_in(scenario, name, cell, each) for each in having) for cell in cells),
            tuple(weight_of_entry(scenario, name, cell) for cell in cells),
        )
        for name in sorted(scenario.outcomes)
    )


def weight_in(scenario: Scenario, outcome: str, cell: Cell, programmes: frozenset[str]) -> Expression:
    """What a person-year in a cell counts in a strategy that has some programmes."""
    for path, effect in effects_of(scenario.interventions, ChangesWeight):
        programme = path.split(".")[1]
        acts = programme in programmes and cell.takes_part(programme)
        if acts and effect.outcome == outcome and cell.state in effect.state:
            return Name(f"{path}.weight")
    return untreated_weight(scenario, outcome, cell.state)


def untreated_weight(scenario: Scenario, outcome: str, state: str) -> Expression:
    """What a person-year in a state counts unless a programme changes it."""
    named = state in scenario.outcomes[outcome].weights
    return Name(f"outcomes.{outcome}.weights.{state}") if named else Number(0.0)


def weight_of_entry(scenario: Scenario, outcome: str, cell: Cell) -> Expression:
    """What an entry into a cell counts, from outside or from another state."""
    named = cell.state in scenario.outcomes[outcome].entries
    return Name(f"outcomes.{outcome}.entries.{cell.state}") if named else Number(0.0)


def bind_outcomes(
    outcomes: Sequence[Outcome], cells: int, strategies: int, columns: Columns, rows: int
) -> tuple[FloatArray, FloatArray]:
    """The weights of cells, f8[outcome, cell, strategy, row], and of entries, f8[outcome, cell, row]."""
    weights: FloatArray = np.zeros((len(outcomes), cells, strategies, rows))
    entries: FloatArray = np.zeros((len(outcomes), cells, rows))
    for position, outcome in enumerate(outcomes):
        for cell in range(cells):
            for strategy, weight in enumerate(outcome.weights[cell]):
                weights[position, cell, strategy] = evaluate(weight, columns)
            entries[position, cell] = evaluate(outcome.entries[cell], columns)
    return weights, entries


def _sign(scenario: Scenario, outcome: str) -> float:
    aim = scenario.outcomes[outcome].aim
    match aim:
        case "more":
            return 1.0
        case "fewer":
            return -1.0
        case _:
            assert_never(aim)
