"""The chances of a matrix per cycle, in many rows of the parameter table at once.

The matrix of a row needs its own root, so this is a plain loop over rows; equal rows are computed once.
"""

from fractions import Fraction
from functools import lru_cache

import numpy as np

from prevention_sim.foundation.axes import FloatArray
from prevention_sim.foundation.errors import ModelError
from prevention_sim.foundation.languages import Both
from prevention_sim.scenario.embedding import Square, chances_over

SLACK = 1e-9
"""How far the shares of a row may miss 1."""


def chance_over(
    origin: FloatArray, target: FloatArray, above: FloatArray, below: FloatArray, *entries: FloatArray
) -> FloatArray:
    """The chance to move over `above / below` periods, f8[row], by the entries of a matrix row by row.

    Raises `ModelError` where the entries are no matrix of chances, or one without a generator.
    """
    values = np.stack(np.broadcast_arrays(*entries), axis=-1)
    size = round(len(entries) ** 0.5)
    chances = _of_rows(values.tobytes(), size, Fraction(int(above[0]), int(below[0])))
    return chances[:, int(origin[0]), int(target[0])]


@lru_cache(maxsize=4)
def _of_rows(values: bytes, size: int, periods: Fraction) -> FloatArray:
    """Chances f8[row, origin, target]; all moves of one matrix ask for the same."""
    matrices = np.frombuffer(values).reshape(-1, size, size)
    _check_matrices(matrices)
    found: dict[bytes, Square] = {}
    for row, matrix in enumerate(matrices):
        key = matrix.tobytes()
        if key not in found:
            found[key] = _of_row(matrix, periods, row)
    return np.array([found[matrix.tobytes()] for matrix in matrices])


def _of_row(matrix: FloatArray, periods: Fraction, row: int) -> Square:
    chances = chances_over(tuple(map(tuple, matrix.tolist())), periods)
    if chances is None:
        raise ModelError(
            Both(
                f"matrix: Zu diesen Anteilen führen keine gleichbleibenden Raten (Reihe {row}); für Takte, "
                "die kürzer sind als der Zeitraum, folgt aus ihnen nichts",
                f"matrix: no constant rates lead to the shares of row {row}, so they say nothing about "
                "cycles shorter than the period",
            )
        )
    return chances


def _check_matrices(matrices: FloatArray) -> None:
    wrong = (matrices < -SLACK).any(axis=-1) | ~(abs(matrices.sum(axis=-1) - 1.0) <= SLACK)
    if wrong.any():
        row, origin = np.argwhere(wrong)[0]
        found = matrices[row, origin].sum()
        raise ModelError(
            Both(
                f"matrix: Die Anteile des {origin + 1}. Zustands (nach dem Alphabet) ergeben zusammen "
                f"{found:.6g}, nicht 1, oder einer liegt nicht zwischen 0 und 1 (Reihe {row})",
                f"matrix: the shares of state {origin + 1} (by the alphabet) add up to {found:.6g}, not to "
                f"1, or one leaves the range from 0 to 1, in row {row}",
            )
        )
