"""Ways into a state or a programme: moves along edges, entries from outside, and shifts at a boundary.

A change of status within a state is no move.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

import numpy as np

from prevention_sim.engines.trace import Trace
from prevention_sim.foundation.axes import FloatArray
from prevention_sim.model.model import Model
from prevention_sim.model.network import Cell, Detour


@dataclass(frozen=True, slots=True)
class Passages:
    """Some edges, entries, shifts and detours of a model, by their positions; so they are counted."""

    edges: tuple[int, ...]
    entries: tuple[int, ...]
    shifts: tuple[int, ...]
    detours: tuple[int, ...] = ()

    def counted(self, trace: Trace) -> FloatArray:
        """How many take each: f8[valuation, period, passage, strategy, stratum, row]."""
        return np.concatenate(
            [
                trace.moves.along(self.edges),
                trace.entries[:, :, list(self.entries)],
                trace.shifts[:, :, list(self.shifts)],
                trace.detours[:, :, list(self.detours)],
            ],
            axis=2,
        )

    def cells(self, model: Model) -> list[int]:
        """The cell each leads to."""
        network = model.network
        return [
            *(network.cells.index(network.edges[edge].destination) for edge in self.edges),
            *(network.cells.index(model.entries[entry].cell) for entry in self.entries),
            *(network.cells.index(network.shifts[shift].destination) for shift in self.shifts),
            *(network.cells.index(network.detours[detour].destination) for detour in self.detours),
        ]


def between(model: Model, origin: str | None, destination: str | None) -> Passages:
    """Moves from one state to another; None means any other, and as an origin also from outside."""

    def meant(start: Cell, end: Cell) -> bool:
        fits = origin in (None, start.state) and destination in (None, end.state)
        return fits and start.state != end.state

    network = model.network
    return Passages(
        edges=_where(meant(edge.origin, edge.destination) for edge in network.edges),
        entries=_where(origin is None and entry.cell.state == destination for entry in model.entries),
        shifts=_where(meant(shift.origin, shift.destination) for shift in network.shifts),
        detours=_where(
            origin is None and detour.destination.state == destination
            if detour.origin is None
            else meant(detour.origin, detour.destination)
            for detour in network.detours
        ),
    )


def detours_between(model: Model, *, inside: frozenset[str] | None, into: frozenset[str] | None) -> list[int]:
    """Detours out of some states, or from anywhere, into some others, or anywhere; not within the states."""
    states = inside if into is None else into

    def counts(detour: Detour) -> bool:
        before = detour.origin is not None and states is not None and detour.origin.state in states
        after = states is not None and detour.destination.state in states
        return (before and not after) if into is None else (after and not before)

    return [position for position, detour in enumerate(model.network.detours) if counts(detour)]


def into_cells(model: Model, cells: Collection[int]) -> Passages:
    """Moves and entries into some cells, from other states and from outside."""

    def meant(start: Cell, end: Cell) -> bool:
        return start.state != end.state and model.cells.index(end) in cells

    return Passages(
        edges=_where(meant(edge.origin, edge.destination) for edge in model.network.edges),
        entries=_where(model.cells.index(entry.cell) in cells for entry in model.entries),
        shifts=_where(meant(shift.origin, shift.destination) for shift in model.network.shifts),
        detours=_where(
            model.cells.index(detour.destination) in cells
            if detour.origin is None
            else meant(detour.origin, detour.destination)
            for detour in model.network.detours
        ),
    )


def taken_in(model: Model, programmes: Collection[str]) -> Passages:
    """Cases that programmes take in; who is taken in by several at once stands there for each."""

    def times(enrols: tuple[str, ...]) -> int:
        return sum(name in programmes for name in enrols)

    return Passages(
        edges=_where(times(edge.enrols) for edge in model.network.edges),
        entries=_where(times(entry.enrols) for entry in model.entries),
        shifts=_where(times(shift.enrols) for shift in model.network.shifts),
        detours=_where(times(detour.enrols) for detour in model.network.detours),
    )


def _where(times: Iterable[int]) -> tuple[int, ...]:
    """The positions, each as often as said."""
    return tuple(at for at, count in enumerate(times) for _ in range(count))
