"""What there may be too little of: places with a programme, and places in a form of help."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TypeAlias

from prevention_sim.model.calendar import Calendar
from prevention_sim.model.figures import probability_per_cycle, whole_cycles
from prevention_sim.model.network import Cell
from prevention_sim.model.programmes import Programme
from prevention_sim.scenario.capacity import Capacity, Places
from prevention_sim.scenario.document import Scenario
from prevention_sim.scenario.expressions import Expression, Name, Number
from prevention_sim.scenario.limits import by_stratum

ONE = Number(1.0)

Steps: TypeAlias = tuple[tuple[int, Expression], ...]
"""What holds from which boundary on."""


@dataclass(frozen=True, slots=True)
class PostsSupply:
    """Posts of a programme: how many are meant to be there, and how many cases each works with.

    They come in steps of a `size`, `lag` cycles after they are meant to, and are there from the boundary
    `first` until `after`: the first without the programme, or one after the last. `leaving` is the chance of
    each to become vacant in a cycle.
    """

    steps: Steps
    size: Expression
    cases: tuple[Expression, Expression]
    lag: int
    leaving: Expression | None
    first: int
    after: int


@dataclass(frozen=True, slots=True)
class PlacesSupply:
    """Places of a form of help."""

    steps: Steps


@dataclass(frozen=True, slots=True)
class Limit:
    """A number of places, and how cases wait for one.

    It is that of a programme, in the strategies that have it, or of a `state`; who waits for this is in its
    `bridge`. Who waits goes on waiting after a move into a state it `waits_in`. `ranks` and `needs` stand by
    stratum. Of those who wait, each leaves the queue with a chance per cycle, where this is told.
    """

    id: str
    strategies: tuple[bool, ...]
    supply: PostsSupply | PlacesSupply
    ranks: tuple[int, ...]
    needs: tuple[int, ...]
    waits_in: frozenset[str]
    state: str | None = None
    bridge: str | None = None
    room: int | None = None
    leaving: Expression | None = None
    transfers: bool = False

    def has(self, cell: Cell) -> bool:
        """Whether cases in a cell have a place."""
        return cell.takes_part(self.id) or cell.state == self.state


def place_in(state: str) -> str:
    """The limit of a state's places."""
    return f"states.{state}"


@dataclass(frozen=True, slots=True)
class Limits:
    """Compiles the capacities of programmes and the places of states."""

    scenario: Scenario
    calendar: Calendar
    strata: tuple[str, ...]
    strategies: tuple[str, ...]

    def compiled(self, programmes: tuple[Programme, ...]) -> tuple[Limit, ...]:
        """Programmes first, then places, in the order of ids: so they are given out."""
        return (*self._of_programmes(programmes), *self._of_states())

    def _of_programmes(self, programmes: tuple[Programme, ...]) -> Iterator[Limit]:
        for programme in programmes:
            written = self.scenario.interventions[programme.id].capacity
            if written is None:
                continue
            path = f"interventions.{programme.id}.capacity"
            yield Limit(
                id=programme.id,
                strategies=programme.strategies,
                supply=self._posts(programme, written, path),
                ranks=self._ranks(written.priority),
                needs=self._needs(written.needs),
                waits_in=programme.continues_in | {each.source for each in programme.diversions},
                room=written.waiting_room,
                leaving=None
                if written.leaves is None
                else probability_per_cycle(
                    self.scenario, written.leaves, f"{path}.leaves", self.calendar.cycle_years
                ),
                transfers=written.when_it_falls == "transfer",
            )

    def _posts(self, programme: Programme, written: Capacity, path: str) -> PostsSupply:
        programmed = self.scenario.interventions[programme.id]
        boundaries = replace(self.calendar, cycles=self.calendar.cycles + 1)
        running = boundaries.span(programmed.start, programmed.end).nonzero()[0].tolist()
        first, after = (running[0], running[-1] + 1) if running else (0, 0)
        productive = ONE if written.productive_share is None else Name(f"{path}.productive_share")
        return PostsSupply(
            steps=(
                (first, Name(f"{path}.posts")),
                *(
                    (self.calendar.boundary(step.from_), Name(f"{path}.schedule[{position}].posts"))
                    for position, step in enumerate(written.schedule)
                ),
            ),
            size=ONE if written.post_size is None else Name(f"{path}.post_size"),
            cases=(productive, Name(f"{path}.caseload")),
            lag=0 if written.hiring_lag is None else whole_cycles(self.calendar, written.hiring_lag),
            leaving=None
            if written.attrition is None
            else probability_per_cycle(
                self.scenario, written.attrition, f"{path}.attrition", self.calendar.cycle_years
            ),
            first=first,
            after=after,
        )

    def _of_states(self) -> Iterator[Limit]:
        for state in sorted(self.scenario.states):
            written = self.scenario.states[state].places
            if written is not None:
                yield Limit(
                    id=place_in(state),
                    strategies=(True,) * len(self.strategies),
                    supply=PlacesSupply(self._places(written, f"states.{state}.places")),
                    ranks=self._ranks(written.priority),
                    needs=(1,) * len(self.strata),
                    waits_in=frozenset(),
                    state=state,
                    bridge=written.bridge,
                )

    def _places(self, written: Places, path: str) -> Steps:
        return (
            (0, Name(f"{path}.value")),
            *(
                (self.calendar.boundary(step.from_), Name(f"{path}.schedule[{position}].places"))
                for position, step in enumerate(written.schedule)
            ),
        )

    def _ranks(self, priority: Mapping[str, int]) -> tuple[int, ...]:
        """The rank of each stratum, from 0 for those served first; without one, behind all others."""
        ranked = by_stratum(self.scenario, priority)
        known = sorted(set(ranked.values()))
        return tuple(
            known.index(ranked[stratum]) if stratum in ranked else len(known) for stratum in self.strata
        )

    def _needs(self, needs: Mapping[str, int]) -> tuple[int, ...]:
        """How many places a case of each stratum takes."""
        needed = by_stratum(self.scenario, needs)
        return tuple(needed.get(stratum, 1) for stratum in self.strata)
