"""The compiled scenario: structure and terms, no number that varies between rows."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final, TypeAlias

import numpy as np

from prevention_sim.foundation.axes import FloatArray, IntArray
from prevention_sim.model.calendar import Calendar
from prevention_sim.model.conventions import Weights
from prevention_sim.model.effects import Change
from prevention_sim.model.limits import Limit
from prevention_sim.model.network import Cell, Door, Gate, Network
from prevention_sim.model.programmes import Diversion, Programme
from prevention_sim.model.rows import ParameterTable
from prevention_sim.scenario.caseload import Setting, Varies
from prevention_sim.scenario.costs import CostLaw
from prevention_sim.scenario.expressions import Expression, Number
from prevention_sim.scenario.settings import EngineName

ONE: Final = Number(1.0)


@dataclass(frozen=True, slots=True)
class Cause:
    """One reason to leave a state, in some strata: its chance per cycle, and the share that goes here.

    A later stage concerns those whom the earlier ones left.
    """

    origin: str
    destination: str
    strata: tuple[int, ...]
    exit: Expression
    share: Expression
    path: str
    stage: int = 1


@dataclass(frozen=True, slots=True)
class Entry:
    """The part of a stream, `bound_for` a state, that goes into a cell: when, and in which strategies.

    Of `coming` cases per cycle in each stratum, those who go through the `gates` are the `amounts`. `age` is
    by how many cycles they are older than the youngest. Programmes that take them in are named under
    `enrols`, those that do so in some strategy under `meant_for`.
    """

    stream: str
    bound_for: str
    cell: Cell
    profile: FloatArray
    coming: tuple[Expression, ...]
    amounts: tuple[Expression, ...]
    strategies: tuple[bool, ...]
    gates: tuple[Gate, ...] = ()
    enrols: tuple[str, ...] = ()
    age: int = 0
    meant_for: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StartTerm:
    """Cases that are in a cell at the first boundary, per stratum; lengths are in cycles."""

    stream: str
    cell: Cell
    amounts: tuple[Expression, ...]
    elapsed: int = 0
    age: int = 0


@dataclass(frozen=True, slots=True)
class Varying:
    """How the number of cases that a stream brings differs from its mean, by the variance over the mean."""

    law: Varies
    dispersion: Expression = ONE


@dataclass(frozen=True, slots=True)
class Simulation:
    """Which engine is asked for (None: the cheapest that is exact), and what persons live through."""

    engine: EngineName | None
    seed: int
    replications: int


@dataclass(frozen=True, slots=True)
class Course:
    """How the chance of an edge varies: with the phases of the calendar, with its cell's clock, or both.

    Its values stand in the rows of `Bound.shape` from `first` on, phase by phase.
    """

    first: int
    phases: int
    positions: int

    @property
    def rows(self) -> int:
        """How many rows it takes."""
        return self.phases * self.positions


@dataclass(frozen=True, slots=True)
class TimeInState:
    """Driver of a line: person-years in a state."""

    state: str


@dataclass(frozen=True, slots=True)
class TimeTakingPart:
    """Driver of a line: person-years of those who take part in a programme, in some states (None: in all)."""

    programme: str
    states: frozenset[str] | None

    def counts(self, cell: Cell) -> bool:
        """Whether time in a cell is paid for."""
        return cell.takes_part(self.programme) and (self.states is None or cell.state in self.states)


@dataclass(frozen=True, slots=True)
class Enrolments:
    """Driver of a line: cases that a programme takes in."""

    programme: str


@dataclass(frozen=True, slots=True)
class ActiveTime:
    """Driver of a line: years during which it runs, f8[cycle] of 0 and 1."""

    cycles: FloatArray


@dataclass(frozen=True, slots=True)
class Borne:
    """Driver of a refund: what its bearer bears of other lines, in some strata (None: in all, and shared)."""

    items: tuple[str, ...]
    strata: tuple[str, ...] | None


@dataclass(frozen=True, slots=True)
class Crossings:
    """Driver of a line: moves from one state to another (None: any other, and from outside)."""

    origin: str | None
    destination: str | None


@dataclass(frozen=True, slots=True)
class Dated:
    """Driver of a line: what falls due at the start of cycles, f8[cycle] of 0 and 1."""

    cycles: FloatArray


@dataclass(frozen=True, slots=True)
class Groups:
    """Driver of a line: years of groups of places open in a state; a group closes `notice` cycles late."""

    state: str
    places: Expression
    notice: int


@dataclass(frozen=True, slots=True)
class PaidPosts:
    """Driver of a line: years of the posts of a limit, filled or not by cases."""

    limit: str


@dataclass(frozen=True, slots=True)
class TimeWaiting:
    """Driver of a line: person-years of those who wait for a place in a programme."""

    programme: str


@dataclass(frozen=True, slots=True)
class PartOf:
    """Driver of a line: other lines, in some strata (None: in all, and shared), between two boundaries."""

    items: tuple[str, ...]
    strata: tuple[str, ...] | None
    first: int
    after: int


Counted: TypeAlias = (
    TimeInState
    | TimeTakingPart
    | TimeWaiting
    | Enrolments
    | Crossings
    | ActiveTime
    | Dated
    | Groups
    | PaidPosts
)
"""What is read from counts and dates."""

Driver: TypeAlias = Counted | PartOf | Borne


@dataclass(frozen=True, slots=True)
class Differing:
    """How the cost of a case differs from the mean: the law of a factor, and its coefficient of variation."""

    law: CostLaw
    variation: Expression


@dataclass(frozen=True, slots=True)
class Bearing:
    """Shares of bearers in some strata (None: in all, and shared), from a cycle on and before another."""

    shares: tuple[tuple[str, Expression], ...]
    strata: tuple[str, ...] | None = None
    first: int = 0
    after: int | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One cost or income line: EUR per unit of its driver, who bears it, and in which strategies it runs.

    It is borne by the first `bearing` that holds; the last always does. `product` is where the budget counts
    it. `index` is what the price is multiplied with in each period (empty: always 1); payments are made `lag`
    cycles after the service. Of a saving, the share `cashable` is kept from `cashable_lag` cycles on (None:
    the file does not say). Of what is assessed, the share `collected` comes in (None: all). A refund is
    income of its bearer and an equal cost of its `payer`. What a child costs that stays with its family,
    `at_home`, belongs to no form of help. `adjustment` is a factor for optimism and weak evidence (None: 1).
    It comes to at most `cap` euro a year (None: to whatever it does). Where cases differ in cost, `differs`
    tells how.
    """

    item: str
    path: str
    sign: float
    driver: Driver
    price: Expression
    bearing: tuple[Bearing, ...]
    strategies: tuple[bool, ...]
    programme: str | None
    product: str | None = None
    index: tuple[Expression, ...] = ()
    lag: int = 0
    cashable: Expression | None = None
    cashable_lag: int = 0
    payer: str | None = None
    collected: Expression | None = None
    at_home: bool = False
    adjustment: Expression | None = None
    cap: Expression | None = None
    differs: Differing | None = None

    @property
    def bearers(self) -> tuple[str, ...]:
        """Everybody who bears some of it at some time, in the order of ids."""
        return tuple(sorted({name for bearing in self.bearing for name, _ in bearing.shares}))


