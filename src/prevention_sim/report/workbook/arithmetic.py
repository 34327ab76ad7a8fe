"""Expressions of the model as formulas over cells."""

from collections.abc import Callable, Mapping
from typing import Final

from prevention_sim.foundation.languages import Both
from prevention_sim.model.figures import CLOCK
from prevention_sim.report.workbook.terms import (
    ONE,
    ZERO,
    Term,
    as_number,
    called,
    compared,
    exponential,
    least,
    logarithm,
    minus,
    most,
    number,
    root,
    when,
)
from prevention_sim.scenario.expressions import LOOK_UP, Expression, Name, Number, Operation

LONGEST: Final = 8000
"""A spreadsheet takes no longer formulas."""

MOST_CELLS: Final = 250
"""Nor more operands of one function."""


class CannotBeTold(Exception):  # noqa: N818 - no error of anybody: a workbook then carries values
    """Why a scenario has no formulas."""

    def __init__(self, reason: Both) -> None:
        """Keep the reason in both languages."""
        super().__init__(reason.en)
        self.reason = reason


def told(expression: Expression, columns: Mapping[str, Term]) -> Term:
    """An expression with its names as cells; raises `CannotBeTold` for what only the program computes."""
    return as_number(_told(expression, columns))


def _told(expression: Expression, columns: Mapping[str, Term]) -> Term:
    """Likewise; a comparison is what a spreadsheet calls true or false."""
    match expression:
        case Number(value):
            return number(value)
        case Name(name):
            if name.startswith(CLOCK):
                raise CannotBeTold(CLOCKS)
            return columns[name]
        case Operation(operator, operands):
            if operator not in _OPERATORS and operator != "where":
                raise CannotBeTold(MATRIX if operator == "chance_over" else CLOCKS)
            if operator == "where":
                condition, *others = operands
                return when(_told(condition, columns), *(told(each, columns) for each in others))
            return _OPERATORS[operator](*(told(operand, columns) for operand in operands))


CLOCKS: Final = Both(
    "Chancen, Fälle zu bewegen, hängen von der Dauer, vom Alter oder vom Datum ab",
    "chances to move depend on a duration, on age or on the date",
)
MATRIX: Final = Both(
    "Übergänge sind als Matrix über einen anderen Zeitraum angegeben; daraus wird eine Wurzel gezogen",
    "moves are given as a matrix over another period, of which a root is taken",
)


def per_cycle(chance: Term, ratio: Term) -> Term:
    """1 - (1 - p) ^ ratio."""
    return chance if ratio is ONE else ONE - (ONE - chance) ** ratio


def hazard_ratio(chance: Term, ratio: Term) -> Term:
    """The chance when its hazard is multiplied; a certain move stays certain."""
    certain = when(compared(ratio, ">", ZERO), ONE, ZERO)
    return when(compared(chance, ">=", ONE), certain, ONE - (ONE - chance) ** ratio)


def risk_ratio(chance: Term, ratio: Term, cycles: Term) -> Term:
    """The chance when that over some cycles is multiplied."""
    if cycles is ONE:
        return ratio * chance
    over = ratio * per_cycle(chance, cycles)
    return when(compared(over, ">", ONE), over, per_cycle(over, ONE / cycles))


def odds_ratio(chance: Term, ratio: Term, cycles: Term) -> Term:
    """The chance when the odds over some cycles are multiplied."""
    over = per_cycle(chance, cycles)
    odds = per_cycle(ratio * over / (ONE - over + ratio * over), ONE / cycles)
    certain = when(compared(ratio, ">", ZERO), ONE, ZERO)
    return when(compared(over, ">=", ONE), certain, odds)


def _looked_up(key: Term, first: Term, *cells: Term) -> Term:
    if len(cells) > MOST_CELLS:
        raise CannotBeTold(CLOCKS)
    position = called("INT", float(int(key.value - first.value + 1e-9)), key - first + number(1e-9))
    return called("CHOOSE", cells[int(position.value)].value, position + ONE, *cells)


_OPERATORS: Final[dict[str, Callable[..., Term]]] = {
    "+": lambda left, right: left + right,
    "-": lambda left, right: left - right,
    "*": lambda left, right: left * right,
    "/": lambda left, right: left / right,
    "**": lambda base, exponent: base**exponent,
    **{sign: lambda left, right, sign=sign: compared(left, sign, right) for sign in ("<", "<=", ">", ">=")},
    "==": lambda left, right: compared(left, "=", right),
    "min": least,
    "max": most,
    "clip": lambda value, low, high: least(most(value, low), high),
    "sqrt": root,
    "exp": exponential,
    "log": logarithm,
    "per_cycle": per_cycle,
    "exit": lambda hazard: ONE - exponential(minus(hazard)),
    LOOK_UP: _looked_up,
    "hazard_ratio": hazard_ratio,
    "risk_ratio": risk_ratio,
    "odds_ratio": odds_ratio,
}
