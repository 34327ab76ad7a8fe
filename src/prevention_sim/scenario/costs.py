"""What a file may say about money: cost kinds, and who bears them.

Amounts are positive; the section `income` books the same kinds with the opposite sign.
"""

from typing import Annotated, Any, Final, Literal

from pydantic import Discriminator, Field, Tag, model_validator

from prevention_sim.scenario.evidence import AnyFigure, Dimension, Share, ShareOrRest, Sourced
from prevention_sim.scenario.parts import AnyMonth, AnyTitle, ForAll, ForEach, Id, Ids, OneOrEach, Part, Text
from prevention_sim.scenario.settings import CaseCount, Escalation

Money = Annotated[AnyFigure, Dimension.MONEY]
MoneyPerTime = Annotated[AnyFigure, Dimension.MONEY_PER_TIME]
Duration = Annotated[AnyFigure, Dimension.DURATION]


class Bearer(Part):
    """Who pays, and from which perspectives it counts.

    `municipality` counts for the municipality, all public budgets and society; `public` for the last two;
    `society` for the last.
    """

    title: AnyTitle
    level: Literal["municipality", "public", "society"] = "municipality"


SharedBearers = Annotated[Annotated[Id, ForAll] | Annotated[dict[Id, ShareOrRest], ForEach], OneOrEach]
"""One bearer, or the share of each."""


class BearerRule(Part):
    """Who bears a line in some strata or between two months (inclusive)."""

    bearer: SharedBearers
    strata: Ids | None = None
    from_: AnyMonth | None = Field(default=None, alias="from")
    until: AnyMonth | None = None

    @property
    def conditional(self) -> bool:
        """Whether there are cases or times it does not hold for."""
        return any(condition is not None for condition in (self.strata, self.from_, self.until))


def _by_rule_or_not(written: object) -> str:
    return "by rule" if isinstance(written, tuple | list) else "always"


Bearers = Annotated[
    Annotated[SharedBearers, Tag("always")] | Annotated[tuple[BearerRule, ...], Tag("by rule")],
    Discriminator(_by_rule_or_not),
]
"""Who bears a line, always or by the first rule that holds."""


class Cashable(Part):
    """How much of a saving the treasury keeps, and how long a place is empty before it is given up."""

    share: Share
    lag: Duration | None = None


class _Line(Sourced):
    """What every line has: a title and a place in the budget.

    Without a `product` of its own a line has that of its state. `payment_lag` is how much later than the
    service the payment is made; `cashable` is what becomes of a saving.
    """

    title: AnyTitle
    product: str | None = None
    row: str | None = None
    payment_lag: Duration | None = None
    cashable: Cashable | None = None

    @property
    def form(self) -> str | None:
        """The state it is paid for: that of the case, or the one a move leads to."""
        found: str | None = getattr(self, self.form_key, None)
        return found

    @property
    def form_key(self) -> str:
        """The key that names this state."""
        return "state"


class Priced(_Line):
    """What every line with a price has.

    `prices` replaces the file's own rises for this line; `collected_share` is how much of an income comes in;
    `optimism_bias` is what a cost is raised by, because plans come out dearer; `cap` is a ceiling for a year.
    """

    prices: Escalation | None = None
    collected_share: Share | None = None
    optimism_bias: Share | None = None
    cap: MoneyPerTime | None = None
    bearer: Bearers | None = None


class Hourly(Priced):
    """What costs an amount per time, or hours at a price: `6 hours/month at 39.50 EUR/hour`."""

    value: MoneyPerTime
    at: Annotated[AnyFigure, Dimension.MONEY_PER_HOUR] | None = None

    @model_validator(mode="before")
    @classmethod
    def _split_hours(cls, written: Any) -> Any:  # noqa: ANN401 - whatever stood in the file
        """Read hours and their price as a value and its price."""
        value = written.get("value") if isinstance(written, dict) else None
        if not isinstance(value, Text) or " at " not in value or "at" in written:
            return written
        hours, _, price = value.partition(" at ")
        place = {"value": Text.at(hours, value.line, value.column)}
        return {**written, **place, "at": Text.at(price, value.line, value.column + len(hours) + 4)}


CostLaw = Literal["lognormal", "pareto"]
"""How cases differ in cost: around the mean, or most below it and few far above."""

LARGEST_VARIATION: Final = 10.0


class Differs(Part):
    """How the cost of single cases differs from the mean, by the standard deviation over the mean.

    The dearer case stays the dearer one all its time. The mean does not change.
    """

    law: CostLaw
    variation: Share


