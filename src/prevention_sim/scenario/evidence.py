"""Where a figure comes from, and how strong that is."""

from dataclasses import dataclass
from enum import Enum
from typing import Annotated, Any, Final, Literal

from pydantic import BeforeValidator, Discriminator, PlainValidator, Tag

from prevention_sim.scenario.expressions import Expression, FormulaError, parse_formula
from prevention_sim.scenario.parts import AnyTitle, Id, Part
from prevention_sim.scenario.quantities import Quantity, QuantityError, looks_like_quantity, parse_quantity

ASSUMPTION: Final = "assumption"
"""The one source that needs no entry under `sources`."""

Grade = Literal["measured", "study", "published", "expert", "claim", "assumption"]


class Source(Part):
    """A document or data set a figure was taken from."""

    title: AnyTitle
    grade: Grade
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Formula:
    """Arithmetic over parameters, with the text it was written as."""

    text: str
    expression: Expression


class Dimension(Enum):
    """What kind of number a field takes; the value is how its unit is written."""

    SHARE = "a share: 30 %"
    PROBABILITY = "a probability with its period: 30 %/year, 1/14 per month"
    DURATION = "a length of time: 18 months"
    CASES = "a number of cases: 30 cases"
    CASES_PER_TIME = "cases per time: 30 cases/year"
    MONEY_PER_TIME = "money per time: 5 100 EUR/month, or 6 hours/month with at: 39.50 EUR/hour"
    MONEY_PER_HOUR = "money per hour: 39.50 EUR/hour"
    ANY = "any number"


def _read_value(written: object) -> Quantity | Formula:
    if not isinstance(written, str):
        raise ValueError("a number is expected here")  # noqa: TRY004 - pydantic collects ValueError only
    try:
        if looks_like_quantity(written):
            return parse_quantity(written)
        return Formula(str(written), parse_formula(written))
    except (QuantityError, FormulaError) as error:
        raise ValueError(str(error)) from None


class Figure(Part):
    """A number of the file: its value or formula, its source, and a remark."""

    value: Annotated[Quantity | Formula, PlainValidator(_read_value)]
    source: Id | None = None
    note: str | None = None


def _short_form(written: Any) -> Any:  # noqa: ANN401 - whatever stood in the file
    return {"value": written} if isinstance(written, str) else written


def _number_or_rest(written: object) -> str:
    return "the rest" if written == "rest" else "a number"


AnyFigure = Annotated[Figure, BeforeValidator(_short_form)]
"""`60 %`, or `{value: 60 %, source: pilot}`."""

Share = Annotated[AnyFigure, Dimension.SHARE]
ShareOrRest = Annotated[
    Annotated[AnyFigure, Tag("a number")] | Annotated[Literal["rest"], Tag("the rest")],
    Discriminator(_number_or_rest),
    Dimension.SHARE,
]
"""A share, or the word `rest` for what the others leave of 100 %."""


class Sourced(Part):
    """A part whose numbers share one source, unless a number names its own."""

    source: Id | None = None
    note: str | None = None
