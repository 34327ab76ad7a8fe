"""What is counted beside money: by hand, and against counts that are known."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from prevention_sim.analysis.evaluation import evaluate
from prevention_sim.analysis.findings import Findings, Slice
from prevention_sim.model.rows import set_rows
from tests import small
from tests.small import Tree
from tests.strategies import files
from tests.tolerances import tolerance

TWO_YEARS = "time: {start: 2020-01, years: 2, cycle: year, budget_window: 2}"
HALF_LEAVE = """
caseload: {stock: {da: {value: 8 cases, in: a}}, intake: {neu: {value: 4 cases, at: 2021-01, into: b}}}
transitions: [{from: a, to: b, probability: 50 %/year}]
outcomes:
  jahre: {title: Jahre, unit: Jahre, weights: {a: 0.5, b: zwei}}
  eintritte: {title: Eintritte, unit: Eintritte, aim: fewer, entries: {a: 100, b: 1}}
  beides: {title: Beides, unit: Punkte, weights: {a: 1}, entries: {b: 10}}
parameters: {zwei: 2}
"""


def outcome(findings: Findings, name: str, *years: int, valuation: str = "nominal") -> float:
    part = Slice(years or findings.years("horizon"), valuation)
    return float(findings.outcome(name, "ohne", part)[0])


def test_time_in_states_counts_with_its_weight() -> None:
    """At the starts of the years: 8 in a; then 4 in a, and 4 moved and 4 new in b."""
    findings = Findings(small.run(TWO_YEARS, HALF_LEAVE))
    assert outcome(findings, "jahre", 2020) == 8 * 0.5
    assert outcome(findings, "jahre", 2021) == 4 * 0.5 + 8 * 2.0
    assert outcome(findings, "jahre") == 22.0


def test_entries_count_from_outside_and_from_other_states_but_not_those_who_are_there() -> None:
    """4 move to b at the end of the first year and 2 at the end of the second; 4 enter b from outside."""
    findings = Findings(small.run(TWO_YEARS, HALF_LEAVE))
    assert outcome(findings, "eintritte", 2020) == 4.0
    assert outcome(findings, "eintritte", 2021) == 2.0 + 4.0
    assert outcome(findings, "beides") == 8.0 + 4.0 + 10.0 * 10.0


def test_weights_are_numbers_that_rows_can_vary() -> None:
    model = small.model(TWO_YEARS, HALF_LEAVE)
    rows = set_rows(model.table, {"outcomes.jahre.weights.a": [0.5, 1.0, 0.0], "parameters.zwei": [2, 0, 1]})
    (outcomes,) = evaluate(model, rows)
    findings = Findings(outcomes)
    found = findings.outcome("jahre", "ohne", Slice(findings.years("horizon")))
    assert found.tolist() == [22.0, 12.0, 8.0]


DISCOUNTED = "conventions: {counting: start, discounting: {method: at_point, rate: 100 %%/year%s}}"


def test_outcomes_are_discounted_at_their_own_rate_or_not_at_all() -> None:
    own = Findings(small.run(TWO_YEARS, HALF_LEAVE, DISCOUNTED % ", outcomes: {rate: 25 %/year}"))
    assert outcome(own, "jahre", valuation="nominal") == 22.0
    assert outcome(own, "jahre", valuation="present") == 4.0 + 18.0 / 1.25
    none = Findings(small.run(TWO_YEARS, HALF_LEAVE, DISCOUNTED % ""))
    assert outcome(none, "jahre", valuation="present") == 22.0


def test_the_rate_of_outcomes_may_step() -> None:
    steps = ", outcomes: {rate: 0 %/year, steps: [{from: 2021-01, rate: 25 %/year}]}"
    lines = "time: {start: 2020-01, years: 3, cycle: year, budget_window: 3}\nstates: [a, b]\n"
    outcomes = "outcomes: {jahre: {title: J, unit: J, weights: {a: 1}}}"
    findings = Findings(small.run(lines, outcomes, DISCOUNTED % steps))
    assert outcome(findings, "jahre", valuation="present") == 1.0 + 1.0 + 0.8


def test_the_rate_of_outcomes_leaves_money_alone() -> None:
    costs = "costs: {c: {kind: per_case, title: C, state: a, value: 1 000 EUR/year}}"
    one, other = (
        small.run(TWO_YEARS, HALF_LEAVE, costs, DISCOUNTED % rate)
        for rate in ("", ", outcomes: {rate: 25 %/year}")
    )
    assert one.ledger.amount.axes == other.ledger.amount.axes
    assert (one.ledger.amount.values == other.ledger.amount.values).all()


def with_outcomes(tree: Tree) -> Tree:
    """A drawn file that counts every year of everybody, and every entry."""
    every = dict.fromkeys(tree["states"], "1")
    return tree | {
        "outcomes": {
            "zeit": {"title": "Zeit", "unit": "Jahre", "weights": every},
            "doppelt": {"title": "Zeit", "unit": "Jahre", "weights": dict.fromkeys(tree["states"], "2")},
            "eintritte": {"title": "Eintritte", "unit": "Eintritte", "entries": every},
        }
    }


@settings(max_examples=20)
@given(files())
def test_a_weight_of_1_everywhere_is_the_time_of_everybody(tree: Tree) -> None:
    findings = Findings(small.run_tree(with_outcomes(tree)))
    model = findings.outcomes.model
    for part in (Slice(findings.years("horizon")), Slice(findings.years("window"))):
        for strategy in model.strategies:
            time = findings.person_years(strategy, part, frozenset(model.states))
            counted = findings.outcome("zeit", strategy, part)
            np.testing.assert_allclose(counted, time, rtol=tolerance("twin"))
            assert (findings.outcome("doppelt", strategy, part) == 2.0 * counted).all()


@settings(max_examples=20)
@given(files(), st.data())
def test_states_that_count_alike_make_a_programme_without_effect_on_time_neutral(
    tree: Tree, data: st.DataObject
) -> None:
    """Whoever is diverted lives as long as before; the difference is a few roundings."""
    findings = Findings(small.run_tree(with_outcomes(tree)))
    part = Slice((data.draw(st.sampled_from(findings.years("horizon"))),))
    one, other = (findings.outcome("zeit", name, part) for name in ("mit", "ohne"))
    np.testing.assert_allclose(one, other, rtol=tolerance("twin"), atol=tolerance("twin"))


@settings(max_examples=15)
@given(files())
def test_a_programme_that_takes_in_nobody_changes_no_outcome_at_all(tree: Tree) -> None:
    programmes = {
        name: programme | {"effects": [effect | {"share": "0 %"} for effect in programme["effects"]]}
        for name, programme in tree["interventions"].items()
    }
    findings = Findings(small.run_tree(with_outcomes(tree) | {"interventions": programmes}))
    for outcome_id in ("zeit", "eintritte"):
        for year in findings.years("horizon"):
            one, other = (findings.outcome(outcome_id, name, Slice((year,))) for name in ("mit", "ohne"))
            assert (one == other).all()


@pytest.mark.parametrize("threads", [1, 3])
def test_rows_have_the_same_bits_alone_and_among_others(threads: int) -> None:
    model = small.model(TWO_YEARS, HALF_LEAVE)
    weights = np.linspace(0.1, 0.9, 7)
    rows = set_rows(model.table, {"outcomes.jahre.weights.a": weights})
    part = Slice((2020, 2021))
    together = np.concatenate(
        [
            Findings(chunk).outcome("jahre", "ohne", part)
            for chunk in evaluate(model, rows, threads=threads, chunk_rows=7)
        ]
    )
    apart = np.concatenate(
        [Findings(chunk).outcome("jahre", "ohne", part) for chunk in evaluate(model, rows, chunk_rows=1)]
    )
    assert (together == apart).all()
