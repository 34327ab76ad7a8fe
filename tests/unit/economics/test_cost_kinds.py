"""What each kind of line is multiplied with, by hand."""

import numpy as np
import pytest
from hypothesis import given, settings

from prevention_sim.analysis.adjustments import unadjusted
from prevention_sim.analysis.evaluation import Outcomes
from prevention_sim.analysis.findings import Findings, Slice
from prevention_sim.analysis.waterfall import net, waterfall
from prevention_sim.economics.ledger import SHARED
from prevention_sim.model.adjustments import grades_behind
from tests import small
from tests.small import Tree
from tests.strategies import files_with_funding

HALF_MOVE_ON = """
time: {start: 2020-01, years: 2, cycle: year, budget_window: 2}
conventions: {counting: half_cycle, conversion: separate, discounting: {method: at_point, rate: 25 %/year}}
states: [a, b, c]
caseload: {stock: {da: {value: 4 cases, in: a}}, intake: {neu: {value: 6 cases, at: 2020-01, into: a}}}
transitions: [{from: a, to: b, probability: 50 %/year}, {from: b, to: c, probability: 100 %/year}]
"""
"""Ten in a, of whom five move to b and then two and a half; these five move on to c in 2021."""


def cost(outcomes: Outcomes, item: str, valuation: str = "nominal", **where: str) -> list[float]:
    """What a line costs in each year."""
    found: list[float] = (
        outcomes.ledger.amount.where(item=item, valuation=valuation, **where).total_by("year").tolist()
    )
    return found


@pytest.mark.parametrize(
    ("line", "nominal", "present"),
    [
        ("kind: per_entry, state: a", [600.0, 0.0], [600.0, 0.0]),
        ("kind: per_entry, state: b", [500.0, 250.0], [400.0, 160.0]),
        ("kind: per_exit, state: a", [500.0, 250.0], [400.0, 160.0]),
        ("kind: per_exit, state: b", [0.0, 500.0], [0.0, 320.0]),
        ("kind: per_move, from: b, to: c", [0.0, 500.0], [0.0, 320.0]),
        ("kind: per_move, from: a, to: c", [0.0, 0.0], [0.0, 0.0]),
        ("kind: one_off, at: 2021-01", [0.0, 100.0], [0.0, 80.0]),
    ],
)
def test_moves_are_counted_at_the_end_of_their_cycle_and_entries_at_its_start(
    line: str, nominal: list[float], present: list[float]
) -> None:
    """At 25 % a year a euro is worth 0.8 after one and 0.64 after two; half-cycle averages none of it."""
    outcomes = small.run(HALF_MOVE_ON, f"costs: {{x: {{title: X, value: 100 EUR, {line}}}}}")
    assert cost(outcomes, "x") == nominal
    assert cost(outcomes, "x", "present") == pytest.approx(present)


def test_an_event_happens_at_its_rate_while_somebody_is_there() -> None:
    """(10 + 5) / 2 years in a, then (5 + 2.5) / 2, twice a year, at 100 EUR."""
    line = "{kind: per_event, title: X, state: a, rate: 0.5/quarter, value: 100 EUR}"
    assert cost(small.run(HALF_MOVE_ON, f"costs: {{x: {line}}}"), "x") == [1_500.0, 750.0]


def test_posts_cost_staff_overhead_and_material() -> None:
    """Half a post in Bielefeld: 0.5 x (60,000 x 1.2 + 9,700)."""
    post = "personnel: 5 000 EUR/month, material: 9 700 EUR/year, overhead: 20 %, until: 2020-12"
    outcomes = small.run(HALF_MOVE_ON, f"costs: {{x: {{kind: staff, title: X, posts: 0.5 FTE, {post}}}}}")
    assert cost(outcomes, "x") == [40_850.0, 0.0]
    assert cost(outcomes, "x", stratum=SHARED) == [40_850.0, 0.0]


def test_hours_delivered_change_no_amount() -> None:
    line = "{kind: per_case, title: X, state: a, value: 6 hours/month at 39.50 EUR/hour%s}"
    told = small.run(HALF_MOVE_ON, f"costs: {{x: {line % ', delivered: 5 hours/month'}}}")
    assert cost(told, "x") == cost(small.run(HALF_MOVE_ON, f"costs: {{x: {line % ''}}}"), "x")


