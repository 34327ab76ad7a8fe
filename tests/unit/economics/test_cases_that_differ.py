"""Cases of different cost: a factor of mean 1 that belongs to a person for life."""

from itertools import pairwise
from math import exp, log, sqrt
from statistics import NormalDist

import numpy as np
import pytest

from prevention_sim.analysis.evaluation import Outcomes, evaluate, evaluate_base
from prevention_sim.engines import engine_of
from prevention_sim.engines.addresses import person_keys, population_ids
from prevention_sim.engines.kernels.persons import LOGNORMAL, PARETO, PER_LOAD, factor_of
from prevention_sim.engines.kernels.quantiles import normal_quantile
from prevention_sim.engines.loads import terms
from prevention_sim.foundation.axes import FloatArray
from prevention_sim.foundation.errors import ModelError
from prevention_sim.foundation.randomness import Luck
from prevention_sim.model.bind import bind
from prevention_sim.model.rows import base_row, set_rows
from tests import small
from tests.tolerances import tolerance

PLACE = "x: {kind: per_case, title: X, state: a, value: 12 000 EUR/year%s}"
DIFFERS = ", differs: {law: %s, variation: %s}"
LAWS = {"lognormal": LOGNORMAL, "pareto": PARETO}
every_law = pytest.mark.parametrize("law", LAWS)


def costs(law: str, variation: str = "120 %") -> str:
    """One line whose cost differs between cases."""
    return f"costs: {{{PLACE % (DIFFERS % (law, variation))}}}"


def by_year(outcomes: Outcomes, **where: str) -> FloatArray:
    """What the line costs in each year and row."""
    return outcomes.ledger.amount.where(item="x", valuation="nominal", **where).total_by("year", "row")


def terms_of(law: str, variation: str) -> FloatArray:
    """The numbers a and b of a law."""
    model = small.model(costs(law, variation))
    found: FloatArray = terms(model, bind(model, base_row(model.table)))[0, 0]
    return found


@pytest.mark.parametrize(
    ("u", "published"),
    [(0.25, -0.6744897501960817), (0.001, -3.090232306167814), (1e-20, -9.262340089798408)],
)
def test_the_normal_quantile_has_the_published_values(u: float, published: float) -> None:
    """The three test values of Wichura (1988), one for each range."""
    assert normal_quantile(u) == pytest.approx(published, rel=tolerance("last_digits"))


def test_the_normal_quantile_is_that_of_the_standard_library() -> None:
    """It rises, and is symmetrical."""
    numbers = [(k + 0.5) / 4096 for k in range(4096)]
    found = [normal_quantile(u) for u in numbers]
    assert found == pytest.approx([NormalDist().inv_cdf(u) for u in numbers], rel=tolerance("closed_form"))
    assert found == [-each for each in reversed(found)]
    assert all(low < high for low, high in pairwise(found))


@every_law
def test_a_factor_is_the_inverse_of_its_distribution(law: str) -> None:
    """Of a lognormal, log x is normal; of a Pareto, the tail is (m / x) ** index, with mean 1."""
    a, b = terms_of(law, "120 %")
    for u in (0.001, 0.3, 0.5, 0.9, 0.999):
        x = factor_of(u, LAWS[law], np.array([a, b])) / PER_LOAD
        if law == "lognormal":
            sigma = sqrt(log(1.0 + 1.2**2))
            expected = exp(sigma * NormalDist().inv_cdf(u) - sigma**2 / 2)
        else:
            index = 1.0 + sqrt(1.0 + 1.0 / 1.2**2)
            expected = (index - 1.0) / index * (1.0 - u) ** (-1.0 / index)
        assert x == pytest.approx(expected, abs=1.0 / PER_LOAD)


@every_law
@pytest.mark.parametrize("variation", [0.0, 0.4, 1.2])
def test_factors_have_mean_1_and_the_variation_that_is_written(law: str, variation: float) -> None:
    """In closed form from a and b: exp(b + a**2 / 2), and of x = -log(1 - u), E exp(a x) = 1 / (1 - a)."""
    a, b = terms_of(law, f"{100 * variation:g} %")
    if law == "lognormal":
        first, second = exp(b + a**2 / 2), exp(2 * b + 2 * a**2)
    else:
        first, second = exp(b) / (1.0 - a), exp(2 * b) / (1.0 - 2 * a)
    assert first == pytest.approx(1.0, rel=tolerance("closed_form"))
    assert second - 1.0 == pytest.approx(variation**2, abs=1e-12)


@every_law
def test_each_child_has_a_factor_of_its_own_for_life(law: str) -> None:
    """Three in a for two years, whose luck stands at the purpose cost/x."""
    model = small.model(
        "time: {start: 2020-01, years: 2, budget_window: 2}",
        "caseload: {stock: {da: {value: 3 cases, in: a}}}",
        costs(law),
    )
    luck = Luck(seed=4, replication=2)
    (number,) = population_ids([("all", "stock.da")]).values()
    uniforms = luck.uniform(person_keys(number, 0, np.arange(3)), "cost/x", 0)
    factors = [factor_of(u, LAWS[law], terms_of(law, "120 %")) / PER_LOAD for u in uniforms]
    (outcomes,) = evaluate(model, base_row(model.table).replicated(4, [2]), engine="microsimulation")
    assert by_year(outcomes)[:, 0] == pytest.approx([12_000.0 * sum(factors)] * 2)
    assert len(set(factors)) == 3


