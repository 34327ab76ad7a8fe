"""A slow, obvious twin of the microsimulation: one person after the other, month after month, from the text.

It reads a file as `tests/walk.py` does, and luck by its address: what the package names a question is the
only thing it takes from there. Patience and hazards are whole units, so they agree with those of the package
to the last unit but where a chance differs in its last digit, which decides once in some 10**11 stays.
"""

import hashlib
import math
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple, TypeAlias

from prevention_sim.model.model import Model
from tests.small import Tree
from tests.walk import DURING, Person, Told, Walk, into, listed
from tests.written import File

PER_UNIT = 2**40
CERTAIN = 64 * PER_UNIT
Words: TypeAlias = tuple[int, int, int, int]
Seen: TypeAlias = Counter[tuple[Any, ...]]


def first_bits(text: str, bits: int) -> int:
    """The beginning of a digest as a number."""
    return int(hashlib.sha256(text.encode()).hexdigest()[: bits // 4], 16)


def philox(counter: Words, key: int) -> Words:
    """Philox4x32-10 in Python's own integers."""
    assert max(counter) < 2**32  # an address that leaves its word may be another one's
    c0, c1, c2, c3 = counter
    k0, k1 = key % 2**32, key >> 32
    for _ in range(10):
        high0, low0 = divmod(0xD2511F53 * c0, 2**32)
        high1, low1 = divmod(0xCD9E8D57 * c2, 2**32)
        c0, c1, c2, c3 = high1 ^ c1 ^ k0, low1, high0 ^ c3 ^ k1, low0
        k0, k1 = (k0 + 0x9E3779B9) % 2**32, (k1 + 0xBB67AE85) % 2**32
    return c0, c1, c2, c3


def between_0_and_1(high: int, low: int) -> float:
    """The number that two words make."""
    return ((high << 32 | low) >> 12) * 2.0**-52 + 2.0**-53


class Address(NamedTuple):
    """Where the luck of one person lies."""

    key: int
    person: int

    def uniforms(self, purpose: str, occurrence: int) -> tuple[float, float]:
        """Both numbers for a purpose, the occurrence-th time it is asked for."""
        low, high = self.person % 2**32, self.person >> 32
        a, b, c, d = philox((occurrence, first_bits(purpose, 32), low, high), self.key)
        return between_0_and_1(a, b), between_0_and_1(c, d)


def in_units(patience: float) -> int:
    """A patience in whole units."""
    return max(1, math.floor(patience * PER_UNIT))


def asked_again(moves: int, again: int) -> int:
    """The occurrence of an offer at a rate: bytes, the highest first, of how often it came, and of moves."""
    return int.from_bytes([again % 256, again // 256, moves // 256, moves % 256])


def hazard_in_units(chance: float) -> int:
    """The hazard of a chance in whole units: none of 0, and more than any patience of 1."""
    if chance <= 0.0:
        return 0
    return CERTAIN if chance >= 1.0 else max(1, round(-math.log1p(-chance) * PER_UNIT))


def poisson(mean: float, luck: float) -> int:
    """The least number whose distribution function exceeds a uniform."""
    number, chance = 0, math.exp(-mean)
    total = chance
    while total <= luck:
        number += 1
        chance *= mean / number
        total += chance
    return number


@dataclass
class Life:
    """What one person carries along: moves so far, what is left of the patience, and of that for offers."""

    luck: Address
    moves: int = -1
    patience: int = 0
    whereto: float = 0.0
    waiting: dict[str, int] = field(default_factory=dict)
    again: Counter[str] = field(default_factory=Counter)

    def begin(self) -> None:
        """A sojourn begins."""
        self.moves += 1
        luck, self.whereto = self.luck.uniforms("sojourn", self.moves)
        self.patience = in_units(-math.log(luck))
        self.waiting, self.again = {}, Counter()

    def says_yes(self, purpose: str, share: float) -> bool:
        """The answer to a question that is put once in a sojourn."""
        return self.luck.uniforms(purpose, self.moves)[0] < share

    def hears(self, purpose: str, share: float, *, listens: bool) -> bool:
        """Whether an offer at a rate reaches at a boundary; who was away when it came waits for the next."""
        if listens and self.waiting.get(purpose, 0) <= 0:
            self.again[purpose] += purpose in self.waiting
            luck, _ = self.luck.uniforms(purpose, asked_again(self.moves, self.again[purpose]))
            self.waiting[purpose] = in_units(-math.log(luck))
        if self.waiting.get(purpose, 0) <= 0:
            return False
        self.waiting[purpose] -= hazard_in_units(share)
        return listens and self.waiting[purpose] <= 0


class PersonsWalk(Walk):
    """One strategy and stratum, person by person."""

    seen: Seen
    life: Life

    def live(self, model: Model, seed: int, replication: int) -> Seen:
        """All persons of a replication: how many are in each state and programme at every boundary."""
        self.seen = Counter()
        self.offered_as = {
            each.id: [offer.door.purpose for offer in each.offers] for each in model.programmes
        }
        self.rank = dict(zip(model.states, model.intensity, strict=True))
        key = first_bits(f"{seed}/{replication}", 64)
        for name, stock in self.file.tree["caseload"].get("stock", {}).items():
            person = self.came(
                stock,
                into(stock["in"], self.stratum),
                int(self.file.length(stock.get("elapsed", "0 months"))),
            )
            mean = self.file.number(stock["value"]) * self.file.strata[self.stratum]
            for luck, _ in self.addresses(f"stock.{name}", key, [mean], "fixed"):
                self.history(Life(luck), person, 0, stock=True)
        streams: dict[str, tuple[Tree, list[float]]] = {}
        for cycle in range(self.file.cycles):
            for name, stream, cases in self.streams(cycle):
                mean = cases * self.file.strata[self.stratum]
                for programme in self.programmes.values():
                    for effect in programme.effects if programme.runs(cycle) else []:
                        if effect["kind"] == "entry" and name in listed(effect["streams"]):
                            mean *= self.file.number(effect["ratio"])
                streams.setdefault(name, (stream, [0.0] * self.file.cycles))[1][cycle] = mean
        for name, (stream, means) in streams.items():
            kind, usual = ("intake", "fixed") if "at" in stream else ("arrivals", "poisson")
            law = stream.get("varies", usual)
            for luck, cycle in self.addresses(f"{kind}.{name}", key, means, law):
                self.history(
                    Life(luck), self.came(stream, into(stream["into"], self.stratum)), cycle, stock=False
                )
        return self.seen

    def addresses(self, stream: str, key: int, means: list[float], law: str) -> Iterator[tuple[Address, int]]:
        """Everybody a stream brings, and when."""
        population = first_bits(f"{self.stratum}\x1f{stream}", 24) << 40
        total = Address(key, population).uniforms("coming", 0)[0]
        for cycle, mean in enumerate(means):
            luck = Address(key, population | cycle << 24).uniforms("coming", 0)[0]
            whole = math.floor(total + mean) - math.floor(total)
            total += mean
            for ordinal in range(poisson(mean, luck) if law == "poisson" else whole):
                yield Address(key, population | cycle << 24 | ordinal), cycle

    def history(self, life: Life, person: Person, first: int, *, stock: bool) -> None:
        """From where a person comes in to the last boundary."""
        self.life = life
        life.begin()
        self.now = first, False
        if not stock:
            person = self.with_programmes(person, first, moving=False)
            self.told_of_entry(person, first)
        for cycle in range(first, self.file.cycles):
            self.now = cycle, False
            if stock or cycle > first:
                person = self.one_of_the_stock(person, cycle)
            person = self.reached(person, cycle)
            self.saw(person, cycle)
            self.take_part(person, person.state, 1.0)
            self.now = cycle, True
            after = self.after_cycle(person, cycle)
            self.count(cycle, {person: 1.0}, {after: 1.0})
            person = after
        self.saw(person, self.file.cycles)
        self.told.at_end[person.state, self.strategy, self.stratum] += 1.0

    def saw(self, person: Person, boundary: int) -> None:
        """Tell of somebody after everything at a boundary."""
        inside = tuple(each.programme for each in person.treatments if each.stage == DURING)
        self.seen[self.strategy, self.stratum, boundary, person.state, inside] += 1

    def told_of_entry(self, person: Person, cycle: int) -> None:
        """Tell of somebody who came from outside."""
        where = (self.strategy, self.stratum)
        for valuation in self.file.valuations:
            worth = self.file.worth(valuation, cycle, at_end=False)
            self.told.entries[valuation, self.file.year(cycle), person.state, *where] += worth
            self.told.by_cycle["entry", "", person.state, valuation, cycle, *where] += worth

    def after_cycle(self, person: Person, cycle: int) -> Person:
        """Somebody at the end of a cycle."""
        chances = self.chances(person, cycle)
        self.life.patience -= hazard_in_units(sum(chances.values()))
        if self.life.patience > 0:
            self.take_part(person, person.state, 1.0)
            return self.older(person)
        target = self.whereto(chances)
        self.life.begin()
        mover = self.within(self.older(person)._replace(state=target, entered=0))
        moved = self.with_programmes(mover, cycle + 1, moving=True)
        self.move(cycle, person.state, moved.state, 1.0, at_end=True)
        self.take_part(person, moved.state, 1.0, moved)
        return moved

    def whereto(self, chances: dict[str, float]) -> str:
        """The state luck chooses, the least intensive first."""
        left = self.life.whereto * sum(chances.values())
        possible = sorted(chances, key=lambda state: (self.rank[state], state))
        for state in possible:
            if left < chances[state]:
                return state
            left -= chances[state]
        return possible[-1]

    def with_programmes(self, person: Person, boundary: int, *, moving: bool) -> Person:
        """Somebody bound for a state after who diverts from there, and after what is offered on entry."""
        bound_for = person.state
        for name, programme in self.programmes.items():
            found = programme.diversion("diverts", bound_for, boundary)
            wanted = programme.also_moves(bound_for) or not moving
            if found and wanted and programme.runs(boundary) and not person.has_met(name):
                other, share = found
                if person.state == bound_for and self.life.says_yes(
                    f"diverts/{name}/{bound_for}/{other}", share
                ):
                    person = self.joined(person._replace(state=other), name, 1.0)
        return self.on_entry(person, boundary)

    def on_entry(self, person: Person, boundary: int) -> Person:
        """Somebody who entered a state after what is offered there."""
        for name, programme in self.programmes.items():
            if programme.runs(boundary):
                person = self.asked(person, boundary, "entries", name)
        return person

    def asked(self, person: Person, boundary: int, of: str, name: str) -> Person:
        """Somebody after the offers of one programme."""
        for position, share in self.programmes[name].offers(of, person.state, self.stratum, boundary):
            if not person.has_met(name) and self.life.says_yes(self.offered_as[name][position], share):
                person = self.joined(person, name, 1.0)
        return person

    def one_of_the_stock(self, person: Person, boundary: int) -> Person:
        """Somebody who is there when programmes start."""
        for name, programme in self.programmes.items():
            if not programme.starts(boundary):
                continue
            person = self.asked(person, boundary, "stock", name)
            found = programme.diversion("moves", person.state, boundary)
            if found is None or person.has_met(name):
                continue
            other, share = found
            if self.life.says_yes(f"moves/{name}/{person.state}/{other}", share):
                self.move(boundary, person.state, other, 1.0, at_end=False)
                if other == person.state:
                    person = self.joined(person, name, 1.0)
                else:
                    self.life.begin()
                    person = self.joined(person._replace(state=other, entered=0), name, 1.0)
                    person = self.on_entry(person, boundary)
        return person

    def reached(self, person: Person, boundary: int) -> Person:
        """Somebody after what is offered at a rate; the rate runs on for who is away."""
        for name, programme in self.programmes.items():
            shares = {
                (position, state): share
                for state in programme.states
                for position, share in programme.offers("present", state, self.stratum, boundary)
            }
            for position in range(len(self.offered_as[name])):
                here = shares.get((position, person.state))
                any_share = next((share for (at, _), share in shares.items() if at == position), 0.0)
                open_to = here is not None and not person.has_met(name)
                runs = programme.runs(boundary)
                if self.life.hears(
                    self.offered_as[name][position], any_share if runs else 0.0, listens=open_to
                ):
                    person = self.joined(person, name, 1.0)
        return person


def tell_persons(tree: Tree, model: Model, seed: int, replication: int) -> tuple[Told, Seen]:
    """What one replication of a file comes to, before money; and who is where at every boundary."""
    file, told, seen = File(tree), Told(), Seen()
    for strategy in tree["strategies"]:
        for stratum in file.strata:
            seen += PersonsWalk(file, strategy, stratum, told).live(model, seed, replication)
    return told, seen
