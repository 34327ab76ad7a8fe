"""exp, log, expm1 and log1p are accurate, and the same bits in every form."""

import math
from collections.abc import Callable, Iterator
from decimal import Decimal, localcontext
from typing import NamedTuple

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from prevention_sim.foundation import elementary
from prevention_sim.foundation.axes import FloatArray
from prevention_sim.foundation.elementary import exp, exp_of, expm1, expm1_of, log, log1p, log1p_of, log_of

LARGEST_ERROR_ULP = 1.5  # what the module promises
DENORMAL = 5e-324
LOWEST_NORMAL = 2.0**-1022
LARGEST = float.fromhex("0x1.fffffffffffffp+1023")
LN_LARGEST = 709.782712893384


class Function(NamedTuple):
    """One function in its forms, its true value, and where to try it."""

    name: str
    scalar: Callable[[float], float]
    of: Callable[[FloatArray], FloatArray]
    truth: Callable[[Decimal], Decimal]
    ranges: tuple[tuple[float, float], ...]
    edges: tuple[float, ...]


def true_expm1(x: Decimal) -> Decimal:
    """Return exp(x) - 1; near 0 by its series, where the difference would lose the digits."""
    return x + x**2 / 2 + x**3 / 6 + x**4 / 24 if abs(x) < Decimal("1e-12") else x.exp() - 1


def true_log1p(x: Decimal) -> Decimal:
    """Return log(1 + x); near 0 by its series, where the sum would lose the digits."""
    return x - x**2 / 2 + x**3 / 3 - x**4 / 4 if abs(x) < Decimal("1e-12") else (1 + x).ln()


FUNCTIONS = (
    Function(
        "exp",
        exp,
        exp_of,
        Decimal.exp,
        ((-745.1, LN_LARGEST), (-2.0, 2.0), (-1e-6, 1e-6), (-745.1, -708.0)),
        (0.0, -0.0, 1.0, -1.0, 1e-300, LN_LARGEST, -745.13, -708.3964185322641, math.log(2) / 2),
    ),
    Function(
        "expm1",
        expm1,
        expm1_of,
        true_expm1,
        ((-45.0, LN_LARGEST), (-2.0, 2.0), (0.34, 0.40), (-1e-6, 1e-6), (-1e-15, 1e-15)),
        (
            1.0,
            -1.0,
            1e-300,
            LOWEST_NORMAL,
            DENORMAL,
            -DENORMAL,
            2.0**-54,
            LN_LARGEST,
            -39.9,
            -40.1,
            math.log(2) / 2,
        ),
    ),
    Function(
        "log",
        log,
        log_of,
        Decimal.ln,
        ((0.0, 1.0), (0.3, 3.0), (0.999, 1.001), (0.0, LARGEST), (0.0, LOWEST_NORMAL), (0.0, 1e-300)),
        (
            1.0,
            2.0,
            0.5,
            math.sqrt(0.5),
            DENORMAL,
            LOWEST_NORMAL,
            LARGEST,
            math.nextafter(1, 0),
            math.nextafter(1, 2),
        ),
    ),
    Function(
        "log1p",
        log1p,
        log1p_of,
        true_log1p,
        (
            (-1.0, 1.0),
            (-0.3, 0.42),
            (-1.0, -0.999),
            (0.0, 1e6),
            (0.0, LARGEST),
            (-1e-6, 1e-6),
            (-1e-15, 1e-15),
        ),
        (
            1.0,
            -0.5,
            1e-300,
            LOWEST_NORMAL,
            DENORMAL,
            -DENORMAL,
            2.0**-53,
            LARGEST,
            math.nextafter(-1, 0),
            2.0**53,
        ),
    ),
)
each_function = pytest.mark.parametrize("function", FUNCTIONS, ids=lambda function: function.name)
positive = st.floats(min_value=DENORMAL, max_value=LARGEST)
finite = st.floats(allow_nan=False, allow_infinity=False)


def points(function: Function, count: int) -> FloatArray:
    """Spread points over the function's ranges, and add its edges."""
    random = np.random.default_rng(20_260_101)
    parts = [low * (1 - u) + high * u for low, high in function.ranges for u in [random.random(count)]]
    return np.concatenate([*parts, function.edges])


def bits(values: FloatArray) -> list[int]:
    """Return the bit patterns, which tell -0.0 from 0.0 and one ulp from none."""
    return [int(word) for word in values.view(np.uint64)]


@pytest.fixture
def sixty_digits() -> Iterator[None]:
    with localcontext() as context:
        context.prec = 60
        yield


@each_function
@pytest.mark.usefixtures("sixty_digits")
def test_the_error_stays_below_the_promise(function: Function) -> None:
    for x in points(function, 400).tolist():
        true = function.truth(Decimal(x))
        error = abs(Decimal(function.scalar(x)) - true) / Decimal(math.ulp(float(true)))
        assert error <= LARGEST_ERROR_ULP, f"{function.name}({x!r}) is off by {error:.3f} ulp"


