"""What chance adds: quantiles, errors of means, two levels, and how many replications are enough."""

from math import inf, sqrt

import numpy as np
import pytest

from prevention_sim.analysis.chance import FEWEST, Spread, chance, replications_until, two_levels
from prevention_sim.analysis.evaluation import evaluate_base
from prevention_sim.analysis.findings import Findings, Slice
from prevention_sim.foundation.errors import ModelError
from prevention_sim.model.compile import compile_model
from prevention_sim.model.model import Model
from prevention_sim.scenario.changing import simulated
from tests import small
from tests.tolerances import tolerance

ARRIVALS = """
time: {start: 2020-01, years: 2, budget_window: 2}
caseload: {arrivals: {neue: {value: 36 cases/year, into: a}}}
costs: {aufnahme: {kind: per_entry, title: Aufnahme, state: a, value: 1 000 EUR}}
"""


def persons(*texts: str, replications: int, seed: int = 1) -> Model:
    return compile_model(simulated(small.scenario(*texts), "microsimulation", seed, replications))


def test_a_quantile_is_the_smallest_value_that_so_many_do_not_exceed() -> None:
    spread = Spread(np.arange(100.0, 0.0, -1.0))
    assert [spread.quantile(share) for share in (0.0, 0.05, 0.5, 0.9, 0.95, 1.0)] == [1, 5, 50, 90, 95, 100]


def test_the_error_of_a_mean_is_its_standard_error() -> None:
    spread = Spread(np.array([1.0, 3.0, 5.0, 7.0]))
    assert spread.mean == 4.0
    assert spread.half_width == pytest.approx(1.959963985 * sqrt(20.0 / 3.0) / 2.0)
    assert Spread(np.array([4.0])).half_width == inf


def test_two_levels_by_hand() -> None:
    found = two_levels(np.array([[0.0, 2.0], [10.0, 12.0]]))
    assert (found.first_order, found.second_order) == (2.0, 50.0 - 2.0 / 2.0)
    with pytest.raises(ModelError, match="at least two rows"):
        two_levels(np.zeros((1, 5)))


def test_two_levels_find_both_variances() -> None:
    """Normal numbers with variances 4 between rows and 9 within; four standard errors of either estimate."""
    luck = np.random.default_rng(20_270_101)
    rows, replications = 4_000, 50
    values = luck.normal(0.0, 2.0, (rows, 1)) + luck.normal(0.0, 3.0, (rows, replications))
    found = two_levels(values)
    assert found.first_order == pytest.approx(9.0, abs=4 * 9.0 * sqrt(2.0 / (rows * (replications - 1))))
    assert found.second_order == pytest.approx(4.0, abs=4 * (4.0 + 9.0 / replications) * sqrt(2.0 / rows))


def test_the_number_of_poisson_arrivals_has_its_mean_as_variance() -> None:
    """36 entries a year at 1,000 EUR: mean 36,000 and standard deviation 6,000 EUR, within 4.4 errors."""
    count = 4_000
    spread = chance(persons(ARRIVALS, replications=count), "society").of_year("ohne", 2020)
    assert spread.mean == pytest.approx(36_000.0, abs=4.4 * 6_000.0 / sqrt(count))
    variance = float(spread.values.var(ddof=1))
    fourth = (3.0 + 1.0 / 36.0 - 1.0) / count  # relative variance of a sample variance: (kurtosis - 1) / n
    assert variance == pytest.approx(6_000.0**2, rel=4.4 * sqrt(fourth))


def test_what_is_expected_is_the_mean_of_the_replications() -> None:
    model = persons(small.WITH_PROGRAMME, ARRIVALS, replications=40)
    expected = Findings(evaluate_base(model)).cost("mit", Slice((2020, 2021)))[0]
    found = sum(chance(model, "society").of_year("mit", year).mean for year in (2020, 2021))
    assert found == pytest.approx(float(expected), rel=tolerance("twin"))


def test_a_programme_that_does_nothing_relieves_nothing_in_any_replication() -> None:
    nothing = """
interventions: {hilfe: {title: Hilfe, effects: [{kind: diverts, from: a, into: b, share: 0 %}]}}
strategies: {ohne: {title: ohne}, mit: {title: mit, interventions: [hilfe]}}
"""
    relief = chance(persons(ARRIVALS, nothing, replications=30), "society").relief("mit", (2020, 2021))
    assert not relief.values.any()
    assert relief.half_width == 0.0


def test_replications_double_until_the_relief_is_sure_enough() -> None:
    model = persons(small.WITH_PROGRAMME, ARRIVALS, replications=1)
    numbers = [replications_until(model, "society", "mit", width) for width in (1e9, 1_500.0, 400.0)]
    assert numbers[0] == FEWEST
    assert numbers == sorted(numbers)
    assert numbers[-1] > FEWEST
    for count, width in zip(numbers, (1e9, 1_500.0, 400.0), strict=True):
        found = chance(persons(small.WITH_PROGRAMME, ARRIVALS, replications=count), "society").relief(
            "mit", (2020, 2021)
        )
        assert found.half_width <= width


def test_a_precision_nobody_can_reach_is_refused_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    model = persons(small.WITH_PROGRAMME, ARRIVALS, replications=1)
    monkeypatch.setattr("prevention_sim.analysis.chance.MOST", FEWEST)
    with pytest.raises(ModelError, match="no surer than"):
        replications_until(model, "society", "mit", 1e-6)


def test_more_replications_begin_with_the_same_ones() -> None:
    few, many = (chance(persons(ARRIVALS, replications=count), "society") for count in (5, 9))
    assert (few.cost["ohne"] == many.cost["ohne"][:, :5]).all()


def test_small_numbers_are_told() -> None:
    assert Spread(np.array([0.0, 10.0])).wide
    assert not Spread(np.array([9.0, 10.0, 11.0])).wide
