"""Slow, obvious twins: what a file means, computed from its text in plain Python, without the package.

`tell` walks numbers of persons through cycles with dictionaries, see `tests/walk.py`, and prices what it saw.
`exact_chain` is the same recursion in fractions, for the kernel's own inputs.
"""

from collections import defaultdict
from collections.abc import Iterator
from fractions import Fraction

from tests.small import Tree
from tests.walk import Counts, Told, Walk
from tests.written import File, months

SHARED = "shared"


def tell(tree: Tree) -> Told:
    """Everything a file leads to, as written."""
    file, told = File(tree), Told()
    for strategy in tree["strategies"]:
        for stratum in file.strata:
            Walk(file, strategy, stratum, told).run()
    return priced(tree, told)


def priced(tree: Tree, told: Told) -> Told:
    """What happened with what it costs."""
    file = File(tree)
    for strategy in tree["strategies"]:
        book = _Book(file, strategy, told)
        for item in book.lines:
            for bearer, amounts in book.borne(item).items():
                for (valuation, cycle, stratum), amount in amounts.items():
                    for basis, year in book.booked(item, cycle):
                        told.cost[item, bearer, basis, valuation, year, strategy, stratum] += amount
    return told


class _Book:
    """What the lines of a file come to in one strategy, by cycle."""

    def __init__(self, file: File, strategy: str, told: Told) -> None:
        """Find the lines that run; those of the file run like those of an endless programme."""
        self.file, self.strategy, self.told = file, strategy, told
        every = {"": file.tree} | file.tree.get("interventions", {})
        running = {"", *file.tree["strategies"][strategy].get("interventions", [])}
        self.lines: dict[str, tuple[float, Tree, str, bool]] = {}
        for name, part in every.items():
            for section, sign in (("costs", 1.0), ("income", -1.0)):
                for item, line in part.get(section, {}).items():
                    self.lines[item] = sign, line, name, name in running
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
            case "per_entry" | "per_exit" | "per_move" | "per_enrolment" | "one_off":
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

    def quantity(self, line: Tree, programme: str) -> Counts:
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
        if line["kind"] in {"per_participant", "per_enrolment"}:
            what = "taking part" if line["kind"] == "per_participant" else "enrolment"
            for (kind, name, state, valuation, cycle, strategy, stratum), count in self.told.by_cycle.items():
                there = state in line.get("in", [state])
                if (kind, name, strategy) == (what, programme, self.strategy) and there:
                    quantity[valuation, cycle, stratum] += count
            return quantity
        for cycle in range(self.file.cycles):
            for valuation in self.file.valuations:
                each = self.due(line, programme, cycle)
                quantity[valuation, cycle, SHARED] += each * self.file.worth(valuation, cycle, at_end=False)
        return quantity

    def due(self, line: Tree, name: str, cycle: int) -> float:
        """How much of a yearly amount, or whether one amount, falls due at the start of a cycle."""
        if line["kind"] == "one_off":
            return float(months(line["at"]) == self.file.first + self.file.step * cycle)
        programme = self.file.tree["interventions"][name] if name else {}
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
