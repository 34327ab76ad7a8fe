"""Files whose chances follow a clock are the same as files that spell every position out as a state."""

import math
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from prevention_sim.analysis.evaluation import Outcomes
from prevention_sim.analysis.findings import Findings, Slice
from prevention_sim.model.compile import compile_model
from prevention_sim.scenario.loading import load_scenario
from tests import small
from tests.tolerances import tolerance

REFERENCE = Path(__file__).parents[2] / "scenarios" / "reference"


def run(name: str) -> Outcomes:
    return small.run_model(compile_model(load_scenario(REFERENCE / f"{name}.yaml")))


def by_year(outcomes: Outcomes, *states: str) -> list[float]:
    """Person-months in some states, year by year."""
    findings = Findings(outcomes)
    (strategy,) = outcomes.model.strategies
    return [
        12.0 * float(findings.person_years(strategy, Slice((year,)), frozenset(states))[0])
        for year in outcomes.model.calendar.years
    ]


def tunnel(leaving: Callable[[int], float], months: int, years: int, caseload: str) -> list[float]:
    """Person-months in a chain of states `m0`, `m1`, …, one for each month since entry."""
    names = [f"m{month}" for month in range(months)]
    moves = [
        f"{{from: {name}, to: {to}, probability: {100.0 * chance!r} %/month}}"
        for month, name in enumerate(names)
        for to, chance in ((f"m{month + 1}", 1.0 - leaving(month)), ("ende", leaving(month)))
        if to in (*names, "ende")
    ]
    outcomes = small.run(
        f"time: {{start: 2020-01, years: {years}, budget_window: {years}}}",
        f"states: [{', '.join(names)}, ende]",
        f"caseload: {caseload}",
        f"transitions: [{', '.join(moves)}]",
    )
    return by_year(outcomes, *names)


def test_stays_by_a_law_are_a_chain_of_tunnel_states() -> None:
    """Those who are there since 8 months begin in the ninth state."""

    def leaving(month: int) -> float:
        return -math.expm1((month / 23.4) ** 1.6 - ((month + 1) / 23.4) ** 1.6)

    spelled_out = tunnel(
        leaving,
        months=60,
        years=4,
        caseload=(
            "{stock: {da: {value: 40 cases, in: m8}}, arrivals: {neue: {value: 60 cases/year, into: m0}}}"
        ),
    )
    assert by_year(run("semi_markov_stay"), "heim") == pytest.approx(
        spelled_out, rel=tolerance("closed_form")
    )


def test_chances_by_the_time_in_a_state_are_a_chain_of_tunnel_states() -> None:
    intake = "{value: 100 cases, at: %s, into: m0}"
    spelled_out = tunnel(
        lambda month: 0.02 if month < 6 else 0.06,
        months=30,
        years=2,
        caseload=f"{{intake: {{gruppe: {intake % '2020-01'}, nachzuegler: {intake % '2021-01'}}}}}",
    )
    assert by_year(run("stay_in_pieces"), "heim") == pytest.approx(spelled_out, rel=tolerance("closed_form"))


def test_a_fading_effect_is_what_comes_of_two_groups_followed_by_hand() -> None:
    """Families with and without the programme are followed month by month."""
    findings = Findings(run("fading_effect"))
    horizon = Slice(findings.years("horizon"))
    rate = 0.03
    taking_part = [0.5] * 12 + [math.exp(math.log(0.5) * (1.0 - u / 12.0)) for u in range(12)] + [1.0] * 12
    for strategy, groups in {
        "ohne": [(200.0, [1.0] * 36)],
        "mit": [(80.0, [1.0] * 36), (120.0, taking_part)],
    }.items():
        placed = 0.0
        for families, ratios in groups:
            for ratio in ratios:
                moved = families * -math.expm1(-rate * ratio)
                families, placed = families - moved, placed + moved  # noqa: PLW2901 - month by month
        assert findings.placements(strategy, horizon)[0] == pytest.approx(
            placed, rel=tolerance("closed_form")
        )


def test_placements_by_district_follow_the_index() -> None:
    """The logarithm of the ratio of two rates is 0.7 times the difference of the indices."""
    findings = Findings(run("rates_by_index"))
    rates = {}
    for district, share in {"nord": 0.5, "mitte": 0.3, "sued": 0.2}.items():
        placed = findings.placements("status_quo", Slice(findings.years("horizon"), stratum=district))[0]
        rates[district] = -math.log1p(-placed / (10_000.0 * share))
    logarithms = np.log([rates["mitte"] / rates["nord"], rates["nord"] / rates["sued"]])
    assert logarithms == pytest.approx([0.7, 1.4], rel=1e-9)
