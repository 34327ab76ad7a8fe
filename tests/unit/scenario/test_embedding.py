"""A matrix over one period brought to another, against closed forms and SciPy."""

from fractions import Fraction

import numpy as np
import pytest
import scipy.linalg
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from prevention_sim.scenario.embedding import (
    Square,
    chances_over,
    exponential,
    generator_of,
    identity,
    logarithm,
    nearest_generator,
    neighbour_of,
    power,
)

ROTATION = ((0.1, 0.8, 0.1), (0.1, 0.1, 0.8), (0.8, 0.1, 0.1))
"""Most go on to the next of three states, which no constant rates bring about: its eigenvalues turn."""

ONE_WAY = ((0.9, 0.1, 0.0), (0.0, 0.9, 0.1), (0.0, 0.0, 1.0))
"""Nobody is in the third state after one period, though some in the second could have gone on."""


def generators() -> SearchStrategy[Square]:
    """Yearly rates between two to five states; some are 0."""
    rates = st.one_of(st.just(0.0), st.floats(0.01, 0.6))

    def balanced(rows: list[list[float]]) -> Square:
        return tuple(
            tuple(
                -sum(row[:here] + row[here + 1 :]) if here == there else row[there]
                for there in range(len(row))
            )
            for here, row in enumerate(rows)
        )

    return (
        st.integers(2, 5)
        .flatmap(
            lambda size: st.lists(st.lists(rates, min_size=size, max_size=size), min_size=size, max_size=size)
        )
        .map(balanced)
    )


@given(generators())
def test_the_yearly_chances_are_recovered_from_those_over_three_years(rates: Square) -> None:
    three_years = tuple(map(tuple, scipy.linalg.expm(3.0 * np.array(rates)).tolist()))
    found = chances_over(three_years, Fraction(1, 3))
    assert found is not None
    np.testing.assert_allclose(found, scipy.linalg.expm(np.array(rates)), rtol=0.0, atol=1e-10)


@given(generators())
def test_the_generator_is_the_one_that_scipy_finds(rates: Square) -> None:
    chances = exponential(rates)
    np.testing.assert_allclose(chances, scipy.linalg.expm(np.array(rates)), rtol=0.0, atol=1e-14)
    np.testing.assert_allclose(
        logarithm(chances) or (), scipy.linalg.logm(np.array(chances)).real, atol=1e-10
    )


@given(
    st.floats(0.0, 0.6),
    st.floats(0.0, 0.39),
    st.sampled_from([Fraction(1, 12), Fraction(1, 3), Fraction(5, 2)]),
)
def test_two_states_have_a_closed_form(out: float, back: float, periods: Fraction) -> None:
    left = 1.0 - out - back
    moved = out if out + back == 0.0 else out / (out + back) * (1.0 - left ** float(periods))
    found = chances_over(((1.0 - out, out), (back, 1.0 - back)), periods)
    assert found is not None
    assert found[0][1] == pytest.approx(moved, abs=1e-10)


def test_over_the_period_itself_every_number_is_unchanged_to_the_bit() -> None:
    assert chances_over(ROTATION, Fraction(1)) is ROTATION


def test_several_periods_need_no_generator() -> None:
    found = chances_over(ROTATION, Fraction(5))
    np.testing.assert_allclose(found or (), np.linalg.matrix_power(np.array(ROTATION), 5), rtol=1e-14)
    assert power(ROTATION, 0) == identity(3)


@pytest.mark.parametrize("matrix", [ROTATION, ONE_WAY, ((0.4, 0.6), (0.7, 0.3)), ((0.5, 0.5), (0.5, 0.5))])
def test_a_matrix_that_no_constant_rates_lead_to_has_no_generator(matrix: Square) -> None:
    assert generator_of(matrix) is None
    assert chances_over(matrix, Fraction(1, 12)) is None


@pytest.mark.parametrize("matrix", [ROTATION, ONE_WAY, ((0.4, 0.6), (0.7, 0.3))])
def test_the_matrix_offered_instead_has_a_generator_and_is_as_near_as_said(matrix: Square) -> None:
    near = neighbour_of(matrix)
    assert near is not None
    offered, distance = near
    assert generator_of(offered) is not None
    assert np.abs(np.array(offered) - np.array(matrix)).max() == pytest.approx(distance, abs=1e-11)
    np.testing.assert_allclose(np.array(offered).sum(axis=1), 1.0, atol=1e-11)


def test_the_nearest_generator_takes_the_same_amount_of_every_rate_of_a_row() -> None:
    # Row 1: -3 + 4 - 1 = 0; without the negative rate 1 is left, half of which each of the others gives.
    rates = ((-3.0, 4.0, -1.0), (0.5, -1.0, 0.5), (0.0, 0.0, 0.0))
    assert nearest_generator(rates) == ((-3.5, 3.5, 0.0), (0.5, -1.0, 0.5), (0.0, 0.0, 0.0))


@given(generators(), st.integers(0, 4), st.floats(-2.0, 2.0))
def test_no_generator_is_nearer_to_a_logarithm_than_the_nearest(
    rates: Square, row: int, change: float
) -> None:
    """Any other generator is farther away: tried along the line to one."""
    size = len(rates)
    log = np.array(rates)
    log[row % size, (row + 1) % size] -= change
    log[row % size, row % size] += change
    nearest = np.array(nearest_generator(tuple(map(tuple, log.tolist()))))
    for step in (0.01, 0.5, 1.0):
        other = nearest + step * (np.array(rates) - nearest)
        assert ((other - log) ** 2).sum() >= ((nearest - log) ** 2).sum() - 1e-12
