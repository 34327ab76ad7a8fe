"""Lengths of time as fractions of a year: a day is 1/365, a month 1/12."""

from fractions import Fraction
from typing import Final

YEARS_PER: Final[dict[str, Fraction]] = {
    "day": Fraction(1, 365),
    "week": Fraction(7, 365),
    "month": Fraction(1, 12),
    "quarter": Fraction(1, 4),
    "year": Fraction(1),
}


def per_year(time_unit: str) -> float:
    """How many of a time unit make a year.

    >>> per_year("month"), per_year("day")
    (12.0, 365.0)
    """
    return float(1 / YEARS_PER[time_unit])