WALK = """
time: {start: 2020-01, years: 2, budget_window: 2}
caseload: {stock: {da: {value: 30 cases, in: a}}, arrivals: {neue: {value: 40 cases/year, into: a}}}
transitions: [{from: a, to: b, probability: 60 %/year}, {from: b, to: a, probability: 40 %/year}]
uncertainty: {seed: 3, replications: 50}
"""


PROGRAMME = """
interventions:
  p:
    title: P
    lasts: 6 months
    enrolment: [{of: stock, in: a}, {of: entries, in: a}]
    effects: [{kind: hazard_ratio, ratio: 2, from: a, to: b}]
strategies: {ohne: {title: ohne}, mit: {title: mit, interventions: [p]}}
"""


@pytest.mark.parametrize("counting", ["start", "half_cycle", "end"])
def test_cases_that_do_not_differ_cost_the_same_by_every_counting_rule(counting: str) -> None:
    """Among persons who come, go and come back, in treatment and after it, in every replication."""
    rule = f"conventions: {{counting: {counting}, conversion: separate}}"
    lines = (f"costs: {{{PLACE % ''}}}", costs("pareto", "0 %"))
    models = [small.model(WALK, PROGRAMME, rule, line) for line in lines]
    rows = [base_row(model.table).replicated(3, range(5)) for model in models]
    alike, told = (
        next(evaluate(model, row, engine="microsimulation")) for model, row in zip(models, rows, strict=True)
    )
    for strategy in ("ohne", "mit"):
        np.testing.assert_allclose(
            by_year(told, strategy=strategy), by_year(alike, strategy=strategy), rtol=tolerance("twin")
        )


@every_law
def test_what_is_expected_does_not_change(law: str) -> None:
    """Mean numbers are the same to the last bit; persons, within four standard errors."""
    plain, told = small.model(WALK, f"costs: {{{PLACE % ''}}}"), small.model(WALK, costs(law, "40 %"))
    assert engine_of(told) == "cohort"
    assert (by_year(evaluate_base(told)) == by_year(evaluate_base(plain))).all()
    rows = base_row(told.table).replicated(3, range(50))
    single = by_year(next(evaluate(told, rows, engine="microsimulation")))
    error = single.std(axis=1, ddof=1) / sqrt(50)
    assert (abs(single.mean(axis=1) - by_year(evaluate_base(plain))[:, 0]) < 4.0 * error).all()


def test_the_spread_of_a_year_shrinks_with_the_root_of_the_cases() -> None:
    """20 cases that stay: variance c**2 / 20 of their mean cost, within four standard errors."""
    model = small.model(
        "time: {start: 2020-01, years: 1, budget_window: 1}",
        "caseload: {stock: {da: {value: 20 cases, in: a}}}",
        costs("lognormal", "40 %"),
    )
    rows = base_row(model.table).replicated(1, range(400))
    (single,) = by_year(next(evaluate(model, rows, engine="microsimulation"))) / (20 * 12_000.0)
    assert single.mean() == pytest.approx(1.0, abs=4.0 * 0.4 / sqrt(20 * 400))
    assert single.var(ddof=1) == pytest.approx(0.4**2 / 20, rel=4.0 * sqrt(2.2 / 399))


def test_a_programme_without_effect_meets_the_same_children() -> None:
    """The same factors in both strategies, so the difference is nothing at all."""
    effect = "effects: [{kind: hazard_ratio, ratio: 1, from: a, to: b}]"
    model = small.model(
        WALK,
        costs("pareto"),
        f"interventions: {{p: {{title: P, enrolment: [{{of: entries, in: a}}], {effect}}}}}",
        "strategies: {ohne: {title: ohne}, mit: {title: mit, interventions: [p]}}",
    )
    outcomes = next(evaluate(model, base_row(model.table).replicated(3, range(9)), engine="microsimulation"))
    assert (by_year(outcomes, strategy="mit") == by_year(outcomes, strategy="ohne")).all()


def test_the_compiled_kernel_finds_the_same_bits(monkeypatch: pytest.MonkeyPatch) -> None:
    model = small.model(WALK, costs("lognormal"), "time: {start: 2020-01, years: 1, budget_window: 1}")
    rows = base_row(model.table).replicated(3, range(3))
    found = []
    for steps in (0.0, 1e12):
        monkeypatch.setattr("prevention_sim.engines.microsimulation.STEPS_PER_PERSON", steps)
        found.append(
            small.digest(small.arrays_of(next(evaluate(model, rows, engine="microsimulation", grain=20))))
        )
    assert found[0] == found[1]


def test_a_variation_out_of_all_proportion_is_refused() -> None:
    model = small.model(costs("lognormal"))
    with pytest.raises(ModelError, match="0 % to 1000 %"):
        bind(model, set_rows(model.table, {"costs.x.differs.variation": [1.2, 11.0]}))
