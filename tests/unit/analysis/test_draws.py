"""What draws come to: means, errors, ratios, and what is refused, against closed forms."""

from math import sqrt

import numpy as np
import pytest
from numpy.testing import assert_allclose, assert_array_equal
from scipy import stats

from prevention_sim.analysis.draws import Drawn, Sample, drawn, draws_until, off_range
from prevention_sim.analysis.evaluation import evaluate_base
from prevention_sim.analysis.indicators import indicators
from prevention_sim.foundation.errors import ModelError
from prevention_sim.model.compile import compile_model
from prevention_sim.model.model import Model
from prevention_sim.scenario.settings import PlanName
from prevention_sim.scenario.uncertainty import Range, Uncertain
from tests import small

PLANS: tuple[PlanName, ...] = ("sobol", "monte_carlo", "latin_hypercube")
plans = pytest.mark.parametrize("plan", PLANS)

PRICED = """
caseload: {stock: {group: {value: 10 cases, in: a}}}
strategies: {ohne: {title: ohne}, mit: {title: mit, interventions: [hilfe]}}
interventions:
  hilfe:
    title: Hilfe
    effects: [{kind: moves, from: a, into: b, share: 100 %}]
    costs: {leitung: {kind: fixed, title: Leitung, value: 90 000 EUR/year}}
costs:
  platz:
    kind: per_case
    title: Platz
    state: a
    value: {value: 10 000 EUR/year, distribution: {kind: normal, sd: 1 000 EUR/year}}
"""
"""Ten cases a year at N(10,000, 1,000) EUR less 90,000 EUR: a relief of N(10,000, 10,000) EUR."""


def computed(*texts: str, count: int = 4096, plan: PlanName = "sobol", seed: int = 1) -> Drawn:
    return drawn(model_of(*texts), count, plan, seed)


def model_of(*texts: str) -> Model:
    return compile_model(small.scenario(*texts))


@plans
def test_the_relief_of_a_normal_price_is_normal(plan: PlanName) -> None:
    """Mean, probability and expected loss in closed form; E max(-X, 0) = s phi(1) - s Phi(-1)."""
    relief = computed(PRICED, plan=plan).figure("relief", "mit", "window")
    error = 10_000.0 / sqrt(4096.0)
    law = stats.norm(10_000.0, 10_000.0)
    assert relief.mean == pytest.approx(10_000.0, abs=4.0 * error)
    assert relief.above_zero == pytest.approx(law.sf(0.0), abs=4.0 * sqrt(0.16 * 0.84 / 4096.0))
    loss = 10_000.0 * (stats.norm.pdf(1.0) - stats.norm.cdf(-1.0))
    assert relief.expected_loss == pytest.approx(loss, abs=4.0 * 2_600.0 / sqrt(4096.0))
    low, high = relief.ends(0.9) or (0.0, 0.0)
    assert_allclose([low, high], law.ppf([0.05, 0.95]), atol=4.0 * error * sqrt(0.05 * 0.95) / 0.1031)
    limit = -5_000.0
    assert relief.probability_below(limit) == pytest.approx(law.cdf(limit), abs=4.0 * error / 10_000.0)


@plans
def test_the_error_of_a_mean_covers_the_truth(plan: PlanName) -> None:
    """Of 40 seeds, a 95 % interval misses the mean in no more than 7: above, a chance below 0.001."""
    missed = 0
    for seed in range(40):
        relief = computed(PRICED, count=64, plan=plan, seed=seed).figure("relief", "mit", "window")
        assert relief.mean is not None
        assert relief.half_width is not None
        missed += abs(relief.mean - 10_000.0) > relief.half_width
    assert missed <= 7


def test_even_points_are_surer_than_chance() -> None:
    """A shift moves 512 values over 6.2 sd by a common part of a step, of sd 0.29: 12.6 EUR over 8 blocks.

    The estimate from 8 blocks exceeds twice that with a chance of 0.0002.
    """
    found = {plan: computed(PRICED, plan=plan).figure("relief", "mit", "window") for plan in PLANS}
    errors = {plan: sample.standard_error or 0.0 for plan, sample in found.items()}
    assert errors["monte_carlo"] == pytest.approx(10_000.0 / sqrt(4096.0), rel=0.05)
    assert 0.0 < errors["sobol"] < errors["monte_carlo"] / 5.0
    assert 0.0 < errors["latin_hypercube"] < errors["monte_carlo"] / 5.0


def test_the_same_draws_give_the_same_bits_and_strategies_share_them() -> None:
    first, second = (computed(PRICED, count=64), computed(PRICED, count=64))
    for one, other in zip(first.figures, second.figures, strict=True):
        assert_array_equal(one.sample.amount, other.sample.amount)
    without = first.figure("cost", "ohne", "window").amount
    relief = first.figure("relief", "mit", "window").amount
    assert_allclose(without - 90_000.0, relief, atol=0.01)


def test_lines_add_up_to_the_cost_in_every_draw() -> None:
    found = computed(PRICED, count=64)
    whole = found.figure("cost", "mit", 2020).amount
    parts = [sample.amount for (strategy, _, _), sample in found.cells.items() if strategy == "mit"]
    assert_array_equal(np.sum(parts, axis=0), whole)


