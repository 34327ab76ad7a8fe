"""Answers read from one ledger and one trace."""

import numpy as np
import pytest

from prevention_sim.analysis.findings import Findings, Slice
from prevention_sim.economics.ledger import SHARED
from tests import small
from tests.tolerances import tolerance

FILE = """
time: {start: 2020-01, years: 3, budget_window: 2}
conventions: {counting: start, conversion: separate, discounting: {method: per_year_start, rate: 5 %/year}}
states:
  heim: {title: Heim, tags: [placement]}
  pflege: {title: Pflege, tags: [placement]}
  paket: {title: Paket}
  ende: {title: Ende}
strata: {nord: {title: Nord, share: 40 %}, sued: {title: Süd, share: rest}}
caseload:
  stock: {da: {value: 10 cases, in: heim}}
  arrivals: {neue: {value: 24 cases/year, into: heim}}
transitions:
  - {from: heim, to: pflege, probability: 5 %/month}
  - {from: [heim, pflege], to: ende, probability: 2 %/month}
  - {from: [ende, paket], to: heim, probability: 1 %/month}
bearers:
  kommune: {title: Kommune}
  land: {title: Land, level: public}
  familie: {title: Familie, level: society}
bearer: kommune
costs:
  heimkosten:
    {kind: per_case, title: Heim, state: heim, value: 5 100 EUR/month, bearer: {kommune: 80 %, land: rest}}
  paketkosten: {kind: per_case, title: Paket, state: paket, value: 750 EUR/month}
  fahrten: {kind: per_case, title: Fahrten, state: paket, value: 50 EUR/month, bearer: familie}
interventions:
  hilfe:
    title: Hilfe
    effects: [{kind: diverts, from: heim, into: paket, share: 50 %}]
    costs: {stelle: {kind: fixed, title: Stelle, value: 12 000 EUR/year}}
strategies: {ohne: {title: ohne}, mit: {title: mit, interventions: [hilfe]}}
comparator: ohne
"""


@pytest.fixture(scope="module")
def findings() -> Findings:
    return Findings(small.run(FILE))


def everything(findings: Findings) -> Slice:
    return Slice(findings.years("horizon"))


def test_the_window_is_the_beginning_of_the_horizon(findings: Findings) -> None:
    assert findings.years("horizon") == (2020, 2021, 2022)
    assert findings.years("window") == (2020, 2021)


def test_a_window_longer_than_the_horizon_is_the_horizon() -> None:
    longer = Findings(small.run("time: {start: 2020-01, years: 1, budget_window: 4}"))
    assert longer.years("window") == longer.years("horizon") == (2020,)


def test_each_perspective_includes_the_one_before(findings: Findings) -> None:
    assert findings.perspectives() == ("municipality", "public", "society")
    assert findings.bearers("municipality") == ("kommune",)
    assert findings.bearers("public") == ("kommune", "land")
    assert findings.bearers("society") == ("familie", "kommune", "land")


def test_a_perspective_that_adds_nobody_is_not_shown() -> None:
    alone = small.run(
        "bearers: {kommune: {title: K}, familie: {title: F, level: society}}", "bearer: kommune"
    )
    assert Findings(alone).perspectives() == ("municipality", "society")


def test_relief_is_the_comparator_s_cost_less_the_strategy_s(findings: Findings) -> None:
    part = everything(findings)
    assert findings.relief("mit", part) == findings.cost("ohne", part) - findings.cost("mit", part)
    assert findings.relief("ohne", part) == 0.0


def test_parts_add_up_to_the_whole_exactly(findings: Findings) -> None:
    part = everything(findings)
    whole = findings.relief("mit", part)
    years = [findings.relief("mit", Slice((year,))) for year in findings.years("horizon")]
    strata = [findings.relief("mit", Slice(part.years, stratum=name)) for name in ("nord", "sued", SHARED)]
    items = [
        findings.relief("mit", part, (item,)) for item in ("heimkosten", "paketkosten", "fahrten", "stelle")
    ]
    for parts in (years, strata, items):
        assert sum(parts) == whole


