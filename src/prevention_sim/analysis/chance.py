"""What chance adds: single replications beside what is expected.

The numbers of the file are the same in every replication, and only luck differs (first-order uncertainty). A
mean over replications has an error of its own, which more of them make smaller.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from math import sqrt
from typing import Final

import numpy as np

from prevention_sim.analysis.evaluation import evaluate, grain_of
from prevention_sim.analysis.findings import Findings, Perspective, Slice
from prevention_sim.engines import person_engine
from prevention_sim.foundation.axes import FloatArray
from prevention_sim.foundation.errors import ModelError
from prevention_sim.foundation.languages import Both
from prevention_sim.model.model import Model
from prevention_sim.model.rows import base_row

NORMAL_95: Final = 1.959963984540054
"""Half the width of a 95 % interval in standard errors."""

FEWEST, MOST = 64, 65_536
"""Replications that are tried at least and at most until a mean is as precise as asked."""

WIDE: Final = 0.5
"""A range of chance that is wider than this share of what is expected is told as one of small numbers."""


@dataclass(frozen=True, slots=True)
class Spread:
    """One figure in every replication, f8[replication]."""

    values: FloatArray

    @property
    def mean(self) -> float:
        """What is expected, as far as the replications tell."""
        return float(self.values.mean())

    @property
    def half_width(self) -> float:
        """By how much the mean may be off, with 95 % confidence; infinite for a single replication."""
        if len(self.values) == 1:
            return float("inf")
        return NORMAL_95 * float(self.values.std(ddof=1)) / sqrt(len(self.values))

    def quantile(self, share: float) -> float:
        """The smallest value that at least a share of the replications does not exceed."""
        ordered = np.sort(self.values)
        return float(ordered[max(0, int(np.ceil(share * len(ordered) - 1e-9)) - 1)])

    @property
    def wide(self) -> bool:
        """Whether nine of ten replications differ among themselves by more than half of what is expected."""
        return self.quantile(0.95) - self.quantile(0.05) > WIDE * abs(self.mean)


@dataclass(frozen=True, slots=True)
class Chance:
    """What the replications of a model came to, for one perspective.

    `cost` is f8[year, replication] by strategy, `avoided` the place-years avoided in the budget window.
    """

    years: tuple[int, ...]
    comparator: str
    cost: Mapping[str, FloatArray]
    avoided: Mapping[str, FloatArray]

    @property
    def replications(self) -> int:
        """How many there are."""
        return int(self.cost[self.comparator].shape[-1])

    def of_year(self, strategy: str, year: int) -> Spread:
        """The cost of a year."""
        return Spread(self.cost[strategy][self.years.index(year)])

    def relief(self, strategy: str, years: tuple[int, ...]) -> Spread:
        """The relief over some years: by common luck, replication by replication."""
        at = [self.years.index(year) for year in years]
        difference = self.cost[self.comparator][at] - self.cost[strategy][at]
        return Spread(_added(difference))


@lru_cache(maxsize=4)
def chance(model: Model, perspective: Perspective) -> Chance:
    """Live through as many replications as the file asks for; kept for whoever asks again."""
    rows = base_row(model.table).replicated(model.simulation.seed, range(model.simulation.replications))
    cost: dict[str, list[FloatArray]] = {strategy: [] for strategy in model.strategies}
    avoided: dict[str, list[FloatArray]] = {strategy: [] for strategy in model.strategies}
    years: tuple[int, ...] = ()
    engine = person_engine(model)
    grain = grain_of(model, engine)
    for outcomes in evaluate(model, rows, engine=engine, grain=grain):
        findings = Findings(outcomes)
        years, window = findings.years("horizon"), Slice(findings.years("window"))
        without = findings.person_years(model.comparator, window, model.placements)
        for strategy in model.strategies:
            parts = [Slice((year,), perspective=perspective) for year in years]
            cost[strategy].append(np.array([findings.cost(strategy, part) for part in parts]))
            placed = findings.person_years(strategy, window, model.placements)
            avoided[strategy].append(without - placed)
    return Chance(
        years,
        model.comparator,
        {name: np.concatenate(found, axis=-1) for name, found in cost.items()},
        {name: np.concatenate(found) for name, found in avoided.items()},
    )


def replications_until(model: Model, perspective: Perspective, strategy: str, half_width: float) -> int:
    """How many replications make the relief of the budget window as sure as asked; numbers double.

    Raises `ModelError` where not even `MOST` of them do.
    """
    count, found = FEWEST, float("inf")
    while count <= MOST:
        asked = replace(model, simulation=replace(model.simulation, replications=count))
        window = model.calendar.years[: model.window_years]
        found = chance(asked, perspective).relief(strategy, window).half_width
        if found <= half_width:
            return count
        count *= 2
    raise ModelError(
        Both(
            f"Auch {MOST} Durchläufe bestimmen die Entlastung nur auf ± {found:,.0f} EUR genau",
            f"even {MOST} replications make the relief no surer than ± {found:,.0f} EUR",
        )
    )


@dataclass(frozen=True, slots=True)
class TwoLevels:
    """How much of a variance is chance, and how much comes from numbers that are not known for sure.

    By the method of moments of a one-way layout with n replications of each row: the mean of the variances
    within rows, and the variance of the means of rows less an n-th of that (A. O'Hagan, M. Stevenson and
    J. Madan, Monte Carlo probabilistic sensitivity analysis for patient level simulation models, Health
    Economics 16, 2007). The second may come out below zero where it is small.
    """

    first_order: float
    second_order: float


def two_levels(values: FloatArray) -> TwoLevels:
    """Take f8[row, replication] apart; raises `ModelError` for fewer than two rows or replications."""
    rows, replications = values.shape
    if min(rows, replications) < 2:  # noqa: PLR2004 - a variance needs two
        raise ModelError(
            Both(
                "Zwei Ebenen brauchen mindestens zwei Reihen und zwei Durchläufe",
                "two levels need at least two rows and two replications",
            )
        )
    within = float(values.var(axis=1, ddof=1).mean())
    return TwoLevels(within, float(values.mean(axis=1).var(ddof=1)) - within / replications)


def _added(values: FloatArray) -> FloatArray:
    """Sum over the first axis in its order."""
    total: FloatArray = np.zeros(values.shape[1:])
    for value in values:
        total = total + value
    return total
