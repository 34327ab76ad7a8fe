"""The bench on which a scenario is checked: what a check may ask, and what it may answer.

A check changes the input in a way whose consequence is known, and looks whether the consequence follows. It
asks nothing but the evaluator, so it can be tried on one that is wrong.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from math import inf, ldexp
from typing import Final, Literal, TypeAlias

import numpy as np
from numpy.typing import ArrayLike

from prevention_sim.analysis.evaluation import Outcomes, evaluate, grain_of
from prevention_sim.engines import COUNTERS, engine_of
from prevention_sim.foundation.axes import FloatArray
from prevention_sim.model.model import Model
from prevention_sim.model.rows import base_row, set_rows, with_numbers
from prevention_sim.scenario.costs import Hourly, IncomeLine, Priced, Refund, ShareOf, Staff
from prevention_sim.scenario.document import Scenario
from prevention_sim.scenario.lines import lines_of

ROUNDING: Final = 1e-9
"""How far many additions may carry a number, relative to the largest."""

GRAINS: Final = 8.0
"""How many grains roundings on the way to a bearer may add up to, for one line."""

Evaluator: TypeAlias = Callable[..., Iterator[Outcomes]]
"""`evaluate`, or something that stands in for it."""

Domain = Literal["input", "events", "results", "uncertainty", "overall"]
"""The five domains of TECH-VER."""

Reason = Literal[
    "no_alternative",
    "no_case",
    "no_diversion",
    "no_discounting",
    "no_final_state",
    "no_line",
    "no_placement_line",
    "no_price",
    "no_root",
    "no_third_strategy",
    "no_whole_year",
    "rate_below_zero",
    "asked_again",
    "persons",
    "weights_of_the_whole",
]


@dataclass(frozen=True, slots=True)
class Found:
    """How many figures were held against what must follow, and how far the worst of them lies off."""

    figures: int
    apart: float
    allowed: float


@dataclass(frozen=True, slots=True)
class Listed:
    """Which of some numbers of the file deserve a second look, by their paths."""

    figures: int
    paths: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Inapplicable:
    """Why there is nothing to check."""

    reason: Reason


Answer: TypeAlias = Found | Listed | Inapplicable
Outcome = Literal["passed", "failed", "doubtful", "not_applicable"]


@dataclass(frozen=True, slots=True)
class Check:
    """One question to a scenario."""

    domain: Domain
    look: Callable[["Bench"], Answer]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a check found."""

    id: str
    domain: Domain
    answer: Answer

    @property
    def outcome(self) -> Outcome:
        """In one word; a figure that is no number fails."""
        match self.answer:
            case Found(_, apart, allowed):
                return "passed" if apart <= allowed else "failed"
            case Listed(_, paths):
                return "doubtful" if paths else "passed"
            case Inapplicable():
                return "not_applicable"


def verdicts(bench: "Bench", checks: Mapping[str, Check]) -> tuple[Verdict, ...]:
    """The answers to all checks, in their order."""
    return tuple(Verdict(name, check.domain, check.look(bench)) for name, check in checks.items())


def compared(*parts: tuple[FloatArray, float]) -> Found:
    """The worst of some deviations, each with what is allowed there."""
    worst = [(float(np.abs(apart).max(initial=0.0)), allowed) for apart, allowed in parts]
    off = max(worst, key=lambda each: inf if np.isnan(each[0]) else each[0] - each[1], default=(0.0, 0.0))
    return Found(sum(apart.size for apart, _ in parts), *off)


@dataclass(frozen=True)
class Bench:
    """A scenario, its model, and whatever evaluates it."""

    scenario: Scenario
    model: Model
    evaluator: Evaluator = evaluate

    @cached_property
    def base(self) -> Outcomes:
        """Everything as written."""
        return self.of({})

    @cached_property
    def counted(self) -> Outcomes:
        """Everything as written, with time counted as `at_start` does."""
        return self.of({}, self.at_start)

    @cached_property
    def written(self) -> dict[str, float]:
        """Every number and every formula as written, by its path."""
        columns = base_row(self.model.table).columns()
        return {path: float(column[0]) for path, column in columns.items()}

    @cached_property
    def at_start(self) -> Model:
        """The model with time counted as persons at the start of each cycle, whatever the file counts."""
        weights = self.model.weights.nominal()
        counted = replace(weights, start=np.ones_like(weights.start), end=np.zeros_like(weights.end))
        return replace(self.model, weights=counted)

    @property
    def by_persons(self) -> bool:
        """Whether only persons can tell what is asked, and every figure is a mean over replications."""
        return engine_of(self.model) in COUNTERS

    @property
    def bits(self) -> int:
        """The grain on which all money is booked, as a power of two."""
        return grain_of(self.model)

    @property
    def grain(self) -> float:
        """The smallest amount that is booked, in EUR."""
        return ldexp(1.0, -self.bits)

    @property
    def alternatives(self) -> tuple[str, ...]:
        """The strategies beside the comparator."""
        return tuple(name for name in self.model.strategies if name != self.model.comparator)

    def of(self, changes: Mapping[str, ArrayLike], model: Model | None = None) -> Outcomes:
        """Rows in which some numbers or formulas have other values: one for each of them."""
        chosen = model or self.model
        rows = set_rows(with_numbers(chosen.table, changes), changes)
        return next(self.evaluator(chosen, rows, grain=self.bits, chunk_rows=len(rows)))

    def times(self, paths: tuple[str, ...], *factors: float) -> dict[str, ArrayLike]:
        """What is written at some paths, times each factor: one row for each."""
        return {path: self.written[path] * np.array(factors) for path in paths}

    def caseload(self) -> tuple[str, ...]:
        """The numbers of cases that are there or come."""
        streams = self.scenario.caseload
        return tuple(
            f"caseload.{kind}.{name}.value"
            for kind in ("stock", "intake", "arrivals")
            for name in getattr(streams, kind)
        )

    def prices(self, *, of_programmes: bool = False) -> tuple[str, ...]:
        """The prices of every line that has some; shares of others and refunds follow those."""
        return tuple(
            f"{path}.{key}"
            for path, line in lines_of(self.scenario)
            if path.startswith("interventions.") or not of_programmes
            for key in (*_price_keys(line), *_cap_keys(line))
        )


def _cap_keys(line: IncomeLine) -> tuple[str, ...]:
    """A ceiling, which rises and falls with the prices."""
    return ("cap",) if isinstance(line, Priced) and line.cap is not None else ()


def _price_keys(line: IncomeLine) -> tuple[str, ...]:
    """What of a line is money: of hours their price, of posts what each costs."""
    match line:
        case ShareOf() | Refund():
            return ()
        case Hourly() if line.at is not None:
            return ("at",)
        case Staff():
            return ("personnel", "material") if line.material is not None else ("personnel",)
        case _:
            return ("value",)
