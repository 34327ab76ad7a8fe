"""Who the cases are and how they move between forms of help."""

from typing import Annotated, Final, Literal, TypeAlias

from pydantic import Field

from prevention_sim.scenario.evidence import AnyFigure, Dimension, ShareOrRest, Sourced
from prevention_sim.scenario.parts import (
    AnyMonth,
    AnyPeriod,
    AnyTitle,
    ForAll,
    ForEach,
    Id,
    Ids,
    OneOrEach,
    Part,
)


class Stratum(Sourced):
    """A risk group, age group or district, with its share of every stream.

    `imminent` marks those who would otherwise be placed; what a programme does for others is net-widening.
    `unaccompanied` minors and help under § 35a (`section_35a`) stay out of the offices' indicators.
    """

    title: AnyTitle
    share: ShareOrRest
    tags: tuple[Literal["imminent", "unaccompanied", "section_35a"], ...] = ()


Setting = Literal["residential", "foster", "mother_child", "ambulatory", "none"]
"""Where a child lives and what it is given: in a home, with a foster family, with its mother in a home, with
its own family and help, or with its own family and none."""

OUT_OF_HOME: Final = frozenset({"residential", "foster", "mother_child"})
"""The settings that count as placement out of the family."""


class Otherwise(Sourced):
    """Which share of the cases would enter a state without the programme."""

    title: AnyTitle | None = None
    share: ShareOrRest


class State(Part):
    """A form of help or a situation; `placement` marks what the programme is to avoid."""

    title: AnyTitle
    product: str | None = None
    setting: Setting | None = None
    tags: tuple[Literal["placement"], ...] = ()


Into = Annotated[Annotated[Id, ForAll] | Annotated[dict[Id, Id], ForEach], OneOrEach]
"""A state for all strata, or one for each stratum."""


class Stock(Sourced):
    """Cases that are there at the start; they make no entry."""

    value: Annotated[AnyFigure, Dimension.CASES]
    into: Into | None = Field(default=None, alias="in")


class Intake(Sourced):
    """One group that enters at a date."""

    value: Annotated[AnyFigure, Dimension.CASES]
    at: AnyMonth
    into: Into | None = None


class Arrivals(Sourced):
    """Cases that enter evenly over the year, from one month until another (inclusive)."""

    value: Annotated[AnyFigure, Dimension.CASES_PER_TIME]
    into: Into | None = None
    from_: AnyMonth | None = Field(default=None, alias="from")
    until: AnyMonth | None = None


Stream: TypeAlias = Stock | Intake | Arrivals
"""Cases of one origin; without `into`, each enters the state it is said to enter under `without`."""

Way = Literal["mean", "probability", "rate"]
WAYS: Final[tuple[Way, ...]] = ("mean", "probability", "rate")


class Caseload(Part):
    """The streams; their ids are addresses, their order means nothing."""

    stock: dict[Id, Stock] = {}
    intake: dict[Id, Intake] = {}
    arrivals: dict[Id, Arrivals] = {}


class Leaving(Sourced):
    """How fast cases leave, written in exactly one way."""

    mean: Annotated[AnyFigure, Dimension.DURATION] | None = None
    probability: Annotated[AnyFigure, Dimension.PROBABILITY] | None = None
    rate: Annotated[AnyFigure, Dimension.RATE] | None = None

    @property
    def ways(self) -> tuple[Way, ...]:
        """The keys it is written with; `checks` asks for exactly one."""
        return tuple(way for way in WAYS if getattr(self, way) is not None)


class Stay(Leaving):
    """How a stay ends when nothing breaks down, and where cases go then: told, or as it was counted.

    `counts` says of how many who were there at the beginning of the period `over` were where at its end; the
    state's own id stands for those who were still there.
    """

    to: dict[Id, ShareOrRest] = {}
    counts: dict[Id, Annotated[AnyFigure, Dimension.COUNT]] = {}
    over: AnyPeriod | None = None


class Move(Leaving):
    """A move from any of some states to another, for all strata or some."""

    from_: Ids = Field(alias="from")
    to: Id
    strata: Ids | None = None


class Matrix(Sourced):
    """Of the cases of each state, the shares that were where after a period, written out or in a table.

    A state without a row is never left; a state that a row does not name is one into which nobody went.
    """

    period: AnyPeriod
    rows: dict[Id, dict[Id, ShareOrRest]] = {}
    table: Id | None = None
