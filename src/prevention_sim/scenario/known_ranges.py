"""What has been seen elsewhere, so that a slip of the unit stands out; figures with their sources.

A range never refuses a number. It speaks when a number lies outside it, and would lie inside with another
unit of time.
"""

import re
from dataclasses import dataclass
from typing import Final

from prevention_sim.foundation.languages import Both


@dataclass(frozen=True, slots=True)
class KnownRange:
    """The prices or hours of a service that were seen, and the words by which a line for it is known."""

    words: re.Pattern[str]
    but_not: re.Pattern[str]
    numerator: str
    low: float
    high: float
    per: str
    service: Both
    source: Both


_WORDS: Final = re.IGNORECASE
KNOWN_RANGES: Final = (
    KnownRange(
        words=re.compile(r"heim|§\s*34\b|residential|wohngruppe", _WORDS),
        but_not=re.compile(r"pflege|foster|geheim|pauschale|nebenkosten|beitrag", _WORDS),
        numerator="EUR",
        low=129.0,
        high=270.0,
        per="day",
        service=Both("Heim", "residential care"),
        source=Both(
            "Bergkamen 2010: 129, Schleiz 2019: bis 270 EUR/Tag",
            "Bergkamen 2010: 129, Schleiz 2019: up to 270 EUR per day",
        ),
    ),
    KnownRange(
        words=re.compile(r"familienhilfe|spfh|§\s*31\b|family help|fachleistung", _WORDS),
        but_not=re.compile(r"hebamme|midwi|fahrt|travel", _WORDS),
        numerator="hour",
        low=2.0,
        high=6.0,
        per="week",
        service=Both("Familienhilfe", "family help"),
        source=Both(
            "Angebot eines Trägers in NRW: 2–6 Fachleistungsstunden je Woche",
            "offer of a provider in NRW: 2–6 hours per week",
        ),
    ),
)
