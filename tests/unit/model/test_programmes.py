"""Whom programmes take in and what they change, held against closed forms."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from prevention_sim.analysis.evaluation import Outcomes
from prevention_sim.analysis.findings import Findings, Slice
from tests import small
from tests.tolerances import tolerance

CLOSE = tolerance("closed_form")
WITH = "strategies: {ohne: {title: ohne}, mit: {title: mit, interventions: [hilfe]}}"
LEAVES = "transitions: [{from: a, to: b, rate: 0.1/month}]"
TWO_YEARS = "time: {start: 2020-01, years: 2, cycle: month, budget_window: 2}"


def programme(*keys: str, effects: str = "", enrolment: str = "{of: stock, in: a}") -> str:
    """An intervention with some more keys."""
    more = "".join(f", {key}" for key in keys)
    return f"interventions: {{hilfe: {{title: Hilfe, enrolment: [{enrolment}], effects: [{effects}]{more}}}}}"


def left_in(outcomes: Outcomes, strategy: str, state: str = "a") -> float:
    """Cases in a state at the end."""
    return float(Findings(outcomes).persons_at_end(strategy, frozenset({state}))[0])


def supported(outcomes: Outcomes, strategy: str = "mit") -> float:
    """Cases that a strategy's programmes take in."""
    findings = Findings(outcomes)
    return float(findings.supported_cases(strategy, Slice(findings.years("horizon")))[0])


HALF = "{kind: hazard_ratio, from: a, ratio: 0.5}"


def test_a_hazard_ratio_acts_on_those_who_take_part_while_they_do() -> None:
    """40 % take part for 6 months at half the rate, then like all others."""
    outcomes = small.run(
        LEAVES, WITH, programme("lasts: 6 months", effects=HALF, enrolment="{of: stock, in: a, uptake: 40 %}")
    )
    untreated = math.exp(-0.1 * 12)
    assert left_in(outcomes, "ohne") == pytest.approx(untreated, rel=CLOSE)
    treated = math.exp(-0.05 * 6 - 0.1 * 6)
    assert left_in(outcomes, "mit") == pytest.approx(0.6 * untreated + 0.4 * treated, rel=CLOSE)
    assert supported(outcomes) == pytest.approx(0.4, rel=CLOSE)


def test_an_effect_that_lasts_goes_on_after_taking_part() -> None:
    effect = "{kind: hazard_ratio, from: a, ratio: 0.5, afterwards: lasts}"
    outcomes = small.run(LEAVES, WITH, programme("lasts: 6 months", effects=effect))
    assert left_in(outcomes, "mit") == pytest.approx(math.exp(-0.05 * 12), rel=CLOSE)


def test_an_effect_fades_evenly_on_its_logarithm_from_the_end_of_taking_part() -> None:
    """Cycle u after the end has the ratio 0.5 ** (1 - u / 4)."""
    effect = "{kind: hazard_ratio, from: a, ratio: 0.5, fades_over: 4 months}"
    outcomes = small.run(LEAVES, WITH, programme("lasts: 6 months", effects=effect))
    hazards = [0.05] * 6 + [0.1 * 0.5 ** (1 - u / 4) for u in range(4)] + [0.1] * 2
    assert left_in(outcomes, "mit") == pytest.approx(math.exp(-sum(hazards)), rel=CLOSE)


def test_a_ratio_may_follow_the_time_since_a_case_joined() -> None:
    effect = '{kind: hazard_ratio, from: a, ratio: "1 - 0.5 * exp(0 - years_since_enrolment)"}'
    outcomes = small.run(LEAVES, WITH, programme(effects=effect))
    hazards = [0.1 * (1.0 - 0.5 * math.exp(-u / 12)) for u in range(12)]
    assert left_in(outcomes, "mit") == pytest.approx(math.exp(-sum(hazards)), rel=CLOSE)


