"""Values the author expects of a run; `prevsim verify` holds the run against them, unrounded."""

from typing import Literal

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
    ]
    value: AnyFigure
    tolerance: AnyFigure
    strategy: Id | None = None
    year: WholeNumber | None = None
    state: Ids | None = None
    stratum: Id | None = None
    item: str | None = None
    period: Literal["horizon", "window"] = "horizon"
    valuation: Literal["nominal", "present"] = "nominal"
    note: str | None = None
