"""What chances follow: the calendar, or the clock of a cell. Only what varies takes memory and time.

A *phase* is a run of cycles within which nothing that follows the calendar changes. The *course* of an edge
says for which phases and positions of the clock it has values of its own.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import prod

import numpy as np

from prevention_sim.foundation.axes import IntArray
from prevention_sim.foundation.errors import ModelError
from prevention_sim.foundation.languages import Both
from prevention_sim.model.calendar import Calendar
from prevention_sim.model.effects import POSITION, Change
from prevention_sim.model.figures import CLOCK, whole_cycles
from prevention_sim.model.model import Cause, Course
from prevention_sim.model.network import Cell, Network
from prevention_sim.scenario.caseload import Arrivals, Intake, Stock
from prevention_sim.scenario.clocks import AGE, SINCE_ENTRY, SINCE_START, clocks_read
from prevention_sim.scenario.document import Scenario, figures_of
from prevention_sim.scenario.expressions import Expression, Name, Number, Operation, names_in

CYCLE = f"{CLOCK}cycle"


@dataclass(frozen=True, slots=True)
class Ages:
    """How age is told: by the calendar where all cases are of one age from the start on, else by a clock.

    `at_start` is that one age in years; `axis` is the lowest age, and how many there are, in cycles.
    """

    at_start: float | None
    axis: tuple[int, int] | None
    calendar: Calendar

    @classmethod
    def of(cls, scenario: Scenario, calendar: Calendar) -> "Ages":
        """What a file needs; raises `ModelError` where age matters and some stream does not say it."""
        if not any(AGE in clocks_read(found.figure) for found in figures_of(scenario)):
            return cls(None, None, calendar)
        caseload = scenario.caseload
        streams: list[Stock | Intake | Arrivals] = [
            *caseload.stock.values(), *caseload.intake.values(), *caseload.arrivals.values()
        ]  # fmt: skip
        ages = [whole_cycles(calendar, stream.age) for stream in streams if stream.age is not None]
        if len(ages) < len(streams):
            raise _no_age()
        closed = not caseload.arrivals and all(
            calendar.boundary(intake.at) == 0 for intake in caseload.intake.values()
        )
        if closed and len(set(ages)) == 1:
            return cls(ages[0] * float(calendar.cycle_years), None, calendar)
        return cls(None, (min(ages), max(ages) - min(ages) + calendar.cycles), calendar)

    def position(self, stream: Stock | Intake | Arrivals) -> int:
        """Where the clock stands when cases of a stream come."""
        if self.axis is None or stream.age is None:
            return 0
        return whole_cycles(self.calendar, stream.age) - self.axis[0]


def _no_age() -> ModelError:
    return ModelError(
        Both(
            "Eine Formel liest das Alter (age), aber nicht jeder Bestand und Zugang sagt, wie alt die Fälle "
            "sind; schreiben Sie bei jedem »age: 6 years«",
            "a formula reads age, but not every stock and stream says how old its cases are; write "
            "»age: 6 years« at each",
        )
    )


def longest_elapsed(scenario: Scenario, calendar: Calendar) -> int:
    """How long the stock has been there at most, in cycles."""
    known = [each.elapsed for each in scenario.caseload.stock.values() if each.elapsed is not None]
    return max((whole_cycles(calendar, elapsed) for elapsed in known), default=0)


def entry_clocked(causes: Iterable[Cause], changes: Iterable[Change]) -> frozenset[str]:
    """The states a way out of which depends on the time spent there."""
    by_state = [(cause.origin, cause.exit) for cause in causes]
    by_state += [(change.move[0], ratio) for change in changes for ratio in change.ratios]
    return frozenset(state for state, read in by_state if CLOCK + SINCE_ENTRY in names_in(read))


@dataclass(frozen=True, slots=True)
class Courses:
    """Everything that chances may follow, and the edges they belong to."""

    causes: tuple[Cause, ...]
    changes: tuple[Change, ...]
    network: Network
    calendar: Calendar
    ages: Ages

    def phase_of_cycle(self) -> IntArray:
        """The phase of every cycle: i4[cycle]."""
        begins = np.zeros(self.calendar.cycles, dtype=np.int32)
        read = [cause.exit for cause in self.causes]
        read += [ratio for change in self.changes for ratio in change.ratios]
        if self._by_calendar() & {name for expression in read for name in names_in(expression)} - {CYCLE}:
            begins[1:] = 1
        for cut in (cut for expression in read for cut in _dates(expression)):
            if 0 < cut < self.calendar.cycles:
                begins[cut] = 1
        for piece in (piece for edge in self.network.edges for gate in edge.gates for piece in gate.pieces):
            begins |= np.diff(piece.boundaries) != 0.0  # who moves in a cycle is asked when it ends
        begins[0] = 0
        return np.cumsum(begins, dtype=np.int32)

    def of_edges(self, phases: int) -> tuple[Course | None, ...]:
        """The course of every edge, None where its chance never varies."""
        found: list[Course | None] = []
        first = 1
        for edge in self.network.edges:
            followed = self._followed(edge.origin)
            positions = prod(self.network.positions(self.network.cells.index(edge.origin)))
            gated = any(len(gate.pieces) > 1 for gate in edge.gates)
            by_phase = gated or bool(followed & self._by_calendar())
            by_clock = edge.ended is not None or (positions > 1 and bool(followed - self._by_calendar()))
            course = Course(first, phases if by_phase else 1, positions if by_clock else 1)
            found.append(course if by_phase or by_clock else None)
            first += course.rows if by_phase or by_clock else 0
        return tuple(found)

    def _by_calendar(self) -> frozenset[str]:
        """The clocks that show the same in every cell."""
        same = {CYCLE, CLOCK + SINCE_START}
        return frozenset(same | {CLOCK + AGE} if self.ages.at_start is not None else same)

    def _followed(self, cell: Cell) -> set[str]:
        """The clocks that the chances to leave a cell follow, in some strategy."""
        read = [cause.exit for cause in self.causes if cause.origin == cell.state]
        everything = frozenset(treatment.programme for treatment in cell.status)
        acting = [found for change in self.changes if (found := change.in_cell(cell, everything))]
        read += [ratio for each in acting for ratio in each.change.ratios]
        names = {name for expression in read for name in names_in(expression) if name.startswith(CLOCK)}
        return names | ({POSITION} if any(each.fading for each in acting) else set())


def _dates(expression: Expression) -> Iterator[int]:
    """The boundaries at which a dated ratio begins or ends."""
    match expression:
        case Operation(">=" | "<", (Name(name), Number(cut))) if name == CYCLE:
            yield int(cut)
        case Operation(_, operands):
            for operand in operands:
                yield from _dates(operand)
        case _:
            return
