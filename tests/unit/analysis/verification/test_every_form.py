"""The battery, and what it stands on, for every kind of effect, clock, offer and counting rule."""

import math
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from prevention_sim.analysis.decomposition import decompose
from prevention_sim.analysis.evaluation import Outcomes
from prevention_sim.analysis.ever_placed import ever_placed
from prevention_sim.analysis.findings import Findings, Slice
from prevention_sim.analysis.verification import CHECKS
from prevention_sim.analysis.verification.bench import Bench, Inapplicable, Verdict, verdicts
from prevention_sim.analysis.verification.face_validity import doubts_of_run, implied_figures
from prevention_sim.model.compile import compile_model
from prevention_sim.scenario.document import Scenario
from tests import small
from tests.tolerances import tolerance

FILE = """
time: {start: 2020-01, years: 3, budget_window: 3}
conventions:
  counting: half_cycle
  conversion: competing
  discounting: {method: at_point, rate: {value: 3 %/year, source: assumption}}
parameters: {basis: 2 %/month}
states:
  heim: {title: Heim, tags: [placement], setting: residential}
  hilfe: {title: Hilfe, setting: ambulatory}
  ende: {title: Ende}
caseload:
  stock: {da: {value: 7 cases, in: heim, age: 6 years}}
  arrivals: {neue: {value: 30 cases/year, into: heim, age: 5 years}}
stays:
  heim: {mean: 21 months, to: {ende: 100 %}}
  hilfe: {mean: 14 months, to: {ende: 100 %}}
breakdowns: [{from: hilfe, to: heim, probability: 10 %/year}]
costs:
  platz: {kind: per_case, title: Platz, state: heim, value: 5 100 EUR/month}
  stunden: {kind: per_case, title: Hilfe, state: hilfe, value: 750 EUR/month}
strategies: {ohne: {title: ohne}, mit: {title: mit, interventions: [p]}}
"""

CLOSED = "caseload: {stock: {da: {value: 7 cases, in: heim, elapsed: 4 months}}}"
WEIBULL = """
stays:
  heim: {law: {kind: weibull, shape: 1.5, scale: 20 months}, to: {ende: 100 %}}
  hilfe: {mean: 14 months, to: {ende: 100 %}}
"""
TUNNEL = """
transitions: [{from: heim, to: ende, probability: "where(years_since_entry >= 0.16, 1, 0) * sicher"}]
"""
DATED = """
transitions:
  - from: heim
    to: hilfe
    probability: basis
    modifiers: [{kind: hazard_ratio, ratio: 2, from: 2020-06, until: 2021-02}]
"""
RATIO = "{kind: hazard_ratio, from: heim, ratio: 1.5}"
STOCK = "{of: stock, in: heim, uptake: 40 %}"
ENTRIES = "{of: entries, in: heim, reach: 50 %, uptake: 80 %}"


def programme(effect: str, enrolment: str = STOCK, *keys: str) -> str:
    """An intervention with one effect."""
    more = "".join(f", {key}" for key in keys)
    return f"interventions: {{p: {{title: P, enrolment: [{enrolment}], effects: [{effect}]{more}}}}}"


DIVERTED = programme("{kind: diverts, from: heim, into: hilfe, share: 40 %}", "")

