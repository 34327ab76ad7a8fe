"""How many cases a programme can work with at once, or a form of help can house, and who waits for that."""

from typing import Annotated, Literal

from pydantic import Field

from prevention_sim.scenario.evidence import AnyFigure, Dimension, Share, Sourced
from prevention_sim.scenario.parts import AnyMonth, Id, WholeNumber

Posts = Annotated[AnyFigure, Dimension.POSTS]
Count = Annotated[AnyFigure, Dimension.COUNT]


class _Queue(Sourced):
    """What every queue has: who is served first.

    Of two strata the one with the lower `priority` is; strata without one come last. Within a rank, whoever
    asked earlier comes first.
    """

    priority: dict[Id, WholeNumber] = {}


class PostsStep(Sourced):
    """How many posts are meant to be there from a month on."""

    from_: AnyMonth = Field(alias="from")
    posts: Posts


class Capacity(_Queue):
    """The posts of a programme, and how many cases each of them works with.

    Slots are posts times their productive share times the caseload, rounded down; a case takes one, or as
    many as its stratum `needs`. Posts come in steps of a `post_size`, else one by one. Those of the start
    are there at once; more of them, and successors of those who leave, a `hiring_lag` later. Who finds no
    slot waits and stays at risk, leaves the queue by chance, or does not join it where the `waiting_room`
    is full. When there are fewer slots than cases, each stays until its help ends, or the last ones taken
    in go back to the queue.
    """

    posts: Posts
    post_size: Posts | None = None
    productive_share: Share | None = None
    caseload: Count
    hiring_lag: Annotated[AnyFigure, Dimension.DURATION] | None = None
    attrition: Annotated[AnyFigure, Dimension.PROBABILITY] | None = None
    schedule: tuple[PostsStep, ...] = ()
    when_it_falls: Literal["finish", "transfer"] = "finish"
    waiting_room: WholeNumber | None = None
    leaves: Annotated[AnyFigure, Dimension.PROBABILITY] | None = None
    needs: dict[Id, WholeNumber] = {}


class PlacesStep(Sourced):
    """How many places there are from a month on."""

    from_: AnyMonth = Field(alias="from")
    places: Count


class Places(_Queue):
    """The places of a form of help, in all strategies; who finds none is in the `bridge` until one is free.

    The bridge is another state: its chances and costs hold, and who leaves it leaves the queue.
    """

    value: Count
    bridge: Id
    schedule: tuple[PlacesStep, ...] = ()
