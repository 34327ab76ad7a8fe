"""The office that opens the desks at every boundary, and a run from the first boundary to the last."""

import numpy as np

from prevention_sim.engines.kernels.persons import Watch
from prevention_sim.engines.kernels.queues import MEASURES
from prevention_sim.engines.simpy_engine.boundaries import Boundaries, Life, Stage
from prevention_sim.engines.simpy_engine.desk import Desk
from prevention_sim.engines.simpy_engine.person import Resident
from prevention_sim.engines.simpy_engine.setting import Counted, Setting, Work


class Office:
    """All desks, and everybody who may come to them."""

    def __init__(self, work: Work) -> None:
        """Everybody is outside, and every place free."""
        self.setting, self.boundaries = Setting(work), Boundaries()
        self.desks = {limit: self._desk(limit) for limit in self._limits()}
        self.people = [self._resident(number) for number in range(len(work.who[0]))]

    def run(self) -> Counted:
        """Let everybody live."""
        for each in self.people:
            self.boundaries.process(each.live())
        self.boundaries.process(self._open())
        self.boundaries.run()
        return self.setting.counted

    def _limits(self) -> list[int]:
        """The limits of the strategy, in the order in which their places are given."""
        return np.flatnonzero(self.setting.limits.limited[self.setting.strategy]).tolist()

    def _desk(self, limit: int) -> Desk:
        limits, counted = self.setting.limits, self.setting.counted
        room = int(limits.room[limit])
        return Desk(
            limit, limits.slots[limit], None if room < 0 else room, int(limits.ends[limit]),
            counted.queue[0, :, limit * MEASURES : (limit + 1) * MEASURES], counted.waits[0, :, limit],
            transfers=bool(limits.transfers[limit]),
        )  # fmt: skip

    def _resident(self, number: int) -> Resident:
        clocks, rates = self.setting.clock_count, self.setting.shifts.rate.size
        watch = Watch(*(np.zeros(each, dtype=np.int64) for each in (clocks, rates, rates)))
        return Resident(number, self.setting, self.boundaries, self.desks, watch)

    def _open(self) -> Life:
        """What desks do at each boundary, in the order of stages."""
        for now in range(self.setting.last + 1):
            yield self.boundaries.reached(now, Stage.CLOSING)
            self._close_queues(now)
            yield self.boundaries.reached(now, Stage.FALLING)
            self._take_back(now)
            yield from self._give_in_rounds(now)
            yield self.boundaries.reached(now, Stage.TURNING)
            self._turn_away(now)
            yield self.boundaries.reached(now, Stage.COUNTING)
            for desk in self.desks.values():
                desk.count(now)

    def _give_in_rounds(self, now: int) -> Life:
        """Give places as often as somebody is asked afterwards."""
        boundaries = self.boundaries
        while boundaries.round <= boundaries.last_round:
            yield boundaries.reached(now, Stage.GIVING)
            boundaries.round += 1
            self._give(now)
        boundaries.round = boundaries.last_round = 0

    def _close_queues(self, now: int) -> None:
        """Nobody waits for a programme that is over."""
        for desk in self.desks.values():
            if desk.ends == now:
                for number in sorted(desk.requests):
                    self.people[number].dismiss(desk)

    def _take_back(self, now: int) -> None:
        """Where places have become too few, and cases do not stay, the last taken in go back to the line."""
        for desk in self.desks.values():
            while desk.transfers and desk.free(now) < 0:
                self.people[desk.last_taken()].give_back(desk)

    def _give(self, now: int) -> None:
        """Give places, desk by desk; at the last boundary only to those who have just asked."""
        for desk in self.desks.values():
            needs = {number: self.people[number].need(desk.limit) for number in desk.requests}
            for number in desk.served(now, needs, only_new=now == self.setting.last):
                self.people[number].be_given(desk)

    def _turn_away(self, now: int) -> None:
        """Where more wait than there is room for, the last who have asked do not."""
        for desk in self.desks.values():
            while (number := desk.overfull(now)) is not None:
                self.people[number].be_turned_away(desk)
