"""From the last result to the forecast: every euro has a cause, and what is not told apart is never 0."""

import numpy as np
import pytest
from hypothesis import given

from prevention_sim.analysis.bridge import Bridge, bridges, split
from prevention_sim.analysis.evaluation import Outcomes, evaluate
from prevention_sim.analysis.findings import Findings, Slice
from prevention_sim.economics.ledger import EXACT_BITS
from prevention_sim.model.compile import compile_model
from prevention_sim.model.rows import set_rows
from tests import small, strategies
from tests.small import Tree

# Bergkamen, DOMAIN 3.3 and V12: residential care, EUR and care days of 2010 and 2012; 2012 as counted.
BERGKAMEN = """
time: {start: 2012-01, years: 1, budget_window: 1}
prices: {year: 2012}
sources:
  tage: {title: "Stadt Bergkamen, Ratsvorlagen 2012 und 2015", grade: measured}
  kosten: {title: "Bergkamen-Infoblog zu den Heimkosten 2012", grade: claim}
parameters:
  tage: {value: 23 805 cases, source: tage}
  ausgaben: {value: 3.2 Mio EUR/year, source: kosten}
states: {heim: {title: Heim, setting: residential, product: "06.03.20"}}
caseload: {stock: {belegung: {value: tage / 365, in: heim}}}
costs: {heim: {kind: per_case, title: Heim, state: heim, value: "ausgaben * 365 / 23805"}}
strategies: {ohne: {title: ohne}}
budget:
  products:
    heim:
      title: Heim
      product: "06.03.20"
      last_result: {year: 2010, value: 4.5 Mio EUR, quantity: 34 839 days}
"""

# Two forms of help: 30 and 50 of them for a year, at 40,000 and 10,000 EUR; prices rise by 10 % in 2021.
TWO_FORMS = """
time: {start: 2021-01, years: 1, budget_window: 1}
prices: {year: 2020, rise: 10 %/year}
states: [heim, pflege]
caseload: {stock: {a: {value: 30 cases, in: heim}, b: {value: 50 cases, in: pflege}}}
costs:
  heim: {kind: per_case, title: Heim, state: heim, value: 40 000 EUR/year}
  pflege: {kind: per_case, title: Pflege, state: pflege, value: 10 000 EUR/year}
budget:
  products:
    hilfen:
      title: Hilfen
      last_result: {year: 2020, value: 1.8 Mio EUR, quantity: 75 years}
      appropriation: {year: 2021, value: 1.8 Mio EUR}
"""


def bridge_of(*texts: str, strategy: str = "ohne") -> Bridge:
    scenario = small.scenario(*texts)
    (found,) = bridges(scenario, small.run(*texts), strategy)
    return found


def causes(bridge: Bridge) -> dict[str, float]:
    return {cause.kind: float(cause.amount[0]) for cause in bridge.causes}


def test_bergkamen_is_split_into_price_and_quantity_as_published() -> None:
    """DOMAIN V12: quantity at the old price, price at the new quantity, and their sum."""
    found = bridge_of(BERGKAMEN)
    assert float(found.status_quo[0]) == pytest.approx(3_200_000, abs=0.01)
    assert causes(found) == {
        "quantity": pytest.approx(-1_425_213, abs=0.5),
        "price": pytest.approx(125_213, abs=0.5),
    }
    assert sum(causes(found).values()) == pytest.approx(-1_300_000, abs=0.01)


def test_the_split_itself_gives_v12_from_days() -> None:
    days = split(*(np.array([value]) for value in (4.5e6, 34_839.0, 3.2e6, 23_805.0)))
    assert [round(float(part[0])) for part in days] == [-1_425_213, 125_213]


def test_two_forms_of_help_are_split_into_price_quantity_and_mix() -> None:
    """By hand: 1.1 x (30 x 40,000 + 50 x 10,000) = 1,870,000, of which 170,000 is price.

    Five place-years more at 1,800,000 / 75 = 24,000 EUR are 120,000. At old prices and the old mix, 80
    place-years would cost 1,920,000; they cost 1,700,000, so the mix is -220,000.
    """
    assert causes(bridge_of(TWO_FORMS)) == {
        "price": pytest.approx(170_000),
        "quantity": pytest.approx(120_000),
        "mix": pytest.approx(-220_000),
    }


