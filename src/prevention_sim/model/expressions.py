"""Expressions evaluated over whole columns of the parameter table, without a loop over rows."""

from collections.abc import Callable, Mapping
from typing import Final

import numpy as np

from prevention_sim.foundation import elementary
from prevention_sim.foundation.axes import FloatArray
from prevention_sim.foundation.errors import ModelError
from prevention_sim.foundation.languages import Both
from prevention_sim.model import laws, ratios
from prevention_sim.model.matrices import chance_over
from prevention_sim.scenario.expressions import LOOK_UP, Expression, Name, Number, Operation

Columns = Mapping[str, FloatArray]
"""Every number of the file by its path: f8[row]."""


def times(expression: Expression, factor: Expression | float) -> Expression:
    """A product, without the factor 1."""
    if factor == 1.0:
        return expression
    return Operation("*", (expression, Number(factor) if isinstance(factor, float) else factor))


def minus(left: Expression, right: Expression) -> Expression:
    """A difference."""
    return Operation("-", (left, right))


def rest_of(shares: list[Expression]) -> Expression:
    """What some shares leave of 1."""
    left: Expression = Number(1.0)
    for share in shares:
        left = minus(left, share)
    return left


def evaluate(expression: Expression, columns: Columns) -> FloatArray:
    """The value of an expression in every row: f8[row] (or f8[1] where no column occurs)."""
    match expression:
        case Number(value):
            return np.array([value])
        case Name(name):
            return columns[name]
        case Operation(operator, operands):
            return apply(operator, [evaluate(operand, columns) for operand in operands])


def apply(operator: str, values: list[FloatArray]) -> FloatArray:
    """What an operator makes of its operands."""
    with np.errstate(divide="ignore", invalid="ignore"):  # the table of parameters refuses what is not finite
        return np.asarray(_OPERATORS[operator](*values), dtype=np.float64)


def _power(base: FloatArray, exponent: FloatArray) -> FloatArray:
    """A whole power by repeated multiplication."""
    result = np.ones_like(base)
    for _ in range(int(exponent[0])):
        result = result * base
    return result


def rescaled_probability(probability: FloatArray, ratio: FloatArray) -> FloatArray:
    """The probability over `ratio` of the period it was written for: 1 - (1 - p) ** ratio.

    A ratio of 1 returns it unchanged to the bit, so `1/14 per month` stays 1/14.
    """
    if ratio[0] == 1.0:
        return probability
    return -elementary.expm1_of(elementary.log1p_of(-probability) * ratio)


def look_up(key: FloatArray, first: FloatArray, *cells: FloatArray) -> FloatArray:
    """The cell of a column by its whole key, f8[moment, row]; raises `ModelError` beyond its ends."""
    position = np.floor(key - first + SLACK).astype(np.int64)
    wrong = (position < 0) | (position >= len(cells))
    if wrong.any():
        low, high, asked = float(first[0]), float(first[0]) + len(cells) - 1, float(key[wrong][0])
        raise ModelError(
            Both(
                f"Die Tabelle reicht von {low:g} bis {high:g}; gelesen wird sie bei {asked:g}",
                f"the table reaches from {low:g} to {high:g}, and is read at {asked:g}",
            )
        )
    column = np.array(np.broadcast_arrays(*cells))
    if position.shape[-1:] in ((), (1,)):
        return column[position[..., 0]]
    return column[position, np.arange(column.shape[1])]


SLACK: Final = 1e-9
"""How far rounding may carry a key below a whole number."""

_OPERATORS: Final[dict[str, Callable[..., object]]] = {
    "+": np.add,
    "-": np.subtract,
    "*": np.multiply,
    "/": np.divide,
    "**": _power,
    "<": np.less,
    "<=": np.less_equal,
    ">": np.greater,
    ">=": np.greater_equal,
    "==": np.equal,
    "min": np.minimum,
    "max": np.maximum,
    "clip": np.clip,
    "where": lambda condition, then, otherwise: np.where(condition != 0.0, then, otherwise),
    "sqrt": np.sqrt,
    "exp": elementary.exp_of,
    "log": elementary.log_of,
    "per_cycle": rescaled_probability,
    "chance_over": chance_over,
    "exit": lambda hazard: -elementary.expm1_of(-hazard),
    LOOK_UP: look_up,
    "hazard_ratio": ratios.hazard_ratio,
    "risk_ratio": ratios.risk_ratio,
    "odds_ratio": ratios.odds_ratio,
    "faded": ratios.faded,
    "weibull_exit": laws.weibull_exit,
    "weibull_scale": laws.weibull_scale,
    "gamma_exit": laws.gamma_exit,
    "gamma_scale": laws.gamma_scale,
    "lognormal_exit": laws.lognormal_exit,
    "lognormal_scale": laws.lognormal_scale,
    "loglogistic_exit": laws.loglogistic_exit,
    "loglogistic_scale": laws.loglogistic_scale,
}
