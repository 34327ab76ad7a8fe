"""From gross to net: the steps add up to the relief, exactly, and match the published waterfall."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from prevention_sim.analysis.evaluation import evaluate, evaluate_base
from prevention_sim.analysis.findings import Findings, Perspective, Slice
from prevention_sim.analysis.waterfall import net, waterfall
from prevention_sim.model.compile import compile_model
from prevention_sim.model.rows import set_rows
from prevention_sim.scenario.loading import load_scenario
from tests import small

SCENARIOS = Path(__file__).parents[3] / "scenarios"
FILES = ["bielefeld", "bielefeld_reference_cohort", "bielefeld_foster_mix", "bielefeld_net_widening"]


def findings_of(name: str) -> Findings:
    return Findings(evaluate_base(compile_model(load_scenario(SCENARIOS / f"{name}.yaml"))))


def without_tags(name: str) -> Findings:
    """The file as if nobody had marked who would otherwise be placed."""
    model = compile_model(load_scenario(SCENARIOS / f"{name}.yaml"))
    assert model.imminent
    return Findings(evaluate_base(replace(model, imminent=frozenset())))


@pytest.mark.parametrize("name", FILES)
def test_the_steps_add_up_to_the_relief_exactly(name: str) -> None:
    findings = findings_of(name)
    part = Slice(findings.years("window"))
    assert net(waterfall(findings, "mit", part)) == findings.relief("mit", part)


def test_the_steps_add_up_in_every_row() -> None:
    model = compile_model(load_scenario(SCENARIOS / "bielefeld.yaml"))
    rows = set_rows(model.table, {"parameters.unterbringung": np.linspace(0.0, 1.0, 7)})
    (outcomes,) = evaluate(model, rows)
    findings = Findings(outcomes)
    part = Slice(findings.years("window"))
    np.testing.assert_array_equal(net(waterfall(findings, "mit", part)), findings.relief("mit", part))


def test_the_reference_cohort_gives_the_published_waterfall() -> None:
    """DOMAIN 7.1: RES 1,315,182; FOS +90,538; STD +54,263; PKG -238,428; overhead -47,658."""
    findings = without_tags("bielefeld_reference_cohort")
    steps = waterfall(findings, "mit", Slice(findings.years("horizon")))
    found = {(step.kind, step.state): float(step.relief[0]) for step in steps if step.relief is not None}
    gross, contributions = found["gross", None], found["contributions", None]
    assert gross + contributions == pytest.approx(1_315_182, abs=0.5)
    assert contributions / gross == pytest.approx(-184 / 5_100)
    assert found["substitution", "pflege"] == pytest.approx(90_538, abs=0.5)
    assert found["substitution", "spfh"] == pytest.approx(54_263, abs=0.5)
    assert found["programme_help", None] == pytest.approx(-238_428, abs=0.5)
    assert found["programme", None] == pytest.approx(-47_658, abs=0.5)
    assert found["funding", None] == 0.0


def test_net_widening_is_what_the_programme_does_for_the_others() -> None:
    """DOMAIN 7.1: low-risk families -611,179."""
    findings = findings_of("bielefeld_net_widening")
    steps = {step.kind: step.relief for step in waterfall(findings, "mit", Slice(findings.years("horizon")))}
    widening = steps["net_widening"]
    assert widening is not None
    assert widening[0] == pytest.approx(-611_179, abs=0.5)


def test_without_tags_net_widening_is_not_identified_rather_than_nothing() -> None:
    findings = without_tags("bielefeld_net_widening")
    part = Slice(findings.years("window"))
    steps = waterfall(findings, "mit", part)
    assert [step.relief for step in steps if step.kind == "net_widening"] == [None]
    assert net(steps) == findings.relief("mit", part)


AT_HOME = """
strata: {droht: {title: droht, share: 60 %, tags: [imminent]}, uebrige: {title: übrige, share: rest}}
states: {a: {title: Heim, tags: [placement]}, b: {title: Hilfe}, c: {title: Ende}}
caseload: {arrivals: {neue: {value: 12 cases/year, into: a}}}
stays: {a: {mean: 24 months, to: {c: 100 %}}, b: {mean: 12 months, to: {c: 100 %}}}
bearers: {bund: {title: Bund, level: public}, stadt: {title: Stadt}}
bearer: stadt
costs:
  heim: {kind: per_case, title: Heim, state: a, value: 5 000 EUR/month}
  hilfe_kosten: {kind: per_case, title: Hilfe, state: b, value: 800 EUR/month}
  unterkunft_b: {kind: per_case, title: Unterkunft, state: b, value: 150 EUR/month, counts_as: at_home}
  unterkunft_c: {kind: per_case, title: Unterkunft, state: c, value: 150 EUR/month, counts_as: at_home}
income:
  bund_anteil: {kind: refund, title: Bund, of: [unterkunft_b, unterkunft_c], share: 60 %, from: bund}
"""


def at_home(perspective: Perspective) -> tuple[Findings, Slice]:
    findings = Findings(small.run(small.WITH_PROGRAMME, AT_HOME))
    return findings, Slice(findings.years("window"), perspective=perspective)


@pytest.mark.parametrize(("perspective", "borne"), [("municipality", 0.4), ("public", 1.0)])
def test_the_child_at_home_is_a_step_of_its_own_less_what_is_paid_back(
    perspective: Perspective, borne: float
) -> None:
    """150 EUR for every month of a child of the imminent group out of the home, as far as it is borne."""
    findings, part = at_home(perspective)
    steps = waterfall(findings, "mit", part)
    found = {step.kind: float(step.relief[0]) for step in steps if step.relief is not None}
    imminent = replace(part, stratum="droht")
    years = [findings.person_years(name, imminent, frozenset({"b", "c"}))[0] for name in ("ohne", "mit")]
    assert found["at_home"] == pytest.approx(borne * 1_800.0 * (years[0] - years[1]))
    assert found["at_home"] < 0.0
    assert net(steps) == findings.relief("mit", part)
    assert [step.kind for step in steps].index("at_home") == 1 + [step.kind for step in steps].index(
        "net_widening"
    )


def test_the_child_at_home_is_no_form_of_help() -> None:
    """Neither the price of help nor what the programme costs contains it."""
    findings, _ = at_home("municipality")
    difference = findings.price_difference("mit")
    assert difference is not None
    assert difference[0] == 12 * (5_000.0 - 800.0)
    assert findings.programme_items("mit") == ("heim", "hilfe_kosten")