def test_a_step_in_the_middle_of_the_past_year_counts_for_its_months() -> None:
    """A rise of 10 % in July 2020: the mean index of 2020 is 1.05, that of 2021 is 1.1."""
    steps = "prices: {year: 2020, steps: [{from: 2020-07, rise: 10 %}]}"
    found = causes(bridge_of(TWO_FORMS, steps))
    assert found["price"] == pytest.approx(1_700_000 * (1.10 - 1.05))


def test_a_price_step_within_the_forecast_year_counts_from_its_month() -> None:
    steps = "prices: {year: 2020, steps: [{from: 2021-07, rise: 10 %}]}"
    assert causes(bridge_of(TWO_FORMS, steps))["price"] == pytest.approx(1_700_000 * 0.05)


@pytest.mark.parametrize("prices", ["prices: {year: 2020}", "prices: {year: 2021, rise: 10 %/year}"])
def test_where_the_file_tells_no_old_prices_price_and_mix_are_one_cause(prices: str) -> None:
    found = causes(bridge_of(TWO_FORMS, prices))
    assert found == {"quantity": pytest.approx(120_000), "price_and_mix": pytest.approx(-220_000)}


SHARED_HOME = """
strata: {uma: {title: UMA, share: 25 %}, uebrige: {title: übrige, share: rest}}
bearers: {kommune: {title: Kommune}, land: {title: Land, level: public}}
bearer: kommune
costs:
  heim:
    kind: per_case
    title: Heim
    state: heim
    value: 40 000 EUR/year
    bearer: [{bearer: land, strata: uma, until: 2021-06}, {bearer: kommune}]
  pflege: {kind: per_case, title: Pflege, state: pflege, value: 10 000 EUR/year}
"""


def test_prices_rise_for_the_budget_as_far_as_the_rules_of_bearers_leave_them_to_it() -> None:
    """A quarter of the cases is on the state for half the year: 170,000 - 120,000 / 8."""
    assert causes(bridge_of(TWO_FORMS, SHARED_HOME))["price"] == pytest.approx(155_000)


def test_with_a_refund_price_and_mix_are_one_cause() -> None:
    refund = "income: {uma: {kind: refund, title: UMA, of: heim, share: 80 %, from: land, strata: uma}}"
    assert "price_and_mix" in causes(bridge_of(TWO_FORMS, SHARED_HOME, refund))


def test_without_a_quantity_nothing_is_split_rather_than_0() -> None:
    without = TWO_FORMS.replace(", quantity: 75 years", "")
    assert causes(bridge_of(without)) == {"not_split": pytest.approx(70_000)}
    nothing = TWO_FORMS.replace("quantity: 75 years", "quantity: 0 years")
    assert causes(bridge_of(nothing)) == {"not_split": pytest.approx(70_000)}


def test_a_product_counts_its_own_lines_and_forms_only() -> None:
    """A line has the product of its state unless it names one."""
    states = "states: {heim: {title: Heim, product: '06.03'}, pflege: {title: Pflege, product: '06.04'}}"
    last = """
budget:
  products:
    heim: {title: H, product: "06.03", last_result: {year: 2020, value: 1 Mio EUR, quantity: 20 years}}
"""
    costs = """
costs:
  heim: {kind: per_case, title: Heim, state: heim, value: 40 000 EUR/year}
  pflege: {kind: per_case, title: Pflege, state: pflege, value: 10 000 EUR/year}
  beratung: {kind: per_case, title: Beratung, state: pflege, value: 1 000 EUR/year, product: "06.03"}
"""
    prices = "prices: {year: 2020}"
    found = bridge_of(TWO_FORMS, prices, states, last)
    assert float(found.status_quo[0]) == pytest.approx(1_200_000)
    found = bridge_of(TWO_FORMS, prices, states, last, costs)
    assert float(found.status_quo[0]) == pytest.approx(1_250_000)
    assert found.place_years is not None
    assert found.place_years[1][0] == pytest.approx(80.0)


