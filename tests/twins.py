"""Slow, obvious twins: what a file means, computed from its text in plain Python, without the package.

`tell` walks person numbers through cycles with dictionaries. It knows no lanes, cells, statuses, phases or
weights, takes its chances from `math`, and lets a diversion simply move a share of the entries in the
strategies that have it.
`exact_chain` is the same recursion in fractions, for the kernel's own inputs.
"""

import math
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any, TypeAlias

from tests.small import Tree

MONTHS = {"month": 1, "quarter": 3, "year": 12}
PER_YEAR = {"day": 365.0, "month": 12.0, "quarter": 4.0, "year": 1.0}
EVERYBODY = "all"
SHARED = "shared"

Counts: TypeAlias = dict[tuple[Any, ...], float]


@dataclass
class Told:
    """What happened, by labels.

    time_in [valuation, year, state, strategy, stratum]; moves [valuation, year, from, to, strategy, stratum];
    entries [valuation, year, state, strategy, stratum]; at_end [state, strategy, stratum];
    cost [item, bearer, basis, valuation, year, strategy, stratum]
    by_cycle ["time" | "move" | "entry", from, to, valuation, cycle, strategy, stratum]
    """

    time_in: Counts = field(default_factory=lambda: defaultdict(float))
    moves: Counts = field(default_factory=lambda: defaultdict(float))
    entries: Counts = field(default_factory=lambda: defaultdict(float))
    at_end: Counts = field(default_factory=lambda: defaultdict(float))
    cost: Counts = field(default_factory=lambda: defaultdict(float))
    by_cycle: Counts = field(default_factory=lambda: defaultdict(float))


class File:
    """A file with its numbers read."""

    def __init__(self, tree: Tree) -> None:
        """Read what every part below needs."""
        self.tree = tree
        self.step = MONTHS[tree["time"].get("cycle", "month")]
        self.first = months(tree["time"]["start"])
        self.cycles = 12 * int(tree["time"]["years"]) // self.step
        self.states = list(tree["states"])
        self.strata = self.shares({name: part["share"] for name, part in tree.get("strata", {}).items()})
        self.strata = self.strata or {EVERYBODY: 1.0}
        self.discounting = tree["conventions"].get("discounting")
        self.valuations = ["nominal"] + ["present"] * (self.discounting is not None)

    def number(self, text: str) -> float:
        """The number at the beginning of a text, a parameter, or 1 less a parameter."""
        if text.startswith("1 - "):
            return 1.0 - self.number(text[4:])
        if text in self.tree.get("parameters", {}):
            return self.number(self.tree["parameters"][text])
        digits = re.match(r"[\d.]+", text)
        assert digits, text
        return float(digits[0]) / (100.0 if "%" in text else 1.0)

    def per_year(self, text: str) -> float:
        """An amount per year."""
        return self.number(text) * PER_YEAR[text.rsplit("/", 1)[1]]

    def shares(self, written: dict[str, str]) -> dict[str, float]:
        """Shares with `rest` filled in."""
        plain = {name: self.number(share) for name, share in written.items() if share != "rest"}
        return {name: plain.get(name, 1.0 - sum(plain.values())) for name in written}

    def leaving(self, written: dict[str, Any]) -> float:
        """A chance per cycle from a mean stay, a chance per period or a rate."""
        if "mean" in written:
            return self.step / self.number(written["mean"])
        if "rate" in written:
            return 1.0 - math.exp(-self.number(written["rate"]) * self.periods(written["rate"]))
        survival = 1.0 - self.number(written["probability"])
        return float(1.0 - survival ** self.periods(written["probability"]))

    def periods(self, text: str) -> float:
        """A cycle in periods of what is written: `10 %/3 years`."""
        period = text.rsplit("/", 1)[1].split()
        length = int(period[0]) if len(period) == 2 else 1
        return self.step / (length * MONTHS[period[-1].rstrip("s")])

    def year(self, cycle: int) -> int:
        """The budget year of a cycle's first day."""
        return (self.first + self.step * cycle) // 12

    def runs(self, cycle: int, first: str | None, last: str | None) -> bool:
        """Whether a span of months, both inclusive, contains the first month of a cycle."""
        now = self.first + self.step * cycle
        return (first is None or now >= months(first)) and (last is None or now <= months(last))

    def worth(self, valuation: str, cycle: int, *, at_end: bool) -> float:
        """What a euro at the start or the end of a cycle counts."""
        if valuation == "nominal":
            return 1.0
        whole_years = self.step * cycle // 12
        when = {
            "at_point": (cycle + at_end) * self.step / 12,
            "per_cycle": cycle * self.step / 12,
            "per_year_start": whole_years,
            "per_year_mid": whole_years + 0.5,
            "per_year_end": whole_years + 1,
        }[self.discounting["method"]]
        steps = sorted(self.discounting.get("steps", []), key=lambda step: str(step["from"]))
        begins = [0.0, *((months(step["from"]) - self.first) / 12 for step in steps), math.inf]
        rates = [self.discounting["rate"], *(step["rate"] for step in steps)]
        worth = 1.0
        for rate, begin, end in zip(rates, begins, begins[1:], strict=False):
            worth *= (1.0 + self.number(rate)) ** -max(min(when, end) - begin, 0.0)
        return worth


