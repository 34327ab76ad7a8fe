"""Nominal and real: an index between them, and rates that fit each."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from prevention_sim.analysis.evaluation import Outcomes
from prevention_sim.analysis.indicators import indicators
from prevention_sim.foundation.axes import FloatArray
from prevention_sim.foundation.errors import ModelError
from prevention_sim.model.rows import set_rows
from prevention_sim.scenario.problems import ScenarioError
from tests import small
from tests.small import Tree
from tests.strategies import calendar_years, files
from tests.tolerances import tolerance

THREE_YEARS = """
time: {start: 2020-01, years: 3, budget_window: 3}
prices: {year: 2019, general_rise: 2 %/year}
costs: {heim: {kind: per_case, title: Heim, state: a, value: 100 EUR/month}}
"""


def by_year(outcomes: Outcomes, valuation: str) -> FloatArray:
    return outcomes.ledger.amount.where(valuation=valuation).total_by("year")


def discounted(tree: Tree, rate: float, terms: str = "nominal", method: str = "per_year_start") -> Tree:
    discounting = {"method": method, "rate": f"{100.0 * rate!r} %/year", "terms": terms}
    return tree | {"conventions": tree["conventions"] | {"discounting": discounting}}


def priced_at_start(tree: Tree, **rises: str) -> Tree:
    return tree | {"prices": {"year": tree["time"]["start"][:4]} | rises}


def same(found: Outcomes, valuation: str, expected: Outcomes, other: str) -> None:
    """The same money by line, year, strategy and stratum, within rounding and a few grains."""
    one, two = (
        run.ledger.amount.where(valuation=name).total_by("item", "year", "strategy", "stratum")
        for run, name in ((found, valuation), (expected, other))
    )
    grains = sum(2.0**-run.ledger.grain_bits for run in (found, expected))
    assert np.abs(one - two).max(initial=0.0) <= tolerance("twin") * np.abs(two).max(initial=0.0) + grains


def test_flat_prices_are_worth_less_each_year_in_real_terms() -> None:
    outcomes = small.run(THREE_YEARS)
    np.testing.assert_allclose(by_year(outcomes, "nominal"), [1_200.0] * 3)
    np.testing.assert_allclose(by_year(outcomes, "real"), [1_200.0 / 1.02**years for years in (1, 2, 3)])


def test_before_the_price_year_real_is_nominal() -> None:
    outcomes = small.run(THREE_YEARS.replace("year: 2019", "year: 2021"))
    np.testing.assert_allclose(by_year(outcomes, "real"), [1_200.0, 1_200.0, 1_200.0 / 1.02])


def test_without_a_general_rise_nothing_is_real() -> None:
    outcomes = small.run(THREE_YEARS.replace(", general_rise: 2 %/year", ""))
    assert outcomes.ledger.amount.axes.labels["valuation"] == ("nominal",)
    assert not [each for each in indicators(outcomes) if each.id.startswith("real_")]


def test_cost_and_relief_are_told_in_real_terms_too() -> None:
    outcomes = small.run(small.WITH_PROGRAMME, THREE_YEARS)
    told = {each.id for each in indicators(outcomes) if each.strategy == "mit"}
    assert {"cost", "real_cost", "relief", "real_relief"} <= told


@settings(max_examples=20)
@given(files(calendar_years()), st.integers(0, 80))
def test_prices_that_rise_like_all_others_cost_the_same_in_real_terms(tree: Tree, tenths: int) -> None:
    rise = f"{tenths / 10} %/year"
    flat = small.run_tree(priced_at_start(tree))
    rising = small.run_tree(priced_at_start(tree, rise=rise, general_rise=rise))
    same(rising, "real", flat, "nominal")


@settings(max_examples=20)
@given(files(), st.integers(1, 80))
def test_a_general_rise_changes_nothing_nominal_and_one_of_0_nothing_at_all(tree: Tree, tenths: int) -> None:
    plain = small.run_tree(priced_at_start(tree))
    risen = small.run_tree(priced_at_start(tree, general_rise=f"{tenths / 10} %/year"))
    still = small.run_tree(priced_at_start(tree, general_rise="0 %/year"))
    amounts = still.ledger.amount
    assert (amounts.where(valuation="real").values == amounts.where(valuation="nominal").values).all()
    for run in (risen, still):
        same(run, "nominal", plain, "nominal")


@settings(max_examples=20)
@given(files(calendar_years()), st.integers(0, 80), st.integers(0, 80), st.integers(0, 80))
def test_a_real_rate_on_real_amounts_is_the_nominal_rate_on_nominal_ones(
    tree: Tree, rise: int, general: int, rate: int
) -> None:
    """Fisher: 1 + nominal = (1 + real) (1 + general rise), valued at the start of each year."""
    rises = {"rise": f"{rise / 10} %/year", "general_rise": f"{general / 10} %/year"}
    priced = priced_at_start(tree, **rises)
    nominal = (1.0 + rate / 1000.0) * (1.0 + general / 1000.0) - 1.0
    real = small.run_tree(discounted(priced, rate / 1000.0, "real"))
    same(real, "present", small.run_tree(discounted(priced, nominal)), "present")


@settings(max_examples=20)
@given(files(), st.sampled_from(("at_point", "per_year_mid", "per_year_end")), st.integers(0, 80))
def test_where_no_price_rises_a_rate_is_nominal_and_real_alike(tree: Tree, method: str, rate: int) -> None:
    one, other = (
        small.run_tree(discounted(tree, rate / 1000.0, terms, method)) for terms in ("nominal", "real")
    )
    assert (one.ledger.amount.values == other.ledger.amount.values).all()


def test_the_general_rise_is_the_same_for_all_rows() -> None:
    model = small.model(THREE_YEARS)
    with pytest.raises(ModelError, match="is a convention"):
        set_rows(model.table, {"prices.general_rise": 0.03})


@pytest.mark.parametrize("written", ["1 %/month", "-100 %/year"])
def test_a_general_rise_is_per_year_and_leaves_something(written: str) -> None:
    with pytest.raises(ScenarioError, match=r"E265 prices\.general_rise"):
        small.scenario(THREE_YEARS.replace("2 %/year", written))