PROGRAMME = """
caseload:
  stock: {a: {value: 30 cases, in: heim}, b: {value: 50 cases, in: pflege}}
  arrivals: {neue: {value: 12 cases/year, into: heim}}
interventions: {hilfe: {title: Hilfe, effects: [{kind: diverts, from: heim, into: pflege, share: 50 %}]}}
strategies: {ohne: {title: ohne}, mit: {title: mit, interventions: [hilfe]}}
"""


def test_the_effect_is_the_relief_and_leads_to_the_cost_with_the_programme() -> None:
    found = bridge_of(TWO_FORMS, PROGRAMME, strategy="mit")
    findings = Findings(small.run(TWO_FORMS, PROGRAMME))
    assert found.effect == findings.relief("mit", Slice((2021,)))
    assert found.with_programme == findings.cost("mit", Slice((2021,)))


@pytest.mark.parametrize(("appropriation", "slower"), [("1.8 Mio EUR", True), ("5 Mio EUR", False)])
def test_a_relief_that_stays_above_the_appropriation_slows_growth_only(
    appropriation: str,
    slower: bool,  # noqa: FBT001 - what is expected
) -> None:
    budget = TWO_FORMS.replace("{year: 2021, value: 1.8 Mio EUR}", f"{{year: 2021, value: {appropriation}}}")
    assert bridge_of(budget, PROGRAMME, strategy="mit").slows_growth_only is slower
    assert not bridge_of(budget, PROGRAMME, strategy="ohne").slows_growth_only


def test_a_forecast_without_the_cases_that_are_there_is_not_comparable() -> None:
    assert bridge_of(TWO_FORMS).comparable
    starts_empty = "caseload: {arrivals: {neue: {value: 12 cases/year, into: heim}}}"
    assert not bridge_of(TWO_FORMS, starts_empty).comparable


def test_the_bridge_leads_to_the_first_whole_budget_year() -> None:
    later = "time: {start: 2021-07, years: 2, budget_window: 3}"
    assert bridge_of(TWO_FORMS, later).year == 2022
    scenario = small.scenario(TWO_FORMS, "time: {start: 2021-07, years: 1, budget_window: 2}")
    assert bridges(scenario, small.run(TWO_FORMS, "time: {start: 2021-07, years: 1}"), "ohne") == ()


def test_every_row_has_its_own_bridge() -> None:
    scenario = small.scenario(TWO_FORMS)
    model = compile_model(scenario)
    rows = set_rows(model.table, {"budget.products.hilfen.last_result.value": [1.8e6, 0.9e6]})
    (outcomes,) = evaluate(model, rows)
    (found,) = bridges(scenario, outcomes, "ohne")
    quantity = next(cause.amount for cause in found.causes if cause.kind == "quantity")
    np.testing.assert_allclose(quantity, [120_000.0, 60_000.0])


@given(strategies.files(strategies.calendar_years()))
def test_the_causes_add_up_exactly_in_every_file(tree: Tree) -> None:
    start = int(tree["time"]["start"][:4])
    last = {"year": str(start - 1), "value": "1 234.56 EUR", "quantity": "17.3 years"}
    tree["prices"] = {"year": str(start - 1), "rise": "2.5 %/year"}
    tree["budget"] = {"products": {"alles": {"title": "Alles", "last_result": last}}}
    outcomes = small.run_tree(tree)
    (found,) = bridges(small.scenario_of(tree), outcomes, "mit")
    _adds_up(found, outcomes)


def _adds_up(found: Bridge, outcomes: Outcomes) -> None:
    findings = Findings(outcomes)
    part = Slice((found.year,), perspective=findings.perspectives()[0])
    reached, largest = found.last_result, abs(found.last_result)
    for cause in found.causes:
        reached, largest = reached + cause.amount, np.maximum(largest, abs(cause.amount))
    on_the_grain = largest < np.ldexp(1.0, EXACT_BITS - outcomes.ledger.grain_bits)
    slack = np.where(on_the_grain, 0.0, len(found.causes) * np.spacing(largest))
    assert (abs(reached - findings.cost("ohne", part)) <= slack).all()
    assert (abs(reached - found.effect - findings.cost("mit", part)) <= 2.0 * slack).all()
