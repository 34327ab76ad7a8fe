"""The offices' indicators by hand, with what they count and what they leave out."""

import pytest
from hypothesis import given

from prevention_sim.analysis.indicators import Indicator
from prevention_sim.analysis.key_figures import key_indicators
from tests import small, strategies
from tests.small import Tree

# Nobody moves, so stocks are place-years: 30 ambulatory, 20 foster, 10 residential, 5 mother and child.
STANDING = """
time: {start: 2020-01, years: 2, budget_window: 2}
scenario: {id: small, title: Klein, population_under_21: 2 000, case: {unit: child, definition: Kind}}
states:
  spfh: {title: SPFH, setting: ambulatory}
  pflege: {title: Pflege, setting: foster}
  heim: {title: Heim, setting: residential}
  gruppe: {title: Wohngruppe, setting: residential}
  mutter: {title: Mutter und Kind, setting: mother_child}
  ende: {title: Ende, setting: none}
caseload:
  stock:
    a: {value: 30 cases, in: spfh}
    b: {value: 20 cases, in: pflege}
    c: {value: 10 cases, in: heim}
    d: {value: 5 cases, in: mutter}
    e: {value: 100 cases, in: ende}
costs:
  heim: {kind: per_case, title: Heim, state: heim, value: 60 000 EUR/year}
  pflege: {kind: per_case, title: Pflege, state: pflege, value: 12 000 EUR/year}
  mutter: {kind: per_case, title: Mutter, state: mutter, value: 40 000 EUR/year}
  dienst: {kind: fixed, title: Dienst, value: 60 000 EUR/year}
income:
  beitrag: {kind: per_case, title: Beitrag, state: heim, value: 2 000 EUR/year}
"""


def found(*texts: str) -> dict[tuple[str, str, str | int], Indicator]:
    every = key_indicators(small.scenario(*texts), small.run(*texts))
    return {(each.id, each.strategy, each.period): each for each in every}


def value(name: str, *texts: str, year: int = 2020, strategy: str = "ohne") -> float | None:
    values = found(*texts)[name, strategy, year].values
    return None if values is None else float(values[0])


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("help_place_years_per_1000_under_21", 60 / 2),
        ("cost_per_place_year_residential", 58_000),
        ("cost_per_place_year_foster", 12_000),
        ("cost_per_place_year_mother_child", 40_000),
        ("ambulatory_share", 30 / 60),
        ("foster_share", 20 / 30),
        ("residential_share", 10 / 60),
        ("net_cost_per_inhabitant_under_21", (580_000 + 240_000 + 200_000 + 60_000) / 2_000),
    ],
)
def test_a_standing_caseload_gives_the_figures_of_the_hand(name: str, expected: float) -> None:
    assert value(name, STANDING) == pytest.approx(expected)
    assert value(name, STANDING, year=2021) == pytest.approx(expected)


def test_where_nobody_leaves_a_mean_stay_is_not_defined() -> None:
    assert value("mean_stay_months_residential", STANDING) is None


def test_a_setting_without_cost_lines_has_no_cost_per_case() -> None:
    assert ("cost_per_place_year_ambulatory", "ohne", 2020) not in found(STANDING)


def test_the_mean_stay_of_a_steady_exit_is_the_one_written() -> None:
    """1/20 leave at the end of each month, whatever the stock: 12 x place-years / ended stays = 20 months."""
    stays = "stays: {heim: {mean: 20 months, to: {ende: 100 %}}}"
    assert value("mean_stay_months_residential", STANDING, stays) == pytest.approx(20)


def test_a_move_within_a_setting_ends_no_stay() -> None:
    moves = "stays: {heim: {mean: 20 months, to: {gruppe: 100 %}}}"
    assert small.run(STANDING, moves).trace.moves.along().sum() > 0.0
    assert value("mean_stay_months_residential", STANDING, moves) is None


def test_an_empty_denominator_is_not_defined() -> None:
    empty = "caseload: {stock: {e: {value: 100 cases, in: ende}}}"
    assert value("cost_per_place_year_residential", STANDING, empty) is None
    assert value("foster_share", STANDING, empty) is None
    assert value("help_place_years_per_1000_under_21", STANDING, empty) == 0.0
    nobody = "scenario: {id: s, title: S, population_under_21: 0, case: {unit: child, definition: K}}"
    assert value("help_place_years_per_1000_under_21", STANDING, nobody) is None


def test_without_a_population_there_is_no_figure_per_inhabitant() -> None:
    unknown = "scenario: {id: small, title: Klein, case: {unit: child, definition: Kind}}"
    assert not [each for each, _, _ in found(STANDING, unknown) if "under_21" in each]


def test_without_settings_there_are_no_key_figures() -> None:
    assert found("states: [a, b]") == {}


@pytest.mark.parametrize("tag", ["unaccompanied", "section_35a"])
def test_tagged_strata_stay_out_unless_asked_for(tag: str) -> None:
    """A quarter of all is tagged: 45 of 60 place-years count, and three quarters of what is paid per case."""
    strata = f"strata: {{a: {{title: A, share: 75 %}}, b: {{title: B, share: rest, tags: [{tag}]}}}}"
    assert value("help_place_years_per_1000_under_21", STANDING, strata) == pytest.approx(45 / 2)
    everybody = value("help_place_years_per_1000_under_21_of_all_strata", STANDING, strata)
    assert everybody == pytest.approx(60 / 2)
    net = value("net_cost_per_inhabitant_under_21", STANDING, strata)
    assert net == pytest.approx((0.75 * 1_020_000 + 60_000) / 2_000)
    assert value("residential_share", STANDING, strata) == pytest.approx(10 / 60)


def test_a_year_that_is_not_whole_has_no_key_figures() -> None:
    later = "time: {start: 2020-07, years: 2, budget_window: 3}"
    assert {year for _, _, year in found(STANDING, later)} == {2021}


def test_every_figure_names_its_denominator_and_the_counting_rule() -> None:
    for each in found(STANDING).values():
        assert each.denominator is not None
        assert "place-years: days in care / 365" in each.denominator


@given(strategies.files(strategies.calendar_years()))
def test_shares_of_the_settings_are_shares(tree: Tree) -> None:
    for state, setting in zip(tree["states"].values(), ("residential", "ambulatory", "foster"), strict=False):
        state["setting"] = setting
    for each in key_indicators(small.scenario_of(tree), small.run_tree(tree)):
        if each.unit == "share" and each.values is not None:
            assert -1e-12 <= float(each.values[0]) <= 1.0 + 1e-12
