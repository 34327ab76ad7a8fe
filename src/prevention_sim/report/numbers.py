"""Numbers as German and English readers write them."""

from math import floor, log10
from typing import TypeAlias

from babel.numbers import format_decimal

from prevention_sim.foundation import languages

Language: TypeAlias = languages.Language

MINUS = "\u2212"
MILLION = 1_000_000
TOO_SMALL_TO_PRINT = 1e-6


def decimal(value: float, language: Language, places: int = 0) -> str:
    """A number with separators and a true minus sign.

    >>> decimal(-1234.56, "de", 1), decimal(1234.56, "en")
    ('−1.234,6', '1,235')
    """
    return _written(value, language, "#,##0", places)


def _written(value: float, language: Language, whole: str, places: int) -> str:
    text: str = format_decimal(round(value, places) + 0.0, f"{whole}.{'0' * places}", locale=language)
    return text.replace("-", MINUS)


def euro(value: float, language: Language) -> str:
    """Whole euros: `49.509 €` or `€49,509`."""
    amount = decimal(abs(value), language)
    sign = MINUS if round(value) < 0 else ""
    return f"{sign}{amount} €" if language == "de" else f"{sign}€{amount}"


def about_euro(value: float, language: Language) -> str:
    """Two significant digits, in millions from one million on: `3,2 Mio. €`, `€340,000`."""
    if value == 0.0:
        return euro(0.0, language)
    step = 10.0 ** (floor(log10(abs(value))) - 1)
    rounded = round(value / step) * step
    if abs(rounded) < MILLION:
        return euro(rounded, language)
    places = 1 if abs(rounded) < 10 * MILLION else 0
    millions = decimal(abs(rounded) / MILLION, language, places)
    sign = MINUS if rounded < 0 else ""
    return f"{sign}{millions} Mio. €" if language == "de" else f"{sign}€{millions} million"


def percent(value: float, language: Language, places: int = 0) -> str:
    """A share as a percentage: `84 %` or `84%`; ungrouped, because a file reads `1.234 %` as a decimal.

    >>> percent(12.34, "de"), percent(0.0125, "en", 2)
    ('1234 %', '1.25%')
    """
    text = _written(100.0 * value, language, "0", places)
    return text + (" %" if language == "de" else "%")


def plain(value: float, language: Language, most: int = 2) -> str:
    """A number with as many places as it needs, up to `most`.

    >>> plain(2.5, "de"), plain(30.0, "de"), plain(100 / 3, "en")
    ('2,5', '30', '33.33')
    """
    places = next((few for few in range(most) if abs(round(value, few) - value) < TOO_SMALL_TO_PRINT), most)
    return decimal(value, language, places)


def counted(key: str, count: float) -> str:
    """The sentence about so many: that about one is another.

    >>> counted("situations", 3), counted("situations", 1)
    ('situations', 'situations_one')
    """
    return f"{key}_one" if count == 1 else key


def exact_euro(value: float, language: Language) -> str:
    """Euros with cents where there are any: `39,50 €`, `€5,100`."""
    places = 0 if abs(value - round(value)) < TOO_SMALL_TO_PRINT else 2
    amount = decimal(abs(value), language, places)
    sign = MINUS if round(value, 2) < 0 else ""
    return f"{sign}{amount} €" if language == "de" else f"{sign}€{amount}"
