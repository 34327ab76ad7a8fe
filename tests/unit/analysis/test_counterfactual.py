"""Where the cases would go without the programme, read from the run, and what hangs on it."""

from pathlib import Path

import pytest

from prevention_sim.analysis.break_even import BreakEven, Question, break_even
from prevention_sim.analysis.counterfactual import Asked, questions, would_be_placed, would_enter
from prevention_sim.analysis.evaluation import evaluate, evaluate_base
from prevention_sim.analysis.findings import Findings, Period, Slice
from prevention_sim.analysis.indicators import indicators
from prevention_sim.model.compile import compile_model
from prevention_sim.model.rows import base_row, set_rows
from prevention_sim.scenario.document import Scenario
from prevention_sim.scenario.loading import load_scenario
from tests.small import run, scenario

SCENARIOS = Path(__file__).parents[3] / "scenarios"

ANSWER = "{heim: {share: 30 %}, pflege: {share: 10 %}, tags: {share: 40 %}, nichts: {share: rest}}"
SMALL = """
states:
  heim: {title: Heim, setting: residential}
  pflege: {title: Pflege, setting: foster}
  tags: {title: Tagesgruppe, setting: ambulatory}
  nichts: {title: keine Hilfe, setting: none}
  hilfe: {title: Hilfe}
caseload: {arrivals: {neue: {value: 40 cases/year}}}
without: ANSWER
costs:
  platz: {kind: per_case, title: Platz, state: heim, value: 5 000 EUR/month}
  familie: {kind: per_case, title: Familie, state: pflege, value: 1 000 EUR/month}
  stunden: {kind: per_case, title: Stunden, state: hilfe, value: 900 EUR/month}
interventions:
  programm:
    title: Programm
    effects:
      - {kind: diverts, from: heim, into: hilfe, share: 80 %}
      - {kind: diverts, from: [pflege, tags], into: hilfe, share: 40 %}
strategies: {ohne: {title: ohne}, mit: {title: mit, interventions: [programm]}}
""".replace("ANSWER", ANSWER)


def asked_of(asked: Scenario) -> dict[str, Asked]:
    return {each.share: each for each in questions(asked, compile_model(asked), "mit")}


def solved(asked: Asked, period: Period) -> BreakEven:
    return break_even(
        asked.scenario, compile_model(asked.scenario), asked.path, Question("mit", period), asked.within
    )


def relief_at(asked: Asked, value: float) -> float:
    model = compile_model(asked.scenario)
    findings = Findings(next(evaluate(model, set_rows(model.table, {asked.path: value}))))
    return float(findings.relief("mit", Slice(findings.years("horizon")))[0])


def relief(of: Scenario) -> float:
    findings = Findings(evaluate_base(compile_model(of)))
    return float(findings.relief("mit", Slice(findings.years("horizon")))[0])


def test_would_be_placements_are_counted_in_the_comparator() -> None:
    """Of 40: 12 in a home, 4 in foster care, 16 with help and 8 without; 0.8 x 12 + 0.4 x 4 are taken in."""
    findings = Findings(run(SMALL))
    part = Slice(findings.years("window"))
    entering = {setting: cases[0] for setting, cases in would_enter(findings, part).items()}
    assert entering == pytest.approx({"residential": 12.0, "foster": 4.0, "ambulatory": 16.0, "none": 8.0})
    assert would_be_placed(findings, part)[0] == pytest.approx(16.0)
    assert would_be_placed(findings, part, "mit")[0] == pytest.approx(11.2)


def test_the_counterfactual_is_among_the_indicators() -> None:
    found = {each.id: each for each in indicators(run(SMALL))}
    assert found["would_enter_residential"].strategy == "ohne"
    share = found["diverted_share"]
    assert share.values is not None
    assert share.values[0] == pytest.approx(0.7)
    assert share.denominator == "case that would be placed otherwise"


def test_a_file_that_does_not_ask_has_no_such_indicator() -> None:
    model = compile_model(load_scenario(SCENARIOS / "bielefeld_net_widening.yaml"))
    names = [each.id for each in indicators(evaluate_base(model))]
    assert not any(name.startswith(("would_enter", "diverted")) for name in names)


