"""The augmented space: every cell somebody can be in, in any strategy, and every way between two of them.

Would-be participants of a programme are participants in all strategies, with neutral effects where the
strategy lacks it. So a programme without effect is the same arithmetic in every strategy, and what happens to
participants under the comparator *is* the counterfactual.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import product
from typing import TypeAlias

from prevention_sim.foundation.errors import ModelError
from prevention_sim.foundation.languages import Both
from prevention_sim.model.expressions import minus
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

    def network(self, seeds: Iterable[Cell]) -> Network:
        """Every cell that can be reached, with its clock, edges and shifts."""
        found: set[Cell] = set()
        waiting = sorted(set(seeds))
        while waiting:
            cell = waiting.pop()
            if cell in found:
                continue
            found.add(cell)
            clock = self._clock(cell)
            waiting += [edge.destination for edge in self._edges(cell)]
            waiting += [shift.destination for shift in self._shifts(cell)]
            waiting += [clock.into] if clock and clock.into else []
        cells = tuple(sorted(found))
        edges = [edge for cell in cells for edge in self._edges(cell)]
        edges.sort(key=lambda edge: (cells.index(edge.destination), cells.index(edge.origin), edge.move))
        shifts = [
            shift
            for programme in self.programmes
            for cell in cells
            for shift in self._shifts_of(cell, programme)
        ]
        shifts.sort(key=lambda shift: not shift.of_stock)
        return Network(cells, tuple(self._clock(cell) for cell in cells), tuple(edges), tuple(shifts))

    def participants(self, cell: Cell) -> Iterator[tuple[Cell, tuple[Gate, ...], tuple[str, ...]]]:
        """A cell entered by a move or from outside, split by who is taken in on entry."""
        open_to = [
            (programme.id, offer.pieces)
            for programme in self.programmes
            for offer in programme.offers
            if offer.of == "entries" and self._takes(programme, offer.states, cell)
        ]
        for taken in product((False, True), repeat=len(open_to)):
            inside_of = {name for (name, _), inside in zip(open_to, taken, strict=True) if inside}
            enrolled = tuple(sorted(inside_of))
            gates = tuple(Gate(pieces, inside) for (_, pieces), inside in zip(open_to, taken, strict=True))
            yield Cell(cell.state, joined(cell.status, enrolled)), gates, enrolled

    def _takes(self, programme: Programme, states: frozenset[str], cell: Cell) -> bool:
        can_join = cell.state in states and cell.state in programme.continues_in
        return can_join and not knows(cell.status, programme.id)

    def _clock(self, cell: Cell) -> Clock | None:
        """The one clock a cell carries; raises `ModelError` where it would need two."""
        if cell.state not in self.left:
            return None
        clocks = list(self._clocks(cell))
        if len(clocks) > 1:
            raise _two_clocks(cell, clocks)
        return clocks[0] if clocks else None

    def _clocks(self, cell: Cell) -> Iterator[Clock]:
        if cell.state in self.entry_clocked:
            yield Clock("entry", self.entry_length)
        if self.ages is not None:
            lowest, length = self.ages
            yield Clock("age", length, origin=lowest)
        for treatment in cell.status:
            programme = self._programme(treatment)
            if treatment.stage == "during" and programme.lasts is not None:
                yield Clock(treatment, programme.lasts, Cell(cell.state, self._ended(cell.status, treatment)))
            elif treatment.stage == "during" and programme.timed:
                yield Clock(treatment, self.entry_length)
            elif treatment.stage == "after" and programme.fades:
                into = None if programme.ever else Cell(cell.state, _without(cell.status, treatment))
                yield Clock(treatment, programme.fades + programme.ever, into)

    def _programme(self, treatment: Treatment) -> Programme:
        return next(each for each in self.programmes if each.id == treatment.programme)

    def _ended(self, status: Status, treatment: Treatment) -> Status:
        """The status when a case no longer takes part."""
        left = _without(status, treatment)
        if not self._programme(treatment).remembered:
            return left
        return tuple(sorted((*left, replace(treatment, stage="after"))))

    def on_entry(self, status: Status, state: str) -> Status:
        """What is left of a status on entry from outside; in a state that is never left, all of it."""
        return self._status_in(status, state) if state in self.left else status

    def _status_in(self, status: Status, state: str) -> Status:
        """What is left of a status in another state."""
        if state not in self.left:
            return UNTREATED
        for treatment in status:
            if treatment.stage == "during" and state not in self._programme(treatment).continues_in:
                status = self._ended(status, treatment)
        return status

    def _edges(self, cell: Cell) -> Iterator[Edge]:
        """Every way out; a status that ends with the move is over before anything is offered."""
        clock = self._clock(cell)
        into = clock.into if clock else None
        for move, (origin, state) in enumerate(self.moves):
            if origin != cell.state:
                continue
            edges = list(self._ways(cell, move, state))
            if clock is None or into is None:
                yield from edges
                continue
            ended = [replace(edge, origin=cell, keeps=False) for edge in self._ways(into, move, state)]
            if _outcomes(ended) == _outcomes([self._finished(edge) for edge in edges]):
                yield from edges
                continue
            if clock.length > 1:
                yield from (replace(edge, of="others") for edge in edges)
            yield from (replace(edge, of="last") for edge in ended)

    def _ways(self, cell: Cell, move: int, state: str) -> Iterator[Edge]:
        """A move by where it leads to."""
        for bound, gates, strategies, enrolled in self._diverted(cell, state):
            for destination, offers, joining in self.participants(bound):
                yield Edge(
                    cell, destination, move, (*gates, *offers), strategies,
                    self._keeps(cell, destination), (*enrolled, *joining),
                )  # fmt: skip

    def _finished(self, edge: Edge) -> Edge:
        """Where an edge leads to from the last position of a clock."""
        clock = self._clock(edge.destination) if edge.keeps else None
        return replace(edge, destination=clock.into) if clock and clock.into else edge

    def _diverted(self, cell: Cell, state: str) -> Iterator[Way]:
        """Where a move leads to, after diversion of moves."""
        everywhere = (True,) * self.strategies
        ways: list[Way] = [(Cell(state, self._status_in(cell.status, state)), (), everywhere, ())]
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
        through = (*gates, Gate(diversion.pieces, taken=True))
        active = tuple(here and has for here, has in zip(strategies, programme.strategies, strict=True))
        inactive = tuple(here and not has for here, has in zip(strategies, programme.strategies, strict=True))
        yield bound, (*gates, Gate(diversion.pieces, taken=False)), strategies, enrolled
        yield Cell(bound.state, self._status_in(inside, bound.state)), through, inactive, enrolled
        into = Cell(diversion.into, self._status_in(inside, diversion.into))
        yield into, through, active, (*enrolled, programme.id)

    def _keeps(self, origin: Cell, destination: Cell) -> bool:
        before, after = self._clock(origin), self._clock(destination)
        return before is not None and after is not None and before.of == after.of != "entry"

    def _shifts(self, cell: Cell) -> Iterator[Shift]:
        for programme in self.programmes:
            yield from self._shifts_of(cell, programme)

    def _shifts_of(self, cell: Cell, programme: Programme) -> Iterator[Shift]:
        """How those present, or the stock, come into a programme."""
        everywhere = (True,) * self.strategies
        inside = joined(cell.status, (programme.id,))
        for offer in programme.offers:
            if offer.of != "entries" and self._takes(programme, offer.states, cell):
                of_stock, inside_here = offer.of == "stock", Cell(cell.state, inside)
                for piece in offer.pieces:
                    yield from self._shift(
                        Shift(cell, inside_here, piece, everywhere, of_stock=of_stock, enrols=(programme.id,))
                    )
        for diversion in programme.diversions:
            of_cell = diversion.of == "stock" and diversion.source == cell.state
            if of_cell and not knows(cell.status, programme.id):
                inactive = tuple(not runs for runs in programme.strategies)
                would_be = Cell(cell.state, self._status_in(inside, cell.state))
                for piece in diversion.pieces:
                    yield from self._shift(Shift(cell, would_be, piece, inactive, of_stock=True))
                    for moved, taken, joining in self._moved(cell, inside, diversion.into, piece):
                        enrols = (programme.id, *joining)
                        yield from self._shift(
                            Shift(cell, moved, taken, programme.strategies, of_stock=True, enrols=enrols)
                        )

    def _moved(
        self, cell: Cell, status: Status, state: str, piece: Piece
    ) -> Iterator[tuple[Cell, Piece, tuple[str, ...]]]:
        """The stock that moves to a state, split by who is taken in there on entry."""
        moved = Cell(state, self._status_in(status, state))
        if state == cell.state:
            yield moved, piece, ()
            return
        ways = list(self.participants(moved))
        parts = [_through(piece, gates) for _, gates, _ in ways]
        for (destination, _, joining), taken in zip(ways, _in_turn(parts), strict=True):
            yield destination, taken, joining

    def _shift(self, shift: Shift) -> Iterator[Shift]:
        """A shift that concerns somebody; where the state stays the same, every clock goes on."""
        before, after = self._clock(shift.origin), self._clock(shift.destination)
        stays = shift.origin.state == shift.destination.state
        same = before is not None and after is not None and before.of == after.of
        if any(share != NOBODY for share in shift.piece.shares):
            keeps = same if stays else self._keeps(shift.origin, shift.destination)
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


def _without(status: Status, treatment: Treatment) -> Status:
    return tuple(each for each in status if each != treatment)


def _two_clocks(cell: Cell, clocks: list[Clock]) -> ModelError:
    german = {"entry": "die Dauer im Zustand", "age": "das Alter"}
    english = {"entry": "the time spent in it", "age": "age"}
    de = " und ".join(german.get(str(each.of), f"die Zeit in »{each.of}«") for each in clocks)
    en = " and ".join(english.get(str(each.of), f"the time in »{each.of}«") for each in clocks)
    return ModelError(
        Both(
            f"In »{cell.state}« kommt es auf zwei Uhren zugleich an: {de}. Die Kohortenrechnung führt je "
            "Zustand eine Uhr; mehrere kann nur die Rechnung mit einzelnen Personen",
            f"in »{cell.state}« two clocks matter at once: {en}. The cohort engine keeps one clock per "
            "state; only the simulation of single persons can keep more",
        )
    )
