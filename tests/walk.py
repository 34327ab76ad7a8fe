"""Numbers of persons, walked from boundary to boundary with a dictionary.

A person is a state, the cycles since it was entered, an age, and for each programme the cycles since it took
the person in or let it go. Each strategy is walked by itself: who is in no programme of it is in none at all.
The walk knows no lanes, cells, slots, phases or would-be participants.

At a boundary, in this order: moves end the cycle before; a stay in a programme ends; programmes that start
take in the stock; cases enter from outside; some are diverted; places are offered.
"""

import math
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple, TypeAlias

from scipy.special import gammaincc, ndtr

from tests.small import Tree
from tests.written import File, months

RATIOS: Final = ("hazard_ratio", "risk_ratio", "odds_ratio")
DURING, AFTER = "during", "after"
COUNTED: Final = {"start": (1.0, 0.0), "end": (0.0, 1.0), "half_cycle": (0.5, 0.5)}
"""What those at the start and at the end of a cycle count."""

Counts: TypeAlias = dict[tuple[Any, ...], float]


@dataclass
class Told:
    """What happened, by labels.

    time_in [valuation, year, state, strategy, stratum]; moves [valuation, year, from, to, strategy, stratum];
    entries [valuation, year, state, strategy, stratum]; at_end [state, strategy, stratum];
    cost [item, bearer, basis, valuation, year, strategy, stratum]
    by_cycle ["time" | "move" | "entry", from, to, valuation, cycle, strategy, stratum]
    by_cycle ["taking part" | "enrolment", programme, state, valuation, cycle, strategy, stratum]
    joined [programme, strategy]
    """

    time_in: Counts = field(default_factory=lambda: defaultdict(float))
    moves: Counts = field(default_factory=lambda: defaultdict(float))
    entries: Counts = field(default_factory=lambda: defaultdict(float))
    at_end: Counts = field(default_factory=lambda: defaultdict(float))
    cost: Counts = field(default_factory=lambda: defaultdict(float))
    by_cycle: Counts = field(default_factory=lambda: defaultdict(float))
    joined: Counts = field(default_factory=lambda: defaultdict(float))


class Treatment(NamedTuple):
    """A programme somebody is in, or was in, and since how many cycles."""

    programme: str
    stage: str
    since: int


class Person(NamedTuple):
    """All that decides what may happen to somebody."""

    state: str
    entered: int
    age: int
    treatments: tuple[Treatment, ...] = ()

    def has_met(self, programme: str) -> bool:
        """Whether somebody is in a programme, or was and is still told apart."""
        return any(each.programme == programme for each in self.treatments)

    def takes_part(self, programme: str) -> bool:
        """Whether somebody is in a programme now."""
        return any(each[:2] == (programme, DURING) for each in self.treatments)


Crowd: TypeAlias = dict[Person, float]


class Cause(NamedTuple):
    """A reason to leave: where to, the chance to leave for it, the share that then goes there, its stage."""

    to: str
    leave: float
    share: float
    stage: int


def listed(names: str | list[str] | None) -> list[str]:
    """One name, or several."""
    return [] if names is None else [names] if isinstance(names, str) else names