FORMS: dict[str, tuple[str, ...]] = {
    "on the stock": (programme(RATIO),),
    "for some months": (programme(RATIO, STOCK, "lasts: 6 months"),),
    "fading": (programme(RATIO.replace("}", ", fades_over: 5 months}"), STOCK, "lasts: 6 months"),),
    "lasting": (programme(RATIO.replace("}", ", afterwards: lasts}"), STOCK, "lasts: 6 months"),),
    "on entries": (programme(RATIO, ENTRIES),),
    "on those present": (programme(RATIO, "{of: present, in: heim, offered: 5 %/month}"),),
    "ramped": (programme(RATIO, ENTRIES, 'ramp_up: {"2020": 30 %, "2021": 100 %}'),),
    "for a time": (programme(RATIO, STOCK, "start: 2020-07", "end: 2021-12"),),
    "since it began": (
        programme('{kind: hazard_ratio, from: heim, ratio: "1 + exp(0 - years_since_enrolment)"}'),
    ),
    "risk": (programme("{kind: risk_ratio, from: heim, ratio: 1.5, over: 1 year}"),),
    "another stay": (programme("{kind: stay, state: heim, mean: 1.5 years}"),),
    "more entries": (programme("{kind: entry, streams: neue, ratio: 1.2}", ""),),
    "diverted": (DIVERTED,),
    "diverted on moves": (
        programme("{kind: diverts, from: heim, into: hilfe, share: 4 %, also: moves}", ""),
    ),
    "moved": (programme("{kind: moves, from: heim, into: hilfe, share: 40 %}", ""),),
    "stay by a law": (WEIBULL, DIVERTED),
    "stay by a law that has begun": (
        WEIBULL.replace("ende: 100 %", "hilfe: 100 %", 1),
        CLOSED,
        programme(RATIO.replace("heim", "hilfe"), "{of: entries, in: hilfe, uptake: 30 %}"),
    ),
    "by age": (
        'transitions: [{from: heim, to: hilfe, probability: "basis * (1 + age / 10)"}]',
        programme(RATIO, ENTRIES),
    ),
    "by date": (
        DATED,
        DIVERTED,
    ),
    "simpson": ("conventions: {counting: simpson, conversion: competing}", CLOSED, programme(RATIO)),
    "own weights": (
        "time: {start: 2020-01, years: 2, cycle: year, budget_window: 2}",
        "conventions: {counting: {weights: [0.5, 1, 0.5]}, conversion: competing}",
        "caseload: {stock: {da: {value: 7 cases, in: heim}}}",
        programme(RATIO),
    ),
}


def scenario(form: str) -> Scenario:
    return small.scenario(FILE, *FORMS[form])


def bench(form: str) -> Bench:
    written = scenario(form)
    return Bench(written, compile_model(written))


def outcome(check: str, on: Bench) -> str:
    return Verdict(check, CHECKS[check].domain, CHECKS[check].look(on)).outcome


def relief(on: Bench) -> float:
    findings = Findings(on.base)
    return float(findings.relief("mit", Slice(findings.years("horizon")))[0])


@pytest.mark.parametrize("form", FORMS)
def test_every_form_is_sound_and_moves_something(form: str) -> None:
    on = bench(form)
    found = verdicts(on, CHECKS)
    assert [each for each in found if each.outcome == "failed"] == []
    assert relief(on) != 0.0
    assert tuple(doubts_of_run(on, implied_figures(on), found)) is not None


@pytest.mark.parametrize("form", FORMS)
def test_the_one_effect_of_a_programme_brings_its_whole_relief(form: str) -> None:
    on = bench(form)
    (found,) = decompose(on.model, "mit", [Slice(on.model.calendar.years)])
    assert [each.relief for each in found] == [relief(on)]


@pytest.mark.parametrize(
    ("form", "reason"),
    [
        ("on those present", "asked_again"),
        ("diverted on moves", "asked_again"),
        ("more entries", "no_diversion"),
        ("on entries", None),
        ("ramped", None),
        ("another stay", None),
        ("moved", None),
    ],
)
def test_half_the_reach_is_asked_where_nobody_is_asked_twice(form: str, reason: str | None) -> None:
    answer = CHECKS["half_the_reach"].look(bench(form))
    assert (answer.reason if isinstance(answer, Inapplicable) else None) == reason


def test_what_is_offered_again_and_again_is_no_straight_line() -> None:
    """So the check is right not to ask."""
    on = bench("on those present")
    findings = Findings(on.of(on.times(("interventions.p.enrolment[0].offered",), 0.0, 0.5, 1.0)))
    none, half, whole = findings.relief("mit", Slice(findings.years("horizon")))
    assert abs(half - (none + whole) / 2.0) > 0.01 * abs(whole)


BACK = "breakdowns: [{from: hilfe, to: heim, probability: 10 %/year}, {from: ende, to: heim, rate: 0.1/year}]"
BOTH = "{of: stock, in: heim, uptake: 40 %}, {of: entries, in: heim, uptake: 40 %}"


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ((programme(RATIO, BOTH),), "passed"),
        ((programme(RATIO, BOTH), BACK), "not_applicable"),
        ((programme(RATIO, f"{STOCK}, {STOCK}"),), "not_applicable"),
        ((programme(RATIO, BOTH, "start: 2020-04"),), "not_applicable"),
    ],
    ids=["stock and entries", "who comes back", "two offers at once", "entries, then the stock"],
)
def test_who_can_be_asked_twice(changes: tuple[str, ...], expected: str) -> None:
    """Nobody moves into the home here but from where nobody is asked."""
    written = small.scenario(FILE, "breakdowns: []", *changes)
    assert outcome("half_the_reach", Bench(written, compile_model(written))) == expected


