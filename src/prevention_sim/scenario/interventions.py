"""Programmes: when they run, what they change and what they cost."""

from typing import Literal

from prevention_sim.scenario.costs import CostLine, IncomeLine
from prevention_sim.scenario.effects import Effect
from prevention_sim.scenario.parts import AnyMonth, AnyTitle, Id, Part


class Intervention(Part):
    """A programme between two months (inclusive), by default over the whole horizon."""

    title: AnyTitle
    duty: Literal["mandatory", "discretionary", "voluntary"] | None = None
    start: AnyMonth | None = None
    end: AnyMonth | None = None
    effects: tuple[Effect, ...] = ()
    costs: dict[Id, CostLine] = {}
    income: dict[Id, IncomeLine] = {}


class Strategy(Part):
    """Which interventions run together; none for the course without programme."""

    title: AnyTitle
    interventions: tuple[Id, ...] = ()