SHARES = """
strata: {nord: {title: N, share: 25 %}, sued: {title: S, share: rest}}
bearers: {stadt: {title: Stadt}, land: {title: Land, level: public}}
bearer: stadt
costs:
  heim: {kind: per_exit, title: H, state: a, value: 100 EUR, bearer: {land: 40 %, stadt: rest}}
  zuschlag: {kind: share_of, title: Z, of: heim, share: 20 %}
  umlage:
    {kind: share_of, title: U, of: [heim, zuschlag], share: 10 %, strata: nord, from: 2021-01, bearer: stadt}
income:
  zuschuss: {kind: share_of, title: G, of: heim, share: 50 %}
  erstattung: {kind: refund, title: E, of: [heim, zuschlag], share: 100 %, from: land, bearer: stadt}
"""


def test_a_share_follows_its_lines_and_names_what_differs() -> None:
    outcomes = small.run(HALF_MOVE_ON, SHARES)
    assert cost(outcomes, "zuschlag") == [100.0, 50.0]
    assert cost(outcomes, "zuschlag", bearer="land") == [40.0, 20.0]
    assert cost(outcomes, "zuschlag", stratum="nord") == [25.0, 12.5]
    assert cost(outcomes, "umlage", bearer="stadt") == [0.0, 0.25 * 30.0]
    assert cost(outcomes, "zuschuss") == [-250.0, -125.0]
    assert cost(outcomes, "erstattung", bearer="stadt") == [-360.0, -180.0]


def test_a_share_of_a_programme_s_line_runs_where_the_programme_does() -> None:
    outcomes = small.run(
        "interventions: {p: {title: P, costs: {post: {kind: fixed, title: F, value: 500 EUR/year}}}}",
        "strategies: {ohne: {title: ohne}, mit: {title: mit, interventions: [p]}}",
        "costs: {umlage: {kind: share_of, title: U, of: post, share: 20 %}}",
    )
    assert [cost(outcomes, "umlage", strategy=name) for name in ("ohne", "mit")] == [[0.0], [100.0]]


@settings(max_examples=20)
@given(files_with_funding())
def test_the_steps_from_gross_to_net_add_up_with_every_kind_of_line(tree: Tree) -> None:
    findings = Findings(small.run_tree(tree))
    part = Slice(findings.years("horizon"))
    assert (net(waterfall(findings, "mit", part)) == findings.relief("mit", part)).all()


ADJUSTED = """
adjustments: {optimism_bias: 10 %, corrections: {claim: 25 %, study: 5 %}}
sources: {laut: {title: L, grade: claim}, test: {title: T, grade: study}}
parameters: {wert: {value: 1 000 EUR/year, source: test}, faktor: {value: 2, source: laut}}
costs: {alle: {kind: fixed, title: A, value: faktor * wert}}
interventions:
  p:
    title: P
    costs:
      plan: {kind: fixed, title: K, value: wert}
      eigen: {kind: fixed, title: K, value: wert, optimism_bias: 40 %}
    income:
      nutzen: {kind: fixed, title: N, value: faktor * wert, until: 2020-12}
      umlage: {kind: share_of, title: U, of: nutzen, share: 50 %}
strategies: {ohne: {title: ohne}, mit: {title: mit, interventions: [p]}}
"""


def test_plans_are_corrected_by_optimism_and_by_their_weakest_number() -> None:
    outcomes = small.run(ADJUSTED)
    mit = {"strategy": "mit"}
    assert cost(outcomes, "alle", **mit) == [2_000.0]
    assert cost(outcomes, "plan", **mit) == pytest.approx([1_000.0 * 1.1 * 1.05])
    assert cost(outcomes, "eigen", **mit) == pytest.approx([1_000.0 * 1.4 * 1.05])
    assert cost(outcomes, "nutzen", **mit) == pytest.approx([-2_000.0 * 0.75])
    assert cost(outcomes, "umlage", **mit) == pytest.approx([-1_000.0 * 0.75])
    assert [cost(unadjusted(outcomes), item, **mit) for item in ("plan", "nutzen")] == [[1_000.0], [-2_000.0]]


def test_a_formula_is_as_weak_as_the_numbers_it_reads() -> None:
    scenario = small.scenario(ADJUSTED)
    assert grades_behind(scenario, "interventions.p.income.nutzen") == {"claim", "study"}
    assert grades_behind(small.scenario(ADJUSTED.replace(", source: laut", "")), "costs.alle") == {
        "assumption",
        "study",
    }


@settings(max_examples=10)
@given(files_with_funding())
def test_adjustments_of_nothing_change_nothing(tree: Tree) -> None:
    none = {"optimism_bias": "0 %", "corrections": {"assumption": "0 %"}}
    one, other = small.run_tree(tree), small.run_tree(tree | {"adjustments": none})
    assert (one.ledger.amount.values == other.ledger.amount.values).all()
    assert np.array_equal(unadjusted(one).ledger.amount.values, one.ledger.amount.values)
