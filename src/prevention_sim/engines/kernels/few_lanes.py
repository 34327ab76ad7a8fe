"""The cohort kernel for few lanes: each cycle in a dozen steps of whole arrays, quick in the interpreter.

The source of `run_lanes` takes a step per number, and loading its compiled form takes longer than few lanes
do. Here every number goes through the same operations in the same order, so the bits are the same. Clocks and
shifts are rarer, and left to the source.
"""

import numpy as np
from numpy.typing import NDArray

from prevention_sim.foundation.axes import FloatArray, IntArray


def run_few_lanes(
    first: int,
    last: int,
    *,
    scale: FloatArray,
    edge_source: IntArray,
    edge_last: IntArray,
    source_cell: IntArray,
    source_shape: IntArray,
    shape: FloatArray,
    phase_of_cycle: IntArray,
    period_of_cycle: IntArray,
    initial: FloatArray,
    entry_scale: FloatArray,
    entry_slot: IntArray,
    profile: FloatArray,
    start_weight: FloatArray,
    end_weight: FloatArray,
    move_weight: FloatArray,
    time_in: FloatArray,
    exposure: FloatArray,
    at_end: FloatArray,
    **_: object,
) -> None:
    """Run the lanes from `first` up to `last`; takes what `run_lanes` takes, without clocks and shifts."""
    lanes = slice(first, last)
    chance, entering, here = scale[:, lanes], entry_scale[:, lanes], initial[:, lanes]
    course = shape[source_shape, lanes if shape.shape[1] > 1 else slice(None)]
    leaving = np.zeros((source_cell.size, last - first))
    np.add.at(leaving, edge_source, chance)
    rounds = _rounds(source_cell)
    neighbour, other = _neighbours(edge_last)
    moving = np.zeros((edge_last.size + 1, last - first))  # the last is nobody: who has no neighbour
    time_in[..., lanes] = 0.0
    exposure[..., lanes] = 0.0
    for t, (phase, period) in enumerate(zip(phase_of_cycle, period_of_cycle, strict=True)):
        now = np.flatnonzero(profile[:, t])
        here = here.copy()
        np.add.at(here, entry_slot[now], entering[now] * profile[now, t, np.newaxis])
        exposed = course[phase] * here[source_cell]
        exposure[:, period, :, lanes] += move_weight[:, t, np.newaxis, np.newaxis] * exposed
        after, lost = here.copy(), leaving * exposed
        for sources in rounds:
            cells = source_cell[sources]
            after[cells] = np.maximum(after[cells] - lost[sources], 0.0)
        np.multiply(chance, exposed[edge_source], out=moving[:-1])
        np.add.at(after, edge_last[neighbour], moving[neighbour] + moving[other])
        time_in[:, period, :, lanes] += (
            start_weight[:, t, np.newaxis, np.newaxis] * here
            + end_weight[:, t, np.newaxis, np.newaxis] * after
        )
        here = after
    at_end[:, lanes] = here


def _rounds(source_cell: IntArray) -> list[NDArray[np.intp]]:
    """The first source of every cell, then the second of those that have one, and so on."""
    seen: dict[int, int] = {}
    turns = []
    for cell in source_cell.tolist():
        seen[cell] = seen.get(cell, -1) + 1
        turns.append(seen[cell])
    return [np.flatnonzero(np.array(turns) == turn) for turn in range(max(turns, default=-1) + 1)]


def _neighbours(destination: IntArray) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Edges that are added at once: each with the next of the same destination, or with the last position."""
    one, other = [], []
    edge, edges = 0, destination.size
    while edge < edges:
        paired = edge + 1 < edges and destination[edge + 1] == destination[edge]
        one.append(edge)
        other.append(edge + 1 if paired else edges)
        edge += 2 if paired else 1
    return np.array(one, dtype=np.intp), np.array(other, dtype=np.intp)
