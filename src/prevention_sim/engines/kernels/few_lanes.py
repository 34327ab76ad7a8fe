"""The cohort kernel for few lanes: each cycle in some steps of whole arrays, quick in the interpreter.

The source of `run_lanes` takes a step per number, and loading its compiled form takes longer than few lanes
do. Here every number goes through the same operations in the same order, so the bits are the same.
"""

from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from prevention_sim.foundation.axes import FloatArray, IntArray

Positions: TypeAlias = NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class Exposed:
    """Every pair of a source and a slot of its cell, in the order of sources.

    A `round` holds the first source of every cell, then the second of those that have one, and so on.
    """

    source: Positions
    slot: Positions
    position: Positions
    rounds: tuple[Positions, ...]

    @classmethod
    def of(cls, cell_first: IntArray, source_cell: IntArray) -> "Exposed":
        """The pairs of a network."""
        lengths = (cell_first[source_cell + 1] - cell_first[source_cell]).astype(np.intp)
        source = np.repeat(np.arange(len(source_cell)), lengths)
        begins = np.repeat(np.cumsum(lengths) - lengths, lengths)
        position = np.arange(len(source)) - begins
        seen: dict[int, int] = {}
        turns = []
        for cell in source_cell.tolist():
            seen[cell] = seen.get(cell, -1) + 1
            turns.append(seen[cell])
        of_pair = np.array(turns, dtype=np.intp)[source] if turns else source
        rounds = tuple(np.flatnonzero(of_pair == turn) for turn in range(max(turns, default=-1) + 1))
        return cls(source, cell_first[source_cell][source] + position, position, rounds)


@dataclass(frozen=True, slots=True)
class Arrivals:
    """What comes along the edges, in their order: by pair where the clock goes on, else all slots at once.

    After the slots stand the cells, for those who would be beyond the last slot of each.
    `exposed` counts the sources first, then the pairs. Neighbours that land in one slot are added together;
    who has no neighbour has the last, which is nobody.
    """

    edge: Positions
    exposed: Positions
    slot: Positions
    one: Positions
    other: Positions

    @classmethod
    def of(
        cls, edge_source: IntArray, edge_first: IntArray, edge_into: IntArray, exposed: Exposed, slots: int
    ) -> "Arrivals":
        """The arrivals of a network."""
        sources = int(exposed.source.max(initial=-1)) + 1
        moves: list[tuple[int, int, int]] = []
        pairs: list[tuple[int, int]] = []
        for edge, (source, first, into) in enumerate(zip(edge_source, edge_first, edge_into, strict=True)):
            if first >= 0:
                own = np.flatnonzero(exposed.source == source)
                for pair in own.tolist():
                    beyond = pair == own[-1]
                    pairs.append((len(moves), -1))
                    to = int(slots + into if beyond else first + exposed.position[pair] + 1)
                    moves.append((edge, sources + pair, to))
                continue
            before = pairs[-1] if pairs else (-1, 0)
            alone = before[1] == -1 and before[0] >= 0 and edge_first[moves[before[0]][0]] < 0
            if alone and moves[before[0]][2] == into:
                pairs[-1] = (before[0], len(moves))
            else:
                pairs.append((len(moves), -1))
            moves.append((edge, int(source), int(into)))
        edge_of, exposed_of, slot = (
            np.array([move[part] for move in moves], dtype=np.intp) for part in range(3)
        )
        one, other = (np.array([pair[part] for pair in pairs], dtype=np.intp) for part in range(2))
        return cls(edge_of, exposed_of, slot, one, np.where(other < 0, len(moves), other))