def months(text: str) -> int:
    """Months since the year 0."""
    year, month = text.split("-")
    return 12 * int(year) + int(month) - 1


def tell(tree: Tree) -> Told:
    """Everything a file leads to, as written."""
    file, told = File(tree), Told()
    for strategy in tree["strategies"]:
        for stratum in file.strata:
            _walk(file, strategy, stratum, told)
    for strategy in tree["strategies"]:
        book = _Book(file, strategy, told)
        for item in book.lines:
            for bearer, amounts in book.borne(item).items():
                for (valuation, cycle, stratum), amount in amounts.items():
                    for basis, year in book.booked(item, cycle):
                        told.cost[item, bearer, basis, valuation, year, strategy, stratum] += amount
    return told


def _walk(file: File, strategy: str, stratum: str, told: Told) -> None:
    chances = _chances(file, stratum)
    here = dict.fromkeys(file.states, 0.0)
    for stock in file.tree["caseload"].get("stock", {}).values():
        here[_state(stock["in"], stratum)] += file.number(stock["value"]) * file.strata[stratum]
    start, end = {"start": (1.0, 0.0), "end": (0.0, 1.0), "half_cycle": (0.5, 0.5)}[
        file.tree["conventions"]["counting"]
    ]
    length = file.step / 12
    for cycle in range(file.cycles):
        year = file.year(cycle)
        for state, cases in _entries(file, strategy, stratum, cycle):
            here[state] += cases
            for valuation in file.valuations:
                key = (valuation, year, state, strategy, stratum)
                entered = cases * file.worth(valuation, cycle, at_end=False)
                told.entries[key] += entered
                told.by_cycle["entry", "", state, valuation, cycle, strategy, stratum] += entered
        after = dict(here)
        for (origin, target), chance in chances.items():
            after[origin] -= here[origin] * chance
            after[target] += here[origin] * chance
            for valuation in file.valuations:
                along = (valuation, year, origin, target, strategy, stratum)
                moved = here[origin] * chance * file.worth(valuation, cycle, at_end=True)
                told.moves[along] += moved
                told.by_cycle["move", origin, target, valuation, cycle, strategy, stratum] += moved
        for state in file.states:
            for valuation in file.valuations:
                counted = start * here[state] * file.worth(valuation, cycle, at_end=False)
                counted += end * after[state] * file.worth(valuation, cycle, at_end=True)
                told.time_in[valuation, year, state, strategy, stratum] += counted * length
                told.by_cycle["time", state, state, valuation, cycle, strategy, stratum] += counted * length
        here = after
    for state in file.states:
        told.at_end[state, strategy, stratum] = here[state]


def _state(into: str | dict[str, str], stratum: str) -> str:
    return into if isinstance(into, str) else into[stratum]


def _chances(file: File, stratum: str) -> dict[tuple[str, str], float]:
    """Chance per cycle of every move of a stratum."""
    chances: dict[tuple[str, str], float] = defaultdict(float)
    for origin in file.states:
        causes = _causes(file, origin, stratum)
        hazards = [-math.log1p(-leave) * share for _, leave, share in causes]
        total = sum(hazards)
        for (target, leave, share), hazard in zip(causes, hazards, strict=True):
            if file.tree["conventions"]["conversion"] == "separate":
                chances[origin, target] += leave * share
            elif total > 0.0:
                chances[origin, target] += hazard / total * -math.expm1(-total)
    return dict(chances)


def _causes(file: File, origin: str, stratum: str) -> list[tuple[str, float, float]]:
    """Why somebody leaves: destination, chance to leave for this reason, share of it that goes there."""
    causes = []
    stay = file.tree.get("stays", {}).get(origin)
    if stay is not None and "counts" in stay:
        causes += _counted(file, origin, stay)
    elif stay is not None:
        leave = file.leaving(stay)
        causes += [(target, leave, share) for target, share in file.shares(stay["to"]).items()]
    for section in ("breakdowns", "transitions"):
        for move in file.tree.get(section, []):
            if move["from"] == origin and stratum in move.get("strata", [stratum]):
                causes.append((move["to"], file.leaving(move), 1.0))
    return causes


