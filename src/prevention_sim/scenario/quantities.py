"""Numbers as people in a city hall write them, each with its unit.

`292 000 EUR/year`, `157.50 EUR/day`, `30 %/year`, `1/14 per month`, `12 %/3 years`, `1.2 Mio EUR`, `4,5 %`. Spaces and underscores
group thousands. One separator followed by exactly three digits is refused, because `50.000` may be fifty or fifty thousand.
"""

import re
from dataclasses import dataclass
from typing import Final

LONGEST_NUMBER: Final = 40

_UNITS: Final[dict[str, str]] = {
    "EUR": "EUR", "€": "EUR", "Euro": "EUR",
    "day": "day", "days": "day", "week": "week", "weeks": "week", "month": "month", "months": "month",
    "quarter": "quarter", "quarters": "quarter", "year": "year", "years": "year",
    "hour": "hour", "hours": "hour", "case": "case", "cases": "case",
}  # fmt: skip
_MULTIPLES: Final[dict[str, float]] = {"Mio": 1e6, "Mrd": 1e9}

_SPACE = "[ \u00a0\u202f]"
_NUMBER = re.compile(rf"([+\-−]?{_SPACE}?\d(?:[\d_.,]|{_SPACE}(?=\d))*)(?:/(\d+))?")
_UNIT = re.compile(r"([^/\s\d]+)?\s*(?:(?:/|\bper\b)\s*(\d+)?\s*([^\W\d]+))?")


class QuantityError(ValueError):
    """A text that is not a number with a unit; the message says what to write instead."""


@dataclass(frozen=True, slots=True)
class Unit:
    """`numerator / (count denominator)`, for example EUR per month, or 1 per 3 years; empty text is "no unit"."""

    numerator: str = ""
    denominator: str = ""
    count: int = 1

    def __str__(self) -> str:
        """As it is written in a file."""
        if not self.denominator:
            return self.numerator
        period = self.denominator if self.count == 1 else f"{self.count} {self.denominator}s"
        return f"{self.numerator}/{period}"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A finite number with its unit; a percentage is stored as a fraction (`30 %` is 0.3)."""

    value: float
    unit: Unit


def looks_like_quantity(text: str) -> bool:
    """Whether a text begins like a number, and not like a formula such as `2 * share`."""
    number = _NUMBER.match(text.strip())
    return bool(number) and not any(sign in text[number.end() :] for sign in "*+-()<>=")


def parse_quantity(text: str) -> Quantity:
    """Read a number with its unit; raises `QuantityError`.

    >>> parse_quantity("5 100 EUR/month")
    Quantity(value=5100.0, unit=Unit(numerator='EUR', denominator='month', count=1))
    >>> parse_quantity("12 %/3 years").unit
    Unit(numerator='', denominator='year', count=3)
    """
    stripped = text.strip()
    number = _NUMBER.match(stripped)
    if number is None:
        raise QuantityError(f"»{text}« does not begin with a number")
    digits, divisor = number.groups()
    rest = stripped[number.end() :].strip()
    value = parse_number(digits, unit=rest) / _whole_divisor(divisor)
    for multiple, factor in _MULTIPLES.items():
        if rest.startswith(multiple):
            value, rest = value * factor, rest.removeprefix(multiple).lstrip(". ")
    parts = _UNIT.fullmatch(rest)
    if parts is None:
        raise QuantityError(_unknown_unit(rest, text))
    upper, count, lower = parts.groups()
    if upper == "%":  # dividing, not multiplying by 0.01, makes 7 % the double nearest to 0.07
        value, upper = value / 100.0, None
    elif upper == "TEUR":
        value, upper = value * 1e3, "EUR"
    try:
        unit = Unit(_UNITS[upper] if upper else "", _UNITS[lower] if lower else "", int(count or 1))
    except KeyError:
        raise QuantityError(_unknown_unit(rest, text)) from None
    return Quantity(value, unit)


def parse_number(text: str, unit: str = "") -> float:
    """Read digits with German or English separators; raises `QuantityError` where two readings are possible."""
    if len(text) > LONGEST_NUMBER:
        raise QuantityError(f"a number has at most {LONGEST_NUMBER} characters")
    plain = re.sub(rf"[_\s]|{_SPACE}", "", text).replace("−", "-")
    points, commas = plain.count("."), plain.count(",")
    if points and commas:
        decimal = "," if plain.rfind(",") > plain.rfind(".") else "."
        group = "." if decimal == "," else ","
        plain = _without_groups(plain, group, decimal, text)
    elif points > 1 or commas > 1:
        plain = _without_groups(plain, "." if points else ",", "", text)
    elif re.fullmatch(r"[+-]?[1-9]\d{0,2}[.,]\d{3}", plain) and not unit.startswith("%"):
        raise QuantityError(_two_readings(text, plain, unit))
    try:
        return float(plain.replace(",", "."))
    except ValueError:
        raise QuantityError(f"»{text}« is not a number") from None


def _two_readings(text: str, plain: str, unit: str) -> str:
    """Offer both readings in a form that is read back without doubt."""
    whole, fraction = re.split("[.,]", plain)
    decimals = fraction.rstrip("0") or "0"
    small = f"{whole}.{decimals if len(decimals) < len(fraction) else fraction + '0'}"
    readings = " or ".join(f"{number} {unit}".strip() for number in (f"{whole} {fraction}", small))
    return f"»{f'{text} {unit}'.strip()}« is ambiguous: write {readings}"


def _without_groups(plain: str, group: str, decimal: str, text: str) -> str:
    """Drop thousands separators, after a look that they really stand before groups of three."""
    whole, _, fraction = plain.partition(decimal) if decimal else (plain, "", "")
    if not re.fullmatch(rf"[+-]?\d{{1,3}}(?:{re.escape(group)}\d{{3}})+", whole) or group in fraction:
        raise QuantityError(f"»{text}« mixes separators; write 1 234 567.89")
    return whole.replace(group, "") + ("." + fraction if fraction else "")


def _whole_divisor(text: str | None) -> int:
    divisor = int(text or 1)
    if divisor == 0:
        raise QuantityError("a fraction cannot have 0 below the line")
    return divisor


def _unknown_unit(rest: str, text: str) -> str:
    known = "%, EUR, TEUR, Mio EUR, cases, hours, day, week, month, quarter, year"
    return f"unit »{rest}« in »{text}« is unknown; known: {known}, and these with /year and so on"
