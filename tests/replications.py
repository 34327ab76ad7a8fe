"""Replications of persons against what is expected of them.

Nothing is tuned to a run: seeds are written before it, and a bound is what a standard normal exceeds once in
100,000. Where many cells are compared, a bias of six standard errors of one of them is found 19 times in 20.
"""

from dataclasses import dataclass

import numpy as np

from prevention_sim.engines.cohort import run_cohort
from prevention_sim.engines.microsimulation import count_persons
from prevention_sim.engines.replications import run_replicated
from prevention_sim.engines.trace import Trace
from prevention_sim.foundation.axes import FloatArray
from prevention_sim.model.bind import Bound, bind
from prevention_sim.model.model import Model
from prevention_sim.model.rows import base_row
from tests import small

SEED = 1
LARGEST_Z = 4.42
FEWEST = 25.0
"""Persons expected in all replications: below that, a count is too far from normal for a bound on z."""
DUST = 1e-12
"""A variance that only rounding has."""


@dataclass(frozen=True)
class Compared:
    """Persons counted, the last axis the row, against those expected; `whole` is the most there can be."""

    found: FloatArray
    expected: FloatArray
    whole: FloatArray

    def z(self) -> FloatArray:
        """The distance of means in standard errors; 0 where too few are expected.

        The variance is that of drawing so many of all, or the one that replications show where it is larger.
        """
        count = self.found.shape[-1]
        drawn = self.expected * np.clip(1.0 - self.expected / np.maximum(self.whole, DUST), 0.0, 1.0)
        variance = np.maximum(np.maximum(self.found.var(axis=-1, ddof=1), drawn), DUST)
        distance = (self.found.mean(axis=-1) - self.expected) / np.sqrt(variance / count)
        return np.where(self.expected * count >= FEWEST, distance, 0.0)


def base_bound(model: Model) -> Bound:
    """The numbers of a model as written."""
    return bind(model, base_row(model.table))


def replicated(model: Model, replications: int, seed: int = SEED) -> Trace:
    """The first replications of a seed, each a row."""
    rows = base_row(model.table).replicated(seed, range(replications))
    return run_replicated(count_persons, model, bind(model, rows))


def replications_for(model: Model, persons: float) -> int:
    """How many replications bring about so many persons; between 50 and 1,000."""
    stock = base_bound(model).start[..., 0].sum(axis=(0, 2)).max(initial=1.0)
    return int(np.clip(persons / stock, 50, 1_000))


def counts(trace: Trace) -> tuple[FloatArray, ...]:
    """Everything that persons are counted in, without valuation."""
    return trace.at_end, trace.moves.along()[0], trace.shifts[0], trace.entries[0]


def compared(model: Model, replications: int, seed: int = SEED) -> list[Compared]:
    """Replications of a model against the cohort."""
    bound = base_bound(model)
    expected, found = run_cohort(model, bound), replicated(model, replications, seed)
    whole = (bound.start.sum(axis=0) + expected.entries[0].sum(axis=(0, 1)))[..., 0]
    return [
        Compared(persons, numbers[..., 0], np.broadcast_to(whole, numbers.shape[:-1]))
        for persons, numbers in zip(counts(found), counts(expected), strict=True)
    ]


def assert_agree(model: Model, replications: int, seed: int = SEED) -> None:
    """Every count within the bound of what is expected, and nobody where nobody can be."""
    for each in compared(model, replications, seed):
        assert np.abs(each.z()).max(initial=0.0) < LARGEST_Z
        assert not each.found[each.expected == 0.0].any()


APPROACH = """
time: {start: 2020-01, years: 2, budget_window: 1}
states: [a, b, c, d]
caseload: {stock: {da: {value: %d cases, in: a}}}
stays: {a: {mean: 9 months, to: {b: 60 %%, c: rest}}, b: {mean: 5 months, to: {a: 50 %%, d: rest}}}
transitions: [{from: c, to: a, probability: 9 %%/month}]
"""


def slope_of_errors(sizes: tuple[int, ...], replications: int = 64) -> float:
    """How the error of the share in each state, by its square, falls with the number of persons."""
    errors = []
    for persons in sizes:
        model = small.model(APPROACH % persons)
        expected = run_cohort(model, base_bound(model)).at_end
        off = (replicated(model, replications).at_end - expected) / persons
        errors.append(float(np.sqrt((off * off).mean())))
    return float(np.polyfit(np.log(sizes), np.log(errors), 1)[0])
