"""Trace: how many persons are where, and when; every engine returns this."""

from dataclasses import dataclass

from prevention_sim.foundation.axes import FloatArray


@dataclass(frozen=True, slots=True)
class Trace:
    """Counts of one chunk of rows, without a single euro.

    Valuations are weights on dates: nominal, and present where the file discounts.

    time_in  f8[valuation, period, cell, strategy, stratum, row]   person-years, by the counting rule
    moves    f8[valuation, period, edge, strategy, stratum, row]   moves, at the end of their cycle
    entries  f8[valuation, period, entry, strategy, stratum, row]  entries, at the start of their cycle
    at_end   f8[cell, strategy, stratum, row]                    persons at the last boundary
    """

    time_in: FloatArray
    moves: FloatArray
    entries: FloatArray
    at_end: FloatArray
