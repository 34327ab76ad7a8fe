"""A transition matrix over one period becomes one over another.

Over a whole number of periods it is a power. Over a part of one it goes through its generator Q, the matrix
of rates with exp(Q) = P: the chances over a share t of the period are exp(t Q). Not every P has a Q whose
rates are all at least 0; such a P says nothing about shorter periods (R. B. Israel, J. S. Rosenthal and
J. Z. Wei, Finding generators for Markov chains via empirical transition matrices, Mathematical Finance 11,
2001).

Q is the principal logarithm, by inverse scaling and squaring (N. J. Higham, Functions of Matrices, 2008,
11.5): square roots by the iteration of Denman and Beavers until the matrix is close to the identity, then
log A = 2 artanh((A - I)(A + I)^-1) as a series. It is rounded to 12 digits, which takes away what rounding
adds to a rate of 0. Plain arithmetic in a fixed order, so that a file gives the same bits everywhere and is
checked without arrays.
"""

import math
from fractions import Fraction
from typing import Final, TypeAlias

Square: TypeAlias = tuple[tuple[float, ...], ...]
"""A square matrix by rows."""

DIGITS: Final = 12
NO_RATE: Final = 1e-9
"""Rates per period down to its negative are rounding of a rate of 0."""

CLOSE: Final = 0.25
CONVERGED: Final = 1e-12
MOST_ROOTS: Final = 40
MOST_STEPS: Final = 60
SMALLEST_PIVOT: Final = 1e-13
TERMS: Final = 18
NEARER: Final = 1e-3


def chances_over(matrix: Square, periods: Fraction) -> Square | None:
    """The chances over some periods, unchanged to the bit over one; None where there is no generator."""
    if periods == 1:
        return matrix
    if periods.denominator == 1:
        return power(matrix, periods.numerator)
    generator = generator_of(matrix)
    return None if generator is None else exponential(_times(generator, float(periods)))


def generator_of(matrix: Square) -> Square | None:
    """Rates per period that lead to a matrix; None where the principal logarithm has a negative rate.

    >>> generator_of(((0.5, 0.5), (0.0, 1.0)))
    ((-0.69314718056, 0.69314718056), (0.0, 0.0))
    """
    rates = logarithm(matrix)
    if rates is None or lowest_rate(rates) < -NO_RATE:
        return None
    return _balanced([[max(rate, 0.0) for rate in row] for row in rates])


def logarithm(matrix: Square) -> Square | None:
    """The principal logarithm to 12 digits, with rows that add up to 0; None where it is not real.

    >>> logarithm(((0.25, 0.75), (0.75, 0.25))) is None  # its second eigenvalue is -0.5
    True
    """
    root, roots = matrix, 0
    while _distance(root, identity(len(matrix))) > CLOSE:
        half = _square_root(root) if roots < MOST_ROOTS else None
        if half is None:
            return None
        root, roots = half, roots + 1
    one = identity(len(matrix))
    inverse = _inverse(_plus(root, one))
    if inverse is None:
        return None
    ratio = _product(_plus(root, one, -1.0), inverse)
    square, term, total = _product(ratio, ratio), ratio, ratio
    for odd in range(3, 2 * TERMS, 2):
        term = _product(term, square)
        total = _plus(total, term, 1.0 / odd)
    return _balanced([[round(rate, DIGITS) for rate in row] for row in _times(total, 2.0 ** (roots + 1))])


def lowest_rate(rates: Square) -> float:
    """The lowest rate from one state to another."""
    return min(rate for here, row in enumerate(rates) for there, rate in enumerate(row) if here != there)


def exponential(rates: Square) -> Square:
    """The chances that constant rates lead to: Taylor's series of a small part, squared."""
    size = max(-row[position] for position, row in enumerate(rates))
    halvings = 0
    while size > CLOSE:
        size, halvings = size / 2.0, halvings + 1
    part = _times(rates, 0.5**halvings)
    total = term = identity(len(rates))
    for order in range(1, TERMS):
        term = _times(_product(term, part), 1.0 / order)
        total = _plus(total, term)
    for _ in range(halvings):
        total = _product(total, total)
    return tuple(tuple(max(chance, 0.0) for chance in row) for row in total)


def power(matrix: Square, exponent: int) -> Square:
    """A whole power, by squaring."""
    result = None
    while exponent:
        if exponent % 2:
            result = matrix if result is None else _product(result, matrix)
        matrix, exponent = _product(matrix, matrix), exponent // 2
    return identity(len(matrix)) if result is None else result


