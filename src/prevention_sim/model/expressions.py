"""Expressions evaluated over whole columns of the parameter table, without a loop over rows."""

from collections.abc import Mapping

import numpy as np

from prevention_sim.foundation import elementary
from prevention_sim.foundation.axes import FloatArray
from prevention_sim.scenario.expressions import Expression, Name, Number, Operation

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
            return _apply(operator, [evaluate(operand, columns) for operand in operands])


def _apply(operator: str, values: list[FloatArray]) -> FloatArray:
    match operator:
        case "+":
            return values[0] + values[1]
        case "-":
            return values[0] - values[1]
        case "*":
            return values[0] * values[1]
        case "/":
            with np.errstate(divide="ignore", invalid="ignore"):
                return values[0] / values[1]
        case "**":
            return _power(values[0], int(values[1][0]))
        case "min":
            return np.minimum(values[0], values[1])
        case "max":
            return np.maximum(values[0], values[1])
        case "clip":
            return np.clip(values[0], values[1], values[2])
        case "where":
            return np.where(values[0] != 0.0, values[1], values[2])
        case "sqrt":
            with np.errstate(invalid="ignore"):
                return np.sqrt(values[0])
        case "exp":
            return elementary.exp_of(values[0])
        case "log":
            return elementary.log_of(values[0])
        case "per_cycle":
            return rescaled_probability(values[0], float(values[1][0]))
        case _:
            return _compare(operator, *values).astype(np.float64)


def _power(base: FloatArray, exponent: int) -> FloatArray:
    result = np.ones_like(base)
    for _ in range(exponent):
        result = result * base
    return result


def _compare(operator: str, left: FloatArray, right: FloatArray) -> np.ndarray:
    match operator:
        case "<":
            return left < right
        case "<=":
            return left <= right
        case ">":
            return left > right
        case ">=":
            return left >= right
        case _:
            return left == right


def rescaled_probability(probability: FloatArray, ratio: float) -> FloatArray:
    """The probability over `ratio` of the period it was written for: 1 - (1 - p) ** ratio.

    A ratio of 1 returns it unchanged to the bit, so `1/14 per month` stays 1/14.
    """
    if ratio == 1.0:
        return probability
    return -elementary.expm1_of(elementary.log1p_of(-probability) * ratio)
