"""Payback and low point on cases that can be reckoned by hand."""

from pathlib import Path

import numpy as np
import pytest

from prevention_sim.analysis.evaluation import evaluate_base
from prevention_sim.analysis.findings import Findings, Slice
from prevention_sim.analysis.timing import Timing, by_cycle, timing
from prevention_sim.model.compile import compile_model
from prevention_sim.model.model import Model
from prevention_sim.scenario.loading import load_scenario, parse_scenario
from tests.tolerances import tolerance

BIELEFELD = Path(__file__).parents[3] / "scenarios" / "bielefeld.yaml"

BY_HAND = """\
format: prevention_sim/1
scenario: {id: hand, title: Übung, case: {unit: child, definition: Kind}}
time: {start: 2027-01, years: 1, budget_window: 1}
conventions: {counting: start, conversion: separate}
prices: {year: 2027}
states: {heim: {title: Heim, tags: [placement]}, hilfe: {title: Hilfe}}
caseload: {intake: {neue: {value: 1 case, at: 2027-04, into: heim}}}
costs:
  platz: {kind: per_case, title: Platz, state: heim, value: 1 000 EUR/month}
bearers: {stadt: {title: Stadt}}
interventions:
  programm:
    title: Programm
    effects: [{kind: diverts, from: heim, into: hilfe, share: 100 %}]
    costs: {leitung: {kind: fixed, title: Leitung, value: 3 000 EUR/year, from: 2027-02, until: 2027-UNTIL}}
strategies: {mit: {title: mit, interventions: [programm]}, ohne: {title: ohne}}
comparator: ohne
"""


def model_until(month: str) -> Model:
    return compile_model(parse_scenario(BY_HAND.replace("UNTIL", month).encode()))


def test_payback_is_told_in_months_where_cycles_are_days() -> None:
    """8.22 EUR a day for 59 days of February and March, then 24.66 EUR to the good: even after 20 days."""
    daily = BY_HAND.replace("UNTIL", "12").replace("years: 1,", "years: 1, cycle: day,")
    found = timing(compile_model(parse_scenario(daily.encode())), "mit", "municipality")
    assert (str(found.first_expense), str(found.low_month)) == ("2027-02", "2027-03")
    assert found.low_point == pytest.approx(-484.93, abs=tolerance("published_hundredth"))
    assert found.payback_months == 3  # 79 days


def test_an_expense_that_takes_less_than_has_come_together_is_no_payback_to_wait_for() -> None:
    """1,000 EUR a month from April, then 2,000 EUR in October: the least so far is 5,000 EUR to the good."""
    late = BY_HAND.replace("3 000 EUR/year, from: 2027-02, until: 2027-UNTIL", "24 000 EUR/year, OCTOBER")
    late = late.replace("OCTOBER", "from: 2027-10, until: 2027-10")
    found = timing(compile_model(parse_scenario(late.encode())), "mit", "municipality")
    assert found == Timing(None, 0, 0.0, None)


def test_payback_counts_months_from_the_first_expense() -> None:
    """250 EUR a month from February, relief of 750 a month from April: −250, −500, +250."""
    found = timing(model_until("12"), "mit", "municipality")
    assert str(found.first_expense) == "2027-02"
    assert found.payback_months == 3
    assert found.low_point == pytest.approx(-500.0)
    assert str(found.low_month) == "2027-03"


def test_a_programme_that_never_pays_has_no_payback() -> None:
    dear = BY_HAND.replace("UNTIL", "12").replace("3 000 EUR/year", "30 000 EUR/year")
    found = timing(compile_model(parse_scenario(dear.encode())), "mit", "municipality")
    assert found.payback_months is None
    assert str(found.low_month) == "2027-12"


def test_without_an_expense_there_is_nothing_to_pay_back() -> None:
    free = BY_HAND.replace("UNTIL", "12").replace("3 000 EUR/year", "0 EUR/year")
    found = timing(compile_model(parse_scenario(free.encode())), "mit", "municipality")
    assert (found.first_expense, found.payback_months, found.low_point) == (None, 0, 0.0)


def test_cycles_add_up_to_years() -> None:
    model = compile_model(load_scenario(BIELEFELD))
    yearly, monthly = Findings(evaluate_base(model)), Findings(evaluate_base(by_cycle(model)))
    for position, year in enumerate(model.calendar.years):
        months = tuple(range(12 * position, 12 * position + 12))
        np.testing.assert_allclose(
            monthly.relief("mit", Slice(months)), yearly.relief("mit", Slice((year,))), atol=0.01
        )