class Programme:
    """What a file says about an intervention."""

    def __init__(self, file: File, name: str, left: set[str]) -> None:
        """Read how long somebody is in it, and how long that is told apart."""
        self.file, self.name = file, name
        self.text = file.tree["interventions"][name]
        self.effects = self.text.get("effects", [])
        self.lasts = file.length(self.text["lasts"]) if "lasts" in self.text else math.inf
        self.fades = max(
            (file.length(each["fades_over"]) for each in self.effects if "fades_over" in each), default=0
        )
        self.ever = self.text.get("again") == "once" or any(
            each.get("afterwards") == "lasts" for each in self.effects
        )
        self.states = left.intersection(listed(self.text.get("continues_in")) or left)
        self.timed = any("years_since_enrolment" in each.get("ratio", "") for each in self.effects)

    def runs(self, boundary: int) -> bool:
        """Whether it runs from a boundary on."""
        return self.file.runs(boundary, self.text.get("start"), self.text.get("end"))

    def starts(self, boundary: int) -> bool:
        """Whether it starts at a boundary: the first of all where it runs already."""
        return self.runs(boundary) and (boundary == 0 or not self.runs(boundary - 1))

    def told_apart(self, treatment: Treatment) -> Treatment | None:
        """What a treatment has become by its time, as far as anything depends on it."""
        name, stage, since = treatment
        if stage == DURING and since < self.lasts:
            return Treatment(name, stage, since if self.timed or self.lasts < math.inf else 0)
        after = since - int(self.lasts) if stage == DURING else since
        if after < self.fades:
            return Treatment(name, AFTER, after)
        return Treatment(name, AFTER, int(self.fades)) if self.ever else None

    def ramp(self, boundary: int) -> float:
        """The share of its reach that the ramp allows."""
        ramp = self.text.get("ramp_up", {})
        if not ramp:
            return 1.0
        begun = [year for year in sorted(ramp) if int(year) <= self.file.year(boundary)]
        return self.file.number(ramp[begun[-1] if begun else min(ramp)])

    def offers(self, of: str, state: str, stratum: str, boundary: int) -> Iterator[tuple[int, float]]:
        """What is offered in a state: the place of an offer in the file, and the chance to be taken in."""
        for position, each in enumerate(self.text.get("enrolment", []) if state in self.states else []):
            if each["of"] == of and state in listed(each["in"]) and stratum in each.get("strata", [stratum]):
                chance = self.ramp(boundary)
                for key in ("reach", "uptake"):
                    chance *= self.file.number(each.get(key, "1"))
                if "offered" in each:
                    outside = 1.0 - self.file.number(each["offered"])
                    chance *= 1.0 - outside ** self.file.periods(each["offered"])
                yield position, chance

    def diversion(self, kind: str, state: str, boundary: int) -> tuple[str, float] | None:
        """Where those bound for a state are taken instead, and which share of them."""
        for effect in self.effects:
            if effect["kind"] == kind and state in listed(effect["from"]):
                return effect["into"], self.file.number(effect["share"]) * self.ramp(boundary)
        return None

    def also_moves(self, state: str) -> bool:
        """Whether those who move to a state are diverted, too."""
        return any(
            effect.get("also") == "moves" and state in listed(effect["from"]) for effect in self.effects
        )


