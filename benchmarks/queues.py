"""The event loop of those who wait, beside SimPy: 4,500 slots, 50,000 families, ten years of days.

300 posts of 15 families each, a few more families than slots: help of about a year, and while they wait some
families leave the queue and some children are placed. All ask by the same luck, so that both sides must count
the same, day for day: who comes, is helped, leaves, is placed and is done, and how long each waited.

    tuned     SimPy with a queue and a counter of its own, as quick as we could write it
    Resource  SimPy as its documentation shows it

Both are handed the luck of every family as numbers; the event loop draws it while it is timed. Seconds are
those that the one thread of each side computes, whoever else uses the machine. Replications and memory are
those of a process of its own. All figures are made up for timing.
"""

import json
import resource
import subprocess
import sys
import time
from collections import Counter, deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from itertools import pairwise
from typing import Any

import numpy as np
import simpy
from simpy.core import NORMAL, URGENT

from benchmarks.timing import in_turn
from prevention_sim.engines.coming import addresses, persons
from prevention_sim.engines.discrete_event import count_events
from prevention_sim.engines.kernels.persons import Person, in_units, sojourn_luck
from prevention_sim.engines.kernels.queues import LEFT, MEASURES, WAITING
from prevention_sim.engines.paths import SOJOURN, Paths, queue_purpose
from prevention_sim.engines.waiting import Waiting, people
from prevention_sim.foundation.elementary import log
from prevention_sim.foundation.randomness import LOW_WORD, WORD
from prevention_sim.model.bind import Bound, bind
from prevention_sim.model.compile import compile_model
from prevention_sim.model.model import Model
from prevention_sim.model.network import Cell, Treatment
from prevention_sim.model.rows import base_row
from prevention_sim.scenario.loading import parse_scenario

POSTS, CASELOAD, FAMILIES_PER_YEAR, YEARS = 300, 15, 5_000, 10
SEED, PAIRS, REPLICATIONS = 20111118, 5, 20
LAST = NORMAL + 1
"""The order within a day: who leaves, who is done and who comes, then slots are given out."""


@dataclass
class Seen:
    """What is counted: who came, left the queue, ended where from which stage; who waited how many days."""

    came: int = 0
    left: int = 0
    waiting: int = 0
    ended: Counter[tuple[str, str]] = field(default_factory=Counter)
    waits: Counter[int] = field(default_factory=Counter)


def file() -> Model:
    """The compiled file, with the programme as its only strategy."""
    tree = {
        "format": "prevention_sim/1",
        "scenario": {
            "id": "warten",
            "title": "Warten",
            "case": {"unit": "family", "definition": "Familie"},
        },
        "time": {"start": "2020-01", "years": str(YEARS), "cycle": "day", "budget_window": "4"},
        "conventions": {"counting": "start", "conversion": "competing"},
        "prices": {"year": "2020"},
        "states": {
            "bedarf": {"title": "Bedarf", "intensity": "1"},
            "heim": {"title": "Heim", "intensity": "2"},
            "ende": {"title": "Ende", "intensity": "0"},
        },
        "caseload": {
            "arrivals": {
                "neue": {
                    "value": f"{FAMILIES_PER_YEAR} cases/year",
                    "into": "bedarf",
                    "varies": "poisson",
                }
            }
        },
        "transitions": [
            {"from": "bedarf", "to": "ende", "rate": "0.9/year"},
            {"from": "bedarf", "to": "heim", "rate": "0.05/year"},
        ],
        "bearers": {"kommune": {"title": "Kommune"}},
        "interventions": {
            "hilfe": {
                "title": "Hilfe",
                "enrolment": [{"of": "entries", "in": "bedarf"}],
                "continues_in": "bedarf",
                "capacity": {
                    "posts": f"{POSTS} FTE",
                    "caseload": str(CASELOAD),
                    "leaves": "3 %/month",
                },
                "effects": [
                    {
                        "kind": "hazard_ratio",
                        "from": "bedarf",
                        "to": "ende",
                        "ratio": "0",
                        "while": "waiting",
                    },
                    {
                        "kind": "hazard_ratio",
                        "from": "bedarf",
                        "to": "heim",
                        "ratio": "5",
                        "while": "waiting",
                    },
                ],
            }
        },
        "strategies": {"mit": {"title": "mit", "interventions": ["hilfe"]}},
        "comparator": "mit",
    }
    return compile_model(parse_scenario(json.dumps(tree).encode()))


