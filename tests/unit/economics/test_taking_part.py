"""What is paid and counted while a case takes part in a programme, by hand."""

import pytest

from prevention_sim.analysis.evaluation import Outcomes
from prevention_sim.analysis.findings import Findings, Slice
from prevention_sim.analysis.waterfall import net, waterfall
from tests import small
from tests.tolerances import tolerance

CLOSE = tolerance("closed_form")
THREE_YEARS = "time: {start: 2020-01, years: 3, cycle: year, budget_window: 3}"
WITH = "strategies: {ohne: {title: ohne}, mit: {title: mit, interventions: [kurs]}}"
HALF_LEAVE = """
states: [a, b, c]
caseload: {stock: {da: {value: 8 cases, in: a}}}
transitions: [{from: a, to: b, probability: 50 %/year}, {from: b, to: c, probability: 50 %/year}]
"""
"""8 in a; then 4 in a and 4 in b; then 2, 4 and 2 in c; then 1, 3 and 4."""


def course(*keys: str) -> str:
    """A programme that takes in all who are in a at the start, with some more keys."""
    more = "".join(f", {key}" for key in keys)
    return f"interventions: {{kurs: {{title: Kurs, enrolment: [{{of: stock, in: a}}]{more}}}}}"


def paid(outcomes: Outcomes, item: str = "x", strategy: str = "mit") -> list[float]:
    """What a line costs in each year."""
    amounts = outcomes.ledger.amount.where(item=item, strategy=strategy, valuation="nominal")
    found: list[float] = amounts.total_by("year").tolist()
    return found


def counting(rule: str) -> str:
    """The conventions with a rule of counting."""
    return f"conventions: {{counting: {rule}, conversion: separate}}"


PER_YEAR = "costs: {x: {kind: per_participant, title: X, value: 1 EUR/year%s}}"


@pytest.mark.parametrize(
    ("rule", "two_years", "always"),
    [
        ("start", [8.0, 8.0, 0.0], [8.0, 8.0, 6.0]),
        ("end", [8.0, 6.0, 0.0], [8.0, 6.0, 4.0]),
        ("half_cycle", [8.0, 7.0, 0.0], [8.0, 7.0, 5.0]),
    ],
)
def test_taking_part_is_counted_by_the_rule_up_to_its_last_day(
    rule: str, two_years: list[float], always: list[float]
) -> None:
    """Nobody in c takes part; who does for two years has the end of the second counted as well."""
    for keys, expected in ((("lasts: 2 years",), two_years), ((), always)):
        outcomes = small.run(THREE_YEARS, HALF_LEAVE, WITH, counting(rule), course(*keys, PER_YEAR % ""))
        assert paid(outcomes) == pytest.approx(expected, rel=CLOSE)
        assert paid(outcomes, strategy="ohne") == [0.0, 0.0, 0.0]


@pytest.mark.parametrize("rule", ["start", "end", "half_cycle"])
@pytest.mark.parametrize("years", [1, 2, 3])
def test_who_takes_part_for_some_years_and_leaves_nowhere_counts_for_them(rule: str, years: int) -> None:
    """The rule of counting does not change what a course of fixed length costs."""
    outcomes = small.run(
        THREE_YEARS,
        "transitions: [{from: a, to: b, probability: 0 %/year}]",
        WITH,
        counting(rule),
        course(f"lasts: {years} years", PER_YEAR % ""),
    )
    assert paid(outcomes) == [1.0] * years + [0.0] * (3 - years)


def test_a_programme_of_one_cycle_loses_nobody_who_moves() -> None:
    outcomes = small.run(THREE_YEARS, HALF_LEAVE, WITH, course("lasts: 1 year"))
    findings = Findings(outcomes)
    for strategy in ("ohne", "mit"):
        there = [float(findings.persons_at_end(strategy, frozenset({state}))[0]) for state in "abc"]
        assert there == [1.0, 3.0, 4.0]