def test_a_programme_that_starts_later_takes_in_less() -> None:
    text = SMALL.replace("    title: Programm\n", "    title: Programm\n    start: 2020-07\n")
    findings = Findings(run(text))
    part = Slice(findings.years("window"))
    assert would_be_placed(findings, part, "mit")[0] == pytest.approx(5.6)


@pytest.mark.parametrize(
    ("file", "share", "period", "published", "half_a_digit"),
    [
        ("bielefeld_reference_cohort", "placed", "horizon", 0.0795952, 5e-8),  # V15
        ("bielefeld_reference_cohort", "diverted", "horizon", 0.0788, 5e-5),  # V15
        ("bielefeld", "placed", "window", 0.0839, 5e-5),  # V13
    ],
)
def test_published_break_evens_of_the_counterfactual(
    file: str, share: str, period: Period, published: float, half_a_digit: float
) -> None:
    found = solved(asked_of(load_scenario(SCENARIOS / f"{file}.yaml"))[share], period)
    (root,) = found.roots
    assert root.value == pytest.approx(published, abs=half_a_digit)
    assert root.pays_above
    assert abs(root.relief) < 0.01


def test_a_question_at_the_written_value_is_the_file() -> None:
    written = relief(scenario(SMALL))
    for asked, value in zip(asked_of(scenario(SMALL)).values(), (0.4, 0.7), strict=True):
        assert base_row(compile_model(asked.scenario).table).columns()[asked.path][0] == pytest.approx(value)
        assert relief(asked.scenario) == pytest.approx(written)


def test_the_questions_vary_what_they_say_and_nothing_else() -> None:
    """Placed 40 % -> 20 %: 15, 5, 53 1/3 and 26 2/3 of 100. Diverted 70 % -> 35 %: 40 % and 20 %."""
    asked = asked_of(scenario(SMALL))
    halved = "{heim: {share: 15 %}, pflege: {share: 5 %}, tags: {share: 8/15}, nichts: {share: rest}}"
    by_hand = SMALL.replace(ANSWER, halved)
    assert relief_at(asked["placed"], 0.2) == pytest.approx(relief(scenario(by_hand)))
    by_hand = SMALL.replace("share: 80 %", "share: 40 %").replace(
        "      - {kind: diverts, from: [pflege, tags], into: hilfe, share: 40 %}\n",
        "      - {kind: diverts, from: pflege, into: hilfe, share: 20 %}\n"
        "      - {kind: diverts, from: tags, into: hilfe, share: 40 %}\n",
    )
    assert relief_at(asked["diverted"], 0.35) == pytest.approx(relief(scenario(by_hand)))


def test_no_effect_is_asked_to_take_in_more_than_all() -> None:
    """80 % of 12 and 40 % of 4 are 70 %; in this proportion the larger share is 100 % at 87.5 %."""
    assert asked_of(scenario(SMALL))["diverted"].within == pytest.approx((0.0, 0.875))
    assert asked_of(scenario(SMALL))["placed"].within == (0.0, 1.0)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("{heim: {share: 30 %}, pflege: {share: 10 %}", "{heim: {share: 0 %}, pflege: {share: 0 %}"),
        ("from: heim, into: hilfe, share: 80 %}\n      - {kind: diverts, from: [pflege, tags]", "from: tags"),
        ("interventions: [programm]", "interventions: []"),
    ],
    ids=["nobody placed", "none of them taken in", "no programme"],
)
def test_where_there_is_nothing_to_take_in_nothing_is_asked(old: str, new: str) -> None:
    assert SMALL.count(old) == 1
    assert asked_of(scenario(SMALL.replace(old, new))) == {}


def test_where_nobody_stays_at_home_the_share_placed_cannot_vary() -> None:
    everybody = SMALL.replace(ANSWER, "{heim: {share: 30 %}, pflege: {share: rest}}")
    assert set(asked_of(scenario(everybody))) == {"diverted"}


def test_one_state_at_home_takes_all_who_are_not_placed() -> None:
    one = SMALL.replace(ANSWER, "{heim: {share: 30 %}, pflege: {share: rest}, tags: {share: 0 %}}")
    assert set(asked_of(scenario(one))) == {"placed", "diverted"}
