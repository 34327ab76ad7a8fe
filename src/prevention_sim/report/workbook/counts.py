"""The sheet of quantities: what prices are multiplied with, by strategy, group and part of the calendar."""

from collections.abc import Callable, Collection, Hashable, Sequence
from dataclasses import dataclass, field
from typing import Final, TypeAlias, assert_never

import numpy as np

from prevention_sim.economics.passages import Passages, between, taken_in
from prevention_sim.foundation.axes import FloatArray
from prevention_sim.model.model import (
    ActiveTime,
    Counted,
    Crossings,
    Dated,
    Enrolments,
    Groups,
    PaidPosts,
    TimeInState,
    TimeTakingPart,
    TimeWaiting,
)
from prevention_sim.report.workbook.cohort import Cohort
from prevention_sim.report.workbook.dates import Dates, Kind
from prevention_sim.report.workbook.desk import Desk
from prevention_sim.report.workbook.moving import Lane
from prevention_sim.report.workbook.pages import Page
from prevention_sim.report.workbook.terms import ZERO, Term, fraction, number, total

Quantity: TypeAlias = dict[Lane, list[Term]]
"""By strategy and stratum (the one after the last is what is shared), one term for each period."""

HEAD: Final = 3
WHAT, STRATEGY, STRATUM, PERIODS = range(4)