def run_few_lanes(
    first: int,
    last: int,
    cell_first: IntArray,
    cell_last: IntArray,
    scale: FloatArray,
    edge_source: IntArray,
    edge_first: IntArray,
    edge_into: IntArray,
    source_cell: IntArray,
    source_shape: IntArray,
    source_step: IntArray,
    shape: FloatArray,
    phase_of_cycle: IntArray,
    period_of_cycle: IntArray,
    initial: FloatArray,
    entry_scale: FloatArray,
    entry_slot: IntArray,
    profile: FloatArray,
    shift_scale: FloatArray,
    shift_profile: FloatArray,
    shift_cell: IntArray,
    shift_slot: IntArray,
    shift_step: IntArray,
    stock_shifts: int,
    start_weight: FloatArray,
    end_weight: FloatArray,
    move_weight: FloatArray,
    shift_weight: FloatArray,
    time_in: FloatArray,
    exposure: FloatArray,
    shifted: FloatArray,
    at_end: FloatArray,
) -> None:
    """Run the lanes from `first` up to `last`; takes what `run_lanes` takes."""
    lanes = slice(first, last)
    chance, entering, here = scale[:, lanes], entry_scale[:, lanes], initial[:, lanes]
    exposed = Exposed.of(cell_first, source_cell)
    slots = len(initial)
    arrivals = Arrivals.of(edge_source, edge_first, edge_into, exposed, slots)
    course = shape[
        source_shape[:, exposed.source] + source_step[exposed.source] * exposed.position,
        lanes if shape.shape[1] > 1 else slice(None),
    ]
    leaving = np.zeros((source_cell.size, last - first))
    np.add.at(leaving, edge_source, chance)
    moving = np.zeros((len(arrivals.edge) + 1, last - first))
    last_of_cell = cell_first[1:] - 1
    cell_of_slot = np.repeat(np.arange(len(cell_last)), np.diff(cell_first))
    inner = np.setdiff1d(np.arange(slots), last_of_cell)
    is_clocked = (np.diff(cell_first) > 1) | (cell_last != cell_first[:-1])
    clocked, steady = np.flatnonzero(is_clocked), last_of_cell[~is_clocked]
    moved = ShiftsOfLanes(
        shift_scale[:, lanes], shift_profile, cell_first, shift_cell, shift_slot, shift_step
    )
    for counted in (time_in, exposure, shifted):
        counted[..., lanes] = 0.0
    for t, (phase, period) in enumerate(zip(phase_of_cycle, period_of_cycle, strict=True)):
        now = np.flatnonzero(profile[:, t])
        here = here.copy()
        gone = np.zeros((shift_cell.size, last - first))
        moved.take(t, range(stock_shifts), here, gone)
        np.add.at(here, entry_slot[now], entering[now] * profile[now, t, np.newaxis])
        moved.take(t, range(stock_shifts, shift_cell.size), here, gone)
        by_pair = course[phase] * here[exposed.slot]
        whole = np.zeros((source_cell.size, last - first))
        np.add.at(whole, exposed.source, by_pair)
        staying, lost = here.copy(), leaving[exposed.source] * by_pair
        for pairs in exposed.rounds:
            left = exposed.slot[pairs]
            staying[left] = np.maximum(staying[left] - lost[pairs], 0.0)
        after = np.zeros((slots + len(cell_last), last - first))
        after[inner + 1] = staying[inner]
        after[steady] = staying[steady]
        after[slots + clocked] = staying[last_of_cell[clocked]]
        np.multiply(
            chance[arrivals.edge], np.concatenate([whole, by_pair])[arrivals.exposed], out=moving[:-1]
        )
        np.add.at(after, arrivals.slot[arrivals.one], moving[arrivals.one] + moving[arrivals.other])
        arrived = after[slots + clocked]
        shifted[:, period, :, lanes] += shift_weight[:, t, np.newaxis, np.newaxis] * gone
        exposure[:, period, :, lanes] += move_weight[:, t, np.newaxis, np.newaxis] * whole
        for v in range(len(start_weight)):
            np.add.at(
                time_in[v, period, :, lanes],
                cell_of_slot,
                start_weight[v, t] * here + end_weight[v, t] * after[:slots],
            )
            time_in[v, period, clocked, lanes] += end_weight[v, t] * arrived
        np.add.at(after, cell_last[clocked], arrived)
        here = after[:slots]
    ended = np.zeros((len(cell_last), last - first))
    np.add.at(ended, cell_of_slot, here)
    at_end[:, lanes] = ended


@dataclass(frozen=True, slots=True)
class ShiftsOfLanes:
    """The shifts of some lanes."""

    scale: FloatArray
    profile: FloatArray
    cell_first: IntArray
    cell: IntArray
    slot: IntArray
    step: IntArray

    def take(self, t: int, shifts: range, here: FloatArray, gone: FloatArray) -> None:
        """Take shares of cells into others, one shift after the other."""
        for k in shifts:
            if self.profile[k, t] != 0.0:
                begin, end = self.cell_first[self.cell[k]], self.cell_first[self.cell[k] + 1]
                taken = here[begin:end] * (self.scale[k] * self.profile[k, t])
                to = self.slot[k] + self.step[k] * np.arange(end - begin)
                for row in taken:
                    gone[k] += row
                np.add.at(here, to, taken)
                here[begin:end] = np.maximum(here[begin:end] - taken, 0.0)