def _counted(file: File, origin: str, stay: dict[str, Any]) -> list[tuple[str, float, float]]:
    """The same from counts: each chance by itself, or all that left and the share that went here."""
    counts = {name: float(count) for name, count in stay["counts"].items()}
    seen, left = sum(counts.values()), sum(count for name, count in counts.items() if name != origin)
    rescaled = file.periods(f"1/{stay['over']}")
    gone = {name: count for name, count in counts.items() if name != origin and count > 0.0}
    if file.tree["conventions"]["conversion"] == "separate":
        return [(name, 1.0 - (1.0 - count / seen) ** rescaled, 1.0) for name, count in gone.items()]
    return [(name, 1.0 - (1.0 - left / seen) ** rescaled, count / left) for name, count in gone.items()]


def _entries(file: File, strategy: str, stratum: str, cycle: int) -> list[tuple[str, float]]:
    """Who enters from outside at the start of a cycle, after diversion."""
    entries = [
        (_state(intake["into"], stratum), file.number(intake["value"]))
        for intake in file.tree["caseload"].get("intake", {}).values()
        if months(intake["at"]) == file.first + file.step * cycle
    ]
    for arrivals in file.tree["caseload"].get("arrivals", {}).values():
        if file.runs(cycle, arrivals.get("from"), arrivals.get("until")):
            cases = file.per_year(arrivals["value"]) * file.step / 12
            entries.append((_state(arrivals["into"], stratum), cases))
    placed = []
    for state, cases in entries:
        into, share = _diversion(file, strategy, state, cycle)
        placed += [(state, cases * (1.0 - share)), (into, cases * share)]
    return [(state, cases * file.strata[stratum]) for state, cases in placed]


def _diversion(file: File, strategy: str, state: str, cycle: int) -> tuple[str, float]:
    for name in file.tree["strategies"][strategy].get("interventions", []):
        programme = file.tree["interventions"][name]
        if file.runs(cycle, programme.get("start"), programme.get("end")):
            for effect in programme.get("effects", []):
                if state == effect["from"]:
                    return effect["into"], file.number(effect["share"])
    return state, 0.0


