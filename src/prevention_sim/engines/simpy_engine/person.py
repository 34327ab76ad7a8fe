"""One life as a process: what is due, what is offered, and waiting for places or for what comes next.

What a person asks of chance, and when a patience ends, it asks the subroutines of `kernels/persons.py`.
"""

import simpy

from prevention_sim.engines.kernels.persons import (
    AGE,
    ENTRY,
    NEVER,
    Watch,
    end_treatments,
    exit_boundary,
    forget_offers,
    goes_through,
    in_units,
    next_change,
    offered_at,
    passes,
    place_after,
    restart,
    shift_holding,
    sojourn_luck,
    spent,
    uniform,
    way_out,
)
from prevention_sim.engines.kernels.queues import GONE, LEFT, TAKEN, TURNED
from prevention_sim.engines.simpy_engine.boundaries import Boundaries, Life, Stage
from prevention_sim.engines.simpy_engine.desk import Desk, Request
from prevention_sim.engines.simpy_engine.setting import Setting
from prevention_sim.engines.tallies import Whole
from prevention_sim.foundation.axes import IntArray
from prevention_sim.foundation.elementary import log

OUTSIDE = -1


class Resident:
    """Somebody who comes, moves, takes part in programmes, and waits where there is no place.

    A request first takes the way past all limits that it asks, into their lines. Who is given a place at the
    same boundary goes on as if it had never been refused; who has waited longer is admitted.
    """

    def __init__(
        self, number: int, setting: Setting, boundaries: Boundaries, desks: dict[int, Desk], watch: Watch
    ) -> None:
        """Somebody who has not come yet; all have their number in the order of keys."""
        self.number, self.setting, self.boundaries, self.desks = number, setting, boundaries, desks
        _, stratum, population, arrival = (each[number] for each in setting.who)
        self.stratum, self.population, self.arrival = int(stratum), int(population), int(arrival)
        self.person, self.lane = setting.person(number), setting.lane(self.stratum)
        self.load = setting.load(self.person)
        self.watch = watch
        self.cell = self.before = OUTSIDE
        self.touched = -1
        self.occurrence, self.patience, self.whereto = 0, 0, 0.0
        self.since, self.out = self.arrival, -1
        self.requests = 0
        self.tickets: dict[int, int] = {}
        self.leaves: dict[int, int] = {}
        self.ways: list[int] = []
        self.losses: list[tuple[IntArray, int]] = []
        self.called = boundaries.event()

    @property
    def now(self) -> int:
        """The boundary."""
        return int(self.boundaries.now)

    # The life.

    def live(self) -> Life:
        """Come, and go from one boundary at which something happens to the next, up to the last."""
        yield self._reached(Stage.DUE, self.arrival)
        self._come()
        while self.cell != OUTSIDE:
            yield from self._pass_boundary()
            upcoming = self._next_event()
            if upcoming > self.setting.last:
                yield self.called
                continue
            due = self._reached(Stage.DUE, upcoming)
            yield due | self.called
            if due.processed:
                self._go_on()

    def _pass_boundary(self) -> Life:
        """Be asked what is offered, again after each admission, until everything is settled."""
        yield self._reached(Stage.ASKING)
        yield from self._be_asked()
        settled = self._reached(Stage.SETTLING)
        while not settled.processed:
            yield settled | self.called
            if self.called.triggered:
                yield self._reached(Stage.ASKING)
                yield from self._be_asked()
        self._settle()

    def _reached(self, stage: Stage, boundary: int | None = None, *, later: int = 0) -> simpy.Event:
        at = self.now if boundary is None else boundary
        return self.boundaries.reached(at, stage, self.number, later=later)

    def _touch(self) -> None:
        """Something happens to somebody: what the stay has cost so far is taken from its patience."""
        if self.touched == self.now:
            return
        cells, hazard = self.setting.cells, self.lane.hazard
        self.touched, self.before = self.now, self.cell
        self.ways, self.losses = [], []
        if self.cell != OUTSIDE and self.out != self.now and cells.follows[self.cell] != NEVER:
            self.patience -= spent(
                self.cell, self.since, self.now, cells, self.setting.clocks, self.watch.zero,
                self.setting.phase_of_cycle, hazard,
            )  # fmt: skip

    # What is due.

    def _come(self) -> None:
        """Come from outside, or be there at the start."""
        entries, gates, now = self.setting.entries, self.setting.gates, self.now
        self._touch()
        forget_offers(self.watch)
        self.watch.zero[:] = now
        self.watch.zero[AGE] = now - entries.age[self.population]
        for entry in range(entries.first[self.population], entries.first[self.population + 1]):
            first, last = entries.gate[entry], entries.gate[entry + 1]
            if (
                entries.active[entry, self.setting.strategy]
                and entries.holds[entry, now]
                and passes(self.person, first, last, now, 0, gates, self.lane)
            ):
                counted = entries.counted[entry]
                if counted < 0:
                    self.cell = int(entries.cell[entry])
                else:
                    self._take(self.setting.first_of["came"] + counted)
                self.watch.zero[ENTRY] = now - entries.elapsed[self.population]
                self._book(GONE)
                return

    def _go_on(self) -> None:
        """A patience is at its end, or time in a treatment; then lines are left."""
        self._touch()
        if self.out == self.now:
            setting = self.setting
            self._take(
                way_out(
                    self.person, self.cell, self.now, self.whereto, self.occurrence + 1, setting.cells,
                    setting.clocks, setting.ways, setting.gates, self.lane, self.watch.zero,
                    setting.phase_of_cycle,
                )
            )  # fmt: skip
        self._end_treatments()
        self._book(GONE)
        for limit in [limit for limit, boundary in self.leaves.items() if boundary == self.now]:
            self._lose(self.setting.table.left, limit)
            self._book(LEFT)

    def _end_treatments(self) -> None:
        setting = self.setting
        self.cell = end_treatments(self.cell, self.now, setting.cells, setting.clocks, self.watch.zero)

    # What desks tell.

    def dismiss(self, desk: Desk) -> None:
        """The programme is over: nobody waits for it any longer."""
        self._touch()
        self._lose(self.setting.table.left, desk.limit)
        self._book(GONE)
        self._call()

    def give_back(self, desk: Desk) -> None:
        """There are too few places: back to the line, by the request that brought the place."""
        self._touch()
        self._lose(self.setting.table.back, desk.limit)
        self._book(GONE)
        self._call()

    def be_given(self, desk: Desk) -> None:
        """There is a place."""
        self._touch()
        if desk.asked_now(self.number, self.now) and self._replace(self.setting.table.granted, desk):
            self._book(GONE)
            return
        self._admit(desk)
        self._book(GONE)
        self._call()

    def be_turned_away(self, desk: Desk) -> None:
        """The line is too long already."""
        if not self._replace(self.setting.table.turned, desk):
            self._lose(self.setting.table.left, desk.limit)
        self._book(TURNED)

    def _call(self) -> None:
        """Be asked again, as somebody else than before."""
        self.boundaries.last_round = self.boundaries.round
        if not self.called.triggered:
            self.called.succeed()

    def _admit(self, desk: Desk) -> None:
        """Come out of a line to a place."""
        table = self.setting.table
        for at in range(table.admission[self.cell, desk.limit], table.admission[self.cell, desk.limit + 1]):
            way = table.admitted[at]
            occurrence = self._moves() + int(table.advances[way])
            first, last = table.gate[at], table.gate[at + 1]
            if passes(self.person, first, last, self.now, occurrence, self.setting.gates, self.lane):
                self._take(way)
                return

    def _replace(self, instead: IntArray, desk: Desk) -> bool:
        """Go the ways of this boundary as a desk now lets them be; not where it knows no such way."""
        table = self.setting.table
        known = [
            int(instead[self.setting.strategy, way, desk.limit])
            if table.waits[table.cell[way], desk.limit]
            else way
            for way in self.ways
        ]
        if not known or min(known) < 0:
            return False
        for before, way in zip(self.ways, known, strict=True):
            if way != before:
                self._begin(way)
        self.ways = known
        self.cell = int(table.cell[known[-1]])
        self._end_treatments()
        for lost, limit in self.losses:
            if lost[self.cell, limit] >= 0:
                self.cell = int(lost[self.cell, limit])
        return True

    # What is offered.

    def _be_asked(self) -> Life:
        """What is done for the stock, and offered at a rate to those who are there.

        Who asks for a place is asked further when it is known whether there is one; who is admitted
        meanwhile, from the beginning.
        """
        if self.boundaries.round == 0:
            yield from self._wait_for_answer()
        self.called = self.boundaries.event()
        if self.now == self.setting.last or self.setting.cells.quiet[self.cell]:
            return
        if self.arrival < self.now or self.setting.entries.stock[self.population]:
            yield from self._be_asked_as_stock()
        for rate in range(self.watch.due.size):
            if not self.called.triggered and self._is_offered(rate):
                self._take(self.setting.first_of["shifted"] + self._offer(rate))
                self._book(GONE)
                yield from self._wait_for_answer()

    def _be_asked_as_stock(self) -> Life:
        setting, shifts, cells = self.setting, self.setting.shifts, self.setting.cells
        place = cells.stock[self.cell]
        while place < cells.stock[self.cell + 1] and not self.called.triggered:
            shift = shifts.listed[place]
            place += 1
            if (
                shifts.holds[shift, self.now]
                and shifts.active[shift, setting.strategy]
                and self.lane.shift[shift] > 0.0
                and goes_through(
                    self.person, shift, self.now, self._moves(), setting.gates, shifts, self.lane
                )
            ):
                self._take(setting.first_of["shifted"] + shift)
                self._book(GONE)
                yield from self._wait_for_answer()
                place = place_after(shift, self.cell, cells, shifts)

    def _is_offered(self, rate: int) -> bool:
        """Whether an offer at a rate reaches somebody at this boundary."""
        setting, due, again = self.setting, self.watch.due, self.watch.again
        if not setting.cells.offers[self.cell, rate]:
            return False
        if due[rate] < self.now:
            again[rate] += due[rate] >= 0
            due[rate] = offered_at(
                self.person, self.now, rate, self._moves(), again[rate], setting.shifts, self.lane
            )
        return bool(due[rate] == self.now)

    def _offer(self, rate: int) -> int:
        """The shift that an offer is at this boundary."""
        offers, shifts = self.setting.cells, self.setting.shifts
        return shift_holding(offers.offer[self.cell, rate], offers.offers[self.cell, rate], self.now, shifts)

    def _wait_for_answer(self) -> Life:
        """Let places be given, where a request of this boundary waits for that."""
        if any(desk.asked_now(self.number, self.now) for desk in self.desks.values()):
            self.boundaries.last_round = self.boundaries.round + 1
            yield self._reached(Stage.ASKING, later=1)

    # Ways, places and lines.

    def _take(self, passage: int) -> None:
        """Go a way, past all limits that it asks for a place."""
        table = self.setting.table
        way = int(table.first[self.setting.strategy, passage])
        self.ways.append(way)
        self._begin(way)
        self.cell = int(table.cell[way])

    def _begin(self, way: int) -> None:
        """Set the clocks to zero that begin with a way; what was offered before a new sojourn is over."""
        restart(self.setting.table.begins[way], self.now, self.watch.zero)
        if self.setting.table.fresh[way]:
            forget_offers(self.watch)

    def _moves(self) -> int:
        """How many moves have been made, those of this boundary included."""
        return self.occurrence + sum(int(self.setting.table.advances[way]) for way in self.ways)

    def _lose(self, after: IntArray, limit: int) -> None:
        """Lose a place or a place in a line."""
        self.cell = int(after[self.cell, limit])
        self.losses.append((after, limit))

    def _book(self, why: int) -> None:
        """Let desks know where somebody is; who is in a line no more has a place, or else this is `why`."""
        table, now = self.setting.table, self.now
        for desk in self.desks.values():
            holds, waits = table.holds[self.cell, desk.limit], table.waits[self.cell, desk.limit]
            held, waited = self.number in desk.places, self.number in desk.requests
            if held and not holds:
                desk.give_back(self.number)
            if waited and not waits:
                desk.leave(self.number, now, TAKEN if holds else why)
                self.leaves.pop(desk.limit, None)
            if holds and not held:
                desk.take(self.number, now, self.need(desk.limit))
            if waits and not waited:
                self._join(desk, self.tickets.get(desk.limit, now) if held else now)

    def need(self, limit: int) -> int:
        """How many places of a limit somebody takes."""
        return int(self.setting.limits.need[limit, self.stratum])

    def _join(self, desk: Desk, asked: int) -> None:
        """Stand in a line, and know for how long."""
        limits, limit = self.setting.limits, desk.limit
        desk.join(Request(int(limits.rank[limit, self.stratum]), asked, self.number), self.now)
        self.tickets[limit] = asked
        if limits.leaving[limit] > 0:
            patience = in_units(-log(uniform(self.person, limits.purpose[limit], self.requests)))
            self.leaves[limit] = self.now - (-patience // int(limits.leaving[limit]))
        self.requests += 1

    # The end of a boundary.

    def _settle(self) -> None:
        """Count what has become of somebody, and draw the luck of a sojourn that has begun."""
        setting, table, now = self.setting, self.setting.table, self.now
        for way in self.ways:
            self._count(way)
            self.occurrence += int(table.advances[way])
        if self.cell != self.before:
            present = setting.counted.present[self.stratum, now]
            present[self.cell] += 1
            if self.before != OUTSIDE:
                present[self.before] -= 1
            self._carry(setting.counted.loaded[self.stratum, now], self.cell)
        fresh = self.before == OUTSIDE or any(table.fresh[way] for way in self.ways)
        if fresh and setting.cells.follows[self.cell] != NEVER:
            purpose = setting.luck_of[int(table.bridges[self.cell])]
            self.patience, self.whereto = sojourn_luck(self.person, purpose, self.occurrence)

    def _count(self, way: int) -> None:
        """Count a passage in the cycle it ends or begins."""
        setting = self.setting
        kind = next(kind for kind, first in reversed(setting.first_of.items()) if first <= way)
        at = way - setting.first_of[kind]
        at_end = kind == "moved" or (kind == "detoured" and setting.at_end[at])
        cycle = self.now - 1 if at_end else self.now
        getattr(setting.counted, kind)[self.stratum, cycle, at] += 1
        if at_end:
            self._carry(setting.counted.turned[self.stratum, cycle], int(setting.table.cell[way]))

    def _carry(self, counted: Whole, cell: int) -> None:
        """Count what somebody costs who has come into a cell."""
        for line, load in enumerate(self.load):
            counts = self.setting.load_counts[line]
            counted[line] += load * (int(counts[cell]) - int(self.before != OUTSIDE and counts[self.before]))

    def _next_event(self) -> int:
        """The boundary of what happens next to somebody who stays."""
        setting, now, cycles = self.setting, self.now, self.setting.last
        self.since, self.out = now, cycles + 1
        if now == cycles:
            return cycles + 1
        upcoming = cycles + 1
        if setting.cells.follows[self.cell] != NEVER:
            zero = self.watch.zero
            self.out = exit_boundary(
                self.cell, now, self.patience, setting.cells, setting.clocks, zero, setting.phase_of_cycle,
                self.lane.hazard,
            )  # fmt: skip
            upcoming = next_change(
                self.cell, now, min(self.out, cycles), setting.cells, setting.clocks, setting.shifts,
                self.lane, self.watch,
            )  # fmt: skip
        return int(min(upcoming, *self.leaves.values(), cycles + 1))