class PerCase(Hourly):
    """An amount per case and time in a state; hours take their price in `at`.

    The price counts the hours billed; `delivered` tells how many of them reach the family.

    `counts_as: at_home` marks what a child costs that stays with its family, whatever help it gets. An amount
    per case of another counting rule is converted to place-years with a mean stay: that of the state, or
    `mean_stay`.
    """

    kind: Literal["per_case"]
    state: Id
    delivered: Annotated[AnyFigure, Dimension.HOURS_PER_TIME] | None = None
    counts_as: Literal["at_home"] | None = None
    case_count: CaseCount = "place_years"
    mean_stay: Duration | None = None
    differs: Differs | None = None


class PerParticipant(Hourly):
    """An amount per case and time while it takes part in the programme of the line, in some states or all."""

    kind: Literal["per_participant"]
    in_: Ids | None = Field(default=None, alias="in")


class PerEnrolment(Priced):
    """An amount for each case that the programme of the line takes in."""

    kind: Literal["per_enrolment"]
    value: Money


class PerWaiting(Hourly):
    """An amount per case and time while it waits for a slot in the programme of the line."""

    kind: Literal["per_waiting"]


class PerEntry(Priced):
    """An amount for each case that enters a state, from outside or from another state."""

    kind: Literal["per_entry"]
    state: Id
    value: Money


class PerExit(Priced):
    """An amount for each case that leaves a state for another."""

    kind: Literal["per_exit"]
    state: Id
    value: Money


class PerMove(Priced):
    """An amount for each move from one state to another."""

    kind: Literal["per_move"]
    from_: Id = Field(alias="from")
    to: Id
    value: Money

    @property
    def form_key(self) -> str:
        """Where the move leads."""
        return "to"


class PerEvent(Priced):
    """An amount for each event within a state that ends no stay, such as a change of home."""

    kind: Literal["per_event"]
    state: Id
    rate: Annotated[AnyFigure, Dimension.RATE]
    value: Money


class _Running(Priced):
    """What runs between two months (inclusive), in equal parts at the start of each cycle."""

    from_: AnyMonth | None = Field(default=None, alias="from")
    until: AnyMonth | None = None


class Fixed(_Running):
    """A yearly amount."""

    kind: Literal["fixed"]
    value: MoneyPerTime


class Staff(_Running):
    """Posts, each with its cost of staff and material; `overhead` is a share of the cost of staff.

    Without `posts` they are those of the programme's capacity, from the day they are hired until they leave.
    """

    kind: Literal["staff"]
    posts: Annotated[AnyFigure, Dimension.POSTS] | None = None
    personnel: MoneyPerTime
    material: MoneyPerTime | None = None
    overhead: Share | None = None


class OneOff(Priced):
    """An amount at a date."""

    kind: Literal["one_off"]
    value: Money
    at: AnyMonth


class StepFixed(Priced):
    """A yearly amount for each group of places in a state, which opens and closes as a whole, with notice."""

    kind: Literal["step_fixed"]
    state: Id
    places: Annotated[AnyFigure, Dimension.COUNT]
    value: MoneyPerTime
    notice: Duration | None = None


class ShareOf(_Line):
    """A share of other lines; where and when those run and who bears them holds for it too.

    `strata`, `from` and `until` leave some of that out; `bearer` replaces who bears it.
    """

    kind: Literal["share_of"]
    of: Ids
    share: Share
    strata: Ids | None = None
    from_: AnyMonth | None = Field(default=None, alias="from")
    until: AnyMonth | None = None
    bearer: Bearers | None = None


class Refund(_Line):
    """A share of what the bearer bears of other lines, paid back by somebody else."""

    kind: Literal["refund"]
    of: Ids
    share: Share
    from_: Id = Field(alias="from")
    bearer: Id | None = None
    strata: Ids | None = None


OfProgramme = PerParticipant | PerEnrolment | PerWaiting
"""The kinds that only a programme can have."""

PricedLine = (
    PerCase | OfProgramme | PerEntry | PerExit | PerMove | PerEvent | Fixed | Staff | OneOff | StepFixed
)
"""Every kind with a price of its own; a new one is added here and in `model/lines.py`."""

CostLine = Annotated[PricedLine | ShareOf, Field(discriminator="kind")]
"""Every cost kind."""

IncomeLine = Annotated[PricedLine | ShareOf | Refund, Field(discriminator="kind")]
"""Every kind of income: the cost kinds, and what can only come in."""


def needs_persons(line: IncomeLine) -> bool:
    """Whether the mean cost of a line does not follow from the mean number of cases."""
    if isinstance(line, StepFixed):
        return True
    return isinstance(line, Priced) and line.cap is not None and not isinstance(line, Fixed | Staff | OneOff)
