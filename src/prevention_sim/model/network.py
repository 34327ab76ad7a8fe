"""Cells, the clocks they carry, and every way from one cell into another.

A *slot* is a cell at one position of each of its clocks; a cell without clock has one. They are numbered cell
by cell, the last clock running fastest.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from math import prod
from typing import Final, Literal

import numpy as np

from prevention_sim.foundation.axes import FloatArray, IntArray
from prevention_sim.scenario.expressions import Expression

Stage = Literal["during", "after", "waiting"]


@dataclass(frozen=True, slots=True, order=True)
class Treatment:
    """A programme that a case takes part in, waits for, or took part in while it still has an effect.

    Who waits for a place in a state has a treatment of the name of that limit, `states.<id>`.
    """

    programme: str
    stage: Stage = "during"

    def __str__(self) -> str:
        """As results name it."""
        return self.programme if self.stage == "during" else f"{self.programme} ({self.stage})"


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

    def waits_for(self, limit: str) -> bool:
        """Whether cases in it wait for a place."""
        return Treatment(limit, "waiting") in self.status


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
class Door:
    """A question put to cases one by one: the `purpose` is its address of chance, the shares say who agrees.

    Its pieces cover every boundary, and no two hold at one.
    """

    purpose: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Gate:
    """A door on the way: who is `taken` in goes through, or who is not."""

    door: Door
    taken: bool

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """The shares of those who are taken in."""
        return self.door.pieces


@dataclass(frozen=True, slots=True)
class Edge:
    """A move between cells: which written move it is, through which gates, in which strategies.

    `keeps` says that the clock goes on; else that of the destination begins. It is a move of those whose time
    in the treatments `ended`, and in no others, is over when they move (None: of all).
    """

    origin: Cell
    destination: Cell
    move: int
    gates: tuple[Gate, ...]
    strategies: tuple[bool, ...]
    keeps: bool
    enrols: tuple[str, ...] = ()
    ended: frozenset[Treatment] | None = None


@dataclass(frozen=True, slots=True)
class Shift:
    """The share of a cell that goes through one piece of a door, and gates behind it, into another cell.

    The share that the piece tells is one of those whom the shifts before it have left in the cell.
    """

    origin: Cell
    destination: Cell
    door: Door
    piece: Piece
    strategies: tuple[bool, ...]
    of_stock: bool
    enrols: tuple[str, ...] = ()
    keeps: bool = False
    gates: tuple[Gate, ...] = ()


Kind = Literal["edge", "entry", "shift", "admission"]


@dataclass(frozen=True, slots=True)
class Detour:
    """A way that is taken only because places are few: past what is full, or from a queue to a free place.

    It stands for a passage (an edge, entry or shift, by its position), where somebody `waits` for some
    limits and is `turned` away by others; or it is an admission, from a queue of the limit it is `of`, past
    others that may be full in turn. It `advances` the occurrence of chance by one or not, and `begins` a
    sojourn or not.
    """

    kind: Kind
    of: int | str
    origin: Cell | None
    destination: Cell
    waits: frozenset[str] = frozenset()
    turned: frozenset[str] = frozenset()
    enrols: tuple[str, ...] = ()
    gates: tuple[Gate, ...] = ()
    advances: bool = False
    begins: bool = False

    @property
    def past(self) -> frozenset[str]:
        """The limits that were full."""
        return self.waits | self.turned

    @property
    def at_end(self) -> bool:
        """Whether it ends a cycle; else it begins one."""
        return self.kind == "edge"


@dataclass(frozen=True, eq=False)
class Network:
    """The structure an engine walks; edges in the order of their destinations."""

    cells: tuple[Cell, ...]
    clocks: tuple[tuple[Clock, ...], ...]
    edges: tuple[Edge, ...]
    shifts: tuple[Shift, ...]
    detours: tuple[Detour, ...] = ()

    def positions(self, cell: int) -> tuple[int, ...]:
        """How many positions each clock of a cell has."""
        return tuple(clock.length for clock in self.clocks[cell])

    def grid(self, cell: int) -> list[IntArray]:
        """The position of each clock of a cell in each of its slots: i4[slot of the cell]."""
        lengths = self.positions(cell)
        every = np.arange(prod(lengths), dtype=np.int32)
        where = np.unravel_index(every, lengths) if lengths else ()
        return [positions.astype(np.int32) for positions in where]

    def at_last(self, cell: int, ended: frozenset[Treatment]) -> FloatArray:
        """1 at the positions at which the time in some treatments, and no others, is over: f8[position]."""
        found: FloatArray = np.ones(prod(self.positions(cell)))
        for clock, positions in zip(self.clocks[cell], self.grid(cell), strict=True):
            if clock.into is not None:
                found *= (positions == clock.length - 1) == (clock.of in ended)
        return found

    @cached_property
    def first_slot(self) -> IntArray:
        """Where the slots of each cell begin, and the number of all: i4[cell and one after]."""
        return np.cumsum(
            [0, *(prod(self.positions(cell)) for cell in range(len(self.cells)))], dtype=np.int32
        )

    @cached_property
    def last_slot(self) -> IntArray:
        """In which slot those land who stay in the last of a cell with one clock at most: i4[cell]."""
        return np.array([self._beyond(cell) for cell in range(len(self.cells))], dtype=np.int32)

    def _beyond(self, cell: int) -> int:
        into = next((clock.into for clock in self.clocks[cell] if clock.into is not None), None)
        return int(self.first_slot[cell + 1]) - 1 if into is None else self.slot(into)

    def slot(self, cell: Cell, elapsed: int = 0, age: int = 0) -> int:
        """The slot of cases by their cycles in the state, and those by which they are older than others."""
        at, offset = self.cells.index(cell), 0
        for clock in self.clocks[at]:
            position = elapsed if clock.of == "entry" else age if clock.of == "age" else 0
            offset = offset * clock.length + position
        return int(self.first_slot[at]) + offset

    def ended(self, cell: Cell) -> Cell:
        """The cell somebody is in who stays in a cell beyond the last position of its clock."""
        clocks = self.clocks[self.cells.index(cell)]
        return next((clock.into for clock in clocks if clock.into is not None), cell)

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