class _Book:
    """What the lines of a file come to in one strategy, by cycle."""

    def __init__(self, file: File, strategy: str, told: Told) -> None:
        """Find the lines that run; those of the file run like those of an endless programme."""
        self.file, self.strategy, self.told = file, strategy, told
        every = {"": file.tree} | file.tree.get("interventions", {})
        running = {"", *file.tree["strategies"][strategy].get("interventions", [])}
        self.lines: dict[str, tuple[float, Tree, Tree, bool]] = {}
        for name, part in every.items():
            programme = part if name else {}
            for section, sign in (("costs", 1.0), ("income", -1.0)):
                for item, line in part.get(section, {}).items():
                    self.lines[item] = sign, line, programme, name in running
        self.late = any(self.lag(item) for item in self.lines)

    def lag(self, item: str) -> int:
        """Cycles between service and payment."""
        written = self.lines[item][1].get("payment_lag", "0 months")
        return int(written.removesuffix(" months")) // self.file.step

    def booked(self, item: str, cycle: int) -> Iterator[tuple[str, int | str]]:
        """On which basis and in which year a service of a cycle is booked."""
        yield "accrual", self.file.year(cycle)
        if self.late:
            paid = self.file.year(cycle + self.lag(item))
            yield "cash", paid if paid <= self.file.year(self.file.cycles - 1) else "open"

    def borne(self, item: str) -> dict[str, Counts]:
        """Cost (income below 0) by bearer: [valuation, cycle, stratum]."""
        sign, line, _, runs = self.lines[item]
        if not runs:
            return {}
        if line["kind"] == "refund":
            claim = self.part_of(line, [self.borne(other).get(line["bearer"], {}) for other in line["of"]])
            refunded = {where: -amount for where, amount in claim.items()}
            return {line["bearer"]: refunded, line["from"]: claim}
        amounts = self.amounts(item)
        return {
            bearer: {where: sign * amount * share for where, amount in amounts.items()}
            for bearer, share in self.shares(item).items()
        }

    def shares(self, item: str) -> dict[str, float]:
        """Who bears a line: itself says so, or the first line it is a share of."""
        line = self.lines[item][1]
        if "bearer" not in line and line["kind"] == "share_of":
            return self.shares(line["of"][0])
        bearers = line.get("bearer", next(iter(self.file.tree["bearers"])))
        return {bearers: 1.0} if isinstance(bearers, str) else self.file.shares(bearers)

    def amounts(self, item: str) -> Counts:
        """What a line comes to, cost or income alike: [valuation, cycle, stratum]."""
        _, line, programme, runs = self.lines[item]
        if not runs:
            return {}
        if line["kind"] == "share_of":
            return self.part_of(line, [self.amounts(other) for other in line["of"]])
        price = self.price(line)
        return {
            (valuation, cycle, stratum): price * quantity * self.index(line, cycle)
            for (valuation, cycle, stratum), quantity in self.quantity(line, programme).items()
        }

    def part_of(self, line: Tree, others: list[Counts]) -> Counts:
        """A share of other amounts, in some strata and, of a surcharge, between two months."""
        part: Counts = defaultdict(float)
        span = (line.get("from"), line.get("until")) if line["kind"] == "share_of" else (None, None)
        for amounts in others:
            for (valuation, cycle, stratum), amount in amounts.items():
                if self.file.runs(cycle, *span) and stratum in line.get("strata", [stratum]):
                    part[valuation, cycle, stratum] += amount * self.file.number(line["share"])
        return part

    def price(self, line: Tree) -> float:
        """Euro for one of what is counted; a staff post is one with its material and overhead."""
        file = self.file
        match line["kind"]:
            case "per_entry" | "per_exit" | "per_move" | "one_off":
                return file.number(line["value"])
            case "per_event":
                return file.per_year(line["rate"]) * file.number(line["value"])
            case "staff":
                post = file.per_year(line["personnel"]) * (1.0 + file.number(line.get("overhead", "0")))
                post += file.per_year(line.get("material", "0 EUR/year"))
                return file.number(line["posts"]) * post
            case _:
                yearly = file.per_year(line["value"]) * (file.number(line["at"]) if "at" in line else 1.0)
                if line.get("case_count") != "cases_in_year":
                    return yearly
                stay = float(line["mean_stay"].removesuffix(" months")) / 12.0
                return yearly * (1.0 + stay) / stay

    def index(self, line: Tree, cycle: int) -> float:
        """What prices have risen to in a cycle."""
        rises = line["prices"] if "prices" in line else self.file.tree["prices"]
        years = self.file.year(cycle) - int(self.file.tree["prices"]["year"])
        risen = (1.0 + self.file.number(rises.get("rise", "0"))) ** max(years, 0)
        for step in rises.get("steps", []):
            if self.file.runs(cycle, step["from"], None):
                risen *= 1.0 + self.file.number(step["rise"])
        return risen

    def quantity(self, line: Tree, programme: Tree) -> Counts:
        """What a price is multiplied with: years, cases times years, moves, or one."""
        quantity: Counts = defaultdict(float)
        counted = {
            "per_case": ("time", line.get("state"), None),
            "per_event": ("time", line.get("state"), None),
            "per_entry": ("move entry", None, line.get("state")),
            "per_exit": ("move", line.get("state"), None),
            "per_move": ("move", line.get("from"), line.get("to")),
        }
        if line["kind"] in counted:
            what, origin, target = counted[line["kind"]]
            for (kind, start, end, valuation, cycle, strategy, stratum), count in self.told.by_cycle.items():
                there = origin in (None, start) and target in (None, end)
                if kind in what.split() and there and strategy == self.strategy:
                    quantity[valuation, cycle, stratum] += count
            return quantity
        for cycle in range(self.file.cycles):
            for valuation in self.file.valuations:
                each = self.due(line, programme, cycle)
                quantity[valuation, cycle, SHARED] += each * self.file.worth(valuation, cycle, at_end=False)
        return quantity

    def due(self, line: Tree, programme: Tree, cycle: int) -> float:
        """How much of a yearly amount, or whether one amount, falls due at the start of a cycle."""
        if line["kind"] == "one_off":
            return float(months(line["at"]) == self.file.first + self.file.step * cycle)
        first = line.get("from", programme.get("start"))
        last = line.get("until", programme.get("end"))
        return self.file.step / 12 * self.file.runs(cycle, first, last)


def exact_chain(
    start: list[float], chances: dict[tuple[int, int], float], entries: list[list[float]]
) -> list[list[Fraction]]:
    """Exact numbers at the end of every cycle; `entries[cycle][cell]` join before a cycle begins."""
    here = [Fraction(number) for number in start]
    told = []
    for joining in entries:
        here = [number + Fraction(new) for number, new in zip(here, joining, strict=True)]
        after = list(here)
        for (origin, target), chance in chances.items():
            moved = here[origin] * Fraction(chance)
            after[origin] -= moved
            after[target] += moved
        here = after
        told.append(here)
    return told
