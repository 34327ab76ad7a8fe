"""Formulas are arithmetic and nothing else."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prevention_sim.scenario.expressions import (
    FUNCTIONS,
    Expression,
    FormulaError,
    Name,
    Number,
    Operation,
    names_in,
    parse_formula,
)

A, B, C = Name("a"), Name("b"), Name("c")


@pytest.mark.parametrize(
    ("text", "expression"),
    [
        ("a", A),
        ("2.5", Number(2.5)),
        ("a + b", Operation("+", (A, B))),
        ("a - b - c", Operation("-", (Operation("-", (A, B)), C))),
        ("a + b * c", Operation("+", (A, Operation("*", (B, C))))),
        ("(a + b) * c", Operation("*", (Operation("+", (A, B)), C))),
        ("a / b", Operation("/", (A, B))),
        ("a ** 2", Operation("**", (A, Number(2.0)))),
        ("-a", Operation("-", (Number(0.0), A))),
        ("a <= b", Operation("<=", (A, B))),
        ("where(a == 1, b, c)", Operation("where", (Operation("==", (A, Number(1.0))), B, C))),
        ("clip(a, 0, 1)", Operation("clip", (A, Number(0.0), Number(1.0)))),
        ("  a  ", A),
    ],
)
def test_a_formula_is_read_as_arithmetic(text: str, expression: Expression) -> None:
    assert parse_formula(text) == expression


@pytest.mark.parametrize("name", FUNCTIONS)
def test_every_function_is_read_with_its_number_of_values_and_no_other(name: str) -> None:
    count = FUNCTIONS[name]
    assert parse_formula(f"{name}({', '.join('abc'[:count])})") == Operation(name, (A, B, C)[:count])
    with pytest.raises(FormulaError, match=f"{name} takes {count} values, found {count + 1}"):
        parse_formula(f"{name}({', '.join(['a'] * (count + 1))})")


ESCAPES = [
    "__import__('os')",
    "__import__('os').system('id')",
    "x.real",
    "x.__class__",
    "(1).__class__",
    "(1).__class__.__bases__[0].__subclasses__()",
    "().__class__.__mro__",
    "''.join([])",
    "lambda: 1",
    "(lambda x: x)(1)",
    "[x for x in y]",
    "{x for x in y}",
    "{x: x for x in y}",
    "(x for x in y)",
    "(x for x in y).gi_frame.f_globals",
    "f'{x}'",
    "f'{x.__class__}'",
    "(x := 1)",
    "9**9**9",
    "x ** 17",
    "x ** -1",
    "x ** 0.5",
    "x ** True",
    "x ** y",
    "2 ** (x)",
    "'a' * 10",
    "b'a'",
    "x[0]",
    "x[1:2]",
    "[1, 2]",
    "(1, 2)",
    "{1}",
    "{1: 2}",
    "{**x}",
    "eval('1')",
    "exec('x')",
    "open('/etc/passwd')",
    "getattr(x, 'y')",
    "globals()",
    "min(1)",
    "min(*x)",
    "min(a=1, b=2)",
    "min(**x)",
    "min.__self__",
    "abs(x)",
    "pow(9, 9)",
    "print(x)",
    "x if y else z",
    "x and y",
    "not x",
    "x or y",
    "~x",
    "+x",
    "x // y",
    "x % y",
    "x @ y",
    "x << 2",
    "x | y",
    "x != y",
    "x < y < z",
    "x is y",
    "x in y",
    "True",
    "None",
    "...",
    "1j",
    "x = 1",
    "x; y",
    "import os",
    "await x",
    "yield x",
    "1 +",
    "",
    "\0",
    "\ud800",
    "x\n\ny",
    "1e999",
    "9" * 400,
    "0x" + "f" * 400,
    "5 EUR - 3 EUR",
    "20 % + 1",
]


@pytest.mark.parametrize("text", ESCAPES)
def test_nothing_else_can_be_written(text: str) -> None:
    with pytest.raises(FormulaError):
        parse_formula(text)


@pytest.mark.parametrize("text", ["min", "__builtins__", "nan", "inf"])
def test_a_bare_word_is_a_parameter_and_no_value_of_python(text: str) -> None:
    assert parse_formula(text) == Name(text)


@pytest.mark.parametrize(
    "text", ["-" * 3_000 + "1", "1+" * 20_000 + "1", "-" * 100_000, "(" * 20_000, "a" * 501, "x**" * 5_000]
)
def test_a_long_formula_costs_nothing(text: str) -> None:
    begin = time.perf_counter()
    with pytest.raises(FormulaError, match="at most 500 characters"):
        parse_formula(text)
    assert time.perf_counter() - begin < 1


@pytest.mark.parametrize("text", ["-" * 499 + "1", "1+" * 249 + "1", "(" * 250, "(" * 249 + "1" + ")" * 249])
def test_a_deep_formula_of_allowed_length_is_refused(text: str) -> None:
    with pytest.raises(FormulaError):
        parse_formula(text)


@pytest.mark.parametrize("text", ["50.000 * a", "a - 1.250", "min(50.000, a)"])
def test_a_number_with_two_readings_is_refused_inside_a_formula_too(text: str) -> None:
    with pytest.raises(FormulaError, match="ambiguous; write") as refusal:
        parse_formula(text)
    for reading in str(refusal.value).split("write ")[1].split(" or "):
        assert isinstance(parse_formula(reading), Number)


@pytest.mark.parametrize(
    ("text", "value"), [("0.550", 0.55), ("1.2505", 1.2505), ("1234.567", 1234.567), ("1.25", 1.25)]
)
def test_a_number_with_one_reading_stands_in_a_formula(text: str, value: float) -> None:
    assert parse_formula(f"a * {text}") == Operation("*", (A, Number(value)))


def test_names_come_in_the_order_of_the_text_with_repeats() -> None:
    assert list(names_in(parse_formula("b * where(a < 1, c, b) - 2"))) == ["b", "a", "c", "b"]


def test_a_refusal_says_what_is_allowed() -> None:
    with pytest.raises(
        FormulaError, match=r"»x\.real« is not allowed in a formula; allowed are numbers, .* clip"
    ):
        parse_formula("1 + x.real")


@given(st.text(max_size=80) | st.text("ab01.,+-*/()<>=[]{}'\"\\_: ", max_size=80))
def test_every_text_is_an_expression_or_refused(text: str) -> None:
    try:
        expression = parse_formula(text)
    except FormulaError:
        return
    assert isinstance(expression, Number | Name | Operation)