@dataclass(frozen=True, slots=True)
class Stage:
    """Chances of a day for a family that waits, is helped, or has left the queue."""

    name: str
    hazard: int  # units of patience
    done: float
    whole: float

    def days(self, patience: int) -> int:
        """How long a patience lasts."""
        return -(-patience // self.hazard)

    def end(self, luck: float) -> tuple[str, str]:
        """Where a family goes to."""
        return self.name, "ende" if luck * self.whole < self.done else "heim"


@dataclass(frozen=True, slots=True)
class Families:
    """All families in the order they come, with their luck; patience in units, and days they wait at most."""

    of_day: list[range]
    patience: list[int]
    whereto: list[float]
    leaves: list[int]
    waiting: Stage
    helped: Stage
    alone: Stage


def families(model: Model, bound: Bound) -> Families:
    """What the event loop reads and draws, as plain numbers."""
    luck, paths = bound.rows.luck[0], Paths(model)
    key, _, _, arrival = people(addresses(model), persons(model, bound.rows, [luck])[0, ..., 0])
    numbers, limit = paths.numbers(bound), model.limits[0]

    def stage(name: str, *status: Treatment) -> Stage:
        cell = model.cells.index(Cell("bedarf", status))
        first, share = numbers["cell_hazard"][cell], numbers["cell_share"][cell]
        before, after = numbers["hazard"][0, 0, 0, first : first + 2].tolist()
        return Stage(name, after - before, *numbers["share"][0, 0, 0, share : share + 2].tolist())

    low, high = luck.key
    patience, whereto = zip(
        *(
            sojourn_luck(Person(each & LOW_WORD, each >> WORD, low, high), paths.purposes[SOJOURN], 0)
            for each in key
        ),
        strict=True,
    )
    stays = np.array([in_units(-log(each)) for each in luck.uniform(key, queue_purpose(limit), 0)])
    ends = np.cumsum(np.bincount(arrival, minlength=model.calendar.cycles)).tolist()
    return Families(
        [range(*each) for each in pairwise([0, *ends])],
        [int(each) for each in patience],
        [float(each) for each in whereto],
        (-(-stays // Waiting(paths).leaving(bound)[0, 0])).tolist(),
        stage("waiting", Treatment("hilfe", "waiting")),
        stage("helped", Treatment("hilfe")),
        stage("alone"),
    )


def seen_by_the_loop(model: Model, bound: Bound) -> Seen:
    """What the event loop counts."""
    tallies = count_events(model, bound, bound.rows.luck)
    queue = tallies.queue.reshape(-1, MEASURES).sum(axis=0).tolist()
    names = {
        (): "alone",
        (Treatment("hilfe"),): "helped",
        (Treatment("hilfe", "waiting"),): "waiting",
    }
    return Seen(
        int(tallies.came.sum() + tallies.detoured[..., :1].sum()),
        queue[LEFT],
        queue[WAITING],
        Counter(
            {
                (names[edge.origin.status], edge.destination.state): int(number)
                for edge, number in zip(model.network.edges, tallies.moved[0, 0, 0].sum(axis=0), strict=True)
                if number
            }
        ),
        Counter({days: int(number) for days, number in enumerate(tallies.waits[0, 0, 0, :, 0]) if number}),
    )


def on_day(env: simpy.Environment, day: int, order: int) -> simpy.Event:
    """An event of a day, before (`URGENT`) or after (`LAST`) what else happens on it."""
    event = env.event()
    event._ok, event._value = True, None  # noqa: SLF001 - as `Timeout` does it
    env.schedule(event, order, day - env.now)
    return event


class Simulation:
    """What both programs in SimPy share: a clock, the families and what is counted."""

    def __init__(self, given: Families, slots: int) -> None:
        """Nobody has come yet."""
        self.env, self.given, self.seen = simpy.Environment(), given, Seen()
        self.slots, self.days = slots, len(given.of_day)

    def run(self) -> Seen:
        """Everybody, day by day."""
        self.env.process(self.day_by_day())
        self.env.run(until=self.days + 1)
        return self.seen

    def day_by_day(self) -> Iterator[simpy.Event]:
        """Who comes, and then who waits."""
        for day, coming in enumerate(self.given.of_day):
            yield on_day(self.env, day, LAST)
            self.seen.came += len(coming)
            self.come(coming)
            yield on_day(self.env, day, LAST)
            self.seen.waiting += self.waiting()

    def come(self, coming: range) -> None:
        """Families come on a day."""
        raise NotImplementedError

    def waiting(self) -> int:
        """How many are in the queue."""
        raise NotImplementedError

    def stays(self, stage: Stage, number: int, patience: int) -> Iterator[simpy.Event]:
        """A family stays at a stage until its patience is over."""
        yield self.env.timeout(stage.days(patience))
        self.seen.ended[stage.end(self.given.whereto[number])] += 1

    def gives_up(self, number: int, patience: int) -> Iterator[simpy.Event]:
        """A family is placed while it waits, or leaves the queue and goes on alone."""
        if self.given.waiting.days(self.given.patience[number]) <= self.given.leaves[number]:
            self.seen.ended[self.given.waiting.end(self.given.whereto[number])] += 1
            return
        self.seen.left += 1
        yield from self.stays(self.given.alone, number, patience)

    def longest_wait(self, number: int) -> int:
        """The days after which a family is placed or leaves the queue."""
        return min(self.given.waiting.days(self.given.patience[number]), self.given.leaves[number])


class Tuned(Simulation):
    """SimPy with a queue and a counter of its own; slots are given out once a day."""

    def __init__(self, given: Families, slots: int) -> None:
        """All slots are free."""
        super().__init__(given, slots)
        self.queue: deque[list[Any]] = deque()
        self.free, self.queued = slots, 0

    def waiting(self) -> int:
        """The counter knows."""
        return self.queued

    def come(self, coming: range) -> None:
        """Free slots go to the queue first."""
        while self.queue and self.free:
            start, there = self.queue.popleft()
            if there:
                start.succeed()
                self.queued -= 1
                self.free -= 1
        for number in coming:
            if self.free:
                self.free -= 1
                self.seen.waits[0] += 1
                self.env.process(self.is_helped(number, self.given.patience[number]))
            else:
                self.env.process(self.waits(number))

    def is_helped(self, number: int, patience: int) -> Iterator[simpy.Event]:
        """A family has a slot until it moves."""
        yield self.env.timeout(self.given.helped.days(patience))
        self.seen.ended[self.given.helped.end(self.given.whereto[number])] += 1
        self.free += 1

    def waits(self, number: int) -> Iterator[simpy.Event]:
        """A family waits."""
        asked, start = self.env.now, self.env.event()
        me = [start, True]
        self.queue.append(me)
        self.queued += 1
        yield start | self.env.timeout(self.longest_wait(number))
        waited = int(self.env.now - asked)
        patience = self.given.patience[number] - self.given.waiting.hazard * waited
        if start.triggered:
            self.seen.waits[waited] += 1
            yield from self.is_helped(number, patience)
            return
        me[1] = False
        self.queued -= 1
        yield from self.gives_up(number, patience)


class WithResource(Simulation):
    """SimPy with its own resource."""

    def __init__(self, given: Families, slots: int) -> None:
        """All slots are free."""
        super().__init__(given, slots)
        self.places = simpy.Resource(self.env, slots)

    def waiting(self) -> int:
        """The resource knows."""
        return len(self.places.queue)

    def come(self, coming: range) -> None:
        """Everybody asks."""
        for number in coming:
            self.env.process(self.family(number))

    def family(self, number: int) -> Iterator[simpy.Event]:
        """A family asks, waits, and is helped; nobody who waits is given a slot on the last day."""
        asked = self.env.now
        with self.places.request() as place:
            gone = on_day(self.env, asked + self.longest_wait(number), URGENT)
            yield place | gone
            waited = int(self.env.now - asked)
            patience = self.given.patience[number] - self.given.waiting.hazard * waited
            if not gone.processed and self.env.now < self.days:
                self.seen.waits[waited] += 1
                yield from self.stays(self.given.helped, number, patience)
                return
        if gone.processed:
            yield from self.gives_up(number, patience)


def run(simulation: type[Simulation], given: Families, slots: int) -> Seen:
    """Run a program in SimPy from its beginning."""
    return simulation(given, slots).run()


def replications(number: int) -> None:
    """Run some replications, one after the other, and tell seconds and peak memory in MiB."""
    model = file()
    one = bind(model, base_row(model.table).replicated(SEED, [0]))
    count_events(model, one, one.rows.luck)
    bound = bind(model, base_row(model.table).replicated(SEED, range(number)))
    begin = time.thread_time()
    count_events(model, bound, bound.rows.luck)
    seconds = time.thread_time() - begin
    print(seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


def in_a_process(number: int) -> tuple[float, float]:
    """Seconds and peak memory in MiB of replications in a process of their own."""
    code = f"from benchmarks import queues; queues.replications({number})"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    seconds, mebibytes = map(float, done.stdout.split())
    return seconds, mebibytes


def main() -> None:
    """Assert that all agree, then print times, ratios and memory."""
    model = file()
    bound = bind(model, base_row(model.table).replicated(SEED, [0]))
    given, slots = families(model, bound), POSTS * CASELOAD
    seen = seen_by_the_loop(model, bound)
    ours = partial(count_events, model, bound, bound.rows.luck)
    events = seen.came + seen.waits.total() + seen.left + seen.ended.total()
    print(f"queues: {slots:,} slots, {seen.came:,} families, {YEARS} years of days, {events:,} events")
    print(f"  {seen.left:,} left the queue, {seen.waiting / len(given.of_day):.0f} waited on average")
    print("  baseline                        loop   baseline   ratio")
    for name, simulation in (("SimPy, tuned", Tuned), ("SimPy, its Resource", WithResource)):
        if simulation(given, slots).run() != seen:
            raise SystemExit(f"{name}: counts differ")
        paired = in_turn(ours, partial(run, simulation, given, slots), PAIRS, time.thread_time)
        milliseconds = f"{1e3 * paired.ours:6.1f} ms {1e3 * paired.theirs:7.0f} ms"
        print(f"  {name:28s} {milliseconds} {paired.ratio:6.1f}x")
    bare, (seconds, peak) = in_a_process(1)[1], in_a_process(REPLICATIONS)
    print(
        f"  {REPLICATIONS / seconds:.1f} replications a second; {peak:.0f} MiB at most, {bare:.0f} with one"
    )


if __name__ == "__main__":
    main()
