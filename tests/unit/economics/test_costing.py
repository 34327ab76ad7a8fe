"""Counts times prices, and what bearers make of them."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from prevention_sim.analysis.evaluation import Outcomes
from prevention_sim.analysis.findings import Findings, Slice
from prevention_sim.economics.costing import amounts_of
from prevention_sim.economics.ledger import SHARED
from tests import small
from tests.priced import priced
from tests.small import Tree
from tests.strategies import files, files_with_funding
from tests.tolerances import tolerance


@settings(max_examples=30)
@given(files_with_funding())
def test_twice_the_prices_are_twice_the_money_to_the_grain(tree: Tree) -> None:
    outcomes = priced(tree, 1.0, 2.0)
    cells, grain = outcomes.ledger.amount.values, 2.0**-outcomes.ledger.grain_bits
    assert (
        np.abs(cells[..., 1] - 2.0 * cells[..., 0]).max(initial=0.0) <= 8.0 * grain
    )  # bearers: three roundings
    totals = outcomes.ledger.amount.total_by("item", "basis", "valuation", "strategy", "stratum", "row")
    assert np.abs(totals[..., 1] - 2.0 * totals[..., 0]).max(initial=0.0) <= 1.5 * grain


@settings(max_examples=20)
@given(files_with_funding())
def test_prices_of_0_cost_nothing(tree: Tree) -> None:
    assert not priced(tree, 1.0, 0.0).ledger.amount.values[..., 1].any()


@settings(max_examples=30)
@given(files())
def test_bearers_add_up_to_the_amount_exactly(tree: Tree) -> None:
    shared = small.run_tree(tree)
    alone = {
        section: {name: line | {"bearer": "kommune"} for name, line in tree[section].items()}
        for section in ("costs", "income")
    }
    programmes = {
        name: programme
        | {
            section: {item: line | {"bearer": "kommune"} for item, line in programme[section].items()}
            for section in ("costs", "income")
        }
        for name, programme in tree["interventions"].items()
    }
    one = small.run_tree(tree | alone | {"interventions": programmes})
    axes = tuple(name for name in one.ledger.amount.axes.names if name != "bearer")
    assert one.ledger.grain_bits == shared.ledger.grain_bits
    assert (one.ledger.amount.total_by(*axes) == shared.ledger.amount.total_by(*axes)).all()


@settings(max_examples=30)
@given(files())
def test_a_line_is_within_half_a_grain_of_what_it_costs_unrounded(tree: Tree) -> None:
    outcomes = small.run_tree(tree)
    unrounded = amounts_of(outcomes.model, outcomes.bound, outcomes.trace).sum(axis=2)
    booked = outcomes.ledger.amount.total_by("item", "valuation", "strategy", "stratum", "row")
    slack = 2.0 ** -(outcomes.ledger.grain_bits + 1) + tolerance("twin") * np.abs(unrounded).max(initial=0.0)
    assert np.abs(booked - unrounded).max(initial=0.0) <= slack


@settings(max_examples=20)
@given(files())
def test_a_discount_rate_of_0_is_no_discounting(tree: Tree) -> None:
    free = {"discounting": {"method": "at_point", "rate": "0 %/year"}}
    amounts = small.run_tree(tree | {"conventions": tree["conventions"] | free}).ledger.amount
    assert (amounts.where(valuation="present").values == amounts.where(valuation="nominal").values).all()


CONSTANT = """
time: {start: 2012-01, years: 10, cycle: %s, budget_window: 4}
conventions: {counting: %s, discounting: {method: %s, rate: 3.3 %%/year}}
costs: {c: {kind: %s, title: c%s, value: 1 200 EUR/year}}
"""


@pytest.mark.parametrize("kind", ["per_case", "fixed"])
@pytest.mark.parametrize(("cycle", "per_year"), [("month", 12), ("quarter", 4), ("year", 1)])
def test_the_present_value_of_a_constant_flow_has_a_closed_form(cycle: str, per_year: int, kind: str) -> None:
    """Paid in advance: amount (1 - v**n) / (1 - v) with the factor v of one cycle."""
    state = ", state: a" if kind == "per_case" else ""
    outcomes = small.run(CONSTANT % (cycle, "start", "at_point", kind, state))
    factor = 1.033 ** (-1.0 / per_year)
    expected = 1_200.0 / per_year * (1.0 - 1.033**-10.0) / (1.0 - factor)
    assert total(outcomes, "present") == pytest.approx(expected, rel=tolerance("closed_form"), abs=2.0**-20)
    assert total(outcomes, "nominal") == pytest.approx(12_000.0, rel=tolerance("closed_form"))


@pytest.mark.parametrize(("counting", "later"), [("start", 0.0), ("end", 1.0)])
def test_counting_at_the_end_dates_money_to_the_end(counting: str, later: float) -> None:
    outcomes = small.run(CONSTANT % ("year", counting, "at_point", "per_case", ", state: a"))
    expected = 1_200.0 * sum(1.033 ** -(year + later) for year in range(10))
    assert total(outcomes, "present") == pytest.approx(expected, rel=tolerance("closed_form"), abs=2.0**-20)


@pytest.mark.parametrize(
    ("method", "later"), [("per_year_start", 0.0), ("per_year_mid", 0.5), ("per_year_end", 1.0)]
)
def test_per_year_every_euro_of_a_year_has_one_factor(method: str, later: float) -> None:
    outcomes = small.run(CONSTANT % ("month", "half_cycle", method, "per_case", ", state: a"))
    by_year = outcomes.ledger.amount.where(valuation="present").total_by("year")
    expected = [1_200.0 * 1.033 ** -(year + later) for year in range(10)]
    np.testing.assert_allclose(by_year, expected, rtol=tolerance("closed_form"), atol=2.0**-20)


def total(outcomes: Outcomes, valuation: str) -> float:
    return float(outcomes.ledger.amount.where(valuation=valuation).total_by("row")[0])


@settings(max_examples=20)
@given(files(), st.sampled_from(("nominal", "present")))
def test_the_chain_of_differences_from_a_over_b_to_c_is_exact(tree: Tree, valuation: str) -> None:
    three = tree["strategies"] | {
        "mittel": {"title": "mittel", "interventions": list(tree["interventions"])[:1]}
    }
    outcomes = small.run_tree(tree | {"strategies": three})
    amounts = outcomes.ledger.amount
    if valuation not in amounts.axes.labels["valuation"]:
        return
    cost = {
        name: amounts.where(strategy=name, valuation=valuation).total_by("item", "year") for name in three
    }
    a, b, c = cost["ohne"], cost["mittel"], cost["mit"]
    assert ((a - b) + (b - c) == a - c).all()


def test_fixed_costs_belong_to_no_stratum() -> None:
    outcomes = small.run(
        "strata: {nord: {title: N, share: 50 %}, sued: {title: S, share: rest}}",
        "costs: {stelle: {kind: fixed, title: Stelle, value: 1 200 EUR/year}}",
    )
    by_stratum = dict(
        zip(
            (*outcomes.model.strata, SHARED), outcomes.ledger.amount.total_by("stratum").tolist(), strict=True
        )
    )
    assert by_stratum == {"nord": 0.0, "sued": 0.0, SHARED: 1_200.0}


def test_a_higher_price_of_placement_never_lowers_the_relief_of_avoiding_it() -> None:
    tree = small.tree_of(
        small.WITH_PROGRAMME,
        "caseload: {arrivals: {neue: {value: 30 cases/year, into: a}}}",
        "costs: {heim: {kind: per_case, title: Heim, state: a, value: 5 100 EUR/month}}",
    )
    outcomes = priced(tree, 1.0, 1.1, 1.5)
    relief = Findings(outcomes).relief("mit", Slice(outcomes.model.calendar.years))
    assert (np.diff(relief) > 0.0).all()
