"""How many children are ever in a home: the published figures, and bounds that must hold."""

from pathlib import Path

import pytest

from prevention_sim.analysis.evaluation import Outcomes, evaluate_base
from prevention_sim.analysis.ever_placed import ever_placed
from prevention_sim.analysis.findings import Findings, Slice
from prevention_sim.model.compile import compile_model
from prevention_sim.scenario.loading import load_scenario

SCENARIOS = Path(__file__).parents[3] / "scenarios"


def outcomes_of(name: str) -> Outcomes:
    return evaluate_base(compile_model(load_scenario(SCENARIOS / f"{name}.yaml")))


def test_of_thirty_children_the_published_numbers_are_ever_in_a_home() -> None:
    """COUNCIL B2: 23.5 of 30 without the programme, 14.0 with it."""
    outcomes = outcomes_of("bielefeld_reference_cohort")
    ever = dict(zip(outcomes.model.strategies, ever_placed(outcomes)[:, 0], strict=True))
    assert ever["ohne"] == pytest.approx(23.5, abs=0.05)
    assert ever["mit"] == pytest.approx(14.0, abs=0.05)


@pytest.mark.parametrize("name", ["bielefeld", "bielefeld_net_widening", "bielefeld_foster_mix"])
def test_whoever_is_placed_is_counted_once(name: str) -> None:
    """At least those placed at the end, at most as many as entries into placement."""
    outcomes = outcomes_of(name)
    findings = Findings(outcomes)
    whole = Slice(findings.years("horizon"))
    for strategy, ever in zip(outcomes.model.strategies, ever_placed(outcomes)[:, 0], strict=True):
        assert findings.persons_at_end(strategy, outcomes.model.placements)[0] <= ever + 1e-9
        assert ever <= findings.placements(strategy, whole)[0] + 1e-9
