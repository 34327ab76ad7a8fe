"""From which value of a number on does the programme pay?

The relief is evaluated at many values of the number at once. Wherever its sign changes, Brent's method finds
the root, and the scenario is run again there: a break-even is reported with the relief of that run beside it.
"""

from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from math import isclose, ldexp
from typing import Final

import numpy as np

from prevention_sim.analysis.chance import chance
from prevention_sim.analysis.evaluation import Outcomes, evaluate, evaluate_base
from prevention_sim.analysis.findings import Findings, Period, Perspective, Slice
from prevention_sim.engines import COUNTERS
from prevention_sim.foundation.axes import FloatArray
from prevention_sim.foundation.errors import ModelError
from prevention_sim.foundation.languages import Both
from prevention_sim.model.model import Model
from prevention_sim.model.rows import named_path, set_rows
from prevention_sim.scenario.document import Located, Scenario, figures_of
from prevention_sim.scenario.evidence import Dimension

POINTS: Final = 65

VERIFIED_WITHIN_EUR: Final = 0.01
GRAINS_OF_ROUNDING: Final = 64
"""A budget of many billions has a grain above a cent; a root is then verified to some grains."""

FARTHEST: Final = 20.0
"""How many times the written value an amount, number or duration is followed upwards."""


@dataclass(frozen=True, slots=True)
class Question:
    """Whose relief, over which years, of which strategy against the comparator.

    `points` are the values looked at before roots are sought; two roots between neighbours stay unseen.
    """

    strategy: str
    period: Period = "window"
    perspective: Perspective = "municipality"
    points: int = POINTS


@dataclass(frozen=True, slots=True)
class Root:
    """A value at which the relief is zero, the relief of a run there, and whether it is positive above."""

    value: float
    relief: float
    pays_above: bool


@dataclass(frozen=True, slots=True)
class BreakEven:
    """All roots of a number, in ascending order; none where the relief keeps its sign.

    `low` and `high` are the ends of the range in which the model could be run.
    """

    path: str
    written: float
    low: float
    high: float
    relief_as_written: float
    roots: tuple[Root, ...]

    def asks_the_same_as(self, other: "BreakEven") -> bool:
        """Whether two numbers are one by another name: written alike, with the same break-evens."""
        one, two = ((each.written, *(root.value for root in each.roots)) for each in (self, other))
        return len(one) == len(two) and all(map(isclose, one, two))


def break_even(
    scenario: Scenario, model: Model, name: str, question: Question, within: tuple[float, float] | None = None
) -> BreakEven:
    """Every value of a number of the file at which the relief is zero.

    `name` is a path or the id of a parameter; `within` bounds the search, by default 0 to 1 for shares and
    chances and 0 to twenty times the written value otherwise. The question is about what is expected, so mean
    numbers answer it wherever they can; among persons, the relief goes in steps, and a root is as near as
    their mean is sure. Raises `ModelError` for an unknown name.
    """
    model = model.by_cheapest_engine()
    path = named_path(model.table, name)
    written = float(model.table.base[model.table.names.index(path)])
    low, high = within or _range(scenario, path, written)
    relief = _Relief(model.in_nominal_terms(), path, question, evaluate_base(model))
    values = np.linspace(low, high, question.points)
    reliefs = relief.at(values)
    possible = values[np.isfinite(reliefs)]
    if not possible.size:
        raise ModelError(
            Both(
                f"{path}: Mit keinem Wert von {low:.6g} bis {high:.6g} lässt sich rechnen",
                f"{path}: the model refuses every value from {low:.6g} to {high:.6g}",
            )
        )
    roots = [
        _root(relief, between, reliefs_there)
        for between, reliefs_there in zip(pairwise(values), pairwise(reliefs), strict=True)
        if _crosses(reliefs_there, at_start=between[0] == low)
    ]
    return BreakEven(
        path,
        written,
        float(possible[0]),
        float(possible[-1]),
        relief.as_written,
        tuple(roots),
    )


