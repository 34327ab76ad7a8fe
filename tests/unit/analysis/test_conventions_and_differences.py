"""The headline under other conventions, and what differs between two files."""

from pathlib import Path

import pytest

from prevention_sim.analysis.conventions import under_all_conventions
from prevention_sim.analysis.differences import differences
from prevention_sim.analysis.findings import Findings, Slice
from prevention_sim.foundation.errors import ModelError
from prevention_sim.scenario.changing import with_values
from prevention_sim.scenario.document import Scenario
from prevention_sim.scenario.loading import load_scenario, parse_scenario
from tests import small

SCENARIOS = Path(__file__).parents[3] / "scenarios"


def shipped(name: str) -> Scenario:
    return load_scenario(SCENARIOS / f"{name}.yaml")


def relief(found: object) -> float:
    findings = Findings(found)  # type: ignore[arg-type]
    return float(findings.relief("mit", Slice(findings.years("window")))[0])


def test_half_cycle_lies_in_the_middle_of_start_and_end() -> None:
    found = {
        (each.conventions.counting, each.conventions.conversion): relief(each.outcomes)
        for each in under_all_conventions(shipped("bielefeld"))
        if each.outcomes is not None
    }
    assert len(found) == 6
    for conversion in ("separate", "competing"):
        middle = (found["start", conversion] + found["end", conversion]) / 2
        # fixed costs are the same under every rule, so the mean holds for the relief too
        assert found["half_cycle", conversion] == pytest.approx(middle, abs=0.01)


def countings(*texts: str) -> list[str]:
    found = under_all_conventions(small.scenario(*texts))
    return list(dict.fromkeys(each.conventions.counting_name for each in found))


def test_simpson_is_varied_only_where_nobody_enters_later() -> None:
    always = ["start", "end", "half_cycle"]
    assert countings() == [*always, "simpson"]
    late = "caseload: {arrivals: {neu: {value: 1 cases/year, into: a}}}"
    assert countings(late) == always
    assert countings("time: {start: 2020-01, years: 1, cycle: year, budget_window: 1}") == always


def test_weights_of_the_files_own_stay_beside_the_rules() -> None:
    own = "conventions: {counting: {weights: [1/2, 1, 1, 1, 1/2]}, conversion: separate}"
    quarters = "time: {start: 2020-01, years: 1, cycle: quarter, budget_window: 1}"
    found = tuple(under_all_conventions(small.scenario(own, quarters)))
    assert [each.conventions.counting_name for each in found if each.as_written] == ["own_weights"]
    half, written = (
        next(each.outcomes for each in found if each.conventions.counting_name == name)
        for name in ("half_cycle", "own_weights")
    )
    assert half is not None
    assert written is not None
    assert (half.trace.time_in == written.trace.time_in).all()  # nobody moves, so the trapezoid is exact


def test_the_conventions_of_the_file_are_marked_once() -> None:
    marked = [each for each in under_all_conventions(shipped("bielefeld")) if each.as_written]
    (written,) = marked
    assert relief(written.outcomes) == pytest.approx(3_233_781, abs=0.5)


def test_a_file_does_not_differ_from_itself_in_other_words() -> None:
    text = (SCENARIOS / "bielefeld.yaml").read_text(encoding="utf-8")
    retyped = text.replace("5 100 EUR/month", "5_100.00 EUR/month").replace("# wohin", "# anders")
    assert retyped != text
    assert differences(parse_scenario(text.encode()), parse_scenario(retyped.encode())) == ()


def test_a_changed_number_is_the_difference() -> None:
    before = shipped("bielefeld")
    after = with_values(before, {"unterbringung": "45 %"})
    assert [(each.path, each.before, each.after) for each in differences(before, after)] == [
        ("parameters.unterbringung.value", "0.6", "0.45")
    ]


def test_a_changed_number_loses_its_source() -> None:
    after = with_values(shipped("bielefeld"), {"costs.familienhilfe.at": "65 EUR/hour"})
    line = after.costs["familienhilfe"]
    assert line.at is not None  # type: ignore[union-attr]
    assert line.at.source == "assumption"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("path", "text", "reason"),
    [
        ("nix", "5 %", "no number at parameters.nix"),
        ("costs.heim_entgelt.value", "157 EUR", "»157 EUR« needs a period"),
        ("unterbringung", "50.000 EUR", "ambiguous"),
        ("costs.heim_entgelt.row", "5", "no number at costs.heim_entgelt.row"),
    ],
)
def test_a_change_that_does_not_fit_is_refused(path: str, text: str, reason: str) -> None:
    with pytest.raises(ModelError, match=reason):
        with_values(shipped("bielefeld"), {path: text})


def test_a_list_item_can_be_changed() -> None:
    after = with_values(shipped("bielefeld"), {"interventions.familienhebammen.effects[0].share": "25 %"})
    effect = after.interventions["familienhebammen"].effects[0]
    assert effect.share.value.value == 0.25  # type: ignore[union-attr]