def test_those_present_are_taken_in_at_a_rate_from_the_start_of_the_programme() -> None:
    """10 % a month from April on of those still outside; who is in never leaves."""
    outcomes = small.run(
        LEAVES,
        WITH,
        programme(
            "start: 2020-04",
            effects="{kind: hazard_ratio, from: a, ratio: 0}",
            enrolment="{of: present, in: a, offered: 10 %/month}",
        ),
    )
    outside, inside = math.exp(-0.3), 0.0
    for _ in range(9):
        inside += 0.1 * outside
        outside *= 0.9 * math.exp(-0.1)
    assert left_in(outcomes, "mit") == pytest.approx(outside + inside, rel=CLOSE)
    assert supported(outcomes) == pytest.approx(inside, rel=CLOSE)


def test_who_enters_by_a_move_is_offered_a_place_too() -> None:
    """All go a -> b in the first month; half of them are taken in there and stay for ever."""
    outcomes = small.run(
        "states: [a, b, c]",
        "parameters: {sicher: 100 %/month}",
        "transitions: [{from: a, to: b, probability: sicher}, {from: b, to: c, rate: 0.2/month}]",
        WITH,
        programme(
            effects="{kind: hazard_ratio, from: b, ratio: 0}", enrolment="{of: entries, in: b, reach: 50 %}"
        ),
    )
    assert left_in(outcomes, "mit", "b") == pytest.approx(0.5 + 0.5 * math.exp(-0.2 * 11), rel=CLOSE)
    assert supported(outcomes) == pytest.approx(0.5, rel=CLOSE)


def test_who_moves_is_offered_a_place_by_a_programme_that_starts_at_that_boundary() -> None:
    """All go a -> b at the end of March; the programme starts in April, and in the other file in May."""
    taken = []
    for start in ("2020-04", "2020-05"):
        outcomes = small.run(
            "parameters: {sicher: 100 %/month}",
            'transitions: [{from: a, to: b, probability: "where(years_since_start >= 0.16, 1, 0) * sicher"},'
            " {from: b, to: a, probability: 0 %/month}]",
            WITH,
            programme(f"start: {start}", enrolment="{of: entries, in: b}"),
        )
        taken.append(supported(outcomes))
    assert taken == [1.0, 0.0]


def test_a_ramp_scales_whom_the_programme_reaches_by_year() -> None:
    arrivals = "caseload: {arrivals: {neue: {value: 12 cases/year, into: a}}}"
    outcomes = small.run(
        TWO_YEARS,
        arrivals,
        LEAVES,
        WITH,
        programme('ramp_up: {"2020": 25 %, "2021": 100 %}', effects=HALF, enrolment="{of: entries, in: a}"),
    )
    findings = Findings(outcomes)
    taken = [float(findings.supported_cases("mit", Slice((year,)))[0]) for year in (2020, 2021)]
    assert taken == pytest.approx([3.0, 12.0], rel=CLOSE)


@pytest.mark.parametrize(("again", "times"), [("each_entry", 3.0), ("once", 1.0)])
def test_a_case_is_taken_in_at_each_entry_or_once(again: str, times: float) -> None:
    """There and back, quarter by quarter: taken in at every second boundary, or at the first only."""
    outcomes = small.run(
        "time: {start: 2020-01, years: 1, cycle: quarter, budget_window: 1}",
        "caseload: {intake: {gruppe: {value: 1 case, at: 2020-01, into: a}}}",
        "transitions: [{from: a, to: b, probability: 100 %/quarter},"
        " {from: b, to: a, probability: 100 %/quarter}]",
        WITH,
        programme("continues_in: a", f"again: {again}", enrolment="{of: entries, in: a}"),
    )
    assert supported(outcomes) == pytest.approx(times)


