"""Answers read from the outcomes of one chunk of rows; every answer is an array f8[row].

Relief is the comparator's cost less the strategy's; a positive figure relieves the budget. Everything is read
from the one ledger and the one trace, so parts add up to wholes exactly.
"""

from dataclasses import dataclass, replace
from typing import Final, Literal, assert_never

import numpy as np

from prevention_sim.analysis.evaluation import Outcomes
from prevention_sim.economics.ledger import ACCRUAL, SHARED
from prevention_sim.economics.outcomes import weighed_counts
from prevention_sim.economics.passages import detours_between, taken_in
from prevention_sim.foundation.axes import FloatArray
from prevention_sim.model.model import (
    ActiveTime,
    Borne,
    Crossings,
    Dated,
    Enrolments,
    Groups,
    Line,
    Model,
    PaidPosts,
    PartOf,
    TimeInState,
    TimeTakingPart,
    TimeWaiting,
)
from prevention_sim.model.programmes import Diversion

Perspective = Literal["municipality", "public", "society"]
Period = Literal["horizon", "window"]

PERSPECTIVES: Final[tuple[Perspective, ...]] = ("municipality", "public", "society")
"""Whose budget counts; each includes the one before."""


@dataclass(frozen=True, slots=True)
class Slice:
    """Which part of the result is meant; None means all of it, several strata their sum."""

    years: tuple[int, ...]
    valuation: str = "nominal"
    stratum: str | tuple[str, ...] | None = None
    perspective: Perspective = "society"
    basis: str = ACCRUAL


