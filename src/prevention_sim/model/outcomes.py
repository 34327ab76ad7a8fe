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
from prevention_sim.scenario.document import Scenario
from prevention_sim.scenario.expressions import Expression, Name, Number


def compile_outcomes(scenario: Scenario, cells: Sequence[Cell]) -> tuple[Outcome, ...]:
    """All outcomes in the order of their ids."""
    return tuple(
        Outcome(
            name,
            _sign(scenario, name),
            tuple(weight_in(scenario, name, cell) for cell in cells),
            tuple(weight_of_entry(scenario, name, cell) for cell in cells),
        )
        for name in sorted(scenario.outcomes)
    )


def weight_in(scenario: Scenario, outcome: str, cell: Cell) -> Expression:
    """What a person-year in a cell counts."""
    named = cell.state in scenario.outcomes[outcome].weights
    return Name(f"outcomes.{outcome}.weights.{cell.state}") if named else Number(0.0)


def weight_of_entry(scenario: Scenario, outcome: str, cell: Cell) -> Expression:
    """What an entry into a cell counts, from outside or from another state."""
    named = cell.state in scenario.outcomes[outcome].entries
    return Name(f"outcomes.{outcome}.entries.{cell.state}") if named else Number(0.0)


def bind_outcomes(
    outcomes: Sequence[Outcome], cells: int, columns: Columns, rows: int
) -> tuple[FloatArray, FloatArray]:
    """The weights of cells and those of entries: each f8[outcome, cell, row]."""
    weights: FloatArray = np.zeros((len(outcomes), cells, rows))
    entries: FloatArray = np.zeros((len(outcomes), cells, rows))
    for position, outcome in enumerate(outcomes):
        for cell in range(cells):
            weights[position, cell] = evaluate(outcome.weights[cell], columns)
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