@pytest.mark.parametrize("form", ["simpson", "own weights"])
def test_a_shorter_horizon_has_other_weights_of_the_whole(form: str) -> None:
    answer = CHECKS["horizon_keeps_the_years_before"].look(bench(form))
    assert answer == Inapplicable("weights_of_the_whole")


@pytest.mark.parametrize("form", ["by age", "by date", "stay by a law"])
def test_chances_that_vary_are_looked_at_whenever_they_apply(form: str) -> None:
    """Fifty times the chances of one moment are impossible at that moment."""
    on = bench(form)
    shape = on.base.bound.shape.copy()
    shape[-1] *= 50.0
    wrong = replace(on.base, bound=replace(on.base.bound, shape=shape))
    broken = replace(on, evaluator=lambda *_, **__: iter([wrong]))
    assert (outcome("possible", on), outcome("possible", broken)) == ("passed", "failed")


def test_who_is_moved_at_the_start_is_neither_lost_nor_found() -> None:
    on = bench("moved")

    def forgotten(*asked: Any, **how: Any) -> Iterator[Outcomes]:  # noqa: ANN401 - passed on
        for each in on.evaluator(*asked, **how):
            yield replace(each, trace=replace(each.trace, shifts=np.zeros_like(each.trace.shifts)))

    assert outcome("nobody_lost", on) == "passed"
    assert outcome("nobody_lost", replace(on, evaluator=forgotten)) == "failed"


def test_ever_placed_counts_stays_by_a_law_and_who_is_moved_out() -> None:
    """Homes made absorbing hold 7 and 30 a year, however one would leave them."""
    for form in ("stay by a law", "moved", "by age", "fading"):
        on = bench(form)
        placed = ever_placed(on.base)[on.model.strategies.index("ohne"), 0]
        assert placed == pytest.approx(7.0 + 3 * 30.0, rel=tolerance("closed_form"))


def test_persons_in_placement_at_the_end_are_those_who_stay_by_the_law() -> None:
    """Stock of 7 since 4 months, Weibull stays of shape 1.5 and scale 20 months, 36 months later."""
    written = small.scenario(FILE, WEIBULL, CLOSED, "breakdowns: []", DIVERTED)
    figures = implied_figures(Bench(written, compile_model(written)))
    at_end = {each.strategy: each.value for each in figures if each.kind == "persons_in_placement_at_end"}
    survival = math.exp((4.0 / 20.0) ** 1.5 - (40.0 / 20.0) ** 1.5)
    assert at_end["ohne"] == pytest.approx(7.0 * survival, rel=tolerance("closed_form"))


def test_a_mean_stay_by_a_law_is_told_as_it_comes_out() -> None:
    """Everybody leaves after exactly three months."""
    written = small.scenario(
        FILE,
        "parameters: {sicher: 100 %/month}",
        "caseload: {intake: {alle: {value: 5 cases, at: 2020-01, into: heim}}}",
        "breakdowns: []",
        "stays: {hilfe: {mean: 14 months, to: {ende: 100 %}}}",
        TUNNEL,
        "strategies: {ohne: {title: ohne}}",
    )
    figures = implied_figures(Bench(written, compile_model(written)))
    assert [each.value for each in figures if each.kind == "mean_stay_months"] == pytest.approx([3.0])


POSTS = """
interventions:
  p:
    title: P
    enrolment: [{of: stock, in: heim, uptake: 40 %}]
    effects: [{kind: hazard_ratio, from: heim, ratio: 1.5}]
    costs:
      stelle: {kind: staff, title: Stelle, posts: 0.5 FTE, personnel: 70 000 EUR/year, material: 1 EUR/year}
      leitung: {kind: share_of, title: Leitung, of: [stelle, platz], share: 10 %}
"""


@pytest.mark.parametrize("check", ["nothing_for_nothing", "twice_the_prices", "no_effect_no_difference"])
def test_posts_and_shares_of_other_lines_have_prices_too(check: str) -> None:
    written = small.scenario(FILE, POSTS)
    assert outcome(check, Bench(written, compile_model(written))) == "passed"