@dataclass(frozen=True, slots=True)
class Outcome:
    """What is counted beside money: so much per person-year in each cell, and per entry into it.

    The weights of a cell are one for each strategy. `sign` is 1 where more is better, else -1.
    """

    id: str
    sign: float
    weights: tuple[tuple[Expression, ...], ...]
    entries: tuple[Expression, ...]


@dataclass(frozen=True, eq=False)
class Model:
    """What engines, ledger and analyses read; strategies, strata, states and lines in the order of ids.

    `otherwise` is the setting of each state that cases would enter without the programme (empty: not asked).
    `courses` stand by edge, None where its chance never varies. `age_at_start` is the age of all cases in
    years, where it tells no more than the time. `placement_stay` is the mean stay in placement in years;
    None unless the file states exactly one. `intensity` ranks the states, so that chance sends cases to
    neighbours; `limits` are places that may be too few; `varying` tells of streams that do not bring their
    mean number of cases. `was` has the former ids of strata and streams, by which chance still finds their
    persons.
    """

    table: ParameterTable
    calendar: Calendar
    weights: Weights
    conversion: str
    strategies: tuple[str, ...]
    comparator: str
    strata: tuple[str, ...]
    stratum_shares: tuple[Expression, ...]
    imminent: frozenset[str]
    otherwise: Mapping[str, Setting]
    states: tuple[str, ...]
    placements: frozenset[str]
    causes: tuple[Cause, ...]
    moves: tuple[tuple[str, str], ...]
    changes: tuple[Change, ...]
    network: Network
    phase_of_cycle: IntArray
    courses: tuple[Course | None, ...]
    age_at_start: float | None
    start: tuple[StartTerm, ...]
    entries: tuple[Entry, ...]
    lines: tuple[Line, ...]
    outcomes: tuple[Outcome, ...]
    bearers: tuple[str, ...]
    levels: tuple[str, ...]
    window_years: int
    programmes: tuple[Programme, ...]
    limits: tuple[Limit, ...]
    placement_stay: Expression | None
    intensity: tuple[float, ...]
    varying: Mapping[str, Varying]
    was: Mapping[str, str]
    simulation: Simulation

    @property
    def cells(self) -> tuple[Cell, ...]:
        """Every cell that can be reached in some strategy."""
        return self.network.cells

    @property
    def edge_origin(self) -> IntArray:
        """The cell each edge leaves: i4[edge]."""
        return self.network.edge_origin

    @property
    def edge_destination(self) -> IntArray:
        """The cell each edge leads to: i4[edge]."""
        return self.network.edge_destination

    @cached_property
    def doors(self) -> tuple[Door, ...]:
        """Every question that chance answers for cases one by one, in the order of their purposes."""
        of_ways = [edge.gates for edge in self.network.edges] + [entry.gates for entry in self.entries]
        of_ways += [shift.gates for shift in self.network.shifts]
        of_ways += [detour.gates for detour in self.network.detours]
        found = {gate.door.purpose: gate.door for gates in of_ways for gate in gates}
        found |= {shift.door.purpose: shift.door for shift in self.network.shifts}
        return tuple(found[purpose] for purpose in sorted(found))

    @cached_property
    def groups(self) -> tuple[Groups, ...]:
        """What opens and closes in groups of places, in the order of lines."""
        return tuple(line.driver for line in self.lines if isinstance(line.driver, Groups))

    @cached_property
    def capped(self) -> tuple[int, ...]:
        """The lines with a ceiling for the year."""
        return tuple(at for at, line in enumerate(self.lines) if line.cap is not None)

    @cached_property
    def differing(self) -> tuple[int, ...]:
        """The lines whose cost differs between cases."""
        return tuple(at for at, line in enumerate(self.lines) if line.differs is not None)

    @property
    def first_cycle_of_phase(self) -> IntArray:
        """The cycle with which each phase of the calendar begins: i4[phase]."""
        return np.flatnonzero(np.diff(self.phase_of_cycle, prepend=-1)).astype(np.int32)

    @property
    def diversions(self) -> tuple[Diversion, ...]:
        """What the programmes divert, in the order of their ids."""
        return tuple(diversion for programme in self.programmes for diversion in programme.diversions)

    def programmes_of(self, strategy: str) -> frozenset[str]:
        """The interventions of a strategy that change something or cost something."""
        position = self.strategies.index(strategy)
        costly = {line.programme for line in self.lines if line.programme and line.strategies[position]}
        active = {programme.id for programme in self.programmes if programme.strategies[position]}
        effective = {
            programme.id
            for programme in self.programmes
            if programme.offers or programme.diversions or programme.resizings
        }
        return frozenset(costly | (active & effective))

    def in_nominal_terms(self) -> "Model":
        """The same model for questions about nominal amounts: every other valuation is work for nothing."""
        return replace(self, weights=self.weights.nominal())

    def by_cheapest_engine(self) -> "Model":
        """The same model for questions about what is expected, whatever engine its file asks for."""
        return replace(self, simulation=replace(self.simulation, engine=None))

    def bytes_per_row(self) -> int:
        """Memory of one row in bound arrays, trace and ledger: the basis of chunks."""
        lanes = len(self.strategies) * len(self.strata)
        valued_years = len(self.weights.valuations) * len(self.calendar.year_of_period)
        slots, varying = int(self.network.first_slot[-1]), [each for each in self.courses if each]
        counted = 2 * len(self.cells) + len(varying) + len(self.network.shifts) + len(self.entries)
        counted += len(self.differing) + len(self.groups) + len(self.network.detours) + len(self.limits)
        bound = slots + sum(each.rows for each in varying) + len(self.network.edges) + len(self.entries)
        per_lane = valued_years * counted + len(self.cells) + bound
        by_bearer = len(self.lines) * len(self.bearers) * (len(self.strata) + 1)
        shares = by_bearer * len(self.calendar.year_of_period)
        cells_of_ledger = by_bearer * valued_years * len(self.strategies)
        weights = (len(self.strategies) + 1) * len(self.outcomes) * len(self.cells)
        return 8 * (lanes * per_lane + shares + cells_of_ledger + weights + len(self.table.names))