def test_effects_of_two_programmes_multiply_and_an_interaction_comes_on_top() -> None:
    both = """
interventions:
  eins:
    title: Eins
    enrolment: [{of: stock, in: a, uptake: 50 %}]
    effects: [{kind: hazard_ratio, from: a, ratio: 0.5}]
  zwei:
    title: Zwei
    enrolment: [{of: stock, in: a, uptake: 40 %}]
    effects:
      - {kind: hazard_ratio, from: a, ratio: 0.8}
      - {kind: hazard_ratio, from: a, ratio: 1.5, with: eins}
strategies:
  ohne: {title: ohne}
  eins: {title: eins, interventions: [eins]}
  beide: {title: beide, interventions: [eins, zwei]}
"""
    outcomes = small.run(LEAVES, both)

    def staying(ratio: float) -> float:
        return math.exp(-0.1 * ratio * 12)

    assert left_in(outcomes, "eins") == pytest.approx(0.5 * staying(1.0) + 0.5 * staying(0.5), rel=CLOSE)
    expected = 0.3 * staying(1.0) + 0.3 * staying(0.5) + 0.2 * staying(0.8) + 0.2 * staying(0.5 * 0.8 * 1.5)
    assert left_in(outcomes, "beide") == pytest.approx(expected, rel=CLOSE)


def test_two_programmes_may_divert_from_one_state_in_different_strategies() -> None:
    outcomes = small.run(
        "states: [a, b, c]",
        "caseload: {arrivals: {neue: {value: 12 cases/year, into: a}}}",
        """
interventions:
  nach_b: {title: B, effects: [{kind: diverts, from: a, into: b, share: 30 %}]}
  nach_c: {title: C, effects: [{kind: diverts, from: a, into: c, share: 60 %}]}
strategies:
  ohne: {title: ohne}
  b: {title: b, interventions: [nach_b]}
  c: {title: c, interventions: [nach_c]}
""",
    )
    assert [left_in(outcomes, "b", state) for state in "abc"] == pytest.approx([8.4, 3.6, 0.0])
    assert [left_in(outcomes, "c", state) for state in "abc"] == pytest.approx([4.8, 0.0, 7.2])
    assert left_in(outcomes, "ohne") == pytest.approx(12.0)


def test_a_diversion_may_also_be_of_moves() -> None:
    outcomes = small.run(
        "states: [a, b, c]",
        "transitions: [{from: a, to: b, probability: 100 %/month}]",
        WITH,
        "interventions: {hilfe: {title: H, effects:"
        " [{kind: diverts, from: b, into: c, share: 30 %, also: moves}]}}",
    )
    assert [left_in(outcomes, "mit", state) for state in "abc"] == pytest.approx([0.0, 0.7, 0.3])
    assert left_in(outcomes, "ohne", "b") == pytest.approx(1.0)
    assert supported(outcomes) == pytest.approx(0.3)


def test_some_of_the_stock_move_once_when_the_programme_starts() -> None:
    outcomes = small.run(
        "states: [a, b, c]",
        LEAVES,
        WITH,
        "interventions: {hilfe: {title: H, start: 2020-07, effects:"
        " [{kind: moves, from: a, into: c, share: 20 %}]}}",
    )
    half, whole = math.exp(-0.6), math.exp(-1.2)
    assert left_in(outcomes, "mit", "c") == pytest.approx(0.2 * half, rel=CLOSE)
    assert left_in(outcomes, "mit") == pytest.approx(0.8 * whole, rel=CLOSE)
    assert left_in(outcomes, "ohne") == pytest.approx(whole, rel=CLOSE)


