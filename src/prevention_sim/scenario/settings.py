"""What the file is about, when it plays, and by which conventions it counts."""

from typing import Annotated, Literal

from prevention_sim.scenario.evidence import AnyFigure, Dimension
from prevention_sim.scenario.parts import AnyMonth, AnyTitle, Id, Part, WholeNumber


class Case(Part):
    """What one case is."""

    unit: Literal["child", "family", "person", "place"]
    definition: AnyTitle


class Checked(Part):
    """Who compared the figures with their documents, and when; `open` where nobody has."""

    by: str
    on: str


class About(Part):
    """The question of the file."""

    id: Id
    title: AnyTitle
    municipality: str | None = None
    author: str | None = None
    question: AnyTitle | None = None
    note: AnyTitle | None = None
    case: Case
    case_count: Literal["place_years"] = "place_years"
    checked: Checked | None = None


class Time(Part):
    """First month, length, and the cycle within which nothing happens."""

    start: AnyMonth
    years: WholeNumber
    cycle: Literal["month", "quarter", "year"] = "month"
    budget_window: WholeNumber = 4


class Discounting(Part):
    """How an amount of a later date is valued at the start.

    `at_point`: both ends of a cycle by their own date. `per_year_*`: every amount of a year by the start,
    middle or end of that year.
    """

    method: Literal["at_point", "per_year_start", "per_year_mid", "per_year_end"]
    rate: Annotated[AnyFigure, Dimension.PROBABILITY]


class Conventions(Part):
    """The conventions that peers get wrong more often than algorithms."""

    counting: Literal["start", "end", "half_cycle"] = "half_cycle"
    conversion: Literal["competing", "separate"] = "competing"
    discounting: Discounting | None = None


class Prices(Part):
    """The year whose prices all amounts are in."""

    year: WholeNumber