@dataclass
class Counts:
    """The sheet; each quantity is written when it is first asked for."""

    desk: Desk
    dates: Dates
    cohort: Cohort
    page: Page
    _next: int = HEAD + 1
    _known: dict[tuple[Hashable, str], Quantity] = field(default_factory=dict)

    @classmethod
    def on(cls, desk: Desk, dates: Dates, cohort: Cohort) -> "Counts":
        """Begin the sheet."""
        page = desk.page(desk.say("counts"))
        page.text(0, 0, desk.say("counts"), "title")
        page.text(1, 0, desk.say("counts_note"), "note")
        heads = [desk.say(f"head_{head}") for head in ("what", "strategy", "stratum")]
        page.texts(HEAD, 0, heads, "column")
        page.texts(HEAD, PERIODS, period_names(desk), "right")
        page.widths |= {WHAT: 52, STRATEGY: 24, STRATUM: 24}
        page.widths |= {PERIODS + at: 16 for at in range(len(period_names(desk)))}
        page.frozen = (HEAD + 1, PERIODS)
        return cls(desk, dates, cohort, page)

    def of(self, driver: Counted, valuation: str) -> Quantity:
        """What the price of a line is multiplied with."""
        match driver:
            case TimeInState(state):
                return self.person_years(frozenset({state}), valuation)
            case TimeTakingPart():
                cells = [at for at, cell in enumerate(self.desk.model.cells) if driver.counts(cell)]
                words = self.desk.say("time_taking_part", programme=self._programme(driver.programme))
                if driver.states is not None:
                    words += f" ({self._states(driver.states)})"
                return self._quantity(
                    driver,
                    words,
                    valuation,
                    lambda lane, cycles: self._time(lane, cells, valuation, cycles),
                )
            case Enrolments(programme):
                return self.passing(
                    taken_in(self.desk.model, {programme}),
                    self.desk.say("enrolments", programme=self._programme(programme)),
                    valuation,
                )
            case Crossings(origin, destination):
                names = [
                    self.desk.say("any") if name is None else self.desk.state(name)
                    for name in (origin, destination)
                ]
                passages = between(self.desk.model, origin, destination)
                return self.passing(
                    passages, self.desk.say("crossings", origin=names[0], destination=names[1]), valuation
                )
            case ActiveTime(cycles):
                years = fraction(self.desk.model.calendar.cycle_years)
                return self._due(self.desk.say("active_time"), valuation, cycles, years)
            case Dated(cycles):
                return self._due(self.desk.say("dated"), valuation, cycles, number(1.0))
            case Groups() | TimeWaiting() | PaidPosts():
                raise TypeError("the cohort engine refuses groups of places, and queues")
            case _:
                assert_never(driver)

    def person_years(self, states: frozenset[str], valuation: str = "nominal") -> Quantity:
        """Time in some states, by the counting rule."""
        cells = [at for at, cell in enumerate(self.desk.model.cells) if cell.state in states]
        return self._quantity(
            states,
            self.desk.say("person_years", states=self._states(states)),
            valuation,
            lambda lane, cycles: self._time(lane, cells, valuation, cycles),
        )

    def of_cells(self, cells: tuple[int, ...], words: str, valuation: str) -> Quantity:
        """Time in some cells."""
        return self._quantity(
            cells,
            self.desk.say("person_years", states=words),
            valuation,
            lambda lane, cycles: self._time(lane, cells, valuation, cycles),
        )

    def passing(self, passages: Passages, words: str, valuation: str = "nominal") -> Quantity:
        """Moves along edges, entries from outside and shifts."""
        return self._quantity(
            passages, words, valuation, lambda lane, cycles: self._passed(passages, lane, valuation, cycles)
        )

    def _quantity(
        self, key: Hashable, words: str, valuation: str, of_period: Callable[[Lane, range], Term]
    ) -> Quantity:
        """Write a quantity of every lane, unless it stands there already."""
        if (key, valuation) not in self._known:
            periods = range(len(period_names(self.desk)))
            self._known[key, valuation] = {
                lane: self._row(
                    words, valuation, lane, [of_period(lane, self.dates.of_period(at)) for at in periods]
                )
                for lane in self.cohort.blocks
            }
        return self._known[key, valuation]

    def _due(self, words: str, valuation: str, cycles: FloatArray, each: Term) -> Quantity:
        """What falls due at the start of some cycles, the same in all strategies."""
        model = self.desk.model
        shared = len(model.strata)
        due = np.flatnonzero(cycles).tolist()
        words = f"{words} ({self.desk.span(due)})"
        if (words, valuation) not in self._known:
            terms = [
                total(
                    self.dates.added("at_start", valuation, run)
                    for run in _runs([cycle for cycle in due if cycle in self.dates.of_period(period)])
                )
                * each
                for period in range(len(period_names(self.desk)))
            ]
            written = self._row(words, valuation, (-1, shared), terms)
            self._known[words, valuation] = {(at, shared): written for at in range(len(model.strategies))}
        return self._known[words, valuation]

    def _time(self, lane: Lane, cells: Sequence[int], valuation: str, cycles: range) -> Term:
        block = self.cohort.blocks[lane]
        kinds: tuple[tuple[Kind, tuple[int, ...]], ...] = (("start", block.start), ("end", block.end))
        return total(
            self.dates.weighed(kind, valuation, block.cells(columns[cell], cycles), cycles)
            for cell in cells
            for kind, columns in kinds
        )

    def _passed(self, passages: Passages, lane: Lane, valuation: str, cycles: range) -> Term:
        model, block, (strategy, stratum) = self.desk.model, self.cohort.blocks[lane], lane
        found = []
        for edge in passages.edges:
            chance = self.cohort.moving.edges[edge].get(lane, ZERO)
            if chance is not ZERO:
                origin = block.start[int(model.edge_origin[edge])]
                exposed = self.dates.weighed("at_end", valuation, block.cells(origin, cycles), cycles)
                found.append(chance * exposed)
        for at in passages.entries:
            entry = model.entries[at]
            if entry.strategies[strategy]:
                running = [cycle for cycle in cycles if entry.profile[cycle]]
                weights = total(self.dates.added("at_start", valuation, run) for run in _runs(running))
                found.append(self.cohort.coming.entries[at][stratum] * weights)
        for shift in passages.shifts:
            cells = block.cells(block.shifts[shift], cycles)
            found.append(self.dates.weighed("at_start", valuation, cells, cycles))
        return total(found)

    def _row(self, words: str, valuation: str, lane: Lane, terms: list[Term]) -> list[Term]:
        desk, row = self.desk, self._next
        self._next += 1
        strategy, stratum = lane
        strata = (*desk.model.strata, "shared")
        what = words if valuation == "nominal" else f"{words}, {desk.say(f'of_{valuation}')}"
        told = desk.say("everywhere") if strategy < 0 else desk.strategy(desk.model.strategies[strategy])
        self.page.texts(row, 0, (what, told, desk.stratum(strata[stratum])))
        return [self.page.put(row, PERIODS + at, term, "cases") for at, term in enumerate(terms)]

    def _states(self, states: Collection[str]) -> str:
        return ", ".join(self.desk.state(state) for state in sorted(states))

    def _programme(self, name: str) -> str:
        return self.desk.scenario.interventions[name].title.told(self.desk.language)


def period_names(desk: Desk) -> list[str]:
    """The parts of the calendar: budget years, or where prices or bearers change within one, parts of it."""
    calendar = desk.model.calendar
    years = [calendar.years[year] for year in calendar.year_of_period]
    return [
        str(year) if years.count(year) == 1 else desk.say("from", start=calendar.name_of(first))
        for year, first in zip(years, calendar.first_cycle_of_period, strict=True)
    ]


def _runs(cycles: Sequence[int]) -> list[range]:
    """Cycles that follow each other."""
    found: list[range] = []
    for cycle in cycles:
        if found and found[-1].stop == cycle:
            found[-1] = range(found[-1].start, cycle + 1)
        else:
            found.append(range(cycle, cycle + 1))
    return found
