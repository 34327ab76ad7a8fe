"""Dominance, frontier and ratios: published cases, and a brute-force twin."""

from fractions import Fraction
from itertools import pairwise, permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prevention_sim.analysis.cost_effectiveness import (
    CostEffectiveness,
    cost_effectiveness,
    quadrant,
)
from prevention_sim.foundation.errors import ModelError

Options = list[tuple[str, float, float]]

HERC = [
    ("usual care", 5_000.0, 1.0),
    ("a", 12_000.0, 1.5),
    ("b", 10_000.0, 2.0),
    ("c", 25_000.0, 3.0),
    ("d", 35_000.0, 4.0),
    ("e", 55_000.0, 5.0),
]
"""Health Economics Research Centre, Oxford; in the test suite of heemod."""

CORNER = [("1", 163_771.0, 6.48273), ("2", 164_848.7, 6.52861), ("3", 163_765.1, 6.52861)]
"""dampack, issue 37: one option costs least and brings most."""

TIES = list(
    zip(
        "1234567",
        (25_000.0, 35_000.0, 50_000.0, 54_651.0, 58_500.0, 64_266.0, 91_744.0),
        (10.2497, 10.2497, 11.3, 11.6588, 11.6588, 11.7, 12.1),
        strict=True,
    )
)
"""A test case of heemod with equal effects at unlike costs."""


def standings(found: CostEffectiveness) -> dict[str, str]:
    return {option.name: option.standing for option in found.options}


def icers(found: CostEffectiveness) -> dict[str, float | None]:
    return {option.name: option.icer for option in found.frontier}


def test_the_herc_example() -> None:
    found = cost_effectiveness(HERC)
    assert icers(found) == {"usual care": None, "b": 5_000.0, "d": 12_500.0, "e": 20_000.0}
    assert standings(found)["a"] == "dominated"
    assert standings(found)["c"] == "extendedly_dominated"
    assert found["a"].beaten_by == ("b",)
    assert found["c"].beaten_by == ("b", "d")
    assert found["e"].against == ("d",)


def test_where_one_option_beats_all_others_there_is_no_ratio() -> None:
    found = cost_effectiveness(CORNER)
    assert icers(found) == {"3": None}
    assert standings(found) == {"3": "frontier", "1": "dominated", "2": "dominated"}


def test_of_equal_effects_the_cheapest_stays_on_the_frontier() -> None:
    found = cost_effectiveness(TIES)
    assert list(icers(found)) == ["1", "4", "7"]
    assert found["4"].icer == pytest.approx(21_042.509, abs=0.0005)
    assert found["7"].icer == pytest.approx(84_072.983, abs=0.0005)
    assert {name: found[name].beaten_by for name in "2356"} == {
        "2": ("1",),
        "3": ("1", "4"),
        "5": ("4",),
        "6": ("4", "7"),
    }


def test_options_that_are_the_same_stand_together() -> None:
    options = [("1", 25_000.0, 10.2497), ("4", 58_500.0, 11.6588), ("5", 58_500.0, 11.6588)]
    found = cost_effectiveness(options)
    assert standings(found) == dict.fromkeys("145", "frontier")
    assert found["4"].icer == found["5"].icer == pytest.approx(33_500 / 1.4091, rel=1e-12)
    assert (found["4"].same_as, found["5"].same_as, found["1"].same_as) == (("5",), ("4",), ())
    assert found["4"].against == ("1",)


def test_options_in_a_line_are_all_on_the_frontier() -> None:
    found = cost_effectiveness([("c", 3.0, 3.0), ("a", 1.0, 1.0), ("b", 2.0, 2.0)])
    assert icers(found) == {"a": None, "b": 1.0, "c": 1.0}


@pytest.mark.parametrize(
    ("options", "reason"),
    [
        ([], "nothing to compare"),
        ([("a", 1.0, 1.0), ("a", 2.0, 2.0)], "more than once: a"),
        ([("a", float("nan"), 1.0)], "finite numbers"),
        ([("a", 1.0, float("inf"))], "finite numbers"),
    ],
)
def test_what_cannot_be_compared_is_refused(options: Options, reason: str) -> None:
    with pytest.raises(ModelError, match=reason):
        cost_effectiveness(options)


