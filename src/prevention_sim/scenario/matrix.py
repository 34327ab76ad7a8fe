"""The shares of a transition matrix, whether they stand in the file or in a table beside it."""

from typing import Final, NamedTuple

from prevention_sim.scenario.document import Scenario
from prevention_sim.scenario.evidence import Figure
from prevention_sim.scenario.tables import Table

MOST_STATES: Final = 20
"""States of a matrix; the root of a larger one would take seconds."""


class MatrixCell(NamedTuple):
    """A share of a matrix: its path, and the number or the word `rest`."""

    path: str
    written: Figure | str


def cells_of(scenario: Scenario) -> dict[str, dict[str, MatrixCell]]:
    """The shares of a matrix by the states before and after the period; empty without a matrix."""
    matrix = scenario.matrix
    if matrix is None:
        return {}
    table = scenario.tables.get(matrix.table) if matrix.table else None
    if isinstance(table, Table):
        return _of_table(table)
    return {
        origin: {target: MatrixCell(f"matrix.rows.{origin}.{target}", share) for target, share in row.items()}
        for origin, row in matrix.rows.items()
    }


def states_of(cells: dict[str, dict[str, MatrixCell]]) -> tuple[str, ...]:
    """Every state of a matrix, in the order of ids."""
    return tuple(sorted({*cells, *(target for row in cells.values() for target in row)}))


def _of_table(table: Table) -> dict[str, dict[str, MatrixCell]]:
    paths = {target: table.column(target) for target in table.cells}
    return {
        origin: {
            target: MatrixCell(paths[target][origin], column[origin])
            for target, column in table.cells.items()
        }
        for origin in table.keys
    }
