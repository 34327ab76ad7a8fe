"""What was observed elsewhere: no input, but something to hold the result against."""

from typing import Annotated

from prevention_sim.scenario.evidence import AnyFigure, Dimension, Sourced
from prevention_sim.scenario.parts import AnyTitle


class Observed(Sourced):
    """A town, its years, and what an avoided place-year brought there before and after all other cost."""

    title: AnyTitle
    years: str
    gross: Annotated[AnyFigure, Dimension.MONEY_PER_TIME]
    net: Annotated[AnyFigure, Dimension.MONEY_PER_TIME]
