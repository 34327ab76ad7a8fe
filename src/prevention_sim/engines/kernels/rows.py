"""Arithmetic on rows of two-dimensional work arrays, one entry per lane.

Each operation has its loop twice: over a full block, whose fixed length the compiler turns into vector
instructions, and over fewer lanes. Both do the same to every lane, so the bits do not depend on the width.
"""

from prevention_sim.foundation.axes import FloatArray
from prevention_sim.foundation.compiling import subroutine

BLOCK = 128
"""Lanes worked at once."""


@subroutine
def fill(out: FloatArray, o: int, value: float, width: int) -> None:
    """Set a row to a value."""
    if width == BLOCK:
        for j in range(BLOCK):
            out[o, j] = value
    else:
        for j in range(width):
            out[o, j] = value


@subroutine
def copy(out: FloatArray, o: int, a: FloatArray, i: int, width: int) -> None:
    """Copy a row: out = a."""
    if width == BLOCK:
        for j in range(BLOCK):
            out[o, j] = a[i, j]
    else:
        for j in range(width):
            out[o, j] = a[i, j]


@subroutine
def multiply(out: FloatArray, o: int, a: FloatArray, i: int, b: FloatArray, k: int, width: int) -> None:
    """Multiply: out = a b."""
    if width == BLOCK:
        for j in range(BLOCK):
            out[o, j] = a[i, j] * b[k, j]
    else:
        for j in range(width):
            out[o, j] = a[i, j] * b[k, j]


@subroutine
def add_product(out: FloatArray, o: int, a: FloatArray, i: int, b: FloatArray, k: int, width: int) -> None:
    """Add a product: out = out + a b."""
    if width == BLOCK:
        for j in range(BLOCK):
            out[o, j] += a[i, j] * b[k, j]
    else:
        for j in range(width):
            out[o, j] += a[i, j] * b[k, j]


@subroutine
def take_product(out: FloatArray, o: int, a: FloatArray, i: int, b: FloatArray, k: int, width: int) -> None:
    """Subtract a product: out = out - a b, and not below 0.

    Chances that add up to 1 may exceed it by a rounding.
    """
    if width == BLOCK:
        for j in range(BLOCK):
            left = out[o, j] - a[i, j] * b[k, j]
            out[o, j] = max(left, 0.0)
    else:
        for j in range(width):
            left = out[o, j] - a[i, j] * b[k, j]
            out[o, j] = max(left, 0.0)


@subroutine
def add_scaled(out: FloatArray, o: int, factor: float, a: FloatArray, i: int, width: int) -> None:
    """Add a multiple: out = out + factor a."""
    if width == BLOCK:
        for j in range(BLOCK):
            out[o, j] += factor * a[i, j]
    else:
        for j in range(width):
            out[o, j] += factor * a[i, j]


@subroutine
def add_both_scaled(
    out: FloatArray, o: int, f: float, a: FloatArray, g: float, b: FloatArray, i: int, width: int
) -> None:
    """Add two multiples: out = out + (f a + g b), from row i of both."""
    if width == BLOCK:
        for j in range(BLOCK):
            out[o, j] += f * a[i, j] + g * b[i, j]
    else:
        for j in range(width):
            out[o, j] += f * a[i, j] + g * b[i, j]


@subroutine
def read_lanes(out: FloatArray, o: int, a: FloatArray, i: int, lane: int, width: int) -> None:
    """Read a row of a large array from a lane on."""
    for j in range(width):
        out[o, j] = a[i, lane + j]


@subroutine
def write_lanes(out: FloatArray, o: int, lane: int, a: FloatArray, i: int, width: int) -> None:
    """Write a row into a large array, from a lane on."""
    for j in range(width):
        out[o, lane + j] = a[i, j]