def _crosses(reliefs: tuple[float, float], *, at_start: bool) -> bool:
    before, after = reliefs
    return before * after < 0.0 or (before == 0.0 and after != 0.0 and not at_start)


def _root(relief: "_Relief", between: tuple[float, float], reliefs: tuple[float, float]) -> Root:
    """The value between two others at which the relief vanishes, verified by a run there.

    Most numbers enter the relief in a straight line, and the first guess is the root.
    """
    (left, right), (before, after) = between, reliefs
    value = left - before * (right - left) / (after - before)
    found = relief.of(value)
    if abs(found) > relief.verified_within:
        from scipy.optimize import brentq  # noqa: PLC0415 - half a second that straight lines do not need

        value = float(brentq(relief.sought, left, right, xtol=1e-14, rtol=1e-14))
        found = relief.of(value)
    if abs(found) > relief.verified_within:
        raise ModelError(
            Both(
                f"Die Entlastung springt nahe {value:.6g} über null: Nachgerechnet sind es {found:.2f} EUR",
                f"the relief jumps over zero near {value:.6g}: a run there gives {found:,.2f} EUR",
            )
        )
    return Root(float(value), found, pays_above=bool(before < after))


@dataclass(frozen=True)
class _Relief:
    """The relief as a function of one number, of a model whose outcomes as written are known."""

    model: Model
    path: str
    question: Question
    written: Outcomes

    @property
    def grain(self) -> int:
        """The grain of every row."""
        return self.written.ledger.grain_bits

    @property
    def as_written(self) -> float:
        """Relief of the base row."""
        return float(self._in(self.written)[0])

    @cached_property
    def verified_within(self) -> float:
        """How near to zero the relief of a root is, in EUR."""
        return verified_within(self.written, self.question)

    def of(self, value: float) -> float:
        """Relief at one value."""
        return float(self.at(np.array([value]))[0])

    def sought(self, value: float) -> float:
        """Relief at one value; that of persons is nothing where their mean is no surer."""
        found = self.of(value)
        near = self.written.engine in COUNTERS and abs(found) <= self.verified_within
        return 0.0 if near else found

    def at(self, values: FloatArray) -> FloatArray:
        """Relief at each value; not a number where the model refuses it."""
        try:
            return self._evaluated(values)
        except ModelError:
            if len(values) == 1:
                return np.array([np.nan])
            return np.concatenate([self.at(values[at : at + 1]) for at in range(len(values))])

    def _evaluated(self, values: FloatArray) -> FloatArray:
        rows = set_rows(self.model.table, {self.path: values})
        return np.concatenate([self._in(found) for found in evaluate(self.model, rows, grain=self.grain)])

    def _in(self, outcomes: Outcomes) -> FloatArray:
        asked, findings = self.question, Findings(outcomes)
        years = Slice(findings.years(asked.period), perspective=asked.perspective)
        return findings.relief(asked.strategy, years)


def verified_within(outcomes: Outcomes, question: Question) -> float:
    """How near to zero the relief of a root is, in EUR: of persons, as near as their mean is sure."""
    near = max(VERIFIED_WITHIN_EUR, GRAINS_OF_ROUNDING * ldexp(1.0, -outcomes.ledger.grain_bits))
    if outcomes.engine not in COUNTERS:
        return near
    years = Findings(outcomes).years(question.period)
    lived = chance(outcomes.model, question.perspective)
    return max(near, lived.relief(question.strategy, years).half_width)


def is_share(found: Located, written: float) -> bool:
    """Whether a number is a share or a chance; a parameter without unit between 0 and 1 is read as one."""
    if found.dimension in (Dimension.SHARE, Dimension.PROBABILITY):
        return True
    unit = getattr(found.figure.value, "unit", None)
    return (
        found.dimension is Dimension.ANY and unit is not None and not unit.numerator and 0.0 <= written <= 1.0
    )


def _range(scenario: Scenario, path: str, written: float) -> tuple[float, float]:
    located = next(found for found in figures_of(scenario) if found.path == path)
    return (0.0, 1.0) if is_share(located, written) else (0.0, FARTHEST * abs(written))
