"""What the file is about, when it plays, and by which conventions it counts."""

import re
from typing import Annotated, Final, Literal

from pydantic import AfterValidator, BeforeValidator, Discriminator, Field, StringConstraints, Tag

from prevention_sim.scenario.evidence import AnyFigure, Dimension, Grade, Share, Sourced
from prevention_sim.scenario.grid import Cycle, Grid, cycle_read
from prevention_sim.scenario.parts import AnyMonth, AnyTitle, Id, Part, WholeNumber
from prevention_sim.scenario.plain_numbers import Plain
from prevention_sim.scenario.problems import UnreadableError
from prevention_sim.scenario.quantities import Quantity, Unit


class Case(Part):
    """What one case is."""

    unit: Literal["child", "family", "person", "place"]
    definition: AnyTitle


class Checked(Part):
    """Who compared the figures with their documents, and when; `open` where nobody has."""

    by: str
    on: str


_LAND: Final = r"(?:0[1-9]|1[0-6])"
_KEY = re.compile(rf"{_LAND}(?:\d{{3}}|\d{{6}}|\d{{10}})", re.ASCII)


def _key_of_all_digits(written: str) -> str:
    """Refuse a municipal key that lost its leading zero on the way through a spreadsheet."""
    if re.fullmatch(r"[\d ]+", written) and not _KEY.fullmatch(written.replace(" ", "")):
        full = f"0{written}"
        raise UnreadableError("E150", written=written, nearest=full if _KEY.fullmatch(full) else "")
    return written


Municipality = Annotated[str, AfterValidator(_key_of_all_digits)]
"""A name, or the official key (district 5 digits, municipality 8, regional key 12) as text."""


CaseCount = Literal["place_years", "cases_in_year", "stock_31_dec"]
"""How cases are counted: days in care / 365, stock at 31 December and those ended, or that stock alone."""


class About(Part):
    """The question of the file."""

    id: Id
    title: AnyTitle
    municipality: Municipality | None = None
    population_under_21: Annotated[AnyFigure, Dimension.COUNT] | None = None
    author: str | None = None
    question: AnyTitle | None = None
    note: AnyTitle | None = None
    case: Case
    case_count: CaseCount = "place_years"
    checked: Checked | None = None


class Time(Part):
    """First month, length, and the cycle within which nothing happens."""

    start: AnyMonth
    years: WholeNumber
    cycle: Cycle = "month"
    budget_window: WholeNumber = 4

    @property
    def grid(self) -> Grid:
        """Where the cycles of the file begin."""
        return Grid(self.start, cycle_read(self.cycle))

    @property
    def cycles(self) -> int:
        """How many cycles there are."""
        return self.grid.cycles_within(self.years)


class RateStep(Part):
    """A rate that holds from a month on, until the next step."""

    from_: AnyMonth = Field(alias="from")
    rate: Annotated[AnyFigure, Dimension.PROBABILITY]


class Rates(Part):
    """A rate, and later ones; what lies before a step keeps its own."""

    rate: Annotated[AnyFigure, Dimension.PROBABILITY]
    steps: tuple[RateStep, ...] = ()


class Discounting(Rates):
    """How an amount of a later date is valued at the start.

    `at_point`: both ends of a cycle by their own date. `per_cycle`: everything of a cycle by its start.
    `per_year_*`: every amount of a year by the start, middle or end of that year. In `real` terms the rate
    is one over and above the general rise of prices and values real amounts; else both are nominal.
    `outcomes` have rates of their own, by the same method; without them they are not discounted.
    """

    method: Literal["at_point", "per_cycle", "per_year_start", "per_year_mid", "per_year_end"]
    terms: Literal["nominal", "real"] = "nominal"
    outcomes: Rates | None = None


class OwnWeights(Sourced):
    """A weight in cycles for every boundary, the first and the last included."""

    weights: tuple[Annotated[AnyFigure, Dimension.COUNT], ...]


CountingRule = Literal["start", "end", "half_cycle", "simpson"]


def _rule_or_weights(written: object) -> str:
    return "own weights" if isinstance(written, dict | OwnWeights) else "a rule"


Counting = Annotated[
    Annotated[CountingRule, Tag("a rule")] | Annotated[OwnWeights, Tag("own weights")],
    Discriminator(_rule_or_weights),
]


class Conventions(Part):
    """The conventions that peers get wrong more often than algorithms."""

    counting: Counting = "half_cycle"
    conversion: Literal["competing", "separate"] = "competing"
    discounting: Discounting | None = None

    @property
    def counting_name(self) -> Literal["start", "end", "half_cycle", "simpson", "own_weights"]:
        """The rule of counting in a word."""
        return "own_weights" if isinstance(self.counting, OwnWeights) else self.counting

    @property
    def counts_totals(self) -> bool:
        """Whether boundaries have unlike weights, so that only the whole horizon is an integral."""
        return self.counting_name in ("simpson", "own_weights")


class PriceStep(Part):
    """A rise of prices from a month on: a new agreement on rates or wages."""

    from_: AnyMonth = Field(alias="from")
    rise: Share


class Escalation(Sourced):
    """How prices move after the price year: by a yearly rise each 1 January, by dated steps, or both."""

    rise: Annotated[AnyFigure, Dimension.PROBABILITY] | None = None
    steps: tuple[PriceStep, ...] = ()


class Adjustments(Sourced):
    """What the lines of interventions are corrected by, so that plans do not look better than they turn out.

    `optimism_bias` is added to costs. `corrections` are by the weakest grade of evidence behind a line: added
    to costs, taken off income.
    """

    optimism_bias: Share | None = None
    corrections: dict[Grade, Share] = {}


def _any_whole_number(written: object) -> object:
    if isinstance(written, str) and re.fullmatch(r"-?\d{1,40}", written):
        return int(written)
    raise UnreadableError("E117", written=written)


SeedText = Annotated[str, StringConstraints(pattern=r"^\d{1,20}$")]
Seed = Annotated[int, BeforeValidator(_any_whole_number, json_schema_input_type=int | SeedText)]


PlanName = Literal["sobol", "monte_carlo", "latin_hypercube"]
"""How draws are spread: evenly over all numbers at once, by chance alone, or evenly over each number."""


class Uncertainty(Part):
    """What chance is, and how values of uncertain numbers are drawn.

    `seed` is the number from which all luck follows; another is other luck of the same kind.
    `replications` is how often persons live through everything, `draws` how often numbers with a range take
    other values; more of them make means and ranges surer. `interval` is what a told range holds.
    """

    seed: Seed = 1
    replications: WholeNumber = 200
    draws: WholeNumber = 0
    plan: PlanName = "sobol"
    interval: Plain = Quantity(0.9, Unit())


EngineName = Literal["cohort", "microsimulation", "discrete_event", "simpy"]
"""Mean numbers of cases, persons one by one, or persons who wait for places (twice written)."""


class WhatIf(Part):
    """The same file with some numbers changed, told beside the result: path or parameter, and its text."""

    title: AnyTitle
    set: dict[str, str]


class Prices(Escalation):
    """The year whose prices all amounts are in, and how prices move after it.

    `general_rise` is that of prices at large, by which nominal amounts become real ones.
    """

    year: WholeNumber
    general_rise: Annotated[AnyFigure, Dimension.PROBABILITY] | None = None
