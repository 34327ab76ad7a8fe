"""Values the author expects of a run; `prevsim verify` holds the run against them, unrounded."""

from collections.abc import Mapping
from typing import Final, Literal

from prevention_sim.scenario.evidence import AnyFigure
from prevention_sim.scenario.parts import Id, Ids, Part, WholeNumber


class Expectation(Part):
    """A figure of the result, narrowed down as far as the author wants, with the tolerance of the comparison.

    `period` is the whole horizon unless it says `window` (the budget window).
    """

    figure: Literal[
        "cost",
        "relief",
        "person_years",
        "person_months",
        "persons_at_end",
        "placements",
        "avoided_placements",
        "avoided_place_years",
        "supported_cases",
        "relief_per_avoided_place_year",
        "programme_relief_per_avoided_place_year",
        "relief_per_supported_case",
        "price_difference",
        "benefit_cost_ratio",
        "relief_per_euro",
        "outcome",
        "icer",
        "beaten_by",
    ]
    value: AnyFigure
    tolerance: AnyFigure
    strategy: Id | None = None
    year: WholeNumber | None = None
    state: Ids | None = None
    stratum: Id | None = None
    item: str | None = None
    outcome: Id | None = None
    period: Literal["horizon", "window"] = "horizon"
    valuation: Literal["nominal", "real", "present"] = "nominal"
    note: str | None = None


_ANY_TIME: Final = frozenset({"strategy", "stratum", "year", "period", "valuation"})

NARROWED_BY: Final[Mapping[str, frozenset[str]]] = {
    "cost": _ANY_TIME | {"state", "item"},
    "relief": _ANY_TIME | {"state", "item"},
    "person_years": _ANY_TIME | {"state"},
    "person_months": _ANY_TIME | {"state"},
    "persons_at_end": frozenset({"strategy", "stratum", "state"}),
    "placements": _ANY_TIME,
    "avoided_placements": _ANY_TIME,
    "avoided_place_years": _ANY_TIME,
    "supported_cases": _ANY_TIME,
    "relief_per_avoided_place_year": _ANY_TIME,
    "programme_relief_per_avoided_place_year": _ANY_TIME,
    "relief_per_supported_case": _ANY_TIME,
    "price_difference": frozenset({"strategy"}),
    "benefit_cost_ratio": _ANY_TIME - {"stratum"},
    "relief_per_euro": _ANY_TIME - {"stratum"},
    "outcome": _ANY_TIME | {"outcome"},
    "icer": _ANY_TIME - {"stratum"} | {"outcome"},
    "beaten_by": _ANY_TIME - {"stratum"} | {"outcome"},
}
"""Which keys narrow which figure; any other would be ignored."""

EITHER: Final = (("year", "period"), ("item", "state"))
"""Keys of which the first makes the second meaningless."""


def narrowing_keys(expected: Expectation) -> frozenset[str]:
    """The keys that were written to narrow a figure down."""
    return frozenset(expected.model_fields_set) - {"figure", "value", "tolerance", "note"}
