"""What an intervention is to the model: whom it takes in, for how long, and what follows afterwards."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

import numpy as np

from prevention_sim.foundation.axes import FloatArray
from prevention_sim.model.calendar import Calendar
from prevention_sim.model.expressions import minus, times
from prevention_sim.model.figures import probability_per_cycle, whole_cycles
from prevention_sim.model.network import Door, Piece
from prevention_sim.scenario.clocks import SINCE_ENROLMENT, clocks_read
from prevention_sim.scenario.counterfactual import destination_of, states_in, strata_named
from prevention_sim.scenario.document import Scenario
from prevention_sim.scenario.effects import (
    Changes,
    ChangesEntry,
    ChangesStay,
    ChangesWeight,
    Diverts,
    MovesStock,
)
from prevention_sim.scenario.expressions import Expression, Name, Number
from prevention_sim.scenario.interventions import Enrolment, Intervention
from prevention_sim.scenario.moves import states_left
from prevention_sim.scenario.strata import former_names

NOBODY = Number(0.0)
ALL = Number(1.0)


def part_of(whole: Expression, share: Expression, *, taken: bool) -> Expression:
    """The part of something that an offer takes in, or leaves out."""
    if NOBODY in (whole, share):
        return NOBODY if taken else whole
    return times(whole, share if taken else minus(ALL, share))


@dataclass(frozen=True, slots=True)
class Offer:
    """Who is taken in, as shares of those who enter some states, are there at the start, or are present."""

    of: str
    states: frozenset[str]
    door: Door


@dataclass(frozen=True, slots=True)
class Diversion:
    """A share of those bound for a state whom a programme takes into another instead.

    Of the entries from outside, of moves as well, or once of the stock.
    """

    programme: str
    source: str
    into: str
    share: Expression
    door: Door
    of: str
    also_moves: bool = False


@dataclass(frozen=True, slots=True)
class Resizing:
    """A ratio on how many cases some streams bring into some states."""

    programme: str
    ratio: Name
    states: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Programme:
    """A programme that some strategies have; it `runs` in some cycles, f8[cycle]; lengths are in cycles.

    A case takes part as long as the programme `lasts` for it (None: until it leaves the states it continues
    in), and is told apart from others afterwards while effects fade, or `ever`. Some effect of a `timed`
    programme follows the time since a case joined.
    """

    id: str
    strategies: tuple[bool, ...]
    runs: FloatArray
    offers: tuple[Offer, ...]
    diversions: tuple[Diversion, ...]
    resizings: tuple[Resizing, ...]
    continues_in: frozenset[str]
    lasts: int | None
    fades: int
    ever: bool
    timed: bool

    @property
    def remembered(self) -> bool:
        """Whether cases that no longer take part are told apart from others."""
        return self.ever or self.fades > 0


def _purpose(programme: str, written: Intervention, enrolment: Enrolment, was: Mapping[str, str]) -> str:
    """The address of an offer: whom it is made to, and if others are made to the same, which of them it is.

    The order of a file means nothing, so these are told apart by what else they say. Strata are named as they
    were called before their ids changed.
    """

    def whom(each: Enrolment) -> tuple[str, ...]:
        strata = sorted(was.get(stratum, stratum) for stratum in each.strata or ())
        return ("offer", programme, each.of, *sorted(each.in_), *strata)

    alike = sorted(repr(each) for each in written.enrolment if whom(each) == whom(enrolment))
    which = alike.index(repr(enrolment))
    return "/".join((*whom(enrolment), *([str(which + 1)] if which else [])))


@dataclass(frozen=True, slots=True)
class Programmes:
    """Compiles the interventions of a scenario that some strategy has."""

    scenario: Scenario
    calendar: Calendar
    strata: tuple[str, ...]
    strategies: tuple[str, ...]

    @property
    def boundaries(self) -> Calendar:
        """A calendar with a place for every boundary: also at the last one programmes ask who moved there."""
        return replace(self.calendar, cycles=self.calendar.cycles + 1)

    def compiled(self) -> tuple[Programme, ...]:
        """The programmes in the order of ids."""
        wanted = {name for strategy in self.scenario.strategies.values() for name in strategy.interventions}
        return tuple(self._programme(name, self.scenario.interventions[name]) for name in sorted(wanted))

    def _programme(self, name: str, written: Intervention) -> Programme:
        changes = [effect for effect in written.effects if isinstance(effect, Changes)]
        fading = [effect.fades_over for effect in changes if effect.fades_over is not None]
        lasting = any(effect.afterwards == "lasts" for effect in changes)
        return Programme(
            id=name,
            strategies=tuple(
                name in self.scenario.strategies[each].interventions for each in self.strategies
            ),
            runs=self.calendar.span(written.start, written.end),
            offers=tuple(self._offers(name, written)),
            diversions=tuple(self._diversions(name, written)),
            resizings=tuple(self._resizings(name, written)),
            continues_in=states_left(self.scenario).intersection(
                written.continues_in or self.scenario.states
            ),
            lasts=None if written.lasts is None else whole_cycles(self.calendar, written.lasts),
            fades=max((whole_cycles(self.calendar, over) for over in fading), default=0),
            ever=lasting or written.again == "once",
            timed=any(SINCE_ENROLMENT in clocks_read(effect.ratio) for effect in changes),
        )

    def _offers(self, name: str, written: Intervention) -> Iterator[Offer]:
        for position, enrolment in enumerate(written.enrolment):
            share = self._share(enrolment, f"interventions.{name}.enrolment[{position}]")
            named = strata_named(self.scenario, enrolment.strata or self.strata)
            reached = tuple(share if stratum in named else NOBODY for stratum in self.strata)
            pieces = tuple(self._pieces(name, written, reached, once=enrolment.of == "stock"))
            purpose = _purpose(written.was or name, written, enrolment, former_names(self.scenario))
            yield Offer(enrolment.of, frozenset(enrolment.in_), Door(purpose, pieces))

    def _share(self, enrolment: Enrolment, path: str) -> Expression:
        """Reach times uptake, of those who are offered a place in a cycle."""
        factors: list[Expression] = [
            Name(f"{path}.{key}") for key in ("reach", "uptake") if getattr(enrolment, key) is not None
        ]
        if enrolment.offered is not None:
            offered = probability_per_cycle(
                self.scenario, enrolment.offered, f"{path}.offered", self.calendar.cycle_years
            )
            factors.insert(0, offered)
        share, *others = factors or [Number(1.0)]
        for factor in others:
            share = times(share, factor)
        return share

    def _diversions(self, name: str, written: Intervention) -> Iterator[Diversion]:
        luck = written.was or name
        for position, effect in enumerate(written.effects):
            share = Name(f"interventions.{name}.effects[{position}].share")
            match effect:
                case Diverts():
                    pieces = tuple(self._pieces(name, written, (share,) * len(self.strata)))
                    for state in effect.from_:
                        also, purpose = effect.also == "moves", f"diverts/{luck}/{state}/{effect.into}"
                        door = Door(purpose, pieces)
                        yield Diversion(name, state, effect.into, share, door, "entries", also)
                case MovesStock():
                    pieces = tuple(self._pieces(name, written, (share,) * len(self.strata), once=True))
                    for state in effect.from_:
                        door = Door(f"moves/{luck}/{state}/{effect.into}", pieces)
                        yield Diversion(name, state, effect.into, share, door, "stock")
                case Changes() | ChangesStay() | ChangesEntry() | ChangesWeight():
                    continue

    def _resizings(self, name: str, written: Intervention) -> Iterator[Resizing]:
        caseload = self.scenario.caseload
        for position, effect in enumerate(written.effects):
            if isinstance(effect, ChangesEntry):
                states = {
                    state
                    for stream in effect.streams
                    for came in [caseload.intake.get(stream) or caseload.arrivals[stream]]
                    for state in states_in(destination_of(self.scenario, came))
                }
                ratio = Name(f"interventions.{name}.effects[{position}].ratio")
                yield Resizing(name, ratio, tuple(sorted(states)))

    def _pieces(
        self, name: str, written: Intervention, shares: tuple[Expression, ...], *, once: bool = False
    ) -> Iterator[Piece]:
        """The shares while a programme runs, or when it starts, scaled while it starts up; else nobody."""
        running = self._start_of(written) if once else self.boundaries.span(written.start, written.end)
        for year, held in self._ramp(written).items():
            if (running * held).any():
                scaled = (
                    shares if year is None else tuple(self._scaled(share, name, year) for share in shares)
                )
                yield Piece(running * held, scaled)
        if not running.all():
            yield Piece(1.0 - running, (NOBODY,) * len(shares))

    def _scaled(self, share: Expression, name: str, year: str) -> Expression:
        return share if share == NOBODY else times(share, Name(f"interventions.{name}.ramp_up.{year}"))

    def _start_of(self, written: Intervention) -> FloatArray:
        """1 for the boundary at which a programme starts: the first of all where it runs already."""
        start = written.start or self.calendar.start
        return self.boundaries.moment(max(start, self.calendar.start, key=lambda month: month.count))

    def _ramp(self, written: Intervention) -> dict[str | None, FloatArray]:
        """The boundaries at which each step of the ramp holds; the first holds before its year, too."""
        boundaries = range(self.boundaries.cycles)
        if not written.ramp_up:
            return {None: np.ones(len(boundaries))}
        years = sorted(written.ramp_up)
        year_at = np.array([self.calendar.year_at(boundary) for boundary in boundaries])
        step = np.maximum(np.searchsorted([int(year) for year in years], year_at, side="right") - 1, 0)
        return {year: (step == at).astype(np.float64) for at, year in enumerate(years)}
