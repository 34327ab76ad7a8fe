"""Numbers as people in a city hall write them, each with its unit.

`292 000 EUR/year`, `157.50 EUR/day`, `30 %/year`, `1/14 per month`, `12 %/3 years`, `1.2 Mio EUR`, `4,5 %`.
Spaces and underscores group thousands by three digits. One separator followed by exactly three digits is
refused, because `50.000` may be fifty or fifty thousand.
"""

import re
from dataclasses import dataclass
from typing import Final

from prevention_sim.scenario.problems import UnreadableError, nearest

LONGEST_NUMBER: Final = 40
LONGEST_COUNT: Final = 9

_UNITS: Final[dict[str, str]] = {
    "EUR": "EUR", "€": "EUR", "Euro": "EUR",
    "day": "day", "days": "day", "week": "week", "weeks": "week", "month": "month", "months": "month",
    "quarter": "quarter", "quarters": "quarter", "year": "year", "years": "year",
    "hour": "hour", "hours": "hour", "case": "case", "cases": "case", "FTE": "FTE",
}  # fmt: skip
_MULTIPLES: Final[dict[str, float]] = {"Mio": 1e6, "Mrd": 1e9}

_WORDS: Final = frozenset({*_UNITS, *_MULTIPLES, "TEUR", "%", "per"})
_SHOWN: Final = (
    "%",
    "EUR",
    "TEUR",
    "Mio EUR",
    "cases",
    "hours",
    "FTE",
    "day",
    "week",
    "month",
    "quarter",
    "year",
    "…/year",
)

_SPACE = "[ \u00a0\u202f]"
_NUMBER = re.compile(rf"([+\-−]?{_SPACE}?[0-9](?:[0-9_.,]|{_SPACE}(?=[0-9]))*)(?:/([0-9]+))?")
_UNIT = re.compile(r"([^/\s\d]+)?\s*(?:(?:/|\bper\b)\s*([0-9]+)?\s*([^\W\d]+))?")
_DIVIDED_BY = re.compile(r"\s*/\s*([A-Za-z_]\w*)\s*")


class QuantityError(UnreadableError):
    """A text that is not a number with a unit; the message says what to write instead."""


@dataclass(frozen=True, slots=True)
class Unit:
    """`numerator / (count denominator)`: EUR per month, or 1 per 3 years; empty text is "no unit"."""

    numerator: str = ""
    denominator: str = ""
    count: int = 1

    def __str__(self) -> str:
        """As it is written in a file."""
        if not self.denominator:
            return self.numerator
        period = self.denominator if self.count == 1 else f"{self.count} {self.denominator}s"
        return f"{self.numerator}/{period}"


UNREAD: Final = Unit("unread")
"""The unit of a number that could not be read; it goes with every other."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A finite number with its unit; a percentage is stored as a fraction (`30 %` is 0.3)."""

    value: float
    unit: Unit


def looks_like_quantity(text: str) -> bool:
    """Whether a text begins like a number, and not like a formula such as `2 * share` or `1 / share`."""
    stripped = text.strip()
    number = _NUMBER.match(stripped)
    if number is None:
        return False
    rest = stripped[number.end() :]
    divisor = _DIVIDED_BY.fullmatch(rest)
    return not any(sign in rest for sign in "*+-()<>=") and (divisor is None or divisor[1] in _UNITS)


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
        raise QuantityError("E122", "start", written=text)
    digits, divisor = number.groups()
    rest = stripped[number.end() :].strip()
    value = parse_number(digits, unit=stripped[number.end(1) :]) / _below_the_line(divisor)
    for multiple, factor in _MULTIPLES.items():
        if rest.startswith(multiple):
            value, rest = value * factor, rest.removeprefix(multiple).lstrip(". ")
    parts = _UNIT.fullmatch(rest)
    if parts is None:
        raise _unknown_unit(rest, text)
    upper, count, lower = parts.groups()
    if upper == "%":  # dividing, not multiplying by 0.01, makes 7 % the double nearest to 0.07
        value, upper = value / 100.0, None
    elif upper == "TEUR":
        value, upper = value * 1e3, "EUR"
    try:
        unit = Unit(_UNITS[upper] if upper else "", _UNITS[lower] if lower else "", _below_the_line(count))
    except KeyError:
        raise _unknown_unit(rest, text) from None
    return Quantity(value, unit)


