"""Counted moves and matrices: what they mean per cycle, in one row and in many."""

import numpy as np
import pytest

from prevention_sim.foundation.errors import ModelError
from prevention_sim.model.bind import bind
from prevention_sim.model.compile import compile_model
from prevention_sim.model.model import Model
from prevention_sim.model.rows import base_row, set_rows
from tests.small import model, run, scenario

STATES = "states: [a, b, c]"
COUNTED = "stays: {a: {counts: {a: 50, b: 30, c: 20}, over: 3 years}}"
MATRIX = """
matrix: {period: 3 years, rows: {a: {a: 60 %, b: rest}, b: {a: gone, b: rest}}}
parameters: {gone: 20 %}
"""
YEARLY = "time: {start: 2020-01, years: 1, cycle: year, budget_window: 1}"
SEPARATE = "conventions: {counting: start, conversion: separate}"
COMPETING = "conventions: {counting: start, conversion: competing}"


def chances(compiled: Model) -> dict[tuple[str, str], float]:
    """The chance per cycle of every move that has one."""
    scale = bind(compiled, base_row(compiled.table)).scale
    return {
        compiled.moves[edge.move]: float(chance[0, 0, 0])
        for edge, chance in zip(compiled.network.edges, scale, strict=True)
        if chance.any()
    }


def test_counts_over_the_cycle_are_the_observed_fractions_to_the_bit() -> None:
    counted = "stays: {a: {counts: {a: 1251, b: 350, c: 116}, over: 1 year}}"
    assert chances(model(STATES, YEARLY, SEPARATE, counted)) == {
        ("a", "b"): 350 / 1717,
        ("a", "c"): 116 / 1717,
    }


def test_separate_rescales_the_chance_of_each_target() -> None:
    found = chances(model(STATES, YEARLY, SEPARATE, COUNTED))
    assert found == pytest.approx({("a", "b"): 1 - 0.7 ** (1 / 3), ("a", "c"): 1 - 0.8 ** (1 / 3)}, rel=1e-14)


def test_competing_rescales_the_exit_and_splits_it_in_proportion() -> None:
    leave = 1 - 0.5 ** (1 / 3)
    found = chances(model(STATES, YEARLY, COMPETING, COUNTED))
    assert found == pytest.approx({("a", "b"): 0.6 * leave, ("a", "c"): 0.4 * leave}, rel=1e-14)


@pytest.mark.parametrize("conversion", [SEPARATE, COMPETING])
def test_everybody_who_was_counted_elsewhere_leaves(conversion: str) -> None:
    counted = "stays: {a: {counts: {b: 30, c: 10}, over: 1 month}}"
    assert chances(model(STATES, conversion, counted)) == {("a", "b"): 0.75, ("a", "c"): 0.25}


@pytest.mark.parametrize("conversion", [SEPARATE, COMPETING])
def test_where_nobody_left_everybody_stays(conversion: str) -> None:
    counted = "stays: {a: {counts: {a: 30, b: 0, c: 0}, over: 1 year}}"
    assert chances(model(STATES, conversion, counted)) == {}


def test_every_count_is_a_number_that_rows_may_vary() -> None:
    compiled = model(STATES, YEARLY, SEPARATE, "stays: {a: {counts: {a: 50, b: 50}, over: 1 year}}")
    rows = set_rows(compiled.table, {"stays.a.counts.b": [0.0, 50.0, 150.0]})
    assert bind(compiled, rows).scale[0, 0, 0].tolist() == [0.0, 0.5, 0.75]


@pytest.mark.parametrize("conversion", [SEPARATE, COMPETING])
def test_a_matrix_over_the_cycle_is_unchanged_to_the_bit(conversion: str) -> None:
    matrix = "matrix: {period: 1 year, rows: {a: {a: 10 %, b: 80 %, c: 10 %}, b: {a: 7 %, b: 93 %}}}"
    assert chances(model(STATES, YEARLY, conversion, matrix)) == {
        ("a", "b"): 0.8,
        ("a", "c"): 0.1,
        ("b", "a"): 0.07,
    }


@pytest.mark.parametrize("conversion", [SEPARATE, COMPETING])
@pytest.mark.parametrize("cycle", ["month", "quarter", "year"])
def test_after_its_period_a_matrix_is_back_whatever_the_cycle(conversion: str, cycle: str) -> None:
    time = f"time: {{start: 2020-01, years: 3, cycle: {cycle}, budget_window: 3}}"
    at_end = run("states: [a, b]", time, conversion, MATRIX).trace.at_end[:, 0, 0, 0]
    np.testing.assert_allclose(at_end, [0.6, 0.4], rtol=0.0, atol=1e-10)


def test_a_matrix_over_a_month_is_raised_to_the_power_of_a_longer_cycle() -> None:
    rows = "a: {a: 10 %, b: 80 %, c: rest}, b: {a: 10 %, b: 10 %, c: rest}, c: {a: 80 %, b: 10 %, c: rest}"
    matrix = f"matrix: {{period: 1 month, rows: {{{rows}}}}}"
    year = np.linalg.matrix_power(np.array([[0.1, 0.8, 0.1], [0.1, 0.1, 0.8], [0.8, 0.1, 0.1]]), 12)
    found = chances(model(STATES, YEARLY, SEPARATE, matrix))
    assert found["a", "b"] == pytest.approx(year[0, 1], rel=1e-12)
    assert found["c", "a"] == pytest.approx(year[2, 0], rel=1e-12)


def test_the_numbers_of_a_matrix_vary_by_row_and_every_row_has_its_own_root() -> None:
    compiled = model("states: [a, b]", YEARLY, SEPARATE, MATRIX)
    back = np.array([0.0, 0.1, 0.2, 0.1])
    scale = bind(compiled, set_rows(compiled.table, {"parameters.gone": back})).scale[:, 0, 0]
    forth = compiled.moves.index(("a", "b"))
    expected = 0.4 / (0.4 + back) * (1.0 - (0.6 - back) ** (1 / 3))
    [edge] = [position for position, each in enumerate(compiled.network.edges) if each.move == forth]
    np.testing.assert_allclose(scale[edge], expected, rtol=0.0, atol=1e-11)
    assert scale[edge, 1] == scale[edge, 3]


def test_a_row_without_a_root_is_named() -> None:
    compiled = model("states: [a, b]", MATRIX)
    with pytest.raises(ModelError, match="no constant rates lead to the shares of row 2"):
        bind(compiled, set_rows(compiled.table, {"parameters.gone": [0.1, 0.2, 0.7]}))


def test_a_row_in_which_shares_leave_their_range_is_named() -> None:
    compiled = model("states: [a, b]", YEARLY, MATRIX)
    with pytest.raises(ModelError, match=r"the shares of state 2 .* in row 1"):
        bind(compiled, set_rows(compiled.table, {"parameters.gone": [0.1, 1.2]}))


def test_a_state_without_a_row_is_never_left() -> None:
    compiled = compile_model(scenario(STATES, "matrix: {period: 1 year, rows: {a: {b: 20 %, a: rest}}}"))
    assert {origin for origin, _ in chances(compiled)} == {"a"}