@pytest.mark.parametrize(("moved", "taken"), [("20 %", "50 %"), ("100 %", "100 %")])
def test_stock_that_moves_enters_and_is_offered_a_place_there(moved: str, taken: str) -> None:
    """Two programmes take in on entry to b: nobody leaves it who is in the first; of the others some do."""
    outcomes = small.run(
        "states: [a, b, c]",
        "transitions: [{from: b, to: c, rate: 0.2/month}]",
        f"""
interventions:
  umzug: {{title: U, effects: [{{kind: moves, from: a, into: b, share: {moved}}}]}}
  halt:
    title: H
    enrolment: [{{of: entries, in: b, uptake: {taken}}}]
    effects: [{{kind: hazard_ratio, from: b, ratio: 0}}]
  rat:
    title: R
    enrolment: [{{of: entries, in: b, uptake: 30 %}}]
    effects: [{{kind: hazard_ratio, from: b, ratio: 0.5}}]
strategies:
  ohne: {{title: ohne}}
  nur_umzug: {{title: U, interventions: [umzug]}}
  mit: {{title: mit, interventions: [umzug, halt, rat]}}
""",
    )
    share, kept = (float(text.removesuffix(" %")) / 100.0 for text in (moved, taken))
    advised, others = math.exp(-0.1 * 12), math.exp(-0.2 * 12)
    expected = share * (kept + (1.0 - kept) * (0.3 * advised + 0.7 * others))
    assert left_in(outcomes, "mit", "b") == pytest.approx(expected, rel=CLOSE)
    assert left_in(outcomes, "nur_umzug", "b") == pytest.approx(share * others, rel=CLOSE)
    assert left_in(outcomes, "mit") == pytest.approx(1.0 - share, abs=CLOSE)
    assert supported(outcomes) == pytest.approx(share * (1.0 + kept + 0.3), rel=CLOSE)


def test_a_programme_may_find_more_cases() -> None:
    outcomes = small.run(
        "caseload: {arrivals: {neue: {value: 12 cases/year, into: a}}}",
        WITH,
        "interventions: {hilfe: {title: H, effects: [{kind: entry, streams: neue, ratio: 1.25}]}}",
    )
    assert left_in(outcomes, "mit") == 15.0
    assert left_in(outcomes, "ohne") == 12.0


def test_a_stay_has_another_mean_while_a_case_takes_part() -> None:
    outcomes = small.run(
        "stays: {a: {mean: 20 months, to: {b: 100 %}}}",
        WITH,
        programme(effects="{kind: stay, state: a, mean: 10 months}"),
    )
    assert left_in(outcomes, "ohne") == pytest.approx(0.95**12, rel=CLOSE)
    assert left_in(outcomes, "mit") == pytest.approx(0.9**12, rel=CLOSE)


NEUTRAL = [
    programme(effects="{kind: hazard_ratio, ratio: 1}"),
    programme(effects="{kind: risk_ratio, ratio: 1, over: 1 year}"),
    programme(effects="{kind: odds_ratio, ratio: 1, over: 1 year}", enrolment="{of: entries, in: a}"),
    programme(
        "lasts: 3 months",
        effects="{kind: hazard_ratio, ratio: 1, fades_over: 5 months}",
        enrolment="{of: present, in: [a, b], offered: 7 %/month}",
    ),
    (
        "interventions: {hilfe: {title: H, effects:"
        " [{kind: diverts, from: a, into: a, share: 50 %, also: moves}]}}"
    ),
    "interventions: {hilfe: {title: H, effects: [{kind: moves, from: a, into: a, share: 50 %}]}}",
    "interventions: {hilfe: {title: H, effects: [{kind: entry, streams: neue, ratio: 1}]}}",
]


@pytest.mark.parametrize("neutral", NEUTRAL)
@pytest.mark.parametrize("conversion", ["competing", "separate"])
def test_without_effect_nothing_changes_to_the_bit(neutral: str, conversion: str) -> None:
    outcomes = small.run(
        f"conventions: {{counting: half_cycle, conversion: {conversion}}}",
        "states: [a, b, c]",
        "caseload: {stock: {alle: {value: 7 cases, in: a}},"
        " arrivals: {neue: {value: 31 cases/year, into: {nord: a, sued: b}}}}",
        "strata: {nord: {title: N, share: 37 %}, sued: {title: S, share: rest}}",
        "stays: {a: {mean: 13 months, to: {b: 70 %, c: rest}}}",
        "transitions: [{from: [a, b], to: c, rate: 0.07/month}, {from: b, to: a, probability: 3 %/month}]",
        WITH,
        neutral,
    )
    counts = outcomes.trace.time_in
    of_states = {
        state: counts[:, :, [cell.state == state for cell in outcomes.model.cells]] for state in "abc"
    }
    for by_cell in of_states.values():
        mit, ohne = (
            by_cell[:, :, :, outcomes.model.strategies.index(name)].sum(axis=2) for name in ("mit", "ohne")
        )
        assert (mit == ohne).all()


