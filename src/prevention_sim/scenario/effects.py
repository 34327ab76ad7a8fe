"""What an intervention may be said to do; what each kind means stands in `model/effects.py`."""

from typing import Annotated, Literal, TypeAlias

from pydantic import Field

from prevention_sim.scenario.caseload import RatioKind
from prevention_sim.scenario.evidence import AnyFigure, Dimension, Share, Sourced
from prevention_sim.scenario.parts import Id, Ids


class Diverts(Sourced):
    """A share of those who enter certain states from outside enters another state instead.

    With `also: moves`, so does that share of those who come from other states.
    """

    kind: Literal["diverts"]
    from_: Ids = Field(alias="from")
    into: Id
    share: Share
    also: Literal["moves"] | None = None


class Changes(Sourced):
    """A ratio on the chance of moves out of some states, into some or any others, while a case takes part.

    Afterwards it ends at once, lasts, or fades evenly over a time, on the logarithm of the ratio. Effects of
    several programmes multiply; one `with` others holds only for cases that take part in all of them. One
    that acts `while: waiting` is on the chances of those who wait for a slot in the programme.
    """

    kind: RatioKind
    ratio: Annotated[AnyFigure, Dimension.COUNT]
    from_: Ids | None = Field(default=None, alias="from")
    to: Ids | None = None
    over: Annotated[AnyFigure, Dimension.DURATION] | None = None
    afterwards: Literal["ends", "lasts"] = "ends"
    fades_over: Annotated[AnyFigure, Dimension.DURATION] | None = None
    with_: Ids | None = Field(default=None, alias="with")
    while_: Literal["taking_part", "waiting"] = Field(default="taking_part", alias="while")


class ChangesStay(Sourced):
    """Another mean stay in a state while a case takes part."""

    kind: Literal["stay"]
    state: Id
    mean: Annotated[AnyFigure, Dimension.DURATION]


class ChangesWeight(Sourced):
    """Another weight of an outcome in some states while a case takes part."""

    kind: Literal["weight"]
    outcome: Id
    state: Ids
    weight: Annotated[AnyFigure, Dimension.COUNT]


class MovesStock(Sourced):
    """A share of those who are in some states when the programme starts moves to another state, once."""

    kind: Literal["moves"]
    from_: Ids = Field(alias="from")
    into: Id
    share: Share


class ChangesEntry(Sourced):
    """A ratio on how many cases some streams bring while the programme runs, also above 1."""

    kind: Literal["entry"]
    streams: Ids
    ratio: Annotated[AnyFigure, Dimension.COUNT]


Effect: TypeAlias = Annotated[
    Diverts | Changes | ChangesStay | ChangesWeight | MovesStock | ChangesEntry, Field(discriminator="kind")
]
"""Every effect kind; a new one joins the union here and the `match` in `model/effects.py`."""