@dataclass(frozen=True, slots=True)
class Findings:
    """What the outcomes say."""

    outcomes: Outcomes

    def years(self, period: Period) -> tuple[int, ...]:
        """The budget years of a period: the whole horizon, or the budget window at its beginning."""
        years = self.outcomes.model.calendar.years
        return years[: self.outcomes.model.window_years] if period == "window" else years

    def whole_years(self) -> tuple[int, ...]:
        """The budget years of the window of which every month is computed."""
        calendar = self.outcomes.model.calendar
        return tuple(year for year in self.years("window") if calendar.is_whole(year))

    def periods(self) -> tuple[Period, ...]:
        """The periods that differ."""
        whole = self.years("window") == self.years("horizon")
        return ("window",) if whole else ("window", "horizon")

    def perspectives(self) -> tuple[Perspective, ...]:
        """The perspectives that differ: each that adds a bearer to the one before."""
        found: list[Perspective] = []
        for perspective in PERSPECTIVES:
            if len(self.bearers(perspective)) > (len(self.bearers(found[-1])) if found else 0):
                found.append(perspective)
        return tuple(found)

    def bearers(self, perspective: Perspective) -> tuple[str, ...]:
        """Who is counted."""
        model = self.outcomes.model
        counted = PERSPECTIVES[: PERSPECTIVES.index(perspective) + 1]
        return tuple(
            bearer for bearer, level in zip(model.bearers, model.levels, strict=True) if level in counted
        )

    def cost(self, strategy: str, part: Slice, items: tuple[str, ...] | None = None) -> FloatArray:
        """Costs less income, in EUR."""
        cube = self.outcomes.ledger.amount.where(
            strategy=strategy,
            year=part.years,
            valuation=part.valuation,
            bearer=self.bearers(part.perspective),
            basis=self.basis(part.basis),
        )
        if items is not None:
            cube = cube.where(item=items)
        if part.stratum is not None:
            cube = cube.where(stratum=part.stratum)
        return cube.total_by("row")

    def borne(self, strategy: str, bearer: str, part: Slice) -> FloatArray:
        """Costs less income of one bearer, in EUR."""
        return self.outcomes.ledger.amount.where(
            strategy=strategy,
            year=part.years,
            valuation=part.valuation,
            bearer=(bearer,),
            basis=self.basis(part.basis),
        ).total_by("row")

    def basis(self, wanted: str) -> str:
        """Cash where payments are dated apart from services, else accrual, which is then the same."""
        known = self.outcomes.ledger.amount.axes.labels["basis"]
        return wanted if wanted in known else ACCRUAL

    def relief(self, strategy: str, part: Slice, items: tuple[str, ...] | None = None) -> FloatArray:
        """The comparator's cost less the strategy's, in EUR."""
        return self.cost(self.outcomes.model.comparator, part, items) - self.cost(strategy, part, items)

    def relief_by_bearer(self, strategy: str, years: tuple[int, ...]) -> dict[str, float]:
        """What every bearer saves in some years, of the base row, nominal."""
        model = self.outcomes.model
        cube = self.outcomes.ledger.amount.where(valuation="nominal", year=years, basis=ACCRUAL)
        without = cube.where(strategy=model.comparator).total_by("bearer", "row")[:, 0]
        with_programme = cube.where(strategy=strategy).total_by("bearer", "row")[:, 0]
        bearers = map(str, cube.axes.labels["bearer"])
        return dict(zip(bearers, (without - with_programme).tolist(), strict=True))

    def items_of_state(self, states: frozenset[str]) -> tuple[str, ...]:
        """The lines paid per case and time in some states, and the refunds of them alone."""
        model = self.outcomes.model
        return tuple(
            line.item for line in model.lines if (found := states_of(model, line)) and found <= states
        )

    def items_of_product(self, product: str | None) -> tuple[str, ...]:
        """The lines budgeted under a product; without one, all."""
        lines = self.outcomes.model.lines
        return tuple(line.item for line in lines if product in (None, line.product))

    def programme_items(self, strategy: str) -> tuple[str, ...]:
        """Placement lines, lines of what is given instead, and lines of the programme itself."""
        instead = frozenset(found.into for found in self.diversions(strategy))
        model, programmes = self.outcomes.model, self.programmes(strategy)
        of_states = self.items_of_state(model.placements | instead)
        return tuple(
            line.item for line in model.lines if line.item in of_states or line.programme in programmes
        )

    def programmes(self, strategy: str) -> frozenset[str]:
        """The interventions of a strategy that change something or cost something."""
        return self.outcomes.model.programmes_of(strategy)

    def diversions(self, strategy: str) -> tuple[Diversion, ...]:
        """The diversions at work in a strategy."""
        programmes = self.programmes(strategy)
        return tuple(found for found in self.outcomes.model.diversions if found.programme in programmes)

    def outcome(self, name: str, strategy: str, part: Slice) -> FloatArray:
        """What is counted of an outcome; its present value is at its own rate, and it has no prices."""
        model, bound, trace = self.outcomes.model, self.outcomes.bound, self.outcomes.trace
        valuation = model.weights.of_outcomes if part.valuation == "present" else "nominal"
        counts = weighed_counts(model, bound, trace, name)
        return self._counted(counts, strategy, replace(part, valuation=valuation))

    def person_years(self, strategy: str, part: Slice, states: frozenset[str]) -> FloatArray:
        """Time in some states, by the counting rule."""
        model = self.outcomes.model
        cells = [position for position, cell in enumerate(model.cells) if cell.state in states]
        return self._counted(self.outcomes.trace.time_in[:, :, cells], strategy, part)

    def persons_at_end(self, strategy: str, states: frozenset[str], stratum: str | None = None) -> FloatArray:
        """Persons in some states at the last boundary."""
        model = self.outcomes.model
        cells = [position for position, cell in enumerate(model.cells) if cell.state in states]
        chosen = self.outcomes.trace.at_end[cells, model.strategies.index(strategy)]
        return self._of_strata(_added_in_order(chosen), stratum)

    def ended_stays(self, strategy: str, part: Slice, states: frozenset[str]) -> FloatArray:
        """Moves out of some states into others; a move among them ends nothing."""
        model = self.outcomes.model
        inside = [cell.state in states for cell in model.cells]
        exits = [
            edge
            for edge, (origin, to) in enumerate(zip(model.edge_origin, model.edge_destination, strict=True))
            if inside[origin] and not inside[to]
        ]
        trace, detours = self.outcomes.trace, detours_between(model, inside=states, into=None)
        ended = self._counted(trace.moves.along(exits), strategy, part)
        return ended + self._counted(trace.detours[:, :, detours], strategy, part)

    def placements(self, strategy: str, part: Slice) -> FloatArray:
        """Entries into placement states, from outside and from other states."""
        model, trace = self.outcomes.model, self.outcomes.trace
        placed = model.placements
        entries = [position for position, entry in enumerate(model.entries) if entry.cell.state in placed]
        moves = [
            position
            for position, (origin, to) in enumerate(
                zip(model.edge_origin, model.edge_destination, strict=True)
            )
            if model.cells[to].state in placed and model.cells[origin].state not in placed
        ]
        shifts = [
            position
            for position, shift in enumerate(model.network.shifts)
            if shift.destination.state in placed and shift.origin.state not in placed
        ]
        arrivals = self._counted(trace.entries[:, :, entries], strategy, part)
        moved = self._counted(trace.moves.along(moves), strategy, part)
        shifted = self._counted(trace.shifts[:, :, shifts], strategy, part)
        detours = detours_between(model, inside=None, into=placed)
        return arrivals + moved + shifted + self._counted(trace.detours[:, :, detours], strategy, part)

    def entered(
        self, strategy: str, part: Slice, states: frozenset[str], programmes: frozenset[str] | None = None
    ) -> FloatArray:
        """Entries from outside into some states: of everybody, or of participants of some programmes.

        Who finds no place there, and is elsewhere for the time being, counts as one of them.
        """
        model, trace = self.outcomes.model, self.outcomes.trace
        entries = {
            position
            for position, entry in enumerate(model.entries)
            if entry.cell.state in states
            and (programmes is None or any(name in programmes for name in entry.meant_for))
        }
        detours = [
            position
            for position, detour in enumerate(model.network.detours)
            if detour.kind == "entry" and detour.of in entries
        ]
        entered = self._counted(trace.entries[:, :, sorted(entries)], strategy, part)
        return entered + self._counted(trace.detours[:, :, detours], strategy, part)

    def supported_cases(self, strategy: str, part: Slice) -> FloatArray:
        """Cases that the interventions of a strategy take in, from outside or among those who are there.

        Who is taken in by several at once counts for each.
        """
        passages = taken_in(self.outcomes.model, self.programmes(strategy))
        return self._counted(passages.counted(self.outcomes.trace), strategy, part)

    def price_difference(self, strategy: str) -> FloatArray | None:
        """EUR a year between placement and what is given instead; None unless there is one such pair."""
        placed = self.outcomes.model.placements
        pairs = {(found.source, found.into) for found in self.diversions(strategy) if found.source in placed}
        if len(pairs) != 1:
            return None
        source, into = pairs.pop()
        return self._yearly_price(source) - self._yearly_price(into)

    def _yearly_price(self, state: str) -> FloatArray:
        lines = [
            position
            for position, line in enumerate(self.outcomes.model.lines)
            if state_of(line) == state and isinstance(line.driver, TimeInState)
        ]
        return _added_in_order(self.outcomes.bound.price[lines])

    def _counted(self, counts: FloatArray, strategy: str, part: Slice) -> FloatArray:
        """Counts, f8[valuation, period, what is counted, strategy, stratum, row], added up."""
        model = self.outcomes.model
        calendar = model.calendar
        years = [
            period
            for period, year in enumerate(calendar.year_of_period)
            if calendar.years[year] in part.years
        ]
        valued = counts[model.weights.valuations.index(part.valuation)]
        selected = valued[years][:, :, model.strategies.index(strategy)]
        counted = _added_in_order(selected.reshape(-1, *selected.shape[2:]))
        return self._of_strata(counted, part.stratum)

    def _of_strata(self, by_stratum: FloatArray, stratum: str | tuple[str, ...] | None) -> FloatArray:
        strata = self.outcomes.model.strata
        named = (stratum,) if isinstance(stratum, str) else strata if stratum is None else stratum
        return _added_in_order(by_stratum[[strata.index(name) for name in named if name != SHARED]])