@settings(max_examples=20)
@given(st.floats(0.05, 2.0), st.floats(0.01, 0.4))
def test_a_risk_ratio_is_the_same_on_every_grid(ratio: float, chance: float) -> None:
    """Of those who enter together, the share that leaves within the time is multiplied, in every cycle."""
    expected = 1.0 - ratio * chance
    for cycle in ("month", "quarter", "year"):
        outcomes = small.run(
            f"time: {{start: 2020-01, years: 3, cycle: {cycle}, budget_window: 3}}",
            f"transitions: [{{from: a, to: b, probability: {100.0 * chance!r} %/3 years,"
            f" modifiers: [{{kind: risk_ratio, ratio: {ratio!r}}}]}}]",
        )
        assert left_in(outcomes, "ohne") == pytest.approx(expected, rel=tolerance("closed_form") * 100)


@settings(max_examples=20)
@given(st.floats(0.05, 5.0), st.floats(0.01, 0.9))
def test_an_odds_ratio_is_the_same_on_every_grid(ratio: float, chance: float) -> None:
    odds = ratio * chance / (1.0 - chance)
    for cycle in ("month", "year"):
        outcomes = small.run(
            f"time: {{start: 2020-01, years: 1, cycle: {cycle}, budget_window: 1}}",
            f"transitions: [{{from: a, to: b, probability: {100.0 * chance!r} %/year,"
            f" modifiers: [{{kind: odds_ratio, ratio: {ratio!r}}}]}}]",
        )
        assert left_in(outcomes, "ohne") == pytest.approx(
            1.0 / (1.0 + odds), rel=tolerance("closed_form") * 100
        )


@pytest.mark.parametrize("kind", ["hazard_ratio", "odds_ratio"])
@pytest.mark.parametrize(
    ("chance", "ratio", "left"), [("0 %", 3, 1.0), ("100 %", 0.3, 0.0), ("100 %", 0, 1.0)]
)
def test_impossible_stays_impossible_and_certain_stays_certain(
    kind: str, chance: str, ratio: float, left: float
) -> None:
    outcomes = small.run(
        f"transitions: [{{from: a, to: b, probability: {chance}/year,"
        f" modifiers: [{{kind: {kind}, ratio: {ratio}}}]}}]"
    )
    assert left_in(outcomes, "ohne") == left


def test_ratios_act_in_the_order_hazard_risk_odds_whatever_the_order_of_the_file() -> None:
    def staying(*modifiers: str) -> float:
        written = ", ".join(modifiers)
        return left_in(
            small.run(f"transitions: [{{from: a, to: b, probability: 20 %/year, modifiers: [{written}]}}]"),
            "ohne",
        )

    hazard = "{kind: hazard_ratio, ratio: 2}"
    risk, odds = "{kind: risk_ratio, ratio: 1.5}", "{kind: odds_ratio, ratio: 0.5}"
    chance = 1.5 * (1.0 - 0.8**2)
    expected = 1.0 / (1.0 + 0.5 * chance / (1.0 - chance))
    assert staying(hazard, risk, odds) == pytest.approx(expected, rel=1e-12)
    assert staying(odds, risk, hazard) == staying(hazard, risk, odds)


def test_memory_of_a_chunk_is_not_exceeded_by_its_arrays() -> None:
    outcomes = small.run(LEAVES, WITH, programme("lasts: 6 months", effects=HALF))
    bound, trace = outcomes.bound, outcomes.trace
    given = (bound.start, bound.entry_scale, bound.scale, bound.shape, bound.shift)
    counted = (trace.time_in, trace.moves.exposure, trace.shifts, trace.entries, trace.at_end)
    held = sum(array.nbytes for array in (*given, *counted, outcomes.ledger.amount.values))
    assert held <= outcomes.model.bytes_per_row()
