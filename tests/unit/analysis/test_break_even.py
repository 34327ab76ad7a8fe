"""Break-evens against published values, and their verification by a run at the root."""

from pathlib import Path

import pytest

from prevention_sim.analysis.break_even import BreakEven, Question, break_even
from prevention_sim.analysis.evaluation import evaluate
from prevention_sim.analysis.findings import Findings, Period, Slice
from prevention_sim.foundation.errors import ModelError
from prevention_sim.model.compile import compile_model
from prevention_sim.model.rows import set_rows
from prevention_sim.scenario.loading import load_scenario

SCENARIOS = Path(__file__).parents[3] / "scenarios"
IMMINENT_SHARE = "interventions.familienhebammen.effects[0].share"


def solve(file: str, name: str, period: Period, within: tuple[float, float] | None = None) -> BreakEven:
    scenario = load_scenario(SCENARIOS / f"{file}.yaml")
    return break_even(scenario, compile_model(scenario), name, Question("mit", period), within)


@pytest.mark.parametrize(
    ("file", "name", "period", "published", "half_a_digit"),
    [
        ("bielefeld_reference_cohort", "unterbringung", "horizon", 0.0795952, 5e-8),  # V15
        ("bielefeld_net_widening", "unterbringung", "horizon", 0.1217751, 5e-8),  # V15
        ("bielefeld_reference_cohort", IMMINENT_SHARE, "horizon", 0.0788, 5e-5),  # V15
        ("bielefeld", "unterbringung", "window", 0.0839, 5e-5),  # V13
    ],
)
def test_published_break_evens(
    file: str, name: str, period: Period, published: float, half_a_digit: float
) -> None:
    (root,) = solve(file, name, period).roots
    assert root.value == pytest.approx(published, abs=half_a_digit)
    assert root.pays_above


def test_a_run_at_the_root_gives_no_relief() -> None:
    (root,) = solve("bielefeld", "unterbringung", "window").roots
    model = compile_model(load_scenario(SCENARIOS / "bielefeld.yaml"))
    (outcomes,) = evaluate(model, set_rows(model.table, {"parameters.unterbringung": root.value}))
    findings = Findings(outcomes)
    assert abs(findings.relief("mit", Slice(findings.years("window")))[0]) < 0.01


def test_more_foster_care_pays_up_to_a_share() -> None:
    (root,) = solve("bielefeld", "pflegeanteil", "window").roots
    assert not root.pays_above


def test_no_root_is_no_number() -> None:
    assert solve("bielefeld", "interventions.familienhebammen.costs.koordination.value", "window").roots == ()


def test_values_that_the_model_refuses_are_left_out() -> None:
    found = solve("bielefeld", "stays.heim.mean", "window")
    assert found.low >= 1.0  # a stay shorter than the cycle of a month cannot be


def test_an_unknown_number_is_refused_by_name() -> None:
    with pytest.raises(ModelError, match=r"no number at parameters\.nix"):
        solve("bielefeld", "nix", "window")
