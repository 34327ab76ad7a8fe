"""Formulas of a spreadsheet, each with the value it has: whoever writes the one has computed the other.

Only what Excel 2016 and LibreOffice both know is used. A value that is not a number (a quotient without a
denominator) is allowed inside a formula that does not choose it.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

COMPARED, SUM, PRODUCT, POWER, ATOM = range(5)
"""How strongly the outermost sign of a formula binds."""

NO_NUMBER: Final = math.nan

LARGEST_DENOMINATOR: Final = 365
LONG: Final = 12
"""A number with more signs than this is written as a fraction where it is one, as 1/12 is."""


@dataclass(frozen=True, slots=True)
class Term:
    """A formula without its equals sign, and its value."""

    text: str
    value: float
    binds: int = ATOM

    def __add__(self, other: "Term") -> "Term":
        """A sum, without a written 0."""
        if self is ZERO or other is ZERO:
            return other if self is ZERO else self
        return Term(f"{self.inside(SUM)}+{other.inside(SUM)}", self.value + other.value, SUM)

    def __sub__(self, other: "Term") -> "Term":
        """A difference, without a written 0."""
        if other is ZERO:
            return self
        return Term(f"{self.inside(SUM)}-{other.inside(PRODUCT)}", self.value - other.value, SUM)

    def __mul__(self, other: "Term") -> "Term":
        """A product, without a written 1."""
        if ZERO in (self, other):
            return ZERO
        if self is ONE or other is ONE:
            return other if self is ONE else self
        return Term(f"{self.inside(PRODUCT)}*{other.inside(PRODUCT)}", self.value * other.value, PRODUCT)

    def __truediv__(self, other: "Term") -> "Term":
        """A quotient, without a written 1."""
        if other is ONE:
            return self
        value = self.value / other.value if other.value else NO_NUMBER
        return Term(f"{self.inside(PRODUCT)}/{other.inside(POWER)}", value, PRODUCT)

    def __pow__(self, other: "Term") -> "Term":
        """A power, without a written 1."""
        if other is ONE:
            return self
        try:
            value = math.pow(self.value, other.value)
        except (ValueError, OverflowError):
            value = NO_NUMBER
        return Term(f"{self.inside(ATOM)}^{other.inside(ATOM)}", value, POWER)

    def inside(self, binds: int) -> str:
        """The text as an operand of a sign that binds so."""
        return self.text if self.binds >= binds else f"({self.text})"


@dataclass(frozen=True, slots=True)
class Range:
    """Cells beside or below each other, and their values."""

    text: str
    values: tuple[float, ...]


ZERO: Final = Term("0", 0.0)
ONE: Final = Term("1", 1.0)


def number(value: float) -> Term:
    """A number with the digits that give it back."""
    if value == 0.0:
        return ZERO
    if value == 1.0:
        return ONE
    simple = Fraction(value).limit_denominator(LARGEST_DENOMINATOR)
    if len(repr(value)) > LONG and value > 0.0 and float(simple) == value:
        return fraction(simple)
    text = repr(float(value)).removesuffix(".0").upper()
    return Term(text, float(value)) if value > 0.0 else Term(f"({text})", float(value))


def fraction(value: Fraction) -> Term:
    """A fraction as people write it: 1/12."""
    if value.denominator == 1:
        return number(float(value))
    return Term(f"{value.numerator}/{value.denominator}", float(value), PRODUCT)


def total(terms: Iterable[Term]) -> Term:
    """The sum of some terms, one after the other."""
    found = ZERO
    for term in terms:
        found = found + term
    return found


def called(function: str, value: float, *operands: Term | Range) -> Term:
    """A function of the spreadsheet, and what it gives."""
    return Term(f"{function}({','.join(operand.text for operand in operands)})", value)


def when(condition: Term, then: Term, otherwise: Term) -> Term:
    """One of two terms."""
    value = then.value if condition.value else otherwise.value
    return called("IF", value, condition, then, otherwise)


def compared(left: Term, sign: str, right: Term) -> Term:
    """A comparison: 1 where it holds, else 0."""
    holds = {
        "<": left.value < right.value,
        "<=": left.value <= right.value,
        ">": left.value > right.value,
        ">=": left.value >= right.value,
        "=": left.value == right.value,
    }[sign]
    return Term(f"{left.inside(SUM)}{sign}{right.inside(SUM)}", float(holds), COMPARED)


def as_number(term: Term) -> Term:
    """A comparison as 1 or 0: to a spreadsheet, true is larger than any number."""
    return when(term, ONE, ZERO) if term.binds == COMPARED else term


def least(*terms: Term) -> Term:
    """The smallest."""
    return called("MIN", min(term.value for term in terms), *terms)


def most(*terms: Term) -> Term:
    """The largest."""
    return called("MAX", max(term.value for term in terms), *terms)


def exponential(term: Term) -> Term:
    """The exponential of a term."""
    return called("EXP", NO_NUMBER if math.isnan(term.value) else math.exp(term.value), term)


def logarithm(term: Term) -> Term:
    """The natural logarithm."""
    return called("LN", math.log(term.value) if term.value > 0.0 else NO_NUMBER, term)


def root(term: Term) -> Term:
    """The square root."""
    return called("SQRT", math.sqrt(term.value) if term.value >= 0.0 else NO_NUMBER, term)


def size(term: Term) -> Term:
    """How far from 0."""
    return called("ABS", abs(term.value), term)


def minus(term: Term) -> Term:
    """The term with the other sign."""
    return Term(f"-{term.inside(ATOM)}", -term.value, SUM)


def across(terms: Sequence[Term]) -> Range:
    """Cells that stand beside each other as one range."""
    last = terms[-1].text.rpartition("!")[2]
    return Range(f"{terms[0].text}:{last}", tuple(term.value for term in terms))


def sum_of(cells: Range) -> Term:
    """The sum of a range; of one cell, that cell."""
    if len(cells.values) == 1:
        return Term(cells.text.partition(":")[0], cells.values[0])
    return called("SUM", math.fsum(cells.values), cells)


def sum_of_products(one: Range, other: Range) -> Term:
    """Two ranges multiplied cell by cell, and added up."""
    value = math.fsum(here * there for here, there in zip(one.values, other.values, strict=True))
    return called("SUMPRODUCT", value, one, other)


def largest_of(ranges: Sequence[Range]) -> Term:
    """The largest of some ranges."""
    return called("MAX", max(value for cells in ranges for value in cells.values), *ranges)


def smallest_of(ranges: Sequence[Range]) -> Term:
    """The smallest of some ranges."""
    return called("MIN", min(value for cells in ranges for value in cells.values), *ranges)
