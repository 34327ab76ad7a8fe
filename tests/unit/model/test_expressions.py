"""Formulas over columns, and probabilities over other periods."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from prevention_sim.model.expressions import evaluate, rest_of, times
from prevention_sim.scenario.expressions import Name, Number, Operation, parse_formula
from tests.tolerances import tolerance

ROW = {"p": np.array([0.25, -2.0, 3.0]), "q": np.array([0.5, 4.0, 3.0])}


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        ("p + q", [0.75, 2.0, 6.0]),
        ("p - q", [-0.25, -6.0, 0.0]),
        ("-p", [-0.25, 2.0, -3.0]),
        ("p * q", [0.125, -8.0, 9.0]),
        ("p / q", [0.5, -0.5, 1.0]),
        ("p ** 3", [0.015625, -8.0, 27.0]),
        ("p ** 0", [1.0, 1.0, 1.0]),
        ("min(p, q)", [0.25, -2.0, 3.0]),
        ("max(p, 0)", [0.25, 0.0, 3.0]),
        ("clip(p, 0, 1)", [0.25, 0.0, 1.0]),
        ("where(p < q, 1, 2)", [1.0, 1.0, 2.0]),
        ("where(p <= q, 1, 2)", [1.0, 1.0, 1.0]),
        ("where(p > 0, p, 0)", [0.25, 0.0, 3.0]),
        ("where(p >= q, 1, 2)", [2.0, 2.0, 1.0]),
        ("where(p == q, 1, 2)", [2.0, 2.0, 1.0]),
        ("sqrt(q * q)", [0.5, 4.0, 3.0]),
        ("1 - p * (1 - q)", [0.875, -5.0, 7.0]),
    ],
)
def test_a_formula_is_worked_row_by_row(formula: str, expected: list[float]) -> None:
    assert np.broadcast_to(evaluate(parse_formula(formula), ROW), (3,)).tolist() == expected


def test_exp_and_log_are_each_other_s_reverse() -> None:
    found = evaluate(parse_formula("log(exp(q))"), ROW)
    np.testing.assert_allclose(found, ROW["q"], rtol=4 * tolerance("last_digits"))


def test_what_has_no_value_is_no_error_but_no_number_either() -> None:
    assert not np.isfinite(evaluate(parse_formula("1 / (p - p)"), ROW)).any()
    assert not np.isfinite(evaluate(parse_formula("sqrt(p - 5)"), ROW)).any()


def test_the_factor_1_is_left_out() -> None:
    assert times(Name("p"), 1.0) == Name("p")


def test_the_rest_of_nothing_is_all() -> None:
    assert rest_of([]) == Number(1.0)


@given(st.floats(0.0, 1.0))
def test_a_probability_for_the_cycle_itself_is_unchanged_to_the_bit(probability: float) -> None:
    assert rescaled(probability, 1.0) == probability


@given(st.floats(0.001, 24.0))
def test_certain_stays_certain_and_never_stays_never(ratio: float) -> None:
    assert rescaled(1.0, ratio) == 1.0
    assert rescaled(0.0, ratio) == 0.0


@given(st.floats(0.0, 0.999), st.integers(1, 24))
def test_many_cycles_of_the_rescaled_chance_are_the_period_again(probability: float, cycles: int) -> None:
    survival = (1.0 - rescaled(probability, 1.0 / cycles)) ** cycles
    assert survival == pytest.approx(1.0 - probability, rel=tolerance("closed_form"))


def test_a_chance_of_20_percent_a_year_is_1_less_the_twelfth_root_of_80_percent_a_month() -> None:
    assert rescaled(0.2, 1.0 / 12.0) == pytest.approx(1.0 - 0.8 ** (1.0 / 12.0), rel=tolerance("closed_form"))


def rescaled(probability: float, ratio: float) -> float:
    return float(
        evaluate(Operation("per_cycle", (Name("p"), Number(ratio))), {"p": np.array([probability])})[0]
    )
