"""A file as its text says it: numbers, dates and shares, read in plain Python without the package."""

import math
import re

from tests.small import Tree

MONTHS = {"month": 1, "quarter": 3, "year": 12}
PER_YEAR = {"day": 365.0, "month": 12.0, "quarter": 4.0, "year": 1.0}
EVERYBODY = "all"


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

    def told(self, text: str, names: dict[str, float]) -> float:
        """A number, or a formula of parameters and some more names: its grammar is a part of Python's."""
        if text[0].isdigit() or text in self.tree.get("parameters", {}):
            return self.number(text)
        known = {name: self.number(value) for name, value in self.tree.get("parameters", {}).items()}
        functions = {"exp": math.exp, "where": lambda condition, then, other: then if condition else other}
        return float(eval(text, functions | known | names))  # noqa: S307 - a formula of our own tests

    def unit(self, text: str) -> str:
        """The text that says what a number is per: its own, or that of the parameter it is made of."""
        parameters = self.tree.get("parameters", {})
        named = [parameters[name] for name in re.findall(r"[a-z_]+", text) if name in parameters]
        return text if text[0].isdigit() else next(each for each in named if "/" in each)

    def length(self, text: str) -> float:
        """A length of time in cycles."""
        return self.number(text) * MONTHS[text.split()[1].rstrip("s")] / self.step

    def per_year(self, text: str) -> float:
        """An amount per year."""
        return self.number(text) * PER_YEAR[text.rsplit("/", 1)[1]]

    def shares(self, written: dict[str, str]) -> dict[str, float]:
        """Shares with `rest` filled in."""
        plain = {name: self.number(share) for name, share in written.items() if share != "rest"}
        return {name: plain.get(name, 1.0 - sum(plain.values())) for name in written}

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