def test_the_municipality_pays_its_share(findings: Findings) -> None:
    part = Slice(findings.years("horizon"), perspective="municipality")
    own = findings.cost("ohne", part, ("heimkosten",))
    whole = findings.cost("ohne", everything(findings), ("heimkosten",))
    assert own == pytest.approx(0.8 * whole, rel=tolerance("closed_form"))


def test_the_present_value_is_the_discounted_sum_of_the_years(findings: Findings) -> None:
    years = [findings.cost("ohne", Slice((year,)))[0] for year in findings.years("horizon")]
    present = findings.cost("ohne", Slice(findings.years("horizon"), "present"))[0]
    expected = sum(amount / 1.05**year for year, amount in enumerate(years))
    assert present == pytest.approx(expected, rel=tolerance("closed_form"))


def test_lines_of_states_and_of_the_programme(findings: Findings) -> None:
    assert findings.items_of_state(frozenset(["paket"])) == ("fahrten", "paketkosten")
    assert findings.programme_items("mit") == ("fahrten", "heimkosten", "paketkosten", "stelle")
    assert findings.programmes("mit") == {"hilfe"}
    assert findings.programmes("ohne") == frozenset()


def test_person_years_are_summed_over_states_and_strata(findings: Findings) -> None:
    part = everything(findings)
    states = findings.outcomes.model.states
    by_state = sum(findings.person_years("mit", part, frozenset([state])) for state in states)
    by_stratum = sum(
        findings.person_years("mit", Slice(part.years, stratum=name), frozenset(states))
        for name in ("nord", "sued")
    )
    whole = findings.person_years("mit", part, frozenset(states))
    np.testing.assert_allclose(by_state, whole, rtol=tolerance("closed_form"))
    np.testing.assert_allclose(by_stratum, whole, rtol=tolerance("closed_form"))
    assert findings.person_years("mit", Slice(part.years, stratum=SHARED), frozenset(states)) == 0.0


def test_a_stock_makes_no_placement_and_a_change_of_placement_none_either(findings: Findings) -> None:
    first = findings.placements("ohne", Slice((2020,)))
    arrivals = 24.0
    returns = findings.outcomes.trace.moves.along()[0, 0, :, findings.outcomes.model.strategies.index("ohne")]
    model = findings.outcomes.model
    back = sum(
        returns[position].sum()
        for position, (origin, to) in enumerate(zip(model.edge_origin, model.edge_destination, strict=True))
        if model.cells[to].state == "heim" and model.cells[origin].state in ("ende", "paket")
    )
    assert first[0] == pytest.approx(arrivals + back, rel=tolerance("closed_form"))


def test_supported_are_the_diverted(findings: Findings) -> None:
    assert findings.supported_cases("mit", Slice((2021,)))[0] == pytest.approx(
        12.0, rel=tolerance("closed_form")
    )
    assert findings.supported_cases("ohne", everything(findings)) == 0.0


def test_persons_at_the_end_are_everybody_who_came(findings: Findings) -> None:
    everybody = findings.persons_at_end("mit", frozenset(findings.outcomes.model.states))
    assert everybody[0] == pytest.approx(10.0 + 3 * 24.0, rel=tolerance("closed_form"))
    strata = [
        findings.persons_at_end("mit", frozenset(findings.outcomes.model.states), name)[0]
        for name in ("nord", "sued")
    ]
    assert strata == pytest.approx([0.4 * 82.0, 0.6 * 82.0], rel=tolerance("closed_form"))


def test_the_price_difference_is_placement_less_what_is_given_instead(findings: Findings) -> None:
    difference = findings.price_difference("mit")
    assert difference is not None
    assert difference.tolist() == [12.0 * (5_100.0 - 750.0 - 50.0)]


def test_there_is_no_price_difference_of_two_placements_at_once() -> None:
    two = Findings(small.run(FILE.replace("from: heim, into", "from: [heim, pflege], into")))
    pairs = {(found.source, found.into) for found in two.diversions("mit")}
    assert len(pairs) == 2
    assert two.price_difference("mit") is None
    assert two.price_difference("ohne") is None