@each_function
def test_source_and_machine_code_return_the_same_bits(function: Function) -> None:
    values = points(function, 100_000 // len(function.ranges))
    special = [
        math.nan,
        math.inf,
        -math.inf,
        0.0,
        -0.0,
        -1.0,
        -2.0,
        1e4,
        -1e4,
        DENORMAL,
        -DENORMAL,
        LARGEST,
        -LARGEST,
    ]
    values = np.concatenate([values, special])
    which = FUNCTIONS.index(function)
    machine = np.empty_like(values)
    elementary._each.compiled(which, values, machine)
    assert np.array_equal(function.of(values).view(np.uint64), machine.view(np.uint64))
    scalars = np.array([function.scalar(x) for x in values.tolist()])
    assert np.array_equal(scalars.view(np.uint64), machine.view(np.uint64))
    few = np.ascontiguousarray(values[::-20])  # in the source, NumPy's scalars instead of Python's
    source = np.empty_like(few)
    elementary._each.python(which, few, source)
    assert np.array_equal(source.view(np.uint64), machine[::-20].view(np.uint64))


@each_function
def test_arrays_keep_their_shape_and_need_not_be_contiguous(function: Function) -> None:
    values = np.linspace(0.1, 0.9, 24).reshape(4, 6)
    expected = np.vectorize(function.scalar)(values)
    assert bits(function.of(values)[::2, ::3].ravel()) == bits(expected[::2, ::3].ravel())
    assert bits(function.of(values[::2, ::3]).ravel()) == bits(expected[::2, ::3].ravel())
    assert function.of(np.array(0.5)).shape == ()
    assert function.of(np.empty((0, 3))).shape == (0, 3)


@pytest.mark.parametrize(
    ("result", "expected"),
    [
        (exp(-math.inf), 0.0),
        (exp(-746.0), 0.0),
        (exp(-745.2), 0.0),
        (exp(-745.0), DENORMAL),
        (exp(math.inf), math.inf),
        (exp(709.79), math.inf),
        (exp(0.0), 1.0),
        (expm1(-math.inf), -1.0),
        (expm1(-1e300), -1.0),
        (expm1(math.inf), math.inf),
        (expm1(1e300), math.inf),
        (expm1(-0.0), -0.0),
        (expm1(-DENORMAL), -DENORMAL),
        (log(0.0), -math.inf),
        (log(-0.0), -math.inf),
        (log(math.inf), math.inf),
        (log(-1.0), math.nan),
        (log(-math.inf), math.nan),
        (log(1.0), 0.0),
        (log1p(-1.0), -math.inf),
        (log1p(math.inf), math.inf),
        (log1p(math.nextafter(-1, -2)), math.nan),
        (log1p(-0.0), -0.0),
        (log1p(DENORMAL), DENORMAL),
        *((function.scalar(math.nan), math.nan) for function in FUNCTIONS),
    ],
)
def test_special_values(result: float, expected: float) -> None:
    assert bits(np.array([result])) == bits(np.array([expected]))


@given(positive)
def test_exp_undoes_log(x: float) -> None:
    # A relative error e of the logarithm l is an absolute one of e * l, a relative one of its exponential.
    assert math.isclose(exp(log(x)), x, rel_tol=2.0**-52 * (2 + 1.5 * abs(log(x))), abs_tol=2 * DENORMAL)


@given(st.floats(min_value=-36.0, max_value=700.0))
def test_log1p_undoes_expm1(x: float) -> None:
    y = expm1(x)
    # One ulp of y moves log(1 + y) by ulp(y) / (1 + y).
    tolerance = 1.5 * (math.ulp(y) / (1.0 + y) + math.ulp(x))
    assert abs(log1p(y) - x) <= tolerance


def assert_ordered(function: Callable[[float], float], a: float, b: float) -> None:
    """Require f(a) <= f(b) for a <= b, up to the promised error of both."""
    low, high = (function(x) for x in sorted((a, b)))
    assert low <= high + LARGEST_ERROR_ULP * (math.ulp(low) + math.ulp(high))


@given(finite, finite)
def test_a_larger_argument_has_no_smaller_exponential(a: float, b: float) -> None:
    assert_ordered(exp, a, b)
    assert_ordered(expm1, a, b)


@given(positive, positive)
def test_a_larger_argument_has_no_smaller_logarithm(a: float, b: float) -> None:
    assert_ordered(log, a, b)
    assert_ordered(log1p, a, b)


@given(st.floats(min_value=-700.0, max_value=700.0))
def test_distant_enough_neighbours_are_ordered(x: float) -> None:
    step = max(abs(x), 1.0) * 2.0**-45  # moves the result by far more than its error
    assert exp(x - step) < exp(x) < exp(x + step)
    assert log(exp(x)) < log(exp(x) * (1 + 2.0**-40))


@given(st.floats(min_value=0.0, max_value=1.0, exclude_max=True))
def test_a_probability_becomes_a_hazard_and_returns(probability: float) -> None:
    hazard = -log1p(-probability)
    assert hazard >= 0.0
    assert math.isclose(-expm1(-hazard), probability, rel_tol=2.0**-50, abs_tol=0.0)


@given(st.floats(min_value=DENORMAL, max_value=LARGEST))
def test_a_number_is_split_as_the_library_splits_it(x: float) -> None:
    assert elementary._frexp(x) == math.frexp(x)
