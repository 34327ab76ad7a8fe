"""Trace: how many persons are where, and when; every engine returns this."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

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
class Queues:
    """What became of queues; numbers of persons, or of places, at a boundary or since the one before.

    told   f8[boundary, limit, measure, strategy, row]   measures as in `kernels/queues.py`
    waits  f8[cycles waited, limit, strategy, row]       those who came to a place, by how long they waited
    """

    told: FloatArray
    waits: FloatArray


@dataclass(frozen=True, slots=True)
class Trace:
    """Counts of one chunk of rows, without a single euro.

    Valuations are weights on dates: nominal, and present where the file discounts.

    time_in  f8[valuation, period, cell, strategy, stratum, row]   person-years, by the counting rule
    moves    along edges, at the end of their cycle
    shifts   f8[valuation, period, shift, strategy, stratum, row]  shifts, at the start of their cycle
    entries  f8[valuation, period, entry, strategy, stratum, row]  entries, at the start of their cycle
    at_end   f8[cell, strategy, stratum, row]                    persons at the last boundary
    loads    f8[valuation, period, differing line, strategy, stratum, row]  person-years, by factors of cost
    groups   f8[valuation, period, groups, strategy, row]        years of groups open, at the start of cycles
    detours  f8[valuation, period, detour, strategy, stratum, row]   at the end of their cycle, or its start
    posts    f8[valuation, period, limit, row]                   years of posts, in steps of their size
    queues   what became of queues
    """

    time_in: FloatArray
    moves: Moves
    shifts: FloatArray
    entries: FloatArray
    at_end: FloatArray
    loads: FloatArray
    groups: FloatArray
    detours: FloatArray
    posts: FloatArray
    queues: Queues


def nobody_waits(valued_periods: tuple[int, ...], lanes: tuple[int, ...]) -> dict[str, Any]:
    """What is counted of detours, posts and queues where there are none."""
    strategies, _, rows = lanes
    return {
        "detours": np.zeros((*valued_periods, 0, *lanes)),
        "posts": np.zeros((*valued_periods, 0, rows)),
        "queues": Queues(np.zeros((0, 0, 0, strategies, rows)), np.zeros((0, 0, strategies, rows))),
    }


def added_up(counts: FloatArray) -> FloatArray:
    """What is counted by cell or passage, in order: f8[valuation, period, strategy, stratum, row]."""
    total: FloatArray = np.zeros((*counts.shape[:2], *counts.shape[3:]))
    for position in range(counts.shape[2]):
        total += counts[:, :, position]
    return total


def joined(traces: Sequence[Trace]) -> Trace:
    """Rows of several traces of one model in their order."""
    first = traces[0]

    def along_rows(read: Callable[[Trace], FloatArray]) -> FloatArray:
        return np.concatenate([read(trace) for trace in traces], axis=-1)

    return Trace(
        time_in=along_rows(lambda trace: trace.time_in),
        moves=Moves(
            first.moves.scale, along_rows(lambda trace: trace.moves.exposure), first.moves.source_of_edge
        ),
        shifts=along_rows(lambda trace: trace.shifts),
        entries=along_rows(lambda trace: trace.entries),
        at_end=along_rows(lambda trace: trace.at_end),
        loads=along_rows(lambda trace: trace.loads),
        groups=along_rows(lambda trace: trace.groups),
        detours=along_rows(lambda trace: trace.detours),
        posts=along_rows(lambda trace: trace.posts),
        queues=Queues(
            along_rows(lambda trace: trace.queues.told), along_rows(lambda trace: trace.queues.waits)
        ),
    )
