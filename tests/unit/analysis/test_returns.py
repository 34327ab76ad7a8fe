"""Ratios and rates against published arithmetic, and words where a number would mean nothing."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from prevention_sim.analysis.evaluation import evaluate_base
from prevention_sim.analysis.findings import Findings, Slice
from prevention_sim.analysis.returns import internal_rate, returns
from prevention_sim.model.compile import compile_model
from prevention_sim.scenario.loading import parse_scenario

OPTIMISM_BIAS = """\
format: prevention_sim/1
scenario: {id: o7, title: O7, case: {unit: person, definition: Person}}
time: {start: 2020-01, years: 5, cycle: year, budget_window: 5}
conventions: {discounting: {method: per_year_start, rate: 3.5 %/year}}
prices: {year: 2020}
states: {alle: {title: alle}}
caseload: {stock: {einer: {value: 1 case, in: alle}}}
bearers: {stadt: {title: Stadt}}
interventions:
  massnahme:
    title: Maßnahme
    costs:
      anfang: {kind: fixed, title: Anfang, value: COST0 EUR/year, until: 2020-12}
      betrieb: {kind: fixed, title: Betrieb, value: COST EUR/year, from: 2021-01}
    income:
      erster: {kind: fixed, title: Nutzen, value: FIRST EUR/year, from: 2021-01, until: 2021-12}
      weitere: {kind: fixed, title: Nutzen, value: MORE EUR/year, from: 2022-01}
strategies: {mit: {title: mit, interventions: [massnahme]}, ohne: {title: ohne}}
comparator: ohne
"""


def o7(cost_factor: float, benefit_factor: float) -> Findings:
    """REFERENCE O7: cost 100,000 then 4 x 40,000; benefit 0, 60,000, 3 x 90,000."""
    amounts = {
        "COST0": 100_000 * cost_factor,
        "COST": 40_000 * cost_factor,
        "FIRST": 60_000 * benefit_factor,
        "MORE": 90_000 * benefit_factor,
    }
    text = OPTIMISM_BIAS
    for name, amount in amounts.items():
        text = text.replace(f"{name} EUR", f"{amount:.2f} EUR")
    return Findings(evaluate_base(compile_model(parse_scenario(text.encode()))))


@pytest.mark.parametrize(
    ("cost_factor", "benefit_factor", "net_present_value", "published_ratio"),
    [(1.0, 1.0, 54_668.45, 1.221399), (1.1, 0.75, -45_421.77, 0.832772)],
)
def test_published_benefit_cost_ratios(
    cost_factor: float, benefit_factor: float, net_present_value: float, published_ratio: float
) -> None:
    findings = o7(cost_factor, benefit_factor)
    part = Slice(findings.years("horizon"), "present")
    found = returns(findings, "mit", part)
    assert found.benefit_cost_ratio is not None
    assert found.per_euro is not None
    assert findings.relief("mit", part)[0] == pytest.approx(net_present_value, abs=0.005)
    assert found.benefit_cost_ratio[0] == pytest.approx(published_ratio, abs=5e-7)
    assert found.per_euro[0] == pytest.approx(found.benefit_cost_ratio[0] - 1.0)


def test_a_programme_without_cost_has_no_ratio() -> None:
    findings = o7(0.0, 1.0)
    found = returns(findings, "mit", Slice(findings.years("horizon")))
    assert found.benefit_cost_ratio is None


@given(rate=st.floats(-0.5, 2.0), cost=st.floats(10.0, 1e6), years=st.integers(1, 12))
def test_the_internal_rate_of_a_single_return_is_its_growth(rate: float, cost: float, years: int) -> None:
    flow = np.zeros(years + 1)
    flow[0], flow[-1] = -cost, cost * (1.0 + rate) ** years
    assert internal_rate(flow) == pytest.approx(rate, abs=1e-9)


@pytest.mark.parametrize("flow", [[0.0, 0.0], [5.0, 5.0], [-5.0, -5.0], [5.0, -5.0], [-5.0, 9.0, -3.0]])
def test_there_is_no_internal_rate_without_one_change_from_minus_to_plus(flow: list[float]) -> None:
    assert internal_rate(np.array(flow)) is None
