"""Trace: how many persons are where, and when; every engine returns this."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from prevention_sim.foundation.axes import FloatArray, IntArray


@dataclass(frozen=True, slots=True)
class Moves:
    """Moves along edges, at the end of their cycle, kept as what each source exposed to them.

    A source is a cell together with a course over time that some edges share. There are a few times as many
    edges as sources, and most questions ask for few edges, so a count is a product taken when it is read.

    scale           f8[edge, strategy, stratum, row]                        chance per cycle
    exposure        f8[valuation, period, source, strategy, stratum, row]   persons times their course
    source_of_edge  i4[edge]
    """

    scale: FloatArray
    exposure: FloatArray
    source_of_edge: IntArray

    def along(self, edges: Sequence[int] | None = None) -> FloatArray:
        """Moves along some edges, or all: f8[valuation, period, edge, strategy, stratum, row]."""
        chosen = np.arange(len(self.source_of_edge)) if edges is None else np.array(edges, dtype=np.intp)
        return self.scale[chosen] * self.exposure[:, :, self.source_of_edge[chosen]]


@dataclass(frozen=True, slots=True)
class Trace:
    """Counts of one chunk of rows, without a single euro.

    Valuations are weights on dates: nominal, and present where the file discounts.

    time_in  f8[valuation, period, cell, strategy, stratum, row]   person-years, by the counting rule
    moves    along edges, at the end of their cycle
    shifts   f8[valuation, period, shift, strategy, stratum, row]  shifts, at the start of their cycle
    entries  f8[valuation, period, entry, strategy, stratum, row]  entries, at the start of their cycle
    at_end   f8[cell, strategy, stratum, row]                    persons at the last boundary
    """

    time_in: FloatArray
    moves: Moves
    shifts: FloatArray
    entries: FloatArray
    at_end: FloatArray
