"""Arithmetic a scenario file may contain: an allow-list over Python's own syntax tree.

Allowed are numbers, names of parameters, `+ - * / **` (whole exponent up to 16), comparisons, and calls of
`min max exp log sqrt where clip`, and columns of tables by key, `table.column[age]`. Nothing else is
readable, so nothing else can run: no other attributes, subscripts or names.
"""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, TypeAlias

from prevention_sim.scenario.problems import UnreadableError

LONGEST_TEXT: Final = 500
MOST_NODES: Final = 200
LARGEST_EXPONENT: Final = 16

FUNCTIONS: Final[dict[str, int]] = {"min": 2, "max": 2, "exp": 1, "log": 1, "sqrt": 1, "where": 3, "clip": 3}
"""The callable names and how many arguments each takes."""

LOOK_UP: Final = "look up"
"""The operator of `table.column[key]`; its first operand is the column, as a name with a dot."""

_TWO_READINGS = re.compile(r"(?<![\w.])([1-9][0-9]{0,2})\.([0-9]{3})(?![\w.])")

_BINARY: Final[dict[type[ast.operator], str]] = {ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/"}
_COMPARISON: Final[dict[type[ast.cmpop], str]] = {
    ast.Lt: "<",
    ast.LtE: "<=",
    ast.Gt: ">",
    ast.GtE: ">=",
    ast.Eq: "==",
}


@dataclass(frozen=True, slots=True)
class Number:
    """A number written in a formula."""

    value: float


@dataclass(frozen=True, slots=True)
class Name:
    """A column of the parameter table, or in a file the id of a parameter."""

    name: str


@dataclass(frozen=True, slots=True)
class Operation:
    """An operator or function with its operands; `**` has a whole `Number` as its second."""

    operator: str
    operands: tuple["Expression", ...]


Expression: TypeAlias = Number | Name | Operation


class FormulaError(UnreadableError):
    """A formula that is not in the grammar; the text says which part."""


def parse_formula(text: str) -> Expression:
    """Read a formula; raises `FormulaError`.

    >>> parse_formula("1 - share")
    Operation(operator='-', operands=(Number(value=1.0), Name(name='share')))
    """
    if len(text) > LONGEST_TEXT:
        raise FormulaError("E141", limit=LONGEST_TEXT)
    unclear = _TWO_READINGS.search(text)
    if unclear:
        raise FormulaError(
            "E103", written=unclear[0], thousands=f"{unclear[1]}{unclear[2]}", decimal=f"{unclear[0]}0"
        )
    try:
        tree = ast.parse(text.strip(), mode="eval")
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        raise FormulaError("E122", written=text) from None
    if sum(1 for _ in ast.walk(tree)) > MOST_NODES:
        raise FormulaError("E141", "parts", limit=MOST_NODES)
    return _read(tree.body)


def names_in(expression: Expression) -> Iterator[str]:
    """Every name an expression reads, in order of appearance, repeats included."""
    match expression:
        case Name(name):
            yield name
        case Operation(_, operands):
            for operand in operands:
                yield from names_in(operand)
        case Number():
            return


def _read(node: ast.expr) -> Expression:  # noqa: PLR0911, C901 - one return per kind of node
    match node:
        case ast.Constant(value=int() | float() as value) if not isinstance(value, bool):
            return _finite(value)
        case ast.Name(id=name):
            return Name(name)
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            return Operation("-", (Number(0.0), _read(operand)))
        case ast.BinOp(left=left, op=ast.Pow(), right=ast.Constant(value=int() as power)):
            if isinstance(power, bool) or not 0 <= power <= LARGEST_EXPONENT:
                raise FormulaError("E140", "exponent", limit=LARGEST_EXPONENT, written=power)
            return Operation("**", (_read(left), Number(float(power))))
        case ast.BinOp(left=left, op=op, right=right) if type(op) in _BINARY:
            return Operation(_BINARY[type(op)], (_read(left), _read(right)))
        case ast.Compare(left=left, ops=[op], comparators=[right]) if type(op) in _COMPARISON:
            return Operation(_COMPARISON[type(op)], (_read(left), _read(right)))
        case ast.Subscript(value=ast.Attribute(value=ast.Name(id=table), attr=column), slice=key):
            return Operation(LOOK_UP, (Name(f"{table}.{column}"), _read(key)))
        case ast.Call(func=ast.Name(id=function), args=arguments, keywords=[]) if function in FUNCTIONS:
            if len(arguments) != FUNCTIONS[function]:
                raise FormulaError(
                    "E140", "values", written=function, expected=FUNCTIONS[function], found=len(arguments)
                )
            return Operation(function, tuple(_read(argument) for argument in arguments))
        case _:
            raise FormulaError("E140", written=ast.unparse(node)[:60], functions=" ".join(FUNCTIONS))


def _finite(value: float) -> Number:
    try:
        number = float(value)
    except OverflowError:
        number = float("inf")
    if number == float("inf"):
        raise FormulaError("E123", "formula")
    return Number(number)
