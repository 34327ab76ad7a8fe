"""The same question in days, weeks, months, quarters, years and steps of three years.

Where one way leads out of a state for good, at a constant hazard or under ratios of the chance over a stated
time, occupancy has a closed form that knows no cycle. Each grid must meet it at its last boundary: after
three years, and where cycles are weeks after seven, which are 365 of them.
"""

import pytest

from tests import small
from tests.small import Tree
from tests.tolerances import tolerance

GRIDS = {"day": 3, "week": 7, "month": 3, "quarter": 3, "6 months": 3, "year": 3, "3 years": 3}
GRID = pytest.mark.parametrize("cycle", GRIDS)
CONVERSION = pytest.mark.parametrize("conversion", ["separate", "competing"])


def one_way_out(cycle: str, conversion: str = "separate", **move: object) -> Tree:
    years = GRIDS[cycle]
    return small.tree_of("states: [a, b]") | {
        "time": {"start": "2027-01", "years": str(years), "cycle": cycle, "budget_window": str(years)},
        "conventions": {"counting": "start", "conversion": conversion},
        "transitions": [{"from": "a", "to": "b", **move}],
    }


def still_there(tree: Tree) -> float:
    """The share of the one case that is in a at the last boundary."""
    return float(small.run_tree(tree).trace.at_end[0].sum())


@GRID
@CONVERSION
def test_who_is_left_under_a_chance_or_a_rate(cycle: str, conversion: str) -> None:
    by_chance = one_way_out(cycle, conversion, probability="20 %/year")
    assert still_there(by_chance) == pytest.approx(0.8 ** GRIDS[cycle], rel=tolerance("many_cycles"))
    over_three = one_way_out(cycle, conversion, probability="48.8 %/3 years")
    assert still_there(over_three) == pytest.approx(0.512 ** (GRIDS[cycle] / 3), rel=tolerance("many_cycles"))


@GRID
@CONVERSION
@pytest.mark.parametrize(
    ("modifier", "over", "left"),
    [
        ({"kind": "risk_ratio", "ratio": "0.5"}, 1, 1 - 0.5 * 0.2),
        ({"kind": "risk_ratio", "ratio": "0.5", "over": "1 year"}, 1, 1 - 0.5 * 0.2),
        ({"kind": "risk_ratio", "ratio": "0.5", "over": "3 years"}, 3, 1 - 0.5 * (1 - 0.8**3)),
        ({"kind": "risk_ratio", "ratio": "1.5", "over": "6 months"}, 0.5, 1 - 1.5 * (1 - 0.8**0.5)),
        ({"kind": "risk_ratio", "ratio": "2", "over": "30 days"}, 30 / 365, 1 - 2 * (1 - 0.8 ** (30 / 365))),
        ({"kind": "odds_ratio", "ratio": "2", "over": "1 year"}, 1, 1 / (1 + 2 * 0.2 / 0.8)),
        ({"kind": "hazard_ratio", "ratio": "0.25"}, 1, 0.8**0.25),
    ],
)
def test_a_ratio_means_the_same_on_every_grid(
    cycle: str, conversion: str, modifier: dict[str, str], over: float, left: float
) -> None:
    """What is `left` over some years under the ratio is left in each run of so many years."""
    tree = one_way_out(cycle, conversion, probability="20 %/year", modifiers=[modifier])
    assert still_there(tree) == pytest.approx(left ** (GRIDS[cycle] / over), rel=tolerance("many_cycles"))


@GRID
@CONVERSION
@pytest.mark.parametrize("kind", ["hazard_ratio", "risk_ratio", "odds_ratio"])
def test_a_ratio_of_1_changes_no_bit_on_any_grid(cycle: str, conversion: str, kind: str) -> None:
    plain = one_way_out(cycle, conversion, probability="20 %/year")
    with_ratio = one_way_out(
        cycle, conversion, probability="20 %/year", modifiers=[{"kind": kind, "ratio": "1"}]
    )
    one, other = (small.digest(small.arrays_of(small.run_tree(tree))) for tree in (plain, with_ratio))
    assert one == other


@GRID
@CONVERSION
@pytest.mark.parametrize("kind", ["hazard_ratio", "risk_ratio", "odds_ratio"])
def test_nobody_goes_at_0_and_everybody_at_1(cycle: str, conversion: str, kind: str) -> None:
    """A chance of 1 stays 1 under a hazard or odds ratio; half of it over a year is 1/2 over a year."""
    modifier = {"kind": kind, "ratio": "0.5"}
    never = one_way_out(cycle, conversion, probability="0 %/year", modifiers=[modifier])
    assert still_there(never) == 1.0
    surely = one_way_out(cycle, conversion, probability="100 %/year", modifiers=[modifier])
    expected = 0.5 ** GRIDS[cycle] if kind == "risk_ratio" else 0.0
    assert still_there(surely) == pytest.approx(expected, rel=tolerance("many_cycles"), abs=0.0)


@GRID
def test_an_effect_of_a_programme_with_over_is_grid_free_too(cycle: str) -> None:
    """Everybody takes part from the start; a third of the risk over three years is gone."""
    tree = one_way_out(cycle, probability="20 %/year") | {
        "interventions": {
            "hilfe": {
                "title": "Hilfe",
                "enrolment": [{"of": "stock", "in": "a"}],
                "effects": [
                    {"kind": "risk_ratio", "from": "a", "to": "b", "ratio": "2/3", "over": "3 years"}
                ],
            }
        },
        "strategies": {
            "ohne": {"title": "ohne"},
            "mit": {"title": "mit", "interventions": ["hilfe"]},
        },
    }
    outcomes = small.run_tree(tree)
    in_a = [position for position, cell in enumerate(outcomes.model.cells) if cell.state == "a"]
    left = outcomes.trace.at_end[in_a].sum(axis=(0, 2, 3))
    risk = 1 - 0.8**3
    expected = {"ohne": (1 - risk) ** (GRIDS[cycle] / 3), "mit": (1 - risk * 2 / 3) ** (GRIDS[cycle] / 3)}
    for name, share in expected.items():
        found = left[outcomes.model.strategies.index(name)]
        assert found == pytest.approx(share, rel=tolerance("many_cycles"))


@pytest.mark.parametrize("cycle", ["day", "month", "quarter", "6 months", "year", "3 years"])
def test_a_mean_stay_is_a_chance_of_each_cycle_and_does_depend_on_it(cycle: str) -> None:
    """Design: a mean of five years is D/5 in each cycle of D years, which is what the grid changes."""
    length = {
        "day": 1 / 365,
        "month": 1 / 12,
        "quarter": 1 / 4,
        "6 months": 1 / 2,
        "year": 1.0,
        "3 years": 3.0,
    }
    tree = one_way_out(cycle) | {
        "transitions": [],
        "stays": {"a": {"mean": "5 years", "to": {"b": "100 %"}}},
    }
    cycles = round(3 / length[cycle])
    expected = (1 - length[cycle] / 5) ** cycles
    assert still_there(tree) == pytest.approx(expected, rel=tolerance("many_cycles"))
