"""Cells, the clocks they carry, and every way from one cell into another.

A *slot* is a cell at one position of its clock; a cell without clock has one. They are numbered cell by cell.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Final, Literal

import numpy as np

from prevention_sim.foundation.axes import FloatArray, IntArray
from prevention_sim.scenario.expressions import Expression

Stage = Literal["during", "after"]


@dataclass(frozen=True, slots=True, order=True)
class Treatment:
    """A programme that a case takes part in, or took part in while it still has an effect."""

    programme: str
    stage: Stage = "during"

    def __str__(self) -> str:
        """As results name it."""
        return self.programme if self.stage == "during" else f"{self.programme} (after)"


Status = tuple[Treatment, ...]
"""The treatments of a case, in the order of ids."""

UNTREATED: Final[Status] = ()


@dataclass(frozen=True, slots=True, order=True)
class Cell:
    """A state and a status."""

    state: str
    status: Status = UNTREATED

    def __str__(self) -> str:
        """As results name it."""
        return f"{self.state}/{' + '.join(map(str, self.status)) or 'untreated'}"

    def takes_part(self, programme: str) -> bool:
        """Whether cases in it take part in a programme now."""
        return Treatment(programme) in self.status


@dataclass(frozen=True, slots=True)
class Clock:
    """What a cell counts in cycles; who stays beyond the last position passes into a cell at its beginning.

    `of` is "entry" (time in the state), "age", or the treatment it belongs to. Without `into`, cases gather
    in the last position. `origin` is where its first position stands, in cycles: the lowest age.
    """

    of: Treatment | Literal["entry", "age"]
    length: int
    into: Cell | None = None
    origin: int = 0


@dataclass(frozen=True, slots=True)
class Piece:
    """A share of each stratum that holds at some boundaries, f8[boundary] of 0 and 1."""

    boundaries: FloatArray
    shares: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class Gate:
    """An offer on the way: who is `taken` in goes through, or who is not. Its pieces cover every boundary."""

    pieces: tuple[Piece, ...]
    taken: bool


@dataclass(frozen=True, slots=True)
class Edge:
    """A move between cells: which written move it is, through which gates, in which strategies.

    `keeps` says that the clock goes on; else that of the destination begins. It is a move `of` those at all
    positions of the clock, of those at the last, or of the others.
    """

    origin: Cell
    destination: Cell
    move: int
    gates: tuple[Gate, ...]
    strategies: tuple[bool, ...]
    keeps: bool
    enrols: tuple[str, ...] = ()
    of: Literal["all", "last", "others"] = "all"


@dataclass(frozen=True, slots=True)
class Shift:
    """A share of a cell, by stratum, that passes into another at some boundaries."""

    origin: Cell
    destination: Cell
    piece: Piece
    strategies: tuple[bool, ...]
    of_stock: bool
    enrols: tuple[str, ...] = ()
    keeps: bool = False


@dataclass(frozen=True, eq=False)
class Network:
    """The structure an engine walks; edges in the order of their destinations."""

    cells: tuple[Cell, ...]
    clocks: tuple[Clock | None, ...]
    edges: tuple[Edge, ...]
    shifts: tuple[Shift, ...]

    @cached_property
    def first_slot(self) -> IntArray:
        """Where the slots of each cell begin, and the number of all: i4[cell and one after]."""
        return np.cumsum([0, *(clock.length if clock else 1 for clock in self.clocks)], dtype=np.int32)

    @cached_property
    def last_slot(self) -> IntArray:
        """In which slot those land who stay in the last of a cell: i4[cell]."""
        return np.array([self._beyond(cell) for cell in range(len(self.cells))], dtype=np.int32)

    def _beyond(self, cell: int) -> int:
        clock = self.clocks[cell]
        if clock is None or clock.into is None:
            return int(self.first_slot[cell + 1]) - 1
        return self.slot(clock.into)

    def slot(self, cell: Cell, position: int = 0) -> int:
        """The slot of a cell at a position of its clock; a cell without clock has one."""
        at = self.cells.index(cell)
        return int(self.first_slot[at]) + (0 if self.clocks[at] is None else position)

    def ended(self, cell: Cell) -> Cell:
        """The cell somebody is in who stays in a cell beyond the last position of its clock."""
        clock = self.clocks[self.cells.index(cell)]
        return cell if clock is None or clock.into is None else clock.into

    @cached_property
    def edge_origin(self) -> IntArray:
        """The cell each edge leaves: i4[edge]."""
        return self._positions(lambda edge: edge.origin)

    @cached_property
    def edge_destination(self) -> IntArray:
        """The cell each edge leads to: i4[edge]."""
        return self._positions(lambda edge: edge.destination)

    def _positions(self, end: Callable[[Edge], Cell]) -> IntArray:
        position = {cell: at for at, cell in enumerate(self.cells)}
        return np.array([position[end(edge)] for edge in self.edges], dtype=np.int32)
