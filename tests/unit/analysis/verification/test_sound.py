"""The battery passes on what is right: on every file that ships, and on any file at all."""

from pathlib import Path

import pytest
from hypothesis import given, settings

from prevention_sim.analysis.verification import CHECKS
from prevention_sim.analysis.verification.bench import Bench, Verdict, verdicts
from prevention_sim.model.compile import compile_model
from prevention_sim.scenario.document import Scenario
from prevention_sim.scenario.loading import load_scenario
from tests import small
from tests.small import Tree
from tests.strategies import files

SCENARIOS = Path(__file__).resolve().parents[4] / "scenarios"
SHIPPED = sorted(SCENARIOS.rglob("*.yaml"))


def failing(scenario: Scenario) -> list[Verdict]:
    found = verdicts(Bench(scenario, compile_model(scenario)), CHECKS)
    return [verdict for verdict in found if verdict.outcome == "failed"]


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_every_shipped_scenario_is_sound(path: Path) -> None:
    assert failing(load_scenario(path)) == []


@settings(max_examples=40)
@given(files())
def test_any_file_is_sound(tree: Tree) -> None:
    assert failing(small.scenario_of(tree)) == []