def test_only_some_states_are_paid_for_and_hours_have_a_price() -> None:
    """4 in b in the second and third year, two hours a month at 50 EUR."""
    line = "costs: {x: {kind: per_participant, title: X, value: 2 hours/month at 50 EUR/hour, in: b}}"
    outcomes = small.run(THREE_YEARS, HALF_LEAVE, WITH, course(line))
    assert paid(outcomes) == pytest.approx([0.0, 4 * 1_200.0, 4 * 1_200.0], rel=CLOSE)


PER_CASE_TAKEN_IN = "costs: {x: {kind: per_enrolment, title: X, value: 100 EUR}}"


@pytest.mark.parametrize(
    ("taken_in", "expected"),
    [
        ("enrolment: [{of: stock, in: a, uptake: 25 %}]", [200.0, 0.0, 0.0]),
        ("enrolment: [{of: entries, in: a, uptake: 50 %}]", [0.0, 300.0, 0.0]),
        ("enrolment: [{of: entries, in: b, reach: 50 %}]", [200.0, 250.0, 125.0]),
        ("enrolment: [{of: present, in: a, offered: 50 %/year}]", [400.0, 400.0, 100.0]),
        ("effects: [{kind: moves, from: a, into: b, share: 25 %}]", [200.0, 0.0, 0.0]),
        ("effects: [{kind: diverts, from: a, into: b, share: 50 %}]", [0.0, 300.0, 0.0]),
    ],
)
def test_cases_taken_in_are_paid_for_when_they_are(taken_in: str, expected: list[float]) -> None:
    """6 come into a in 2021; moves from a to b are 4, (4 + 6) / 2 and 5 / 2.

    Of those present and outside, 8, then 2 + 6, then 2, half are taken in; half of the others leave.
    """
    outcomes = small.run(
        THREE_YEARS,
        HALF_LEAVE,
        "caseload: {stock: {da: {value: 8 cases, in: a}},"
        " intake: {neu: {value: 6 cases, at: 2021-01, into: a}}}",
        WITH,
        f"interventions: {{kurs: {{title: Kurs, {taken_in}, {PER_CASE_TAKEN_IN}}}}}",
    )
    assert paid(outcomes) == pytest.approx(expected, rel=CLOSE)
    findings = Findings(outcomes)
    taken = [float(findings.supported_cases("mit", Slice((year,)))[0]) for year in (2020, 2021, 2022)]
    assert paid(outcomes) == pytest.approx([100.0 * count for count in taken], rel=CLOSE)


def test_what_a_programme_moves_once_is_an_exit_a_move_and_an_entry() -> None:
    """2 of 8 move when it starts; of the other 6 half move by themselves, and one of two in b goes on."""
    lines = "costs: {aus: {kind: per_exit, title: A, state: a, value: 1 EUR},"
    lines += " wechsel: {kind: per_move, title: W, from: a, to: b, value: 1 EUR},"
    lines += " ein: {kind: per_entry, title: E, state: b, value: 1 EUR}}"
    outcomes = small.run(
        "time: {start: 2020-01, years: 1, cycle: year, budget_window: 1}",
        HALF_LEAVE,
        WITH,
        lines,
        "outcomes: {ein: {title: E, unit: E, aim: fewer, entries: {b: 1}}}",
        "interventions: {kurs: {title: K, effects: [{kind: moves, from: a, into: b, share: 25 %}]}}",
    )
    for item in ("aus", "wechsel", "ein"):
        assert (paid(outcomes, item, "ohne"), paid(outcomes, item)) == ([4.0], [5.0])
    findings = Findings(outcomes)
    assert [float(findings.outcome("ein", name, Slice((2020,)))[0]) for name in ("ohne", "mit")] == [4.0, 5.0]