def parse_number(text: str, unit: str = "") -> float:
    """Read digits with German or English separators; raises `QuantityError` where two readings exist.

    `unit` is what follows the number, for the message.
    """
    if len(text) > LONGEST_NUMBER:
        raise QuantityError("E127", limit=LONGEST_NUMBER)
    signed = re.sub(rf"^([+\-−]){_SPACE}", r"\1", text.strip()).replace("−", "-")
    plain = re.sub(_SPACE, "_", signed)
    points, commas = plain.count("."), plain.count(",")
    if "_" in plain:
        plain = _without_gaps(plain, text)
    elif points and commas:
        decimal = "," if plain.rfind(",") > plain.rfind(".") else "."
        group = "." if decimal == "," else ","
        plain = _without_groups(plain, group, decimal, text)
    elif points > 1 or commas > 1:
        plain = _without_groups(plain, "." if points else ",", "", text)
    elif re.fullmatch(r"[+-]?[1-9]\d{0,2}[.,]\d{3}", plain) and not unit.lstrip().startswith("%"):
        raise _two_readings(text, plain, unit)
    if not re.fullmatch(r"[+-]?[0-9]+(?:[.,][0-9]*)?", plain):
        raise QuantityError("E122", "digits", written=text)
    return float(plain.replace(",", "."))


def _two_readings(text: str, plain: str, unit: str) -> QuantityError:
    """Offer both readings in a form that is read back without doubt."""
    whole, fraction = re.split("[.,]", plain)
    decimals = fraction.rstrip("0") or "0"
    small = f"{whole}.{decimals if len(decimals) < len(fraction) else fraction + '0'}"
    return QuantityError(
        "E103", written=f"{text}{unit}", thousands=f"{whole} {fraction}{unit}", decimal=f"{small}{unit}"
    )


def _without_gaps(plain: str, text: str) -> str:
    """Drop the spaces or underscores between thousands; a separator behind them is a decimal one."""
    if not re.fullmatch(r"[+-]?[1-9][0-9]{0,2}(?:_[0-9]{3})+(?:[.,][0-9]+)?", plain):
        raise QuantityError("E125", written=text)
    return plain.replace("_", "")


def _without_groups(plain: str, group: str, decimal: str, text: str) -> str:
    """Drop thousands separators, after a look that they really stand before groups of three."""
    whole, _, fraction = plain.partition(decimal) if decimal else (plain, "", "")
    if not re.fullmatch(rf"[+-]?[1-9]\d{{0,2}}(?:{re.escape(group)}\d{{3}})+", whole) or group in fraction:
        raise QuantityError("E125", "mixed", written=text)
    return whole.replace(group, "") + ("." + fraction if fraction else "")


def _below_the_line(text: str | None) -> int:
    """The 14 of `1/14 per month`, or the 3 of `12 %/3 years`."""
    if len(text or "") > LONGEST_COUNT:
        raise QuantityError("E126", "long", limit=LONGEST_COUNT)
    divisor = int(text or 1)
    if divisor == 0:
        raise QuantityError("E126")
    return divisor


def _unknown_unit(rest: str, text: str) -> QuantityError:
    """Say which words are units, and offer the unit with its misspelt words set right."""
    words = [word for word in re.split(r"[\s/]+", rest) if word]
    meant = [word if word in _WORDS else nearest(word, _WORDS) for word in words]
    guess = rest
    for word, better in zip(words, meant, strict=True):
        guess = guess.replace(word, better, 1)
    number = text.strip().removesuffix(rest).rstrip()
    offered = f"{number} {guess}" if all(meant) and _UNIT.fullmatch(guess) else ""
    return QuantityError("E120", unit=rest, written=text, nearest=offered, allowed=_SHOWN)
