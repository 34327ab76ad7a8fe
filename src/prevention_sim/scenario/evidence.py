"""Where a figure comes from, and how strong that is."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Annotated, Any, Final, Literal

from pydantic import BeforeValidator, Discriminator, PlainValidator, Tag

from prevention_sim.scenario.distributions import Distribution, Pair
from prevention_sim.scenario.expressions import Expression, Name, parse_formula
from prevention_sim.scenario.parts import AnyTitle, Id, Once, Part
from prevention_sim.scenario.plain_numbers import NumberText, Plain, Unread, number_text
from prevention_sim.scenario.quantities import UNREAD, Quantity, looks_like_quantity, parse_quantity

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
    """What kind of number a field takes; `messages.WORDS` says how its unit is written."""

    SHARE = "share"
    PROBABILITY = "probability"
    RATE = "rate"
    DURATION = "duration"
    CASES = "cases"
    CASES_PER_TIME = "cases per time"
    MONEY = "money"
    MONEY_PER_TIME = "money per time"
    MONEY_PER_HOUR = "money per hour"
    HOURS_PER_TIME = "hours per time"
    POSTS = "posts"
    TIME_IN_CARE = "time in care"
    COUNT = "count"
    ANY = "any"


def _read_value(written: object) -> Quantity | Formula:
    if isinstance(written, Unread):
        return Quantity(0.0, UNREAD)
    text = number_text(written)
    return parse_quantity(text) if looks_like_quantity(text) else Formula(str(text), parse_formula(text))


class Figure(Part):
    """A number of the file: its value or formula, how sure it is, its source, and a remark.

    `range` holds the number with a probability of 90 %, unless `interval` names another.
    """

    value: Annotated[Quantity | Formula, PlainValidator(_read_value, json_schema_input_type=NumberText)]
    range: Pair | None = None
    interval: Plain | None = None
    distribution: Distribution | None = None
    source: Id | None = None
    note: str | None = None


def _short_form(written: Any) -> Any:  # noqa: ANN401 - whatever stood in the file
    return {"value": written} if isinstance(written, str) else written


def _number_or_rest(written: object) -> str:
    return "the rest" if written == "rest" else "a number"


AnyFigure = Annotated[
    Figure, BeforeValidator(_short_form, json_schema_input_type=NumberText | Figure), Once()
]
"""`60 %`, or `{value: 60 %, source: pilot}`."""

Share = Annotated[AnyFigure, Dimension.SHARE]
ShareOrRest = Annotated[
    Annotated[AnyFigure, Tag("a number")] | Annotated[Literal["rest"], Tag("the rest")],
    Discriminator(_number_or_rest),
    Once(),
    Dimension.SHARE,
]
"""A share, or the word `rest` for what the others leave of 100 %."""


def written_out(figure: Figure, parameters: Mapping[str, Figure]) -> Quantity | None:
    """A number that is written out, here or as the parameter named here."""
    match figure.value:
        case Quantity(unit=unit) as quantity if unit != UNREAD:
            return quantity
        case Formula(expression=Name(name)) if isinstance(parameters[name].value, Quantity):
            return written_out(parameters[name], parameters)
        case _:
            return None


class Sourced(Part):
    """A part whose numbers share one source, unless a number names its own."""

    source: Id | None = None
    note: str | None = None