def test_what_is_paid_for_participants_belongs_to_the_programme() -> None:
    """Four take part, one of them among those who would not have been placed: that is net-widening."""
    outcomes = small.run(
        "strata: {hoch: {title: H, share: 75 %, tags: [imminent]}, niedrig: {title: N, share: rest}}",
        "states: {a: {title: A, tags: [placement]}, b: {title: B}}",
        "caseload: {stock: {da: {value: 4 cases, in: a}}}",
        "transitions: [{from: a, to: b, probability: 0 %/year}]",
        WITH,
        course(
            "costs: {x: {kind: per_participant, title: X, value: 12 EUR/year}}",
            "income: {y: {kind: per_enrolment, title: Y, value: 2 EUR}}",
        ),
    )
    findings, part = Findings(outcomes), Slice((2020,))
    steps = waterfall(findings, "mit", part)
    told = {step.kind: float(step.relief[0]) for step in steps if step.relief is not None}
    assert (told["programme"], told["funding"], told["net_widening"]) == (-36.0, 6.0, -10.0)
    assert (net(steps) == findings.relief("mit", part)).all()


QUALITY = "outcomes: {jahre: {title: J, unit: J, weights: {a: 0.75, b: 0.5}}}"


def years(outcomes: Outcomes, strategy: str) -> float:
    """The outcome over the whole horizon."""
    findings = Findings(outcomes)
    return float(findings.outcome("jahre", strategy, Slice(findings.years("horizon")))[0])


def test_a_year_counts_differently_for_those_who_take_part() -> None:
    """All are in a or b and take part: 8, 4 and 2 years in a; 0, 4 and 4 in b."""
    effects = "effects: [{kind: weight, outcome: jahre, state: a, weight: 0.95}]"
    outcomes = small.run(THREE_YEARS, HALF_LEAVE, WITH, QUALITY, course(effects))
    assert years(outcomes, "ohne") == pytest.approx(14 * 0.75 + 8 * 0.5, rel=CLOSE)
    assert years(outcomes, "mit") == pytest.approx(14 * 0.95 + 8 * 0.5, rel=CLOSE)


def test_the_other_weight_ends_with_the_programme() -> None:
    effects = "effects: [{kind: weight, outcome: jahre, state: [a, b], weight: 1}]"
    outcomes = small.run(THREE_YEARS, HALF_LEAVE, WITH, QUALITY, course("lasts: 1 year", effects))
    assert years(outcomes, "mit") == pytest.approx(8 * 1.0 + 6 * 0.75 + 8 * 0.5, rel=CLOSE)


def test_the_same_weight_is_no_difference_at_all() -> None:
    effects = "effects: [{kind: weight, outcome: jahre, state: a, weight: 0.75}]"
    outcomes = small.run(THREE_YEARS, HALF_LEAVE, WITH, QUALITY, course(effects))
    assert years(outcomes, "mit") == years(outcomes, "ohne")
    assert not outcomes.ledger.amount.values.any()


def test_each_programme_of_a_strategy_changes_its_own_states() -> None:
    """8 in a at first and 4 in b after it, when both programmes are there, or one of them."""
    programme = (
        "{{title: T, enrolment: [{{of: stock, in: a}}], effects: [{{kind: weight, {}, outcome: jahre}}]}}"
    )
    outcomes = small.run(
        "time: {start: 2020-01, years: 2, cycle: year, budget_window: 2}",
        HALF_LEAVE,
        QUALITY,
        "strategies: {ohne: {title: o}, a: {title: a, interventions: [p]}, b: {title: b, interventions: [q]},"
        " ab: {title: ab, interventions: [p, q]}}",
        f"interventions: {{p: {programme.format('state: a, weight: 1')},"
        f" q: {programme.format('state: b, weight: 0.8')}}}",
    )
    found = [years(outcomes, name) for name in ("ohne", "a", "b", "ab")]
    assert found == pytest.approx([11.0, 14.0, 12.2, 15.2], rel=CLOSE)
