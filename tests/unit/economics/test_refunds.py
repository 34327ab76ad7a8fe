"""Refunds: income of one bearer, an equal cost of another, nothing for all together."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from prevention_sim.analysis.evaluation import Outcomes
from prevention_sim.analysis.findings import Findings, Perspective, Slice
from prevention_sim.analysis.waterfall import net, waterfall
from prevention_sim.foundation.axes import FloatArray
from tests import small
from tests.small import Tree
from tests.strategies import files, percentages

UNACCOMPANIED = """
time: {start: 2020-01, years: 2, budget_window: 2}
strata: {uma: {title: UMA, share: 25 %}, uebrige: {title: übrige, share: rest}}
caseload: {stock: {group: {value: 8 cases, in: a}}}
bearers: {land: {title: Land, level: public}, stadt: {title: Stadt}}
bearer: stadt
costs: {heim: {kind: per_case, title: Heim, state: a, value: 5 000 EUR/month}}
income:
  beitrag: {kind: per_case, title: Beitrag, state: a, value: 200 EUR/month}
  erstattung: {kind: refund, title: Erstattung, of: heim, share: 80 %, from: land, strata: uma}
"""

REFUND = "erstattung"
EVERYWHERE = ("item", "basis", "valuation", "year", "strategy", "stratum", "row")


def refunding(tree: Tree, share: str, of: list[str], **more: str) -> Tree:
    """A file in which somebody outside pays back a share of what the first bearer bears of some lines."""
    outside = {"ausland": {"title": "Ausland", "level": "public"}}
    refund = {"kind": "refund", "title": "Erstattung", "of": of, "share": share, "from": "ausland"}
    income = tree["income"] | {REFUND: refund | {"bearer": "kommune"} | more}
    return tree | {"bearers": tree["bearers"] | outside, "income": income}


def lines_of(tree: Tree) -> list[str]:
    """Every line of a file."""
    parts = (tree, *tree["interventions"].values())
    return [name for part in parts for section in ("costs", "income") for name in part[section]]


def with_rent(tree: Tree) -> Tree:
    """A file that has at least one line, wholly borne by the first bearer."""
    rent = {"kind": "fixed", "title": "Miete", "value": "1 234.50 EUR/month", "bearer": "kommune"}
    return tree | {"costs": tree["costs"] | {"miete": rent}}


def cost(outcomes: Outcomes, *axes: str, **where: str) -> FloatArray:
    return outcomes.ledger.amount.where(**where).total_by(*axes)


def test_the_state_pays_back_80_percent_of_the_places_of_unaccompanied_minors() -> None:
    """8 x 25 % = 2 minors at 60,000 EUR a year; 80 % of that is 96,000 EUR."""
    outcomes = small.run(UNACCOMPANIED)
    assert cost(outcomes, "bearer", "year", item=REFUND).tolist() == [[96_000.0] * 2, [-96_000.0] * 2]
    assert cost(outcomes, "bearer", "year")[1].tolist() == [480_000.0 - 19_200.0 - 96_000.0] * 2
    assert cost(outcomes, "stratum", item=REFUND, bearer="land").tolist() == [0.0, 192_000.0, 0.0]


def test_income_among_what_is_paid_back_lowers_the_refund() -> None:
    """2 x 12 x (5,000 - 200) x 80 %."""
    outcomes = small.run(UNACCOMPANIED.replace("of: heim", "of: [heim, beitrag]"))
    assert cost(outcomes, "year", item=REFUND, bearer="land").tolist() == [92_160.0] * 2


def test_only_what_the_receiver_bears_is_paid_back() -> None:
    shared = UNACCOMPANIED.replace("value: 5 000 EUR/month", "value: 5 000 EUR/month, bearer: BEARERS")
    outcomes = small.run(shared.replace("BEARERS", "{stadt: 75 %, land: rest}"))
    assert cost(outcomes, "year", item=REFUND, bearer="land").tolist() == [0.75 * 96_000.0] * 2


def test_a_refund_that_comes_late_moves_cash_and_no_result() -> None:
    outcomes = small.run(UNACCOMPANIED.replace("strata: uma", "strata: uma, payment_lag: 9 months"))
    booked = cost(outcomes, "basis", "bearer", "year", item=REFUND)
    assert booked[0].tolist() == [[96_000.0, 96_000.0, 0.0], [-96_000.0, -96_000.0, 0.0]]
    assert booked[1].tolist() == [[24_000.0, 96_000.0, 72_000.0], [-24_000.0, -96_000.0, -72_000.0]]


def test_a_refund_rises_with_what_is_paid_back() -> None:
    outcomes = small.run(UNACCOMPANIED, "prices: {year: 2020, rise: 5 %/year}")
    assert cost(outcomes, "year", item=REFUND, bearer="land") == pytest.approx([96_000.0, 1.05 * 96_000.0])


def test_the_refund_of_a_programme_comes_only_where_the_programme_runs() -> None:
    outcomes = small.run(
        small.WITH_PROGRAMME,
        "bearers: {bund: {title: Bund, level: public}, stadt: {title: Stadt}}",
        """