def state_of(line: Line) -> str | None:
    """The form of help a line is paid for; fixed lines, shares of others and cost at home are for none."""
    match line.driver:
        case TimeInState(state):
            return None if line.at_home else state
        case Groups(state):
            return state
        case Crossings(origin, destination):
            return destination or origin
        case (
            TimeTakingPart()
            | TimeWaiting()
            | Enrolments()
            | ActiveTime()
            | Dated()
            | PaidPosts()
            | PartOf()
            | Borne()
        ):
            return None
        case _:
            assert_never(line.driver)


def states_of(model: Model, line: Line) -> frozenset[str]:
    """The forms of help a line belongs to; a share of others belongs to theirs."""
    match line.driver:
        case (
            TimeInState()
            | TimeTakingPart()
            | TimeWaiting()
            | Enrolments()
            | Crossings()
            | ActiveTime()
            | Dated()
            | Groups()
            | PaidPosts()
        ):
            return frozenset({state}) if (state := state_of(line)) else frozenset()
        case PartOf(items) | Borne(items):
            others = [other for other in model.lines if other.item in items]
            return frozenset(state for other in others for state in states_of(model, other))
        case _:
            assert_never(line.driver)


def _added_in_order(values: FloatArray) -> FloatArray:
    """Sum over the first axis in its order, so that a row has the same bits alone and among others.

    NumPy's own `sum` chooses its order by the lengths of all axes.
    """
    total: FloatArray = np.zeros(values.shape[1:])
    for value in values:
        total = total + value
    return total