@dataclass
class Walk:
    """One strategy and stratum."""

    file: File
    strategy: str
    stratum: str
    told: Told
    known: dict[tuple[Person, int], dict[str, float]] = field(default_factory=dict)
    now: tuple[int, bool] = (0, False)

    def __post_init__(self) -> None:
        """Read which programmes there are and what is to be remembered of a person."""
        tree, text = self.file.tree, str(self.file.tree)
        moves = [*tree.get("breakdowns", []), *tree.get("transitions", [])]
        self.left = {state for move in moves for state in listed(move["from"])} | set(tree.get("stays", {}))
        names = sorted(tree["strategies"][self.strategy].get("interventions", []))
        self.programmes = {name: Programme(self.file, name, self.left) for name in names}
        self.by_entry = "law" in text or "years_since_entry" in text
        self.by_age = "age" in text
        self.by_date = any(word in text for word in ("clock", "years_since_start", "modifiers"))

    def run(self) -> None:
        """Walk over the horizon and tell what is seen."""
        here: Crowd = defaultdict(float)
        for stock in self.file.tree["caseload"].get("stock", {}).values():
            elapsed = int(self.file.length(stock.get("elapsed", "0 months")))
            person = self.came(stock, into(stock["in"], self.stratum), elapsed)
            here[person] += self.file.number(stock["value"]) * self.file.strata[self.stratum]
        for cycle in range(self.file.cycles):
            self.now = cycle, False
            here = self.started(here, cycle)
            for person, number in self.entries(cycle):
                here[person] += number
            here = self.offered(here, cycle, "present")
            for person, number in here.items():
                self.take_part(person, person.state, number)
            self.now = cycle, True
            after = self.moved(here, cycle)
            self.count(cycle, here, after)
            here = after
        for person, number in here.items():
            self.told.at_end[person.state, self.strategy, self.stratum] += number

    def came(self, stream: Tree, state: str, entered: int = 0) -> Person:
        """Somebody of a stream."""
        age = int(self.file.length(stream.get("age", "0 months")))
        return self.plain(Person(state, entered, age))

    def plain(self, person: Person) -> Person:
        """Somebody as far as anything depends on it."""
        treatments = []
        for treatment in person.treatments if person.state in self.left else ():
            found = self.programmes[treatment.programme].told_apart(treatment)
            treatments += [] if found is None else [found]
        leaves = person.state in self.left
        return Person(
            person.state,
            person.entered if self.by_entry and leaves else 0,
            person.age if self.by_age and leaves else 0,
            tuple(sorted(treatments)),
        )

    def older(self, person: Person) -> Person:
        """Somebody a cycle later."""
        treatments = tuple(each._replace(since=each.since + 1) for each in person.treatments)
        return self.plain(Person(person.state, person.entered + 1, person.age + 1, treatments))

    def joined(self, person: Person, programme: str, number: float) -> Person:
        """Somebody who is taken in."""
        self.told.joined[programme, self.strategy] += number
        self.of_programme("enrolment", programme, person.state, number)
        treatments = (*person.treatments, Treatment(programme, DURING, 0))
        return self.within(person._replace(treatments=treatments))

    def within(self, person: Person) -> Person:
        """Somebody who no longer takes part in what does not go on in the state."""
        treatments = tuple(
            Treatment(each.programme, AFTER, 0)
            if each.stage == DURING and person.state not in self.programmes[each.programme].states
            else each
            for each in person.treatments
        )
        return self.plain(person._replace(treatments=treatments))

    def started(self, here: Crowd, boundary: int) -> Crowd:
        """The stock when programmes start: some are taken in, some are moved."""
        for name, programme in self.programmes.items():
            if programme.starts(boundary):
                here = self.taken_in(here, boundary, "stock", name)
                after: Crowd = defaultdict(float)
                for person, number in here.items():
                    found = programme.diversion("moves", person.state, boundary)
                    target, share = (person.state, 0.0) if found is None or person.has_met(name) else found
                    after[person] += number * (1.0 - share)
                    if share > 0.0:
                        moved = person if target == person.state else person._replace(state=target, entered=0)
                        bound = {self.joined(moved, name, number * share): number * share}
                        if target != person.state:
                            bound = self.offered(bound, boundary, "entries")
                        for entered, each in bound.items():
                            after[entered] += each
                        self.move(boundary, person.state, target, number * share, at_end=False)
                here = after
        return here

    def offered(self, here: Crowd, boundary: int, of: str) -> Crowd:
        """Everybody after what is offered."""
        for name, programme in self.programmes.items():
            if programme.runs(boundary):
                here = self.taken_in(here, boundary, of, name)
        return here

    def taken_in(self, here: Crowd, boundary: int, of: str, name: str) -> Crowd:
        """Everybody after what one programme offers."""
        after: Crowd = defaultdict(float)
        for person, number in here.items():
            outside = number
            if not person.has_met(name):
                for _, chance in self.programmes[name].offers(of, person.state, self.stratum, boundary):
                    if chance > 0.0:
                        after[self.joined(person, name, outside * chance)] += outside * chance
                        outside *= 1.0 - chance
            after[person] += outside
        return after

    def entries(self, boundary: int) -> Iterator[tuple[Person, float]]:
        """Who comes from outside, after diversion and what is offered on entry."""
        for name, stream, cases in self.streams(boundary):
            number = cases * self.file.strata[self.stratum]
            for programme in self.programmes.values():
                for effect in programme.effects if programme.runs(boundary) else []:
                    if effect["kind"] == "entry" and name in listed(effect["streams"]):
                        number *= self.file.number(effect["ratio"])
            person = self.came(stream, into(stream["into"], self.stratum))
            bound = self.diverted({person: number}, boundary, moving=False)
            for entered, each in self.offered(bound, boundary, "entries").items():
                for valuation in self.file.valuations:
                    worth = each * self.file.worth(valuation, boundary, at_end=False)
                    where = (self.strategy, self.stratum)
                    self.told.entries[valuation, self.file.year(boundary), entered.state, *where] += worth
                    self.told.by_cycle["entry", "", entered.state, valuation, boundary, *where] += worth
                yield entered, each

    def streams(self, boundary: int) -> Iterator[tuple[str, Tree, float]]:
        """The cases of each stream that enter at a boundary."""
        for name, intake in self.file.tree["caseload"].get("intake", {}).items():
            if months(intake["at"]) == self.file.first + self.file.step * boundary:
                yield name, intake, self.file.number(intake["value"])
        for name, arrivals in self.file.tree["caseload"].get("arrivals", {}).items():
            if self.file.runs(boundary, arrivals.get("from"), arrivals.get("until")):
                yield name, arrivals, self.file.per_year(arrivals["value"]) * self.file.step / 12

    def diverted(self, bound: Crowd, boundary: int, *, moving: bool) -> Crowd:
        """Those bound for a state, after the programme that diverts from there."""
        after: Crowd = defaultdict(float)
        for person, number in bound.items():
            into_other = 0.0
            for name, programme in self.programmes.items():
                found = programme.diversion("diverts", person.state, boundary)
                wanted = programme.also_moves(person.state) or not moving
                if found and wanted and programme.runs(boundary) and not person.has_met(name):
                    into_other = number * found[1]
                    after[self.joined(person._replace(state=found[0]), name, into_other)] += into_other
            after[person] += number - into_other
        return after

    def moved(self, here: Crowd, cycle: int) -> Crowd:
        """Everybody at the end of a cycle; who moved is diverted and offered a place by what runs then."""
        after: Crowd = defaultdict(float)
        for person, number in here.items():
            left = number
            for target, chance in self.chances(person, cycle).items():
                left -= number * chance
                mover = self.within(self.older(person)._replace(state=target, entered=0))
                bound = self.diverted({mover: number * chance}, cycle + 1, moving=True)
                for moved, each in self.offered(bound, cycle + 1, "entries").items():
                    after[moved] += each
                    self.move(cycle, person.state, moved.state, each, at_end=True)
                    self.take_part(person, moved.state, each, moved)
            after[self.older(person)] += left
            self.take_part(person, person.state, left)
        return after

    def take_part(self, person: Person, state: str, number: float, moved: Person | None = None) -> None:
        """Tell of those in programmes now: whose time there ends with the cycle is in it to the last."""
        for name, programme in self.programmes.items():
            inside = person.takes_part(name) and state in programme.states
            if inside or (moved is not None and moved.takes_part(name)):
                self.of_programme("taking part", name, state, number)

    def of_programme(self, what: str, programme: str, state: str, number: float) -> None:
        """Tell of taking part in a programme for a cycle, counted at one end of it, or of being taken in."""
        cycle, at_end = self.now
        start, end = COUNTED[self.file.tree["conventions"]["counting"]]
        times = (end if at_end else start) * self.file.step / 12 if what == "taking part" else 1.0
        for valuation in self.file.valuations:
            worth = times * number * self.file.worth(valuation, cycle, at_end=at_end)
            self.told.by_cycle[what, programme, state, valuation, cycle, self.strategy, self.stratum] += worth

    def move(self, cycle: int, origin: str, target: str, number: float, *, at_end: bool) -> None:
        """Tell of a move."""
        for valuation in self.file.valuations:
            worth = number * self.file.worth(valuation, cycle, at_end=at_end)
            where = (self.strategy, self.stratum)
            if at_end:
                self.told.moves[valuation, self.file.year(cycle), origin, target, *where] += worth
            if origin != target:
                self.told.by_cycle["move", origin, target, valuation, cycle, *where] += worth

    def count(self, cycle: int, here: Crowd, after: Crowd) -> None:
        """Tell how much time was spent where."""
        start, end = COUNTED[self.file.tree["conventions"]["counting"]]
        for weight, crowd, at_end in ((start, here, False), (end, after, True)):
            for person, number in crowd.items():
                for valuation in self.file.valuations:
                    worth = weight * number * self.file.worth(valuation, cycle, at_end=at_end)
                    time, state = worth * self.file.step / 12, person.state
                    where = (self.strategy, self.stratum)
                    self.told.time_in[valuation, self.file.year(cycle), state, *where] += time
                    self.told.by_cycle["time", state, state, valuation, cycle, *where] += time

    def chances(self, person: Person, cycle: int) -> dict[str, float]:
        """Chance of every move within a cycle."""
        key = (person, cycle if self.by_date else 0)
        if key not in self.known:
            self.known[key] = self._chances(person, cycle)
        return self.known[key]

    def _chances(self, person: Person, cycle: int) -> dict[str, float]:
        causes = list(self.causes(person, cycle))
        found: dict[str, float] = defaultdict(float)
        remaining = 1.0
        for stage in sorted({cause.stage for cause in causes}):
            of_stage = self.of_stage([each for each in causes if each.stage == stage], person, cycle)
            for target, chance in of_stage.items():
                found[target] += remaining * chance
            remaining *= 1.0 - sum(of_stage.values())
        return found

    def of_stage(self, causes: list[Cause], person: Person, cycle: int) -> dict[str, float]:
        """Moves that happen at once: their chances add up, or their hazards share the exit."""
        separate = self.file.tree["conventions"]["conversion"] == "separate"
        alone: dict[str, float] = defaultdict(float)
        for to, leave, share, _ in causes:
            alone[to] += leave * share if separate else -math.log1p(-leave) * share
        for target, value in alone.items():
            chance = value if separate else -math.expm1(-value)
            for kind, ratio, cycles in self.acting(person, target, cycle):
                chance = under(kind, chance, ratio, cycles)
            alone[target] = chance if separate else -math.log1p(-chance)
        total = sum(alone.values())
        if separate or total == 0.0:
            return alone
        return {target: hazard / total * -math.expm1(-total) for target, hazard in alone.items()}

    def acting(self, person: Person, target: str, cycle: int) -> list[tuple[str, float, float]]:
        """The ratios on a move that somebody is under: kind, ratio, the cycles it is about."""
        found = []
        for programme, stage, since in person.treatments:
            for effect in self.programmes[programme].effects:
                concerned = effect["kind"] in RATIOS and person.state in listed(
                    effect.get("from", person.state)
                )
                together = all(person.takes_part(other) for other in listed(effect.get("with")))
                if concerned and together and target in listed(effect.get("to", target)):
                    ratio = self.value(effect["ratio"], person, cycle, since)
                    if stage == AFTER and "fades_over" in effect:
                        ratio **= max(1.0 - since / self.file.length(effect["fades_over"]), 0.0)
                    elif stage == AFTER and effect.get("afterwards") != "lasts":
                        continue
                    over = effect.get("over") or self.period_of_move(person.state, target)
                    found.append((effect["kind"], ratio, self.file.length(over)))
        return sorted(found, key=lambda each: RATIOS.index(each[0]))

    def value(self, text: str, person: Person, cycle: int, since: int = 0) -> float:
        """A number that may follow clocks and attributes."""
        years = self.file.step / 12
        clocks = {
            "age": person.age * years,
            "years_since_entry": person.entered * years,
            "years_since_start": cycle * years,
            "years_since_enrolment": since * years,
        }
        attributes = self.file.tree.get("strata", {}).get(self.stratum, {}).get("attributes", {})
        return self.file.told(text, clocks | {name: float(each) for name, each in attributes.items()})

    def period_of_move(self, origin: str, target: str) -> str:
        """The period for which the chance of a move is written."""
        for state, stay in self.file.tree.get("stays", {}).items():
            if state == origin and target in (*stay.get("to", ()), *stay.get("counts", ())):
                return self.period_of(stay)
        for move in (*self.file.tree.get("breakdowns", []), *self.file.tree.get("transitions", [])):
            if origin in listed(move["from"]) and target == move["to"]:
                return self.period_of(move)
        raise LookupError(origin, target)

    def period_of(self, written: Tree) -> str:
        """The period of a chance, as a length; a cycle where none is written."""
        if "over" in written:
            return str(written["over"])
        if "probability" not in written:
            return f"{self.file.step} months"
        period = self.file.unit(written["probability"]).rsplit("/", 1)[1]
        return period if " " in period else f"1 {period}"

    def causes(self, person: Person, cycle: int) -> Iterator[Cause]:
        """Why somebody may leave."""
        stay = self.file.tree.get("stays", {}).get(person.state, {})
        stage = int(stay.get("stage", 1))
        if "counts" in stay:
            yield from self.counted(person.state, stay)
        elif stay:
            means = [
                effect["mean"]
                for treatment in person.treatments
                for effect in self.programmes[treatment.programme].effects
                if effect["kind"] == "stay" and effect["state"] == person.state and treatment.stage == DURING
            ]
            leave = self.leaving(stay | {"mean": means[0]} if means else stay, person, cycle)
            for target, share in self.file.shares(stay["to"]).items():
                yield Cause(target, leave, share, stage)
        for move in (*self.file.tree.get("breakdowns", []), *self.file.tree.get("transitions", [])):
            if person.state in listed(move["from"]) and self.stratum in move.get("strata", [self.stratum]):
                yield Cause(move["to"], self.leaving(move, person, cycle), 1.0, int(move.get("stage", 1)))

    def counted(self, origin: str, stay: Tree) -> Iterator[Cause]:
        """From counts: each chance by itself, or all that left and the share that went here."""
        counts = {name: float(count) for name, count in stay["counts"].items()}
        seen, left = sum(counts.values()), sum(count for name, count in counts.items() if name != origin)
        rescaled = self.file.periods(f"1/{stay['over']}")
        for name, count in counts.items():
            if name != origin and count > 0.0:
                if self.file.tree["conventions"]["conversion"] == "separate":
                    yield Cause(name, 1.0 - (1.0 - count / seen) ** rescaled, 1.0, 1)
                else:
                    yield Cause(name, 1.0 - (1.0 - left / seen) ** rescaled, count / left, 1)

    def leaving(self, written: Tree, person: Person, cycle: int) -> float:
        """The chance to leave within a cycle, under its modifiers."""
        chance = self.as_written(written, person, cycle)
        for modifier in sorted(written.get("modifiers", []), key=lambda each: RATIOS.index(each["kind"])):
            holds = self.file.runs(cycle, modifier.get("from"), modifier.get("until"))
            if holds and self.stratum in modifier.get("strata", [self.stratum]):
                ratio = self.value(modifier["ratio"], person, cycle)
                over = modifier.get("over") or self.period_of(written)
                chance = under(modifier["kind"], chance, ratio, self.file.length(over))
        return chance

    def as_written(self, written: Tree, person: Person, cycle: int) -> float:
        """From a law, a mean stay, a chance per period or a rate."""
        if "law" in written:
            since = cycle if written["law"].get("clock") == "start" else person.entered
            before, after = (self.survival(written, float(since + more)) for more in (0, 1))
            return 1.0 - after / before
        if "mean" in written:
            return 1.0 / self.file.length(written["mean"])
        if "rate" in written:
            rate = self.value(written["rate"], person, cycle)
            return 1.0 - math.exp(-rate * self.file.periods(self.file.unit(written["rate"])))
        survival = 1.0 - self.value(written["probability"], person, cycle)
        return float(1.0 - survival ** self.file.periods(self.file.unit(written["probability"])))

    def survival(self, written: Tree, time: float) -> float:
        """The share of a law that is still there after some cycles."""
        law = written["law"]
        shape = self.file.number(law["shape"])
        scale: float = self.file.length(law["scale"] if "scale" in law else written["mean"])
        scale /= 1.0 if "scale" in law else mean_of_scale_1(law["kind"], shape)
        if law["kind"] == "weibull":
            return math.exp(-float((time / scale) ** shape))
        if law["kind"] == "loglogistic":
            return 1.0 / (1.0 + float((time / scale) ** shape))
        if law["kind"] == "gamma":
            return float(gammaincc(shape, time / scale))
        return 1.0 if time == 0.0 else float(ndtr(-math.log(time / scale) / shape))


def mean_of_scale_1(kind: str, shape: float) -> float:
    """The mean of a law whose scale is 1."""
    if kind == "weibull":
        return math.gamma(1.0 + 1.0 / shape)
    if kind == "loglogistic":
        return math.pi / shape / math.sin(math.pi / shape)
    return shape if kind == "gamma" else math.exp(shape * shape / 2.0)


def under(kind: str, chance: float, ratio: float, cycles: float) -> float:
    """A chance per cycle under a ratio; a risk or odds ratio is one of the chance over some cycles."""
    if kind == "hazard_ratio":
        return float(1.0 - (1.0 - chance) ** ratio)
    over = 1.0 - (1.0 - chance) ** cycles
    changed = ratio * over if kind == "risk_ratio" else ratio * over / (1.0 - over + ratio * over)
    return float(1.0 - (1.0 - changed) ** (1.0 / cycles))


def into(written: str | dict[str, str], stratum: str) -> str:
    """One state for everybody, or one for each stratum."""
    return written if isinstance(written, str) else written[stratum]
