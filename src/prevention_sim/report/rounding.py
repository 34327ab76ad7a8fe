"""Controlled rounding: printed rows and printed columns both add up, by largest remainder.

The grand total is rounded first, then the row and column totals to add up to it, then the cells to add up to
both. A cell moves from its own rounding only where a total asks for it, and the cell moves that loses least.
"""

from collections.abc import Callable, Sequence

Table = Sequence[Sequence[float]]


def add_up(values: Sequence[float], total: int | None = None) -> list[int]:
    """Whole numbers near the values that add up to the total (by default the rounded sum).

    >>> add_up([0.4, 0.4, 0.4])
    [1, 0, 0]
    """
    rounded = [round(value) for value in values]
    target = round(sum(values)) if total is None else total
    while (missing := target - sum(rounded)) != 0:
        step = 1 if missing > 0 else -1
        best = max(range(len(values)), key=lambda at: (step * (values[at] - rounded[at]), -at))
        rounded[best] += step
    return rounded


def add_up_both_ways(table: Table) -> tuple[list[list[int]], list[int], list[int], int]:
    """Whole cells, row totals, column totals and grand total of a table; all of them add up.

    >>> add_up_both_ways([[0.4, 0.4], [0.4, 0.4]])
    ([[1, 0], [0, 1]], [1, 1], [1, 1], 2)
    """
    columns = list(zip(*table, strict=True))
    total = round(sum(map(sum, table)))
    row_totals = add_up([sum(row) for row in table], total)
    column_totals = add_up([sum(column) for column in columns], total)
    cells = [[round(value) for value in row] for row in table]
    _mend(table, cells, row_totals, column_totals)
    return cells, row_totals, column_totals, total


def _mend(table: Table, cells: list[list[int]], row_totals: list[int], column_totals: list[int]) -> None:
    """Move single steps until every row and column adds up; each move shortens what is missing."""
    rows, columns = range(len(cells)), range(len(column_totals))

    def row_gap(i: int) -> int:
        return row_totals[i] - sum(cells[i])

    def column_gap(j: int) -> int:
        return column_totals[j] - sum(cells[i][j] for i in rows)

    def gain(i: int, j: int, step: int) -> float:
        return step * (table[i][j] - cells[i][j])

    def best(places: list[tuple[int, int]], step: int) -> tuple[int, int]:
        return max(places, key=lambda place: (gain(place[0], place[1], step), -place[0], -place[1]))

    def signed(gap: Callable[[int], int], over: range, step: int) -> list[int]:
        return [at for at in over if step * gap(at) > 0]

    for step in (1, -1):
        while (short_rows := signed(row_gap, rows, step)) and (
            short_columns := signed(column_gap, columns, step)
        ):
            i, j = best([(i, j) for i in short_rows for j in short_columns], step)
            cells[i][j] += step
    while short := signed(row_gap, rows, 1):
        long = signed(row_gap, rows, -1)
        moves = [(gain(i, j, 1) + gain(k, j, -1), -i, -k, -j) for i in short for k in long for j in columns]
        _, i, k, j = max(moves)
        cells[-i][-j] += 1
        cells[-k][-j] -= 1
    while short := signed(column_gap, columns, 1):
        long = signed(column_gap, columns, -1)
        moves = [(gain(i, j, 1) + gain(i, k, -1), -i, -j, -k) for j in short for k in long for i in rows]
        _, i, j, k = max(moves)
        cells[-i][-j] += 1
        cells[-i][-k] -= 1
