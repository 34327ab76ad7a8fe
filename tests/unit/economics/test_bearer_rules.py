"""Who bears a line by rules: the first that holds for the stratum and the month of the service."""

from collections import defaultdict
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from prevention_sim.analysis.evaluation import Outcomes, evaluate_base
from prevention_sim.analysis.findings import Findings, Slice
from prevention_sim.analysis.timing import by_cycle
from prevention_sim.economics.ledger import SHARED
from prevention_sim.foundation.axes import FloatArray, Label
from prevention_sim.model.compile import compile_model
from tests import small
from tests.small import Tree
from tests.strategies import BEARERS, Clock, calendar_years, clocks, files, parts_of_one, spans
from tests.tolerances import tolerance

TWO_YEARS = """
time: {start: 2027-01, years: 2, budget_window: 2}
strata: {sgb2: {title: SGB II, share: 50 %}, uebrige: {title: übrige, share: rest}}
caseload: {stock: {group: {value: 2 cases, in: a}}}
bearers: {bund: {title: Bund, level: public}, land: {title: Land, level: public}, stadt: {title: Stadt}}
costs:
  kita:
    kind: per_case
    title: Kita
    state: a
    value: 1 000 EUR/month
    payment_lag: 0 months
    bearer:
      - {bearer: bund, strata: sgb2, until: 2028-03}
      - {bearer: {land: 25 %, stadt: rest}, from: 2028-01}
      - {bearer: stadt}
"""


def borne(outcomes: Outcomes, *axes: str, **where: Label) -> FloatArray:
    return outcomes.ledger.amount.where(**where).total_by(*axes)


def test_the_first_rule_that_holds_decides_month_by_month() -> None:
    """One child in each stratum, 12,000 EUR a year; the Bund pays for the first until March 2028."""
    outcomes = small.run(TWO_YEARS)
    assert borne(outcomes, "bearer", "year", stratum="sgb2").tolist() == [
        [12_000.0, 3_000.0],
        [0.0, 0.25 * 9_000.0],
        [0.0, 0.75 * 9_000.0],
    ]
    assert borne(outcomes, "bearer", "year", stratum="uebrige").tolist() == [
        [0.0, 0.0],
        [0.0, 3_000.0],
        [12_000.0, 9_000.0],
    ]


def test_a_rule_follows_the_service_and_not_the_payment() -> None:
    """Of the services until June 2028, paid in that year, the Land bears 25 % of 3 and of 6 months."""
    outcomes = small.run(TWO_YEARS.replace("lag: 0 months", "lag: 6 months"))
    assert borne(outcomes, "year", bearer="bund", basis="cash").tolist() == [6_000.0, 9_000.0, 0.0]
    assert borne(outcomes, "year", bearer="land", basis="cash").tolist() == [0.0, 2_250.0, 3_000.0]


def test_fixed_costs_belong_to_no_stratum_and_so_to_no_rule_for_some() -> None:
    rules = "bearer: [{bearer: bund, strata: sgb2}, {bearer: stadt}]"
    outcomes = small.run(
        TWO_YEARS, f"costs: {{stelle: {{kind: fixed, title: Stelle, value: 600 EUR/year, {rules}}}}}"
    )
    assert borne(outcomes, "bearer").tolist() == [0.0, 0.0, 1_200.0]


def test_a_refund_pays_back_what_the_rules_leave_with_its_bearer() -> None:
    refund = "income: {erstattung: {kind: refund, title: E, of: kita, share: 50 %, from: land, bearer: bund}}"
    outcomes = small.run(TWO_YEARS, refund)
    assert borne(outcomes, "year", item="erstattung", bearer="land").tolist() == [6_000.0, 1_500.0]


def test_cycles_add_up_to_years_under_rules() -> None:
    model = small.model(TWO_YEARS)
    monthly, yearly = evaluate_base(by_cycle(model)), evaluate_base(model)
    for year, months in ((2027, tuple(range(12))), (2028, tuple(range(12, 24)))):
        told = Findings(monthly).cost("ohne", Slice(months, perspective="municipality"))
        assert told == pytest.approx(
            Findings(yearly).cost("ohne", Slice((year,), perspective="municipality"))
        )


@st.composite
def rules(draw: DrawFn, clock: Clock, strata: tuple[str, ...], bearers: tuple[str, ...]) -> list[Tree]:
    """Up to three rules with conditions, and one without."""
    written: list[Tree] = []
    for _ in range(draw(st.integers(1, 3))):
        rule: Tree = {"bearer": draw(who(bearers))} | draw(spans(clock, "from", "until"))
        if strata and (len(rule) == 1 or draw(st.booleans())):
            rule["strata"] = draw(st.lists(st.sampled_from(strata), min_size=1, unique=True))
        written += [rule] if len(rule) > 1 else []
    return [*written, {"bearer": draw(who(bearers))}]


