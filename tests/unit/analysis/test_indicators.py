"""Indicators: what they divide by, and what they are when that is not there."""

from typing import TypeAlias

import numpy as np
import pytest

from prevention_sim.analysis.findings import Findings, Slice
from prevention_sim.analysis.indicators import Indicator, indicators, ratio
from tests import small

Told: TypeAlias = dict[tuple[str, str, str | int], Indicator]

FILE = """
time: {start: 2020-01, years: 3, budget_window: 2}
states:
  heim: {title: Heim, tags: [placement]}
  paket: {title: Paket}
  spfh: {title: Familienhilfe}
  ende: {title: Ende}
caseload: {arrivals: {neue: {value: 24 cases/year, into: heim}, andere: {value: 12 cases/year, into: spfh}}}
transitions: [{from: [heim, paket, spfh], to: ende, probability: 5 %%/month}]
costs:
  heimkosten: {kind: per_case, title: Heim, state: heim, value: 5 100 EUR/month}
  paketkosten: {kind: per_case, title: Paket, state: paket, value: 750 EUR/month}
  hilfekosten: {kind: per_case, title: Hilfe, state: spfh, value: 480 EUR/month}
income: {beitrag: {kind: per_case, title: Beitrag, state: heim, value: 184 EUR/month}}
interventions:
  hilfe:
    title: Hilfe
    effects: [{kind: diverts, from: [%s], into: paket, share: 50 %%}]
    costs: {stelle: {kind: fixed, title: Stelle, value: 12 000 EUR/year}}
strategies: {ohne: {title: ohne}, mit: {title: mit, interventions: [hilfe]}}
comparator: ohne
"""


def found(text: str) -> Told:
    """The indicators by id, strategy and period; there is one perspective."""
    return {(each.id, each.strategy, each.period): each for each in indicators(small.run(text))}


def values(indicator: Indicator) -> float:
    assert indicator.values is not None
    return float(indicator.values[0])


@pytest.fixture(scope="module")
def avoiding() -> Told:
    return found(FILE % "heim, spfh")


def test_a_ratio_is_defined_where_its_denominator_is_above_0_in_every_row() -> None:
    one = np.array([10.0, 20.0])
    half = ratio(one, np.array([2.0, 4.0]))
    assert half is not None
    assert half.tolist() == [5.0, 5.0]
    for denominator in ([2.0, 0.0], [0.0, 0.0], [2.0, -1.0], [np.nan, 1.0]):
        assert ratio(one, np.array(denominator)) is None


def test_gross_programme_and_net_relief_differ_by_the_lines_they_contain(
    avoiding: Told,
) -> None:
    findings = Findings(small.run(FILE % "heim, spfh"))
    part = Slice(findings.years("window"))
    avoided = values(avoiding["avoided_place_years", "mit", "window"])
    for name, items in {
        "gross_relief_per_avoided_place_year": ("heimkosten", "beitrag"),
        "programme_relief_per_avoided_place_year": ("heimkosten", "beitrag", "paketkosten", "stelle"),
        "relief_per_avoided_place_year": None,
    }.items():
        relief = findings.relief("mit", part, items)[0]
        assert values(avoiding[name, "mit", "window"]) == relief / avoided
    gross, programme, net = (
        values(avoiding[f"{kind}relief_per_avoided_place_year", "mit", "window"])
        for kind in ("gross_", "programme_", "")
    )
    assert programme < net < gross


def test_every_ratio_says_what_it_is_divided_by(avoiding: Told) -> None:
    for (name, _, _), indicator in avoiding.items():
        assert (indicator.denominator is not None) == ("_per_" in name or name == "price_difference")


def test_place_years_name_the_places_and_the_counting_rule(avoiding: Told) -> None:
    denominator = avoiding["relief_per_avoided_place_year", "mit", "window"].denominator
    assert denominator is not None
    assert "heim" in denominator
    assert "place-years" in denominator


def test_the_comparator_has_no_relief(avoiding: Told) -> None:
    assert not [
        name
        for name, strategy, _ in avoiding
        if strategy == "ohne" and ("relief" in name or "avoided" in name)
    ]


def test_both_periods_are_told_where_they_differ(avoiding: Told) -> None:
    assert {period for _, _, period in avoiding} == {"window", "horizon"}
    whole = found((FILE % "heim, spfh").replace("budget_window: 2", "budget_window: 3"))
    assert {period for _, _, period in whole} == {"window"}


def test_a_programme_that_brings_children_into_homes_has_no_relief_per_avoided_place_year() -> None:
    widened = found((FILE % "spfh").replace("into: paket, share", "into: heim, share"))
    assert values(widened["avoided_place_years", "mit", "window"]) < 0.0
    for kind in ("gross_", "programme_", ""):
        assert widened[f"{kind}relief_per_avoided_place_year", "mit", "window"].values is None


def test_nobody_supported_is_no_relief_per_supported_case() -> None:
    idle = found((FILE % "heim").replace("50 %", "0 %"))
    assert values(idle["supported_cases", "mit", "window"]) == 0.0
    assert idle["relief_per_supported_case", "mit", "window"].values is None
    assert values(idle["relief", "mit", "window"]) == -24_000.0


def test_without_a_placement_nothing_is_said_about_placements() -> None:
    plain = found((FILE % "heim").replace(", tags: [placement]", ""))
    assert not [name for name, _, _ in plain if "place" in name]


def test_no_indicator_is_infinite_or_not_a_number(avoiding: Told) -> None:
    for indicator in avoiding.values():
        assert indicator.values is None or np.isfinite(indicator.values).all()
