"""From gross to net: the steps add up to the relief, exactly, and match the published waterfall."""

from pathlib import Path

import numpy as np
import pytest

from prevention_sim.analysis.evaluation import evaluate, evaluate_base
from prevention_sim.analysis.findings import Findings, Slice
from prevention_sim.analysis.waterfall import net, waterfall
from prevention_sim.model.compile import compile_model
from prevention_sim.model.rows import set_rows
from prevention_sim.scenario.loading import load_scenario, parse_scenario

SCENARIOS = Path(__file__).parents[3] / "scenarios"
FILES = ["bielefeld", "bielefeld_reference_cohort", "bielefeld_foster_mix", "bielefeld_net_widening"]


def findings_of(name: str) -> Findings:
    return Findings(evaluate_base(compile_model(load_scenario(SCENARIOS / f"{name}.yaml"))))


def without_tags(name: str) -> Findings:
    """The file as if nobody had marked who would otherwise be placed."""
    text = (SCENARIOS / f"{name}.yaml").read_text(encoding="utf-8")
    untagged = text.replace("    tags: [imminent]\n", "")
    assert untagged != text
    return Findings(evaluate_base(compile_model(parse_scenario(untagged.encode()))))


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
