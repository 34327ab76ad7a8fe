"""The grain: sums of cells are exact in any order, and a line is rounded once, on its running total."""

import math
from fractions import Fraction
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from prevention_sim.analysis.evaluation import evaluate
from prevention_sim.economics.ledger import EXACT_BITS, HEADROOM_BITS, check_exact, grain_bits, on_grain
from prevention_sim.foundation.errors import ModelError
from prevention_sim.model.compile import compile_model
from prevention_sim.model.rows import set_rows
from tests import small
from tests.small import Tree
from tests.strategies import files

euros = st.floats(-1e7, 1e7, allow_nan=False)


def ladder(values: list[float]) -> float:
    """Sum by halves, as a library does that sums in pairs."""
    if len(values) == 1:
        return values[0]
    middle = len(values) // 2
    return ladder(values[:middle]) + ladder(values[middle:])


def plain(values: list[float]) -> float:
    """Sum one after the other."""
    total = 0.0
    for value in values:
        total += value
    return total


@settings(max_examples=60)
@given(st.lists(euros, min_size=1, max_size=60), st.integers(0, 2**16))
def test_sums_on_the_grain_are_exact_in_any_order(amounts: list[float], seed: int) -> None:
    column = np.array(amounts)
    cells = on_grain(column, grain_bits(column), 0).tolist()
    exact = sum(map(Fraction, cells))
    shuffled = np.random.default_rng(seed).permutation(cells).tolist()
    for total in (plain(cells), plain(cells[::-1]), plain(shuffled), ladder(cells), ladder(shuffled)):
        assert Fraction(total) == exact


@settings(max_examples=60)
@given(st.lists(euros, min_size=2, max_size=40))
def test_any_span_of_years_is_within_a_grain_and_from_the_start_within_half(amounts: list[float]) -> None:
    column = np.array(amounts)
    bits = grain_bits(column)
    cells, grain = on_grain(column, bits, 0), Fraction(2) ** -bits
    running = np.cumsum(column)
    for end in range(1, len(amounts) + 1):
        total = Fraction(float(running[end - 1]))
        assert abs(sum(map(Fraction, cells[:end].tolist())) - total) <= grain / 2
    for first, last in pairwise(range(len(amounts))):
        span = Fraction(float(running[last])) - Fraction(float(running[first]))
        assert abs(sum(map(Fraction, cells[first + 1 : last + 1].tolist())) - span) <= grain


@given(st.lists(euros, min_size=1, max_size=20))
def test_every_cell_is_a_whole_number_of_grains(amounts: list[float]) -> None:
    column = np.array(amounts)
    bits = grain_bits(column)
    for cell in on_grain(column, bits, 0).tolist():
        assert (Fraction(cell) * Fraction(2) ** bits).denominator == 1


@pytest.mark.parametrize(
    ("total", "bits"),
    [(1.0, 42), (1.5, 41), (2.0, 41), (3.0, 40), (10_000_000.0, 18), (2.0**42, 0), (0.0, 20)],
)
def test_the_grain_follows_from_the_base_row(total: float, bits: int) -> None:
    """Ten million euros get 2**-18 EUR; k = 52 - ceil(log2(2**10 total))."""
    assert grain_bits(np.array([total])) == bits
    if total:
        assert bits == EXACT_BITS - math.ceil(math.log2(2**HEADROOM_BITS * total))


def test_the_grain_counts_income_like_cost() -> None:
    assert grain_bits(np.array([8.0, -8.0])) == grain_bits(np.array([16.0]))


def test_a_row_up_to_a_thousand_times_the_base_row_is_exact_and_one_beyond_is_refused() -> None:
    base = np.array([[1_000.0]])
    bits = grain_bits(base)
    check_exact(base * 1_000, bits)
    with pytest.raises(ModelError, match=r"row 1 costs .* more than 1,024 times the base row"):
        check_exact(np.array([[1_000.0, 4_096_000.0]]), bits)


def test_a_row_far_above_the_base_row_is_refused_by_an_evaluation() -> None:
    compiled = compile_model(
        small.scenario("costs: {c: {kind: per_case, title: c, state: a, value: 100 EUR/month}}")
    )
    fine = set_rows(compiled.table, {"costs.c.value": [100.0, 100_000.0]})
    assert [outcomes.ledger.amount.total_by("row").tolist() for outcomes in evaluate(compiled, fine)] == [
        [1_200.0, 1_200_000.0]
    ]
    with pytest.raises(ModelError, match="row 1 costs"):
        list(evaluate(compiled, set_rows(compiled.table, {"costs.c.value": [100.0, 500_000.0]})))


def test_a_row_without_a_number_is_refused() -> None:
    with pytest.raises(ModelError, match="row 0"):
        check_exact(np.array([[math.nan]]), 20)


@settings(max_examples=25)
@given(files(), st.integers(0, 2**16))
def test_marginals_of_a_ledger_are_equal_over_any_order_of_axes(tree: Tree, seed: int) -> None:
    """Summed away one by one in random orders and shuffled along each, all totals are one number."""
    cube = small.run_tree(tree).ledger.amount
    luck = np.random.default_rng(seed)
    kept = cube.axes.names.index("valuation")
    expected = [sum(map(Fraction, part.ravel().tolist())) for part in np.moveaxis(cube.values, kept, 0)]
    for _ in range(4):
        values = np.moveaxis(cube.values, kept, 0)
        while values.ndim > 1:
            axis = int(luck.integers(1, values.ndim))
            order = luck.permutation(values.shape[axis])
            values = np.take(values, order, axis=axis).sum(axis=axis)
        assert list(map(Fraction, values.tolist())) == expected
    assert list(map(Fraction, np.atleast_1d(cube.total_by("valuation")).tolist())) == expected


@settings(max_examples=25)
@given(files())
def test_tables_by_any_two_axes_add_up_to_the_tables_by_one(tree: Tree) -> None:
    cube = small.run_tree(tree).ledger.amount
    for one, other in pairwise(cube.axes.names):
        table = cube.total_by(one, other)
        assert (table.sum(axis=1) == cube.total_by(one)).all()
        assert (table.sum(axis=0) == cube.total_by(other)).all()