bearer: stadt
interventions:
  hilfe:
    title: Hilfe
    costs: {stelle: {kind: fixed, title: Stelle, value: 60 000 EUR/year}}
    income: {zuschuss: {kind: refund, title: Zuschuss, of: stelle, share: 50 %, from: bund}}
""",
    )
    assert cost(outcomes, "strategy", "bearer").tolist() == [[30_000.0, 30_000.0], [0.0, 0.0]]


@settings(max_examples=25)
@given(files(), st.data())
def test_a_refund_of_nothing_changes_nothing(tree: Tree, data: st.DataObject) -> None:
    lines = lines_of(with_rent(tree))
    of = data.draw(st.lists(st.sampled_from(lines), min_size=1, unique=True))
    without, outcomes = (
        small.run_tree(file) for file in (with_rent(tree), refunding(with_rent(tree), "0 %", of))
    )
    cells, labels = outcomes.ledger.amount, without.ledger.amount.axes.labels
    assert not cells.where(item=REFUND).values.any()
    kept = cells.where(item=labels["item"], bearer=labels["bearer"])
    assert (kept.values == without.ledger.amount.values).all()


@settings(max_examples=25)
@given(files(), percentages(), st.data())
def test_a_refund_is_equal_and_opposite_and_all_bearers_together_do_not_feel_it(
    tree: Tree, share: str, data: st.DataObject
) -> None:
    lines = lines_of(with_rent(tree))
    of = data.draw(st.lists(st.sampled_from(lines), min_size=1, unique=True))
    more = {"payment_lag": "3 years"} if data.draw(st.booleans()) else {}
    outcomes = small.run_tree(refunding(with_rent(tree), share, of, **more))
    cells = outcomes.ledger.amount.where(item=REFUND)
    assert (cells.where(bearer="kommune").values == -cells.where(bearer="ausland").values).all()
    assert not cells.total_by(*EVERYWHERE).any()
    findings = Findings(outcomes)
    for strategy in outcomes.model.strategies:
        part = Slice(findings.years("horizon"), perspective="public")
        without = findings.cost(strategy, part, tuple(lines))
        assert (findings.cost(strategy, part) == without).all()


@settings(max_examples=25)
@given(files(), st.data())
def test_who_is_paid_back_everything_is_left_with_nothing(tree: Tree, data: st.DataObject) -> None:
    """A line that it bears alone to the bit, a share of one to the grain."""
    line = data.draw(st.sampled_from(lines_of(with_rent(tree))))
    outcomes = small.run_tree(refunding(with_rent(tree), "100 %", [line]))
    labels = outcomes.ledger.amount.axes.labels
    left = outcomes.ledger.amount.where(item=(line, REFUND), bearer="kommune").total_by(*EVERYWHERE[1:])
    alone = not outcomes.ledger.amount.where(
        item=line, bearer=tuple(name for name in labels["bearer"] if name != "kommune")
    ).values.any()
    assert np.abs(left).max() <= (0.0 if alone else 2.0 * 2.0**-outcomes.ledger.grain_bits)


WITH_REFUND = """
strata: {uma: {title: UMA, share: 25 %, tags: [imminent]}, uebrige: {title: übrige, share: rest}}
states: {a: {title: Heim, tags: [placement]}, b: {title: Hilfe}}
caseload: {arrivals: {neue: {value: 12 cases/year, into: a}}}
bearers: {land: {title: Land, level: public}, stadt: {title: Stadt}}
bearer: stadt
costs:
  heim: {kind: per_case, title: Heim, state: a, value: 5 000 EUR/month}
  hilfe_kosten: {kind: per_case, title: Hilfe, state: b, value: 800 EUR/month}
income: {erstattung: {kind: refund, title: Erstattung, of: [heim, hilfe_kosten], share: 80 %, from: land}}
"""


@pytest.mark.parametrize("perspective", ["municipality", "public"])
def test_refunds_lost_are_a_step_from_gross_to_net(perspective: Perspective) -> None:
    findings = Findings(small.run(small.WITH_PROGRAMME, WITH_REFUND))
    part = Slice(findings.years("window"), perspective=perspective)
    steps = waterfall(findings, "mit", part)
    relief = {step.kind: float(step.relief[0]) for step in steps if step.relief is not None}
    assert net(steps) == findings.relief("mit", part)
    lost = -0.8 * (relief["gross"] + relief["programme_help"]) if perspective == "municipality" else 0.0
    assert relief["refunds"] == pytest.approx(lost)


def test_gross_relief_is_net_of_the_refunds_of_placements_alone() -> None:
    findings = Findings(small.run(small.WITH_PROGRAMME, WITH_REFUND))
    assert findings.items_of_state(frozenset({"a"})) == ("heim",)
    assert findings.items_of_state(frozenset({"a", "b"})) == (REFUND, "heim", "hilfe_kosten")
