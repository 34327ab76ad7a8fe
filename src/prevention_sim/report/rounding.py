"""Controlled rounding: printed rows and printed columns both add up, by largest remainder.

The grand total is rounded first, then the row and column totals to add up to it, then the cells to add up to
both. A cell moves from its own rounding only where a total asks for it, and the cell moves that loses least.
"""

from collections.abc import Sequence

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
    _fill_gaps(table, cells, row_totals, column_totals)
    _shift_between_rows(table, cells, row_totals)
    turned = [list(column) for column in zip(*cells, strict=True)]
    _shift_between_rows(columns, turned, column_totals)
    return [list(row) for row in zip(*turned, strict=True)], row_totals, column_totals, total


def _gaps(cells: Sequence[Sequence[int]], totals: Sequence[int]) -> list[int]:
    return [total - sum(row) for row, total in zip(cells, totals, strict=True)]


def _fill_gaps(
    table: Table, cells: list[list[int]], row_totals: Sequence[int], column_totals: Sequence[int]
) -> None:
    """Change cells whose row and column both lack (or both exceed) something, the best cell first."""
    for step in (1, -1):
        while True:
            rows, columns = _gaps(cells, row_totals), _gaps(list(zip(*cells, strict=True)), column_totals)
            places = [
                (step * (table[i][j] - cells[i][j]), -i, -j)
                for i, row in enumerate(rows)
                for j, column in enumerate(columns)
                if step * row > 0 and step * column > 0
            ]
            if not places:
                break
            _, i, j = max(places)
            cells[-i][-j] += step


def _shift_between_rows(table: Table, cells: list[list[int]], row_totals: Sequence[int]) -> None:
    """Move single units within a column from rows that exceed their total to rows that lack."""
    while any(gaps := _gaps(cells, row_totals)):
        moves = [
            (table[i][j] - cells[i][j] - (table[k][j] - cells[k][j]), -i, -k, -j)
            for i, lacking in enumerate(gaps)
            for k, exceeding in enumerate(gaps)
            for j in range(len(cells[i]))
            if lacking > 0 > exceeding
        ]
        _, i, k, j = max(moves)
        cells[-i][-j] += 1
        cells[-k][-j] -= 1
