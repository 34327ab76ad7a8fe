"""Luck that strategies share makes differences surer, and shifts none (relation 50).

With a seed for each strategy the mean difference is the same; either is that of expected numbers, |z| < 4.42.
A bias of six standard errors, here 0.3 standard deviations of one replication, is found 19 times in 20.
"""

from pathlib import Path

import numpy as np
import pytest

from prevention_sim.analysis.evaluation import evaluate
from prevention_sim.foundation.axes import FloatArray
from prevention_sim.model.compile import compile_model
from prevention_sim.model.model import Model
from prevention_sim.model.rows import Rows, base_row
from prevention_sim.scenario.loading import load_scenario
from prevention_sim.scenario.settings import EngineName
from tests.replications import LARGEST_Z

pytestmark = pytest.mark.xdist_group("compiled")

SCENARIOS = Path(__file__).parents[2] / "scenarios"
REPLICATIONS = 400


def cost(model: Model, rows: Rows, engine: EngineName) -> FloatArray:
    """What each strategy costs over the horizon: f8[strategy, row]."""
    parts = [
        outcomes.ledger.amount.where(valuation="nominal", basis="accrual").total_by("strategy", "row")
        for outcomes in evaluate(model, rows, engine=engine)
    ]
    return np.concatenate(parts, axis=-1)


def z(values: FloatArray, expected: float) -> float:
    """The distance of a mean from what is expected, in standard errors."""
    return float((values.mean() - expected) / np.sqrt(values.var(ddof=1) / values.size))


@pytest.mark.parametrize("file", ["bielefeld", "bielefeld_net_widening", "reference/fading_effect"])
def test_strategies_with_luck_of_their_own_differ_by_as_much(file: str) -> None:
    model = compile_model(load_scenario(SCENARIOS / f"{file}.yaml"))
    row = base_row(model.table)
    expected = cost(model, row, "cohort")[:, 0]
    one, other = (
        cost(model, row.replicated(seed, range(REPLICATIONS)), "microsimulation") for seed in (1, 2)
    )
    before = model.strategies.index(model.comparator)
    for strategy in range(len(model.strategies)):
        if strategy == before:
            continue
        shared, own = one[before] - one[strategy], one[before] - other[strategy]
        relief = float(expected[before] - expected[strategy])
        assert abs(z(shared, relief)) < LARGEST_Z
        assert abs(z(own, relief)) < LARGEST_Z
        apart = (shared.mean() - own.mean()) / np.sqrt((shared.var() + own.var()) / REPLICATIONS)
        assert abs(apart) < LARGEST_Z
        assert shared.var() < own.var()
