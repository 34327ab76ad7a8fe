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
def scale_row(out: FloatArray, o: int, factor: float, a: FloatArray, i: int, width: int) -> None:
    """Take a multiple: out = factor a."""
    if width == BLOCK:
        for j in range(BLOCK):
            out[o, j] = factor * a[i, j]
    else:
        for j in range(width):
            out[o, j] = factor * a[i, j]


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
def add_two_products(
    out: FloatArray, o: int, a: FloatArray, i: int, b: FloatArray, k: int, m: int, width: int
) -> None:
    """Add two products: out = out + (a_i b_k + a_(i+1) b_m); one look at `out` instead of two."""
    if width == BLOCK:
        for j in range(BLOCK):
            out[o, j] += a[i, j] * b[k, j] + a[i + 1, j] * b[m, j]
    else:
        for j in range(width):
            out[o, j] += a[i, j] * b[k, j] + a[i + 1, j] * b[m, j]


@subroutine
def less_product(
    out: FloatArray, o: int, a: FloatArray, i: int, b: FloatArray, k: int, c: FloatArray, m: int, width: int
) -> None:
    """Subtract a product: out = a - b c, and not below 0.

    Chances that add up to 1 may exceed it by a rounding.
    """
    if width == BLOCK:
        for j in range(BLOCK):
            out[o, j] = max(a[i, j] - b[k, j] * c[m, j], 0.0)
    else:
        for j in range(width):
            out[o, j] = max(a[i, j] - b[k, j] * c[m, j], 0.0)


@subroutine
def add_row(out: FloatArray, o: int, a: FloatArray, i: int, width: int) -> None:
    """Add a row: out = out + a."""
    if width == BLOCK:
        for j in range(BLOCK):
            out[o, j] += a[i, j]
    else:
        for j in range(width):
            out[o, j] += a[i, j]


@subroutine
def product(out: FloatArray, o: int, a: FloatArray, i: int, width: int) -> None:
    """Multiply by a row: out = out a."""
    if width == BLOCK:
        for j in range(BLOCK):
            out[o, j] *= a[i, j]
    else:
        for j in range(width):
            out[o, j] *= a[i, j]


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