def who(bearers: tuple[str, ...]) -> st.SearchStrategy[Any]:
    return st.one_of(st.sampled_from(bearers), parts_of_one(bearers))


@st.composite
def ruled(draw: DrawFn) -> tuple[Clock, Tree, list[Tree]]:
    """A file, and rules by which its lines may be borne."""
    clock = draw(clocks())
    tree = draw(files(st.just(clock)))
    bearers = {name: {"title": name, "level": "public"} for name in BEARERS}
    return clock, tree | {"bearers": bearers}, draw(rules(clock, tuple(tree["strata"]), BEARERS))


def with_bearer(tree: Tree, bearer: object) -> Tree:
    """The same file with the same bearer at every line."""

    def sections(part: Tree) -> Tree:
        return {
            section: {name: line | {"bearer": bearer} for name, line in part[section].items()}
            for section in ("costs", "income")
        }

    programmes = {name: each | sections(each) for name, each in tree["interventions"].items()}
    return tree | sections(tree) | {"interventions": programmes}


def share_of(rule: Tree, bearer: str) -> float:
    """The share of a bearer in a rule, as a person reads it."""
    if isinstance(rule["bearer"], str):
        return float(rule["bearer"] == bearer)
    percent = {
        name: float(share.removesuffix(" %")) for name, share in rule["bearer"].items() if share != "rest"
    }
    return percent.get(bearer, 100.0 - sum(percent.values())) / 100.0


def holds(rule: Tree, month: str, stratum: str) -> bool:
    """Months as text sort by date."""
    return rule.get("from", "0000-00") <= month <= rule.get("until", "9999-99") and stratum in rule.get(
        "strata", [stratum]
    )


@settings(max_examples=40)
@given(ruled())
def test_rules_read_cycle_by_cycle_give_the_same_shares(drawn: tuple[Clock, Tree, list[Tree]]) -> None:
    clock, tree, wanted = drawn
    outcomes = small.run_tree(with_bearer(tree, wanted))
    told = evaluate_base(by_cycle(compile_model(small.scenario_of(with_bearer(tree, "kommune")))))
    amounts = told.ledger.amount.where(valuation="nominal").total_by("item", "year", "strategy", "stratum")
    expected: dict[tuple[str, int], Any] = defaultdict(float)
    for cycle in range(clock.cycles):
        month = clock.boundary(cycle)
        for position, stratum in enumerate((*told.model.strata, SHARED)):
            rule = next(each for each in wanted if holds(each, month, stratum))
            for bearer in BEARERS:
                expected[bearer, int(month[:4])] += share_of(rule, bearer) * amounts[:, cycle, :, position]
    slack = clock.cycles * 8 * 2.0**-outcomes.ledger.grain_bits
    for (bearer, year), amount in expected.items():
        found = borne(outcomes, "item", "strategy", bearer=bearer, year=year, valuation="nominal")
        assert found == pytest.approx(amount, rel=tolerance("twin"), abs=slack)


@settings(max_examples=30)
@given(ruled())
def test_whatever_the_rules_bearers_add_up_to_the_amount_exactly(
    drawn: tuple[Clock, Tree, list[Tree]],
) -> None:
    _, tree, wanted = drawn
    alone = [rule | {"bearer": "kommune"} for rule in wanted]
    one, shared = (small.run_tree(with_bearer(tree, each)) for each in (alone, wanted))
    axes = tuple(name for name in one.ledger.amount.axes.names if name != "bearer")
    assert (one.ledger.amount.total_by(*axes) == shared.ledger.amount.total_by(*axes)).all()


@settings(max_examples=30)
@given(files(calendar_years()))
def test_who_bears_nothing_or_all_of_a_year_gets_exactly_that(tree: Tree) -> None:
    first = int(tree["time"]["start"][:4])
    bearers = {name: {"title": name} for name in ("kommune", "land")}
    wanted = [{"bearer": "land", "until": f"{first}-12"}, {"bearer": "kommune"}]
    outcomes = small.run_tree(with_bearer(tree | {"bearers": bearers}, wanted))
    for year in outcomes.model.calendar.years:
        payer = "kommune" if year == first else "land"
        assert not outcomes.ledger.amount.where(bearer=payer, year=year).values.any()


@settings(max_examples=30)
@given(files())
def test_rules_that_all_say_the_same_are_no_rules(tree: Tree) -> None:
    rule = {"bearer": "kommune"}
    by_rule = small.run_tree(with_bearer(tree, [rule | {"from": tree["time"]["start"]}, rule]))
    always = small.run_tree(with_bearer(tree, "kommune"))
    assert (by_rule.ledger.amount.values == always.ledger.amount.values).all()
