"""A run held against what its author expects."""

import pytest

from prevention_sim.analysis.evaluation import evaluate_base
from prevention_sim.analysis.expectations import Comparison, compare_expectations
from prevention_sim.model.compile import compile_model
from tests import small

FILE = """
time: {start: 2020-01, years: 2, budget_window: 1}
conventions: {counting: start, conversion: separate, discounting: {method: per_year_end, rate: 25 %%/year}}
states: {heim: {title: Heim, tags: [placement]}, paket: {title: Paket}}
strata: {nord: {title: Nord, share: 25 %%}, sued: {title: Süd, share: rest}}
caseload: {intake: {gruppe: {value: 8 cases, at: 2020-01, into: heim}}}
costs:
  heimkosten: {kind: per_case, title: Heim, state: heim, value: 1 000 EUR/month}
  paketkosten: {kind: per_case, title: Paket, state: paket, value: 100 EUR/month}
interventions:
  hilfe:
    title: Hilfe
    effects: [{kind: diverts, from: heim, into: paket, share: 50 %%}]
    costs: {stelle: {kind: fixed, title: Stelle, value: 1 200 EUR/year}}
strategies: {ohne: {title: ohne}, mit: {title: mit, interventions: [hilfe]}}
comparator: ohne
expect: [%s]
"""


def compare(*expectations: str) -> tuple[Comparison, ...]:
    scenario = small.scenario(FILE % ", ".join(f"{{{expectation}}}" for expectation in expectations))
    return compare_expectations(scenario, evaluate_base(compile_model(scenario)))


@pytest.mark.parametrize(
    ("expectation", "value"),
    [
        ("figure: cost, strategy: ohne", 192_000.0),
        ("figure: cost, strategy: mit", 96_000.0 + 9_600.0 + 2_400.0),
        ("figure: cost", 108_000.0),
        ("figure: relief", 84_000.0),
        ("figure: relief, strategy: mit, year: 2020", 42_000.0),
        ("figure: relief, period: window", 42_000.0),
        ("figure: relief, state: heim", 96_000.0),
        ("figure: relief, item: stelle", -2_400.0),
        ("figure: relief, stratum: nord", 21_600.0),
        ("figure: relief, stratum: shared", -2_400.0),
        ("figure: relief, valuation: present", 42_000.0 * (0.8 + 0.64)),
        ("figure: person_years, state: heim", 8.0),
        ("figure: person_years, strategy: ohne, state: [heim, paket]", 16.0),
        ("figure: person_months, state: heim, year: 2021", 48.0),
        ("figure: persons_at_end, state: paket, stratum: sued", 3.0),
        ("figure: placements", 4.0),
        ("figure: avoided_placements", 4.0),
        ("figure: avoided_place_years", 8.0),
        ("figure: supported_cases", 4.0),
        ("figure: relief_per_avoided_place_year", 10_500.0),
        ("figure: programme_relief_per_avoided_place_year", 10_500.0),
        ("figure: relief_per_supported_case", 21_000.0),
        ("figure: price_difference", 10_800.0),
        ("figure: benefit_cost_ratio", 96_000.0 / (9_600.0 + 2_400.0)),
        ("figure: relief_per_euro", 84_000.0 / (9_600.0 + 2_400.0)),
    ],
)
def test_a_figure_is_what_it_says(expectation: str, value: float) -> None:
    (comparison,) = compare(f"{expectation}, value: '{value}', tolerance: '0.001'")
    assert comparison.found == pytest.approx(value, abs=1e-3)
    assert comparison.holds


def test_the_tolerance_decides_and_its_edge_still_holds() -> None:
    inside, outside = compare(
        "figure: price_difference, value: '10799.5', tolerance: '0.5'",
        "figure: price_difference, value: '10799.4', tolerance: '0.5'",
    )
    assert inside.holds
    assert not outside.holds


def test_a_figure_that_is_not_defined_never_holds() -> None:
    (comparison,) = compare(
        "figure: relief_per_avoided_place_year, strategy: ohne, value: '0', tolerance: '1000000000'"
    )
    assert comparison.found is None
    assert not comparison.holds


def test_expectations_come_back_in_the_order_of_the_file() -> None:
    first, second = compare(
        "figure: cost, value: '1', tolerance: '0'", "figure: relief, value: '2', tolerance: '0'"
    )
    assert (first.expected, second.expected) == (1.0, 2.0)
