"""What the council knows: last result and current appropriation by product, and how the household stands."""

from typing import Annotated, Literal

from prevention_sim.scenario.evidence import AnyFigure, Dimension, Sourced
from prevention_sim.scenario.parts import AnyTitle, Id, Part, WholeNumber

Money = Annotated[AnyFigure, Dimension.MONEY]


class LastResult(Sourced):
    """What a past year cost, income deducted, and how much care was given for it: days or place-years."""

    year: WholeNumber
    value: Money
    quantity: Annotated[AnyFigure, Dimension.TIME_IN_CARE] | None = None


class Appropriation(Sourced):
    """What the budget sets aside for a year, income deducted."""

    year: WholeNumber
    value: Money


class BudgetProduct(Part):
    """One product of the budget; without a product number, everything the file counts."""

    title: AnyTitle
    product: str | None = None
    cover_group: str | None = None
    last_result: LastResult
    appropriation: Appropriation | None = None


class Budget(Part):
    """The budget the scenario is held against.

    `consolidation` is a household under a consolidation plan (§ 76 GO NRW), `provisional` one without a
    budget in force (§ 82 GO NRW).
    """

    household: Literal["regular", "consolidation", "provisional"] | None = None
    products: dict[Id, BudgetProduct] = {}
