"""The augmented space: every cell somebody can be in, in any strategy, and every way between two of them.

Would-be participants of a programme are participants in all strategies, with neutral effects where the
strategy lacks it. So a programme without effect is the same arithmetic in every strategy, and what happens to
participants under the comparator *is* the counterfactual.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import product
from typing import TypeAlias

from prevention_sim.model.expressions import minus
from prevention_sim.model.limits import Limit
from prevention_sim.model.network import (
    UNTREATED,
    Cell,
    Clock,
    Edge,
    Gate,
    Network,
    Piece,
    Shift,
    Status,
    Treatment,
)
from prevention_sim.model.programmes import ALL, NOBODY, Diversion, Programme, part_of
from prevention_sim.scenario.expressions import Expression, Operation

Way: TypeAlias = tuple[Cell, tuple[Gate, ...], tuple[bool, ...], tuple[str, ...]]
"""Where a move leads to, through which gates, in which strategies, and which programmes take cases in."""


def _nowhere(_: Cell) -> tuple[Cell, ...]:
    return ()


@dataclass(frozen=True)
class Space:
    """What decides which cells there are; `left` are the states with a way out.

    `entry_clocked` are the states a way out of which depends on the time spent there, `ages` the lowest age
    and the number of ages in cycles where the age of cases matters and differs.
    """

    programmes: tuple[Programme, ...]
    moves: tuple[tuple[str, str], ...]
    left: frozenset[str]
    strategies: int
    entry_clocked: frozenset[str]
    entry_length: int
    ages: tuple[int, int] | None
    limits: tuple[Limit, ...] = ()

    def network(self, seeds: Iterable[Cell], beyond: Callable[[Cell], Iterable[Cell]] = _nowhere) -> Network:
        """Every cell that can be reached, also by what lies `beyond` it, with its clock, edges and shifts."""
        found: set[Cell] = set()
        waiting = sorted(set(seeds))
        while waiting:
            cell = waiting.pop()
            if cell in found:
                continue
            found.add(cell)
            waiting += [edge.destination for edge in self.edges(cell)]
            waiting += [shift.destination for shift in self.shifts(cell)]
            waiting += beyond(cell)
            waiting += [clock.into for clock in self._clocks(cell) if clock.into is not None]
        cells = tuple(sorted(found))
        edges = [edge for cell in cells for edge in self.edges(cell)]
        edges.sort(key=lambda edge: (cells.index(edge.destination), cells.index(edge.origin), edge.move))
        shifts = [
            shift
            for programme in self.programmes
            for cell in cells
            for shift in self._shifts_of(cell, programme)
        ]
        shifts.sort(key=lambda shift: not shift.of_stock)
        return Network(cells, tuple(self._clocks(cell) for cell in cells), tuple(edges), tuple(shifts))

    def participants(self, cell: Cell) -> Iterator[tuple[Cell, tuple[Gate, ...], tuple[str, ...]]]:
        """A cell entered by a move or from outside, split by who is taken in on entry."""
        open_to = [
            (programme.id, offer.door)
            for programme in self.programmes
            for offer in programme.offers
            if offer.of == "entries" and self._takes(programme, offer.states, cell)
        ]
        for taken in product((False, True), repeat=len(open_to)):
            inside_of = {name for (name, _), inside in zip(open_to, taken, strict=True) if inside}
            enrolled = tuple(sorted(inside_of))
            gates = tuple(Gate(door, inside) for (_, door), inside in zip(open_to, taken, strict=True))
            yield Cell(cell.state, joined(cell.status, enrolled)), gates, enrolled

    def _takes(self, programme: Programme, states: frozenset[str], cell: Cell) -> bool:
        can_join = cell.state in states and cell.state in programme.continues_in
        return can_join and not knows(cell.status, programme.id)

    def _clocks(self, cell: Cell) -> tuple[Clock, ...]:
        """What a cell counts; a state that is never left counts nothing."""
        return tuple(self._counted(cell)) if cell.state in self.left else ()

    def _counted(self, cell: Cell) -> Iterator[Clock]:
        if cell.state in self.entry_clocked:
            yield Clock("entry", self.entry_length)
        if self.ages is not None:
            lowest, length = self.ages
            yield Clock("age", length, origin=lowest)
        for treatment in cell.status:
            if treatment.stage == "waiting":
                continue
            programme = self._programme(treatment)
            if treatment.stage == "during" and programme.lasts is not None:
                yield Clock(treatment, programme.lasts, Cell(cell.state, self.ended(cell.status, treatment)))
            elif treatment.stage == "during" and programme.timed:
                yield Clock(treatment, self.entry_length)
            elif treatment.stage == "after" and programme.fades:
                into = None if programme.ever else Cell(cell.state, without(cell.status, treatment))
                yield Clock(treatment, programme.fades + programme.ever, into)

    def _programme(self, treatment: Treatment) -> Programme:
        return next(each for each in self.programmes if each.id == treatment.programme)

    def ended(self, status: Status, treatment: Treatment) -> Status:
        """The status when a treatment is over: a case no longer takes part, or an effect has faded."""
        left = without(status, treatment)
        if treatment.stage == "after" or not self._programme(treatment).remembered:
            return left
        return tuple(sorted((*left, replace(treatment, stage="after"))))

    def on_entry(self, status: Status, state: str) -> Status:
        """What is left of a status on entry from outside; in a state that is never left, all of it."""
        return self.status_in(status, state) if state in self.left else status

    def status_in(self, status: Status, state: str) -> Status:
        """What is left of a status in another state."""
        if state not in self.left:
            return UNTREATED
        for treatment in status:
            if treatment.stage == "during" and state not in self._programme(treatment).continues_in:
                status = self.ended(status, treatment)
            elif treatment.stage == "waiting" and not self._waits_in(treatment.programme, state):
                status = without(status, treatment)
        return status

    def _waits_in(self, limit: str, state: str) -> bool:
        """Whether somebody who waits goes on waiting after a move to a state."""
        return any(each.id == limit and state in each.waits_in for each in self.limits)

    def edges(self, cell: Cell) -> Iterator[Edge]:
        """Every way out; a status that ends with the move is over before anything is offered."""
        clocks = [clock for clock in self._clocks(cell) if isinstance(clock.of, Treatment) and clock.into]
        for move, (origin, state) in enumerate(self.moves):
            if origin != cell.state:
                continue
            edges = list(self._ways(cell, move, state))
            over = {
                ended: [replace(edge, origin=cell) for edge in self._ways(after, move, state)]
                for ended, after in self._over(cell, clocks)
            }
            if all(
                _outcomes(ways) == _outcomes([self._finished(edge, ended) for edge in edges])
                for ended, ways in over.items()
            ):
                yield from edges
                continue
            if all(clock.length > 1 for clock in clocks):
                yield from (replace(edge, ended=frozenset()) for edge in edges)
            for ended, ways in over.items():
                keeps = len(ended) < len(clocks)
                yield from (replace(edge, ended=ended, keeps=keeps and edge.keeps) for edge in ways)

    def _over(self, cell: Cell, clocks: list[Clock]) -> Iterator[tuple[frozenset[Treatment], Cell]]:
        """Every choice of treatments whose time may be over at once, and the cell that leaves cases in."""
        for chosen in product((False, True), repeat=len(clocks)):
            ended = [clock.of for clock, over in zip(clocks, chosen, strict=True) if over]
            possible = all(over or clock.length > 1 for clock, over in zip(clocks, chosen, strict=True))
            treatments = [each for each in ended if isinstance(each, Treatment)]
            if treatments and possible:
                status = cell.status
                for treatment in treatments:
                    status = self.ended(status, treatment)
                yield frozenset(treatments), Cell(cell.state, status)

    def _ways(self, cell: Cell, move: int, state: str) -> Iterator[Edge]:
        """A move by where it leads to."""
        for bound, gates, strategies, enrolled in self._diverted(cell, state):
            for destination, offers, joining in self.participants(bound):
                yield Edge(
                    cell, destination, move, (*gates, *offers), strategies,
                    self._keeps(cell, destination), (*enrolled, *joining),
                )  # fmt: skip

    def _finished(self, edge: Edge, ended: frozenset[Treatment]) -> Edge:
        """Where an edge leads to when the time in some treatments is over."""
        status = edge.destination.status
        for treatment in sorted(ended):
            if treatment in status and edge.destination.state in self.left:
                status = self.ended(status, treatment)
        return replace(edge, destination=Cell(edge.destination.state, status))

    def _diverted(self, cell: Cell, state: str) -> Iterator[Way]:
        """Where a move leads to, after diversion of moves."""
        everywhere = (True,) * self.strategies
        ways: list[Way] = [(Cell(state, self.status_in(cell.status, state)), (), everywhere, ())]
        for programme in self.programmes:
            for found in programme.diversions:
                if found.also_moves and found.source == state:
                    ways = [after for way in ways for after in self._split(way, found, programme)]
        yield from ways

    def _split(self, way: Way, diversion: Diversion, programme: Programme) -> Iterator[Way]:
        """What a diversion makes of those who move to a state."""
        bound, gates, strategies, enrolled = way
        if bound.state != diversion.source or enrolled or knows(bound.status, programme.id):
            yield way
            return
        inside = joined(bound.status, (programme.id,))
        through = (*gates, Gate(diversion.door, taken=True))
        active = tuple(here and has for here, has in zip(strategies, programme.strategies, strict=True))
        inactive = tuple(here and not has for here, has in zip(strategies, programme.strategies, strict=True))
        yield bound, (*gates, Gate(diversion.door, taken=False)), strategies, enrolled
        yield Cell(bound.state, self.status_in(inside, bound.state)), through, inactive, enrolled
        into = Cell(diversion.into, self.status_in(inside, diversion.into))
        yield into, through, active, (*enrolled, programme.id)

    def _keeps(self, origin: Cell, destination: Cell) -> bool:
        before, after = self._clocks(origin), self._clocks(destination)
        return any(clock.of != "entry" and clock.of in [each.of for each in after] for clock in before)

    def shifts(self, cell: Cell) -> Iterator[Shift]:
        """How those present, or the stock, come from a cell into every programme."""
        for programme in self.programmes:
            yield from self._shifts_of(cell, programme)

    def _shifts_of(self, cell: Cell, programme: Programme) -> Iterator[Shift]:
        """How those present, or the stock, come into a programme."""
        everywhere = (True,) * self.strategies
        inside = joined(cell.status, (programme.id,))
        for offer in programme.offers:
            if offer.of != "entries" and self._takes(programme, offer.states, cell):
                of_stock, inside_here = offer.of == "stock", Cell(cell.state, inside)
                for piece in offer.door.pieces:
                    yield from self._shift(
                        Shift(cell, inside_here, offer.door, piece, everywhere, of_stock, (programme.id,))
                    )
        for diversion in programme.diversions:
            of_cell = diversion.of == "stock" and diversion.source == cell.state
            if of_cell and not knows(cell.status, programme.id):
                inactive = tuple(not runs for runs in programme.strategies)
                would_be = Cell(cell.state, self.status_in(inside, cell.state))
                door = diversion.door
                for piece in door.pieces:
                    yield from self._shift(Shift(cell, would_be, door, piece, inactive, of_stock=True))
                    for moved, gates, taken, joining in self._moved(cell, inside, diversion.into, piece):
                        yield from self._shift(
                            Shift(
                                cell, moved, door, taken, programme.strategies, of_cell,
                                (programme.id, *joining), gates=gates,
                            )
                        )  # fmt: skip

    def _moved(
        self, cell: Cell, status: Status, state: str, piece: Piece
    ) -> Iterator[tuple[Cell, tuple[Gate, ...], Piece, tuple[str, ...]]]:
        """The stock that moves to a state, split by who is taken in there on entry."""
        moved = Cell(state, self.status_in(status, state))
        if state == cell.state:
            yield moved, (), piece, ()
            return
        ways = list(self.participants(moved))
        parts = [_through(piece, gates) for _, gates, _ in ways]
        for (destination, gates, joining), taken in zip(ways, _in_turn(parts), strict=True):
            yield destination, gates, taken, joining

    def _shift(self, shift: Shift) -> Iterator[Shift]:
        """A shift that concerns somebody; where the state stays the same, every clock goes on."""
        before, after = (
            [clock.of for clock in self._clocks(end)] for end in (shift.origin, shift.destination)
        )
        stays = shift.origin.state == shift.destination.state
        if any(share != NOBODY for share in shift.piece.shares):
            keeps = (
                any(of in after for of in before) if stays else self._keeps(shift.origin, shift.destination)
            )
            yield replace(shift, keeps=keeps)


def knows(status: Status, programme: str) -> bool:
    """Whether a case takes part in a programme, or took part in it."""
    return any(each.programme == programme for each in status)


def joined(status: Status, programmes: Iterable[str]) -> Status:
    """The status of somebody who takes part in some more programmes."""
    return tuple(sorted({*status, *(Treatment(name) for name in programmes)}))


def _through(piece: Piece, gates: tuple[Gate, ...]) -> Piece:
    """The part of a piece of one boundary that goes through some gates."""
    for gate in gates:
        held = next(each for each in gate.pieces if (each.boundaries * piece.boundaries).any())
        pairs = zip(piece.shares, held.shares, strict=True)
        piece = replace(
            piece, shares=tuple(part_of(share, offer, taken=gate.taken) for share, offer in pairs)
        )
    return piece


def _in_turn(parts: list[Piece]) -> Iterator[Piece]:
    """Parts of a cell as shares of what those before leave there: shifts take one after the other."""
    left: list[Expression] = [ALL for _ in parts[0].shares]
    for part in parts:
        pairs = list(zip(part.shares, left, strict=True))
        yield replace(part, shares=tuple(_of_what_is_left(share, rest) for share, rest in pairs))
        left = [rest if share == NOBODY else minus(rest, share) for share, rest in pairs]


def _of_what_is_left(share: Expression, left: Expression) -> Expression:
    if share == NOBODY or left == ALL:
        return share
    some, of_it = Operation(">", (left, NOBODY)), Operation("/", (share, left))
    return Operation("where", (some, Operation("min", (of_it, ALL)), NOBODY))


def _outcomes(edges: list[Edge]) -> list[tuple[object, ...]]:
    """What tells the ways of one move apart."""
    return [(edge.destination, len(edge.gates), edge.strategies, edge.enrols) for edge in edges]


def without(status: Status, treatment: Treatment) -> Status:
    """A status with a treatment less."""
    return tuple(each for each in status if each != treatment)
