"""What follows where places are few: the ways past what is full, into queues and out of them.

Somebody who asks for a place and gets none is where it would be without the programme that is full, or in the
bridge of the state that is full, and waits there. So the cells of those who wait are cells like all others:
they have moves, chances and prices of their own.

An engine takes every request first for one that is refused. The same passage past fewer limits is what it
becomes when a place is free at that boundary; an admission is how somebody comes out of the queue later.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import product

from prevention_sim.model.limits import Limit, place_in
from prevention_sim.model.model import Entry
from prevention_sim.model.network import Cell, Detour, Edge, Kind, Network, Shift, Status, Treatment
from prevention_sim.model.programmes import Diversion
from prevention_sim.model.space import Space, joined, without


@dataclass(frozen=True, slots=True)
class Passage:
    """A way into a cell by which somebody asks for places: where from, and where it goes if there are some.

    `bound_for` is where it would go without the programme that diverts it, if one does, and with what
    status.
    """

    kind: Kind
    of: int | str
    origin: Cell | None
    destination: Cell
    enrols: tuple[str, ...]
    bound_for: Cell
    diverted_by: str | None = None


@dataclass(frozen=True)
class Detours:
    """All detours of a space."""

    space: Space

    def network(self, seeds: Iterable[Cell], entries: tuple[Entry, ...]) -> Network:
        """The network with every cell somebody may wait in, and every detour."""
        if not self.space.limits:
            return self.space.network(seeds)
        reached = [
            each.destination for at, entry in enumerate(entries) for each in self._past(entered(at, entry))
        ]
        network = self.space.network([*seeds, *reached], self.beyond)
        return replace(network, detours=tuple(self._all(network, entries)))

    def beyond(self, cell: Cell) -> Iterator[Cell]:
        """The cells that lie behind the detours from a cell."""
        for edge in self.space.edges(cell):
            yield from (each.destination for each in self._past(self._moved(0, edge)))
        for shift in self.space.shifts(cell):
            yield from (each.destination for each in self._past(self._shifted(0, shift)))
        yield from (each.destination for each in self.admissions(cell))
        for limit in self.space.limits:
            yield from (each for each in (self.left(cell, limit.id), self.back(cell, limit)) if each)

    def left(self, cell: Cell, limit: str) -> Cell | None:
        """The cell of somebody who no longer waits."""
        if not cell.waits_for(limit):
            return None
        return Cell(cell.state, without(cell.status, Treatment(limit, "waiting")))

    def back(self, cell: Cell, limit: Limit) -> Cell | None:
        """The cell of somebody who has to give its place to nobody, because there are fewer."""
        if not limit.transfers or not cell.takes_part(limit.id):
            return None
        return Cell(cell.state, _waiting(without(cell.status, Treatment(limit.id)), {limit.id}))

    def admissions(self, cell: Cell) -> Iterator[Detour]:
        """Every way out of the queues of a cell, past others that may be full."""
        for limit in self.space.limits:
            if cell.waits_for(limit.id):
                for admission, bound_for in self._admitted(cell, limit):
                    yield admission
                    yield from self._past(
                        Passage(
                            "admission", limit.id, cell, admission.destination,
                            tuple(each for each in admission.enrols if each != limit.id), bound_for,
                        ),
                        like=admission,
                    )  # fmt: skip

    def _all(self, network: Network, entries: tuple[Entry, ...]) -> Iterator[Detour]:
        for position, edge in enumerate(network.edges):
            yield from self._past(self._moved(position, edge))
        for position, entry in enumerate(entries):
            yield from self._past(entered(position, entry))
        for position, shift in enumerate(network.shifts):
            yield from self._past(self._shifted(position, shift))
        for cell in network.cells:
            yield from self.admissions(cell)

    def _moved(self, position: int, edge: Edge) -> Passage:
        status = edge.origin.status
        for treatment in sorted(edge.ended or ()):
            status = self.space.ended(status, treatment)
        state = self.space.moves[edge.move][1]
        bound_for = Cell(state, self.space.status_in(status, state))
        diverted = self._diverted(edge, state)
        return Passage("edge", position, edge.origin, edge.destination, edge.enrols, bound_for, diverted)

    def _shifted(self, position: int, shift: Shift) -> Passage:
        moves = shift.origin.state != shift.destination.state
        diverted = next(
            (each.programme for each in self._diversions() if moves and each.door == shift.door), None
        )
        return Passage(
            "shift", position, shift.origin, shift.destination, shift.enrols, shift.origin, diverted
        )

    def _diverted(self, edge: Edge, state: str) -> str | None:
        """The programme that takes those who move along an edge elsewhere."""
        doors = [gate.door for gate in edge.gates if gate.taken]
        return next(
            (
                each.programme
                for each in self._diversions()
                if each.programme in edge.enrols and each.source == state and each.door in doors
            ),
            None,
        )

    def _diversions(self) -> Iterator[Diversion]:
        for programme in self.space.programmes:
            yield from programme.diversions

    def _past(self, passage: Passage, like: Detour | None = None) -> Iterator[Detour]:
        """The detours of a passage: past every choice of the limits that it asks for a place."""
        limits = {limit.id: limit for limit in self.space.limits}
        asked = [limits[name] for name in passage.enrols if name in limits]
        ways = [("taken", "waits") if limit.room is None else ("taken", "waits", "turned") for limit in asked]
        for chosen in product(*ways):
            waits = {limit.id for limit, way in zip(asked, chosen, strict=True) if way == "waits"}
            turned = {limit.id for limit, way in zip(asked, chosen, strict=True) if way == "turned"}
            cell, enrols = self._without_places(passage, waits, turned)
            if cell is None:
                continue
            if waits or turned:
                yield self._detour(passage, like, cell, waits, turned, enrols)
            full = limits.get(place_in(cell.state))
            carried = passage.diverted_by if passage.diverted_by in {*waits, *turned} else None
            if full is None or {*waits, *turned} - {carried} or self._stays(passage, cell):
                continue
            if full.id == passage.of:  # its place is what somebody is admitted to
                continue
            if full.bridge is None:
                raise TypeError("a state with places has a bridge")
            status = _waiting(self._bridged(passage, waits, full.bridge, cell.state), {full.id})
            yield self._detour(passage, like, Cell(full.bridge, status), {*waits, full.id}, turned, ())

    def _stays(self, passage: Passage, cell: Cell) -> bool:
        return passage.origin is not None and passage.origin.state == cell.state

    def _without_places(
        self, passage: Passage, waits: set[str], turned: set[str]
    ) -> tuple[Cell | None, tuple[str, ...]]:
        """Where a passage leads past full programmes, and which others take in; None where that cannot be."""
        refused = waits | turned
        if passage.diverted_by in refused:
            if refused != {passage.diverted_by}:
                return None, ()
            return Cell(passage.bound_for.state, self._queued(passage.bound_for, waits)), ()
        status = passage.destination.status
        for name in refused:
            status = without(status, Treatment(name))
        cell = Cell(passage.destination.state, status)
        enrols = tuple(name for name in passage.enrols if name not in refused)
        return Cell(cell.state, self._queued(cell, waits)), enrols

    def _queued(self, cell: Cell, waits: set[str]) -> Status:
        """The status of somebody in a cell who waits, where that is possible."""
        possible = {
            limit.id for limit in self.space.limits if limit.id in waits and cell.state in limit.waits_in
        }
        return _waiting(cell.status, possible)

    def _bridged(self, passage: Passage, waits: set[str], bridge: str, state: str) -> Status:
        """What is left in the bridge of a status; who waits for a programme there goes on waiting."""
        here = self._queued(Cell(state, passage.bound_for.status), waits)
        kept = self.space.status_in(here, bridge)
        return tuple(sorted({*kept, *(each for each in here if each.stage == "waiting")}))

    def _detour(  # noqa: PLR0913, PLR0917 - what makes one
        self,
        passage: Passage,
        like: Detour | None,
        cell: Cell,
        waits: set[str],
        turned: set[str],
        enrols: tuple[str, ...],
    ) -> Detour:
        moves = passage.origin is None or passage.origin.state != cell.state
        if like is not None:
            of_limit = (like.of,) if like.of in like.enrols else ()
            return replace(
                like, destination=cell, waits=frozenset(waits), turned=frozenset(turned),
                enrols=tuple(sorted((*of_limit, *enrols))), begins=moves,
            )  # fmt: skip
        return Detour(
            passage.kind, passage.of, passage.origin, cell, frozenset(waits), frozenset(turned), enrols,
            advances=passage.kind == "edge" or (passage.kind == "shift" and moves),
            begins=passage.kind == "edge" or moves,
        )  # fmt: skip

    def _admitted(self, cell: Cell, limit: Limit) -> Iterator[tuple[Detour, Cell]]:
        """How somebody leaves a queue for a free place, and where it goes if what comes next is full."""
        rest = without(cell.status, Treatment(limit.id, "waiting"))
        if limit.state is not None:
            there = Cell(limit.state, self._returned(rest, limit.state))
            for destination, gates, joining in self.space.participants(there):
                yield (
                    Detour(
                        "admission", limit.id, cell, destination, enrols=joining, gates=gates, begins=True
                    ),
                    there,
                )
            return
        bridged = next((each for each in self.space.limits if each.state and cell.waits_for(each.id)), None)
        waited_for = bridged.state if bridged and bridged.state else cell.state
        diversion = next((each for each in self._of(limit.id) if each.source == waited_for), None)
        if diversion is None:
            inside = Cell(cell.state, joined(rest, (limit.id,)))
            yield Detour("admission", limit.id, cell, inside, enrols=(limit.id,)), inside
            return
        if bridged is not None:
            rest = without(rest, Treatment(bridged.id, "waiting"))
        status = self.space.status_in(joined(rest, (limit.id,)), diversion.into)
        moves = diversion.into != cell.state
        there = Cell(diversion.into, status)
        ways = list(self.space.participants(there)) if moves else [(there, (), ())]
        for destination, gates, joining in ways:
            yield (
                Detour(
                    "admission", limit.id, cell, destination, enrols=(limit.id, *joining), gates=gates,
                    advances=moves, begins=moves,
                ),
                there,
            )  # fmt: skip

    def _returned(self, status: Status, state: str) -> Status:
        """The status of somebody who comes from a bridge into the state it was bound for."""
        waiting = {each.programme for each in status if each.stage == "waiting"}
        others = tuple(each for each in status if each.stage != "waiting")
        return self._queued(Cell(state, self.space.status_in(others, state)), waiting)

    def _of(self, programme: str) -> Iterator[Diversion]:
        """The diversions of a programme, those of entries first."""
        mine = [each for each in self._diversions() if each.programme == programme]
        yield from sorted(mine, key=lambda each: each.of)


def entered(position: int, entry: Entry) -> Passage:
    """An entry from outside."""
    status = tuple(each for each in entry.cell.status if each.programme not in entry.enrols)
    diverted = entry.enrols[0] if entry.enrols and entry.cell.state != entry.bound_for else None
    bound_for = Cell(entry.bound_for, status)
    return Passage("entry", position, None, entry.cell, entry.enrols, bound_for, diverted)


def _waiting(status: Status, limits: set[str]) -> Status:
    """The status of somebody who also waits for some places."""
    return tuple(sorted({*status, *(Treatment(name, "waiting") for name in limits)}))
