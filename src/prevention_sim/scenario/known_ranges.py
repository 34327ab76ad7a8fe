"""What has been seen elsewhere, so that a slip of the unit stands out; figures with their sources.

A range never refuses a number. One of prices or hours speaks when a number lies outside it, and would lie
inside with another unit of time; one of what a run implies, when a figure lies far outside.
"""

import re
from dataclasses import dataclass
from typing import Final, Literal

from prevention_sim.foundation.languages import Both
from prevention_sim.scenario.caseload import Setting


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


@dataclass(frozen=True, slots=True)
class KnownCaseload:
    """How many cases one post of a programme works with, far to both sides of what is usually planned."""

    words: re.Pattern[str]
    low: float
    high: float
    usual: Both


CASELOADS: Final = (
    KnownCaseload(
        words=re.compile(r"hebamme|midwi", _WORDS),
        low=5.0,
        high=40.0,
        usual=Both(
            "Familienhebammen: meist 15 bis 20 Familien angenommen",
            "family midwives: 15 to 20 families are mostly assumed",
        ),
    ),
)


@dataclass(frozen=True, slots=True)
class ImpliedRange:
    """What was seen of a figure that a run implies, of a setting or (None) of all placements."""

    kind: Literal["mean_stay_months", "cost_per_place_year", "placements_per_1000_under_21"]
    setting: Setting | None
    low: float
    high: float
    source: Both


IMPLIED_RANGES: Final = (
    ImpliedRange(
        kind="mean_stay_months",
        setting="residential",
        low=20.0,
        high=34.0,
        source=Both(
            "Destatis 2022: 21; Bergkamen 2011–2013: 20–31; Hilden, besondere Fälle: 34 Monate",
            "Destatis 2022: 21; Bergkamen 2011–2013: 20–31; Hilden, special cases: 34 months",
        ),
    ),
    ImpliedRange(
        kind="mean_stay_months",
        setting="foster",
        low=50.0,
        high=50.0,
        source=Both("Destatis 2022: 50 Monate", "Destatis 2022: 50 months"),
    ),
    ImpliedRange(
        kind="cost_per_place_year",
        setting="residential",
        low=47_085.0,
        high=98_550.0,
        source=Both(
            "Bergkamen 2010: 129, Schleiz 2019: bis 270 EUR/Tag, je 365 Tage",
            "Bergkamen 2010: 129, Schleiz 2019: up to 270 EUR per day, 365 days each",
        ),
    ),
    ImpliedRange(
        kind="placements_per_1000_under_21",
        setting=None,
        low=0.0,
        high=3.5,
        source=Both(
            "Deutschland 2022: 58 400 neue Unterbringungen auf 16,7 Mio. unter 21",
            "Germany 2022: 58,400 new placements among 16.7 million under 21",
        ),
    ),
)
