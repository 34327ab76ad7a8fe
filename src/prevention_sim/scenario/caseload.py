"""Who the cases are and how they move between forms of help."""

from typing import Annotated, Final, Literal, TypeAlias

from pydantic import Field

from prevention_sim.scenario.capacity import Places
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
    WholeNumber,
)


class Stratum(Sourced):
    """A risk group, age group or district, with its share of every stream.

    `imminent` marks those who would otherwise be placed; what a programme does for others is net-widening.
    `unaccompanied` minors and help under § 35a (`section_35a`) stay out of the offices' indicators. A group
    whose id has changed keeps its luck by the id it `was`.
    `attributes` are numbers that formulas of chances, rates and ratios may read by name.
    """

    title: AnyTitle
    was: Id | None = None
    share: ShareOrRest
    tags: tuple[Literal["imminent", "unaccompanied", "section_35a"], ...] = ()
    attributes: dict[Id, AnyFigure] = {}


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
    """A form of help or a situation; `placement` marks what the programme is to avoid.

    `intensity` ranks how much is done for a case. It changes no chance: when persons are simulated one by
    one, the same luck sends a person to states of like intensity in every strategy. `places` limit how many
    cases are in it at a time.
    """

    title: AnyTitle
    intensity: WholeNumber | None = None
    product: str | None = None
    setting: Setting | None = None
    tags: tuple[Literal["placement"], ...] = ()
    places: Places | None = None


Into = Annotated[Annotated[Id, ForAll] | Annotated[dict[Id, Id], ForEach], OneOrEach]
"""A state for all strata, or one for each stratum."""


class _Stream(Sourced):
    """What streams share: how old their cases are when they come, and the id that keeps their luck."""

    was: Id | None = None
    age: Annotated[AnyFigure, Dimension.DURATION] | None = None


class Stock(_Stream):
    """Cases that are there at the start, by default since a moment ago; they make no entry."""

    value: Annotated[AnyFigure, Dimension.CASES]
    elapsed: Annotated[AnyFigure, Dimension.DURATION] | None = None
    into: Into | None = Field(default=None, alias="in")


Varies = Literal["fixed", "poisson", "negative_binomial"]


class _Coming(_Stream):
    """What streams from outside share: how far their number differs from the mean by chance.

    `fixed` is the mean itself, in whole cases; by `poisson` the variance equals the mean; a
    `negative_binomial` number has a larger one, `dispersion` times the mean.
    """

    varies: Varies | None = None
    dispersion: Annotated[AnyFigure, Dimension.COUNT] | None = None


class Intake(_Coming):
    """One group that enters at a date; its number is `fixed` unless told otherwise."""

    value: Annotated[AnyFigure, Dimension.CASES]
    at: AnyMonth
    into: Into | None = None


class Arrivals(_Coming):
    """Cases that enter over the year, from one month until another (inclusive); by `poisson` unless told."""

    value: Annotated[AnyFigure, Dimension.CASES_PER_TIME]
    into: Into | None = None
    from_: AnyMonth | None = Field(default=None, alias="from")
    until: AnyMonth | None = None


Stream: TypeAlias = Stock | Intake | Arrivals
"""Cases of one origin; without `into`, each enters the state it is said to enter under `without`."""

Way = Literal["mean", "probability", "rate", "law"]
WAYS: Final[tuple[Way, ...]] = ("mean", "probability", "rate", "law")


class Caseload(Part):
    """The streams; their ids are addresses, their order means nothing."""

    stock: dict[Id, Stock] = {}
    intake: dict[Id, Intake] = {}
    arrivals: dict[Id, Arrivals] = {}


class Law(Part):
    """A distribution of durations, so that the chance to leave depends on how long something has lasted.

    The scale follows from the `mean` of the stay where it is not given: of a Weibull law it is the time after
    which 63 % have left, of a lognormal or log-logistic one the median. Time counts from the entry into the
    state, or from the start of the file.
    """

    kind: Literal["weibull", "gamma", "lognormal", "loglogistic"]
    shape: Annotated[AnyFigure, Dimension.COUNT]
    scale: Annotated[AnyFigure, Dimension.DURATION] | None = None
    clock: Literal["entry", "start"] = "entry"


RatioKind = Literal["hazard_ratio", "risk_ratio", "odds_ratio"]


class Modifier(Sourced):
    """A ratio on a chance, in some strata or between two months (inclusive).

    A risk or odds ratio is one of the chance over a time: `over`, else the period the chance is written for.
    """

    kind: RatioKind
    ratio: Annotated[AnyFigure, Dimension.COUNT]
    over: Annotated[AnyFigure, Dimension.DURATION] | None = None
    strata: Ids | None = None
    from_: AnyMonth | None = Field(default=None, alias="from")
    until: AnyMonth | None = None


class Leaving(Sourced):
    """How fast cases leave, written in exactly one way, and what changes it.

    Those who leave in a `stage` leave nobody behind for the next: it concerns who is still there.
    """

    mean: Annotated[AnyFigure, Dimension.DURATION] | None = None
    probability: Annotated[AnyFigure, Dimension.PROBABILITY] | None = None
    rate: Annotated[AnyFigure, Dimension.RATE] | None = None
    law: Law | None = None
    stage: WholeNumber = 1
    modifiers: tuple[Modifier, ...] = ()

    @property
    def ways(self) -> tuple[Way, ...]:
        """The keys it is written with; `checks` asks for exactly one. A law may go with a mean."""
        written = tuple(way for way in WAYS if getattr(self, way) is not None)
        return ("law",) if written == ("mean", "law") else written


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