def options() -> st.SearchStrategy[Options]:
    """Few values, so that ties and points in a line are frequent; or any floats."""
    few = st.integers(-3, 3).map(float)
    many = st.floats(-1e9, 1e9, allow_nan=False)
    points = st.one_of(
        st.lists(st.tuples(few, few), min_size=1, max_size=8),
        st.lists(st.tuples(many, many), min_size=1, max_size=6),
    )
    return points.map(lambda found: [(f"o{at}", *point) for at, point in enumerate(found)])


def twin(given: Options) -> dict[str, str]:
    """By the definitions: better in one and no worse in the other, or a mixture of two that is cheaper."""
    exact = {name: (Fraction(cost), Fraction(effect)) for name, cost, effect in given}
    found = {}
    for name, (cost, effect) in exact.items():
        others = [point for point in exact.values() if point != (cost, effect)]
        if any(c <= cost and e >= effect for c, e in others):
            found[name] = "dominated"
        elif any(
            low_cost + (effect - low) / (high - low) * (high_cost - low_cost) < cost
            for (low_cost, low), (high_cost, high) in permutations(others, 2)
            if low < effect < high
        ):
            found[name] = "extendedly_dominated"
        else:
            found[name] = "frontier"
    return found


@given(options())
def test_the_frontier_is_the_lower_convex_hull(given: Options) -> None:
    assert standings(cost_effectiveness(given)) == twin(given)


@given(options())
def test_ratios_never_fall_along_the_frontier(given: Options) -> None:
    found = cost_effectiveness(given).frontier
    ratios = [option.icer for option in found if option.icer is not None]
    assert all(before <= after for before, after in pairwise(ratios))
    assert all(ratio > 0.0 for ratio in ratios)
    cheapest = min(option.cost for option in found)
    assert all((option.icer is None) == (option.cost == cheapest) for option in found)


@given(options(), st.data())
def test_the_order_of_the_input_means_nothing(given: Options, data: st.DataObject) -> None:
    shuffled = data.draw(st.permutations(given))
    assert cost_effectiveness(shuffled) == cost_effectiveness(given)


@given(options(), st.data(), st.floats(0.0, 1e6), st.floats(0.0, 1e6))
def test_an_option_that_is_dominated_changes_nothing_for_the_others(
    given: Options, data: st.DataObject, dearer: float, worse: float
) -> None:
    _, cost, effect = data.draw(st.sampled_from(given))
    added = (cost + dearer, effect - worse)
    if added in [(each, brings) for _, each, brings in given]:
        return  # so little worse that it is the same
    before, after = cost_effectiveness(given), cost_effectiveness([*given, ("added", *added)])
    assert after["added"].standing == "dominated"
    for option in before.options:
        assert after[option.name].standing == option.standing
        assert after[option.name].icer == option.icer


@given(options())
def test_whatever_is_beaten_names_options_that_beat_it(given: Options) -> None:
    found = cost_effectiveness(given)
    for option in found.options:
        others = [found[name] for name in option.beaten_by]
        assert len(others) == {"frontier": 0, "dominated": 1, "extendedly_dominated": 2}[option.standing]
        if option.standing == "dominated":
            assert others[0].cost <= option.cost
            assert others[0].effect >= option.effect
        elif others:
            assert others[0].effect < option.effect < others[1].effect


@pytest.mark.parametrize(
    ("cost", "effect", "expected"),
    [
        (10.0, 2.0, "gain_at_cost"),
        (0.0, 2.0, "gain_without_cost"),
        (-10.0, 2.0, "gain_without_cost"),
        (-10.0, -2.0, "loss_at_saving"),
        (0.0, -2.0, "loss_without_saving"),
        (10.0, -2.0, "loss_without_saving"),
        (10.0, 0.0, "no_change"),
        (0.0, 0.0, "no_change"),
    ],
)
def test_cost_and_effect_lie_in_one_of_four_corners_or_nowhere(
    cost: float, effect: float, expected: str
) -> None:
    assert quadrant(cost, effect) == expected