def test_without_anything_uncertain_every_figure_is_that_of_the_file() -> None:
    text = PRICED.replace("distribution: {kind: normal, sd: 1 000 EUR/year}", "source: assumption")
    base = {
        (each.id, each.strategy, each.perspective, each.period): each.values
        for each in indicators(evaluate_base(model_of(text)))
    }
    found = computed(text)
    for figure in found.figures:
        key = (figure.id, figure.strategy, figure.perspective, figure.period)
        if figure.period == "window" and base[key] is not None:
            assert figure.sample.values is not None
            assert set(figure.sample.values) == set(base[key])  # type: ignore[arg-type]
            assert figure.sample.half_width == 0.0


def test_a_ratio_is_one_of_expectations() -> None:
    """(1 + 3) / (1 + 1), not the mean of 1 / 1 and 3 / 1; with (2, 1) below, 4 / 3 and not 2."""
    assert Sample(np.array([1.0, 3.0]), 1, np.array([1.0, 1.0])).mean == 2.0
    uneven = Sample(np.array([1.0, 3.0]), 1, np.array([2.0, 1.0]))
    assert uneven.mean == pytest.approx(4.0 / 3.0)
    assert uneven.values is not None
    assert uneven.values.tolist() == [0.5, 3.0]


@pytest.mark.parametrize("negative", [0, 1, 2])
def test_a_ratio_has_a_range_if_its_denominator_is_positive_in_nearly_all_draws(negative: int) -> None:
    over = np.array([-1.0] * negative + [1.0] * (100 - negative))
    sample = Sample(np.arange(100.0), 1, over)
    assert sample.defined == 1.0 - negative / 100.0
    defined = negative <= 1
    assert (sample.ends(0.9) is not None) == (sample.mean is not None) == defined
    assert (sample.half_width is not None) == defined


def test_the_error_of_a_ratio_is_that_of_the_delta_method() -> None:
    luck = np.random.default_rng(20_270_102)
    over = luck.normal(10.0, 1.0, 4_000)
    amount = 3.0 * over + luck.normal(0.0, 2.0, 4_000)
    sample = Sample(amount, 1, over)
    assert sample.standard_error == pytest.approx(2.0 / 10.0 / sqrt(4_000), rel=0.05)


def test_blocks_tell_the_error_with_students_quantile() -> None:
    sample = Sample(np.array([1.0, 1.0, 3.0, 3.0]), 2)
    assert sample.standard_error == pytest.approx(1.0)
    assert sample.half_width == pytest.approx(stats.t.ppf(0.975, 1))


def test_a_single_draw_has_no_error() -> None:
    assert Sample(np.array([4.0]), 1).half_width is None


TOO_MANY = """
states: [a, b, c]
stays: {a: {probability: 60 %/year, to: {b: 100 %}}}
time: {start: 2020-01, years: 1, cycle: year, budget_window: 1}
transitions:
  - {from: a, to: c, probability: {value: 30 %/year, range: [20 %/year, 45 %/year]}}
"""


def test_draws_that_cannot_be_are_counted_and_named() -> None:
    """Above 40 % both chances exceed 1 together."""
    with pytest.raises(ModelError) as refused:
        computed(TOO_MANY, count=512)
    english, german = refused.value.told("en"), refused.value.told("de")
    assert " of 512 draws have numbers that cannot be: chances to leave »a«" in english
    assert "in the first of these draws transitions[0].probability = 0.4" in english
    assert " von 512 Ziehungen stehen Zahlen, die nicht sein können." in german
    count = int(english.split(" of ", maxsplit=1)[0])
    law = stats.binom(512, 0.09)  # the range leaves 5 % above 45 %; some 9 % lie above 40 %
    assert law.ppf(1e-4) < count < law.ppf(1.0 - 1e-4)


def test_many_draws_that_cannot_be_are_not_all_counted() -> None:
    with pytest.raises(ModelError, match=r"^at least 100 of 4096 draws"):
        computed(TOO_MANY, count=4096)


def test_a_range_that_does_not_come_back_is_told() -> None:
    """A mean of 60 % with a range of 40 to 80 % is nearly even; one of 55 to 95 % is not."""
    near, far = (
        Uncertain("a", 0.6, "beta", Range(*ends, 0.9), (0.0, 1.0)) for ends in ((0.4, 0.8), (0.55, 0.95))
    )
    assert off_range(near) is None
    low, high = off_range(far) or (1.0, 0.0)
    assert low < 0.55 < high < 0.95


def test_as_many_draws_as_make_the_mean_sure() -> None:
    """By chance alone, 10,000 EUR over the root of n: 1.96 x 10,000 / 40 at 1,600; doubling finds 2,048."""
    model = model_of(PRICED)
    assert draws_until(model, "monte_carlo", 1, 1.96 * 10_000.0 / 40.0) == 2048
    assert draws_until(model, "sobol", 1, 1.96 * 10_000.0 / 40.0) == 256
    with pytest.raises(ModelError, match="even 512 draws make the mean relief no surer"):
        draws_until(model, "monte_carlo", 1, 1.0, most=512)


def test_files_that_are_compared_share_their_draws() -> None:
    uncertain = "value: {value: 90 000 EUR/year, range: [80 000 EUR/year, 99 000 EUR/year]}"
    more = PRICED.replace("value: 90 000 EUR/year", uncertain)
    first = computed(PRICED, count=64)
    later = drawn(model_of(more), 64, "sobol", 1, first.design)
    assert_array_equal(
        first.figure("cost", "ohne", "window").amount, later.figure("cost", "ohne", "window").amount
    )
