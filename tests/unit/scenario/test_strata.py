"""Strata that are crossed: their names, shares, attributes, and what statements mean by a group."""

import math

import pytest

from prevention_sim.analysis.findings import Findings
from prevention_sim.analysis.key_figures import kept_apart
from prevention_sim.model.bind import bind
from prevention_sim.model.rows import set_rows
from prevention_sim.scenario.counterfactual import strata_of
from prevention_sim.scenario.problems import ScenarioError
from tests import small
from tests.tolerances import tolerance

CROSSED = """
strata:
  nord: {title: Nord, share: 40 %, attributes: {index: 1}}
  sued: {title: Süd, share: rest, attributes: {index: -1}}
crossed_with:
  risiko:
    hoch: {title: hoch belastet, share: 30 %, tags: [imminent]}
    niedrig: {title: übrige, share: rest}
"""
SHARES = {"nord_hoch": 0.12, "nord_niedrig": 0.28, "sued_hoch": 0.18, "sued_niedrig": 0.42}


def at_end(*texts: str) -> dict[str, float]:
    """Cases still in `a` at the end, by stratum."""
    outcomes = small.run(CROSSED, *texts)
    findings = Findings(outcomes)
    return {
        name: float(findings.persons_at_end("ohne", frozenset({"a"}), name)[0])
        for name in outcomes.model.strata
    }


def test_every_group_meets_every_other_with_the_product_of_their_shares() -> None:
    found = at_end()
    assert list(found) == sorted(SHARES)
    assert found == pytest.approx(SHARES, rel=tolerance("last_digits") * 4)


def test_a_crossed_stratum_has_the_title_tags_and_attributes_of_its_groups() -> None:
    stratum = strata_of(small.scenario(CROSSED))["nord_hoch"]
    assert (stratum.title.de, stratum.tags) == ("Nord, hoch belastet", ("imminent",))
    assert list(stratum.attributes) == ["index"]


@pytest.mark.parametrize(
    ("named", "concerned"),
    [
        ("hoch", {"nord_hoch", "sued_hoch"}),
        ("nord", {"nord_hoch", "nord_niedrig"}),
        ("[nord_hoch, sued_niedrig]", {"nord_hoch", "sued_niedrig"}),
    ],
)
def test_a_statement_names_strata_or_all_of_a_group(named: str, concerned: set[str]) -> None:
    found = at_end(f"transitions: [{{from: a, to: b, rate: 0.1/month, strata: {named}}}]")
    for name, share in SHARES.items():
        left = math.exp(-1.2) if name in concerned else 1.0
        assert found[name] == pytest.approx(share * left, rel=tolerance("closed_form"))


def test_cases_may_enter_another_state_by_group() -> None:
    found = at_end("caseload: {stock: {alle: {value: 1 case, in: {hoch: a, niedrig: b}}}}")
    assert found == pytest.approx({**SHARES, "nord_niedrig": 0.0, "sued_niedrig": 0.0})


def test_a_formula_reads_the_attribute_of_the_group() -> None:
    found = at_end(
        "parameters: {basis: 0.1/month}",
        'transitions: [{from: a, to: b, rate: "basis * exp(index)"}]',
    )
    for name, share in SHARES.items():
        hazard = 1.2 * math.exp(1.0 if name.startswith("nord") else -1.0)
        assert found[name] == pytest.approx(share * math.exp(-hazard), rel=tolerance("closed_form"))


def test_a_row_may_vary_the_share_of_one_group_and_the_rest_follows() -> None:
    model = small.model(CROSSED)
    bound = bind(model, set_rows(model.table, {"crossed_with.risiko.hoch.share": 0.5}))
    assert bound.start[0, 0, :, 0].tolist() == pytest.approx([0.2, 0.2, 0.3, 0.3])


def test_a_stratum_that_no_group_leads_into_a_state_is_named() -> None:
    with pytest.raises(ScenarioError, match=r"E207 .*nord_niedrig, sued_niedrig"):
        small.scenario(CROSSED, "caseload: {stock: {alle: {value: 1 case, in: {hoch: a}}}}")


def test_groups_kept_apart_from_key_figures_are_so_in_every_crossing() -> None:
    tagged = CROSSED.replace("[imminent]", "[unaccompanied]")
    assert kept_apart(small.scenario(tagged)) == {"nord_hoch", "sued_hoch"}
