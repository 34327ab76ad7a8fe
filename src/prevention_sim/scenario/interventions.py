"""Programmes: when they run, whom they take in, what they change and what they cost."""

from collections.abc import Iterator, Mapping
from typing import Annotated, Literal, TypeVar

from pydantic import Field, StringConstraints

from prevention_sim.scenario.capacity import Capacity
from prevention_sim.scenario.costs import CostLine, IncomeLine
from prevention_sim.scenario.effects import Effect
from prevention_sim.scenario.evidence import AnyFigure, Dimension, Share, Sourced
from prevention_sim.scenario.parts import AnyMonth, AnyTitle, Id, Ids, Part

Kind = TypeVar("Kind", bound=Sourced)
Year = Annotated[str, StringConstraints(pattern=r"^\d{4}$")]


class Enrolment(Sourced):
    """Whom a programme takes in: of those who enter some states, are there when it starts, or are present.

    Taken in are those whom it reaches and who accept. To those present it is `offered` at a rate.
    """

    of: Literal["entries", "stock", "present"]
    in_: Ids = Field(alias="in")
    strata: Ids | None = None
    reach: Share | None = None
    uptake: Share | None = None
    offered: Annotated[AnyFigure, Dimension.PROBABILITY] | None = None


class Intervention(Part):
    """A programme between two months (inclusive), by default over the whole horizon.

    `ramp_up` scales whom it reaches, from each year on. A case takes part for as long as the programme
    `lasts` for it and it is in one of the states it `continues_in`, by default any that can be left. It may
    be taken in `again` at each entry, or once. A `capacity` limits how many take part at a time. Under a new
    id it keeps its luck by the id it `was`.
    """

    title: AnyTitle
    was: Id | None = None
    duty: Literal["mandatory", "discretionary", "voluntary"] | None = None
    start: AnyMonth | None = None
    end: AnyMonth | None = None
    enrolment: tuple[Enrolment, ...] = ()
    ramp_up: dict[Year, Share] = {}
    lasts: Annotated[AnyFigure, Dimension.DURATION] | None = None
    continues_in: Ids | None = None
    again: Literal["each_entry", "once"] = "each_entry"
    capacity: Capacity | None = None
    effects: tuple[Effect, ...] = ()
    costs: dict[Id, CostLine] = {}
    income: dict[Id, IncomeLine] = {}


def effects_of(interventions: Mapping[str, Intervention], kind: type[Kind]) -> Iterator[tuple[str, Kind]]:
    """Every effect of a kind with its path."""
    for programme, intervention in interventions.items():
        for position, effect in enumerate(intervention.effects):
            if isinstance(effect, kind):
                yield f"interventions.{programme}.effects[{position}]", effect


class Strategy(Part):
    """Which interventions run together; none for the course without programme."""

    title: AnyTitle
    interventions: tuple[Id, ...] = ()
