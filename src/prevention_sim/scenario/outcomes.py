"""What a file counts beside money."""

from typing import Annotated, Literal

from prevention_sim.scenario.evidence import AnyFigure, Dimension, Sourced
from prevention_sim.scenario.parts import AnyTitle, Id

Weight = Annotated[AnyFigure, Dimension.COUNT]


class Outcome(Sourced):
    """So much for every year a case spends in a state (`weights`) and for every entry into one (`entries`).

    States that are not named count nothing. `aim` says which way is better.
    """

    title: AnyTitle
    unit: AnyTitle
    aim: Literal["more", "fewer"] = "more"
    weights: dict[Id, Weight] = {}
    entries: dict[Id, Weight] = {}
