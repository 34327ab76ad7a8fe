"""What became of queues, and what waiting costs.

Utilisation is places in use over places there were, boundary by boundary, so it is right when their number
changes. The effect of capacity is the difference from the same persons, on the same luck, with places for
all; what posts cost is the same in both.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from prevention_sim.analysis.evaluation import Outcomes, evaluate_base
from prevention_sim.analysis.findings import Findings, Slice
from prevention_sim.engines.kernels.queues import (
    ASKED,
    BUSY,
    GONE,
    LEFT,
    SLOTS,
    TAKEN,
    TURNED,
    WAITING,
)
from prevention_sim.foundation.axes import FloatArray
from prevention_sim.model.limits import Limit
from prevention_sim.model.model import Model


@dataclass(frozen=True, slots=True)
class Queue:
    """One limit in one strategy, as it is on average over replications.

    told   f8[boundary, measure]   measures as in `engines/kernels/queues.py`
    waits  f8[cycles]              those who came to a place, by how many cycles they waited
    """

    limit: Limit
    strategy: str
    cycle_years: float
    boundaries: dict[int, tuple[int, ...]]
    told: FloatArray
    waits: FloatArray

    def waiting(self, years: Sequence[int]) -> float:
        """How many wait, on average over the boundaries of some years."""
        return float(self._of(WAITING, years).mean())

    def longest(self, years: Sequence[int]) -> float:
        """How many wait where most do."""
        return float(self._of(WAITING, years).max())

    def places(self, years: Sequence[int]) -> float:
        """How many places there are, on average over the boundaries of some years."""
        return float(self._of(SLOTS, years).mean())

    def utilisation(self, years: Sequence[int]) -> float | None:
        """The share of places in use; None where there are none."""
        there = float(self._of(SLOTS, years).sum())
        return float(self._of(BUSY, years).sum()) / there if there else None

    def asked(self, years: Sequence[int]) -> float:
        """How many ask for a place."""
        return float(self._of(ASKED, years).sum())

    def served(self, years: Sequence[int]) -> float:
        """How many come to a place."""
        return float(self._of(TAKEN, years).sum())

    def unserved(self, years: Sequence[int]) -> float:
        """How many leave the queue, are turned away, or move to where nobody waits."""
        return float(sum(self._of(measure, years).sum() for measure in (LEFT, TURNED, GONE)))

    def course(self, years: Sequence[int]) -> tuple[list[float], list[float]]:
        """How many wait at each boundary of some years: the dates, in years, and the numbers."""
        boundaries = [at for year in years for at in self.boundaries[year]]
        begin = years[0] - boundaries[0] * self.cycle_years
        return [begin + at * self.cycle_years for at in boundaries], self.told[boundaries, WAITING].tolist()

    @property
    def mean_wait_months(self) -> float | None:
        """The mean wait of those who came to a place, in months; None where nobody did."""
        count = float(self.waits.sum())
        if count <= 0.0:
            return None
        return float((self.waits * np.arange(len(self.waits))).sum()) / count * self.cycle_years * 12.0

    def wait_quantile_months(self, share: float) -> float | None:
        """How long this share of those who came to a place waited at most, in months."""
        running = np.cumsum(self.waits)
        if running[-1] <= 0.0:
            return None
        return int(np.searchsorted(running, share * running[-1])) * self.cycle_years * 12.0

    def _of(self, measure: int, years: Sequence[int]) -> FloatArray:
        return self.told[[at for year in years for at in self.boundaries[year]], measure]


def queues(outcomes: Outcomes, strategy: str) -> Iterator[Queue]:
    """Every limit that holds in a strategy; none where no queues were simulated."""
    model, told = outcomes.model, outcomes.trace.queues
    if not told.told.size:
        return
    calendar = model.calendar
    boundaries = {
        year: tuple(at for at in range(calendar.cycles) if calendar.year_at(at) == year)
        for year in calendar.years
    }
    place = model.strategies.index(strategy)
    for at, limit in enumerate(model.limits):
        if limit.strategies[place]:
            yield Queue(
                limit,
                strategy,
                float(calendar.cycle_years),
                boundaries,
                told.told[:, at, :, place, 0],
                told.waits[:, at, place, 0],
            )


@dataclass(frozen=True, slots=True)
class CapacityEffect:
    """What a strategy comes to with its places, beside what it would with places for all.

    `cost` is what waiting costs each bearer, in EUR, in the strategy; `relief` is in EUR, `placed` are
    person-years in placement.
    """

    cost: dict[str, float]
    relief: float
    relief_for_all: float
    placed: float
    placed_for_all: float


def capacity_effect(outcomes: Outcomes, strategy: str, part: Slice) -> CapacityEffect:
    """The effect of capacity over some years, for one perspective."""
    model = outcomes.model
    limited, unlimited = Findings(outcomes), Findings(with_places_for_all(model))

    def of(findings: Findings) -> tuple[float, float]:
        placed = findings.person_years(strategy, part, model.placements)
        return float(findings.relief(strategy, part)[0]), float(placed[0])

    (relief, placed), (relief_for_all, placed_for_all) = of(limited), of(unlimited)
    cost = {
        bearer: limited.borne(strategy, bearer, part) - unlimited.borne(strategy, bearer, part)
        for bearer in model.bearers
    }
    by_bearer = {bearer: float(values[0]) for bearer, values in cost.items()}
    return CapacityEffect(by_bearer, relief, relief_for_all, placed, placed_for_all)


def with_places_for_all(model: Model) -> Outcomes:
    """The same persons where nobody waits."""
    return evaluate_base(model, "microsimulation")
