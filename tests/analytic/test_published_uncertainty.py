"""The uncertainty that was published of the Bielefeld reference cohort comes back (DOMAIN 7.1).

Reference: 400,000 draws, 95 % interval. Price difference 49,992 (36,340 to 65,951), per supported child
38,965 (17,542 to 66,082).
"""

import numpy as np
import pytest
from numpy.testing import assert_allclose

from prevention_sim.analysis.draws import Sample
from prevention_sim.analysis.evaluation import evaluate, grain_of
from prevention_sim.analysis.findings import Findings, Slice
from prevention_sim.model.compile import compile_model
from prevention_sim.model.draws import design_of, draws
from prevention_sim.scenario.loading import load_scenario
from prevention_sim.scenario.shipped import scenario_path

DRAWS = 2**17


@pytest.fixture(scope="module")
def samples() -> dict[str, Sample]:
    """The two published figures in every draw."""
    model = compile_model(load_scenario(scenario_path("bielefeld_uncertain")))
    design = design_of(DRAWS, "sobol", 1, [model.table])
    prices, reliefs = [], []
    for outcomes in evaluate(model, draws(model.table, design), grain=grain_of(model)):
        findings = Findings(outcomes)
        part = Slice(findings.years("horizon"), perspective="municipality")
        difference = findings.price_difference("mit")
        assert difference is not None
        prices.append(difference)
        reliefs.append(findings.relief("mit", part) / 30.0)
    return {
        "price_difference": Sample(np.concatenate(prices), design.blocks),
        "per_supported_child": Sample(np.concatenate(reliefs), design.blocks),
    }


def test_the_price_difference(samples: dict[str, Sample]) -> None:
    """Within four standard errors of the reference: an sd of 7,560 EUR over 400,000 draws is 12 EUR."""
    sample = samples["price_difference"]
    assert len(sample.amount) == DRAWS
    assert sample.standard_error is not None
    assert sample.mean == pytest.approx(49_992.0, abs=4.0 * (12.0 + sample.standard_error))
    assert_allclose(sample.ends(0.95) or (), (36_340.0, 65_951.0), rtol=0.01)


def test_per_supported_child(samples: dict[str, Sample]) -> None:
    """An sd of 12,400 EUR over 400,000 draws is 20 EUR: four of them are 80 EUR."""
    sample = samples["per_supported_child"]
    assert sample.mean == pytest.approx(38_965.0, abs=80.0)
    assert_allclose(sample.ends(0.95) or (), (17_542.0, 66_082.0), rtol=0.01)