def neighbour_of(matrix: Square) -> tuple[Square, float] | None:
    """A matrix near by that has a generator, and the largest difference of a chance; None if none is found.

    Each row of the logarithm moves to the nearest row of rates (`nearest_generator`); without a logarithm,
    P - I is taken. Then Q becomes the nearest generator to Q + P - exp(Q) as long as exp(Q) comes nearer.
    """
    rates = logarithm(matrix) or _plus(matrix, identity(len(matrix)), -1.0)
    nearest, least = matrix, math.inf
    for _ in range(MOST_STEPS):
        generator = nearest_generator(rates)
        chances = exponential(generator)
        distance = _distance(chances, matrix)
        if distance > least - NEARER:
            break
        nearest, least = chances, distance
        rates = _plus(_plus(generator, matrix), chances, -1.0)
    written = tuple(tuple(round(chance, DIGITS) for chance in row) for row in nearest)
    return None if generator_of(written) is None else (written, least)


def nearest_generator(rates: Square) -> Square:
    """The generator nearest to a logarithm, by the sum of squares, row by row.

    The quasi-optimization of the generator of A. Kreinin and M. Sidelnikova, Regularization algorithms for
    transition matrices, Algo Research Quarterly 4, 2001: of every rate of a row the same amount is taken, and
    what falls below 0 is 0, so that the row adds up to 0.
    """
    return _balanced([_nearest_row(row, position) for position, row in enumerate(rates)])


def identity(size: int) -> Square:
    """Everybody stays."""
    return tuple(tuple(float(here == there) for there in range(size)) for here in range(size))


def _nearest_row(row: tuple[float, ...], own: int) -> list[float]:
    """The Euclidean projection of a row onto rows with rates of at least 0 that add up to 0."""
    others = sorted((rate for position, rate in enumerate(row) if position != own), reverse=True)
    taken, total = row[own], row[own]
    for count, rate in enumerate(others, 2):
        if rate <= taken:
            break
        total += rate
        taken = total / count
    return [max(rate - taken, 0.0) for rate in row]


def _balanced(rows: list[list[float]]) -> Square:
    """Rates with the diagonal that makes every row add up to 0."""
    return tuple(
        tuple(
            rate + 0.0 if here != there else -sum(each for at, each in enumerate(row) if at != here) + 0.0
            for there, rate in enumerate(row)
        )
        for here, row in enumerate(rows)
    )


def _square_root(matrix: Square) -> Square | None:
    """The principal square root; None where the iteration finds none, as with a negative eigenvalue."""
    root, inverse = matrix, identity(len(matrix))
    for _ in range(MOST_STEPS):
        of_root, of_inverse = _inverse(root), _inverse(inverse)
        if of_root is None or of_inverse is None:
            return None
        new = _times(_plus(root, of_inverse), 0.5)
        inverse = _times(_plus(inverse, of_root), 0.5)
        change, root = _distance(new, root), new
        if change < CONVERGED:  # it doubles its digits with every step
            return root if _distance(_product(root, root), matrix) < NO_RATE else None
    return None


def _inverse(matrix: Square) -> Square | None:
    """The inverse by elimination with the largest pivot; None for a matrix that has none."""
    size = len(matrix)
    rows = [[*row, *one] for row, one in zip(matrix, identity(size), strict=True)]
    for column in range(size):
        pivot = max(range(column, size), key=lambda row: abs(rows[row][column]))
        rows[column], rows[pivot] = rows[pivot], rows[column]
        scale = rows[column][column]
        if abs(scale) < SMALLEST_PIVOT:
            return None
        rows[column] = [value / scale for value in rows[column]]
        for row in range(size):
            factor = rows[row][column]
            if row != column and factor != 0.0:
                rows[row] = [value - factor * own for value, own in zip(rows[row], rows[column], strict=True)]
    return tuple(tuple(row[size:]) for row in rows)


def _product(left: Square, right: Square) -> Square:
    columns = tuple(zip(*right, strict=True))
    return tuple(tuple(_sum_of_products(row, column) for column in columns) for row in left)


def _sum_of_products(left: tuple[float, ...], right: tuple[float, ...]) -> float:
    total = 0.0
    for one, other in zip(left, right, strict=True):
        total += one * other
    return total


def _plus(left: Square, right: Square, factor: float = 1.0) -> Square:
    return tuple(
        tuple(one + factor * other for one, other in zip(*rows, strict=True))
        for rows in zip(left, right, strict=True)
    )


def _times(matrix: Square, factor: float) -> Square:
    return tuple(tuple(factor * value for value in row) for row in matrix)


def _distance(left: Square, right: Square) -> float:
    """The largest difference of two entries."""
    return max(
        abs(one - other) for rows in zip(left, right, strict=True) for one, other in zip(*rows, strict=True)
    )
