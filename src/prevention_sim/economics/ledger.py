"""The ledger: every euro once, on a grain on which sums are exact in any order.

A cell is a multiple of `2**-k` EUR; k follows from the base row so that even rows that cost a thousand times
as much stay below 2**52 grains. A line is rounded on its running total over the years, so any span of years
is within half a grain.
"""

from dataclasses import dataclass
from math import frexp, ldexp

import numpy as np

from prevention_sim.foundation.axes import Cube, FloatArray
from prevention_sim.foundation.errors import ModelError
from prevention_sim.foundation.languages import Both

SHARED = "shared"
"""The stratum of what belongs to no stratum: fixed costs."""

ACCRUAL, CASH = "accrual", "cash"
"""By the time of the service (the result plan), and by the time of the payment (the finance plan)."""

OPEN = "open"
"""The year of what is paid after the horizon."""

HEADROOM_BITS = 10
GRAIN_BITS_OF_NOTHING = 20  # a base row without money still lets other rows book millionths of a euro
FINEST_BITS = 1000  # 2**1024 is no float
EXACT_BITS = 52


@dataclass(frozen=True, slots=True)
class Ledger:
    """Costs positive, income negative, in EUR.

    Axes of `amount`: item, bearer, basis, valuation, year, strategy, stratum, row.
    """

    amount: Cube
    grain_bits: int


def grain_bits(base_amounts: FloatArray) -> int:
    """Find k of the grain 2**-k EUR, from the unrounded amounts of the base row.

    >>> grain_bits(np.array([3_000_000.0, -1_000_000.0]))
    20
    """
    total = float(np.abs(base_amounts).sum())
    if total == 0.0:
        return GRAIN_BITS_OF_NOTHING
    mantissa, exponent = frexp(total)
    power = exponent - 1 if mantissa == 0.5 else exponent  # noqa: PLR2004 - a power of two
    return min(EXACT_BITS - HEADROOM_BITS - power, FINEST_BITS)


def on_grain(amounts: FloatArray, bits: int, year_axis: int) -> FloatArray:
    """Round running totals over the years to the grain; cells are their differences."""
    grains = np.rint(np.cumsum(amounts, axis=year_axis) * ldexp(1.0, bits))
    return np.diff(grains, axis=year_axis, prepend=0.0) * ldexp(1.0, -bits)


def nearest_grain(amounts: FloatArray, bits: int) -> FloatArray:
    """Round each amount to the grain by itself."""
    rounded: FloatArray = np.rint(amounts * ldexp(1.0, bits)) * ldexp(1.0, -bits)
    return rounded


def check_exact(amounts: FloatArray, bits: int) -> None:
    """Refuse rows whose sums could lose a grain; the last axis is the row."""
    totals = np.abs(amounts).sum(axis=tuple(range(amounts.ndim - 1)))
    wrong = ~(totals < ldexp(1.0, EXACT_BITS - bits))
    if wrong.any():
        row = int(np.argmax(wrong))
        raise ModelError(
            Both(
                f"Reihe {row} kostet {totals[row]:.3g} EUR, mehr als {1 << HEADROOM_BITS}-mal so viel "
                "wie die Datei; ihre Summen wären nicht genau. Rechnen Sie sie als eigene Datei",
                f"row {row} costs {totals[row]:.3g} EUR, more than {1 << HEADROOM_BITS:,} times the "
                "base row; its sums would not be exact. Run it as a scenario of its own",
            )
        )
