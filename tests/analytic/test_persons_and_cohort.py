"""Persons and expected numbers tell the same story: |z| < 4.42 in every cell, nobody where nobody can be."""

from pathlib import Path

import pytest
from hypothesis import Phase, given, settings

from prevention_sim.model.compile import compile_model
from prevention_sim.scenario.loading import load_scenario
from tests import small
from tests.drawn_programmes import files_with_programmes
from tests.replications import assert_agree, replications_for, slope_of_errors
from tests.small import Tree

pytestmark = pytest.mark.xdist_group("compiled")

SCENARIOS = Path(__file__).parents[2] / "scenarios"
FILES = (
    "bielefeld.yaml",
    "bielefeld_net_widening.yaml",
    "reference/fading_effect.yaml",
    "reference/hiv_combination.yaml",
    "reference/hiv_monotherapy.yaml",
    "reference/semi_markov_stay.yaml",
    "reference/sick_sicker_half_cycle.yaml",
)
"""`tests/long/persons_approach.py` takes all files that ship."""

SETTLED = """
time: {start: 2020-01, years: 3, budget_window: 1}
conventions: {counting: start, conversion: separate}
states: [a, b, c, d, e]
caseload:
  stock: {da: {value: 30 cases, in: a, elapsed: 2 months}}
  intake: {gruppe: {value: 50 cases, at: 2020-07, into: c}}
  arrivals:
    neue: {value: 90 cases/year, into: b}
    mehr: {value: 40 cases/year, into: c, varies: fixed}
    schwankend: {value: 60 cases/year, into: c, varies: negative_binomial, dispersion: 3}
parameters: {alle: 100 %/month, viele: 25 %/month}
transitions:
  - {from: a, to: b, probability: "where(years_since_entry >= 0.5, alle, viele)"}
  - {from: b, to: c, probability: 100 %/month}
  - {from: c, to: d, probability: 4 %/month}
  - {from: c, to: e, probability: 2 %/month}
  - {from: d, to: e, probability: 0 %/month}
interventions:
  hilfe:
    title: Hilfe
    lasts: 4 months
    continues_in: [c]
    enrolment: [{of: present, in: c, offered: 10 %/month}]
    effects:
      - {kind: hazard_ratio, from: c, to: d, ratio: 0.2}
      - {kind: hazard_ratio, from: c, to: e, ratio: 3}
strategies: {ohne: {title: ohne}, mit: {title: mit, interventions: [hilfe]}}
"""


def test_chances_of_0_and_1_and_a_treatment_in_the_middle_of_a_stay() -> None:
    """A treatment that begins and ends within a stay acts on one destination by 0.2, on another by 3."""
    assert_agree(small.model(SETTLED), 400)


@pytest.mark.parametrize("file", FILES)
def test_a_scenario_that_ships_tells_one_story(file: str) -> None:
    model = compile_model(load_scenario(SCENARIOS / file))
    assert_agree(model, replications_for(model, 10_000.0))


@settings(max_examples=50, phases=[Phase.generate])
@given(files_with_programmes())
def test_any_file_with_programmes_tells_one_story(tree: Tree) -> None:
    assert_agree(compile_model(small.scenario_of(tree)), 150)


def test_the_error_falls_with_the_root_of_the_number_of_persons() -> None:
    """Slope -1/2 within 0.07, of which chance alone takes 0.02: eight cells of 64 replications each.

    `tests/long/persons_approach.py` does the same up to 100,000 persons.
    """
    assert abs(slope_of_errors((100, 1_000, 10_000)) + 0.5) <= 0.07
