"""Rising prices and late payments, on cases that can be reckoned by hand."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from prevention_sim.analysis.evaluation import Outcomes, evaluate, evaluate_base
from prevention_sim.analysis.findings import Findings, Slice
from prevention_sim.analysis.timing import by_cycle
from prevention_sim.foundation.axes import FloatArray
from prevention_sim.model.rows import set_rows
from prevention_sim.scenario.problems import ScenarioError
from tests import small

TWO_YEARS = """
time: {start: 2020-01, years: 2, budget_window: 2}
costs: {heim: {kind: per_case, title: Heim, state: a, value: 100 EUR/month, LINE}}
PRICES
"""


def outcomes_of(line: str = "", prices: str = "prices: {year: 2020}") -> Outcomes:
    text = TWO_YEARS.replace(", LINE", f", {line}" if line else "").replace("PRICES", prices)
    return evaluate_base(small.model(text))


def by_year(outcomes: Outcomes, basis: str = "accrual") -> FloatArray:
    return outcomes.ledger.amount.where(basis=basis).total_by("year")


def test_without_rises_a_place_costs_the_same_each_year() -> None:
    assert by_year(outcomes_of()).tolist() == [1_200.0, 1_200.0]


def test_a_yearly_rise_counts_from_the_price_year() -> None:
    rising = outcomes_of(prices="prices: {year: 2019, rise: 2 %/year}")
    np.testing.assert_allclose(by_year(rising), [1_200 * 1.02, 1_200 * 1.02**2])


def test_a_step_within_a_year_raises_the_months_from_then_on() -> None:
    stepped = outcomes_of(prices="prices: {year: 2020, steps: [{from: 2020-10, rise: 10 %}]}")
    np.testing.assert_allclose(by_year(stepped), [9 * 100 + 3 * 110, 12 * 110])


def test_steps_multiply() -> None:
    steps = "[{from: 2020-07, rise: 10 %}, {from: 2021-01, rise: 10 %}]"
    stepped = outcomes_of(prices=f"prices: {{year: 2020, steps: {steps}}}")
    np.testing.assert_allclose(by_year(stepped), [6 * 100 + 6 * 110, 12 * 121])


def test_a_line_may_have_rises_of_its_own() -> None:
    own = outcomes_of(line="prices: {rise: 10 %/year}", prices="prices: {year: 2020, rise: 50 %/year}")
    np.testing.assert_allclose(by_year(own), [1_200, 1_320])


def test_a_rise_of_nothing_changes_no_bit() -> None:
    still = outcomes_of(prices="prices: {year: 2019, rise: 0 %/year}")
    assert by_year(still).tolist() == by_year(outcomes_of()).tolist()


def test_a_rise_is_a_number_that_rows_may_vary() -> None:
    model = small.model(
        TWO_YEARS.replace(", LINE", "").replace("PRICES", "prices: {year: 2020, rise: 0 %/year}")
    )
    (outcomes,) = evaluate(model, set_rows(model.table, {"prices.rise": [0.0, 0.1]}))
    totals = outcomes.ledger.amount.total_by("row")
    assert totals[0] == 2_400.0
    assert totals[1] == pytest.approx(1_200 + 1_320)


def test_a_rise_must_be_per_year() -> None:
    with pytest.raises(ScenarioError, match=r"E265 prices\.rise"):
        outcomes_of(prices="prices: {year: 2020, rise: 1 %/month}")


def test_late_payments_move_between_years_and_the_rest_stays_open() -> None:
    late = outcomes_of(line="payment_lag: 2 months")
    labels = late.ledger.amount.axes.labels["year"]
    assert dict(zip(labels, by_year(late), strict=True)) == {2020: 1_200.0, 2021: 1_200.0, "open": 0.0}
    assert dict(zip(labels, by_year(late, "cash"), strict=True)) == {
        2020: 1_000.0,
        2021: 1_200.0,
        "open": 200.0,
    }


def test_without_late_payments_there_is_one_basis() -> None:
    assert outcomes_of().ledger.amount.axes.labels["basis"] == ("accrual",)


@given(
    lag=st.integers(1, 30),
    rise=st.integers(0, 30),
    month=st.integers(2, 12),
    share=st.integers(0, 100),
)
def test_accrual_and_cash_agree_exactly_over_the_horizon_and_what_is_open(
    lag: int, rise: int, month: int, share: int
) -> None:
    text = f"""
time: {{start: 2020-04, years: 2, budget_window: 2}}
bearers: {{kommune: {{title: Kommune}}, land: {{title: Land, level: public}}}}
caseload: {{arrivals: {{neue: {{value: 7 cases/year, into: a}}}}}}
transitions: [{{from: a, to: b, probability: 30 %/year}}]
costs:
  heim:
    kind: per_case
    title: Heim
    state: a
    value: 98.70 EUR/month
    payment_lag: {lag} months
    bearer: {{kommune: {share} %, land: rest}}
  leitung: {{kind: fixed, title: Leitung, value: 1 234.50 EUR/year, bearer: kommune}}
prices: {{year: 2020, rise: {rise} %/year, steps: [{{from: 2021-{month:02}, rise: 3.3 %}}]}}
"""
    ledger = evaluate_base(small.model(text)).ledger.amount
    for item in ("heim", "leitung"):
        for bearer in ("kommune", "land"):
            cells = ledger.where(item=item, bearer=bearer)
            accrual, cash = cells.total_by("basis")
            assert abs(accrual - cash) <= (0.0 if bearer == "land" and share in (0, 100) else 2.0**-10)
        accrual, cash = ledger.where(item=item).total_by("basis")
        assert accrual == cash


def test_cycles_add_up_to_years_with_rises_within_a_year() -> None:
    text = TWO_YEARS.replace(", LINE", ", payment_lag: 3 months").replace(
        "PRICES", "prices: {year: 2019, rise: 2 %/year, steps: [{from: 2020-05, rise: 4 %}]}"
    )
    model = small.model(text)
    monthly, yearly = evaluate_base(by_cycle(model)), evaluate_base(model)
    for year, months in ((2020, tuple(range(12))), (2021, tuple(range(12, 24)))):
        for basis in ("accrual", "cash"):
            told = Findings(monthly).cost("ohne", Slice(months, basis=basis))
            assert told == pytest.approx(Findings(yearly).cost("ohne", Slice((year,), basis=basis)))


def test_a_lag_that_is_no_whole_cycle_is_refused() -> None:
    with pytest.raises(ScenarioError, match=r"E264.*whole number of cycles"):
        outcomes_of(line="payment_lag: 2 weeks")
